import { setTimeout as pause } from "node:timers/promises";
import type { TaskSource } from "../../backends/queue/task-queue.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import type { Progress } from "../../core/run-pipeline.ts";
import { comicSteps } from "../../features/comics/steps.ts";
import type { ClaimedWork } from "../../features/jobs/queries/claim-tasks.ts";
import { listJobs } from "../../features/jobs/queries/list-jobs.ts";
import { deliverNotifications } from "../../features/jobs/queries/notifications.ts";
import { type JobSummary, readJob } from "../../features/jobs/queries/jobs.ts";
import type { TaskFailure } from "../../features/jobs/task-failure.ts";
import { taskWorker } from "../../features/jobs/worker.ts";
import { type BackupWatch, watchBackups } from "../../ops/backup-chore.ts";
import { watchSweeps } from "../../ops/retention-chore.ts";
import { backupMaker } from "../backup-maker.ts";
import { type Command, shared } from "../command.ts";
import { errorLines } from "../error-lines.ts";
import type { Host } from "../host.ts";
import { wholeNumber } from "../option-numbers.ts";
import { progressDisplay } from "../progress.ts";
import { asStudioRefusal } from "../store-failures.ts";
import { failureLines, failureText, type OwnStudio, shortId, withStudio } from "../studio.ts";

/** Milliseconds between two looks at how far the jobs are. */
const glance = 250;

export const work: Command = {
  name: "work",
  summary: "Make the comics that are in the queue, and go on where a run was cut off",
  usage: "[options]",
  takes: null,
  options: {
    stay: { value: null, choices: null, help: "Wait for more when the queue is empty, until Ctrl-C" },
    workers: { value: "N", choices: null, help: "Tasks at once (default: as many as pages are drawn at once)" },
    json: shared.json,
    quiet: shared.quiet,
  },
  examples: ["fabula work", "fabula work --stay --quiet"],
  run: (options, host) =>
    withStudio(host, async (studio) => {
      const { db, now, newId } = studio.services;
      const stop = host.interrupted();
      const { worker } = host;
      const backups = options.on("stay") ? dailyBackups(studio, host) : null;
      const sweeps = watchSweeps(studio.services, worker, (error) =>
        host.stderr.write(`! not swept: ${errorLines(asStudioRefusal(error, host.studioNames()))}`),
      );
      const source = taskWorker(db, {
        plans: studio.plans,
        now,
        newId,
        jitter: host.random,
        worker,
        isDead: host.workerIsDead,
        onRetry: retryTeller(host),
        chores: async () => {
          // The studio's own list is where people are told.
          await deliverNotifications(db, { now, deliver: async () => undefined });
          backups?.look();
          sweeps.look();
        },
      });
      const concurrency = wholeNumber("workers", options.text("workers"), host.processors);
      const broken = Promise.withResolvers<never>();
      // It may break when nobody waits any more.
      broken.promise.catch(() => undefined);
      const pump = await host.openPump(endingWhereBroken(source, broken.reject), {
        concurrency: Math.max(1, concurrency),
      });
      const watch = watchJobs(studio, host, options.on("quiet"));
      try {
        await Promise.race([ended(stop), watch.running(options.on("stay")), broken.promise]);
      } finally {
        await pump.stop();
        await backups?.end();
        await sweeps.end();
        await watch.end();
      }
      for (const mishap of studio.mishaps()) host.stderr.write(`! ${mishap}\n`);
      return tellEnds(await watch.followed(), options.on("json"), stop.aborted, host);
    }),
};

/** What no waiting mends. */
const lasting: ReadonlySet<string> = new Set(["corrupt", "read-only"]);

/** What no waiting mends is told to `broken`; everything else that claims fail with may have gone by the next one. */
function endingWhereBroken<Work>(source: TaskSource<Work>, broken: (error: SqlError) => void): TaskSource<Work> {
  return {
    ...source,
    async claim(limit) {
      try {
        return await source.claim(limit);
      } catch (error) {
        if (error instanceof SqlError && lasting.has(error.code)) broken(error);
        throw error;
      }
    },
  };
}

/** The backups of each night, told on the way and never in the way of the work. */
function dailyBackups({ services }: OwnStudio, host: Host): BackupWatch {
  return watchBackups(backupMaker(services, host), {
    tell: ({ made }) => host.stderr.write(`Backup: ${made.location}\n`),
    trouble: (error) => host.stderr.write(`! no backup: ${errorLines(asStudioRefusal(error, host.studioNames()))}`),
  });
}

/** Tells what keeps work from being done, once for each cause, while it is tried again. */
function retryTeller(host: Host) {
  const told = new Set<string>();
  return ({ task }: ClaimedWork, failure: TaskFailure): void => {
    const cause = `${task.jobId} ${failure.code}`;
    if (failure.class === "lost" || told.has(cause)) return;
    told.add(cause);
    host.stderr.write(`! ${task.step} ${task.unit} is tried again: ${failureText(failure)}`);
  };
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Shows how far the job that is worked on is, and remembers which jobs there were. */
function watchJobs({ services: { db }, owner }: OwnStudio, host: Host, quiet: boolean) {
  const display = progressDisplay(host.stderr, quiet, host.now, null);
  const over = new AbortController();
  const seen = new Set<string>();
  let shown: Progress | null = null;
  /** Whether any job is still to be done. */
  async function look(): Promise<boolean> {
    const jobs = await listJobs(db, owner, { status: ["pending", "processing"], oldestFirst: true });
    for (const { id } of jobs) seen.add(id);
    const current = jobs.find(({ status }) => status === "processing");
    const progress = current ? progressOf(current) : null;
    // The last units of a stage may have been done between two looks.
    if (shown && shown.stage !== progress?.stage) display.show({ ...shown, done: shown.total });
    if (progress) display.show(progress);
    shown = progress;
    return jobs.length > 0;
  }
  /** A database that is away for a while does not end who stays: the pump tells of it, and looks again. */
  async function lookOrWait(stays: boolean): Promise<boolean> {
    try {
      return await look();
    } catch (error) {
      if (!stays || !(error instanceof SqlError) || lasting.has(error.code)) throw error;
      return true;
    }
  }
  return {
    /** Looks until nothing is left to do, or for ever. */
    async running(forEver: boolean): Promise<void> {
      while (((await lookOrWait(forEver)) || forEver) && !over.signal.aborted)
        await pause(glance, null, { signal: over.signal }).catch(() => null);
    },
    async end(): Promise<void> {
      over.abort();
      await lookOrWait(true);
      display.end();
    },
    followed: async (): Promise<JobSummary[]> =>
      (await Promise.all([...seen].map((id) => readJob(db, owner, id)))).filter((job) => job !== null),
  };
}

function progressOf({ currentStep, counters }: JobSummary): Progress {
  const stage = comicSteps.find(({ name }) => name === currentStep)?.step;
  const title = stage?.title ?? "Waiting";
  if (stage?.unit === "page") return { stage: title, done: counters.pagesDone, total: counters.pagesTotal };
  if (stage?.unit === "episode") return { stage: title, done: counters.episodesDone, total: counters.episodesTotal };
  return { stage: title, done: 0, total: 1 };
}

/** Says how each job ended, and gives the exit code: 1 where one failed or was left unfinished. */
function tellEnds(jobs: readonly JobSummary[], json: boolean, wasStopped: boolean, host: Host): number {
  for (const job of jobs) {
    const { status, counters, name } = job;
    if (json) host.stdout.write(`${JSON.stringify(job)}\n`);
    else if (status === "completed") host.stdout.write(`${shortId(job)}  ${name}: ${counters.pagesDone} pages\n`);
    else host.stdout.write([`${shortId(job)}  ${name}: ${status}`, ...failureLines(job), ""].join("\n"));
  }
  if (!json && jobs.length === 0)
    host.stdout.write("Nothing is in the queue: fabula queue <book> puts a book there.\n");
  if (!json && wasStopped) host.stdout.write("Stopped. What is done is kept: fabula work goes on from here.\n");
  return jobs.every(({ status }) => status === "completed") ? 0 : 1;
}

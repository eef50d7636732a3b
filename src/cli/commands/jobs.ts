import { join, resolve } from "node:path";
import { Refused } from "../../core/text/result.ts";
import { retryComic } from "../../features/comics/retry-comic.ts";
import { savedComic } from "../../features/comics/saved-comic.ts";
import { comicJobType } from "../../features/comics/tasks.ts";
import { cancelJob, pauseJob, resumeJob } from "../../features/jobs/queries/job-control.ts";
import { listJobs } from "../../features/jobs/queries/list-jobs.ts";
import { type JobSummary, readJob } from "../../features/jobs/queries/jobs.ts";
import { type Command, shared } from "../command.ts";
import type { Host } from "../host.ts";
import { noChoice, type ParsedOptions } from "../options.ts";
import { comicOutput, openOutputFolder } from "../output-folder.ts";
import { failureLines, jobNamed, type OwnStudio, shortId, withStudio } from "../studio.ts";

type Control = (studio: OwnStudio, job: string) => Promise<boolean>;

const controlBy =
  (act: typeof pauseJob): Control =>
  ({ services: { db, now }, owner }, job) =>
    act(db, owner, job, now());

const retry: Control = ({ services: { db, blobs, now, newId }, owner, plans }, jobId) =>
  retryComic(db, blobs, owner, { jobId, plan: plans[comicJobType] ?? [], now: now(), newId });

/** What can be done to a job, when it cannot, and whether there is work after it. */
const controls = {
  pause: { act: controlBy(pauseJob), else: "is not waiting or running", wakes: false },
  resume: { act: controlBy(resumeJob), else: "is not paused", wakes: true },
  cancel: { act: controlBy(cancelJob), else: "has ended", wakes: false },
  retry: { act: retry, else: "has not failed", wakes: true },
} as const;

const words = ["list", "save", ...Object.keys(controls)];

export const jobs: Command = {
  name: "jobs",
  summary: "See the comics that are made or waiting, steer them, and take their files",
  usage: `[${words.join("|")}] [job|last] [options]`,
  takes: words,
  options: {
    out: {
      value: "DIR",
      choices: null,
      path: "folder",
      short: "o",
      help: "Where save puts the files (default: out/ and the job)",
    },
    json: shared.json,
  },
  examples: [
    "fabula jobs",
    "fabula jobs pause 4c1f09ab",
    "fabula jobs retry last",
    "fabula jobs save last --out comics/alice",
  ],
  run: (options, host) =>
    withStudio(host, async (studio) => {
      const [word = "list", named, ...more] = options.files;
      if (more.length > 0) throw new Refused("usage", "Name one job.");
      const name = named ?? "last";
      if (word === "list") return tell(await listJobs(studio.services.db, studio.owner), options, host);
      if (word === "save") return save(studio, await jobNamed(studio, name), options, host);
      const control = Object.entries(controls).find(([each]) => each === word)?.[1];
      if (!control) throw new Refused("usage", noChoice("The word", word, words));
      if (named === undefined) throw new Refused("usage", `Name the job: fabula jobs ${word} <job>, or last.`);
      const { db } = studio.services;
      const job = await jobNamed(studio, name);
      if (!(await control.act(studio, job.id)))
        throw new Refused("job-state", `${shortId(job)} ${control.else}: it is ${job.status}`);
      if (control.wakes) await wakeWorkers(host, job.id);
      const changed = await readJob(db, studio.owner, job.id);
      return tell(changed ? [changed] : [], options, host);
    }),
};

async function wakeWorkers(host: Host, job: string): Promise<void> {
  const sender = await host.openSender();
  sender.wake([job]);
  await sender.close();
}

function tell(found: readonly JobSummary[], options: ParsedOptions, host: Host): void {
  if (options.on("json")) return host.stdout.write(found.map((job) => `${JSON.stringify(job)}\n`).join(""));
  if (found.length === 0) return host.stdout.write("No jobs yet: fabula queue <book> makes one.\n");
  for (const job of found) {
    const { status, percent, counters, name } = job;
    const pages = counters.pagesTotal > 0 ? `${counters.pagesDone}/${counters.pagesTotal} pages` : "";
    const row = [shortId(job), status.padEnd(10), `${percent}%`.padStart(4), pages.padEnd(14), name ?? ""];
    host.stdout.write(`${row.join("  ").trimEnd()}\n`);
    for (const line of failureLines(job)) host.stdout.write(`${" ".repeat(10)}${line}\n`);
  }
}

async function save(
  { services, owner }: OwnStudio,
  job: JobSummary,
  options: ParsedOptions,
  host: Host,
): Promise<void> {
  if (job.status !== "completed")
    throw new Refused("job-state", `${shortId(job)} has no files yet: it is ${job.status}`);
  const out = resolve(host.folder, options.text("out") ?? join("out", shortId(job)));
  const folder = await openOutputFolder(out, comicOutput, host.guard);
  try {
    const files = await savedComic(services.db, services.blobs, owner, job.id);
    if (files.length === 0) throw new Refused("stored-file-lost", `no file of ${shortId(job)} is left`);
    for (const file of files) await folder.write(file);
    await folder.publish();
  } finally {
    await folder.discard();
  }
  if (options.on("json")) host.stdout.write(`${JSON.stringify({ job: job.id, out })}\n`);
  else host.stdout.write(`${out}\n`);
}

import type { TaskSource } from "../../backends/queue/task-queue.ts";
import type { Database } from "../../backends/sql/database.ts";
import { groupCommit } from "./group-commit.ts";
import { type ClaimedWork, claimTasks } from "./queries/claim-tasks.ts";
import { completeTasks, type FinishedWork } from "./queries/complete-tasks.ts";
import { takeFromDead } from "./queries/dead-workers.ts";
import { failTask } from "./queries/fail-task.ts";
import { releaseTask, renewLeases } from "./queries/leases.ts";
import { sweepTasks } from "./queries/sweep-tasks.ts";
import { type RetryPolicy, retryPolicy, verdictOn } from "./retry-policy.ts";
import { steadyWrites } from "./steady-writes.ts";
import { failureOf, LeaseLost, TaskFailed, type TaskFailure } from "./task-failure.ts";
import type { JobPlans, TaskHandler, TaskOutcome } from "./task-handler.ts";

export interface WorkerOptions {
  plans: JobPlans;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  /** From 0 to below 1: spreads the waits of tasks that failed together. */
  jitter: () => number;
  /** Waits before the end of a task is stored again where the database was busy or away. */
  sleep?: (milliseconds: number) => Promise<void>;
  /** Milliseconds until a task of a worker that died is another's; longer than any handler computes without a pause. The same for all workers of a database, whose clocks may differ by half of it. */
  leaseLength?: number;
  /** Tasks of each provider that may run at once, all workers together. */
  providerLimits?: Readonly<Record<string, number>>;
  /** Name of this worker, unlike that of any other that lives; a new id where it is missing. */
  worker?: string;
  /** Whether a worker of that name is known to be gone, so that its tasks need not wait for their leases to run out. */
  isDead?: (worker: string) => boolean;
  policy?: RetryPolicy;
  /** Finished tasks that are stored in one batch at most. */
  batch?: number;
  /** Is told of each attempt that failed and is made again, so that a person can see what it waits for. */
  onRetry?: (work: ClaimedWork, failure: TaskFailure) => void;
  /** Anything that is to be done about once in a third of a lease, such as delivering notifications. */
  chores?: () => Promise<void>;
}

export const usualLeaseLength = 60_000;

const timer = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The tasks of a database as work for a pump. What it has claimed is held until it has ended, by its lease. */
export function taskWorker(db: Database, options: WorkerOptions): TaskSource<ClaimedWork> {
  const { plans, now, newId, jitter, providerLimits = {}, policy = retryPolicy, batch = 100 } = options;
  const { leaseLength = usualLeaseLength, worker = newId(), sleep = timer } = options;
  // An end that is not stored would keep the task from everybody until its lease has run out.
  const ends = steadyWrites(db, { sleep, jitter });
  const held = new Map<string, { work: ClaimedWork; controller: AbortController }>();
  const complete = groupCommit(async (finished: readonly FinishedWork[]) => {
    const completions = await completeTasks(ends, plans, finished, { now: now(), newId });
    return ({ task }: FinishedWork) => completions.get(task.id) ?? { status: "lost" as const };
  }, batch);
  let swept: number | null = null;

  async function heartbeat(): Promise<void> {
    const before = [...held.values()];
    const still = await renewLeases(
      db,
      before.map(({ work }) => work.task),
      now() + leaseLength,
    );
    for (const { work, controller } of before)
      if (!still.has(work.task.id) && !controller.signal.aborted) controller.abort(new LeaseLost(work.task.id));
  }

  async function renew(work: ClaimedWork): Promise<void> {
    const still = await renewLeases(db, [work.task], now() + leaseLength);
    if (still.size > 0) return;
    const lost = new LeaseLost(work.task.id);
    held.get(work.task.lease)?.controller.abort(lost);
    throw lost;
  }

  async function fail(work: ClaimedWork, error: unknown): Promise<void> {
    const failure = failureOf(error);
    const verdict = verdictOn(failure, work.task, jitter(), policy);
    const isStored = await failTask(ends, { task: work.task, failure, verdict }, now());
    if (isStored && verdict.status === "ready") options.onRetry?.(work, failure);
  }

  async function end(work: ClaimedWork, attempted: Attempted, signal: AbortSignal): Promise<void> {
    if (attempted.ok) {
      const completion = await complete({ ...work, outcome: attempted.value });
      // A result that cannot be stored is a failed attempt like any other.
      if (completion.status === "failed") await fail(work, completion.error);
    } else if (signal.reason instanceof LeaseLost || attempted.error instanceof LeaseLost) return;
    else if (signal.aborted) await releaseTask(db, work.task, now());
    else await fail(work, attempted.error);
  }

  async function run(work: ClaimedWork, stop: AbortSignal): Promise<void> {
    const { task, job } = work;
    const controller = new AbortController();
    const { signal } = controller;
    // Not AbortSignal.any: what it makes lives as long as the signal of the pump.
    const stops = (): void => controller.abort(stop.reason);
    stop.addEventListener("abort", stops);
    if (stop.aborted) stops();
    held.set(task.lease, { work, controller });
    try {
      const call = { db, owner: job.owner, job, task, signal, heartbeat: () => renew(work) };
      await end(work, await attempt(handlerOf(plans, work), call), signal);
    } finally {
      held.delete(task.lease);
      stop.removeEventListener("abort", stops);
    }
  }

  /** Nothing is taken from others when the clock has jumped or the machine has slept since the last look: they get the time to renew. */
  async function sweep(): Promise<void> {
    const before = swept;
    swept = now();
    const isSteady = before !== null && swept >= before && swept - before < leaseLength;
    if (before === null && options.isDead) await takeFromDead(db, options.isDead, { now: swept, jitter, policy });
    if (isSteady || before === null) await sweepTasks(db, { now: swept, leaseLength, jitter, policy });
    await options.chores?.();
  }

  return {
    claim: (limit) => claimTasks(db, { now: now(), limit, leaseLength, token: `${worker}/${newId()}`, providerLimits }),
    run,
    release: async ({ task }) => {
      held.delete(task.lease);
      await releaseTask(db, task, now());
    },
    heartbeat,
    sweep,
  };
}

function handlerOf(plans: JobPlans, { job, task }: ClaimedWork): TaskHandler {
  const handler = plans[job.type]?.find(({ step }) => step === task.step);
  if (handler) return handler;
  // Another version of the program made it, and may come back to it.
  const message = `This program does not know the step ${task.step} of ${job.type}.`;
  const run = () =>
    Promise.reject(new TaskFailed({ class: "transient", code: "step-unknown", message, retryAfter: null }));
  return { step: task.step, weight: 0, run };
}

type Attempted = { ok: true; value: TaskOutcome } | { ok: false; error: unknown };

async function attempt(handler: TaskHandler, call: Parameters<TaskHandler["run"]>[0]): Promise<Attempted> {
  try {
    return { ok: true, value: await handler.run(call) };
  } catch (error) {
    return { ok: false, error };
  }
}

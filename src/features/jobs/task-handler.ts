import type { Database } from "../../backends/sql/database.ts";

/**
 * What a feature gives to have its work done durably: for each type of job the handlers of its steps, in the order of the way.
 * The place of a step in this list is what `waits` and the job's current step go by.
 */
export type JobPlans = Readonly<Record<string, readonly TaskHandler[]>>;

/**
 * One step's work on one unit. It runs at least once and is completed once: a worker may die after the work and before
 * the result is stored, so what it writes outside its result must be the same when written again.
 */
export interface TaskHandler {
  /** Name of the step, such as `read` or `layout`; unique in its plan. */
  step: string;
  /** Share of the job's progress, relative to the other steps of the plan. */
  weight: number;
  /** Attempts before a task is parked; `defaultMaxAttempts` where it is missing. */
  maxAttempts?: number;
  /** Throws `TaskFailed` with its class, `Refused` for what a person can mend, anything else for a fault. */
  run(call: TaskCall): Promise<TaskOutcome>;
}

/** What a handler is called with. */
export interface TaskCall {
  db: Database;
  /** The person whose work it is. */
  owner: string;
  job: TaskJob;
  task: ClaimedTask;
  /** Aborted when the lease is lost (cancelled, taken by another) or the worker stops. What is finished in spite of a stop is kept. */
  signal: AbortSignal;
  /** Renews the lease at once; leases are renewed by the clock anyway, but not while code computes without a pause. Throws `LeaseLost`. */
  heartbeat(): Promise<void>;
}

/** What never changes of a job while it runs. */
export interface TaskJob {
  id: string;
  owner: string;
  novelId: string | null;
  type: string;
  /** As they were given to `createJob`. */
  settings: unknown;
  seed: number;
  /** Times the job was retried by a person. */
  attempts: number;
}

/** A task with a lease. */
export interface ClaimedTask {
  id: string;
  jobId: string;
  step: string;
  unit: string;
  /** As it was given with the task; null where nothing was. */
  input: unknown;
  inputHash: string;
  /** Smaller is sooner. */
  priority: number;
  provider: string | null;
  /** The same for every attempt on the same input: what a paid call is made with, so that it is paid once. */
  idempotencyKey: string;
  /** 1 for the first. */
  attempt: number;
  maxAttempts: number;
  /** Whose it is until it is renewed or runs out: unique for each claim. */
  lease: string;
  /** Milliseconds since 1970. */
  startedAt: number;
}

/** What a finished task leaves. All of it, and the task's end, are written in one atomic batch. */
export interface TaskOutcome {
  /** JSON of a few kilobytes at most; larger things are files. */
  result?: unknown;
  /** Tasks that follow. One that is there with the same input hash is left alone, done or not; with another hash it starts anew. */
  next?: readonly NewTask[];
  /** Added to the job's counters. */
  counters?: Partial<Record<CounterName, number>>;
  /** JSON for the step history: sizes, models, whatever helps to understand the run. */
  metadata?: unknown;
}

/** A unit of work to be done; `(job, step, unit)` is unique. */
export interface NewTask {
  step: string;
  unit: string;
  /** Hash of everything that the result depends on. */
  inputHash: string;
  /** JSON for the handler. */
  input?: unknown;
  /** Not before every task of all earlier steps of the plan is done (those that these add included). */
  waits?: boolean;
  /** Whose limit of work at once it counts for, such as the model's provider; none where it is missing. */
  provider?: string | null;
}

/** The counters of a job: what is planned and what is done. */
export const counterNames = [
  "chunksTotal",
  "chunksDone",
  "episodesTotal",
  "episodesDone",
  "pagesTotal",
  "pagesDone",
  "panelsTotal",
  "panelsDone",
] as const;

export type CounterName = (typeof counterNames)[number];

/** Attempts before a task is parked, where its handler names none. Lost workers count, so that what kills its process ends too. */
export const defaultMaxAttempts = 10;

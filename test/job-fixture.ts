import type { Database } from "../src/backends/sql/database.ts";
import { uuid7 } from "../src/core/text/uuid7.ts";
import type { Claim } from "../src/features/jobs/queries/claim-tasks.ts";
import { type ClaimedWork, claimTasks } from "../src/features/jobs/queries/claim-tasks.ts";
import { completeTasks } from "../src/features/jobs/queries/complete-tasks.ts";
import { createJob, type JobSummary, type NewJob, readJob } from "../src/features/jobs/queries/jobs.ts";
import type { JobPlans, NewTask, TaskHandler, TaskOutcome } from "../src/features/jobs/task-handler.ts";

/** A clock that stands still until it is put forward, or back. */
export function heldClock(start = Date.UTC(2026, 0, 1)) {
  let time = start;
  return {
    now: () => time,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

/** Ids that sort by the order in which they are asked for. */
export function countedIds(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return uuid7(made, new Uint8Array(10));
  };
}

export async function addPerson(db: Database, id = "ann"): Promise<void> {
  const time = "2026-01-01T00:00:00.000Z";
  await db.kysely
    .insertInto("users")
    .values({ id, email: `${id}@example.org`, created_at: time, updated_at: time })
    .execute();
}

/** A step whose work is what `run` says, or nothing. */
export function step(name: string, run: TaskHandler["run"] = () => Promise.resolve({}), weight = 1): TaskHandler {
  return { step: name, weight, run };
}

/** A plan for jobs of type `import`. */
export function planOf(...handlers: TaskHandler[]): JobPlans {
  return { import: handlers };
}

/** A task of a step, with a hash that is the same for the same unit. */
export function task(name: string, unit = "book", more: Partial<NewTask> = {}): NewTask {
  return { step: name, unit, inputHash: `hash of ${unit}`, ...more };
}

/** Jobs of one database, told what to do by hand: no pump, and a clock that stands still. */
export function jobDesk(db: Database, plans: JobPlans, newId = countedIds()) {
  const clock = heldClock();
  const leaseLength = 60_000;
  const desk = {
    clock,
    newId,
    leaseLength,
    async create(tasks: readonly NewTask[], more: Partial<NewJob> = {}, owner = "ann"): Promise<string> {
      const given = { plans, now: clock.now(), newId };
      const id = await createJob(db, owner, { type: "import", novelId: null, tasks, ...more }, given);
      if (id === null) throw new Error("There is no such novel.");
      return id;
    },
    claim: (limit = 100, more: Partial<Claim> = {}): Promise<readonly ClaimedWork[]> =>
      claimTasks(db, { now: clock.now(), limit, leaseLength, token: newId(), providerLimits: {}, ...more }),
    /** Claims the one task that is ready; throws where there is none. */
    async claimOne(): Promise<ClaimedWork> {
      const [work] = await desk.claim(1);
      if (!work) throw new Error("Nothing is ready.");
      return work;
    },
    /** What became of each, in order. */
    async finish(work: readonly ClaimedWork[], outcome: TaskOutcome = {}): Promise<string[]> {
      const finished = work.map((each) => ({ ...each, outcome }));
      const completions = await completeTasks(db, plans, finished, { now: clock.now(), newId });
      return work.map(({ task: { id } }) => completions.get(id)?.status ?? "missing");
    },
    async job(id: string, owner = "ann"): Promise<JobSummary> {
      const job = await readJob(db, owner, id);
      if (!job) throw new Error("There is no such job.");
      return job;
    },
    /** `step/unit: status` of every task, in the order of the way. */
    async tasks(): Promise<string[]> {
      const rows = await db.kysely.selectFrom("tasks").selectAll().orderBy("step_index").orderBy("unit_key").execute();
      return rows.map((row) => `${row.step}/${row.unit_key}: ${row.status}`);
    },
  };
  return desk;
}

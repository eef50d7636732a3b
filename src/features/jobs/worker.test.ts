import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../../test/job-fixture.ts";
import type { Database } from "../../backends/sql/database.ts";
import { SqlError, type SqlErrorCode } from "../../backends/sql/sql-error.ts";
import type { TaskHandler } from "./task-handler.ts";
import { taskWorker, type WorkerOptions } from "./worker.ts";

let db: Database;
beforeEach(async () => {
  db = await testDatabase();
  await addPerson(db);
});
afterEach(() => db.close());

const running = new AbortController().signal;

function desk(handler: TaskHandler, more: Partial<WorkerOptions> & { on?: Database } = {}) {
  const { on = db, ...options } = more;
  const plans = planOf(handler);
  const made = jobDesk(db, plans);
  const worker = taskWorker(on, { plans, now: made.clock.now, newId: made.newId, jitter: () => 0, ...options });
  return { ...made, worker };
}

/** The database, failing the writes whose number is in the list; the first is 1. */
function failing(numbers: readonly number[], code: SqlErrorCode = "full") {
  const asked = { writes: 0 };
  const faulty: Database = {
    ...db,
    atomic: (queries) => {
      asked.writes += 1;
      return numbers.includes(asked.writes)
        ? Promise.reject(new SqlError(code, `the database is ${code}`))
        : db.atomic(queries);
    },
  };
  return { asked, faulty };
}

describe("a worker", () => {
  it("[J5] tries again what could not be stored because the disk was full", async () => {
    // The first write is the claim.
    const { faulty } = failing([2]);
    const { create, worker, clock, job } = desk(step("page"), { on: faulty });
    const id = await create([task("page", "a")]);
    for (const work of await worker.claim(1)) await worker.run(work, running);
    const row = await db.kysely.selectFrom("tasks").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: "ready", error_class: "transient", error_code: "database-full" });
    clock.pass(1_000);
    for (const work of await worker.claim(1)) await worker.run(work, running);
    expect(await job(id)).toMatchObject({ status: "completed" });
  });

  it("[J4] loses nothing where not even the failure can be stored: the lease runs out, and the task is done again", async () => {
    const { faulty } = failing([2, 3]);
    const { create, worker, clock, leaseLength, job } = desk(step("page"), { on: faulty });
    const id = await create([task("page", "a")]);
    const [work] = await worker.claim(1);
    if (!work) throw new Error("A page is ready.");
    await expect(worker.run(work, running)).rejects.toThrow("full");
    for (const pass of [0, leaseLength - 1, 2, 1_000]) {
      clock.pass(pass);
      await worker.sweep();
    }
    for (const again of await worker.claim(1)) await worker.run(again, running);
    expect(await job(id)).toMatchObject({ status: "completed" });
  });

  it.each(["busy", "unreachable"] as const)(
    "[J4] stores the end of a task again where the database is %s for some seconds",
    async (code) => {
      const { asked, faulty } = failing([2, 3, 4, 5], code);
      const slept: number[] = [];
      const sleep = async (milliseconds: number): Promise<void> => void slept.push(milliseconds);
      const { create, worker, job } = desk(step("page"), { on: faulty, sleep });
      const id = await create([task("page", "a")]);
      for (const work of await worker.claim(1)) await worker.run(work, running);
      expect(await job(id)).toMatchObject({ status: "completed" });
      expect(asked.writes).toBe(6);
      expect(slept.toSorted((a, b) => a - b)).toEqual(slept);
      expect(slept).toHaveLength(4);
    },
  );

  it("[J4] stores a failed attempt again, and only once where the connection was lost behind the first", async () => {
    const lost: Database = {
      ...db,
      async atomic(queries) {
        const rows = await db.atomic(queries);
        if (asked.splice(0, 1)[0] === "end") throw new SqlError("unreachable", "Connection terminated unexpectedly");
        return rows;
      },
    };
    const asked = ["claim", "end"];
    const page = step("page", () => Promise.reject(new SqlError("full", "database or disk is full")));
    const { create, worker } = desk(page, { on: lost, sleep: async () => undefined });
    await create([task("page", "a")]);
    for (const work of await worker.claim(1)) await worker.run(work, running);
    const row = await db.kysely.selectFrom("tasks").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: "ready", attempts: 1, error_code: "database-full" });
    expect(await db.kysely.selectFrom("job_step_history").selectAll().execute()).toHaveLength(1);
  });

  it("[J5] waits with a step that it does not know, which another version may", async () => {
    const { create, worker, job } = desk(step("page"));
    const id = await create([task("page", "a")]);
    await db.kysely.updateTable("tasks").set({ step: "ink" }).execute();
    for (const work of await worker.claim(1)) await worker.run(work, running);
    expect(await job(id)).toMatchObject({ status: "processing" });
    const row = await db.kysely.selectFrom("tasks").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: "ready", error_code: "step-unknown" });
  });

  it("[J4] renews its lease when a handler asks for it, in the midst of long computing", async () => {
    const computing: TaskHandler = step("page", async ({ heartbeat }) => {
      clock.pass(40_000);
      await heartbeat();
      clock.pass(40_000);
      await other.sweep();
      return {};
    });
    const { create, worker, clock, newId, job } = desk(computing);
    const other = taskWorker(db, { plans: planOf(computing), now: clock.now, newId, jitter: () => 0 });
    const id = await create([task("page", "a")]);
    for (const work of await worker.claim(1)) await worker.run(work, running);
    expect(await job(id)).toMatchObject({ status: "completed" });
  });

  it("[J2] stores what ends at one time in one write for each job", async () => {
    const { asked, faulty } = failing([]);
    const { create, worker, job } = desk(step("page"), { on: faulty });
    const units = Array.from({ length: 40 }, (_, i) => task("page", `page-${i}`));
    const ids = [await create(units), await create(units)];
    const work = await worker.claim(80);
    await Promise.all(work.map((each) => worker.run(each, running)));
    for (const id of ids) expect(await job(id)).toMatchObject({ status: "completed" });
    expect(asked.writes).toBeLessThan(10);
  });

  it("[J5] tells of an attempt that is made again, and not of the one that ends the task", async () => {
    const told: string[] = [];
    const full = step("page", () => Promise.reject(new SqlError("full", "database or disk is full")));
    const onRetry: WorkerOptions["onRetry"] = ({ task: { unit, attempt } }, { code }) =>
      void told.push(`${unit} ${attempt} ${code}`);
    const { create, worker, clock } = desk({ ...full, maxAttempts: 2 }, { onRetry });
    await create([task("page", "a")]);
    for (const pass of [0, 60_000]) {
      clock.pass(pass);
      for (const work of await worker.claim(1)) await worker.run(work, running);
    }
    expect(told).toEqual(["a 1 database-full"]);
  });

  it("does its chores with every look for lost workers", async () => {
    let done = 0;
    const { worker } = desk(step("page"), { chores: () => Promise.resolve(void (done += 1)) });
    await worker.sweep();
    await worker.sweep();
    expect(done).toBe(2);
  });
});

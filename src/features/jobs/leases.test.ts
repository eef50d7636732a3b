import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../../test/job-fixture.ts";
import type { Database } from "../../backends/sql/database.ts";
import { failTask } from "./queries/fail-task.ts";
import { releaseTask, renewLeases } from "./queries/leases.ts";
import { stepHistory } from "./queries/step-history.ts";
import { sweepTasks } from "./queries/sweep-tasks.ts";
import { longestWait } from "./retry-policy.ts";
import { taskWorker } from "./worker.ts";

let db: Database;
beforeEach(async () => {
  db = await testDatabase();
  await addPerson(db);
});
afterEach(() => db.close());

const plans = planOf({ ...step("page"), maxAttempts: 2 });
const hour = 3_600_000;

function desk() {
  const made = jobDesk(db, plans);
  const { clock, leaseLength } = made;
  return {
    ...made,
    renew: (held: readonly { id: string; lease: string }[]) => renewLeases(db, held, clock.now() + leaseLength),
    sweep: () => sweepTasks(db, { now: clock.now(), leaseLength, jitter: () => 0 }),
  };
}

describe("leases", () => {
  it("[J4] last as long as they are renewed, and then the task is another's", async () => {
    const { create, claimOne, clock, renew, sweep, finish, tasks } = desk();
    const id = await create([task("page", "a")]);
    const work = await claimOne();
    for (let beat = 0; beat < 5; beat++) {
      clock.pass(50_000);
      expect(await sweep()).toEqual([]);
      expect(await renew([work.task])).toEqual(new Set([work.task.id]));
    }
    clock.pass(60_001);
    expect(await sweep()).toEqual([work.task.id]);
    expect(await renew([work.task])).toEqual(new Set());
    expect(await tasks()).toEqual(["page/a: ready"]);
    expect(await stepHistory(db, "ann", id)).toMatchObject([
      { status: "failed", errorCode: "worker-lost", attempt: 1 },
    ]);

    clock.pass(1_000);
    const again = await claimOne();
    expect(again.task.attempt).toBe(2);
    expect(await finish([work])).toEqual(["lost"]);
    expect(await finish([again])).toEqual(["done"]);
  });

  it("[J4] that ran out but were not taken away are still good", async () => {
    const { create, claimOne, clock, renew, finish } = desk();
    await create([task("page", "a")]);
    const work = await claimOne();
    clock.pass(hour);
    expect(await renew([work.task])).toEqual(new Set([work.task.id]));
    clock.pass(hour);
    expect(await finish([work])).toEqual(["done"]);
  });

  it("[J4] that were renewed after another had looked are not taken away", async () => {
    const { create, claimOne, clock, renew, finish } = desk();
    await create([task("page", "a")]);
    const work = await claimOne();
    clock.pass(hour);
    await renew([work.task]);
    const lost = { class: "lost", code: "worker-lost", message: "gone", retryAfter: null } as const;
    const taken = { task: work.task, failure: lost, verdict: { status: "parked" }, onlyExpired: true } as const;
    expect(await failTask(db, taken, clock.now())).toBe(false);
    expect(await finish([work])).toEqual(["done"]);
  });

  it("[J5] of a task that takes its worker down with it every time end with the task parked", async () => {
    const { create, claimOne, clock, sweep, job, tasks } = desk();
    const id = await create([task("page", "a")]);
    for (let attempt = 1; attempt <= 2; attempt++) {
      await claimOne();
      clock.pass(hour);
      await sweep();
      clock.pass(hour);
    }
    expect(await tasks()).toEqual(["page/a: parked"]);
    expect(await job(id)).toMatchObject({ status: "failed", error: { code: "worker-lost", step: "page" } });
  });

  it("[J12] can be given back, and then the attempt does not count", async () => {
    const { create, claimOne, clock, finish } = desk();
    const id = await create([task("page", "a")]);
    const work = await claimOne();
    await releaseTask(db, work.task, clock.now());
    const again = await claimOne();
    expect(again.task.attempt).toBe(1);
    await releaseTask(db, work.task, clock.now());
    expect(await finish([work])).toEqual(["lost"]);
    expect(await finish([again])).toEqual(["done"]);
    expect(await stepHistory(db, "ann", id)).toHaveLength(1);
  });
});

describe("a clock that jumps", () => {
  it("[J4] back: takes nothing from a worker that lives", async () => {
    const { create, claimOne, clock, renew, sweep, finish } = desk();
    await create([task("page", "a")]);
    const work = await claimOne();
    clock.pass(-hour);
    for (let beat = 0; beat < 10; beat++) {
      expect(await sweep()).toEqual([]);
      expect((await renew([work.task])).size).toBe(1);
      clock.pass(20_000);
    }
    expect(await finish([work])).toEqual(["done"]);
  });

  it("[J4] back: a dead worker's task is another's a lease later, and not when the clock has caught up", async () => {
    const { create, claimOne, clock, leaseLength, sweep } = desk();
    await create([task("page", "a")]);
    const { task: dead } = await claimOne();
    clock.pass(-24 * hour);
    expect(await sweep()).toEqual([]);
    clock.pass(leaseLength + 1);
    expect(await sweep()).toEqual([dead.id]);
  });

  it("[J4] back: what is ready can be claimed at once, and what waits for its next attempt waits no longer than the longest wait", async () => {
    const { create, claim, claimOne, clock, sweep } = desk();
    await create([task("page", "a"), task("page", "b")]);
    await db.kysely
      .updateTable("tasks")
      .set({ run_after: new Date(clock.now() + 1_000).toISOString() })
      .where("unit_key", "=", "b")
      .execute();
    clock.pass(-24 * hour);
    expect((await claimOne()).task.unit).toBe("a");
    await sweep();
    clock.pass(longestWait);
    expect((await claim()).map(({ task: { unit } }) => unit)).toEqual(["b"]);
  });

  it("[J4] ahead: workers get the time to renew before anything is taken from them", async () => {
    const { create, claimOne, clock, leaseLength, renew, tasks, newId } = desk();
    await create([task("page", "a")]);
    const work = await claimOne();
    const other = taskWorker(db, { plans, now: clock.now, newId, jitter: () => 0, leaseLength });
    await other.sweep();
    clock.pass(hour);
    await other.sweep();
    expect(await tasks()).toEqual(["page/a: running"]);
    await renew([work.task]);
    clock.pass(20_000);
    await other.sweep();
    expect(await tasks()).toEqual(["page/a: running"]);
    for (let beat = 0; beat < 3; beat++) {
      clock.pass(20_001);
      await other.sweep();
    }
    expect(await tasks()).toEqual(["page/a: ready"]);
  });
});

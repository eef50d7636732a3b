import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TaskPump, TaskSource } from "../src/backends/queue/task-queue.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { type ClaimedWork, claimTasks } from "../src/features/jobs/queries/claim-tasks.ts";
import { cancelJob } from "../src/features/jobs/queries/job-control.ts";
import { createJob, readJob } from "../src/features/jobs/queries/jobs.ts";
import { stepHistory } from "../src/features/jobs/queries/step-history.ts";
import { LeaseLost } from "../src/features/jobs/task-failure.ts";
import type { JobPlans, NewTask, TaskCall, TaskHandler } from "../src/features/jobs/task-handler.ts";
import { taskWorker, type WorkerOptions } from "../src/features/jobs/worker.ts";
import { addPerson, countedIds, heldClock, planOf, step, task } from "./job-fixture.ts";

export interface PumpTimes {
  concurrency: number;
  /** Milliseconds. */
  poll: number;
  beat: number;
  grace: number;
  onError: (error: unknown) => void;
}

/** How a queue is opened for the contract; `connections` are to one database with all tables, each as a process of its own would have it. */
export interface QueueUnderTest {
  pump: (source: TaskSource<ClaimedWork>, times: PumpTimes) => TaskPump;
  connections: (count: number) => Promise<{ databases: readonly Database[]; close: () => Promise<void> }>;
}

const never = 1_000_000;
const usual: PumpTimes = {
  concurrency: 4,
  poll: never,
  beat: never,
  grace: 50,
  onError: (error) => {
    throw error;
  },
};

/** What every queue does, whatever carries its messages: rows are the truth, and no delivery makes a task done twice. */
export function queueContract(name: string, queue: QueueUnderTest): void {
  describe(`the contract of queues, kept by ${name}`, () => {
    let opened: Awaited<ReturnType<QueueUnderTest["connections"]>>;
    let db: Database;
    let other: Database;
    const pumps: TaskPump[] = [];
    const clock = heldClock();
    const newId = countedIds();

    beforeEach(async () => {
      opened = await queue.connections(2);
      const [first, second] = opened.databases;
      if (!first || !second) throw new Error("Two connections were asked for.");
      [db, other] = [first, second];
      await addPerson(db);
    });
    afterEach(async () => {
      await Promise.all(pumps.splice(0).map((pump) => pump.stop()));
      await opened.close();
    });

    function start(
      plans: JobPlans,
      times: Partial<PumpTimes> = {},
      more: Partial<WorkerOptions> & { on?: Database } = {},
    ) {
      const { on = db, ...options } = more;
      const worker = taskWorker(on, { plans, now: clock.now, newId, jitter: () => 0, ...options });
      const pump = queue.pump(worker, { ...usual, ...times });
      pumps.push(pump);
      return pump;
    }

    async function create(plans: JobPlans, tasks: readonly NewTask[]): Promise<string> {
      const id = await createJob(
        db,
        "ann",
        { type: "import", novelId: null, tasks },
        { plans, now: clock.now(), newId },
      );
      if (id === null) throw new Error("There is no such novel.");
      return id;
    }

    const status = async (id: string): Promise<string | undefined> => (await readJob(db, "ann", id))?.status;
    const numbered = (count: number) => Array.from({ length: count }, (_, i) => task("page", `page-${i}`));
    const attempts = async (id: string) =>
      (await stepHistory(db, "ann", id, { limit: 10_000 })).map(({ unit, status: end, errorCode }) => [
        unit,
        end,
        errorCode,
      ]);

    it("[J1] does every task once, however often it is told of it", async () => {
      const calls: string[] = [];
      const plans = planOf(
        step("page", ({ task: { unit } }) => {
          calls.push(unit);
          return Promise.resolve({});
        }),
      );
      const pump = start(plans);
      const id = await create(plans, numbered(30));
      for (let message = 0; message < 50; message++) pump.wake([id]);
      await until(async () => (await status(id)) === "completed");
      for (let message = 0; message < 50; message++) pump.wake([id]);
      await pump.idle();
      expect(calls.toSorted()).toEqual(
        numbered(30)
          .map(({ unit }) => unit)
          .toSorted(),
      );
      expect(await attempts(id)).toHaveLength(30);
    });

    it("[J12] finds at a poll what no message told of", async () => {
      const plans = planOf(step("page"));
      const pump = start(plans, { poll: 20 });
      await pump.idle();
      const id = await create(plans, numbered(1));
      await until(async () => (await status(id)) === "completed");
    });

    it("[J1] [J4] gives the task of a dead worker to another, and refuses what the dead one brings when it comes back", async () => {
      const dead = Promise.withResolvers<{ result: string }>();
      const plans = planOf(step("page", () => dead.promise));
      const first = start(plans);
      const id = await create(plans, numbered(1));
      first.wake([id]);
      await until(async () => (await status(id)) === "processing");

      start(
        planOf(step("page", () => Promise.resolve({ result: "of the second" }))),
        { poll: 10, beat: 10 },
        { on: other },
      );
      await until(async () => {
        clock.pass(10_000);
        return (await status(id)) === "completed";
      });
      dead.resolve({ result: "of the dead" });
      await first.stop();
      const { result } = await db.kysely.selectFrom("tasks").select("result").executeTakeFirstOrThrow();
      expect(result).toBe('"of the second"');
      expect(await attempts(id)).toEqual([
        ["page-0", "failed", "worker-lost"],
        ["page-0", "completed", null],
      ]);
    });

    it("[J4] keeps the lease of a task that takes long", async () => {
      const slow = Promise.withResolvers<object>();
      const plans = planOf(step("page", () => slow.promise));
      const first = start(plans, { beat: 5 });
      start(plans, { poll: 10, beat: 5 }, { on: other });
      const id = await create(plans, numbered(1));
      first.wake([id]);
      await until(async () => (await status(id)) === "processing");
      for (let beat = 0; beat < 20; beat++) {
        clock.pass(10_000);
        await slept(10);
      }
      slow.resolve({});
      await until(async () => (await status(id)) === "completed");
      expect(await attempts(id)).toEqual([["page-0", "completed", null]]);
    });

    it("[J5] parks a task that fails at every attempt, with its error, and keeps the work of the others", async () => {
      const plans = planOf(
        step("page", ({ task: { unit } }) =>
          unit === "page-1" ? Promise.reject(new TypeError("x is undefined")) : Promise.resolve({}),
        ),
      );
      const pump = start(plans, { poll: 5 });
      const id = await create(plans, numbered(3));
      pump.wake([id]);
      await until(async () => {
        clock.pass(1_000);
        return (await status(id)) === "failed";
      });
      const rows = await db.kysely.selectFrom("tasks").selectAll().orderBy("unit_key").execute();
      expect(rows.map((row) => row.status)).toEqual(["done", "parked", "done"]);
      expect(rows[1]).toMatchObject({ error_class: "crash", error_message: "x is undefined" });
      expect((await attempts(id)).filter(([unit]) => unit === "page-1")).toHaveLength(3);
    });

    it("[J1] does each task once with two pumps on one database", async () => {
      const calls: string[] = [];
      const page = (worker: string): TaskHandler =>
        step("page", async ({ task: { unit } }) => {
          await slept(1);
          calls.push(`${worker} ${unit}`);
          return { counters: { pagesDone: 1 } };
        });
      const plans = planOf(page("first"), step("bind"));
      start(plans, { poll: 5 });
      start(planOf(page("second"), step("bind")), { poll: 5 }, { on: other });
      const id = await create(plans, [...numbered(120), task("bind", "book", { waits: true })]);
      await until(async () => (await status(id)) === "completed");
      expect(new Set(calls.map((call) => call.split(" ")[1])).size).toBe(120);
      expect(calls).toHaveLength(120);
      expect(new Set(calls.map((call) => call.split(" ")[0])).size).toBe(2);
      expect((await readJob(db, "ann", id))?.counters.pagesDone).toBe(120);
    });

    it("[J1] gives no task to two of ten that claim at once", async () => {
      const ten = await queue.connections(10);
      const [one] = ten.databases;
      if (!one) throw new Error("Ten connections were asked for.");
      await addPerson(one);
      const plans = planOf(step("page"));
      const job = { type: "import", novelId: null, tasks: numbered(200) };
      await createJob(one, "ann", job, { plans, now: clock.now(), newId });
      const claimed: string[] = [];
      const claimAll = async (on: Database): Promise<void> => {
        for (;;) {
          const claim = { now: clock.now(), limit: 3, leaseLength: 60_000, token: newId(), providerLimits: {} };
          const work = await claimTasks(on, claim);
          if (work.length === 0) return;
          claimed.push(...work.map(({ task: { unit } }) => unit));
        }
      };
      await Promise.all(ten.databases.map(claimAll));
      await ten.close();
      expect(claimed).toHaveLength(200);
      expect(new Set(claimed).size).toBe(200);
    });

    it("[J7] aborts what runs when its job is cancelled, at the next heartbeat, and refuses its result", async () => {
      const seen = Promise.withResolvers<unknown>();
      const plans = planOf(
        step("page", async ({ signal }) => {
          await aborted(signal);
          seen.resolve(signal.reason);
          return { result: "too late" };
        }),
      );
      const pump = start(plans, { beat: 10 });
      const id = await create(plans, numbered(1));
      pump.wake([id]);
      await until(async () => (await status(id)) === "processing");
      await cancelJob(db, "ann", id, clock.now());
      expect(await seen.promise).toBeInstanceOf(LeaseLost);
      await pump.stop();
      const row = await db.kysely.selectFrom("tasks").selectAll().executeTakeFirstOrThrow();
      expect(row).toMatchObject({ status: "cancelled", result: null });
    });

    it("[J7] tells a handler that asks whether the task is still its own", async () => {
      const asked = Promise.withResolvers<unknown>();
      const going = Promise.withResolvers<void>();
      const plans = planOf(
        step("page", async (call: TaskCall) => {
          await call.heartbeat();
          await going.promise;
          await call.heartbeat().catch(asked.resolve);
          return {};
        }),
      );
      const pump = start(plans);
      const id = await create(plans, numbered(1));
      pump.wake([id]);
      await until(async () => (await status(id)) === "processing");
      await cancelJob(db, "ann", id, clock.now());
      going.resolve();
      expect(await asked.promise).toBeInstanceOf(LeaseLost);
    });

    it("[J12] lets what runs end when it stops, and begins nothing more", async () => {
      const going = Promise.withResolvers<void>();
      const plans = planOf(
        step("page", async () => {
          await going.promise;
          return {};
        }),
      );
      const pump = start(plans, { concurrency: 2, grace: 10_000 });
      const id = await create(plans, numbered(3));
      pump.wake([id]);
      await until(async () => (await claimedTasks(db)) === 2);
      const stopped = pump.stop();
      going.resolve();
      await stopped;
      expect((await attempts(id)).map(([, end]) => end)).toEqual(["completed", "completed"]);
      pump.wake([id]);
      expect(await status(id)).toBe("processing");
    });

    it.each([
      ["ends by the signal", true],
      ["does not listen", false],
    ])("[J12] gives back what %s when it stops, and the attempt does not count", async (_, listens) => {
      const plans = planOf(
        step("page", async ({ signal }) => {
          await aborted(signal);
          if (listens) signal.throwIfAborted();
          return new Promise(() => undefined);
        }),
      );
      const pump = start(plans, { grace: listens ? 10_000 : 20 });
      const id = await create(plans, numbered(1));
      pump.wake([id]);
      await until(async () => (await status(id)) === "processing");
      await pump.stop();
      const row = await db.kysely.selectFrom("tasks").selectAll().executeTakeFirstOrThrow();
      expect(row).toMatchObject({ status: "ready", attempts: 0, lease_owner: null });
      expect(await attempts(id)).toEqual([]);
    });
  });
}

async function claimedTasks(db: Database): Promise<number> {
  return (await db.kysely.selectFrom("tasks").select("id").where("status", "=", "running").execute()).length;
}

const slept = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
}

/** Waits until it is so; a test that waits in vain fails by its time. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await slept(5);
}

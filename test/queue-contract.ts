import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TaskPump, TaskSource } from "../src/backends/queue/task-queue.ts";
import { timeText } from "../src/backends/sql/codecs.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { type ClaimedWork, claimTasks } from "../src/features/jobs/queries/claim-tasks.ts";
import { cancelJob } from "../src/features/jobs/queries/job-control.ts";
import { createJob, readJob } from "../src/features/jobs/queries/jobs.ts";
import { stepHistory } from "../src/features/jobs/queries/step-history.ts";
import { LeaseLost } from "../src/features/jobs/task-failure.ts";
import type { JobPlans, NewTask, TaskCall, TaskHandler } from "../src/features/jobs/task-handler.ts";
import { taskWorker, usualLeaseLength } from "../src/features/jobs/worker.ts";
import { addPerson, countedIds, heldClock, planOf, step, task } from "./job-fixture.ts";

export interface PumpTimes {
  concurrency: number;
  /** Milliseconds. */
  poll: number;
  beat: number;
  grace: number;
  onError: (error: unknown) => void;
}

export interface OpenedQueue {
  /** To one database with all tables, each as a process of its own would have it. */
  databases: readonly Database[];
  /** Pumps of one queue wake each other. */
  pump: (source: TaskSource<ClaimedWork>, times: PumpTimes) => TaskPump;
  close: () => Promise<void>;
}

/** Opens a queue for the contract, with so many connections to its database. */
export type QueueUnderTest = (connections: number) => Promise<OpenedQueue>;

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

/** A queue with two connections before each test, the pumps that a test starts, and jobs to give them. */
function queueBench(open: QueueUnderTest) {
  const pumps: TaskPump[] = [];
  const clock = heldClock();
  const newId = countedIds();
  let opened: OpenedQueue;

  function connection(index: number): Database {
    const db = opened.databases[index];
    if (!db) throw new Error("Two connections were asked for.");
    return db;
  }

  beforeEach(async () => {
    opened = await open(2);
    await addPerson(connection(0));
  });
  afterEach(async () => {
    await Promise.all(pumps.splice(0).map((pump) => pump.stop()));
    await opened.close();
  });

  return {
    clock,
    newId,
    get db() {
      return connection(0);
    },
    get other() {
      return connection(1);
    },
    /** A worker with its pump, on the first connection or another; it claims nothing any more when it no longer lives. */
    start(plans: JobPlans, times: Partial<PumpTimes> = {}, more: { on?: Database; lives?: () => boolean } = {}) {
      const { on = connection(0), lives = () => true } = more;
      const worker = taskWorker(on, { plans, now: clock.now, newId, jitter: () => 0 });
      const claim: typeof worker.claim = async (limit) => (lives() ? worker.claim(limit) : []);
      const pump = opened.pump({ ...worker, claim }, { ...usual, ...times });
      pumps.push(pump);
      return pump;
    },
    async create(plans: JobPlans, tasks: readonly NewTask[]): Promise<string> {
      const job = { type: "import", novelId: null, tasks };
      const id = await createJob(connection(0), "ann", job, { plans, now: clock.now(), newId });
      if (id === null) throw new Error("There is no such novel.");
      return id;
    },
    status: async (id: string): Promise<string | undefined> => (await readJob(connection(0), "ann", id))?.status,
    attempts: async (id: string) =>
      (await stepHistory(connection(0), "ann", id, { limit: 10_000 })).map(({ unit, status, errorCode }) => [
        unit,
        status,
        errorCode,
      ]),
  };
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => task("page", `page-${i}`));

/** What every queue does, whatever carries its messages: rows are the truth, and no delivery makes a task done twice. */
export function queueContract(name: string, open: QueueUnderTest): void {
  describe(`the contract of queues, kept by ${name}`, () => {
    const bench = queueBench(open);
    const { clock, newId, start, create, status, attempts } = bench;

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
      let lives = true;
      const first = start(plans, {}, { lives: () => lives });
      const id = await create(plans, numbered(1));
      first.wake([id]);
      await until(async () => (await status(id)) === "processing");
      lives = false;

      start(
        planOf(step("page", () => Promise.resolve({ result: "of the second" }))),
        { poll: 10, beat: 10 },
        { on: bench.other },
      );
      await until(async () => {
        clock.pass(10_000);
        return (await status(id)) === "completed";
      });
      dead.resolve({ result: "of the dead" });
      await first.stop();
      const { result } = await bench.db.kysely.selectFrom("tasks").select("result").executeTakeFirstOrThrow();
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
      start(plans, { poll: 10, beat: 5 }, { on: bench.other });
      const id = await create(plans, numbered(1));
      first.wake([id]);
      await until(async () => (await status(id)) === "processing");
      for (let beat = 0; beat < 20; beat++) {
        clock.pass(10_000);
        const renewed = timeText(clock.now() + usualLeaseLength);
        await until(async () => (await leases(bench.db)).join() === renewed);
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
      const rows = await bench.db.kysely.selectFrom("tasks").selectAll().orderBy("unit_key").execute();
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
      start(planOf(page("second"), step("bind")), { poll: 5 }, { on: bench.other });
      const id = await create(plans, [...numbered(120), task("bind", "book", { waits: true })]);
      await until(async () => (await status(id)) === "completed");
      expect(new Set(calls.map((call) => call.split(" ")[1])).size).toBe(120);
      expect(calls).toHaveLength(120);
      expect(new Set(calls.map((call) => call.split(" ")[0])).size).toBe(2);
      expect((await readJob(bench.db, "ann", id))?.counters.pagesDone).toBe(120);
    });

    it("[J1] gives no task to two of ten that claim at once", async () => {
      const ten = await open(10);
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
      await cancelJob(bench.db, "ann", id, clock.now());
      expect(await seen.promise).toBeInstanceOf(LeaseLost);
      await pump.stop();
      const row = await bench.db.kysely.selectFrom("tasks").selectAll().executeTakeFirstOrThrow();
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
      await cancelJob(bench.db, "ann", id, clock.now());
      going.resolve();
      expect(await asked.promise).toBeInstanceOf(LeaseLost);
    });
  });
}

/** What a queue whose workers live in processes of ours does when they stop. */
export function pumpContract(name: string, open: QueueUnderTest): void {
  describe(`the contract of pumps, kept by ${name}`, () => {
    const bench = queueBench(open);
    const { start, create, status, attempts } = bench;

    it("[J12] lets what runs end when it stops, and begins nothing more", async () => {
      const going = Promise.withResolvers<void>();
      let begun = 0;
      const plans = planOf(
        step("page", async () => {
          begun += 1;
          await going.promise;
          return {};
        }),
      );
      const pump = start(plans, { concurrency: 2, grace: 10_000 });
      const id = await create(plans, numbered(3));
      pump.wake([id]);
      // What is claimed and not yet begun would be given back.
      await until(async () => begun === 2);
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
      const row = await bench.db.kysely.selectFrom("tasks").selectAll().executeTakeFirstOrThrow();
      expect(row).toMatchObject({ status: "ready", attempts: 0, lease_owner: null });
      expect(await attempts(id)).toEqual([]);
    });
  });
}

async function leases(db: Database): Promise<(string | null)[]> {
  const rows = await db.kysely.selectFrom("tasks").select("lease_until").where("status", "=", "running").execute();
  return rows.map(({ lease_until }) => lease_until);
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

import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../../test/job-fixture.ts";
import type { Database } from "../../backends/sql/database.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import { cancelJob } from "./queries/job-control.ts";
import { completeTasks } from "./queries/complete-tasks.ts";
import { stepHistory } from "./queries/step-history.ts";

let db: Database;
beforeEach(async () => {
  db = await testDatabase();
  await addPerson(db);
});
afterEach(() => db.close());

const plans = planOf(step("read"), step("page", undefined, 8), step("bind"));
const pages = (...units: string[]) => units.map((unit) => task("page", unit));
const bind = task("bind", "book", { waits: true });

describe("finishing tasks", () => {
  it("[J6] makes a task ready that waits when the last task of all earlier steps is done", async () => {
    const desk = jobDesk(db, plans);
    await desk.create([task("read")]);
    await desk.finish([await desk.claimOne()], { next: [...pages("a", "b"), bind] });
    const [a, b] = await desk.claim();
    if (!a || !b) throw new Error("Two pages are ready.");
    await desk.finish([a], { next: pages("c") });
    await desk.finish([b]);
    expect(await desk.tasks()).toEqual([
      "read/book: done",
      "page/a: done",
      "page/b: done",
      "page/c: ready",
      "bind/book: waiting",
    ]);
    await desk.finish(await desk.claim());
    expect((await desk.tasks()).at(-1)).toBe("bind/book: ready");
  });

  it("[J6] makes it ready at once where there is nothing to wait for", async () => {
    const desk = jobDesk(db, plans);
    await desk.create([task("read")]);
    await desk.finish([await desk.claimOne()], { next: [bind] });
    expect(await desk.tasks()).toEqual(["read/book: done", "bind/book: ready"]);
  });

  it("[J2] [J11] counts, and comes to 100 percent with the last task and not before", async () => {
    const desk = jobDesk(db, plans);
    const id = await desk.create([task("read")]);
    const percents: number[] = [];
    const seen = async () => {
      const job = await desk.job(id);
      percents.push(job.percent);
      return job;
    };
    await seen();
    await desk.finish([await desk.claimOne()], { next: [...pages("a", "b"), bind], counters: { pagesTotal: 2 } });
    expect(await seen()).toMatchObject({
      status: "processing",
      currentStep: "page",
      counters: { pagesTotal: 2, pagesDone: 0 },
    });
    await desk.finish([await desk.claimOne()], { counters: { pagesDone: 1 } });
    await seen();
    await desk.finish([await desk.claimOne()], { counters: { pagesDone: 1 }, next: pages("c", "d", "e", "f") });
    await seen();
    await desk.finish(await desk.claim(), { counters: { pagesDone: 1, pagesTotal: 1 } });
    await seen();
    await desk.finish([await desk.claimOne()]);
    expect(await seen()).toMatchObject({
      status: "completed",
      currentStep: "bind",
      counters: { pagesTotal: 6, pagesDone: 6 },
    });
    expect(percents).toEqual([0, 9, 49, 49, 89, 100]);
  });

  it("[J1] refuses what is finished twice, and keeps the first result", async () => {
    const desk = jobDesk(db, plans);
    await desk.create(pages("a"));
    const work = await desk.claimOne();
    expect(await desk.finish([work], { result: 1, counters: { pagesDone: 1 } })).toEqual(["done"]);
    expect(await desk.finish([work], { result: 2, counters: { pagesDone: 1 } })).toEqual(["lost"]);
    const row = await db.kysely.selectFrom("tasks").select(["result", "lease_owner"]).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ result: "1", lease_owner: work.task.lease });
    expect(await stepHistory(db, "ann", work.job.id)).toHaveLength(1);
  });

  it("[J1] stores those of a batch that still have their leases, and tells which had lost them", async () => {
    const desk = jobDesk(db, plans);
    const kept = await desk.create(pages("a", "b"));
    const ended = await desk.create(pages("c"));
    const work = await desk.claim();
    await db.kysely.updateTable("tasks").set({ lease_owner: "another" }).where("unit_key", "=", "b").execute();
    expect(await cancelJob(db, "ann", ended, 0)).toBe(true);
    expect(await desk.finish(work, { counters: { pagesDone: 1 } })).toEqual(["done", "lost", "lost"]);
    expect((await desk.job(kept)).counters.pagesDone).toBe(1);
    expect((await desk.job(ended)).counters.pagesDone).toBe(0);
  });

  it("[J2] stores nothing of an outcome that cannot be stored, and all of the others in its batch", async () => {
    const desk = jobDesk(db, plans);
    const id = await desk.create(pages("a", "b", "c"));
    const work = await desk.claim();
    const outcomes = [{}, { next: [task("unknown")] }, { result: "x".repeat(2_100_000) }];
    const finished = work.map((each, i) => ({ ...each, outcome: { ...outcomes[i], counters: { pagesDone: 1 } } }));
    const completions = await completeTasks(db, plans, finished, { now: 0, newId: desk.newId });
    expect([...completions.values()]).toMatchObject([
      { status: "done" },
      { status: "failed", error: { message: expect.stringContaining("no step unknown") } },
      { status: "failed", error: { code: "too-large" } },
    ]);
    expect(await desk.tasks()).toEqual(["page/a: done", "page/b: running", "page/c: running"]);
    expect((await desk.job(id)).counters.pagesDone).toBe(1);
  });

  it.each(["job_step_history", "tasks", "jobs", "job_notifications"])(
    "[J2] leaves everything as it was where writing %s fails half-way",
    async (table) => {
      const desk = jobDesk(db, plans);
      const id = await desk.create(pages("a"));
      const work = await desk.claimOne();
      const before = [await desk.job(id), await desk.tasks()];
      const when = table === "jobs" ? "update of progress_percent" : "insert";
      await sql
        .raw(`create trigger refuse before ${when} on ${table} begin select raise(abort, 'refused'); end`)
        .execute(db.kysely);
      const next = table === "tasks" ? pages("b") : [];
      expect(await desk.finish([work], { next, result: 1 })).toEqual(["failed"]);
      expect([await desk.job(id), await desk.tasks()]).toEqual(before);
      await sql.raw("drop trigger refuse").execute(db.kysely);
      expect(await desk.finish([work], { next, result: 1 })).toEqual(["done"]);
    },
  );

  it("asks a database that is away once, and not for each task", async () => {
    const desk = jobDesk(db, plans);
    await desk.create(pages("a", "b", "c"));
    const work = await desk.claim();
    let asked = 0;
    const away: Database = {
      ...db,
      atomic: () => {
        asked += 1;
        return Promise.reject(new SqlError("full", "disk full"));
      },
    };
    const finished = work.map((each) => ({ ...each, outcome: {} }));
    const completions = await completeTasks(away, plans, finished, { now: 0, newId: desk.newId });
    expect([...completions.values()].map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
    expect(asked).toBe(1);
  });
});

describe("tasks that follow", () => {
  it("[J8] are not done again for the same input, and start anew for another, whoever runs them", async () => {
    const desk = jobDesk(db, plans);
    const id = await desk.create([task("read"), ...pages("a", "b", "c")]);
    const [read, a, b] = await desk.claim(3);
    if (!read || !a || !b) throw new Error("Four tasks are ready.");
    await desk.finish([a], { result: "first" });
    await desk.finish([read], {
      next: [
        task("page", "a"),
        task("page", "b", { inputHash: "other", input: 9 }),
        task("page", "c", { inputHash: "other" }),
      ],
    });
    expect(await desk.tasks()).toEqual(["read/book: done", "page/a: done", "page/b: ready", "page/c: ready"]);
    expect(await desk.finish([b], { result: "of the old input" })).toEqual(["lost"]);
    const anew = await desk.claimOne();
    expect(anew.task).toMatchObject({ unit: "b", attempt: 1, input: 9 });
    expect(anew.task.idempotencyKey).not.toBe(b.task.idempotencyKey);
    expect((await stepHistory(db, "ann", id)).map(({ unit }) => unit)).toEqual(["book", "a"]);
  });

  it("[J8] make a task that is done start anew, without its result", async () => {
    const desk = jobDesk(db, plans);
    const id = await desk.create([task("read"), task("page", "a")]);
    const [read, a] = await desk.claim();
    if (!read || !a) throw new Error("Two tasks are ready.");
    await desk.finish([a], { result: "old" });
    await desk.finish([read], { next: [task("page", "a", { inputHash: "other" })] });
    const row = await db.kysely.selectFrom("tasks").selectAll().where("unit_key", "=", "a").executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: "ready", result: null, finished_at: null, attempts: 0, lease_owner: null });
    expect(await desk.job(id)).toMatchObject({ status: "processing", currentStep: "page" });
  });
});

describe("the step history", () => {
  it("[J9] has a row for each attempt, for its owner only, page by page", async () => {
    const desk = jobDesk(db, plans);
    const id = await desk.create(pages("a", "b"));
    const work = await desk.claim();
    desk.clock.pass(250);
    await desk.finish(work, { metadata: { bytes: 3 } });
    const [first, ...others] = await stepHistory(db, "ann", id, { limit: 1 });
    expect(others).toEqual([]);
    expect(first).toMatchObject({ step: "page", attempt: 1, status: "completed", duration: 250, errorCode: null });
    expect(await stepHistory(db, "ann", id, { after: first ?? null })).toHaveLength(1);
    expect(await stepHistory(db, "eve", id)).toEqual([]);
  });

  it("[J9] counts no time where the clock was put back meanwhile", async () => {
    const desk = jobDesk(db, plans);
    const id = await desk.create(pages("a"));
    const work = await desk.claim();
    desk.clock.pass(-3_600_000);
    await desk.finish(work);
    expect(await stepHistory(db, "ann", id)).toMatchObject([{ duration: 0 }]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../../test/job-fixture.ts";
import type { Database } from "../../backends/sql/database.ts";
import { cancelJob, pauseJob, resumeJob, retryJob, setPriority } from "./queries/job-control.ts";
import { readJob } from "./queries/jobs.ts";
import { renewLeases } from "./queries/leases.ts";

let db: Database;
beforeEach(async () => {
  db = await testDatabase();
  await addPerson(db);
});
afterEach(() => db.close());

const plans = planOf(step("page"), step("bind"));
const bind = task("bind", "book", { waits: true });

describe("a job", () => {
  it("[J7] that is paused begins nothing, keeps what was running, and goes on where it was", async () => {
    const desk = jobDesk(db, plans);
    const id = await desk.create([task("page", "a"), task("page", "b"), bind]);
    const work = await desk.claimOne();
    expect(await pauseJob(db, "ann", id, 0)).toBe(true);
    expect(await pauseJob(db, "ann", id, 0)).toBe(false);
    expect(await desk.claim()).toEqual([]);
    expect((await renewLeases(db, [work.task], desk.clock.now())).size).toBe(1);
    expect(await desk.finish([work], { next: [task("page", "c")] })).toEqual(["done"]);
    expect(await desk.job(id)).toMatchObject({ status: "paused", percent: 16 });
    expect(await desk.claim()).toEqual([]);
    expect(await resumeJob(db, "ann", id, 0)).toBe(true);
    expect(await resumeJob(db, "ann", id, 0)).toBe(false);
    expect(await desk.job(id)).toMatchObject({ status: "processing" });
    expect(await desk.claim()).toHaveLength(2);
  });

  it("[J7] that is paused before it began is pending again", async () => {
    const desk = jobDesk(db, plans);
    const id = await desk.create([task("page", "a")]);
    await pauseJob(db, "ann", id, 0);
    await resumeJob(db, "ann", id, 0);
    expect(await desk.job(id)).toMatchObject({ status: "pending" });
  });

  it("[J7] whose last running task ends while it is paused is completed", async () => {
    const desk = jobDesk(db, plans);
    const id = await desk.create([task("page", "a")]);
    const work = await desk.claim();
    await pauseJob(db, "ann", id, 0);
    await desk.finish(work);
    expect(await desk.job(id)).toMatchObject({ status: "completed", percent: 100 });
  });

  it("[J7] that is cancelled ends at once, and what was running has lost its lease", async () => {
    const desk = jobDesk(db, plans);
    const id = await desk.create([task("page", "a"), task("page", "b"), task("page", "c"), bind]);
    const [a, b] = await desk.claim(2);
    if (!a || !b) throw new Error("Three pages are ready.");
    await desk.finish([a]);
    expect(await cancelJob(db, "ann", id, desk.clock.now())).toBe(true);
    expect(await desk.tasks()).toEqual([
      "page/a: done",
      "page/b: cancelled",
      "page/c: cancelled",
      "bind/book: cancelled",
    ]);
    expect((await renewLeases(db, [b.task], desk.clock.now())).size).toBe(0);
    expect(await desk.finish([b])).toEqual(["lost"]);
    expect(await desk.job(id)).toMatchObject({ status: "cancelled", completedAt: "2026-01-01T00:00:00.000Z" });
    expect(await cancelJob(db, "ann", id, 0)).toBe(false);
    expect(await resumeJob(db, "ann", id, 0)).toBe(false);
    expect(await retryJob(db, "ann", id, 0)).toBe(false);
  });

  it("[J7] obeys its owner only", async () => {
    const desk = jobDesk(db, plans);
    await addPerson(db, "eve");
    const id = await desk.create([task("page", "a")]);
    const hers = await desk.create([task("page", "hers")], {}, "eve");
    const before = await desk.job(id);
    for (const act of [pauseJob, cancelJob, resumeJob, retryJob]) expect(await act(db, "eve", id, 0)).toBe(false);
    expect(await setPriority(db, "eve", id, { priority: 1, now: 0 })).toBe(false);
    expect(await readJob(db, "eve", id)).toBeNull();
    expect(await readJob(db, "eve", hers)).not.toBeNull();
    expect(await desk.job(id)).toEqual(before);
    expect(await desk.claim()).toHaveLength(2);
  });
});

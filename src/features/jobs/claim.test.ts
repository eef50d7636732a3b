import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../../test/job-fixture.ts";
import type { Database } from "../../backends/sql/database.ts";
import { cancelJob, pauseJob, setPriority } from "./queries/job-control.ts";
import { createJob } from "./queries/jobs.ts";

let db: Database;
beforeEach(async () => {
  db = await testDatabase();
  await addPerson(db);
});
afterEach(() => db.close());

const plans = planOf(step("read"), step("page"));
const units = (work: readonly { task: { unit: string } }[]): string[] => work.map(({ task: { unit } }) => unit);

describe("claiming tasks", () => {
  it("[J3] goes by priority, then by age, and begins the tasks of one write in the order in which they were given", async () => {
    const desk = jobDesk(db, plans);
    await desk.create(["c", "a", "b"].map((unit) => task("page", unit)));
    await desk.create([task("page", "late")]);
    await desk.create([task("page", "urgent")], { priority: 1 });
    expect(units(await desk.claim(3))).toEqual(["urgent", "c", "a"]);
    expect(units(await desk.claim())).toEqual(["b", "late"]);
    expect(await desk.claim()).toEqual([]);
  });

  it("[J3] goes on with what an older job adds before it begins a younger one", async () => {
    const desk = jobDesk(db, plans);
    await desk.create([task("read", "old")]);
    await desk.create([task("read", "young")]);
    const first = await desk.claim(1);
    await desk.finish(first, { next: [task("page", "old-1"), task("page", "old-2")] });
    expect(units([...first, ...(await desk.claim())])).toEqual(["old", "old-1", "old-2", "young"]);
  });

  it("[J3] begins a job with its first task, and not before", async () => {
    const desk = jobDesk(db, plans);
    const [first, second] = [await desk.create([task("read")]), await desk.create([task("read")])];
    desk.clock.pass(1_000);
    await desk.claim(1);
    expect(await desk.job(first)).toMatchObject({ status: "processing", startedAt: "2026-01-01T00:00:01.000Z" });
    expect(await desk.job(second)).toMatchObject({ status: "pending", startedAt: null });
  });

  it("[J3] leaves tasks of jobs that are held or have ended", async () => {
    const desk = jobDesk(db, plans);
    const [held, ended, open] = [
      await desk.create([task("page", "held")]),
      await desk.create([task("page", "ended")]),
      await desk.create([task("page", "open")]),
    ];
    expect(await pauseJob(db, "ann", held, 0)).toBe(true);
    expect(await cancelJob(db, "ann", ended, 0)).toBe(true);
    const claimed = await desk.claim();
    expect(claimed.map(({ job }) => job.id)).toEqual([open]);
  });

  it("[J3] takes of a provider no more than may run at once, all workers together, and of others what there is", async () => {
    const desk = jobDesk(db, plans);
    const asking = (provider: string | null) => (n: number) => task("page", `${provider ?? "none"}-${n}`, { provider });
    await desk.create([
      ...[1, 2, 3, 4].map(asking("paid")),
      ...[1, 2].map(asking("slow")),
      ...[1, 2].map(asking("other")),
      ...[1, 2].map(asking(null)),
    ]);
    const limits = { providerLimits: { paid: 3, slow: 0 } };
    const first = await desk.claim(2, limits);
    expect(units(first)).toEqual(["paid-1", "paid-2"]);
    const second = await desk.claim(9, limits);
    expect(units(second)).toEqual(["paid-3", "other-1", "other-2", "none-1", "none-2"]);
    await desk.finish(first);
    expect(units(await desk.claim(9, limits))).toEqual(["paid-4"]);
    expect(units(await desk.claim(9, { providerLimits: { slow: 1 } }))).toEqual(["slow-1"]);
  });

  it("[J3] follows a priority that is changed, also for tasks that are added by work begun before", async () => {
    const desk = jobDesk(db, plans);
    const slow = await desk.create([task("read"), task("page", "known")]);
    const [reading] = await desk.claim(1);
    await desk.create([task("page", "usual")]);
    expect(await setPriority(db, "ann", slow, { priority: 500, now: 0 })).toBe(true);
    expect(await setPriority(db, "eve", slow, { priority: 1, now: 0 })).toBe(false);
    if (reading) await desk.finish([reading], { next: [task("page", "added")] });
    expect(units(await desk.claim())).toEqual(["usual", "known", "added"]);
  });

  it("[J1] gives each claim a lease of its own, and the job as it was asked for", async () => {
    const desk = jobDesk(db, plans);
    await desk.create([task("page", "a", { input: { page: 7 } }), task("page", "b")], {
      settings: { trim: "b5" },
      seed: 5,
    });
    const [a, b] = await desk.claim();
    expect(a?.job).toMatchObject({ owner: "ann", type: "import", settings: { trim: "b5" }, seed: 5, attempts: 0 });
    expect(a?.task).toMatchObject({ input: { page: 7 }, attempt: 1, provider: null, startedAt: desk.clock.now() });
    expect(b?.task.input).toBeNull();
    expect(a?.task.lease).not.toBe(b?.task.lease);
    expect(a?.task.idempotencyKey).not.toBe(b?.task.idempotencyKey);
  });
});

describe("making a job", () => {
  it("[J7] refuses the novel of somebody else, and leaves nothing", async () => {
    const desk = jobDesk(db, plans);
    await addPerson(db, "eve");
    const times = { created_at: "2026", updated_at: "2026" };
    const novel = {
      id: "n1",
      user_id: "eve",
      title: "Hers",
      source_format: "text",
      content_hash: "0".repeat(64),
      ...times,
    };
    await db.kysely.insertInto("novels").values(novel).execute();
    const made = (owner: string) =>
      createJob(
        db,
        owner,
        { type: "import", novelId: "n1", tasks: [task("read")] },
        { plans, now: desk.clock.now(), newId: desk.newId },
      );
    expect(await made("ann")).toBeNull();
    expect(await desk.tasks()).toEqual([]);
    expect(await made("eve")).not.toBeNull();
  });

  it("[J1] finds the job again that the same request has made", async () => {
    const desk = jobDesk(db, plans);
    const first = await desk.create([task("read")], { idempotencyKey: "request 1" });
    expect(await desk.create([task("read")], { idempotencyKey: "request 1" })).toBe(first);
    expect(await desk.create([task("read")], { idempotencyKey: "request 2" })).not.toBe(first);
    expect(await desk.tasks()).toHaveLength(2);
  });

  it("throws where a task names a step that is not in the plan", async () => {
    await expect(jobDesk(db, plans).create([task("bind")])).rejects.toThrow("no step bind");
  });
});

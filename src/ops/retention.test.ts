import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { diskStudio } from "../../test/bad-days-studio.ts";
import { someSettings, someText, type TestStudio, testStudio } from "../../test/comic-studio.ts";
import { fabula } from "../../test/host.ts";
import { testDatabase } from "../../test/database.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../test/job-fixture.ts";
import { createMemoryBlobs } from "../backends/blobs/memory.ts";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import { comicPlan } from "../features/comics/tasks.ts";
import { retryComic } from "../features/comics/retry-comic.ts";
import { savedComic } from "../features/comics/saved-comic.ts";
import { storeFile } from "../features/files/store-file.ts";
import { beginAgain } from "../features/jobs/queries/begin-again.ts";
import { failTask } from "../features/jobs/queries/fail-task.ts";
import { cancelJob, retryJob } from "../features/jobs/queries/job-control.ts";
import { readJob } from "../features/jobs/queries/jobs.ts";
import { deleteExpired } from "./retention-expired.ts";
import { sweepDaily } from "./retention-chore.ts";
import { planSweep, sweepStorage } from "./retention.ts";

const day = 24 * 3_600_000;

async function count(
  db: Database,
  table: "tasks" | "job_step_history" | "pages" | "panels" | "outputs" | "jobs",
): Promise<number> {
  return (await db.kysely.selectFrom(table).select("id").execute()).length;
}

async function categories(db: Database): Promise<string[]> {
  const rows = await db.kysely.selectFrom("storage_files").select("category").distinct().orderBy("category").execute();
  return rows.map(({ category }) => category);
}

describe("a comic whose time is over", () => {
  let studio: TestStudio;
  let job: string;
  const saved = async (): Promise<Map<string, string>> => {
    const files = new Map<string, string>();
    for (const { path, chunks } of await savedComic(studio.db, studio.blobs, studio.owner, job))
      files.set(path, Buffer.concat(await Array.fromAsync(chunks())).toString("latin1"));
    return files;
  };
  const views = async () => ({
    chunks: await studio.db.kysely
      .selectFrom("chunk_analysis_status")
      .select(["chunk_index", "is_analyzed"])
      .orderBy("chunk_index")
      .execute(),
    layouts: await studio.db.kysely
      .selectFrom("layout_status")
      .select(["episode_number", "is_generated", "total_pages", "total_panels"])
      .orderBy("episode_number")
      .execute(),
    renders: await studio.db.kysely
      .selectFrom("render_status")
      .select(["page_number", "episode_number", "is_rendered", "image_path", "file_size"])
      .orderBy("page_number")
      .execute(),
  });
  let before: Map<string, string>;
  beforeAll(async () => {
    studio = await testStudio();
    job = await studio.begin(someText, someSettings);
    await studio.workOn();
    before = await saved();
  }, 60_000);
  afterAll(() => studio.db.close());

  it("keeps all of it for thirty days", async () => {
    const { db, blobs } = studio;
    const seen = await planSweep(db, Date.now() + 29 * day);
    expect(seen).toMatchObject({ jobs: 0, tasks: 0, files: 0 });
    expect(await sweepStorage(db, blobs, Date.now() + 29 * day)).toMatchObject({ jobs: 0, tasks: 0, files: 0 });
    expect(await count(db, "tasks")).toBeGreaterThan(10);
  });

  it("then loses tasks, history and intermediate files, and keeps its summary, pages and files", async () => {
    const { db, blobs, owner } = studio;
    const [pages, panels, summary, told] = [
      await count(db, "pages"),
      await count(db, "panels"),
      await readJob(db, owner, job),
      await views(),
    ];
    const planned = await planSweep(db, Date.now() + 31 * day);
    const swept = await sweepStorage(db, blobs, Date.now() + 31 * day);
    expect({ ...swept, orphans: null }).toEqual(planned);
    expect(swept).toMatchObject({ jobs: 1, orphans: { lost: [] } });
    expect(swept.tasks).toBeGreaterThan(10);
    expect(swept.files).toBeGreaterThan(5);
    expect([await count(db, "tasks"), await count(db, "job_step_history")]).toEqual([0, 0]);
    expect(await categories(db)).toEqual(["novels", "outputs", "renders"]);
    expect([...new Set((await blobs.list("")).blobs.map(({ key }) => key.split("/")[0]))]).toEqual([
      "novels",
      "outputs",
      "renders",
    ]);
    expect([await count(db, "pages"), await count(db, "panels")]).toEqual([pages, panels]);
    expect(await readJob(db, owner, job)).toEqual(summary);
    expect(await saved()).toEqual(before);
    expect(await views()).toEqual(told);
    expect(await sweepStorage(db, blobs, Date.now() + 32 * day)).toMatchObject({ jobs: 0, tasks: 0, files: 0 });
  });

  it("can be begun again after an edit: what is there stays, and what is missing is drawn", async () => {
    const { db, blobs, owner, tools } = studio;
    const [print] = await db.kysely
      .selectFrom("storage_files")
      .selectAll()
      .where("artifact", "=", "print")
      .orderBy("unit")
      .execute();
    if (!print) throw new Error("There is no picture.");
    await db.kysely.deleteFrom("storage_files").where("id", "=", print.id).execute();
    await blobs.delete(print.key);
    const row = await db.kysely.selectFrom("jobs").selectAll().where("id", "=", job).executeTakeFirstOrThrow();
    const plan = comicPlan(tools);
    const tasks = [{ step: "read", unit: "book", inputHash: "edited" }];
    expect(await beginAgain(db, "nobody", { jobId: job, plan, tasks }, { now: Date.now(), newId: tools.newId })).toBe(
      false,
    );
    expect(await beginAgain(db, owner, { jobId: job, plan, tasks }, { now: Date.now(), newId: tools.newId })).toBe(
      true,
    );
    await studio.workOn();
    const summary = await readJob(db, owner, job);
    expect(summary).toMatchObject({ status: "completed", percent: 100, attempts: row.attempts + 1 });
    expect(summary?.counters).toMatchObject({
      pagesTotal: row.pages_total,
      pagesDone: row.pages_done,
      chunksDone: row.chunks_done,
    });
    expect(await saved()).toEqual(before);
    await sweepStorage(db, blobs, Date.now() + 31 * day);
    expect(await count(db, "tasks")).toBe(0);
  }, 30_000);
});

describe("a job that failed or was cancelled", () => {
  let db: Database;
  const blobs = createMemoryBlobs(() => 0);
  const plans = planOf(step("read"), step("page"));
  beforeEach(async () => {
    db = await testDatabase();
    await addPerson(db);
  });
  afterEach(() => db.close());

  async function failed() {
    const desk = jobDesk(db, plans);
    const id = await desk.create([task("read"), task("page", "a"), task("page", "b", { waits: true })]);
    const [work] = await desk.claim(1);
    if (!work) throw new Error("Nothing is ready.");
    const failure = { class: "refused", code: "novel-gone", message: "gone", retryAfter: null } as const;
    await failTask(db, { task: work.task, failure, verdict: { status: "failed" } }, desk.clock.now());
    return { desk, id };
  }

  it("is kept for ninety days", async () => {
    const { desk, id } = await failed();
    const cancelled = await desk.create([task("read")]);
    await cancelJob(db, "ann", cancelled, desk.clock.now());
    expect(await sweepStorage(db, blobs, desk.clock.now() + 89 * day)).toMatchObject({ jobs: 0, tasks: 0 });
    expect(await sweepStorage(db, blobs, desk.clock.now() + 90 * day)).toMatchObject({ jobs: 2, tasks: 4 });
    expect(await count(db, "jobs")).toBe(2);
    expect(await desk.job(id)).toMatchObject({ status: "failed", error: { code: "novel-gone" } });
  });

  it("is not retried where its tasks are gone, but begun again", async () => {
    const { desk, id } = await failed();
    const now = desk.clock.now() + 100 * day;
    await sweepStorage(db, blobs, now);
    expect(await retryJob(db, "ann", id, now)).toBe(false);
    const beginning = { jobId: id, plan: plans["import"] ?? [], tasks: [task("read")] };
    expect(await beginAgain(db, "ann", beginning, { now, newId: desk.newId })).toBe(true);
    expect(await beginAgain(db, "ann", beginning, { now, newId: desk.newId })).toBe(false);
    expect(await desk.job(id)).toMatchObject({ status: "pending", percent: 0, attempts: 1, error: null });
    expect(await sweepStorage(db, blobs, now + 400 * day)).toMatchObject({ jobs: 0, tasks: 0 });
    expect(await desk.tasks()).toEqual(["read/book: ready"]);
  });

  it("that is begun again while it is purged keeps what it has from then on", async () => {
    const { desk, id } = await failed();
    const now = desk.clock.now() + 100 * day;
    const storing = { blobs, now: () => now, newId: desk.newId };
    const file = (unit: string) => ({
      category: "layouts" as const,
      content: new Uint8Array(9),
      name: null,
      type: "json" as const,
      artifact: { jobId: id, artifact: "script", unit },
    });
    for (let i = 0; i < 3; i++)
      await storeFile(db, storing, "ann", file(`u${i}`), { types: null, size: 99, quota: null });
    const beginning = { jobId: id, plan: plans["import"] ?? [], tasks: [task("read")] };
    let begun = false;
    const during = {
      ...blobs,
      async delete(key: string) {
        if (!begun) begun = await beginAgain(db, "ann", beginning, { now, newId: desk.newId });
        await blobs.delete(key);
      },
    };
    await sweepStorage(db, during, now);
    expect(begun).toBe(true);
    expect(await desk.tasks()).toEqual(["read/book: ready"]);
    expect(await desk.job(id)).toMatchObject({ status: "pending" });
  });

  it("is purged to its end by the next sweep where a kill cut one off", async () => {
    const { desk } = await failed();
    const now = desk.clock.now() + 100 * day;
    let left = 3;
    // Every call that writes may be the last one.
    const killing = (calls: number): Database => {
      left = calls;
      return {
        ...db,
        get kysely() {
          left -= 1;
          if (left < 0) throw new Error("killed");
          return db.kysely;
        },
      };
    };
    for (let calls = 1; calls < 6; calls++)
      await expect(sweepStorage(killing(calls), blobs, now)).rejects.toThrow("killed");
    await sweepStorage(db, blobs, now);
    expect(await count(db, "tasks")).toBe(0);
    expect(await planSweep(db, now)).toMatchObject({ jobs: 0, tasks: 0, files: 0 });
  });
});

describe("rows that expire", () => {
  it("go when their time has come, and no sooner, however many they are", async () => {
    const db = await testDatabase();
    await addPerson(db);
    const now = Date.UTC(2026, 0, 31);
    const rows = Array.from({ length: 1_203 }, (_, i) => ({
      key: `k${i}`,
      value: "v",
      expires_at: timeText(now - 1 + (i % 3)),
    }));
    for (const row of rows) await db.kysely.insertInto("cache").values(row).execute();
    await db.kysely.insertInto("cache").values({ key: "for ever", value: "v", expires_at: null }).execute();
    const person = { user_id: "ann", created_at: timeText(0), updated_at: timeText(0) };
    await db.kysely
      .insertInto("shares")
      .values([
        { id: "s1", token_hash: "a", revoked_at: timeText(now), ...person },
        { id: "s2", token_hash: "b", ...person },
      ])
      .execute();
    const check = { check_type: "queue", status: "healthy", response_time: 1 };
    await db.kysely
      .insertInto("health_checks")
      .values([
        { id: "h1", timestamp: timeText(now - 7 * day), ...check },
        { id: "h2", timestamp: timeText(now - 6 * day), ...check },
      ])
      .execute();
    expect(await deleteExpired(db, now)).toEqual({
      cache: 802,
      sessions: 0,
      verification_tokens: 0,
      shares: 1,
      ended_shares: 0,
      api_tokens: 0,
      revoked_tokens: 0,
      invitations: 0,
      mails: 0,
      health_checks: 1,
    });
    expect((await db.kysely.selectFrom("cache").select("key").execute()).length).toBe(402);
    await db.close();
  });
});

describe("the daily sweep", () => {
  it("is done once a day by whoever comes first, and again a while after one that was killed", async () => {
    const db = await testDatabase();
    const blobs = createMemoryBlobs(() => 0);
    let time = Date.UTC(2026, 0, 1);
    const services = { db, blobs, now: () => time };
    const { signal } = new AbortController();
    const both = await Promise.all(["one", "other"].map((owner) => sweepDaily(services, owner, signal)));
    expect(both.filter((swept) => swept !== null)).toHaveLength(1);
    time += day - 1;
    expect(await sweepDaily(services, "one", signal)).toBeNull();
    time += 1;
    const killed = { ...services, blobs: { ...blobs, removePartial: () => Promise.reject(new Error("killed")) } };
    await expect(sweepDaily(killed, "one", signal)).rejects.toThrow("killed");
    expect(await sweepDaily(services, "other", signal)).toBeNull();
    time += 3_600_000;
    expect(await sweepDaily(services, "other", signal)).not.toBeNull();
    time -= 400 * day;
    expect(await sweepDaily(services, "one", signal)).not.toBeNull();
    await db.close();
  });
});

describe("a failed comic", () => {
  it("is made after all when it is retried after its purge", async () => {
    const studio = await testStudio();
    const job = await studio.begin(someText, someSettings);
    const { db, blobs, owner, tools } = studio;
    const long = { status: "failed", completed_at: timeText(Date.now() - 91 * day), error_code: "internal" };
    await db.kysely.updateTable("jobs").set(long).where("id", "=", job).execute();
    await sweepStorage(db, blobs, Date.now());
    expect(await count(db, "tasks")).toBe(0);
    expect(
      await retryComic(db, blobs, owner, { jobId: job, plan: comicPlan(tools), now: Date.now(), newId: tools.newId }),
    ).toBe(true);
    await studio.workOn();
    expect(await readJob(db, owner, job)).toMatchObject({
      status: "completed",
      percent: 100,
      attempts: 1,
      error: null,
    });
    await db.close();
  }, 30_000);
});

describe("on the command line", () => {
  it("a comic can still be saved after `fabula storage sweep` has purged it", async () => {
    const studio = await diskStudio();
    await studio.work();
    const ended = { completed_at: timeText(Date.now() - 31 * day) };
    await studio.services.db.kysely.updateTable("jobs").set(ended).execute();
    const swept = await fabula(studio.folder, ["storage", "sweep", "--json"]);
    expect(JSON.parse(swept.stdout)).toMatchObject({ jobs: 1, orphans: { lost: [] } });
    expect(await count(studio.services.db, "tasks")).toBe(0);
    const saved = await fabula(studio.folder, ["jobs", "save", "last", "--out", "comic"]);
    expect(saved.code, saved.stderr).toBe(0);
    const files = await readdir(join(studio.folder, "comic"), { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    const comic = Object.keys(await studio.saved()).map((path) => join(studio.folder, "comic", path));
    expect(paths.toSorted()).toEqual(comic.toSorted());
    await studio.remove();
  }, 20_000);
});

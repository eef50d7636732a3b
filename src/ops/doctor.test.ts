import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fabula } from "../../test/host.ts";
import { type KeptStudio, keptStudio, tamper } from "../../test/kept-studio.ts";
import { orphanGrace } from "../features/files/orphans.ts";
import { migrationFiles } from "../generated/migrations.ts";
import { type Diagnosis, type DoctorOptions, examineStudio } from "./doctor.ts";

let studio: KeptStudio;
beforeEach(async () => {
  studio = await keptStudio();
});
afterEach(() => studio.remove());

const day = 24 * 3_600_000;
const examine = (more: Partial<DoctorOptions> = {}, place = studio.place): Promise<Diagnosis[]> =>
  examineStudio(place, {
    fix: false,
    deep: false,
    now: studio.clock.now,
    jitter: () => 0,
    maker: (opened) => ({ ...studio.maker, ...opened }),
    ...more,
  });
/** What is found first, what `--fix` makes of it, and that it is gone then. */
async function mended(check: string, more: Partial<DoctorOptions> = {}): Promise<Diagnosis> {
  const before = await examine(more);
  expect(before.map((each) => each.check)).toEqual([check]);
  const [fixed] = await examine({ ...more, fix: true });
  expect(fixed).toMatchObject({ check, mended: fixed?.count, failure: null });
  expect(await examine(more)).toEqual([]);
  if (!before[0]) throw new Error("Nothing was found.");
  return before[0];
}
const run = (text: string) => sql.raw(text).execute(studio.db.kysely);
const time = "2026-01-10T12:00:00.000Z";

/** A comic's job with tasks by step: `analysis: done`. */
async function job(status: string, tasks: Readonly<Record<string, string>>, counters = ""): Promise<void> {
  await run(
    `insert into jobs (id, user_id, job_type, status, created_at, updated_at) values ('job', 'ann', 'manga', '${status}', '${time}', '${time}')`,
  );
  for (const [i, [step, state]] of Object.entries(tasks).entries())
    await run(`insert into tasks (id, job_id, step, step_index, unit_key, status, input_hash, idempotency_key, created_at, updated_at)
      values ('task ${step}', 'job', '${step}', ${i}, 'book', '${state}', 'h', '${step}', '${time}', '${time}')`);
  if (counters) await run(`update jobs set ${counters}`);
}

describe("the doctor on files", () => {
  it("says nothing where all is well", async () => {
    await studio.store("Once upon a time");
    await studio.backUp();
    expect(await examine({ deep: true })).toEqual([]);
  });

  it("finds files without a row after a day, deletes them, and never what is somebody's", async () => {
    await studio.blobs.put("novels/ann/left.txt", new Uint8Array(3));
    await studio.blobs.put("taxes.pdf", new Uint8Array(3));
    expect(await examine({ now: Date.now() })).toEqual([]);
    const { examples } = await mended("files-without-row", { now: Date.now() + orphanGrace + 1_000 });
    expect(examples).toEqual(["novels/ann/left.txt"]);
    expect(existsSync(join(studio.place.storage, "taxes.pdf"))).toBe(true);
  });

  it("puts lost and changed files back from a backup, and what was there into lost/", async () => {
    const [lost, cut, changed] = [await studio.store("one"), await studio.store("three"), await studio.store("six")];
    await studio.backUp();
    await studio.blobs.delete(lost.key);
    tamper(studio, cut.key, "thr");
    tamper(studio, changed.key, "SIX");
    expect((await examine()).map(({ check, count }) => `${check} ${count}`)).toEqual([
      "files-lost 1",
      "files-changed 1",
    ]);
    const fixed = await examine({ fix: true, deep: true });
    expect(fixed.map(({ check, mended: done }) => `${check} ${done}`)).toEqual(["files-lost 1", "files-changed 2"]);
    expect(await examine({ deep: true })).toEqual([]);
    for (const [file, text] of [
      [lost, "one"],
      [cut, "three"],
      [changed, "six"],
    ] as const)
      expect(readFileSync(join(studio.place.storage, file.key), "utf8")).toBe(text);
    const aside = await studio.blobs.list("lost/");
    expect(aside.blobs.map(({ key }) => key.split("/").slice(2).join("/"))).toEqual([cut.key, changed.key]);
  });

  it("leaves a lost file of a person's that no backup has to the person, and hides what a task made", async () => {
    const [own, made] = [await studio.store("one"), await studio.store("two", { artifact: "story" })];
    await studio.blobs.delete(own.key);
    await studio.blobs.delete(made.key);
    expect(await examine({ fix: true })).toMatchObject([{ check: "files-lost", count: 2, mended: 1 }]);
    const rows = await studio.db.kysely
      .selectFrom("storage_files")
      .select(["key", "deleted_at"])
      .orderBy("id")
      .execute();
    expect(rows).toMatchObject([{ key: own.key, deleted_at: null }, { key: made.key }]);
    expect(rows[1]?.deleted_at).not.toBeNull();
  });

  it("does not take a storage that is not there for an empty one", async () => {
    await studio.store("one");
    rmSync(studio.place.storage, { recursive: true });
    expect(await examine({ fix: true })).toMatchObject([{ check: "storage-missing", mended: 0 }]);
    expect(existsSync(studio.place.storage)).toBe(false);
  });
});

describe("the doctor on jobs", () => {
  it("gives tasks whose worker is gone to the next one", async () => {
    await job("processing", { read: "running" });
    await run(
      `update tasks set lease_owner = 'w/1', lease_until = '2026-01-10T11:00:00.000Z', started_at = '${time}', attempts = 1`,
    );
    await mended("leases-stale");
    expect(await studio.db.kysely.selectFrom("tasks").select("status").execute()).toEqual([{ status: "ready" }]);
  });

  it("takes away locks that nobody renews", async () => {
    await run("insert into locks values ('migrations', 'gone', '2026-01-10T11:00:00.000Z')");
    await mended("locks-stale");
  });

  it("makes tasks ready that wait for nothing", async () => {
    await job("processing", { read: "done", understand: "waiting", merge: "waiting" });
    expect((await mended("tasks-waiting")).examples).toEqual(["task understand"]);
  });

  it("marks jobs without a task as failed or completed", async () => {
    await job("processing", {});
    await mended("jobs-stranded");
    const status = async () =>
      (await studio.db.kysely.selectFrom("jobs").select(["status", "error_code"]).execute())[0];
    expect(await status()).toEqual({ status: "failed", error_code: "tasks-lost" });
    await run("delete from jobs");
    await job("processing", { read: "done" });
    await mended("jobs-stranded");
    expect(await status()).toEqual({ status: "completed", error_code: null });
  });

  it("counts the tasks of a job again", async () => {
    await job("processing", { analysis: "done", layout: "done", render: "ready" }, "chunks_done = 1, pages_done = 4");
    await mended("jobs-counters");
    const counters = await studio.db.kysely
      .selectFrom("jobs")
      .select(["chunks_done", "episodes_done", "pages_done"])
      .execute();
    expect(counters).toEqual([{ chunks_done: 1, episodes_done: 1, pages_done: 0 }]);
  });

  it("leaves a job whose tasks were purged its counters", async () => {
    await job("completed", {}, `chunks_done = 3, pages_done = 9, tasks_purged_at = '${time}'`);
    expect(await examine()).toEqual([]);
  });
});

describe("the doctor on assertions", () => {
  it("takes the sum of the ledger for a person's coins, and notes it", async () => {
    await run("update users set coins = 7");
    await run(`insert into coin_ledger (id, user_id, kind, amount, balance_after, reason, idempotency_key, created_at)
      values ('l', 'ann', 'grant', 5, 5, 'welcome', 'k', '${time}')`);
    expect((await mended("coins")).examples).toEqual(["ann"]);
    expect(
      await studio.db.kysely.selectFrom("audit_log").select(["action", "subject_id", "details"]).execute(),
    ).toEqual([{ action: "coins.corrected", subject_id: "ann", details: '{"before":7}' }]);
  });

  it("tells rows that refer to nothing, and a schema that was changed by hand", async () => {
    await studio.close();
    const file = new DatabaseSync(studio.place.database);
    file.exec(
      `pragma foreign_keys = off; insert into user_settings (user_id, updated_at) values ('nobody', '${time}')`,
    );
    file.exec("create table scratch (x)");
    file.close();
    const found = await examine({ fix: true });
    expect(found).toMatchObject([
      { check: "references", count: 1, mended: 0 },
      { check: "schema-drift", examples: ["table scratch was added by hand"], mended: 0 },
    ]);
  });

  it("tells a damaged database, and how to get it back", async () => {
    await studio.close();
    writeFileSync(studio.place.database, "This is no database at all. ".repeat(20));
    expect(await examine({ fix: true })).toMatchObject([
      { check: "integrity", remedy: expect.stringContaining("restore") },
    ]);
  });
});

describe("the doctor on the place", () => {
  it("makes a backup where there is none for two days, and none for a studio that is new", async () => {
    await studio.store("one");
    expect(await examine()).toEqual([]);
    studio.clock.now += 3 * day;
    await mended("backups-overdue");
    studio.clock.now += 3 * day;
    await mended("backups-overdue");
  });

  it("notes backups that are gone, proves those that were not, and tells damaged ones", async () => {
    await studio.store("one");
    const gone = await studio.backUp();
    rmSync(gone.location, { recursive: true });
    await mended("backups-gone");
    studio.clock.now += 1_000;
    const made = await studio.backUp();
    await run("update backups set verified_at = null");
    await mended("backups-unproved");
    writeFileSync(join(made.location, "database.sqlite"), "?");
    expect(await examine({ deep: true })).toMatchObject([
      { check: "backups-damaged", examples: [expect.stringContaining("database.sqlite")] },
    ]);
  });

  it("puts a cache that cannot be used aside", async () => {
    const { cacheFile } = studio.place;
    expect(cacheFile).not.toBeNull();
    mkdirSync(cacheFile ?? "");
    await mended("cache");
  });

  it("clears away what a killed restore had unpacked, after a day", async () => {
    writeFileSync(`${studio.place.database}.restoring`, "half");
    expect(await examine({ now: Date.now() })).toEqual([]);
    await mended("restore-cut-off", { now: Date.now() + 2 * day });
  });

  it("tells a disk that is nearly full", async () => {
    const place = { ...studio.place, diskSpace: async () => ({ free: 5e8, size: 1e12 }) };
    const [found] = await examine({ fix: true }, place);
    expect(found).toMatchObject({ check: "disk-space", mended: 0 });
    expect(found?.examples[0]).toContain("500 MB free");
  });
});

describe("the doctor on the command line", () => {
  it("ends with 1 while something remains, and with 0 when it is mended", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fabula-doctor-"));
    try {
      expect((await fabula(folder, ["doctor"])).stdout).toBe("All is well.\n");
      const names = Object.keys(migrationFiles).filter((path) => !path.includes("/"));
      await fabula(folder, ["migrate", "up", "--to", String(names.length - 1)]);
      const pending = await fabula(folder, ["doctor", "--json"]);
      expect(pending.code).toBe(1);
      const examples = [names.toSorted().at(-1)?.replace(".sql", "")];
      expect(JSON.parse(pending.stdout)).toMatchObject({ check: "migrations-pending", examples });
      mkdirSync(join(folder, "storage"));
      const fixed = await fabula(folder, ["doctor", "--fix"]);
      expect(fixed).toMatchObject({ code: 0, stdout: expect.stringContaining("✓ migrations-pending") });
      expect((await fabula(folder, ["doctor", "now"])).code).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

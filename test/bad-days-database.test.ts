import { openSync, readFileSync, truncateSync, writeSync, closeSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localPump } from "../src/backends/queue/local.ts";
import { openSqlite } from "../src/backends/sql/sqlite.ts";
import { asStudioRefusal } from "../src/cli/store-failures.ts";
import { calmComic, type DiskStudio, diskStudio } from "./bad-days-studio.ts";
import { blankPages, fabula } from "./host.ts";
import { quickRasterizer } from "./comic-studio.ts";
import type { Host } from "../src/cli/host.ts";

let calm: Record<string, string>;
beforeAll(async () => {
  calm = await calmComic();
}, 30_000);

let studio: DiskStudio;
beforeEach(async () => {
  studio = await diskStudio();
});
afterEach(() => studio.remove());

const cli = (argv: readonly string[], changes: Partial<Host> = {}) =>
  fabula(studio.folder, argv, { ...blankPages, openRasterizer: () => quickRasterizer, ...changes });

/** Brings all that was committed into the one file, and lets it go. */
async function closeDatabase(): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(studio.services.db.kysely);
  await studio.services.close();
}

function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const handle = openSync(path, "r+");
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

describe("a database file that is damaged", () => {
  it("in its header is refused with a code and left as it is, and doctor names the remedy", async () => {
    await closeDatabase();
    overwrite(studio.database, 0, new Uint8Array(100).fill(0x5a));
    const damaged = readFileSync(studio.database);
    for (const argv of [["jobs"], ["work"], ["storage", "sweep"]]) {
      const told = await cli(argv);
      expect(told.code).toBe(1);
      expect(told.stderr).toContain("[database-corrupt]");
    }
    const doctor = await cli(["doctor"]);
    expect(doctor.code).toBe(1);
    expect(doctor.stdout).toContain("fabula restore last --force");
    expect(readFileSync(studio.database).equals(damaged)).toBe(true);
  });

  it("in a page in the middle is refused with a code by what reads it, and found by doctor; what else there is can be read", async () => {
    const { rows } = await sql<{
      page: number;
    }>`select rootpage as page from sqlite_master where name = 'tasks'`.execute(studio.services.db.kysely);
    await closeDatabase();
    overwrite(studio.database, ((rows[0]?.page ?? 1) - 1) * 4096, new Uint8Array(4096).fill(0x5a));
    const worked = await cli(["work", "--quiet"], collecting([]));
    expect(worked.code).toBe(1);
    expect(worked.stderr).toContain("[database-corrupt]");
    const doctor = await cli(["doctor"]);
    expect(doctor.code).toBe(1);
    expect(doctor.stdout).toContain("The database is damaged");
    expect((await cli(["jobs", "list"])).stdout).toContain("pending");
  });

  it("whose write-ahead log was cut short has whole batches only, and the job goes on from there", async () => {
    let pages = 0;
    await studio.work({ before: (step) => step !== "render" || ++pages <= 3 });
    const done = await countDone(studio.database);
    // As the disk is found after a loss of power, while the process that wrote was never asked.
    const [main, log] = [readFileSync(studio.database), readFileSync(`${studio.database}-wal`)];
    expect(log.length).toBeGreaterThan(8 * 4120);
    await studio.services.close();
    writeFileSync(studio.database, main);
    writeFileSync(`${studio.database}-wal`, log);
    truncateSync(`${studio.database}-wal`, 32 + Math.floor((log.length - 32) / 4120 / 2) * 4120 + 1_234);
    const { db } = studio.services;
    studio.services.db = openSqlite(studio.database);
    try {
      const { rows } = await sql`pragma integrity_check`.execute(studio.services.db.kysely);
      expect(rows).toEqual([{ integrity_check: "ok" }]);
      expect(await countDone(studio.database)).toBeLessThan(done);
      const worked = await cli(["work", "--quiet"], { ...collecting([]), workerIsDead: () => true });
      expect(worked.code, worked.stdout + worked.stderr).toBe(0);
      expect(await studio.summary()).toMatchObject({ status: "completed", percent: 100 });
      expect(await studio.saved()).toEqual(calm);
    } finally {
      await studio.services.db.close();
      studio.services.db = db;
    }
  }, 20_000);
});

async function countDone(path: string): Promise<number> {
  const file = new DatabaseSync(path, { readOnly: true });
  const row = file.prepare("select count(*) as n from tasks where status = 'done'").get();
  file.close();
  return Number(row?.["n"]);
}

/** A pump whose troubles are kept; it looks often. */
function collecting(troubles: unknown[]): Partial<Host> {
  return {
    openPump: async (source, options) =>
      localPump(source, { ...options, poll: 20, beat: 50, onError: (error) => void troubles.push(error) }),
  };
}

describe("a disk of the database that is full", () => {
  it("while a row is written: nothing half-done is stored, and the work goes on when there is room", async () => {
    const { db } = studio.services;
    let limited = false;
    const limit = async (step: string) => {
      if (step !== "render" || limited) return true;
      limited = true;
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db.kysely);
      await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 1)}`.execute(db.kysely);
      return true;
    };
    const error: unknown = await studio.work({ before: limit }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "SqlError", code: "full" });
    const where = { database: studio.database, storage: "" };
    expect(asStudioRefusal(error, where)).toMatchObject({ code: "disk-full", detail: studio.database });
    const before = await studio.summary();
    expect(before).toMatchObject({ status: "processing", error: null });
    await sql`pragma max_page_count = 1000000`.execute(db.kysely);
    // What a worker holds and could not even give back is another's when its lease has run out.
    await studio.work({ isLate: true });
    const after = await studio.summary();
    expect(after).toMatchObject({ status: "completed", percent: 100 });
    expect(after.percent).toBeGreaterThanOrEqual(before.percent);
    expect(await studio.saved()).toEqual(calm);
  }, 20_000);
});

describe("a database that may only be read", () => {
  it("is told by its code, by every command that writes, and nothing is lost", async () => {
    const db = openSqlite(studio.database, { readOnly: true });
    const openReadOnly = async () => ({ ...studio.services, db, close: async () => undefined });
    for (const argv of [["work"], ["jobs", "cancel", "last"], ["storage", "sweep"]]) {
      const told = await cli(argv, { ...collecting([]), openServices: openReadOnly });
      expect(told.stderr).toContain("[database-read-only]");
      expect(told.code).toBe(1);
    }
    await db.close();
    await studio.work();
    expect(await studio.saved()).toEqual(calm);
  }, 20_000);
});

describe("a database that another holds for longer than the time to wait", () => {
  it("is waited for, told by one code, and the work goes on afterwards", async () => {
    const db = openSqlite(studio.database, { busyTimeout: 40 });
    const other = new DatabaseSync(studio.database);
    const troubles: unknown[] = [];
    const began = performance.now();
    let waited = 0;
    const release = setTimeout(() => {
      other.exec("rollback");
      waited = performance.now() - began;
    }, 400);
    const worked = await cli(["work", "--quiet"], {
      ...collecting(troubles),
      openServices: async () => {
        // What opening writes is written by now.
        await cli(["jobs"]);
        other.exec("begin exclusive");
        return { ...studio.services, db: db, close: async () => undefined };
      },
    });
    clearTimeout(release);
    expect(worked.code, worked.stderr).toBe(0);
    expect(waited).toBeGreaterThan(100);
    expect(troubles.length).toBeGreaterThan(0);
    const where = { database: studio.database, storage: "" };
    expect(troubles.map((error) => (asStudioRefusal(error, where) as { code: string }).code)).toEqual(
      troubles.map(() => "database-busy"),
    );
    other.close();
    await db.close();
    expect(await studio.summary()).toMatchObject({ status: "completed" });
    expect(await studio.saved()).toEqual(calm);
  }, 20_000);

  it("is told by its code by a command that writes, and does it when it is free", async () => {
    const db = openSqlite(studio.database, { busyTimeout: 40 });
    const openBusy = async () => ({ ...studio.services, db, close: async () => undefined });
    const other = new DatabaseSync(studio.database);
    other.exec("begin exclusive");
    const told = await cli(["jobs", "cancel", "last"], { openServices: openBusy });
    expect([told.code, told.stderr]).toEqual([1, expect.stringContaining("[database-busy]")]);
    other.exec("rollback");
    expect((await cli(["jobs", "pause", "last"], { openServices: openBusy })).stdout).toContain("paused");
    other.close();
    await db.close();
  });
});

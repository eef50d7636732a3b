import { execFile } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGunzip } from "node:zlib";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { D1Binding } from "../src/backends/sql/d1-binding.ts";
import { openD1 } from "../src/backends/sql/d1.ts";
import type { Database, Row } from "../src/backends/sql/database.ts";
import { d1Language } from "../src/backends/sql/dump-language.ts";
import { dumpSql } from "../src/backends/sql/dump-sql.ts";
import { migrateDatabase } from "../src/backends/sql/migrate.ts";
import { readMigrations } from "../src/backends/sql/migrations/files.ts";
import { openSqlite } from "../src/backends/sql/sqlite.ts";
import { migrationFiles } from "../src/generated/migrations.ts";
import { gzipped } from "../src/ops/backup-gzip.ts";
import { addPerson, jobDesk, planOf, step, task } from "./job-fixture.ts";

const quiet = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_NO_SKILLS_UPDATE_PROMPTS: "1",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  DO_NOT_TRACK: "1",
  CI: "1",
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-d1-restore-"));
  const database = { binding: "DB", database_name: "db", database_id: "00000000-0000-4000-8000-000000000001" };
  const config = { name: "fabula-test", compatibility_date: "2026-10-01", d1_databases: [database] };
  writeFileSync(join(folder, "wrangler.json"), JSON.stringify(config));
});
afterAll(() => rmSync(folder, { recursive: true }));

const runner = {
  owner: "the test",
  tool: "fabula 0",
  now: Date.now,
  sleep: async () => undefined,
  patience: 0,
  backup: async () => null,
};

async function rowsOf(db: Database): Promise<Record<string, readonly string[]>> {
  const all: Record<string, readonly string[]> = {};
  for (const { type, name } of await db.catalog.objects()) {
    if (type !== "table" || name === "d1_migrations") continue;
    const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(db.kysely);
    all[name] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return all;
}

// The tool takes seconds to start, and more where many suites run at once.
it(
  "a backup of the rows of D1 is read by wrangler d1 execute, and gives the same rows",
  { timeout: 120_000 },
  async () => {
    const db = openSqlite(":memory:");
    await migrateDatabase(db, await readMigrations(migrationFiles), { direction: "up", to: null }, runner);
    await addPerson(db);
    const note = "it's; -- \\ 🐇 二人の本\n".repeat(40);
    await jobDesk(db, planOf(step("page"))).create(
      Array.from({ length: 60 }, (_, i) => task("page", `p${i}`, { input: { note } })),
    );
    await db.kysely
      .updateTable("jobs")
      .set({ settings: JSON.stringify({ long: note.repeat(200) }) })
      .execute();

    const file = join(folder, "backup.sql");
    await pipeline(Readable.from(gzipped(dumpSql(db, d1Language))), createGunzip(), createWriteStream(file));
    const place = ["--local", "--persist-to", join(folder, "state"), "--config", join(folder, "wrangler.json")];
    const tool = join(process.cwd(), "node_modules", "wrangler", "bin", "wrangler.js");
    await promisify(execFile)(process.execPath, [tool, "d1", "execute", "DB", "--yes", "--file", file, ...place], {
      cwd: folder,
      env: { ...process.env, ...quiet, WRANGLER_LOG_PATH: join(folder, "logs") },
    });

    Object.assign(process.env, quiet);
    const { getPlatformProxy } = await import("wrangler");
    const platform = await getPlatformProxy<{ DB: D1Binding }>({
      configPath: join(folder, "wrangler.json"),
      persist: { path: join(folder, "state", "v3") },
    });
    try {
      const restored = openD1(platform.env.DB);
      expect(await rowsOf(restored)).toEqual(await rowsOf(db));
      // Who restores it goes on with it as with any other.
      const report = await migrateDatabase(
        restored,
        await readMigrations(migrationFiles),
        { direction: "up", to: null },
        runner,
      );
      expect(report.steps).toEqual([]);
    } finally {
      await platform.dispose();
      await db.close();
    }
  },
);

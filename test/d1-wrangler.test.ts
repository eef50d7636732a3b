import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { D1Binding } from "../src/backends/sql/d1-binding.ts";
import { openD1 } from "../src/backends/sql/d1.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { migrateDatabase } from "../src/backends/sql/migrate.ts";
import { readMigrations } from "../src/backends/sql/migrations/files.ts";
import { readHistory } from "../src/backends/sql/migrations/history.ts";
import { printSchema } from "../src/backends/sql/migrations/schema-print.ts";
import { openSqlite } from "../src/backends/sql/sqlite.ts";
import { migrationFiles } from "../src/generated/migrations.ts";

const names = Object.keys(migrationFiles).filter((path) => !path.includes("/"));
const next = `${String(names.length + 1).padStart(4, "0")}_next`;
const grown = {
  ...migrationFiles,
  [`${next}.sql`]: "create table next_of_all (id text not null primary key);\n",
  [`down/${next}.sql`]: "drop table next_of_all;\n",
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-wrangler-"));
  mkdirSync(join(folder, "migrations"));
  const database = (binding: string, id: number) => ({
    binding,
    database_name: binding.toLowerCase(),
    database_id: `00000000-0000-4000-8000-00000000000${id}`,
    migrations_dir: "migrations",
  });
  const config = {
    name: "fabula-test",
    compatibility_date: "2026-10-01",
    d1_databases: [database("THEIRS", 1), database("OURS", 2)],
  };
  writeFileSync(join(folder, "wrangler.json"), JSON.stringify(config));
});
afterAll(() => rmSync(folder, { recursive: true }));

const quiet = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_NO_SKILLS_UPDATE_PROMPTS: "1",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  NO_D1_WARNING: "true",
  DO_NOT_TRACK: "1",
  CI: "1",
};

/** The real command line tool on a database of this machine. */
async function wrangler(command: "apply" | "list", binding: "THEIRS" | "OURS"): Promise<string> {
  const wranglerFile = join(process.cwd(), "node_modules", "wrangler", "bin", "wrangler.js");
  const place = ["--local", "--persist-to", join(folder, "state"), "--config", join(folder, "wrangler.json")];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [wranglerFile, "d1", "migrations", command, binding, ...place],
    { cwd: folder, env: { ...process.env, ...quiet, WRANGLER_LOG_PATH: join(folder, "logs") } },
  );
  return stdout;
}

/** Files that the tool finds, and those of ours that lie below them, which it must leave alone. */
function layOut(files: readonly string[]): void {
  cpSync("migrations/down", join(folder, "migrations", "down"), { recursive: true });
  for (const file of files) writeFileSync(join(folder, "migrations", file), grown[file] ?? "");
}

/** The same database, opened by the program. */
async function opened<Result>(binding: "THEIRS" | "OURS", work: (db: Database) => Promise<Result>): Promise<Result> {
  Object.assign(process.env, quiet);
  const { getPlatformProxy } = await import("wrangler");
  const platform = await getPlatformProxy<Record<typeof binding, D1Binding>>({
    configPath: join(folder, "wrangler.json"),
    persist: { path: join(folder, "state", "v3") },
  });
  try {
    return await work(openD1(platform.env[binding]));
  } finally {
    await platform.dispose();
  }
}

const runner = {
  owner: "the test",
  tool: "fabula 0",
  now: Date.now,
  sleep: async () => undefined,
  patience: 0,
  backup: async () => null,
};
const up = { direction: "up", to: null } as const;

/** The names of files by who applied them, and what the schema is: what must be the same whoever did it. */
async function standingOf(db: Database) {
  const history = await readHistory(db);
  return {
    history: history.map(({ id, version, name, checksum, direction }) => ({ id, version, name, checksum, direction })),
    print: await printSchema(await db.catalog.objects()),
    noted: history.at(-1)?.schemaHash,
  };
}

async function onSqlite(files: typeof migrationFiles) {
  const db = openSqlite(":memory:");
  await migrateDatabase(db, await readMigrations(files), up, runner);
  const standing = await standingOf(db);
  await db.close();
  return standing;
}

// The tool starts anew for each call, which takes seconds where many suites run at once.
describe("wrangler d1 migrations and the program, on one database", { timeout: 120_000 }, () => {
  it("agree where wrangler was first: ours goes on, wrangler after it, and the history is that of SQLite", async () => {
    layOut(names.slice(0, 3));
    expect(await wrangler("apply", "THEIRS")).toContain(names[2]);
    await opened("THEIRS", async (db) => {
      const all = await readMigrations(migrationFiles);
      const report = await migrateDatabase(db, all, up, runner);
      expect(report).toMatchObject({ from: 3, to: names.length });
      expect(await standingOf(db)).toEqual(await onSqlite(migrationFiles));
      await migrateDatabase(db, all, { direction: "down", to: null }, runner);
    });
    layOut([...names, `${next}.sql`]);
    const applied = await wrangler("apply", "THEIRS");
    expect([names[2], names.at(-1), next].map((name) => applied.includes(String(name)))).toEqual([false, true, true]);
    await opened("THEIRS", async (db) => {
      const report = await migrateDatabase(db, await readMigrations(grown), up, runner);
      expect(report).toMatchObject({ from: names.length + 1, to: names.length + 1, steps: [] });
      const { history, print, noted } = await standingOf(db);
      expect(history.slice(-3).map(({ direction, name }) => `${direction} ${name}.sql`)).toEqual([
        `down ${names.at(-1)}`,
        `up ${names.at(-1)}`,
        `up ${next}.sql`,
      ]);
      expect([print, noted]).toEqual([(await onSqlite(grown)).print, print.hash]);
    });
  });

  it("agree where ours was first: wrangler has nothing to do", async () => {
    layOut(names);
    await opened("OURS", async (db) => migrateDatabase(db, await readMigrations(grown), up, runner));
    expect(readdirSync(join(folder, "migrations")).filter((name) => name.endsWith(".sql"))).toHaveLength(
      names.length + 1,
    );
    expect(await wrangler("list", "OURS")).toContain("No migrations to apply");
    expect(await wrangler("apply", "OURS")).toContain("No migrations to apply");
  });
});

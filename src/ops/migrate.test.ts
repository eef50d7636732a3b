import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embeddedMigrations } from "../../scripts/embed-migrations.ts";
import { readAreas } from "../../scripts/schema-tables.ts";
import { fabula } from "../../test/host.ts";
import { fillTables } from "../../test/table-rows.ts";
import type { Database } from "../backends/sql/database.ts";
import { migrateDatabase } from "../backends/sql/migrate.ts";
import { readMigrations } from "../backends/sql/migrations/files.ts";
import { bookkeeping, makeBookkeeping } from "../backends/sql/migrations/history.ts";
import { normalisedSql } from "../backends/sql/migrations/schema-print.ts";
import { openSqlite } from "../backends/sql/sqlite.ts";
import { databaseAt } from "../entry/database.ts";
import { migrationFiles } from "../generated/migrations.ts";
import { applyPending, runMigrate } from "./migrate.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-ops-"));
  path = join(folder, "test.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

const database = () => databaseAt(`file:${path}`, "0.0.0-test");
const last = (await readMigrations(migrationFiles)).length;

async function schemaOf(at: string): Promise<string[]> {
  const db = openSqlite(at);
  const objects = await objectsOf(db);
  await db.close();
  return objects;
}

async function objectsOf(db: Database): Promise<string[]> {
  const objects = await db.catalog.objects();
  return objects.map(({ type, name, definition }) => `${type} ${name}: ${normalisedSql(definition)}`).toSorted();
}

describe("the migrations of the program", () => {
  it("are embedded as they lie in migrations/; `node scripts/embed-migrations.ts` renews them", () => {
    expect(readFileSync("src/generated/migrations.ts", "utf8")).toBe(embeddedMigrations());
  });

  it("lead up, down to nothing and up again to the same schema, in less than 30 seconds", async () => {
    const start = performance.now();
    await applyPending(database());
    const first = await schemaOf(path);
    await runMigrate(database(), { direction: "down", to: 0, dryRun: false }, 0);
    expect((await schemaOf(path)).map((each) => each.split(":")[0])).toEqual([
      "table guard",
      "table locks",
      "table schema_migrations",
    ]);
    await applyPending(database());
    expect(await schemaOf(path)).toEqual(first);
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  it("lead down one by one and up again to the schema that was there at each version", async () => {
    const schemas: string[][] = [];
    const db = openSqlite(":memory:");
    const runner = { ...database().runner, patience: 0, backup: async () => null };
    const migrations = await readMigrations(migrationFiles);
    for (let to = 1; to <= last; to += 1) {
      await migrateDatabase(db, migrations, { direction: "up", to }, runner);
      schemas.push(await objectsOf(db));
    }
    for (let to = last - 1; to > 0; to -= 1) {
      await migrateDatabase(db, migrations, { direction: "down", to: null }, runner);
      expect(await objectsOf(db)).toEqual(schemas[to - 1]);
    }
    await db.close();
  });

  it("lead down from a full database, and no table loses a row before it is dropped itself", async () => {
    await applyPending(database());
    const full = new DatabaseSync(path);
    const tables = readAreas().flatMap((area) => area.tables);
    fillTables(
      full,
      tables.filter(({ kind, name }) => kind === "table" && !bookkeeping.has(name)),
      "ann",
    );
    full.close();
    const { steps } = await runMigrate(database(), { direction: "down", to: 0, dryRun: true }, 0);
    const changes = steps.flatMap(({ rows }) => rows);
    expect(changes.filter(({ before }) => (before ?? 0) > 0).length).toBeGreaterThan(50);
    expect(changes.filter(({ after }) => after !== null)).toEqual([]);
  });

  it("describe the tables of migrations as the runner makes them", async () => {
    await applyPending(database());
    const made = openSqlite(":memory:");
    await makeBookkeeping(made);
    const objects = await made.catalog.objects();
    await made.close();
    const texts = Object.values(migrationFiles).flatMap(
      (text) => text.match(/create table if not exists [^;]+/gi) ?? [],
    );
    // A comment of the file stands before what it tells of; here only the columns count.
    expect(texts.map(normalisedSql).toSorted()).toEqual(
      objects.map((each) => normalisedSql(each.definition)).toSorted(),
    );
  });
});

describe("at the start of the program", () => {
  it("what is pending is applied, and the second time nothing is written", async () => {
    expect(await applyPending(database())).toMatchObject({ from: 0, to: last });
    const before = readFileSync(path);
    expect(await applyPending(database())).toMatchObject({ from: last, to: last, steps: [], backup: null });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("processes that start together apply it once", async () => {
    const reports = await Promise.all([applyPending(database()), applyPending(database()), applyPending(database())]);
    expect(reports.map(({ steps }) => steps.length).toSorted((a, b) => a - b)).toEqual([0, 0, last]);
  });

  it("a database of a newer program is refused", async () => {
    const newer = {
      ...migrationFiles,
      [`${String(last + 1).padStart(4, "0")}_later.sql`]: "create table later (id text)",
    };
    const files = { ...newer, [`down/${String(last + 1).padStart(4, "0")}_later.sql`]: "drop table later" };
    await applyPending({ ...database(), migrations: () => readMigrations(files) });
    await expect(applyPending(database())).rejects.toMatchObject({ code: "schema-newer" });
  });

  it("a database in another folder or of another kind is refused with what to do", async () => {
    await expect(applyPending(databaseAt(`file:${folder}/no/where/test.sqlite`, "0"))).rejects.toMatchObject({
      code: "database-unreachable",
    });
    expect(() => databaseAt("mysql://root:secret@localhost/x", "0")).toThrow(
      expect.objectContaining({ code: "database-unknown", detail: "mysql://localhost/x" }),
    );
    writeFileSync(path, "no database at all, but a text of some length".repeat(200));
    await expect(applyPending(database())).rejects.toMatchObject({ code: "database-corrupt", detail: path });
  });
});

describe("fabula migrate", () => {
  const run = (...argv: string[]) => fabula(folder, ["migrate", ...argv], { openDatabase: database });

  it("tells where the database stands, brings it up and down, and keeps a copy", async () => {
    const status = await run("status");
    expect(status).toMatchObject({ code: 0, stderr: "" });
    expect(status.stdout).toContain(`${path}: version 0 of ${last}\n  0001_accounts  pending\n`);
    const up = await run("up");
    expect(up.stdout).toMatch(new RegExp(`version 0 → ${last}\n  0001_accounts  applied, \\d+ ms\n`));
    expect((await run("up")).stdout).toBe(`${path}: version ${last}, nothing to do\n`);
    expect((await run("status")).stdout).toMatch(/0001_accounts {2}\d{4}-.*Z, \d+ ms, fabula 0\.0\.0-test\n/);
    const down = await run("down");
    expect(down.stdout).toMatch(/taken back, \d+ ms\nBackup from before: .*test\.\d{4}-.*Z\.sqlite\n$/);
    expect(readdirSync(folder).filter((name) => name.endsWith("Z.sqlite"))).toHaveLength(1);
  });

  it("does a dry run without making a file", async () => {
    const { stdout } = await run("up", "--to", "2", "--dry-run");
    expect(stdout).toContain("version 0 → 2 (dry run: nothing was changed)\n  0001_accounts  would be applied");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("prints JSON", async () => {
    const up = await run("up", "--to", "1", "--json");
    expect(JSON.parse(up.stdout)).toMatchObject({
      direction: "up",
      dryRun: false,
      from: 0,
      to: 1,
      steps: [{ version: 1 }],
      backup: null,
    });
    const status = JSON.parse((await run("status", "--json")).stdout);
    expect(status).toMatchObject({
      version: 1,
      latest: last,
      applied: [{ name: "0001_accounts", executionMs: expect.any(Number) }],
    });
  });

  it.each([
    [[], 2, "Say what to do: fabula migrate up|down|status\n"],
    [["statsu"], 2, "What to do can be up, down, status, not “statsu”. Did you mean status?\n"],
    [["up", "--to", "x"], 2, "--to needs a whole number from 0, not “x”.\n"],
    [["status", "--to", "1"], 2, "`migrate status` takes neither --to nor --dry-run.\n"],
    [["up", "--to", "9999"], 1, expect.stringContaining("[migration-target]")],
  ])("%j is refused", async (argv, code, stderr) => {
    expect(await run(...argv)).toMatchObject({ code, stderr, stdout: "" });
    expect(readdirSync(folder).filter((name) => name !== "test.sqlite")).toEqual([]);
  });
});

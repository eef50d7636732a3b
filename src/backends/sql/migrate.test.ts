import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusal, rows, shelf } from "../../../test/migration-shelf.ts";
import { timeText } from "./codecs.ts";
import type { Database } from "./database.ts";
import { migrate, migrateDatabase, type MigrationReport, type MigrationRunner, migrationStatus } from "./migrate.ts";
import { type MigrationFiles, readMigrations } from "./migrations/files.ts";
import { sqlitePlace } from "./sqlite-place.ts";
import { openSqlite } from "./sqlite.ts";
import { statement } from "./statement.ts";

let folder = "";
let path = "";
let clock = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-migrate-"));
  path = join(folder, "test.sqlite");
  clock = Date.UTC(2026, 0, 31);
});
afterEach(() => rmSync(folder, { recursive: true }));

const runner = (changes: Partial<MigrationRunner> = {}): MigrationRunner => ({
  owner: "the test",
  tool: "fabula 0",
  now: () => (clock += 1),
  sleep: async (milliseconds) => void (clock += milliseconds),
  patience: 0,
  ...changes,
});

interface Run {
  direction?: "up" | "down";
  to?: number | null;
  dryRun?: boolean;
  by?: Partial<MigrationRunner>;
}

async function run(
  files: MigrationFiles,
  { direction = "up", to = null, dryRun = false, by = {} }: Run = {},
): Promise<MigrationReport> {
  return migrate(sqlitePlace(path), await readMigrations(files), { direction, to, dryRun }, runner(by));
}

async function withDatabase<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = openSqlite(path);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const exec = (...statements: string[]) => withDatabase((db) => db.atomic(statements.map(statement)));
const counts = () =>
  withDatabase(
    async (db) =>
      (
        await sql<Record<string, number>>`select (select count(*) from people) as people,
    (select count(*) from books) as books, (select count(*) from pages) as pages, (select count(reader) from pages) as readers`.execute(
          db.kysely,
        )
      ).rows[0],
  );
const schema = () =>
  withDatabase(async (db) =>
    (await db.catalog.objects()).map((each) => `${each.type} ${each.name}: ${each.definition}`).toSorted(),
  );
const status = async (files: MigrationFiles) => migrationStatus(sqlitePlace(path), await readMigrations(files));

describe("migrating", () => {
  it("writes nothing where nothing is pending", async () => {
    await run(shelf);
    const before = readFileSync(path);
    expect(await run(shelf)).toMatchObject({ from: 3, to: 3, steps: [], backup: null });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("keeps a whole copy before it changes anything, and none of an empty database", async () => {
    expect((await run(shelf, { to: 1 })).backup).toBeNull();
    await exec("insert into people values ('p1', 'Ann')");
    const { backup } = await run(shelf);
    expect(backup).toMatch(/test\.2026-01-31T00-00-0\d-\d{3}Z\.sqlite$/);
    expect(readdirSync(folder).filter((name) => name.endsWith(".partial"))).toEqual([]);
    copyFileSync(backup ?? "", path);
    rmSync(`${path}-wal`, { force: true });
    expect(await status(shelf)).toMatchObject({ version: 1 });
    const { rows: people } = await withDatabase((db) => sql`select name from people`.execute(db.kysely));
    expect(people).toEqual([{ name: "Ann" }]);
  });

  it("does not go on where the copy cannot be kept", async () => {
    await run(shelf, { to: 1 });
    const place = { ...sqlitePlace(path), backup: () => Promise.reject(new Error("no room")) };
    const work = migrate(place, await readMigrations(shelf), { direction: "up", to: null, dryRun: false }, runner());
    expect(String(await refusal(work))).toContain("no room");
    expect(await status(shelf)).toMatchObject({ version: 1 });
    expect((await run(shelf)).to).toBe(3);
  });

  it("tells in a dry run what would change, and changes nothing", async () => {
    await run(shelf);
    await exec(...rows);
    const files = {
      ...shelf,
      "0004_less.sql": "delete from pages where reader is null; alter table people add column age bigint;",
      "down/0004_less.sql": "alter table people drop column age",
    };
    const before = [readFileSync(path), readdirSync(folder)];
    const told = await run(files, { dryRun: true });
    expect(told).toMatchObject({ dryRun: true, from: 3, to: 4, backup: null });
    expect(told.steps[0]?.rows).toEqual([{ table: "pages", before: 3, after: 2 }]);
    expect([readFileSync(path), readdirSync(folder).filter((name) => !/-(?:wal|shm)$/.test(name))]).toEqual(before);
    expect(await counts()).toEqual({ people: 2, books: 2, pages: 3, readers: 2 });
  });

  it("makes no file in a dry run or for a status where there is none", async () => {
    expect(await run(shelf, { dryRun: true })).toMatchObject({ from: 0, to: 3 });
    expect(await status(shelf)).toMatchObject({ version: 0, applied: [], pending: [{ version: 1 }, {}, {}] });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("migrating is refused", () => {
  it.each([
    [
      "a file was changed after it was applied",
      { "0002_books.sql": `${shelf["0002_books.sql"]}\n` },
      "migration-edited",
    ],
    [
      "a file that was applied has another name now",
      { "0002_books.sql": null, "down/0002_books.sql": null, "0002_works.sql": "", "down/0002_works.sql": "" },
      "migration-missing",
    ],
    ["the database is newer than the program", { "0003_pages.sql": null, "down/0003_pages.sql": null }, "schema-newer"],
  ])("where %s", async (_, changes, code) => {
    await run(shelf);
    const kept = Object.entries({ ...shelf, ...changes }).filter((file): file is [string, string] => file[1] !== null);
    const files = Object.fromEntries(kept);
    const before = readFileSync(path);
    const works = [
      () => run(files),
      () => run(files, { direction: "down" }),
      () => run(files, { dryRun: true }),
      () => status(files),
    ];
    for (const work of works) expect(await refusal(work())).toMatchObject({ code });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("where an earlier file was left out", async () => {
    await run(shelf);
    await exec("delete from schema_migrations where version = 2");
    expect(await refusal(run(shelf))).toMatchObject({
      code: "migration-order",
      detail: expect.stringContaining("0003_pages"),
    });
  });

  it.each([
    ["up", 1],
    ["up", 4],
    ["down", 3],
  ] as const)("%s to %i from version 2 of 3", async (direction, to) => {
    await run(shelf, { to: 2 });
    expect(await refusal(run(shelf, { direction, to }))).toMatchObject({ code: "migration-target" });
  });

  it("where tables stand in a database without a history", async () => {
    await exec("create table strangers (id text)");
    expect(await refusal(run(shelf))).toMatchObject({ code: "schema-drift", detail: "table strangers was added" });
  });

  it("where a statement fails, with the line it begins in", async () => {
    const wrong = "create table pages (id text);\ncreate table more (id text);\n\ninsert into nowhere values (1);";
    const error = await refusal(run({ ...shelf, "0003_pages.sql": wrong }));
    expect(error).toMatchObject({ code: "migration-failed", detail: "0003_pages.sql, line 4: no such table: nowhere" });
  });
});

describe("rows survive migrations", () => {
  const rebuild =
    "create table people_new (id text not null primary key, name text);\ninsert into people_new select id, name from people;\ndrop table people;\nalter table people_new rename to people;";
  const renamed =
    "alter table people rename to people_old;\ncreate table people (id text not null primary key, name text);\ninsert into people select id, name from people_old;\ndrop table people_old;";
  const stash = (middle: string) =>
    `create table books_kept as select * from books;\ncreate table pages_kept as select * from pages;\n${middle}
     insert into books select * from books_kept;\ninsert into pages select * from pages_kept;\ndrop table books_kept;\ndrop table pages_kept;`;
  const next = (up: string): MigrationFiles => ({ ...shelf, "0004_next.sql": up, "down/0004_next.sql": "select 1" });

  beforeEach(async () => {
    await run(shelf);
    await exec(...rows);
  });

  it("the trap is real: a rebuilt parent loses its children without an error", async () => {
    await exec(...rebuild.split(";\n"));
    expect(await counts()).toEqual({ people: 2, books: 0, pages: 0, readers: 0 });
  });

  it.each([
    ["rebuilt", rebuild, "0004_next.sql, line 3: DROP TABLE people would empty books"],
    ["rebuilt behind a rename", renamed, "0004_next.sql, line 4: DROP TABLE people would empty books"],
    [
      "dropped in quotes",
      'drop table if exists "People"',
      "0004_next.sql, line 1: DROP TABLE people would empty books",
    ],
    [
      "rebuilt with only some children kept",
      `create table books_kept as select * from books;\n${rebuild}\ninsert into books select * from books_kept;`,
      "0004_next.sql, line 4: DROP TABLE people would empty pages",
    ],
    [
      "rebuilt with children that are kept and not put back",
      `create table books_kept as select * from books;\ncreate table pages_kept as select * from pages;\n${rebuild}`,
      "0004_next.sql, line 5: DROP TABLE people would empty books",
    ],
  ])("a parent with cascading children is not %s", async (_, up, detail) => {
    expect(await refusal(run(next(up)))).toMatchObject({ code: "migration-cascade", detail });
    expect(await counts()).toEqual({ people: 2, books: 2, pages: 3, readers: 2 });
  });

  it("a parent is rebuilt where its children are kept in tables and put back, and nothing is lost", async () => {
    expect((await run(next(stash(rebuild)))).steps[0]?.rows).toEqual([]);
    expect(await counts()).toEqual({ people: 2, books: 2, pages: 3, readers: 2 });
    expect(await refusal(exec("insert into books values ('b9', 'nobody')"))).toMatchObject({ code: "foreign-key" });
  });

  it("what was put back must be as much as before", async () => {
    const less = stash(rebuild).replace(
      "insert into pages select * from pages_kept",
      "insert into pages select * from pages_kept where reader is not null",
    );
    expect(await refusal(run(next(less)))).toMatchObject({ code: "migration-rows", detail: "0004_next.sql: pages" });
    const emptied = stash(rebuild).replace("select * from pages_kept", "select id, book, null from pages_kept");
    expect(await refusal(run(next(emptied)))).toMatchObject({
      code: "migration-rows",
      detail: "0004_next.sql: pages.reader",
    });
    expect(await counts()).toEqual({ people: 2, books: 2, pages: 3, readers: 2 });
  });

  it("a table is no child any more when the column that refers is dropped before, and keeps its rows", async () => {
    const files = next(
      "drop index books_by_owner;\nalter table books drop column owner;\nalter table pages drop column reader;\ndrop table people;",
    );
    expect((await run(files)).steps[0]?.rows).toEqual([{ table: "people", before: 2, after: null }]);
    expect(await withDatabase((db) => sql`select id from books`.execute(db.kysely))).toMatchObject({
      rows: [{ id: "b1" }, { id: "b2" }],
    });
  });

  it("a table that a file does not name keeps its rows, or all is taken back", async () => {
    expect(await refusal(run(next("delete from people where id = 'p2'")))).toBeNull();
    expect(await counts()).toEqual({ people: 1, books: 2, pages: 3, readers: 1 });
    const files = {
      ...next("delete from people where id = 'p2'"),
      "0005_less.sql": "delete from people",
      "down/0005_less.sql": "",
    };
    expect(await refusal(run(files))).toMatchObject({ code: "migration-rows", detail: "0005_less.sql: books" });
    expect(await counts()).toEqual({ people: 1, books: 2, pages: 3, readers: 1 });
    expect((await schema()).join()).not.toContain("migration_counts");
  });
});

describe("two runs at once", () => {
  it("a run that is killed in the middle of a file leaves it undone, and the next run does it", async () => {
    const files = {
      ...shelf,
      "0004_slow.sql":
        "create table numbers (n bigint);\ninsert into numbers with recursive c (n) as (select 1 union all select n + 1 from c where n < 20000000) select n from c;",
      "down/0004_slow.sql": "drop table numbers;",
    };
    const source = `
      const { migrate } = await import(${JSON.stringify(new URL("./migrate.ts", import.meta.url).href)});
      const { readMigrations } = await import(${JSON.stringify(new URL("./migrations/files.ts", import.meta.url).href)});
      const { sqlitePlace } = await import(${JSON.stringify(new URL("./sqlite-place.ts", import.meta.url).href)});
      const now = () => ${clock};
      const runner = { owner: "killed", tool: "fabula 0", now, sleep: async () => undefined, patience: 0 };
      const place = sqlitePlace(process.argv[1]);
      await migrate(place, await readMigrations(${JSON.stringify(shelf)}), { direction: "up", to: null, dryRun: false }, runner);
      const files = await readMigrations(${JSON.stringify(files)});
      await migrate({ ...place, backup: async () => (process.stdout.write("begun"), null) }, files, { direction: "up", to: null, dryRun: false }, runner);`;
    const stdio = ["ignore", "pipe", "inherit"] as const;
    const child = spawn(process.execPath, ["--input-type=module", "-e", source, path], { stdio: [...stdio] });
    if (!child.stdout) throw new Error("The child has no output.");
    await once(child.stdout, "data");
    await setTimeout(100);
    child.kill("SIGKILL");
    expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
    expect(await status(files)).toMatchObject({ version: 3, drift: [], pending: [{ version: 4 }] });
    expect(await refusal(run(files))).toMatchObject({ code: "migration-locked" });
    clock += 60_000;
    const quick = { ...files, "0004_slow.sql": files["0004_slow.sql"].replace("20000000", "2") };
    expect((await run(quick)).steps.map(({ version }) => version)).toEqual([4]);
  });

  it("a run waits for another that is writing just now, as long as it has patience", async () => {
    await run(shelf, { to: 1 });
    const [one, two] = [openSqlite(path), openSqlite(path, { busyTimeout: 5 })];
    const migrations = await readMigrations(shelf);
    await sql`begin immediate`.execute(one.kysely);
    const tried = (changes: Partial<MigrationRunner>) =>
      migrateDatabase(two, migrations, { direction: "up", to: null }, { ...runner(changes), backup: async () => null });
    expect(await refusal(tried({}))).toMatchObject({ name: "SqlError", code: "busy" });
    const sleep = async () => void (await sql`rollback`.execute(one.kysely));
    expect((await tried({ patience: 1_000, sleep })).to).toBe(3);
    await Promise.all([one.close(), two.close()]);
  });

  it("a run that was killed before it noted the schema does not stop the next one", async () => {
    await run(shelf, { to: 2 });
    await exec(
      "update schema_migrations set execution_ms = null, schema_hash = null, schema_objects = null where id = 2",
    );
    expect((await status(shelf)).applied[1]).toMatchObject({ version: 2, executionMs: null });
    expect((await run(shelf)).to).toBe(3);
  });

  it("a lock from a time that the clock has not reached again does not hold for ever", async () => {
    await run(shelf, { to: 1 });
    await exec(`insert into locks values ('migrations', 'a run of tomorrow', '${timeText(clock + 86_400_000)}')`);
    expect((await run(shelf)).to).toBe(3);
  });

  it("a run whose lock was taken over stops, and what it began is taken back", async () => {
    await run(shelf, { to: 1 });
    const steal = () => {
      const file = new DatabaseSync(path);
      file.exec("update locks set owner = 'another run'");
      file.close();
    };
    // The clock is read when the lock is renewed, and then when the file begins.
    for (const [calls, detail] of [
      [0, /^held by another run until/],
      [2, /^another run has taken over/],
    ] as const) {
      let left = Infinity;
      const now = () => {
        left -= 1;
        if (left === 0) steal();
        return (clock += 1);
      };
      const backup = async () => {
        if (calls === 0) steal();
        left = calls || Infinity;
        return null;
      };
      const place = { ...sqlitePlace(path), backup };
      const request = { direction: "up", to: null, dryRun: false } as const;
      const error = await refusal(migrate(place, await readMigrations(shelf), request, runner({ now })));
      expect(error).toMatchObject({ code: "migration-locked", detail: expect.stringMatching(detail) });
      expect(await status(shelf)).toMatchObject({ version: 1, drift: [] });
      await exec("delete from locks");
    }
  });
});

describe("a file that is no database", () => {
  it("is refused as corrupt, and stays as it is", async () => {
    writeFileSync(path, "These are the words of a letter, and of no database at all.".repeat(100));
    for (const work of [() => run(shelf), () => status(shelf), () => run(shelf, { dryRun: true })])
      expect(await refusal(work())).toMatchObject({ code: "corrupt" });
    expect(readFileSync(path, "utf8")).toMatch(/^These are the words/);
  });

  it("or no longer a whole one is not taken for a backup", async () => {
    await run(shelf, { to: 1 });
    await exec(
      "insert into people with recursive c (n) as (select 1 union all select n + 1 from c where n < 5000) select n, n from c",
    );
    const bytes = readFileSync(path);
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 20_000);
    writeFileSync(path, bytes);
    expect(await refusal(sqlitePlace(path).backup(clock))).toMatchObject({ name: "SqlError", code: "corrupt" });
    expect(readdirSync(folder).filter((name) => !/-(?:wal|shm)$/.test(name))).toEqual(["test.sqlite"]);
  });
});

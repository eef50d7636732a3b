import { env } from "cloudflare:test";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import { sqliteLanguage } from "../../../src/backends/sql/dump-language.ts";
import { dumpSql } from "../../../src/backends/sql/dump-sql.ts";
import { loadSql } from "../../../src/backends/sql/load-sql.ts";
import { migrateDatabase, type MigrationRunner, schemaStanding } from "../../../src/backends/sql/migrate.ts";
import { type MigrationFiles, readMigrations } from "../../../src/backends/sql/migrations/files.ts";
import { readHistory } from "../../../src/backends/sql/migrations/history.ts";
import { printSchema } from "../../../src/backends/sql/migrations/schema-print.ts";
import { statement } from "../../../src/backends/sql/statement.ts";
import { migrationFiles } from "../../../src/generated/migrations.ts";
import { migrateContract } from "../../migrate-contract.ts";
import { emptied } from "./d1-tables.ts";

// A dry run copies the database to another one, as text.
migrateContract("D1", "portable", async () => {
  const open = async () => openD1(env.DB);
  const copy = async () => {
    const trial = openD1(await emptied(env.EMPTY_DB));
    await loadSql(trial, dumpSql(await open(), sqliteLanguage));
    return trial;
  };
  await emptied(env.DB);
  const place = { name: "D1", open, read: open, copy, backup: async () => null };
  return { place, remove: async () => void (await emptied(env.DB)) };
});

const db = openD1(env.DB);
let clock = 0;
beforeEach(async () => {
  clock = Date.UTC(2026, 0, 31);
  await emptied(env.DB);
});

const runner = (changes: Partial<MigrationRunner> = {}) => ({
  owner: "the test",
  tool: "fabula 0",
  now: () => (clock += 1),
  sleep: async (milliseconds: number) => void (clock += milliseconds),
  patience: 0,
  backup: async () => null,
  ...changes,
});

interface Run {
  direction?: "up" | "down";
  to?: number | null;
  by?: Partial<MigrationRunner>;
}

const run = async (files: MigrationFiles, { direction = "up", to = null, by = {} }: Run = {}) =>
  migrateDatabase(db, await readMigrations(files), { direction, to }, runner(by));

const exec = (...statements: string[]) => db.atomic(statements.map(statement));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
const schema = async () =>
  (await db.catalog.objects()).map((each) => `${each.type} ${each.name}: ${each.definition}`).toSorted();
const told = async () =>
  (await sql<{ name: string }>`select name from d1_migrations order by id`.execute(db.kysely)).rows.map(
    ({ name }) => name,
  );
const lines = async () =>
  (await readHistory(db)).map(({ direction, version, tool }) => `${direction}${version} ${tool}`);

const shelf: MigrationFiles = {
  "0001_people.sql": "create table people (id text not null primary key, name text not null);",
  "down/0001_people.sql": "drop table people;",
  "0002_books.sql":
    "create table books (id text not null primary key, owner text not null references people (id) on delete cascade);\ncreate index books_by_owner on books (owner);",
  "down/0002_books.sql": "drop table books;",
  "0003_pages.sql":
    "create table pages (id text not null primary key, book text not null references books (id) on delete cascade, reader text references people (id) on delete set null);",
  "down/0003_pages.sql": "drop table pages;",
};

/** What wrangler leaves behind a file: what the file says, and a row with its name. */
const byWrangler = (files: MigrationFiles, name: string) =>
  exec(
    "create table if not exists d1_migrations (id integer primary key autoincrement, name text unique, applied_at timestamp default current_timestamp not null)",
    ...(files[name] ?? "").split(";\n").map((text) => text.replace(/;$/, "")),
    `insert into d1_migrations (name) values ('${name}')`,
  );

describe("the migrations of the program on D1", () => {
  it("are told to wrangler when they are applied and when they are taken back, and their history is that of every engine", async () => {
    const all = await readMigrations(migrationFiles);
    await run(migrationFiles);
    expect(await told()).toEqual(all.map(({ name }) => `${name}.sql`));
    const print = await printSchema(await db.catalog.objects());
    expect((await readHistory(db)).at(-1)?.schemaHash).toBe(print.hash);
    expect(Object.keys(print.objects)).not.toContain("table d1_migrations");
    await run(migrationFiles, { direction: "down", to: 0 });
    expect(await told()).toEqual([]);
    const way = [
      ...all.map((each) => ["up", each] as const),
      ...all.toReversed().map((each) => ["down", each] as const),
    ];
    expect((await readHistory(db)).map(({ direction, name, checksum }) => [direction, name, checksum])).toEqual(
      way.map(([direction, { name, checksum }]) => [direction, name, checksum]),
    );
  });
});

describe("a file that cannot be applied on D1", () => {
  it("is taken back whole, and the statement is told by its line", async () => {
    await run(shelf, { to: 2 });
    const before = await schema();
    const text =
      "create table pages (id text);\ncreate table more (id text);\n\ninsert into nowhere values (1);\nselect 1;";
    expect(await refusal(run({ ...shelf, "0003_pages.sql": text }))).toMatchObject({
      code: "migration-failed",
      detail: "0003_pages.sql, line 4: no such table: nowhere",
    });
    expect(await schema()).toEqual(before);
    expect(await told()).toEqual(["0001_people.sql", "0002_books.sql"]);
    expect((await run(shelf)).to).toBe(3);
  });

  it("and would lose rows without a word is refused, by the statement or by what is lost", async () => {
    const rebuild =
      "create table people_new (id text not null primary key, name text);\ninsert into people_new select id, name from people;\ndrop table people;\nalter table people_new rename to people;";
    const next = (up: string): MigrationFiles => ({ ...shelf, "0004_next.sql": up, "down/0004_next.sql": "select 1" });
    await run(shelf);
    const counts = async () =>
      (
        await sql`select (select count(*) from people) as people, (select count(*) from books) as books`.execute(
          db.kysely,
        )
      ).rows[0];
    const fill = () =>
      exec("insert into people values ('p1', 'Ann')", "insert into books values ('b1', 'p1'), ('b2', 'p1')");
    await fill();
    expect(await refusal(run(next(rebuild)))).toMatchObject({
      code: "migration-cascade",
      detail: "0004_next.sql, line 3: DROP TABLE people would empty books",
    });
    expect(await refusal(run(next("delete from people")))).toMatchObject({
      code: "migration-rows",
      detail: "0004_next.sql: books",
    });
    expect(await counts()).toEqual({ people: 1, books: 2 });
    const stash = `create table books_kept as select * from books;\ncreate table pages_kept as select * from pages;\n${rebuild}
     insert into books select * from books_kept;\ninsert into pages select * from pages_kept;\ndrop table books_kept;\ndrop table pages_kept;`;
    await run(next(stash));
    expect(await counts()).toEqual({ people: 1, books: 2 });
    // What the refusal is for: foreign keys that are put off do not keep the children either.
    await exec("pragma defer_foreign_keys = on", ...rebuild.split(";\n"));
    expect(await counts()).toEqual({ people: 1, books: 0 });
  });

  it("belongs to another run that took the lock over meanwhile", async () => {
    await run(shelf, { to: 1 });
    const backup = async () => {
      await exec("update locks set owner = 'another run'");
      return null;
    };
    const work = migrateDatabase(
      db,
      await readMigrations(shelf),
      { direction: "up", to: null },
      { ...runner(), backup },
    );
    expect(await refusal(work)).toMatchObject({ code: "migration-locked" });
    await exec("delete from locks");
    expect((await run(shelf)).to).toBe(3);
  });
});

describe("what wrangler applied", () => {
  const names = ["0001_people.sql", "0002_books.sql", "0003_pages.sql"];

  it("counts as applied before ours has written anything, and is noted in ours with the file as it stands", async () => {
    for (const name of names) await byWrangler(shelf, name);
    const all = await readMigrations(shelf);
    expect(await schemaStanding(db, all)).toEqual({ version: 3, pending: [] });
    expect(await run(shelf)).toMatchObject({ from: 3, to: 3, steps: [] });
    const history = await readHistory(db);
    expect(history.map(({ id, name, checksum, tool }) => [id, name, checksum, tool])).toEqual(
      all.map(({ name, checksum }, i) => [i + 1, name, checksum, "wrangler"]),
    );
    expect(history[0]?.appliedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
    expect(await run(shelf)).toMatchObject({ steps: [] });
    expect(await lines()).toHaveLength(3);
  });

  it("is followed by ours, by wrangler again and by ours, each of which knows of the other", async () => {
    await byWrangler(shelf, "0001_people.sql");
    expect((await run(shelf, { to: 2 })).steps.map(({ name }) => name)).toEqual(["0002_books"]);
    await byWrangler(shelf, "0003_pages.sql");
    const more = { ...shelf, "0004_more.sql": "create table more (id text)", "down/0004_more.sql": "drop table more" };
    expect((await run(more)).steps.map(({ name }) => name)).toEqual(["0004_more"]);
    expect(await lines()).toEqual(["up1 wrangler", "up2 fabula 0", "up3 wrangler", "up4 fabula 0"]);
    expect(await told()).toEqual([...names, "0004_more.sql"]);
  });

  it("is taken back by ours in both histories, and can be applied again by either", async () => {
    for (const name of names) await byWrangler(shelf, name);
    await run(shelf, { direction: "down" });
    expect(await told()).toEqual(names.slice(0, 2));
    await byWrangler(shelf, "0003_pages.sql");
    await run(shelf, { direction: "down", to: 1 });
    expect(await told()).toEqual(names.slice(0, 1));
    expect((await run(shelf)).to).toBe(3);
    expect(await told()).toEqual(names);
  });

  it("is watched from then on: a change by hand afterwards is drift", async () => {
    for (const name of names) await byWrangler(shelf, name);
    await run(shelf);
    await exec("alter table people add column age bigint");
    const more = { ...shelf, "0004_more.sql": "create table more (id text)", "down/0004_more.sql": "drop table more" };
    expect(await refusal(run(more))).toMatchObject({ code: "schema-drift", detail: "table people was changed" });
  });

  it("is refused where a file of its name is not there, was left out before, or is newer than the program", async () => {
    const { "0003_pages.sql": _, "down/0003_pages.sql": __, ...older } = shelf;
    for (const name of names) await byWrangler(shelf, name);
    expect(await refusal(run(older))).toMatchObject({ code: "schema-newer" });
    await exec("delete from d1_migrations where name = '0002_books.sql'");
    expect(await refusal(run(shelf))).toMatchObject({ code: "migration-order" });
    await exec("update d1_migrations set name = 'people.sql' where name = '0001_people.sql'");
    expect(await refusal(run(shelf))).toMatchObject({
      code: "migration-missing",
      detail: "people.sql was applied by wrangler",
    });
  });

  it("is told again what ours applied, where its table was lost", async () => {
    await run(shelf);
    await exec("drop table d1_migrations");
    expect(await run(shelf)).toMatchObject({ steps: [] });
    expect(await told()).toEqual(names);
  });
});

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAreas } from "../../../scripts/schema-tables.ts";
import { onPostgres } from "../../../test/engines/postgres.ts";
import { fillTables } from "../../../test/table-rows.ts";
import { migrationFiles } from "../../generated/migrations.ts";
import type { Database, Row } from "./database.ts";
import { d1Language, type DumpLanguage, postgresLanguage, sqliteLanguage } from "./dump-language.ts";
import { dumpSql } from "./dump-sql.ts";
import { loadSql, statementsIn } from "./load-sql.ts";
import { migrateDatabase } from "./migrate.ts";
import { readMigrations } from "./migrations/files.ts";
import { printSchema } from "./migrations/schema-print.ts";
import { openSqlite } from "./sqlite.ts";
import { statement } from "./statement.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fabula-dump-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const runner = {
  owner: "the test",
  tool: "fabula 0",
  now: Date.now,
  sleep: async () => undefined,
  patience: 0,
  backup: async () => null,
};
const up = { direction: "up", to: null } as const;

const textOf = async (db: Database, language: DumpLanguage) => (await Array.fromAsync(dumpSql(db, language))).join("");

async function* inPieces(text: string, length = 777): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function loaded(text: string): Promise<Database> {
  const db = openSqlite(":memory:");
  await loadSql(db, inPieces(text));
  return db;
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** Every table of the program with a row, which refer to each other across tables and within them. */
async function lively(): Promise<Database> {
  const path = join(folder, "lively.sqlite");
  const db = openSqlite(path);
  await migrateDatabase(db, await readMigrations(migrationFiles), up, runner);
  const file = new DatabaseSync(path);
  const tables = readAreas()
    .flatMap((area) => area.tables)
    .filter(({ kind, name }) => kind === "table" && !["guard", "locks", "schema_migrations"].includes(name));
  fillTables(file, tables, "ann");
  file.close();
  return db;
}

/** Rows of all tables by their names, in the order of the dump itself. */
async function rowsOf(db: Database): Promise<Record<string, readonly string[]>> {
  const tables = (await db.catalog.objects()).filter(({ type }) => type === "table").map(({ name }) => name);
  const rows = await Promise.all(
    tables.toSorted().map(async (table) => {
      const found = await sql<Row>`select * from ${sql.table(table)}`.execute(db.kysely);
      return [table, found.rows.map((row) => JSON.stringify(row)).toSorted()] as const;
    }),
  );
  return Object.fromEntries(rows);
}

describe("a dump of SQL", () => {
  it("read into an empty database gives every row of every table, and the schema", async () => {
    const db = await lively();
    const text = await textOf(db, sqliteLanguage);
    const copy = await loaded(text);
    const rows = await rowsOf(db);
    expect(Object.values(rows).filter((some) => some.length > 0).length).toBeGreaterThan(60);
    expect(await rowsOf(copy)).toEqual(rows);
    expect(await printSchema(await copy.catalog.objects())).toEqual(await printSchema(await db.catalog.objects()));
    expect((await sql`select * from pragma_foreign_key_check`.execute(copy.kysely)).rows).toEqual([]);
    expect(await textOf(copy, sqliteLanguage)).toBe(text);
    // A clip must have what its kind says from the first.
    const cut = Array.from(text.matchAll(/^update "(\w+)"/gm), ([, table]) => table);
    expect([...new Set(cut)]).not.toContain("project_clips");
    await Promise.all([db.close(), copy.close()]);
  });

  it("keeps what is hard to write: quotes, zeros, long text in any script, bytes, numbers, names in quotes", async () => {
    const db = openSqlite(":memory:");
    await db.atomic(
      [
        `create table "odd ""name""" ("the ""key""" text not null primary key, -- it's; a note
          n bigint, r double precision, body text, bytes blob, twice bigint generated always as (n % 7) stored,
          check (body <> 'create table; (' or n is not null))`,
        "create table pairs (a integer not null, b text not null, note text, primary key (a, b))",
        "create table loose (x integer)",
      ].map(statement),
    );
    const long = "🐇 it''s; -- /* 二人の本 */ \u0000 é\n".repeat(12_000);
    const bytes = Uint8Array.from({ length: 250_000 }, (_, i) => (i * 7) % 256);
    const values: [string, number | null, number | null, string | null, Uint8Array | null][] = [
      ['it\'s; a "key"', Number.MAX_SAFE_INTEGER, 1e-7, "a;\n--b\r\n", Uint8Array.of()],
      ["zero \u0000 within", -1, -1.5e300, "\u0000", Uint8Array.of(0, 39, 255)],
      ["long", 0, 3, long, bytes],
      ["none", null, null, null, null],
    ];
    for (const [key, n, r, body, some] of values)
      await sql`insert into "odd ""name""" values (${key}, ${n}, ${r}, ${body}, ${some})`.execute(db.kysely);
    for (let a = 0; a < 50; a += 1)
      await sql`insert into pairs values (${a % 5}, ${`b${a}`}, ${"x".repeat(3_000)})`.execute(db.kysely);
    await db.atomic([statement("insert into loose values (1), (1), (null)")]);
    const text = await textOf(db, sqliteLanguage);
    const copy = await loaded(text);
    const read = async (from: Database) =>
      (await sql`select * from "odd ""name""" order by 1`.execute(from.kysely)).rows;
    expect(await read(copy)).toEqual(await read(db));
    expect(await rowsOf(copy)).toEqual(await rowsOf(db));
    const sizes: number[] = [];
    for await (const each of statementsIn(inPieces(text))) sizes.push(new TextEncoder().encode(each).length);
    expect(Math.max(...sizes)).toBeLessThan(100_000);
    expect(sizes.length).toBeGreaterThan(20);
    await Promise.all([db.close(), copy.close()]);
  });

  it("holds rows that refer to later ones of their table, views of views, and triggers, which find the rows there", async () => {
    const db = openSqlite(":memory:");
    await db.atomic(
      [
        "create table moves (id text not null primary key, undoes text references moves (id), check ((undoes is null) = (id like 'm%')))",
        "create table notes (move text references moves (id) on delete cascade, id integer not null primary key)",
        "create table moved (n integer not null primary key)",
        "insert into moves values ('m2', null), ('m1', null), ('a', 'm2'), ('b', 'a'), ('0', 'b')",
        "insert into notes values ('0', 2), ('m1', 1)",
        "insert into moved values (0)",
        "create view a_few as select id from b_all -- of them\n",
        "create view b_all as select id from moves",
        `create trigger counted after insert on moves begin
          update moved set n = n + 1; update moved set n = case when n > 9 then 9 else n end;
        end`,
      ].map(statement),
    );
    const text = await textOf(db, sqliteLanguage);
    expect(text.search(/create view b_all/i)).toBeLessThan(text.search(/create view a_few/i));
    const copy = await loaded(text);
    expect(await rowsOf(copy)).toEqual(await rowsOf(db));
    await copy.atomic([statement("insert into moves values ('m3', null)")]);
    expect((await sql`select n from moved`.execute(copy.kysely)).rows).toEqual([{ n: 1 }]);
    expect((await sql`select * from a_few`.execute(copy.kysely)).rows).toHaveLength(6);
    await Promise.all([db.close(), copy.close()]);
  });

  it("of many moments is read without what came too late, whatever others write while it is made", async () => {
    const write = async (language: DumpLanguage) => {
      const db = openSqlite(":memory:");
      await db.atomic(
        [
          "create table people (id text not null primary key, mail text not null, face text references faces (id))",
          "create unique index people_by_mail on people (mail)",
          "create table faces (id text not null primary key, person text not null references people (id) on delete cascade)",
          "create table moves (id text not null primary key, person text not null references people (id), undoes text references moves (id), check ((undoes is null) = (id like 'm%')))",
          "insert into people values ('ann', 'a', null), ('bob', 'b', null)",
          "insert into faces values ('f1', 'ann')",
          "update people set face = 'f1' where id = 'ann'",
          "insert into moves values ('m1', 'ann', null), ('u1', 'bob', 'm1')",
        ].map(statement),
      );
      let text = "";
      for await (const piece of dumpSql(db, language)) {
        text += piece;
        if (!piece.startsWith("insert")) continue;
        const n = text.length;
        const late = [
          `insert into people values ('p${n}', '${n}', null)`,
          `insert into faces values ('f${n}', 'p${n}')`,
          `update people set face = 'f${n}' where id in ('bob', 'p${n}')`,
          `insert into moves values ('m${n}', 'p${n}', null), ('u${n}', 'ann', 'm${n}')`,
          `update people set mail = '${n} no more' where id = 'bob'`,
        ];
        await db.atomic(late.map(statement));
      }
      await db.close();
      return text;
    };
    await expect(write(sqliteLanguage).then(loaded)).rejects.toMatchObject({ code: "foreign-key" });
    const copy = await loaded(await write(d1Language));
    expect((await sql`select * from pragma_foreign_key_check`.execute(copy.kysely)).rows).toEqual([]);
    const early = async (table: string) =>
      (await sql<Row>`select * from ${sql.table(table)} where length(id) = 3 or id like '%1'`.execute(copy.kysely))
        .rows;
    expect((await early("people")).map(({ id, face }) => `${String(id)} ${String(face)}`)).toEqual([
      "ann f1",
      "bob null",
    ]);
    expect(await early("faces")).toEqual([{ id: "f1", person: "ann" }]);
    expect((await early("moves")).slice(0, 2).map(({ id }) => id)).toEqual(["m1", "u1"]);
    await copy.close();
  });

  it("is read by the pages of a table of many rows, each once", async () => {
    const db = openSqlite(":memory:");
    await db.atomic(
      [
        "create table many (part text not null, id integer not null, primary key (part, id))",
        "insert into many with recursive c (n) as (select 1 union all select n + 1 from c where n < 30000) select 'p' || (n % 3), n from c",
      ].map(statement),
    );
    const copy = await loaded(await textOf(db, sqliteLanguage));
    const sums = sql`select part, count(*) as rows, sum(id) as ids from many group by part order by part`;
    expect((await sums.execute(copy.kysely)).rows).toEqual((await sums.execute(db.kysely)).rows);
    await Promise.all([db.close(), copy.close()]);
  });

  it("is not read into a database that has tables, nor where it ends too early", async () => {
    const db = openSqlite(":memory:");
    await db.atomic([statement("create table t (x text)")]);
    expect(await failure(loadSql(db, inPieces("create table u (x text);")))).toMatchObject({
      code: "database-not-empty",
      detail: "it has the table t",
    });
    await db.close();
    for (const text of ["create table t (x text); insert into t values ('it", "select 1; select 2"])
      await expect(loaded(text)).rejects.toThrow("ends within a statement");
  });

  it("is not made of tables that are no tables of rows, or that must refer to each other", async () => {
    for (const made of [
      ["create virtual table words using fts5 (text)"],
      [
        "create table a (id text not null primary key, b text not null references b (id))",
        "create table b (id text not null primary key, a text not null references a (id))",
      ],
    ]) {
      const db = openSqlite(":memory:");
      await db.atomic(made.map(statement));
      await expect(textOf(db, sqliteLanguage)).rejects.toThrow(TypeError);
      await db.close();
    }
  });
});

onPostgres("a dump of PostgreSQL", (open) => {
  // Three databases are made, and the whole schema in each.
  it(
    "is read by psql and by the program, and gives every row of every table, and the schema",
    { timeout: 120_000 },
    async () => {
      const [from, byProgram, byPsql] = [await open(), await open(), await open()];
      const lite = await lively();
      // One connection, on which foreign keys are not looked at while the rows come in.
      const db = await from.connect({ connections: 1 });
      await migrateDatabase(db, await readMigrations(migrationFiles, "postgres"), up, runner);
      await sql`set session_replication_role = replica`.execute(db.kysely);
      for (const table of Object.keys(await rowsOf(lite)).filter((name) => name !== "schema_migrations")) {
        const found = await sql<Row>`select * from ${sql.table(table)}`.execute(lite.kysely);
        for (const { full_name: _, ...row } of found.rows)
          await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
          values (${sql.join(Object.values(row))})`.execute(db.kysely);
      }
      await lite.close();
      await sql`update users set name = ${'it\'s; \\ "quoted" 🐇'}, image = null`.execute(db.kysely);
      await sql`update jobs set settings = ${JSON.stringify({ long: "二人の本 \\ ' ".repeat(30_000) })}`.execute(
        db.kysely,
      );
      const text = await textOf(db, postgresLanguage);
      const file = join(folder, "dump.sql");
      writeFileSync(file, text);
      await promisify(execFile)("psql", ["-q", "-1", "-X", "-v", "ON_ERROR_STOP=1", "-f", file, byPsql.url]);
      const copies = [await byProgram.connect(), await byPsql.connect()];
      await loadSql(await byProgram.connect(), inPieces(text, 50_000));
      const [expected, schema] = [await rowsOf(db), await printSchema(await db.catalog.objects())];
      expect(Object.values(expected).filter((some) => some.length > 0).length).toBeGreaterThan(60);
      for (const copy of copies) {
        expect(await rowsOf(copy)).toEqual(expected);
        expect(await printSchema(await copy.catalog.objects())).toEqual(schema);
        expect(await copy.catalog.references()).toHaveLength((await db.catalog.references()).length);
        await copy.close();
      }
      await db.close();
      await Promise.all([from, byProgram, byPsql].map((place) => place.remove()));
    },
  );

  it("is of one moment where it is read on one connection in one transaction, whatever others write meanwhile", async () => {
    const [from, to] = [await open(), await open()];
    const [db, other] = [await from.connect({ connections: 1 }), await from.connect()];
    await other.atomic(
      [
        "create table parents (id text not null primary key)",
        "create table children (id text not null primary key, parent text not null references parents (id))",
        "insert into parents values ('first')",
      ].map(statement),
    );
    await sql`begin isolation level repeatable read, read only`.execute(db.kysely);
    let text = "";
    for await (const piece of dumpSql(db, postgresLanguage)) {
      text += piece;
      const id = `late${text.length}`;
      const late = [`insert into parents values ('${id}')`, `insert into children values ('${id}', '${id}')`];
      await other.atomic(late.map(statement));
    }
    await sql`commit`.execute(db.kysely);
    expect(text).not.toContain("late");
    const copy = await to.connect();
    await loadSql(copy, inPieces(text));
    expect(await rowsOf(copy)).toEqual({ children: [], parents: ['{"id":"first"}'] });
    await Promise.all([db.close(), other.close(), copy.close()]);
    await Promise.all([from.remove(), to.remove()]);
  });
});

import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { timeText } from "../src/backends/sql/codecs.ts";
import type { Database } from "../src/backends/sql/database.ts";
import {
  type DatabasePlace,
  migrate,
  type Migration,
  type MigrationReport,
  type MigrationRunner,
  migrationStatus,
} from "../src/backends/sql/migrate.ts";
import { type DdlVariant, type MigrationFiles, readMigrations } from "../src/backends/sql/migrations/files.ts";
import { statement } from "../src/backends/sql/statement.ts";
import { migrationFiles } from "../src/generated/migrations.ts";
import { refusal, rows, shelf } from "./migration-shelf.ts";

/** Where an empty database lies. */
export interface MigrationPlace {
  place: DatabasePlace;
  remove(): Promise<void>;
}

interface Run {
  direction?: "up" | "down";
  to?: number | null;
  dryRun?: boolean;
  by?: Partial<MigrationRunner>;
}

/** What migrations do the same on every engine. `open` gives an empty database. */
export function migrateContract(name: string, variant: DdlVariant, open: () => Promise<MigrationPlace>): void {
  describe(`${name} keeps the contract of migrations`, () => {
    let made: MigrationPlace;
    let place: DatabasePlace;
    let clock = 0;
    beforeEach(async () => {
      made = await open();
      place = made.place;
      clock = Date.UTC(2026, 0, 31);
    });
    afterEach(() => made.remove());

    const runner = (changes: Partial<MigrationRunner> = {}): MigrationRunner => ({
      owner: "the test",
      tool: "fabula 0",
      now: () => (clock += 1),
      sleep: async (milliseconds) => void (clock += milliseconds),
      patience: 0,
      ...changes,
    });
    const apply = (
      migrations: readonly Migration[],
      { direction = "up", to = null, dryRun = false, by = {} }: Run = {},
    ) => migrate(place, migrations, { direction, to, dryRun }, runner(by));
    const run = async (files: MigrationFiles, how: Run = {}): Promise<MigrationReport> =>
      apply(await readMigrations(files, variant), how);
    const withDatabase = async <Result>(work: (db: Database) => Promise<Result>): Promise<Result> => {
      const db = await place.open();
      try {
        return await work(db);
      } finally {
        await db.close();
      }
    };
    const exec = (...statements: string[]) => withDatabase((db) => db.atomic(statements.map(statement)));
    const schema = () =>
      withDatabase(async (db) =>
        (await db.catalog.objects())
          // D1 has one more table beside the history: wrangler's.
          .filter(({ table }) => table !== "d1_migrations")
          .map((each) => `${each.type} ${each.name}: ${each.definition}`)
          .toSorted(),
      );
    const status = async (files: MigrationFiles) => migrationStatus(place, await readMigrations(files, variant));
    const counts = () =>
      withDatabase(async (db) => {
        const counted = sql<Record<string, number>>`select (select count(*) from people) as people,
          (select count(*) from books) as books, (select count(*) from pages) as pages`;
        return (await counted.execute(db.kysely)).rows[0];
      });

    it("applies what is pending in order, notes it in the history, and is done the second time", async () => {
      const steps = [{ name: "0001_people" }, { name: "0002_books" }];
      expect(await run(shelf, { to: 2 })).toMatchObject({ from: 0, to: 2, steps });
      expect(await run(shelf)).toMatchObject({ from: 2, to: 3, steps: [{ version: 3, direction: "up" }] });
      expect(await run(shelf)).toMatchObject({ from: 3, to: 3, steps: [], backup: null });
      const told = await status(shelf);
      expect(told).toMatchObject({ version: 3, latest: 3, pending: [], drift: [] });
      expect(told.applied.map(({ name: of, tool, executionMs }) => [of, tool, executionMs])).toEqual(
        ["0001_people", "0002_books", "0003_pages"].map((of) => [of, "fabula 0", 1]),
      );
    });

    it("up, down and up again leaves the same schema, and a line of history for each file", async () => {
      await run(shelf);
      const first = await schema();
      await run(shelf, { direction: "down", to: 0 });
      expect((await schema()).map((each) => each.split(":")[0])).toEqual([
        "table guard",
        "table locks",
        "table schema_migrations",
      ]);
      await run(shelf);
      expect(await schema()).toEqual(first);
      const history = await withDatabase((db) =>
        sql<{ line: string }>`select direction || version as line from schema_migrations order by id`.execute(
          db.kysely,
        ),
      );
      expect(history.rows.map(({ line }) => line).join(" ")).toBe("up1 up2 up3 down3 down2 down1 up1 up2 up3");
    });

    it("tells in a dry run what would change, and changes nothing, be it from nothing or with rows", async () => {
      expect(await run(shelf, { dryRun: true })).toMatchObject({ dryRun: true, from: 0, to: 3 });
      expect(await status(shelf)).toMatchObject({ version: 0, applied: [] });
      await run(shelf);
      await exec(...rows);
      const files = {
        ...shelf,
        "0004_less.sql": "delete from pages where reader is null; alter table people add column age bigint;",
        "down/0004_less.sql": "alter table people drop column age",
      };
      const before = await schema();
      const told = await run(files, { dryRun: true });
      expect(told).toMatchObject({ dryRun: true, from: 3, to: 4, backup: null });
      expect(told.steps[0]?.rows).toEqual([{ table: "pages", before: 3, after: 2 }]);
      expect(await schema()).toEqual(before);
      expect(await counts()).toEqual({ people: 2, books: 2, pages: 3 });
      expect(await status(files)).toMatchObject({ version: 3, pending: [{ version: 4 }], drift: [] });
    });

    it("is refused where a file was changed after it was applied, is gone, or is unknown to the program", async () => {
      await run(shelf);
      const edited = { ...shelf, "0002_books.sql": `${shelf["0002_books.sql"]}\n` };
      const { "0003_pages.sql": _, "down/0003_pages.sql": __, ...older } = shelf;
      for (const work of [() => run(edited), () => run(edited, { dryRun: true }), () => status(edited)])
        expect(await refusal(work())).toMatchObject({ code: "migration-edited" });
      expect(await refusal(run(older))).toMatchObject({ code: "schema-newer" });
    });

    it("is refused where the schema was changed by hand, with what was changed", async () => {
      await run(shelf, { to: 2 });
      await exec(
        "alter table people add column age bigint",
        "drop index books_by_owner",
        "create view old as select 1 as x",
      );
      const drift = ["index books_by_owner is gone", "table people was changed", "view old was added"];
      expect(await refusal(run(shelf))).toMatchObject({ code: "schema-drift", detail: drift.join(", ") });
      expect((await status(shelf)).drift).toEqual(drift);
      await exec("drop view old", "create index books_by_owner on books (owner)", "alter table people drop column age");
      expect((await run(shelf)).to).toBe(3);
    });

    it("leaves the schema as it was before a file of which a statement fails", async () => {
      const wrong = "create table pages (id text);\ncreate table more (id text);\n\ninsert into nowhere values (1);";
      const error = await refusal(run({ ...shelf, "0003_pages.sql": wrong }));
      // D1 does not tell which statement of a batch failed.
      expect(error).toMatchObject({
        code: "migration-failed",
        detail: expect.stringMatching(/^0003_pages\.sql(?:, line 4)?: .*nowhere/),
      });
      expect((await schema()).map((each) => each.split(":")[0])).toEqual([
        "index books_by_owner",
        "table books",
        "table guard",
        "table locks",
        "table people",
        "table schema_migrations",
      ]);
      expect(await status(shelf)).toMatchObject({ version: 2, drift: [] });
      expect((await run(shelf)).to).toBe(3);
    });

    it("keeps the rows of a table that a file does not name, or takes all back", async () => {
      await run(shelf);
      await exec(...rows);
      const less = { ...shelf, "0004_less.sql": "delete from people where id = 'p1'", "down/0004_less.sql": "" };
      expect(await refusal(run(less))).toMatchObject({ code: "migration-rows", detail: "0004_less.sql: books" });
      expect(await counts()).toEqual({ people: 2, books: 2, pages: 3 });
      const dropped = { ...shelf, "0004_less.sql": "drop table people", "down/0004_less.sql": "" };
      expect(await refusal(run(dropped))).toMatchObject({ code: "migration-cascade" });
    });

    it("does each file once where three runs begin at one time", async () => {
      const patient = { patience: 60_000, now: Date.now, sleep: pause };
      const all = [1, 2, 3].map((i) => run(shelf, { by: { owner: `run ${i}`, ...patient } }));
      const reports = await Promise.all(all);
      expect(reports.map(({ steps }) => steps.length).toSorted((a, b) => a - b)).toEqual([0, 0, 3]);
    });

    it("tells who runs, and takes over from a run that died", async () => {
      await run(shelf, { to: 1 });
      await exec(`insert into locks values ('migrations', 'a run that died', '${timeText(clock + 60_000)}')`);
      expect(await refusal(run(shelf))).toMatchObject({
        code: "migration-locked",
        detail: expect.stringMatching(/^held by a run that died until 2026-01-31T00:01:00/),
      });
      expect((await run(shelf, { by: { patience: 75_000 } })).to).toBe(3);
      const { rows: locks } = await withDatabase((db) => sql`select * from locks`.execute(db.kysely));
      expect(locks).toEqual([]);
    });

    it("leads through all migrations of the program up, down to nothing and up again to the same schema", async () => {
      const migrations = await readMigrations(migrationFiles, variant);
      expect(await apply(migrations)).toMatchObject({ from: 0, to: migrations.length });
      const first = await schema();
      for (const to of [7, 0]) await apply(migrations, { direction: "down", to });
      expect((await schema()).map((each) => each.split(":")[0])).toEqual([
        "table guard",
        "table locks",
        "table schema_migrations",
      ]);
      await apply(migrations);
      expect(await schema()).toEqual(first);
      const told = await migrationStatus(place, migrations);
      expect(told).toMatchObject({ version: migrations.length, pending: [], drift: [] });
      const history = await withDatabase((db) =>
        sql<{ name: string; checksum: string }>`select name, checksum from schema_migrations
          where direction = 'up' order by id desc`.execute(db.kysely),
      );
      const last = history.rows.slice(0, migrations.length).toReversed();
      expect(last).toEqual(migrations.map(({ name: of, checksum }) => ({ name: of, checksum })));
    }, 60_000);
  });
}

/** A moment, without the timers of one runtime only. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}

import { type Compilable, type Kysely, sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { flagNumber, flagOf, jsonOf, jsonText, timeOf, timeText } from "../src/backends/sql/codecs.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { guard, guardTable, isGuardFailure } from "../src/backends/sql/guard.ts";
import { insertRows } from "../src/backends/sql/insert-rows.ts";
import { query, statement } from "../src/backends/sql/statement.ts";
import { crowdContract } from "./sql-crowd-contract.ts";

/** An empty database that several connections can open. */
export interface SqlPlace {
  /** Another one each time; where an engine has a single connection, another caller of it. */
  connect(): Promise<Database>;
  /** Called at the end, when all connections are closed. */
  remove(): Promise<void>;
}

/** The tables of the suite. They are made by DDL that every engine reads. */
interface Tables {
  shelves: { id: string; name: string };
  books: { id: string; shelf_id: string | null; title: string; rev: number; weight: number | null; made_at: string };
  pages: { id: string; book_id: string; document: string; cover: Uint8Array | null };
}

/** What every engine must do the same. `open` gives a new place; connections are closed by the suite. */
export function sqlContract(name: string, open: () => Promise<SqlPlace>): void {
  crowdContract(name, open);
  describe(`${name} keeps the contract of databases`, () => {
    let place: SqlPlace;
    let db: Database;
    let other: Database;
    let tables: Kysely<Tables>;
    let typed: { kysely: Kysely<Tables>; capabilities: Database["capabilities"] };

    beforeAll(async () => {
      place = await open();
      [db, other] = [await place.connect(), await place.connect()];
      tables = tablesOf(db);
      typed = { kysely: tables, capabilities: db.capabilities };
      await db.atomic(ddl(db).map(statement));
    });
    beforeEach(async () => {
      await db.atomic(["pages", "books", "shelves"].map((table) => statement(`delete from ${table}`)));
      await tables.insertInto("shelves").values({ id: "s1", name: "First" }).execute();
    });
    afterAll(async () => {
      await Promise.all([db.close(), other.close()]);
      await place.remove();
    });

    const book = (id: string, changes: Partial<Tables["books"]> = {}): Tables["books"] => ({
      id,
      shelf_id: "s1",
      title: id,
      rev: 0,
      weight: null,
      made_at: timeText(0),
      ...changes,
    });
    const addBook = (id: string, changes: Partial<Tables["books"]> = {}) =>
      tables.insertInto("books").values(book(id, changes));
    const titles = async () =>
      (await tables.selectFrom("books").select("title").orderBy("id").execute()).map((b) => b.title);
    const failure = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: unknown) => error,
      );

    it("text, whole and broken numbers, bytes and null come back as they went in", async () => {
      const texts = ["", "it's", "二人の本", "🐇 e\u0301", "5", "5.0", "null", "line\r\nline", "%_\\"];
      for (const [i, title] of texts.entries()) await addBook(`b${i}`, { title }).execute();
      expect(await titles()).toEqual(texts);
      const numbers = [0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER];
      for (const [i, rev] of numbers.entries()) await addBook(`n${i}`, { rev, weight: i / 8 }).execute();
      const kept = tables.selectFrom("books").select(["rev", "weight"]).where("id", "like", "n%").orderBy("id");
      expect(await kept.execute()).toEqual(numbers.map((rev, i) => ({ rev, weight: i / 8 })));
      const cover = Uint8Array.from({ length: 256 }, (_, i) => i);
      await tables
        .insertInto("pages")
        .values([
          { id: "p1", book_id: "b0", document: "{}", cover },
          { id: "p2", book_id: "b0", document: "{}", cover: new Uint8Array(0) },
          { id: "p3", book_id: "b0", document: "{}", cover: null },
        ])
        .execute();
      const covers = await tables.selectFrom("pages").select("cover").orderBy("id").execute();
      expect(covers.map((row) => row.cover && [...row.cover])).toEqual([[...cover], [], null]);
    });

    it("counts and sums are numbers, and a number in a column of text keeps its form", async () => {
      await addBook("b1", { rev: 2 }).execute();
      await addBook("b2", { rev: 3 }).execute();
      const sums = await tables
        .selectFrom("books")
        .select(({ fn }) => [fn.countAll().as("count"), fn.sum("rev").as("sum"), fn.max("rev").as("max")])
        .execute();
      expect(sums).toEqual([{ count: 2, sum: 5, max: 3 }]);
      await db.atomic([query(db, sql`update books set title = cast(${7} as text) where id = 'b1'`)]);
      expect(await titles()).toEqual(["7", "b2"]);
    });

    it("text is ordered by its bytes: capitals, small letters, letters with accents, and signs count", async () => {
      const ordered = ["A b", "A-b", "Ab", "B", "a", "a b", "aa", "z", "É", "é", "本", "🐇"];
      for (const title of ordered.toReversed()) await addBook(title, { title }).execute();
      const rows = await tables.selectFrom("books").select("title").orderBy("title").execute();
      expect(rows.map(({ title }) => title)).toEqual(ordered);
      const after = tables.selectFrom("books").select("title").where("title", ">", "a b").where("title", "<=", "É");
      expect((await after.orderBy("title").execute()).map(({ title }) => title)).toEqual(["aa", "z", "É"]);
    });

    it("yes and no of a query are 1 and 0", async () => {
      const { rows } = await sql`select exists (select 1 from shelves) as found, 1 > 2 as more`.execute(db.kysely);
      expect(rows).toEqual([{ found: 1, more: 0 }]);
    });

    it("a statement binds as many values as the engine says", async () => {
      await addBook("b1").execute();
      const ids = Array.from({ length: db.capabilities.maxParameters }, (_, i) => `b${i}`);
      expect(await tables.selectFrom("books").select("id").where("id", "in", ids).execute()).toEqual([{ id: "b1" }]);
    });

    it.each([
      ["true", true],
      ["NaN", Number.NaN],
      ["a date", new Date(0)],
      ["undefined", undefined],
    ])("%s is not bound", async (_, value) => {
      const error = await failure(sql`select ${value} as x`.execute(db.kysely));
      expect(error).toBeInstanceOf(TypeError);
    });

    it("times, flags and JSON are text and numbers in rows, ordered and exact", async () => {
      const moments = [-1, 0, 1, 951_782_399_999, 1_790_000_000_000];
      for (const [i, ms] of moments.toReversed().entries()) await addBook(`b${i}`, { made_at: timeText(ms) }).execute();
      const rows = await tables.selectFrom("books").select("made_at").orderBy("made_at").execute();
      expect(rows.map((row) => timeOf(row.made_at))).toEqual(moments);
      const value = { list: [1, 2.5, null, "“”\u2028"], deep: { yes: true } };
      await tables
        .insertInto("pages")
        .values({ id: "p1", book_id: "b0", document: jsonText(value), cover: null })
        .execute();
      const page = await tables.selectFrom("pages").select("document").executeTakeFirstOrThrow();
      expect(jsonOf(page.document, "pages.document", (read) => read)).toEqual(value);
      expect([true, false].map((flag) => flagOf(flagNumber(flag)))).toEqual([true, false]);
    });

    it("an atomic list does all in order and gives the rows of each query", async () => {
      const rows = await db.atomic([
        addBook("b1"),
        tables.updateTable("books").set({ rev: 1 }).where("id", "=", "b1").returning(["id", "rev"]),
        tables.selectFrom("books").select("rev"),
        tables.deleteFrom("books").where("id", "=", "none").returning("id"),
      ]);
      expect(rows).toEqual([[], [{ id: "b1", rev: 1 }], [{ rev: 1 }], []]);
      expect(await db.atomic([])).toEqual([]);
    });

    it("an atomic list that fails leaves nothing behind, DDL included, and the next one goes on", async () => {
      const list = [addBook("b1"), statement("create table extra (id text primary key)"), addBook("b1")];
      expect(await failure(db.atomic(list))).toMatchObject({ name: "SqlError", code: "unique" });
      expect(await titles()).toEqual([]);
      expect((await db.catalog.objects()).map((object) => object.name)).not.toContain("extra");
      await db.atomic([addBook("b2")]);
      expect(await titles()).toEqual(["b2"]);
    });

    it("lists that are started together do not mix, neither on one connection nor on two", async () => {
      const added = Array.from({ length: 40 }, (_, i) => {
        const [first, second] = [`${i}`.padStart(2, "0"), i % 4 === 0 ? "00" : `x${i}`];
        return failure((i % 2 === 0 ? db : other).atomic([addBook(`k${first}`), addBook(second)]));
      });
      const failed = (await Promise.all(added)).filter((error) => error !== null);
      const kept = await titles();
      // Ten wanted the book 00.
      expect(failed.length).toBe(9);
      expect(kept.filter((title) => title.startsWith("k")).length).toBe(40 - failed.length);
    });

    it("a guard that holds changes nothing, and one that does not takes back the list before it", async () => {
      await addBook("b1").execute();
      const rename = (title: string, rev: number): Compilable[] => [
        tables
          .updateTable("books")
          .set({ title, rev: rev + 1 })
          .where("id", "=", "b1")
          .where("rev", "=", rev),
        guard(db, sql<boolean>`exists (select 1 from books where id = 'b1' and title = ${title})`),
      ];
      await db.atomic(rename("new", 0));
      const error = await failure(db.atomic([addBook("b2"), ...rename("stale", 0)]));
      expect(isGuardFailure(error)).toBe(true);
      expect(await titles()).toEqual(["new"]);
      expect(isGuardFailure(await failure(db.atomic([guard(db, sql<boolean>`null`)])))).toBe(true);
      const { rows } = await sql`select ok from guard`.execute(db.kysely);
      expect(rows).toEqual([]);
    });

    it("of writers on two connections who read the same revision, one wins and the others know", async () => {
      await addBook("b1").execute();
      let won = 0;
      for (let rev = 0; rev < 10; rev += 1) {
        const tries = [db, other, db, other].map((connection, i) =>
          failure(
            connection.atomic([
              tables
                .updateTable("books")
                .set({ title: `w${i}-${rev}`, rev: rev + 1 })
                .where("rev", "=", rev),
              guard(connection, sql<boolean>`exists (select 1 from books where title = ${`w${i}-${rev}`})`),
            ]),
          ),
        );
        const errors = await Promise.all(tries);
        won += errors.filter((error) => error === null).length;
        expect(errors.filter((error) => error !== null).every(isGuardFailure)).toBe(true);
      }
      expect(won).toBe(10);
    });

    it("deleting a row deletes what cascades from it and empties what only points to it", async () => {
      await addBook("b1").execute();
      await tables.insertInto("pages").values({ id: "p1", book_id: "b1", document: "{}", cover: null }).execute();
      await tables.deleteFrom("shelves").execute();
      expect(await tables.selectFrom("books").select(["id", "shelf_id"]).execute()).toEqual([
        { id: "b1", shelf_id: null },
      ]);
      const gone = await tables.deleteFrom("books").returning("id").execute();
      expect(gone).toEqual([{ id: "b1" }]);
      expect(await tables.selectFrom("pages").select("id").execute()).toEqual([]);
    });

    it.each([
      ["unique", () => addBook("b1")],
      ["unique", () => tables.insertInto("shelves").values({ id: "s2", name: "First" })],
      ["foreign-key", () => addBook("b2", { shelf_id: "none" })],
      ["check", () => addBook("b2", { rev: -7 })],
      ["not-null", () => query(db, sql`insert into books (id, shelf_id) values ('b2', 's1')`)],
      ["other", () => query(db, sql`select * from nowhere`)],
    ] satisfies [string, () => Compilable][])(
      "a refusal has the code %s, alone and in a list, and does not tell what was bound",
      async (code, make) => {
        await addBook("b1").execute();
        const alone = await failure(db.kysely.executeQuery(make().compile()));
        for (const error of [alone, await failure(db.atomic([make()]))]) {
          expect(error).toMatchObject({ name: "SqlError", code });
          expect(isGuardFailure(error)).toBe(false);
          expect(String(error)).not.toContain("First");
        }
      },
    );

    it("a list in pages by a cursor shows each row once, rows of the same moment included", async () => {
      const made = Array.from({ length: 23 }, (_, i) =>
        book(`b${String(i).padStart(2, "0")}`, { made_at: timeText(i % 3) }),
      );
      for (const row of made) await tables.insertInto("books").values(row).execute();
      const seen: string[] = [];
      for (let last: { made_at: string; id: string } | null = { made_at: "9", id: "" }; last;) {
        const after: { made_at: string; id: string } = last;
        const rows = await tables
          .selectFrom("books")
          .select(["made_at", "id"])
          .where(({ refTuple, tuple, eb }) => eb(refTuple("made_at", "id"), "<", tuple(after.made_at, after.id)))
          .orderBy("made_at", "desc")
          .orderBy("id", "desc")
          .limit(5)
          .execute();
        seen.push(...rows.map((row) => row.id));
        last = rows.at(-1) ?? null;
        // What comes in meanwhile at the front moves nothing.
        if (rows.length === 5) await addBook(`late${seen.length}`, { made_at: "8" }).execute();
      }
      expect(seen.length).toBe(23);
      expect(new Set(seen).size).toBe(23);
    });

    it("rows in bulk take one parameter, keep their types, and may meet a conflict", async () => {
      const rows = Array.from({ length: 5_000 }, (_, i) =>
        book(`b${String(i).padStart(4, "0")}`, {
          title: i === 0 ? "5.0 \"'\\ 🐇" : `t${i}`,
          rev: i,
          weight: i % 2 ? null : i / 8,
        }),
      );
      const inserts = insertRows(typed, "books", rows);
      expect(inserts.map((insert) => insert.compile().parameters.length)).toEqual([1]);
      await db.atomic(inserts);
      expect(await tables.selectFrom("books").selectAll().orderBy("id").execute()).toEqual(rows);
      const again = insertRows(typed, "books", [book("b0000"), book("b9999")]);
      const kept = await db.atomic(again.map((insert) => insert.onConflict((on) => on.doNothing()).returning("id")));
      expect(kept).toEqual([[{ id: "b9999" }]]);
      const some = tables
        .selectFrom("books")
        .select("rev")
        .where("id", "in", db.capabilities.valuesOf(["b0007", "b0003", "?"]));
      expect(await some.orderBy("id").execute()).toEqual([{ rev: 3 }, { rev: 7 }]);
      expect(insertRows(typed, "books", [])).toEqual([]);
      const { valuesOf } = db.capabilities;
      const numbered = (numbers: readonly number[]) =>
        tables.selectFrom("books").select("id").where("rev", "in", valuesOf(numbers)).orderBy("id").execute();
      expect(await numbered([4_998, -1, 12])).toEqual([{ id: "b0012" }, { id: "b4998" }]);
      expect(await numbered([])).toEqual([]);
      const none = tables.selectFrom("books").select("id").where("id", "in", valuesOf<string>([]));
      expect(await none.execute()).toEqual([]);
      const weighed = tables
        .selectFrom("books")
        .select("id")
        .where("weight", "in", valuesOf([0.25, 0.3]));
      expect(await weighed.execute()).toEqual([{ id: "b0002" }]);
    });

    it("a row of more bytes than the limit is refused as too large, and one below is not", async () => {
      const { maxRowBytes } = db.capabilities;
      expect(maxRowBytes).toBeGreaterThanOrEqual(1_000_000);
      const page = (id: string, bytes: number) => ({ id, book_id: "b1", document: "x".repeat(bytes), cover: null });
      const addPage = (id: string, bytes: number) => tables.insertInto("pages").values(page(id, bytes));
      await addBook("b1").execute();
      await addPage("p1", maxRowBytes - 10_000).execute();
      const large = [addPage("p2", maxRowBytes + 1), ...insertRows(typed, "pages", [page("p2", maxRowBytes + 1)])];
      expect(await failure(addPage("p2", maxRowBytes + 1).execute())).toMatchObject({
        name: "SqlError",
        code: "too-large",
      });
      for (const insert of large) expect(await failure(db.atomic([insert]))).toMatchObject({ code: "too-large" });
      const half = new Uint8Array(maxRowBytes * 0.6);
      const two = { ...page("p2", maxRowBytes * 0.6), cover: half };
      const together = tables.insertInto("pages").values(two);
      expect(await failure(together.execute())).toMatchObject({ name: "SqlError", code: "too-large" });
      expect(await failure(db.atomic([addPage("lost", 1), together]))).toMatchObject({ code: "too-large" });
      const parts = insertRows(
        typed,
        "pages",
        ["p3", "p4"].map((id) => page(id, maxRowBytes / 2)),
      );
      expect(parts).toHaveLength(2);
      await db.atomic(parts);
      const kept = await tables.selectFrom("pages").select("id").orderBy("id").execute();
      expect(kept.map((row) => row.id)).toEqual(["p1", "p3", "p4"]);
    });

    it("Kysely's own look at the schema finds the tables and their columns", async () => {
      const found = await db.kysely.introspection.getTables();
      const books = found.find(({ name: table }) => table === "books");
      expect(books?.columns.map(({ name: column, isNullable }) => `${column}${isNullable ? "?" : ""}`)).toEqual([
        "id",
        "shelf_id?",
        "title",
        "rev",
        "weight?",
        "made_at",
      ]);
    });

    it("the catalogue tells tables, indexes, views and what happens to children", async () => {
      await db.atomic([statement("create view thick as select id from books where weight > 1")]);
      const objects = await db.catalog.objects();
      const told = objects.map(({ type, name: of, table }) => `${type} ${of} of ${table}`).sort();
      expect(told).toEqual([
        "index books_by_title of books",
        "table books of books",
        "table guard of guard",
        "table pages of pages",
        "table shelves of shelves",
        "view thick of thick",
      ]);
      await db.atomic([statement("drop view thick")]);
      const references = await db.catalog.references();
      expect(references.toSorted((a, b) => a.child.localeCompare(b.child))).toEqual([
        { child: "books", column: "shelf_id", parent: "shelves", onDelete: "set null" },
        { child: "pages", column: "book_id", parent: "books", onDelete: "cascade" },
      ]);
    });
  });
}

function tablesOf(db: Database): Kysely<Tables> {
  // The suite makes these tables itself, in a database that has no others.
  return db.kysely as unknown as Kysely<Tables>;
}

const ddl = ({ capabilities }: Database): string[] => [
  guardTable,
  "create table shelves (id text not null primary key, name text not null unique)",
  `create table books (id text not null primary key, shelf_id text references shelves (id) on delete set null, title text not null,
    rev bigint not null check (rev <> -7), weight double precision, made_at text not null)`,
  "create index books_by_title on books (title)",
  `create table pages (id text not null primary key, book_id text not null references books (id) on delete cascade,
    document text not null, cover ${capabilities.bytesType})`,
];

import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestStudio, testStudio } from "../../../test/comic-studio.ts";
import type { Database } from "../../backends/sql/database.ts";
import { sweepDaily } from "../../ops/retention-chore.ts";
import { fillSearch } from "./fill-search.ts";
import { importNovel } from "./import-novel.ts";
import { searchShelf } from "./queries/shelf.ts";

const limits = { size: 1e9, quota: null };
const wholeShelf = { shelf: "all", tag: null, series: null, language: null, cursor: null, limit: 100 } as const;

describe("search on the shelf", () => {
  let studio: TestStudio;
  let db: Database;
  let stranger: string;
  beforeEach(async () => {
    studio = await testStudio();
    ({ db } = studio);
    stranger = studio.tools.newId();
    const at = new Date(0).toISOString();
    await db.kysely
      .insertInto("users")
      .values({ id: stranger, email: "stranger@example.org", created_at: at, updated_at: at })
      .execute();
  });
  afterEach(() => db.close());

  const bring = async (name: string): Promise<string> => {
    const content = new Uint8Array(readFileSync(`samples/${name}`));
    return (await importNovel(db, studio.tools, studio.owner, { content, name }, limits)).novel.id;
  };
  const find = async (words: string, owner = studio.owner) =>
    (await searchShelf(db, owner, { ...wholeShelf, words })).rows.map(({ id }) => id);
  const rename = (id: string, names: { title?: string; tags?: string; archived_at?: string }) =>
    db.kysely.updateTable("novels").set(names).where("id", "=", id).execute();

  it("finds an imported book by a word of two letters of its title, and nobody else's", async () => {
    const dragon = await bring("japanese.epub");
    const english = await bring("english.epub");
    const { title, author } = await db.kysely
      .selectFrom("novels")
      .select(["title", "author"])
      .where("id", "=", english)
      .executeTakeFirstOrThrow();
    expect(await find("のな")).toEqual([dragon]);
    expect(await find("龍")).toEqual([dragon]);
    expect(await find(title.toUpperCase())).toEqual([english]);
    expect(await find(author ?? "")).toContain(english);
    expect(await find("龍", stranger)).toEqual([]);
  });

  it("gives what stands on the shelf, and leaves out what is out of sight", async () => {
    const dragon = await bring("japanese.epub");
    expect((await searchShelf(db, studio.owner, { ...wholeShelf, words: "龍" })).rows).toMatchObject([
      { title: "目のない龍", language: "ja" },
    ]);
    await rename(dragon, { archived_at: new Date(0).toISOString() });
    expect(await find("龍")).toEqual([]);
  });

  it("is filled for books from before there was search, again and again", async () => {
    const ids = [await bring("japanese.epub"), await bring("english.epub")];
    await db.kysely.deleteFrom("search_terms").execute();
    expect(await find("龍")).toEqual([]);
    expect([await fillSearch(db), await fillSearch(db)]).toEqual([2, 2]);
    expect(await find("龍")).toEqual(ids.slice(0, 1));
    await rename(ids[0] ?? "", { title: "Another Name", tags: '["Märchen"]' });
    await db.kysely
      .deleteFrom("novels")
      .where("id", "=", ids[1] ?? "")
      .execute();
    expect(await fillSearch(db)).toBe(1);
    expect(await find("marchen another")).toEqual(ids.slice(0, 1));
    expect(await find("龍")).toEqual([]);
    const things = await db.kysely.selectFrom("search_terms").select("thing_id").distinct().execute();
    expect(things).toEqual([{ thing_id: ids[0] }]);
  });

  it("is filled by the sweep of each day with the books that it does not know, and touches no others", async () => {
    const ids = [await bring("japanese.epub"), await bring("english.epub")];
    await db.kysely
      .deleteFrom("search_terms")
      .where("thing_id", "=", ids[0] ?? "")
      .execute();
    expect(await find("龍")).toEqual([]);
    await sweepDaily({ db, blobs: studio.blobs, now: studio.tools.now }, "a sweep", new AbortController().signal);
    expect(await find("龍")).toEqual(ids.slice(0, 1));
    expect(await fillSearch(db, "unknown")).toBe(0);
  });

  it("is filled with what a book is called in the end, although it is renamed while that goes on", async () => {
    const id = await bring("japanese.epub");
    let renamed = false;
    const meddled: Database = {
      ...db,
      async atomic(queries) {
        if (!renamed) await rename(id, { title: "Meanwhile" });
        if (!renamed) await db.kysely.updateTable("novels").set({ updated_at: "2030-01-01T00:00:00.000Z" }).execute();
        renamed = true;
        return db.atomic(queries);
      },
    };
    await fillSearch(meddled);
    expect(await find("meanwhile")).toEqual([id]);
    expect(await find("龍")).toEqual([]);
  });
});

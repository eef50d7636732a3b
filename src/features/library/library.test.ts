import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestStudio, testStudio } from "../../../test/comic-studio.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import { readBook } from "../../core/book/read-book.ts";
import { understand } from "../../core/story/understand.ts";
import { unwrap } from "../../core/text/result.ts";
import { localOwner } from "../accounts/queries/local-owner.ts";
import { importNovel } from "./import-novel.ts";
import { type Novel, novelOf } from "./queries/novels.ts";
import { listShelf } from "./queries/shelf.ts";
import { storeStory } from "./queries/story-rows.ts";

const content = new Uint8Array(readFileSync("samples/japanese.epub"));
const limits = { size: 1e9, quota: null };
const wholeShelf = {
  shelf: "all",
  tag: null,
  series: null,
  language: null,
  sort: "added",
  cursor: null,
  limit: 100,
} as const;

function originalOf({ db }: TestStudio, { originalFileId }: Novel): Promise<{ id: string; key: string }> {
  const files = db.kysely.selectFrom("storage_files").select(["id", "key"]);
  return files.where("id", "=", originalFileId).executeTakeFirstOrThrow();
}

describe("the shelf", () => {
  let studio: TestStudio;
  beforeAll(async () => {
    studio = await testStudio();
  });
  afterAll(() => studio.db.close());
  const bring = (owner: string) => importNovel(studio.db, studio.tools, owner, { content, name: "龍.epub" }, limits);

  it("keeps a book with what it says of itself, once", async () => {
    const { novel, isNew } = await bring(studio.owner);
    expect(isNew).toBe(true);
    expect(novel).toMatchObject({ title: "目のない龍", language: "ja" });
    expect(await bring(studio.owner)).toEqual({ novel, isNew: false });
    const files = await studio.db.kysely.selectFrom("storage_files").selectAll().execute();
    expect(files.map(({ id }) => id)).toEqual([novel.originalFileId]);
    const stored = await studio.blobs.list("");
    expect(stored.blobs.length).toBe(1);
  });

  it("takes the file again where the first one was lost or damaged", async () => {
    const { novel } = await bring(studio.owner);
    const { id, key } = await originalOf(studio, novel);
    await studio.blobs.delete(key);
    const healed = await bring(studio.owner);
    expect(healed).toMatchObject({ isNew: false, novel: { id: novel.id } });
    const kept = await originalOf(studio, healed.novel);
    expect(kept.id).not.toBe(id);
    expect(await studio.blobs.get(kept.key)).not.toBeNull();
    expect((await studio.db.kysely.selectFrom("storage_files").selectAll().execute()).length).toBe(1);
  });

  it("leaves nothing of a book that cannot be put on the shelf", async () => {
    const own = await testStudio();
    const faulty = new Proxy(own.db.kysely, {
      get: (target, name) =>
        name === "insertInto"
          ? (table: "novels") => {
              if (table === "novels") throw new SqlError("full", "database or disk is full");
              return target.insertInto(table);
            }
          : Reflect.get(target, name, target).bind(target),
    });
    const db = { ...own.db, kysely: faulty };
    await expect(importNovel(db, own.tools, own.owner, { content, name: "龍.epub" }, limits)).rejects.toThrow("full");
    expect((await own.blobs.list("")).blobs).toEqual([]);
    await own.db.close();
  });

  it("shows nobody another's novel", async () => {
    const { novel } = await bring(studio.owner);
    const stranger = studio.tools.newId();
    expect(await novelOf(studio.db, stranger, novel.id)).toBeNull();
    expect(await listShelf(studio.db, stranger, wholeShelf)).toEqual([]);
  });

  it("makes the owner of an installation without accounts once", async () => {
    expect(await localOwner(studio.db, studio.tools)).toBe(studio.owner);
  });

  it("keeps what was found in a book, all of it, and does not write over it", async () => {
    const { novel } = await bring(studio.owner);
    const book = unwrap(await readBook(content));
    const story = understand(book);
    await storeStory(studio.db, { novel: novel.id, book, story, now: 0 });
    const { kysely } = studio.db;
    const quotes = await kysely.selectFrom("quotes").selectAll().orderBy("start_offset").execute();
    expect(quotes.map(({ start_offset: start, end_offset: end }) => ({ start, end }))).toEqual(
      story.quotes.map(({ start, end }) => ({ start, end })),
    );
    const people = await kysely.selectFrom("characters").selectAll().execute();
    expect(people.map(({ name }) => name).toSorted()).toEqual(story.cast.map(({ name }) => name).toSorted());
    const speakers = new Map(people.map(({ id, name }) => [id, name]));
    const names = new Map(story.cast.map(({ id, name }) => [id, name]));
    expect(quotes.map(({ speaker_id: id }) => id && speakers.get(id))).toEqual(
      story.quotes.map(({ speaker }) => speaker && names.get(speaker)),
    );
    await kysely.updateTable("characters").set({ name: "corrected" }).execute();
    await storeStory(studio.db, { novel: novel.id, book, story, now: 1 });
    const after = await kysely.selectFrom("characters").select("name").execute();
    expect(new Set(after.map(({ name }) => name))).toEqual(new Set(["corrected"]));
  });

  it("keeps one of two readings that come at the same time, and no mixture", async () => {
    const own = await testStudio();
    const { novel } = await importNovel(own.db, own.tools, own.owner, { content, name: "龍.epub" }, limits);
    const book = unwrap(await readBook(content));
    const story = understand(book);
    const cast = story.cast.map((person) => ({ ...person, name: "other" }));
    const [first] = cast;
    const other = { ...story, cast: first ? [...cast, { ...first, id: "n999" }] : cast };
    const keep = (read: typeof story) => storeStory(own.db, { novel: novel.id, book, story: read, now: 0 });
    await Promise.all([keep(story), keep(other)]);
    const people = await own.db.kysely.selectFrom("characters").select("name").execute();
    const others = people.filter(({ name }) => name === "other").length;
    expect([story.cast.length, 0, other.cast.length]).toContain(people.length);
    expect([0, people.length]).toContain(others);
    await own.db.close();
  });

  it("lists a long shelf page by page, each novel once", async () => {
    const owner = studio.owner;
    const at = (i: number): string => new Date(i * 1000).toISOString();
    for (let i = 0; i < 7; i++)
      await studio.db.kysely
        .insertInto("novels")
        .values({
          id: studio.tools.newId(),
          user_id: owner,
          title: `Novel ${i}`,
          source_format: "text",
          content_hash: String(i).padStart(64, "0"),
          created_at: at(Math.floor(i / 2)),
          updated_at: at(i),
        })
        .execute();
    const seen: string[] = [];
    for (let page = await listShelf(studio.db, owner, { ...wholeShelf, limit: 3 }); page.length > 0;) {
      seen.push(...page.map(({ title }) => title));
      page = await listShelf(studio.db, owner, { ...wholeShelf, limit: 3, cursor: page.at(-1)?.place ?? null });
    }
    expect(seen.length).toBe(8);
    expect(new Set(seen).size).toBe(8);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cursor } from "../src/backends/sql/cursor.ts";
import { cursorOf, cursorText } from "../src/backends/sql/cursor.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { findByTerms, foundCursor, removeTerms, replaceTerms } from "../src/backends/sql/text-search.ts";
import { addPerson, type FilledPlace } from "./engine-schema.ts";

/** Titles of books, by the ids under which they are found. */
const titles: Readonly<Record<string, string>> = {
  alice: "Alice’s Adventures in Wonderland",
  alicia: "Alicia in the Mirror",
  mirror: "Through the Looking-Glass, and What Alice Found There",
  strasse: "Die Straße nach Zürich",
  stein: "Der Stein der Straßenkinder",
  dragon: "目のない龍",
  dragons: "龍の目と三つの鏡",
  hashi: "橋の下",
  mixed: "第3章 Alice と鏡の国",
  quoted: "It's O'Brien: “don't” & 'quotes' -- % _ \\ ; drop table",
  full: "ﾊﾝｶｸのﾊﾅｼ",
};

/** What search by words must give, the same in the same order on every engine. `open`: a database with all tables and nobody in it. */
export function textSearchContract(name: string, open: () => Promise<FilledPlace>): void {
  describe(`${name} keeps the contract of search by words`, () => {
    let place: FilledPlace;
    let db: Database;
    beforeAll(async () => {
      place = await open();
      ({ db } = place);
      for (const person of ["ann", "bob"]) await addPerson(db, person);
      for (const [id, text] of Object.entries(titles)) await put("ann", id, [{ text, weight: 8 }]);
      // An engine that starts in this process takes seconds.
    }, 60_000);
    afterAll(() => place.close());

    const put = (owner: string, id: string, fields: { text: string; weight: number }[]) =>
      db.atomic(replaceTerms(db, { owner, kind: "novel", id }, fields));
    const find = async (words: string, owner = "ann") => (await findByTerms(db, { owner, kind: "novel" }, words)).ids;

    it.each([
      ["alice", ["alice", "mirror", "mixed"]],
      ["ALICE mirror", []],
      ["ali", ["alice", "alicia", "mirror", "mixed"]],
      ["looking-glass", ["mirror"]],
      ["glass looking alice", ["mirror"]],
      ["wonderlands", []],
      ["w", []],
      ["a", []],
      ["", []],
      ["… !", []],
    ])("English: “%s” finds %j", async (words, ids) => {
      expect(await find(words)).toEqual(ids);
    });

    it.each([
      ["strasse", ["strasse", "stein"]],
      ["STRAẞE", ["strasse", "stein"]],
      ["zurich", ["strasse"]],
      ["Zu\u0308rich Straße", ["strasse"]],
      ["der st", ["stein"]],
    ])("German: “%s” finds %j", async (words, ids) => {
      expect(await find(words)).toEqual(ids);
    });

    it.each([
      ["龍", ["dragon", "dragons"]],
      ["目の", ["dragon"]],
      ["鏡", ["dragons", "mixed"]],
      ["の鏡", ["dragons"]],
      ["ない龍", ["dragon"]],
      ["龍ない", []],
      ["下", ["hashi"]],
      ["三つ 龍", ["dragons"]],
      ["ハナシ", ["full"]],
      ["はなし", []],
    ])("Japanese: “%s” finds %j", async (words, ids) => {
      expect((await find(words)).toSorted()).toEqual(ids.toSorted());
    });

    it.each([
      ["alice 鏡", ["mixed"]],
      ["鏡の国alice", ["mixed"]],
      ["第3", ["mixed"]],
    ])("mixed: “%s” finds %j", async (words, ids) => {
      expect(await find(words)).toEqual(ids);
    });

    it.each(["o'brien", "O’BRIEN", "brien", "don’t", "it's", "' \" o'brien", "'; drop table", "drop % table"])(
      "quotes and signs of SQL are no part of words: “%s” finds what has the words",
      async (words) => {
        expect(await find(words)).toEqual(["quoted"]);
      },
    );

    it("another person finds nothing, and another kind of thing is not found", async () => {
      expect(await find("alice", "bob")).toEqual([]);
      expect((await findByTerms(db, { owner: "ann", kind: "infobase" }, "alice")).ids).toEqual([]);
    });

    it("a whole word comes before a beginning, a title before a tag, and equal ones come by id", async () => {
      await put("bob", "tag", [
        { text: "Harbour", weight: 8 },
        { text: "winter", weight: 2 },
      ]);
      await put("bob", "beginning", [{ text: "Winterreise", weight: 8 }]);
      await put("bob", "title-b", [{ text: "Winter", weight: 8 }]);
      await put("bob", "title-a", [{ text: "A Winter", weight: 8 }]);
      expect(await find("winter", "bob")).toEqual(["title-a", "title-b", "beginning", "tag"]);
    });

    it("a word that few have counts more than one that many have", async () => {
      for (let i = 0; i < 20; i++) await put("bob", `common-${i}`, [{ text: "harvest", weight: 8 }]);
      await put("bob", "rare-tag", [
        { text: "harvest", weight: 3 },
        { text: "comet", weight: 8 },
      ]);
      await put("bob", "rare-title", [
        { text: "harvest", weight: 8 },
        { text: "comet", weight: 3 },
      ]);
      expect(await find("harvest comet", "bob")).toEqual(["rare-tag", "rare-title"]);
    });

    it("a long list comes in pages in one order, although more comes in meanwhile", async () => {
      const seen: string[] = [];
      let cursor: Cursor | null = null;
      do {
        const page = await findByTerms(db, { owner: "bob", kind: "novel" }, "harv", { limit: 4, cursor });
        seen.push(...page.ids);
        expect(page.ids.length).toBeGreaterThan(0);
        cursor = page.next && cursorOf(cursorText(page.next), foundCursor);
        expect(cursor).toEqual(page.next);
        await put("bob", `0-later-${seen.length}`, [{ text: "harvester", weight: 100 }]);
      } while (cursor !== null);
      const common = Array.from({ length: 20 }, (_, i) => `common-${i}`).toSorted();
      expect(seen).toEqual([...common, "rare-title", "rare-tag"]);
    });

    it("a cursor of other words begins anew", async () => {
      const other = await findByTerms(db, { owner: "bob", kind: "novel" }, "harv", { limit: 1 });
      const { ids } = await findByTerms(db, { owner: "ann", kind: "novel" }, "die stra", { cursor: other.next });
      expect(ids).toEqual(["strasse"]);
    });

    it("a thing that is renamed is found by its new words only, and one that is removed by none", async () => {
      await put("bob", "renamed", [{ text: "Old Name", weight: 8 }]);
      await put("bob", "renamed", [{ text: "New Name", weight: 8 }]);
      expect([await find("old", "bob"), await find("new", "bob")]).toEqual([[], ["renamed"]]);
      await db.atomic([removeTerms(db, { owner: "bob", kind: "novel", id: "renamed" })]);
      expect(await find("name", "bob")).toEqual([]);
    });

    it("a question as long as a page and a title of one endless word are taken", async () => {
      const sentence = Array.from({ length: 300 }, (_, i) => `word${i}`).join(" ");
      await put("bob", "long", [
        { text: sentence, weight: 1 },
        { text: "x".repeat(5_000), weight: 1 },
      ]);
      expect(await find(sentence, "bob")).toEqual(["long"]);
      expect(await find("x".repeat(600), "bob")).toEqual(["long"]);
    });

    it("what a person could find goes with the person", async () => {
      await addPerson(db, "eve");
      await put("eve", "hers", [{ text: "Garden", weight: 8 }]);
      await db.kysely.deleteFrom("users").where("id", "=", "eve").execute();
      const left = db.kysely.selectFrom("search_terms").select("term").where("user_id", "=", "eve");
      expect(await left.execute()).toEqual([]);
    });
  });
}

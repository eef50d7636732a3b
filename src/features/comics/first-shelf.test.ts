import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { type TestStudio, testStudio } from "../../../test/comic-studio.ts";
import { addPerson } from "../../../test/job-fixture.ts";
import { listJobs } from "../jobs/queries/list-jobs.ts";
import { setTrashed } from "../library/queries/change-novel.ts";
import { listShelf } from "../library/queries/shelf.ts";
import { bookReader } from "../library/read-books.ts";
import { type FirstShelfParts, giveSamples } from "./first-shelf.ts";
import { comicPlan } from "./tasks.ts";

describe("the first shelf", () => {
  let studio: TestStudio;
  let parts: FirstShelfParts;
  let woken: string[];
  beforeEach(async () => {
    studio = await testStudio();
    woken = [];
    const { db, blobs, tools } = studio;
    parts = {
      db,
      blobs,
      now: tools.now,
      newId: tools.newId,
      plans: { manga: comicPlan(tools) },
      books: bookReader(db, blobs),
      wake: (jobs) => void woken.push(...jobs),
      samples: async (name) => ({
        content: new Uint8Array(await readFile(`samples/${name}.epub`)),
        name: `${name}.epub`,
      }),
    };
  });

  const filter = { shelf: "all", tag: null, series: null, language: null, sort: "added", cursor: null, limit: 10 };
  const booksOf = async (owner: string) =>
    (await listShelf(studio.db, owner, { ...filter, shelf: "all", sort: "added" })).map(({ id, language }) => ({
      id,
      language,
    }));
  const comicsOf = async (owner: string) =>
    (await listJobs(studio.db, owner)).filter(({ type }) => type === "manga").map(({ id }) => id);

  it("has both sample stories with their comics begun", async () => {
    await giveSamples(parts, studio.owner);
    const languages = (await booksOf(studio.owner)).map(({ language }) => language ?? "");
    expect(new Set(languages)).toEqual(new Set(["en", "ja"]));
    expect(languages.length).toBe(2);
    expect((await comicsOf(studio.owner)).toSorted()).toEqual(woken.toSorted());
    expect(woken.length).toBe(2);
  });

  it("is given once, however often and from how many servers at once", async () => {
    await Promise.all([giveSamples(parts, studio.owner), giveSamples({ ...parts }, studio.owner)]);
    await giveSamples(parts, studio.owner);
    expect((await booksOf(studio.owner)).length).toBe(2);
    expect((await comicsOf(studio.owner)).length).toBe(2);
    const files = await studio.db.kysely
      .selectFrom("storage_files")
      .select("id")
      .where("deleted_at", "is", null)
      .execute();
    // Two books, and no second copy of either. Neither story brings a picture as its cover.
    expect(files.length).toBe(2);
  });

  it("goes on where it was cut off, and makes nothing twice", async () => {
    const cut = {
      ...parts,
      wake: () => {
        throw new Error("killed");
      },
    };
    await expect(giveSamples(cut, studio.owner)).rejects.toThrow("killed");
    expect((await booksOf(studio.owner)).length).toBe(1);
    await giveSamples(parts, studio.owner);
    expect((await booksOf(studio.owner)).length).toBe(2);
    expect((await comicsOf(studio.owner)).length).toBe(2);
  });

  it("does not bring back what somebody has thrown away", async () => {
    await giveSamples(parts, studio.owner);
    const { db, owner, tools } = studio;
    const [first, second] = await booksOf(owner);
    if (!first || !second) throw new Error("two books");
    await setTrashed(db, owner, first.id, { at: tools.now(), now: tools.now() });
    await db.kysely.deleteFrom("novels").where("id", "=", second.id).execute();
    const left = await comicsOf(owner);
    expect(left.length).toBe(1);
    await giveSamples(parts, owner);
    expect(await booksOf(owner)).toEqual([]);
    expect(await comicsOf(owner)).toEqual(left);
  });

  it("leaves the shelf alone of somebody who had books before", async () => {
    await studio.begin(new TextEncoder().encode("A story of somebody. It is short.\n\n“Yes,” said Ann."), {
      seed: 1,
      direction: "auto",
      roster: null,
      fileName: "own",
    });
    await giveSamples(parts, studio.owner);
    await giveSamples(parts, studio.owner);
    expect((await booksOf(studio.owner)).length).toBe(1);
  });

  it("is each new person's own", async () => {
    const other = studio.tools.newId();
    await addPerson(studio.db, other);
    await giveSamples(parts, studio.owner);
    await giveSamples(parts, other);
    const [mine, theirs] = [await booksOf(studio.owner), await booksOf(other)];
    expect(theirs.length).toBe(2);
    expect(theirs.filter(({ id }) => mine.some((book) => book.id === id))).toEqual([]);
  });
});

import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type TestStudio, testStudio } from "../../../test/comic-studio.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import { Refused } from "../../core/text/result.ts";
import { listNotifications } from "../jobs/queries/list-notifications.ts";
import { setTrashed } from "./queries/change-novel.ts";
import { listImports } from "./queries/import-jobs.ts";
import { listShelf } from "./queries/shelf.ts";
import { type FolderWatchParts, watchFolder } from "./watch-folder.ts";
import type { WatchedFile } from "./watched-files.ts";

const story = (who: string): string => `The story of ${who}\n\n“Good morning,” said ${who}. It rained all day.\n`;

describe("a watched folder", () => {
  let studio: TestStudio;
  let files: Map<string, WatchedFile & { content: Uint8Array }> | null;
  let [clock, reads, troubles, reading] = [0, [] as string[], [] as unknown[], [] as (string | null)[]];
  let parts: FolderWatchParts;
  beforeEach(async () => {
    studio = await testStudio();
    files = new Map();
    [clock, reads, troubles, reading] = [0, [], [], []];
    const { db, blobs, tools } = studio;
    parts = {
      db,
      blobs,
      now: tools.now,
      newId: tools.newId,
      clock: () => clock,
      tooHeavy: new Set(),
      onReading: (state) => void reading.push(state),
      trouble: (error) => void troubles.push(error),
      folder: {
        list: async () => files && [...files.values()],
        async read(file) {
          reads.push(file.path);
          const now = files?.get(file.path);
          return now && now.modified === file.modified && now.size === file.size ? now.content : null;
        },
      },
    };
  });

  function put(path: string, text: string | Uint8Array, modified = 1): void {
    const content = typeof text === "string" ? new TextEncoder().encode(text) : text;
    files?.set(path, { path, size: content.length, modified, content });
  }
  const open = () => watchFolder(parts, studio.owner);
  /** Looks as often as it takes until what lies there has been steady, and once more. */
  async function settle(watched: { look(): Promise<boolean> }): Promise<void> {
    for (let i = 0; i < 4; i++) {
      await watched.look();
      clock += 1_000;
    }
  }
  const titles = async (shelf: "all" | "trash" = "all"): Promise<string[]> => {
    const filter = { shelf, tag: null, series: null, language: null, sort: "title", cursor: null, limit: 50 } as const;
    return (await listShelf(studio.db, studio.owner, filter)).map(({ title }) => title);
  };
  const told = async () =>
    (await listNotifications(studio.db, studio.owner, { cursor: null, limit: 20 })).map(({ title, error }) => [
      title,
      error,
    ]);

  it("takes a file when it has been the same for two seconds, and never one that still grows", async () => {
    const watched = await open();
    for (let i = 1; i <= 5; i++) {
      put("ann.txt", story("Ann").slice(0, 10 * i), i);
      await watched.look();
      clock += 1_500;
    }
    expect(reads).toEqual([]);
    put("ann.txt", story("Ann"), 9);
    await watched.look();
    clock += 1_999;
    await watched.look();
    expect(reads).toEqual([]);
    clock += 1;
    await watched.look();
    expect(await titles()).toEqual(["The story of Ann"]);
    expect(reading).toEqual([JSON.stringify(["ann.txt", story("Ann").length + 4, 9]), null]);
  });

  it("passes over what is being fetched, hidden, empty, no book by its name, or too deep", async () => {
    for (const name of [
      "a.epub.part",
      "a.txt.crdownload",
      ".a.txt",
      "~a.docx",
      "cover.jpg",
      "one/two/a.txt",
      ".git/a.txt",
    ])
      put(name, story(name));
    put("empty.txt", "");
    const watched = await open();
    await settle(watched);
    expect(reads).toEqual([]);
    // The browser gives it its name when it has come whole.
    const fetched = files?.get("a.epub.part");
    files?.delete("a.epub.part");
    put("a.txt", fetched?.content ?? "");
    await settle(watched);
    expect(await titles()).toEqual(["The story of a.epub.part"]);
  });

  it("takes the name of a folder in it as the series", async () => {
    put("Tales of Rain/ann.txt", story("Ann"));
    await settle(await open());
    const rows = await studio.db.kysely.selectFrom("novels").select(["title", "series"]).execute();
    expect(rows).toEqual([{ title: "The story of Ann", series: "Tales of Rain" }]);
  });

  it("takes the same content once: under another name, twice at once, touched, after a restart", async () => {
    put("ann.txt", story("Ann"));
    put("copy of ann.txt", story("Ann"));
    await settle(await open());
    expect(await titles()).toHaveLength(1);
    files?.delete("ann.txt");
    put("moved/ann.txt", story("Ann"), 5);
    put("copy of ann.txt", story("Ann"), 7);
    await settle(await open());
    expect(await titles()).toHaveLength(1);
    reads.length = 0;
    await settle(await open());
    // All three are known by what their disk says of them.
    expect(reads).toEqual([]);
  });

  it("is one book for two who watch at the same time", async () => {
    put("ann.txt", story("Ann"));
    const [one, two] = [await open(), await open()];
    await Promise.all([settle(one), settle(two)]);
    expect(await titles()).toEqual(["The story of Ann"]);
    expect(troubles).toEqual([]);
    expect(await listImports(studio.db, studio.owner, "watch")).toHaveLength(1);
  });

  it("does not bring back a book that was thrown away", async () => {
    put("ann.txt", story("Ann"));
    await settle(await open());
    const [row] = await listImports(studio.db, studio.owner, "watch");
    const { db, owner, tools } = studio;
    await setTrashed(db, owner, row?.bookId ?? "", { at: tools.now(), now: tools.now() });
    put("other name.txt", story("Ann"));
    await settle(await open());
    expect([await titles(), await titles("trash")]).toEqual([[], ["The story of Ann"]]);
    await db.kysely.deleteFrom("novels").execute();
    put("third name.txt", story("Ann"));
    await settle(await open());
    expect(await titles()).toEqual([]);
  });

  it("tells of a refused file once, and tries it again when it has changed", async () => {
    put("strange.epub", new TextEncoder().encode("%PDF-1.7 is no book here"));
    await settle(await open());
    const first = await told();
    expect(first).toHaveLength(1);
    expect(first[0]?.[0]).toBe("strange.epub");
    reads.length = 0;
    await settle(await open());
    expect([await told(), reads]).toEqual([first, []]);
    put("strange.epub", story("Ann"), 2);
    await settle(await open());
    expect(await titles()).toEqual(["The story of Ann"]);
    expect(await told()).toEqual(first);
  });

  it("does not read what is too large, cannot be read, or ended the program twice", async () => {
    const heavy = { path: "heavy.txt", size: 10, modified: 1 };
    files?.set("huge.epub", { path: "huge.epub", size: 2 ** 40, modified: 1, content: new Uint8Array() });
    files?.set("heavy.txt", { ...heavy, content: new Uint8Array(10) });
    put("locked.txt", story("Ann"));
    parts = {
      ...parts,
      tooHeavy: new Set([JSON.stringify(["heavy.txt", 10, 1])]),
      folder: {
        ...parts.folder,
        async read({ path }) {
          throw new Refused("file-unreadable", path);
        },
      },
    };
    await settle(await open());
    expect(Object.fromEntries(await told())).toEqual({
      "heavy.txt": "worker-lost",
      "huge.epub": "upload-too-large",
      "locked.txt": "file-unreadable",
    });
  });

  it("survives a folder that goes away, and takes what is there when it returns", async () => {
    put("ann.txt", story("Ann"));
    const watched = await open();
    await watched.look();
    const away = files;
    files = null;
    clock += 5_000;
    expect(await watched.look()).toBe(false);
    files = away;
    put("ben.txt", story("Ben"));
    await settle(watched);
    expect(await titles()).toEqual(["The story of Ann", "The story of Ben"]);
  });

  it("leaves a file for later that changes while it is read, and when the studio cannot keep it", async () => {
    put("ann.txt", story("Ann"));
    const whole = parts.folder;
    let fails: "changed" | "busy" | null = "changed";
    parts = {
      ...parts,
      folder: { ...whole, read: async (file) => (fails === "changed" ? null : whole.read(file)) },
      newId: () => {
        if (fails === "busy") throw new SqlError("busy", "The database is busy");
        return studio.tools.newId();
      },
    };
    const watched = await open();
    await settle(watched);
    fails = "busy";
    await settle(watched);
    expect([await titles(), troubles.length > 0, await told()]).toEqual([[], true, []]);
    fails = null;
    await settle(watched);
    expect(await titles()).toEqual(["The story of Ann"]);
    const hash = createHash("sha256").update(story("Ann")).digest("hex");
    expect((await listImports(studio.db, studio.owner, "watch")).map(({ thing }) => thing)).toEqual([hash]);
  });
});

import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { addPerson } from "../../test/job-fixture.ts";
import { fabula } from "../../test/host.ts";
import { openFsBlobs } from "../backends/blobs/fs.ts";
import type { BlobStore } from "../backends/blobs/blob-store.ts";
import { openSqlite } from "../backends/sql/sqlite.ts";
import type { Database } from "../backends/sql/database.ts";
import { storeFile } from "../features/files/store-file.ts";
import { kindOfKey } from "./legacy-buckets.ts";
import { copyStore, type Stores } from "./storage-copy.ts";
import { undoCopy } from "./storage-copy-undo.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

let db: Database;
let folder: string;
let stores: Stores;
let made = 0;
const now = () => Date.UTC(2026, 0, 1);
const run = { dryRun: false, signal: new AbortController().signal };
const options = { ...run, owner: async () => "ann", now, tell: () => undefined };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fabula-copy-"));
  folders.push(folder);
  db = await testDatabase();
  await addPerson(db);
  stores = {
    from: await openFsBlobs(join(folder, "from")),
    to: await openFsBlobs(join(folder, "to")),
    fromName: "fs:from",
  };
});

async function stored(text: string) {
  const storing = { blobs: stores.from, now, newId: () => `id-${String((made += 1)).padStart(4, "0")}` };
  const file = { category: "novels", content: new TextEncoder().encode(text), name: "tale.txt", type: null } as const;
  const result = await storeFile(db, storing, "ann", file, { types: null, size: 1e6, quota: null });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

/** Paths and contents of a store's files, without its journal. */
async function contentsOf(store: string): Promise<Record<string, string>> {
  const entries = await readdir(join(folder, store), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = paths
    .map((path) => path.slice(join(folder, store).length + 1))
    .filter((path) => !path.startsWith("storage-copy/"));
  return Object.fromEntries(
    await Promise.all(named.toSorted().map(async (path) => [path, await readFile(join(folder, store, path), "utf8")])),
  );
}

const rows = () => db.kysely.selectFrom("storage_files").selectAll().orderBy("id").execute();

describe("a copy of a store", () => {
  it("has every file under its key, checked, and is not made twice", async () => {
    for (const text of ["one", "two", "three"]) await stored(text);
    const before = [await contentsOf("from"), await rows()];
    const planned = await copyStore(db, stores, { ...options, dryRun: true });
    expect(planned).toMatchObject({ copied: 3, bytes: 11 });
    expect(await contentsOf("to")).toEqual({});
    expect(await copyStore(db, stores, options)).toEqual(planned);
    expect(await contentsOf("to")).toEqual(before[0]);
    expect([await contentsOf("from"), await rows()]).toEqual(before);
    expect(await copyStore(db, stores, options)).toMatchObject({ copied: 0, skipped: 3, bytes: 0 });
  });

  it("tells what is changed, lost, or somebody's, and takes none of it over", async () => {
    const [changed, lost, other, whole] = [
      await stored("changed"),
      await stored("lost"),
      await stored("other"),
      await stored("whole"),
    ];
    await writeFile(join(folder, "from", changed.key), "CHANGED");
    await unlink(join(folder, "from", lost.key));
    await put(`to/${other.key}`, "OTHER");
    await put("from/taxes.pdf", "mine");
    const report = await copyStore(db, stores, options);
    expect(report).toMatchObject({ copied: 1, skipped: 0, foreign: 1, missing: [lost.key] });
    expect(report.mismatched.toSorted()).toEqual([changed.key, other.key].toSorted());
    expect(await contentsOf("to")).toEqual({ [whole.key]: "whole", [other.key]: "OTHER" });
    await writeFile(join(folder, "from", changed.key), "changed");
    expect(await copyStore(db, stores, options)).toMatchObject({ copied: 1, skipped: 1 });
  });

  it("copies files that no row names, by the bytes that they have", async () => {
    await put("from/renders/ann/orphan.png", "bytes");
    expect(await copyStore(db, stores, options)).toMatchObject({
      copied: 1,
      mismatched: [],
      rows: { moved: 0, added: 0 },
    });
    await writeFile(join(folder, "from/renders/ann/orphan.png"), "BYTES");
    expect(await copyStore(db, stores, options)).toMatchObject({ copied: 0, mismatched: ["renders/ann/orphan.png"] });
    expect(await rows()).toEqual([]);
  });

  it("reads back what it wrote, and does not keep what the disk made of it", async () => {
    const file = await stored("once upon a time");
    const lying: BlobStore = {
      ...stores.to,
      async put(key, content, more) {
        const head = await stores.to.put(key, content, more);
        if (key === file.key) await writeFile(join(folder, "to", key), "once upon a TIME");
        return head;
      },
    };
    expect(await copyStore(db, { ...stores, to: lying }, options)).toMatchObject({ copied: 0, mismatched: [file.key] });
    expect(await contentsOf("to")).toEqual({});
  });

  it("goes on after a kill, with no part of a file and none copied twice", async () => {
    const path = join(folder, "studio.sqlite");
    await db.close();
    db = await testDatabase(path);
    await addPerson(db);
    for (let i = 0; i < 60; i++) await stored(`${i} `.repeat(20_000));
    const script = `
      import { openFsBlobs } from ${JSON.stringify(new URL("../backends/blobs/fs.ts", import.meta.url).href)};
      import { openSqlite } from ${JSON.stringify(new URL("../backends/sql/sqlite.ts", import.meta.url).href)};
      import { copyStore } from ${JSON.stringify(new URL("storage-copy.ts", import.meta.url).href)};
      const [from, to] = [await openFsBlobs(${JSON.stringify(join(folder, "from"))}), await openFsBlobs(${JSON.stringify(join(folder, "to"))})];
      const told = { ...to, put: async (...args) => { const head = await to.put(...args); console.log(args[0]); return head; } };
      const signal = new AbortController().signal;
      await copyStore(openSqlite(${JSON.stringify(path)}), { from, to: told, fromName: "fs:from" }, { dryRun: false, owner: async () => "ann", now: Date.now, tell() {}, signal });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let written = 0;
    child.stdout.on("data", (text: Buffer) => {
      written += text.toString().split("\n").length - 1;
      if (written > 10) child.kill("SIGKILL");
    });
    await once(child, "exit");
    const there = Object.keys(await contentsOf("to")).filter((key) => !key.startsWith("."));
    expect(there.length).toBeGreaterThan(9);
    expect(there.length).toBeLessThan(60);
    await stores.to.removePartial(Date.now() + 1_000);
    expect(await copyStore(db, stores, options)).toMatchObject({
      copied: 60 - there.length,
      skipped: there.length,
      mismatched: [],
    });
    expect(await contentsOf("to")).toEqual(await contentsOf("from"));
    await undoCopy(db, stores, run);
    expect(await contentsOf("to")).toEqual({});
  }, 20_000);

  it("is taken back by an undo, but for what lay there before and what the first store has lost since", async () => {
    const [one, two, three] = [await stored("one"), await stored("two"), await stored("three")];
    await put(`to/${one.key}`, "one");
    await copyStore(db, stores, options);
    await unlink(join(folder, "from", two.key));
    expect(await undoCopy(db, stores, { ...run, dryRun: true })).toMatchObject({ removed: 1, kept: [two.key] });
    expect(await undoCopy(db, stores, run)).toEqual({ removed: 1, rows: { moved: 0, added: 0 }, kept: [two.key] });
    expect(Object.keys(await contentsOf("to"))).toEqual([one.key, two.key].toSorted());
    await put(`from/${two.key}`, "two");
    expect(await undoCopy(db, stores, run)).toMatchObject({ removed: 1, kept: [] });
    expect(await undoCopy(db, stores, run)).toMatchObject({ removed: 0, kept: [] });
    expect(Object.keys(await contentsOf("from"))).toEqual([one.key, two.key, three.key].toSorted());
  });
});

describe("the buckets of the predecessor", () => {
  const legacy = "NOVEL_STORAGE/alice.txt";

  async function legacyRow(key: string, content: string): Promise<void> {
    const sha256 = createHash("sha256").update(content).digest("hex");
    await put(`from/${key}`, content);
    await db.kysely
      .insertInto("storage_files")
      .values({
        id: "old",
        user_id: "ann",
        key,
        category: "novels",
        mime: "text/plain",
        size: content.length,
        sha256,
        created_at: "2025-01-01T00:00:00.000Z",
      })
      .execute();
  }

  it("are told by their names, each for the folder that seed 000 gives it", () => {
    const category = (key: string) => kindOfKey(key);
    for (const [bucket, folderOfIt] of [
      ["NOVEL_STORAGE", "novels"],
      ["CHUNKS_STORAGE", "chunks"],
      ["ANALYSIS_STORAGE", "analysis"],
      ["LAYOUTS_STORAGE", "layouts"],
      ["RENDERS_STORAGE", "renders"],
      ["OUTPUTS_STORAGE", "outputs"],
    ] as const)
      expect(category(`${bucket}/a/b.c`)).toEqual({ kind: "legacy", category: folderOfIt });
    expect(category("novels/ann/id.txt")).toEqual({ kind: "ours" });
    expect(category("OTHER_STORAGE/a")).toEqual({ kind: "foreign" });
  });

  it("give their rows keys of ours in the same run, and an undo gives them back", async () => {
    await legacyRow(legacy, "Once upon a time");
    const before = await rows();
    expect(await copyStore(db, stores, options)).toMatchObject({
      copied: 1,
      rows: { moved: 1, added: 0 },
      missing: [],
    });
    expect(await rows()).toMatchObject([{ id: "old", key: "novels/ann/old.txt" }]);
    expect(await contentsOf("to")).toEqual({ "novels/ann/old.txt": "Once upon a time" });
    expect(await contentsOf("from")).toEqual({ [legacy]: "Once upon a time" });
    expect(await copyStore(db, stores, options)).toMatchObject({ copied: 0, skipped: 1, rows: { moved: 0, added: 0 } });
    expect(await undoCopy(db, stores, run)).toEqual({ removed: 1, rows: { moved: 1, added: 0 }, kept: [] });
    expect(await rows()).toEqual(before);
    expect(await contentsOf("to")).toEqual({});
  });

  it("leave a row its key where the file that arrived is not the one that was stored", async () => {
    await legacyRow(legacy, "Once upon a time");
    await writeFile(join(folder, "from", legacy), "Once upon a TIME");
    expect(await copyStore(db, stores, options)).toMatchObject({ copied: 0, mismatched: [legacy], rows: { moved: 0 } });
    expect(await rows()).toMatchObject([{ key: legacy }]);
  });

  it("give what nobody owned to the person who is named, once, and take it back", async () => {
    await put("from/NOVEL_STORAGE/n1/tale.json", '{"text":"Once"}');
    await put("from/RENDERS_STORAGE/j1/page_1.png", "\u0000\u0001 no picture");
    expect(await copyStore(db, stores, { ...options, dryRun: true })).toMatchObject({ copied: 2, rows: { added: 2 } });
    expect(await copyStore(db, stores, options)).toMatchObject({ copied: 2, rows: { moved: 0, added: 2 } });
    const added = await rows();
    expect(added.map(({ name, mime }) => `${name}: ${mime}`).toSorted()).toEqual([
      "page_1.png.bin: application/octet-stream",
      "tale.json: application/json",
    ]);
    expect(Object.keys(await contentsOf("to"))).toEqual(added.map(({ key }) => key).toSorted());
    expect(await copyStore(db, stores, options)).toMatchObject({ copied: 0, skipped: 2, rows: { moved: 0, added: 0 } });
    expect(await rows()).toEqual(added);
    expect(await undoCopy(db, stores, run)).toMatchObject({ removed: 2, rows: { added: 2 } });
    expect([await rows(), await contentsOf("to")]).toEqual([[], {}]);
  });

  it("are finished by the next run where a kill came between a file and its row", async () => {
    await legacyRow(legacy, "Once upon a time");
    await put("from/OUTPUTS_STORAGE/x.txt", "words");
    const killed: Database = {
      ...db,
      atomic: () => Promise.reject(new Error("killed")),
    };
    await expect(copyStore(killed, stores, options)).rejects.toThrow("killed");
    expect(await copyStore(db, stores, options)).toMatchObject({ copied: 0, skipped: 2, rows: { added: 1 } });
    expect((await rows()).map(({ key }) => key.slice(0, key.indexOf("/"))).toSorted()).toEqual(["novels", "outputs"]);
    expect(await undoCopy(db, stores, run)).toMatchObject({ removed: 2, rows: { moved: 1, added: 1 } });
  });
});

describe("fabula storage", () => {
  it("copies, tells figures, undoes, and says what to name", async () => {
    await put("old/NOVEL_STORAGE/tale.txt", "Once upon a time");
    const copy = (...more: string[]) =>
      fabula(folder, ["storage", "copy", "--from", "fs:old", "--to", "fs:new", ...more]);
    const copied = await copy("--json");
    expect(copied.code, copied.stderr).toBe(0);
    expect(JSON.parse(copied.stdout)).toMatchObject({
      copied: 1,
      bytes: 16,
      mismatched: [],
      rows: { added: 1 },
      seconds: expect.any(Number),
    });
    expect((await copy()).stdout).toMatch(/0 copied.*1 there before/);
    expect((await copy("--undo")).stdout).toContain("1 copies taken away");
    await rm(join(folder, "old"), { recursive: true });
    expect((await copy()).stderr).toContain("storage-unreachable");
    expect((await fabula(folder, ["storage", "copy", "--from", "s3://b", "--to", "fs:x"])).stderr).toContain(
      "storage-address",
    );
    expect((await fabula(folder, ["storage", "copy", "--from", "fs:new", "--to", "fs:new/in"])).code).toBe(2);
    expect((await fabula(folder, ["storage", "copie"])).stderr).toContain("copy");
  });

  it("asks whose the files are where there are more people than one", async () => {
    await put("old/NOVEL_STORAGE/tale.txt", "Once upon a time");
    await fabula(folder, ["jobs"]);
    const studio = openSqlite(join(folder, "data", "fabula.sqlite"));
    await addPerson(studio);
    const copy = (...more: string[]) =>
      fabula(folder, ["storage", "copy", "--from", "fs:old", "--to", "fs:new", ...more]);
    expect((await copy()).stderr).toContain("storage-owner");
    expect((await copy("--owner", "nobody@example.org")).stderr).toContain("storage-owner");
    expect((await copy("--owner", "ann@example.org")).code).toBe(0);
    expect(await studio.kysely.selectFrom("storage_files").select("user_id").execute()).toEqual([{ user_id: "ann" }]);
    await studio.close();
  });

  it("sweeps by hand, and says beforehand what it would take", async () => {
    expect((await fabula(folder, ["storage", "sweep", "--dry-run"])).stdout).toContain("Would be cleared away");
    const swept = await fabula(folder, ["storage", "sweep", "--json"]);
    expect(JSON.parse(swept.stdout)).toMatchObject({ dryRun: false, jobs: 0, orphans: { lost: [] } });
  });
});

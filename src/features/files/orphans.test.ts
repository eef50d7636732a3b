import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { BlobError } from "../../backends/blobs/blob-error.ts";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import { createMemoryBlobs } from "../../backends/blobs/memory.ts";
import type { Database } from "../../backends/sql/database.ts";
import { deleteFile, openFile } from "./open-file.ts";
import { findOrphans, mendOrphan, orphanGrace, sweepFiles } from "./orphans.ts";
import { findFile } from "./queries/find-files.ts";
import { storeFile } from "./store-file.ts";

let db: Database;
let blobs: BlobStore;
let clock = Date.UTC(2026, 0, 1);
let made = 0;
const now = () => clock;

beforeEach(async () => {
  db = await testDatabase();
  blobs = createMemoryBlobs(now);
  clock = Date.UTC(2026, 0, 1);
  const user = { id: "ann", email: "ann@example.org", created_at: "2026", updated_at: "2026" };
  await db.kysely.insertInto("users").values(user).execute();
});
afterEach(() => db.close());

const storing = (target: { db: Database; blobs: BlobStore }) =>
  storeFile(
    target.db,
    { blobs: target.blobs, now, newId: () => `id-${String((made += 1)).padStart(4, "0")}` },
    "ann",
    { category: "novels", content: new TextEncoder().encode("Once upon a time"), name: null, type: null },
    { types: null, size: 1_000, quota: 10_000 },
  );

async function stored() {
  const result = await storing({ db, blobs });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const orphans = () => Array.fromAsync(findOrphans(db, blobs, clock - orphanGrace));
const keys = async () => (await blobs.list("")).blobs.map(({ key }) => key);

/** A process that ends before one of its calls: whatever it would have done then, it never does. */
function killedBefore<Part extends object>(part: Part, name: keyof Part): Part {
  const killed = () => new Promise<never>(() => undefined);
  return { ...part, [name]: killed };
}

/** Starts work and leaves it when it no longer gets on, as a kill does. */
async function abandoned(work: Promise<unknown>): Promise<void> {
  const ended = await Promise.race([
    work.then(() => true),
    new Promise((resolve) => setTimeout(() => resolve(false), 20)),
  ]);
  expect(ended).toBe(false);
}

describe("a kill", () => {
  it("between blob and row leaves a blob that nobody sees, and that is swept after a day", async () => {
    await abandoned(storing({ db: killedBefore(db, "atomic"), blobs }));
    expect(await keys()).toHaveLength(1);
    expect(await db.kysely.selectFrom("storage_files").selectAll().execute()).toEqual([]);
    expect(await sweepFiles(db, blobs, clock)).toMatchObject({ blobs: 0 });
    clock += orphanGrace + 1;
    expect(await orphans()).toMatchObject([{ kind: "blob-without-row", blob: { size: 16 } }]);
    expect(await sweepFiles(db, blobs, clock)).toEqual({ blobs: 1, bytes: 16, deletions: 0, partial: 0, lost: [] });
    expect(await keys()).toEqual([]);
  });

  it("before the blob leaves nothing", async () => {
    await abandoned(storing({ db, blobs: killedBefore(blobs, "put") }));
    clock += orphanGrace + 1;
    expect(await orphans()).toEqual([]);
  });

  it("while a file is deleted leaves a file that nobody sees, and the sweep finishes it", async () => {
    const file = await stored();
    await abandoned(deleteFile(db, killedBefore(blobs, "delete"), "ann", file.id, clock));
    expect(await findFile(db, "ann", file.id)).toBeNull();
    expect(await openFile(db, blobs, "ann", file.id)).toBeNull();
    expect(await orphans()).toEqual([{ kind: "deletion-unfinished", file }]);
    expect(await sweepFiles(db, blobs, clock)).toMatchObject({ blobs: 0, deletions: 1, lost: [] });
    expect(await keys()).toEqual([]);
    expect(await db.kysely.selectFrom("storage_files").selectAll().execute()).toEqual([]);
  });
});

describe("the sweep", () => {
  it("leaves all that belongs together, however old", async () => {
    const files = [];
    for (let i = 0; i < 200; i++) files.push(await stored());
    clock += 10 * orphanGrace;
    expect(await sweepFiles(db, blobs, clock)).toEqual({ blobs: 0, bytes: 0, deletions: 0, partial: 0, lost: [] });
    expect(await keys()).toEqual(files.map(({ key }) => key).toSorted());
  });

  it("finds each of many blobs without rows among others", async () => {
    const left: string[] = [];
    for (let i = 0; i < 300; i++) {
      const { id, key } = await stored();
      if (i % 3 > 0) continue;
      left.push(key);
      await db.kysely.deleteFrom("storage_files").where("id", "=", id).execute();
    }
    clock += orphanGrace + 1;
    expect(await sweepFiles(db, blobs, clock)).toMatchObject({ blobs: 100, bytes: 1_600, lost: [] });
    expect((await keys()).filter((key) => left.includes(key))).toEqual([]);
    expect(await keys()).toHaveLength(200);
  });

  it("takes the blobs of an account that is gone", async () => {
    await stored();
    await db.kysely.deleteFrom("users").where("id", "=", "ann").execute();
    clock += orphanGrace + 1;
    expect(await sweepFiles(db, blobs, clock)).toMatchObject({ blobs: 1 });
    expect(await keys()).toEqual([]);
  });

  it("never touches what is not built as a key of ours: somebody put it there", async () => {
    const strange = [
      "taxes.pdf",
      "novels/letter.txt",
      "novels/ann/more/id.txt",
      "photos/ann/id-1.png",
      "novels/ann/my letter.txt",
    ];
    for (const key of strange) await blobs.put(key, new Uint8Array(1));
    clock += orphanGrace + 1;
    expect(await sweepFiles(db, blobs, clock)).toMatchObject({ blobs: 0, lost: [] });
    expect((await keys()).toSorted()).toEqual(strange.toSorted());
  });

  it("leaves a blob from the future, which a clock that jumped back makes", async () => {
    await abandoned(storing({ db: killedBefore(db, "atomic"), blobs }));
    clock -= 10 * orphanGrace;
    expect(await sweepFiles(db, blobs, clock)).toMatchObject({ blobs: 0 });
  });

  it("tells which files are lost or changed, and touches neither", async () => {
    const [lost, cut, whole] = [await stored(), await stored(), await stored()];
    await blobs.delete(lost.key);
    await blobs.delete(cut.key);
    await blobs.put(cut.key, new Uint8Array(3));
    expect(await orphans()).toEqual([
      { kind: "row-without-blob", file: lost },
      { kind: "size-differs", file: cut, size: 3 },
    ]);
    expect(await sweepFiles(db, blobs, clock)).toMatchObject({ blobs: 0, deletions: 0, lost: [lost.key, cut.key] });
    for (const { id } of [lost, cut, whole]) expect(await findFile(db, "ann", id)).not.toBeNull();
  });

  it("does not take a store that is gone for an empty one", async () => {
    const file = await stored();
    const gone = async () => {
      throw new BlobError("unreachable", "list", "");
    };
    await expect(sweepFiles(db, { ...blobs, list: gone, head: gone }, clock)).rejects.toMatchObject({
      code: "unreachable",
    });
    expect(await findFile(db, "ann", file.id)).toEqual(file);
  });

  it("does not call a file lost that its owner deletes just then", async () => {
    const file = await stored();
    const during: BlobStore = {
      ...blobs,
      head: async (key) => {
        await deleteFile(db, blobs, "ann", file.id, clock);
        return blobs.head(key);
      },
    };
    expect(await sweepFiles(db, during, clock)).toMatchObject({ lost: [] });
  });
});

describe("mending", () => {
  it("hides a lost file from its owner, and then rows and blobs agree", async () => {
    const file = await stored();
    await blobs.delete(file.key);
    for (const orphan of await orphans()) await mendOrphan(db, blobs, orphan, clock);
    expect(await findFile(db, "ann", file.id)).toBeNull();
    await sweepFiles(db, blobs, clock);
    expect(await orphans()).toEqual([]);
  });
});

import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bytesOf, pieces } from "../../../test/blob-store-contract.ts";
import { testDatabase } from "../../../test/database.ts";
import { createMemoryBlobs } from "../../backends/blobs/memory.ts";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import { deleteFile, openFile, verifyFile } from "./open-file.ts";
import {
  bytesUsed,
  findArtifact,
  findFile,
  findFileByContent,
  findLinkedFile,
  listFiles,
} from "./queries/find-files.ts";
import { hideFile } from "./queries/sweep-rows.ts";
import { type FileLimits, type NewFile, storeFile } from "./store-file.ts";

const start = Date.UTC(2026, 0, 1);
const text = (letters: string): Uint8Array => new TextEncoder().encode(letters);

let db: Database;
let blobs: BlobStore;
let made = 0;
const now = () => start + made;
const newId = () => `id-${String((made += 1)).padStart(4, "0")}`;

beforeEach(async () => {
  made = 0;
  db = await testDatabase();
  blobs = createMemoryBlobs(now);
  for (const id of ["ann", "ben"])
    await db.kysely
      .insertInto("users")
      .values({ id, email: `${id}@example.org`, created_at: "2026", updated_at: "2026" })
      .execute();
});
afterEach(() => db.close());

const store = (owner: string, file: Partial<NewFile>, limits: Partial<FileLimits> = {}) =>
  storeFile(
    db,
    { blobs, now, newId },
    owner,
    { category: "novels", content: text("Once upon a time"), name: "tale.txt", type: null, ...file },
    { types: null, size: 1_000_000, quota: null, ...limits },
  );

async function stored(owner: string, file: Partial<NewFile> = {}, limits: Partial<FileLimits> = {}) {
  const result = await store(owner, file, limits);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const keys = async () => (await blobs.list("")).blobs.map(({ key }) => key);
const rows = () => db.kysely.selectFrom("storage_files").selectAll().execute();

async function aJob(owner: string): Promise<string> {
  const times = { created_at: "2026", updated_at: "2026" };
  await db.kysely
    .insertInto("jobs")
    .values({ id: `job-${owner}`, user_id: owner, job_type: "manga", ...times })
    .execute();
  return `job-${owner}`;
}

describe("keeping a file", () => {
  it("gives it a key by category and owner, and counts and hashes it while it streams", async () => {
    const content = pieces(text("Once "), text("upon a time"));
    const file = await stored("ann", { content, name: "../my tale.TXT" });
    expect(file).toEqual({
      id: "id-0001",
      owner: "ann",
      key: "novels/ann/id-0001.txt",
      category: "novels",
      name: "my tale.txt",
      mime: "text/plain",
      size: 16,
      sha256: createHash("sha256").update("Once upon a time").digest("hex"),
      novelId: null,
      jobId: null,
      artifact: null,
      unit: null,
      createdAt: "2026-01-01T00:00:00.001Z",
    });
    expect(await findFile(db, "ann", file.id)).toEqual(file);
    expect(await keys()).toEqual([file.key]);
    expect(content.closed).toBe(true);
    expect(await verifyFile(blobs, file)).toBe("whole");
  });

  it("tells the type by the content, not by the name", async () => {
    const png = Uint8Array.from("\x89PNG\r\n\x1a\n....", (letter) => letter.charCodeAt(0));
    expect(await stored("ann", { content: png, name: "page.txt" })).toMatchObject({
      mime: "image/png",
      name: "page.txt.png",
      key: "novels/ann/id-0001.png",
    });
  });

  it("takes a file of any pieces, and looks no further than its head for the type", async () => {
    const letters = "むかしむかし、".repeat(20_000);
    const bytes = text(letters);
    const content = pieces(...Array.from({ length: 421 }, (_, i) => bytes.slice(i * 1000, (i + 1) * 1000)));
    const file = await stored("ann", { content });
    expect(file.size).toBe(bytes.length);
    const opened = await openFile(db, blobs, "ann", file.id);
    expect(opened?.ok && new TextDecoder().decode(await bytesOf(opened.value.content))).toBe(letters);
  });

  it.each([
    ["upload-empty", { content: new Uint8Array() }, {}],
    ["upload-active", { content: text("<svg></svg>") }, {}],
    ["upload-unknown", { content: new Uint8Array(9) }, {}],
    ["upload-unwanted", {}, { types: ["png", "jpeg"] }],
    ["upload-too-large", {}, { size: 15 }],
    ["quota-full", {}, { quota: 15 }],
    ["quota-full", {}, { quota: 0 }],
  ] as const)("refuses with %s, leaves nothing and closes the source", async (code, file: Partial<NewFile>, limits) => {
    const whole = file.content instanceof Uint8Array ? file.content : text("Once upon a time");
    const content = pieces(whole.subarray(0, 5), whole.subarray(5));
    expect(await store("ann", { ...file, content }, limits)).toMatchObject({ ok: false, code });
    expect({ keys: await keys(), rows: await rows(), closed: content.closed }).toEqual({
      keys: [],
      rows: [],
      closed: true,
    });
  });

  it("stops reading as soon as a file is too large", async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield text("x".repeat(65_536));
      }
    }
    expect(await store("ann", { content: endless() }, { size: 300_000 })).toMatchObject({ code: "upload-too-large" });
    expect(read).toBeLessThan(8);
  });

  it("keeps what the product makes under the type it says, empty or not", async () => {
    const file = await stored("ann", { content: new Uint8Array(), type: "json", name: null, category: "layouts" });
    expect(file).toMatchObject({ mime: "application/json", name: null, size: 0, key: "layouts/ann/id-0001.json" });
  });

  it("leaves nothing when the source breaks off", async () => {
    async function* broken() {
      yield text("x".repeat(100_000));
      throw new Error("connection lost");
    }
    await expect(store("ann", { content: broken() })).rejects.toThrow("connection lost");
    expect({ keys: await keys(), rows: await rows() }).toEqual({ keys: [], rows: [] });
  });
});

describe("the quota", () => {
  it("is of each person, and exact", async () => {
    expect((await store("ann", {}, { quota: 32 })).ok).toBe(true);
    expect((await store("ann", {}, { quota: 32 })).ok).toBe(true);
    expect(await store("ann", {}, { quota: 32 })).toMatchObject({ code: "quota-full" });
    expect((await store("ben", {}, { quota: 32 })).ok).toBe(true);
    expect([await bytesUsed(db, "ann"), await bytesUsed(db, "ben")]).toEqual([32, 16]);
  });

  it("holds when many files come at once, and the refused leave nothing", async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => store("ann", {}, { quota: 16 * 5 })));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(5);
    expect([(await rows()).length, (await keys()).length, await bytesUsed(db, "ann")]).toEqual([5, 5, 80]);
  });

  it("is free again once a file is hidden, though its row still stands", async () => {
    const file = await stored("ann", {}, { quota: 16 });
    expect(await hideFile(db, "ann", file.id, "2026-01-01T00:00:00.000Z")).toBe(true);
    expect(await bytesUsed(db, "ann")).toBe(0);
    expect((await store("ann", {}, { quota: 16 })).ok).toBe(true);
    expect(await store("ann", {}, { quota: 16 })).toMatchObject({ code: "quota-full" });
  });

  it("is free again once a file is deleted", async () => {
    const file = await stored("ann", {}, { quota: 16 });
    expect(await deleteFile(db, blobs, "ann", file.id, now())).toBe(true);
    expect((await store("ann", {}, { quota: 16 })).ok).toBe(true);
  });
});

describe("what a job makes", () => {
  it("is kept once: whoever makes it again is given the first, and the second blob goes", async () => {
    const artifact = { jobId: await aJob("ann"), artifact: "page", unit: "1" };
    const first = await stored("ann", { artifact });
    expect(await stored("ann", { artifact })).toEqual(first);
    expect(await keys()).toEqual([first.key]);
    expect(await findArtifact(db, "ann", artifact)).toEqual(first);
    expect(await findArtifact(db, "ben", artifact)).toBeNull();
    expect(await stored("ann", { artifact: { ...artifact, unit: "2" } })).not.toEqual(first);
  });

  it("is kept once when it is made twice at a time", async () => {
    const artifact = { jobId: await aJob("ann"), artifact: "page", unit: "1" };
    const files = await Promise.all(Array.from({ length: 6 }, () => stored("ann", { artifact })));
    expect(new Set(files.map(({ id }) => id)).size).toBe(1);
    expect(await keys()).toEqual([files[0]?.key]);
  });

  it("leaves nothing when the person or the job is gone", async () => {
    await expect(store("nobody", {})).rejects.toMatchObject({ code: "foreign-key" });
    const artifact = { jobId: "gone", artifact: "page", unit: "1" };
    await expect(store("ann", { artifact })).rejects.toMatchObject({ code: "foreign-key" });
    expect(await keys()).toEqual([]);
  });

  it("leaves its blob to the sweep when nobody knows whether the row was written", async () => {
    const lost: Database = {
      ...db,
      atomic: async (queries) => {
        await db.atomic(queries);
        throw new SqlError("unreachable", "connection lost while committing");
      },
    };
    const file = { category: "novels", content: text("Once upon a time"), name: null, type: null } as const;
    const limits = { types: null, size: 1_000, quota: null };
    await expect(storeFile(lost, { blobs, now, newId }, "ann", file, limits)).rejects.toMatchObject({
      code: "unreachable",
    });
    const [row] = await rows();
    expect(await keys()).toEqual([row?.key]);
  });
});

describe("another person", () => {
  it("sees, opens, lists, finds and deletes nothing of it", async () => {
    const file = await stored("ann");
    expect(await findFile(db, "ben", file.id)).toBeNull();
    expect(await openFile(db, blobs, "ben", file.id)).toBeNull();
    expect(await listFiles(db, "ben", { category: "novels" })).toEqual([]);
    expect(await findFileByContent(db, "ben", "novels", file.sha256)).toBeNull();
    expect(await deleteFile(db, blobs, "ben", file.id, now())).toBe(false);
    expect(await findFile(db, "ann", file.id)).toEqual(file);
  });
});

describe("finding files", () => {
  it("gives parts of them", async () => {
    const { id } = await stored("ann");
    const opened = await openFile(db, blobs, "ann", id, { offset: 5, length: 4 });
    expect(opened?.ok && new TextDecoder().decode(await bytesOf(opened.value.content))).toBe("upon");
  });

  it("says that a file is lost when its blob is not there, or of another size", async () => {
    const file = await stored("ann");
    await blobs.delete(file.key);
    expect(await openFile(db, blobs, "ann", file.id)).toMatchObject({ ok: false, code: "stored-file-lost" });
    expect(await verifyFile(blobs, file)).toBe("missing");
    await blobs.put(file.key, text("Once upon"));
    expect(await openFile(db, blobs, "ann", file.id)).toMatchObject({ ok: false, code: "stored-file-lost" });
    await blobs.delete(file.key);
    await blobs.put(file.key, text("Once upon a lime"));
    expect(await verifyFile(blobs, file)).toBe("changed");
  });

  it("lists a category newest first, page by page", async () => {
    for (let i = 0; i < 7; i++) await stored("ann", { category: i === 3 ? "outputs" : "novels" });
    const first = await listFiles(db, "ann", { category: "novels", limit: 4 });
    const second = await listFiles(db, "ann", { category: "novels", limit: 4, cursor: first.at(-1) ?? null });
    expect([...first, ...second].map(({ id }) => id.slice(-1))).toEqual(["7", "6", "5", "3", "2", "1"]);
  });

  it("knows a content that comes a second time, and a key of a signed link", async () => {
    const first = await stored("ann");
    await stored("ann");
    await stored("ann", { category: "outputs" });
    expect(await findFileByContent(db, "ann", "novels", first.sha256)).toEqual(first);
    expect(await findLinkedFile(db, { key: first.key })).toEqual(first);
    await deleteFile(db, blobs, "ann", first.id, now());
    expect(await findLinkedFile(db, { key: first.key })).toBeNull();
    expect(await keys()).not.toContain(first.key);
  });
});

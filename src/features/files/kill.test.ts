import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { openFsBlobs } from "../../backends/blobs/fs.ts";
import { openSqlite } from "../../backends/sql/sqlite.ts";
import { verifyFile } from "./open-file.ts";
import { findOrphans, orphanGrace, sweepFiles } from "./orphans.ts";
import { listFiles } from "./queries/find-files.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "killed-"));
  const db = await testDatabase(join(folder, "f.sqlite"));
  const user = { id: "ann", email: "ann@example.org", created_at: "2026", updated_at: "2026" };
  await db.kysely.insertInto("users").values(user).execute();
  await db.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program that stores files without end, deletes every third one, and says so when the first ones are kept. */
const program = () => `
  import { openFsBlobs } from ${JSON.stringify(new URL("../../backends/blobs/fs.ts", import.meta.url).href)};
  import { openSqlite } from ${JSON.stringify(new URL("../../backends/sql/sqlite.ts", import.meta.url).href)};
  import { deleteFile } from ${JSON.stringify(new URL("open-file.ts", import.meta.url).href)};
  import { storeFile } from ${JSON.stringify(new URL("store-file.ts", import.meta.url).href)};
  const db = openSqlite(${JSON.stringify(join(folder, "f.sqlite"))});
  const blobs = await openFsBlobs(${JSON.stringify(join(folder, "storage"))});
  const storing = { blobs, now: () => Date.now(), newId: () => crypto.randomUUID() };
  async function* content(i) { for (let part = 0; part < 4; part++) yield Buffer.alloc(20_000, "file " + i); }
  for (let i = 0; ; i++) {
    const file = { category: "novels", content: content(i), name: null, type: null };
    const { value } = await storeFile(db, storing, "ann", file, { types: null, size: 1e6, quota: 1e12 });
    if (i % 3 === 0) await deleteFile(db, blobs, "ann", value.id, Date.now());
    if (i === 2) console.log("begun");
  }`;

/** Runs the program and kills it some milliseconds after it has begun. */
async function killedAfter(milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program()], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill("SIGKILL");
  await once(child, "exit");
}

describe("a process that is killed while it stores and deletes files", () => {
  it("leaves every file that a person sees whole, and nothing that the sweep does not clear away", async () => {
    for (const wait of [0, 7, 13, 29, 41]) await killedAfter(wait);
    const db = openSqlite(join(folder, "f.sqlite"));
    const blobs = await openFsBlobs(join(folder, "storage"));
    const seen = await listFiles(db, "ann", { category: "novels" });
    expect(seen.length).toBeGreaterThan(3);
    for (const file of seen) expect(await verifyFile(blobs, file), file.key).toBe("whole");

    const later = Date.now() + orphanGrace + 60_000;
    const kinds = new Set((await Array.fromAsync(findOrphans(db, blobs, later))).map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kind !== "blob-without-row" && kind !== "deletion-unfinished")).toEqual([]);
    expect(await sweepFiles(db, blobs, later)).toMatchObject({ lost: [] });
    expect(await sweepFiles(db, blobs, later)).toEqual({ blobs: 0, bytes: 0, deletions: 0, partial: 0, lost: [] });
    expect(await listFiles(db, "ann", { category: "novels" })).toEqual(seen);
    await db.close();
  });
});

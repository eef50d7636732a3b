import { existsSync } from "node:fs";
import nodeFiles, { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FileSystem, openFsBlobs } from "../src/backends/blobs/fs.ts";
import { calmComic, type DiskStudio, diskStudio } from "./bad-days-studio.ts";
import { blankPages, fabula } from "./host.ts";
import { quickRasterizer } from "./comic-studio.ts";

let calm: Record<string, string>;
beforeAll(async () => {
  calm = await calmComic();
}, 30_000);

let studio: DiskStudio;
beforeEach(async () => {
  studio = await diskStudio();
});
afterEach(() => studio.remove());

const cli = (...argv: string[]) =>
  fabula(studio.folder, argv, { ...blankPages, openRasterizer: () => quickRasterizer });

/** Where the file of an artifact, or of the book, lies. */
async function pathOf(artifact: string | null): Promise<string> {
  const files = studio.services.db.kysely.selectFrom("storage_files").select("key");
  const { key } = await files.where("artifact", artifact === null ? "is" : "=", artifact).executeTakeFirstOrThrow();
  return join(studio.folder, "storage", key);
}

const untilRender = (step: string): boolean => step !== "render";

describe("a file that is gone or changed under a job", () => {
  it("fails the job with a code, doctor names the file, and a retry makes it again", async () => {
    await studio.work({ before: untilRender });
    const path = await pathOf("sheets");
    await rename(path, `${path}.away`);
    await studio.work();
    expect(await studio.summary()).toMatchObject({
      status: "failed",
      error: { code: "stored-file-lost", step: "render", message: expect.stringContaining("layouts/") },
    });
    const doctor = await cli("doctor");
    expect(doctor.code).toBe(1);
    expect(doctor.stdout).toContain(path.slice(path.lastIndexOf("/") + 1));
    expect((await cli("jobs", "retry", "last")).stdout).toContain("pending");
    await studio.work();
    expect(await studio.summary()).toMatchObject({ status: "completed", percent: 100, error: null });
    expect(await studio.saved()).toEqual(calm);
  }, 20_000);

  it("whose bytes are others of the same number is not taken for what was stored, and is good again once it is back", async () => {
    await studio.work({ before: untilRender });
    const path = await pathOf("story");
    const bytes = await readFile(path);
    await writeFile(path, bytes.toString("latin1").replace(/[a-z]/, "#"), "latin1");
    await studio.work();
    expect(await studio.summary()).toMatchObject({ status: "failed", error: { code: "stored-file-lost" } });
    expect((await cli("doctor", "--deep")).code).toBe(1);
    await writeFile(path, bytes);
    const tasks = studio.services.db.kysely.selectFrom("tasks").select("id").where("status", "=", "done");
    const done = await tasks.execute();
    expect((await cli("jobs", "retry", "last")).code).toBe(0);
    expect(await tasks.execute()).toEqual(done);
    await studio.work();
    expect(await studio.saved()).toEqual(calm);
  }, 20_000);

  it("that is the book itself fails each retry until the book is back", async () => {
    const path = await pathOf(null);
    await rename(path, `${path}.away`);
    await studio.work();
    expect(await studio.summary()).toMatchObject({
      status: "failed",
      error: { code: "stored-file-lost", step: "read" },
    });
    expect((await cli("jobs", "retry", "last")).code).toBe(0);
    await studio.work();
    expect(await studio.summary()).toMatchObject({ status: "failed", error: { code: "stored-file-lost" } });
    await rename(`${path}.away`, path);
    expect((await cli("jobs", "retry", "last")).code).toBe(0);
    await studio.work();
    expect(await studio.summary()).toMatchObject({ status: "completed", attempts: 2 });
    expect(await studio.saved()).toEqual(calm);
  }, 20_000);

  it("that is a picture of a finished page is drawn again by the retry", async () => {
    let pages = 0;
    await studio.work({ before: (step) => step !== "render" || ++pages <= 3 });
    const path = await pathOf("print");
    await rename(path, `${path}.away`);
    await studio.work();
    expect(await studio.summary()).toMatchObject({
      status: "failed",
      error: { code: "stored-file-lost", step: "outputs" },
    });
    expect((await cli("jobs", "retry", "last")).code).toBe(0);
    await studio.work();
    expect(await studio.saved()).toEqual(calm);
  }, 20_000);
});

/** The file system with a disk that cannot take files any more, as long as `isBad` says so. */
function failingFiles(code: string, isBad: () => boolean): FileSystem {
  return {
    ...nodeFiles,
    open(path, flags, mode) {
      if (flags !== "wx" || !isBad()) return nodeFiles.open(path, flags, mode);
      // A device that is always full: there the system itself says so.
      if (code === "ENOSPC" && existsSync("/dev/full")) return nodeFiles.open("/dev/full", "w");
      return Promise.reject(Object.assign(new Error(`${code}: as a disk says it`), { code }));
    },
  };
}

describe.each([
  ["full", "ENOSPC", "storage-full"],
  ["read-only", "EROFS", "storage-read-only"],
])("a disk that is %s while a page is written", (_, system, code) => {
  it("holds the page back with a code, keeps what was done, and goes on when it is mended", async () => {
    let bad = false;
    const blobs = await openFsBlobs(
      join(studio.folder, "storage"),
      failingFiles(system, () => bad),
    );
    let pages = 0;
    await studio.work({
      blobs,
      before(step) {
        if (step === "render") pages += 1;
        bad = pages > 2;
        return true;
      },
    });
    expect(await studio.summary()).toMatchObject({ status: "processing", error: null, counters: { pagesDone: 2 } });
    const waiting = studio.services.db.kysely.selectFrom("tasks").selectAll().where("error_code", "is not", null);
    const tasks = await waiting.execute();
    expect(
      new Set(tasks.map(({ status, error_class, error_code }) => `${status} ${error_class} ${error_code}`)),
    ).toEqual(new Set([`ready transient ${code}`]));
    expect((await blobs.list("renders/")).blobs).toHaveLength(2);
    await studio.work({ isLate: true });
    expect(await studio.summary()).toMatchObject({ status: "completed", error: null });
    expect(await studio.saved()).toEqual(calm);
  }, 20_000);

  it("is told with that code when a book is queued, with nothing kept", async () => {
    const services = studio.services;
    const blobs = await openFsBlobs(
      join(studio.folder, "storage"),
      failingFiles(system, () => true),
    );
    await writeFile(join(studio.folder, "other.txt"), "Chapter 1\n\nA tale of something else altogether.\n");
    const openServices = async () => ({ ...services, blobs, close: async () => undefined });
    const { kysely } = services.db;
    const count = async () => (await kysely.selectFrom("novels").select("id").execute()).length;
    const before = await count();
    const queued = await fabula(studio.folder, ["queue", "other.txt"], { ...blankPages, openServices });
    expect(queued.code).toBe(1);
    expect(queued.stderr).toContain(`[${code}]`);
    expect(await count()).toBe(before);
  });
});

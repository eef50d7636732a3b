import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import files, { appendFile, mkdir, mkdtemp, readdir, rm, symlink, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bytesOf, describeBlobStore, pieces } from "../../../test/blob-store-contract.ts";
import { memoryUsed } from "../../../test/memory-used.ts";
import { type FileSystem, openFsBlobs } from "./fs.ts";

const folders: string[] = [];
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "blobs-"));
  folders.push(folder);
  return folder;
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const openInFolder = async () => ({
  store: await openFsBlobs(join(await newFolder(), "deep", "store")),
  close: async () => undefined,
});
/** `FABULA_SLOW=1` takes the full measure. */
const measure = process.env["FABULA_SLOW"] === "1" ? { keys: 10_000, megabytes: 200 } : { keys: 1_000, megabytes: 20 };
// A few pieces may be under way.
describeBlobStore("a folder", openInFolder, { ...measure, memory: { used: memoryUsed, most: 4 * 1024 * 1024 } });

/** The file system with an error in one place. */
const failingWith = (
  code: string,
  name: keyof FileSystem,
  when: (path: string) => boolean = () => true,
): FileSystem => ({
  ...files,
  [name]: async (...args: [string, ...unknown[]]) => {
    if (when(args[0])) throw Object.assign(new Error(`${code}: as a disk says it`), { code });
    return Reflect.apply(files[name], files, args);
  },
});

describe("a store in a folder", () => {
  it("shows no part of a blob while it is written, under any name", async () => {
    const folder = await newFolder();
    const store = await openFsBlobs(folder);
    const seen: unknown[] = [];
    async function* watched() {
      yield new Uint8Array(100_000);
      seen.push(await store.head("outputs/u/a.bin"), (await store.list("")).blobs, existsSync(join(folder, "outputs")));
      yield new Uint8Array(1);
    }
    await store.put("outputs/u/a.bin", watched());
    expect(seen).toEqual([null, [], false]);
    expect(await readdir(join(folder, ".partial"))).toEqual([]);
    expect((await store.list("")).blobs).toMatchObject([{ key: "outputs/u/a.bin", size: 100_001 }]);
  });

  it("leaves only what is cleared away when the process is killed within a put", async () => {
    const folder = await newFolder();
    const script = `
      import { openFsBlobs } from ${JSON.stringify(new URL("fs.ts", import.meta.url).href)};
      const store = await openFsBlobs(${JSON.stringify(folder)});
      async function* endless() { for (;;) { yield new Uint8Array(65536); console.log("wrote"); await new Promise((go) => setTimeout(go, 1)); } }
      await store.put("outputs/u/killed.bin", endless());`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    const store = await openFsBlobs(folder);
    expect((await store.list("")).blobs).toEqual([]);
    expect(await readdir(join(folder, ".partial"))).toHaveLength(1);
    expect(await store.removePartial(Date.now() - 3_600_000)).toBe(0);
    expect(await store.removePartial(Date.now() + 3_600_000)).toBe(1);
    expect(await readdir(join(folder, ".partial"))).toEqual([]);
  });

  it.skipIf(!existsSync("/dev/full"))("says that the disk is full, and leaves nothing", async () => {
    const folder = await newFolder();
    const full: FileSystem = {
      ...files,
      // A device that is always full: the system itself fails.
      open: (path, flags, mode) => (flags === "wx" ? files.open("/dev/full", "w") : files.open(path, flags, mode)),
    };
    const store = await openFsBlobs(folder, full);
    await expect(store.put("outputs/u/a.bin", new Uint8Array(9))).rejects.toMatchObject({
      code: "full",
      cause: { code: "ENOSPC" },
    });
    expect((await store.list("")).blobs).toEqual([]);
  });

  it.each([
    ["read-only", "EROFS", "open"],
    ["read-only", "EACCES", "mkdir"],
    ["full", "EDQUOT", "mkdir"],
    ["full", "ENOSPC", "link"],
    ["corrupt", "EIO", "lstat"],
    ["other", "EMFILE", "open"],
  ] as const)("says %s where the system says %s", async (code, said, name) => {
    const folder = await newFolder();
    await openFsBlobs(folder);
    const store = await openFsBlobs(
      folder,
      failingWith(said, name, (path) => /outputs|\.partial./.test(path)),
    );
    await expect(store.put("outputs/u/a.bin", new Uint8Array(9))).rejects.toMatchObject({ code });
    expect(await readdir(join(folder, ".partial"))).toEqual([]);
  });

  it("is unreachable, not empty, when its folder is gone", async () => {
    const folder = join(await newFolder(), "disk");
    const store = await openFsBlobs(folder);
    await store.put("outputs/u/a.bin", new Uint8Array(9));
    await rm(folder, { recursive: true });
    const tries = [
      store.head("outputs/u/a.bin"),
      store.get("outputs/u/a.bin"),
      store.list("outputs/"),
      store.delete("outputs/u/a.bin"),
      store.put("outputs/u/b.bin", pieces(new Uint8Array(3))),
    ];
    for (const each of await Promise.allSettled(tries)) expect(each).toMatchObject({ reason: { code: "unreachable" } });
    expect(existsSync(folder)).toBe(false);
  });

  it("says that a blob is corrupt when it is shorter than it was", async () => {
    const folder = await newFolder();
    const store = await openFsBlobs(folder);
    await store.put("outputs/u/a.bin", new Uint8Array(9));
    const found = await store.get("outputs/u/a.bin");
    await truncate(join(folder, "outputs/u/a.bin"), 4);
    await expect(bytesOf(found?.content ?? pieces())).rejects.toMatchObject({ code: "corrupt" });
  });

  it("gives only files of its own: no folder, no link to elsewhere, nothing hidden", async () => {
    const folder = await newFolder();
    const store = await openFsBlobs(join(folder, "store"));
    await mkdir(join(folder, "store/outputs/u"), { recursive: true });
    await writeFile(join(folder, "secret"), "secret");
    await symlink(join(folder, "secret"), join(folder, "store/outputs/u/link.txt"));
    await appendFile(join(folder, "store/outputs/.DS_Store"), "x");
    expect([await store.head("outputs/u"), await store.get("outputs/u/link.txt")]).toEqual([null, null]);
    expect((await store.list("")).blobs).toEqual([]);
  });

  it("does with renaming where the file system has no links", async () => {
    const folder = await newFolder();
    const store = await openFsBlobs(folder, failingWith("EPERM", "link"));
    await store.put("outputs/u/a.bin", new Uint8Array(9));
    await expect(store.put("outputs/u/a.bin", new Uint8Array(8))).rejects.toMatchObject({ code: "exists" });
    expect(await readdir(join(folder, ".partial"))).toEqual([]);
    expect(await store.head("outputs/u/a.bin")).toMatchObject({ size: 9 });
  });

  it("tells when a blob was put by the file's own time", async () => {
    const folder = await newFolder();
    const store = await openFsBlobs(folder);
    await store.put("outputs/u/a.bin", new Uint8Array(9));
    await utimes(join(folder, "outputs/u/a.bin"), 1_000, 1_000);
    expect(await store.head("outputs/u/a.bin")).toMatchObject({ putAt: 1_000_000 });
  });
});

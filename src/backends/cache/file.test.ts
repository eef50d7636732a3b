import { readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { describeCache } from "../../../test/cache-contract.ts";
import { openFileCache } from "./file.ts";

const folders: string[] = [];
async function newPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cache-"));
  folders.push(folder);
  return join(folder, "deep", "cache.txt");
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describeCache("a file", async (now) => {
  const cache = await openFileCache(await newPath(), now);
  return { cache, close: () => cache.close() };
});

const now = () => 0;

async function filled(path: string): Promise<void> {
  const cache = await openFileCache(path, now);
  for (const name of ["a", "b", "c"]) await cache.set(name, `value of ${name} 羅`, null);
  await cache.set("gone", "x", null);
  await cache.delete("gone");
  await cache.close();
}

async function found(path: string, names = ["a", "b", "c", "gone"]): Promise<(string | null)[]> {
  const cache = await openFileCache(path, now);
  const values = await Promise.all(names.map((name) => cache.get(name)));
  await cache.close();
  return values;
}

const all = ["value of a 羅", "value of b 羅", "value of c 羅", null];

describe("a cache in a file", () => {
  it("is there again when it is opened again", async () => {
    const path = await newPath();
    await filled(path);
    expect(await found(path)).toEqual(all);
  });

  it("has lost at most its last change when it was cut off anywhere", async () => {
    const path = await newPath();
    await filled(path);
    const whole = readFileSync(path);
    const lastLine = whole.lastIndexOf("\n", -2) + 1;
    for (let end = lastLine; end < whole.length; end += 3) {
      writeFileSync(path, whole.subarray(0, end));
      expect((await found(path)).slice(0, 3)).toEqual(all.slice(0, 3));
    }
  });

  it("gives no value of which a bit was turned", async () => {
    const path = await newPath();
    await filled(path);
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += 5) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      writeFileSync(path, bytes);
      const values = await found(path, ["a", "b", "c"]);
      for (const [i, value] of values.entries()) expect([all[i], null]).toContain(value);
    }
  });

  it("is empty where the file is something else, and can be used", async () => {
    const path = await newPath();
    await filled(path);
    for (const content of ["no cache at all", "\n\n\n", Buffer.alloc(5000, 0xfe), "[]", "00000000 []\n", '{"a":1}\n']) {
      writeFileSync(path, content);
      expect(await found(path)).toEqual([null, null, null, null]);
      await filled(path);
      expect(await found(path)).toEqual(all);
    }
  });

  it("may be deleted while it is used", async () => {
    const path = await newPath();
    const cache = await openFileCache(path, now);
    await cache.set("a", "1", null);
    await rm(path);
    await cache.set("b", "2", null);
    expect([await cache.get("a"), await cache.get("b")]).toEqual(["1", "2"]);
    expect(await found(path, ["a", "b"])).toEqual([null, "2"]);
  });

  it("never grows beyond its limit, and keeps what was asked for last", async () => {
    const path = await newPath();
    const limit = 20_000;
    const cache = await openFileCache(path, now, { limit });
    await cache.set("wanted", "yes", null);
    for (let i = 0; i < 500; i++) {
      await cache.set(`k${i}`, "x".repeat(200), null);
      expect(await cache.get("wanted")).toBe("yes");
      expect(statSync(path).size).toBeLessThanOrEqual(limit);
    }
    expect([await cache.get("k499"), await cache.get("k0")]).toEqual(["x".repeat(200), null]);
    for (let i = 0; i < 500; i++) await cache.set("same", `${i}`.repeat(50), null);
    expect(statSync(path).size).toBeLessThanOrEqual(limit);
    expect(await found(path, ["wanted", "same"])).toEqual(["yes", "499".repeat(50)]);
    expect(await readdir(join(path, ".."))).toEqual(["cache.txt"]);
  });

  it("does not keep what would fill half of it, and forgets what stood there before", async () => {
    const path = await newPath();
    const cache = await openFileCache(path, now, { limit: 1_000 });
    await cache.set("a", "small", null);
    await cache.set("a", "x".repeat(600), null);
    expect([await cache.get("a"), ...(await found(path, ["a"]))]).toEqual([null, null]);
  });

  it("is read by two, and neither spoils what the other writes", async () => {
    const path = await newPath();
    const [one, other] = [await openFileCache(path, now), await openFileCache(path, now)];
    await Promise.all(Array.from({ length: 50 }, (_, i) => (i % 2 ? one : other).set(`k${i}`, `${i}`, null)));
    const names = Array.from({ length: 50 }, (_, i) => `k${i}`);
    expect(await found(path, names)).toEqual(names.map((name) => name.slice(1)));
  });

  it("says why it cannot be written, and goes on when it can", async () => {
    const path = await newPath();
    const cache = await openFileCache(path, now);
    await rm(join(path, ".."), { recursive: true });
    await expect(cache.set("a", "1", null)).rejects.toMatchObject({ code: "ENOENT" });
    expect(await cache.get("a")).toBe("1");
    await filled(path);
    await cache.set("b", "2", null);
    expect(await found(path, ["b"])).toEqual(["2"]);
  });
});

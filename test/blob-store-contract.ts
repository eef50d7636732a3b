import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BlobPage, BlobStore } from "../src/backends/blobs/blob-store.ts";

const utf8 = new TextEncoder();
const mebibyte = 1024 * 1024;
/** Milliseconds for what takes as long as there is much of it. */
const slowly = 900_000;

/** A source that notes whether it was closed. */
export function pieces(...parts: Uint8Array[]): AsyncIterable<Uint8Array> & { closed: boolean } {
  const source = {
    closed: false,
    async *[Symbol.asyncIterator]() {
      try {
        yield* parts;
      } finally {
        source.closed = true;
      }
    },
  };
  return source;
}

/** All that a stream gives, together. */
export async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(
    await new Blob(await Array.fromAsync(content, (piece) => Uint8Array.from(piece))).arrayBuffer(),
  );
}

/** Every page of a listing; `limit` keys each. */
async function pagesOf(store: BlobStore, prefix: string, limit: number): Promise<BlobPage[]> {
  const pages: BlobPage[] = [];
  let cursor: string | null = null;
  do {
    const page: BlobPage = await store.list(prefix, { cursor, limit });
    pages.push(page);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}

/** How much a run of the contract takes, and what can be told of memory where it runs. */
export interface BlobMeasure {
  /** Keys that are listed, and megabytes that are streamed: as many as there is time for. */
  keys?: number;
  megabytes?: number;
  /** Tells the bytes in use, and how many more may be while a blob is streamed; null where it is held, or nobody can tell. */
  memory?: { used: () => Promise<number>; most: number } | null;
}

/** What every store of blobs does, wherever it keeps them. */
export function describeBlobStore(
  name: string,
  open: () => Promise<{ store: BlobStore; close: () => Promise<void> }>,
  { keys = 10_000, megabytes = 20, memory = null }: BlobMeasure = {},
): void {
  describe(`the contract of stores of blobs, kept by ${name}`, () => {
    let store: BlobStore;
    let close: () => Promise<void> = async () => undefined;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close());

    const read = async (key: string, offset?: number, length: number | null = null) => {
      const found = await store.get(key, offset === undefined ? undefined : { offset, length });
      return found && new TextDecoder().decode(await bytesOf(found.content));
    };

    it("gives back what was put, with its size and the time", async () => {
      const before = Date.now() - 2_000;
      const head = await store.put("novels/u1/a.txt", utf8.encode("Once upon a time"));
      expect(head).toMatchObject({ key: "novels/u1/a.txt", size: 16 });
      expect(head.putAt).toBeGreaterThan(before);
      expect(await store.head("novels/u1/a.txt")).toEqual(head);
      expect(await store.get("novels/u1/a.txt")).toMatchObject({ head });
      expect(await read("novels/u1/a.txt")).toBe("Once upon a time");
    });

    it("keeps its own copy of what it is given", async () => {
      const bytes = utf8.encode("kept");
      await store.put("novels/u1/copy.txt", bytes);
      bytes.fill(0);
      expect(await read("novels/u1/copy.txt")).toBe("kept");
    });

    it("puts a stream piece by piece, and closes it", async () => {
      const source = pieces(utf8.encode("one "), new Uint8Array(), utf8.encode("two"));
      expect(await store.put("novels/u1/stream.txt", source)).toMatchObject({ size: 7 });
      expect(await read("novels/u1/stream.txt")).toBe("one two");
      expect(source.closed).toBe(true);
    });

    it("holds a blob of no bytes", async () => {
      expect(await store.put("novels/u1/empty.txt", new Uint8Array())).toMatchObject({ size: 0 });
      expect(await store.put("novels/u1/empty-stream.txt", pieces())).toMatchObject({ size: 0 });
      expect(await read("novels/u1/empty.txt")).toBe("");
      expect(await read("novels/u1/empty-stream.txt", 0, 5)).toBe("");
    });

    it("takes names in any script", async () => {
      for (const key of ["novels/u1/羅生門 (芥川).txt", "novels/u1/café – 😀.txt", "novels/ユーザー/é%20+&='#.txt"]) {
        await store.put(key, utf8.encode(key));
        expect(await read(key)).toBe(key);
        expect((await store.list(key)).blobs.map((blob) => blob.key)).toEqual([key]);
      }
    });

    it("gives parts, clipped to what is there", async () => {
      await store.put("novels/u1/range.txt", utf8.encode("0123456789"));
      expect(await read("novels/u1/range.txt", 2, 3)).toBe("234");
      expect(await read("novels/u1/range.txt", 0, 1)).toBe("0");
      expect(await read("novels/u1/range.txt", 7)).toBe("789");
      expect(await read("novels/u1/range.txt", 8, 100)).toBe("89");
      expect(await read("novels/u1/range.txt", 10, 1)).toBe("");
      expect(await read("novels/u1/range.txt", 99)).toBe("");
      expect(await store.get("novels/u1/range.txt", { offset: 2, length: 3 })).toMatchObject({ head: { size: 10 } });
    });

    it("never replaces a blob", async () => {
      await store.put("novels/u1/once.txt", utf8.encode("first"));
      await expect(store.put("novels/u1/once.txt", utf8.encode("second"))).rejects.toMatchObject({ code: "exists" });
      expect(await read("novels/u1/once.txt")).toBe("first");
    });

    it("lets one of many win that put the same key at once", async () => {
      const tries = Array.from({ length: 8 }, (_, i) => store.put("novels/u1/race.txt", pieces(utf8.encode(`${i}`))));
      const settled = await Promise.allSettled(tries);
      const winner = settled.findIndex(({ status }) => status === "fulfilled");
      expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const each of settled) if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "exists" });
      expect(await read("novels/u1/race.txt")).toBe(`${winner}`);
    });

    it("says null where there is nothing, and deletes twice without a word", async () => {
      expect([await store.head("novels/u1/none"), await store.get("novels/u1/none")]).toEqual([null, null]);
      await store.put("novels/u1/gone.txt", utf8.encode("x"));
      await store.delete("novels/u1/gone.txt");
      await store.delete("novels/u1/gone.txt");
      expect(await store.head("novels/u1/gone.txt")).toBeNull();
      await store.put("novels/u1/gone.txt", utf8.encode("again"));
      expect(await read("novels/u1/gone.txt")).toBe("again");
    });

    it("says that a blob went before it was read", async () => {
      await store.put("novels/u1/went.txt", utf8.encode("x"));
      const found = await store.get("novels/u1/went.txt");
      await store.delete("novels/u1/went.txt");
      await expect(bytesOf(found?.content ?? pieces())).rejects.toMatchObject({ code: "missing" });
    });

    it.each([
      ["", "/a", "a/", "a//b", ".", "..", "../a", "a/../../b", "a/./b", "a/.hidden", "a\\..\\b", "C:/a", "a/nul.txt"],
      ["a/\0b", "a/\n", "a/b.", "a/b ", `a/${"x".repeat(256)}`, `${"ab/".repeat(400)}c`, "a/\ud800", "a/b?c", "a/*"],
    ])("refuses keys that are a path to elsewhere", async (...bad) => {
      for (const key of bad) {
        const tries = [
          () => store.put(key, new Uint8Array(1)),
          () => store.get(key),
          () => store.head(key),
          () => store.delete(key),
        ];
        for (const attempt of tries) await expect(attempt(), key).rejects.toMatchObject({ code: "invalid-key" });
      }
    });

    it("leaves nothing of a source that breaks off, and hands its reason on", async () => {
      const reason = Object.assign(new Error("connection reset"), { code: "ENOSPC" });
      async function* broken() {
        yield new Uint8Array(70_000);
        throw reason;
      }
      await expect(store.put("novels/u1/broken.bin", broken())).rejects.toBe(reason);
      expect(await store.head("novels/u1/broken.bin")).toBeNull();
      expect(await store.removePartial(Date.now() + 60_000)).toBe(0);
    });

    it("stops when it is told, though the source is silent", async () => {
      async function* silent() {
        yield new Uint8Array(10);
        await new Promise(() => undefined);
      }
      const stop = new AbortController();
      const put = store.put("novels/u1/stopped.bin", silent(), { signal: stop.signal });
      setTimeout(() => stop.abort(new Error("enough")), 5);
      await expect(put).rejects.toThrow("enough");
      await expect(store.put("novels/u1/stopped.bin", new Uint8Array(1), { signal: stop.signal })).rejects.toThrow(
        "enough",
      );
      expect(await store.head("novels/u1/stopped.bin")).toBeNull();
    });

    it("closes the source when it is told to stop", async () => {
      const stop = new AbortController();
      let isClosed = false;
      const source: AsyncIterableIterator<Uint8Array> = {
        [Symbol.asyncIterator]: () => source,
        async next() {
          stop.abort(new Error("enough"));
          return new Promise((resolve) => setImmediate(() => resolve({ done: false, value: new Uint8Array(1) })));
        },
        async return() {
          isClosed = true;
          return { done: true, value: undefined };
        },
      };
      await expect(store.put("novels/u1/closed.bin", source, { signal: stop.signal })).rejects.toThrow("enough");
      expect(isClosed).toBe(true);
    });

    it("lists in the order of UTF-8 bytes, page by page, none twice and none left out", async () => {
      const wanted = ["b/10", "b/9", "b/a-b", "b/a.c", "b/a/1", "b/a/2", "b/a0", "b/é", "b/\uff5e", "b/😀", "b/😀b"];
      for (const key of wanted.toReversed()) await store.put(key, utf8.encode(key));
      for (const limit of [1, 2, 3, 5, 100]) {
        const pages = await pagesOf(store, "b/", limit);
        expect(pages.flatMap(({ blobs }) => blobs.map(({ key }) => key))).toEqual(wanted);
        expect(Math.max(...pages.map(({ blobs }) => blobs.length))).toBeLessThanOrEqual(limit);
      }
      expect((await store.list("b/a")).blobs.map(({ key }) => key)).toEqual(wanted.slice(2, 7));
      expect((await store.list("b/a/")).blobs).toEqual([await store.head("b/a/1"), await store.head("b/a/2")]);
      expect(await store.list("nothing/here")).toEqual({ blobs: [], next: null });
    });

    it(`lists ${keys} keys whole`, { timeout: slowly }, async () => {
      const wanted = Array.from({ length: keys }, (_, i) => `renders/u${i % 3}/${String(i).padStart(6, "0")}.png`);
      for (let i = 0; i < keys; i += 16)
        await Promise.all(wanted.slice(i, i + 16).map((key) => store.put(key, utf8.encode(key))));
      const pages = await pagesOf(store, "renders/", Math.ceil(keys / 7));
      expect(pages).toHaveLength(7);
      expect(pages.flatMap(({ blobs }) => blobs.map(({ key }) => key))).toEqual(wanted.toSorted());
    });

    it(`streams ${megabytes} MB in and out, piece by piece`, { timeout: slowly }, async () => {
      const used = memory?.used ?? (async () => 0);
      const before = await used();
      const held: number[] = [];
      async function* many() {
        for (let i = 0; i < megabytes * 4; i++) {
          if (i === megabytes * 3) held.push((await used()) - before);
          yield new Uint8Array(mebibyte / 4).fill(i);
        }
      }
      expect(await store.put("outputs/u1/large.bin", many())).toMatchObject({ size: megabytes * mebibyte });
      let at = 0;
      let wrong = 0;
      for await (const piece of (await store.get("outputs/u1/large.bin"))?.content ?? pieces()) {
        for (let i = 0; i < piece.length; i += 4096)
          if (piece[i] !== (Math.floor((at + i) / (mebibyte / 4)) & 0xff)) wrong += 1;
        if (at < megabytes * mebibyte * 0.75 && at + piece.length >= megabytes * mebibyte * 0.75)
          held.push((await used()) - before);
        at += piece.length;
      }
      expect({ at, wrong }).toEqual({ at: megabytes * mebibyte, wrong: 0 });
      expect(held).toHaveLength(2);
      if (memory) expect(Math.max(...held)).toBeLessThan(memory.most);
    });

    it("closes what it reads from when nobody reads on", async () => {
      const found = await store.get("outputs/u1/large.bin");
      for await (const piece of found?.content ?? pieces()) {
        expect(piece.length).toBeGreaterThan(0);
        break;
      }
      await store.delete("outputs/u1/large.bin");
      expect(await store.head("outputs/u1/large.bin")).toBeNull();
    });
  });
}

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Cache } from "../src/backends/cache/cache.ts";

/** What every cache does, wherever it keeps its values. */
export function describeCache(
  name: string,
  open: (now: () => number) => Promise<{ cache: Cache; close: () => Promise<void> }>,
): void {
  describe(`the contract of caches, kept by ${name}`, () => {
    let clock = Date.UTC(2026, 0, 1);
    let cache: Cache;
    let close: () => Promise<void>;
    beforeEach(async () => ({ cache, close } = await open(() => clock)));
    afterEach(() => close());

    it("gives back what was set, and null for the rest", async () => {
      await cache.set("a", "1", null);
      await cache.set("b", "", 1_000);
      expect([await cache.get("a"), await cache.get("b"), await cache.get("c")]).toEqual(["1", "", null]);
    });

    it("keeps keys and values in any script, with any sign in them", async () => {
      for (const text of [
        "羅生門 😀",
        "two\nlines\r\n",
        '"quotes" and \\',
        "\u0001\u2028",
        "x".repeat(300_000),
        "__proto__",
      ]) {
        await cache.set(`key ${text.slice(0, 100)}`, text, null);
        expect(await cache.get(`key ${text.slice(0, 100)}`)).toBe(text);
      }
    });

    it("replaces a value, and its end with it", async () => {
      await cache.set("a", "1", 1_000);
      await cache.set("a", "2", null);
      clock += 5_000;
      expect(await cache.get("a")).toBe("2");
      await cache.set("a", "3", 1_000);
      clock += 1_000;
      expect(await cache.get("a")).toBeNull();
    });

    it("forgets a value at its end and not before", async () => {
      await cache.set("a", "1", 1_000);
      clock += 999;
      expect(await cache.get("a")).toBe("1");
      clock += 1;
      expect(await cache.get("a")).toBeNull();
    });

    it("deletes, also what is not there", async () => {
      await cache.set("a", "1", null);
      await cache.delete("a");
      await cache.delete("a");
      expect(await cache.get("a")).toBeNull();
    });

    it("sweeps what is too old and nothing else", async () => {
      await cache.set("old", "1", 1_000);
      await cache.set("young", "2", 2_000);
      await cache.set("ever", "3", null);
      clock += 1_000;
      expect([await cache.sweep(), await cache.sweep()]).toEqual([1, 0]);
      expect([await cache.get("old"), await cache.get("young"), await cache.get("ever")]).toEqual([null, "2", "3"]);
    });

    it("takes many changes at once, and the last one stands", async () => {
      await Promise.all(Array.from({ length: 100 }, (_, i) => cache.set(`k${i % 10}`, `${i}`, null)));
      const values = await Promise.all(Array.from({ length: 10 }, (_, i) => cache.get(`k${i}`)));
      expect(values).toEqual(["90", "91", "92", "93", "94", "95", "96", "97", "98", "99"]);
    });
  });
}

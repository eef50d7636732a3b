import { describe, expect, it } from "vitest";
import { faultOfReading } from "../scripts/fuzz-reading.ts";
import { fuzzSeeds } from "../scripts/fuzz-seeds.ts";
import { mutateBook } from "../scripts/mutate-book.ts";

const seeds = [...fuzzSeeds()];

describe("mutated books", () => {
  it("are read or refused, 200 of them, without an exception or an offset that leads nowhere", async () => {
    for (let index = 0; index < 200; index++) {
      const [name = "", bytes = new Uint8Array()] = seeds[index % seeds.length] ?? [];
      const seed = `test ${name} ${index}`;
      expect(await faultOfReading(mutateBook(bytes, seed)), seed).toBeNull();
    }
  });

  it("are the same for the same seed, and differ from the book", () => {
    for (const [name, bytes] of seeds) {
      const mutated = mutateBook(bytes, `a ${name}`);
      expect(mutated).toEqual(mutateBook(bytes, `a ${name}`));
      expect(mutated).not.toEqual(bytes);
    }
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBook } from "../book/read-book.ts";
import type { Story } from "./story.ts";
import { understand } from "./understand.ts";

const corpus = new URL("../../../../shared/data/", import.meta.url);

async function storyOf(path: URL): Promise<Story> {
  const book = await readBook(new Uint8Array(readFileSync(path)));
  if (!book.ok) throw new Error(`${path.pathname}: ${book.code}`);
  return understand(book.value);
}

describe.each(["english", "japanese"])("the %s sample", (slug) => {
  const path = new URL(`../../../samples/${slug}.epub`, import.meta.url);

  it("names a speaker for nine quotes of ten, and knows he from she for all who speak", async () => {
    const story = await storyOf(path);
    const lines = story.quotes.filter(({ kind }) => kind === "speech" || kind === "thought");
    const named = lines.filter(({ speaker }) => speaker !== null);
    expect(named.length / lines.length).toBeGreaterThan(0.9);
    const main = story.cast.filter(({ role }) => role === "main");
    expect(main.length).toBeGreaterThanOrEqual(3);
    expect(main.every(({ gender }) => gender !== null)).toBe(true);
  });

  it("places every scene", async () => {
    const story = await storyOf(path);
    expect(story.scenes.length).toBeGreaterThanOrEqual(5);
    expect(story.scenes.every(({ place }) => place !== null)).toBe(true);
  });
});

describe("the places of the samples", () => {
  const kinds = async (slug: string) => {
    const story = await storyOf(new URL(`../../../samples/${slug}.epub`, import.meta.url));
    return story.scenes.map(({ place }) => story.places.find(({ id }) => id === place)?.kind ?? null);
  };

  it("[D4] follow the chase from the church down the street into the kitchen, and out to the lighthouse", async () => {
    expect((await kinds("english")).join(" ")).toMatch(/church street kitchen room harbour (?:tower|room) shore field/);
  });

  it("[D4] go from the gate tower to the rock in the river and back", async () => {
    expect((await kinds("japanese")).join(" ")).toContain("river loft river loft river field");
  });
});

describe.skipIf(!existsSync(corpus))("books of the corpus", () => {
  it("puts Alice first, a rabbit among the animals, and nobody who is no one", async () => {
    const { cast } = await storyOf(new URL("epub/epubjs-alice.epub", corpus));
    expect(cast[0]).toMatchObject({ name: "Alice", gender: "female", role: "main" });
    expect(cast.find(({ name }) => name === "the White Rabbit")?.looks.species?.value).toBe("rabbit");
    expect(cast.filter(({ name }) => /gutenberg|chapter|london|^oh$/i.test(name))).toEqual([]);
  });

  it("[D4] follows Alice from the bank down the hole into the hall, the pool, the wood, the kitchen, the garden and the court", async () => {
    const { scenes, places } = await storyOf(new URL("epub/epubjs-alice.epub", corpus));
    const seen = scenes.map(({ place }) => places.find(({ id }) => id === place)?.kind ?? "none").join(" ");
    expect(seen).toMatch(/^river field underground hall hall river shore .*forest .*kitchen .*garden .*courtroom/);
  });

  it("finds the servant and the old woman of Rashomon at the gate at dusk in the rain", async () => {
    const { cast, scenes, places } = await storyOf(new URL("aozora/akutagawa_rashomon.txt", corpus));
    expect(cast.map(({ name, gender }) => [name, gender])).toEqual([
      ["下人", "male"],
      ["老婆", "female"],
    ]);
    expect(scenes[0]).toMatchObject({ time: "dusk", weather: "rain" });
    expect(places.find(({ id }) => id === scenes[0]?.place)?.name).toBe("羅生門");
  });
});

describe.skipIf(!existsSync(corpus))("speakers on gold data", () => {
  interface Gold {
    characters: { name: string; aliases: string[] }[];
    quotes: { spans: [number, number][]; speaker: string }[];
  }
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replaceAll("_", " ")
      .replaceAll(/\bthe\b|[^\p{L} ]/gu, "")
      .trim();

  /** For each gold quote of Emma: whether the speaker is right, and how sure the story is. The names are given. */
  async function judged(): Promise<{ right: boolean; named: boolean; confidence: number }[]> {
    const folder = new URL("quotes/gold/quoteli3/", corpus);
    const gold: Gold = JSON.parse(readFileSync(new URL("quoteli3-emma.json", folder), "utf8"));
    const book = await readBook(new Uint8Array(readFileSync(new URL("quoteli3-emma.txt", folder))));
    if (!book.ok) throw new Error(book.code);
    const roster = gold.characters.map(({ name, aliases }) => ({ name: name.replaceAll("_", " "), aliases }));
    const { cast, quotes } = understand(book.value, { roster });
    const names = new Map(cast.map(({ id, name }) => [id, plain(name)]));
    return gold.quotes.map(({ spans, speaker }) => {
      const [start, end] = spans[0] ?? [0, 0];
      const found = quotes.find((quote) => quote.start < end && quote.end > start);
      const named = found?.speaker === undefined || found.speaker === null ? null : names.get(found.speaker);
      return { right: named === plain(speaker), named: named !== null, confidence: found?.confidence ?? 0 };
    });
  }

  it("are right for eight of ten, and about as often right as their confidence says", async () => {
    const lines = await judged();
    const share = (some: typeof lines) => some.filter(({ right }) => right).length / some.length;
    expect(share(lines)).toBeGreaterThan(0.8);
    for (const least of [0.4, 0.55, 0.7]) {
      const bin = lines.filter(({ named, confidence }) => named && confidence >= least && confidence < least + 0.15);
      // Confidence is counted on novels that the weights have not seen; they have seen this one, and it may only be righter than that.
      const better = share(bin) - (least + 0.075);
      expect(better).toBeGreaterThan(-0.1);
      expect(better).toBeLessThan(0.3);
    }
  });
});

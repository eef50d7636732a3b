import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBook } from "../book/read-book.ts";
import { understand } from "../story/understand.ts";
import { unwrap } from "../text/result.ts";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { wordsOf } from "./lettered-text.ts";
import { paceFor } from "./pace.ts";
import type { Script } from "./script.ts";
import { writeScript } from "./write-script.ts";

const paces = ["comic", "full", "digest", 0, 2.5] as const;

/** Paragraphs that books really hold, and some that none should. */
const paragraph = fc.oneof(
  fc.constantFrom(
    "Tom ran to the door. “Who is there?” he asked.",
    "“Nobody,” said Ada, “but the cat; and the cat has lost the key.",
    "He said \"stop, and then “go” and 'come and nobody knew which.",
    "🐈 🐈‍⬛ ran away 🎉!!! “🎉” said Tom.",
    "* * *",
    "word",
    "「待て」と太郎は言った。「戸が、開いている」",
    "雨が降って、門の下で待ち、走り出したが、何も見えなかった。「あ",
  ),
  fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.replace(/\n/g, " ")),
  fc.constant("The wind rose, and the sea came over the wall, and ".repeat(190)),
);

const text = fc
  .array(fc.oneof(paragraph, fc.constantFrom("Chapter One", "CHAPTER II", "")), { minLength: 1, maxLength: 14 })
  .map((all) => `Once Tom came home.\n\n${all.join("\n\n")}\n`);

const beatsOf = (script: Script) => script.episodes.flatMap(({ beats }) => beats);

describe("fates", () => {
  it("[T1] add up to the whole of books with broken quotes, emoji, empty chapters and endless paragraphs, at every pace", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(...paces), async (source, pace) => {
        const book = unwrap(await readBook(new TextEncoder().encode(source)));
        const script = writeScript(book, understand(book), { pace, seed: 1 });
        const body = book.chapters.filter(({ matter }) => matter === "body");
        let at = body[0]?.start ?? 0;
        for (const { start, end } of script.fates) {
          expect(start).toBe(at);
          at = end;
        }
        expect(at).toBe(body.at(-1)?.end ?? 0);
        const ids = new Set(beatsOf(script).map(({ id }) => id));
        for (const { beat } of script.fates) if (beat !== null) expect(ids).toContain(beat);
      }),
      { numRuns: 24, seed: 11 },
    );
  }, 60_000);
});

const talk = bookOf([
  {
    title: "The Quarrel",
    paragraphs: Array.from({ length: 30 }, (_, i) =>
      i % 3 === 0
        ? "Tom walked up and down before the fire, and the rain beat upon the shutters as if it wanted to come in."
        : `“You never told me that the ship was lost, nor that ${i} men were in her; I heard it in the street, from a boy who sold matches.” said Marta.`,
    ),
  },
]);
const story = storyOf(talk, ["n1", "n2"]);
const written = (pace: (typeof paces)[number]) => writeScript(talk, story, { pace, seed: 1 });
const lettered = (script: Script): number =>
  beatsOf(script)
    .flatMap(({ texts }) => texts)
    .reduce((sum, { runs }) => sum + paceFor("en").size(wordsOf(runs)), 0);

describe("the pace", () => {
  it("[T4] `full` shows every spoken word", () => {
    const shown = written("full").fates.filter(({ fate }) => fate === "shown");
    for (const { start, end } of story.quotes) {
      const missing = [...talk.text.slice(start, end).matchAll(/\p{L}/gu)].filter(
        ({ index }) => !shown.some((fate) => fate.start <= start + index && start + index < fate.end),
      );
      expect(missing, talk.text.slice(start, end)).toEqual([]);
    }
  });

  it("[T4] `digest` tells in about a tenth of the words, less than `comic`, less than `full`", () => {
    const source = paceFor("en").size(talk.text);
    expect(lettered(written("digest")) / source).toBeLessThan(0.17);
    expect(lettered(written("comic")) / source).toBeLessThan(0.6);
    expect(lettered(written("full"))).toBeGreaterThan(lettered(written("comic")));
    expect(beatsOf(written("digest")).length).toBeLessThan(beatsOf(written("comic")).length / 2);
  });
});

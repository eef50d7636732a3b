import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readBook } from "../book/read-book.ts";
import { understand } from "../story/understand.ts";
import { unwrap } from "../text/result.ts";
import { soundEnd, withoutSigh } from "./cut-ends.ts";
import { wordsOf } from "./lettered-text.ts";
import { writeScript } from "./write-script.ts";

/** What is left of a sentence that was cut at the mark `|`. */
function left(sentence: string): string | null {
  const end = sentence.indexOf("|");
  const text = sentence.replace("|", "");
  const piece = soundEnd(text, { start: 0, end, ending: "stop" }, text.length, 3);
  return piece && text.slice(piece.start, piece.end);
}

it("[T4] a caption does not end with the word that opens what was dropped", () => {
  expect(left("He returned to the shop, and|, having thumped, he spoke.")).toBe("He returned to the shop");
  expect(left("It grew until it was a line, and then|, without warning, it went.")).toBe("It grew until it was a line");
  expect(left("She tasted it|, and it was good.")).toBe("She tasted it");
});

it("[T4] a caption ends neither between two adjectives nor before the object of its verb", () => {
  expect(left("I went down, holding my breath to keep out the vile|, stupefying fumes of it.")).toBe("I went down");
  expect(left("He had a hat, while he wore across his face|, reaching to the chin, a mask.")).toBe("He had a hat");
  expect(left("He took the hat|, smiling at me.")).toBe("He took the hat");
});

it("[T4] a caption does not end with a clause that has only its subject", () => {
  expect(left("The crews raced for the beach, but the boat I was in|, having a start, shot ahead.")).toBe(
    "The crews raced for the beach",
  );
  expect(left("The bureau was open, and that the small casket in which|, as it turned out, she kept it.")).toBe(
    "The bureau was open",
  );
  expect(left("We had to take in the sails, whilst the men|, wet through, lay below.")).toBe(
    "We had to take in the sails",
  );
  expect(left("He kept the traces clear; and ere the day was done|, he had mastered it.")).toBe(
    "He kept the traces clear",
  );
  expect(left("He had much to say and would perhaps|, had he dared, have said it.")).toBe("He had much to say");
});

it("[T4] a word that belongs to the clause before a hard mark stays", () => {
  expect(left("There was nothing remarkable in that|; besides, she knew it.")).toBe(
    "There was nothing remarkable in that",
  );
});

it("[T4] no text of a tale breaks off after a word that only opens what was dropped", async () => {
  const opens =
    /(?:^|\s)(?:the|an?|and|or|but|nor|of|than|which|whose|whilst|although|unless|my|their|would|could|should|perhaps)[.…]*$/iu;
  for (const name of ["the-third-oven", "the-borrowed-boat"]) {
    const tale = new URL(`../../../test/stories/${name}.txt`, import.meta.url);
    const book = unwrap(await readBook(new Uint8Array(readFileSync(tale))));
    const { episodes } = writeScript(book, understand(book), { pace: "comic", seed: 1 });
    const texts = episodes.flatMap(({ beats }) => beats.flatMap((beat) => beat.texts));
    const cut = texts.filter(
      ({ end }) => /^[ ,;:—]/u.test(book.text.slice(end)) && !/[.!?”]$/u.test(book.text.slice(0, end)),
    );
    for (const { runs } of cut) expect(wordsOf(runs)).not.toMatch(opens);
  }
});

it("[T4] a caption of which nothing stands is none", () => expect(left("And then|, at last, he came.")).toBeNull());

it("[T4] a caption does not end with a sigh that only the next sentence explains", () => {
  expect(withoutSigh("She went at once; but, alas for poor Alice!")).toBe("She went at once");
  expect(withoutSigh("She went; but the door was shut.")).toBe("She went; but the door was shut.");
});

it("[T4] a caption ends neither with what joined the dropped clause to it nor with a subject that is only begun", () => {
  expect(left("I drew her to me, and she blushed red, and|--then the Cardinal slipped in.")).toBe(
    "I drew her to me, and she blushed red",
  );
  expect(left("There were many, especially among the young men, who saw|, or fancied that they saw, a type.")).toBe(
    "There were many, especially among the young men",
  );
  expect(left("He saw him coming, and, as Buck struck him like a ram|, he reached up.")).toBe("He saw him coming");
});

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readBook } from "../book/read-book.ts";
import { understand } from "../story/understand.ts";
import { unwrap } from "../text/result.ts";
import { wordsOf } from "./lettered-text.ts";
import { turnOfPlot } from "./plot-words.ts";
import { writeScript } from "./write-script.ts";

it("takes a body in the water for a death, in both languages", () => {
  expect(turnOfPlot("次の朝、川で見つかった", "ja")).toBeGreaterThan(turnOfPlot("次の朝、店で見つかった", "ja"));
  expect(turnOfPlot("He was found in the river.", "en")).toBeGreaterThan(turnOfPlot("He was found in the shop.", "en"));
});

it("[T4] cuts no death out of a speech", async () => {
  const tale = new URL("../../../test/stories/kari-gasa.txt", import.meta.url);
  const book = unwrap(await readBook(new Uint8Array(readFileSync(tale))));
  const { episodes } = writeScript(book, understand(book), { pace: "comic", seed: 1 });
  const lettered = episodes.flatMap(({ beats }) =>
    beats.flatMap(({ texts }) => texts.map(({ runs }) => wordsOf(runs))),
  );
  expect(lettered.some((words) => words.includes("川で見つかった"))).toBe(true);
});

it("[T4] letters who is what, the riddle that returns and what became of the villain, and shows who strikes whom", async () => {
  const tale = new URL("../../../test/stories/the-silent-note.txt", import.meta.url);
  const book = unwrap(await readBook(new Uint8Array(readFileSync(tale))));
  const story = understand(book);
  const { episodes } = writeScript(book, story, { pace: "comic", seed: 1 });
  const lettered = episodes
    .flatMap(({ beats }) => beats.flatMap(({ texts }) => texts.map(({ runs }) => wordsOf(runs))))
    .join(" ");
  for (const words of [
    "she was blind",
    "listen for what is missing",
    "coal cellar",
    "the lamp",
    "county jail",
    "nothing was missing",
  ])
    expect(lettered).toContain(words);
  const figures = episodes.flatMap(({ beats }) => beats.flatMap((beat) => beat.figures));
  const striker = figures.find(({ pose }) => pose === "strike")?.person;
  expect(story.cast.find(({ id }) => id === striker)?.name).toBe("Mr. Crake");
});

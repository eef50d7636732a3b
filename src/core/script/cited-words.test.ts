import { expect, it } from "vitest";
import { isCited, isLetter } from "./cited-words.ts";
import { paceFor } from "./pace.ts";

const quoted = (text: string) => isLetter(text, { start: text.indexOf("「"), end: text.length });

it("[L6] what is announced as a letter is one, and nobody says it", () => {
  expect(quoted("長いのを書いてやった。その文句はこうである。「きのう着いた。」")).toBe(true);
  expect(quoted("手紙には左の通り書いてあった。「帰る。」")).toBe(true);
  expect(quoted("おれはこう云った。「帰る。」")).toBe(false);
});

it("[L6] what is told to be read aloud is a letter in English too", () => {
  const read = (text: string) => isLetter(text, { start: text.indexOf("“"), end: text.length });
  expect(read("She read it aloud. “I leave all to my wife.”")).toBe(true);
  expect(read("The note ran: “Come at once.”")).toBe(true);
  expect(read("She ran out. “Come at once.”")).toBe(false);
});

it("[L6] words of another that a sentence needs in its middle are nobody's speech", () => {
  const cited = (text: string) => {
    const quote = { start: text.indexOf("“"), end: text.indexOf("”") + 1 };
    return isCited(text, quote, paceFor("en", "comic"));
  };
  expect(cited("He sought to “make themselves perfect by the worship of beauty.” Like Gautier he did.")).toBe(true);
  expect(cited("It was the sound of a solid British “Damn!” Then it was still.")).toBe(true);
  expect(cited("He turned and said “make haste, or we shall be late for the train.” They ran.")).toBe(false);
});

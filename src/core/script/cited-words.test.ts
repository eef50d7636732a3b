import { expect, it } from "vitest";
import { isLetter } from "./cited-words.ts";

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

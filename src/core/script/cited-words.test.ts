import { expect, it } from "vitest";
import { isLetter } from "./cited-words.ts";

const quoted = (text: string) => isLetter(text, { start: text.indexOf("「"), end: text.length });

it("[L6] what is announced as a letter is one, and nobody says it", () => {
  expect(quoted("長いのを書いてやった。その文句はこうである。「きのう着いた。」")).toBe(true);
  expect(quoted("手紙には左の通り書いてあった。「帰る。」")).toBe(true);
  expect(quoted("おれはこう云った。「帰る。」")).toBe(false);
});

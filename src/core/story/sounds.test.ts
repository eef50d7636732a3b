import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

/** Sounds that are drawn for a paragraph (L8). */
const heard = (paragraph: string, language = "en") =>
  understand(bookOf([paragraph], language)).sounds.map(({ text }) => text);

it("[L8] a sound that is here is drawn", () => {
  expect(heard("The door slammed with a terrible crash, and Anna ran.")).toContain("CRASH");
  expect(heard("兵十は、ドンとうちました。", "ja")).toEqual(["ドン"]);
});

it("[L8] a sound from far away, and a mere clock's, is not", () => {
  expect(heard("Far away we heard the deep tones of the parish bell, which boomed out every quarter.")).toEqual([]);
  expect(heard("The clock boomed in the hall, and Anna waited.")).toEqual([]);
  expect(heard("A distant crash was all that Anna heard.")).toEqual([]);
  expect(heard("遠くで、ドンと花火の音がしました。", "ja")).toEqual([]);
});

import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { runsOf, wordsOf } from "./lettered-text.ts";

it("[L2] gives a piece that was cut one stop, and none after a mark of its own", () => {
  const lettered = (said: string) => {
    const book = bookOf([said]);
    const start = book.text.indexOf(said);
    return wordsOf(runsOf(book, [{ start, end: start + said.length, ending: "stop" }], false));
  };
  expect(lettered("They are English!—")).toBe("They are English!");
  expect(lettered("They are English,")).toBe("They are English.");
});

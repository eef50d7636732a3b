import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { passageless } from "./skipped-blocks.ts";

it("[T1] names why a block is not told: hidden words, tables, captions and notes; a paragraph is", () => {
  const book = bookOf(["One.", "Two."]);
  const [first, second] = book.blocks;
  if (!first || !second) throw new Error("two blocks");
  const noted = { ...book, notes: [{ id: "n1", at: 0, start: second.start, end: second.end }] };
  expect(passageless(book, { ...first, kind: "hidden" })).toBe("hidden");
  expect(passageless(book, { ...first, kind: "table" })).toBe("table");
  expect(passageless(book, { ...first, kind: "caption" })).toBe("caption");
  expect(passageless(noted, second)).toBe("footnote");
  expect(passageless(noted, first)).toBeNull();
});

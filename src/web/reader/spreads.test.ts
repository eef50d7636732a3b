import { describe, expect, it } from "vitest";
import type { ReaderPage } from "../../core/print/reader-data.ts";
import { spreadAt, spreadsOf } from "./spreads.ts";

/** A cover and pages whose sides are given by their first letters. */
function pages(sides: string): ReaderPage[] {
  const page = (side: string, number: number): ReaderPage => ({
    number,
    picture: "",
    width: 1240,
    height: 1754,
    side: side === "l" ? "left" : "right",
    panels: [],
  });
  return sides.split("").map(page);
}

describe("openings", () => {
  it("[F0] lay the cover and the first right-hand page alone, then left and right together", () => {
    expect(spreadsOf(pages("rrlrlr"), "ltr")).toEqual([[0], [1], [2, 3], [4, 5]]);
  });

  it("[F0] begin on the left where the book is read from right to left", () => {
    expect(spreadsOf(pages("llrlrl"), "rtl")).toEqual([[0], [1], [2, 3], [4, 5]]);
  });

  it("[F0] never pair the cover with a page, whatever its side", () => {
    expect(spreadsOf(pages("lrlr"), "ltr")).toEqual([[0], [1], [2, 3]]);
  });

  it("[F0] leave a last page without a partner alone", () => {
    expect(spreadsOf(pages("rrl"), "ltr")).toEqual([[0], [1], [2]]);
  });

  it("[F0] are found by either of their pages", () => {
    const spreads = spreadsOf(pages("rrlrlr"), "ltr");
    expect([2, 3].map((index) => spreadAt(spreads, index))).toEqual([2, 2]);
  });
});

import { describe, expect, it } from "vitest";
import { type ComicPage, type Direction, openingAt, sidesOf, spreadsOf } from "./openings.ts";

const page = (number: number, role: ComicPage["role"] = "story"): ComicPage => ({
  number,
  role,
  episode: null,
  width: 1240,
  height: 1750,
  isDrawn: true,
});
const comic = [page(0, "cover"), page(6, "title"), page(1), page(2), page(3), page(4), page(5), page(7, "credits")];
const numbers = (direction: Direction, pages = comic): number[][] =>
  spreadsOf(pages, direction).map((opening) => opening.map(({ number }) => number));

describe("openings", () => {
  it("leave the cover alone and put the title before the first page", () => {
    expect(numbers("ltr")).toEqual([[0], [6, 1], [2, 3], [4, 5], [7]]);
    expect(numbers("rtl")).toEqual([[0], [6, 1], [2, 3], [4, 5], [7]]);
  });

  it("put page 1 on the right of a left-to-right book and on the left of a right-to-left one", () => {
    expect(sidesOf(comic, "ltr").slice(1, 3)).toEqual(["left", "right"]);
    expect(sidesOf(comic, "rtl").slice(1, 3)).toEqual(["right", "left"]);
  });

  it("pair no pages between which one is still missing", () => {
    expect(numbers("ltr", [page(0, "cover"), page(1), page(2), page(4), page(5)])).toEqual([[0], [1], [2], [4, 5]]);
  });

  it("are found by a page, or by the one before it where it is not there yet", () => {
    const spreads = spreadsOf(comic, "ltr");
    expect(openingAt(spreads, 3)).toBe(2);
    expect(openingAt(spreads, 7)).toBe(4);
    expect(openingAt(spreads, 99)).toBe(3);
    expect(openingAt(spreadsOf([page(0, "cover"), page(1)], "ltr"), 12)).toBe(1);
  });
});

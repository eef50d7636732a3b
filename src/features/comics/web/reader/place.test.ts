import { describe, expect, it } from "vitest";
import { type ComicPage, singlesOf } from "./openings.ts";
import { lastPanel, panelOn, percentAt, placeAt, stepped, turned } from "./place.ts";

const pages: ComicPage[] = [0, 1, 2].map((number) => ({
  number,
  role: number === 0 ? "cover" : "story",
  episode: null,
  width: 1240,
  height: 1750,
  isDrawn: true,
}));

describe("where one reads", () => {
  it("turns page by page, stays at the cover, and comes back from the end to the last page", () => {
    const openings = singlesOf(pages);
    expect(turned(openings, placeAt(0), -1)).toEqual(placeAt(0));
    expect(turned(openings, placeAt(0), 1)).toEqual(placeAt(1));
    const end = turned(openings, placeAt(2), 1);
    expect(end).toEqual({ page: 2, panel: null, isAtEnd: true });
    expect(turned(openings, end, 1)).toBe(end);
    expect(turned(openings, end, -1)).toEqual(placeAt(2));
  });

  it("steps through the panels of a page and then into the next", () => {
    expect(stepped(pages, placeAt(1, 0), 1, 3)).toEqual(placeAt(1, 1));
    expect(stepped(pages, placeAt(1, 2), 1, 3)).toEqual(placeAt(2, 0));
    expect(stepped(pages, placeAt(2, 0), -1, 4)).toEqual(placeAt(1, lastPanel));
    expect(panelOn(placeAt(1, lastPanel), 3)).toBe(2);
    expect(stepped(pages, placeAt(2, 3), 1, 4).isAtEnd).toBe(true);
  });

  it("passes a page without panels in one step", () => {
    expect(stepped(pages, placeAt(0, 0), 1, 0)).toEqual(placeAt(1, 0));
    expect(stepped(pages, placeAt(1, 0), -1, 0)).toEqual(placeAt(0, lastPanel));
  });

  it("is told as a share of all pages, of those too that are still to come", () => {
    expect(percentAt(pages, 2, 0)).toBe(100);
    expect(percentAt(pages, 2, 12)).toBe(25);
  });
});

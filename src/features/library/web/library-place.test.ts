import { describe, expect, it } from "vitest";
import { isFiltered, libraryPlace } from "./library-place.ts";

describe("the place in the library that an address names", () => {
  it("leaves out what is usual, empty or unknown", () => {
    expect(libraryPlace({ sort: "added", shelf: "all", q: "", view: "covers", tag: 4, other: "x" })).toEqual({
      tag: "4",
    });
    expect(libraryPlace({ sort: "upwards", shelf: "attic", series: ["a"] })).toEqual({});
  });

  it("keeps what was asked for", () => {
    const place = { q: "lantern", sort: "title", shelf: "trash", series: "Harbour", language: "ja", view: "list" };
    expect(libraryPlace(place)).toEqual(place);
  });

  it("knows whether books are hidden by more than the shelf", () => {
    expect(isFiltered({ shelf: "trash", sort: "title", view: "list" })).toBe(false);
    expect(isFiltered({ language: "ja" })).toBe(true);
  });
});

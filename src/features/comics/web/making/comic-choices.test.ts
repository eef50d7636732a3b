import { describe, expect, it } from "vitest";
import { comicSettings } from "../../schema.ts";
import { pagesTyped, usualChoices, withFirstChapter, withFormat, withLastChapter } from "./comic-choices.ts";

describe("the choices for a new comic", () => {
  it("begin as the server takes them where nothing is said", () => {
    expect(usualChoices).toEqual(comicSettings.parse({}));
  });

  it("never have a last chapter before the first one", () => {
    const some = { ...usualChoices, chapters: { from: 2, to: 4 } };
    expect(withFirstChapter(some, 6).chapters).toEqual({ from: 6, to: 6 });
    expect(withFirstChapter(some, 3).chapters).toEqual({ from: 3, to: 4 });
    expect(withLastChapter(some, 1).chapters).toEqual({ from: 1, to: 1 });
    expect(withLastChapter(some, 9).chapters).toEqual({ from: 2, to: 9 });
  });

  it("keep one format at least, in one order", () => {
    expect(withFormat(usualChoices, "cbz", false).formats).toEqual(["cbz"]);
    const two = withFormat(withFormat(usualChoices, "pdf", true), "epub", true);
    expect(two.formats).toEqual(["cbz", "epub", "pdf"]);
    expect(withFormat(two, "cbz", false).formats).toEqual(["epub", "pdf"]);
  });

  it("take a typed number of pages into what is possible", () => {
    expect([pagesTyped(0), pagesTyped("12"), pagesTyped(9_999), pagesTyped("")]).toEqual([1, 12, 5_000, null]);
  });
});

import { describe, expect, it } from "vitest";
import type { ComicView } from "../../schema.ts";
import { usualChoices } from "./comic-choices.ts";
import { pageName, withDrawnPage } from "./contact-pages.ts";
import { en } from "./en.ts";

const page = { role: "story", episode: 1, width: 1240, height: 1751, isDrawn: false } as const;
const comic: ComicView = {
  id: "01990c3e-5a1b-7cc2-9e5f-3b1d2f4a6c70",
  bookId: "01990c3e-5a1b-7cc2-9e5f-3b1d2f4a6c71",
  title: "A tale",
  language: "en",
  direction: "ltr",
  isFinished: false,
  settings: usualChoices,
  pages: [
    { ...page, number: 0, role: "cover", isDrawn: true },
    { ...page, number: 1 },
    { ...page, number: 2 },
  ],
  episodes: [],
};

describe("the contact sheet of a growing comic", () => {
  it("shows a page as soon as it is drawn, and leaves the others", () => {
    const grown = withDrawnPage(comic, 2);
    expect(grown?.pages.map(({ isDrawn }) => isDrawn)).toEqual([true, false, true]);
  });

  it("stays the same for a page that is told twice", () => {
    expect(withDrawnPage(comic, 0)).toBe(comic);
  });

  it("says so where a page is not laid out yet", () => {
    expect(withDrawnPage(comic, 9)).toBeNull();
  });

  it("names the pages around the story by what they are", () => {
    expect(comic.pages.map((each) => pageName(each, en))).toEqual(["Cover", "Page 1", "Page 2"]);
  });
});

import { describe, expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { boundsOf } from "../geometry/geometry.ts";
import { openFonts } from "../lettering/fonts.ts";
import { balancedLines, coverPage } from "./cover.ts";
import { pageSizeOf } from "./page.ts";

/** A book with an author and two people who talk. */
const book = {
  ...bookOf([
    {
      title: "One",
      paragraphs: ["Marta went to the harbour.", "“Good evening,” said Marta.", "“You are late,” said Tom."],
    },
  ]),
  creators: [{ name: "Ada Vale", role: "aut" }],
};

describe("balancedLines", () => {
  it("parts a title into lines of about equal length", () => {
    expect(balancedLines("THE LATE CAPTAIN FARROW", 15)).toEqual(["THE LATE", "CAPTAIN FARROW"]);
    expect(balancedLines("EMMA", 15)).toEqual(["EMMA"]);
  });

  it("keeps every word, in order, on at most four lines", () => {
    const title = "The Strange and Surprising Adventures of a Very Long Title That Nobody Ever Finished Reading";
    const lines = balancedLines(title, 15);
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(lines.join(" ")).toBe(title);
  });
});

describe("coverPage", () => {
  it.each([
    ["b5", { width: 182, height: 257 }],
    ["a square", { width: 200, height: 200 }],
    ["a long strip", { width: 100, height: 180 }],
  ])("[P2] keeps title, author and people on paper of %s, over a picture that fills its bleed", async (_, trim) => {
    const size = pageSizeOf({ trim, bleed: 3 });
    const fonts = openFonts(await readVendoredFonts());
    const told = {
      size,
      title: "The Late Captain",
      book,
      story: storyOf(book, ["n1", "n2"]),
      direction: "ltr",
    } as const;
    const [panel] = coverPage(told, fonts, 1).panels;
    if (!panel) throw new Error("no panel");
    const { x, y, width, height } = boundsOf(panel.outline);
    expect(Math.min(-x, -y, x + width - size.width, y + height - size.height)).toBeGreaterThan(size.bleed);
    const letters = panel.sounds.map(({ box }) => box);
    for (const box of letters) expect(box.y + box.height).toBeLessThan(size.height / 2);
    expect(panel.figures.length).toBeGreaterThan(0);
    for (const { head } of panel.figures) {
      expect(head.y + head.size / 2).toBeLessThan(0.8 * size.height);
      expect(head.x - head.size / 2).toBeGreaterThan(0);
    }
    for (const { centre, radiusY } of panel.balloons) expect(centre.y + radiusY).toBeLessThan(size.height - 34);
  });
});

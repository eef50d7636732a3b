import { expect, it } from "vitest";
import { makeEpub } from "../../../test/epub-fixture.ts";
import { unwrap } from "../text/result.ts";
import { readBook } from "./read-book.ts";
import { strayTabsOf } from "./stray-tabs.ts";

const places = (page: string): string =>
  strayTabsOf(page)(page).reduceRight((text, at) => `${text.slice(0, at)}·${text.slice(at + 1)}`, page);

it("finds the tabs that cut words, when most of the words stand whole elsewhere", () => {
  const page = "<p>The garden of roses and a window.</p><p>In the gar\tden a win\tdow, ro\tses and\ta\n\tlamp.</p>";
  expect(places(page)).toContain("In the gar·den a win·dow, ro·ses and\ta\n\tlamp");
});

it("leaves tabs alone that part words", () => {
  const table = "<p>Name\tAge\tTown</p><p>Anna\tnine\tUlm</p><p>Bert\tten\tBonn</p><p>Cora\ttwo\tTrier</p>";
  expect(places(table)).toBe(table);
});

it("finds what a tab cuts before an apostrophe or a hyphen on such a page", () => {
  const page = "<p>The garden, a window, roses.</p><p>gar\tden win\tdow ro\tses, don\t't, jack\t-box</p>";
  expect(places(page)).toContain("gar·den win·dow ro·ses, don·'t, jack·-box");
});

it("[T2] keeps such a tab in the text, with a mark on it", async () => {
  const page = "<p>The garden, a window, roses.</p><p>A  gar\tden, win\tdow,\tro\tses.</p>";
  const { text, marks } = unwrap(await readBook(makeEpub({ pages: { "one.xhtml": page } })));
  expect(text).toBe("The garden, a window, roses.\n\nA gar\tden, win\tdow, ro\tses.");
  expect(marks.map(({ kind, start, end }) => [kind, text.slice(start - 1, end + 1)])).toEqual([
    ["stray", "r\td"],
    ["stray", "n\td"],
    ["stray", "o\ts"],
  ]);
});

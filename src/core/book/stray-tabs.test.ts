import { expect, it } from "vitest";
import { withoutStrayTabs } from "./stray-tabs.ts";

it("joins words that stray tabs cut, when most of them stand whole elsewhere", () => {
  const page = "<p>The garden of roses and a window.</p><p>In the gar\tden a win\tdow, ro\tses and\ta\n\tlamp.</p>";
  expect(withoutStrayTabs(page)).toContain("In the garden a window, roses and\ta\n\tlamp");
});

it("keeps tabs that part words", () => {
  const table = "<p>Name\tAge\tTown</p><p>Anna\tnine\tUlm</p><p>Bert\tten\tBonn</p><p>Cora\ttwo\tTrier</p>";
  expect(withoutStrayTabs(table)).toBe(table);
});

it("joins what a tab cuts before an apostrophe or a hyphen on such a page", () => {
  const page = "<p>The garden, a window, roses.</p><p>gar\tden win\tdow ro\tses, don\t't, jack\t-box</p>";
  expect(withoutStrayTabs(page)).toContain("garden window roses, don't, jack-box");
});

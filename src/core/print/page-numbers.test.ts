import { beforeAll, expect, it } from "vitest";
import { balloonOf, pageOf, panelOf } from "../../../test/small-comic.ts";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { pathBounds } from "../geometry/path-bounds.ts";
import { type Fonts, openFonts } from "../lettering/fonts.ts";
import { liveArea } from "../page/page-frame.ts";
import type { Page } from "../page/page.ts";
import { pageNumberPath } from "./page-numbers.ts";

let fonts: Fonts;
beforeAll(async () => void (fonts = openFonts(await readVendoredFonts())));

/** A page whose panel fills the live area. */
function framed(number: number): Page {
  const page = pageOf(number, []);
  const { x, y, width, height } = liveArea(page.side, page);
  const outline = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return { ...page, panels: [{ ...panelOf([]), outline }] };
}

it("[P2] the number stands in the foot margin, on the outer side", () => {
  for (const number of [1, 2, 128]) {
    const page = framed(number);
    const box = pathBounds(pageNumberPath(page, fonts));
    if (!box) throw new Error(`no number on page ${number}`);
    const live = liveArea(page.side, page);
    expect(box.y).toBeGreaterThan(live.y + live.height);
    expect(box.y + box.height).toBeLessThan(page.height - 20);
    if (page.side === "right") expect(box.x).toBeGreaterThan(page.width * 0.85);
    else expect(box.x + box.width).toBeLessThan(page.width * 0.15);
  }
});

it("[P2] a page whose picture or words reach there has none", () => {
  expect(pageNumberPath(pageOf(1, [panelOf([])]), fonts)).toBe("");
  const low = { ...balloonOf("t1", "speech", null, "Here."), centre: { x: 1150, y: 1700 } };
  const page = framed(1);
  expect(pageNumberPath({ ...page, panels: page.panels.map((panel) => ({ ...panel, balloons: [low] })) }, fonts)).toBe(
    "",
  );
});

it("cover, title page and credits have none", () => {
  expect(pageNumberPath(framed(0), fonts)).toBe("");
  expect(pageNumberPath({ ...framed(9), role: "title" }, fonts)).toBe("");
});

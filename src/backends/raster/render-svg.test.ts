import { Resvg } from "@resvg/resvg-js";
import { expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import { personNamed } from "../../../test/people.ts";
import { inkArtist } from "../../core/art/ink-artist.ts";
import { flatSheets } from "../../core/art/palette-people.ts";
import type { Pixels } from "../../core/image/grey-png.ts";
import { decodePng, encodePng } from "../../core/image/picture-png.ts";
import { openFonts } from "../../core/lettering/fonts.ts";
import { layOutEpisode } from "../../core/page/lay-out-episode.ts";
import { pageSize } from "../../core/page/page.ts";
import { pageSvg } from "../../core/print/page-svg.ts";
import { portraitSvg } from "../../core/print/portrait.ts";
import { readVendoredFonts } from "../fonts/vendored.ts";
import { renderSvg } from "./render-svg.ts";

const fonts = openFonts(await readVendoredFonts());
const named = ["marta", "tom", "captain", "boy"].map((id) => personNamed(id, id, id === "marta" ? "female" : "male"));
const inked = inkArtist.sheets(named, [], 1);

/** The same picture as the general engine draws it. */
function byEngine(svg: string): Pixels {
  const { width, height, pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return decodePng(encodePng({ width, height, data: pixels }));
}

/** The mean difference of two pictures, of 255. */
function difference(one: Pixels, other: Pixels): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let sum = 0;
  for (let i = 0; i < one.data.length; i++) sum += Math.abs((one.data[i] ?? 0) - (other.data[i] ?? 0));
  return sum / one.data.length;
}

/** Edges differ by a grey or two; a part that is missing, or a screen beside its place, is more. */
function expectTheSame(svg: string): void {
  const png = renderSvg(svg);
  if (!png) throw new Error("The picture is left to the engine");
  expect(difference(decodePng(png), byEngine(svg))).toBeLessThan(2.5);
}

it("draws a page in ink as the general engine does", () => {
  const options = {
    fonts,
    direction: "ltr",
    size: pageSize,
    language: "en",
    firstPage: 1,
    seed: 1,
    statures: {},
  } as const;
  const [page] = layOutEpisode(randomEpisode(3, "en", 5), options);
  if (!page) throw new Error("no page");
  expectTheSame(pageSvg(page, { artist: inkArtist, sheets: inked, fonts, seed: 1 }));
});

it("draws a portrait in colours as the general engine does", () => {
  expectTheSame(portraitSvg("marta", { artist: inkArtist, sheets: flatSheets(inked), fonts, seed: 1 }));
});

it("leaves what it does not know to the engine", () => {
  expect(renderSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>a</text></svg>`)).toBeNull();
});

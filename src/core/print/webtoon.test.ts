import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import { bound, greyBindery, pictureOf, smallComic } from "../../../test/small-comic.ts";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { openFonts } from "../lettering/fonts.ts";
import type { PageJson } from "./page-json.ts";
import { bindWebtoon } from "./webtoon.ts";

describe("a webtoon", () => {
  const svgs: { height: number; width: number | undefined; svg: string }[] = [];
  let files: Record<string, Uint8Array> = {};
  let strip: PageJson;

  beforeAll(async () => {
    const fonts = openFonts(await readVendoredFonts());
    const comic = smallComic();
    const episodes = [1, 2].map((seed) => ({ ...randomEpisode(seed, "en", 6), id: `e${seed}` }));
    const toPng = async (svg: string, width?: number): Promise<Uint8Array> => {
      const height = Number(/ height="([\d.]+)"/.exec(svg)?.[1]) * (800 / Number(/ width="([\d.]+)"/.exec(svg)?.[1]));
      svgs.push({ svg, width, height });
      return pictureOf(svgs.length);
    };
    const script = { ...comic.script, episodes };
    files = unzipSync(await bound(bindWebtoon, { ...comic, script }, greyBindery({ fonts, toPng })));
    // The binder wrote it.
    strip = JSON.parse(new TextDecoder().decode(files["strip.json"])) as PageJson;
  });

  it("[F5] is pictures with plain numbers in reading order, and their JSON", () => {
    const pictures = svgs.map((_, i) => `${String(i + 1).padStart(4, "0")}.png`);
    expect(Object.keys(files)).toEqual([...pictures, "strip.json"]);
    expect(strip.pictures.map(({ file }) => file)).toEqual(pictures);
    pictures.forEach((name, i) => expect(files[name]).toEqual(pictureOf(i + 1)));
  });

  it("[F5] has pictures of 800 pixels by at most 1,280, cover and credits too", () => {
    for (const { width, height } of svgs) {
      expect(width).toBe(800);
      expect(height).toBeLessThanOrEqual(1280);
    }
  });

  it("numbers the pictures of all episodes in one row, and prints no number on them", () => {
    const story = strip.pictures.slice(1, -1);
    expect(story.map(({ page, role }) => `${role} ${page}`)).toEqual(story.map((_, i) => `strip ${i + 1}`));
    expect([strip.pictures[0]?.role, strip.pictures.at(-1)?.role]).toEqual(["cover", "credits"]);
  });

  it("[D6] draws the night between the panels", () => {
    expect(svgs.some(({ svg }) => /<rect y="-?\d+" width="640" height="\d+" fill="#000"\/>/.test(svg))).toBe(true);
  });
});

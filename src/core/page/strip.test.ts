import { beforeAll, describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { boundsOf, overlapArea, type Rect } from "../geometry/geometry.ts";
import { type Fonts, openFonts } from "../lettering/fonts.ts";
import { boxAround, meets } from "./balloon-room.ts";
import { type Balloon, faceParts, type Panel } from "./page.ts";
import { layOutStrip, type StripPicture } from "./strip.ts";

/** Episodes in both directions, with what was made of them. */
const cases = [
  { language: "en", direction: "ltr", seed: 1 },
  { language: "en", direction: "ltr", seed: 2 },
  { language: "ja", direction: "rtl", seed: 3 },
] as const;

let fonts: Fonts;
const laid = new Map<number, StripPicture[]>();

function strip({ language, direction, seed }: (typeof cases)[number]): StripPicture[] {
  const episode = randomEpisode(seed, language, 18);
  return layOutStrip(episode, { fonts, language, direction, seed, statures: {}, first: 1 });
}

beforeAll(async () => {
  fonts = openFonts(await readVendoredFonts());
  for (const each of cases) laid.set(each.seed, strip(each));
});

const boxOf = ({ centre, radiusX, radiusY }: Balloon): Rect => boxAround(centre, { x: radiusX, y: radiusY });
const inPixels = (units: number): number => (units * 800) / 640;
const isOnPicture = (box: Rect, height: number): boolean => box.y >= 0 && box.y + box.height <= height;

describe.each(cases)("a strip of $language, seed $seed", (made) => {
  const pictures = (): StripPicture[] => laid.get(made.seed) ?? [];
  const panels = (): Panel[] => pictures().flatMap(({ page }) => page.panels);

  it("[F5] is cut into pictures of at most 800 × 1,280 pixels that follow each other without a gap", () => {
    let end = 0;
    for (const { page, start } of pictures()) {
      expect(start).toBe(end);
      expect(page.width).toBe(640);
      expect(inPixels(page.height)).toBeLessThanOrEqual(1280);
      expect(inPixels(page.height) % 10).toBe(0);
      end = start + page.height;
    }
    expect(pictures().map(({ page }) => page.number)).toEqual(pictures().map((_, i) => i + 1));
  });

  it("[F5] cuts no panel, balloon or sound", () => {
    for (const { page } of pictures())
      for (const { outline, balloons, sounds } of page.panels) {
        const boxes = [boundsOf(outline), ...balloons.map(boxOf), ...sounds.map(({ box }) => box)];
        expect(boxes.filter((box) => !isOnPicture(box, page.height))).toEqual([]);
      }
  });

  it("[T1] shows every text of the script, in its order", () => {
    const { beats } = randomEpisode(made.seed, made.language, 18);
    const wanted = beats.flatMap(({ texts }) => texts.filter(({ kind }) => kind !== "sound").map(({ id }) => id));
    const shown = panels().flatMap(({ balloons }) => balloons.map(({ text }) => text));
    expect(shown.filter((id, i) => id !== shown[i - 1])).toEqual(wanted);
  });

  it("[F5] reads from top to bottom: a panel and its words end before the next begin", () => {
    for (const { page } of pictures()) {
      const extents = page.panels.map(({ outline, balloons }) => {
        const boxes = [boundsOf(outline), ...balloons.map(boxOf)];
        return {
          top: Math.min(...boxes.map(({ y }) => y)),
          end: Math.max(...boxes.map(({ y, height }) => y + height)),
        };
      });
      extents.slice(1).forEach(({ top }, i) => expect(top).toBeGreaterThan(extents[i]?.end ?? 0));
    }
  });

  it("[L7] covers no face and no other balloon, also where words hang out of the picture", () => {
    for (const { figures, balloons } of panels()) {
      const boxes = balloons.map(boxOf);
      const faces = figures.flatMap(({ head }) => faceParts(head));
      expect(boxes.filter((box) => meets(box, faces))).toEqual([]);
      expect(boxes.filter((box, i) => boxes.slice(i + 1).some((other) => overlapArea(box, other) > 0))).toEqual([]);
    }
  });

  it("[F5] has few people near the camera, and type that is read on a phone", () => {
    for (const { figures, shot, balloons } of panels()) {
      if (shot === "medium" || shot === "close") expect(figures.length).toBeLessThanOrEqual(2);
      // A phone is 390 of its own pixels wide; smaller than 11 of them nobody reads on the way.
      for (const { size } of balloons) expect((size * 390) / 640).toBeGreaterThanOrEqual(11);
    }
  });

  it("[P1] gives the peak a screen", () => {
    const heights = panels().map(({ outline, importance }) => ({ importance, height: boundsOf(outline).height }));
    const peak = heights.find(({ importance }) => importance > 0.95);
    expect(inPixels(peak?.height ?? 0)).toBeGreaterThan(1200);
    expect(Math.max(...heights.map(({ height }) => height))).toBe(peak?.height);
  });

  it("breaks no rule", () => {
    expect(pictures().flatMap(({ page }) => page.faults)).toEqual([]);
  });
});

describe("the strip", () => {
  it("[F5] lets balloons hang out over the frame, between the panels", () => {
    const panels = (laid.get(1) ?? []).flatMap(({ page }) => page.panels);
    const hanging = panels.filter(({ outline, balloons }) =>
      balloons.some((balloon) => boxOf(balloon).y < boundsOf(outline).y - 20),
    );
    expect(hanging.length).toBeGreaterThan(panels.length / 6);
  });

  it("[D6] stands on black at night, and dots lead there", () => {
    const bands = (laid.get(1) ?? []).flatMap((picture) => picture.bands);
    expect(new Set(bands.map(({ ground }) => ground))).toContain("black");
    expect(bands.some(({ after, ground }) => after === "white" && ground === "black")).toBe(true);
  });

  it("[T3] is the same each time", () => {
    expect(strip(cases[0])).toEqual(laid.get(1));
  });
});

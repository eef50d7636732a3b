import { beforeAll, describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import { readVendoredFonts } from "../../backends/fonts/vendored.ts";
import { boundsOf, type Rect } from "../geometry/geometry.ts";
import { type Fonts, openFonts } from "../lettering/fonts.ts";
import { typeSizes } from "../lettering/lettering.ts";
import type { Beat, Episode } from "../script/script.ts";
import { checkPage } from "./check-page.ts";
import { layOutEpisode } from "./lay-out-episode.ts";
import { liveArea } from "./page-frame.ts";
import { type Page, pageSize, pageSizeOf, type PageSize } from "./page.ts";
import { readingOrder } from "./reading-order.ts";

let fonts: Fonts;
beforeAll(async () => {
  fonts = openFonts(await readVendoredFonts());
});

type Language = "en" | "ja";

function pagesOf(episode: Episode, language: Language, seed = 1, firstPage = 1, size: PageSize = pageSize): Page[] {
  return layOutEpisode(episode, {
    fonts,
    direction: language === "ja" ? "rtl" : "ltr",
    size,
    language,
    firstPage,
    seed,
    statures: {},
  });
}

const languages = ["en", "ja"] as const;
/** Trims in millimetres. */
const papers = (
  [
    ["b5", { width: 182, height: 257 }],
    ["a5", { width: 148, height: 210 }],
    ["an American comic", { width: 168, height: 260 }],
    ["a tankobon", { width: 128, height: 182 }],
    ["a six-inch reader", { width: 90.7, height: 122.7 }],
    ["a square", { width: 200, height: 200 }],
  ] as const
).flatMap(([name, trim]) => languages.map((language) => [`${name}, ${language}`, trim, language] as const));
const seeds = [1, 2, 3, 4, 5];
const made = new Map<string, { episode: Episode; pages: Page[] }>();

/** Pages of a random episode, laid out once for all tests. */
function sample(language: Language, seed: number): { episode: Episode; pages: Page[] } {
  const key = `${language} ${seed}`;
  const known = made.get(key);
  if (known) return known;
  const episode = randomEpisode(seed, language, 40);
  const laid = { episode, pages: pagesOf(episode, language, seed) };
  made.set(key, laid);
  return laid;
}

describe.each(languages)("layOutEpisode in %s", (language) => {
  it("[L4] [L7] [P1] [P4] breaks no rule that checkPage knows, and says so", () => {
    for (const seed of seeds)
      for (const page of sample(language, seed).pages) {
        expect(checkPage(page), `seed ${seed} page ${page.number}`).toEqual([]);
        expect(page.faults, `seed ${seed} page ${page.number}`).toEqual([]);
      }
  }, 90_000);

  it("[T1] shows every beat and every text once, in order", () => {
    for (const seed of seeds) {
      const { episode, pages } = sample(language, seed);
      const panels = pages.flatMap((page) => page.panels);
      const beats = panels.map(({ beat }) => beat).filter((beat, i, all) => beat !== all[i - 1]);
      expect(beats).toEqual(episode.beats.map(({ id }) => id));
      const words = panels.flatMap(({ balloons }) => balloons.map((balloon) => balloon.words)).join("");
      const spoken = episode.beats.flatMap(({ texts }) => texts.filter(({ kind }) => kind !== "sound"));
      expect(words).toBe(spoken.flatMap(({ runs }) => runs.map((run) => run.text)).join(""));
      const sounds = panels.flatMap((panel) => panel.sounds.map(({ text }) => text));
      expect(sounds).toHaveLength(
        episode.beats.flatMap(({ texts }) => texts.filter(({ kind }) => kind === "sound")).length,
      );
    }
  });

  it("[P1] puts three to seven panels on at least 80 % of the pages", () => {
    const counts = seeds.flatMap((seed) => sample(language, seed).pages.map(({ panels }) => panels.length));
    const usual = counts.filter((count) => count >= 3 && count <= 7);
    expect(usual.length / counts.length).toBeGreaterThanOrEqual(0.8);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(4);
    expect(mean).toBeLessThan(6);
  });

  it("[P3] never repeats the layout of the page before", () => {
    for (const seed of seeds) {
      const layouts = sample(language, seed).pages.filter(({ panels }) => panels.length > 2);
      layouts.forEach((page, i) => {
        const before = layouts[i - 1];
        if (before && before.number + 1 === page.number) expect(page.layout).not.toBe(before.layout);
      });
    }
  });

  it("[P3] does not begin an episode with the layout that ended the one before", () => {
    const { episode, pages } = sample(language, 2);
    const first = pages.find(({ panels }) => panels.length > 2);
    if (!first) throw new Error("no page");
    const beats = episode.beats.filter(({ id }) => first.panels.some(({ beat }) => beat === id));
    const options = {
      fonts,
      direction: first.direction,
      size: pageSize,
      language,
      firstPage: first.number,
      seed: 2,
      statures: {},
    };
    const [alone] = layOutEpisode({ ...episode, beats }, options);
    const [next] = layOutEpisode({ ...episode, beats }, { ...options, layoutBefore: alone?.layout ?? null });
    expect(next?.layout).not.toBe(alone?.layout);
  });

  it("[P1] gives the peak of the episode a splash", () => {
    for (const seed of seeds) {
      const page = sample(language, seed).pages.find(({ panels }) =>
        panels.some(({ importance }) => importance >= 0.95),
      );
      expect(page?.panels.length).toBeLessThanOrEqual(4);
    }
  });

  it("[L4] sets speech in one size", () => {
    const expected = typeSizes[language === "en" ? "latin" : "japanese"].speech;
    for (const page of sample(language, 1).pages)
      for (const balloon of page.panels.flatMap(({ balloons }) => balloons))
        if (balloon.kind === "speech") expect(balloon.size).toBe(expected);
  });

  it("[T3] gives the same pages for the same seed and others for another", () => {
    const episode = randomEpisode(9, language, 14);
    expect(pagesOf(episode, language, 4)).toEqual(pagesOf(episode, language, 4));
    expect(pagesOf(episode, language, 4)).not.toEqual(pagesOf(episode, language, 5));
  });
});

describe("layOutEpisode", () => {
  it("[P2] alternates sides, opening left-to-right books on a right page and right-to-left ones on a left page", () => {
    expect(
      sample("en", 1)
        .pages.map(({ side }) => side)
        .slice(0, 3),
    ).toEqual(["right", "left", "right"]);
    expect(
      sample("ja", 1)
        .pages.map(({ side }) => side)
        .slice(0, 3),
    ).toEqual(["left", "right", "left"]);
    const { episode } = sample("en", 2);
    expect(pagesOf({ ...episode, beats: episode.beats.slice(0, 5) }, "en", 1, 8)[0]).toMatchObject({
      number: 8,
      side: "left",
    });
  });

  it("[P2] keeps ruled panels inside the live area, whose inner margin is the wider", () => {
    for (const page of sample("en", 1).pages) {
      const live = liveArea(page.side, page);
      for (const { outline, frame } of page.panels)
        if (frame !== "bleed")
          for (const { x } of outline) {
            expect(x).toBeGreaterThanOrEqual(live.x - 0.5);
            expect(x).toBeLessThanOrEqual(live.x + live.width + 0.5);
          }
    }
    expect(liveArea("right", pageSize).x).toBeGreaterThan(
      1240 - liveArea("right", pageSize).x - liveArea("right", pageSize).width,
    );
  });

  it.each(papers)("[P2] [P4] [L4] [L7] breaks no rule on paper of %s", (_, trim, language) => {
    const size = pageSizeOf({ trim, bleed: 3 });
    const pages = pagesOf(randomEpisode(3, language, 18), language, 3, 1, size);
    expect(pages.flatMap(({ faults }) => faults)).toEqual([]);
    for (const page of pages) {
      expect(page).toMatchObject({ width: 1240, height: Math.round((1240 * trim.height) / trim.width) });
      expect(checkPage(page, size)).toEqual([]);
      const outlines = page.panels.map(({ outline }) => outline);
      expect(readingOrder(outlines, page.direction)).toEqual(outlines.map((_outline, i) => i));
      const live = liveArea(page.side, page);
      for (const { outline, frame } of page.panels)
        if (frame !== "bleed") expect(within(boundsOf(outline), live)).toBe(true);
    }
  });

  it.each(papers)("[L2] sets no type below 6.35 points on paper of %s", (_, trim, language) => {
    const size = pageSizeOf({ trim, bleed: 0 });
    const balloons = pagesOf(randomEpisode(5, language, 10), language, 5, 1, size).flatMap(({ panels }) =>
      panels.flatMap((panel) => panel.balloons),
    );
    const points = balloons.map((balloon) => ((balloon.size / 1240) * trim.width * 72) / 25.4);
    expect(Math.min(...points)).toBeGreaterThan(6.349);
    expect(new Set(balloons.filter(({ kind }) => kind === "speech").map((balloon) => balloon.size)).size).toBe(1);
  });

  it("[L2] reports type that is too small for the paper", () => {
    const [page] = pagesOf(randomEpisode(5, "en", 6), "en");
    if (!page) throw new Error("no page");
    expect(checkPage(page)).toEqual([]);
    expect(checkPage(page, pageSizeOf({ trim: { width: 90.7, height: 122.7 }, bleed: 0 }))).toContainEqual(
      expect.stringMatching(/^L2 .* type of .* is too small$/),
    );
  });

  it("runs pictures that leave the page over all of the bleed that is printed", () => {
    const size = pageSizeOf({ trim: { width: 182, height: 257 }, bleed: 3 });
    const pages = pagesOf(randomEpisode(3, "en", 24), "en", 3, 1, size);
    const boxes = pages.flatMap(({ panels }) => panels.filter(({ frame }) => frame === "bleed"));
    const over = boxes.map(({ outline }) => {
      const { x, y, width, height } = boundsOf(outline);
      return Math.max(-x, -y, x + width - size.width, y + height - size.height);
    });
    expect(over.length).toBeGreaterThan(0);
    expect(size.bleed).toBeCloseTo(20.4, 1);
    for (const far of over) expect(far).toBeGreaterThan(size.bleed + 5);
  });

  it("[L4] gives words that crowd a panel a panel of their own", () => {
    const { episode } = sample("en", 1);
    const talk = episode.beats.find(({ kind, figures }) => kind === "talk" && figures.length === 2);
    if (!talk) throw new Error("no talk");
    const beat = wordy(talk, 12);
    const pages = pagesOf({ ...episode, beats: [beat] }, "en");
    expect(pages.flatMap(({ panels }) => panels).length).toBeGreaterThan(1);
    expect(pages.flatMap(({ panels }) => panels).flatMap(({ balloons }) => balloons)).toHaveLength(12);
    expect(pages.flatMap((page) => checkPage(page))).toEqual([]);
  });

  it("[T4] keeps three upright balloons of most talks in one panel", () => {
    const { episode } = sample("ja", 1);
    // Whoever speaks first stands where reading starts.
    const talks = episode.beats
      .filter(({ kind, figures }) => kind === "talk" && figures.length === 2)
      .map((talk) => ({ ...talk, figures: talk.figures.toReversed() }))
      .slice(0, 4);
    const beats = talks.map((talk) => wordy(talk, 3, () => "潮が引くまで、この家を出ない"));
    const panels = pagesOf({ ...episode, beats }, "ja").flatMap((page) => page.panels);
    expect(panels.filter(({ balloons }) => balloons.length === 3).length).toBeGreaterThanOrEqual(3);
  });

  it("[L6] points the tail of a voice whose owner is not in the picture at an edge", () => {
    const { episode } = sample("en", 1);
    const [first] = episode.beats;
    if (!first) throw new Error("no beat");
    const text = {
      id: "t1",
      kind: "speech",
      speaker: "tom",
      start: 0,
      end: 9,
      runs: [{ text: "Who is there?", ruby: null, emphasis: false }],
    } as const;
    const beat: Beat = { ...first, figures: [], texts: [{ ...text, runs: [...text.runs] }] };
    const panel = pagesOf({ ...episode, beats: [beat] }, "en")[0]?.panels[0];
    const [balloon] = panel?.balloons ?? [];
    expect(balloon?.kind).toBe("off-panel");
    expect(balloon?.tail).not.toBeNull();
  });

  it("lays out an episode without beats as no pages", () => {
    expect(pagesOf({ id: "e1", title: null, start: 0, end: 0, beats: [] }, "en")).toEqual([]);
  });
});

/** Whether a box lies in another, as far as slants and hundredths let it. */
function within(inner: Rect, outer: Rect): boolean {
  const [right, bottom] = [outer.x + outer.width, outer.y + outer.height];
  return (
    inner.x >= outer.x - 0.5 &&
    inner.x + inner.width <= right + 0.5 &&
    inner.y >= outer.y - 0.5 &&
    inner.y + inner.height <= bottom + 0.5
  );
}

const englishLine = (i: number): string => `Line ${i}: I will not leave this house before the tide has turned.`;

/** A beat in which the first two figures take turns. */
function wordy(beat: Beat, lines: number, words: (i: number) => string = englishLine): Beat {
  const texts = Array.from({ length: lines }, (_, i) => ({
    id: `w${i}`,
    kind: "speech" as const,
    speaker: beat.figures[i % 2]?.person ?? null,
    start: i,
    end: i + 1,
    runs: [{ text: words(i), ruby: null, emphasis: false }],
  }));
  return { ...beat, texts };
}

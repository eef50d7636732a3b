import type { Fonts } from "../lettering/fonts.ts";
import { randomFrom } from "../geometry/random.ts";
import type { Episode } from "../script/script.ts";
import { withFewBacks } from "./back-views.ts";
import { finishPanel } from "./fill-panel.ts";
import { isVertical, lettererOf } from "./letterer.ts";
import type { Direction } from "./page-frame.ts";
import type { Page } from "./page.ts";
import type { Stature } from "./stature.ts";
import { stripBeats } from "./strip-beats.ts";
import { lowered, type StripBlock, stripBlocks, type StripTask } from "./strip-panel.ts";
import { mostHeight, stripWidth } from "./strip-slots.ts";
import { cuts, stacked, type StripBand } from "./strip-stack.ts";
import { planTones, type Tone } from "./tone-plan.ts";
import { turnsAlone } from "./views-alone.ts";

export interface StripOptions {
  fonts: Fonts;
  direction: Direction;
  /** Language of the book (`en`, `ja` …) or null. */
  language: string | null;
  seed: number;
  statures: Readonly<Record<string, Stature>>;
  /** Number of the first picture. */
  first: number;
}

/** One picture of a strip: a page of its own, read after the one above it. */
export interface StripPicture {
  page: Page;
  /** From the top of the picture to its end; they may begin above it and end below it. */
  bands: StripBand[];
  /** Where in the strip it begins, in units. */
  start: number;
}

/**
 * Lays an episode out anew as a strip to be scrolled (F5): one panel under another, few people and words in each, gutters as long as the
 * time between them, cut there into pictures. Lengths are in units of 1/640 of the width.
 */
export function layOutStrip(episode: Episode, options: StripOptions): StripPicture[] {
  const { fonts, language, direction, seed, statures, first } = options;
  const letterer = lettererOf(fonts, isVertical(episode, direction, language), language);
  const { beats, backs } = withFewBacks(episode.beats);
  const task: StripTask = {
    letterer,
    direction,
    statures,
    turns: turnsAlone(beats),
    backs,
    seed: `${seed} strip ${episode.id}`,
  };
  const blocks = beats.flatMap((beat) => stripBeats(beat, letterer)).flatMap((measured) => stripBlocks(measured, task));
  const { laid, bands, end } = stacked(blocks, randomFrom(`${task.seed} gutters`));
  const filling = { ...task, paper: { width: stripWidth, height: mostHeight } };
  const grounds = groundsOf(laid, task.seed);
  return cuts(laid, end).map(([from, to], index) => {
    const inside = laid.flatMap((block, i) => (block.top >= from && block.bottom <= to ? [{ block, i }] : []));
    return {
      start: from,
      bands: bands
        .filter((band) => band.to > from && band.from < to)
        .map((band) => ({ ...band, from: band.from - from, to: band.to - from })),
      page: {
        version: 1,
        number: first + index,
        role: "strip",
        episode: episode.id,
        side: "right",
        direction,
        width: stripWidth,
        height: to - from,
        panels: inside.map(({ block, i }) => ({ ...finishPanel(lowered(block.panel, -from), filling), ...grounds[i] })),
        layout: `strip ${inside.length}`,
        faults: inside.flatMap(({ block }) => block.panel.faults),
      },
    };
  });
}

/** Panels whose tones are planned together: what is seen within a few screens (D6). */
const tonedTogether = 6;

function groundsOf(laid: readonly StripBlock[], seed: string): Tone[] {
  const panels = laid.map(({ panel: { slot, measured, figures } }) => ({
    ...measured.beat,
    outline: slot.outline,
    figures,
  }));
  return panels.flatMap((_, i) =>
    i % tonedTogether === 0 ? planTones(panels.slice(i, i + tonedTogether), randomFrom(`${seed} tones ${i}`)) : [],
  );
}

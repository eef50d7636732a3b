import type { Fonts } from "../lettering/fonts.ts";
import type { Episode } from "../script/script.ts";
import { withFewBacks } from "./back-views.ts";
import { checkPage } from "./check-page.ts";
import { type Draft, draftPage, finishPage, type PageTask } from "./lay-out-page.ts";
import { isVertical, lettererOf } from "./letterer.ts";
import { type MeasuredBeat, measureBeat } from "./measure-texts.ts";
import { nearSpeakers } from "./near-speakers.ts";
import type { Direction } from "./page-frame.ts";
import type { Page } from "./page.ts";
import { paginate } from "./paginate.ts";
import { splitBeat } from "./split-beat.ts";
import type { Stature } from "./stature.ts";
import { turnsAlone } from "./views-alone.ts";

export interface LayOutOptions {
  fonts: Fonts;
  direction: Direction;
  /** Language of the book (`en`, `ja` …) or null. */
  language: string | null;
  /** Number of the episode's first page; 1 is the first of the book. */
  firstPage: number;
  /** Layout of the page before the first one, where there is one (P3). */
  layoutBefore?: string | null;
  seed: number;
  /** How high people stand, by id; average where it is missing. */
  statures: Readonly<Record<string, Stature>>;
}

/**
 * Lays out an episode: which beats share a page, the panels, where people stand and where words go. What could not be kept
 * is in each page's `faults`. The same episode, options and fonts give the same pages (T3).
 */
export function layOutEpisode(episode: Episode, options: LayOutOptions): Page[] {
  return [...pagesOf(episode, options)];
}

/** The same page by page, each made when it is asked for; the texts of the whole episode are set before the first. */
export function* pagesOf(
  episode: Episode,
  { fonts, language, direction, firstPage, layoutBefore = null, seed, statures }: LayOutOptions,
): Generator<Page, void> {
  const letterer = lettererOf(fonts, isVertical(episode, direction, language), language);
  const { beats, backs } = withFewBacks(episode.beats);
  let left: readonly MeasuredBeat[] = beats.map((beat) => measureBeat(nearSpeakers(beat), letterer));
  const turns = turnsAlone(beats);
  let before = layoutBefore;
  for (let number = firstPage; left.length > 0; number++) {
    const task: PageTask = {
      letterer,
      direction,
      statures,
      turns,
      backs,
      seed: `${seed} ${episode.id} ${number}`,
      episode: episode.id,
      number,
      before,
    };
    const { draft, rest } = nextPage(left, task);
    const page = finishPage(draft, task);
    yield { ...page, faults: [...page.faults, ...checkPage(page).map((fault) => `${fault} (page ${number})`)] };
    before = page.layout;
    left = rest;
  }
}

/** How many beats ahead pages are planned: some nine pages, beyond which nothing changes the next one. */
const horizon = 48;

/** Ends of a page that are tried before the least faulty is taken. */
const triedEnds = 7;

interface Next {
  draft: Draft;
  /** The beats of the pages after it. */
  rest: readonly MeasuredBeat[];
}

/** The next page at the best end where everything fits; a beat with too many words for its panel gives some to a panel of their own (L4). */
function nextPage(beats: readonly MeasuredBeat[], task: PageTask): Next {
  const turns = task.number % 2 !== 0;
  let best: Next | null = null;
  for (const end of paginate(beats.slice(0, horizon)).endsFrom(0, turns).slice(0, triedEnds)) {
    const draft = draftPage(beats.slice(0, end), task);
    if (!best || draft.faults < best.draft.faults) best = { draft, rest: beats.slice(end) };
    if (draft.faults === 0) break;
    const crowded = draft.panels.findIndex(({ faults }) => faults.length > 0);
    const parts = beats[crowded] ? splitBeat(beats[crowded]) : [];
    if (parts.length > 1) return nextPage([...beats.slice(0, crowded), ...parts, ...beats.slice(crowded + 1)], task);
  }
  if (!best) throw new Error(`lay out page ${task.number}: no beats`);
  return best;
}

import type { Fonts } from "../lettering/fonts.ts";
import type { Episode } from "../script/script.ts";
import { withFewBacks } from "./back-views.ts";
import { checkPage } from "./check-page.ts";
import { type Draft, draftPage, finishPage, knownOf, type Learnt, type PageTask } from "./lay-out-page.ts";
import { isVertical, lettererOf } from "./letterer.ts";
import { type MeasuredBeat, measureBeat } from "./measure-texts.ts";
import { nearSpeakers } from "./near-speakers.ts";
import type { Direction } from "./page-frame.ts";
import type { Page, PageSize } from "./page.ts";
import { type PageEnd, paginate } from "./paginate.ts";
import { splitBeat } from "./split-beat.ts";
import type { Stature } from "./stature.ts";
import { turnsAlone } from "./views-alone.ts";

export interface LayOutOptions {
  fonts: Fonts;
  direction: Direction;
  size: PageSize;
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
  { fonts, language, direction, size, firstPage, layoutBefore = null, seed, statures }: LayOutOptions,
): Generator<Page, void> {
  const letterer = lettererOf(fonts, isVertical(episode, direction, language), language, size.leastType);
  const { beats, backs } = withFewBacks(episode.beats);
  let left: readonly MeasuredBeat[] = beats.map((beat) => measureBeat(nearSpeakers(beat), letterer));
  const turns = turnsAlone(beats);
  let before = layoutBefore;
  for (let number = firstPage; left.length > 0; number++) {
    const task: PageTask = {
      letterer,
      direction,
      paper: size,
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
    yield { ...page, faults: [...page.faults, ...checkPage(page, size).map((fault) => `${fault} (page ${number})`)] };
    before = page.layout;
    left = rest;
  }
}

/** How many beats ahead pages are planned: some nine pages, beyond which nothing changes the next one. */
const horizon = 48;

interface Next {
  draft: Draft;
  /** The beats of the pages after it. */
  rest: readonly MeasuredBeat[];
}

/** What a page may cost more than at its best end before a beat is rather divided between two panels: less where lines run down, where short pages are dear. */
const dividing = { across: 3, down: 1.5 } as const;

/** How often the beats that do not fit ask for a larger panel. */
const pleas = 2;

/** The next page at the best end where everything fits; a beat with too many words for its panel asks for more room, and at last gives some to a panel of their own (L4). */
function nextPage(beats: readonly MeasuredBeat[], task: PageTask, learnt: Learnt = new Map()): Next {
  const [first, ...others] = paginate(beats.slice(0, horizon), task.paper).endsFrom(0, task.number % 2 !== 0);
  if (!first) throw new Error(`lay out page ${task.number}: no beats`);
  const isNear = ({ cost }: PageEnd): boolean =>
    cost - first.cost < dividing[task.letterer.vertical ? "down" : "across"];
  const ends = [first, ...others.filter(isNear)];
  const near = bestOf(beats, ends, task, learnt);
  if (near?.draft.faults === 0) return near;
  const parts = () => withDivided(beats, Math.max(...ends.map(({ end }) => end)), learnt);
  const divided = near ? null : parts();
  if (divided) return nextPage(divided, task, learnt);
  const far = others.filter((end) => !isNear(end));
  const found = bestOf(beats, far, task, learnt);
  const best = found && (!near || found.draft.faults < near.draft.faults) ? found : near;
  if (best?.draft.faults === 0) return best;
  // What breaks a rule however the page ends may keep it with one panel more.
  const smaller = best ? parts() : null;
  const other = smaller ? nextPage(smaller, task, learnt) : null;
  if (other && best && other.draft.faults < best.draft.faults) return other;
  return best ?? faulty(beats, ends, task, learnt);
}

/** The first page without a fault, else the one with the fewest, of those where all texts fit; at each end the beats that do not fit ask for larger panels first. */
function bestOf(beats: readonly MeasuredBeat[], ends: readonly PageEnd[], task: PageTask, learnt: Learnt): Next | null {
  let best: Next | null = null;
  for (const { end } of ends) {
    let page = beats.slice(0, end);
    for (let plea = 0; plea <= pleas; plea++) {
      const before = page.map((beat) => knownOf(beat, learnt).failed.length);
      const draft = draftPage(page, task, learnt, true);
      if (draft && (!best || draft.faults < best.draft.faults)) best = { draft, rest: beats.slice(end) };
      if (best?.draft.faults === 0) return best;
      const failed = page.map((beat, i) => knownOf(beat, learnt).failed.length > (before[i] ?? 0));
      if (draft || !failed.includes(true)) break;
      page = page.map((beat, i) => (failed[i] ? roomier(beat) : beat));
    }
  }
  return best;
}

/** The page with the fewest broken rules where all ends break some. */
function faulty(beats: readonly MeasuredBeat[], ends: readonly PageEnd[], task: PageTask, learnt: Learnt): Next {
  const drafts = ends.flatMap(({ end }) => {
    const draft = draftPage(beats.slice(0, end), task, learnt, false);
    return draft ? { draft, rest: beats.slice(end) } : [];
  });
  const best = drafts.sort((a, b) => a.draft.faults - b.draft.faults)[0];
  if (!best) throw new Error(`lay out page ${task.number}: no end`);
  return best;
}

/** The beats with the one of the page that failed most often, of those that can be, divided between two panels; null where none can be. */
function withDivided(beats: readonly MeasuredBeat[], end: number, learnt: Learnt): MeasuredBeat[] | null {
  const failures = beats.slice(0, end).map((beat) => knownOf(beat, learnt).failed.length);
  const order = [...failures.keys()]
    .filter((i) => (failures[i] ?? 0) > 0)
    .sort((a, b) => (failures[b] ?? 0) - (failures[a] ?? 0));
  for (const i of order) {
    const parts = beats[i] ? splitBeat(beats[i]) : [];
    if (parts.length > 1) return [...beats.slice(0, i), ...parts, ...beats.slice(i + 1)];
  }
  return null;
}

/** How much more room a beat asks for that did not fit its panel. */
const more = 1.45;

const roomier = (beat: MeasuredBeat): MeasuredBeat => ({ ...beat, urgency: beat.urgency * more });

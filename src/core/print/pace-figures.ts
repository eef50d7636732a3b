import type { Book } from "../book/book.ts";
import type { LeanPage } from "../page/lean-page.ts";
import { splashFrom } from "../page/panel-needs.ts";
import { wordsOf } from "../script/lettered-text.ts";
import { paceFor } from "../script/pace.ts";
import type { Beat, Script } from "../script/script.ts";
import { rulesFor } from "../story/language.ts";

/** Japanese characters that count as one English word: what rule T4 says of words is measured in them. */
const charactersPerWord = 2.2;

/** How a comic keeps to T4, P1, P5 and P7. Shares are from 0 to 1; words are English ones, or 2.2 Japanese characters. */
export interface PaceFigures {
  words: number;
  pages: number;
  /** Pages for 1,000 words of the source. */
  pagesPerThousand: number;
  wordsMedian: number;
  wordsMost: number;
  /** Words lettered for each word of the source. */
  lettered: number;
  panelsPerPage: number;
  /** Share of pages with three to seven panels or a splash. */
  pagesInP1: number;
  /** Share of panels without words. */
  silent: number;
  splashesPerEpisode: number;
  /** Where in their episodes the splashes stand, on average. */
  splashAt: number;
  episodes: number;
  /** Share of the leaves that are turned on a question, a threat, a door or the end of a scene. */
  turnsHooked: number;
  /** Share of the scenes that begin with a page or a row. */
  scenesApart: number;
  /** Share of captions that break off. */
  brokenCaptions: number;
}

/** Measures the pages of a book against its text. */
export function paceFigures(book: Book, script: Script, pages: readonly LeanPage[]): PaceFigures {
  const rules = rulesFor(book);
  const pace = paceFor(rules);
  const unit = rules === "ja" ? charactersPerWord : 1;
  const size = (text: string) => pace.size(text) / unit;
  const body = book.chapters.filter(({ matter }) => matter === "body");
  const words = Math.max(
    1,
    body.reduce((sum, { start, end }) => sum + size(book.text.slice(start, end)), 0),
  );
  const beats = new Map(script.episodes.flatMap((episode) => episode.beats.map((beat) => [beat.id, beat])));
  const lettered = pages.map((page) =>
    page.panels.reduce((sum, { balloons }) => sum + balloons.reduce((all, { words: each }) => all + size(each), 0), 0),
  );
  const panels = pages.flatMap((page) => page.panels);
  const splashes = pages.filter(hasSplash);
  const turned = pages.filter(({ number }, i) => number % 2 !== 0 && i < pages.length - 1);
  const opening = pages.flatMap((page, i) => page.panels.map((panel, at) => ({ panel, at, page, i })));
  const scenes = opening.filter(({ panel, i, at }) => panel.opensScene && (i > 0 || at > 0));
  const captions = [...beats.values()].flatMap(({ texts }) => texts).filter(({ kind }) => kind === "narration");
  return {
    words: Math.round(words),
    pages: pages.length,
    pagesPerThousand: (pages.length / words) * 1000,
    wordsMedian: median(lettered),
    wordsMost: Math.max(0, ...lettered),
    lettered: lettered.reduce((sum, each) => sum + each, 0) / words,
    panelsPerPage: panels.length / Math.max(1, pages.length),
    pagesInP1: share(pages, (page) => hasSplash(page) || (page.panels.length >= 3 && page.panels.length <= 7)),
    silent: share(panels, ({ balloons }) => balloons.length === 0),
    splashesPerEpisode: splashes.length / Math.max(1, script.episodes.length),
    splashAt: splashes.reduce((sum, page) => sum + along(page, pages), 0) / Math.max(1, splashes.length),
    episodes: script.episodes.length,
    turnsHooked: share(turned, ({ panels: of }) => endsOnHook(of.at(-1)?.beat, beats)),
    scenesApart: share(
      scenes,
      ({ at, panel, page }) => at === 0 || startsRow(panel.outline, page.panels[at - 1]?.outline),
    ),
    brokenCaptions: share(captions, ({ runs }) => /…$|……$/.test(wordsOf(runs))),
  };
}

const hasSplash = ({ panels }: LeanPage): boolean => panels.some(({ importance }) => importance >= splashFrom);

/** Place of a page in its episode, from 0 to 1. */
function along(page: LeanPage, pages: readonly LeanPage[]): number {
  const own = pages.filter(({ episode }) => episode === page.episode);
  return (own.indexOf(page) + 0.5) / own.length;
}

const endsOnHook = (id: string | undefined, beats: ReadonlyMap<string, Beat>): boolean =>
  id !== undefined && beats.get(id)?.hook === true;

type Outline = LeanPage["panels"][number]["outline"];

/** Whether a panel lies below the one before it. */
function startsRow(outline: Outline, before: Outline | undefined): boolean {
  const top = (of: Outline) => Math.min(...of.map(({ y }) => y));
  const bottom = (of: Outline) => Math.max(...of.map(({ y }) => y));
  return before === undefined || top(outline) >= bottom(before) - 60;
}

function share<T>(all: readonly T[], holds: (item: T) => boolean): number {
  return all.length === 0 ? 1 : all.filter(holds).length / all.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

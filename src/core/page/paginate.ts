import { wordsOf } from "./letterer.ts";
import type { MeasuredBeat } from "./measure-texts.ts";
import { pageSize, type Paper } from "./page.ts";
import { needOf, splashFrom } from "./panel-needs.ts";

/** A page holds at most this many panels (P1). */
export const mostPanels = 7;

/** Square page units that panels can fill on a page of the usual size. */
const usualArea = 1_480_000;

export interface PageEnd {
  /** Index after the last beat of the page. */
  end: number;
  /** What this end costs the page and those after it; 0 is the best. */
  cost: number;
}

/** Where pages may break, and what the rest of the episode costs from there. */
export interface Pagination {
  /** Ends of a page that starts at this beat, best first. `turns` tells whether the reader turns the leaf after this page. */
  endsFrom(start: number, turns: boolean): PageEnd[];
}

/**
 * Weighs all ways to spread beats over pages (P1, P4 of the pace, P5): by dynamic programming from the end, so that any
 * page that cannot be laid out can end elsewhere and the rest still be the best.
 */
export function paginate(beats: readonly MeasuredBeat[], { height }: Paper): Pagination {
  const room = usualArea * (height / pageSize.height);
  const loads = beats.map((measured) => ({ measured, least: needOf(measured).least, words: wordsIn(measured) }));
  const cost = (start: number, end: number, turns: boolean) =>
    pageCost(loads.slice(start, end), { next: beats[end], turns, room });
  // rest[turn][i]: least cost of the pages from beat i on, where the first of them is followed by a turn or not.
  const rest = {
    turn: Array.from({ length: beats.length + 1 }, () => 0),
    stay: Array.from({ length: beats.length + 1 }, () => 0),
  };
  const costFrom = (start: number, end: number, turns: boolean) =>
    cost(start, end, turns) + ((turns ? rest.stay : rest.turn)[end] ?? 0);
  for (let start = beats.length - 1; start >= 0; start--)
    for (const turns of [true, false]) {
      const costs = endsAfter(start, beats.length).map((end) => costFrom(start, end, turns));
      (turns ? rest.turn : rest.stay)[start] = Math.min(...costs);
    }
  return {
    endsFrom: (start, turns) =>
      endsAfter(start, beats.length)
        .map((end) => ({ end, cost: costFrom(start, end, turns) }))
        .sort((a, b) => a.cost - b.cost),
  };
}

function endsAfter(start: number, count: number): number[] {
  return Array.from({ length: Math.min(mostPanels, count - start) }, (_, i) => start + i + 1);
}

/** A beat with what it brings to a page. */
interface Load {
  measured: MeasuredBeat;
  /** Least area of its panel in square page units. */
  least: number;
  words: number;
}

/** What is against turning the leaf where nothing is open: as much as a panel more or less than is best. */
const turnPrice = 1.2;
/** The same where the next page is seen beside it: who reads page by page on a screen turns there too. */
const pagePrice = 0.15;

/** Where lines run down: what speaks against every further page, which would else be a loose one (T4), and against every word too many; the letters that count as a word. */
const upright = { page: 8, wordy: 0.14, letters: 2.2 } as const;

/** What else matters to what a page costs. */
interface Around {
  /** The beat after the page. */
  next: MeasuredBeat | undefined;
  /** Whether the reader turns the leaf after it. */
  turns: boolean;
  /** Square page units that its panels can fill. */
  room: number;
}

/** What is against making these beats a page. 0 is a page of six panels with room for all, which ends on a hook. */
function pageCost(loads: readonly Load[], { next, turns, room }: Around): number {
  const beats = loads.map(({ measured }) => measured);
  const filled = loads.reduce((sum, { least }) => sum + least, 0) / room;
  const words = loads.reduce((sum, load) => sum + load.words, 0);
  const vertical = beats[0]?.vertical === true;
  const unhooked = next !== undefined && beats.at(-1)?.beat.hook === false;
  return (
    countCost(beats) +
    crowdedCost(filled, vertical) +
    wordCost(words, vertical) +
    (unhooked ? (turns ? turnPrice : pagePrice) : 0) +
    sceneCost(beats, next) +
    (vertical ? upright.page : 0)
  );
}

/** Share of a page from which its texts and faces crowd, and what that costs. Of pages of lines that run down, five of six as full as the first share hold their texts, one of five from three quarters on: those are not tried first. */
const crowded = { across: { from: 0.86, price: 14 }, down: { from: 0.6, price: 112 } } as const;

function crowdedCost(filled: number, vertical: boolean): number {
  const { from, price } = crowded[vertical ? "down" : "across"];
  return price * Math.max(0, filled - from) ** 1.5;
}

/** A page without a splash has three to seven panels, best five or six; a splash stands over one to three others, or alone. */
function countCost(beats: readonly MeasuredBeat[]): number {
  const at = beats.findIndex(({ beat }) => beat.importance >= splashFrom);
  if (at >= 0)
    return (at > 0 && at < beats.length - 1 ? 2 : 0) + ([0, 0.6, 0.3, 0.3, 0.9, 8, 14, 18][beats.length] ?? 20);
  return [0, 7, 4.2, 3, 2.1, 1.1, 0.3, 0.35][beats.length] ?? 9;
}

/** At most 160 words a page, most pages with no more than 110 (T4). */
function wordCost(words: number, vertical: boolean): number {
  return Math.max(0, words - 108) * (vertical ? upright.wordy : 0.05) + (words > 160 ? 8 : 0);
}

function wordsIn({ texts, vertical }: MeasuredBeat): number {
  const all = texts.map(({ text }) => wordsOf(text));
  if (vertical) return (all.join("").match(/[\p{L}\p{N}ー]/gu)?.length ?? 0) / upright.letters;
  return all.reduce((sum, each) => sum + each.split(/\s+/).filter((word) => word !== "").length, 0);
}

/** A new scene had better start a page, and not be the only panel of it on the page before (P5). */
function sceneCost(beats: readonly MeasuredBeat[], next: MeasuredBeat | undefined): number {
  const openings = beats.filter(({ beat }, i) => i > 0 && beat.opensScene).length;
  const stranded = beats.length > 1 && beats.at(-1)?.beat.opensScene ? 1.4 : 0;
  return openings * 0.4 + stranded - (next?.beat.opensScene ? 0.3 : 0);
}

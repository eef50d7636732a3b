import type { Span } from "../book/book.ts";

/** How much of a book is told (T4): `comic` most of it, `full` every spoken word, `digest` a tenth of its words. */
export type PaceName = "comic" | "full" | "digest";

/** Sizes that rule T4 fixes for one language. A "size" is words where words are spaced, else characters without marks. */
export interface Pace {
  rules: "en" | "ja";
  /** Largest size of one balloon (L2, L3) and the size at which it is comfortable. */
  balloon: number;
  easyBalloon: number;
  /** What a balloon takes of a page besides its words, as a size. */
  balloonEdge: number;
  /** Largest size of a caption. */
  caption: number;
  /** Largest size of all texts in a panel (L2: 30 words at five panels a page). */
  panel: number;
  /** Size up to which a line is short: a question so long stays with its answer. */
  leastTurn: number;
  /** Share of the source's size that is lettered, at most; from 1 on all that is spoken. */
  shown: number;
  /** Share that captions may take where nobody speaks, and the share that they take at least. */
  captionsMost: number;
  captionsLeast: number;
  /** Panels per unit of source size. */
  beats: number;
  /** Size of lettering on a full page, for estimates of pages. */
  page: number;
  size(text: string): number;
}

const english: Pace = {
  rules: "en",
  balloon: 25,
  easyBalloon: 22,
  balloonEdge: 3,
  caption: 24,
  panel: 35,
  leastTurn: 10,
  shown: 0.41,
  captionsMost: 0.37,
  captionsLeast: 0.18,
  beats: 20 / 1000,
  page: 100,
  size: (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0,
};

const japanese: Pace = {
  rules: "ja",
  balloon: 32,
  easyBalloon: 30,
  balloonEdge: 20,
  caption: 52,
  panel: 72,
  leastTurn: 28,
  shown: 0.43,
  captionsMost: 0.38,
  captionsLeast: 0.19,
  beats: 22 / 2200,
  page: 210,
  size: (text) => text.match(/[\p{L}\p{N}ー]/gu)?.length ?? 0,
};

/** Scale of `digest`: a tenth of the words where `comic` letters four. */
const digestScale = 0.18;

/** From this scale on nothing more can be told: all that is spoken and told is lettered. */
export const largestScale = 4;

/** The sizes of a pace (T4) for a book read by English or Japanese rules; `comic` where none is named. */
export function paceFor(rules: "en" | "ja", name: PaceName = "comic"): Pace {
  const comic = rules === "ja" ? japanese : english;
  if (name === "full") return { ...comic, shown: 1, beats: comic.beats * 1.4 };
  return name === "digest" ? scaledPace(rules, digestScale) : comic;
}

/** Pace `comic` with `scale` times as much told, so that a book fits a length. */
export function scaledPace(rules: "en" | "ja", scale: number): Pace {
  const comic = rules === "ja" ? japanese : english;
  const shown = comic.shown * scale;
  return {
    ...comic,
    shown,
    captionsMost: Math.min(1, comic.captionsMost * scale),
    captionsLeast: Math.min(1, comic.captionsLeast * scale),
    beats: comic.beats * scale,
  };
}

/** Characters of a book up to which it is a short tale. */
const shortTale = { en: 15_000, ja: 6000 } as const;

/** Whether a book is a short tale, by its characters. */
export const isShortTale = (characters: number, rules: Pace["rules"]): boolean => characters <= shortTale[rules];

/** How much more a short tale letters, and how much more in captions: it says each thing once, where a novel comes back to it. */
const once = { en: { shown: 1.35, captions: 1.6 }, ja: { shown: 1.12, captions: 1.1 } } as const;

/** The pace for a book of so many characters. */
export function paceOfLength(pace: Pace, characters: number): Pace {
  if (pace.shown >= 1 || !isShortTale(characters, pace.rules)) return pace;
  const { shown, captions } = once[pace.rules];
  return {
    ...pace,
    shown: Math.min(1, pace.shown * shown),
    captionsMost: pace.captionsMost * captions,
    captionsLeast: pace.captionsLeast * captions,
  };
}

/** Size of a stretch of text. */
export function sizeOf(text: string, span: Span, pace: Pace): number {
  return pace.size(text.slice(span.start, span.end));
}

import type { Span } from "../book/book.ts";

/** Sizes that rule T4 fixes for one language. A "size" is words where words are spaced, else characters without marks. */
export interface Pace {
  rules: "en" | "ja";
  /** Largest size of one balloon (L2, L3) and the size at which it is comfortable. */
  balloon: number;
  easyBalloon: number;
  /** Largest size of a caption. */
  caption: number;
  /** Largest size of all texts in a panel (L2: 30 words at five panels a page). */
  panel: number;
  /** Share of the source's size that is lettered, at most. */
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
  caption: 24,
  panel: 34,
  shown: 0.43,
  captionsMost: 0.3,
  captionsLeast: 0.13,
  beats: 20 / 1000,
  page: 100,
  size: (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0,
};

const japanese: Pace = {
  rules: "ja",
  balloon: 32,
  easyBalloon: 30,
  caption: 52,
  panel: 54,
  shown: 0.4,
  captionsMost: 0.3,
  captionsLeast: 0.1,
  beats: 22 / 2200,
  page: 210,
  size: (text) => text.match(/[\p{L}\p{N}ー]/gu)?.length ?? 0,
};

/** The sizes of pace `comic` (T4) for a book read by English or Japanese rules. */
export function paceFor(rules: "en" | "ja"): Pace {
  return rules === "ja" ? japanese : english;
}

/** Size of a stretch of text. */
export function sizeOf(text: string, span: Span, pace: Pace): number {
  return pace.size(text.slice(span.start, span.end));
}

import type { Rect } from "../geometry/geometry.ts";
import type { Page, Paper } from "./page.ts";

/** Margins as shares of the page's height (top, bottom) and width (outer, inner), measured on B5-like pages (P2). */
const margins = { top: 0.07, bottom: 0.06, outer: 0.05, inner: 0.11 } as const;

/** Shares of the page's height and width by which rows and columns stand apart. */
const gaps = { row: 0.023, column: 0.0135 } as const;

/** Gutters in page units. */
export interface Gutters {
  row: number;
  column: number;
}

/** The gutters of a page: rows stand more than twice as far apart as columns, so that the eye ends a row first (P2). */
export function guttersOf({ width, height }: Paper): Gutters {
  const column = Math.round(width * gaps.column);
  return { row: Math.max(2 * column, Math.round(height * gaps.row)), column };
}

/** No letter comes nearer to the page's edge than this, in page units. */
const safeEdge = 34;

export type Side = Page["side"];
export type Direction = Page["direction"];

/** Page 1 of a left-to-right book is a right page, that of a right-to-left book a left page; then they alternate. */
export function sideOf(number: number, direction: Direction): Side {
  const odd = number % 2 !== 0;
  return odd === (direction === "ltr") ? "right" : "left";
}

/** Where panels with frames stand: the inner margin is wide, for the fold (P2). */
export function liveArea(side: Side, { width, height }: Paper): Rect {
  const left = side === "right" ? margins.inner : margins.outer;
  const top = Math.round(height * margins.top);
  return {
    x: Math.round(width * left),
    y: top,
    width: Math.round(width * (1 - margins.inner - margins.outer)),
    height: Math.round(height * (1 - margins.bottom)) - top,
  };
}

/** The part of the page on which letters may stand. */
export function safeArea({ width, height }: Paper): Rect {
  return { x: safeEdge, y: safeEdge, width: width - 2 * safeEdge, height: height - 2 * safeEdge };
}

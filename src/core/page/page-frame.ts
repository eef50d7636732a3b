import type { Rect } from "../geometry/geometry.ts";
import { pageSize, type Page } from "./page.ts";

/** Margins as shares of the page's height (top, bottom) and width (outer, inner), measured on B5-like pages (P2). */
const margins = { top: 0.07, bottom: 0.06, outer: 0.05, inner: 0.11 } as const;

/** Gutters in page units: rows stand more than twice as far apart as columns, so that the eye ends a row first (P2). */
export const gutters = {
  row: Math.round(pageSize.height * 0.023),
  column: Math.round(pageSize.width * 0.0135),
} as const;

/** How far a bleed runs over the page's edge, so that no frame shows when it is cut. */
export const bleedOver = 14;

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
export function liveArea(side: Side): Rect {
  const { width, height } = pageSize;
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
export const safeArea: Rect = {
  x: safeEdge,
  y: safeEdge,
  width: pageSize.width - 2 * safeEdge,
  height: pageSize.height - 2 * safeEdge,
};

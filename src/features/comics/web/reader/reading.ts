import { useEffect, useMemo, useState } from "react";
import type { PageGeometry } from "../../schema.ts";
import { type ComicPage, type Direction, type Opening, openingAt, singlesOf, spreadsOf } from "./openings.ts";
import { readUpTo } from "./page-things.ts";
import { panelOn, percentAt, type Place, placeAt, stepped, turned } from "./place.ts";
import { type ReaderSource, useGeometry } from "./reader-source.ts";
import type { ReadingMode } from "./reading-mode.ts";

export interface ReadingParts {
  source: ReaderSource;
  start: number;
  mode: ReadingMode;
  direction: Direction;
  /** Pages that the comic will have, where that is known and more are coming. */
  expected: number;
}

export interface Reading {
  place: Place;
  openings: readonly Opening[];
  /** Which opening is seen; `openings.length` behind the last. */
  index: number;
  opening: Opening;
  geometry: ReadonlyMap<number, PageGeometry>;
  isGuided: boolean;
  /** The panel that is seen alone, and of how many; null where whole pages are seen. */
  panel: { index: number; count: number } | null;
  /** How far the pages that are seen tell the book, in units of its text. */
  offset: number | null;
  percent: number;
  turn(by: 1 | -1): void;
  goTo(page: number): void;
  jump(to: "first" | "last"): void;
  setGuided(isGuided: boolean): void;
}

/** Where one reads, and the ways from there. */
export function useReading({ source, start, mode, direction, expected }: ReadingParts): Reading {
  const { pages } = source.comic;
  const [place, setPlace] = useState<Place>(() => placeAt(start));
  const [isGuided, setIsGuided] = useState(false);
  const openings = useMemo(
    () => (mode === "spread" && !isGuided ? spreadsOf(pages, direction) : singlesOf(pages)),
    [pages, mode, isGuided, direction],
  );
  const index = place.isAtEnd || openings.length === 0 ? openings.length : openingAt(openings, place.page);
  const opening = openings[index] ?? [];
  const geometry = useGeometry(source, numbersAround(openings, index));
  const count = panelCount(opening[0], geometry);
  useWaitForMore(openings, place, setPlace);
  return {
    place,
    openings,
    index,
    opening,
    geometry,
    isGuided,
    panel: isGuided ? { index: panelOn(place, count), count } : null,
    offset: offsetOf(opening, geometry),
    percent: percentAt(pages, opening.at(-1)?.number ?? place.page, expected),
    turn: (by) => setPlace((at) => (isGuided ? stepped(pages, at, by, count) : turned(openings, at, by))),
    goTo: (page) => setPlace(placeAt(page, isGuided ? 0 : null)),
    jump: (to) => {
      const page = to === "first" ? pages[0] : pages.at(-1);
      if (page !== undefined) setPlace(placeAt(page.number, isGuided ? 0 : null));
    },
    setGuided: (next) => {
      setIsGuided(next);
      // The opening may have been begun at its second page.
      setPlace(placeAt(opening[0]?.number ?? place.page, next ? 0 : null));
    },
  };
}

/** Whoever waits behind the last page of a growing comic sees the next one when it comes. */
function useWaitForMore(openings: readonly Opening[], place: Place, setPlace: (place: Place) => void): void {
  const next = place.isAtEnd ? openings[openingAt(openings, place.page) + 1]?.[0]?.number : undefined;
  useEffect(() => {
    if (next !== undefined) setPlace(placeAt(next, place.panel === null ? null : 0));
  }, [next, place.panel, setPlace]);
}

const numbersAround = (openings: readonly Opening[], index: number): number[] =>
  openings.slice(Math.max(0, index - 2), index + 3).flatMap((opening) => opening.map(({ number }) => number));

/** The book's own pages are seen whole. */
function panelCount(page: ComicPage | undefined, geometry: ReadonlyMap<number, PageGeometry>): number {
  return page?.role === "story" ? (geometry.get(page.number)?.panels.length ?? 0) : 0;
}

function offsetOf(opening: Opening, geometry: ReadonlyMap<number, PageGeometry>): number | null {
  const ends = opening.flatMap(({ number }) => {
    const page = geometry.get(number);
    const end = page === undefined ? null : readUpTo(page);
    return end === null ? [] : [end];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}

import { type ComicPage, type Opening, openingAt } from "./openings.ts";

/** Where one reads. `panel` is null where whole pages are seen; `lastPanel` stands for the last of a page whose panels are not known yet. */
export interface Place {
  page: number;
  panel: number | null;
  /** Behind the last page: what one may do next. */
  isAtEnd: boolean;
}

export const lastPanel = Number.MAX_SAFE_INTEGER;

export const placeAt = (page: number, panel: number | null = null): Place => ({ page, panel, isAtEnd: false });

/** The panel that is meant on a page with so many. */
export const panelOn = (place: Place, count: number): number => Math.min(place.panel ?? 0, Math.max(0, count - 1));

/** One opening forwards or backwards; stays at the ends. */
export function turned(openings: readonly Opening[], place: Place, by: 1 | -1): Place {
  if (place.isAtEnd) return by === 1 ? place : { ...place, isAtEnd: false };
  const next = openings[openingAt(openings, place.page) + by]?.[0];
  if (next !== undefined) return placeAt(next.number);
  return by === 1 ? { ...place, isAtEnd: true } : place;
}

/** One panel forwards or backwards, into the next page at its first, into the one before at its last. `count` is of this page's panels. */
export function stepped(pages: readonly ComicPage[], place: Place, by: 1 | -1, count: number): Place {
  if (place.isAtEnd) return by === 1 ? place : { ...place, isAtEnd: false };
  const panel = panelOn(place, count) + by;
  if (panel >= 0 && panel < count) return placeAt(place.page, panel);
  const next = pages[pages.findIndex(({ number }) => number === place.page) + by];
  if (next !== undefined) return placeAt(next.number, by === 1 ? 0 : lastPanel);
  return by === 1 ? { ...place, isAtEnd: true } : place;
}

/** How much of the comic is read, from 0 to 100. `expected` pages where more are coming. */
export function percentAt(pages: readonly ComicPage[], page: number, expected: number): number {
  const index = pages.findIndex(({ number }) => number === page);
  const all = Math.max(pages.length, expected);
  return all === 0 ? 0 : Math.round((1000 * (index + 1)) / all) / 10;
}

import type { ReaderData } from "../../core/print/reader-data.ts";

/**
 * Openings of the book as indexes of pages, in reading order: two facing pages where the sides allow it, else one.
 * The cover (number 0) always lies alone.
 */
export function spreadsOf(pages: ReaderData["pages"], direction: ReaderData["direction"]): number[][] {
  const first = direction === "rtl" ? "right" : "left";
  const spreads: number[][] = [];
  for (let index = 0; index < pages.length; index++) {
    const page = pages[index];
    const facing = pages[index + 1];
    const paired = page && facing && page.number !== 0 && page.side === first && facing.side !== first;
    spreads.push(paired ? [index, ++index] : [index]);
  }
  return spreads;
}

/** Every page for itself. */
export function singlesOf(pages: ReaderData["pages"]): number[][] {
  return pages.map((_, index) => [index]);
}

/** Which opening holds the page with this index. */
export function spreadAt(spreads: readonly number[][], index: number): number {
  return Math.max(
    0,
    spreads.findIndex((spread) => spread.includes(index)),
  );
}

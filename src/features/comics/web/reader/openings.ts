import type { ComicView } from "../../schema.ts";

export type ComicPage = ComicView["pages"][number];
export type Direction = ComicView["direction"];
/** The pages that are seen at once, in the order in which they are read: one, or two that face each other. */
export type Opening = readonly ComicPage[];

type Side = "left" | "right";
const other = (side: Side): Side => (side === "left" ? "right" : "left");

/** The side on which each page is bound: page 1 opens the book, the title page faces the first of the story, the credits follow its last. */
export function sidesOf(pages: readonly ComicPage[], direction: Direction): Side[] {
  const opening: Side = direction === "ltr" ? "right" : "left";
  const story = pages.filter(({ role }) => role === "story").map(({ number }) => number);
  const sideOfNumber = (number: number): Side => (number % 2 === 0 ? other(opening) : opening);
  return pages.map(({ role, number }) => {
    if (role === "title") return other(sideOfNumber(story[0] ?? 1));
    if (role === "credits") return sideOfNumber((story.at(-1) ?? 0) + 1);
    return sideOfNumber(number);
  });
}

/** Two facing pages where the sides allow it and no page between them is still missing, else one. The cover lies alone. */
export function spreadsOf(pages: readonly ComicPage[], direction: Direction): Opening[] {
  const sides = sidesOf(pages, direction);
  const first: Side = direction === "rtl" ? "right" : "left";
  const spreads: Opening[] = [];
  for (let index = 0; index < pages.length; index++) {
    const [page, facing] = [pages[index], pages[index + 1]];
    if (page === undefined) break;
    const isFacing = sides[index] === first && sides[index + 1] === other(first);
    const isPair = facing !== undefined && page.role !== "cover" && isFacing && follows(page, facing);
    spreads.push(isPair ? [page, facing] : [page]);
    if (isPair) index++;
  }
  return spreads;
}

export const singlesOf = (pages: readonly ComicPage[]): Opening[] => pages.map((page) => [page]);

/** The opening that holds the page with this number; the nearest before it where it is not there, or not there yet. */
export function openingAt(openings: readonly Opening[], number: number): number {
  const found = openings.findIndex((opening) => opening.some((page) => page.number === number));
  if (found !== -1) return found;
  const before = openings.findLastIndex((opening) =>
    opening.some((page) => page.role !== "title" && page.role !== "credits" && page.number <= number),
  );
  return Math.max(0, before);
}

function follows(page: ComicPage, facing: ComicPage): boolean {
  return page.role !== "story" || facing.role !== "story" || facing.number === page.number + 1;
}

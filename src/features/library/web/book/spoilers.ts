import type { BookDetail, CastView } from "../../schema.ts";

type Person = CastView["people"][number];
type Place = CastView["places"][number];

/** A share of the book from which on it counts as read: what is left is notes and a licence. */
const asGoodAsRead = 98;

/** The offset up to which a book is read; beyond every offset for one that is read to its end. */
export function readUpTo({ progress, length }: Pick<BookDetail, "progress" | "length">): number {
  if (progress === null) return 0;
  if (progress.percent >= asGoodAsRead) return Infinity;
  // A comic that is read tells its share of the story, and not always a place in the text.
  return progress.offset ?? (progress.percent / 100) * length;
}

/** Where somebody is first seen or heard; null where the text gives no place. */
export function firstPlaceOf({ looks, lines }: Person): number | null {
  const places = [...lines, ...looks.flatMap(({ evidence }) => evidence ?? [])].map(({ start }) => start);
  return places.length === 0 ? null : Math.min(...places);
}

/** Whether a reader has met what first stands at a place of the text. What has no place is met at the end. */
const isMet = (place: number | null, readTo: number): boolean => (place ?? Number.MAX_SAFE_INTEGER) <= readTo;

export const isPersonMet = (person: Person, readTo: number): boolean => isMet(firstPlaceOf(person), readTo);
export const isPlaceMet = ({ evidence }: Place, readTo: number): boolean => isMet(evidence?.start ?? null, readTo);

/** What may be told of somebody: names, looks and words up to where the book is read. */
export function metPart(person: Person, readTo: number): Person {
  const looks = person.looks.filter(({ evidence }) => isMet(evidence?.start ?? null, readTo));
  const isCalled = (i: number): boolean => isMet(person.calls[i]?.start ?? null, readTo);
  return {
    ...person,
    aliases: person.aliases.filter((_, i) => isCalled(i)),
    calls: person.calls.filter((_, i) => isCalled(i)),
    looks,
    lines: person.lines.filter(({ start }) => isMet(start, readTo)),
  };
}

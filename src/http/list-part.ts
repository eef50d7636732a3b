import { type Cursor, cursorOf, cursorText } from "../backends/sql/cursor.ts";
import { Refused } from "../core/text/result.ts";

/** The place in a list that a request names; null for its beginning. Throws `Refused("cursor-invalid")`. */
export function placeIn(text: string | undefined, types: readonly ("string" | "number")[]): Cursor | null {
  if (text === undefined) return null;
  const cursor = cursorOf(text, types);
  if (cursor === null) throw new Refused("cursor-invalid");
  return cursor;
}

/** A part of a list out of one more row than was asked for: the row too many shows that the list goes on. */
export function partOfList<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { item, cursor }: { item: (row: Row) => Item; cursor: (row: Row) => Cursor },
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last !== undefined ? cursorText(cursor(last)) : null };
}

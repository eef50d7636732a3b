import type { bookShelves, bookSorts } from "../schema.ts";

export type BookSort = (typeof bookSorts)[number];
export type BookShelf = (typeof bookShelves)[number];

/** What of the library is shown; it stands in the address, so that it can be kept, shared and reloaded. */
export interface LibraryPlace {
  q?: string;
  sort?: BookSort;
  shelf?: BookShelf;
  tag?: string;
  series?: string;
  language?: string;
  view?: "list";
}

const sorts: readonly BookSort[] = ["added", "title", "author", "read"];
const shelves: readonly BookShelf[] = ["all", "reading", "comics", "trash"];

/** Reads the place from an address; what it does not know it leaves out, and so it does with what is usual. */
export function libraryPlace(search: Record<string, unknown>): LibraryPlace {
  const place: LibraryPlace = {};
  for (const name of ["q", "tag", "series", "language"] as const) {
    const value = search[name];
    if (typeof value === "string" && value !== "") place[name] = value;
    // A search for a number is parsed as one.
    if (typeof value === "number") place[name] = String(value);
  }
  const sort = sorts.find((name) => name === search["sort"]);
  if (sort && sort !== "added") place.sort = sort;
  const shelf = shelves.find((name) => name === search["shelf"]);
  if (shelf && shelf !== "all") place.shelf = shelf;
  if (search["view"] === "list") place.view = "list";
  return place;
}

/** Whether the place hides books by more than its shelf. */
export const isFiltered = ({ q, tag, series, language }: LibraryPlace): boolean =>
  [q, tag, series, language].some((value) => value !== undefined);

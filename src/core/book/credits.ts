import type { Book } from "./book.ts";

const namedRoles = new Set([null, "aut", "trl", "ill", "edt", "adp", "cre"]);

/** The people whose names belong beside the title; others (who typed it, who published it) stay in the book's data. */
export function namesBesideTitle({ creators }: Pick<Book, "creators">): string[] {
  return creators.filter(({ role }) => namedRoles.has(role)).map(({ name }) => name);
}

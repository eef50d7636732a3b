import { findReferences, type ReferenceFinder } from "../src/core/script/whose-words.ts";
import { referencesIn } from "../src/core/story/references.ts";
import type { Person } from "../src/core/story/story.ts";
import { bookOf } from "./paragraph-book.ts";

/** Whom a text of one paragraph without speech means, for tests. */
export const referencesOf = (text: string, cast: Iterable<Person>): ReferenceFinder =>
  findReferences(referencesIn(bookOf([text]), { cast: [...cast], quotes: [] }));

import type { Book } from "../book/book.ts";
import type { RosterEntry } from "./cast.ts";
import { readEnglish } from "./english-reading.ts";
import { readJapanese } from "./japanese-reading.ts";
import { rulesFor } from "./language.ts";
import { passagesOf } from "./passages.ts";
import type { Story } from "./story.ts";
import { tellStory } from "./tell-story.ts";

/** What may be given from outside. */
export interface UnderstandOptions {
  /** Fixes the cast: nobody else is found, and these names are used. */
  roster?: readonly RosterEntry[];
}

/**
 * Reads a book by rules: quotes and who speaks them, cast, scenes, places, times, weather, moods, looks and sounds.
 * Only chapters of the body are read. The same book gives the same story; time is in proportion to its length.
 */
export function understand(book: Book, options: UnderstandOptions = {}): Story {
  const passages = passagesOf(book);
  const language = rulesFor(book);
  const roster = options.roster ?? null;
  const reading =
    language === "ja"
      ? readJapanese(book.text, passages, book.marks, roster)
      : readEnglish(book.text, passages, book.marks, roster);
  return tellStory({ book, passages, language, reading });
}

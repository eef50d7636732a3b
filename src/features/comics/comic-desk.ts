import type { Database } from "../../backends/sql/database.ts";
import type { FormatName } from "../../core/print/formats.ts";
import type { BookReader } from "../library/read-books.ts";
import { settingsForBook } from "./begin-comic.ts";
import { ownComic } from "./comic-parts.ts";
import type { ComicTools } from "./comic-tools.ts";
import { makeFile } from "./make-file.ts";
import type { Previews } from "./preview.ts";
import type { ComicSettings, Preview } from "./schema.ts";

/** What is computed while somebody waits for it: here, or in a process of its own so that nobody else waits too. */
export interface ComicDesk {
  /** Throws `Refused`, and the signal's reason when it aborts. */
  preview(owner: string, of: { book: string; chosen: ComicSettings }, signal: AbortSignal): Promise<Preview>;
  /** Binds a finished comic in one more format. Throws `Refused`. */
  makeFile(owner: string, of: { comic: string; format: FormatName }): Promise<void>;
}

export interface DeskParts {
  db: Database;
  tools: ComicTools;
  books: BookReader;
  previews: Previews;
}

/** The desk in this thread. */
export function comicDesk({ db, tools, books, previews }: DeskParts): ComicDesk {
  return {
    async preview(owner, { book: id, chosen }, signal) {
      const { row, settings } = await settingsForBook({ db, books }, owner, id, chosen);
      const book = await books.read(owner, row);
      signal.throwIfAborted();
      return previews.preview({ contentHash: row.contentHash, book, settings }, signal);
    },
    async makeFile(owner, { comic: id, format }) {
      await makeFile(db, tools, owner, { comic: await ownComic(db, owner, id), format });
    },
  };
}

/** The desk for many people: each has one preview made at a time, the next when that one is there or was given up. */
export function fairDesk(desk: ComicDesk): ComicDesk {
  const last = new Map<string, Promise<unknown>>();
  return {
    makeFile: desk.makeFile,
    async preview(owner, of, signal) {
      const before = last.get(owner) ?? null;
      const turn = Promise.withResolvers<void>();
      last.set(owner, turn.promise);
      try {
        await before;
        signal.throwIfAborted();
        return await desk.preview(owner, of, signal);
      } finally {
        turn.resolve();
        if (last.get(owner) === turn.promise) last.delete(owner);
      }
    },
  };
}

import type { Database } from "../../backends/sql/database.ts";
import type { Book } from "../../core/book/book.ts";
import { jobView } from "../jobs/queries/job-views.ts";
import { newestComics } from "./queries/newest-comics.ts";
import { progressOf } from "./queries/reading-progress.ts";
import { directionOf, type ShelfRow, tagsOf } from "./queries/shelf.ts";
import type { BookDetail, BookView } from "./schema.ts";

/** Books as they stand on the shelf, in the order given. `now` in milliseconds since 1970. */
export async function bookViews(
  db: Database,
  owner: string,
  rows: readonly ShelfRow[],
  now: number,
): Promise<BookView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [comics, progress] = await Promise.all([newestComics(db, owner, ids), progressOf(db, owner, ids)]);
  return Promise.all(
    rows.map(async (row) => {
      const comic = comics.get(row.id);
      const { text = null, comic: comicPlace = null, newest = null } = progress.get(row.id) ?? {};
      return {
        id: row.id,
        title: row.title,
        author: row.author,
        series: row.series,
        seriesNumber: row.seriesNumber,
        language: row.language,
        direction: directionOf(row.direction),
        format: row.format,
        tags: tagsOf(row.tags),
        length: row.length,
        createdAt: row.createdAt,
        updatedAt: row.updatedAt,
        trashedAt: row.trashedAt,
        comic: comic ? await jobView(db, comic, now) : null,
        progress: newest,
        places: { text, comic: comicPlace },
      };
    }),
  );
}

/** One book as it stands on the shelf. */
export async function bookView(db: Database, owner: string, row: ShelfRow, now: number): Promise<BookView> {
  const [view] = await bookViews(db, owner, [row], now);
  if (!view) throw new Error(`The book ${row.id} has no view`);
  return view;
}

/** A book with what it says of itself. */
export function bookDetail(view: BookView, book: Book): BookDetail {
  return {
    ...view,
    description: book.description ?? null,
    publisher: book.publisher,
    date: book.date,
    subjects: book.subjects,
    chapters: chaptersOf(book),
    warnings: book.warnings,
  };
}

/** The chapters of a book; those of its body are numbered from 1. */
export function chaptersOf(book: Book): BookDetail["chapters"] {
  let told = 0;
  return book.chapters.map(({ title, level, matter, start, end }, index) => {
    if (matter === "body") told++;
    return { number: matter === "body" ? told : null, index, title, level, matter, start, end };
  });
}

import type { Database } from "../../../backends/sql/database.ts";
import { timeText } from "../../../backends/sql/codecs.ts";
import type { Book } from "../../../core/book/book.ts";
import { novelTerms } from "./novel-terms.ts";

export interface Novel {
  id: string;
  title: string;
  author: string | null;
  language: string | null;
  contentHash: string;
  originalFileId: string | null;
}

/** A person's novel; null where there is none, or it is another's. */
export async function novelOf({ kysely }: Database, owner: string, id: string): Promise<Novel | null> {
  const row = await kysely
    .selectFrom("novels")
    .select(["id", "title", "author", "language", "content_hash as contentHash", "original_file_id as originalFileId"])
    .where("user_id", "=", owner)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** The novel that a person made of the same bytes before; null where there is none. */
export async function novelOfContent({ kysely }: Database, owner: string, contentHash: string): Promise<string | null> {
  const row = await kysely
    .selectFrom("novels")
    .select("id")
    .where("user_id", "=", owner)
    .where("content_hash", "=", contentHash)
    .where("archived_at", "is", null)
    .orderBy("created_at")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What an import knows of a novel. */
export interface NewNovel {
  id: string;
  book: Book;
  /** Name of the file without its ending: the title of a book without one. */
  fileName: string;
  originalFileId: string;
  contentHash: string;
  now: number;
}

/** Puts a book on a person's shelf, with what it says of itself, to be found by it. */
export async function addNovel(db: Database, owner: string, novel: NewNovel): Promise<void> {
  const { book, now } = novel;
  const at = timeText(now);
  const { identifier, publisher, date, subjects, creators, description = null } = book;
  const seriesNumber = Number(book.series?.number ?? Number.NaN);
  const names = {
    id: novel.id,
    title: (book.title ?? novel.fileName).slice(0, 500) || "?",
    author: creators.find(({ role }) => role === null || role === "aut")?.name.slice(0, 255) ?? null,
    series: book.series?.name.slice(0, 500) ?? null,
    tags: "[]",
  };
  const insert = db.kysely.insertInto("novels").values({
    ...names,
    user_id: owner,
    language: book.language,
    direction: book.direction,
    source_format: book.format,
    original_file_id: novel.originalFileId,
    content_hash: novel.contentHash,
    text_length: book.text.length,
    series_number: Number.isFinite(seriesNumber) ? seriesNumber : null,
    metadata: JSON.stringify({ identifier, publisher, date, subjects, creators, description }),
    created_at: at,
    updated_at: at,
  });
  await db.atomic([insert, ...novelTerms(db, owner, names)]);
}

/** Says which file a novel was imported from. */
export async function setOriginalFile(
  { kysely }: Database,
  owner: string,
  novel: string,
  { file, now }: { file: string; now: number },
): Promise<void> {
  await kysely
    .updateTable("novels")
    .set({ original_file_id: file, updated_at: timeText(now) })
    .where("user_id", "=", owner)
    .where("id", "=", novel)
    .execute();
}

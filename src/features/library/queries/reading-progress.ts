import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { derivedId } from "../../../backends/sql/derived-id.ts";

/** How far a book is read, as text or as a comic of it. */
export interface ReadingProgress {
  comicId: string | null;
  page: number | null;
  offset: number | null;
  /** From 0 to 100. */
  percent: number;
}

/** Where a book was left: as text, as the comic of it that was read last, and whichever of them was read last. */
export interface ReadingPlaces {
  text: ReadingProgress | null;
  comic: ReadingProgress | null;
  newest: ReadingProgress;
}

/** The places of each of the books that was begun. */
export async function progressOf(
  db: Database,
  owner: string,
  novels: readonly string[],
): Promise<Map<string, ReadingPlaces>> {
  const rows = await db.kysely
    .selectFrom("reading_progress")
    .select(["novel_id as novel", "job_id as comicId", "page_number as page", "text_offset as offset"])
    .select("progress_percent as percent")
    .where("user_id", "=", owner)
    .where("novel_id", "in", db.capabilities.valuesOf(novels))
    .where("vivid_page_id", "is", null)
    .orderBy("updated_at")
    .execute();
  const places = new Map<string, ReadingPlaces>();
  for (const { novel, ...newest } of rows) {
    const { text = null, comic = null } = places.get(novel) ?? {};
    places.set(novel, newest.comicId === null ? { text: newest, comic, newest } : { text, comic: newest, newest });
  }
  return places;
}

/** Keeps how far a person has read; false where the book, or the comic of it, is not theirs. `now` in milliseconds since 1970. */
export async function keepProgress(
  { kysely }: Database,
  owner: string,
  novel: string,
  { comicId, page, offset, percent }: ReadingProgress,
  now: number,
): Promise<boolean> {
  const book = kysely.selectFrom("novels").select("id").where("id", "=", novel).where("user_id", "=", owner);
  const comic = kysely.selectFrom("jobs").select("id").where("id", "=", comicId).where("novel_id", "=", novel);
  if (!(await book.executeTakeFirst())) return false;
  if (comicId !== null && !(await comic.executeTakeFirst())) return false;
  const at = timeText(now);
  const far = { text_offset: offset, page_number: page, progress_percent: percent, updated_at: at };
  await kysely
    .insertInto("reading_progress")
    .values({
      id: await derivedId(owner, novel, comicId ?? "text"),
      user_id: owner,
      novel_id: novel,
      job_id: comicId,
      ...far,
      created_at: at,
    })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(far))
    .execute();
  return true;
}

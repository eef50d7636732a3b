import { type SqlBool, sql } from "kysely";
import { jsonText, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { guard, isGuardFailure } from "../../../backends/sql/guard.ts";
import { novelTerms } from "./novel-terms.ts";
import type { ShelfRow } from "./shelf.ts";

/** What of a book a person may correct. */
export interface NovelCorrection {
  title?: string | undefined;
  author?: string | null | undefined;
  series?: string | null | undefined;
  seriesNumber?: number | null | undefined;
  language?: string | null | undefined;
  direction?: "ltr" | "rtl" | undefined;
  tags?: readonly string[] | undefined;
}

/** Corrects what is known of a book, and by what it is found; false where it was changed or deleted since `before` was read. */
export async function correctNovel(
  db: Database,
  owner: string,
  before: ShelfRow,
  correction: NovelCorrection,
  now: number,
): Promise<boolean> {
  const { tags, ...given } = correction;
  const after = {
    title: before.title,
    author: before.author,
    series: before.series,
    seriesNumber: before.seriesNumber,
    language: before.language,
    direction: before.direction,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    tags: tags === undefined ? before.tags : jsonText([...new Set(tags)]),
  };
  const { title, author, series, seriesNumber, language, direction } = after;
  const update = db.kysely
    .updateTable("novels")
    .set({
      title,
      author: author || null,
      series: series || null,
      series_number: seriesNumber,
      language: language || null,
    })
    .set({ direction, tags: after.tags, updated_at: later(before.updatedAt, now) })
    .where("id", "=", before.id)
    .where("user_id", "=", owner)
    .where("updated_at", "=", before.updatedAt);
  const names = { id: before.id, title, author: author || null, series: series || null, tags: after.tags };
  const mine = db.kysely.selectFrom("novels").select("id").where("id", "=", before.id).where("user_id", "=", owner);
  const isMade = mine.where("updated_at", "=", later(before.updatedAt, now));
  try {
    await db.atomic([update, guard(db, sql<SqlBool>`exists ${isMade}`), ...novelTerms(db, owner, names)]);
    return true;
  } catch (error) {
    if (isGuardFailure(error)) return false;
    throw error;
  }
}

/** The moment of a change, later than the one before it even within a millisecond, so that it tells versions apart. */
function later(before: string, now: number): string {
  return timeText(Math.max(now, Date.parse(before) + 1));
}

/** Puts a book into the trash, or back on the shelf where `at` is null. False where the person has no such book. */
export async function setTrashed(
  { kysely }: Database,
  owner: string,
  id: string,
  { at, now }: { at: number | null; now: number },
): Promise<boolean> {
  const rows = await kysely
    .updateTable("novels")
    .set({ archived_at: at === null ? null : timeText(at), updated_at: timeText(now) })
    .where("id", "=", id)
    .where("user_id", "=", owner)
    .where("archived_at", at === null ? "is not" : "is", null)
    .returning("id")
    .execute();
  return rows.length === 1;
}

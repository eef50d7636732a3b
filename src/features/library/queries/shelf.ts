import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Cursor } from "../../../backends/sql/cursor.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { findByTerms } from "../../../backends/sql/text-search.ts";
import type { bookShelves, bookSorts } from "../schema.ts";

/** A book as its row has it. Times are ISO 8601 in UTC. */
export interface ShelfRow {
  id: string;
  title: string;
  author: string | null;
  series: string | null;
  seriesNumber: number | null;
  language: string | null;
  direction: string;
  format: string;
  /** JSON list. */
  tags: string;
  length: number;
  createdAt: string;
  updatedAt: string;
  trashedAt: string | null;
  contentHash: string;
  originalFileId: string | null;
  coverImageId: string | null;
  /** JSON of what else the book says of itself. */
  metadata: string;
}

export interface ShelfFilter {
  shelf: (typeof bookShelves)[number];
  tag: string | null;
  series: string | null;
  /** BCP 47 tag, or the first part of one. */
  language: string | null;
}

export type BookSort = (typeof bookSorts)[number];

/** What a list is ordered by, and which way; the last of them is unique. */
const orders: Readonly<Record<BookSort, { by: readonly RawBuilder<unknown>[]; way: "asc" | "desc" }>> = {
  added: { by: [sql`novels.created_at`, sql`novels.id`], way: "desc" },
  title: { by: [sql`novels.title`, sql`novels.id`], way: "asc" },
  author: { by: [sql`coalesce(novels.author, '~')`, sql`novels.title`, sql`novels.id`], way: "asc" },
  read: {
    by: [
      sql`coalesce((select max(reading_progress.updated_at) from reading_progress where reading_progress.novel_id = novels.id), '')`,
      sql`novels.created_at`,
      sql`novels.id`,
    ],
    way: "desc",
  },
};

/** The types of a cursor of a sort, for `placeIn`. */
export const shelfCursor = (sort: BookSort): readonly "string"[] => orders[sort].by.map(() => "string");

/** A row with its place in the list. */
export type PlacedRow = ShelfRow & { place: Cursor };

/** The person's books of a shelf in the order of `sort`, at most `limit` after `cursor`. */
export async function listShelf(
  db: Database,
  owner: string,
  { sort, cursor, limit, ...filter }: ShelfFilter & { sort: BookSort; cursor: Cursor | null; limit: number },
): Promise<PlacedRow[]> {
  const { by, way } = orders[sort];
  let query = onShelf(db, owner, filter).select(by.map((column, i) => sql<string>`${column}`.as(`place${i}`)));
  if (cursor) {
    const behind = sql.raw(way === "asc" ? ">" : "<");
    query = query.where(sql<SqlBool>`(${sql.join(by)}) ${behind} (${sql.join(cursor)})`);
  }
  for (const column of by) query = query.orderBy(column, way);
  const rows = await query.limit(limit).execute();
  return rows.map((row) => {
    const columns: Readonly<Record<string, unknown>> = row;
    return { ...row, place: by.map((_, i) => String(columns[`place${i}`])) };
  });
}

/** The person's books of a shelf that have all of the words, best first; a part has fewer where others have them too. */
export async function searchShelf(
  db: Database,
  owner: string,
  { words, cursor, limit, ...filter }: ShelfFilter & { words: string; cursor: Cursor | null; limit: number },
): Promise<{ rows: ShelfRow[]; next: Cursor | null }> {
  const { ids, next } = await findByTerms(db, { owner, kind: "novel" }, words, { limit, cursor });
  const places = new Map(ids.map((id, i) => [id, i]));
  const found = await onShelf(db, owner, filter).where("novels.id", "in", db.capabilities.valuesOf(ids)).execute();
  return { rows: found.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)), next };
}

/** A book of the person's, in the trash or not; null where there is none. */
export async function shelfRow(db: Database, owner: string, id: string): Promise<ShelfRow | null> {
  return (await booksOf(db, owner).where("novels.id", "=", id).executeTakeFirst()) ?? null;
}

function booksOf({ kysely }: Database, owner: string) {
  return kysely
    .selectFrom("novels")
    .select(["novels.id", "novels.title", "novels.author", "novels.series", "novels.series_number as seriesNumber"])
    .select(["novels.language", "novels.direction", "novels.source_format as format", "novels.tags"])
    .select(["novels.text_length as length", "novels.created_at as createdAt", "novels.updated_at as updatedAt"])
    .select(["novels.archived_at as trashedAt", "novels.content_hash as contentHash", "novels.metadata"])
    .select(["novels.original_file_id as originalFileId", "novels.cover_image_id as coverImageId"])
    .where("novels.user_id", "=", owner);
}

function onShelf(db: Database, owner: string, { shelf, tag, series, language }: ShelfFilter) {
  let query = booksOf(db, owner).where("novels.archived_at", shelf === "trash" ? "is not" : "is", null);
  if (shelf === "reading")
    query = query.where(sql<SqlBool>`exists (select 1 from reading_progress as read where read.novel_id = novels.id
      and read.user_id = ${owner} and read.progress_percent > 0 and read.progress_percent < 100)`);
  if (shelf === "comics")
    query = query.where(
      sql<SqlBool>`exists (select 1 from jobs where jobs.novel_id = novels.id and jobs.job_type = 'manga' and jobs.status <> 'cancelled')`,
    );
  // A tag stands in a JSON list: its text with quotes is in no other tag.
  if (tag !== null) query = query.where(sql<SqlBool>`replace(novels.tags, ${JSON.stringify(tag)}, '') <> novels.tags`);
  if (series !== null) query = query.where("novels.series", "=", series);
  if (language !== null)
    query = query.where(sql<SqlBool>`(novels.language = ${language} or (novels.language >= ${`${language}-`}
      and novels.language < ${`${language}.`}))`);
  return query;
}

/** How often each tag is given to books in sight, most first. */
export async function tagCounts({ kysely }: Database, owner: string): Promise<{ tag: string; count: number }[]> {
  const rows = await kysely
    .selectFrom("novels")
    .select("tags")
    .where("user_id", "=", owner)
    .where("archived_at", "is", null)
    .where("tags", "<>", "[]")
    .execute();
  const counts = new Map<string, number>();
  for (const { tags } of rows) for (const tag of tagsOf(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return Array.from(counts, ([tag, count]) => ({ tag, count })).toSorted(
    (a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1),
  );
}

/** The series of books in sight, by name. */
export async function seriesCounts({ kysely }: Database, owner: string): Promise<{ series: string; count: number }[]> {
  const rows = await kysely
    .selectFrom("novels")
    .select(["series", (count) => count.fn.countAll<number>().as("count")])
    .where("user_id", "=", owner)
    .where("archived_at", "is", null)
    .where("series", "is not", null)
    .groupBy("series")
    .orderBy("series")
    .execute();
  return rows.flatMap(({ series, count }) => (series === null ? [] : [{ series, count }]));
}

/** The tags of a row. */
export function tagsOf(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((tag) => typeof tag === "string") : [];
}

/** The way of a row: a CHECK of the table lets in nothing else. */
export const directionOf = (text: string): "ltr" | "rtl" => (text === "rtl" ? "rtl" : "ltr");

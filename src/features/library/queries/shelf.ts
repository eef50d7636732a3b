import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
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

type Order = { by: readonly RawBuilder<unknown>[]; way: "asc" | "desc" };
type Asked = ShelfFilter & { cursor: Cursor | null; limit: number };

/** What a list is ordered by, and which way; the last of them is unique. Each order of books in sight has an index. */
const orders: Readonly<Record<Exclude<BookSort, "read">, Order>> = {
  added: { by: [sql`novels.created_at`, sql`novels.id`], way: "desc" },
  title: { by: [sql`novels.title`, sql`novels.id`], way: "asc" },
  author: { by: [sql`coalesce(novels.author, '~')`, sql`novels.title`, sql`novels.id`], way: "asc" },
};
const lastRead: Order = { by: [sql`last.updated_at`, ...orders.added.by], way: "desc" };

/** A series is short: it is looked up and then ordered, for which the order must not look as if it had an index of its own to walk along. */
const orderIn = ({ series }: ShelfFilter, { by, way }: Order): Order =>
  series === null ? { by, way } : { by: by.map((column) => sql`coalesce(${column}, '')`), way };

/** The types of a cursor of a sort, for `placeIn`. */
export const shelfCursor = (sort: BookSort): readonly "string"[] =>
  (sort === "read" ? lastRead : orders[sort]).by.map(() => "string");

/** A row with its place in the list. */
export type PlacedRow = ShelfRow & { place: Cursor };

/** The person's books of a shelf in the order of `sort`, at most `limit` after `cursor`. */
export async function listShelf(
  db: Database,
  owner: string,
  { sort, ...asked }: Asked & { sort: BookSort },
): Promise<PlacedRow[]> {
  return sort === "read"
    ? listByReading(db, owner, asked)
    : inOrder(onShelf(db, owner, asked), orderIn(asked, orders[sort]), asked)
        .execute()
        .then(placed);
}

/** Books that were opened, the last one first, and behind them those that never were, the newest first: their cursor begins with no time. */
async function listByReading(db: Database, owner: string, { cursor, limit, ...filter }: Asked): Promise<PlacedRow[]> {
  const opened = cursor?.[0] === "" ? [] : await openedBooks(db, owner, { ...filter, cursor, limit });
  if (opened.length >= limit || filter.shelf === "reading") return opened;
  const rest = { cursor: cursor?.[0] === "" ? cursor.slice(1) : null, limit: limit - opened.length };
  const unread = onShelf(db, owner, filter).where(
    sql<SqlBool>`not exists (select 1 from reading_progress where reading_progress.novel_id = novels.id)`,
  );
  const rows = placed(await inOrder(unread, orderIn(filter, orders.added), rest).execute());
  return [...opened, ...rows.map((row) => ({ ...row, place: ["", ...row.place] }))];
}

/** Along the person's reading, from the newest on: so it ends with the part, however long the shelf is. */
async function openedBooks(db: Database, owner: string, asked: Asked): Promise<PlacedRow[]> {
  const opened = onShelf(db, owner, asked)
    .innerJoin("reading_progress as last", "last.novel_id", "novels.id")
    .where("last.user_id", "=", owner)
    .where(
      sql<SqlBool>`not exists (select 1 from reading_progress as later where later.novel_id = last.novel_id
        and (later.updated_at, later.id) > (last.updated_at, last.id))`,
    );
  return placed(await inOrder(opened, orderIn(asked, lastRead), asked).execute());
}

/** A query's part behind the cursor, with the place of each row. The first column alone is compared too, since not every engine looks up a list of columns in an index of expressions. */
function inOrder<Tables, Table extends keyof Tables, Columns>(
  query: SelectQueryBuilder<Tables, Table, Columns>,
  { by, way }: Order,
  { cursor, limit }: Pick<Asked, "cursor" | "limit">,
): SelectQueryBuilder<Tables, Table, Columns> {
  const behind = sql.raw(way === "asc" ? ">" : "<");
  let part = query.select(by.map((column, i) => sql<string>`${column}`.as(`place${i}`)));
  if (cursor)
    part = part
      .where(sql<SqlBool>`${by[0]} ${behind}= ${cursor[0]}`)
      .where(sql<SqlBool>`(${sql.join(by)}) ${behind} (${sql.join(cursor)})`);
  for (const column of by) part = part.orderBy(column, way);
  return part.limit(limit);
}

/** Rows whose columns `place0`, `place1` … are their place. */
function placed(rows: readonly ShelfRow[]): PlacedRow[] {
  return rows.map((row) => {
    const columns: Readonly<Record<string, unknown>> = { ...row };
    const place: string[] = [];
    while (columns[`place${place.length}`] !== undefined) place.push(String(columns[`place${place.length}`]));
    return { ...row, place };
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
  const found = await onShelf(db, owner, filter, "id")
    .where("novels.id", "in", db.capabilities.valuesOf(ids))
    .execute();
  return { rows: found.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)), next };
}

/** A book of the person's, in the trash or not; null where there is none. */
export async function shelfRow(db: Database, owner: string, id: string): Promise<ShelfRow | null> {
  return (await booksOf(db, owner).where("novels.id", "=", id).executeTakeFirst()) ?? null;
}

/** `by`: what the books are looked up by. SQLite would rather walk all books of the person than look up a list of ids, so that must not look like a way. */
function booksOf({ kysely }: Database, owner: string, by: "owner" | "id" = "owner") {
  return kysely
    .selectFrom("novels")
    .select(["novels.id", "novels.title", "novels.author", "novels.series", "novels.series_number as seriesNumber"])
    .select(["novels.language", "novels.direction", "novels.source_format as format", "novels.tags"])
    .select(["novels.text_length as length", "novels.created_at as createdAt", "novels.updated_at as updatedAt"])
    .select(["novels.archived_at as trashedAt", "novels.content_hash as contentHash", "novels.metadata"])
    .select(["novels.original_file_id as originalFileId", "novels.cover_image_id as coverImageId"])
    .where(by === "owner" ? sql.ref("novels.user_id") : sql<string>`coalesce(novels.user_id, '')`, "=", owner);
}

function onShelf(
  db: Database,
  owner: string,
  { shelf, tag, series, language }: ShelfFilter,
  by: "owner" | "id" = "owner",
) {
  let query = booksOf(db, owner, by).where("novels.archived_at", shelf === "trash" ? "is not" : "is", null);
  if (shelf === "reading")
    query = query.where(sql<SqlBool>`exists (select 1 from reading_progress as read where read.novel_id = novels.id
      and read.progress_percent > 0 and read.progress_percent < 100)`);
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

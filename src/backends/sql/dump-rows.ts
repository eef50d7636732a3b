import { type RawBuilder, sql } from "kysely";
import type { Database, Row } from "./database.ts";

/** What a dump reads of. */
export type DumpSource = Pick<Database, "kysely" | "capabilities" | "catalog">;

export interface RowsRead {
  table: string;
  columns: readonly string[];
  /** Columns of the primary key. */
  key: readonly string[];
  /** Only rows that have a value in one of these columns; null for all. */
  having?: readonly string[] | null;
}

/** Bytes that are read at once, as far as the rows before let guess. */
const pageBytes = 4_000_000;

/** Rows of a table by its key, a page at a time; all at once where it has none. */
export async function* rowsByKey(db: DumpSource, read: RowsRead): AsyncGenerator<readonly Row[]> {
  const { table, columns, key, having = null } = read;
  const order = key.length > 0 ? sql` order by ${refs(key)}` : sql``;
  let last: Row | undefined;
  let limit = 20;
  for (;;) {
    const conditions = [...(having ? [anyOf(having)] : []), ...(last ? [behind(key, last)] : [])];
    const where = conditions.length > 0 ? sql` where ${sql.join(conditions, sql` and `)}` : sql``;
    const some = key.length > 0 ? sql` limit ${limit}` : sql``;
    const { rows } = await sql<Row>`select ${refs(columns)} from ${sql.table(table)}${where}${order}${some}`.execute(
      db.kysely,
    );
    if (rows.length > 0) yield rows;
    if (key.length === 0 || rows.length < limit) return;
    last = rows.at(-1);
    limit = pageOf(rows);
  }
}

/** Rows of a table whose rows refer to others of it, each behind the one that it refers to. Throws `TypeError` where that goes in a circle. */
export async function* rowsByLayer(
  db: DumpSource,
  read: RowsRead & { refers: string },
): AsyncGenerator<readonly Row[]> {
  const [key, ...more] = read.key;
  if (key === undefined || more.length > 0)
    throw new TypeError(`Rows of ${read.table} refer to others by a key of parts.`);
  const keys = await layered(db, read.table, key, read.refers);
  let size = 20;
  for (let from = 0; from < keys.length;) {
    const some = keys.slice(from, from + size);
    const { rows } = await sql<Row>`select ${refs(read.columns)} from ${sql.table(read.table)}
      where ${sql.ref(key)} in ${db.capabilities.valuesOf(some)}`.execute(db.kysely);
    const byKey = new Map(rows.map((row) => [row[key], row]));
    const ordered = some.map((each) => byKey.get(each)).filter((row) => row !== undefined);
    if (ordered.length > 0) yield ordered;
    from += size;
    size = pageOf(ordered);
  }
}

/** Keys of all rows, those that refer to none first. */
async function layered(db: DumpSource, table: string, key: string, refers: string): Promise<(string | number)[]> {
  const of = sql.table(table);
  const { rows } = await sql<{ key: string | number | null; total: number }>`
    with recursive layers (id, layer) as (
      select ${sql.ref(key)}, 0 from ${of} where ${sql.ref(refers)} is null
      union all select child.${sql.ref(key)}, layers.layer + 1 from ${of} as child join layers on child.${sql.ref(refers)} = layers.id)
    select counted.total, layers.id as "key" from (select count(*) as total from ${of}) as counted
      left join layers on 1 = 1 order by layers.layer, layers.id`.execute(db.kysely);
  const keys = rows.flatMap(({ key: each }) => (each === null ? [] : [each]));
  // Counted by the same statement, so that what others write meanwhile is in both or in neither.
  if (rows[0]?.total !== keys.length) throw new TypeError(`Rows of ${table} refer to each other in a circle.`);
  return keys;
}

const refs = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)));

const anyOf = (columns: readonly string[]): RawBuilder<unknown> =>
  sql`(${sql.join(
    columns.map((column) => sql`${sql.ref(column)} is not null`),
    sql` or `,
  )})`;

const behind = (key: readonly string[], row: Row): RawBuilder<unknown> =>
  sql`(${refs(key)}) > (${sql.join(key.map((column) => sql`${row[column]}`))})`;

/** How many rows like these fill a page. */
function pageOf(rows: readonly Row[]): number {
  const bytes = rows.reduce(
    (sum, row) => sum + Object.values(row).reduce((all: number, value) => all + sizeOf(value), 0),
    0,
  );
  return Math.max(1, Math.min(1_000, Math.floor((pageBytes * rows.length) / Math.max(1, bytes))));
}

const sizeOf = (value: unknown): number =>
  typeof value === "string" || value instanceof Uint8Array ? value.length : 8;

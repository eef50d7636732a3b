import type { Reference, Row, SchemaObject } from "./database.ts";
import type { DumpLanguage } from "./dump-language.ts";
import { laterColumns, tablesInOrder, viewsInOrder } from "./dump-order.ts";
import { type DumpSource, rowsByKey, rowsByLayer } from "./dump-rows.ts";
import { rowWriter, type WantedRow } from "./dump-statements.ts";
import { type TableShape, tableShape } from "./dump-table.ts";

/**
 * A database as SQL text that its engine reads, and `sqlite3` or `psql` as well: tables, rows, then indexes, views and triggers; each
 * statement has at most 100,000 bytes, the limit of D1. `language` is that of the database. What others write meanwhile may be in it or not, in
 * one table and not in another: give it what nobody writes to, or a snapshot, or a language of many moments. Functions of PostgreSQL are not in it, nor virtual tables of SQLite,
 * for which `TypeError` is thrown; throws `SqlError`.
 */
export async function* dumpSql(db: DumpSource, language: DumpLanguage): AsyncGenerator<string> {
  const objects = await db.catalog.objects();
  const references = await db.catalog.references();
  const shapes = shapesOf(objects);
  const order = tablesInOrder(shapes, references);
  const later = language.addsForeignKeys ? new Map<string, string[]>() : laterColumns(order, references);
  yield "-- Tables, then their rows in an order in which they can be read back, then what is made of both.\n";
  // SQLite puts no row into a table while one that the table refers to is missing, not even a row that refers to nothing.
  for (const table of order)
    yield `${language.addsForeignKeys ? shapeOf(shapes, table).bare : definitionOf(objects, table)};\n`;
  // What must be unique is, row by row, where it may not be in the dump as a whole.
  if (language.ofManyMoments) yield* sortedOf(objects, "index");
  for (const table of order) {
    const shape = shapeOf(shapes, table);
    const own = references.find(({ child, parent }) => child === table && parent === table);
    const refers = language.addsForeignKeys ? null : (own?.column ?? null);
    const wanted = language.ofManyMoments ? wantedOf(table, references, shapes) : [];
    yield* insertsOf(db, language, { table, shape, refers, wanted, later: later.get(table) ?? [] });
  }
  for (const [table, columns] of later) {
    const wanted = language.ofManyMoments ? wantedOf(table, references, shapes) : [];
    yield* updatesOf(db, language, { table, shape: shapeOf(shapes, table), columns, wanted });
  }
  if (!language.ofManyMoments) yield* sortedOf(objects, "index");
  if (language.addsForeignKeys)
    for (const table of order)
      for (const key of shapeOf(shapes, table).foreignKeys) yield `alter table ${quotedName(table)} add ${key};\n`;
  for (const { definition } of viewsInOrder(objects)) yield `${ended(definition)};\n`;
  yield* sortedOf(objects, "trigger");
}

function shapesOf(objects: readonly SchemaObject[]): Map<string, TableShape> {
  const tables = objects.filter(({ type }) => type === "table");
  return new Map(tables.map(({ name, definition }) => [name, tableShape(definition)]));
}

function shapeOf(shapes: ReadonlyMap<string, TableShape>, table: string): TableShape {
  const shape = shapes.get(table);
  if (!shape) throw new TypeError(`There is no table ${table}.`);
  return shape;
}

const definitionOf = (objects: readonly SchemaObject[], table: string): string =>
  objects.find(({ type, name }) => type === "table" && name === table)?.definition ?? "";

function* sortedOf(objects: readonly SchemaObject[], type: SchemaObject["type"]): Generator<string> {
  const some = objects.filter((object) => object.type === type).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const { definition } of some) yield `${ended(definition)};\n`;
}

/** PostgreSQL ends the text of a view with a semicolon, SQLite may end one with a comment. */
const ended = (definition: string): string => {
  const text = definition.trim().replace(/;$/, "");
  return /--[^\n]*$/.test(text) ? `${text}\n` : text;
};

/** The rows that each row of a table must find, as far as they are found by a key of one column. */
function wantedOf(
  table: string,
  references: readonly Reference[],
  shapes: ReadonlyMap<string, TableShape>,
): WantedRow[] {
  const own = references.filter(({ child }) => child === table);
  return own.flatMap(({ column, parent }) => {
    const [parentKey, ...more] = shapeOf(shapes, parent).key;
    return parentKey === undefined || more.length > 0 ? [] : [{ column, parent, parentKey }];
  });
}

interface Inserts {
  table: string;
  shape: TableShape;
  wanted: readonly WantedRow[];
  /** The column by which rows refer to others of the table; null for none. */
  refers: string | null;
  /** Columns that are filled in when all tables are there. */
  later: readonly string[];
}

async function* insertsOf(
  db: DumpSource,
  language: DumpLanguage,
  { table, shape, refers, wanted, later }: Inserts,
): AsyncGenerator<string> {
  const writer = rowWriter(language, { table, key: shape.key, columns: shape.columns, wanted });
  const read = { table, columns: shape.columns, key: shape.key };
  for await (const rows of refers === null ? rowsByKey(db, read) : rowsByLayer(db, { ...read, refers }))
    for (const some of apart(rows, language.ofManyMoments && refers !== null))
      yield* writer.inserts(some.map((row) => emptied(row, later)));
}

/** Rows that must find others of their own table are each looked at when those before are there. */
const apart = (rows: readonly Row[], isEach: boolean): readonly (readonly Row[])[] =>
  isEach ? rows.map((row) => [row]) : [rows];

function emptied(row: Row, columns: readonly string[]): Row {
  return columns.length === 0 ? row : { ...row, ...Object.fromEntries(columns.map((column) => [column, null])) };
}

async function* updatesOf(
  db: DumpSource,
  language: DumpLanguage,
  { table, shape, columns, wanted }: Omit<Inserts, "refers" | "later"> & { columns: readonly string[] },
): AsyncGenerator<string> {
  const writer = rowWriter(language, { table, key: shape.key, columns, wanted });
  const read = { table, columns: [...new Set([...shape.key, ...columns])], key: shape.key, having: columns };
  for await (const rows of rowsByKey(db, read)) yield* writer.updates(rows);
}

const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

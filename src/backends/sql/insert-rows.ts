import type { Insertable, InsertQueryBuilder, InsertResult, Kysely } from "kysely";
import type { Capabilities, Row } from "./database.ts";

/**
 * Inserts for any number of rows, as few as fit the engine, each with one bound parameter; `onConflict` and `returning` may be put on
 * each. All rows have the columns of the first; a value is text, a number or null. Throws `TypeError` for other values.
 */
export function insertRows<Tables, Table extends keyof Tables & string>(
  db: { kysely: Kysely<Tables>; capabilities: Capabilities },
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): InsertQueryBuilder<Tables, Table, InsertResult>[] {
  // An insertable row of named columns is a record of values.
  const records = rows as readonly Row[];
  const columns = Object.keys(records[0] ?? {});
  for (const row of records) assertPlain(table, columns, row);
  return inParts(records, db.capabilities.maxRowBytes).map((part) =>
    db.kysely
      .insertInto(table)
      // They are keys of a row of this table.
      .columns(columns as never)
      .expression(db.capabilities.rowsOf(table, columns, part)),
  );
}

function assertPlain(table: string, columns: readonly string[], row: Row): void {
  const keys = Object.keys(row);
  if (keys.length !== columns.length || !columns.every((column) => Object.hasOwn(row, column)))
    throw new TypeError(`Rows of ${table} for one insert must have the same columns: ${columns.join(", ")}.`);
  for (const [column, value] of Object.entries(row))
    if (value !== null && typeof value !== "string" && !(typeof value === "number" && Number.isFinite(value)))
      throw new TypeError(`${table}.${column} cannot be inserted in bulk: it is neither text nor a number nor null.`);
}

/** Rows in groups whose JSON stays below a number of bytes; a row that is larger goes alone, for the engine to refuse. */
function inParts(rows: readonly Row[], maxBytes: number): Row[][] {
  const parts: Row[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = byteLength(JSON.stringify(row)) + 1;
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = maxBytes - 2;
    }
    parts.at(-1)?.push(row);
    room -= size;
  }
  return parts;
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

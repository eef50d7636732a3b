import type { DatabaseSync } from "node:sqlite";
import type { Column, Table } from "../scripts/schema-tables.ts";

export type TableRow = Record<string, string | number | Uint8Array | null>;
type Value = TableRow[string];

/** Columns whose CHECK wants something else than the first value that comes to mind. */
const wanted: Readonly<Record<string, Value>> = {
  sha256: "0".repeat(64),
  content_hash: "0".repeat(64),
  end_offset: 20,
  anchor_end: 20,
  bpm: 120,
};

/** Columns that go by another one of the same row. */
const agreed: Readonly<Record<string, TableRow>> = {
  coin_ledger: { kind: "grant", amount: 5, hold_id: null },
  images: { status: "COMPLETED" },
  project_clips: { source_type: "lane_template", chord_progression_id: null, file_id: null },
  reading_progress: { vivid_page_id: null },
};

/** Puts a row with a value in every column into each table, all of them of one person, and gives the rows by table. */
export function fillTables(database: DatabaseSync, tables: readonly Table[], person: string): Map<string, TableRow> {
  const rows = new Map<string, TableRow>();
  const fill = (table: Table, as: string): TableRow => {
    const columns = table.columns.filter(({ derived }) => !derived);
    const values = columns.map((column) => [column.name, valueOf(column, table, { person: as, rows })] as const);
    const row = { ...Object.fromEntries(values), ...agreed[table.name] };
    insertRow(database, table.name, row);
    return row;
  };
  for (const table of tables) {
    // Relations are between two.
    if (table.name === "characters") rows.set("other_character_id", fill(table, `${person}2`));
    rows.set(table.name, fill(table, person));
  }
  closeCircles(database, tables, rows);
  return rows;
}

/** Tables refer to each other in circles by columns that may be null: those get their values when all rows are there. */
function closeCircles(database: DatabaseSync, tables: readonly Table[], rows: ReadonlyMap<string, TableRow>): void {
  for (const { name, columns } of tables)
    for (const { name: column, refersTo } of columns) {
      const row = rows.get(name);
      const other = refersTo && refersTo.table !== name ? rows.get(refersTo.table)?.[refersTo.column] : null;
      if (!row || !other || row[column] !== null || agreed[name]?.[column] === null) continue;
      row[column] = other;
      database.prepare(`update ${name} set ${column} = ? where id = ?`).run(other, row["id"] ?? null);
    }
}

interface Filling {
  person: string;
  rows: ReadonlyMap<string, TableRow>;
}

function valueOf({ name, type, primaryKey, refersTo, values }: Column, table: Table, { person, rows }: Filling): Value {
  if (refersTo?.table === table.name) return null;
  if (refersTo) return (rows.get(name) ?? rows.get(refersTo.table))?.[refersTo.column] ?? null;
  const [first] = values ?? [];
  if (first !== undefined) return type === "TEXT" ? first : Number(first);
  if (wanted[name] !== undefined) return wanted[name];
  if (type === "TEXT") return primaryKey ? `${person} ${table.name}` : person;
  return type === "BLOB" ? new Uint8Array(4) : 1;
}

export function insertRow(database: DatabaseSync, table: string, row: TableRow): void {
  const places = Object.keys(row).map(() => "?");
  const statement = `insert into ${table} (${Object.keys(row).join(", ")}) values (${places.join(", ")})`;
  database.prepare(statement).run(...Object.values(row));
}

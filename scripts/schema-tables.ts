import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync, type DatabaseSyncOptions, type SQLOutputValue } from "node:sqlite";

/** One column as the migrations leave it. */
export interface Column {
  name: string;
  /** TEXT, INTEGER, BIGINT, REAL or BLOB. */
  type: string;
  nullable: boolean;
  /** As SQL; null where there is none. */
  defaultValue: string | null;
  /** Computed by the database from the others. */
  derived: boolean;
  primaryKey: boolean;
  refersTo: { table: string; column: string; onDelete: string } | null;
  /** The only values that a CHECK allows; null where any will do. */
  values: readonly string[] | null;
  /** The comment behind it. */
  text: string;
}

export interface UniqueKey {
  columns: readonly string[];
  /** As SQL. */
  where: string | null;
}

export interface Table {
  name: string;
  kind: "table" | "view";
  /** The comment above it. */
  text: string;
  columns: readonly Column[];
  /** Columns that are unique together, without the primary key; among the rows of `where`, which is null for all. */
  uniqueKeys: readonly UniqueKey[];
  /** Columns of each index, those of keys included; partial ones are marked. */
  indexes: readonly { columns: readonly string[]; partial: boolean }[];
}

/** What one migration makes. */
export interface Area {
  file: string;
  /** The comment at its beginning. */
  text: string;
  tables: readonly Table[];
}

const folder = new URL("../migrations/", import.meta.url);

/** A migration as its files have it. */
export interface MigrationFile {
  file: string;
  up: string;
  down: string;
  /** What stands for `up` on PostgreSQL; null where it is the same. */
  postgres: string | null;
}

/** The migrations in order. */
export function migrationFiles(): MigrationFile[] {
  const read = (path: string): string => readFileSync(new URL(path, folder), "utf8").replaceAll("\r\n", "\n");
  const files = (path: string): string[] => readdirSync(new URL(path, folder)).filter((file) => file.endsWith(".sql"));
  const replaced = new Set(files("postgres/"));
  return files(".")
    .toSorted()
    .map((file) => ({
      file,
      up: read(file),
      down: read(`down/${file}`),
      postgres: replaced.has(file) ? read(`postgres/${file}`) : null,
    }));
}

/** An empty database in memory with all tables, foreign keys on, that keeps to these limits. */
export function emptyDatabase(limits: DatabaseSyncOptions["limits"] = {}): DatabaseSync {
  const database = new DatabaseSync(":memory:", { limits });
  for (const { up } of migrationFiles()) database.exec(up);
  return database;
}

/** All tables and views by the migration that makes them. Throws where a table or a column has no comment. */
export function readAreas(): Area[] {
  const database = emptyDatabase();
  const files = migrationFiles();
  const comments = columnComments(files.map(({ up }) => up));
  const areas = files.map(({ file, up }) => ({
    file,
    text: opening(up),
    tables: [...up.matchAll(/((?:^--.*\n)+)CREATE (TABLE|VIEW) (?:IF NOT EXISTS )?(\w+)/gm)].map(
      ([, above = "", kind, name = ""]): Table => ({
        name,
        text: plain(above),
        ...(kind === "VIEW" ? viewOf(name, comments) : tableOf(database, name, comments)),
      }),
    ),
  }));
  refuseForgotten(database, areas);
  database.close();
  return areas;
}

type Shape = Omit<Table, "name" | "text">;

function refuseForgotten(database: DatabaseSync, areas: readonly Area[]): void {
  const told = new Set(areas.flatMap(({ tables }) => tables.map(({ name }) => name)));
  const made = rows(database, "select name from sqlite_master where type in ('table', 'view')").map((row) =>
    text(row["name"]),
  );
  const forgotten = made.filter((name) => !told.has(name));
  if (forgotten.length > 0) throw new Error(`No comment stands above ${forgotten.join(", ")}`);
}

/** The comment at the beginning of a file. */
function opening(sql: string): string {
  return plain(/^(?:--.*\n)+/.exec(sql)?.[0] ?? "");
}

function plain(comment: string): string {
  return comment.replaceAll(/^-- ?/gm, "").trim().replaceAll("\n", " ");
}

interface Comment {
  text: string;
  /** The line without its comment. */
  code: string;
}

/** Comments behind columns, by `table.column`, in the order of the files. */
function columnComments(files: readonly string[]): Map<string, Comment> {
  const found = new Map<string, Comment>();
  for (const sql of files) {
    let table = "";
    for (const line of sql.split("\n")) {
      table = /^CREATE (?:TABLE|VIEW) (?:IF NOT EXISTS )?(\w+)/.exec(line)?.[1] ?? table;
      const added = /^ALTER TABLE (\w+) ADD COLUMN (\w+)/.exec(line);
      const [code = "", comment] = line.split(" -- ");
      const name = added?.[2] ?? (/ AS (\w+),?$/.exec(code) ?? /^ {2}([a-z_0-9]+) /.exec(code))?.[1];
      if (name && comment) found.set(`${added?.[1] ?? table}.${name}`, { code, text: comment.trim() });
    }
  }
  return found;
}

function tableOf(database: DatabaseSync, name: string, comments: ReadonlyMap<string, Comment>): Shape {
  const keys = rows(database, `select * from pragma_foreign_key_list('${name}')`);
  const columns = rows(database, `select * from pragma_table_xinfo('${name}')`).map((row): Column => {
    const column = text(row["name"]);
    const comment = comments.get(`${name}.${column}`);
    if (!comment) throw new Error(`No comment stands behind ${name}.${column}`);
    const key = keys.find(({ from }) => from === column);
    return {
      name: column,
      type: text(row["type"]).replace(" GENERATED ALWAYS", ""),
      nullable: row["notnull"] === 0,
      defaultValue: row["dflt_value"] === null ? null : text(row["dflt_value"]),
      derived: row["hidden"] !== 0,
      primaryKey: row["pk"] !== 0,
      refersTo: key ? { table: text(key["table"]), column: text(key["to"]), onDelete: text(key["on_delete"]) } : null,
      values: allowed(comment.code, column),
      text: comment.text,
    };
  });
  const indexes = rows(database, `select * from pragma_index_list('${name}')`).map((index) => ({
    // An index of an expression has no name for it.
    columns: rows(database, `select name from pragma_index_info('${text(index["name"])}')`).map((row) =>
      text(row["name"] ?? "(expression)"),
    ),
    where: index["partial"] === 1 ? conditionOf(database, text(index["name"])) : null,
    isKey: index["unique"] === 1 && index["origin"] !== "pk",
  }));
  return {
    kind: "table",
    columns,
    uniqueKeys: indexes.filter(({ isKey }) => isKey).map(({ columns: names, where }) => ({ columns: names, where })),
    indexes: indexes.map(({ columns: names, where }) => ({ columns: names, partial: where !== null })),
  };
}

/** Of which rows a partial index is. */
function conditionOf(database: DatabaseSync, index: string): string {
  const [row] = rows(database, `select sql from sqlite_master where name = '${index}'`);
  return / WHERE (.*)$/.exec(text(row?.["sql"]))?.[1] ?? "";
}

/** The values of `CHECK (column IN (…))`. */
function allowed(code: string, column: string): readonly string[] | null {
  const list = new RegExp(`CHECK \\(${column} IN \\((.*?)\\)\\)`).exec(code)?.[1];
  return list ? list.split(/, (?=['\d])/).map((value) => value.replaceAll(/^'|'$/g, "")) : null;
}

/** Engines do not tell the types of a view's columns: the comments do, as `INTEGER NOT NULL: what it is`. */
function viewOf(view: string, comments: ReadonlyMap<string, Comment>): Shape {
  const columns = [...comments].flatMap(([key, comment]): Column[] => {
    const [table, name = ""] = key.split(".");
    if (table !== view) return [];
    const [, type, notNull, told] = /^([A-Z ]+?)( NOT NULL)?: (.*)$/.exec(comment.text) ?? [];
    if (!type || !told) throw new Error(`The comment behind ${key} tells no type`);
    const plainColumn = { defaultValue: null, derived: false, primaryKey: false, refersTo: null, values: null };
    return [{ name, type, nullable: !notNull, text: told, ...plainColumn }];
  });
  return { kind: "view", columns, uniqueKeys: [], indexes: [] };
}

function rows(database: DatabaseSync, sql: string): Record<string, SQLOutputValue>[] {
  return database.prepare(sql).all();
}

function text(value: SQLOutputValue | undefined): string {
  if (typeof value !== "string") throw new TypeError(`The catalogue gave ${typeof value} for a text`);
  return value;
}

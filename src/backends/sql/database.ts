import type { Compilable, Kysely, RawBuilder } from "kysely";
import type { Schema } from "../../generated/schema.ts";

/** A row as an engine gives it: text, numbers, bytes and null; 0 and 1 for no and yes. */
export type Row = Readonly<Record<string, unknown>>;

/** What engines differ in, by name; a feature asks for a capability and never for an engine. */
export interface Capabilities {
  /** Bound parameters of one statement at most. */
  maxParameters: number;
  /** Bytes of one row, and of one bound value, at most; more is refused with `too-large`. */
  maxRowBytes: number;
  /** The type of a column of bytes in DDL. */
  bytesType: string;
  /** Rows of a table as a SELECT of these columns, in one bound parameter. Text, numbers and null only. `insertRows` builds on it. */
  rowsOf(table: string, columns: readonly string[], rows: readonly Row[]): RawBuilder<unknown>;
  /** Values as a SELECT of one column, in one bound parameter: `where("id", "in", valuesOf(ids))`. */
  valuesOf<Value extends string | number>(values: readonly Value[]): RawBuilder<Value>;
  /**
   * The first query of a list that must see all that lists of the same name have done, and be seen by them: they wait for its end. Null where all
   * lists run one after the other anyway. `name`: a word of the program's own.
   */
  exclusive(name: string): Compilable | null;
  /** The end of a SELECT whose rows are going to be changed by the same list: rows that others are changing are left out, instead of waited for. Nothing where there are no others. */
  skipLocked: RawBuilder<unknown>;
  /** Another tool that applies the same migrations and keeps a table of its own about it, which our runner reads and keeps in step; absent where there is none. */
  migrationTool?: "wrangler";
  /** An extension for vectors that a server may have; absent where there can be none. */
  vectorExtension?: "pgvector";
}

/** A table, index, view or trigger; `definition` is the SQL that makes it, as the engine keeps it. */
export interface SchemaObject {
  type: "table" | "index" | "view" | "trigger";
  name: string;
  /** The table that it is of; its own name for a table or view. */
  table: string;
  definition: string;
}

/** A foreign key: what happens to rows of `child` when their row of `parent` goes. */
export interface Reference {
  child: string;
  /** The column of the child that refers. */
  column: string;
  parent: string;
  onDelete: "cascade" | "set null" | "set default" | "restrict" | "no action";
}

/** What stands in the schema, told the same by every engine; for migrations. */
export interface Catalog {
  /** In any order; without what the engine keeps for itself (indexes behind keys, shadow tables of a virtual one). */
  objects(): Promise<readonly SchemaObject[]>;
  references(): Promise<readonly Reference[]>;
}

/** A database of the product's tables. Queries are built with `kysely` and are free of connections, so that a list of them can be one batch anywhere. */
export interface Database {
  readonly kysely: Kysely<Schema>;
  readonly capabilities: Capabilities;
  readonly catalog: Catalog;
  /**
   * Runs all queries or none, in order, and gives the rows of each (those of RETURNING and SELECT).
   * There is no reading between them: a decision goes into the statements, or into a `guard` behind them.
   * Throws `SqlError`; after `busy` nothing is stored, and the same list may be tried again by whoever can wait.
   */
  atomic(queries: readonly Compilable[]): Promise<readonly (readonly Row[])[]>;
  close(): Promise<void>;
}

import { DatabaseSync, type StatementSync } from "node:sqlite";
import { type Compilable, Kysely, SqliteDialect } from "kysely";
import type { Schema } from "../../generated/schema.ts";
import type { Capabilities, Database, Row } from "./database.ts";
import { jsonRows } from "./json-rows.ts";
import { oneWriter } from "./one-writer.ts";
import { sqliteCatalog } from "./sqlite-catalog.ts";
import { SqlError } from "./sql-error.ts";
import { asSqlError, failing } from "./sqlite-errors.ts";
import { bindable } from "./sqlite-values.ts";

export interface SqliteOptions {
  /** Milliseconds to wait for another writer. */
  busyTimeout?: number;
  /** Whether nothing may be written, not even the mode of the file. */
  readOnly?: boolean;
}

/** The limit of Cloudflare D1, kept everywhere, so that what is stored in one place can be moved to another. */
const maxRowBytes = 2_000_000;

/**
 * Opens a file of SQLite 3 (`:memory:` for none), with write-ahead log and foreign keys. Throws `SqlError`.
 * What is committed survives a kill of the process; after a loss of power the last commits may be missing, whole (`synchronous = normal`).
 */
export function openSqlite(path: string, { busyTimeout = 5_000, readOnly = false }: SqliteOptions = {}): Database {
  const file = failing(() => openFile(path, busyTimeout, readOnly));
  const prepare = statementCache(file);
  const kysely = new Kysely<Schema>({ dialect: new SqliteDialect({ database: driverOf(file, prepare) }) });
  return {
    kysely,
    capabilities,
    catalog: sqliteCatalog(kysely),
    atomic: (queries) => atomic(kysely, prepare, queries),
    async close() {
      // Kysely closes only what it has used.
      await kysely.destroy();
      if (file.isOpen) file.close();
    },
  };
}

const capabilities: Capabilities = {
  maxParameters: 32_766,
  maxRowBytes,
  bytesType: "blob",
  ...jsonRows,
  ...oneWriter,
};

function openFile(path: string, timeout: number, readOnly: boolean): DatabaseSync {
  const file = new DatabaseSync(path, { timeout, readOnly, limits: { length: maxRowBytes } });
  try {
    file.exec("pragma foreign_keys = on; pragma synchronous = normal;");
    if (!readOnly) useWriteAheadLog(file, timeout);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** The change to the log needs the file alone and does not wait for others by itself, so two first starts would trip over each other. */
function useWriteAheadLog(file: DatabaseSync, timeout: number): void {
  const step = 20;
  for (let waited = 0; ; waited += step)
    try {
      return file.exec("pragma journal_mode = wal");
    } catch (error) {
      const failure = asSqlError(error);
      if (!(failure instanceof SqlError) || failure.code !== "busy" || waited >= timeout) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, step);
    }
}

/**
 * From BEGIN to COMMIT without a pause: another connection of the same process would block the thread that this one needs to go on.
 * Kysely's own queries and transactions on the connection come before or after it.
 */
function atomic(kysely: Kysely<Schema>, prepare: Prepare, queries: readonly Compilable[]): Promise<Row[][]> {
  const compiled = queries.map((query) => query.compile());
  return kysely.connection().execute(async () => {
    failing(() => prepare("begin immediate").statement.run());
    let at = 0;
    try {
      const rows: Row[][] = [];
      for (const { sql: text, parameters } of compiled) {
        rows.push(prepare(text).statement.all(...parameters.map(bindable)));
        at += 1;
      }
      prepare("commit").statement.run();
      return rows;
    } catch (error) {
      rollback(prepare, error);
      throw asSqlError(error, at < compiled.length ? at : undefined);
    }
  });
}

/** Takes back what was begun; a full disk or a lost file may already have done so. */
function rollback(prepare: Prepare, reason: unknown): void {
  try {
    prepare("rollback").statement.run();
  } catch (error) {
    if (!(error instanceof Error && error.message.includes("no transaction is active")))
      throw new AggregateError([reason, error], "The transaction could be neither ended nor taken back.", {
        cause: error,
      });
  }
}

interface Prepared {
  statement: StatementSync;
  /** Whether it gives rows; to ask it costs as much as to run it. */
  isReader: boolean;
}

type Prepare = (text: string) => Prepared;

/** Statements by their text, the ones used last; preparing takes longer than running most of them. */
function statementCache(file: DatabaseSync, most = 500): Prepare {
  const statements = new Map<string, Prepared>();
  const prepared = (statement: StatementSync): Prepared => ({ statement, isReader: statement.columns().length > 0 });
  return (text) => {
    const known = statements.get(text) ?? prepared(file.prepare(text));
    statements.delete(text);
    statements.set(text, known);
    const [oldest] = statements.keys();
    if (statements.size > most && oldest !== undefined) statements.delete(oldest);
    return known;
  };
}

/** The shape that Kysely's dialect of SQLite asks for. */
function driverOf(file: DatabaseSync, prepare: Prepare) {
  return {
    close: () => file.close(),
    prepare(text: string) {
      const { statement, isReader } = failing(() => prepare(text));
      const run = <Result>(
        work: (...values: ReturnType<typeof bindable>[]) => Result,
        parameters: readonly unknown[],
      ) => failing(() => work(...parameters.map(bindable)));
      return {
        reader: isReader,
        all: (parameters: readonly unknown[]) => run((...values) => statement.all(...values), parameters),
        run: (parameters: readonly unknown[]) => run((...values) => statement.run(...values), parameters),
        *iterate(parameters: readonly unknown[]) {
          try {
            yield* statement.iterate(...parameters.map(bindable));
          } catch (error) {
            throw asSqlError(error);
          }
        },
      };
    },
  };
}

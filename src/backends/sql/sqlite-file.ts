import { DatabaseSync } from "node:sqlite";
import { SqlError } from "./sql-error.ts";
import { failing } from "./sqlite-errors.ts";

/** What the engine itself says of a file of SQLite. */
export interface SqliteFindings {
  /** What does not hold together, in the engine's words; empty where all does. */
  faults: readonly string[];
  /** Rows that refer to a row that is not there. */
  broken: readonly { table: string; row: number | null; parent: string }[];
  /** Tables by name, with how many rows they have. */
  tables: Readonly<Record<string, number>>;
}

/** Reads a database from end to end, which takes seconds for one of gigabytes; nothing is written. Throws `SqlError` where it cannot be read at all. */
export function examineSqlite(path: string): SqliteFindings {
  return reading(path, (file) => ({
    faults: textsOf(file, "pragma integrity_check(20)").filter((text) => text !== "ok"),
    ...surveyOf(file),
  }));
}

/** The same without reading all of it. Throws `SqlError`. */
export function surveySqlite(path: string): Omit<SqliteFindings, "faults"> {
  return reading(path, surveyOf);
}

function reading<Result>(path: string, work: (file: DatabaseSync) => Result): Result {
  return failing(() => {
    const file = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
    try {
      return work(file);
    } finally {
      file.close();
    }
  });
}

function surveyOf(file: DatabaseSync): Omit<SqliteFindings, "faults"> {
  const broken = file.prepare("pragma foreign_key_check").all();
  return {
    broken: broken.map(({ table, rowid, parent }) => ({
      table: String(table),
      row: typeof rowid === "number" ? rowid : null,
      parent: String(parent),
    })),
    tables: countTables(file),
  };
}

function textsOf(file: DatabaseSync, text: string): string[] {
  return file
    .prepare(text)
    .all()
    .map((row) => String(Object.values(row)[0]));
}

function countTables(file: DatabaseSync): Record<string, number> {
  const names = textsOf(file, "select name from sqlite_master where type = 'table' and name not glob 'sqlite_*'");
  const count = (name: string) => Number(textsOf(file, `select count(*) from "${name.replaceAll('"', '""')}"`)[0] ?? 0);
  return Object.fromEntries(names.toSorted().map((name) => [name, count(name)]));
}

/**
 * Takes a database for this process alone, with all that was committed in the one file at `path`, so that it can be renamed; `release` lets go.
 * Leaving the write-ahead log is what SQLite allows only where no other connection is open, idle ones included. Throws `SqlError`, `busy`
 * where another has it open.
 */
export function holdSqlite(path: string, timeout = 1_000): { release(): void } {
  return failing(() => {
    const file = new DatabaseSync(path, { timeout });
    try {
      file.exec("pragma locking_mode = exclusive");
      const mode = textsOf(file, "pragma journal_mode = delete")[0];
      if (mode !== "delete") throw new SqlError("busy", `The database stays in mode ${mode}.`);
      file.exec("begin exclusive");
      return { release: () => void (file.isOpen && file.close()) };
    } catch (error) {
      file.close();
      throw error;
    }
  });
}

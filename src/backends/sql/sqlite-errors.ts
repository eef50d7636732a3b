import { SqlError, type SqlErrorCode } from "./sql-error.ts";

/** Runs work on SQLite; what it fails with comes out as `SqlError`. */
export function failing<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asSqlError(error);
  }
}

/** A failure of SQLite by its extended result code (sqlite.org/rescode.html); anything else as it is. `query`: which one of a list. */
export function asSqlError(error: unknown, query?: number): unknown {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return error;
  const code = extended.get(error.errcode) ?? primary.get(error.errcode & 0xff) ?? "other";
  return new SqlError(code, error.message, { cause: error, ...(query === undefined ? {} : { query }) });
}

const extended = new Map<number, SqlErrorCode>([
  [2067, "unique"],
  [1555, "unique"],
  [2579, "unique"],
  [787, "foreign-key"],
  [275, "check"],
  [1299, "not-null"],
  // The system refused a write for want of room in a file of its own, such as the index of the log.
  [4874, "full"],
]);
const primary = new Map<number, SqlErrorCode>([
  [3, "read-only"],
  [5, "busy"],
  [6, "busy"],
  [8, "read-only"],
  [10, "unreachable"],
  [11, "corrupt"],
  [13, "full"],
  [14, "unreachable"],
  [15, "busy"],
  [18, "too-large"],
  [26, "corrupt"],
]);

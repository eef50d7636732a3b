import { SqlError, type SqlErrorCode } from "./sql-error.ts";

/** A failure of D1 by its message, which is all that it tells; anything else as it is. */
export function asSqlError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof SqlError) return error;
  const [, prefix, text = "", names = ""] = parts.exec(error.message) ?? [];
  const code = codes.find(([pattern]) => pattern.test(text) || pattern.test(names))?.[1];
  return code === undefined && prefix === undefined ? error : new SqlError(code ?? "other", text, { cause: error });
}

/** `D1_ERROR: UNIQUE constraint failed: users.email: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)`; older ones have less behind the text. */
const parts = /^(D1_\w+: )?([\s\S]*?)(?:: (SQLITE_\w+(?: \(extended: \w+\))?))?$/;

/** Sentences from the platform's list of errors (developers.cloudflare.com/d1/observability/debug-d1) and names of SQLite's result codes. */
const codes: readonly (readonly [RegExp, SqlErrorCode])[] = [
  [/^UNIQUE constraint failed\b/, "unique"],
  [/^FOREIGN KEY constraint failed\b/, "foreign-key"],
  [/^CHECK constraint failed\b/, "check"],
  [/^NOT NULL constraint failed\b/, "not-null"],
  [/^SQLITE_TOOBIG\b|^string or blob too big\b|^statement too long\b/, "too-large"],
  [/^SQLITE_(?:BUSY|LOCKED|PROTOCOL)\b|^D1 DB is overloaded\b/, "busy"],
  [/^SQLITE_FULL\b|^Exceeded maximum DB size\b|maximum account storage limit\b/, "full"],
  [/^SQLITE_READONLY\b/, "read-only"],
  [/^SQLITE_(?:CORRUPT|NOTADB)\b/, "corrupt"],
  [/^SQLITE_(?:IOERR|CANTOPEN)\b|^Network connection lost\b|\bcaused object to be reset\b/, "unreachable"],
  [/^D1 DB reset because\b|^Cannot resolve D1 DB\b/, "unreachable"],
];

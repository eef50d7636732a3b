import { Refused } from "../../core/text/result.ts";

/** What a database can fail with, the same on every engine. */
export type SqlErrorCode =
  | "unique"
  | "foreign-key"
  | "check"
  | "not-null"
  | "busy"
  | "full"
  | "read-only"
  | "corrupt"
  | "too-large"
  | "unreachable"
  | "login"
  | "no-database"
  | "other";

/** A failure of the database; `message` is the engine's, without the values that were bound. */
export class SqlError extends Error {
  override readonly name = "SqlError";
  readonly code: SqlErrorCode;
  /** Which query of an atomic list failed, from 0; null outside of one, and where the engine does not tell. */
  readonly query: number | null;

  constructor(code: SqlErrorCode, message: string, options: ErrorOptions & { query?: number } = {}) {
    super(message, options);
    this.code = code;
    this.query = options.query ?? null;
  }
}

const refusals: Partial<Record<SqlErrorCode, string>> = {
  busy: "database-busy",
  "read-only": "database-read-only",
  corrupt: "database-corrupt",
  full: "disk-full",
  unreachable: "database-unreachable",
  login: "database-login",
  "no-database": "database-missing",
};

/** A failure that a person can mend as `Refused`, with the database's name; any other error as it is. */
export function asRefusal(error: unknown, database: string): unknown {
  const code = error instanceof SqlError ? refusals[error.code] : undefined;
  return code === undefined ? error : new Refused(code, database, { cause: error });
}

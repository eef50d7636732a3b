import { SqlError, type SqlErrorCode } from "./sql-error.ts";

/**
 * A failure of PostgreSQL by its SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html), or of the way to it; anything else as it is.
 * The server's own error is not kept as the cause: its detail tells the values of rows. `query`: which one of a list.
 */
export function asPostgresError(error: unknown, query?: number): unknown {
  if (!(error instanceof Error) || error instanceof SqlError || error instanceof TypeError) return error;
  const at = query === undefined ? {} : { query };
  const state = sqlState(error);
  if (state !== null) return new SqlError(codeOf(state), `${withoutValues(state, error.message)} (${state})`, at);
  const reason = lossOf(error);
  return reason === null ? error : new SqlError(reason, withoutAddress(error), { ...at, cause: error });
}

/** Whether a connection can go on after this failure. */
export function breaksConnection(error: unknown): boolean {
  const state = error instanceof Error ? sqlState(error) : null;
  return state === null ? !(error instanceof TypeError) : /^(?:08|57P)/.test(state);
}

function sqlState(error: Error): string | null {
  return "code" in error && typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code) && "severity" in error
    ? error.code
    : null;
}

function codeOf(state: string): SqlErrorCode {
  return states.get(state) ?? classes.get(state.slice(0, 2)) ?? "other";
}

const states = new Map<string, SqlErrorCode>([
  ["23505", "unique"],
  ["23503", "foreign-key"],
  ["23001", "foreign-key"],
  ["23514", "check"],
  ["23502", "not-null"],
  ["25006", "read-only"],
  // privileges: what may only be read
  ["42501", "read-only"],
  ["40001", "busy"],
  ["40P01", "busy"],
  ["55P03", "busy"],
  // Its time to run was over, by `statement_timeout` or by an operator.
  ["57014", "busy"],
  ["53300", "busy"],
  ["53100", "full"],
  // A row or the key of an index that does not fit a page.
  ["54000", "too-large"],
  ["3D000", "no-database"],
  ["28P01", "login"],
  ["28000", "login"],
  ["57P01", "unreachable"],
  ["57P02", "unreachable"],
  ["57P03", "unreachable"],
  ["57P05", "unreachable"],
  ["25P03", "unreachable"],
  ["XX001", "corrupt"],
  ["XX002", "corrupt"],
]);
const classes = new Map<string, SqlErrorCode>([["08", "unreachable"]]);

/** Messages about data (class 22) quote the value behind a colon or in quotation marks. */
function withoutValues(state: string, message: string): string {
  return state.startsWith("22") ? message.replaceAll(/"[^]*"/g, "…") : message;
}

/** What the driver says where the server says nothing. */
function lossOf(error: Error): SqlErrorCode | null {
  if (error.message === "timeout exceeded when trying to connect") return "busy";
  const code = "code" in error ? String(error.code) : "";
  if (/^(?:E[A-Z]+|EAI_[A-Z]+|ERR_TLS_\w+|ERR_SSL_\w+|\w*CERT\w*)$/.test(code)) return "unreachable";
  return /connection|timeout|SSL|SASL|SCRAM|socket/i.test(error.message) ? lossByWords(error.message) : null;
}

function lossByWords(message: string): SqlErrorCode {
  return /password|SASL|SCRAM/.test(message) ? "login" : "unreachable";
}

/** Several addresses that all refuse come as one error without words. */
function withoutAddress(error: Error): string {
  return error.message !== "" ? error.message : "code" in error ? String(error.code) : error.name;
}

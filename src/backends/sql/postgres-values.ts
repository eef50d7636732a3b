import { SqlError } from "./sql-error.ts";

/** A value as it goes to PostgreSQL: all but bytes as text, whose type the statement tells. */
export type PostgresValue = string | Uint8Array | null;

/**
 * The values of one statement as PostgreSQL takes them. Throws `TypeError` for what a column cannot hold the same on every engine (booleans,
 * dates, NaN), and `SqlError`, `too-large`, for more than `mostBytes` together: PostgreSQL itself would store far more than the other engines.
 */
export function postgresValues(values: readonly unknown[], mostBytes: number): PostgresValue[] {
  const bound = values.map(postgresValue);
  // A character has at most three bytes, a pair of surrogates four, so most lists need no counting.
  if (sum(bound, mostOf) > mostBytes && sum(bound, bytesOf) > mostBytes)
    throw new SqlError("too-large", `A statement binds ${mostBytes} bytes at most.`);
  return bound;
}

function postgresValue(value: unknown): PostgresValue {
  if (value === null || typeof value === "string" || value instanceof Uint8Array) return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  throw new TypeError(`A database binds text, finite numbers, bytes and null, not ${typeof value}.`);
}

const sum = (values: readonly PostgresValue[], of: (value: string | Uint8Array) => number): number =>
  values.reduce((total, value) => total + (value === null ? 0 : of(value)), 0);
const mostOf = (value: string | Uint8Array): number => (typeof value === "string" ? value.length * 3 : value.length);
const bytesOf = (value: string | Uint8Array): number =>
  typeof value === "string" ? Buffer.byteLength(value) : value.length;

/** How the text of a column becomes a value of a row, by the oid of its type; any other type stays text. */
export const postgresParsers: Readonly<Record<number, (text: string) => string | number | Uint8Array>> = {
  // bool: 0 and 1, as in SQLite
  16: (text) => (text === "t" || text === "true" ? 1 : 0),
  // bytea
  17: (text) => new Uint8Array(Buffer.from(text.slice(2), "hex")),
  // int8, int2, int4, oid
  20: wholeNumber,
  21: Number,
  23: Number,
  26: Number,
  // float4, float8, numeric
  700: Number,
  701: Number,
  1700: Number,
};

/** Throws `RangeError`, as SQLite does, for a number that a double cannot hold exactly. */
function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError("A column holds a whole number that is not exact here.");
  return number;
}

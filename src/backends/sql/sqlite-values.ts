import type { SQLInputValue } from "node:sqlite";

/** A value as SQLite takes it. Throws `TypeError` for what a column cannot hold the same on every engine: booleans, dates, NaN. */
export function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || value instanceof Uint8Array) return value;
  // A number is bound as REAL, and would stand in a column of text as "5.0"; a big one of the language as INTEGER.
  if (typeof value === "number" && Number.isFinite(value)) return Number.isSafeInteger(value) ? BigInt(value) : value;
  throw new TypeError(`A database binds text, finite numbers, bytes and null, not ${typeof value}.`);
}

import { SqlError } from "./sql-error.ts";

/** Bytes of one row, and of one value, at most (limits of D1). */
export const maxRowBytes = 2_000_000;

/**
 * Values as D1 takes them. Throws `TypeError` for what a column cannot hold the same on every engine, and `SqlError` with `too-large` where the values of
 * one statement are together larger than a row may be, which the platform tells only after they were sent, and its local one not at all.
 */
export function bindables(
  values: readonly unknown[],
  place: { query?: number } = {},
): (string | number | null | ArrayBuffer)[] {
  let bytes = 0;
  return values.map((value) => {
    bytes += sizeOf(value);
    if (bytes > maxRowBytes)
      throw new SqlError("too-large", `A statement of D1 binds ${maxRowBytes} bytes at most.`, place);
    return bindable(value);
  });
}

function bindable(value: unknown): string | number | null | ArrayBuffer {
  if (value === null || typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  // A copy, since a view may show a part of its buffer only.
  if (value instanceof Uint8Array) return new Uint8Array(value).buffer;
  throw new TypeError(`A database binds text, finite numbers, bytes and null, not ${typeof value}.`);
}

function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  return typeof value === "string" ? new TextEncoder().encode(value).length : 8;
}

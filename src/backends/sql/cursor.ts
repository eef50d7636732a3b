/** Where a page of a list ended: the values of the columns that it is ordered by, the last of them unique. */
export type Cursor = readonly (string | number)[];

/** A cursor as text for an address. It holds the values openly: it is a place, not a permission. */
export function cursorText(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The cursor of a text that a client sent; null for what `cursorText` did not write for a list ordered by columns of these types. */
export function cursorOf(text: string, types: readonly ("string" | "number")[]): Cursor | null {
  const values = valuesOf(text);
  if (!Array.isArray(values) || values.length !== types.length) return null;
  const cursor = values.filter(
    (value, i): value is string | number =>
      typeof value === types[i] && (typeof value === "string" || typeof value === "number"),
  );
  return cursor.length === types.length ? cursor : null;
}

function valuesOf(text: string): unknown {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))),
    );
  } catch {
    // What a client made up is no fault of ours: it is no cursor.
    return null;
  }
}

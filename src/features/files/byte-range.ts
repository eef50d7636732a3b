import type { BlobRange } from "../../backends/blobs/blob-store.ts";

/** What a field `Range` asks of `size` bytes: all of them, one part, or what is not there (416). */
export type AskedRange =
  | { kind: "whole" }
  | { kind: "part"; range: BlobRange & { length: number } }
  | { kind: "unsatisfiable" };

/** Reads a field `Range` (RFC 9110, 14.2). What is not understood, and several parts at once, ask for the whole, as the standard allows. */
export function askedRange(field: string | null, size: number): AskedRange {
  const [, first, last] = /^bytes=\s*(\d{0,15})-(\d{0,15})$/i.exec(field?.trim() ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return { kind: "whole" };
  const offset = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return { kind: "whole" };
  return offset < end ? { kind: "part", range: { offset, length: end - offset } } : { kind: "unsatisfiable" };
}

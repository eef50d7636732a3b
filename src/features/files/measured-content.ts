import { createHash } from "node:crypto";

/** What has gone by so far of a content, or all of it at its end. */
export interface Measure {
  /** Bytes. */
  size: number;
  /** In hex; may be asked once, at the end. */
  sha256(): string;
}

/** Thrown into a content that has more bytes than it may. */
export class TooManyBytes extends Error {
  override readonly name = "TooManyBytes";
}

/** A content that is measured while it goes by. Throws `TooManyBytes` as soon as there are more than `limit`. */
export function measured(
  content: AsyncIterable<Uint8Array>,
  limit: number,
): { content: AsyncIterable<Uint8Array>; measure: Measure } {
  const hash = createHash("sha256");
  const measure: Measure = { size: 0, sha256: () => hash.digest("hex") };
  async function* counted() {
    for await (const piece of content) {
      measure.size += piece.length;
      if (measure.size > limit) throw new TooManyBytes(`more than ${limit} bytes`);
      hash.update(piece);
      yield piece;
    }
  }
  return { content: counted(), measure };
}

/** The first bytes of a content (`size` or more, or all there are), and the content with them, to be read once. Closes its source. */
export async function headOf(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  size: number,
): Promise<{ head: Uint8Array; content: AsyncIterable<Uint8Array> }> {
  const source = piecesOf(content)[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const { done, value } = await source.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  async function* whole() {
    try {
      yield* first;
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
    } finally {
      await source.return?.(undefined);
    }
  }
  return { head: joined(first, Math.min(length, size)), content: whole() };
}

async function* piecesOf(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece.subarray(0, length - at), at);
    at = Math.min(length, at + piece.length);
  }
  return bytes;
}

/** Some of what is put, in memory of its own; `last` where nothing follows. */
export interface BlobPart {
  bytes: Uint8Array<ArrayBuffer>;
  last: boolean;
}

/**
 * Puts pieces together to parts: the one after `n` others has `sizeOf(n)` bytes, the last one what is left. There is at least one, which may be
 * empty. Pieces are copied as they come, so that a source may use its memory again.
 */
export async function* partsOf(
  pieces: AsyncIterable<Uint8Array>,
  sizeOf: (parts: number) => number,
): AsyncGenerator<BlobPart> {
  let parts = 0;
  let size = sizeOf(0);
  let buffer = new Uint8Array(0);
  let filled = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      if (filled === size) {
        yield { bytes: buffer.subarray(0, filled), last: false };
        parts += 1;
        size = sizeOf(parts);
        buffer = new Uint8Array(0);
        filled = 0;
      }
      const taken = Math.min(piece.length - at, size - filled);
      buffer = withRoom(buffer, filled, filled + taken, size);
      buffer.set(piece.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { bytes: buffer.subarray(0, filled), last: true };
}

/** A buffer of `room` bytes or more that begins with the `filled` ones of another; it grows by doubling, up to `most`. */
function withRoom(buffer: Uint8Array<ArrayBuffer>, filled: number, room: number, most: number) {
  if (buffer.length >= room) return buffer;
  const grown = new Uint8Array(Math.min(most, Math.max(room, buffer.length * 2, 16_384)));
  grown.set(buffer.subarray(0, filled));
  return grown;
}

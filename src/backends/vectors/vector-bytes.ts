const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** A vector as rows have it: float32, little-endian. */
export function vectorBytes(vector: Float32Array): Uint8Array {
  if (littleEndian) return new Uint8Array(vector.slice().buffer);
  const view = new DataView(new ArrayBuffer(vector.length * 4));
  for (const [i, number] of vector.entries()) view.setFloat32(i * 4, number, true);
  return new Uint8Array(view.buffer);
}

/** The vector of a row. Throws `TypeError` for bytes that are none. */
export function vectorOf(bytes: Uint8Array): Float32Array {
  if (bytes.length === 0 || bytes.length % 4 !== 0) throw new TypeError(`${bytes.length} bytes are no vector.`);
  // The copy begins at a multiple of four, which the bytes of a row need not.
  const copy = bytes.slice();
  if (littleEndian) return new Float32Array(copy.buffer, copy.byteOffset, copy.length / 4);
  const view = new DataView(copy.buffer, copy.byteOffset, copy.length);
  return Float32Array.from({ length: copy.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
}

/** Throws `TypeError` for a vector that cannot be compared: of no numbers, of numbers that are not finite, or of zeros. */
export function assertDirection(vector: Float32Array): void {
  const length = lengthOf(vector);
  if (!(Number.isFinite(length) && length > 0))
    throw new TypeError("A vector that is compared has a length, and finite numbers.");
}

/** The length of a vector. */
export function lengthOf(vector: Float32Array): number {
  return Math.sqrt(product(vector, vector));
}

/** The cosine between two vectors of as many numbers, whose lengths are multiplied. Summed in one order, so that it is the same everywhere. */
export function cosine(one: Float32Array, other: Float32Array, lengths: number): number {
  return Math.max(-1, Math.min(1, product(one, other) / lengths));
}

/** Four sums side by side, since each addition waits for the one before it. */
function product(one: Float32Array, other: Float32Array): number {
  // Behind the end is nothing: what is read there counts 0.
  const at = (vector: Float32Array, i: number): number => vector[i] ?? 0;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < one.length; i += 4) {
    a += at(one, i) * at(other, i);
    b += at(one, i + 1) * at(other, i + 1);
    c += at(one, i + 2) * at(other, i + 2);
    d += at(one, i + 3) * at(other, i + 3);
  }
  return a + b + (c + d);
}

/**
 * A UUID of version 7 (RFC 9562, 5.7): 48 bits of time and 74 random ones, so that ids sort by the time they were made.
 * `milliseconds` since 1970; `random` gives ten bytes.
 */
export function uuid7(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32));
  view.setUint32(2, milliseconds % 2 ** 32);
  bytes.set(random.subarray(0, 10), 6);
  return uuidText(bytes, 7);
}

/** Sixteen bytes as the text of a UUID of a version, which takes the place of six bits (RFC 9562, 4). */
export function uuidText(bytes: Uint8Array, version: 7 | 8): string {
  const hex = Array.from(bytes, (byte, i) => {
    if (i === 6) return (byte & 0x0f) | (version << 4);
    return i === 8 ? (byte & 0x3f) | 0x80 : byte;
  })
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Bits behind the time that count on: twelve before the variant and fourteen behind it. */
const counterBits = 26;

/**
 * Makes UUIDs of version 7 that sort in the order in which they were made, also within one millisecond and where the clock goes back:
 * what stands behind the time counts on from a random beginning (RFC 9562, 6.2, method 1). `random` gives ten new bytes each time.
 */
export function uuid7Maker(now: () => number, random: () => Uint8Array): () => string {
  let last = -1;
  let count = 0;
  return () => {
    const bytes = random();
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const time = now();
    // The beginning leaves the highest bit free, so that there is room to count.
    if (time > last) [last, count] = [time, view.getUint32(0) >>> (33 - counterBits)];
    else if (++count >= 2 ** counterBits) [last, count] = [last + 1, 0];
    view.setUint16(0, count >>> 14);
    view.setUint16(2, count & 0x3fff);
    return uuid7(last, bytes);
  };
}

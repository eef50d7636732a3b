/** Bytes looked at; an encoding shows itself long before. */
const sampleSize = 1 << 20;

/** The order of bytes of UTF-16 without a mark: its zero bytes all stand on one side of the pairs. Null for other files. */
export function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const end = Math.min(bytes.length, sampleSize) & ~1;
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) zeros[0] += 1;
    if (bytes[at + 1] === 0) zeros[1] += 1;
  }
  const [even, odd] = zeros;
  if (Math.max(even, odd) < Math.max(1, end / 2000) || Math.min(even, odd) * 50 > Math.max(even, odd)) return null;
  const high = odd > even ? 1 : 0;
  return plausiblePairs(bytes, end, high) * 100 > (end / 2) * 97 ? (high === 1 ? "utf-16le" : "utf-16be") : null;
}

/** Pairs that are letters of a script that books are written in, or white space. */
function plausiblePairs(bytes: Uint8Array, end: number, high: 0 | 1): number {
  let count = 0;
  for (let at = 0; at < end; at += 2) {
    const page = bytes[at + high] ?? 0;
    const low = bytes[at + 1 - high] ?? 0;
    const plain = page === 0 && (low >= 0x20 || low === 9 || low === 10 || low === 12 || low === 13);
    const script = (page >= 1 && page <= 6) || page === 0x20 || page === 0x25 || page === 0x30 || page === 0xff;
    if (plain || script || (page >= 0x4e && page <= 0x9f) || (page >= 0xac && page <= 0xd7)) count += 1;
  }
  return count;
}

/** How the double bytes of a file read in one of the Japanese encodings. */
interface PairCount {
  pairs: number;
  kana: number;
  illegal: number;
}

/** The encoding of bytes that are no UTF-8: Japanese by its kana, Cyrillic by its letters, else Western; null for what is no text. */
export function guessEncoding(
  bytes: Uint8Array,
): "shift_jis" | "euc-jp" | "windows-1251" | "koi8-r" | "windows-1252" | null {
  const sample = bytes.subarray(0, sampleSize);
  const counts = countBytes(sample);
  if (counts.control * 500 > sample.length) return null;
  const japanese = [
    { label: "shift_jis", count: countShiftJis(sample) } as const,
    { label: "euc-jp", count: countEucJp(sample) } as const,
  ]
    .filter(({ count }) => count.kana * 10 > count.pairs && count.illegal * 50 <= count.pairs)
    .sort((a, b) => b.count.kana - b.count.illegal - (a.count.kana - a.count.illegal))[0];
  if (japanese) return japanese.label;
  const letters = counts.plainLetters + counts.upper + counts.lower;
  if ((counts.upper + counts.lower) * 2 > letters) return counts.lower > counts.upper ? "windows-1251" : "koi8-r";
  return (counts.high - counts.typographic) * 3 < letters && counts.unassigned * 20 <= counts.high
    ? "windows-1252"
    : null;
}

/** Bytes of Windows-1252 that stand for nothing. */
const unassigned = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function countBytes(bytes: Uint8Array): {
  control: number;
  plainLetters: number;
  /** 0xC0–0xDF and 0xE0–0xFF: small and capital letters of Cyrillic, one way or the other. */
  upper: number;
  lower: number;
  high: number;
  typographic: number;
  unassigned: number;
} {
  const counts = { control: 0, plainLetters: 0, upper: 0, lower: 0, high: 0, typographic: 0, unassigned: 0 };
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) counts.control += 1;
    else if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) counts.plainLetters += 1;
    else if (byte >= 0xe0) counts.lower += 1;
    else if (byte >= 0xc0) counts.upper += 1;
    if (byte < 0x80) continue;
    counts.high += 1;
    // Curly quotes, dashes and the ellipsis, which no other Western encoding has there.
    if ((byte >= 0x91 && byte <= 0x97) || byte === 0x85) counts.typographic += 1;
    if (unassigned.has(byte)) counts.unassigned += 1;
  }
  return counts;
}

/** JIS X 0208 as Shift_JIS packs it; its kana lie in rows 0x82 and 0x83. */
function countShiftJis(bytes: Uint8Array): PairCount {
  const count = { pairs: 0, kana: 0, illegal: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf)) continue;
    const trail = bytes[at + 1] ?? 0;
    const legal = lead !== 0x80 && lead !== 0xa0 && lead <= 0xfc && trail >= 0x40 && trail !== 0x7f && trail <= 0xfc;
    if (!legal) {
      count.illegal += 1;
      continue;
    }
    count.pairs += 1;
    if ((lead === 0x82 && trail >= 0x9f && trail <= 0xf1) || (lead === 0x83 && trail <= 0x96)) count.kana += 1;
    at += 1;
  }
  return count;
}

/** JIS X 0208 as EUC-JP packs it; its kana lie in rows 0xA4 and 0xA5. */
function countEucJp(bytes: Uint8Array): PairCount {
  const count = { pairs: 0, kana: 0, illegal: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    const legal = (lead === 0x8e || lead === 0x8f || (lead >= 0xa1 && lead <= 0xfe)) && trail >= 0xa1 && trail <= 0xfe;
    if (!legal) {
      count.illegal += 1;
      continue;
    }
    count.pairs += 1;
    if ((lead === 0xa4 || lead === 0xa5) && trail <= 0xf6) count.kana += 1;
    at += lead === 0x8f ? 2 : 1;
  }
  return count;
}

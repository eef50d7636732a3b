import { codeLengths, codesOf } from "./huffman.ts";

/** Lengths that a match may have, and how far back it may reach. Source: RFC 1951, 3.2.5. */
const [leastMatch, mostMatch, window] = [3, 258, 32_768];

/** Symbols of the two alphabets: bytes, the end of a block, lengths; distances. */
const [endOfBlock, literalSymbols, distanceSymbols] = [256, 286, 30];

/** A length or distance by its symbol: the first that it stands for, and how many bits tell which. */
interface Ranges {
  first: Uint16Array;
  extra: Uint8Array;
  /** The symbol of each value, counted from the least. */
  symbols: Uint8Array;
}

function ranges(count: number, least: number, values: number, extraOf: (symbol: number) => number): Ranges {
  const [first, extra, symbols] = [new Uint16Array(count), new Uint8Array(count), new Uint8Array(values)];
  let value = least;
  for (let symbol = 0; symbol < count; symbol++) {
    first[symbol] = value;
    extra[symbol] = extraOf(symbol);
    const end = value + 2 ** extraOf(symbol);
    symbols.fill(symbol, value - least, end - least);
    value = end;
  }
  return { first, extra, symbols };
}

/** The longest match has a symbol of its own, though the one before could stand for it. */
const longestSymbol = 28;
const lengthRanges = ranges(29, leastMatch, 256, (symbol) =>
  symbol < longestSymbol ? Math.max(0, (symbol >> 2) - 1) : 0,
);
lengthRanges.first[longestSymbol] = mostMatch;
lengthRanges.symbols[mostMatch - leastMatch] = longestSymbol;
const distanceRanges = ranges(30, 1, window, (symbol) => Math.max(0, (symbol >> 1) - 1));

/** Tokens of a block: enough to pay for its codes. */
const blockTokens = 40_000;

const hashBits = 15;

/** Of a match only the first places are remembered: what follows a long one is seldom met again. */
const remembered = 16;

/** Matches at least this long are taken without looking for a longer one. */
const longEnough = 32;

/**
 * Rows of equal length as a zlib stream (RFC 1950, 1951): ink on paper repeats the last byte, the row above, or what stood lately after the
 * same four bytes, so nothing else is looked for, which takes a fraction of the time of a general search. The same bytes in every runtime.
 */
export function deflateRows(rows: Uint8Array, stride: number): Uint8Array {
  const sink = new BitSink(rows.length + (rows.length >> 2) + 1024);
  sink.add(0x78, 8);
  sink.add(0x9c, 8);
  const tokens = new Uint32Array(blockTokens);
  const latest = new Int32Array(1 << hashBits).fill(-window);
  let at = 0;
  do {
    let count = 0;
    while (count < blockTokens && at < rows.length) {
      const match = matchAt(rows, at, stride, latest);
      const length = match >>> 16;
      if (length < leastMatch) {
        tokens[count++] = rows[at] ?? 0;
        at++;
        continue;
      }
      tokens[count++] = match;
      const end = Math.min(at + Math.min(length, remembered), rows.length - 3);
      for (let next = at + 1; next < end; next++) latest[hashAt(rows, next)] = next;
      at += length;
    }
    writeBlock(sink, tokens.subarray(0, count), at === rows.length);
  } while (at < rows.length);
  sink.flush();
  const sum = adler32(rows);
  for (const shift of [24, 16, 8, 0]) sink.add((sum >>> shift) & 255, 8);
  return sink.bytes();
}

/** The best match at a place, its length in the upper half and its distance less 1 in the lower; 0 where there is none. */
function matchAt(rows: Uint8Array, at: number, stride: number, latest: Int32Array): number {
  const most = Math.min(mostMatch, rows.length - at);
  if (most < leastMatch + 1) return 0;
  const hash = hashAt(rows, at);
  const before = latest[hash] ?? -window;
  latest[hash] = at;
  let [length, distance] = [0, 0];
  if (at > 0) {
    length = sameLength(rows, at - 1, at, most);
    distance = 1;
  }
  if (length < longEnough && at >= stride) {
    const above = sameLength(rows, at - stride, at, most);
    if (above > length) [length, distance] = [above, stride];
  }
  if (length < longEnough && at - before < window && at - before !== stride) {
    const other = sameLength(rows, before, at, most);
    if (other > length + 1) [length, distance] = [other, at - before];
  }
  return length < leastMatch ? 0 : (length << 16) | (distance - 1);
}

function hashAt(rows: Uint8Array, at: number): number {
  const four = (rows[at] ?? 0) | ((rows[at + 1] ?? 0) << 8) | ((rows[at + 2] ?? 0) << 16) | ((rows[at + 3] ?? 0) << 24);
  return Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);
}

function sameLength(rows: Uint8Array, from: number, at: number, most: number): number {
  let length = 0;
  while (length < most && rows[from + length] === rows[at + length]) length++;
  return length;
}

/** A block with codes of its own. */
function writeBlock(sink: BitSink, tokens: Uint32Array, isLast: boolean): void {
  const [literals, distances] = [new Uint32Array(literalSymbols), new Uint32Array(distanceSymbols)];
  literals[endOfBlock] = 1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? 0;
    const symbol = literalSymbol(token);
    literals[symbol] = (literals[symbol] ?? 0) + 1;
    if (symbol <= endOfBlock) continue;
    const far = distanceRanges.symbols[token & 0xffff] ?? 0;
    distances[far] = (distances[far] ?? 0) + 1;
  }
  const literalLengths = codeLengths(literals, 15);
  const distanceLengths = codeLengths(distances, 15);
  sink.add(isLast ? 1 : 0, 1);
  sink.add(2, 2);
  writeLengths(sink, literalLengths, distanceLengths);
  const [literalCodes, distanceCodes] = [codesOf(literalLengths), codesOf(distanceLengths)];
  const { first, extra } = distanceRanges;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? 0;
    const symbol = literalSymbol(token);
    sink.add(literalCodes[symbol] ?? 0, literalLengths[symbol] ?? 0);
    if (symbol <= endOfBlock) continue;
    const near = symbol - endOfBlock - 1;
    const more = lengthRanges.extra[near] ?? 0;
    if (more > 0) sink.add((token >>> 16) - (lengthRanges.first[near] ?? 0), more);
    const far = distanceRanges.symbols[token & 0xffff] ?? 0;
    sink.add(distanceCodes[far] ?? 0, distanceLengths[far] ?? 0);
    sink.add((token & 0xffff) + 1 - (first[far] ?? 0), extra[far] ?? 0);
  }
  sink.add(literalCodes[endOfBlock] ?? 0, literalLengths[endOfBlock] ?? 0);
}

const literalSymbol = (token: number): number =>
  token < 65_536 ? token : endOfBlock + 1 + (lengthRanges.symbols[(token >>> 16) - leastMatch] ?? 0);

/** The order in which the lengths of the code of lengths are written. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

/** The lengths of both codes, runs of them shortened, by a code of their own. Source: RFC 1951, 3.2.7. */
function writeLengths(sink: BitSink, literals: Uint8Array, distances: Uint8Array): void {
  const literalCount = Math.max(257, lastUsed(literals) + 1);
  const distanceCount = Math.max(1, lastUsed(distances) + 1);
  const all = [...literals.subarray(0, literalCount), ...distances.subarray(0, distanceCount)];
  const parts = shortened(all);
  const frequencies = new Uint32Array(19);
  for (const { symbol } of parts) frequencies[symbol] = (frequencies[symbol] ?? 0) + 1;
  const lengths = codeLengths(frequencies, 7);
  const codes = codesOf(lengths);
  const count = Math.max(4, lengthOrder.findLastIndex((symbol) => (lengths[symbol] ?? 0) > 0) + 1);
  sink.add(literalCount - 257, 5);
  sink.add(distanceCount - 1, 5);
  sink.add(count - 4, 4);
  for (const symbol of lengthOrder.slice(0, count)) sink.add(lengths[symbol] ?? 0, 3);
  for (const { symbol, more, bits } of parts) {
    sink.add(codes[symbol] ?? 0, lengths[symbol] ?? 0);
    sink.add(more, bits);
  }
}

const lastUsed = (lengths: Uint8Array): number => lengths.findLastIndex((length) => length > 0);

/** Runs of lengths: 16 repeats the last 3 to 6 times, 17 and 18 are 3 to 10 and 11 to 138 zeros. */
function shortened(lengths: readonly number[]): { symbol: number; more: number; bits: number }[] {
  const parts: { symbol: number; more: number; bits: number }[] = [];
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at] ?? 0;
    let run = 1;
    while (lengths[at + run] === length) run++;
    at += run;
    if (length > 0) {
      parts.push({ symbol: length, more: 0, bits: 0 });
      run--;
    }
    for (const [symbol, least, most, bits] of length > 0 ? repeats : zeros)
      while (run >= least) {
        const taken = Math.min(run, most);
        parts.push({ symbol, more: taken - least, bits });
        run -= taken;
      }
    for (; run > 0; run--) parts.push({ symbol: length, more: 0, bits: 0 });
  }
  return parts;
}

const repeats = [[16, 3, 6, 2]] as const;
const zeros = [
  [18, 11, 138, 7],
  [17, 3, 10, 3],
] as const;

/** Bits, the first lowest in its byte. */
class BitSink {
  private readonly made: Uint8Array;
  private length = 0;
  private held = 0;
  private count = 0;

  constructor(size: number) {
    this.made = new Uint8Array(size);
  }

  /** Adds up to 16 bits. */
  add(bits: number, count: number): void {
    let held = this.held | (bits << this.count);
    let left = this.count + count;
    for (; left >= 8; left -= 8) {
      this.made[this.length++] = held & 255;
      held >>>= 8;
    }
    this.held = held;
    this.count = left;
  }

  /** Goes on with a new byte. */
  flush(): void {
    if (this.count > 0) this.add(0, 8 - this.count);
  }

  bytes(): Uint8Array {
    return this.made.slice(0, this.length);
  }
}

/** The check sum of zlib (RFC 1950, 9). */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let at = 0; at < bytes.length;) {
    // As many as two sums of 31 bits bear: beyond that numbers are counted as fractions, which takes several times as long.
    for (const end = Math.min(at + 3800, bytes.length); at < end; at++) {
      low = (low + (bytes[at] ?? 0)) | 0;
      high = (high + low) | 0;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

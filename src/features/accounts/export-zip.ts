/** A file for a ZIP, whose length and check sum are known before its bytes come. */
export interface ZipEntry {
  name: string;
  /** Bytes. */
  size: number;
  /** CRC-32 of ISO 3309. */
  crc: number;
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

interface Listed {
  name: Uint8Array<ArrayBuffer>;
  size: number;
  crc: number;
  /** Where its local header begins. */
  at: number;
}

/** The largest numbers of the fields of a plain ZIP; what is larger stands in fields of ZIP64. */
const most32 = 0xffffffff;
const most16 = 0xffff;
/** The version of programs that can read it: 2.0, or 4.5 where it is a ZIP64. */
const [plain, large] = [20, 45];

/**
 * A ZIP of stored entries in the given order, as chunks, of any size and number; nothing but one piece of one entry and the list of names is in memory.
 * Throws `RangeError` where an entry is not as long as it said. Source: PKWARE APPNOTE 6.3.10, 4.3 and 4.5.3.
 */
export async function* writeLargeZip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const listed: Listed[] = [];
  let at = 0;
  for await (const { name, size, crc, content } of entries) {
    const entry = { name: new TextEncoder().encode(name), size, crc, at };
    const header = localHeader(entry);
    yield header;
    let length = 0;
    for await (const piece of content) {
      length += piece.length;
      yield piece;
    }
    if (length !== size) throw new RangeError(`An entry of ${size} bytes has ${length}.`);
    listed.push(entry);
    at += header.length + size;
  }
  const start = at;
  for (const entry of listed) {
    const header = centralHeader(entry);
    yield header;
    at += header.length;
  }
  yield endOf(listed.length, start, at);
}

/** A field: its width in bytes and its value. */
type Field = readonly [2 | 4 | 8, number];

/** What both headers say: flags (names in UTF-8), stored, noon of the first day that ZIP can tell, check sum and lengths. */
function told({ name, crc, size }: Listed, extra: number): Field[] {
  const shown = Math.min(size, most32);
  return [
    [2, 0x0800],
    [2, 0],
    [2, 0x6000],
    [2, 0x0021],
    [4, crc],
    [4, shown],
    [4, shown],
    [2, name.length],
    [2, extra],
  ];
}

function localHeader(entry: Listed): Uint8Array {
  const { size, name } = entry;
  const long: Field[] = size >= most32 ? zip64([size, size]) : [];
  const head: Field[] = [
    [4, 0x04034b50],
    [2, long.length > 0 ? large : plain],
  ];
  return joined(bytesOf([...head, ...told(entry, lengthOf(long))]), name, bytesOf(long));
}

function centralHeader(entry: Listed): Uint8Array {
  const { size, at, name } = entry;
  const numbers = [...(size >= most32 ? [size, size] : []), ...(at >= most32 ? [at] : [])];
  const long: Field[] = numbers.length > 0 ? zip64(numbers) : [];
  const version = long.length > 0 ? large : plain;
  const head: Field[] = [
    [4, 0x02014b50],
    [2, version],
    [2, version],
  ];
  // No comment, the first disk, no attributes.
  const tail: Field[] = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, Math.min(at, most32)],
  ];
  return joined(bytesOf([...head, ...told(entry, lengthOf(long)), ...tail]), name, bytesOf(long));
}

function zip64(numbers: readonly number[]): Field[] {
  return [[2, 1], [2, 8 * numbers.length], ...numbers.map((number): Field => [8, number])];
}

/** The end of the list, with that of ZIP64 before it where a number does not fit. `start` and `end`: where the list lies. */
function endOf(count: number, start: number, end: number): Uint8Array {
  const size = end - start;
  const closing: Field[] = [
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, Math.min(count, most16)],
    [2, Math.min(count, most16)],
    [4, Math.min(size, most32)],
    [4, Math.min(start, most32)],
    [2, 0],
  ];
  if (count < most16 && size < most32 && start < most32) return bytesOf(closing);
  const record: Field[] = [
    [4, 0x06064b50],
    [8, 44],
    [2, large],
    [2, large],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, start],
  ];
  const locator: Field[] = [
    [4, 0x07064b50],
    [4, 0],
    [8, end],
    [4, 1],
  ];
  return bytesOf([...record, ...locator, ...closing]);
}

const lengthOf = (fields: readonly Field[]): number => fields.reduce((sum, [width]) => sum + width, 0);

/** Fields in little-endian order. */
function bytesOf(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(lengthOf(fields));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

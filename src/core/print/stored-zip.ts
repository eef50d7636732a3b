import { crc32 } from "../image/grey-png.ts";
import { utf8 } from "./comic.ts";

export interface ArchiveEntry {
  name: string;
  bytes: Uint8Array;
}

interface Listed {
  name: Uint8Array;
  crc: number;
  size: number;
  /** Where its local header begins. */
  at: number;
}

const largest = 0xffffffff;

/**
 * A ZIP of stored entries in the given order, as chunks; only one entry is in memory at a time (F1, F6).
 * Sizes stand before the bytes, since readers that go through a ZIP from its beginning cannot tell where a stored entry ends without them.
 * Throws beyond 4 GiB or 65,535 entries. Source: PKWARE APPNOTE 6.3.10, 4.3.
 */
export async function* writeStoredZip(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Uint8Array> {
  const listed: Listed[] = [];
  let at = 0;
  for await (const { name, bytes } of entries) {
    const entry = { name: utf8(name), crc: crc32(bytes), size: bytes.length, at };
    const header = localHeader(entry);
    yield header;
    yield bytes;
    listed.push(entry);
    at += header.length + bytes.length;
    if (at > largest || listed.length > 0xffff) throw new RangeError("The archive is larger than a ZIP may be");
  }
  let directory = 0;
  for (const entry of listed) {
    const header = centralHeader(entry);
    yield header;
    directory += header.length;
  }
  yield endOfDirectory(listed.length, directory, at);
}

function localHeader(entry: Listed): Uint8Array {
  return bytesOf([[4, 0x04034b50], [2, 20], ...sharedFields(entry)], entry.name);
}

function centralHeader(entry: Listed): Uint8Array {
  const { name, at } = entry;
  // Made by version 2.0; then no comment, the first disk, no attributes.
  return bytesOf(
    [[4, 0x02014b50], [2, 20], [2, 20], ...sharedFields(entry), [2, 0], [2, 0], [2, 0], [4, 0], [4, at]],
    name,
  );
}

/** A field of a header: its width in bytes and its value. */
type Field = readonly [2 | 4, number];

/** What stands in both headers: flags (names in UTF-8), method (stored), time (noon of the first day that ZIP can tell, T3), check sum and lengths. */
function sharedFields({ name, crc, size }: Listed): Field[] {
  return [
    [2, 0x0800],
    [2, 0],
    [2, 0x6000],
    [2, 0x0021],
    [4, crc],
    [4, size],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
}

function endOfDirectory(count: number, size: number, at: number): Uint8Array {
  return bytesOf(
    [
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, size],
      [4, at],
      [2, 0],
    ],
    new Uint8Array(0),
  );
}

/** Fields in little-endian order, then a name. */
function bytesOf(fields: readonly Field[], name: Uint8Array): Uint8Array {
  const length = fields.reduce((sum, [width]) => sum + width, 0);
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  bytes.set(name, length);
  return bytes;
}

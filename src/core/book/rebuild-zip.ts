const localMark = 0x04034b50;
const centralMark = 0x02014b50;
const descriptorMark = 0x08074b50;
const endMark = 0x06054b50;
const localSize = 30;
const centralSize = 46;
const endSize = 22;
/** Bit 3 of the flags: sizes and checksum stand behind the data. */
const sizesFollow = 8;

interface LocalEntry {
  at: number;
  crc: number;
  packed: number;
  unpacked: number;
  end: number;
}

/**
 * Gives an archive that lost its end a new list of contents, from the headers that stand before each entry (APPNOTE 4.3). An entry
 * that the cut goes through is left out. Null where no entry is whole. Whether the list is true shows when the entries are unpacked.
 */
export function rebuildZip(bytes: Uint8Array, most: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: LocalEntry[] = [];
  let at = 0;
  while (entries.length <= most) {
    const entry = localEntryAt(view, at);
    if (entry === null) break;
    entries.push(entry);
    at = entry.end;
  }
  return entries.length === 0 ? null : withCentralDirectory(bytes.subarray(0, at), entries);
}

function localEntryAt(view: DataView, at: number): LocalEntry | null {
  if (at + localSize > view.byteLength || view.getUint32(at, true) !== localMark) return null;
  const data = at + localSize + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const entry =
    (view.getUint16(at + 6, true) & sizesFollow) === 0
      ? {
          crc: view.getUint32(at + 14, true),
          packed: view.getUint32(at + 18, true),
          unpacked: view.getUint32(at + 22, true),
        }
      : sizesBehind(view, data);
  if (entry === null) return null;
  const descriptor = (view.getUint16(at + 6, true) & sizesFollow) === 0 ? 0 : 16;
  const end = data + entry.packed + descriptor;
  return end > view.byteLength ? null : { at, ...entry, end };
}

/** Looks for the record behind the data whose packed size is the way back to where the data begins. */
function sizesBehind(view: DataView, data: number): Pick<LocalEntry, "crc" | "packed" | "unpacked"> | null {
  for (let at = data; at + 16 <= view.byteLength; at++) {
    if (view.getUint8(at) !== 0x50 || view.getUint32(at, true) !== descriptorMark) continue;
    const packed = view.getUint32(at + 8, true);
    if (packed === at - data)
      return { crc: view.getUint32(at + 4, true), packed, unpacked: view.getUint32(at + 12, true) };
  }
  return null;
}

function withCentralDirectory(whole: Uint8Array, entries: readonly LocalEntry[]): Uint8Array {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const names = entries.map(({ at }) => whole.subarray(at + localSize, at + localSize + view.getUint16(at + 26, true)));
  const listSize = names.reduce((sum, name) => sum + centralSize + name.length, 0);
  const made = new Uint8Array(whole.length + listSize + endSize);
  made.set(whole);
  const out = new DataView(made.buffer);
  let to = whole.length;
  entries.forEach(({ at, crc, packed, unpacked }, index) => {
    const name = names[index] ?? new Uint8Array();
    out.setUint32(to, centralMark, true);
    out.setUint16(to + 4, 20, true);
    // Version, flags, method, time and date stand in the same order in both headers.
    made.set(whole.subarray(at + 4, at + 14), to + 6);
    for (const [offset, value] of [
      [16, crc],
      [20, packed],
      [24, unpacked],
      [42, at],
    ] as const)
      out.setUint32(to + offset, value, true);
    out.setUint16(to + 28, name.length, true);
    made.set(name, to + centralSize);
    to += centralSize + name.length;
  });
  out.setUint32(to, endMark, true);
  out.setUint16(to + 8, entries.length, true);
  out.setUint16(to + 10, entries.length, true);
  out.setUint32(to + 12, listSize, true);
  out.setUint32(to + 16, whole.length, true);
  return made;
}

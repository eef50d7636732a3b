import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import type { FileEntry } from "@zip.js/zip.js";
import type { Result } from "../text/result.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Warning } from "./book.ts";
import { rebuildZip } from "./rebuild-zip.ts";

/** What an archive may hold at most; sizes in bytes, unpacked. */
export const zipCaps = {
  entries: 20_000,
  entrySize: 64 * 1024 * 1024,
  totalSize: 512 * 1024 * 1024,
  /** Unpacked to packed size, asked of entries over 1 MiB only: a small file of spaces packs better than that. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
  /** The same of the whole archive, from this size on. */
  totalRatioFrom: 8 * 1024 * 1024,
};

/** An opened archive. Parts are unpacked one at a time, when they are asked for. */
export interface ZipParts {
  names: readonly string[];
  /** The name of a part as the archive writes it; where only case or the composition of accents differs, that one's. */
  find(name: string): string | null;
  /** Bytes of a part when it is unpacked; 0 where there is none. */
  size(name: string): number;
  /** Null where there is no such part, or it cannot be unpacked (then a warning says so). */
  read(name: string): Promise<Uint8Array | null>;
  /** The end of the archive is missing: other parts may be lost with it. */
  isCut: boolean;
  /** Grows while parts are read. */
  warnings: Warning[];
}

/** Names that lead out of the book are sorted out here, one by one; the library would refuse the whole archive. */
const options = { useWebWorkers: false, checkSignature: true, filenameValidation: "tolerant" } as const;

/**
 * Opens a ZIP archive within the caps. Entries whose names lead out of the archive are ignored with a warning; of an archive
 * without its end, what stands before the cut is opened.
 */
export async function openZip(bytes: Uint8Array): Promise<Result<ZipParts, BookFailure>> {
  if (declaredEntries(bytes) > zipCaps.entries) return tooManyEntries;
  const listed = await listEntries(bytes);
  const whole = listed.ok || listed.code !== "damaged-zip" ? null : rebuildZip(bytes, zipCaps.entries);
  const entries = whole === null ? listed : await listEntries(whole);
  if (!entries.ok) return entries;
  const problem = overCaps(entries.value, bytes.length);
  if (problem !== null) return { ok: false, code: "too-large", detail: problem };
  const locked = entries.value.find((entry) => entry.encrypted);
  if (locked) return { ok: false, code: "epub-encrypted", detail: `a password on ${locked.filename}` };
  return { ok: true, value: partsOf(entries.value, whole !== null) };
}

const tooManyEntries = { ok: false, code: "too-large", detail: `more than ${zipCaps.entries} files` } as const;

/** The number of entries that the end record gives (APPNOTE 4.3.16); 0 where there is none, and 65,535 for more than that. */
function declaredEntries(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) return view.getUint16(at + 10, true);
  return 0;
}

async function listEntries(bytes: Uint8Array): Promise<Result<FileEntry[], BookFailure>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), options);
  const entries: FileEntry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (!entry.directory) entries.push(entry);
      if (entries.length > zipCaps.entries) return tooManyEntries;
    }
    return { ok: true, value: entries };
  } catch (error) {
    return { ok: false, code: "damaged-zip", detail: reasonOf(error) };
  } finally {
    await reader.close();
  }
}

function overCaps(entries: readonly FileEntry[], packed: number): string | null {
  let total = 0;
  for (const { filename, uncompressedSize: size, compressedSize } of entries) {
    total += size;
    if (size > zipCaps.entrySize) return `${filename} unpacks to ${size} bytes`;
    if (size > zipCaps.ratioFrom && size > compressedSize * zipCaps.ratio)
      return `${filename} unpacks to ${Math.round(size / Math.max(1, compressedSize))} times its size`;
  }
  if (total > zipCaps.totalRatioFrom && total > packed * zipCaps.ratio)
    return `it unpacks to ${Math.round(total / packed)} times its size`;
  return total > zipCaps.totalSize ? `it unpacks to ${total} bytes` : null;
}

function partsOf(entries: readonly FileEntry[], isCut: boolean): ZipParts {
  const warnings: Warning[] = isCut
    ? [{ code: "archive-cut", message: "The end of the file is missing; the parts before it were read." }]
    : [];
  const byName = new Map<string, FileEntry>();
  const byFolded = new Map<string, string>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (isUnsafe(name))
      warnings.push({
        code: "unsafe-name",
        message: `A part was ignored because its name leads out of the book: ${name}`,
      });
    else if (!byName.has(name)) {
      byName.set(name, entry);
      if (!byFolded.has(folded(name))) byFolded.set(folded(name), name);
    }
  }
  const find = (name: string): string | null => (byName.has(name) ? name : (byFolded.get(folded(name)) ?? null));
  const size = (name: string): number => byName.get(find(name) ?? "")?.uncompressedSize ?? 0;
  const read = async (name: string): Promise<Uint8Array | null> => {
    const entry = byName.get(find(name) ?? "");
    if (!entry) return null;
    try {
      return await entry.getData(new Uint8ArrayWriter(), options);
    } catch (error) {
      warnings.push({ code: "part-damaged", message: `${name} cannot be unpacked: ${reasonOf(error)}` });
      return null;
    }
  };
  return { names: [...byName.keys()], find, size, read, isCut, warnings };
}

const folded = (name: string): string => name.normalize("NFC").toLowerCase();

/** Many programs write names in UTF-8 without saying so; the library then reads them as IBM 437. */
function nameOf({ filename, rawFilename, filenameUTF8 }: FileEntry): string {
  if (filenameUTF8) return filename;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(rawFilename);
  } catch {
    // Not UTF-8: the name is in the old encoding indeed.
    return filename;
  }
}

function isUnsafe(name: string): boolean {
  return /^[\\/]|^[a-z]:|[\\\p{Cc}]/iu.test(name) || name.split("/").includes("..");
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

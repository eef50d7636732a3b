import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import type { FileEntry } from "@zip.js/zip.js";
import type { Result } from "../text/result.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Warning } from "./book.ts";

/** What an archive may hold at most; sizes in bytes, unpacked. */
export const zipCaps = {
  entries: 20_000,
  entrySize: 64 * 1024 * 1024,
  totalSize: 512 * 1024 * 1024,
  /** Unpacked to packed size, asked of entries over 1 MiB only: a small file of spaces packs better than that. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
};

/** An opened archive. Parts are unpacked one at a time, when they are asked for. */
export interface ZipParts {
  names: readonly string[];
  /** Null where there is no such part, or it cannot be unpacked (then a warning says so). */
  read(name: string): Promise<Uint8Array | null>;
  /** Grows while parts are read. */
  warnings: Warning[];
}

/** Names that lead out of the book are sorted out here, one by one; the library would refuse the whole archive. */
const options = { useWebWorkers: false, checkSignature: true, filenameValidation: "tolerant" } as const;

/** Opens a ZIP archive within the caps. Entries whose names lead out of the archive are ignored with a warning. */
export async function openZip(bytes: Uint8Array): Promise<Result<ZipParts, BookFailure>> {
  const entries = await listEntries(bytes);
  if (!entries.ok) return entries;
  const problem = overCaps(entries.value);
  if (problem !== null) return { ok: false, code: "too-large", detail: problem };
  const locked = entries.value.find((entry) => entry.encrypted);
  if (locked) return { ok: false, code: "epub-encrypted", detail: locked.filename };
  return { ok: true, value: partsOf(entries.value) };
}

async function listEntries(bytes: Uint8Array): Promise<Result<FileEntry[], BookFailure>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), options);
  const entries: FileEntry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (!entry.directory) entries.push(entry);
      if (entries.length > zipCaps.entries)
        return { ok: false, code: "too-large", detail: `more than ${zipCaps.entries} files` };
    }
    return { ok: true, value: entries };
  } catch (error) {
    return { ok: false, code: "damaged-zip", detail: reasonOf(error) };
  } finally {
    await reader.close();
  }
}

function overCaps(entries: readonly FileEntry[]): string | null {
  let total = 0;
  for (const { filename, uncompressedSize: size, compressedSize } of entries) {
    total += size;
    if (size > zipCaps.entrySize) return `${filename} unpacks to ${size} bytes`;
    if (size > zipCaps.ratioFrom && size > compressedSize * zipCaps.ratio)
      return `${filename} unpacks to ${Math.round(size / Math.max(1, compressedSize))} times its size`;
  }
  return total > zipCaps.totalSize ? `it unpacks to ${total} bytes` : null;
}

function partsOf(entries: readonly FileEntry[]): ZipParts {
  const warnings: Warning[] = [];
  const byName = new Map<string, FileEntry>();
  for (const entry of entries) {
    if (isUnsafe(entry.filename))
      warnings.push({
        code: "unsafe-name",
        message: `A part was ignored because its name leads out of the book: ${entry.filename}`,
      });
    else if (!byName.has(entry.filename)) byName.set(entry.filename, entry);
  }
  const read = async (name: string): Promise<Uint8Array | null> => {
    const entry = byName.get(name);
    if (!entry) return null;
    try {
      return await entry.getData(new Uint8ArrayWriter(), options);
    } catch (error) {
      warnings.push({ code: "part-damaged", message: `${name} cannot be unpacked: ${reasonOf(error)}` });
      return null;
    }
  };
  return { names: [...byName.keys()], read, warnings };
}

function isUnsafe(name: string): boolean {
  return /^[\\/]|^[a-z]:|[\\\p{Cc}]/iu.test(name) || name.split("/").includes("..");
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

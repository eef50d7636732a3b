import { crc32 } from "node:zlib";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database, Row } from "../../backends/sql/database.ts";
import { type ExportContents, exportPage, exportReadme } from "./export-index.ts";
import { exportWords } from "./export-words.ts";
import { writeLargeZip, type ZipEntry } from "./export-zip.ts";
import { ownProfile } from "./profile-routes.ts";
import { auditOfPerson, derivedTables, filesOfPerson, ownedTables, rowsOfPerson } from "./queries/export-rows.ts";

/** Bytes of JSON in one file of rows, and of a file that is read once and kept until it is written. */
const pieceSize = 8 * 2 ** 20;

/**
 * Everything that a person has, as one ZIP that is made while it is read: rows as JSON, files as they are, and a page that explains them. In memory are
 * some rows, one file of at most 8 MiB or a piece of it, and the names. `now` in milliseconds since 1970.
 */
export async function* exportArchive(
  db: Database,
  blobs: BlobStore,
  owner: string,
  now: number,
): AsyncGenerator<Uint8Array> {
  yield* writeLargeZip(entriesOf(db, blobs, owner, now));
}

async function* entriesOf(db: Database, blobs: BlobStore, owner: string, now: number): AsyncGenerator<ZipEntry> {
  const { name, language } = await ownProfile(db, owner);
  const day = new Date(now).toISOString().slice(0, 10);
  const spoken = language.startsWith("ja") ? "ja" : "en";
  const words = exportWords[spoken];
  const contents = { language: spoken, name, day, files: [], tables: [], lost: [] } satisfies ExportContents;
  const filled: Filled = contents;
  yield textEntry("README.txt", exportReadme(contents, words));
  for (const table of await ownedTables(db))
    if (!derivedTables.includes(table.name)) yield* tableEntries(table.name, rowsOfPerson(db, owner, table), filled);
  yield* tableEntries("audit_log", auditOfPerson(db, owner), filled);
  yield* fileEntries(db, blobs, owner, filled);
  yield textEntry("index.html", exportPage(contents, words));
}

/** What the page is told of, as it goes by. */
interface Filled {
  files: { path: string; category: string; title: string; size: number }[];
  tables: { path: string; table: string; rows: number }[];
  lost: string[];
}

/** A table as one file, or as several where it is long; nothing where it has no rows. */
async function* tableEntries(
  table: string,
  batches: AsyncIterable<readonly Row[]>,
  { tables }: Filled,
): AsyncGenerator<ZipEntry> {
  let [lines, size, part] = [[] as string[], 0, 0];
  function entry(): ZipEntry {
    part += 1;
    const path = `data/${table}${part === 1 ? "" : `-${part}`}.json`;
    tables.push({ path, table, rows: lines.length });
    const whole = textEntry(path, `[\n${lines.join(",\n")}\n]\n`);
    [lines, size] = [[], 0];
    return whole;
  }
  for await (const rows of batches) {
    const texts = rows.map((row) => JSON.stringify(row));
    lines.push(...texts);
    size += texts.reduce((sum, text) => sum + text.length, 0);
    if (size > pieceSize) yield entry();
  }
  if (lines.length > 0) yield entry();
}

async function* fileEntries(
  db: Database,
  blobs: BlobStore,
  owner: string,
  { files, lost }: Filled,
): AsyncGenerator<ZipEntry> {
  for await (const rows of filesOfPerson(db, owner))
    for (const { id, key, category, name, size } of rows) {
      const found = await readThrough(blobs, key, size);
      if (found === null) {
        lost.push(key);
        continue;
      }
      const title = name ?? key.split("/").at(-1) ?? id;
      const path = `files/${category}/${name === null ? title : `${id}-${safeName(name)}`}`;
      files.push({ path, category, title, size });
      yield { name: path, size, crc: found.crc, content: found.bytes === null ? again(blobs, key) : [found.bytes] };
    }
}

/**
 * Reads a file from end to end for its check sum, which stands before it in the archive; gives its bytes too where they are few. Null where the store does
 * not have it, or not whole.
 */
async function readThrough(
  blobs: BlobStore,
  key: string,
  size: number,
): Promise<{ crc: number; bytes: Uint8Array | null } | null> {
  const blob = await blobs.get(key);
  if (blob === null || blob.head.size !== size) return null;
  const bytes = size <= pieceSize ? new Uint8Array(size) : null;
  let [crc, at] = [0, 0];
  for await (const piece of blob.content) {
    crc = crc32(piece, crc);
    bytes?.set(piece, at);
    at += piece.length;
  }
  return at === size ? { crc, bytes } : null;
}

async function* again(blobs: BlobStore, key: string): AsyncGenerator<Uint8Array> {
  const blob = await blobs.get(key);
  // Deleted since it was measured: the archive cannot be finished, and its reader is told so.
  if (blob === null) throw new Error(`${key} went away while it was exported.`);
  yield* blob.content;
}

/** A name that may stand in any folder. */
function safeName(name: string): string {
  return name.replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, "_").slice(0, 150);
}

function textEntry(name: string, text: string): ZipEntry {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, crc: crc32(bytes), content: [bytes] };
}

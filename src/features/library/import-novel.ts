import type { Database } from "../../backends/sql/database.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import { readBook } from "../../core/book/read-book.ts";
import { unwrap } from "../../core/text/result.ts";
import { deleteFile, verifyFile } from "../files/open-file.ts";
import { findFile } from "../files/queries/find-files.ts";
import { type FileLimits, storeFile, type Storing } from "../files/store-file.ts";
import type { StoredFile } from "../files/stored-file.ts";
import { keepOwnCover } from "./covers.ts";
import { addNovel, type Novel, novelOf, novelOfContent, setOriginalFile } from "./queries/novels.ts";

/** Bytes that the file of a book has at most. */
export const largestBookFile = 512 * 2 ** 20;

/** A file that may be a book. */
export interface BookFile {
  content: Uint8Array;
  name: string;
  /** The id that its novel gets, where several may bring the same file at once; else a new one. */
  id?: string;
}

/** What came of an import: the novel, and whether it was on the shelf before. */
export interface ImportedNovel {
  novel: Novel;
  isNew: boolean;
}

/**
 * Reads a book and puts it on a person's shelf with its file. The same file a second time is the same novel, and takes the place of the first
 * one where that was lost or damaged. Throws `Refused` for what cannot be read or kept, with nothing left behind.
 */
export async function importNovel(
  db: Database,
  storing: Storing,
  owner: string,
  { content, name, id: given }: BookFile,
  limits: Pick<FileLimits, "size" | "quota">,
): Promise<ImportedNovel> {
  const book = unwrap(await readBook(content));
  const file = { category: "novels", content, name, type: null } as const;
  const stored = unwrap(await storeFile(db, storing, owner, file, { ...limits, types: null }));
  const known = await novelOfContent(db, owner, stored.sha256);
  const id = known ?? given ?? storing.newId();
  if (known === null) {
    const place = { id, book, fileName: name.replace(/\.[^.]*$/, ""), contentHash: stored.sha256, now: storing.now() };
    const add = () => addNovel(db, owner, { ...place, originalFileId: stored.id });
    const other = await orForget(db, storing, stored, () => orOther(db, owner, id, add));
    if (other !== null) {
      await deleteFile(db, storing.blobs, owner, stored.id, storing.now());
      return { novel: other, isNew: false };
    }
    await keepOwnCover(db, storing, owner, id, { book, content });
  }
  const novel = await novelOf(db, owner, id);
  if (novel === null) throw new Error(`The novel ${id} was not kept`);
  return { novel: known === null ? novel : await withOneFile(db, storing, novel, stored), isNew: known === null };
}

/** Adds a novel; gives the one that somebody else has added under this id at the same time, and null where nobody has. */
async function orOther(db: Database, owner: string, id: string, add: () => Promise<void>): Promise<Novel | null> {
  try {
    await add();
    return null;
  } catch (error) {
    const other = error instanceof SqlError && error.code === "unique" ? await novelOf(db, owner, id) : null;
    if (other === null) throw error;
    return other;
  }
}

/** Does what needs a file that was just kept; the file goes where it fails. */
async function orForget<Result>(
  db: Database,
  { blobs, now }: Storing,
  { owner, id }: StoredFile,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    await deleteFile(db, blobs, owner, id, now());
    throw error;
  }
}

/** Keeps of two files of one novel the first, or the new one where the first is not what it was. */
async function withOneFile(db: Database, { blobs, now }: Storing, novel: Novel, stored: StoredFile): Promise<Novel> {
  const { owner } = stored;
  const first = novel.originalFileId === null ? null : await findFile(db, owner, novel.originalFileId);
  const isWhole = first !== null && (await verifyFile(blobs, first)) === "whole";
  if (!isWhole) await setOriginalFile(db, owner, novel.id, { file: stored.id, now: now() });
  const other = isWhole ? stored : first;
  if (other !== null) await deleteFile(db, blobs, owner, other.id, now());
  return isWhole ? novel : { ...novel, originalFileId: stored.id };
}

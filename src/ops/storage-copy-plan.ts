import type { BlobHead, BlobStore } from "../backends/blobs/blob-store.ts";
import { derivedId } from "../backends/sql/derived-id.ts";
import { fileName } from "../features/files/file-name.ts";
import { type FileType, fileTypes } from "../features/files/file-types.ts";
import { headOf } from "../features/files/measured-content.ts";
import type { FileCategory, StoredFile } from "../features/files/stored-file.ts";
import { headBytes, typeOf } from "../features/files/type-by-content.ts";
import { kindOfKey } from "./legacy-buckets.ts";
import type { CopiedObject } from "./storage-copy-journal.ts";

/** What becomes of one object of the store that is copied from. */
export interface PlannedObject extends CopiedObject {
  /** Bytes, as the store says. */
  size: number;
  /** What its row says; null where it has none. */
  known: StoredFile | null;
  /** The row that it gets; null where it has one, or needs none. */
  added: Omit<StoredFile, "size" | "sha256" | "createdAt"> | null;
}

/**
 * Plans one object: ours keep their keys, those of a bucket of the predecessor get keys of ours, and a row where they have none. Null for what is somebody's.
 * `noted`: as an earlier run has planned it.
 */
export async function planObject(
  from: BlobStore,
  head: BlobHead,
  { file, noted, owner }: { file: StoredFile | null; noted: CopiedObject | null; owner: () => Promise<string> },
): Promise<PlannedObject | null> {
  const { key, size } = head;
  const kind = kindOfKey(key);
  if (kind.kind !== "legacy") {
    if (kind.kind === "foreign" && file === null) return null;
    return { from: key, to: key, row: null, size, known: file, added: null };
  }
  if (file !== null) {
    const ending = file.key.slice(file.key.lastIndexOf(".") + 1);
    const known = Object.values(fileTypes).some(({ endings }) => endings.some((each) => each === ending));
    const to = noted?.to ?? `${kind.category}/${file.owner}/${file.id}.${known ? ending : fileTypes.binary.endings[0]}`;
    return { from: key, to, row: { id: file.id, was: "moved" }, size, known: file, added: null };
  }
  const added = await rowFor(from, key, kind.category, await owner());
  const row = noted?.row ?? { id: added.id, was: "added" as const };
  return { from: key, to: noted?.to ?? added.key, row, size, known: null, added };
}

/** The row of an object that never had one; its id follows from its key, so that a second run finds it. */
async function rowFor(
  from: BlobStore,
  key: string,
  category: FileCategory,
  owner: string,
): Promise<NonNullable<PlannedObject["added"]>> {
  const type = await typeOfObject(from, key);
  const id = await derivedId(owner, "legacy object", key);
  return {
    id,
    owner,
    key: `${category}/${owner}/${id}.${fileTypes[type].endings[0]}`,
    category,
    name: fileName(key.slice(key.lastIndexOf("/") + 1), type),
    mime: fileTypes[type].mime,
    novelId: null,
    jobId: null,
    artifact: null,
    unit: null,
  };
}

/** By its content, and what that does not tell, as bytes that nobody opens; JSON is text that calls itself so. */
async function typeOfObject(from: BlobStore, key: string): Promise<FileType> {
  const found = await from.get(key, { offset: 0, length: headBytes });
  if (found === null) return "binary";
  const { head } = await headOf(found.content, headBytes);
  const type = typeOf(head);
  if (!type.ok) return "binary";
  return type.value === "text" && key.endsWith(".json") ? "json" : type.value;
}

import { timeText } from "../../backends/sql/codecs.ts";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import type { Result } from "../../core/text/result.ts";
import { fileName } from "./file-name.ts";
import { type FileType, fileTypes } from "./file-types.ts";
import { headOf, measured, TooManyBytes } from "./measured-content.ts";
import { bytesUsed, findArtifact } from "./queries/find-files.ts";
import { insertFile } from "./queries/insert-file.ts";
import type { FileCategory, StoredFile } from "./stored-file.ts";
import { headBytes, type TypeFailure, typeOf } from "./type-by-content.ts";

export interface NewFile {
  category: FileCategory;
  content: Uint8Array | AsyncIterable<Uint8Array>;
  /** As the person calls it; null for what the product makes. */
  name: string | null;
  /** The type of what the product made; null tells it by the content, as for everything that comes from outside. */
  type: FileType | null;
  novelId?: string | null;
  /** What of which job it is. A second file for the same is not kept: the first one is the answer. */
  artifact?: { jobId: string; artifact: string; unit: string } | null;
}

export interface FileLimits {
  /** Types that are taken; null for all that are known. */
  types: readonly FileType[] | null;
  /** Bytes of this file. */
  size: number;
  /** Bytes of all files of the person; null for no limit. */
  quota: number | null;
}

export type StoreFailure = TypeFailure | "upload-unwanted" | "upload-too-large" | "quota-full";

/** What storing needs beside the database. `now` gives milliseconds since 1970, `newId` a UUIDv7. */
export interface Storing {
  blobs: BlobStore;
  now: () => number;
  newId: () => string;
}

/**
 * Keeps a file of a person: first the blob, measured as it streams, then its row. Killed in between, it leaves a blob without a row, which nobody sees
 * and the sweep finds; never a row without its blob. Where the row is refused the blob goes at once.
 * Throws `BlobError`, `SqlError` and what the source throws.
 */
export async function storeFile(
  db: Database,
  { blobs, now, newId }: Storing,
  owner: string,
  file: NewFile,
  limits: FileLimits,
  signal?: AbortSignal,
): Promise<Result<StoredFile, StoreFailure>> {
  const { head, content } = await headOf(file.content, headBytes);
  const type = acceptedType(file, head, limits);
  if (!type.ok) return closing(content, type);
  const room = limits.quota === null ? Infinity : limits.quota - (await bytesUsed(db, owner));
  if (room <= 0) return closing(content, { ok: false, code: "quota-full", detail: null });

  const id = newId();
  const key = `${file.category}/${owner}/${id}.${fileTypes[type.value].endings[0]}`;
  const { content: counted, measure } = measured(content, Math.min(limits.size, room));
  try {
    await blobs.put(key, counted, signal ? { signal } : {});
  } catch (error) {
    if (!(error instanceof TooManyBytes)) throw error;
    return { ok: false, code: measure.size > limits.size ? "upload-too-large" : "quota-full", detail: null };
  }
  const stored: StoredFile = {
    id,
    owner,
    key,
    category: file.category,
    name: file.name === null ? null : fileName(file.name, type.value),
    mime: fileTypes[type.value].mime,
    size: measure.size,
    sha256: measure.sha256(),
    novelId: file.novelId ?? null,
    jobId: file.artifact?.jobId ?? null,
    artifact: file.artifact?.artifact ?? null,
    unit: file.artifact?.unit ?? null,
    createdAt: timeText(now()),
  };
  return keepRow(db, blobs, owner, stored, limits.quota);
}

function acceptedType(file: NewFile, head: Uint8Array, { types }: FileLimits): Result<FileType, StoreFailure> {
  const type = file.type === null ? typeOf(head) : ({ ok: true, value: file.type } as const);
  if (!type.ok || types === null || types.includes(type.value)) return type;
  return { ok: false, code: "upload-unwanted", detail: type.value };
}

/** Ends a content that nobody will read, so that its source is closed. */
async function closing<Answer>(content: AsyncIterable<Uint8Array>, answer: Answer): Promise<Answer> {
  const source = content[Symbol.asyncIterator]();
  await source.next();
  await source.return?.();
  return answer;
}

async function keepRow(
  db: Database,
  blobs: BlobStore,
  owner: string,
  stored: StoredFile,
  quota: number | null,
): Promise<Result<StoredFile, StoreFailure>> {
  try {
    if (await insertFile(db, owner, stored, quota)) return { ok: true, value: stored };
  } catch (error) {
    // After any other failure the row may stand nevertheless; then the blob is left to the sweep.
    if (!(error instanceof SqlError) || !["unique", "foreign-key", "check", "not-null"].includes(error.code))
      throw error;
    await blobs.delete(stored.key);
    const first = error.code === "unique" ? await sameArtifact(db, owner, stored) : null;
    if (first) return { ok: true, value: first };
    throw error;
  }
  await blobs.delete(stored.key);
  return { ok: false, code: "quota-full", detail: null };
}

async function sameArtifact(
  db: Database,
  owner: string,
  { jobId, artifact, unit }: StoredFile,
): Promise<StoredFile | null> {
  return jobId !== null && artifact !== null && unit !== null
    ? findArtifact(db, owner, { jobId, artifact, unit })
    : null;
}

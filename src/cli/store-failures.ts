import { BlobError } from "../backends/blobs/blob-error.ts";
import { asRefusal } from "../backends/sql/sql-error.ts";
import { Refused } from "../core/text/result.ts";

const refusals: Partial<Record<BlobError["code"], string>> = {
  full: "storage-full",
  "read-only": "storage-read-only",
  unreachable: "storage-unreachable",
  corrupt: "storage-corrupt",
  denied: "storage-denied",
  clock: "storage-clock",
  "too-large": "storage-too-large",
  missing: "stored-file-lost",
};

/** A failure of the studio's database or files that a person can mend as `Refused`, with what failed; any other error as it is. */
export function asStudioRefusal(error: unknown, { database, storage }: { database: string; storage: string }): unknown {
  if (!(error instanceof BlobError)) return asRefusal(error, database);
  const code = refusals[error.code];
  return code === undefined
    ? error
    : new Refused(code, error.code === "missing" ? error.message : storage, { cause: error });
}

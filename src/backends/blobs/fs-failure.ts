import { BlobError, type BlobErrorCode } from "./blob-error.ts";

/** The code of an error of the system, such as `ENOENT`; null where it is another kind of error. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

const codes = new Map<string, BlobErrorCode>([
  ["EEXIST", "exists"],
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["EFBIG", "full"],
  ["EROFS", "read-only"],
  ["EACCES", "read-only"],
  ["EPERM", "read-only"],
  ["EIO", "corrupt"],
  ["ENAMETOOLONG", "invalid-key"],
  ["ENOTDIR", "invalid-key"],
  ["EISDIR", "invalid-key"],
  ["ENOENT", "unreachable"],
  ["ENXIO", "unreachable"],
  ["ESTALE", "unreachable"],
]);

/** What a failure of the file system means for a store; an error that is not of the system stays itself. */
export function asBlobError(error: unknown, operation: string, key: string): unknown {
  const code = systemCode(error);
  if (code === null || error instanceof BlobError) return error;
  return new BlobError(codes.get(code) ?? "other", operation, key, { cause: error });
}

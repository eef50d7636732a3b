/**
 * What a store of blobs can fail with, the same everywhere:
 * `exists` a blob is never replaced · `missing` it went while it was read · `full` · `read-only` · `corrupt` it is shorter than it was,
 * or the medium cannot read it · `invalid-key` · `unreachable` the store itself is not there · `denied` it does not let us in · `too-large` it
 * keeps no blob of that size · `clock` its clock and ours differ too much for signatures.
 */
export type BlobErrorCode =
  | "exists"
  | "missing"
  | "full"
  | "read-only"
  | "corrupt"
  | "invalid-key"
  | "unreachable"
  | "denied"
  | "too-large"
  | "clock"
  | "other";

/** A failure of a store; `message` names the operation and the key. */
export class BlobError extends Error {
  override readonly name = "BlobError";
  readonly code: BlobErrorCode;

  constructor(code: BlobErrorCode, operation: string, key: string, options?: ErrorOptions) {
    super(`${operation} ${JSON.stringify(key)}: ${code}`, options);
    this.code = code;
  }
}

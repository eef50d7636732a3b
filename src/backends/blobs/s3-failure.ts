import { BlobError, type BlobErrorCode } from "./blob-error.ts";
import { parseXml, textOf } from "./s3-xml.ts";

/** What a server of S3 said instead of doing it; null of `code` where it said nothing that can be read. */
export class S3Failure extends Error {
  override readonly name = "S3Failure";
  readonly status: number;
  readonly code: string | null;

  constructor(status: number, code: string | null, message: string | null) {
    super([`status ${status}`, code, message].filter((part) => part !== null).join(": "));
    this.status = status;
    this.code = code;
  }
}

const codes = new Map<string, BlobErrorCode>([
  ["NoSuchBucket", "unreachable"],
  ["PermanentRedirect", "unreachable"],
  ["AccessDenied", "denied"],
  ["AccountProblem", "denied"],
  ["AllAccessDisabled", "denied"],
  ["AuthorizationHeaderMalformed", "denied"],
  ["ExpiredToken", "denied"],
  ["InvalidAccessKeyId", "denied"],
  ["InvalidToken", "denied"],
  ["SignatureDoesNotMatch", "denied"],
  ["Unauthorized", "denied"],
  ["RequestTimeTooSkewed", "clock"],
  ["RequestExpired", "clock"],
  ["KeyTooLongError", "invalid-key"],
  ["InvalidURI", "invalid-key"],
  ["EntityTooLarge", "too-large"],
  ["BadDigest", "corrupt"],
  ["XAmzContentSHA256Mismatch", "corrupt"],
  ["QuotaExceeded", "full"],
  ["InsufficientCapacity", "full"],
  ["XMinioStorageFull", "full"],
  ["MethodNotAllowed", "read-only"],
]);
const statuses = new Map<number, BlobErrorCode>([
  [401, "denied"],
  [403, "denied"],
  [408, "unreachable"],
  [413, "too-large"],
  [429, "unreachable"],
  [507, "full"],
]);
/** Said with 400 or 409, and over by the next try. */
const passing = new Set(["RequestTimeout", "OperationAborted", "ConditionalRequestConflict", "SlowDown"]);
const passingStatuses = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether another try may do. What never answered is tried again too. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof S3Failure)) return error instanceof SilentServer || error instanceof TypeError;
  return passingStatuses.has(error.status) || passing.has(error.code ?? "");
}

/** No answer, or no more of one, within the time that there is. */
export class SilentServer extends Error {
  override readonly name = "SilentServer";
}

/** What a failure of a server means for a store; an error that is neither of the server nor of the way to it stays itself. */
export function asS3Error(error: unknown, operation: string, key: string): unknown {
  if (error instanceof S3Failure) {
    const server = error.status >= 500 ? "unreachable" : "other";
    const code = codes.get(error.code ?? "") ?? statuses.get(error.status) ?? server;
    return new BlobError(code, operation, key, { cause: error });
  }
  // `fetch` throws TypeErrors where there is no connection, or one breaks off.
  const isWay = error instanceof SilentServer || error instanceof TypeError;
  return isWay ? new BlobError("unreachable", operation, key, { cause: error }) : error;
}

/** Reads what a server said of a failure. Messages of servers hold keys and ids, no secrets. */
export async function failureOf(response: Response): Promise<S3Failure> {
  return failureIn(response.status, await response.text());
}

/** The failure that a document tells of; also of one that came with the status of success. */
export function failureIn(status: number, document: string): S3Failure {
  const root = parseXml(document);
  const isError = root?.name === "Error";
  const message = isError ? textOf(root, "Message") : null;
  return new S3Failure(status, isError ? textOf(root, "Code") : null, message?.slice(0, 300) ?? null);
}

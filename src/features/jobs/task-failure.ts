import { BlobError } from "../../backends/blobs/blob-error.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import { Refused } from "../../core/text/result.ts";

/**
 * What a failure means for the next attempt.
 * - `transient`: a network, a full disk, a busy database; it may go away.
 * - `rate-limited`: a provider said not now, perhaps for how long.
 * - `crash`: a fault of the program; it will probably come again.
 * - `lost`: the worker died, or was cut off; perhaps through this very task.
 * - `refused`: a person must change something; the code stands in `errors.ts`.
 * - `permanent`: trying again cannot help.
 */
export type FailureClass = "transient" | "rate-limited" | "crash" | "lost" | "refused" | "permanent";

export interface TaskFailure {
  class: FailureClass;
  /** Of `errors.ts` where the class is `refused`, else a short kebab-case word. */
  code: string;
  /** For the job's page and the log: no text of the book, no secrets. */
  message: string;
  /** Milliseconds that a provider asked to wait. */
  retryAfter: number | null;
}

/** Thrown by handlers that know what kind of failure it is. */
export class TaskFailed extends Error {
  override readonly name = "TaskFailed";
  readonly failure: TaskFailure;

  constructor(failure: TaskFailure, options?: ErrorOptions) {
    super(failure.message, options);
    this.failure = failure;
  }
}

/** The task is another's by now, or cancelled: what was done for it no longer counts. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";

  constructor(taskId: string) {
    super(`The lease of task ${taskId} is lost.`);
  }
}

/** Sorts whatever a handler threw into a class. */
export function failureOf(error: unknown): TaskFailure {
  if (error instanceof TaskFailed) return error.failure;
  // What the engine says of broken JSON quotes it, and that may be the book.
  const isQuoting = error instanceof SyntaxError;
  const message = isQuoting
    ? "What was read cannot be parsed."
    : error instanceof Error
      ? error.message
      : String(error);
  if (error instanceof Refused) return { class: "refused", code: error.code, message, retryAfter: null };
  const code = placeOf(error);
  if (code !== null) return { class: passing.has(code) ? "transient" : "crash", code, message, retryAfter: null };
  return { class: "crash", code: "internal", message, retryAfter: null };
}

/** The code of `errors.ts` for a place that failed; null for everything else. */
function placeOf(error: unknown): string | null {
  const code =
    error instanceof SqlError ? `database-${error.code}` : error instanceof BlobError ? `storage-${error.code}` : null;
  return code !== null && (passing.has(code) || code.endsWith("-corrupt")) ? code : null;
}

/** What may have gone by the next attempt, or when somebody has made room. */
const passing = new Set(
  ["database", "storage"].flatMap((place) =>
    ["busy", "full", "read-only", "unreachable"].map((why) => `${place}-${why}`),
  ),
);

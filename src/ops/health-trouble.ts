import { BlobError, type BlobErrorCode } from "../backends/blobs/blob-error.ts";
import { SqlError, type SqlErrorCode } from "../backends/sql/sql-error.ts";
import { Refused } from "../core/text/result.ts";

const databaseTroubles: Partial<Record<SqlErrorCode, string>> = {
  busy: "It is in use by another program.",
  full: "Its disk is full.",
  "read-only": "It cannot be written to.",
  corrupt: "It is damaged.",
  unreachable: "It cannot be reached.",
  login: "It does not let the program in.",
  "no-database": "There is no database.",
};

const storageTroubles: Partial<Record<BlobErrorCode, string>> = {
  full: "It is full.",
  "read-only": "It may not be read or written.",
  corrupt: "It is damaged.",
  unreachable: "It cannot be reached.",
  denied: "It does not let the program in.",
  clock: "Its clock and that of the program differ too much.",
};

/** A check that did not end in time. */
export class HealthTimeout extends Refused {
  constructor(limit: number) {
    super("health-timeout", `There was no answer within ${limit} ms.`);
  }
}

/** A failure as one sentence that anybody may read; messages of engines can hold addresses. */
export function troubleText(error: unknown): string {
  if (error instanceof HealthTimeout && error.detail !== null) return error.detail;
  const known =
    error instanceof SqlError
      ? databaseTroubles[error.code]
      : error instanceof BlobError
        ? storageTroubles[error.code]
        : undefined;
  return known ?? "It failed; the log says how.";
}

/** What work gives, or `HealthTimeout` after so many milliseconds; what comes later is let go. */
export async function within<Value>(limit: number, work: () => Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HealthTimeout(limit)), limit);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

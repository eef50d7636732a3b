import { BlobError, type BlobErrorCode } from "./blob-error.ts";

/** What R2 fails with, by the number at the end of its message (developers.cloudflare.com/r2/api/error-codes). */
const codes = new Map<number, BlobErrorCode>([
  [10003, "denied"],
  [10004, "denied"],
  [10005, "invalid-key"],
  [10006, "unreachable"],
  [10007, "missing"],
  [10020, "invalid-key"],
  [10029, "invalid-key"],
  [10001, "unreachable"],
  [10002, "denied"],
  [10037, "corrupt"],
  [10043, "unreachable"],
  [10046, "corrupt"],
  [10054, "unreachable"],
  [10058, "unreachable"],
  [100100, "too-large"],
]);
/** Faults that may be over by the next try. */
const passing = new Set([10001, 10043, 10054, 10058]);
const [tries, firstPause] = [4, 100];

/** What a failure of the binding means for a store; an error that is not of R2 stays itself. */
export function asR2Error(error: unknown, operation: string, key: string): unknown {
  const number = numberOf(error);
  if (error instanceof BlobError || (number === null && !isLost(error))) return error;
  return new BlobError(codes.get(number ?? 10001) ?? "other", operation, key, { cause: error });
}

/** Does something that may be done twice, again where R2 says that it is not well; pauses double, and differ by chance. */
export async function trying<Value>(operation: string, key: string, work: () => Promise<Value>): Promise<Value> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (tried === tries || !(passing.has(numberOf(error) ?? 0) || isLost(error)))
        throw asR2Error(error, operation, key);
      const pause = firstPause * 2 ** (tried - 1) * (0.5 + Math.random() / 2);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

function numberOf(error: unknown): number | null {
  const number = error instanceof Error ? /\((\d{5,6})\)\.?$/.exec(error.message)?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

/** The platform lost the way to R2; it says so without a number. */
const isLost = (error: unknown): boolean => error instanceof Error && /network connection lost/i.test(error.message);

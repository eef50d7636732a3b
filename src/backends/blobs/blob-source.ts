import type { BlobRange } from "./blob-store.ts";

/** The pieces of what is to be put, until `signal` aborts: then its reason is thrown, however long the source is silent. */
export async function* piecesOf(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  if (content instanceof Uint8Array) {
    yield content;
    return;
  }
  const source = content[Symbol.asyncIterator]();
  const { aborted, forget } = rejectionOf(signal);
  let ended = false;
  try {
    while (true) {
      const { done, value } = await Promise.race([source.next(), aborted]);
      ended = done === true;
      if (done) return;
      yield value;
    }
  } finally {
    forget();
    // Not awaited: a source that is silent would keep us here.
    if (!ended) void source.return?.().then(undefined, () => undefined);
  }
}

function rejectionOf(signal: AbortSignal | undefined): { aborted: Promise<never>; forget: () => void } {
  let forget = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(signal?.reason);
    signal?.addEventListener("abort", onAbort);
    forget = () => signal?.removeEventListener("abort", onAbort);
  });
  // It may be rejected while nobody waits for a piece; the next race tells.
  aborted.catch(() => undefined);
  return { aborted, forget };
}

/** What the source of a put failed with; it is handed on as it is, even where it looks like a failure of the store. */
class BrokenSource extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super("the source broke off", { cause: reason });
    this.reason = reason;
  }
}

/** Marks what a source fails with, so that `reasonOf` tells it from failures of the store. */
export async function* ofSource(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    throw new BrokenSource(error);
  }
}

/** What a source failed with; null where it was something else. */
export function brokenSource(error: unknown): { reason: unknown } | null {
  return error instanceof BrokenSource ? { reason: error.reason } : null;
}

/** The part of a blob of `size` bytes that a range means. */
export function clippedTo(size: number, range: BlobRange | undefined): { offset: number; length: number } {
  const offset = Math.min(range?.offset ?? 0, size);
  return { offset, length: Math.min(range?.length ?? size, size - offset) };
}

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

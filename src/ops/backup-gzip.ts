/** Text packed by gzip as it comes. What the source throws is thrown to whoever reads. */
export async function* gzipped(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  yield* through(encoded(pieces), new CompressionStream("gzip"));
}

/** Text out of gzip, in pieces. Throws `TypeError` for what is not packed so, or ends too early. */
export async function* gunzipped(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const piece of through(pieces, new DecompressionStream("gzip")))
    yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}

async function* through(
  pieces: AsyncIterable<Uint8Array>,
  packer: CompressionStream | DecompressionStream,
): AsyncGenerator<Uint8Array> {
  const stop = new AbortController();
  const writer = packer.writable.getWriter();
  const fed = (async () => {
    try {
      for await (const piece of pieces) {
        if (stop.signal.aborted) return;
        await writer.write(Uint8Array.from(piece));
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error);
      throw error;
    }
  })();
  // It is waited for at the end.
  fed.catch(() => undefined);
  try {
    for await (const piece of packer.readable) yield piece;
    await fed;
  } catch (error) {
    // What the source failed with comes before what the packer made of it.
    await fed;
    throw error;
  } finally {
    stop.abort();
  }
}

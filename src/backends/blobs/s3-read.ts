import { BlobError } from "./blob-error.ts";
import { type S3Client, trying } from "./s3-client.ts";
import { asS3Error, failureOf, S3Failure, SilentServer } from "./s3-failure.ts";
import type { S3Object } from "./s3-requests.ts";

/**
 * Reads a part of an object, piece by piece. Where the connection breaks off or falls silent, it goes on behind the last byte that came; where that
 * does not help either, it fails: nobody takes what came for the whole. Throws `missing` where the object went, or is another one.
 */
export async function* readObject(
  client: S3Client,
  of: string,
  { key, size, etag }: S3Object,
  { offset, length }: { offset: number; length: number },
): AsyncGenerator<Uint8Array> {
  const end = offset + length;
  let at = offset;
  let failed = 0;
  // An empty part is asked for all the same where the object is empty: it may be gone.
  for (let isFirst = size === 0; isFirst || at < end; isFirst = false) {
    const range = size === 0 ? {} : { range: `bytes=${at}-${end - 1}` };
    const request = { operation: "get", of, method: "GET", key, headers: { "if-match": etag, ...range } } as const;
    try {
      const reader = await trying(client.waiting, undefined, () => client.once(request, bodyOf));
      for await (const piece of piecesUntil(reader, end - at, client.waiting.silence)) {
        at += piece.length;
        failed = 0;
        yield piece;
      }
    } catch (error) {
      if (error instanceof S3Failure && [404, 412].includes(error.status) && error.code !== "NoSuchBucket")
        throw new BlobError("missing", "get", of, { cause: error });
      failed += 1;
      if (error instanceof S3Failure || failed >= client.waiting.tries) throw asS3Error(error, "get", of);
    }
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function bodyOf(response: Response): Promise<Reader | null> {
  if (!response.ok) throw await failureOf(response);
  const asked = response.status === 206 || response.headers.get("content-range") === null;
  if (!asked) throw new S3Failure(response.status, null, "a part that was not asked for");
  return response.body?.getReader() ?? null;
}

/** The pieces of a body that must have `length` bytes. Throws `SilentServer` where they do not come. */
async function* piecesUntil(reader: Reader | null, length: number, silence: number): AsyncGenerator<Uint8Array> {
  let left = length;
  try {
    while (reader && left > 0) {
      const { done, value } = await withinSilence(reader.read(), silence);
      if (done) break;
      left -= value.length;
      if (left < 0) throw new S3Failure(200, null, "more bytes than were asked for");
      if (value.length > 0) yield value;
    }
  } finally {
    // Not awaited: a server that is silent would keep us. What it fails with has been told.
    void reader?.cancel().catch(() => undefined);
  }
  if (left > 0) throw new SilentServer("the answer broke off");
}

async function withinSilence<Value>(work: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SilentServer("no more of an answer")), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

import { BlobError } from "./blob-error.ts";
import { checkKey } from "./blob-key.ts";
import { filledPage } from "./blob-pages.ts";
import { type BlobPart, partsOf } from "./blob-parts.ts";
import { brokenSource, clippedTo, ofSource, piecesOf } from "./blob-source.ts";
import type { BlobHead, BlobStore } from "./blob-store.ts";
import { asR2Error, trying } from "./r2-failure.ts";

/** What we use of a bucket of R2, as the platform binds it to a Worker. */
export interface R2Bucket {
  head(key: string): Promise<R2Object | null>;
  get(
    key: string,
    options: { range?: { offset: number; length: number }; onlyIf: { etagMatches: string } },
  ): Promise<R2Object | (R2Object & { body: ReadableStream<Uint8Array> }) | null>;
  put(
    key: string,
    content: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
    options: { onlyIf?: Headers; sha256?: ArrayBuffer; customMetadata: Record<string, string> },
  ): Promise<R2Object | null>;
  delete(key: string): Promise<void>;
  list(options: { prefix: string; limit: number; startAfter?: string }): Promise<{
    objects: R2Object[];
    truncated: boolean;
  }>;
  createMultipartUpload(key: string): Promise<R2Upload>;
}

export interface R2Object {
  key: string;
  size: number;
  etag: string;
  uploaded: Date;
  customMetadata?: Record<string, string> | undefined;
}

export interface R2Upload {
  uploadPart(number: number, content: Uint8Array<ArrayBuffer>): Promise<R2Part>;
  complete(parts: R2Part[]): Promise<R2Object>;
  abort(): Promise<void>;
}

export interface R2Part {
  partNumber: number;
  etag: string;
}

/** Bytes of a part: R2 wants all but the last of one size, 5 MiB or more. */
const partSize = 8 * 1024 * 1024;
/** Bytes that R2 takes by one put. */
const most = 5_363_466_240;
/** Before the names of blobs that are not whole; no key can begin so. */
const partial = ".partial/";

/**
 * A store in a bucket of R2, by its binding. What fits into one part is put under the condition that the key is free. What is larger goes in parts
 * to a name by chance, and from there, as a stream within the platform, to its key under the same condition: the end of an upload in parts knows none.
 * Uploads in parts that a killed Worker left are ended by R2 itself, after a week.
 */
export function openR2Blobs(bucket: R2Bucket): BlobStore {
  const heads = async (key: string): Promise<R2Object | null> => trying("head", key, () => bucket.head(key));
  return {
    async put(key, content, { signal } = {}) {
      checkKey("put", key);
      const parts = partsOf(ofSource(piecesOf(content, signal)), () => partSize);
      try {
        if (await heads(key)) throw new BlobError("exists", "put", key);
        const first = await parts.next();
        const part: BlobPart = first.done ? { bytes: new Uint8Array(0), last: true } : first.value;
        return await (part.last ? putWhole(bucket, key, part.bytes) : putInParts(bucket, key, part, parts, signal));
      } catch (error) {
        const broken = brokenSource(error);
        throw broken ? broken.reason : asR2Error(error, "put", key);
      } finally {
        await parts.return(undefined);
      }
    },
    async get(key, range) {
      checkKey("get", key);
      const object = await heads(key);
      return object && { head: headOf(object), content: read(bucket, object, clippedTo(object.size, range)) };
    },
    async head(key) {
      checkKey("head", key);
      const object = await heads(key);
      return object && headOf(object);
    },
    async delete(key) {
      checkKey("delete", key);
      await trying("delete", key, () => bucket.delete(key));
    },
    list: (prefix, { cursor = null, limit = 1_000 } = {}) =>
      filledPage({ cursor, limit, most: 1_000 }, async (after, some) => {
        const options = { prefix, limit: some, ...(after === null ? {} : { startAfter: after }) };
        const { objects, truncated } = await trying("list", prefix, () => bucket.list(options));
        const blobs = objects.filter(({ key }) => !key.startsWith(partial)).map(headOf);
        return { blobs, last: objects.at(-1)?.key ?? null, more: truncated };
      }),
    async removePartial(time) {
      let removed = 0;
      for (let after: string | null = partial; after !== null;) {
        const options: Parameters<R2Bucket["list"]>[0] = { prefix: partial, limit: 1_000, startAfter: after };
        const { objects, truncated } = await trying("removePartial", partial, () => bucket.list(options));
        for (const { key } of objects.filter(({ uploaded }) => uploaded.getTime() < time)) {
          await trying("removePartial", key, () => bucket.delete(key));
          removed += 1;
        }
        after = truncated ? (objects.at(-1)?.key ?? null) : null;
      }
      return removed;
    },
    link: null,
  };
}

const headOf = ({ key, size, uploaded }: R2Object): BlobHead => ({ key, size, putAt: uploaded.getTime() });

const onlyNew = (): Headers => new Headers({ "If-None-Match": "*" });

/** Puts bytes at a key that is free. A try that failed may have put them all the same: the mark tells whose the blob is. */
async function putWhole(bucket: R2Bucket, key: string, bytes: Uint8Array<ArrayBuffer>): Promise<BlobHead> {
  const sha256 = await crypto.subtle.digest("SHA-256", bytes);
  const customMetadata = { put: crypto.randomUUID() };
  const put = await trying("put", key, () => bucket.put(key, bytes, { onlyIf: onlyNew(), sha256, customMetadata }));
  return put ? headOf(put) : ownOf(bucket, key, customMetadata.put);
}

async function ownOf(bucket: R2Bucket, key: string, mark: string): Promise<BlobHead> {
  const found = await trying("put", key, () => bucket.head(key));
  if (found?.customMetadata?.["put"] !== mark) throw new BlobError("exists", "put", key);
  return headOf(found);
}

async function putInParts(
  bucket: R2Bucket,
  key: string,
  first: BlobPart,
  rest: AsyncIterable<BlobPart>,
  signal: AbortSignal | undefined,
): Promise<BlobHead> {
  const staged = partial + crypto.randomUUID();
  try {
    const { etag, size } = await upload(bucket, key, staged, first, rest);
    signal?.throwIfAborted();
    const customMetadata = { put: crypto.randomUUID() };
    const put = await trying("put", key, async () => {
      const from = await bucket.get(staged, { onlyIf: { etagMatches: etag } });
      if (!from || !("body" in from)) throw new BlobError("corrupt", "put", key);
      return bucket.put(key, from.body, { onlyIf: onlyNew(), customMetadata });
    });
    const head = put ? headOf(put) : await ownOf(bucket, key, customMetadata.put);
    if (head.size !== size) throw new BlobError("corrupt", "put", key);
    return head;
  } finally {
    await trying("put", key, () => bucket.delete(staged));
  }
}

/** Puts all parts together under a name by chance; nothing is left where that fails. */
async function upload(
  bucket: R2Bucket,
  key: string,
  staged: string,
  first: BlobPart,
  rest: AsyncIterable<BlobPart>,
): Promise<R2Object> {
  const uploading = await trying("put", key, () => bucket.createMultipartUpload(staged));
  const done: R2Part[] = [];
  let size = 0;
  const add = async ({ bytes }: BlobPart): Promise<void> => {
    size += bytes.length;
    if (size > most) throw new BlobError("too-large", "put", key);
    done.push(await trying("put", key, () => uploading.uploadPart(done.length + 1, bytes)));
  };
  try {
    await add(first);
    for await (const part of rest) await add(part);
    return await trying("put", key, () => uploading.complete(done));
  } catch (error) {
    await uploading.abort().catch(() => undefined);
    throw error;
  }
}

async function* read(bucket: R2Bucket, object: R2Object, { offset, length }: { offset: number; length: number }) {
  const { key, size, etag } = object;
  if (length === 0 && size > 0) return;
  const whole = offset === 0 && length === size;
  const options = { onlyIf: { etagMatches: etag }, ...(whole ? {} : { range: { offset, length } }) };
  const found = await trying("get", key, () => bucket.get(key, options));
  if (!found || !("body" in found)) throw new BlobError("missing", "get", key);
  const reader = found.body.getReader();
  let left = length;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      left -= next.value.length;
      if (next.value.length > 0) yield next.value;
    }
  } catch (error) {
    throw asR2Error(error, "get", key);
  } finally {
    // Where nobody reads on, what is left is not sent. It may have failed, which has been told.
    await reader.cancel().catch(() => undefined);
  }
  if (left !== 0) throw new BlobError("unreachable", "get", key);
}

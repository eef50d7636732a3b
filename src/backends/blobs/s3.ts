import { BlobError } from "./blob-error.ts";
import { checkKey } from "./blob-key.ts";
import { filledPage } from "./blob-pages.ts";
import { type BlobPart, partsOf } from "./blob-parts.ts";
import { brokenSource, clippedTo, ofSource, piecesOf } from "./blob-source.ts";
import type { BlobHead, BlobStore } from "./blob-store.ts";
import { createS3Client, type Fetch, patience, type S3Patience, status } from "./s3-client.ts";
import { tryConditions } from "./s3-conditions.ts";
import { putObject, putParts } from "./s3-put.ts";
import { readObject } from "./s3-read.ts";
import { headObject, listObjects, type S3Object } from "./s3-requests.ts";
import { removeUnfinished } from "./s3-unfinished.ts";
import { type S3Place, signLink } from "./s3-signature.ts";
import { mostParts } from "./s3-upload.ts";

export interface S3Settings extends S3Place {
  /** Before every key; empty, or ends with a slash. */
  prefix: string;
  fetch?: Fetch;
  patience?: S3Patience;
  /** Bytes of a part, 5 MiB or more, and the parts of a blob; what is larger is `too-large`. All parts have one size, since some servers want it so. */
  partSize?: number;
  mostParts?: number;
}

/** Below the prefix, before the names of what is not whole; no key can begin so. */
const partial = ".partial/";

/**
 * A store in a bucket of S3, by signed requests. A blob of one part is one PUT, under the condition that its key is free; a larger one goes in parts.
 * Whether the server keeps to the condition is tried before the first put: `s3-put.ts` says what is done where it does not. Throws `BlobError`:
 * `unreachable` where there is no such bucket or server, `denied`, `clock`.
 */
export async function openS3Blobs(settings: S3Settings): Promise<BlobStore> {
  const { prefix, partSize = 8 * 1024 * 1024 } = settings;
  const client = createS3Client(settings, settings.fetch ?? fetch, settings.patience ?? patience);
  const folder = prefix + partial;
  const conditions = tryConditions(client, folder);
  const place = { client, conditions, folder, most: settings.mostParts ?? mostParts };
  await listObjects(client, { of: settings.bucket, prefix, after: null, limit: 1 }).catch((error: unknown) => {
    throw error instanceof BlobError
      ? new BlobError(error.code, "open", settings.bucket, { cause: error.cause })
      : error;
  });
  const find = async (operation: string, key: string): Promise<S3Object | null> => {
    checkKey(operation, key);
    return headObject(client, operation, key, prefix + key);
  };
  return {
    async put(key, content, { signal } = {}) {
      checkKey("put", key);
      const parts = partsOf(ofSource(piecesOf(content, signal)), () => partSize);
      try {
        const next = await parts.next();
        const first: BlobPart = next.done ? { bytes: new Uint8Array(0), last: true } : next.value;
        const target = { of: key, key: prefix + key };
        const put = first.last ? putObject(place, target, first.bytes) : putParts(place, target, first, parts, signal);
        return headOf(key, await put);
      } catch (error) {
        const broken = brokenSource(error);
        throw broken ? broken.reason : error;
      } finally {
        await parts.return(undefined);
      }
    },
    async get(key, range) {
      const object = await find("get", key);
      if (!object) return null;
      return { head: headOf(key, object), content: readObject(client, key, object, clippedTo(object.size, range)) };
    },
    async head(key) {
      const object = await find("head", key);
      return object && headOf(key, object);
    },
    async delete(key) {
      checkKey("delete", key);
      await client.send({ operation: "delete", of: key, method: "DELETE", key: prefix + key }, status(404));
    },
    list: (asked, { cursor = null, limit = 1_000 } = {}) =>
      filledPage({ cursor, limit, most: 1_000 }, async (after, some) => {
        const from = after === null ? null : prefix + after;
        const listed = await listObjects(client, { of: asked, prefix: prefix + asked, after: from, limit: some });
        const blobs = listed.blobs.map((blob) => ({ ...blob, key: blob.key.slice(prefix.length) }));
        const last = listed.last === null ? null : listed.last.slice(prefix.length);
        return { blobs: blobs.filter(({ key }) => !key.startsWith(partial)), last, more: listed.more };
      }),
    removePartial: (time) => removeUnfinished(client, { prefix, folder, time }),
    async link(grant) {
      checkKey("link", grant.key);
      return signLink(settings, prefix + grant.key, grant);
    },
  };
}

const headOf = (key: string, { size, putAt }: S3Object): BlobHead => ({ key, size, putAt });

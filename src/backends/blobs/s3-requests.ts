import { BlobError } from "./blob-error.ts";
import type { ListedBlobs } from "./blob-pages.ts";
import { type S3Client, status, text } from "./s3-client.ts";
import { failureOf } from "./s3-failure.ts";
import { parseXml, textOf, type XmlElement } from "./s3-xml.ts";

/** What is known of an object. `put` marks the put that made it. */
export interface S3Object {
  key: string;
  size: number;
  /** Milliseconds since 1970, in whole seconds: what HEAD tells. */
  putAt: number;
  etag: string;
  put: string | null;
}

/** The header that marks a put, so that one whose answer was lost is known again. */
export const markHeader = "x-amz-meta-fabula-put";

/** What is known of an object; null where there is none. A bucket that is not there is `unreachable`. */
export async function headObject(
  client: S3Client,
  operation: string,
  of: string,
  key: string,
): Promise<S3Object | null> {
  const asked = { operation, of, key };
  const response = await client.send({ ...asked, method: "HEAD" }, status(404));
  if (response.status !== 404) return objectOf(operation, of, key, response.headers);
  // Only an answer with a body tells whether the bucket is there.
  await client.send({ ...asked, method: "GET", headers: { range: "bytes=0-0" } }, async (answer) => {
    if (answer.status !== 404) return status(416)(answer);
    const failure = await failureOf(answer);
    if (failure.code === "NoSuchBucket") throw failure;
    return answer;
  });
  return null;
}

function objectOf(operation: string, of: string, key: string, headers: Headers): S3Object {
  const size = Number(headers.get("content-length") ?? NaN);
  const putAt = Date.parse(headers.get("last-modified") ?? "");
  const etag = headers.get("etag");
  if (!Number.isSafeInteger(size) || !Number.isFinite(putAt) || etag === null)
    throw new BlobError("other", operation, of, { cause: new Error("HEAD without size, time or ETag") });
  return { key, size, putAt, etag, put: headers.get(markHeader) };
}

/** Objects whose keys begin with `prefix` and come after a key, at most 1,000, in the order of their bytes. */
export async function listObjects(
  client: S3Client,
  { of, prefix, after, limit }: { of: string; prefix: string; after: string | null; limit: number },
): Promise<ListedBlobs> {
  const query = {
    "list-type": "2",
    "encoding-type": "url",
    prefix,
    "max-keys": String(limit),
    ...(after === null ? {} : { "start-after": after }),
  };
  const root = await documentOf(client, "list", of, query, "ListBucketResult");
  const read = readerOf(root, of);
  const blobs = root.elements
    .filter(({ name }) => name === "Contents")
    .map((element) => ({
      key: read.key(element, "Key"),
      size: read.number(element, "Size"),
      putAt: Math.floor(read.time(element, "LastModified") / 1000) * 1000,
    }));
  return { blobs, last: blobs.at(-1)?.key ?? null, more: textOf(root, "IsTruncated") === "true" };
}

/** Uploads in parts that were begun and not ended; where the next page begins, null at the end. */
export interface S3Uploads {
  uploads: readonly { key: string; id: string; begunAt: number }[];
  next: { key: string; id: string } | null;
}

export async function listUploads(
  client: S3Client,
  { of, prefix, after }: { of: string; prefix: string; after: S3Uploads["next"] },
): Promise<S3Uploads> {
  const query = {
    uploads: "",
    "encoding-type": "url",
    prefix,
    ...(after ? { "key-marker": after.key, "upload-id-marker": after.id } : {}),
  };
  const root = await documentOf(client, "removePartial", of, query, "ListMultipartUploadsResult");
  const read = readerOf(root, of);
  const uploads = root.elements
    .filter(({ name }) => name === "Upload")
    .map((element) => ({
      key: read.key(element, "Key"),
      id: textOf(element, "UploadId") ?? "",
      begunAt: read.time(element, "Initiated"),
    }));
  const more = textOf(root, "IsTruncated") === "true";
  return {
    uploads,
    next: more ? { key: read.key(root, "NextKeyMarker"), id: textOf(root, "NextUploadIdMarker") ?? "" } : null,
  };
}

async function documentOf(
  client: S3Client,
  operation: string,
  of: string,
  query: Readonly<Record<string, string>>,
  name: string,
): Promise<XmlElement> {
  const root = parseXml(await client.send({ operation, of, method: "GET", key: null, query }, text));
  if (root?.name !== name) throw unreadable(operation, of, name);
  return root;
}

const unreadable = (operation: string, of: string, what: string): BlobError =>
  new BlobError("other", operation, of, { cause: new Error(`the server's answer has no ${what} that can be read`) });

/** Reads what stands in the elements of a listing; keys are encoded where the server says so. */
function readerOf(root: XmlElement, of: string) {
  const isEncoded = textOf(root, "EncodingType") === "url";
  const given = (parent: XmlElement, name: string): string => {
    const found = textOf(parent, name);
    if (found === null) throw unreadable("list", of, name);
    return found;
  };
  const finite = (number: number, name: string): number => {
    if (!Number.isFinite(number)) throw unreadable("list", of, name);
    return number;
  };
  return {
    key(parent: XmlElement, name: string): string {
      const key = given(parent, name);
      try {
        return isEncoded ? decodeURIComponent(key.replaceAll("+", " ")) : key;
      } catch (error) {
        throw new BlobError("other", "list", of, { cause: error });
      }
    },
    number: (parent: XmlElement, name: string): number => finite(Number(given(parent, name)), name),
    time: (parent: XmlElement, name: string): number => finite(Date.parse(given(parent, name)), name),
  };
}

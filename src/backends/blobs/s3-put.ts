import { BlobError } from "./blob-error.ts";
import type { BlobPart } from "./blob-parts.ts";
import { type S3Client, status, trying } from "./s3-client.ts";
import type { S3Conditions } from "./s3-conditions.ts";
import { asS3Error, failureOf } from "./s3-failure.ts";
import { headObject, markHeader, type S3Object } from "./s3-requests.ts";
import { abortUpload, beginUpload, endUpload, sendParts, type S3Upload } from "./s3-upload.ts";

/** Where blobs are put: `folder` is for what is not whole, `most` the parts that a blob may have. */
export interface PutPlace {
  client: S3Client;
  conditions: S3Conditions;
  folder: string;
  most: number;
}

/** The blob, and the key of its object. */
export interface PutTarget {
  of: string;
  key: string;
}

/** Bytes that S3 takes by one PUT. */
const mostByOne = 5 * 1024 ** 3;
const untyped = { "content-type": "application/octet-stream" };

/**
 * Puts an object by one request, where the key is free. Where the server does not keep to that condition, the key is looked at before: then two that
 * put one key in the same moment may both believe that they won, and only names that nobody gives twice keep them apart.
 */
export async function putObject(place: PutPlace, target: PutTarget, body: Uint8Array<ArrayBuffer>): Promise<S3Object> {
  const onlyNew = await place.conditions.put();
  if (!onlyNew) await refuseTaken(place.client, target);
  const mark = crypto.randomUUID();
  const headers = { ...untyped, ...(onlyNew ? { "if-none-match": "*" } : {}), [markHeader]: mark };
  const request = { operation: "put", method: "PUT", ...target, headers, body } as const;
  await place.client.send(request, status(412));
  return ownOf(place.client, target, mark, body.length);
}

/**
 * Puts an object in parts, where the key is free. Where the server does not keep to that condition at the end of an upload, the parts become an
 * object by a name of chance, which is streamed from there to the key by one conditional PUT.
 */
export async function putParts(
  place: PutPlace,
  target: PutTarget,
  first: BlobPart,
  rest: AsyncIterable<BlobPart>,
  signal: AbortSignal | undefined,
): Promise<S3Object> {
  const { client, conditions } = place;
  await refuseTaken(client, target);
  const isPlain = (await conditions.endOfUpload()) || !(await conditions.put());
  if (isPlain) return uploadTo(place, target, target, first, rest, signal);
  const staged = { of: target.of, key: place.folder + crypto.randomUUID() };
  try {
    return await copyTo(client, await uploadTo(place, target, staged, first, rest, signal), target, signal);
  } finally {
    await client.send({ operation: "put", method: "DELETE", ...staged }, status(404));
  }
}

async function uploadTo(
  { client, conditions, most }: PutPlace,
  { of }: PutTarget,
  { key }: PutTarget,
  first: BlobPart,
  rest: AsyncIterable<BlobPart>,
  signal: AbortSignal | undefined,
): Promise<S3Object> {
  const mark = crypto.randomUUID();
  const upload: S3Upload = await beginUpload(client, { operation: "put", of, key }, mark);
  try {
    const { etags, size } = await sendParts(client, upload, withFirst(first, rest), signal, most);
    signal?.throwIfAborted();
    await endUpload(client, upload, etags, await conditions.endOfUpload());
    return await ownOf(client, { of, key }, mark, size);
  } catch (error) {
    // Where this fails too, `removePartial` finds it later; the first error says more.
    await abortUpload(client, upload).catch(() => undefined);
    throw error;
  }
}

async function* withFirst(first: BlobPart, rest: AsyncIterable<BlobPart>): AsyncGenerator<BlobPart> {
  yield first;
  yield* rest;
}

/** Streams an object to another key that is free, by one PUT, which is begun anew where it fails. */
async function copyTo(
  client: S3Client,
  from: S3Object,
  target: PutTarget,
  signal: AbortSignal | undefined,
): Promise<S3Object> {
  const { size: length, etag } = from;
  if (length > mostByOne) throw new BlobError("too-large", "put", target.of);
  const mark = crypto.randomUUID();
  const read = {
    operation: "put",
    of: target.of,
    method: "GET",
    key: from.key,
    headers: { "if-match": etag },
  } as const;
  const headers = { ...untyped, "if-none-match": "*", [markHeader]: mark };
  const put = { operation: "put", method: "PUT", ...target, headers, signal } as const;
  try {
    await trying(client.waiting, signal, async () => {
      const stream = await client.once(read, async (response) => {
        if (!response.ok || !response.body) throw await failureOf(response);
        return response.body;
      });
      return client.once(put, status(412), { stream, length });
    });
  } catch (error) {
    throw asS3Error(error, "put", target.of);
  }
  return ownOf(client, target, mark, length);
}

async function refuseTaken(client: S3Client, { of, key }: PutTarget): Promise<void> {
  if (await headObject(client, "put", of, key)) throw new BlobError("exists", "put", of);
}

/** The object at a key, if the put with that mark made it: a try whose answer was lost may have, and the next one finds the key taken. */
async function ownOf(client: S3Client, { of, key }: PutTarget, mark: string, size: number): Promise<S3Object> {
  const found = await headObject(client, "put", of, key);
  if (!found) throw new BlobError("missing", "put", of);
  if (found.put !== mark) throw new BlobError("exists", "put", of);
  if (found.size !== size) throw new BlobError("corrupt", "put", of);
  return found;
}

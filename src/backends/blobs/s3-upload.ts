import { BlobError } from "./blob-error.ts";
import type { BlobPart } from "./blob-parts.ts";
import { type S3Client, status, text } from "./s3-client.ts";
import { failureIn, failureOf } from "./s3-failure.ts";
import { markHeader } from "./s3-requests.ts";
import { escapeXml, parseXml, textOf } from "./s3-xml.ts";

/** An upload in parts that was begun. */
export interface S3Upload {
  operation: string;
  /** The blob that it is for. */
  of: string;
  key: string;
  id: string;
}

/** Parts that S3 takes for one object. */
export const mostParts = 10_000;
/** Parts that are under way at once, while the next one fills. */
const atOnce = 2;

/** Begins an upload in parts; the object will bear `mark`. */
export async function beginUpload(
  client: S3Client,
  { operation, of, key }: Omit<S3Upload, "id">,
  mark: string,
): Promise<S3Upload> {
  const headers = { [markHeader]: mark, "content-type": "application/octet-stream" };
  const document = await client.send({ operation, of, method: "POST", key, query: { uploads: "" }, headers }, text);
  const root = parseXml(document);
  const id = root && textOf(root, "UploadId");
  if (id === null || id === "") throw new BlobError("other", operation, of, { cause: new Error("no UploadId") });
  return { operation, of, key, id };
}

/** Sends one part, counted from 1; its ETag. */
export async function sendPart(
  client: S3Client,
  { operation, of, key, id }: S3Upload,
  number: number,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal | undefined,
): Promise<string> {
  const query = { partNumber: String(number), uploadId: id };
  const response = await client.send({ operation, of, method: "PUT", key, query, body, signal }, status());
  const etag = response.headers.get("etag");
  if (etag === null) throw new BlobError("other", operation, of, { cause: new Error("a part without ETag") });
  return etag;
}

/** Sends all parts, two at once, each again where it failed; their ETags. `first` is the one that has been read already. */
export async function sendParts(
  client: S3Client,
  upload: S3Upload,
  parts: AsyncIterable<BlobPart>,
  signal: AbortSignal | undefined,
  most = mostParts,
): Promise<{ etags: string[]; size: number }> {
  const etags: string[] = [];
  const underWay = new Set<Promise<void>>();
  // One part that fails ends the others; what they say then is no news.
  const stop = new AbortController();
  const all = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  let size = 0;
  let sent = 0;
  try {
    for await (const { bytes } of parts) {
      const number = (sent += 1);
      if (number > most) throw new BlobError("too-large", upload.operation, upload.of);
      size += bytes.length;
      const sending: Promise<void> = sendPart(client, upload, number, bytes, all).then((etag) => {
        etags[number - 1] = etag;
        underWay.delete(sending);
      });
      underWay.add(sending);
      // It is waited for below; what fails before that must not count as unheard.
      sending.catch(() => undefined);
      if (underWay.size >= atOnce) await Promise.race(underWay);
    }
    await Promise.all(underWay);
    return { etags, size };
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(underWay);
    throw error;
  }
}

/** How an upload ended: `taken` the key is not free, `unknown` the upload is gone, which may be because an earlier try ended it. */
export type UploadEnd = "whole" | "taken" | "unknown";

/** Makes one object of all parts; under the condition that the key is free where `onlyNew`, if the server knows that here. */
export async function endUpload(
  client: S3Client,
  { operation, of, key, id }: S3Upload,
  etags: readonly string[],
  onlyNew: boolean,
): Promise<UploadEnd> {
  const parts = etags.map(
    (etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escapeXml(etag)}</ETag></Part>`,
  );
  const document = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join("")}</CompleteMultipartUpload>`;
  return client.send(
    {
      operation,
      of,
      method: "POST",
      key,
      query: { uploadId: id },
      headers: { "content-type": "application/xml", ...(onlyNew ? { "if-none-match": "*" } : {}) },
      body: new TextEncoder().encode(document),
    },
    async (response) => {
      if (response.status === 412) return status(412)(response).then(() => "taken");
      if (!response.ok) {
        const failure = await failureOf(response);
        if (failure.code === "NoSuchUpload") return "unknown";
        throw failure;
      }
      // The status was sent before the work was done: how it went stands in the document.
      const answer = await response.text();
      if (parseXml(answer)?.name !== "CompleteMultipartUploadResult") throw failureIn(500, answer);
      return "whole";
    },
  );
}

/** Gives an upload up; what was sent is cleared away by the server. Nothing happens where there is none. */
export async function abortUpload(client: S3Client, { operation, of, key, id }: S3Upload): Promise<void> {
  await client.send({ operation, of, method: "DELETE", key, query: { uploadId: id } }, status(404));
}

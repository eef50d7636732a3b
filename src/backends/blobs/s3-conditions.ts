import { type S3Client, status } from "./s3-client.ts";
import { abortUpload, beginUpload, endUpload, sendPart } from "./s3-upload.ts";

/** Which writes a server refuses where the key is taken, when it is asked to by `If-None-Match: *`. Not all do, and those that do not say nothing. */
export interface S3Conditions {
  put(): Promise<boolean>;
  endOfUpload(): Promise<boolean>;
}

/** Finds out what a server does by trying it, once each, at a key by chance under `folder`, of which nothing is left. */
export function tryConditions(client: S3Client, folder: string): S3Conditions {
  return {
    put: once(() => isPutConditional(client, `${folder}condition-${crypto.randomUUID()}`)),
    endOfUpload: once(() => isEndConditional(client, `${folder}condition-${crypto.randomUUID()}`)),
  };
}

async function isPutConditional(client: S3Client, key: string): Promise<boolean> {
  const request = { operation: "open", of: key, key, headers: { "if-none-match": "*" } };
  const put = async (): Promise<number> =>
    (await client.send({ ...request, method: "PUT", body: new Uint8Array(1) }, status(412, 501))).status;
  try {
    const [first, second] = [await put(), await put()];
    return first !== 501 && second === 412;
  } finally {
    await remove(client, key);
  }
}

async function isEndConditional(client: S3Client, key: string): Promise<boolean> {
  await client.send({ operation: "open", of: key, key, method: "PUT", body: new Uint8Array(1) }, status());
  try {
    const upload = await beginUpload(client, { operation: "open", of: key, key }, "condition");
    const etag = await sendPart(client, upload, 1, new Uint8Array(1), undefined);
    const end = await endUpload(client, upload, [etag], true);
    if (end === "taken") await abortUpload(client, upload);
    return end === "taken";
  } finally {
    await remove(client, key);
  }
}

async function remove(client: S3Client, key: string): Promise<void> {
  await client.send({ operation: "open", of: key, key, method: "DELETE" }, status(404));
}

/** Does something once for all who ask, unless it fails; then again for the next. */
function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let done: Promise<Value> | null = null;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = null;
      throw error;
    });
    return done;
  };
}

import { BlobError } from "./blob-error.ts";
import { type S3Client, status } from "./s3-client.ts";
import { S3Failure } from "./s3-failure.ts";
import { listObjects, listUploads, type S3Uploads } from "./s3-requests.ts";
import { abortUpload } from "./s3-upload.ts";

/** What unfinished puts left in a bucket and began before a time: objects in the folder of those, and uploads in parts below the prefix. */
export interface Unfinished {
  prefix: string;
  folder: string;
  time: number;
}

/** Clears them away; how many. A server that cannot list uploads keeps those until a rule of its own ends them. */
export async function removeUnfinished(client: S3Client, { prefix, folder, time }: Unfinished): Promise<number> {
  return (await removeStaged(client, folder, time)) + (await removeUploads(client, prefix, time));
}

async function removeStaged(client: S3Client, folder: string, time: number): Promise<number> {
  let removed = 0;
  for (let after: string | null = folder; after !== null;) {
    const listed = await listObjects(client, { of: folder, prefix: folder, after, limit: 1_000 });
    for (const { key } of listed.blobs.filter(({ putAt }) => putAt < time)) {
      await client.send({ operation: "removePartial", of: key, method: "DELETE", key }, status(404));
      removed += 1;
    }
    after = listed.more ? listed.last : null;
  }
  return removed;
}

async function removeUploads(client: S3Client, prefix: string, time: number): Promise<number> {
  let removed = 0;
  let after: S3Uploads["next"] = null;
  do {
    const page: S3Uploads = await listUploads(client, { of: prefix, prefix, after }).catch((error: unknown) => {
      if (isUnknown(error)) return { uploads: [], next: null };
      throw error;
    });
    for (const { key, id } of page.uploads.filter(({ begunAt }) => begunAt < time)) {
      await abortUpload(client, { operation: "removePartial", of: key, key, id });
      removed += 1;
    }
    after = page.next;
  } while (after);
  return removed;
}

/** Whether a server says that it does not do that at all. */
function isUnknown(error: unknown): boolean {
  return error instanceof BlobError && error.cause instanceof S3Failure && error.cause.status === 501;
}

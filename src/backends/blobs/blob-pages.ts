import type { BlobHead, BlobPage } from "./blob-store.ts";

/** Some of a listing as a store gives it: what is to be shown, the last key of all that was listed, and whether there is more. */
export interface ListedBlobs {
  blobs: readonly BlobHead[];
  last: string | null;
  more: boolean;
}

/** A page of `limit` blobs from `cursor` on, where a store gives at most `most` at a time and some of them are not to be shown. */
export async function filledPage(
  { cursor, limit, most }: { cursor: string | null; limit: number; most: number },
  list: (after: string | null, limit: number) => Promise<ListedBlobs>,
): Promise<BlobPage> {
  const blobs: BlobHead[] = [];
  let after = cursor;
  while (blobs.length < limit) {
    const listed = await list(after, Math.min(most, limit - blobs.length));
    blobs.push(...listed.blobs);
    if (!listed.more || listed.last === null) return { blobs, next: null };
    after = listed.last;
  }
  return { blobs, next: after };
}

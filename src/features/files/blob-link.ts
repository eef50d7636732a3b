import type { BlobLink, BlobStore } from "../../backends/blobs/blob-store.ts";
import { type LinkGrant, signLink } from "./signed-link.ts";

/** What makes links: the store, and the address below which the program serves blobs itself, with the secret that signs for it. */
export interface LinkMaker {
  blobs: Pick<BlobStore, "link">;
  /** Without a slash at the end. */
  base: string;
  secret: Uint8Array<ArrayBuffer>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** What only a store can be told: how a GET is to be saved, how many bytes a PUT has. */
export interface DirectGrant {
  disposition?: string | null;
  contentLength?: number | null;
}

/** Seconds that a store's link may live. */
const longest = 7 * 24 * 3_600;

/**
 * A link to a blob: to the store itself where that has links, so that no byte goes through the program; else to the program, which checks our own
 * signature. HEAD is always ours: a store grants one method, and its GET is no HEAD.
 */
export async function linkToBlob(
  { blobs, base, secret, now }: LinkMaker,
  grant: LinkGrant,
  { disposition = null, contentLength = null }: DirectGrant = {},
): Promise<BlobLink> {
  const { key, method, contentType, expiresAt } = grant;
  if (blobs.link && method !== "HEAD") {
    const expiresIn = Math.min(longest, Math.max(1, Math.floor((expiresAt - now()) / 1000)));
    return blobs.link({ key, method, expiresIn, contentType, disposition, contentLength });
  }
  const path = key.split("/").map(encodeURIComponent).join("/");
  const headers: Record<string, string> = method === "PUT" ? { "content-type": contentType } : {};
  return { url: `${base}/${path}?${await signLink(secret, grant)}`, headers };
}

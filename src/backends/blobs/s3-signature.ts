import { AwsV4Signer } from "aws4fetch";
import type { BlobLink, BlobLinkGrant } from "./blob-store.ts";

/** Where a bucket is, and who we are there. */
export interface S3Place {
  /** Scheme, host and port of the server, and a path where it has one. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Whether the bucket's name stands in the path, as most servers of one's own want it, rather than before the host. */
  pathStyle: boolean;
}

/** A request as it is to be signed; `key` is null for the bucket itself. */
export interface Unsigned {
  method: string;
  key: string | null;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array<ArrayBuffer> | null;
}

/**
 * Signs a request by Signature Version 4, with the digest of its body, which the server compares. A stream of `streamed` bytes (null: there is none)
 * goes without a digest.
 */
export async function sign(
  place: S3Place,
  { method, key, query = {}, headers = {}, body = null }: Unsigned,
  streamed: number | null,
): Promise<{ url: string; headers: Headers }> {
  const digest = streamed === null ? hex(await crypto.subtle.digest("SHA-256", body ?? new Uint8Array())) : null;
  const signer = new AwsV4Signer({
    ...credentialsOf(place),
    method,
    url: addressOf(place, key, query),
    headers: {
      ...headers,
      "x-amz-content-sha256": digest ?? "UNSIGNED-PAYLOAD",
      ...(streamed === null ? {} : { "content-length": String(streamed) }),
    },
  });
  const signed = await signer.sign();
  // What is packed on the way would not have the length that we count. Not signed: whoever stands between may write it anew.
  signed.headers.set("accept-encoding", "identity");
  return { url: signed.url.href, headers: signed.headers };
}

/** An address by which one blob can be got or put until its time is over. A PUT replaces nothing, on servers that know conditions. */
export async function signLink(
  place: S3Place,
  key: string,
  { method, expiresIn, contentType, disposition, contentLength }: BlobLinkGrant,
): Promise<BlobLink> {
  const query: Record<string, string> = { "X-Amz-Expires": String(Math.floor(expiresIn)) };
  if (method === "GET") query["response-content-type"] = contentType;
  if (method === "GET" && disposition !== null) query["response-content-disposition"] = disposition;
  const headers: Record<string, string> = method === "PUT" ? { "content-type": contentType, "if-none-match": "*" } : {};
  const signer = new AwsV4Signer({
    ...credentialsOf(place),
    method,
    url: addressOf(place, key, query),
    // A browser sends the length by itself, and lets no script say it.
    headers: { ...headers, ...(contentLength === null ? {} : { "content-length": String(contentLength) }) },
    signQuery: true,
    allHeaders: true,
  });
  return { url: (await signer.sign()).url.href, headers };
}

const credentialsOf = ({ region, accessKeyId, secretAccessKey }: S3Place) =>
  ({ region, accessKeyId, secretAccessKey, service: "s3" }) as const;

/** The address of a key, written as signatures want it: everything but letters, digits and `-._~/` by its bytes. */
function addressOf(place: S3Place, key: string | null, query: Readonly<Record<string, string>>): string {
  const { endpoint, bucket, pathStyle } = place;
  const url = new URL(endpoint);
  const base = url.pathname.replace(/\/$/, "");
  if (!pathStyle) url.hostname = `${bucket}.${url.hostname}`;
  const path = [pathStyle ? bucket : null, key].filter((part) => part !== null).join("/");
  const asked = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return `${url.origin}${base}/${path.split("/").map(encoded).join("/")}${asked.length === 0 ? "" : `?${asked.join("&")}`}`;
}

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

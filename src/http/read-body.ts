import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Refused } from "../core/text/result.ts";
import type { ApiEnv } from "./api.ts";

/** Routes whose bodies are files, which they measure themselves. */
const uploads = /^\/api\/(?:books(?:\/[^/]+\/cover)?|account\/picture)$/;
/** Bytes that any other body has at most. */
const largestJson = 2 ** 20;

const limited = bodyLimit({
  maxSize: largestJson,
  onError: () => {
    throw new Refused("upload-too-large");
  },
});

/** Methods whose requests bring none; to look for one would have the server make the whole request anew. */
const bodiless = ["GET", "HEAD"];

/** Refuses bodies that are larger than JSON of ours ever is. Throws `Refused("upload-too-large")`. */
export const smallBodies: MiddlewareHandler<ApiEnv> = (c, next) =>
  bodiless.includes(c.req.method) || uploads.test(c.req.path) ? next() : limited(c, next);

/** All bytes that a request brings. Throws `Refused("upload-too-large")` as soon as they are more than `most`, and `upload-empty` for none. */
export async function wholeBody(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) throw new Refused("upload-too-large");
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > most) throw new Refused("upload-too-large");
    pieces.push(piece);
  }
  if (size === 0) throw new Refused("upload-empty");
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

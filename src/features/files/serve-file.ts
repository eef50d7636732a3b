import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import { Refused, unwrap } from "../../core/text/result.ts";
import { filePolicy } from "../../http/security-headers.ts";
import { type AskedRange, askedRange } from "./byte-range.ts";
import type { ContentMemory } from "./content-memory.ts";
import { entityTag, noneMatch, strongMatch } from "./entity-tag.ts";
import { openContent } from "./open-file.ts";
import type { StoredFile } from "./stored-file.ts";

/** How a file is given to a browser. */
export interface Serving {
  /** As a file to be saved, and not to be shown. */
  isDownload?: boolean;
  /** Whether its address always gives the same bytes, so that a browser need not ask again. */
  isForever?: boolean;
  /** Gives what many ask for without the store. */
  memory?: ContentMemory;
}

/** Types that a browser may show on its own; everything else is saved. Nothing in them runs. */
const shown = ["image/png", "image/jpeg", "image/webp", "image/avif", "image/gif", "application/pdf", "text/plain"];

/**
 * A file as the answer to GET or HEAD: whole, in part (`Range`), or not at all where the browser has it (`If-None-Match`).
 * Throws `Refused`, `stored-file-lost` or `range-impossible`, and `BlobError`.
 */
export async function serveFile(
  blobs: BlobStore,
  file: StoredFile,
  request: Request,
  { isDownload = false, isForever = false, memory }: Serving = {},
): Promise<Response> {
  const tag = entityTag(file.sha256);
  const headers = new Headers({
    "Content-Type": file.mime === "text/plain" ? "text/plain; charset=utf-8" : file.mime,
    ETag: tag,
    "Accept-Ranges": "bytes",
    "Cache-Control": isForever ? "private, max-age=31536000, immutable" : "private, no-cache",
    "Content-Security-Policy": filePolicy,
  });
  if (isDownload || !shown.includes(file.mime)) headers.set("Content-Disposition", disposition(file));
  if (!noneMatch(request.headers.get("If-None-Match"), tag)) return new Response(null, { status: 304, headers });
  const isCurrent = strongMatch(request.headers.get("If-Range"), tag);
  const asked = askedRange(isCurrent ? request.headers.get("Range") : null, file.size);
  if (asked.kind === "unsatisfiable") throw new Refused("range-impossible", `it has ${file.size} bytes`);
  const status = describePart(headers, asked, file.size);
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const whole = asked.kind === "whole" && memory ? await memory.whole(blobs, file) : null;
  if (whole !== null) return new Response(unwrap(whole), { status, headers });
  const range = asked.kind === "part" ? [asked.range] : [];
  const { content } = unwrap(await openContent(blobs, file, ...range));
  return new Response(streamOf(content), { status, headers });
}

function describePart(headers: Headers, asked: AskedRange, size: number): 200 | 206 {
  if (asked.kind !== "part") {
    headers.set("Content-Length", String(size));
    return 200;
  }
  const { offset, length } = asked.range;
  headers.set("Content-Length", String(length));
  headers.set("Content-Range", `bytes ${offset}-${offset + length - 1}/${size}`);
  return 206;
}

/** RFC 6266: the name in full, and one of ASCII for old programs. */
function disposition({ name, id, mime }: StoredFile): string {
  const full = name ?? `${id}.${mime.split("/").at(-1)}`;
  const plain = full.replace(/[^ -~]|["\\%]/g, "_");
  const encoded = encodeURIComponent(full).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Pieces as a stream that reads no faster than it is read, and ends its source where nobody reads on. */
function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = content[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return?.();
    },
  });
}

import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { WebFiles } from "../http/web-pages.ts";

const mimes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json",
};

/** The files of a folder of the built web; what it does not have is null. */
export function webFilesIn(folder: URL): WebFiles {
  return async (path) => {
    const mime = mimes[extname(path)];
    if (mime === undefined || !/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path)) return null;
    const file = new URL(path, folder);
    const found = await stat(file).catch(absent);
    if (!found?.isFile()) return null;
    const content = new Uint8Array(await readFile(file));
    const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    return { content, mime, tag, isForever: path.startsWith("assets/") };
  };
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}

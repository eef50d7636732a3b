import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "./api.ts";
import { escapedHtml } from "./escaped-html.ts";

/** A file of the built web. */
export interface WebFile {
  content: Uint8Array<ArrayBuffer>;
  mime: string;
  /** Strong, with its quotes. */
  tag: string;
  /** Whether its name changes with its content. */
  isForever: boolean;
}

/** Gives a file of the built web by its path from its root (`assets/main-1a2b.js`); null where there is none. */
export type WebFiles = (path: string) => Promise<WebFile | null>;

/** Serves the built web: its files, and its page for every address that a person opens in it. */
export function webPages(files: WebFiles): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const path = c.req.path.slice(1);
    const isFront = path === "" || path === "index.html";
    const found = isFront ? null : await files(path);
    if (found) return answerFile(found, c.req.header("If-None-Match"));
    // Whoever asks for the front page gets it; other addresses are pages only to browsers, and mistakes to programs.
    const isPage = isFront || (c.req.header("Accept") ?? "").includes("text/html");
    if (!isPage || /^(api|assets)\//.test(path)) return next();
    const page = await files("index.html");
    return page ? answerFile(page, c.req.header("If-None-Match")) : c.html(unbuiltPage, 503);
  };
}

function answerFile({ content, mime, tag, isForever }: WebFile, known: string | undefined): Response {
  const headers = {
    "Content-Type": mime,
    "Cache-Control": isForever ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: tag,
  };
  return known === tag ? new Response(null, { status: 304, headers }) : new Response(content, { headers });
}

const buildCommand = "npm run build:web";

/** What stands where the web was never built. */
const unbuiltPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Fabula</title>
<body style="font:18px/1.5 Georgia,serif;max-width:34rem;margin:4rem auto;padding:0 1rem">
<h1>The studio’s pages are not built yet</h1>
<p>The server runs, and its <a href="/api/docs">interface for programs</a> answers. To build the pages, run</p>
<pre>${escapedHtml(buildCommand)}</pre><p>and open this address again.</p></body></html>`;

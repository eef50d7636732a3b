import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../../backends/sql/database.ts";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import { Refused } from "../../core/text/result.ts";
import { type Api, failures, newApi } from "../../http/api.ts";
import { idSchema } from "../../http/schema.ts";
import { deleteFile } from "./open-file.ts";
import { findFile, findLinkedFile } from "./queries/find-files.ts";
import { serveFile } from "./serve-file.ts";
import { verifyLink } from "./signed-link.ts";
import type { StoredFile } from "./stored-file.ts";

export interface FileRoutesParts {
  db: Database;
  blobs: BlobStore;
  /** Signs links; 32 bytes or more. */
  secret: Uint8Array<ArrayBuffer>;
  now(): number;
}

const params = z.object({ id: idSchema });
const binary = { "application/octet-stream": { schema: z.any().openapi({ type: "string", format: "binary" }) } };

const getBlob = createRoute({
  method: "get",
  path: "/blobs/{id}",
  summary: "A file: whole, or the part that Range asks for; HEAD gives its size and type",
  request: {
    params,
    query: z.object({
      /** Present: the file is saved under its name. */
      download: z.string().optional(),
    }),
  },
  responses: {
    200: { description: "The file", content: binary },
    206: { description: "The part that was asked for", content: binary },
    302: { description: "Where the store gives the file itself" },
    304: { description: "The file is what the browser has" },
    ...failures(404, 416, 500),
  },
});

const deleteBlob = createRoute({
  method: "delete",
  path: "/blobs/{id}",
  summary: "Deletes a file",
  request: { params },
  responses: { 204: { description: "It is gone" }, ...failures(404) },
});

/** Seconds that a link to the store lives: long enough for a slow download to begin. */
const linkLife = 300;

/** Files by their exact id, for their owner. */
export function fileRoutes({ db, blobs, now }: FileRoutesParts): Api {
  const api = newApi();
  async function own(owner: string, id: string): Promise<StoredFile> {
    const file = await findFile(db, owner, id);
    if (file === null) throw new Refused("file-unknown");
    return file;
  }
  api.openapi(getBlob, async (c) => {
    const file = await own(c.get("owner"), c.req.valid("param").id);
    const isDownload = c.req.valid("query").download !== undefined;
    if (blobs.link === null || c.req.method === "HEAD") return serveFile(blobs, file, c.req.raw, { isDownload });
    const { url } = await blobs.link({
      key: file.key,
      method: "GET",
      expiresIn: linkLife,
      contentType: file.mime,
      disposition: isDownload ? `attachment; filename*=UTF-8''${encodeURIComponent(file.name ?? file.id)}` : null,
      contentLength: null,
    });
    return c.redirect(url, 302);
  });
  api.openapi(deleteBlob, async (c) => {
    const { id } = c.req.valid("param");
    await own(c.get("owner"), id);
    await deleteFile(db, blobs, c.get("owner"), id, now());
    return c.body(null, 204);
  });
  return api;
}

/** Files by a signed link, for whoever has it; a request without a signature is left to who is signed in. */
export function linkedFileRoutes({ db, blobs, secret, now }: FileRoutesParts): Api {
  const api = newApi();
  api.get("/blobs/:id", async (c, next) => {
    const query = new URL(c.req.url).searchParams;
    if (!query.has("signature")) return next();
    const id = c.req.param("id");
    const grant = await verifyLink(secret, { key: id, method: c.req.method, query }, now());
    if (!grant.ok) throw new Refused(grant.code);
    const file = await findLinkedFile(db, { id });
    if (file === null) throw new Refused("file-unknown");
    return serveFile(blobs, { ...file, mime: grant.value.contentType }, c.req.raw);
  });
  return api;
}

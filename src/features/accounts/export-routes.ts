import { createRoute, z } from "@hono/zod-openapi";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { Database } from "../../backends/sql/database.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { exportArchive } from "./export.ts";
import { exportSummary } from "./profile-schema.ts";
import { filesTotal } from "./queries/export-rows.ts";

export interface ExportRoutesParts {
  db: Database;
  blobs: BlobStore;
  now(): number;
}

const archive = {
  200: {
    description: "A ZIP, which is made while it is read",
    content: { "application/zip": { schema: z.any().openapi({ type: "string", format: "binary" }) } },
  },
  ...failures(401, 403),
};

const getExport = createRoute({
  method: "get",
  path: "/account/export",
  summary: "How much an export of everything one has would hold",
  responses: { 200: answers(exportSummary, "Files and bytes"), ...failures(401, 403) },
});

const getArchive = createRoute({
  method: "get",
  path: "/account/export/archive",
  summary: "Everything one has, for a link that a browser saves",
  responses: archive,
});

const postExport = createRoute({
  method: "post",
  path: "/account/export",
  summary: "Everything one has: rows as JSON, files as they are, and a page that explains them",
  responses: archive,
});

/** Everything that a person has, to take away. */
export function exportRoutes({ db, blobs, now }: ExportRoutesParts): Api {
  const api = newApi();
  const answer = (owner: string): Response =>
    new Response(streamOf(exportArchive(db, blobs, owner, now())), {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="fabula-${new Date(now()).toISOString().slice(0, 10)}.zip"`,
        "Cache-Control": "no-store",
      },
    });
  api.openapi(getExport, async (c) => c.json(await filesTotal(db, c.get("owner")), 200));
  api.openapi(getArchive, (c) => answer(c.get("owner")));
  api.openapi(postExport, (c) => answer(c.get("owner")));
  return api;
}

/** Pieces as a stream that is made no faster than it is read, and no further where nobody reads on. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

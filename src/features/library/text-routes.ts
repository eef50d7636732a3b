import { createRoute, z } from "@hono/zod-openapi";
import { Refused, unwrap } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { wholeBody } from "../../http/read-body.ts";
import { idSchema } from "../../http/schema.ts";
import { filePolicy } from "../../http/security-headers.ts";
import { passageSchema } from "../comics/schema.ts";
import { findArtifact } from "../files/queries/find-files.ts";
import { serveFile } from "../files/serve-file.ts";
import type { StoredFile } from "../files/stored-file.ts";
import { chapterText, passageOf } from "./chapter-text.ts";
import { coverFile, keepCover, largestCover, removeCover } from "./covers.ts";
import { type LibraryParts, ownBook } from "./library-parts.ts";
import { plainCover } from "./plain-cover.ts";
import { comicWithCover } from "./queries/comic-cover.ts";
import { keepProgress } from "./queries/reading-progress.ts";
import type { ShelfRow } from "./queries/shelf.ts";
import { chapterTextSchema, progressSchema } from "./schema.ts";

const params = z.object({ id: idSchema });
const picture = { "image/*": { schema: z.any().openapi({ type: "string", format: "binary" }) } };
const offset = z.coerce.number().int().min(0).max(2_147_483_647);

const getChapter = createRoute({
  method: "get",
  path: "/books/{id}/chapters/{index}",
  summary: "The faithful text of a chapter, as blocks and runs",
  request: { params: params.extend({ index: z.coerce.number().int().min(0).max(100_000) }) },
  responses: { 200: answers(chapterTextSchema, "The text"), ...failures(404) },
});

const getPassage = createRoute({
  method: "get",
  path: "/books/{id}/passage",
  summary: "A stretch of the text with what stands around it",
  request: { params, query: z.object({ start: offset, end: offset }) },
  responses: { 200: answers(passageSchema, "The passage"), ...failures(400, 404) },
});

const putProgress = createRoute({
  method: "put",
  path: "/books/{id}/progress",
  summary: "Keeps how far the person has read",
  request: { params, body: { required: true, content: { "application/json": { schema: progressSchema } } } },
  responses: { 204: { description: "Kept" }, ...failures(400, 404) },
});

const getCover = createRoute({
  method: "get",
  path: "/books/{id}/cover",
  summary: "The book’s cover, else that of its newest comic that has one, else a drawn one",
  request: { params },
  responses: { 200: { description: "A picture", content: picture }, ...failures(404) },
});

const putCover = createRoute({
  method: "put",
  path: "/books/{id}/cover",
  summary: "Gives the book another cover: PNG, JPEG, WebP, AVIF or GIF",
  request: { params, body: { required: true, content: picture } },
  responses: { 204: { description: "Kept" }, ...failures(404, 413, 415, 507) },
});

const deleteCover = createRoute({
  method: "delete",
  path: "/books/{id}/cover",
  summary: "Takes the book’s own cover away",
  request: { params },
  responses: { 204: { description: "It is gone" }, ...failures(404) },
});

/** What is in a book, and how it looks from outside. */
export function textRoutes(parts: LibraryParts): Api {
  const { db, blobs, books, now } = parts;
  const api = newApi();
  api.openapi(getChapter, async (c) => {
    const [owner, { id, index }] = [c.get("owner"), c.req.valid("param")];
    const row = await ownBook(db, owner, id);
    return c.json(chapterText(await books.read(owner, row), index, row), 200);
  });
  api.openapi(getPassage, async (c) => {
    const owner = c.get("owner");
    const row = await ownBook(db, owner, c.req.valid("param").id);
    return c.json(passageOf(await books.read(owner, row), c.req.valid("query")), 200);
  });
  api.openapi(putProgress, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    await ownBook(db, owner, id);
    if (!(await keepProgress(db, owner, id, c.req.valid("json"), now()))) throw new Refused("job-unknown");
    return c.body(null, 204);
  });
  api.openapi(getCover, async (c) => {
    const owner = c.get("owner");
    const row = await ownBook(db, owner, c.req.valid("param").id);
    const file = await pictureOf(parts, owner, row);
    if (file !== null) return serveFile(blobs, file, c.req.raw);
    const headers = { "Content-Type": "image/svg+xml", "Content-Security-Policy": filePolicy };
    return c.body(plainCover(row), 200, { ...headers, "Cache-Control": "private, no-cache" });
  });
  api.openapi(putCover, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    await ownBook(db, owner, id);
    unwrap(await keepCover(db, parts, owner, id, await wholeBody(c.req.raw, largestCover)));
    return c.body(null, 204);
  });
  api.openapi(deleteCover, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    await ownBook(db, owner, id);
    await removeCover(db, owner, id, now());
    return c.body(null, 204);
  });
  return api;
}

/** The file of the best picture there is of a book; null where it has none. */
async function pictureOf({ db }: LibraryParts, owner: string, row: ShelfRow): Promise<StoredFile | null> {
  const own = row.coverImageId === null ? null : await coverFile(db, owner, row.coverImageId);
  if (own !== null) return own;
  const comic = await comicWithCover(db, owner, row.id);
  return comic === null ? null : findArtifact(db, owner, { jobId: comic, artifact: "print", unit: "page-0000" });
}

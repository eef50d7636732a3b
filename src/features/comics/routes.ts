import { createRoute, z } from "@hono/zod-openapi";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { idSchema } from "../../http/schema.ts";
import { serveFile } from "../files/serve-file.ts";
import { jobViews } from "../jobs/queries/job-views.ts";
import { listJobs } from "../jobs/queries/list-jobs.ts";
import { jobSchema } from "../jobs/schema.ts";
import { shelfRow } from "../library/queries/shelf.ts";
import { beginComic } from "./begin-comic.ts";
import { type ComicParts, drawnPage, ownComic } from "./comic-parts.ts";
import { comicView, geometryOf } from "./comic-view.ts";
import { portraitOf } from "./portrait.ts";
import { loadPage } from "./queries/comic-pages.ts";
import { listOutputs } from "./queries/output-rows.ts";
import {
  comicFileSchema,
  comicFiles,
  comicSchema,
  comicSettings,
  newComicFile,
  pageGeometry,
  previewSchema,
} from "./schema.ts";
import { pictureOfWidth } from "./small-picture.ts";

const params = z.object({ id: idSchema });
const pageParams = params.extend({ number: z.coerce.number().int().min(0).max(100_000) });
const picture = { "image/png": { schema: z.any().openapi({ type: "string", format: "binary" }) } };
const settingsBody = { required: true, content: { "application/json": { schema: comicSettings } } };

const postPreview = createRoute({
  method: "post",
  path: "/books/{id}/preview",
  summary: "The first page as it will be, and what the whole will take",
  request: { params, body: settingsBody },
  responses: { 200: answers(previewSchema, "The preview"), ...failures(400, 404, 422) },
});

const postComic = createRoute({
  method: "post",
  path: "/books/{id}/comics",
  summary: "Begins a comic; the same Idempotency-Key again gives the same one",
  request: {
    params,
    headers: z.object({ "idempotency-key": z.string().min(1).max(255).optional() }),
    body: settingsBody,
  },
  responses: { 201: answers(jobSchema, "The job that makes it"), ...failures(400, 404, 422) },
});

const getComics = createRoute({
  method: "get",
  path: "/books/{id}/comics",
  summary: "The comics of a book, newest first",
  request: { params },
  responses: { 200: answers(z.object({ items: z.array(jobSchema) }), "All of them"), ...failures(404) },
});

const getComic = createRoute({
  method: "get",
  path: "/comics/{id}",
  summary: "A comic: its pages in the order of reading, and its episodes",
  request: { params },
  responses: { 200: answers(comicSchema, "The comic"), ...failures(404) },
});

const getPage = createRoute({
  method: "get",
  path: "/comics/{id}/pages/{number}",
  summary: "What stands where on a page",
  request: { params: pageParams },
  responses: { 200: answers(pageGeometry, "Panels, faces and texts"), ...failures(404) },
});

const getPicture = createRoute({
  method: "get",
  path: "/comics/{id}/pages/{number}/picture",
  summary: "A page’s picture; with width a small one of at least so many pixels",
  request: { params: pageParams, query: z.object({ width: z.coerce.number().int().min(1).max(4_000).optional() }) },
  responses: { 200: { description: "A picture", content: picture }, ...failures(404, 416) },
});

const getPortrait = createRoute({
  method: "get",
  path: "/comics/{id}/people/{person}/portrait",
  summary: "A person’s head and shoulders, as this comic draws them",
  request: { params: params.extend({ person: idSchema }) },
  responses: { 200: { description: "A picture", content: picture }, ...failures(404) },
});

const getFiles = createRoute({
  method: "get",
  path: "/comics/{id}/files",
  summary: "The files that were made of a comic; each is at /api/blobs/{id}",
  request: { params },
  responses: { 200: answers(comicFiles, "All files"), ...failures(404) },
});

const postFile = createRoute({
  method: "post",
  path: "/comics/{id}/files",
  summary: "Binds a finished comic in one more format",
  request: { params, body: { required: true, content: { "application/json": { schema: newComicFile } } } },
  responses: {
    200: answers(comicFileSchema, "It was there"),
    201: answers(comicFileSchema, "The file"),
    ...failures(400, 404, 409, 507),
  },
});

/** Comics: how they are begun, looked at and taken away. */
export function comicRoutes(parts: ComicParts): Api {
  const { db, blobs, pictures, tools, desk, now } = parts;
  const api = newApi();
  api.openapi(postPreview, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    const { signal } = c.req.raw;
    try {
      return c.json(await desk.preview(owner, { book: id, chosen: c.req.valid("json") }, signal), 200);
    } catch (error) {
      // Who chose something else has gone, and reads no answer.
      throw signal.aborted ? new Refused("request-given-up", null, { cause: error }) : error;
    }
  });
  api.openapi(postComic, async (c) => {
    const key = c.req.valid("header")["idempotency-key"] ?? null;
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    const job = await beginComic(parts, owner, { book: id, chosen: c.req.valid("json"), key });
    const [view] = await jobViews(db, [job], now());
    if (!view) throw new Error(`The job ${job.id} has no view`);
    return c.json(view, 201);
  });
  api.openapi(getComics, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    if ((await shelfRow(db, owner, id)) === null) throw new Refused("book-unknown");
    return c.json({ items: await jobViews(db, await listJobs(db, owner, { novel: id }), now()) }, 200);
  });
  api.openapi(getComic, async (c) =>
    c.json(await comicView(db, await ownComic(db, c.get("owner"), c.req.valid("param").id)), 200),
  );
  api.openapi(getPage, async (c) => {
    const { id, number } = c.req.valid("param");
    const comic = await ownComic(db, c.get("owner"), id);
    const page = await loadPage(db, id, number);
    if (page === null) throw new Refused("page-unknown");
    return c.json(await geometryOf(db, comic.novel, page), 200);
  });
  api.openapi(getPicture, async (c) => {
    const [owner, { id, number }] = [c.get("owner"), c.req.valid("param")];
    await ownComic(db, owner, id);
    const whole = await drawnPage(db, owner, id, number);
    const file = await pictureOfWidth(db, parts, whole, c.req.valid("query").width ?? null);
    return serveFile(blobs, file, c.req.raw, { isForever: true, memory: pictures });
  });
  api.openapi(getPortrait, async (c) => {
    const [owner, { id, person }] = [c.get("owner"), c.req.valid("param")];
    const file = await portraitOf(db, tools, owner, { comic: await ownComic(db, owner, id), person });
    if (file === null) throw new Refused("person-unknown");
    return serveFile(blobs, file, c.req.raw, { isForever: true, memory: pictures });
  });
  api.openapi(getFiles, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    await ownComic(db, owner, id);
    return c.json({ items: await listOutputs(db, owner, id) }, 200);
  });
  api.openapi(postFile, async (c) => {
    const [owner, { id }, { format }] = [c.get("owner"), c.req.valid("param"), c.req.valid("json")];
    const comic = await ownComic(db, owner, id);
    const found = async () => (await listOutputs(db, owner, id)).find((file) => file.format === format);
    const before = await found();
    if (before) return c.json(before, 200);
    if (comic.status !== "completed") throw new Refused("job-state", `it is ${comic.status}`);
    await desk.makeFile(owner, { comic: id, format });
    const file = await found();
    if (!file) throw new Error(`The ${format} of ${id} was not kept`);
    return c.json(file, 201);
  });
  return api;
}

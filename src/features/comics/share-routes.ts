import { createRoute, z } from "@hono/zod-openapi";
import { Refused } from "../../core/text/result.ts";
import { setAnswerField } from "../../http/answer-field.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { idSchema } from "../../http/schema.ts";
import { findFile } from "../files/queries/find-files.ts";
import { serveFile } from "../files/serve-file.ts";
import { type ComicParts, drawnPage, ownComic } from "./comic-parts.ts";
import { comicView, geometryOf } from "./comic-view.ts";
import { loadPage } from "./queries/comic-pages.ts";
import { listOutputs } from "./queries/output-rows.ts";
import { addShare, listShares, noteVisit, type OpenShare, revokeShare, shareOfHash } from "./queries/shares.ts";
import { comicFiles, comicSchema, newShare, pageGeometry, shareSchema, shares } from "./schema.ts";
import { newShareToken, shareHash } from "./share-token.ts";
import { pictureOfWidth } from "./small-picture.ts";

const day = 24 * 3_600_000;
const params = z.object({ id: idSchema });
const token = z.object({ token: z.string().max(100) });
const pageParams = token.extend({ number: z.coerce.number().int().min(0).max(100_000) });
const binary = { "application/octet-stream": { schema: z.any().openapi({ type: "string", format: "binary" }) } };

const getShares = createRoute({
  method: "get",
  path: "/comics/{id}/shares",
  summary: "The links to a comic, newest first",
  request: { params },
  responses: { 200: answers(shares, "All links"), ...failures(404) },
});

const postShare = createRoute({
  method: "post",
  path: "/comics/{id}/shares",
  summary: "Makes a link by which anybody can read a comic; the link is told once",
  request: { params, body: { required: true, content: { "application/json": { schema: newShare } } } },
  responses: { 201: answers(shareSchema, "The link"), ...failures(400, 404) },
});

const deleteShare = createRoute({
  method: "delete",
  path: "/comics/{id}/shares/{share}",
  summary: "Ends a link",
  request: { params: params.extend({ share: idSchema }) },
  responses: { 204: { description: "It has ended" }, ...failures(404) },
});

/** Links to comics, for who makes them. */
export function shareRoutes({ db, now, newId, origin }: ComicParts): Api {
  const api = newApi();
  api.openapi(getShares, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    await ownComic(db, owner, id);
    const rows = await listShares(db, owner, id);
    return c.json({ items: rows.map((row) => ({ ...row, link: null })) }, 200);
  });
  api.openapi(postShare, async (c) => {
    const [owner, { id }, { scope, days }] = [c.get("owner"), c.req.valid("param"), c.req.valid("json")];
    await ownComic(db, owner, id);
    const secret = newShareToken();
    const hash = await shareHash(secret);
    if (hash === null) throw new Error("A new token is none.");
    const expiresAt = days === null ? null : now() + days * day;
    const share = await addShare(db, owner, { id: newId(), job: id, hash, scope, expiresAt, now: now() });
    return c.json({ ...share, link: `${addressSeen(c.req.url, origin)}/s/${secret}` }, 201);
  });
  api.openapi(deleteShare, async (c) => {
    const [owner, { id, share }] = [c.get("owner"), c.req.valid("param")];
    if (!(await revokeShare(db, owner, { job: id, id: share, now: now() }))) throw new Refused("share-unknown");
    return c.body(null, 204);
  });
  return api;
}

/** The address under which the browser sees the studio: the one it asked, which is ours or loopback by now; with the scheme of ORIGIN. */
function addressSeen(url: string, origin: string): string {
  const asked = new URL(url);
  return asked.host === new URL(origin).host ? origin : asked.origin;
}

const getShared = createRoute({
  method: "get",
  path: "/shared/{token}",
  summary: "A shared comic",
  request: { params: token },
  responses: { 200: answers(comicSchema, "The comic"), ...failures(404, 410) },
});

const getSharedPage = createRoute({
  method: "get",
  path: "/shared/{token}/pages/{number}",
  summary: "What stands where on a page of a shared comic",
  request: { params: pageParams },
  responses: { 200: answers(pageGeometry, "Panels, faces and texts"), ...failures(404, 410) },
});

const getSharedPicture = createRoute({
  method: "get",
  path: "/shared/{token}/pages/{number}/picture",
  summary: "A page’s picture of a shared comic",
  request: { params: pageParams, query: z.object({ width: z.coerce.number().int().min(1).max(4_000).optional() }) },
  responses: { 200: { description: "A picture", content: binary }, ...failures(404, 410, 416) },
});

const getSharedFiles = createRoute({
  method: "get",
  path: "/shared/{token}/files",
  summary: "The files of a shared comic; none where the link is for reading only",
  request: { params: token },
  responses: { 200: answers(comicFiles, "All files"), ...failures(404, 410) },
});

const getSharedFile = createRoute({
  method: "get",
  path: "/shared/{token}/files/{id}",
  summary: "A file of a shared comic, where the link allows downloads",
  request: { params: token.extend({ id: idSchema }) },
  responses: { 200: { description: "The file", content: binary }, ...failures(404, 410, 416) },
});

/** Shared comics, for whoever has the link. */
export function sharedRoutes(parts: ComicParts): Api {
  const { db, blobs, pictures, now } = parts;
  const api = newApi();
  /** The comic of a token. Throws `Refused`, `share-unknown` or `share-ended`. */
  async function opened(secret: string): Promise<OpenShare> {
    const hash = await shareHash(secret);
    const share = hash === null ? null : await shareOfHash(db, hash);
    if (share === null) throw new Refused("share-unknown");
    const { revokedAt, expiresAt } = share;
    if (revokedAt !== null || (expiresAt !== null && Date.parse(expiresAt) <= now())) throw new Refused("share-ended");
    return share;
  }
  // Pictures and files too: Hono gives what stands in the context only to answers that it makes itself.
  api.use("/shared/*", async (c, next) => {
    await next();
    setAnswerField(c, "X-Robots-Tag", "noindex");
  });
  api.openapi(getShared, async (c) => {
    const { id, owner, job } = await opened(c.req.valid("param").token);
    await noteVisit(db, id, now());
    return c.json(await comicView(db, await ownComic(db, owner, job)), 200);
  });
  api.openapi(getSharedPage, async (c) => {
    const { owner, job } = await opened(c.req.valid("param").token);
    const comic = await ownComic(db, owner, job);
    const page = await loadPage(db, job, c.req.valid("param").number);
    if (page === null) throw new Refused("page-unknown");
    return c.json(await geometryOf(db, comic.novel, page), 200);
  });
  api.openapi(getSharedPicture, async (c) => {
    const { owner, job } = await opened(c.req.valid("param").token);
    const whole = await drawnPage(db, owner, job, c.req.valid("param").number);
    const file = await pictureOfWidth(db, parts, whole, c.req.valid("query").width ?? null);
    // A link that has ended must not be read on from what a browser kept.
    return serveFile(blobs, file, c.req.raw, { memory: pictures });
  });
  api.openapi(getSharedFiles, async (c) => {
    const { owner, job, scope } = await opened(c.req.valid("param").token);
    return c.json({ items: scope === "download" ? await listOutputs(db, owner, job) : [] }, 200);
  });
  api.openapi(getSharedFile, async (c) => {
    const { owner, job, scope } = await opened(c.req.valid("param").token);
    const { id } = c.req.valid("param");
    const listed = scope === "download" ? await listOutputs(db, owner, job) : [];
    const file = listed.some((each) => each.id === id) ? await findFile(db, owner, id) : null;
    if (file === null) throw new Refused("file-unknown");
    return serveFile(blobs, file, c.req.raw, { isDownload: true });
  });
  return api;
}

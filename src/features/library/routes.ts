import { createRoute, z } from "@hono/zod-openapi";
import { Refused } from "../../core/text/result.ts";
import { answers, type Api, failures, newApi } from "../../http/api.ts";
import { partOfList, placeIn } from "../../http/list-part.ts";
import { wholeBody } from "../../http/read-body.ts";
import { idSchema } from "../../http/schema.ts";
import { cursorText } from "../../backends/sql/cursor.ts";
import { foundCursor } from "../../backends/sql/text-search.ts";
import { personQuota } from "../files/queries/person-quota.ts";
import { bookDetail, bookView, bookViews } from "./book-views.ts";
import { importNovel, largestBookFile } from "./import-novel.ts";
import { ownBook, type LibraryParts } from "./library-parts.ts";
import { correctNovel, setTrashed } from "./queries/change-novel.ts";
import { languageCounts } from "./queries/language-counts.ts";
import { listShelf, searchShelf, seriesCounts, shelfCursor, tagCounts } from "./queries/shelf.ts";
import {
  bookDetailSchema,
  bookPart,
  bookPatch,
  bookQuery,
  bookSchema,
  importedBook,
  sampleBook,
  watchedSchema,
} from "./schema.ts";
import { watchedView } from "./watched-view.ts";

const params = z.object({ id: idSchema });
const json = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { "application/json": { schema } },
});

const getBooks = createRoute({
  method: "get",
  path: "/books",
  summary: "The shelf: in an order, by words, by tag, series or language, or the trash",
  request: { query: bookQuery },
  responses: { 200: answers(bookPart, "A part of the shelf"), ...failures(400, 401) },
});

const postBook = createRoute({
  method: "post",
  path: "/books",
  summary: "Puts a book on the shelf: its file is the body; the same file again is the same book",
  request: {
    headers: z.object({
      "x-file-name": z.string().max(2_000).optional().openapi({ description: "The file’s name, percent-encoded" }),
      "idempotency-key": z.string().max(255).optional(),
    }),
    body: {
      required: true,
      content: { "application/octet-stream": { schema: z.any().openapi({ type: "string", format: "binary" }) } },
    },
  },
  responses: {
    200: answers(importedBook, "The book was on the shelf"),
    201: answers(importedBook, "The book"),
    ...failures(400, 413, 415, 422, 507),
  },
});

const postSample = createRoute({
  method: "post",
  path: "/books/samples",
  summary: "Puts one of the stories that come with the program on the shelf",
  request: { body: json(sampleBook) },
  responses: {
    200: answers(importedBook, "The story was on the shelf"),
    201: answers(importedBook, "The story"),
    ...failures(400, 507),
  },
});

const getTags = createRoute({
  method: "get",
  path: "/books/tags",
  summary: "The tags that are given, most used first",
  responses: { 200: answers(z.object({ items: z.array(z.object({ tag: z.string(), count: z.int() })) }), "All tags") },
});

const getSeries = createRoute({
  method: "get",
  path: "/books/series",
  summary: "The series on the shelf, by name",
  responses: {
    200: answers(z.object({ items: z.array(z.object({ series: z.string(), count: z.int() })) }), "All series"),
  },
});

const getLanguages = createRoute({
  method: "get",
  path: "/books/languages",
  summary: "The languages of the books on the shelf, most books first",
  responses: {
    200: answers(z.object({ items: z.array(z.object({ language: z.string(), count: z.int() })) }), "All languages"),
  },
});

const getWatched = createRoute({
  method: "get",
  path: "/books/watched",
  summary: "The folder that is watched, and what came from it",
  responses: { 200: answers(watchedSchema, "The folder, or none") },
});

const getBook = createRoute({
  method: "get",
  path: "/books/{id}",
  summary: "A book, with its chapters and what it says of itself",
  request: { params },
  responses: { 200: answers(bookDetailSchema, "The book"), ...failures(404) },
});

const patchBook = createRoute({
  method: "patch",
  path: "/books/{id}",
  summary: "Corrects what was recognised; what is left out stays",
  request: { params, body: json(bookPatch) },
  responses: { 200: answers(bookSchema, "The book as it is now"), ...failures(400, 404) },
});

const deleteBook = createRoute({
  method: "delete",
  path: "/books/{id}",
  summary: "Puts a book into the trash, from where it can be restored for 30 days",
  request: { params },
  responses: { 204: { description: "It is in the trash" }, ...failures(404) },
});

const restoreBook = createRoute({
  method: "post",
  path: "/books/{id}/restore",
  summary: "Takes a book out of the trash",
  request: { params },
  responses: { 200: answers(bookSchema, "The book"), ...failures(404) },
});

/** The shelf, and what stands on it. */
export function libraryRoutes(parts: LibraryParts): Api {
  const { db, now, books, samples } = parts;
  const api = newApi();
  async function bring(owner: string, content: Uint8Array, name: string) {
    const { novel, isNew } = await importNovel(
      db,
      parts,
      owner,
      { content, name },
      { size: largestBookFile, quota: await personQuota(db, owner) },
    );
    return { book: await bookView(db, owner, await ownBook(db, owner, novel.id), now()), isNew };
  }
  api.openapi(getBooks, async (c) => {
    const [owner, { cursor, limit, q, sort, shelf, tag, series, language }] = [c.get("owner"), c.req.valid("query")];
    const filter = { shelf, tag: tag ?? null, series: series ?? null, language: language ?? null };
    if (q !== undefined && q.trim() !== "") {
      const place = placeIn(cursor, foundCursor);
      const { rows, next } = await searchShelf(db, owner, { ...filter, words: q, cursor: place, limit });
      const items = await bookViews(db, owner, rows, now());
      return c.json({ items, next: next && cursorText(next) }, 200);
    }
    const place = placeIn(cursor, shelfCursor(sort));
    const rows = await listShelf(db, owner, { ...filter, sort, cursor: place, limit: limit + 1 });
    const part = partOfList(rows, limit, { item: (row) => row, cursor: (row) => row.place });
    return c.json({ items: await bookViews(db, owner, part.items, now()), next: part.next }, 200);
  });
  api.openapi(postBook, async (c) => {
    const content = await wholeBody(c.req.raw, largestBookFile);
    const brought = await bring(c.get("owner"), content, fileNameIn(c.req.valid("header")["x-file-name"]));
    return c.json(brought, brought.isNew ? 201 : 200);
  });
  api.openapi(postSample, async (c) => {
    const { content, name } = await samples(c.req.valid("json").sample);
    const brought = await bring(c.get("owner"), content, name);
    return c.json(brought, brought.isNew ? 201 : 200);
  });
  api.openapi(getTags, async (c) => c.json({ items: await tagCounts(db, c.get("owner")) }, 200));
  api.openapi(getSeries, async (c) => c.json({ items: await seriesCounts(db, c.get("owner")) }, 200));
  api.openapi(getLanguages, async (c) => c.json({ items: await languageCounts(db, c.get("owner")) }, 200));
  api.openapi(getWatched, async (c) => c.json(await watchedView(db, c.get("owner"), parts.watched()), 200));
  api.openapi(getBook, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    const row = await ownBook(db, owner, id);
    const [view, book] = [await bookView(db, owner, row, now()), await books.read(owner, row)];
    return c.json(bookDetail(view, book), 200);
  });
  api.openapi(patchBook, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    // Who changes the book meanwhile has changed other fields, or was sooner.
    for (let tries = 0; tries < 5; tries++) {
      const row = await ownBook(db, owner, id);
      if (await correctNovel(db, owner, row, c.req.valid("json"), now()))
        return c.json(await bookView(db, owner, await ownBook(db, owner, id), now()), 200);
    }
    throw new Refused("database-busy");
  });
  api.openapi(deleteBook, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    await ownBook(db, owner, id);
    await setTrashed(db, owner, id, { at: now(), now: now() });
    return c.body(null, 204);
  });
  api.openapi(restoreBook, async (c) => {
    const [owner, { id }] = [c.get("owner"), c.req.valid("param")];
    await ownBook(db, owner, id);
    await setTrashed(db, owner, id, { at: null, now: now() });
    return c.json(await bookView(db, owner, await ownBook(db, owner, id), now()), 200);
  });
  return api;
}

/** The name of a file as a browser sent it; one that is badly encoded is taken as it is. */
function fileNameIn(field: string | undefined): string {
  if (field === undefined || field === "") return "book";
  try {
    return decodeURIComponent(field);
  } catch (error) {
    if (error instanceof URIError) return field;
    throw error;
  }
}

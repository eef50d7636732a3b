import { z } from "@hono/zod-openapi";
import { idSchema, timeSchema } from "../../http/schema.ts";

export const formatNames = ["cbz", "epub", "pdf", "png", "webp", "webtoon"] as const;
export const trimNames = ["b5", "a5", "tankobon", "us-comic", "kindle"] as const;

/** How a comic is made; what is left out is as the book says, or usual. */
export const comicSettings = z
  .object({
    direction: z.enum(["auto", "ltr", "rtl"]).default("auto"),
    trim: z.enum(trimNames).default("b5"),
    pace: z.enum(["comic", "full", "digest"]).default("comic"),
    /** Story pages, instead of a pace. */
    totalPages: z.int().min(1).max(5_000).nullable().default(null),
    /** Chapters that are told, from 1; all where it is null. */
    chapters: z
      .object({ from: z.int().min(1), to: z.int().min(1) })
      .nullable()
      .default(null),
    colour: z.enum(["ink", "flat"]).default("ink"),
    seed: z.int().min(0).max(2_147_483_647).default(1),
    formats: z.array(z.enum(formatNames)).min(1).default(["cbz"]),
  })
  .openapi("ComicSettings");
export type ComicSettings = z.infer<typeof comicSettings>;

/** The first page as it will be, and what the whole will take. */
export const previewSchema = z
  .object({
    /** The page as a picture: `data:image/png;base64,…`. */
    picture: z.string(),
    width: z.int(),
    height: z.int(),
    direction: z.enum(["ltr", "rtl"]),
    pages: z.int(),
    seconds: z.int(),
    bytes: z.int(),
    /** Whether all pages were laid out and counted; else they are reckoned from the first chapters, and known once the comic is laid out. */
    isExact: z.boolean(),
  })
  .openapi("Preview");
export type Preview = z.infer<typeof previewSchema>;

/** A page of a comic; its picture is at `/api/comics/{id}/pages/{number}/picture` (`?width=` for a small one) as soon as `isDrawn`. 0 is the cover. */
export const comicPageSchema = z
  .object({
    number: z.int(),
    role: z.enum(["cover", "title", "story", "credits"]),
    episode: z.int().nullable(),
    width: z.int(),
    height: z.int(),
    isDrawn: z.boolean(),
  })
  .openapi("ComicPage");

const corners = z.array(z.number()).openapi({ description: "x, y, x, y …" });
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]).openapi({ description: "x, y, width, height" });

/** All that stands on a page, in its units (`width` × `height`): what the reader shows, taps and walks along. */
export const pageGeometry = z
  .object({
    number: z.int(),
    width: z.int(),
    height: z.int(),
    panels: z.array(
      z.object({
        outline: corners,
        /** Faces, for taps: who, and where the head is. */
        faces: z.array(z.object({ person: z.string(), name: z.string(), box })),
        texts: z.array(
          z.object({
            kind: z.string(),
            words: z.string(),
            speaker: z.string().nullable(),
            box,
            start: z.int(),
            end: z.int(),
          }),
        ),
      }),
    ),
  })
  .openapi("PageGeometry");
export type PageGeometry = z.infer<typeof pageGeometry>;

/** A comic as its reader needs it. */
export const comicSchema = z
  .object({
    id: idSchema,
    bookId: idSchema,
    title: z.string(),
    language: z.string().nullable(),
    direction: z.enum(["ltr", "rtl"]),
    isFinished: z.boolean(),
    settings: comicSettings,
    pages: z.array(comicPageSchema),
    episodes: z.array(z.object({ number: z.int(), title: z.string().nullable(), firstPage: z.int() })),
  })
  .openapi("Comic");
export type ComicView = z.infer<typeof comicSchema>;

/** The sentence behind a balloon, with what stands around it. */
export const passageSchema = z
  .object({ before: z.string(), words: z.string(), after: z.string(), chapter: z.string().nullable() })
  .openapi("Passage");

export const comicFileSchema = z
  .object({
    id: idSchema,
    format: z.string(),
    name: z.string(),
    /** Bytes. */
    size: z.int(),
    createdAt: timeSchema,
  })
  .openapi("ComicFile");
export type ComicFileView = z.infer<typeof comicFileSchema>;
export const comicFiles = z.object({ items: z.array(comicFileSchema) }).openapi("ComicFiles");
/** A format that is to be made of the pages that are there. */
export const newComicFile = z.object({ format: z.enum(formatNames) });

export const shareSchema = z
  .object({
    id: idSchema,
    /** The link itself, told once: when it is made. */
    link: z.string().nullable(),
    scope: z.enum(["read", "download"]),
    createdAt: timeSchema,
    expiresAt: timeSchema.nullable(),
    revokedAt: timeSchema.nullable(),
    lastAccessedAt: timeSchema.nullable(),
  })
  .openapi("Share");
export const shares = z.object({ items: z.array(shareSchema) }).openapi("Shares");
export const newShare = z.object({
  scope: z.enum(["read", "download"]).default("read"),
  /** Days until it ends; null for never. */
  days: z.int().min(1).max(365).nullable().default(30),
});

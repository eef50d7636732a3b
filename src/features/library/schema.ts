import { z } from "@hono/zod-openapi";
import { idSchema, partOf, partQuery, timeSchema } from "../../http/schema.ts";
import { jobSchema } from "../jobs/schema.ts";

const direction = z.enum(["ltr", "rtl"]);

const progressView = z
  .object({
    comicId: idSchema.nullable(),
    page: z.int().nullable(),
    offset: z.int().nullable(),
    percent: z.number(),
  })
  .nullable();

/** A book as it stands on the shelf. Its cover is at `/api/books/{id}/cover`. */
export const bookSchema = z
  .object({
    id: idSchema,
    title: z.string(),
    author: z.string().nullable(),
    series: z.string().nullable(),
    seriesNumber: z.number().nullable(),
    language: z.string().nullable(),
    direction,
    /** `epub`, `text`, `aozora` … */
    format: z.string(),
    tags: z.array(z.string()),
    /** UTF-16 units of the reading text. */
    length: z.int(),
    createdAt: timeSchema,
    updatedAt: timeSchema,
    /** Since when it is in the trash. */
    trashedAt: timeSchema.nullable(),
    /** The newest comic of it. */
    comic: jobSchema.nullable(),
    /** How far it is read, as text or as a comic, whichever was read last. */
    progress: progressView,
    /** Where each way of reading was left: the text, and the comic that was read last. */
    places: z.object({ text: progressView, comic: progressView }),
  })
  .openapi("Book");
export type BookView = z.infer<typeof bookSchema>;

export const bookPart = partOf(bookSchema, "Books");
export const bookSorts = ["added", "title", "author", "read"] as const;
export const bookShelves = ["all", "reading", "comics", "trash"] as const;
export const bookQuery = z.object({
  ...partQuery,
  /** Words of title, author, series and tags. */
  q: z.string().max(200).optional(),
  sort: z.enum(bookSorts).default("added"),
  shelf: z.enum(bookShelves).default("all"),
  tag: z.string().max(100).optional(),
  series: z.string().max(500).optional(),
  language: z.string().max(35).optional(),
});

export const chapterSchema = z
  .object({
    /** From 1 among the chapters that are told, null for front and back matter. */
    number: z.int().nullable(),
    /** Place in the list, from 0. */
    index: z.int(),
    title: z.string().nullable(),
    level: z.int(),
    matter: z.enum(["front", "body", "back"]),
    start: z.int(),
    end: z.int(),
  })
  .openapi("Chapter");

/** A book with what it says of itself. */
export const bookDetailSchema = bookSchema
  .extend({
    description: z.string().nullable(),
    publisher: z.string().nullable(),
    date: z.string().nullable(),
    subjects: z.array(z.string()),
    chapters: z.array(chapterSchema),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .openapi("BookDetail");
export type BookDetail = z.infer<typeof bookDetailSchema>;

/** What a person corrects of a book; what is left out stays. */
export const bookPatch = z
  .object({
    title: z.string().trim().min(1).max(500),
    author: z.string().trim().max(255).nullable(),
    series: z.string().trim().max(500).nullable(),
    seriesNumber: z.number().min(0).max(10_000).nullable(),
    language: z.string().max(35).nullable(),
    direction,
    tags: z.array(z.string().trim().min(1).max(100)).max(50),
  })
  .partial()
  .openapi("BookPatch");

export const importedBook = z.object({ book: bookSchema, isNew: z.boolean() }).openapi("ImportedBook");
/** A folder whose books come onto the shelf by themselves, and what came of the files in it, newest first. */
export const watchedSchema = z
  .object({
    /** Where it is on the studio's machine; null where none is watched for this person. */
    folder: z.string().nullable(),
    isThere: z.boolean(),
    items: z.array(
      z.object({
        name: z.string(),
        bookId: idSchema.nullable(),
        /** Why it was refused: a code of the studio, with its words. */
        error: z.object({ code: z.string(), title: z.string(), fix: z.string() }).nullable(),
        createdAt: timeSchema,
      }),
    ),
  })
  .openapi("Watched");
export type Watched = z.infer<typeof watchedSchema>;
export const sampleBook = z.object({ sample: z.enum(["english", "japanese"]) });

/** A stretch of letters that look alike. */
export const runSchema = z.object({
  text: z.string(),
  ruby: z.string().nullable(),
  emphasis: z.boolean(),
  strong: z.boolean(),
});

/** The faithful text of a chapter, as blocks and runs: never markup. Offsets are UTF-16 units of the reading text. */
export const chapterTextSchema = z
  .object({
    chapter: chapterSchema,
    language: z.string().nullable(),
    direction,
    blocks: z.array(
      z.object({
        kind: z.string(),
        level: z.int().nullable(),
        start: z.int(),
        end: z.int(),
        runs: z.array(runSchema),
      }),
    ),
  })
  .openapi("ChapterText");
export type ChapterText = z.infer<typeof chapterTextSchema>;

/** Words of the book that prove something. */
const evidence = z.object({ start: z.int(), end: z.int(), text: z.string() });

export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    /** Where the book first calls somebody by each of the aliases, in their order; null where it does so only in other words. */
    calls: z.array(evidence.nullable()),
    gender: z.string().nullable(),
    role: z.string().nullable(),
    mentions: z.int(),
    looks: z.array(z.object({ what: z.string(), value: z.string(), evidence: evidence.nullable() })),
    /** Lines that the person speaks, the first ones. */
    lines: z.array(evidence),
  })
  .openapi("Person");
export const placeSchema = z
  .object({ id: z.string(), name: z.string(), description: z.string(), scenes: z.int(), evidence: evidence.nullable() })
  .openapi("Place");
/** Who and where; `known` is false until a comic has been begun, which reads the book. */
export const castSchema = z
  .object({ known: z.boolean(), people: z.array(personSchema), places: z.array(placeSchema) })
  .openapi("Cast");
export type CastView = z.infer<typeof castSchema>;

export const progressSchema = z
  .object({
    comicId: idSchema.nullable().default(null),
    page: z.int().min(0).nullable().default(null),
    offset: z.int().min(0).nullable().default(null),
    percent: z.number().min(0).max(100),
  })
  .openapi("Progress");

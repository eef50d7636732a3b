import type { z } from "zod";
import type {
  bookPart,
  bookPatch,
  bookQuery,
  BookDetail,
  BookView,
  CastView,
  ChapterText,
  importedBook,
  progressSchema,
  sampleBook,
  Watched,
} from "../../../features/library/schema.ts";
import type { passageSchema } from "../../../features/comics/schema.ts";
import { apiAddress, ask, newRequestKey, tell } from "./request.ts";

export type BookPart = z.infer<typeof bookPart>;
export type BookQuery = Partial<z.infer<typeof bookQuery>>;
export type BookPatch = z.infer<typeof bookPatch>;
export type ImportedBook = z.infer<typeof importedBook>;
export type SampleName = z.infer<typeof sampleBook>["sample"];
export type Passage = z.infer<typeof passageSchema>;
export type Progress = z.input<typeof progressSchema>;
/** Whether one has read to the end, and begins again from there. */
export const isReadOut = ({ percent }: Pick<Progress, "percent">): boolean => percent >= 100;
export type Tags = { items: { tag: string; count: number }[] };
export type Languages = { items: { language: string; count: number }[] };
export type SeriesList = { items: { series: string; count: number }[] };

export const listBooks = (query: BookQuery, signal?: AbortSignal): Promise<BookPart> =>
  ask("/books", { query, ...(signal && { signal }) });
export const readBook = (id: string): Promise<BookDetail> => ask(`/books/${id}`);
export const changeBook = (id: string, patch: BookPatch): Promise<BookView> =>
  ask(`/books/${id}`, { method: "PATCH", json: patch });
/** Into the trash, for 30 days. */
export const trashBook = (id: string): Promise<void> => tell(`/books/${id}`, { method: "DELETE" });
export const restoreBook = (id: string): Promise<BookView> => ask(`/books/${id}/restore`, { method: "POST" });
export const importSample = (sample: SampleName): Promise<ImportedBook> =>
  ask("/books/samples", { method: "POST", json: { sample }, headers: { "Idempotency-Key": newRequestKey() } });
export const listTags = (): Promise<Tags> => ask("/books/tags");
export const listSeries = (): Promise<SeriesList> => ask("/books/series");
export const listLanguages = (): Promise<Languages> => ask("/books/languages");
export const readWatched = (): Promise<Watched> => ask("/books/watched");
export const readChapter = (id: string, index: number): Promise<ChapterText> => ask(`/books/${id}/chapters/${index}`);
export const readCast = (id: string): Promise<CastView> => ask(`/books/${id}/cast`);
/** `start` and `end` are offsets in the reading text. */
export const readPassage = (id: string, start: number, end: number): Promise<Passage> =>
  ask(`/books/${id}/passage`, { query: { start, end } });
export const keepProgress = (id: string, progress: Progress): Promise<void> =>
  tell(`/books/${id}/progress`, { method: "PUT", json: progress });
export const changeCover = (id: string, picture: Blob): Promise<void> =>
  tell(`/books/${id}/cover`, { method: "PUT", body: picture, headers: { "Content-Type": picture.type } });
export const dropCover = (id: string): Promise<void> => tell(`/books/${id}/cover`, { method: "DELETE" });

/** Where the cover of a book is; `version` makes a changed one appear at once. */
export const coverAddress = (id: string, version: string | null = null): string =>
  apiAddress(`/books/${id}/cover`, { v: version });

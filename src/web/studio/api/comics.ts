import type { z } from "zod";
import type {
  comicFiles,
  comicFileSchema,
  comicSettings,
  ComicView,
  newComicFile,
  newShare,
  PageGeometry,
  Preview,
  shares,
  shareSchema,
} from "../../../features/comics/schema.ts";
import type { JobView } from "../../../features/jobs/schema.ts";
import { apiAddress, ask, newRequestKey, tell } from "./request.ts";

export type NewComic = z.input<typeof comicSettings>;
export type ComicFile = z.infer<typeof comicFileSchema>;
export type ComicFiles = z.infer<typeof comicFiles>;
export type ComicFormat = z.infer<typeof newComicFile>["format"];
export type Share = z.infer<typeof shareSchema>;
export type NewShare = z.input<typeof newShare>;

export const previewComic = (bookId: string, settings: NewComic, signal?: AbortSignal): Promise<Preview> =>
  ask(`/books/${bookId}/preview`, { method: "POST", json: settings, ...(signal && { signal }) });
export const startComic = (bookId: string, settings: NewComic, key = newRequestKey()): Promise<JobView> =>
  ask(`/books/${bookId}/comics`, { method: "POST", json: settings, headers: { "Idempotency-Key": key } });
export const listComics = (bookId: string): Promise<{ items: JobView[] }> => ask(`/books/${bookId}/comics`);
export const readComic = (id: string): Promise<ComicView> => ask(`/comics/${id}`);
export const readPage = (id: string, number: number): Promise<PageGeometry> => ask(`/comics/${id}/pages/${number}`);
/** `width` in pixels; without it as large as it was drawn. */
export const pageAddress = (id: string, number: number, width: number | null = null): string =>
  apiAddress(`/comics/${id}/pages/${number}/picture`, { width });
export const portraitAddress = (id: string, person: string): string =>
  apiAddress(`/comics/${id}/people/${encodeURIComponent(person)}/portrait`);
export const listFiles = (id: string): Promise<ComicFiles> => ask(`/comics/${id}/files`);
export const makeFile = (id: string, format: ComicFormat): Promise<ComicFile> =>
  ask(`/comics/${id}/files`, { method: "POST", json: { format } });
export const fileAddress = (fileId: string): string => `${apiAddress(`/blobs/${fileId}`)}?download`;
export const listShares = (id: string): Promise<z.infer<typeof shares>> => ask(`/comics/${id}/shares`);
export const makeShare = (id: string, share: NewShare): Promise<Share> =>
  ask(`/comics/${id}/shares`, { method: "POST", json: share });
export const revokeShare = (id: string, shareId: string): Promise<void> =>
  tell(`/comics/${id}/shares/${shareId}`, { method: "DELETE" });

export const readSharedComic = (token: string): Promise<ComicView> => ask(`/shared/${token}`);
export const readSharedPage = (token: string, number: number): Promise<PageGeometry> =>
  ask(`/shared/${token}/pages/${number}`);
export const sharedPageAddress = (token: string, number: number, width: number | null = null): string =>
  apiAddress(`/shared/${token}/pages/${number}/picture`, { width });
export const sharedFileAddress = (token: string, fileId: string): string =>
  apiAddress(`/shared/${token}/files/${fileId}`);

import type { ComicSettings, formatNames, trimNames } from "../../schema.ts";

export type TrimName = (typeof trimNames)[number];
export type FormatName = (typeof formatNames)[number];
export type PaceName = ComicSettings["pace"];

/** With these one press is enough: what the schema of the settings takes as usual. */
export const usualChoices: ComicSettings = {
  direction: "auto",
  trim: "b5",
  pace: "comic",
  totalPages: null,
  chapters: null,
  colour: "ink",
  seed: 1,
  formats: ["cbz"],
};

export const trimOrder: readonly TrimName[] = ["b5", "a5", "tankobon", "us-comic", "kindle"];
export const formatOrder: readonly FormatName[] = ["cbz", "epub", "pdf", "png", "webp", "webtoon"];
export const paceOrder: readonly PaceName[] = ["digest", "comic", "full"];
/** Most story pages that a comic may be fitted to. */
export const mostPages = 5_000;

/** With the first chapter moved; the last one goes along where it would be before it. */
export function withFirstChapter(choices: ComicSettings, from: number): ComicSettings {
  return { ...choices, chapters: { from, to: Math.max(from, choices.chapters?.to ?? from) } };
}

/** With the last chapter moved; the first one goes along where it would be behind it. */
export function withLastChapter(choices: ComicSettings, to: number): ComicSettings {
  return { ...choices, chapters: { from: Math.min(to, choices.chapters?.from ?? to), to } };
}

/** With a format put in or taken out; the last one stays, since a comic is bound in one at least. */
export function withFormat(choices: ComicSettings, format: FormatName, isWanted: boolean): ComicSettings {
  const formats = formatOrder.filter((name) => (name === format ? isWanted : choices.formats.includes(name)));
  return formats.length === 0 ? choices : { ...choices, formats };
}

/** A number of story pages as it was typed, brought into what is possible; null for what is no number. */
export function pagesTyped(value: number | string): number | null {
  const number = typeof value === "number" ? value : Number.parseInt(value, 10);
  return Number.isFinite(number) ? Math.min(mostPages, Math.max(1, Math.round(number))) : null;
}

import type { FormatName } from "../making/comic-choices.ts";

/** What each format is called everywhere. */
export const formatNamesShown: Readonly<Record<FormatName, string>> = {
  cbz: "CBZ",
  epub: "EPUB",
  pdf: "PDF",
  png: "PNG",
  webp: "WebP",
  webtoon: "Webtoon",
};

import { bindCbz } from "./cbz.ts";
import type { Binder } from "./comic.ts";
import { bindEpub } from "./epub.ts";
import { bindPdf } from "./pdf.ts";
import { bindPng, bindWebp } from "./web-pages.ts";
import { bindWebtoon } from "./webtoon.ts";

/** The formats that a comic can be bound in beside its folder of pictures, each by its own file. */
export const binders = {
  cbz: bindCbz,
  epub: bindEpub,
  pdf: bindPdf,
  png: bindPng,
  webp: bindWebp,
  webtoon: bindWebtoon,
} as const satisfies Record<string, Binder>;

export type FormatName = keyof typeof binders;

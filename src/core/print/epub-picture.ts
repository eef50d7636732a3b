import type { Warning } from "../book/book.ts";
import { pngSize } from "../image/png-size.ts";
import type { LeanPage } from "../page/lean-page.ts";
import type { Bindery, Comic } from "./comic.ts";
import { pixelWidth } from "./edition.ts";
import { pageSvg } from "./page-svg.ts";

/** Kobo shows no page of more than 3.8 million pixels; a little less, since sizes are rounded. */
const mostPixels = 3_790_000;

/** A page's picture; one that is too large for a reader is drawn anew as large as may be, since screentone that is made smaller shimmers. */
export async function epubPicture(page: LeanPage, { sheets, seed }: Comic, bindery: Bindery): Promise<Uint8Array> {
  const { artist, fonts, printOf, toPng, wholePage } = bindery;
  const picture = await printOf(page.number);
  const { width, height } = pngSize(picture);
  if (width * height <= mostPixels) return picture;
  return toPng(pageSvg(await wholePage(page), { artist, fonts, sheets, seed }), widestFor({ width, height }));
}

/** What the report says where an edition's pages are too large. */
export function epubWarnings({ cover, edition }: Pick<Comic, "cover" | "edition">): Warning[] {
  const width = pixelWidth(edition);
  if ((width * width * cover.height) / cover.width <= mostPixels) return [];
  const message = `The pages of the EPUB are ${widestFor(cover)} pixels wide instead of ${width}: readers show no more than 3.8 million pixels`;
  return [{ code: "F2", message }];
}

/** The greatest width in pixels of a page with these sides. */
function widestFor({ width, height }: { width: number; height: number }): number {
  return Math.floor(Math.sqrt((mostPixels * width) / height));
}

import type { Page } from "../page/page.ts";
import type { Bindery, Comic } from "./comic.ts";
import { type Edition, pixelWidth } from "./edition.ts";
import { pageSvg } from "./page-svg.ts";

/** The bleed of an edition in page units. */
export function bleedOf({ bleed, trim }: Edition, { width }: Pick<Page, "width">): number {
  return (bleed / trim.width) * width;
}

/** A page's picture with what lies beyond the cut. It is drawn for the printer alone, at the resolution of the edition. */
export function bledPicture(page: Page, { edition, sheets, seed }: Comic, bindery: Bindery): Promise<Uint8Array> {
  const { artist, fonts, toPng } = bindery;
  const bleed = bleedOf(edition, page);
  const width = Math.round(pixelWidth(edition) * (1 + (2 * bleed) / page.width));
  return toPng(pageSvg(page, { artist, sheets, fonts, seed }, bleed), width);
}

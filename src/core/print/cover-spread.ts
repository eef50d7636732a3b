import { short } from "../geometry/geometry.ts";
import { outlineOf } from "../lettering/outline-of.ts";
import { backCover } from "../page/back-cover.ts";
import { inJapanese } from "../page/own-words.ts";
import { type Page, pageSizeOf } from "../page/page.ts";
import { printLargest } from "../page/printed-words.ts";
import { bledPicture, bleedOf } from "./bled-picture.ts";
import type { Bindery, Comic, OutputFile } from "./comic.ts";
import { pdfSheet } from "./crop-marks.ts";
import { pixelWidth } from "./edition.ts";
import { labelPath } from "./label.ts";
import { type PdfLeaf, writePdf } from "./pdf-document.ts";
import { pdfFacts } from "./pdf-facts.ts";
import { invisibleWords } from "./pdf-words.ts";

/** Thickness of a leaf of book paper and of cover board, in millimetres: uncoated paper of about 90 g and board of about 250 g a square metre. */
const leafThickness = 0.11;
const boardThickness = 0.3;

/** Millimetres of spine for so many pages. */
function spineWidth(pages: number): number {
  return Math.ceil(pages / 2) * leafThickness + 2 * boardThickness;
}

/** A spine narrower than this, in millimetres, stays without letters: they could fold over its edge. */
const leastLettered = 5;

/**
 * The cover for printers: back, spine and front on one sheet as they lie when the open cover is seen from outside; the front is on
 * the right, or on the left of books that read from right to left.
 */
export function bindCoverSpread(comic: Comic, bindery: Bindery, path: string, pages: number): OutputFile {
  return {
    path,
    chunks: () => writePdf({ ...pdfFacts(comic), leaves: [spreadOf(comic, bindery, spineWidth(pages))] }),
  };
}

function spreadOf(comic: Comic, bindery: Bindery, spine: number): PdfLeaf {
  const { edition, script, cover } = comic;
  const { trim } = edition;
  const rtl = script.direction === "rtl";
  const sheet = pdfSheet({ width: 2 * trim.width + spine, height: trim.height }, edition.bleed);
  const cut = sheet.margin - sheet.bleed;
  const points = sheet.trim.height / trim.height;
  const side = { width: trim.width * points + 2 * sheet.bleed, height: sheet.height - 2 * cut };
  const right = sheet.width - cut - side.width;
  const place = (page: Page, x: number): PdfLeaf["pictures"][number] => ({
    png: () => bledPicture(page, comic, bindery),
    box: { x, y: cut, ...side },
  });
  const back = backOf(comic, bindery);
  return {
    sheet,
    label: inJapanese(comic.book) ? "表紙" : "Cover",
    bookmark: null,
    // The spine lies over the bleed of both sides.
    pictures: [
      place(back, rtl ? right : cut),
      place(cover, rtl ? cut : right),
      {
        png: () => spinePicture(comic, bindery, spine),
        box: { x: sheet.margin + trim.width * points, y: cut, width: spine * points, height: side.height },
      },
    ],
    words: (font) => {
      const scale = { width: sheet.trim.height / cover.height, height: sheet.trim.height / cover.height };
      return invisibleWords(cover, font, scale, rtl ? 0 : (trim.width + spine) * points);
    },
  };
}

function backOf({ title, book, story, script, edition }: Comic, { fonts }: Bindery): Page {
  return backCover({ title, book, story, direction: script.direction, size: pageSizeOf(edition) }, script, fonts);
}

/** White letters down a black spine: upright in Japanese, else lying with their feet to the front cover. */
function spinePicture(comic: Comic, { fonts, toPng }: Bindery, spine: number): Promise<Uint8Array> {
  const { edition, title, book, cover } = comic;
  const bleed = bleedOf(edition, cover);
  const width = (spine / edition.trim.width) * cover.width;
  const length = cover.height + 2 * bleed;
  const middle = { x: width / 2, y: length / 2 };
  const size = 0.55 * width;
  let letters = "";
  if (spine >= leastLettered && inJapanese(book)) {
    const set = {
      words: title,
      style: "lettered",
      vertical: true,
      language: "ja",
      width,
      height: 0.8 * length,
      prefer: 0.01,
    } as const;
    const [block] = printLargest(fonts, "spine", set, { ...middle, across: 0.5, down: 0.5 }, [3, 2.5, 2, 1.5, 1.2, 1]);
    letters = block ? `<path fill="#fff" d="${outlineOf(fonts, block.runs, block.centre)}"/>` : "";
  } else if (spine >= leastLettered) {
    const line = labelPath(fonts, title, { centre: { x: 0, y: 0.35 * size }, size, widest: 0.8 * length });
    letters = `<path fill="#fff" transform="translate(${short(middle.x)} ${short(middle.y)}) rotate(90)" d="${line}"/>`;
  }
  const box = `width="${short(width)}" height="${short(length)}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box} viewBox="0 0 ${short(width)} ${short(length)}"><rect ${box}/>${letters}</svg>`;
  return toPng(svg, Math.max(1, Math.round((spine / edition.trim.width) * pixelWidth(edition))));
}

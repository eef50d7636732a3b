import type { LeanPage } from "../page/lean-page.ts";
import { inJapanese } from "../page/own-words.ts";
import { bledPicture } from "./bled-picture.ts";
import type { Binder, Bindery, Comic } from "./comic.ts";
import { bindCoverSpread } from "./cover-spread.ts";
import { pdfSheet } from "./crop-marks.ts";
import { contentsStarts } from "./episode-starts.ts";
import { type PdfLeaf, writePdf } from "./pdf-document.ts";
import { pdfFacts } from "./pdf-facts.ts";
import { invisibleWords } from "./pdf-words.ts";

/**
 * The comic as PDF (F3): the pictures at trim size with the words under them as invisible text. For printers, with bleed, the pages
 * of the book block alone, title page on the right of its own leaf, and the cover as a file of its own.
 */
export const bindPdf: Binder = (comic, bindery, name) => {
  const leaves = comic.edition.bleed > 0 ? blockLeaves(comic, bindery) : screenLeaves(comic, bindery);
  const block = { path: `${name}.pdf`, chunks: () => writePdf({ ...pdfFacts(comic), leaves }) };
  return comic.edition.bleed > 0
    ? [block, bindCoverSpread(comic, bindery, `${name}-cover.pdf`, leaves.length)]
    : [block];
};

function screenLeaves(comic: Comic, bindery: Bindery): PdfLeaf[] {
  const parts = partNames(comic);
  return [comic.cover, ...comic.pages].map((page) => leafOf(page, parts, comic, bindery));
}

/** The title page on the first page of its leaf, empty pages where the story or the end of the block asks for them, the credits last. */
function blockLeaves(comic: Comic, bindery: Bindery): PdfLeaf[] {
  const parts = partNames(comic);
  const { direction } = comic.script;
  const empty: PdfLeaf = { sheet: sheetOf(comic), label: "", bookmark: null, pictures: [], words: () => "" };
  const [title, ...rest] = comic.pages.map((page) => leafOf(page, parts, comic, bindery));
  const credits = rest.pop();
  if (!title || !credits) return [];
  // The first page of a leaf is a right page, in books that read from right to left a left one.
  const opensLeaf = (comic.pages[1]?.side === "right") === (direction === "ltr");
  const block = [title, ...(opensLeaf ? [empty] : []), ...rest];
  return [...block, ...(block.length % 2 === 0 ? [empty] : []), credits];
}

function leafOf(page: LeanPage, parts: ReadonlyMap<number, string>, comic: Comic, bindery: Bindery): PdfLeaf {
  const sheet = sheetOf(comic);
  const cut = sheet.margin - sheet.bleed;
  // Pictures of pages end at the cut: one that goes on beyond it is drawn once more.
  const png = async () =>
    sheet.bleed > 0 ? bledPicture(await bindery.wholePage(page), comic, bindery) : bindery.printOf(page.number);
  const box = { x: cut, y: cut, width: sheet.width - 2 * cut, height: sheet.height - 2 * cut };
  return {
    sheet,
    label: labelOf(page, inJapanese(comic.book)),
    bookmark: parts.get(page.number) ?? null,
    pictures: [{ png, box }],
    words: async (font) => {
      const points = { width: sheet.trim.width / page.width, height: sheet.trim.height / page.height };
      return invisibleWords(await bindery.wholePage(page), font, points);
    },
  };
}

const sheetOf = ({ edition }: Comic): PdfLeaf["sheet"] => pdfSheet(edition.trim, edition.bleed);

function labelOf({ number, role }: LeanPage, japanese: boolean): number | string {
  if (number === 0) return japanese ? "表紙" : "Cover";
  if (role === "title") return japanese ? "扉" : "Title";
  if (role === "credits") return japanese ? "奥付" : "Credits";
  return number;
}

/** Names of episodes and chapters by the number of their first page. */
function partNames(comic: Comic): Map<number, string> {
  const unnamed = (part: number): string => (inJapanese(comic.book) ? `第${part}話` : `Part ${part}`);
  return new Map(contentsStarts(comic).map(({ page, title }, i) => [page, title ?? unnamed(i + 1)]));
}

import { zlibSync } from "fflate";
import type { Rect } from "../geometry/geometry.ts";
import { utf8 } from "./comic.ts";
import { cropMarks, pdfBoxes, type PdfSheet } from "./crop-marks.ts";
import { createPdfFile, type PdfFile, type PdfId, pdfNumber, pdfText } from "./pdf-file.ts";
import { createPdfFont, type PdfFont } from "./pdf-font.ts";
import { pdfPicture } from "./pdf-picture.ts";
import { fontNames } from "./pdf-words.ts";

/** What a PDF shows, leaf by leaf; pictures are made when their turn comes (F6). */
export interface PdfDocument {
  /** The information dictionary, and the same as XMP. */
  info: string;
  xmp: string;
  language: string | null;
  direction: "ltr" | "rtl";
  /** Identifies the document in 32 hexadecimal digits. */
  fingerprint: string;
  leaves: readonly PdfLeaf[];
}

export interface PdfLeaf {
  sheet: PdfSheet;
  /** What a program calls the page: a number or a name. */
  label: number | string;
  /** Name of the part that begins here, or null. */
  bookmark: string | null;
  /** Back to front; the box in points, origin at the foot of the sheet. */
  pictures: readonly { png(): Promise<Uint8Array>; box: Rect }[];
  /** Operators of the invisible text, origin at the foot of the cut page. */
  words(font: PdfFont): string | Promise<string>;
}

/** Page tree, outline and metadata have their numbers from the start; pages point at them. */
interface Parts {
  file: PdfFile;
  font: PdfFont;
  tree: PdfId;
}

/** Writes the document from the first byte to the last, with one page in memory. Source: ISO 32000-1. */
export async function* writePdf(document: PdfDocument): AsyncGenerator<Uint8Array> {
  const file = createPdfFile();
  yield file.begin();
  const [catalog, tree, outline] = [file.reserve(), file.reserve(), file.reserve()];
  const [info, metadata] = [file.reserve(), file.reserve()];
  const font = createPdfFont(file);
  const pages: PdfId[] = [];
  for (const leaf of document.leaves) pages.push(yield* writeLeaf(leaf, { file, font, tree }));
  yield* font.write();
  yield file.object(tree, `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((id) => `${id} 0 R`).join(" ")}]>>`);
  yield* writeOutline(document, pages, outline, file);
  yield file.object(info, document.info);
  yield* file.stream(metadata, "/Type/Metadata/Subtype/XML", utf8(document.xmp));
  yield file.object(
    catalog,
    [
      `<</Type/Catalog/Pages ${tree} 0 R/Outlines ${outline} 0 R/Metadata ${metadata} 0 R`,
      document.language ? `/Lang ${pdfText(document.language)}` : "",
      `/PageLabels<</Nums[${document.leaves.map(({ label }, i) => `${i}${labelEntry(label)}`).join("")}]>>`,
      // A cover stands alone, on the right or, read from the right, on the left; then two pages face each other.
      `/PageLayout/TwoPageRight/PageMode/UseNone`,
      `/ViewerPreferences<</DisplayDocTitle true/Direction/${document.direction === "rtl" ? "R2L" : "L2R"}>>>>`,
    ].join(""),
  );
  yield file.end(catalog, info, document.fingerprint);
}

function labelEntry(label: number | string): string {
  return typeof label === "number" ? `<</S/D/St ${label}>>` : `<</P ${pdfText(label)}>>`;
}

/** Writes a page with its pictures and words; gives its number. */
async function* writeLeaf(leaf: PdfLeaf, { file, font, tree }: Parts): AsyncGenerator<Uint8Array, PdfId> {
  const { sheet } = leaf;
  const n = pdfNumber;
  const ids: PdfId[] = [];
  let content = "";
  for (const { png, box } of leaf.pictures) {
    const { entries, data } = pdfPicture(await png());
    const id = file.reserve();
    yield* file.stream(id, entries, data);
    content += `q ${n(box.width)} 0 0 ${n(box.height)} ${n(box.x)} ${n(box.y)} cm /P${ids.length} Do Q\n`;
    ids.push(id);
  }
  content += `${cropMarks(sheet)}q 1 0 0 1 ${n(sheet.margin)} ${n(sheet.margin)} cm\n${await leaf.words(font)}Q\n`;
  const [contents, page] = [file.reserve(), file.reserve()];
  yield* file.stream(contents, "/Filter/FlateDecode", zlibSync(utf8(content)));
  const pictures = ids.map((id, i) => `/P${i} ${id} 0 R`).join("");
  const fonts = `${fontNames.across} ${font.across} 0 R${fontNames.down} ${font.down} 0 R`;
  yield file.object(
    page,
    `<</Type/Page/Parent ${tree} 0 R${pdfBoxes(sheet)}/Resources<</XObject<<${pictures}>>/Font<<${fonts}>>>>/Contents ${contents} 0 R>>`,
  );
  return page;
}

/** The outline: a row of parts, each pointing at the top of its first page. */
function* writeOutline(
  { leaves }: PdfDocument,
  pages: readonly PdfId[],
  outline: PdfId,
  file: PdfFile,
): Generator<Uint8Array> {
  const parts = leaves.flatMap(({ bookmark }, i) => (bookmark === null ? [] : [{ bookmark, page: pages[i] ?? 0 }]));
  const ids = parts.map(() => file.reserve());
  const link = (name: string, id: PdfId | undefined): string => (id === undefined ? "" : `/${name} ${id} 0 R`);
  for (const [i, { bookmark, page }] of parts.entries())
    yield file.object(
      ids[i] ?? 0,
      `<</Title ${pdfText(bookmark)}/Parent ${outline} 0 R${link("Prev", ids[i - 1])}${link("Next", ids[i + 1])}/Dest[${page} 0 R/Fit]>>`,
    );
  yield file.object(
    outline,
    `<</Type/Outlines${link("First", ids[0])}${link("Last", ids.at(-1))}/Count ${parts.length}>>`,
  );
}

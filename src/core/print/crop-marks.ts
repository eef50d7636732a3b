import type { Trim } from "./edition.ts";
import { pdfNumber } from "./pdf-file.ts";

/** A sheet of a PDF in points, origin at its foot: the cut page in the middle, picture beyond the cut, marks outside. */
export interface PdfSheet {
  width: number;
  height: number;
  /** From the edge of the sheet to the cut, and from the cut to the end of the picture. */
  margin: number;
  bleed: number;
  /** Size of the cut page. */
  trim: Trim;
}

const pointsPerMillimetre = 72 / 25.4;
/** Marks are so long, stand so far off the picture and are so wide, in millimetres. */
const mark = { length: 5, off: 1, width: 0.09 } as const;

/** The sheet for a page in millimetres; just the page where nothing is cut. */
export function pdfSheet(trim: Trim, bleed: number): PdfSheet {
  const points = (millimetres: number): number => millimetres * pointsPerMillimetre;
  const margin = bleed > 0 ? points(bleed + mark.off + mark.length) : 0;
  return {
    width: points(trim.width) + 2 * margin,
    height: points(trim.height) + 2 * margin,
    margin,
    bleed: points(bleed),
    trim: { width: points(trim.width), height: points(trim.height) },
  };
}

/** `MediaBox`, `BleedBox` and `TrimBox` of a sheet. */
export function pdfBoxes({ width, height, margin, bleed }: PdfSheet): string {
  const box = (name: string, inset: number): string =>
    `/${name}[${[inset, inset, width - inset, height - inset].map(pdfNumber).join(" ")}]`;
  return box("MediaBox", 0) + box("BleedBox", margin - bleed) + box("TrimBox", margin);
}

/** Two hairlines at each corner that show where to cut; they end before the picture begins. Nothing where nothing is cut. */
export function cropMarks({ width, height, margin, bleed }: PdfSheet): string {
  if (margin === 0) return "";
  const [n, millimetre] = [pdfNumber, pointsPerMillimetre];
  const end = margin - bleed - mark.off * millimetre;
  const line = (x1: number, y1: number, x2: number, y2: number): string =>
    `${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S\n`;
  const lines = [margin, height - margin].flatMap((y) => [line(0, y, end, y), line(width - end, y, width, y)]);
  const columns = [margin, width - margin].flatMap((x) => [line(x, 0, x, end), line(x, height - end, x, height)]);
  return `q ${n(mark.width * millimetre)} w 0 G\n${[...lines, ...columns].join("")}Q\n`;
}

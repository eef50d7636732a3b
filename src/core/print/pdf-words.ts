import type { Balloon, Page, SoundLetters } from "../page/page.ts";
import type { PdfFont } from "./pdf-font.ts";
import { pdfNumber } from "./pdf-file.ts";

/** A line or column of letters on a page, in page units. */
interface Line {
  text: string;
  vertical: boolean;
  /** Left end of the base line, or the middle of the head of the column. */
  x: number;
  y: number;
  /** Type size, and the length of the line. */
  size: number;
  length: number;
}

/** Names of the font in the resources of a page, across and down. */
export const fontNames = { across: "/A", down: "/D" } as const;

/**
 * The words of a page as invisible text, each line over its letters: balloons and sounds in the order in which they are read (F3).
 * `points` is what a page unit is in points, along and down the page. Text in rendering mode 3 paints nothing.
 * `left` is where the page begins on its sheet, in points.
 */
export function invisibleWords(page: Page, font: PdfFont, points: { width: number; height: number }, left = 0): string {
  const lines = page.panels.flatMap(({ balloons, sounds }) => {
    const [said, heard] = [balloons.flatMap(linesOf), sounds.map(lineOfSound)];
    // The title of a cover is drawn as sounds are, and comes before the names.
    return page.number === 0 ? [...heard, ...said] : [...said, ...heard];
  });
  const across = (value: number): string => pdfNumber(value * points.width);
  const down = (value: number): string => pdfNumber(value * points.height);
  return lines
    .map(({ text, vertical, x, y, size, length }) => {
      // A code is one em wide; in a column letters are too, and only a line across has to be stretched to its length.
      const stretch = vertical ? 100 : (100 * length) / (Array.from(text).length * size);
      const name = vertical ? fontNames.down : fontNames.across;
      return `BT 3 Tr ${name} ${across(size)} Tf ${pdfNumber(stretch)} Tz 1 0 0 1 ${pdfNumber(left + x * points.width)} ${down(page.height - y)} Tm <${font.encode(text)}> Tj ET\n`;
    })
    .join("");
}

interface Pen {
  x: number;
  y: number;
}

/** The words of a balloon, dealt to the lines that its letters stand in. */
function linesOf({ words, runs, centre, size, radiusX, radiusY }: Balloon): Line[] {
  // Readings beside a word are half as large and no words of their own.
  const pens = runs.filter((run) => run.size > 0.6 * size).flatMap(({ glyphs }) => glyphs);
  const vertical = isDown(pens);
  const rows = rowsOf(pens, vertical, size);
  const parts = dealt(
    words,
    rows.map(({ length }) => length),
  );
  return rows.flatMap((row, i) => {
    const text = parts[i] ?? "";
    if (text.trim() === "") return [];
    const along = row.map(({ x, y }) => (vertical ? y : x));
    const length = Math.min(Math.max(...along) - Math.min(...along) + 0.6 * size, 2 * (vertical ? radiusY : radiusX));
    const [x, y] = vertical ? [middle(row), Math.min(...along) - 0.88 * size] : [Math.min(...along), row[0]?.y ?? 0];
    return [{ text, vertical, x: centre.x + x, y: centre.y + y, size, length }];
  });
}

const middle = (row: readonly Pen[]): number => row.reduce((sum, { x }) => sum + x, 0) / row.length;

/** Whether the pen goes down the page rather than across it. */
function isDown(pens: readonly Pen[]): boolean {
  const steps = pens.slice(1).map(({ x, y }, i) => ({ x: x - (pens[i]?.x ?? x), y: y - (pens[i]?.y ?? y) }));
  return steps.filter(({ x, y }) => y > Math.abs(x)).length * 2 > steps.length;
}

/** Letters by the line they stand in: lines from the top, columns from the right. */
function rowsOf(pens: readonly Pen[], vertical: boolean, size: number): Pen[][] {
  const across = ({ x, y }: Pen): number => (vertical ? -x : y);
  const rows: Pen[][] = [];
  for (const pen of [...pens].sort((a, b) => across(a) - across(b))) {
    const row = rows.at(-1);
    if (row?.[0] && across(pen) - across(row[0]) < 0.7 * size) row.push(pen);
    else rows.push([pen]);
  }
  return rows;
}

/** The words cut to lines of so many letters, spaces not counted; the last line takes what is left. */
function dealt(words: string, counts: readonly number[]): string[] {
  const letters = Array.from(words);
  let at = 0;
  return counts.map((count, line) => {
    let part = "";
    for (
      let left = count;
      at < letters.length && (left > 0 || line === counts.length - 1 || letters[at] === " ");
      at++
    ) {
      part += letters[at] ?? "";
      if (!/\s/u.test(letters[at] ?? "")) left--;
    }
    return part;
  });
}

function lineOfSound({ text, box }: SoundLetters): Line {
  const vertical = box.height > 1.4 * box.width && Array.from(text).length > 1;
  const size = vertical ? box.height / Array.from(text).length : 0.8 * box.height;
  return vertical
    ? { text, vertical, x: box.x + box.width / 2, y: box.y, size, length: box.height }
    : { text, vertical, x: box.x, y: box.y + 0.9 * box.height, size, length: box.width };
}

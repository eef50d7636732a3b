import type { Point } from "../geometry/geometry.ts";
import type { Fonts, ShapedGlyph } from "./fonts.ts";
import { japaneseCells } from "./japanese-cells.ts";
import { capitals, tidyLatin } from "./latin-text.ts";
import type { FontName } from "./lettering.ts";

/** A letter of a sound word before it is slanted and placed, in ems, y down. */
export interface SoundStamp {
  outline: { type: string; points: Point[] }[];
  /** Small kana stay smaller than their neighbours however loud they are: ガタッ is not ガタツ. */
  small: boolean;
  /** How much of the line (or column) it takes. */
  length: number;
  /** Middle of its ink. */
  middle: Point;
}

const soundFonts: readonly FontName[] = [
  "latin-sound",
  "japanese-sound",
  "latin-stress",
  "japanese-shout",
  "japanese-speech",
];
const smallKana = /^[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]$/u;
/** What is added to a space, so that words stay apart in spite of the border. */
const wordGap = 0.2;
/** Room between the ink of letters under each other, in ems. */
const columnGap = 0.05;

/** The letters of a sound word in the heaviest font that has them; none where no font has ink for it (emoji, spaces). */
export function soundStamps(fonts: Fonts, text: string, vertical: boolean): SoundStamp[] {
  return vertical ? columnStamps(fonts, text) : lineStamps(fonts, text);
}

function fontFor(fonts: Fonts, text: string): FontName | null {
  return soundFonts.find((name) => fonts.covers(name, text)) ?? null;
}

/** Letters beside each other, their origins on the baseline. */
function lineStamps(fonts: Fonts, text: string): SoundStamp[] {
  const stamps: SoundStamp[] = [];
  for (const letter of capitals(tidyLatin(text, ""), null).trim()) {
    const font = fontFor(fonts, letter);
    if (font === null) continue;
    const { glyphs, advance } = fonts.shape(font, letter, "across");
    const stamp = stampOf(fonts, font, glyphs, { x: 0, y: 0 });
    const last = stamps.at(-1);
    // A space moves the pen and prints nothing.
    if (stamp) stamps.push({ ...stamp, small: smallKana.test(letter), length: advance * 0.97 });
    else if (last) last.length += advance + wordGap;
  }
  return stamps;
}

/** Letters under each other, close by their ink; their x is relative to the middle of the column. */
function columnStamps(fonts: Fonts, text: string): SoundStamp[] {
  const stamps: SoundStamp[] = [];
  const { cells } = japaneseCells({
    runs: [{ text, ruby: null, emphasis: false }],
    style: "shout",
    vertical: true,
    language: "ja",
  });
  for (const cell of cells) {
    const font = fontFor(fonts, cell.text);
    if (font === null || cell.kind === "blank") continue;
    const pair = cell.kind === "pair";
    const { glyphs, advance } = fonts.shape(font, cell.text, pair ? "across" : "down");
    const stamp = stampOf(fonts, font, glyphs, { x: pair ? -advance / 2 : 0, y: 0 });
    if (!stamp) continue;
    const ys = stamp.outline.flatMap((command) => command.points.map((point) => point.y));
    const top = Math.min(...ys);
    stamps.push({
      small: smallKana.test(cell.text),
      outline: stamp.outline.map(({ type, points }) => ({
        type,
        points: points.map((p) => ({ x: p.x, y: p.y - top })),
      })),
      middle: { x: stamp.middle.x, y: stamp.middle.y - top },
      length: Math.max(...ys) - top + columnGap,
    });
  }
  return stamps;
}

function stampOf(
  fonts: Fonts,
  font: FontName,
  glyphs: readonly ShapedGlyph[],
  origin: Point,
): Pick<SoundStamp, "outline" | "middle"> | null {
  const outline = glyphs.flatMap((glyph) =>
    fonts.outline(font, glyph.id).map(({ type, points }) => ({
      type,
      points: pointsOf(points, { x: origin.x + glyph.x, y: origin.y + glyph.y }),
    })),
  );
  const all = outline.flatMap((command) => command.points);
  if (all.length === 0) return null;
  const xs = all.map((point) => point.x);
  const ys = all.map((point) => point.y);
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  return { outline, middle };
}

function pointsOf(numbers: readonly number[], origin: Point): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2)
    points.push({ x: origin.x + (numbers[i] ?? 0), y: origin.y + (numbers[i + 1] ?? 0) });
  return points;
}

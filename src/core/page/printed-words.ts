import type { Point } from "../geometry/geometry.ts";
import type { Setter } from "../lettering/fitted.ts";
import type { Fonts } from "../lettering/fonts.ts";
import type { GlyphRun, LetteringText, SetBlock } from "../lettering/lettering.ts";
import * as japanese from "../lettering/set-japanese.ts";
import * as latin from "../lettering/set-latin.ts";
import type { Balloon } from "./page.ts";

/** Words of the book's own pages: on the paper, without a box. */
export interface PrintedWords {
  words: string;
  /** `lettered` is centred, `narration` flush left, `letter` its italic. */
  style: "lettered" | "narration" | "letter";
  vertical: boolean;
  language: string | null;
  /** Times the type size of the style. */
  scale: number;
  /** Room in page units. */
  width: number;
  height: number;
  /** Wished width divided by height. */
  prefer?: number;
}

/** Where a block goes: the point of the page, and which part of the block lies on it, from 0 (left, top) to 1. */
export interface Anchor extends Point {
  across: number;
  down: number;
}

const nowhere = { start: 0, end: 0 };

/** Sets words at a place of a page; null where they do not fit the room at their size. */
export function printWords(fonts: Fonts, name: string, printed: PrintedWords, at: Anchor): Balloon | null {
  const { words, style, vertical, language, scale } = printed;
  const text: LetteringText = { runs: [{ text: words, ruby: null, emphasis: false }], style, vertical, language };
  const block = setIn(vertical ? japanese.setterOf(fonts, text) : latin.setterOf(fonts, text), printed);
  if (!block) return null;
  const [radiusX, radiusY] = [(block.width * scale) / 2, (block.height * scale) / 2];
  return {
    text: name,
    kind: "narration",
    speaker: null,
    source: nowhere,
    words,
    centre: { x: at.x + (1 - 2 * at.across) * radiusX, y: at.y + (1 - 2 * at.down) * radiusY },
    radiusX,
    radiusY,
    // No box is drawn round them.
    outline: "",
    extra: null,
    tail: null,
    runs: block.runs.map((run) => enlarged(run, scale)),
    size: block.size * scale,
  };
}

/** The same in the largest of some sizes that fits, none where not even the smallest does. */
export function printLargest(
  fonts: Fonts,
  name: string,
  printed: Omit<PrintedWords, "scale">,
  at: Anchor,
  scales: readonly number[],
): Balloon[] {
  for (const scale of scales) {
    const made = printWords(fonts, name, { ...printed, scale }, at);
    if (made) return [made];
  }
  return [];
}

function setIn(setter: Setter, { scale, width, height, prefer }: PrintedWords): SetBlock | null {
  const limits = { maxWidth: width / scale, maxHeight: height / scale, ...(prefer === undefined ? {} : { prefer }) };
  return setter.caption(limits)?.block ?? null;
}

function enlarged({ size, glyphs, ...hand }: GlyphRun, scale: number): GlyphRun {
  return { ...hand, size: size * scale, glyphs: glyphs.map(({ id, x, y }) => ({ id, x: x * scale, y: y * scale })) };
}

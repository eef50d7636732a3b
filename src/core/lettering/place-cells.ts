import type { Fonts, InkBox } from "./fonts.ts";
import type { Cell, CellText, RubyGroup } from "./japanese-cells.ts";
import { rubyOverhang } from "./japanese-cells.ts";
import type { FontName, GlyphRun } from "./lettering.ts";
import type { TypeStyle } from "./type-styles.ts";

/** Ruby is set at half the size of its letters (L3). */
export const rubySize = 0.5;
/** From the middle of a column to the middle of its ruby, in ems of the text. */
const rubyOffset = 0.5 + rubySize / 2;
/** Characters that fonts lack, and what printers set for them. */
const standIns: Readonly<Record<string, string>> = { "―": "—", "〜": "~", "‥": "…", "﹅": "•", "！": "!", "？": "?" };
/** Shown where no font has the character (GETA MARK). */
const missing = "〓";

/** Gathers glyphs by font, size and stretch. */
export interface GlyphSink {
  runs: Map<string, GlyphRun>;
}

/** A column: its middle, its head, and which cells stand in it. Page units. */
export interface Column {
  x: number;
  top: number;
  from: number;
  to: number;
}

/** Adds the glyphs of a column, its ruby and its emphasis dots. */
export function placeColumn(fonts: Fonts, text: CellText, style: TypeStyle, column: Column, sink: GlyphSink): void {
  const { size } = style;
  let pen = column.top;
  const tops: number[] = [];
  for (let i = column.from; i < column.to; i++) {
    const cell = text.cells[i];
    if (!cell) continue;
    tops[i] = pen;
    const centre = pen + (cell.advance * size) / 2;
    if (cell.kind === "pair") placePair(fonts, cell, style, column.x, centre, sink);
    else if (cell.kind === "letter") placeLetter(fonts, cell.text, style, size, column.x, centre, sink);
    if (cell.emphasis && cell.kind === "letter" && /[\p{L}\p{N}]/u.test(cell.text))
      placeCentred(fonts, "﹅", style, size * rubySize, column.x + rubyOffset * size, centre, sink);
    pen += cell.advance * size;
  }
  for (const group of text.groups)
    if (group.from >= column.from && group.to <= column.to)
      placeRuby(fonts, text, group, style, column, tops[group.from] ?? column.top, sink);
}

/** The first font that has the text, standing in other characters where none has it. */
function choose(fonts: Fonts, text: string, style: TypeStyle): { font: FontName; text: string } {
  for (const wanted of [text, standIns[text], missing]) {
    if (wanted === undefined) continue;
    // A stand-in from the text's own font looks better than the right character from a stranger.
    const own = standIns[text] !== undefined && wanted === text ? [style.font] : [style.font, ...style.fallback];
    const font = own.find((name) => fonts.covers(name, wanted));
    if (font) return { font, text: wanted };
  }
  return { font: style.font, text: missing };
}

function add(sink: GlyphSink, font: FontName, size: number, stretch: number, id: number, x: number, y: number): void {
  const key = `${font} ${size} ${stretch}`;
  const run = sink.runs.get(key) ?? { font, size, stretch, glyphs: [] };
  sink.runs.set(key, run);
  run.glyphs.push({ id, x, y });
}

/** A letter in the font's vertical form, its square centred on a point of the column. */
function placeLetter(
  fonts: Fonts,
  letter: string,
  style: TypeStyle,
  size: number,
  x: number,
  centre: number,
  sink: GlyphSink,
): void {
  const chosen = choose(fonts, letter, style);
  const shaped = fonts.shape(chosen.font, chosen.text, "down");
  const top = centre - (shaped.advance * size) / 2;
  for (const glyph of shaped.glyphs)
    add(sink, chosen.font, size, 1, glyph.id, x + glyph.x * size, top + glyph.y * size);
}

/** Two or three upright characters in one square, the ink centred in it both ways and condensed to its width. */
function placePair(fonts: Fonts, cell: Cell, style: TypeStyle, x: number, centre: number, sink: GlyphSink): void {
  const chosen = choose(fonts, cell.text, style);
  const { glyphs } = fonts.shape(chosen.font, chosen.text, "across");
  const box = inkOf(fonts, chosen.font, glyphs);
  if (!box) return;
  const stretch = Math.min(1, Math.round((0.96 / (box.right - box.left)) * 1000) / 1000);
  const left = x - ((box.left + box.right) / 2) * style.size * stretch;
  const baseline = centre - ((box.top + box.bottom) / 2) * style.size;
  for (const glyph of glyphs)
    add(
      sink,
      chosen.font,
      style.size,
      stretch,
      glyph.id,
      left + glyph.x * style.size * stretch,
      baseline + glyph.y * style.size,
    );
}

function placeCentred(
  fonts: Fonts,
  letter: string,
  style: TypeStyle,
  size: number,
  x: number,
  y: number,
  sink: GlyphSink,
): void {
  const chosen = choose(fonts, letter, style);
  const { glyphs } = fonts.shape(chosen.font, chosen.text, "across");
  const box = inkOf(fonts, chosen.font, glyphs);
  if (!box) return;
  const left = x - ((box.left + box.right) / 2) * size;
  const baseline = y - ((box.top + box.bottom) / 2) * size;
  for (const glyph of glyphs)
    add(sink, chosen.font, size, 1, glyph.id, left + glyph.x * size, baseline + glyph.y * size);
}

function inkOf(fonts: Fonts, font: FontName, glyphs: readonly { id: number; x: number; y: number }[]): InkBox | null {
  const all: InkBox = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const glyph of glyphs) {
    const box = fonts.inkBox(font, glyph.id);
    if (!box) continue;
    all.left = Math.min(all.left, glyph.x + box.left);
    all.top = Math.min(all.top, glyph.y + box.top);
    all.right = Math.max(all.right, glyph.x + box.right);
    all.bottom = Math.max(all.bottom, glyph.y + box.bottom);
  }
  return all.left < all.right ? all : null;
}

/** Where the ruby of a group begins and how far apart its letters stand, in ems from the top of the group. */
export function rubySpread(
  text: CellText,
  group: RubyGroup,
  from: number,
  to: number,
): { start: number; pitch: number } {
  const count = group.reading.length;
  const base = text.cells.slice(group.from, group.to).reduce((sum, cell) => sum + cell.advance, 0);
  const long = count * rubySize;
  if (long <= base) {
    // Half a gap before and after, a whole gap between (JLREQ 3.3.6).
    const pitch = base / count;
    return { start: (pitch - rubySize) / 2, pitch };
  }
  // At the head of a column a little may stand out over it; else ruby leans over kana only.
  const above = group.from === from ? 0.25 : rubyOverhang(text.cells[group.from - 1]);
  const below = group.to === to ? 0.5 : rubyOverhang(text.cells[group.to]);
  const over = Math.min(long - base, above + below);
  const start = -Math.min(above, Math.max(over / 2, over - below));
  return { start, pitch: Math.min(rubySize, (base + over) / count) };
}

function placeRuby(
  fonts: Fonts,
  text: CellText,
  group: RubyGroup,
  style: TypeStyle,
  column: Column,
  top: number,
  sink: GlyphSink,
): void {
  const { start, pitch } = rubySpread(text, group, column.from, column.to);
  const size = style.size * rubySize;
  let centre = top + start * style.size + size / 2;
  for (const letter of group.reading) {
    placeLetter(fonts, letter, style, size, column.x + rubyOffset * style.size, centre, sink);
    centre += pitch * style.size;
  }
}

import type { Point } from "../geometry/geometry.ts";
import { balloonAroundBody, balloonPadding, bodyInside, captionPadding, kindOfStyle } from "./balloon-body.ts";
import type { BrokenColumns, ColumnText } from "./break-columns.ts";
import { breakColumns, columnText } from "./break-columns.ts";
import type { FittedBalloon, FittedCaption, Limits } from "./fitted.ts";
import type { Fonts } from "./fonts.ts";
import type { CellText } from "./japanese-cells.ts";
import { japaneseCells } from "./japanese-cells.ts";
import type { LetteringText, SetBlock } from "./lettering.ts";
import type { Column } from "./place-cells.ts";
import { placeColumn, rubySize, rubySpread } from "./place-cells.ts";
import { smallestSuperellipse } from "./superellipse.ts";
import type { TypeStyle } from "./type-styles.ts";
import { typeStyleOf } from "./type-styles.ts";

/** A balloon of vertical text is higher than wide. */
const usualRatio = 0.72;
/** Columns of a balloon: four are usual, six the extreme; letters in one: eight and ten (L3). */
const usual = { columns: 4, letters: 8 } as const;
const extreme = { columns: 6, letters: 10 } as const;
/** Columns tried at most. */
const mostColumns = 16;
/** Distance of columns in ems where ruby or emphasis dots stand between them: half an em. */
const rubyLeading = 1.52;

/** Where every column of a block stands, and the box around all ink, in page units around 0, 0. */
interface Block {
  columns: Column[];
  corners: Point[];
  halfWidth: number;
  halfHeight: number;
}

/** The smallest pleasing balloon around vertical Japanese text, or null where it does not fit at its size (L3, L4). */
export function fitBalloon(fonts: Fonts, text: LetteringText, limits: Limits): FittedBalloon | null {
  const style = withRubyLeading(typeStyleOf(text), text);
  const cells = japaneseCells(text);
  if (cells.cells.length === 0) return null;
  const kind = kindOfStyle(text.style);
  const most = bodyInside(kind, { radiusX: limits.maxWidth / 2, radiusY: limits.maxHeight / 2 });
  const inkArea = cells.cells.reduce((sum, cell) => sum + cell.advance, 0) * style.size * style.size * style.leading;
  let best: { broken: BrokenColumns; block: Block; radiusX: number; radiusY: number } | null = null;
  let bestScore = Infinity;
  for (const { broken, most: letters } of candidates(columnText(cells), style, limits)) {
    const block = blockOf(cells, broken, style);
    const shape = smallestSuperellipse(padded(block.corners, style.size), most, limits.prefer ?? usualRatio);
    if (!shape) continue;
    const score = (4 * shape.cost) / inkArea + broken.cost + lengthCost(letters, broken.ends.length);
    if (score >= bestScore) continue;
    bestScore = score;
    best = { broken, block, radiusX: shape.radiusX, radiusY: shape.radiusY };
  }
  if (best === null) return null;
  return { block: setBlock(fonts, cells, best.broken, best.block, style), ...balloonAroundBody(kind, best) };
}

/** A rectangular box around vertical text; null where it does not fit at its size (L4). */
export function fitCaption(fonts: Fonts, text: LetteringText, limits: Limits): FittedCaption | null {
  const style = withRubyLeading(typeStyleOf(text), text);
  const cells = japaneseCells(text);
  if (cells.cells.length === 0) return null;
  let best: { broken: BrokenColumns; block: Block; width: number; height: number } | null = null;
  let bestScore = Infinity;
  for (const { broken } of candidates(columnText(cells), style, limits)) {
    const block = blockOf(cells, broken, style);
    const width = 2 * block.halfWidth + 2 * style.size * captionPadding.across;
    const height = 2 * block.halfHeight + 2 * style.size * captionPadding.down;
    if (width > limits.maxWidth || height > limits.maxHeight) continue;
    const score = Math.abs(Math.log(width / height / (limits.prefer ?? usualRatio))) + broken.cost;
    if (score >= bestScore) continue;
    bestScore = score;
    best = { broken, block, width, height };
  }
  if (best === null) return null;
  return { block: setBlock(fonts, cells, best.broken, best.block, style), width: best.width, height: best.height };
}

function withRubyLeading(style: TypeStyle, text: LetteringText): TypeStyle {
  const beside = text.runs.some((run) => run.emphasis || (run.ruby !== null && run.ruby !== ""));
  return beside ? { ...style, leading: rubyLeading } : style;
}

/** Every number of columns, each with a few lengths from the shortest that works: longer ones split fewer words. */
function candidates(text: ColumnText, style: TypeStyle, limits: Limits): { broken: BrokenColumns; most: number }[] {
  const longest = Math.min((text.starts.at(-1) ?? 0) + 0.5, limits.maxHeight / style.size);
  const mostCount = Math.min(
    mostColumns,
    text.endCost.length,
    Math.ceil(limits.maxWidth / (style.size * style.leading)),
  );
  const total = text.starts.at(-1) ?? 0;
  const found: { broken: BrokenColumns; most: number }[] = [];
  const seen = new Set<string>();
  for (let count = 1; count <= mostCount; count++) {
    let tries = 0;
    for (
      let most = Math.max(1, Math.ceil((2 * (total - 0.5 * count)) / count) / 2);
      tries < 9 && most <= longest;
      most += 0.5
    ) {
      const broken = breakColumns(text, count, most);
      const key = broken?.ends.join(" ");
      if (broken && key !== undefined && !seen.has(key)) found.push({ broken, most: Math.max(...broken.lengths) });
      if (key !== undefined) seen.add(key);
      if (broken || tries > 0) tries++;
    }
  }
  return found;
}

function lengthCost(letters: number, columns: number): number {
  const long = 0.12 * Math.max(0, letters - usual.letters) + 1.2 * Math.max(0, letters - extreme.letters);
  return long + 0.12 * Math.max(0, columns - usual.columns) + 1.2 * Math.max(0, columns - extreme.columns);
}

/** Columns from right to left with their heads on one line, the ink of all of it centred on 0, 0. */
function blockOf(text: CellText, broken: BrokenColumns, style: TypeStyle): Block {
  const { size } = style;
  const pitch = size * style.leading;
  const count = broken.ends.length;
  const tallest = Math.max(...broken.lengths) * size;
  const columns: Column[] = [];
  const corners: Point[] = [];
  let from = 0;
  broken.ends.forEach((to, i) => {
    const x = ((count - 1) / 2 - i) * pitch;
    const top = -tallest / 2 - (broken.overHead[i] ?? 0) * size;
    columns.push({ x, top, from, to });
    const foot = -tallest / 2 + (broken.lengths[i] ?? 0) * size;
    corners.push(
      ...box(x - size / 2, -tallest / 2, x + size / 2, foot),
      ...sideCorners(text, { x, top, from, to }, size),
    );
    from = to;
  });
  return centred(columns, corners);
}

function box(left: number, top: number, right: number, bottom: number): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: left, y: bottom },
    { x: right, y: bottom },
  ];
}

/** Corners of what stands to the right of a column: ruby and emphasis dots. */
function sideCorners(text: CellText, column: Column, size: number): Point[] {
  const right = column.x + (0.5 + rubySize) * size;
  const corners: Point[] = [];
  let pen = column.top;
  for (let i = column.from; i < column.to; i++) {
    const cell = text.cells[i];
    if (!cell) continue;
    if (cell.emphasis) corners.push({ x: right, y: pen }, { x: right, y: pen + size });
    const group = cell.ruby === null ? undefined : text.groups[cell.ruby];
    if (group?.from === i) {
      const { start, pitch } = rubySpread(text, group, column.from, column.to);
      const head = pen + start * size;
      const foot = head + ((group.reading.length - 1) * pitch + rubySize) * size;
      corners.push({ x: right, y: head }, { x: right, y: foot });
    }
    pen += cell.advance * size;
  }
  return corners;
}

function centred(columns: readonly Column[], corners: readonly Point[]): Block {
  const xs = corners.map((point) => point.x);
  const ys = corners.map((point) => point.y);
  const dx = -(Math.min(...xs) + Math.max(...xs)) / 2;
  const dy = -(Math.min(...ys) + Math.max(...ys)) / 2;
  return {
    columns: columns.map((column) => ({ ...column, x: column.x + dx, top: column.top + dy })),
    corners: corners.map((point) => ({ x: point.x + dx, y: point.y + dy })),
    halfWidth: (Math.max(...xs) - Math.min(...xs)) / 2,
    halfHeight: (Math.max(...ys) - Math.min(...ys)) / 2,
  };
}

function padded(corners: readonly Point[], size: number): Point[] {
  return corners.map((point) => ({
    x: Math.abs(point.x) + size * balloonPadding.across,
    y: Math.abs(point.y) + size * balloonPadding.down,
  }));
}

function setBlock(fonts: Fonts, text: CellText, broken: BrokenColumns, block: Block, style: TypeStyle): SetBlock {
  const sink = { runs: new Map() };
  for (const column of block.columns) placeColumn(fonts, text, style, column, sink);
  let from = 0;
  const lines = broken.ends.map((to) => {
    const line = text.cells.slice(from, to).map((cell) => cell.text);
    from = to;
    return line.join("");
  });
  return {
    width: 2 * block.halfWidth,
    height: 2 * block.halfHeight,
    vertical: true,
    size: style.size,
    lines,
    runs: [...sink.runs.values()],
  };
}

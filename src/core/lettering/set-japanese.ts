import * as steady from "../geometry/steady-math.ts";
import type { Point } from "../geometry/geometry.ts";
import { balloonAroundBody, bodyInside, captionPadding, kindOfStyle, uprightPadding } from "./balloon-body.ts";
import type { BrokenColumns, ColumnText } from "./break-columns.ts";
import { breakColumns, columnText, leastColumnsCost } from "./break-columns.ts";
import type { FittedBalloon, FittedCaption, Limits, Setter } from "./fitted.ts";
import type { Fonts } from "./fonts.ts";
import type { CellText } from "./japanese-cells.ts";
import { japaneseCells } from "./japanese-cells.ts";
import type { GlyphRun, LetteringText, SetBlock } from "./lettering.ts";
import type { Column } from "./place-cells.ts";
import { placeColumn, rubySize, rubySpread } from "./place-cells.ts";
import { once, remembered } from "./remembered.ts";
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

/** Makes a vertical Japanese text ready (L3). */
export function setterOf(fonts: Fonts, text: LetteringText): Setter {
  const style = withRubyLeading(typeStyleOf(text), text);
  const cells = japaneseCells(text);
  const columns = columnText(cells);
  // The same columns in a longer room are the same way.
  const made = new Map<string, Way>();
  const way = remembered((count: number, most: number): Way | null => {
    const broken = breakColumns(columns, count, most);
    if (!broken) return null;
    const key = broken.ends.join(" ");
    const found = made.get(key) ?? {
      broken,
      longest: Math.max(...broken.lengths),
      block: once(() => blockOf(cells, broken, style)),
    };
    made.set(key, found);
    return found;
  });
  const ready: ReadyText = { fonts, style, cells, columns, way };
  return {
    balloon: (limits) => balloonAround(ready, kindOfStyle(text.style), limits),
    caption: (limits) => captionAround(ready, limits),
  };
}

/** A text with what is asked of it again and again. */
interface ReadyText {
  fonts: Fonts;
  style: TypeStyle;
  cells: CellText;
  columns: ColumnText;
  /** It in so many columns of some ems at most; null where it cannot be broken so. Remembered: all rooms ask for the same. */
  way(count: number, most: number): Way | null;
}

/** One way to break a text. */
interface Way {
  broken: BrokenColumns;
  /** Length of its longest column in ems. */
  longest: number;
  /** Where its columns stand; worked out when asked for. */
  block(): Block;
}

function balloonAround(ready: ReadyText, kind: ReturnType<typeof kindOfStyle>, limits: Limits): FittedBalloon | null {
  const { style, cells } = ready;
  const most = bodyInside(kind, { radiusX: limits.maxWidth / 2, radiusY: limits.maxHeight / 2 });
  const inkArea = cells.cells.reduce((sum, cell) => sum + cell.advance, 0) * style.size * style.size * style.leading;
  const least = (count: number, letters: number): Least => {
    const always = (4 * leastBody(ready, count, letters)) / inkArea + lengthCost(letters, count);
    return { always, within: () => always };
  };
  const best = bestWay(ready, limits, least, ({ broken, longest, block }) => {
    const shape = smallestSuperellipse(padded(block().corners, style.size), most, limits.prefer ?? usualRatio);
    const length = lengthCost(longest, broken.ends.length);
    return shape && { ...shape, score: (4 * shape.cost) / inkArea + broken.cost + length };
  });
  return best && { block: setBlock(ready, best.way), ...balloonAroundBody(kind, best) };
}

function captionAround(ready: ReadyText, limits: Limits): FittedCaption | null {
  const { size, leading } = ready.style;
  const prefer = limits.prefer ?? usualRatio;
  // Wider for its height than the shortest columns with ruby beside the first, or higher for its width than the longest, it cannot be.
  const least = (count: number, letters: number): Least => {
    const widest = (count * leading + 2 * captionPadding.across) / (letters + 2 * captionPadding.down);
    const across = (count - 1) * leading + 1 + 2 * captionPadding.across;
    const always = Math.max(0, steady.log(prefer / widest));
    const within = (most: number) => {
      const highest = across / (most + ready.columns.hung + 2 * captionPadding.down);
      return highest <= prefer ? always : Math.max(always, steady.log(highest / prefer));
    };
    return { always, within };
  };
  const best = bestWay(ready, limits, least, ({ broken, block }) => {
    const { halfWidth, halfHeight } = block();
    const width = 2 * halfWidth + 2 * size * captionPadding.across;
    const height = 2 * halfHeight + 2 * size * captionPadding.down;
    if (width > limits.maxWidth || height > limits.maxHeight) return null;
    return { width, height, score: Math.abs(steady.log(width / height / prefer)) + broken.cost };
  });
  return best && { block: setBlock(ready, best.way), width: best.width, height: best.height };
}

function withRubyLeading(style: TypeStyle, text: LetteringText): TypeStyle {
  const beside = text.runs.some((run) => run.emphasis || (run.ruby !== null && run.ruby !== ""));
  return beside ? { ...style, leading: rubyLeading } : style;
}

/** Share of its box that a body fills. */
const bodyShare = 0.835;

/**
 * Least product of the half axes of a body around a text in so many columns, of which the longest has some letters at least: the
 * columns with the gaps between them, and air all around.
 */
function leastBody({ columns: text, style: { size, leading } }: ReadyText, count: number, letters: number): number {
  const ink = (text.starts.at(-1) ?? 0) - 0.5 * count;
  const gaps = (leading - 1) * Math.max(0, ink - letters - 1);
  const [across, down] = [2 * uprightPadding.across, 2 * uprightPadding.down];
  const width = (count - 1) * leading + 1;
  const area = ink + gaps + across * (letters - 0.5) + down * width + across * down;
  return (area * size * size) / (4 * bodyShare);
}

/** Lengths of columns that are tried for each number of them, from the shortest that works in steps of half an em. */
const mostLengths = 9;

/** What a score is at least beside the breaking: however long the columns may be, and where they have so many letters at most. */
interface Least {
  always: number;
  within(most: number): number;
}

/**
 * The way with the lowest score. Every number of columns is tried, each with a few lengths: longer ones split fewer words.
 * `leastOf` tells what the score is at least for a number of columns of which the longest has some letters at least.
 */
function bestWay<Fit extends { score: number }>(
  { columns: text, style, way }: ReadyText,
  limits: Limits,
  leastOf: (count: number, letters: number) => Least,
  fit: (way: Way) => Fit | null,
): (Fit & { way: Way }) | null {
  const total = text.starts.at(-1) ?? 0;
  const longest = Math.min(total + 0.5, limits.maxHeight / style.size);
  const mostCount = Math.min(
    mostColumns,
    text.endCost.length,
    Math.ceil(limits.maxWidth / (style.size * style.leading)),
  );
  const counts = Array.from({ length: mostCount }, (_, i) => {
    const count = i + 1;
    const shortest = Math.max(1, Math.ceil((2 * (total - 0.5 * count)) / count) / 2);
    const least = leastOf(count, shortest);
    const most = shortest + 0.5;
    return { count, shortest, least, promise: least.within(most) + leastColumnsCost(text, count, most) };
  });
  let best: (Fit & { way: Way }) | null = null;
  for (const { count, shortest, least } of counts.sort((a, b) => a.promise - b.promise)) {
    const seen = new Set<Way>();
    for (let [most, tries] = [shortest, 0]; tries < mostLengths && most <= longest; most += 0.5) {
      const breaking = leastColumnsCost(text, count, most);
      // The longer columns may be, the more their breaking costs at least.
      if (best && least.always + breaking >= best.score) break;
      const made: Way | null = best && least.within(most) + breaking >= best.score ? null : way(count, most);
      if (made || tries > 0) tries++;
      if (!made || seen.has(made)) continue;
      seen.add(made);
      if (best && leastOf(count, made.longest).within(most) + made.broken.cost >= best.score) continue;
      const fitted: Fit | null = fit(made);
      if (fitted && fitted.score < (best?.score ?? Infinity)) best = { ...fitted, way: made };
    }
  }
  return best;
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
    x: Math.abs(point.x) + size * uprightPadding.across,
    y: Math.abs(point.y) + size * uprightPadding.down,
  }));
}

function setBlock({ fonts, cells: text, style }: ReadyText, { broken, block }: Way): SetBlock {
  const { columns, halfWidth, halfHeight } = block();
  let from = 0;
  const lines = broken.ends.map((to) => {
    const line = text.cells.slice(from, to).map((cell) => cell.text);
    from = to;
    return line.join("");
  });
  // Most shapes of a text are only measured: its letters are placed when they are asked for.
  const runs = once(() => {
    const sink = { runs: new Map<string, GlyphRun>() };
    for (const column of columns) placeColumn(fonts, text, style, column, sink);
    return [...sink.runs.values()];
  });
  return {
    width: 2 * halfWidth,
    height: 2 * halfHeight,
    vertical: true,
    size: style.size,
    lines,
    get runs() {
      return runs();
    },
  };
}

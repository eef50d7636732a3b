import type { Point, Polygon, Rect } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import type { Beat } from "../script/script.ts";
import { shapeInset, shapeOverlap } from "./laid-over.ts";
import { isLively, isQuiet, isUneasy } from "./lively.ts";
import { bleed } from "./page-edges.ts";
import type { Direction, Gutters } from "./page-frame.ts";
import type { PageSize, Panel } from "./page.ts";
import { type SizedCell, type SizedRow, stackGutter } from "./row-sizes.ts";

/** A panel's place on the page before anything stands in it. */
export interface Slot {
  outline: Polygon;
  frame: Panel["frame"];
  /** Parts under another panel. */
  hidden: Rect[];
}

/** A line across the page: y at its left and right end. */
type Level = readonly [left: number, right: number];
/** A line down a row: x at its upper and lower end. */
type Upright = readonly [top: number, bottom: number];

export interface Shaping {
  live: Rect;
  gutters: Gutters;
  paper: PageSize;
  direction: Direction;
  random: Random;
}

/** The beats of a page as far as the shapes of their panels go by them, worked out once for all layouts. */
export interface ShapingBeats {
  beats: readonly Beat[];
  /** How likely the gutters round each are to lean. */
  heats: readonly number[];
  /** Which are a quiet picture without people: they may lose their frames. */
  quiet: readonly boolean[];
}

export function shapingBeats(beats: readonly Beat[]): ShapingBeats {
  return {
    beats,
    heats: beats.map(heatOf),
    quiet: beats.map((beat) => beat.figures.length === 0 && isQuiet(beat)),
  };
}

/** Turns sized rows into outlines: slanted gutters where there is action, panels that run off the page or fade into it (P3). */
export function shapePanels(rows: readonly SizedRow[], of: ShapingBeats, shaping: Shaping): Slot[] {
  const heats = rows.map((row) => heat(row, of.heats));
  const levels = rowLevels(rows, heats, shaping);
  const { live, gutters, direction, random } = shaping;
  const slots = rows.flatMap((row, i) => {
    const [top, bottom] = [levels[i * 2], levels[i * 2 + 1]];
    return top && bottom
      ? shapeRow(
          row,
          { live, gutters, top, bottom, first: i === 0, last: i === rows.length - 1 },
          heats[i] ?? 0,
          random,
        )
      : [];
  });
  // Mirrored first: a bleed covers the page's whole width in both directions.
  const turned = direction === "rtl" ? slots.map((slot) => mirrored(slot, live)) : slots;
  return fade(bleed(turned, rows, of.beats, shaping), of, random);
}

/** Upper and lower line of every row; two neighbours share the slant of the gutter between them. */
function rowLevels(rows: readonly SizedRow[], heats: readonly number[], { live, gutters, random }: Shaping): Level[] {
  const levels: Level[] = [[live.y, live.y]];
  let y = live.y;
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    y += row.height;
    const most = next ? 0.22 * Math.min(row.height, next.height) : 0;
    const drop = slant(random, Math.max(heats[i] ?? 0, heats[i + 1] ?? 0), 20, Math.min(82, most));
    levels.push([y - drop / 2, y + drop / 2]);
    if (next) levels.push([y + gutters.row - drop / 2, y + gutters.row + drop / 2]);
    y += gutters.row;
  });
  return levels;
}

/** How likely the gutters round a beat are to lean: those of action mostly do, those of unease at times, others now and then. */
const heatOf = (beat: Beat): number => (isLively(beat) ? 0.85 : isUneasy(beat) ? 0.3 : 0.09);

/** The same round a row. */
function heat({ cells }: SizedRow, heats: readonly number[]): number {
  let most = -Infinity;
  for (const { panels } of cells) for (const panel of panels) most = Math.max(most, heats[panel] ?? 0);
  return most;
}

function slant(random: Random, likely: number, least: number, most: number): number {
  const [chance, size, way] = [random(), random.between(least, most), random() < 0.5 ? -1 : 1];
  return chance < likely && most > least ? size * way : 0;
}

interface Edges {
  live: Rect;
  gutters: Gutters;
  top: Level;
  bottom: Level;
  /** Whether it is the first row of the page, and the last. */
  first: boolean;
  last: boolean;
}

function shapeRow(row: SizedRow, edges: Edges, likely: number, random: Random): Slot[] {
  const { live, gutters } = edges;
  let left: Upright = [live.x, live.x];
  let x = live.x;
  return row.cells.flatMap((cell, i) => {
    const next = row.cells[i + 1];
    x += cell.width;
    const most = next ? Math.min(96, row.height * 0.2, 0.26 * Math.min(cell.width, next.width)) : 0;
    const lean = slant(random, likely, 18, most);
    const right: Upright = next ? [x + lean / 2, x - lean / 2] : [live.x + live.width, live.x + live.width];
    const slots = shapeCell(cell, edges, left, right, random);
    left = [right[0] + gutters.column, right[1] + gutters.column];
    x += gutters.column;
    return slots;
  });
}

function shapeCell(cell: SizedCell, edges: Edges, left: Upright, right: Upright, random: Random): Slot[] {
  const { top, bottom, first, last } = edges;
  const quad = (upper: Level, lower: Level): Polygon => [
    crossing(upper, left, edges),
    crossing(upper, right, edges),
    crossing(lower, right, edges),
    crossing(lower, left, edges),
  ];
  if (cell.kind === "inset") return shapeInset(quad(top, bottom), cell, last, random);
  if (cell.kind === "overlap") return shapeOverlap(quad(top, bottom), cell, { first, last });
  const at = (t: number): Level => [top[0] + (bottom[0] - top[0]) * t, top[1] + (bottom[1] - top[1]) * t];
  const half = stackGutter / (bottom[0] + bottom[1] - top[0] - top[1]);
  const ends = [...cell.cuts, 1 + half];
  return ends.map((end, i) => ({
    outline: quad(at(i === 0 ? 0 : (ends[i - 1] ?? 0) + half), at(end - half)),
    frame: "ruled",
    hidden: [],
  }));
}

/** Where a line across meets a line down. */
function crossing(level: Level, upright: Upright, { live, top, bottom }: Edges): Point {
  const rise = (level[1] - level[0]) / live.width;
  const [from, to] = [(top[0] + top[1]) / 2, (bottom[0] + bottom[1]) / 2];
  const lean = (upright[1] - upright[0]) / (to - from);
  // y = level[0] + rise (x - live.x) and x = upright[0] + lean (y - from), solved for y.
  const y = (level[0] + rise * (upright[0] - lean * from - live.x)) / (1 - rise * lean);
  return { x: upright[0] + lean * (y - from), y };
}

/** Chance that a quiet picture without people fades into the bare page: whoever is cut by nothing is a bust. */
const bare = 0.25;

/** Takes the frame from one quiet picture of a page. Things keep theirs: what they lie on would fade, and they would hang in the air. */
function fade(slots: readonly Slot[], { quiet }: ShapingBeats, random: Random): Slot[] {
  let faded = false;
  return slots.map((slot, i) => {
    const chance = random();
    const over = slots[i - 1]?.hidden.length || slot.hidden.length;
    if (slot.frame === "bleed" || over) return slot;
    if (faded || !quiet[i] || chance > bare) return slot;
    faded = true;
    return { ...slot, frame: "none" };
  });
}

/** The same slot in a page that reads the other way. */
function mirrored({ outline: [a, b, c, d], frame, hidden }: Slot, { x, width }: Rect): Slot {
  const flip = (at: number) => 2 * x + width - at;
  const turned = (point: Point): Point => ({ x: flip(point.x), y: point.y });
  return {
    outline: a && b && c && d ? [turned(b), turned(a), turned(d), turned(c)] : [],
    frame,
    hidden: hidden.length === 0 ? hidden : hidden.map((box) => ({ ...box, x: flip(box.x + box.width) })),
  };
}

import type { Point, Polygon, Rect } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import type { Beat } from "../script/script.ts";
import { bleedOver, type Direction, gutters } from "./page-frame.ts";
import { pageSize, type Panel } from "./page.ts";
import { splashFrom } from "./panel-needs.ts";
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
  direction: Direction;
  random: Random;
}

/** Turns sized rows into outlines: slanted gutters where there is action, bleeds for openings, an inset now and then (P3). */
export function shapePanels(rows: readonly SizedRow[], beats: readonly Beat[], shaping: Shaping): Slot[] {
  const levels = rowLevels(rows, beats, shaping);
  const { live, direction, random } = shaping;
  const slots = rows.flatMap((row, i) => {
    const [top, bottom] = [levels[i * 2], levels[i * 2 + 1]];
    return top && bottom ? shapeRow(row, { live, top, bottom }, beats, random) : [];
  });
  // Mirrored first: a bleed covers the page's whole width in both directions.
  const turned = direction === "rtl" ? slots.map((slot) => mirrored(slot, live)) : slots;
  return bleed(turned, rows, beats, random);
}

/** Upper and lower line of every row; two neighbours share the slant of the gutter between them. */
function rowLevels(rows: readonly SizedRow[], beats: readonly Beat[], { live, random }: Shaping): Level[] {
  const levels: Level[] = [[live.y, live.y]];
  let y = live.y;
  rows.forEach((row, i) => {
    y += row.height;
    const last = i === rows.length - 1;
    const lively = isLively(row, beats) || (rows[i + 1] ? isLively(rows[i + 1], beats) : false);
    const drop = last ? 0 : slant(random, lively, 16, 34);
    levels.push([y - drop / 2, y + drop / 2]);
    if (!last) levels.push([y + gutters.row - drop / 2, y + gutters.row + drop / 2]);
    y += gutters.row;
  });
  return levels;
}

function isLively(row: SizedRow | undefined, beats: readonly Beat[]): boolean {
  return (row?.cells ?? []).some(({ panels }) =>
    panels.some((panel) => {
      const beat = beats[panel];
      return beat?.kind === "action" || beat?.effect === "speed" || beat?.effect === "impact";
    }),
  );
}

/** Most gutters are straight; those of action are not. */
function slant(random: Random, lively: boolean, least: number, most: number): number {
  const [chance, size, way] = [random(), random.between(least, most), random() < 0.5 ? -1 : 1];
  return chance < (lively ? 0.8 : 0.12) ? size * way : 0;
}

interface Edges {
  live: Rect;
  top: Level;
  bottom: Level;
}

function shapeRow(row: SizedRow, edges: Edges, beats: readonly Beat[], random: Random): Slot[] {
  if (fitsInset(row, beats, random)) return shapeInset(edges);
  const { live } = edges;
  const lively = isLively(row, beats);
  let left: Upright = [live.x, live.x];
  let x = live.x;
  return row.cells.flatMap((cell, i) => {
    const last = i === row.cells.length - 1;
    x += cell.width;
    const lean = last ? 0 : slant(random, lively, 16, Math.min(44, row.height * 0.11));
    const right: Upright = last ? [live.x + live.width, live.x + live.width] : [x + lean / 2, x - lean / 2];
    const outlines = shapeCell(cell, edges, left, right);
    left = [right[0] + gutters.column, right[1] + gutters.column];
    x += gutters.column;
    return outlines.map((outline, at) => ({
      outline,
      frame: frameOf(beats[cell.panels[at] ?? -1], random),
      hidden: [],
    }));
  });
}

function shapeCell(cell: SizedCell, edges: Edges, left: Upright, right: Upright): Polygon[] {
  const { top, bottom } = edges;
  const quad = (upper: Level, lower: Level): Polygon => [
    crossing(upper, left, edges),
    crossing(upper, right, edges),
    crossing(lower, right, edges),
    crossing(lower, left, edges),
  ];
  if (cell.panels.length === 1) return [quad(top, bottom)];
  const at = (t: number): Level => [top[0] + (bottom[0] - top[0]) * t, top[1] + (bottom[1] - top[1]) * t];
  const half = stackGutter / (bottom[0] + bottom[1] - top[0] - top[1]);
  return [quad(top, at(cell.split - half)), quad(at(cell.split + half), bottom)];
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

/** A silent detail may lie inside the picture before it. */
function fitsInset(row: SizedRow, beats: readonly Beat[], random: Random): boolean {
  const [host, guest] = row.cells.map(({ panels }) => (panels.length === 1 ? beats[panels[0] ?? -1] : undefined));
  if (row.cells.length !== 2 || !host || !guest || row.height < 380 || random() < 0.35) return false;
  const silent = guest.texts.length === 0 && guest.figures.length < 2 && guest.kind !== "establish";
  return (
    silent &&
    (guest.shot === "insert" || guest.shot === "close") &&
    host.importance > guest.importance &&
    host.shot !== "close"
  );
}

/** The inset lies in the corner where reading leaves the picture and is narrow enough to be read after it (P4). */
function shapeInset({ live, top, bottom }: Edges): Slot[] {
  const right = live.x + live.width;
  const host: Polygon = [
    { x: live.x, y: top[0] },
    { x: right, y: top[1] },
    { x: right, y: bottom[1] },
    { x: live.x, y: bottom[0] },
  ];
  const height = Math.min(300, (bottom[1] - top[1]) * 0.58);
  const inset: Rect = { x: right - gutters.column - 228, y: bottom[1] - 18 - height, width: 228, height };
  return [
    { outline: host, frame: "ruled", hidden: [inset] },
    { outline: cornersOf(inset), frame: "ruled", hidden: [] },
  ];
}

function cornersOf({ x, y, width, height }: Rect): Polygon {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** A thing alone may stand on the bare page; people and places cut off by nothing would hang in the air. */
function frameOf(beat: Beat | undefined, random: Random): Panel["frame"] {
  const chance = random();
  const thing = beat !== undefined && beat.shot === "insert" && beat.prop !== null && beat.figures.length === 0;
  return thing && beat.texts.length < 2 && chance < 0.5 ? "none" : "ruled";
}

/** Openings at the head of a page and splashes run off the page. */
function bleed(slots: Slot[], rows: readonly SizedRow[], beats: readonly Beat[], random: Random): Slot[] {
  const [slot] = slots;
  const [beat] = beats;
  const chance = random();
  if (!slot || !beat || rows[0]?.cells.length !== 1) return slots;
  const opening = beat.kind === "establish" && chance < 0.6;
  if (!opening && beat.importance < splashFrom) return slots;
  const alone = slots.length === 1;
  const [, , lowerRight, lowerLeft] = slot.outline;
  if (!lowerRight || !lowerLeft) return slots;
  const left = -bleedOver;
  const right = pageSize.width + bleedOver;
  const floor = pageSize.height + bleedOver;
  const outline = [
    { x: left, y: -bleedOver },
    { x: right, y: -bleedOver },
    { x: right, y: alone ? floor : lowerRight.y },
    { x: left, y: alone ? floor : lowerLeft.y },
  ];
  return [{ ...slot, outline, frame: "bleed" }, ...slots.slice(1)];
}

/** The same slot in a page that reads the other way. */
function mirrored(slot: Slot, live: Rect): Slot {
  const flip = (x: number) => 2 * live.x + live.width - x;
  const [a, b, c, d] = slot.outline.map(({ x, y }) => ({ x: flip(x), y }));
  const outline = a && b && c && d ? [b, a, d, c] : [];
  return { ...slot, outline, hidden: slot.hidden.map((box) => ({ ...box, x: flip(box.x + box.width) })) };
}

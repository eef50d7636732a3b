import { type Point, type Rect, short } from "../../geometry/geometry.ts";

/** A ball as it falls on the page: page units. */
export interface Disc extends Point {
  r: number;
}

/** Two balls and all that lies between them: flesh round a bone, seen on the page. */
export interface Bone {
  from: Disc;
  to: Disc;
}

export interface SoftShape {
  /** Path data of straight lines, absolute; shapes run clockwise, holes the other way. */
  path: string;
  loops: Point[][];
}

interface SoftOptions {
  /** How far neighbouring bones melt into each other, in page units. */
  blend: number;
  /** Width of a cell of the grid on which the outline is found, in page units. */
  cell: number;
  /** What lies outside is left out. */
  within: Rect;
}

/** Most cells along one side: more would only cost time. */
const finest = 150;
/** The grid is searched in blocks of this many cells; blocks far from the outline are passed over. */
const block = 6;

/** The outline of flesh round many bones at once: bones that meet melt together as muscles do. */
export function softShape(bones: readonly Bone[], { blend, cell, within }: SoftOptions): SoftShape {
  const box = reachOf(bones, blend, within);
  if (!box) return { path: "", loops: [] };
  const step = Math.max(cell, box.width / finest, box.height / finest);
  const columns = Math.ceil(box.width / step) + 3;
  const rows = Math.ceil(box.height / step) + 3;
  const left = box.x - step;
  const top = box.y - step;
  const flesh = bones.map(fleshOf);
  const values = new Float64Array(columns * rows).fill(1e6);
  const span = block * step;
  for (let j = 0; j < rows; j += block)
    for (let i = 0; i < columns; i += block) {
      const [x, y] = [left + (i + block / 2) * step, top + (j + block / 2) * step];
      const apart = flesh.map((f) => distanceTo(f, x, y));
      const nearest = Math.min(...apart);
      const plain = Math.abs(nearest) > span * 0.75 + blend;
      const felt = plain ? [] : flesh.filter((_, k) => (apart[k] ?? 0) < nearest + span * 1.5 + blend);
      for (let b = j; b < Math.min(rows, j + block); b++)
        for (let a = i; a < Math.min(columns, i + block); a++)
          values[b * columns + a] = plain ? nearest : distance(felt, left + a * step, top + b * step, blend);
    }
  // What reaches past the grid is cut off at its edge, outside the picture.
  for (let a = 0; a < columns; a++) values[a] = values[(rows - 1) * columns + a] = 1e3;
  for (let b = 0; b < rows; b++) values[b * columns] = values[b * columns + columns - 1] = 1e3;
  const loops = loopsOf(values, columns, rows).map((loop) =>
    straightened(loop.map((p) => ({ x: left + p.x * step, y: top + p.y * step }))),
  );
  return { path: loops.map(ringPath).join(""), loops };
}

/** Path data of a closed ring of straight lines. */
export function ringPath(points: readonly Point[]): string {
  return `M${points.map((p) => `${short(Math.round(p.x * 10) / 10)} ${short(Math.round(p.y * 10) / 10)}`).join("L")}Z`;
}

function reachOf(bones: readonly Bone[], blend: number, within: Rect): Rect | null {
  const discs = bones.flatMap(({ from, to }) => [from, to]);
  const room = 40;
  const left = Math.max(Math.min(...discs.map((d) => d.x - d.r)) - blend, within.x - room);
  const top = Math.max(Math.min(...discs.map((d) => d.y - d.r)) - blend, within.y - room);
  const right = Math.min(Math.max(...discs.map((d) => d.x + d.r)) + blend, within.x + within.width + room);
  const bottom = Math.min(Math.max(...discs.map((d) => d.y + d.r)) + blend, within.y + within.height + room);
  return right - left > 1 && bottom - top > 1 ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/** A bone made ready for many questions: its start, its axis, and how its sides slant. */
interface Flesh {
  x: number;
  y: number;
  ux: number;
  uy: number;
  length: number;
  slant: number;
  rise: number;
  r0: number;
  r1: number;
}

function fleshOf({ from, to }: Bone): Flesh {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  // A ball that swallows the other stands for both.
  if (length <= Math.abs(from.r - to.r) + 1e-6) {
    const big = from.r >= to.r ? from : to;
    return { x: big.x, y: big.y, ux: 1, uy: 0, length: 0, slant: 0, rise: 1, r0: big.r, r1: big.r };
  }
  const slant = (from.r - to.r) / length;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  return { x: from.x, y: from.y, ux, uy, length, slant, rise: Math.sqrt(1 - slant * slant), r0: from.r, r1: to.r };
}

/** Distance to a round cone, negative inside (after Inigo Quilez). */
function distanceTo(f: Flesh, x: number, y: number): number {
  const dx = x - f.x;
  const dy = y - f.y;
  const along = dx * f.ux + dy * f.uy;
  const across = Math.abs(dy * f.ux - dx * f.uy);
  const k = f.rise * along - f.slant * across;
  if (k <= 0 || f.length === 0) return Math.sqrt(dx * dx + dy * dy) - f.r0;
  if (k >= f.rise * f.length) return Math.sqrt(across * across + (along - f.length) ** 2) - f.r1;
  return across * f.rise + along * f.slant - f.r0;
}

/** Distance to all the flesh, joined by a smooth minimum. */
function distance(flesh: readonly Flesh[], x: number, y: number, blend: number): number {
  let least = 1e6;
  for (const f of flesh) {
    const d = distanceTo(f, x, y);
    const h = Math.max(0, blend - Math.abs(d - least));
    least = Math.min(least, d) - (h * h) / (4 * blend);
  }
  return least;
}

/** Steps across a cell, with the flesh on the right hand: sides are 0 top, 1 right, 2 bottom, 3 left. */
const steps: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
];

/** Marching squares: the lines on which the value is nought, as closed rings in cells of the grid. */
function loopsOf(values: Float64Array, columns: number, rows: number): Point[][] {
  const at = (i: number, j: number): number => values[j * columns + i] ?? 1e3;
  const next = new Map<number, number>();
  const where = new Map<number, Point>();
  const upright = columns * rows;
  const crossing = (side: number, i: number, j: number): number => {
    const level = side === 0 || side === 2;
    const [a, b] = [side === 1 ? i + 1 : i, side === 2 ? j + 1 : j];
    const id = (level ? 0 : upright) + b * columns + a;
    if (!where.has(id)) {
      const [v, w] = [at(a, b), level ? at(a + 1, b) : at(a, b + 1)];
      const share = v / (v - w);
      where.set(id, level ? { x: a + share, y: b } : { x: a, y: b + share });
    }
    return id;
  };
  for (let j = 0; j + 1 < rows; j++)
    for (let i = 0; i + 1 < columns; i++) {
      const kind =
        (at(i, j) < 0 ? 1 : 0) +
        (at(i + 1, j) < 0 ? 2 : 0) +
        (at(i + 1, j + 1) < 0 ? 4 : 0) +
        (at(i, j + 1) < 0 ? 8 : 0);
      for (const [from, to] of steps[kind] ?? []) next.set(crossing(from, i, j), crossing(to, i, j));
    }
  const loops: Point[][] = [];
  for (const start of next.keys()) {
    const loop: Point[] = [];
    for (let id: number | undefined = start; id !== undefined;) {
      const point = where.get(id);
      const following = next.get(id);
      if (!point || following === undefined) break;
      loop.push(point);
      next.delete(id);
      id = following;
    }
    if (loop.length > 5) loops.push(loop);
  }
  return loops;
}

/** The same ring without the points that lie on a straight line between their neighbours. */
function straightened(loop: readonly Point[]): Point[] {
  const out: Point[] = [];
  loop.forEach((p, i) => {
    const a = out.at(-1) ?? loop.at(-1);
    const b = loop[(i + 1) % loop.length];
    if (!a || !b) return;
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const off = Math.abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length;
    if (off > 0.12 || length > 14) out.push(p);
  });
  return out;
}

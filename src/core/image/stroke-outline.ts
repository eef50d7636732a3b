import * as steady from "../geometry/steady-math.ts";
import type { FlatPath } from "./flat-path.ts";

/** How a line is stroked; lengths in the units of its path. */
export interface StrokeStyle {
  width: number;
  round: { joins: boolean; caps: boolean };
  /** Lengths of dashes and gaps in turn, or null for a whole line. */
  dashes: readonly number[] | null;
}

/** A miter that sticks out by more half widths than this is cut off (SVG's own default). */
const miterLimit = 4;
/** Bends up to about 20° are those of a curve: both sides go on to where they meet. */
const slight = 0.94;

/**
 * The outlines around the strokes of a path, to be filled where their winding is not 0. `tolerance`: how far round joins and caps
 * may be off. Outlines of a piece run in one direction, so that they never cancel out.
 */
export function strokeOutlines(path: FlatPath, style: StrokeStyle, tolerance: number, into: FlatPath): void {
  const stroker = new Stroker(style, tolerance, into);
  for (let piece = 0; piece < path.pieces; piece++) {
    const [from, to] = path.range(piece);
    const line = distinctPoints(path.points, from, to, path.isClosed(piece));
    if (style.dashes) for (const dash of dashesOf(line, path.isClosed(piece), style.dashes)) stroker.open(dash);
    else if (path.isClosed(piece)) stroker.closed(line);
    else stroker.open(line);
  }
}

/** Coordinates of a piece without points on the ones before them. */
function distinctPoints(points: Float64Array, from: number, to: number, closed: boolean): number[] {
  const line: number[] = [];
  let px = Number.NaN;
  let py = Number.NaN;
  for (let i = from; i < to; i += 2) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    if (near(x, y, px, py)) continue;
    line.push(x, y);
    px = x;
    py = y;
  }
  const [firstX = 0, firstY = 0] = line;
  while (closed && line.length > 2 && near(firstX, firstY, line.at(-2) ?? 0, line.at(-1) ?? 0)) line.length -= 2;
  return line;
}

const near = (x: number, y: number, px: number, py: number): boolean =>
  Math.abs(x - px) < 1e-6 && Math.abs(y - py) < 1e-6;

/** Cuts a line into its dashes. */
function dashesOf(line: readonly number[], closed: boolean, lengths: readonly number[]): number[][] {
  const whole = closed ? [...line, line[0] ?? 0, line[1] ?? 0] : line;
  const found: number[][] = [];
  let turn = 0;
  let left = lengths[0] ?? 0;
  let dash: number[] = [whole[0] ?? 0, whole[1] ?? 0];
  for (let i = 2; i + 1 < whole.length; i += 2) {
    let [x = 0, y = 0] = [whole[i - 2], whole[i - 1]];
    const [toX = 0, toY = 0] = [whole[i], whole[i + 1]];
    let rest = Math.hypot(toX - x, toY - y);
    while (rest > left) {
      x += ((toX - x) * left) / rest;
      y += ((toY - y) * left) / rest;
      rest -= left;
      if (turn % 2 === 0) found.push([...dash, x, y]);
      dash = [x, y];
      left = lengths[++turn % lengths.length] ?? 0;
    }
    left -= rest;
    if (turn % 2 === 0) dash.push(toX, toY);
  }
  if (turn % 2 === 0 && dash.length > 2) found.push(dash);
  return found;
}

class Stroker {
  readonly #half: number;
  readonly #style: StrokeStyle;
  readonly #into: FlatPath;
  /** Radians that a chord of a round join may span. */
  readonly #step: number;

  constructor(style: StrokeStyle, tolerance: number, into: FlatPath) {
    this.#half = style.width / 2;
    this.#style = style;
    this.#into = into;
    this.#step = 2 * steady.acos(Math.max(0.5, 1 - tolerance / this.#half));
  }

  /** A line with two ends: along one side, round the end, back along the other. */
  open(line: readonly number[]): void {
    const count = line.length / 2;
    const [x = 0, y = 0] = line;
    if (count < 2) return this.#dot(x, y);
    this.#started = false;
    this.#end(line, 0, 1);
    for (let i = 1; i + 1 < count; i++) this.#join(line, i - 1, i, i + 1);
    this.#end(line, count - 1, count - 2);
    for (let i = count - 2; i > 0; i--) this.#join(line, i + 1, i, i - 1);
    this.#into.close();
  }

  /** A ring: along its outside, and back along its inside. */
  closed(line: readonly number[]): void {
    const count = line.length / 2;
    if (count < 3) return this.open(count === 2 ? [...line, line[0] ?? 0, line[1] ?? 0] : line);
    this.#started = false;
    for (let i = 0; i < count; i++) this.#join(line, (i + count - 1) % count, i, (i + 1) % count);
    this.#into.close();
    this.#started = false;
    for (let i = count - 1; i >= 0; i--) this.#join(line, (i + 1) % count, i, (i + count - 1) % count);
    this.#into.close();
  }

  #started = false;

  #point(x: number, y: number): void {
    if (this.#started) this.#into.line(x, y);
    else this.#into.move(x, y);
    this.#started = true;
  }

  #dot(x: number, y: number): void {
    if (!this.#style.round.caps) return;
    this.#started = false;
    this.#round(x, y, this.#half, 0, 2 * Math.PI);
    this.#into.close();
  }

  /** The end at point `at`, whose neighbour is `next`: from the side that comes to it to the side that leads away. */
  #end(line: readonly number[], at: number, next: number): void {
    const [x = 0, y = 0] = [line[2 * at], line[2 * at + 1]];
    const [dx, dy] = [(line[2 * next] ?? 0) - x, (line[2 * next + 1] ?? 0) - y];
    const length = Math.hypot(dx, dy);
    const [nx, ny] = [(-dy / length) * this.#half, (dx / length) * this.#half];
    this.#point(x - nx, y - ny);
    if (this.#style.round.caps) this.#round(x, y, this.#half, steady.atan2(-ny, -nx), -Math.PI);
    this.#point(x + nx, y + ny);
  }

  /** The left side (seen downwards: x to the right) of the corner at point `at`. */
  #join(line: readonly number[], before: number, at: number, after: number): void {
    const half = this.#half;
    const x = line[2 * at] ?? 0;
    const y = line[2 * at + 1] ?? 0;
    const inX = x - (line[2 * before] ?? 0);
    const inY = y - (line[2 * before + 1] ?? 0);
    const outX = (line[2 * after] ?? 0) - x;
    const outY = (line[2 * after + 1] ?? 0) - y;
    const inLength = Math.sqrt(inX * inX + inY * inY);
    const outLength = Math.sqrt(outX * outX + outY * outY);
    const ax = (-inY / inLength) * half;
    const ay = (inX / inLength) * half;
    const bx = (-outY / outLength) * half;
    const by = (outX / outLength) * half;
    const cosine = (inX * outX + inY * outY) / (inLength * outLength);
    const inner = inX * outY - inY * outX > 0;
    // Both sides meet at this share of the sum of their offsets.
    const meet = 1 / (1 + cosine);
    const reach = half * Math.sqrt(Math.max(0, (1 - cosine) * meet));
    if (inner) {
      if (2 * reach <= Math.min(inLength, outLength)) return this.#point(x + (ax + bx) * meet, y + (ay + by) * meet);
      // Sides that end before they meet go through the middle: nothing that is covered is uncovered again.
      this.#point(x + ax, y + ay);
      this.#point(x, y);
      return this.#point(x + bx, y + by);
    }
    const sharp = 2 * meet > miterLimit * miterLimit;
    if (cosine > slight || (!this.#style.round.joins && !sharp))
      return this.#point(x + (ax + bx) * meet, y + (ay + by) * meet);
    this.#point(x + ax, y + ay);
    if (this.#style.round.joins) {
      const turn = steady.acos(Math.max(-1, Math.min(1, cosine)));
      this.#round(x, y, half, steady.atan2(ay, ax), -turn);
    }
    this.#point(x + bx, y + by);
  }

  /** Points between the two ends of an arc. */
  #round(x: number, y: number, radius: number, from: number, angle: number): void {
    const steps = Math.max(2, Math.ceil(Math.abs(angle) / this.#step));
    for (let i = 1; i < steps; i++) {
      const at = from + (angle * i) / steps;
      this.#point(x + radius * steady.cos(at), y + radius * steady.sin(at));
    }
  }
}

import type { Point, Rect } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { brief, type Canvas } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { circlePath } from "../tone.ts";

/** Fair-weather skies: each place has its own, so that not every view has the same two clouds. */

/** Draws the clouds of a fair sky into the part of it above the horizon. */
export function fairClouds(canvas: Canvas, sky: Rect, random: Random): void {
  const kind = random();
  if (kind < 0.34) towers(canvas, sky, random);
  else if (kind < 0.62) flatRows(canvas, sky, random);
  else if (kind < 0.84) feathers(canvas, sky, random);
  else
    heap(
      canvas,
      { x: sky.x + sky.width * random.between(0.2, 0.8), y: sky.y + sky.height * 0.5 },
      Math.min(sky.width * 0.15, sky.height * 0.45),
      random,
    );
}

/** Great heaps that stand on the horizon, one at each side of unlike height. */
function towers(canvas: Canvas, sky: Rect, random: Random): void {
  const side = random() < 0.5 ? 0.16 : 0.84;
  const wide = Math.min(sky.width * 0.2, sky.height * 0.55);
  const foot = sky.y + sky.height * random.between(0.8, 0.92);
  heap(canvas, { x: sky.x + sky.width * (1 - side), y: foot }, wide * 0.5, random);
  heap(canvas, { x: sky.x + sky.width * side, y: foot }, wide, random, 1.3);
}

/** Small heaps in rows, the nearer ones higher and larger. */
function flatRows(canvas: Canvas, sky: Rect, random: Random): void {
  for (let row = 2; row >= 0; row--) {
    const y = sky.y + sky.height * (0.34 + row * 0.2);
    const wide = Math.min(sky.width * 0.16, sky.height * 0.4) * (1 - row * 0.26);
    const count = 1 + row;
    for (let i = 0; i < count; i++) {
      const x = sky.x + sky.width * ((i + random.between(0.2, 0.8)) / count);
      heap(
        canvas,
        { x, y: y + random.between(-0.04, 0.04) * sky.height },
        wide * random.between(0.7, 1.1),
        random,
        0.6,
      );
    }
  }
}

/** High ice clouds: long strokes of white that lean one way. */
function feathers(canvas: Canvas, sky: Rect, random: Random): void {
  let white = "";
  const lean = random.between(0.1, 0.26) * (random() < 0.5 ? -1 : 1);
  for (let i = 0; i < 16; i++) {
    const length = sky.width * random.between(0.16, 0.4);
    const x = sky.x + random.between(-0.15, 0.9) * sky.width;
    const y = sky.y + sky.height * random.between(0.1, 0.7);
    const bow = random.between(0.02, 0.07) * sky.height;
    white += penStroke(
      [0, 0.25, 0.5, 0.75, 1].map((t) => ({
        x: x + length * t,
        y: y - Math.sin(t * Math.PI) * bow - lean * length * t,
      })),
      sky.height * random.between(0.012, 0.045),
      { swellTo: 0.35, thinFrom: 0.45, tip: 0 },
    );
  }
  canvas.solid(white, "#fff");
}

/**
 * One heap of cloud on a soft level foot, `half` wide to either side at most: round heads behind one outline, lit from the upper left,
 * a grey under side. `tall` is its height for its width.
 */
function heap(canvas: Canvas, foot: Point, half: number, random: Random, tall = 0.9): void {
  const count = 13;
  const peak = random.between(-0.4, 0.4);
  const heads = Array.from({ length: count }, (_, i) => {
    const u = -1 + (i / (count - 1)) * 2;
    const swell = Math.max(0, 1 - (Math.abs(u - peak) / (1 + Math.abs(peak))) ** 1.3) * random.between(0.6, 1.12);
    const r = half * (0.1 + 0.17 * swell) * random.between(0.8, 1.25);
    return { x: foot.x + u * half * 0.82, y: foot.y - r * 0.7 - half * tall * 0.46 * swell, r };
  });
  // Its foot is level but soft: small heads hang below it, or the cloud would be cut with a ruler.
  const low = Array.from({ length: 6 }, (_, i) => {
    const r = half * random.between(0.09, 0.16);
    return { x: foot.x + (-0.76 + (i / 5) * 1.52) * half, y: foot.y - r * random.between(0.2, 0.6), r };
  });
  const base = `M${brief(foot.x - half * 0.84)} ${brief(foot.y)}H${brief(foot.x + half * 0.84)}L${brief(foot.x + half * (peak + 0.3))} ${brief(foot.y - half * tall * 0.44)}H${brief(foot.x + half * (peak - 0.3))}Z`;
  const body = (grow: number): string =>
    [...heads, ...low].map(({ x, y, r }) => circlePath(x, y, Math.max(1, r + grow))).join("");
  const w = half < 60 ? 1.2 : 1.7;
  canvas.shape(`${body(0)}${base}`, "#000", w * 2, "#000");
  canvas.solid(`${body(0)}${base}`, "#fff");
  under(canvas, foot, half, heads, random);
}

/** The shaded lower edge, and a few pen lines where one head stands before another. */
function under(
  canvas: Canvas,
  foot: Point,
  half: number,
  heads: readonly (Point & { r: number })[],
  random: Random,
): void {
  const top = heads.map(({ x, r }) => ({ x, y: foot.y - r * random.between(0.3, 0.62) }));
  const line = top.map((p) => `L${brief(p.x)} ${brief(p.y)}`).join("");
  canvas.solid(
    `M${brief(foot.x - half * 0.82)} ${brief(foot.y)}${line}L${brief(foot.x + half * 0.82)} ${brief(foot.y)}Z`,
    canvas.dots(0.16),
  );
  let lines = "";
  for (const [i, { x, y, r }] of heads.entries()) {
    if (i % 2 || r < 8) continue;
    const turn = random.between(-0.3, 0.3);
    const arc = [0.15, 0.5, 0.9, 1.3].map((a) => ({
      x: x + Math.cos(a + turn) * r * 0.78,
      y: y + Math.sin(a + turn) * r * 0.78,
    }));
    lines += penStroke(arc, Math.min(3, r * 0.06), { swellTo: 0.5, thinFrom: 0.5, tip: 0 });
  }
  canvas.fill(lines, "#000");
}

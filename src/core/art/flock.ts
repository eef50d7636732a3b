import type { Point, Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { type Canvas, corners } from "./canvas.ts";
import { penStroke, smoothPath } from "./ink.ts";

/** Many birds in the air: crows that circle over a place, the near ones large and feathered, the far ones strokes. */
export function drawFlock(
  canvas: Canvas,
  look: { bounds: Rect; night: boolean; calm: readonly Rect[]; seed: number },
): void {
  const { bounds, seed, calm, night } = look;
  const random = randomFrom(`${seed} flock`);
  const short = Math.min(bounds.width, bounds.height);
  const turn = random() < 0.5 ? 1 : -1;
  const centre = { x: bounds.x + bounds.width * random.between(0.42, 0.58), y: bounds.y + bounds.height * 0.36 };
  const count = 15;
  const taken: Rect[] = [];
  for (let i = 0; i < count; i++) {
    // A ring seen from below one side: its far half is high and small.
    const angle = (i / count) * 2 * Math.PI + random.between(-0.16, 0.16);
    const near = (Math.sin(angle) + 1) / 2;
    const at = {
      x: centre.x + Math.cos(angle) * bounds.width * 0.4 * random.between(0.75, 1.05),
      y: centre.y + Math.sin(angle) * bounds.height * 0.27 * random.between(0.75, 1.1),
    };
    const half = short * (0.03 + 0.1 * near ** 1.6) * random.between(0.85, 1.15);
    const box = { x: at.x - half * 1.1, y: at.y - half * 0.8, width: half * 2.2, height: half * 1.6 };
    if (!within(box, bounds) || [...calm, ...taken].some((r) => meets(box, r))) continue;
    taken.push(box);
    const beat = (): number => random.between(0.62, 1);
    bird(canvas, at, half, {
      heading: angle + (turn * Math.PI) / 2 + random.between(-0.3, 0.3),
      open: random.between(0.55, 0.85),
      wings: [beat(), beat()],
      night,
    });
  }
}

const within = (a: Rect, b: Rect): boolean =>
  a.x > b.x && a.y > b.y && a.x + a.width < b.x + b.width && a.y + a.height < b.y + b.height;

const meets = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;

interface Flight {
  /** Which way it flies on the page, in radians; 0 is to the right. */
  heading: number;
  /** How far the ring is tipped from sight: 1 is seen from below, 0 edge on. */
  open: number;
  /** Share of the span that each wing shows: beating wings are foreshortened. */
  wings: readonly [number, number];
  night: boolean;
}

/** One crow by the middle of its body and half its span, seen from below as it circles. */
function bird(canvas: Canvas, at: Point, half: number, { heading, open, wings, night }: Flight): void {
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  const q = (u: number, v: number): Point => {
    const [dx, dy] = [u * cos - v * sin, u * sin + v * cos];
    return { x: at.x + dx * half, y: at.y + dy * half * open };
  };
  const edge = night ? "#999" : "#fff";
  const w = Math.max(0.8, half * 0.02);
  const [left, right] = [-1, 1].map((side, i) => {
    const span = side * (wings[i] ?? 1);
    return corners(wingShape.map(([u, v]) => q(u, 0.05 * side + v * span)));
  });
  canvas.shape(left ?? "", "#000", w, edge);
  canvas.shape(right ?? "", "#000", w, edge);
  const trunk = bodyShape.map(([u, v]) => q(u, v));
  canvas.shape(smoothPath(trunk, true), "#000", w, edge);
  canvas.fill(corners(tailShape.map(([u, v]) => q(u, v))), "#000");
  if (half < 30) return;
  let ribs = "";
  for (const [i, side] of [-1, 1].entries())
    for (const t of [0.3, 0.46, 0.62]) {
      const span = side * (wings[i] ?? 1);
      ribs += penStroke([q(0.02, t * span), q(-0.1, (t + 0.03) * span), q(-0.2, (t + 0.05) * span)], half * 0.022, {
        swellTo: 0.3,
        thinFrom: 0.6,
        tip: 0,
      });
    }
  canvas.fill(ribs, edge);
}

/** A wing: along the flight and outwards from the body, in half spans; five feathers part at the tip. */
const wingShape = [
  [0.16, 0],
  [0.24, 0.28],
  [0.26, 0.5],
  [0.14, 0.82],
  [0.06, 1],
  [0, 0.9],
  [-0.06, 1],
  [-0.08, 0.86],
  [-0.15, 0.94],
  [-0.15, 0.8],
  [-0.23, 0.84],
  [-0.2, 0.68],
  [-0.28, 0.68],
  [-0.24, 0.5],
  [-0.26, 0.3],
  [-0.2, 0.1],
  [-0.2, 0],
] as const;

const bodyShape = [
  [0.52, 0],
  [0.4, 0.05],
  [0.3, 0.09],
  [0.1, 0.12],
  [-0.3, 0.07],
  [-0.34, 0],
  [-0.3, -0.07],
  [0.1, -0.12],
  [0.3, -0.09],
  [0.4, -0.05],
] as const;

const tailShape = [
  [-0.26, 0.06],
  [-0.6, 0.17],
  [-0.64, 0.06],
  [-0.66, 0],
  [-0.64, -0.06],
  [-0.6, -0.17],
  [-0.26, -0.06],
] as const;

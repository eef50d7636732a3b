import * as steady from "../geometry/steady-math.ts";
import type { Point, Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { type Canvas, corners } from "./canvas.ts";
import { penStroke } from "./ink.ts";

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
    const near = (steady.sin(angle) + 1) / 2;
    const at = {
      x: centre.x + steady.cos(angle) * bounds.width * 0.4 * random.between(0.75, 1.05),
      y: centre.y + steady.sin(angle) * bounds.height * 0.27 * random.between(0.75, 1.1),
    };
    const half = short * (0.03 + 0.1 * near ** 1.6) * random.between(0.85, 1.15);
    const box = { x: at.x - half * 1.1, y: at.y - half * 0.8, width: half * 2.2, height: half * 1.6 };
    if (!within(box, bounds) || [...calm, ...taken].some((r) => meets(box, r))) continue;
    taken.push(box);
    bird(canvas, at, half, {
      way: steady.cos(angle + (turn * Math.PI) / 2) >= 0 ? 1 : -1,
      climb: random.between(-0.28, 0.18),
      beat: random.pick(beats),
      night,
    });
  }
}

const within = (a: Rect, b: Rect): boolean =>
  a.x > b.x && a.y > b.y && a.x + a.width < b.x + b.width && a.y + a.height < b.y + b.height;

const meets = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;

interface Flight {
  /** Flies to the right of the page or to the left. */
  way: 1 | -1;
  /** How far it is tipped, in radians; negative climbs. */
  climb: number;
  beat: Beat;
  night: boolean;
}

/** One crow by the middle of its body and half its span: the far wing, the body with beak and tail, the near wing over it. */
function bird(canvas: Canvas, at: Point, half: number, { way, climb, beat, night }: Flight): void {
  const [cos, sin] = [steady.cos(climb), steady.sin(climb)];
  const q = ([u, v]: readonly [number, number]): Point => ({
    x: at.x + (u * cos - v * sin) * half * way,
    y: at.y + (u * sin + v * cos) * half,
  });
  const edge = night ? "#999" : "#fff";
  const w = Math.max(0.6, half * 0.016);
  canvas.shape(corners(beat.far.map(q)), "#000", w, edge);
  canvas.shape(corners(bodyShape.map(q)), "#000", w, edge);
  canvas.shape(corners(beat.near.map(q)), "#000", w, edge);
  if (half < 26) return;
  const [root, tip] = [q([0, -0.02]), q(beat.near[4] ?? [0, 0])];
  const ribs = [0.24, 0.42, 0.6].map((t) => {
    const from = { x: root.x + (tip.x - root.x) * t, y: root.y + (tip.y - root.y) * t };
    const back = { x: from.x - way * half * 0.2, y: from.y + (root.y - tip.y) * 0.08 };
    return penStroke([from, { x: (from.x + back.x) / 2, y: (from.y + back.y) / 2 }, back], half * 0.02, {
      swellTo: 0.3,
      thinFrom: 0.6,
      tip: 0,
    });
  });
  canvas.fill(ribs.join(""), edge);
}

type Shape = readonly (readonly [number, number])[];

/** Both wings at one moment of a beat: forward and down from the middle of the body, in half spans; feathers part at the tips. */
interface Beat {
  near: Shape;
  far: Shape;
}

const beats: readonly Beat[] = [
  // Raised high.
  {
    near: [
      [0.2, -0.06],
      [0.2, -0.36],
      [0.1, -0.66],
      [0.02, -0.9],
      [-0.06, -1],
      [-0.09, -0.88],
      [-0.2, -0.94],
      [-0.2, -0.8],
      [-0.32, -0.82],
      [-0.29, -0.68],
      [-0.4, -0.66],
      [-0.34, -0.48],
      [-0.34, -0.26],
      [-0.24, 0],
    ],
    far: [
      [0.24, -0.08],
      [0.34, -0.36],
      [0.4, -0.62],
      [0.44, -0.84],
      [0.36, -0.76],
      [0.32, -0.84],
      [0.26, -0.7],
      [0.18, -0.74],
      [0.14, -0.5],
      [0.06, -0.1],
    ],
  },
  // Gliding, a little bent.
  {
    near: [
      [0.2, 0],
      [0.06, 0.16],
      [-0.18, 0.3],
      [-0.42, 0.44],
      [-0.7, 0.62],
      [-0.62, 0.48],
      [-0.78, 0.5],
      [-0.64, 0.36],
      [-0.76, 0.34],
      [-0.6, 0.22],
      [-0.44, 0.14],
      [-0.26, 0.02],
    ],
    far: [
      [0.22, -0.08],
      [0.24, -0.24],
      [0.1, -0.42],
      [-0.08, -0.58],
      [-0.3, -0.74],
      [-0.26, -0.62],
      [-0.4, -0.66],
      [-0.32, -0.52],
      [-0.42, -0.5],
      [-0.3, -0.36],
      [-0.2, -0.22],
      [-0.1, -0.08],
    ],
  },
  // Pressed down.
  {
    near: [
      [0.2, -0.02],
      [0.24, 0.24],
      [0.2, 0.48],
      [0.14, 0.68],
      [0.06, 0.82],
      [0.02, 0.7],
      [-0.08, 0.78],
      [-0.1, 0.64],
      [-0.2, 0.68],
      [-0.18, 0.52],
      [-0.28, 0.48],
      [-0.24, 0.3],
      [-0.24, 0.06],
    ],
    far: [
      [0.22, -0.08],
      [0.36, 0.1],
      [0.42, 0.32],
      [0.42, 0.52],
      [0.34, 0.42],
      [0.28, 0.5],
      [0.22, 0.34],
      [0.16, 0.1],
    ],
  },
];

/** Beak, head, back, the wedge of the tail, belly. */
const bodyShape: Shape = [
  [0.66, 0.02],
  [0.52, -0.05],
  [0.44, -0.1],
  [0.34, -0.1],
  [0.2, -0.12],
  [-0.1, -0.08],
  [-0.34, 0],
  [-0.66, 0],
  [-0.7, 0.06],
  [-0.64, 0.14],
  [-0.34, 0.1],
  [-0.1, 0.12],
  [0.16, 0.12],
  [0.34, 0.06],
  [0.46, 0.04],
];

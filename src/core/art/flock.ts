import * as steady from "../geometry/steady-math.ts";
import type { Point, Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { brief, type Canvas } from "./canvas.ts";

/** Many birds in the air that circle over a place: each two bent wings in one stroke, the near ones larger. */
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
    const half = short * (0.03 + 0.05 * near ** 1.6) * random.between(0.85, 1.15);
    const box = { x: at.x - half * 1.1, y: at.y - half * 0.8, width: half * 2.2, height: half * 1.6 };
    if (!within(box, bounds) || [...calm, ...taken].some((r) => meets(box, r))) continue;
    taken.push(box);
    bird(canvas, at, half, {
      lean: (steady.cos(angle + (turn * Math.PI) / 2) >= 0 ? 1 : -1) * random.between(0.02, 0.28),
      wings: random.pick(beats),
      night,
    });
  }
}

const within = (a: Rect, b: Rect): boolean =>
  a.x > b.x && a.y > b.y && a.x + a.width < b.x + b.width && a.y + a.height < b.y + b.height;

const meets = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;

interface Flight {
  /** How far it is tipped into its curve, in radians clockwise. */
  lean: number;
  wings: Wings;
  night: boolean;
}

/** Heights of the bend and the tip of a wing over the body, in half spans. */
interface Wings {
  bend: number;
  tip: number;
}

/** Raised, gliding, at the foot of the beat. */
const beats: readonly Wings[] = [
  { bend: 0.62, tip: 0.5 },
  { bend: 0.5, tip: 0.12 },
  { bend: 0.42, tip: -0.16 },
];

/** One bird by the middle of its body and half its span. Feathers at this size would be a torn scrap: a curve for each wing tells it all. */
function bird(canvas: Canvas, at: Point, half: number, { lean, wings, night }: Flight): void {
  const [cos, sin] = [steady.cos(lean), steady.sin(lean)];
  const q = (u: number, v: number): string =>
    `${brief(at.x + (u * cos - v * sin) * half)} ${brief(at.y + (u * sin + v * cos) * half)}`;
  const { bend, tip } = wings;
  const right = `Q${q(0.42, -bend * 1.3)} ${q(1, -tip)}Q${q(0.46, -bend * 0.72)} ${q(0.09, 0.06)}`;
  const body = `Q${q(0.06, 0.24)} ${q(0, 0.26)}Q${q(-0.06, 0.24)} ${q(-0.09, 0.06)}`;
  const left = `Q${q(-0.46, -bend * 0.72)} ${q(-1, -tip)}Q${q(-0.42, -bend * 1.3)} ${q(0, -0.08)}`;
  canvas.shape(`M${q(0, -0.08)}${right}${body}${left}Z`, "#000", Math.max(0.6, half * 0.03), night ? "#999" : "#fff");
}

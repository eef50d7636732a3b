import type { Point } from "../../geometry/geometry.ts";
import { brush, flick, massPath } from "../people/brush.ts";
import { lerp } from "../people/space.ts";
import { fineTone } from "../tone.ts";
import { type BeastView, onHead } from "./beast-view.ts";

/** The open mouth of a muzzle: its corner, and the fronts of upper and lower lip, on the page. */
interface Jaws {
  corner: Point;
  upper: Point;
  lower: Point;
}

/** Whether lips are drawn back from the teeth. */
export const bares = ({ plan, emotion, asleep, species }: BeastView): boolean =>
  !asleep && plan.nose === "leather" && species !== "mouse" && (emotion === "furious" || emotion === "angry");

/** Open jaws from the side; bared, the lip is curled up over the teeth and the nose wrinkled. */
export function openJaws(view: BeastView, { corner, upper, lower }: Jaws): string {
  const bared = bares(view);
  const up = { x: 0, y: -1 };
  const size = view.size;
  const on = (from: Point, t: number, lift: number): Point => ({
    x: lerp(from.x, corner.x, t),
    y: lerp(from.y, corner.y, t) + up.y * lift * size,
  });
  const curl = bared ? 0.035 : 0.006;
  const lip = [on(upper, 0, 0), on(upper, 0.3, curl), on(upper, 0.6, curl * 0.7), corner];
  const chin = [on(lower, 0.62, -0.004), on(lower, 0.3, -0.006), on(lower, 0, 0)];
  const hole = massPath([...lip, ...chin], false);
  const line = (points: Point[], width: number): string => brush(points, width, { tip: 0.2 }, view.coat.line);
  const parts = [
    `<path d="${hole}" fill="#000" stroke="#000" stroke-width="${(view.nib.line * 0.8).toFixed(1)}" stroke-linejoin="round"/>`,
  ];
  if (!view.small) parts.push(tongue(on, lower));
  if (bared && !view.small) parts.push(teeth(on, upper, lower, curl, size));
  if (bared && !view.small)
    parts.push(
      wrinkles(view),
      line(
        lip.map(({ x, y }) => ({ x, y: y - 0.028 * size })),
        view.nib.line,
      ),
    );
  return parts.join("");
}

type Along = (from: Point, t: number, lift: number) => Point;

function tongue(on: Along, lower: Point): string {
  const shape = [on(lower, 0.16, 0.006), on(lower, 0.34, 0.03), on(lower, 0.62, 0.012), on(lower, 0.5, 0)];
  return `<path d="${massPath(shape)}" fill="${fineTone(20)}"/>`;
}

/** Long canines by the nose and the chin, and a row of small teeth behind them. */
function teeth(on: Along, upper: Point, lower: Point, curl: number, size: number): string {
  const gap = Math.hypot(upper.x - lower.x, upper.y - lower.y) / size;
  const tooth = (from: Point, t: number, base: number, wide: number, long: number): string =>
    massPath([on(from, t - wide, base), on(from, t + wide, base), on(from, t + wide * 0.2, base + long)], false);
  const high = (t: number): number => curl * Math.min(1, t / 0.3) * (t > 0.6 ? 1.6 - t : 1);
  const top = [0.06, 0.12, 0.4, 0.5, 0.6, 0.7].map((t) => tooth(upper, t, high(t), 0.035, -gap * 0.28 * (1.1 - t)));
  const fang = tooth(upper, 0.24, high(0.24), 0.05, -gap * 0.72);
  const low = [0.34, 0.44, 0.54, 0.64].map((t) => tooth(lower, t, 0, 0.035, gap * 0.26 * (1.1 - t)));
  const lowFang = tooth(lower, 0.1, 0, 0.05, gap * 0.55);
  return `<path d="${[...top, fang, ...low, lowFang].join("")}" fill="#fff"/>`;
}

/** The skin of the nose drawn up in folds between lip and eye. */
function wrinkles(view: BeastView): string {
  const near = view.yaw >= 0 ? -1 : 1;
  const [root, tip] = view.plan.muzzle;
  return [0.3, 0.48, 0.66]
    .map((t) => {
      const [y, z, r] = [lerp(root[1], tip[1], t), lerp(root[2], tip[2], t), lerp(root[3], tip[3], t)];
      return flick(
        [
          onHead(view, near * r * 0.15, y - r * 0.98, z + 0.02),
          onHead(view, near * r * 0.75, y - r * 0.6, z - 0.015),
          onHead(view, near * r, y - r * 0.05, z - 0.06),
        ],
        view.nib.line,
        view.coat.line,
      );
    })
    .join("");
}

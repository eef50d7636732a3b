import type { Point } from "../../geometry/geometry.ts";
import type { AnimalPlan } from "./animal-plans.ts";
import { blob, brush } from "./brush.ts";
import { type HeadView } from "./head-view.ts";
import { type Vec, vec } from "./space.ts";

/** The eyes that the turn of the head leaves in sight, with lids and brows that feel. */
export function animalEyes(view: HeadView, plan: AnimalPlan): string {
  const order = view.yaw >= 0 ? ([1, -1] as const) : ([-1, 1] as const);
  return order.map((side) => eye(view, plan, side)).join("");
}

function eye(view: HeadView, plan: AnimalPlan, side: 1 | -1): string {
  const around = side * plan.eyeAt;
  const facing = Math.cos(((around + view.yaw) * Math.PI) / 180);
  if (facing < 0.3) return "";
  const { expression, nib, size } = view;
  const r = plan.eye;
  const at = onSkull(view, plan, around);
  const ring = (rx: number, ry: number, dx = 0, dy = 0): Point[] =>
    Array.from({ length: 14 }, (_, i) => {
      const a = (i / 14) * 2 * Math.PI;
      return at(dx + rx * Math.cos(a), dy + ry * Math.sin(a));
    });
  const brow = browOf(view, at, side, r);
  if (expression.closed !== "none") {
    const bend = expression.closed === "smile" ? -0.06 : 0.05;
    return brush([at(-r, -bend * 0.4), at(0, bend), at(r, -bend * 0.4)], Math.max(1.4, size * 0.024)) + brow;
  }
  const lid = Math.min(1.15, expression.lid);
  const high = r * (0.45 + 0.75 * lid);
  const gaze = { x: expression.gaze.x * 0.7, y: expression.gaze.y + r * (1 - lid) * 0.3 };
  // Beasts have little white in their eyes.
  const dark = r * (0.62 + 0.3 * expression.iris);
  const parts = [
    blob(ring(r * 1.02, high), "#fff", nib.line),
    blob(ring(dark * 0.82, Math.min(high * 0.93, dark * 1.1), gaze.x, gaze.y), "#000", 0),
    blob(ring(r * 0.25, r * 0.27, gaze.x - r * 0.28, gaze.y - high * 0.4), "#fff", 0),
  ];
  if (!view.small) parts.push(blob(ring(r * 0.12, r * 0.12, gaze.x + r * 0.28, gaze.y + high * 0.4), "#fff", 0));
  const cut = lid < 0.85 ? -high * 0.72 : -high;
  parts.push(
    brush(
      [at(-r * 1.08, -high * 0.25), at(-r * 0.5, cut * 0.92), at(r * 0.4, cut * 0.95), at(r * 1.1, -high * 0.25)],
      Math.max(1.6, size * 0.026),
      { swellTo: 0.5, thinFrom: 0.6, tip: 0.3 },
    ),
  );
  return parts.join("") + brow;
}

/** Points on the skull's side, round a place at this angle from the front. */
function onSkull(view: HeadView, plan: AnimalPlan, around: number): (dx: number, dy: number) => Point {
  const [rx, ry, rz] = plan.skull;
  const angle = (around * Math.PI) / 180;
  const rise = Math.min(0.9, plan.eyeRise / ry);
  const shrink = Math.sqrt(1 - rise * rise) * 0.97;
  const centre: Vec = vec(rx * Math.sin(angle) * shrink, plan.y - plan.eyeRise, -0.03 + rz * Math.cos(angle) * shrink);
  return (dx, dy) =>
    view.sight.see(vec(centre.x + Math.cos(angle) * dx, centre.y + dy, centre.z - Math.sin(angle) * dx));
}

function browOf(view: HeadView, at: (dx: number, dy: number) => Point, side: 1 | -1, r: number): string {
  const { brow } = view.expression;
  const rise = -r * 1.45 - 0.02 - brow.lift - (side === 1 ? brow.doubt : 0);
  const slope = (brow.angle / 45) * 0.085;
  return brush(
    [at(-side * r * 1.05, rise + slope), at(0, rise - 0.012), at(side * r * 1.1, rise - slope + 0.012)],
    Math.max(1.3, view.size * 0.022),
    { swellTo: 0.3, thinFrom: 0.6, tip: 0.2 },
  );
}

import * as steady from "../../geometry/steady-math.ts";
import { blob, flick } from "./brush.ts";
import { cutOf } from "./hair-cuts.ts";
import { wrapsHead } from "./hat-shell.ts";
import { type HeadView, skinFill } from "./head-view.ts";
import { type Spot } from "./space.ts";

/** Outline of an ear on its own plane: out from the head, and down. */
const rim: readonly (readonly [number, number])[] = [
  [0, -0.085],
  [0.05, -0.122],
  [0.1, -0.112],
  [0.122, -0.06],
  [0.108, 0.005],
  [0.076, 0.055],
  [0.056, 0.1],
  [0.024, 0.11],
  [0, 0.075],
];

/** The ears that the turn of the head leaves visible; they stand out at the sides and lie flat seen from the side. */
export function drawEars(view: HeadView, layer: "behind" | "before" | "over"): string {
  return ([1, -1] as const).map((side) => ear(view, side, layer)).join("");
}

/** Whether hair, hood or cloth lies over the ears. */
function earsCovered({ sheet, behind }: HeadView): boolean {
  if (wrapsHead(sheet)) return true;
  if (sheet.hairStyle === "bald") return false;
  const cut = cutOf(sheet);
  // From behind hair that hangs lies over them too when it is combed behind them.
  return (behind || cut.ears !== "behind") && (cut.ears !== "shown" || cut.sideTo >= 0.3);
}

function ear(view: HeadView, side: 1 | -1, layer: "behind" | "before" | "over"): string {
  const { skull, sight, nib, sheet, behind } = view;
  // From the brow to the foot of the nose; it goes some of the way with a nodding face, or it would hang at the jaw.
  const nod = behind ? 0 : 0.2 * steady.sin((view.head.pitch * Math.PI) / 180);
  const turned = Math.abs(view.yaw);
  const y = (skull.eyeLine + skull.noseTip) / 2 - 0.028 - nod;
  const over = sheet.hat !== "hood" && !behind;
  const face = (skull.noseTip - skull.eyeLine) / 0.155;
  const big = face * (sheet.age === "old" ? 1.12 : 1) * (behind ? 0.9 : 1);
  const [wide, deep] = behind ? [0.62, 0.3] : [0.4, 0.95];
  const sunk = behind ? 1 : 0.985;
  const root = skull.slice(y).width * sunk;
  const at = (out: number, down: number): Spot => {
    // It grows along the head: a lobe that hung straight down would stand off the narrower jaw.
    const along = skull.slice(y + down * big * 0.9).width * sunk;
    return sight.see({
      x: side * (Math.min(root, along) + out * wide),
      y: y + down * big,
      z: -0.05 - out * deep * big,
    });
  };
  const depth = sight.see({ x: side * root, y, z: -0.08 }).depth;
  const front = depth > -0.1;
  if (earsCovered(view)) return "";
  // A woman's curls hang before them.
  if (cutOf(sheet).curls > 0 && sheet.gender === "female" && turned < 60) return "";
  // Of the far ear a turned head shows nothing but a rim beside the cheek.
  if (turned > 14 && !behind && side * view.yaw > 0) return "";
  if (layer !== (over && front ? "over" : front ? "before" : "behind")) return "";
  const parts = [
    blob(
      rim.map(([o, d]) => at(o, d)),
      skinFill(sheet),
      nib.bold,
    ),
  ];
  if (view.size > 100 && depth > 0 && !behind)
    parts.push(
      flick([at(0.02, -0.06), at(0.076, -0.082), at(0.084, -0.02), at(0.052, 0.045)], nib.fine * 1.1),
      flick([at(0.03, -0.03), at(0.056, -0.02), at(0.048, 0.02), at(0.02, 0.04)], nib.fine),
    );
  if (sheet.marks.includes("earrings") && !view.small) {
    const drop = at(0.03, 0.14);
    parts.push(
      `<circle cx="${drop.x.toFixed(2)}" cy="${drop.y.toFixed(2)}" r="${(view.size * 0.024).toFixed(2)}" fill="#fff" stroke="#000" stroke-width="${nib.line.toFixed(2)}"/>`,
    );
  }
  return parts.join("");
}

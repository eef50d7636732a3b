import type { ModelSheet } from "../artist.ts";
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
function earsCovered(sheet: ModelSheet): boolean {
  if (wrapsHead(sheet)) return true;
  if (sheet.hairStyle === "bald") return false;
  const cut = cutOf(sheet);
  return cut.ears === "covered" || cut.sideTo >= 0.3;
}

function ear(view: HeadView, side: 1 | -1, layer: "behind" | "before" | "over"): string {
  const { skull, sight, nib, sheet } = view;
  const y = skull.eyeLine + 0.075;
  // Short hair leaves the near ear free: under a lock it would make a helmet of the hair.
  const turned = Math.abs(view.yaw);
  const away = turned > 104 && sheet.hairStyle !== "bald";
  const over = away || (turned > 12 && sheet.hat !== "hood");
  const fromBehind = away && turned > 142;
  const big = (sheet.age === "old" ? 1.12 : 1) * (fromBehind ? 0.82 : away ? 0.94 : 1);
  // Between side and back the plane of an ear is seen on edge: it is opened a little, or it would be a splinter.
  const [wide, deep] = fromBehind ? [0.78, 0.3] : away ? [0.1, 1.2] : [0.42, 0.95];
  const root = skull.slice(y).width * 0.985;
  const at = (out: number, down: number): Spot =>
    sight.see({
      x: side * (root + out * wide),
      y: y + down * big,
      z: -0.02 - out * deep * big,
    });
  const depth = sight.see({ x: side * root, y, z: -0.05 }).depth;
  const front = depth > -0.1;
  if (earsCovered(sheet)) return "";
  if (over && (cutOf(sheet).curls > 0 || cutOf(sheet).spike > 0.1)) return "";
  if (layer !== (over && front ? "over" : front ? "before" : "behind")) return "";
  if (away && !front) return "";
  const parts = [
    blob(
      rim.map(([o, d]) => at(o, d)),
      skinFill(sheet),
      nib.bold,
    ),
  ];
  if (view.size > 100 && depth > 0)
    parts.push(flick([at(0.018, -0.05), at(0.072, -0.075), at(0.07, -0.005), at(0.03, 0.035)], nib.fine * 1.1));
  if (sheet.marks.includes("earrings") && !view.small) {
    const drop = at(0.03, 0.14);
    parts.push(
      `<circle cx="${drop.x.toFixed(2)}" cy="${drop.y.toFixed(2)}" r="${(view.size * 0.024).toFixed(2)}" fill="#fff" stroke="#000" stroke-width="${nib.line.toFixed(2)}"/>`,
    );
  }
  return parts.join("");
}

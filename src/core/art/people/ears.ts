import { blob, flick } from "./brush.ts";
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
export function drawEars(view: HeadView, layer: "behind" | "before"): string {
  return ([1, -1] as const).map((side) => ear(view, side, layer)).join("");
}

function ear(view: HeadView, side: 1 | -1, layer: "behind" | "before"): string {
  const { skull, sight, nib, sheet } = view;
  const big = sheet.age === "old" ? 1.12 : sheet.age === "child" ? 1.02 : 1;
  const y = skull.eyeLine + 0.075;
  const root = skull.slice(y).width * 0.985;
  const at = (out: number, down: number): Spot =>
    sight.see({ x: side * (root + out * 0.42), y: y + down * big, z: -0.02 - out * 0.95 * big });
  const depth = sight.see({ x: side * root, y, z: -0.05 }).depth;
  const front = depth > -0.1;
  // From behind, hair lies over the ears.
  if (Math.abs(view.yaw) > 118 && sheet.hairStyle !== "bald") return "";
  if (front !== (layer === "before")) return "";
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

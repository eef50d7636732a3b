import { fineShade } from "../tone.ts";
import { blob, brush, flick } from "./brush.ts";
import { type HeadView } from "./head-view.ts";
import { faceLimit, onFace, onRidge } from "./skull.ts";
import { type Spot } from "./space.ts";

/** The nose by its planes: the edge of the bridge on the far side, the tip, the wing of the nostril. */
export function drawNose(view: HeadView): string {
  if (view.behind || Math.abs(view.yaw) > 100) return "";
  const { skull, nib, sight } = view;
  const far = view.yaw >= 0 ? 1 : -1;
  const turn = Math.abs(view.yaw);
  const tip = skull.noseTip;
  const ridge = (y: number, x: number, share = 1): Spot => sight.see(onRidge(skull, y, x * far, share));
  const parts: string[] = [];
  const child = view.sheet.age === "child";
  const limit = Math.abs(faceLimit(skull, view.yaw, tip));
  const inOutline = turn > 58 || limit < 0.02;
  if (!inOutline) parts.push(front(view, ridge, far, turn, child));
  if (turn > 22 || !child) parts.push(nostril(view, far, turn));
  if (!view.small && !child && view.size > 110 && turn < 70) parts.push(shadow(view, ridge, far, tip));
  if (view.sheet.nose === "hooked" && !inOutline && !view.small)
    parts.push(flick([ridge(0.05, 0.022), ridge(0.09, 0.03), ridge(0.12, 0.02)], nib.line));
  return parts.join("");
}

function front(
  view: HeadView,
  ridge: (y: number, x: number, share?: number) => Spot,
  far: number,
  turn: number,
  child: boolean,
): string {
  const { nib, skull } = view;
  const tip = skull.noseTip;
  const broad = view.sheet.nose === "broad" ? 1.35 : view.sheet.nose === "small" ? 0.8 : 1;
  const under = [
    ridge(tip - 0.004, 0.034 * broad, 0.92),
    ridge(tip + 0.02, 0.016 * broad, 0.8),
    ridge(tip + 0.022, -0.018 * broad, 0.75),
  ];
  const man = view.sheet.gender === "male" && !child && view.sheet.age !== "young";
  // Light from the left: the right side of a man's nose is drawn even when he looks straight on.
  if (turn < 12 && man && !view.small)
    return (
      brush(under, nib.line * 1.1, { swellTo: 0.4, thinFrom: 0.6, tip: 0.15 }) +
      flick([ridge(0.045, 0.036, 0.3), ridge(0.1, 0.026, 0.6), ridge(tip - 0.02, 0.042 * broad, 0.8)], nib.fine * 1.3)
    );
  if (turn < 12 || child) return brush(under, nib.line, { swellTo: 0.4, thinFrom: 0.6, tip: 0.15 });
  const top = view.sheet.gender === "female" ? 0.1 : 0.03;
  const bridge = [
    ridge(top, 0.006),
    ridge((top + tip) / 2, 0.006),
    ridge(tip - 0.035, 0.012),
    ridge(tip - 0.006, 0.018),
    ridge(tip + 0.018, 0.006, 0.85),
    ridge(tip + 0.024, -0.02, 0.7),
  ];
  return brush(bridge, nib.line * 1.15, { swellTo: 0.6, thinFrom: 0.8, tip: 0.1 });
}

function nostril(view: HeadView, far: number, turn: number): string {
  const { skull, sight, nib } = view;
  const tip = skull.noseTip;
  const wide = view.sheet.nose === "broad" ? 0.075 : view.sheet.nose === "small" ? 0.05 : 0.06;
  const wing = (x: number, y: number, lift: number): Spot => sight.see(onFace(skull, -far * x, y, lift));
  const near = flick(
    [wing(wide * 0.92, tip - 0.03, 0.02), wing(wide * 1.05, tip - 0.006, 0.016), wing(wide * 0.8, tip + 0.018, 0.026)],
    nib.line,
  );
  const hole = view.small
    ? ""
    : flick([wing(wide * 0.62, tip + 0.014, 0.04), wing(wide * 0.3, tip + 0.012, 0.052)], nib.line);
  if (turn >= 12) return near + hole;
  const other = (x: number, y: number, lift: number): Spot => sight.see(onFace(skull, far * x, y, lift));
  return (
    near +
    flick(
      [
        other(wide * 0.92, tip - 0.03, 0.02),
        other(wide * 1.05, tip - 0.006, 0.016),
        other(wide * 0.8, tip + 0.018, 0.026),
      ],
      nib.line,
    )
  );
}

/** A wedge of tone under the tip. */
function shadow(
  view: HeadView,
  ridge: (y: number, x: number, share?: number) => Spot,
  far: number,
  tip: number,
): string {
  const points = [
    ridge(tip - 0.02, 0.02),
    ridge(tip + 0.02, 0.012, 0.85),
    ridge(tip + 0.026, -0.03, 0.6),
    ridge(tip + 0.055, 0.02, 0.3),
    ridge(tip + 0.03, 0.05, 0.5),
  ];
  return far === 0 ? "" : blob(points, fineShade(view.sheet.skin === "dark" ? 40 : 30), 0);
}

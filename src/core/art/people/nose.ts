import { fineShade } from "../tone.ts";
import { blob, brush, flick } from "./brush.ts";
import { type HeadView, sideOn } from "./head-view.ts";
import { onFace, onRidge } from "./skull.ts";
import { type Spot, clamp, lerp } from "./space.ts";

/** A point of the ridge of the nose: height, way to the far side, and share of how far the nose stands out. */
type Ridge = (y: number, x?: number, share?: number) => Spot;

/** The nose by its planes: the edge of the bridge on the far side, the tip, the wing of the nostril. */
export function drawNose(view: HeadView): string {
  if (view.behind) return "";
  const { skull, sight } = view;
  const far = view.yaw >= 0 ? 1 : -1;
  const turn = Math.abs(view.yaw);
  const child = view.sheet.age === "child";
  const ridge: Ridge = (y, x = 0, share = 1) => sight.see(onRidge(skull, y, x * far, share));
  const parts: string[] = [];
  if (!view.small && !child && view.size > 110 && turn < sideOn) parts.push(shadow(view, ridge));
  if (turn < sideOn) parts.push(front(view, ridge, turn, child));
  if (turn > 22 || !child) parts.push(nostril(view, far, turn));
  if (view.sheet.nose === "hooked" && turn < sideOn && !view.small)
    parts.push(flick([ridge(0.05, 0.022), ridge(0.09, 0.03), ridge(0.12, 0.02)], view.nib.line));
  return parts.join("");
}

/** Height at which the line of the bridge begins: the further a head turns, the nearer the brow. */
function bridgeTop({ skull, sheet }: HeadView, turn: number): number {
  const low = sheet.gender === "female" || sheet.age === "child" ? 0.1 : 0.03;
  return lerp(low, skull.eyeLine - 0.05, clamp((turn - 20) / 11, 0, 1));
}

/** The line from brow to lip that the far edge of the nose makes. */
function bridgeOf(view: HeadView, ridge: Ridge, turn: number): Spot[] {
  const tip = view.skull.noseTip;
  const top = bridgeTop(view, turn);
  return [
    ridge(top, 0.006),
    ridge(lerp(top, tip, 0.34), 0.006),
    ridge(lerp(top, tip, 0.66), 0.009),
    ridge(tip - 0.03, 0.013),
    ridge(tip - 0.006, 0.016),
    ridge(tip + 0.018, 0.006, 0.85),
    ridge(tip + 0.026, -0.014, 0.62),
  ];
}

function front(view: HeadView, ridge: Ridge, turn: number, child: boolean): string {
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
  if (turn < 12 || (child && turn < 30)) return brush(under, nib.line, { swellTo: 0.4, thinFrom: 0.6, tip: 0.15 });
  const line = bridgeOf(view, ridge, turn);
  // A child's and a woman's nose is a tip: of the bridge nothing is drawn.
  const soft = child || view.sheet.gender === "female";
  return brush(line.slice(child ? 3 : soft ? 2 : 0), nib.line * (soft ? 1 : 1.15), {
    swellTo: 0.6,
    thinFrom: 0.8,
    tip: 0.1,
  });
}

function nostril(view: HeadView, far: number, turn: number): string {
  const { skull, sight, nib } = view;
  const tip = skull.noseTip;
  const wide = view.sheet.nose === "broad" ? 0.075 : view.sheet.nose === "small" ? 0.05 : 0.06;
  // On a low nose the wings lie low too.
  const low = Math.min(1, skull.slice(tip).ridge / 0.08);
  const side = (s: number, x: number, y: number, lift: number): Spot => sight.see(onFace(skull, s * x, y, lift * low));
  const wing = (s: number): string =>
    flick(
      [
        side(s, wide * 0.92, tip - 0.03, 0.02),
        side(s, wide * 1.05, tip - 0.006, 0.016),
        side(s, wide * 0.8, tip + 0.018, 0.026),
      ],
      nib.line,
    );
  const hole = view.small
    ? ""
    : flick([side(-far, wide * 0.62, tip + 0.014, 0.034), side(-far, wide * 0.3, tip + 0.012, 0.046)], nib.line);
  return turn < 12 ? wing(-far) + hole + wing(far) : wing(-far) + hole;
}

/** A wedge of tone under the tip. */
function shadow(view: HeadView, ridge: Ridge): string {
  const tip = view.skull.noseTip;
  const points = [
    ridge(tip - 0.02, 0.02),
    ridge(tip + 0.02, 0.012, 0.85),
    ridge(tip + 0.026, -0.03, 0.6),
    ridge(tip + 0.055, 0.01, 0.3),
    ridge(tip + 0.03, 0.05, 0.5),
  ];
  return blob(points, fineShade(view.sheet.skin === "dark" ? 40 : 30), 0);
}

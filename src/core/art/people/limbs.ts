import * as steady from "../../geometry/steady-math.ts";
import { type Point, type Polygon, contains } from "../../geometry/geometry.ts";
import { type Nib, betweenLines, brush, curve, flick } from "./brush.ts";
import type { Cloth } from "./cloth.ts";
import { type HandInk, type HandPlace, drawHand } from "./hands.ts";
import type { Arm } from "./posed-arms.ts";
import type { Skeleton } from "./skeleton.ts";
import { type SleeveLine, offTrunk, puffSleeve, rimCrossing, robeSleeve } from "./sleeves.ts";
import { type Spot, lerp } from "./space.ts";

export interface LimbInk {
  svg: string;
  /** Path data of the outline, for halos and silhouettes. */
  outline: string;
}

export type Sleeve = "fitted" | "loose" | "wide" | "puff" | "short-puff" | "short" | "bare";

export interface Tube {
  left: Point[];
  right: Point[];
  path: string;
  /** Index of the elbow or knee in both sides. */
  joint: number;
}

/** A limb as a tube along its joints; half widths in page units at even shares of its length. */
export function tube(line: readonly Point[], halves: readonly number[], joint = 0): Tube {
  const points = curve(line, 4);
  const left: Point[] = [];
  const right: Point[] = [];
  points.forEach((point, i) => {
    const before = points[Math.max(0, i - 1)] ?? point;
    const after = points[Math.min(points.length - 1, i + 1)] ?? point;
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const t = (i / (points.length - 1)) * (halves.length - 1);
    const k = Math.min(halves.length - 2, Math.floor(t));
    const h = lerp(halves[k] ?? 0, halves[k + 1] ?? 0, t - k);
    const [nx, ny] = [-(after.y - before.y) / length, (after.x - before.x) / length];
    left.push({ x: point.x + nx * h, y: point.y + ny * h });
    right.push({ x: point.x - nx * h, y: point.y - ny * h });
  });
  return { left, right, path: betweenLines(left, right), joint: joint * 4 };
}

/** Lines along both edges of a limb. Where its upper part lies on the trunk no line is drawn: both become one shape. */
export function edges(limb: Tube, nib: Nib, ink: string, from: number, trunk: Polygon = [], unlined = 0.26): string {
  // On black cloth nothing but this line tells the arm from the trunk: it begins at the armpit and is as strong as a fold.
  const onBlack = ink === "#fff";
  const width = onBlack ? nib.line * 1.15 : nib.bold;
  const taper = { swellTo: 0.2, thinFrom: 0.9, tip: onBlack ? 0.3 : 0.5 };
  const line = (side: Point[]): string => {
    const upper = Math.round(side.length * (onBlack ? Math.min(0.22, unlined) : unlined));
    const first = Math.round(side.length * from);
    const last = side.slice(0, upper).findLastIndex((point) => contains(trunk, point));
    // A white line over the round of a black shoulder would be the rim of a cap.
    const start = Math.max(first, last, onBlack ? upper : 0);
    const above = onBlack ? [] : offTrunk(side.slice(first, start), trunk);
    const [root, next] = [side[start], side[start + 1]];
    // Begun inside of the trunk the line would be a tick on the shoulder.
    const free = root && next && contains(trunk, root) ? side.with(start, rimCrossing(root, next, trunk)) : side;
    return [...above, ...aroundJoint(limb, free, start)].map((part) => brush(part, width, taper, ink)).join("");
  };
  return line(limb.left) + line(limb.right);
}

/** One side of a limb from a point on; in the crook of the joint the lines of both halves end where they meet. */
function aroundJoint({ left, right, joint }: Tube, side: Point[], start: number): Point[][] {
  if (joint === 0) return [side.slice(start)];
  const half = (from: number, to: number): Point[] => [...left.slice(from, to), ...right.slice(from, to).toReversed()];
  // Without the stretch at the joint itself, where both halves have the same edge.
  const [upper, lower] = [half(0, joint - 1), half(joint + 2, left.length)];
  const above = side.slice(start, joint).filter((point) => !contains(lower, point));
  const below = side.slice(joint).filter((point) => !contains(upper, point));
  const whole = above.length + below.length === side.length - start;
  return whole ? [side.slice(start)] : [above, below];
}

/** The edges of a hanging sleeve's upper part: all that lies off the trunk, down to where the outline of the bag goes on. */
function upperEdges({ left, right }: Tube, nib: Nib, ink: string, trunk: Polygon, bag: Polygon): string {
  const upper = Math.ceil(left.length * 0.62);
  const width = ink === "#fff" ? nib.fine : nib.bold;
  const line = (side: Point[]): string =>
    [...offTrunk(side.slice(0, rootOf(side)), trunk), ...offTrunk(side.slice(rootOf(side) - 1, upper), bag)]
      .map((part) => brush(part, width, { tip: 0.6 }, ink))
      .join("");
  return line(left) + line(right);
}

/** Where an arm is free of the shoulder: above, sleeve and trunk are one shape; below, an arm before the trunk has its line. */
const rootOf = ({ length }: readonly Point[]): number => Math.round(length * 0.26);

/** What an arm is drawn with. */
export interface ArmDress {
  sleeve: Sleeve;
  cloth: Cloth;
  skin: string;
  /** The trunk, where a sleeve of its cloth runs into it without a line; null when the sleeve is of another cloth. */
  trunk: Polygon | null;
  /** What the hand holds, or null. */
  holds: LimbInk | null;
}

/** Below this head size in page units folds at the elbow would be rings. */
const leastFolded = 72;

/** An arm, and what of its hand lies before a thing that both hands hold. */
interface ArmInk extends LimbInk {
  grip: string;
}

export function drawArm(body: Skeleton, arm: Arm, { sleeve, cloth, skin, trunk, holds }: ArmDress, nib: Nib): ArmInk {
  const { sight, measures } = body;
  const size = sight.size;
  const [shoulder, elbow, wrist] = [body.see(arm.shoulder), body.see(arm.elbow), body.see(arm.wrist)];
  const r = measures.armThick * size;
  const roomy = { fitted: 1.06, loose: 1.16, wide: 1.2, puff: 1.02, "short-puff": 0.94, short: 0.96, bare: 0.94 }[
    sleeve
  ];
  const wristR = r * (sleeve === "loose" ? 0.8 : isSkin(sleeve) ? 0.5 : 0.7);
  const robed = sleeve === "wide";
  const bend = mid(shoulder, elbow, 0.5);
  // The tube begins inside the slope of the shoulder, so that both run into one line.
  const neck = body.see({
    x: arm.side * measures.neckWide,
    y: arm.shoulder.y - measures.armThick * 0.5,
    z: arm.shoulder.z,
  });
  const d = unit(shoulder, elbow);
  const root =
    trunk === null
      ? { x: shoulder.x - d.x * r * 0.78, y: shoulder.y - d.y * r * 0.78 }
      : { x: lerp(shoulder.x, neck.x, 0.26), y: lerp(shoulder.y, neck.y, 0.26) + r * 0.2 };
  // A short upper arm comes towards the reader: its cap would be a plate.
  const cap = isCapped(sleeve) && Math.hypot(elbow.x - shoulder.x, elbow.y - shoulder.y) > 3 * r;
  const skinArm = isSkin(sleeve);
  // A sleeve ends a little above the wrist, so that the hand has one.
  const end = skinArm ? wrist : { ...wrist, x: lerp(wrist.x, elbow.x, 0.07), y: lerp(wrist.y, elbow.y, 0.07) };
  // Close to the elbow on both sides, so that the arm has a joint and does not bend like a hose.
  const joint = [mid(shoulder, elbow, 0.84), elbow, mid(elbow, wrist, 0.16)];
  // Under a short sleeve the bare arm begins inside of it.
  const [first, second] = cap ? [mid(shoulder, elbow, 0.1), mid(shoulder, elbow, 0.2)] : [root, shoulder];
  const main = tube(
    [first, second, bend, ...joint, mid(elbow, wrist, 0.52), end],
    [
      trunk === null ? 0.42 : 0.5,
      0.98,
      1.04 * roomy,
      0.92 * roomy,
      0.9 * roomy,
      0.94 * roomy,
      0.86 * roomy,
      wristR / r,
    ].map((share) => share * r),
    4,
  );
  const folded = !robed && isFolded(shoulder, elbow, wrist) ? foldedForearm(elbow, end, r * roomy, wristR) : null;
  const fill = skinArm ? skin : cloth.fill;
  const ink = skinArm ? "#000" : cloth.fold;
  const held = handOf(body, arm, skin, nib);
  const hand = [held.under, holds?.svg ?? "", held.over];
  const line: SleeveLine = {
    shoulder,
    elbow,
    wrist,
    neck: body.see(body.axis(measures.neck)),
    hip: body.see(body.axis(measures.hip)),
    r,
    aside: swingOf(body, arm),
  };
  const sewn = robed ? robeSleeve(line, measures.forearm * 0.86 * size, cloth, skin, nib) : null;
  // Where the hand is in the other sleeve, that one is before the mouth.
  const robe = sewn && arm.gesture === "tucked" ? { ...sewn, mouth: null } : sewn;
  const puff = cap ? puffSleeve(line, sleeve !== "short", cloth, nib, trunk ?? []) : null;
  const outline =
    main.path +
    (folded?.path ?? "") +
    held.outline +
    (holds?.outline ?? "") +
    (robe?.bag.outline ?? "") +
    (puff?.outline ?? "");
  // The hand comes out of a robe's sleeve; other sleeves are drawn over its root.
  const parts = robe?.mouth ? [robe.bag.svg] : [...hand, robe?.bag.svg ?? ""];
  // Of an arm in a bag of cloth only the upper half can be told.
  const upper = [root, shoulder, bend, mid(shoulder, elbow, 0.9)];
  const shape = folded
    ? tube(
        [first, second, bend, mid(shoulder, elbow, 0.84), elbow],
        [trunk === null ? 0.42 : 0.5, 0.98, 1.04 * roomy, 0.96 * roomy, 0.93 * roomy].map((share) => share * r),
      )
    : robe
      ? tube(
          upper,
          [0.5, 0.98, 1.24, 1.1].map((share) => share * r),
        )
      : main;
  parts.push(`<path d="${shape.path}" fill="${fill}"/>`);
  if (trunk === null)
    parts.push(
      edges(folded ? shape : main, nib, "#000", 0),
      brush([main.left[0] ?? root, main.right[0] ?? root], nib.bold),
    );
  else {
    // From the side a bare arm has no seam, and a black sleeve none to be seen: without the line of its shoulder it would be one slab with the breast.
    const aside = Math.abs(body.yaw) > 44 && Math.abs(body.yaw) < 136;
    const seamless = aside && (sleeve === "bare" || (ink === "#fff" && arm.side * body.yaw < 0));
    parts.push(
      robe
        ? upperEdges(main, nib, ink, trunk, robe.ring)
        : edges(folded ? shape : main, nib, ink, 0.02, trunk, seamless ? 0.1 : undefined),
    );
  }
  if (folded)
    parts.push(
      `<path d="${folded.path}" fill="${fill}"/>`,
      aroundForearm(folded, shoulder, elbow, r * roomy, nib, ink),
    );
  if (sleeve === "bare" && size >= leastFolded) parts.push(deltoid(line, nib));
  if (robe?.mouth) parts.push(robe.mouth, ...hand);
  if (puff) parts.push(puff.svg);
  if (!skinArm && sleeve !== "wide" && size >= leastFolded)
    parts.push(
      elbowFolds(shoulder, elbow, wrist, r, cloth, nib),
      arm.side * body.yaw > 12 ? "" : shoulderFold(shoulder, elbow, wrist, r, cloth, nib),
      arm.gesture === "tucked" ? "" : cuff(elbow, end, wristR, cloth, nib),
    );
  if (arm.gesture === "tucked" && arm.crossed === null && !arm.behind) parts.push(pocketMouth(wrist, r, arm, nib, ink));
  return { svg: parts.join(""), outline, grip: held.over };
}

/** Where the muscle of a bare shoulder ends on the outside of the arm. */
function deltoid({ shoulder, elbow, neck, r }: SleeveLine, nib: Nib): string {
  const down = unit(shoulder, elbow);
  const out = (shoulder.x - neck.x) * -down.y + (shoulder.y - neck.y) * down.x >= 0 ? 1 : -1;
  const at = (share: number, across: number): Point => {
    const middle = mid(shoulder, elbow, share);
    return { x: middle.x - down.y * out * across * r, y: middle.y + down.x * out * across * r };
  };
  return flick([at(0.36, 0.72), at(0.46, 0.5), at(0.52, 0.16)], nib.fine * 1.3);
}

/** Bent so far that the forearm lies on the upper arm: one tube would fold upon itself. */
function isFolded(shoulder: Point, elbow: Point, wrist: Point): boolean {
  const [up, down] = [unit(elbow, shoulder), unit(elbow, wrist)];
  return up.x * down.x + up.y * down.y > 0.02;
}

/** The forearm of a folded arm by itself, round at the elbow. */
function foldedForearm(elbow: Point, end: Point, r: number, wristR: number): Tube {
  const d = unit(elbow, end);
  const behind = (by: number): Point => ({ x: elbow.x - d.x * by * r, y: elbow.y - d.y * by * r });
  return tube(
    [behind(0.92), behind(0.72), behind(0.3), mid(elbow, end, 0.12), mid(elbow, end, 0.5), end],
    [0.2 * r, 0.62 * r, 0.9 * r, 0.96 * r, 0.9 * r, wristR],
  );
}

/**
 * The line of a forearm: along both sides and round the elbow, but for where it comes out of the upper arm. There sleeve and elbow are
 * one shape, and a line between them would make two sausages of it.
 */
function aroundForearm({ left, right }: Tube, shoulder: Point, elbow: Point, r: number, nib: Nib, ink: string): string {
  const width = ink === "#fff" ? nib.line * 1.15 : nib.bold;
  const up = unit(elbow, shoulder);
  const at = (along: number, across: number): Point => ({
    x: elbow.x + (up.x * along - up.y * across) * r,
    y: elbow.y + (up.y * along + up.x * across) * r,
  });
  const joint = [at(0, -0.88), at(1.5, -0.88), at(1.5, 0.88), at(0, 0.88)];
  return offTrunk([...right.toReversed(), ...left], joint)
    .map((part) => brush(part, width, { swellTo: 0.06, thinFrom: 0.94, tip: 0.6 }, ink))
    .join("");
}

const isSkin = (sleeve: Sleeve): boolean => sleeve === "bare" || sleeve === "short" || sleeve === "short-puff";
const isCapped = (sleeve: Sleeve): boolean => sleeve === "short" || sleeve === "puff" || sleeve === "short-puff";

/** Cloth under a hanging arm swings away from the trunk, of a turned body to its back. */
function swingOf({ yaw }: Skeleton, { side }: Arm): 1 | -1 {
  if (Math.abs(yaw) > 50 && Math.abs(yaw) < 130) return yaw > 0 ? -1 : 1;
  return Math.abs(yaw) >= 130 ? (side === 1 ? -1 : 1) : side;
}

/** How a hand lies on the page: its thumb up or to the front. */
export function handPlaceOf(body: Skeleton, arm: Arm): HandPlace {
  const { sight, measures } = body;
  const { wrist: w, fingers: f } = arm;
  const wrist = body.see(w);
  const tips = body.see({ x: w.x + f.x, y: w.y + f.y, z: w.z + f.z });
  const across = Math.hypot(tips.x - wrist.x, tips.y - wrist.y) / sight.size;
  const length = arm.hand * sight.size * (0.72 + 0.28 * Math.min(1, across));
  const angle = steady.atan2(tips.y - wrist.y, tips.x - wrist.x);
  const raised = steady.sin(angle) < -0.2;
  const neck = body.see(body.axis(measures.neck));
  const facing = Math.sign(body.yaw) || 1;
  // The thumb of a raised hand is towards the head, of a hanging hand to the front.
  const towards = raised ? Math.sign(neck.x - wrist.x) || 1 : Math.abs(body.yaw) < 12 ? -arm.side : facing;
  const clockwise = steady.cos(angle + Math.PI / 2) * towards;
  const level = Math.abs(steady.cos(angle)) > 0.85;
  const thumb = level ? (steady.cos(angle) > 0 ? -1 : 1) : clockwise >= 0 ? 1 : -1;
  return { wrist, angle, length, breadth: measures.handBroad, thumb };
}

function handOf(body: Skeleton, arm: Arm, skin: string, nib: Nib): HandInk {
  const place = handPlaceOf(body, arm);
  const hand = drawHand(arm.gesture, place, skin, nib.line * 1.15, nib.fine);
  return arm.pulls ? { ...hand, under: pulledCloth(place, nib) + hand.under } : hand;
}

/** Folds of the cloth that a fist has drawn together, on whatever cloth it is: ink in a light rim. */
function pulledCloth({ wrist, angle, length }: HandPlace, nib: Nib): string {
  const from = { x: wrist.x + steady.cos(angle) * length * 0.34, y: wrist.y + steady.sin(angle) * length * 0.34 };
  const folds = [-1.1, -0.45, 0.2, 0.8, 1.5].map((turn, i) => {
    const way = (by: number, bent: number): Point => ({
      x: from.x + steady.cos(angle + turn + bent) * length * by,
      y: from.y + steady.sin(angle + turn + bent) * length * by,
    });
    return [way(0.2, 0), way(0.5, 0.1), way(i % 2 === 0 ? 0.95 : 0.7, 0.26)];
  });
  const drawn = (width: number, ink: string): string => folds.map((fold) => flick(fold, width, ink)).join("");
  return drawn(nib.fine * 3, "#fff") + drawn(nib.fine * 1.6, "#000");
}

/** Folds radiate from the inside of the bend. */
function elbowFolds(shoulder: Spot, elbow: Spot, wrist: Spot, r: number, cloth: Cloth, nib: Nib): string {
  const turn =
    Math.sign((elbow.x - shoulder.x) * (wrist.y - elbow.y) - (elbow.y - shoulder.y) * (wrist.x - elbow.x)) || 1;
  const up = unit(elbow, shoulder);
  const down = unit(elbow, wrist);
  const inside = { x: elbow.x - ((-up.y + down.y) / 2) * r * 0.1, y: elbow.y };
  const side = { x: up.y * turn, y: -up.x * turn };
  const fold = (along: number, reach: number, dir: Point): string =>
    flick(
      [
        { x: inside.x + dir.x * along * r + side.x * r * 0.9, y: inside.y + dir.y * along * r + side.y * r * 0.9 },
        {
          x: inside.x + dir.x * along * r * 0.6 + side.x * r * 0.2,
          y: inside.y + dir.y * along * r * 0.6 + side.y * r * 0.2,
        },
        {
          x: inside.x + dir.x * along * r * 0.5 - side.x * r * reach,
          y: inside.y + dir.y * along * r * 0.5 - side.y * r * reach,
        },
      ],
      nib.fine * 1.5,
      cloth.fold,
    );
  // In a sharp bend the cloth has no room for more than one fold.
  const sharp = up.x * down.x + up.y * down.y > 0.1;
  return sharp ? fold(0.5, 0.1, down) : fold(0.3, 0.35, up) + fold(0.9, 0.1, up) + fold(0.5, 0.3, down);
}

/** The crease where the sleeve is set in, on the shoulder that is turned to the reader. */
function shoulderFold(shoulder: Spot, elbow: Spot, wrist: Spot, r: number, cloth: Cloth, nib: Nib): string {
  const turn =
    Math.sign((elbow.x - shoulder.x) * (wrist.y - elbow.y) - (elbow.y - shoulder.y) * (wrist.x - elbow.x)) || 1;
  const up = unit(elbow, shoulder);
  // Of a hanging arm it would be the seam of a doll's joint: there the cloth lies smooth from the neck to the elbow.
  if (up.y < -0.8) return "";
  const side = { x: up.y * turn, y: -up.x * turn };
  const top = { x: shoulder.x + (elbow.x - shoulder.x) * 0.24, y: shoulder.y + (elbow.y - shoulder.y) * 0.24 };
  return flick(
    [
      { x: top.x + side.x * r * 0.95, y: top.y + side.y * r * 0.95 },
      { x: top.x - up.x * r * 0.9 + side.x * r * 0.4, y: top.y - up.y * r * 0.9 + side.y * r * 0.4 },
    ],
    nib.fine * 1.3,
    cloth.fold,
  );
}

/** The direction from one place on the page to another. */
export function unit(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** The edge of the pocket that a hand is in: slanting outward, longer than the wrist is wide. */
function pocketMouth({ x, y }: Point, r: number, { side }: Arm, nib: Nib, ink: string): string {
  const at = (out: number, down: number): Point => ({ x: x + side * out * r, y: y + down * r });
  return brush([at(-1.1, -0.45), at(0, 0), at(0.6, 0.3)], nib.line * 1.3, { tip: 0.5 }, ink);
}

function cuff(elbow: Point, wrist: Point, half: number, cloth: Cloth, nib: Nib): string {
  const d = unit(elbow, wrist);
  const at = (back: number, u: number): Point => ({
    x: wrist.x - d.x * back * half - d.y * u * half,
    y: wrist.y - d.y * back * half + d.x * u * half,
  });
  return (
    brush([at(0.9, -1.02), at(0.72, 0), at(0.9, 1.02)], nib.line, { tip: 0.6 }, cloth.fold) +
    brush([at(0, -1), at(-0.2, 0), at(0, 1)], nib.line, { tip: 0.7 }, cloth.fold)
  );
}

/** A place between two on the page. */
export const mid = (a: Point, b: Point, t: number): Point => ({ x: lerp(a.x, b.x, t), y: lerp(a.y, b.y, t) });

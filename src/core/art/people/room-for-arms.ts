import * as steady from "../../geometry/steady-math.ts";
import type { Point, Rect } from "../../geometry/geometry.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Deed, Pose, Shot } from "../../script/script.ts";
import type { ModelSheet } from "../artist.ts";
import { arms } from "./arm-poses.ts";
import { gestureArms as g } from "./gesture-arms.ts";
import type { ArmPair, ArmPose, BodyPlan, PlacedArm } from "./poses.ts";
import { type Arm, wideSleeved } from "./posed-arms.ts";
import { type Skeleton, skeletonOf } from "./skeleton.ts";
import { lerp } from "./space.ts";

/** What a figure has room in. All in page units. */
export interface Surroundings {
  bounds: Rect;
  shot: Shot;
  seed: number;
  /** Faces and chests of the others: no arm goes through them. */
  others?: readonly Rect[];
  /** What balloons hide: no hand ends under them. */
  covered?: readonly Rect[];
  /** People here sit on the floor. */
  onFloor?: boolean;
}

/** A figure with its body in its surroundings. */
export interface Room {
  figure: StagedFigure;
  sheet: ModelSheet;
  view: Surroundings;
  body: BodyPlan;
}

/** Deeds of the whole body, but for carrying: at full length their closest arms are better than none. */
export const deeds: readonly Deed[] = [
  "seize",
  "push",
  "strike",
  "kick",
  "recoil",
  "felled",
  "throw",
  "leap",
  "crawl",
  "climb",
  "rise",
  "cower",
  "aim",
  "shoot",
  "ride",
  "row",
  "swim",
  "dig",
  "haul",
  "stagger",
  "write",
  "dine",
  "lounge",
  "abed",
  "knock",
  "steer",
];

/** Whose arms do what the whole body does. */
export const moving: ReadonlySet<Pose> = new Set([
  "walk",
  "run",
  "sit",
  "kneel",
  "crouch",
  "embrace",
  "fight",
  "fall",
  "lie",
  "arms-up",
  "bow",
  "shoulder-load",
  ...deeds,
]);

/** Whose hands are laid on somebody. */
const touching: ReadonlySet<Pose> = new Set(["embrace", "seize", "push", "strike", "kick", "recoil", "reach"]);

/** Whose arms go behind the body with cause. */
const swung: ReadonlySet<Pose> = new Set(["walk", "run", "embrace", "fight", "fall", "lie", "shoulder-load", ...deeds]);

/** Whose hands may come before the face or over the head. */
const overHead: ReadonlySet<Pose> = new Set([
  "hand-to-face",
  "lie",
  "throw",
  "cower",
  "climb",
  "recoil",
  "shoulder-load",
  "aim",
  "shoot",
  "swim",
  "dine",
  "abed",
  "knock",
]);

/** A hand clear of the trunk on the page: its arm may begin behind it. */
function standsOff({ see, axis, measures, sight }: Skeleton, { wrist, elbow }: Arm): boolean {
  const [hand, bend, trunk] = [see(wrist), see(elbow), see(axis(wrist.y))];
  const reach = (measures.chestWide + 0.25) * sight.size;
  return Math.abs(hand.x - trunk.x) > reach && Math.abs(bend.x - trunk.x) < Math.abs(hand.x - trunk.x);
}

/** Half the breadth of a turned trunk on the page. */
function trunkHalf({ yaw, measures: m, sight }: Skeleton): number {
  const [across, deep] = [Math.abs(steady.cos((yaw * Math.PI) / 180)), Math.abs(steady.sin((yaw * Math.PI) / 180))];
  return (
    (across * Math.max(m.chestWide, m.waistWide) + deep * Math.max(m.chestDeep, m.waistDeep + m.belly)) * sight.size
  );
}

/** Of an arm behind the trunk the elbow is seen beside it: a forearm alone would grow out of the hip. */
const hidesElbow = (body: Skeleton, { elbow }: Arm): boolean =>
  Math.abs(body.see(elbow).x - body.see(body.axis(elbow.y)).x) < trunkHalf(body) * 0.85;

/** Of hands at the back the elbows stand out on both sides: a trunk that hides one has lost an arm. */
const seenBehind = (body: Skeleton, { elbow }: Arm): boolean =>
  Math.abs(body.see(elbow).x - body.see(body.axis(elbow.y)).x) > trunkHalf(body) * 1.04;

/** A raised hand before the breast would stick to the coat. */
const coversBreast = (body: Skeleton, { wrist }: Arm): boolean =>
  Math.abs(body.see(wrist).x - body.see(body.axis(wrist.y)).x) < trunkHalf(body);

/** From the side, a raised hand behind the back would grow out of the shoulder blade. */
function gesturesBackward({ yaw, see, axis, measures, sight }: Skeleton, { wrist }: Arm): boolean {
  if (Math.abs(yaw) < 34 || wrist.y > measures.waist + 0.3) return false;
  return (see(wrist).x - see(axis(wrist.y)).x) * Math.sign(yaw) < 0.2 * sight.size;
}

/** From behind, a hand before the breast is out of sight and leaves an elbow without an end. */
function hidesFromBehind({ yaw, see, measures }: Skeleton, { wrist }: Arm): boolean {
  return Math.abs(yaw) > 95 && Math.abs(wrist.x) < measures.shoulderWide + 0.1 && see(wrist).depth < 0.2;
}

/** Arms that hang. */
export const resting: ReadonlySet<ArmPose | undefined> = new Set([arms.hanging, arms.hangingBack, arms.straight]);

/**
 * Whether one arm of a pair can be shown where its figure stands: from shoulder to finger tips it can be traced, clear of
 * faces, neighbours, balloons and the frame, from a side from which it is understood. Where it cannot, it is not drawn so.
 */
export function suits({ figure, sheet, view, body }: Room, wish: ArmPair, index: number): boolean {
  const skeleton = skeletonOf(figure, sheet, { ...body, arms: wish, holding: null });
  const arm = skeleton.arms[index];
  if (!arm) return true;
  const pose = wish[index];
  if (pose && "crossed" in pose) return suitsCrossed({ figure, sheet, view, body }, skeleton, arm);
  if (pose && "wrist" in pose) return suitsPlaced({ figure, sheet, view, body }, skeleton, arm, pose);
  if (!resting.has(pose) && !swung.has(figure.pose) && gesturesBackward(skeleton, arm)) return false;
  const line = armLine(skeleton, arm);
  const size = figure.head.size;
  const still = resting.has(pose);
  // A gesture behind the trunk would be a stump at its edge.
  if (!still && !standsOff(skeleton, arm) && (arm.behind || hidesFromBehind(skeleton, arm)) && !moving.has(figure.pose))
    return false;
  const covered = view.covered ?? [];
  const crosses = !touching.has(figure.pose) && !still;
  if (crosses && (view.others ?? []).some((rect) => line.slice(2).some((p) => near(rect, p, size * 0.26))))
    return false;
  if (
    !overHead.has(figure.pose) &&
    line.slice(4).some((p) => Math.hypot(p.x - figure.head.x, p.y - figure.head.y) < size * 0.72)
  )
    return false;
  // A hand is seen with its wrist and the half of its forearm, or it hangs.
  const hand = line.slice(6);
  const hidden = covered.some((rect) => hand.some((p) => near(rect, p, still ? -size * 0.05 : size * handHalf)));
  if (figure.silhouette && !still && !moving.has(figure.pose) && !standsOff(skeleton, arm)) return false;
  // The elbows of hands before the face may lie below the border: wrist and hand tell what they do.
  if (pose && "coversFace" in pose) return !hidden && line.slice(7).every((p) => near(view.bounds, p, 0));
  // The frame may cut an arm that hangs wherever it is.
  return !hidden && (still || seenWholeOrNot(line, view.bounds, size));
}

/** Forearms across the breast are seen whole, the one with its hand, or nobody could tell them from the coat; out of a robe's sleeves comes no hand. */
function suitsCrossed({ figure, sheet, view }: Room, skeleton: Skeleton, arm: Arm): boolean {
  if (figure.silhouette || Math.abs(skeleton.yaw) >= mostCrossed) return false;
  if (wideSleeved.has(sheet.costume)) return true;
  const { size } = figure.head;
  const line = armLine(skeleton, arm).slice(4, 9);
  const hidden = (view.covered ?? []).some((rect) => line.some((p) => near(rect, p, size * 0.1)));
  return !hidden && line.every((p) => near(view.bounds, p, -size * 0.16));
}

/** A hand that has its place: seen whole with its wrist and half of its forearm, clear of balloons and of the others; the elbow may lie below the border. */
function suitsPlaced({ figure, sheet, view }: Room, skeleton: Skeleton, arm: Arm, pose: PlacedArm): boolean {
  const { of, out } = pose.wrist;
  // A hand that lies on another is where that one is.
  if (of === "page") return !figure.silhouette;
  // In a black shape nothing tells a hand on the trunk from the trunk.
  if (figure.silhouette && of === "trunk") return false;
  if (of === "trunk" && pose.hand === "tucked")
    return Math.abs(skeleton.yaw) < mostBehind && (pose !== g.behind || seenBehind(skeleton, arm));
  const { size, x, y } = figure.head;
  const away = Math.abs(skeleton.yaw);
  // Hands on the body, and both hands spread, are seen from the front only.
  if (
    (of === "trunk" && away > (pose === g.hip ? 38 : 24)) ||
    (of === "beside" && away > 40) ||
    (of === "face" && away > (pose.hand === "laid" ? 28 : 64))
  )
    return false;
  if (pose === g.chin && crossesBelly(skeleton, arm)) return false;
  // Of both hands at the temples the one would lie on an eye.
  if (pose === g.temple && away > fromSide) return false;
  if (of === "trunk" && pose !== g.hip && isJugHandle(skeleton, arm)) return false;
  // The bags of a robe's sleeves would hide the hands at the hips.
  if (pose === g.hip && wideSleeved.has(sheet.costume)) return false;
  if (openPalms.has(pose) && !standsOff(skeleton, arm)) return false;
  if (raisedHands.has(pose) && coversBreast(skeleton, arm)) return false;
  if ((openPalms.has(pose) || raisedHands.has(pose)) && arm.behind && hidesElbow(skeleton, arm)) return false;
  // An elbow that stands out beside the head is seen whole; one that hangs may lie below the border.
  const line = armLine(skeleton, arm).slice(atHead.has(pose) ? 2 : 6);
  if (of === "face" && (away > fromSide ? arm.side * skeleton.yaw > 0 && out < 0.5 : false)) return false;
  const before = armLine(skeleton, arm).slice(4, 9);
  if (atHead.has(pose) && before.some((p) => Math.hypot(p.x - x, p.y - y) < size * 0.46)) return false;
  if (of === "ahead" && line.some((p) => Math.hypot(p.x - x, p.y - y) < size * 0.66)) return false;
  const hidden = (view.covered ?? []).some((rect) => line.some((p) => near(rect, p, size * handHalf)));
  const crossed =
    !touching.has(figure.pose) && (view.others ?? []).some((rect) => line.some((p) => near(rect, p, size * 0.1)));
  return !hidden && !crossed && line.every((p) => near(view.bounds, p, -size * 0.15));
}

/** Half the breadth of a spread hand, in head sizes. */
const handHalf = 0.16;

/** Hands that are held out; laid before the belly they would be flippers. */
const openPalms: ReadonlySet<ArmPose> = new Set([g.talk, g.offer, g.shrug, g.reachNear, g.reachFar]);

const raisedHands: ReadonlySet<ArmPose> = new Set([g.explain, g.halt, g.shakeFist]);

/** Hands at the head, their elbows beside it. */
const atHead: ReadonlySet<ArmPose> = new Set([g.temple, g.hair, g.brim]);

/** Degrees that a trunk is turned at most to have its arms crossed, and its hands behind it. */
const mostCrossed = 36;
const mostBehind = 20;
/** Degrees that a trunk is turned from which its far hand would come up behind the jaw. */
const fromSide = 12;

/** An elbow of a hand at the chin that is not on its own side of the trunk: the arm would be a hose across the belly. */
const crossesBelly = ({ see, axis, sight }: Skeleton, { side, elbow }: Arm): boolean =>
  side * (see(elbow).x - see(axis(elbow.y)).x) < 0.1 * sight.size;

/** An elbow that stands off the shoulder while its hand is on the breast. */
function isJugHandle({ see, sight, measures }: Skeleton, { side, shoulder, elbow }: Arm): boolean {
  return side * (see(elbow).x - see(shoulder).x) > 0.44 * measures.upperArm * sight.size;
}

/** Points from the shoulder to the finger tips: 0 the shoulder, 4 the elbow, 8 the wrist, 10 the tips. */
function armLine(skeleton: Skeleton, arm: Arm): Point[] {
  const [s, e, w] = [skeleton.see(arm.shoulder), skeleton.see(arm.elbow), skeleton.see(arm.wrist)];
  const { hand } = arm;
  // The fingers may point elsewhere than the forearm: a raised palm peeps in over a border that hides the wrist.
  const f = skeleton.see({
    x: arm.wrist.x + arm.fingers.x * hand,
    y: arm.wrist.y + arm.fingers.y * hand,
    z: arm.wrist.z + arm.fingers.z * hand,
  });
  const at = (a: Point, b: Point, t: number): Point => ({ x: lerp(a.x, b.x, t), y: lerp(a.y, b.y, t) });
  return [
    ...[0, 0.25, 0.5, 0.75].map((t) => at(s, e, t)),
    ...[0, 0.25, 0.5, 0.75, 1].map((t) => at(e, w, t)),
    at(w, f, 0.5),
    f,
  ];
}

/** A hand in the picture with wrist and forearm (the width of its sleeve clear of the lower edge), or an arm that leaves it by the lower edge with wrist and fingers. */
function seenWholeOrNot(line: readonly Point[], { x, y, width, height }: Rect, size: number): boolean {
  const margin = size * 0.12;
  const inside = ({ x: px, y: py }: Point, by: number): boolean =>
    px > x + by && px < x + width - by && py > y + by && py < y + height - 2.4 * by;
  if (line.slice(4).every((p) => inside(p, margin))) return true;
  const below = y + height + margin;
  const within = (p: Point): boolean => p.x > x - size && p.x < x + width + size;
  return line.slice(8).every((p) => p.y > below) && line.slice(4).every(within);
}

function near({ x, y, width, height }: Rect, p: Point, by: number): boolean {
  return p.x > x - by && p.x < x + width + by && p.y > y - by && p.y < y + height + by;
}

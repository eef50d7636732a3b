import type { Point, Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Deed, Emotion, Pose, Shot } from "../../script/script.ts";
import type { Costume, ModelSheet } from "../artist.ts";
import { arms } from "./arm-poses.ts";
import { type Carrying, carryingOf, heldThingOf } from "./held-things.ts";
import { type ArmPair, type ArmPose, type BodyPlan, type PlacedArm, type PosePlan, poses } from "./poses.ts";
import { gestureArms as g } from "./gesture-arms.ts";
import { scratching } from "./gesture-poses.ts";
import { type Arm, wideSleeved } from "./posed-arms.ts";
import { type Skeleton, bodyPlanOf, poseChoiceOf, skeletonOf } from "./skeleton.ts";
import { clamp, lerp } from "./space.ts";

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

/**
 * Chooses body and arms of a staged figure: the most telling arms that stay clear of faces, neighbours, balloons and
 * the panel's border, so that a hand is seen whole with its wrist or not at all. Arms with no room hang at rest.
 */
export function settlePose(figure: StagedFigure, sheet: ModelSheet, view: Surroundings): PosePlan {
  const random = randomFrom(`${view.seed} ${figure.person} pose`);
  const body = bodyPlanOf(figure, view.onFloor);
  const room = { figure, sheet, view, body };
  const thing = heldThingOf(figure, sheet);
  const carrying = thing && carryingOf(figure, sheet, thing).find((way) => carries(room, way));
  if (carrying)
    return { ...body, ...carrying, arms: withRest(room, carrying.arms, (index) => holdsWith(carrying.holding, index)) };
  const capped = caped.has(sheet.costume) && !moving.has(figure.pose);
  const wishes = capped ? underCape(sheet) : [...wishedArms(room, random), ...restingArms(random)];
  const wish = wishes.find((pair) => both.every((index) => resting.has(pair[index]) || suits(room, pair, index)));
  return { ...body, arms: withRest(room, wish ?? [arms.hanging, arms.hangingBack], () => false), holding: null };
}

const holdsWith = ({ hand, other }: Carrying["holding"], index: number): boolean =>
  hand === "both" || hand === index || other !== undefined;

/** Whether a thing can be seen in its hand: the hand is in the picture. */
function carries(room: Room, { arms: wish, holding }: Carrying): boolean {
  const { figure, sheet, view, body } = room;
  const { arms: posed, see } = skeletonOf(figure, sheet, { ...body, arms: wish, holding });
  const { x, y, width, height } = view.bounds;
  return posed.every(({ wrist }, index) => {
    if (!holdsWith(holding, index)) return true;
    const p = see(wrist);
    const inside = p.x > x && p.x < x + width && p.y > y && p.y < y + height;
    return inside && suits(room, wish, index);
  });
}

/**
 * Who leaps stretches far behind the head, and is moved on by as much as the frame would cut off there. Who speaks stays:
 * a balloon points at the mouth.
 */
export function roomToLeap(figure: StagedFigure, view: Pick<Surroundings, "bounds" | "shot">): StagedFigure {
  const { head, pose, speaks } = figure;
  if (pose !== "leap" || speaks || isNear(view)) return figure;
  const { x, width } = view.bounds;
  const way = head.yaw >= 0 ? 1 : -1;
  const [behind, before] = way > 0 ? [head.x - x, x + width - head.x] : [x + width - head.x, head.x - x];
  const by = clamp(2.7 * head.size - behind, 0, Math.max(0, before - 2 * head.size));
  return { ...figure, head: { ...head, x: head.x + way * by } };
}

const both = [0, 1] as const;

/** Arms that have nothing to do hang as they can; a free arm of who sits lies in the lap. */
function withRest(room: Room, wish: ArmPair, isBusy: (index: 0 | 1) => boolean): ArmPair {
  const own = restOf(room);
  const armAt = (index: 0 | 1): ArmPose => {
    if (isBusy(index)) return wish[index];
    if (own && resting.has(wish[index])) return own[index];
    return suits(room, wish, index) ? wish[index] : (own?.[index] ?? restAt(room, index));
  };
  return [armAt(0), armAt(1)];
}

/** Of who sits, goes or strains: arms that hang dead do not go with the legs. */
function restOf({ figure, view, body }: Room): ArmPair | undefined {
  const { arms: own } = poseChoiceOf(figure, view.onFloor ?? false);
  if (strides.has(figure.pose)) return isNear(view) ? undefined : swinging(own, body);
  if (strenuous.has(figure.pose)) return isNear(view) ? undefined : own.at(-1);
  return figure.pose === "sit" || figure.pose === "crouch" ? own[0] : undefined;
}

const strides: ReadonlySet<Pose> = new Set(["walk", "run"]);
/** Deeds of the whole body: at full length their closest arms are better than none. */
const strenuous: ReadonlySet<Pose> = new Set(["leap", "seize", "push", "throw", "fight", "crawl", "cower", "fall"]);
/** The picture ends at the hip or above it. */
export const isNear = ({ shot }: Pick<Surroundings, "shot">): boolean => shot === "close" || shot === "medium";

/** Arms swing against the legs. */
const swinging = (own: readonly ArmPair[], { legs }: BodyPlan): ArmPair | undefined =>
  own[legs[0].thigh[2] < 0 ? 0 : 1];

interface Room {
  figure: StagedFigure;
  sheet: ModelSheet;
  view: Surroundings;
  body: BodyPlan;
}

/** Who weeps with a hand to the face hides it in both. */
export const buriesFace = ({ pose, emotion }: StagedFigure): boolean => pose === "hand-to-face" && emotion === "crying";

/** Who is weary and has a hand at the mouth sneezes. */
export const sneezes = ({ pose, emotion }: StagedFigure): boolean => pose === "gasp" && emotion === "tired";

/** The arms crossed; in a robe the hands are in each other's sleeves. */
const sleeved: ArmPair = [g.crossedUnder, g.crossedOver];

const underCape = ({ costume }: ModelSheet): ArmPair[] => (wideSleeved.has(costume) ? [sleeved] : []);

/** Gestures that a picture of head and shoulders has room for. */
const atHead: ReadonlySet<Pose> = new Set([
  "hand-to-face",
  "gasp",
  "despair",
  "tip-hat",
  "explain",
  "halt",
  "shake-fist",
]);

const pensive: readonly Emotion[] = ["thinking", "ashamed", "neutral", "calm", "suspicious", "tired", "sad"];

function wishedArms({ figure, sheet, view, body }: Room, random: Random): readonly ArmPair[] {
  const { shot, onFloor, others } = view;
  const { pose, speaks, emotion } = figure;
  // Of a face that fills the picture too much would be hidden if every hand came up.
  if (shot === "close" && !atHead.has(pose)) return idle.has(pose) && random() < 0.3 ? handsAtFace(figure, random) : [];
  if (buriesFace(figure)) return [[arms.cover, arms.cover]];
  // A hand before an open mouth looks like a mouthful: only who is silent puts one to the chin.
  if (pose === "hand-to-face" && (speaks || !pensive.includes(emotion))) return gestures(figure, sheet, random);
  // A robe's sleeve is a heap of cloth under the chin: who wears one thinks with the hands in the sleeves.
  if (pose === "hand-to-face" && wideSleeved.has(sheet.costume)) return [sleeved];
  if (pose === "tip-hat" && sheet.hat === "none") return scratching;
  if (pose === "gasp" && speaks) return gestures(figure, sheet, random);
  // Who reaches for nobody is a signpost.
  if (pose === "reach" && (others ?? []).length === 0) return gestures(figure, sheet, random);
  if (pose === "embrace") return embracing(figure, sheet, others ?? [], random);
  if (pose === "seize") return [...grips(figure, others ?? []), ...poses.seize.arms];
  // Without its legs a stride is a fist that is pushed at nothing: who goes there does what others do who stand.
  if (idle.has(pose) || (strides.has(pose) && isNear(view))) {
    const moved = handsAtFace(figure, random);
    const chance = moved.length > 0 ? 0.65 : speaks ? 0.6 : 0.35;
    return random() < chance ? [...moved, ...gestures(figure, sheet, random)] : [];
  }
  const { arms: own } = poseChoiceOf(figure, onFloor ?? false);
  const swing = strides.has(pose) ? swinging(own, body) : undefined;
  return swing ? [swing] : own;
}

/** An embrace needs somebody within reach; a child is met lower down. */
function embracing(
  figure: StagedFigure,
  sheet: ModelSheet,
  others: readonly Rect[],
  random: Random,
): readonly ArmPair[] {
  const { x, y, size, yaw } = figure.head;
  const partner = others.find((rect) => {
    const apart = rect.x + rect.width / 2 - x;
    return Math.abs(apart) < 2.4 * size && apart * yaw >= 0;
  });
  if (!partner) return gestures(figure, sheet, random);
  const own = poses.embrace.arms;
  return partner.y > y + 0.2 * size ? own.slice(1) : own;
}

/**
 * Hands on whoever stands within reach, the one at the shoulder and the other at the sleeve. Who looks to the right has the
 * nearer hand high, who looks to the left has it low: of two who seize each other the arms pass and make no knot.
 */
function grips({ head: { x, size, yaw } }: StagedFigure, others: readonly Rect[]): ArmPair[] {
  const way = yaw >= 0 ? 1 : -1;
  const ways = others.map((rect) => (way * (rect.x + rect.width / 2 - x)) / size).filter((apart) => apart > 0.6);
  const apart = Math.min(...ways);
  if (apart > mostGripped) return [];
  const at = (down: number): PlacedArm => ({
    wrist: { of: "ahead", out: clamp(apart - 0.2, 0.8, 1.95), down, front: 0.2 },
    elbow: [-0.1, 1, -0.1],
    hand: "fist",
    fingers: [1, -0.1, 0.1],
  });
  const [high, low] = [at(-0.04), at(0.62)];
  return [way > 0 ? [low, high] : [high, low]];
}

/** Head sizes between two heads beyond which no hand reaches the other. */
const mostGripped = 3;

const lapelled: ReadonlySet<Costume> = new Set([
  "suit",
  "frock-coat",
  "tail-coat",
  "waistcoat",
  "coat",
  "dressing-gown",
]);
const loud: readonly Emotion[] = ["angry", "furious", "determined"];
const knowing: readonly Emotion[] = ["smug", "suspicious", "thinking"];
const meek: readonly Emotion[] = ["sad", "crying", "afraid", "ashamed", "tired", "tender"];

const idle: ReadonlySet<Pose> = new Set(["stand", "hold"]);

/** What the hands of the strongly moved do at the head; a palm before the mouth only of who is silent. */
function handsAtFace({ speaks, emotion }: StagedFigure, random: Random): ArmPair[] {
  const rest = arms.hangingBack;
  const mouth: ArmPair[] = speaks ? [] : [[rest, g.mouth]];
  switch (emotion) {
    case "shocked":
      return [[g.temple, g.temple], ...mouth, [rest, g.temple]];
    case "afraid":
      return shuffled([...mouth, [g.claspUnder, g.claspOver], [g.surrender, g.surrender]], random);
    case "crying":
      return shuffled([[rest, g.brow], [rest, g.heart], ...mouth], random);
    case "laughing":
      return shuffled([[g.belly, g.belly], [rest, g.belly], ...mouth], random);
    case "surprised":
      return shuffled([[g.surrender, g.surrender], ...mouth, ...eitherOf(g.halt)], random);
    case "tired":
    case "ashamed":
      return shuffled(
        [
          [rest, g.brow],
          [rest, g.nape],
        ],
        random,
      );
    case "furious":
      return shuffled([[arms.guard, arms.guard], ...eitherOf(g.shakeFist)], random);
    default:
      return [];
  }
}

/** Open or resting arms that go with the feeling, in an order by seed. */
function gestures({ speaks, emotion }: StagedFigure, { costume }: ModelSheet, random: Random): ArmPair[] {
  const rest = arms.hangingBack;
  const inOther = (arm: ArmPose): ArmPair => [rest, arm];
  const folded: ArmPair = [g.foldedUnder, g.foldedOver];
  // Where there is no coat to hold, the hand would be a fist on the breast.
  const atCoat: ArmPair[] = lapelled.has(costume) ? [inOther(g.lapel)] : [];
  if (meek.includes(emotion)) return shuffled([inOther(g.heart), folded, [g.claspUnder, g.claspOver]], random);
  if (!speaks) return shuffled([...atCoat, folded, [g.behind, g.behind], inOther(g.hip)], random);
  if (loud.includes(emotion))
    return shuffled([...eitherOf(g.shakeFist), ...eitherOf(g.halt), ...eitherOf(g.pointNear), [g.hip, g.hip]], random);
  return shuffled(
    [
      ...eitherOf(knowing.includes(emotion) ? g.explain : g.talk),
      ...eitherOf(g.offer),
      ...atCoat,
      inOther(g.heart),
      [g.shrug, g.shrug],
    ],
    random,
  );
}

/** In the far hand, or in the one nearer to the reader. */
const eitherOf = (arm: ArmPose): ArmPair[] => [
  [arm, arms.hangingBack],
  [arms.hangingBack, arm],
];

function restingArms(random: Random): ArmPair[] {
  const kept: ArmPair[] = [
    [arms.hanging, arms.hangingBack],
    [arms.hanging, arms.hangingBack],
    [g.foldedUnder, g.foldedOver],
    [g.behind, g.behind],
  ];
  return shuffled(kept, random);
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** The first modest arm that suits; where none does, it hangs straight down. */
function restAt(room: Room, index: number): ArmPose {
  const rests: ArmPose[] = [arms.hanging, arms.straight, g.behind];
  return rests.find((pose) => suits(room, [pose, pose], index)) ?? arms.straight;
}

const deeds: readonly Deed[] = ["seize", "push", "throw", "leap", "crawl", "cower", "shoulder-load"];

const moving: ReadonlySet<Pose> = new Set([
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
  ...deeds,
]);

/** Whose arms are under a cape: a hand that came out from its hem would have no forearm. */
const caped: ReadonlySet<Costume> = new Set(["cloak", "regal"]);

/** Whose hands are laid on somebody. */
const touching: ReadonlySet<Pose> = new Set(["embrace", "seize", "push"]);

/** Whose arms go behind the body with cause. */
const swung: ReadonlySet<Pose> = new Set(["walk", "run", "embrace", "fight", "fall", "lie", ...deeds]);

/** Whose hands may come before the face or over the head. */
const overHead: ReadonlySet<Pose> = new Set(["hand-to-face", "lie", "throw", "cower", "shoulder-load"]);

/** A hand clear of the trunk on the page: its arm may begin behind it. */
function standsOff({ see, axis, measures, sight }: Skeleton, { wrist, elbow }: Arm): boolean {
  const [hand, bend, trunk] = [see(wrist), see(elbow), see(axis(wrist.y))];
  const reach = (measures.chestWide + 0.25) * sight.size;
  return Math.abs(hand.x - trunk.x) > reach && Math.abs(bend.x - trunk.x) < Math.abs(hand.x - trunk.x);
}

/** From the side, a raised hand behind the back would grow out of the shoulder blade. */
function gesturesBackward({ yaw, see, axis, measures, sight }: Skeleton, { wrist }: Arm): boolean {
  if (Math.abs(yaw) < 34 || wrist.y > measures.waist + 0.3) return false;
  return (see(wrist).x - see(axis(wrist.y)).x) * Math.sign(yaw) < 0.2 * sight.size;
}

/** From behind, a hand before the breast is out of sight and leaves an elbow without an end. */
function hidesFromBehind({ yaw, see, measures }: Skeleton, { wrist }: Arm): boolean {
  return Math.abs(yaw) > 95 && Math.abs(wrist.x) < measures.shoulderWide + 0.1 && see(wrist).depth < 0.2;
}

const resting: ReadonlySet<ArmPose | undefined> = new Set([arms.hanging, arms.hangingBack, arms.straight]);

function suits({ figure, sheet, view, body }: Room, wish: ArmPair, index: number): boolean {
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
  const hidden = covered.some((rect) => hand.some((p) => near(rect, p, still ? -size * 0.05 : size * 0.04)));
  if (figure.silhouette && !still && !moving.has(figure.pose) && !standsOff(skeleton, arm)) return false;
  // The elbows of hands before the face may lie below the border: wrist and hand tell what they do.
  if (pose && "coversFace" in pose) return !hidden && line.slice(7).every((p) => near(view.bounds, p, 0));
  return !hidden && seenWholeOrNot(line, view.bounds, size);
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
  // In a black shape nothing tells a hand on the trunk from the trunk.
  if (figure.silhouette && of === "trunk") return false;
  if (of === "trunk" && pose.hand === "tucked") return Math.abs(skeleton.yaw) < mostBehind;
  const { size, x, y } = figure.head;
  const away = Math.abs(skeleton.yaw);
  // Hands on the body, and both hands spread, are seen from the front only.
  if (
    (of === "trunk" && away > 38) ||
    (of === "beside" && away > 40) ||
    (of === "face" && away > (pose.hand === "laid" ? 28 : 64))
  )
    return false;
  // Of both hands at the temples the one would lie on an eye.
  if (pose === g.temple && away > fromSide) return false;
  if (of === "trunk" && pose !== g.hip && isJugHandle(skeleton, arm)) return false;
  // Elbows akimbo, but for those of a robe, tell all, whether the hands are in the picture or not.
  if (pose === g.hip) return !wideSleeved.has(sheet.costume);
  if (openPalms.has(pose) && !standsOff(skeleton, arm)) return false;
  const line = armLine(skeleton, arm).slice(6);
  if (of === "face" && (away > fromSide ? arm.side * skeleton.yaw > 0 && out < 0.5 : false)) return false;
  if (of === "ahead" && line.some((p) => Math.hypot(p.x - x, p.y - y) < size * 0.66)) return false;
  const hidden = (view.covered ?? []).some((rect) => line.some((p) => near(rect, p, size * 0.04)));
  const crossed =
    !touching.has(figure.pose) && (view.others ?? []).some((rect) => line.some((p) => near(rect, p, size * 0.1)));
  return !hidden && !crossed && line.every((p) => near(view.bounds, p, -size * 0.08));
}

/** Hands that are held out; laid before the belly they would be flippers. */
const openPalms: ReadonlySet<ArmPose> = new Set([g.talk, g.offer, g.shrug, g.reachNear, g.reachFar]);

/** Degrees that a trunk is turned at most to have its arms crossed, and its hands behind it. */
const mostCrossed = 36;
const mostBehind = 20;
/** Degrees that a trunk is turned from which its far hand would come up behind the jaw. */
const fromSide = 12;

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

import type { Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Emotion, Pose } from "../../script/script.ts";
import type { Costume, ModelSheet } from "../artist.ts";
import { arms } from "./arm-poses.ts";
import { type Carrying, carryingOf, heldThingOf } from "./held-things.ts";
import { type ArmPair, type ArmPose, type BodyPlan, type PosePlan, poses } from "./poses.ts";
import { gestureArms as g } from "./gesture-arms.ts";
import { wideSleeved } from "./posed-arms.ts";
import { type Room, type Surroundings, deeds, moving, resting, suits } from "./room-for-arms.ts";
import { bodyPlanOf, poseChoiceOf, skeletonOf } from "./skeleton.ts";
import { clamp } from "./space.ts";
import { handsOn } from "./contact-poses.ts";

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
  const wishes = capped ? underCape(sheet) : [...wishedArms(room, random), ...restingArms(figure, sheet, random)];
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
const strenuous: ReadonlySet<Pose> = new Set([...deeds, "fight", "fall"]);
/** The picture ends at the hip or above it. */
export const isNear = ({ shot }: Pick<Surroundings, "shot">): boolean => shot === "close" || shot === "medium";

/** Arms swing against the legs. */
const swinging = (own: readonly ArmPair[], { legs }: BodyPlan): ArmPair | undefined =>
  own[legs[0].thigh[2] < 0 ? 0 : 1];

/** Who weeps with a hand to the face or the head hides it in both. */
export const buriesFace = ({ pose, emotion }: StagedFigure): boolean =>
  (pose === "hand-to-face" || pose === "despair") && emotion === "crying";

/** Who is weary and has a hand at the mouth sneezes. */
export const sneezes = ({ pose, emotion }: StagedFigure): boolean => pose === "gasp" && emotion === "tired";

/** The arms crossed; in a robe the hands are in each other's sleeves. */
const sleeved: ArmPair = [g.crossedUnder, g.crossedOver];

/** Whose arms are under a cape: a hand that came out from its hem would have no forearm. */
const caped: ReadonlySet<Costume> = new Set(["cloak", "regal"]);

const underCape = ({ costume }: ModelSheet): ArmPair[] => (wideSleeved.has(costume) ? [sleeved] : []);

/** In the far hand, or in the one nearer to the reader. */
const eitherOf = (arm: ArmPose): ArmPair[] => [
  [arm, arms.hangingBack],
  [arms.hangingBack, arm],
];

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

/** Feelings in which both hands go to the head, where in others one does. */
const stricken: readonly Emotion[] = ["sad", "crying", "afraid", "shocked"];

function wishedArms({ figure, sheet, view, body }: Room, random: Random): readonly ArmPair[] {
  const { shot, onFloor, others } = view;
  const { pose, speaks, emotion } = figure;
  // Of a face that fills the picture too much would be hidden if every hand came up.
  if (shot === "close" && !atHead.has(pose)) return [];
  if (buriesFace(figure)) return [[arms.cover, arms.cover]];
  // A hand before an open mouth looks like a mouthful: only who is silent puts one to the chin.
  if (pose === "hand-to-face" && (speaks || !pensive.includes(emotion))) return talking(figure, random);
  // A robe's sleeve is a heap of cloth under the chin: who wears one thinks with the hands in the sleeves.
  if (pose === "hand-to-face" && wideSleeved.has(sheet.costume)) return [sleeved];
  // Behind the back the bags of a robe's sleeves would end in nothing.
  if (pose === "hands-behind" && wideSleeved.has(sheet.costume)) return [];
  // Without a hat there is nothing to touch; over one, hands at the head would be clapped to its brim.
  if (pose === (sheet.hat === "none" ? "tip-hat" : "despair")) return [];
  if (pose === "despair" && !stricken.includes(emotion)) return poses.despair.arms.slice(1);
  if (pose === "gasp" && speaks) return talking(figure, random);
  // Who reaches for nobody is a signpost.
  if (pose === "reach" && (others ?? []).length === 0) return talking(figure, random);
  if (pose === "embrace") return embracing(figure, others ?? [], random);
  if (laying.has(pose)) return [...handsOn(pose, figure.head, others ?? []), ...poses[pose].arms];
  // Without its legs a stride is a fist that is pushed at nothing: who goes there does what others do who stand.
  if (idle.has(pose) || (strides.has(pose) && isNear(view))) return talking(figure, random);
  const { arms: own } = poseChoiceOf(figure, onFloor ?? false);
  const swing = strides.has(pose) ? swinging(own, body) : undefined;
  return swing ? [swing] : own;
}

/** An embrace needs somebody within reach; a child is met lower down. */
function embracing(figure: StagedFigure, others: readonly Rect[], random: Random): readonly ArmPair[] {
  const { x, y, size, yaw } = figure.head;
  const partner = others.find((rect) => {
    const apart = rect.x + rect.width / 2 - x;
    return Math.abs(apart) < 2.4 * size && apart * yaw >= 0;
  });
  if (!partner) return talking(figure, random);
  const own = poses.embrace.arms;
  return partner.y > y + 0.2 * size ? own.slice(1) : own;
}

/** Whose hands are on another. */
const laying: ReadonlySet<Pose> = new Set(["seize", "push", "strike", "recoil", "reach"]);

const idle: ReadonlySet<Pose> = new Set(["stand", "hold"]);

/** Feelings in which somebody talks with an easy hand. */
const easy: ReadonlySet<Emotion> = new Set(["neutral", "calm", "happy", "thinking", "smug", "surprised"]);

/** A hand half open in easy talk, now and then. What says more must be asked for by the words: a false gesture is worse than none. */
const talking = ({ speaks, emotion }: StagedFigure, random: Random): ArmPair[] =>
  speaks && easy.has(emotion) && random() < 0.6 ? shuffled(eitherOf(g.talk), random) : [];

/** Arms that say nothing: they hang or are folded, or they rest as this person in this temper would have them. */
function restingArms({ emotion }: StagedFigure, sheet: ModelSheet, random: Random): ArmPair[] {
  const kept: ArmPair[] = [
    [arms.hanging, arms.hangingBack],
    [arms.hangingBack, arms.hanging],
    [g.foldedUnder, g.foldedOver],
  ];
  const temper = tempers[emotion];
  const own = temper ?? (pocketed.has(sheet.costume) && sheet.gender === "male" ? pockets : []);
  return random() < (temper ? 0.62 : 0.42)
    ? [...shuffled(own, random), ...shuffled(kept, random)]
    : shuffled(kept, random);
}

const clasped: readonly ArmPair[] = [
  [g.claspUnder, g.claspOver],
  [g.foldedUnder, g.foldedOver],
];
const defiant: readonly ArmPair[] = [[arms.clenched, arms.clenched], ...eitherOf(g.hip)];
const wary: readonly ArmPair[] = [sleeved, ...eitherOf(g.hip)];
const pockets: readonly ArmPair[] = [...eitherOf(g.pocket), [g.behind, g.behind]];

/** How arms rest in a temper; in any other as the clothes have it. */
const tempers: Readonly<Partial<Record<Emotion, readonly ArmPair[]>>> = {
  sad: clasped,
  crying: clasped,
  ashamed: clasped,
  afraid: clasped,
  tender: clasped,
  angry: defiant,
  furious: defiant,
  determined: defiant,
  suspicious: wary,
  smug: wary,
};

/** What has pockets to put a hand in. */
const pocketed: ReadonlySet<Costume> = new Set(["suit", "coat", "waistcoat", "workman", "shirt", "jersey", "tee"]);

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** An arm that hangs easily, or where a balloon is in its way straight down. */
function restAt(room: Room, index: number): ArmPose {
  const pose = index === 0 ? arms.hanging : arms.hangingBack;
  return suits(room, [pose, pose], index) ? pose : arms.straight;
}

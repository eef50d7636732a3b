import type { Point, Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Emotion, Pose, Shot } from "../../script/script.ts";
import type { ModelSheet } from "../artist.ts";
import { arms } from "./arm-poses.ts";
import { type ArmPair, type ArmPose, type BodyPlan, type PosePlan, poses } from "./poses.ts";
import { type Arm, type Skeleton, bodyPlanOf, skeletonOf } from "./skeleton.ts";
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
}

/**
 * Chooses body and arms of a staged figure: the most telling arms that stay clear of faces, neighbours, balloons and
 * the panel's border, so that a hand is seen whole with its wrist or not at all. Arms with no room hang at rest.
 */
export function settlePose(figure: StagedFigure, sheet: ModelSheet, view: Surroundings): PosePlan {
  const random = randomFrom(`${view.seed} ${figure.person} pose`);
  const body = bodyPlanOf(figure);
  const wishes = [...wishedArms(figure, view.shot, random), ...restingArms(random)];
  const room = { figure, sheet, view, body };
  const whole = wishes.find((wish) => [0, 1].every((index) => suits(room, wish, index)));
  return { ...body, arms: whole ?? [restAt(room, 0), restAt(room, 1)] };
}

interface Room {
  figure: StagedFigure;
  sheet: ModelSheet;
  view: Surroundings;
  body: BodyPlan;
}

const pensive: readonly Emotion[] = ["thinking", "ashamed"];

function wishedArms(figure: StagedFigure, shot: Shot, random: Random): readonly ArmPair[] {
  const { pose, speaks, emotion } = figure;
  if (shot === "close" && pose !== "hand-to-face") return [];
  // A fist under an open mouth looks like a mouthful: only who is silent and thinks puts a hand to the chin.
  if (pose === "hand-to-face" && (speaks || !pensive.includes(emotion))) return gestures(figure, random);
  if (pose === "stand") return random() < (speaks ? 0.6 : 0.35) ? gestures(figure, random) : [];
  const { arms: own } = poses[pose];
  // Crossed arms and arms akimbo tire the eye in every picture: now and then they are let go.
  const tired = (pose === "arms-crossed" || pose === "hands-on-hips" || pose === "lean") && random() < 0.35;
  return tired ? gestures(figure, random) : pose === "run" && random() < 0.5 ? own.toReversed() : own;
}

const loud: readonly Emotion[] = ["angry", "furious", "determined"];
const meek: readonly Emotion[] = ["sad", "crying", "afraid", "ashamed", "tired", "tender"];

/** Open or resting arms that go with the feeling, in an order by seed. */
function gestures({ speaks, emotion }: StagedFigure, random: Random): ArmPair[] {
  const rest = arms.hangingBack;
  const quiet: ArmPair[] = [
    [arms.lapel, rest],
    [arms.clasp, arms.clasp],
    [rest, arms.hip],
    [arms.behindBack, arms.behindBack],
  ];
  if (meek.includes(emotion))
    return shuffled(
      [
        [arms.breast, rest],
        [arms.clasp, arms.clasp],
        [rest, arms.breast],
      ],
      random,
    );
  if (!speaks) return shuffled(quiet, random);
  if (loud.includes(emotion))
    return shuffled(
      [
        [arms.clench, rest],
        [arms.halt, rest],
        [arms.remind, arms.hip],
        [arms.hip, arms.hip],
      ],
      random,
    );
  return shuffled(
    [
      [arms.offer, rest],
      [arms.offerLow, arms.offerLow],
      [rest, arms.offer],
      [arms.remind, rest],
      [arms.lapel, rest],
      [arms.breast, rest],
      [arms.offerLow, arms.hip],
    ],
    random,
  );
}

function restingArms(random: Random): ArmPair[] {
  const kept: ArmPair[] = [
    [arms.hanging, arms.hangingBack],
    [arms.hanging, arms.hangingBack],
    [arms.behindBack, arms.behindBack],
    [arms.clasp, arms.clasp],
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
  const { hanging, straight, clasp, lapel } = arms;
  const rests = index === 0 ? [hanging, straight, clasp] : [hanging, straight, clasp, lapel];
  return rests.find((pose) => suits(room, [pose, pose], index)) ?? arms.straight;
}

const moving: ReadonlySet<Pose> = new Set(["walk", "run", "sit", "kneel", "fight", "fall", "lie", "arms-up", "bow"]);

function suits({ figure, sheet, view, body }: Room, wish: ArmPair, index: number): boolean {
  const skeleton = skeletonOf(figure, sheet, { ...body, arms: wish });
  const arm = skeleton.arms[index];
  if (!arm) return true;
  const pose = wish[index];
  if (pose === arms.behindBack) return Math.abs(skeleton.yaw) < 32;
  // In profile the far hand would vanish behind the jaw.
  if (pose === arms.chin && Math.abs(skeleton.yaw) > 20) return false;
  const line = armLine(skeleton, arm);
  const size = figure.head.size;
  const still = pose === arms.hanging || pose === arms.hangingBack || pose === arms.straight;
  // A gesture behind the trunk would be a stump at its edge.
  if (!still && arm.behind && !moving.has(figure.pose)) return false;
  const covered = view.covered ?? [];
  if (!still && (view.others ?? []).some((rect) => line.slice(2).some((p) => near(rect, p, size * 0.26)))) return false;
  const face = figure.pose === "hand-to-face" || figure.pose === "lie";
  if (!face && line.slice(4).some((p) => Math.hypot(p.x - figure.head.x, p.y - figure.head.y) < size * 0.72))
    return false;
  const hand = line.slice(-3);
  const hidden = covered.some((rect) => hand.some((p) => near(rect, p, -size * 0.05)));
  return !hidden && seenWholeOrNot(line, view.bounds, size);
}

/** Points from the shoulder to the finger tips: 0 the shoulder, 4 the elbow, 8 the wrist, 10 the tips. */
function armLine(skeleton: Skeleton, arm: Arm): Point[] {
  const [s, e, w] = [skeleton.see(arm.shoulder), skeleton.see(arm.elbow), skeleton.see(arm.wrist)];
  const fore = Math.hypot(w.x - e.x, w.y - e.y) || 1;
  const hand = (skeleton.measures.hand * skeleton.sight.size) / fore;
  const at = (a: Point, b: Point, t: number): Point => ({ x: lerp(a.x, b.x, t), y: lerp(a.y, b.y, t) });
  return [
    ...[0, 0.25, 0.5, 0.75].map((t) => at(s, e, t)),
    ...[0, 0.25, 0.5, 0.75, 1].map((t) => at(e, w, t)),
    at(e, w, 1 + hand / 2),
    at(e, w, 1 + hand),
  ];
}

/** A hand in the picture with wrist and forearm, or an arm that leaves it by the lower edge above the wrist. */
function seenWholeOrNot(line: readonly Point[], { x, y, width, height }: Rect, size: number): boolean {
  const margin = size * 0.12;
  const inside = ({ x: px, y: py }: Point, by: number): boolean =>
    px > x + by && px < x + width - by && py > y + by && py < y + height - by;
  if (line.slice(4).every((p) => inside(p, margin))) return true;
  const below = y + height + margin;
  const within = (p: Point): boolean => p.x > x - size && p.x < x + width + size;
  const wrist = line[8];
  const tips = line.at(-1);
  return !!wrist && !!tips && wrist.y > below && tips.y > below && line.slice(4).every(within);
}

function near({ x, y, width, height }: Rect, p: Point, by: number): boolean {
  return p.x > x - by && p.x < x + width + by && p.y > y - by && p.y < y + height + by;
}

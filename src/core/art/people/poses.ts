import type { Gesture, Pose } from "../../script/script.ts";
import { arms } from "./arm-poses.ts";
import { gestureArms as g } from "./gesture-arms.ts";
import { gesturePairs, thinking } from "./gesture-poses.ts";
import type { HandGesture } from "./hand-forms-data.ts";
import type { HeldThing } from "./held-things-data.ts";
import { movingPoses, pair } from "./moving-poses.ts";
import { atEase, firm, standing, wide } from "./stances.ts";
import { easy, still, straight } from "./stillness.ts";
import { workingPoses } from "./working-poses.ts";

/** A direction of a limb: outward from the body, down, and to the front. Need not have length 1. */
export type Direction = readonly [out: number, down: number, front: number];

/** An arm by the directions of its two halves. */
export interface SwungArm {
  upper: Direction;
  fore: Direction;
  hand: HandGesture;
  /** Where the fingers point when the wrist is bent; without it they go on where the forearm goes. */
  fingers?: Direction;
  /** The hand lies before the face, its tips at the brow; the elbow goes where it must. */
  coversFace?: true;
}

/**
 * An arm by the place of its wrist; the elbow follows. Lengths are head sizes, of a child smaller ones.
 * `face`: out from the face's middle to the arm's own side, down from the skull's centre, and before it.
 * `trunk`: out in shares of the shoulder's half width, down in shares of the way from shoulder to waist, before the chest.
 * `ahead`: on the page, from the shoulder to where the figure looks; `beside`: to the arm's own side. `page`: on the page,
 * from the middle of the head to where the figure looks, whatever the body does.
 */
export interface PlacedArm {
  wrist: { of: "face" | "trunk" | "ahead" | "beside" | "page"; out: number; down: number; front: number };
  /** Where the elbow stands out to; on the page, for `trunk` of the body. */
  elbow: Direction;
  hand: HandGesture;
  fingers: Direction;
  /** It has hold of somebody's cloth, which is drawn together under it. */
  pulls?: true;
}

/** Arms crossed before the breast, the hand of the arm `over` on the other; or both hands in each other's wide sleeves. */
export interface CrossedArm {
  crossed: "over" | "under";
}

export type ArmPose = SwungArm | PlacedArm | CrossedArm;
/** The arm on the side the figure turns to, which acts, and the other, which follows. */
export type ArmPair = readonly [ArmPose, ArmPose];

export interface LegPose {
  thigh: Direction;
  shin: Direction;
}

/** What trunk and legs do. */
export interface BodyPlan {
  /** Degrees that the whole body turns about the head: a body that falls or lies. */
  roll: number;
  /** How far the trunk leans to the front, as the share of its length. */
  lean: number;
  /** How far the back is rounded (positive) or arched, head sizes: no trunk that strains is a plank. */
  bend: number;
  /** How far loose cloth is left behind by who moves, head sizes at the hem. */
  flow: number;
  /** How far the hips stand out over the leg that bears the weight, head sizes: to the side the figure turns to, or negative from it. */
  sway: number;
  /** The trunk is drawn together by this much when it sits or bows. */
  slump: number;
  /** Degrees that the trunk is turned at least: what moves or sits reads from the side. */
  turn: number;
  /** Degrees that the trunk is turned at most: from behind a lap or a stride could not be seen. */
  most: number;
  /** The first leg is on the side the figure turns to. */
  legs: readonly [LegPose, LegPose];
  /** The legs of who wears a long skirt or coat, where narrower steps would not be the same deed. */
  skirted?: readonly [LegPose, LegPose];
  /** The leg away from the reader is on the far side of a horse. */
  straddles?: true;
}

/** A thing and the hand that has it: 0 on the side the figure turns to, 1 the other. */
export interface Holding {
  thing: HeldThing;
  hand: 0 | 1 | "both";
  /** A second thing, in the hand that has not got the first. */
  other?: HeldThing;
}

export interface PosePlan extends BodyPlan {
  arms: ArmPair;
  holding: Holding | null;
}

/** A pose with its varieties: bodies of equal right, arms from the most telling to the most modest. */
export interface PoseChoice {
  bodies: readonly [BodyPlan, ...BodyPlan[]];
  arms: readonly ArmPair[];
}

/** Each in the far hand first, then in the one nearer to the reader. */
const ahead = (...each: readonly ArmPose[]): ArmPair[] =>
  each.flatMap((arm) => [pair(arm, arms.hangingBack), pair(arms.hangingBack, arm)]);

/** Who sits on the floor in the Japanese way: hips on the heels. */
const seiza: BodyPlan = {
  ...still,
  turn: 40,
  most: 100,
  legs: [
    { thigh: [0.16, 0.12, 0.98], shin: [-0.04, 0.07, -1] },
    { thigh: [0.16, 0.12, 0.98], shin: [-0.04, 0.07, -1] },
  ],
};

export const floorSeat: PoseChoice = { bodies: [seiza], arms: [pair(arms.thighs), pair(g.foldedUnder, g.foldedOver)] };

const speaking = (gesture: Gesture): PoseChoice => ({ bodies: standing, arms: gesturePairs[gesture] });

export const poses: Record<Pose, PoseChoice> = {
  ...movingPoses,
  ...workingPoses,
  stand: { bodies: atEase, arms: [] },
  sit: {
    bodies: [
      {
        ...still,
        slump: 0.97,
        turn: 50,
        most: 100,
        legs: [
          { thigh: [0.14, 0.1, 0.98], shin: [0.02, 0.99, 0.1] },
          { thigh: [0.16, 0.1, 0.98], shin: [0.04, 0.99, -0.08] },
        ],
      },
      {
        ...still,
        lean: 0.06,
        slump: 0.97,
        turn: 52,
        most: 100,
        legs: [
          { thigh: [0.12, 0.08, 0.98], shin: [0.02, 0.97, -0.24] },
          { thigh: [0.14, 0.1, 0.98], shin: [0.04, 0.98, 0.16] },
        ],
      },
    ],
    arms: [pair(arms.lap), pair(arms.lap)],
  },
  kneel: {
    bodies: [
      // On one knee.
      {
        ...still,
        slump: 0.97,
        lean: 0.16,
        bend: 0.08,
        turn: 46,
        most: 110,
        legs: [
          { thigh: [0.16, 0.14, 0.98], shin: [0.02, 0.99, -0.08] },
          { thigh: [0.1, 0.99, -0.06], shin: [0.02, 0.08, -0.99] },
        ],
        skirted: [
          { thigh: [0.1, 0.99, 0.12], shin: [0.02, 0.08, -0.99] },
          { thigh: [0.1, 0.99, 0.02], shin: [0.02, 0.08, -0.99] },
        ],
      },
      {
        ...still,
        slump: 0.97,
        lean: 0.08,
        bend: 0.06,
        turn: 30,
        most: 110,
        legs: [
          { thigh: [0.1, 0.99, 0.06], shin: [0.02, 0.08, -0.99] },
          { thigh: [0.1, 0.99, 0.12], shin: [0.02, 0.08, -0.99] },
        ],
      },
    ],
    arms: [pair(g.claspUnder, g.claspOver), pair(g.foldedUnder, g.foldedOver), pair(arms.lap, arms.thighs)],
  },
  crouch: {
    bodies: [
      {
        ...still,
        slump: 0.9,
        lean: 0.4,
        bend: 0.18,
        turn: 52,
        most: 105,
        legs: [
          { thigh: [0.22, -0.38, 0.9], shin: [0.02, 0.92, -0.4] },
          { thigh: [0.22, -0.28, 0.93], shin: [0.02, 0.93, -0.44] },
        ],
      },
    ],
    arms: [pair(arms.knees)],
  },
  // On the ground, seen from a little above: breast and knees are turned to the reader, one arm lies out before the body.
  lie: {
    bodies: [
      {
        ...still,
        roll: -85,
        bend: 0.06,
        sway: 0.1,
        turn: 34,
        most: 52,
        legs: [
          { thigh: [0.1, 0.8, 0.6], shin: [0.04, 0.84, -0.54] },
          { thigh: [0.14, 0.98, 0.06], shin: [0.06, 1, 0] },
        ],
      },
      {
        ...still,
        roll: -84,
        sway: -0.12,
        turn: 30,
        most: 48,
        legs: [
          { thigh: [0.06, 0.98, 0.12], shin: [0.02, 1, -0.06] },
          { thigh: [0.16, 0.9, 0.4], shin: [0.02, 0.86, -0.5] },
        ],
      },
    ],
    arms: [pair(arms.onBelly, arms.outflung), pair(arms.onBelly), pair(arms.straight)],
  },
  point: {
    bodies: firm,
    arms: ahead(g.pointFar, g.pointNear, g.explain),
  },
  reach: {
    bodies: [{ ...still, lean: 0.08, legs: [wide, easy] }],
    arms: ahead(g.reachFar, g.reachNear, g.offer),
  },
  hold: { bodies: standing, arms: [] },
  embrace: {
    bodies: [{ ...still, lean: 0.05, turn: 62, most: 118, legs: [easy, straight] }],
    arms: [pair(arms.around, arms.aroundLow), pair(arms.aroundChild)],
  },
  "arms-crossed": { bodies: firm, arms: [pair(g.crossedUnder, g.crossedOver)] },
  "arms-up": {
    bodies: [{ ...still, legs: [wide, wide] }],
    arms: [pair(arms.up), pair(g.surrender), ...ahead(g.halt, g.shakeFist)],
  },
  lean: {
    bodies: [
      { ...still, roll: -4, legs: [{ thigh: [0.02, 1, 0.16], shin: [-0.2, 0.97, 0.04] }, straight] },
      { ...still, roll: 4, legs: [straight, { thigh: [0.02, 1, 0.16], shin: [-0.2, 0.97, 0.04] }] },
    ],
    arms: [pair(g.crossedUnder, g.crossedOver), pair(g.hip, arms.hanging)],
  },
  bow: {
    bodies: [{ ...still, lean: 0.72, bend: 0.14, turn: 62, most: 118, legs: [straight, straight] }],
    arms: [pair(arms.thighsBowing)],
  },
  "hands-on-hips": { bodies: firm, arms: [pair(g.hip), pair(g.hip, arms.hanging), pair(arms.hanging, g.hip)] },
  "hand-to-face": { bodies: standing, arms: thinking },
  explain: speaking("explain"),
  offer: speaking("offer"),
  shrug: speaking("shrug"),
  halt: speaking("halt"),
  "shake-fist": { ...speaking("shake-fist"), bodies: firm },
  "hand-on-heart": speaking("hand-on-heart"),
  "clasp-hands": speaking("clasp-hands"),
  despair: speaking("despair"),
  gasp: speaking("gasp"),
  "tip-hat": speaking("tip-hat"),
  "hands-behind": speaking("hands-behind"),
  read: speaking("read"),
  drink: speaking("drink"),
  eat: speaking("eat"),
  smoke: speaking("smoke"),
};

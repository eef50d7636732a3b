import type { Gesture, Pose } from "../../script/script.ts";
import { arms } from "./arm-poses.ts";
import { gestureArms as g } from "./gesture-arms.ts";
import { gesturePairs, thinking } from "./gesture-poses.ts";
import type { HandGesture } from "./hand-forms-data.ts";
import type { HeldThing } from "./held-things-data.ts";

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
 * `ahead`: on the page, from the shoulder to where the figure looks; `beside`: to the arm's own side.
 */
export interface PlacedArm {
  wrist: { of: "face" | "trunk" | "ahead" | "beside"; out: number; down: number; front: number };
  /** Where the elbow stands out to; on the page, for `trunk` of the body. */
  elbow: Direction;
  hand: HandGesture;
  fingers: Direction;
}

/** Arms crossed before the breast, or hands in each other's wide sleeves: both hands are out of sight, the arm `over` lies on the other. */
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

const straight: LegPose = { thigh: [0.07, 1, 0.02], shin: [0.02, 1, -0.03] };
/** Under the hips, with the weight on it, and the leg that rests: its knee bent, its foot set aside. */
const bearing: LegPose = { thigh: [-0.05, 1, -0.01], shin: [-0.09, 1, -0.03] };
const resting: LegPose = { thigh: [0.17, 1, 0.2], shin: [0.1, 1, -0.16] };
const easy: LegPose = { thigh: [0.16, 1, 0.14], shin: [0.08, 1, -0.12] };
const wide: LegPose = { thigh: [0.28, 1, 0.05], shin: [0.16, 1, -0.02] };

/** The steps of who runs in a long skirt: knees close, the one foot set down, the other thrown up behind. */
const shortStep: LegPose = { thigh: [0.05, 0.84, 0.5], shin: [0.03, 0.96, -0.2] };
const trailing: LegPose = { thigh: [0.05, 0.98, 0.02], shin: [0.03, 0.56, -0.82] };

const still: BodyPlan = { roll: 0, lean: 0, sway: 0, slump: 1, turn: 0, most: 180, legs: [easy, straight] };
const standing: PoseChoice["bodies"] = [
  still,
  { ...still, sway: 0.13, legs: [bearing, resting] },
  { ...still, sway: -0.13, legs: [resting, bearing] },
  { ...still, sway: 0.09, legs: [bearing, easy] },
];
const firm: PoseChoice["bodies"] = [
  { ...still, sway: -0.06, legs: [wide, straight] },
  { ...still, legs: [wide, wide] },
];
const pair = (a: ArmPose, b: ArmPose = a): ArmPair => [a, b];

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
  stand: { bodies: standing, arms: [] },
  // The first arms go with a first leg that is behind: arms swing against the legs.
  walk: {
    bodies: [
      {
        ...still,
        lean: 0.1,
        turn: 48,
        legs: [
          { thigh: [0.04, 0.92, 0.42], shin: [0.02, 0.98, -0.02] },
          { thigh: [0.04, 0.96, -0.24], shin: [0.03, 0.8, -0.58] },
        ],
      },
      {
        ...still,
        lean: 0.09,
        turn: 46,
        legs: [
          { thigh: [0.04, 0.95, -0.28], shin: [0.03, 0.82, -0.56] },
          { thigh: [0.04, 0.9, 0.44], shin: [0.02, 1, -0.02] },
        ],
      },
    ],
    arms: [
      pair(
        { upper: [0.16, 0.93, 0.3], fore: [-0.08, 0.76, 0.64], hand: "relaxed" },
        { upper: [0.18, 0.92, -0.4], fore: [0.06, 0.95, 0.28], hand: "relaxed" },
      ),
      pair(
        { upper: [0.18, 0.92, -0.4], fore: [0.06, 0.95, 0.28], hand: "relaxed" },
        { upper: [0.16, 0.93, 0.3], fore: [-0.08, 0.76, 0.64], hand: "relaxed" },
      ),
    ],
  },
  run: {
    bodies: [
      // Pushing off with the toes, the other knee high.
      {
        ...still,
        lean: 0.46,
        slump: 0.94,
        turn: 58,
        most: 125,
        legs: [
          { thigh: [0.05, 0.42, 0.9], shin: [0.03, 0.88, -0.44] },
          { thigh: [0.05, 0.9, -0.42], shin: [0.04, 0.76, -0.64] },
        ],
        skirted: [shortStep, trailing],
      },
      {
        ...still,
        lean: 0.48,
        slump: 0.94,
        turn: 62,
        most: 125,
        legs: [
          { thigh: [0.05, 0.86, -0.46], shin: [0.03, 0.44, -0.88] },
          { thigh: [0.05, 0.66, 0.74], shin: [0.03, 0.9, -0.34] },
        ],
        skirted: [trailing, shortStep],
      },
    ],
    arms: [
      pair(
        { upper: [0.18, 0.8, 0.56], fore: [-0.1, -0.42, 0.9], hand: "fist" },
        { upper: [0.22, 0.66, -0.72], fore: [0.05, 0.66, 0.74], hand: "fist" },
      ),
      pair(
        { upper: [0.22, 0.66, -0.72], fore: [0.05, 0.66, 0.74], hand: "fist" },
        { upper: [0.18, 0.8, 0.56], fore: [-0.1, -0.42, 0.9], hand: "fist" },
      ),
    ],
  },
  sit: {
    bodies: [
      {
        ...still,
        slump: 0.97,
        turn: 42,
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
        turn: 46,
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
      {
        ...still,
        slump: 0.97,
        turn: 42,
        most: 110,
        legs: [
          { thigh: [0.1, 0.99, 0.06], shin: [0.02, 0.08, -0.99] },
          { thigh: [0.1, 0.99, 0.12], shin: [0.02, 0.08, -0.99] },
        ],
      },
    ],
    arms: [pair(g.foldedUnder, g.foldedOver), pair(arms.hanging)],
  },
  crouch: {
    bodies: [
      {
        ...still,
        slump: 0.9,
        lean: 0.34,
        turn: 52,
        most: 105,
        legs: [
          { thigh: [0.22, -0.32, 0.92], shin: [0.02, 0.93, -0.36] },
          { thigh: [0.22, -0.2, 0.95], shin: [0.02, 0.94, -0.4] },
        ],
      },
    ],
    arms: [pair(arms.knees)],
  },
  lie: {
    bodies: [
      {
        ...still,
        roll: -87,
        turn: 62,
        most: 118,
        legs: [
          { thigh: [0.04, 0.86, 0.5], shin: [0.03, 0.86, -0.5] },
          { thigh: [0.06, 1, 0], shin: [0.04, 1, 0] },
        ],
      },
      {
        ...still,
        roll: -87,
        turn: 62,
        most: 118,
        legs: [straight, { thigh: [0.06, 0.98, 0.16], shin: [0.04, 0.98, -0.16] }],
      },
    ],
    arms: [pair(arms.onBelly, arms.straight), pair(arms.onBelly), pair(arms.straight)],
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
  fight: {
    bodies: [
      {
        ...still,
        lean: 0.14,
        turn: 46,
        most: 104,
        legs: [
          { thigh: [0.36, 0.86, 0.44], shin: [0.12, 0.98, -0.1] },
          { thigh: [0.4, 0.88, -0.24], shin: [0.28, 0.94, -0.24] },
        ],
      },
    ],
    arms: [pair(arms.strike, arms.guard), pair(arms.guard), pair(arms.guardLow)],
  },
  // Feet first through the air, on the back: arms flung up, legs apart, one knee drawn up.
  fall: {
    bodies: [
      {
        ...still,
        roll: -21,
        turn: 20,
        most: 40,
        legs: [
          { thigh: [0.3, 0.66, 0.66], shin: [0.2, 0.84, -0.5] },
          { thigh: [0.34, 0.93, 0.05], shin: [0.3, 0.88, -0.36] },
        ],
      },
      {
        ...still,
        roll: -18,
        turn: 20,
        most: 40,
        legs: [
          { thigh: [0.36, 0.92, 0.1], shin: [0.34, 0.86, -0.36] },
          { thigh: [0.28, 0.7, 0.62], shin: [0.16, 0.86, -0.5] },
        ],
      },
    ],
    arms: [pair(arms.flung, arms.clutching), pair(arms.clutching), pair(arms.flungHigh), pair(arms.flungLow)],
  },
  lean: {
    bodies: [
      { ...still, roll: -4, legs: [{ thigh: [0.02, 1, 0.16], shin: [-0.2, 0.97, 0.04] }, straight] },
      { ...still, roll: 4, legs: [straight, { thigh: [0.02, 1, 0.16], shin: [-0.2, 0.97, 0.04] }] },
    ],
    arms: [pair(g.crossedUnder, g.crossedOver), pair(g.hip, arms.hanging)],
  },
  bow: {
    bodies: [{ ...still, lean: 0.54, turn: 62, most: 118, legs: [straight, straight] }],
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
  seize: {
    bodies: [
      {
        ...still,
        lean: 0.34,
        turn: 56,
        most: 104,
        legs: [
          { thigh: [0.2, 0.82, 0.58], shin: [0.08, 0.98, -0.2] },
          { thigh: [0.2, 0.86, -0.34], shin: [0.12, 0.72, -0.68] },
        ],
        skirted: [
          { thigh: [0.14, 0.8, 0.58], shin: [0.05, 0.95, -0.3] },
          { thigh: [0.16, 0.98, 0.04], shin: [0.1, 0.8, -0.6] },
        ],
      },
    ],
    arms: [pair(arms.seizeFar, arms.seizeNear)],
  },
  push: {
    bodies: [
      {
        ...still,
        lean: 0.3,
        turn: 56,
        most: 110,
        legs: [
          { thigh: [0.1, 0.84, 0.5], shin: [0.04, 0.98, -0.16] },
          { thigh: [0.1, 0.84, -0.48], shin: [0.06, 0.9, -0.42] },
        ],
      },
    ],
    arms: [pair(arms.push)],
  },
  throw: {
    bodies: [
      {
        ...still,
        lean: -0.06,
        turn: 44,
        most: 100,
        legs: [
          { thigh: [0.2, 0.9, 0.36], shin: [0.06, 0.99, -0.06] },
          { thigh: [0.24, 0.92, -0.2], shin: [0.14, 0.96, -0.2] },
        ],
      },
    ],
    arms: [pair(arms.throwAim, arms.throwBack)],
  },
  // In the air: one leg drawn up before the body, the other left behind.
  leap: {
    bodies: [
      {
        ...still,
        lean: 0.42,
        slump: 0.94,
        turn: 62,
        most: 118,
        legs: [
          { thigh: [0.06, 0.12, 0.99], shin: [0.03, 0.84, -0.54] },
          { thigh: [0.06, 0.93, -0.36], shin: [0.04, 0.4, -0.92] },
        ],
        skirted: [
          { thigh: [0.06, 0.62, 0.78], shin: [0.03, 0.5, -0.86] },
          { thigh: [0.06, 0.84, 0.54], shin: [0.03, 0.34, -0.94] },
        ],
      },
    ],
    arms: [pair(arms.leapFore, arms.leapBack), pair(arms.leapUp, arms.leapTucked)],
  },
  crawl: {
    bodies: [
      {
        ...still,
        lean: 0.98,
        turn: 74,
        most: 106,
        legs: [
          { thigh: [0.1, 0.98, 0.24], shin: [0.02, 0.1, -0.99] },
          { thigh: [0.1, 0.98, -0.1], shin: [0.02, 0.1, -0.99] },
        ],
      },
    ],
    arms: [pair(arms.onGround, arms.onGroundBack)],
  },
  cower: {
    bodies: [
      {
        ...still,
        slump: 0.9,
        lean: 0.4,
        turn: 52,
        most: 105,
        legs: [
          { thigh: [0.16, -0.2, 0.96], shin: [0.02, 0.94, -0.34] },
          { thigh: [0.16, -0.1, 0.98], shin: [0.02, 0.95, -0.36] },
        ],
      },
    ],
    arms: [pair(arms.shield), [arms.shield, arms.knees]],
  },
  "shoulder-load": {
    bodies: [
      {
        ...still,
        lean: 0.26,
        turn: 46,
        most: 110,
        legs: [
          { thigh: [0.04, 0.92, 0.4], shin: [0.02, 0.98, -0.1] },
          { thigh: [0.04, 0.94, -0.26], shin: [0.03, 0.84, -0.54] },
        ],
      },
    ],
    arms: [pair(arms.loadFore, arms.loadBack)],
  },
};

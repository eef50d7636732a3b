import type { Pose } from "../../script/script.ts";
import { arms } from "./arm-poses.ts";

/** A direction of a limb: outward from the body, down, and to the front. Need not have length 1. */
export type Direction = readonly [out: number, down: number, front: number];
export type Gesture = "relaxed" | "open" | "fist" | "point" | "hold" | "flat";

export interface ArmPose {
  upper: Direction;
  fore: Direction;
  hand: Gesture;
}
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
  /** The trunk is drawn together by this much when it sits or bows. */
  slump: number;
  /** Degrees that the trunk is turned at least: what moves or sits reads from the side. */
  turn: number;
  /** The first leg is on the side the figure turns to. */
  legs: readonly [LegPose, LegPose];
}

export interface PosePlan extends BodyPlan {
  arms: ArmPair;
}

/** A pose with its varieties: bodies of equal right, arms from the most telling to the most modest. */
export interface PoseChoice {
  bodies: readonly [BodyPlan, ...BodyPlan[]];
  arms: readonly ArmPair[];
}

const straight: LegPose = { thigh: [0.07, 1, 0.02], shin: [0.02, 1, -0.03] };
const easy: LegPose = { thigh: [0.16, 1, 0.14], shin: [0.08, 1, -0.12] };
const aside: LegPose = { thigh: [0.26, 1, 0.08], shin: [0.12, 1, -0.06] };
const wide: LegPose = { thigh: [0.28, 1, 0.05], shin: [0.16, 1, -0.02] };
const inward: LegPose = { thigh: [0.02, 1, 0.02], shin: [-0.02, 1, -0.02] };

const still: BodyPlan = { roll: 0, lean: 0, slump: 1, turn: 0, legs: [easy, straight] };
const standing: PoseChoice["bodies"] = [
  still,
  { ...still, legs: [straight, easy] },
  { ...still, roll: 1.6, legs: [aside, inward] },
  { ...still, roll: -1.6, legs: [inward, aside] },
  { ...still, legs: [straight, straight] },
];
const firm: PoseChoice["bodies"] = [
  { ...still, legs: [wide, straight] },
  { ...still, legs: [wide, wide] },
];
const pair = (a: ArmPose, b: ArmPose = a): ArmPair => [a, b];

export const poses: Record<Pose, PoseChoice> = {
  stand: { bodies: standing, arms: [] },
  walk: {
    bodies: [
      {
        ...still,
        lean: 0.05,
        turn: 44,
        legs: [
          { thigh: [0.04, 0.92, 0.42], shin: [0.02, 0.98, -0.06] },
          { thigh: [0.04, 0.96, -0.26], shin: [0.03, 0.74, -0.62] },
        ],
      },
      {
        ...still,
        lean: 0.04,
        turn: 40,
        legs: [
          { thigh: [0.04, 0.95, -0.3], shin: [0.03, 0.78, -0.6] },
          { thigh: [0.04, 0.9, 0.44], shin: [0.02, 1, -0.04] },
        ],
      },
    ],
    arms: [
      pair(
        { upper: [0.14, 0.93, -0.36], fore: [0.06, 0.97, -0.05], hand: "relaxed" },
        { upper: [0.14, 0.92, 0.34], fore: [0.02, 0.84, 0.5], hand: "relaxed" },
      ),
    ],
  },
  run: {
    bodies: [
      {
        ...still,
        lean: 0.24,
        turn: 50,
        legs: [
          { thigh: [0.05, 0.62, 0.8], shin: [0.03, 0.86, -0.3] },
          { thigh: [0.05, 0.84, -0.52], shin: [0.04, 0.3, -0.94] },
        ],
      },
      {
        ...still,
        lean: 0.3,
        turn: 58,
        legs: [
          { thigh: [0.05, 0.94, -0.3], shin: [0.03, 0.84, -0.5] },
          { thigh: [0.05, 0.7, 0.72], shin: [0.03, 0.7, -0.7] },
        ],
      },
      {
        ...still,
        lean: 0.18,
        turn: 54,
        legs: [
          { thigh: [0.05, 0.78, 0.62], shin: [0.03, 0.98, 0.1] },
          { thigh: [0.05, 0.82, -0.56], shin: [0.04, 0.66, -0.74] },
        ],
      },
    ],
    arms: [
      pair(
        { upper: [0.22, 0.72, -0.66], fore: [0.05, 0.72, 0.68], hand: "fist" },
        { upper: [0.2, 0.76, 0.6], fore: [-0.1, -0.36, 0.92], hand: "fist" },
      ),
      pair(
        { upper: [0.2, 0.8, 0.56], fore: [-0.1, -0.3, 0.94], hand: "fist" },
        { upper: [0.22, 0.74, -0.62], fore: [0.05, 0.84, 0.5], hand: "fist" },
      ),
    ],
  },
  sit: {
    bodies: [
      {
        ...still,
        slump: 0.92,
        turn: 38,
        legs: [
          { thigh: [0.16, 0.16, 0.98], shin: [0.02, 0.99, 0.06] },
          { thigh: [0.2, 0.18, 0.97], shin: [0.06, 0.98, -0.08] },
        ],
      },
    ],
    arms: [pair(arms.lap), pair(arms.lap, arms.clasp)],
  },
  kneel: {
    bodies: [
      {
        ...still,
        slump: 0.95,
        turn: 38,
        legs: [
          { thigh: [0.16, 0.3, 0.94], shin: [0.04, 1, -0.04] },
          { thigh: [0.1, 0.97, 0.1], shin: [0.04, 0.16, -0.98] },
        ],
      },
    ],
    arms: [pair(arms.lap, arms.hanging)],
  },
  crouch: {
    bodies: [
      {
        ...still,
        slump: 0.95,
        turn: 38,
        legs: [
          { thigh: [0.16, 0.3, 0.94], shin: [0.04, 1, -0.04] },
          { thigh: [0.1, 0.97, 0.1], shin: [0.04, 0.16, -0.98] },
        ],
      },
    ],
    arms: [pair(arms.lap, arms.hanging)],
  },
  lie: {
    bodies: [
      {
        ...still,
        roll: -87,
        turn: 62,
        legs: [
          { thigh: [0.04, 0.86, 0.5], shin: [0.03, 0.86, -0.5] },
          { thigh: [0.06, 1, 0], shin: [0.04, 1, 0] },
        ],
      },
      { ...still, roll: -87, turn: 62, legs: [straight, { thigh: [0.06, 0.98, 0.16], shin: [0.04, 0.98, -0.16] }] },
    ],
    arms: [pair(arms.breast, arms.straight), pair(arms.clasp), pair(arms.straight)],
  },
  point: {
    bodies: firm,
    arms: [arms.pointFar, arms.pointNear, arms.remind].map((arm) => pair(arm, arms.hangingBack)),
  },
  reach: {
    bodies: [{ ...still, lean: 0.08, legs: [wide, easy] }],
    arms: [arms.reachFar, arms.reachNear, arms.halt].map((arm) => pair(arm, arms.hangingBack)),
  },
  hold: { bodies: standing, arms: [pair(arms.carry), pair(arms.carry, arms.hanging), pair(arms.lapel, arms.hanging)] },
  embrace: {
    bodies: [{ ...still, lean: 0.08, turn: 60, legs: [easy, straight] }],
    arms: [pair(arms.reachFar, arms.reachNear)],
  },
  "arms-crossed": { bodies: firm, arms: [pair(arms.crossedOver, arms.crossedUnder), pair(arms.behindBack)] },
  "arms-up": {
    bodies: [{ ...still, legs: [wide, wide] }],
    arms: [pair(arms.up), pair(arms.hanging, arms.halt), pair(arms.clench, arms.hanging)],
  },
  fight: {
    bodies: [
      {
        ...still,
        lean: 0.14,
        turn: 46,
        legs: [
          { thigh: [0.4, 0.86, 0.4], shin: [0.16, 0.98, -0.1] },
          { thigh: [0.44, 0.88, -0.2], shin: [0.3, 0.94, -0.2] },
        ],
      },
    ],
    arms: [pair(arms.strike, arms.guard), pair(arms.guard)],
  },
  fall: {
    bodies: [
      {
        ...still,
        roll: 14,
        legs: [
          { thigh: [0.2, 0.86, 0.46], shin: [0.1, 0.7, -0.7] },
          { thigh: [0.3, 0.95, 0.1], shin: [0.2, 0.86, -0.46] },
        ],
      },
      {
        ...still,
        roll: -38,
        turn: 34,
        legs: [
          { thigh: [0.3, 0.56, 0.78], shin: [0.1, 0.84, -0.3] },
          { thigh: [0.3, 0.8, 0.5], shin: [0.2, 0.84, 0.3] },
        ],
      },
      {
        ...still,
        roll: -66,
        turn: 40,
        legs: [
          { thigh: [0.2, 0.7, 0.66], shin: [0.1, 0.7, -0.6] },
          { thigh: [0.3, 0.95, 0.2], shin: [0.2, 0.94, -0.2] },
        ],
      },
    ],
    arms: [
      pair(
        { upper: [0.86, -0.34, 0.2], fore: [0.56, -0.8, 0.16], hand: "open" },
        { upper: [0.92, 0.1, 0.1], fore: [0.74, -0.6, 0.2], hand: "open" },
      ),
      pair(arms.up),
      pair(arms.halt, arms.offer),
    ],
  },
  lean: {
    bodies: [
      { ...still, roll: -5, legs: [{ thigh: [-0.02, 1, 0.14], shin: [-0.26, 0.95, 0.06] }, straight] },
      { ...still, roll: 4, legs: [straight, { thigh: [-0.02, 1, 0.14], shin: [-0.26, 0.95, 0.06] }] },
    ],
    arms: [pair(arms.crossedOver, arms.crossedUnder), pair(arms.hip, arms.hanging), pair(arms.behindBack)],
  },
  bow: {
    bodies: [{ ...still, lean: 0.56, turn: 48, legs: [straight, straight] }],
    arms: [pair({ upper: [0.1, 0.98, 0.06], fore: [-0.18, 0.95, 0.2], hand: "flat" })],
  },
  "hands-on-hips": { bodies: firm, arms: [pair(arms.hip), pair(arms.hip, arms.hanging), pair(arms.hanging, arms.hip)] },
  "hand-to-face": { bodies: standing, arms: [pair(arms.chin, arms.hanging), pair(arms.chin, arms.prop)] },
};

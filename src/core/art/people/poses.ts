import type { Pose } from "../../script/script.ts";

/** A direction of a limb: outward from the body, down, and to the front. Need not have length 1. */
export type Direction = readonly [out: number, down: number, front: number];
export type Gesture = "relaxed" | "open" | "fist" | "point" | "hold" | "flat";

export interface ArmPose {
  upper: Direction;
  fore: Direction;
  hand: Gesture;
}

export interface LegPose {
  thigh: Direction;
  shin: Direction;
}

/** A pose of the body. The first arm and leg are those on the side the figure turns to: they act, the others follow. */
export interface PosePlan {
  /** Degrees that the whole body turns about the head: a body that falls or lies. */
  roll: number;
  /** How far the trunk leans to the front, as the share of its length. */
  lean: number;
  /** The trunk is drawn together by this much when it sits or bows. */
  slump: number;
  arms: readonly [ArmPose, ArmPose];
  legs: readonly [LegPose, LegPose];
}

const hanging: ArmPose = { upper: [0.14, 0.98, -0.04], fore: [0, 0.95, 0.3], hand: "relaxed" };
const hangingBack: ArmPose = { upper: [0.15, 0.97, -0.12], fore: [0.02, 0.96, 0.22], hand: "relaxed" };
const upright: LegPose = { thigh: [0.07, 1, 0.02], shin: [0.02, 1, -0.03] };
const relaxedLeg: LegPose = { thigh: [0.14, 1, 0.1], shin: [0.06, 1, -0.1] };
const wideLeg: LegPose = { thigh: [0.28, 1, 0.05], shin: [0.16, 1, -0.02] };
const base = { roll: 0, lean: 0, slump: 1, arms: [hanging, hangingBack], legs: [relaxedLeg, upright] } as const;

export const poses: Record<Pose, PosePlan> = {
  stand: base,
  walk: {
    ...base,
    lean: 0.05,
    arms: [
      { upper: [0.14, 0.93, -0.36], fore: [0.06, 0.97, -0.05], hand: "relaxed" },
      { upper: [0.14, 0.9, 0.4], fore: [0.02, 0.72, 0.66], hand: "relaxed" },
    ],
    legs: [
      { thigh: [0.04, 0.92, 0.42], shin: [0.02, 0.98, -0.06] },
      { thigh: [0.04, 0.96, -0.26], shin: [0.03, 0.74, -0.62] },
    ],
  },
  run: {
    ...base,
    lean: 0.24,
    arms: [
      { upper: [0.22, 0.66, -0.72], fore: [0.05, 0.72, 0.6], hand: "fist" },
      { upper: [0.2, 0.62, 0.74], fore: [-0.2, -0.5, 0.82], hand: "fist" },
    ],
    legs: [
      { thigh: [0.05, 0.62, 0.8], shin: [0.03, 0.86, -0.3] },
      { thigh: [0.05, 0.84, -0.52], shin: [0.04, 0.3, -0.94] },
    ],
  },
  sit: {
    ...base,
    slump: 0.92,
    arms: [
      { upper: [0.16, 0.92, 0.28], fore: [-0.28, 0.34, 0.9], hand: "flat" },
      { upper: [0.18, 0.9, 0.34], fore: [-0.24, 0.4, 0.88], hand: "flat" },
    ],
    legs: [
      { thigh: [0.16, 0.12, 0.98], shin: [0.02, 0.99, 0.06] },
      { thigh: [0.2, 0.14, 0.97], shin: [0.06, 0.98, -0.08] },
    ],
  },
  kneel: {
    ...base,
    slump: 0.95,
    arms: [
      { upper: [0.16, 0.94, 0.22], fore: [-0.2, 0.7, 0.7], hand: "flat" },
      { upper: [0.16, 0.94, 0.22], fore: [-0.2, 0.72, 0.66], hand: "flat" },
    ],
    legs: [
      { thigh: [0.16, 0.3, 0.94], shin: [0.04, 1, -0.04] },
      { thigh: [0.1, 0.97, 0.1], shin: [0.04, 0.16, -0.98] },
    ],
  },
  lie: {
    ...base,
    roll: 80,
    arms: [
      { upper: [0.5, 0.8, 0.2], fore: [0.5, 0.5, 0.5], hand: "open" },
      { upper: [0.3, 0.9, 0.2], fore: [-0.3, 0.8, 0.4], hand: "relaxed" },
    ],
    legs: [
      { thigh: [0.1, 0.94, 0.3], shin: [0.03, 0.96, -0.24] },
      { thigh: [0.08, 1, 0], shin: [0.06, 1, 0] },
    ],
  },
  point: {
    ...base,
    arms: [{ upper: [0.74, 0.14, 0.68], fore: [0.74, -0.06, 0.66], hand: "point" }, hangingBack],
    legs: [wideLeg, upright],
  },
  reach: {
    ...base,
    lean: 0.1,
    arms: [
      { upper: [0.6, 0.3, 0.76], fore: [0.6, -0.2, 0.76], hand: "open" },
      { upper: [0.24, 0.92, -0.2], fore: [0.1, 0.9, 0.3], hand: "relaxed" },
    ],
    legs: [wideLeg, relaxedLeg],
  },
  hold: {
    ...base,
    arms: [
      { upper: [0.14, 0.93, 0.22], fore: [-0.24, -0.62, 0.74], hand: "hold" },
      { upper: [0.2, 0.95, 0.05], fore: [0.02, 0.9, 0.4], hand: "relaxed" },
    ],
  },
  "arms-crossed": {
    ...base,
    arms: [
      { upper: [0.16, 0.94, 0.24], fore: [-0.74, -0.14, 0.6], hand: "flat" },
      { upper: [0.16, 0.92, 0.2], fore: [-0.72, 0, 0.62], hand: "fist" },
    ],
    legs: [wideLeg, upright],
  },
  "arms-up": {
    ...base,
    arms: [
      { upper: [0.78, -0.56, 0.2], fore: [0.28, -0.94, 0.16], hand: "open" },
      { upper: [0.8, -0.48, 0.2], fore: [0.36, -0.92, 0.1], hand: "open" },
    ],
    legs: [wideLeg, wideLeg],
  },
  fight: {
    ...base,
    lean: 0.14,
    arms: [
      { upper: [0.5, 0.4, 0.76], fore: [0.32, -0.52, 0.78], hand: "fist" },
      { upper: [0.36, 0.86, 0.34], fore: [-0.3, -0.72, 0.62], hand: "fist" },
    ],
    legs: [
      { thigh: [0.4, 0.86, 0.4], shin: [0.16, 0.98, -0.1] },
      { thigh: [0.44, 0.88, -0.2], shin: [0.3, 0.94, -0.2] },
    ],
  },
  fall: {
    ...base,
    roll: 34,
    arms: [
      { upper: [0.86, -0.34, 0.3], fore: [0.6, -0.76, 0.2], hand: "open" },
      { upper: [0.92, 0.16, 0.1], fore: [0.74, -0.6, 0.3], hand: "open" },
    ],
    legs: [
      { thigh: [0.3, 0.72, 0.62], shin: [0.1, 0.8, -0.5] },
      { thigh: [0.34, 0.94, 0.1], shin: [0.2, 0.7, -0.66] },
    ],
  },
  lean: {
    ...base,
    roll: -7,
    arms: [{ upper: [0.62, 0.7, 0.3], fore: [0.5, -0.74, 0.42], hand: "flat" }, hangingBack],
    legs: [
      { thigh: [0.05, 1, 0.1], shin: [-0.3, 0.95, 0] },
      { thigh: [0.02, 1, 0], shin: [0.02, 1, 0] },
    ],
  },
  bow: {
    ...base,
    lean: 0.56,
    arms: [
      { upper: [0.1, 0.98, 0.06], fore: [-0.18, 0.95, 0.2], hand: "flat" },
      { upper: [0.1, 0.98, 0.06], fore: [-0.18, 0.95, 0.2], hand: "flat" },
    ],
    legs: [upright, upright],
  },
  "hands-on-hips": {
    ...base,
    arms: [
      { upper: [0.68, 0.72, -0.14], fore: [-0.74, 0.6, 0.3], hand: "fist" },
      { upper: [0.68, 0.72, -0.14], fore: [-0.74, 0.6, 0.3], hand: "fist" },
    ],
    legs: [wideLeg, upright],
  },
  "hand-to-face": {
    ...base,
    arms: [
      { upper: [-0.16, 0.84, 0.52], fore: [-0.36, -0.9, 0.1], hand: "hold" },
      { upper: [0.1, 0.93, 0.3], fore: [-0.76, -0.06, 0.6], hand: "fist" },
    ],
  },
};

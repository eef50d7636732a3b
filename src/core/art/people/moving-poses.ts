import type { Deed, Work } from "../../script/script.ts";
import { arms } from "./arm-poses.ts";
import { contactPoses } from "./contact-poses.ts";
import type { ArmPair, ArmPose, BodyPlan, LegPose, PoseChoice } from "./poses.ts";
import { still } from "./stillness.ts";

export const pair = (a: ArmPose, b: ArmPose = a): ArmPair => [a, b];

/** The steps of who runs in a long skirt: knees close, the one foot set down, the other thrown up behind. */
const shortStep: LegPose = { thigh: [0.05, 0.68, 0.73], shin: [0.03, 0.93, -0.36] };
const trailing: LegPose = { thigh: [0.05, 0.94, -0.3], shin: [0.03, 0.6, -0.78] };

/** The legs of who runs: the one knee before the body, the other foot just off the ground, its shin going on where the thigh goes. */
const kneeForward: LegPose = { thigh: [0.05, 0.46, 0.89], shin: [0.03, 0.96, -0.28] };
const pushedOff: LegPose = { thigh: [0.05, 0.84, -0.54], shin: [0.03, 0.42, -0.9] };

const running: BodyPlan = { ...still, lean: 0.38, bend: -0.03, flow: 0.42, slump: 0.95, turn: 64, most: 125 };

/** Bodies on their way or at work, each along one line from the pushing foot to the head: the trunk leans and bends with it. */
export const movingPoses: Record<"walk" | "run" | "fight" | "fall" | Exclude<Deed, Work>, PoseChoice> = {
  ...contactPoses,
  // The first arms go with a first leg that is behind: arms swing against the legs.
  walk: {
    bodies: [
      {
        ...still,
        lean: 0.13,
        bend: 0.04,
        flow: 0.12,
        turn: 48,
        legs: [
          { thigh: [0.04, 0.92, 0.42], shin: [0.02, 0.98, -0.02] },
          { thigh: [0.04, 0.96, -0.24], shin: [0.03, 0.8, -0.58] },
        ],
      },
      {
        ...still,
        lean: 0.12,
        bend: 0.04,
        flow: 0.12,
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
        { upper: [0.2, 0.84, -0.62], fore: [0.06, 0.98, -0.12], hand: "relaxed" },
      ),
      pair(
        { upper: [0.2, 0.84, -0.62], fore: [0.06, 0.98, -0.12], hand: "relaxed" },
        { upper: [0.16, 0.93, 0.3], fore: [-0.08, 0.76, 0.64], hand: "relaxed" },
      ),
    ],
  },
  run: {
    bodies: [
      {
        ...running,
        legs: [kneeForward, pushedOff],
        skirted: [shortStep, trailing],
      },
      {
        ...running,
        legs: [pushedOff, kneeForward],
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
  fight: {
    bodies: [
      {
        ...still,
        lean: 0.34,
        bend: 0.12,
        flow: 0.2,
        sway: 0.12,
        turn: 50,
        most: 104,
        legs: [
          { thigh: [0.26, 0.62, 0.78], shin: [0.06, 0.97, -0.24] },
          { thigh: [0.3, 0.84, -0.52], shin: [0.2, 0.84, -0.54] },
        ],
      },
      {
        ...still,
        lean: 0.2,
        bend: -0.1,
        flow: 0.2,
        sway: -0.14,
        turn: 46,
        most: 104,
        legs: [
          { thigh: [0.3, 0.86, 0.5], shin: [0.1, 0.98, -0.08] },
          { thigh: [0.34, 0.74, -0.2], shin: [0.26, 0.84, -0.5] },
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
        roll: -30,
        bend: 0.16,
        flow: -0.3,
        turn: 36,
        most: 60,
        legs: [
          { thigh: [0.3, 0.36, 0.92], shin: [0.2, 0.74, -0.64] },
          { thigh: [0.34, 0.93, -0.1], shin: [0.3, 0.66, -0.7] },
        ],
        skirted: [
          { thigh: [0.2, 0.42, 0.88], shin: [0.1, 0.8, -0.6] },
          { thigh: [0.3, 0.84, 0.3], shin: [0.24, 0.86, -0.46] },
        ],
      },
      {
        ...still,
        roll: -26,
        bend: 0.2,
        flow: -0.3,
        turn: 36,
        most: 60,
        legs: [
          { thigh: [0.36, 0.92, -0.06], shin: [0.34, 0.6, -0.74] },
          { thigh: [0.28, 0.4, 0.9], shin: [0.16, 0.78, -0.6] },
        ],
        skirted: [
          { thigh: [0.3, 0.84, 0.3], shin: [0.24, 0.86, -0.46] },
          { thigh: [0.2, 0.42, 0.88], shin: [0.1, 0.8, -0.6] },
        ],
      },
    ],
    arms: [pair(arms.flung, arms.clutching), pair(arms.clutching), pair(arms.flungHigh), pair(arms.flungLow)],
  },
  throw: {
    bodies: [
      {
        ...still,
        lean: -0.14,
        bend: -0.18,
        flow: 0.1,
        sway: -0.16,
        turn: 48,
        most: 100,
        legs: [
          { thigh: [0.2, 0.86, 0.56], shin: [0.06, 0.94, 0.3] },
          { thigh: [0.24, 0.9, -0.1], shin: [0.14, 0.88, -0.44] },
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
        lean: 0.5,
        bend: 0.08,
        flow: 0.5,
        slump: 0.94,
        turn: 62,
        most: 118,
        legs: [
          { thigh: [0.06, 0.12, 0.99], shin: [0.03, 0.84, -0.54] },
          { thigh: [0.06, 0.93, -0.36], shin: [0.04, 0.4, -0.92] },
        ],
        // Both feet come out under the hem: drawn up into the cloth they would leave a bell in the air.
        skirted: [
          { thigh: [0.05, 0.64, 0.77], shin: [0.03, 0.95, -0.3] },
          { thigh: [0.05, 0.97, -0.2], shin: [0.03, 0.57, -0.82] },
        ],
      },
    ],
    arms: [pair(arms.leapFore, arms.leapBack), pair(arms.leapUp, arms.leapTucked)],
  },
  // On the knees, the trunk bent over them: hands on the ground under the shoulders, the shins flat behind.
  crawl: {
    bodies: [
      {
        ...still,
        slump: 0.92,
        lean: 0.96,
        bend: 0.3,
        turn: 74,
        most: 106,
        legs: [
          { thigh: [0.12, 0.9, 0.44], shin: [0.02, 0.12, -0.99] },
          { thigh: [0.12, 0.98, 0.02], shin: [0.02, 0.12, -0.99] },
        ],
      },
    ],
    arms: [pair(arms.onGround, arms.onGroundBack)],
  },
  // Up a ladder, which is drawn under hands and feet: one knee high, the other leg stretched.
  climb: {
    bodies: [
      {
        ...still,
        lean: 0.16,
        bend: 0.06,
        turn: 58,
        most: 80,
        legs: [
          { thigh: [0.14, 0.34, 0.92], shin: [0.04, 0.97, -0.24] },
          { thigh: [0.14, 0.98, 0.2], shin: [0.06, 0.98, -0.14] },
        ],
      },
    ],
    arms: [pair(arms.rungHigh, arms.rungLow)],
  },
  // Off the chair and not yet upright: one foot set ahead, the arms swung out with the jolt.
  rise: {
    bodies: [
      {
        ...still,
        lean: 0.22,
        bend: 0.1,
        flow: 0.15,
        turn: 50,
        most: 105,
        legs: [
          { thigh: [0.12, 0.84, 0.54], shin: [0.04, 0.99, -0.06] },
          { thigh: [0.2, 0.98, -0.08], shin: [0.1, 0.88, -0.46] },
        ],
      },
    ],
    arms: [pair(arms.pushOff, arms.reelingLow)],
  },
  cower: {
    bodies: [
      {
        ...still,
        slump: 0.9,
        lean: 0.46,
        bend: 0.22,
        turn: 52,
        most: 105,
        legs: [
          { thigh: [0.16, -0.32, 0.93], shin: [0.02, 0.93, -0.4] },
          { thigh: [0.16, -0.24, 0.95], shin: [0.02, 0.94, -0.42] },
        ],
      },
    ],
    arms: [pair(arms.shield), [arms.shield, arms.knees]],
  },
  "shoulder-load": {
    bodies: [
      {
        ...still,
        lean: 0.32,
        bend: 0.1,
        flow: 0.12,
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

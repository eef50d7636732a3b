import type { Work } from "../../script/script.ts";
import type { ArmPose, BodyPlan, LegPose, PoseChoice } from "./poses.ts";
import { arms } from "./arm-poses.ts";
import { still } from "./stillness.ts";

/** A leg set ahead with the weight on it, and the one that pushes. */
const braced: readonly [LegPose, LegPose] = [
  { thigh: [0.12, 0.86, 0.5], shin: [0.06, 0.99, -0.1] },
  { thigh: [0.18, 0.94, -0.3], shin: [0.1, 0.88, -0.44] },
];

/** Side on to the mark, the weight between both feet. */
const marksman: BodyPlan = {
  ...still,
  lean: 0.03,
  bend: -0.04,
  turn: 46,
  most: 96,
  legs: [
    { thigh: [0.12, 0.94, 0.32], shin: [0.05, 1, -0.02] },
    { thigh: [0.2, 0.95, -0.24], shin: [0.1, 0.96, -0.24] },
  ],
};

/** At a table: hips on the seat, the breast a little over the board. */
const seatedAtTable: BodyPlan = {
  ...still,
  slump: 0.97,
  lean: 0.14,
  bend: 0.1,
  turn: 44,
  most: 82,
  legs: [
    { thigh: [0.14, 0.08, 0.98], shin: [0.02, 0.98, -0.16] },
    { thigh: [0.16, 0.1, 0.98], shin: [0.04, 0.99, 0.06] },
  ],
};

/** Hands and arms of work, by the direction of their halves. */
export const workArms = {
  pen: { upper: [0.22, 0.8, 0.56], fore: [-0.3, 0.16, 0.94], hand: "pinch", fingers: [-0.5, 0.5, 0.7] },
  onBoard: { upper: [0.22, 0.8, 0.56], fore: [-0.34, 0.14, 0.93], hand: "flat", fingers: [-0.4, 0.06, 0.92] },
  toMouth: { upper: [0.24, 0.86, 0.44], fore: [-0.26, -0.72, 0.64], hand: "fist", fingers: [-0.7, -0.6, 0.1] },
  rein: { upper: [0.14, 0.94, 0.2], fore: [-0.1, 0.22, 0.96], hand: "fist", fingers: [0, -0.1, 0.98] },
  oar: { upper: [0.12, 0.66, 0.74], fore: [0, 0.06, 0.99], hand: "fist", fingers: [0, -0.1, 0.98] },
  stroke: { upper: [0.24, -0.42, 0.86], fore: [0.06, 0.3, 0.94], hand: "flat", fingers: [0, 0.3, 0.94] },
  underWater: { upper: [0.6, 0.6, -0.3], fore: [0.3, 0.8, 0.3], hand: "flat" },
  shaftLow: { upper: [0.1, 0.9, 0.42], fore: [-0.04, 0.84, 0.54], hand: "fist" },
  shaftHigh: { upper: [0.3, 0.84, 0.1], fore: [-0.16, -0.2, 0.96], hand: "fist" },
  ropeFar: { upper: [0.1, 0.66, 0.74], fore: [0, 0.02, 1], hand: "fist" },
  ropeNear: { upper: [0.16, 0.84, 0.34], fore: [-0.06, -0.16, 0.98], hand: "fist" },
  groping: { upper: [0.34, 0.46, 0.8], fore: [0.16, -0.16, 0.96], hand: "open", fingers: [0.1, -0.4, 0.9] },
  flungBack: { upper: [0.6, 0.6, -0.5], fore: [0.5, 0.3, -0.1], hand: "open", fingers: [0.7, 0.4, 0] },
  armrest: { upper: [0.36, 0.9, 0.1], fore: [0.06, 0.2, 0.97], hand: "relaxed", fingers: [0, 0.5, 0.86] },
  rap: { upper: [0.16, 0.42, 0.88], fore: [0, -0.62, 0.78], hand: "fist", fingers: [0, -0.5, 0.86] },
  wheelHigh: { upper: [0.14, 0.6, 0.78], fore: [0.02, -0.3, 0.95], hand: "fist", fingers: [0, -0.6, 0.8] },
  wheelLow: { upper: [0.16, 0.84, 0.5], fore: [0, 0.2, 0.98], hand: "fist", fingers: [0, 0.2, 0.96] },
} as const satisfies Record<string, ArmPose>;

/** Bodies at work with something that is drawn with them. */
export const workingPoses: Record<Work, PoseChoice> = {
  aim: { bodies: [marksman], arms: [] },
  // The recoil throws the shoulders back.
  shoot: { bodies: [{ ...marksman, lean: -0.08, bend: -0.08 }], arms: [] },
  ride: {
    bodies: [
      {
        ...still,
        lean: 0.06,
        bend: 0.06,
        turn: 70,
        most: 84,
        legs: [
          { thigh: [0.2, 0.46, 0.86], shin: [0.03, 0.97, -0.24] },
          { thigh: [0.24, 0.46, 0.86], shin: [0.04, 0.97, -0.24] },
        ],
        straddles: true,
      },
    ],
    arms: [[workArms.rein, workArms.rein]],
  },
  // At the end of the pull: the back goes with the oars.
  row: {
    bodies: [
      {
        ...still,
        slump: 0.96,
        lean: -0.2,
        bend: 0.12,
        turn: 64,
        most: 88,
        legs: [
          { thigh: [0.12, -0.08, 0.98], shin: [0.03, 0.5, 0.86] },
          { thigh: [0.14, -0.02, 0.98], shin: [0.04, 0.46, 0.88] },
        ],
      },
    ],
    arms: [[workArms.oar, workArms.oar]],
  },
  swim: {
    bodies: [
      {
        ...still,
        lean: 0.7,
        turn: 54,
        most: 84,
        legs: [
          { thigh: [0.08, 0.5, -0.86], shin: [0.04, 0.5, -0.86] },
          { thigh: [0.08, 0.7, -0.7], shin: [0.04, 0.4, -0.9] },
        ],
      },
    ],
    arms: [[workArms.stroke, workArms.underWater]],
  },
  dig: {
    bodies: [{ ...still, lean: 0.46, bend: 0.16, flow: 0.05, turn: 58, most: 96, legs: braced }],
    arms: [[workArms.shaftLow, workArms.shaftHigh]],
  },
  // The whole weight hangs on the rope, heels in the ground.
  haul: {
    bodies: [
      {
        ...still,
        lean: -0.34,
        bend: 0.14,
        turn: 62,
        most: 98,
        legs: [
          { thigh: [0.12, 0.7, 0.7], shin: [0.06, 0.86, 0.5] },
          { thigh: [0.18, 0.72, 0.66], shin: [0.1, 0.96, -0.2] },
        ],
      },
    ],
    arms: [[workArms.ropeFar, workArms.ropeNear]],
  },
  // The feet cross, the trunk goes before them, the arms feel for a hold.
  stagger: {
    bodies: [
      {
        ...still,
        roll: 7,
        lean: 0.3,
        bend: 0.16,
        flow: 0.1,
        sway: 0.2,
        turn: 40,
        most: 92,
        legs: [
          { thigh: [-0.12, 0.86, 0.46], shin: [-0.06, 0.96, -0.24] },
          { thigh: [0.3, 0.92, -0.22], shin: [0.26, 0.76, -0.58] },
        ],
      },
    ],
    arms: [[workArms.groping, workArms.flungBack]],
  },
  write: { bodies: [{ ...seatedAtTable, lean: 0.24, bend: 0.14 }], arms: [[workArms.onBoard, workArms.pen]] },
  dine: { bodies: [seatedAtTable], arms: [[workArms.onBoard, workArms.toMouth]] },
  // Sunk into the back of the chair, the legs stretched out.
  lounge: {
    bodies: [
      {
        ...still,
        slump: 0.93,
        lean: -0.36,
        bend: 0.2,
        turn: 44,
        most: 74,
        legs: [
          { thigh: [0.16, 0.02, 0.98], shin: [0.04, 0.8, 0.58] },
          { thigh: [0.2, -0.02, 0.98], shin: [0.04, 0.96, 0.24] },
        ],
      },
    ],
    arms: [[workArms.armrest, workArms.armrest]],
  },
  abed: {
    bodies: [
      {
        ...still,
        roll: -85,
        turn: 40,
        most: 70,
        legs: [
          { thigh: [0.08, 0.94, 0.3], shin: [0.04, 0.94, -0.3] },
          { thigh: [0.08, 1, 0.04], shin: [0.04, 1, 0] },
        ],
      },
    ],
    // Under the cover.
    arms: [[arms.onBelly, arms.onBelly]],
  },
  knock: {
    bodies: [{ ...still, lean: 0.06, turn: 50, most: 92, legs: braced }],
    arms: [[workArms.rap, { upper: [0.15, 0.98, -0.17], fore: [-0.06, 0.97, 0.22], hand: "slack" }]],
  },
  steer: {
    bodies: [{ ...still, lean: 0.1, bend: 0.06, turn: 58, most: 88, legs: braced }],
    arms: [[workArms.wheelHigh, workArms.wheelLow]],
  },
};

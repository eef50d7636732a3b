import type { BodyPlan, LegPose } from "./poses.ts";

export const straight: LegPose = { thigh: [0.07, 1, -0.04], shin: [0.02, 1, -0.05] };
/** A leg that rests, its foot a little ahead. */
export const easy: LegPose = { thigh: [0.16, 1, 0.14], shin: [0.08, 1, -0.12] };

/** A body that does nothing; every other is told by what it does otherwise. */
export const still: BodyPlan = {
  roll: 0,
  lean: 0,
  bend: 0,
  flow: 0,
  sway: 0,
  slump: 1,
  turn: 0,
  most: 180,
  legs: [easy, straight],
};

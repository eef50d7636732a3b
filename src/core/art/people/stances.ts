import type { BodyPlan, LegPose } from "./poses.ts";
import { easy, still } from "./stillness.ts";

/** Under the hips, with the weight on it. */
const bearing: LegPose = { thigh: [-0.06, 1, -0.04], shin: [-0.08, 1, -0.06] };
/** It rests: the knee bent, the foot set aside and ahead. */
const resting: LegPose = { thigh: [0.3, 1, 0.34], shin: [0.22, 1, -0.24] };
/** Half a step ahead, nearly straight. */
const ahead: LegPose = { thigh: [0.12, 1, 0.26], shin: [0.1, 1, 0.02] };
const behind: LegPose = { thigh: [0.03, 1, -0.14], shin: [0.02, 1, -0.18] };
export const wide: LegPose = { thigh: [0.28, 1, 0.08], shin: [0.16, 1, -0.04] };
const wideBehind: LegPose = { thigh: [0.24, 1, -0.12], shin: [0.14, 1, -0.16] };

/** Nobody stands on both legs alike: the one carries, hips and shoulders slope against each other. */
export const standing: readonly [BodyPlan, ...BodyPlan[]] = [
  { ...still, sway: 0.19, legs: [bearing, resting] },
  { ...still, sway: -0.19, legs: [resting, bearing] },
  { ...still, sway: -0.16, legs: [ahead, behind] },
  { ...still, sway: 0.16, bend: -0.04, legs: [behind, ahead] },
];

/** Who has nothing to do with the hands at the head may also turn the shoulders further than the face, or square them to the reader under a face that looks aside. */
export const atEase: readonly [BodyPlan, ...BodyPlan[]] = [
  ...standing,
  { ...still, sway: 0.16, turn: 24, legs: [bearing, easy] },
  { ...still, sway: -0.14, most: 9, legs: [resting, bearing] },
];

/** Who stands his ground: legs apart, the one a little ahead. */
export const firm: readonly [BodyPlan, ...BodyPlan[]] = [
  { ...still, sway: -0.1, legs: [wide, behind] },
  { ...still, sway: 0.06, legs: [wideBehind, wide] },
];

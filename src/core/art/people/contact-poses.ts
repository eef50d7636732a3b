import type { Rect } from "../../geometry/geometry.ts";
import type { Head } from "../../page/page.ts";
import type { Pose } from "../../script/script.ts";
import { arms } from "./arm-poses.ts";
import type { ArmPair, ArmPose, LegPose, PlacedArm, PoseChoice } from "./poses.ts";
import { clamp } from "./space.ts";
import { still } from "./stillness.ts";

/** Legs of who throws the weight forward, and the same in a long skirt. */
const lunge: readonly [LegPose, LegPose] = [
  { thigh: [0.16, 0.8, 0.58], shin: [0.06, 0.98, -0.16] },
  { thigh: [0.18, 0.92, -0.34], shin: [0.1, 0.84, -0.52] },
];
const skirtedLunge: readonly [LegPose, LegPose] = [
  { thigh: [0.14, 0.86, 0.48], shin: [0.05, 0.97, -0.2] },
  { thigh: [0.16, 0.98, -0.04], shin: [0.1, 0.86, -0.5] },
];
const pressing = {
  ...still,
  lean: 0.34,
  bend: 0.12,
  flow: 0.15,
  turn: 58,
  most: 104,
  legs: lunge,
  skirted: skirtedLunge,
};

/** Bodies of those who lay hands or feet on somebody, and of those to whom it is done. */
export const contactPoses: Record<"seize" | "push" | "strike" | "kick" | "recoil" | "felled", PoseChoice> = {
  seize: { bodies: [pressing], arms: [[arms.guardLow, arms.guardLow]] },
  push: { bodies: [{ ...pressing, lean: 0.46 }], arms: [[arms.push, arms.push]] },
  strike: {
    bodies: [pressing],
    arms: [
      [arms.strike, arms.guardLow],
      [arms.guard, arms.guard],
    ],
  },
  // On one leg, the other thrust out at the height of a fallen man's breast.
  kick: {
    bodies: [
      {
        ...still,
        lean: -0.2,
        bend: 0.12,
        flow: 0.15,
        turn: 62,
        most: 100,
        legs: [
          { thigh: [0.1, 0.62, 0.78], shin: [0.04, 0.5, 0.86] },
          { thigh: [0.1, 0.99, -0.02], shin: [0.06, 0.97, -0.24] },
        ],
      },
    ],
    arms: [
      [arms.guardLow, arms.reeling],
      [arms.guard, arms.guardLow],
    ],
  },
  // Pulled or thrown off balance: the breast yields, the hips are before it, one foot steps back.
  recoil: {
    bodies: [
      {
        ...still,
        lean: -0.36,
        bend: -0.16,
        flow: 0.1,
        turn: 46,
        most: 100,
        legs: [
          { thigh: [0.14, 0.94, 0.3], shin: [0.06, 0.95, -0.3] },
          { thigh: [0.2, 0.96, -0.22], shin: [0.12, 0.84, -0.52] },
        ],
      },
    ],
    arms: [
      [arms.guardLow, arms.reeling],
      [arms.flungLow, arms.flungLow],
    ],
  },
  // On the ground, half raised on one hand, the other held up: the trunk leans back, the legs lie before it.
  felled: {
    bodies: [
      {
        ...still,
        slump: 0.92,
        lean: -0.72,
        bend: -0.1,
        turn: 56,
        most: 100,
        legs: [
          { thigh: [0.18, -0.42, 0.9], shin: [0.06, 0.5, 0.86] },
          { thigh: [0.24, 0.06, 0.98], shin: [0.1, 0.03, 1] },
        ],
      },
    ],
    arms: [
      [arms.warding, arms.prop],
      [arms.flungLow, arms.prop],
    ],
  },
};

/** Head sizes between two heads beyond which no hand reaches the other. */
const mostReached = 2.6;

/** A hand on the page in head sizes from the own head's centre to where the face looks, and what it does there. */
const handAt = (out: number, down: number, hand: PlacedArm["hand"], pulls?: true): PlacedArm => ({
  wrist: { of: "page", out, down, front: 0.5 },
  elbow: [-0.2, 1, -0.1],
  hand,
  fingers: hand === "open" ? [0.5, -0.86, 0.1] : [1, -0.12, 0.1],
  ...(pulls ? { pulls } : {}),
});

/**
 * Hands on the nearest other who is before the face: in the cloth at the breast, against it, at the jaw or on the arm; of who recoils, one hand. Empty where
 * nobody is within reach. Who looks to the right has the nearer hand high, who looks to the left has it low, so that of two
 * who seize each other the arms pass.
 */
export function handsOn(pose: Pose, { x, y, size, yaw }: Head, others: readonly Rect[]): ArmPair[] {
  const way = yaw >= 0 ? 1 : -1;
  const found = others
    .map((rect) => ({
      apart: (way * (rect.x + rect.width / 2 - x)) / size,
      // A rectangle of head and chest begins a little above the crown.
      level: (rect.y + rect.width / 2 - y) / size,
      share: rect.width / (1.2 * size),
    }))
    .filter(({ apart }) => apart > 0.6 && apart < mostReached)
    .toSorted((a, b) => a.apart - b.apart)[0];
  if (found === undefined) return [];
  const { apart, level, share } = found;
  const at = (short: number, down: number): [number, number] => [clamp(apart - short, 0.7, 2.1), level + down * share];
  const pairs: Partial<Record<Pose, [ArmPose, ArmPose]>> = {
    seize: [handAt(...at(0.42, 0.98), "fist", true), handAt(...at(0.3, 1.34), "fist", true)],
    push: [handAt(...at(0.5, 1.3), "open"), handAt(...at(0.42, 1.62), "open")],
    strike: [handAt(...at(0.86, 0.3), "fist"), arms.guardLow],
    // On the arm of a friend.
    reach: [handAt(...at(1.16, 1.04), "laid"), arms.hangingBack],
    // Against the breast of who has hold of one, under those arms.
    recoil: [handAt(apart * 0.52, level + 1.62 * share, "open"), arms.reeling],
  };
  const pair = pairs[pose];
  if (pair === undefined) return [];
  return [way < 0 || pose === "recoil" || pose === "reach" ? pair : [pair[1], pair[0]]];
}

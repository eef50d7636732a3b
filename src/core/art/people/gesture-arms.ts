import type { HandGesture } from "./hand-forms-data.ts";
import type { ArmPose, Direction, PlacedArm } from "./poses.ts";

type Spread = readonly [out: number, down: number, front: number];

const placed = (
  of: PlacedArm["wrist"]["of"],
  [out, down, front]: Spread,
  elbow: Direction,
  hand: HandGesture,
  fingers: Direction,
): PlacedArm => ({ wrist: { of, out, down, front }, elbow, hand, fingers });

/** Arms that speak, by the place of the hand: beside the body for who is heard, on it for what is felt. */
export const gestureArms = {
  explain: placed("ahead", [0.62, 0.18, 0.3], [0.2, 1, -0.1], "point", [-0.04, -1, 0.05]),
  halt: placed("ahead", [0.68, 0.3, 0.4], [0.2, 1, -0.1], "open", [0.12, -1, 0.1]),
  shakeFist: placed("ahead", [0.55, 0.1, 0.4], [0.4, 1, -0.1], "fist", [-0.12, -1, 0.1]),
  offer: placed("ahead", [0.82, 0.66, 0.4], [0, 1, -0.3], "proffer", [1, 0.02, 0.4]),
  /** The hand half open beside the breast, as in easy talk. */
  talk: placed("ahead", [0.6, 0.56, 0.4], [0.1, 1, -0.2], "proffer", [0.92, -0.36, 0.2]),
  shrug: placed("beside", [0.74, 0.7, 0.3], [0, 1, -0.3], "proffer", [1, -0.12, 0.2]),
  heart: placed("trunk", [0.52, 0.62, 0.16], [0.7, 0.8, -0.2], "flat", [-0.9, -0.42, 0.1]),
  /** One hand closed before the breast, the other laid round it. */
  claspOver: placed("trunk", [0.46, 0.86, 0.36], [0.5, 1, -0.2], "laid", [-0.9, -0.42, 0.1]),
  claspUnder: placed("trunk", [0.4, 0.82, 0.32], [0.5, 1, -0.2], "fist", [-0.9, -0.42, 0.1]),
  /** The heel of the hand at the temple, the fingers in the hair. */
  temple: placed("face", [0.62, 0.12, 0.1], [1, 0.5, 0], "laid", [-0.42, -0.9, 0]),
  /** A hand in the hair, off the face. */
  hair: placed("face", [0.66, 0.04, -0.1], [0.95, 0.35, 0], "laid", [-0.5, -0.86, -0.1]),
  mouth: placed("face", [0.34, 0.82, 0.5], [0.5, 1, 0.1], "laid", [-0.45, -0.9, 0]),
  chin: placed("face", [0.2, 0.95, 0.46], [0.5, 1, 0.1], "cradle", [-0.26, -0.96, 0]),
  brim: placed("face", [0.66, 0.1, 0.36], [0.9, 0.6, 0.1], "pinch", [-0.24, -0.96, 0]),
  /** Hands folded before the belly: one laid over the other. */
  foldedOver: placed("trunk", [0.44, 1.36, 0.3], [0.3, 1, -0.2], "laid", [-0.94, 0.34, 0.1]),
  foldedUnder: placed("trunk", [0.4, 1.34, 0.24], [0.3, 1, -0.2], "laid", [-0.8, 0.6, 0.1]),
  crossedOver: { crossed: "over" },
  crossedUnder: { crossed: "under" },
  hip: placed("trunk", [0.84, 1.16, -0.1], [1, 0.15, -0.35], "laid", [-0.4, 0.9, 0.2]),
  /** A hand in the pocket of a coat or of trousers. */
  pocket: placed("trunk", [0.5, 1.6, 0.02], [1, 0.3, -0.6], "tucked", [-0.3, 0.95, 0.1]),
  pointNear: placed("ahead", [0.85, 0.28, 0.4], [0, 1, -0.2], "point", [1, -0.14, 0.1]),
  pointFar: placed("ahead", [1.35, 0.1, 0.35], [0, 1, -0.1], "point", [1, -0.08, 0.1]),
  reachNear: placed("ahead", [0.8, 0.4, 0.5], [0, 1, -0.2], "proffer", [1, -0.12, 0.2]),
  reachFar: placed("ahead", [1.3, 0.3, 0.4], [0, 1, -0.1], "proffer", [1, -0.1, 0.1]),
  /** A thing on its way from hand to hand. */
  handOver: placed("ahead", [1.05, 0.42, 0.45], [0, 1, -0.2], "fist", [0.96, -0.24, 0.1]),
  /** Both hands up. */
  surrender: placed("beside", [0.5, -0.12, 0.3], [0.6, 0.9, 0], "open", [0.1, -1, 0.1]),
  behind: placed("trunk", [0.1, 1.4, -0.7], [0.8, 0.4, -0.4], "tucked", [-0.9, 0.4, 0]),
  /** A sheet, a book. */
  leaf: placed("trunk", [0.44, 0.86, 0.5], [0.6, 0.9, -0.2], "sheet", [-0.2, -0.96, 0.1]),
  /** A newspaper between both hands. */
  spread: placed("trunk", [0.86, 0.9, 0.5], [0.5, 1, -0.2], "sheet", [-0.1, -0.98, 0.1]),
  /** A cup, a pipe, a morsel at the mouth. */
  sip: placed("face", [0.52, 0.84, 0.54], [0.5, 1, 0.1], "fist", [-0.92, -0.34, 0]),
  /** The bowl of a pipe, from below; its stem is at the mouth. */
  puff: placed("face", [-0.2, 1.1, 0.55], [0.5, 1, 0.1], "fist", [-0.4, -0.9, 0]),
  /** A bowl under the chin. */
  bowl: placed("trunk", [0.5, 0.5, 0.5], [0.7, 0.9, -0.2], "fist", [-0.9, -0.24, 0.2]),
  /** A thing that stands upright in the closed hand: fingers and thumb go round it from the side. */
  present: placed("ahead", [0.4, 0.5, 0.45], [0.1, 1, -0.2], "fist", [0.84, -0.5, 0.2]),
  /** The same before the breast, where there is no room beside the body. */
  close: placed("trunk", [0.66, 0.66, 0.42], [0.5, 1, -0.2], "fist", [-0.78, -0.6, 0.1]),
  /** A small thing between thumb and fingers. */
  pinched: placed("ahead", [0.5, 0.42, 0.45], [0.1, 1, -0.2], "pinch", [0.4, -0.9, 0.1]),
  /** A plate on the palm. */
  served: placed("ahead", [0.6, 0.52, 0.45], [0, 1, -0.3], "proffer", [1, -0.06, 0.3]),
  /** A lamp held out, to see by. */
  lift: placed("ahead", [0.72, 0.06, 0.4], [0.3, 1, -0.1], "fist", [0.82, -0.4, 0.2]),
  raise: placed("ahead", [0.66, 0.02, 0.35], [0.4, 1, -0.1], "fist", [0.5, -0.86, 0.1]),
  /** A bag that hangs from a bent arm. */
  hung: placed("ahead", [0.36, 0.6, 0.5], [-0.1, 1, -0.2], "fist", [0.9, 0.1, 0.2]),
  /** A stick that stands on the ground. */
  leanOn: placed("ahead", [0.46, 0.8, 0.4], [-0.1, 1, -0.2], "fist", [0.9, -0.1, 0.2]),
  /** A blade before the body, and lifted for a blow. */
  ready: placed("ahead", [0.48, 0.72, 0.45], [0, 1, -0.2], "fist", [0.9, -0.3, 0.2]),
  brandish: placed("ahead", [0.5, -0.72, 0.2], [0.8, -0.2, -0.2], "fist", [0.3, -0.94, 0.1]),
  /** A pistol: the arm stretched out; with little room it is bent, and lower. */
  aim: placed("ahead", [2, 0, 0.2], [0, 1, 0], "fist", [1, -0.03, 0.1]),
  aimNear: placed("ahead", [1.4, 0.5, 0.3], [-0.2, 1, -0.1], "fist", [1, -0.04, 0.1]),
  /** A long gun: across the body, and levelled with one hand under the barrel and the other at the trigger. */
  barrel: placed("ahead", [0.2, 0.36, 0.6], [0.3, 1, -0.1], "fist", [0.6, -0.8, 0.1]),
  stock: placed("trunk", [0.5, 0.92, 0.42], [0.7, 0.7, -0.3], "fist", [-0.8, 0.3, 0.2]),
  levelBarrel: placed("ahead", [1.15, 0.3, 0.4], [0, 1, 0], "fist", [0.9, -0.4, 0.1]),
  levelStock: placed("ahead", [0.42, 0.3, 0.5], [-0.4, 1, -0.1], "fist", [0.8, -0.3, 0.1]),
  /** A parcel, a tray. */
  carryAhead: placed("ahead", [0.6, 0.82, 0.3], [0, 1, -0.2], "sheet", [0.95, 0.06, 0.2]),
  spreadAhead: placed("ahead", [0.72, 0.5, 0.4], [0, 1, -0.2], "sheet", [0.3, -0.94, 0.2]),
  carry: placed("trunk", [0.86, 0.98, 0.4], [0.3, 1, -0.3], "sheet", [-0.9, -0.12, 0.2]),
} as const satisfies Record<string, ArmPose>;

import type { ArmPose } from "./poses.ts";

/** What arms do, by name: directions outward, down and to the front. A pose or a gesture is put together from two of them. */
export const arms = {
  hanging: { upper: [0.16, 0.98, -0.06], fore: [0.02, 0.97, 0.24], hand: "relaxed", fingers: [-0.04, 0.98, 0.14] },
  hangingBack: { upper: [0.18, 0.97, -0.14], fore: [0, 0.97, 0.2], hand: "relaxed", fingers: [-0.05, 0.98, 0.1] },
  straight: { upper: [0.12, 0.99, 0], fore: [0.02, 0.99, 0.1], hand: "relaxed" },
  /** A hand at the opening of the coat, the bib of the apron, the collar bone. */
  lapel: { upper: [0.14, 0.95, 0.22], fore: [-0.64, -0.56, 0.5], hand: "pinch", fingers: [-0.74, -0.66, 0.2] },
  /** A flat hand laid on the breast. */
  breast: { upper: [0.16, 0.95, 0.24], fore: [-0.64, -0.6, 0.48], hand: "flat", fingers: [-0.93, -0.34, 0.2] },
  /** Hands folded before the belly: one laid over the other. */
  clasp: { upper: [0.16, 0.97, 0.12], fore: [-0.68, 0.5, 0.54], hand: "laid", fingers: [-0.94, 0.3, 0.2] },
  claspUnder: { upper: [0.16, 0.97, 0.1], fore: [-0.62, 0.54, 0.5], hand: "tucked" },
  hip: { upper: [0.66, 0.74, -0.14], fore: [-0.74, 0.62, 0.26], hand: "fist", fingers: [-0.7, 0.7, 0.2] },
  /** The palm turned up and out beside the waist: "well?" */
  offerLow: { upper: [0.24, 0.96, 0.12], fore: [0.62, 0.42, 0.62], hand: "open", fingers: [0.9, 0.1, 0.4] },
  /** The palm beside the breast: telling, asking. */
  offer: { upper: [0.26, 0.95, 0.14], fore: [0.66, -0.34, 0.6], hand: "open", fingers: [0.74, -0.56, 0.3] },
  /** An upright palm: stop, listen. */
  halt: { upper: [0.3, 0.92, 0.2], fore: [0.36, -0.84, 0.38], hand: "open", fingers: [0.12, -0.98, 0.1] },
  /** A finger raised: take note. */
  remind: { upper: [0.26, 0.94, 0.22], fore: [0.2, -0.92, 0.3], hand: "point", fingers: [0.04, -1, 0.05] },
  clench: { upper: [0.22, 0.95, 0.14], fore: [0.26, -0.8, 0.54], hand: "fist" },
  /** Pointing with a bent elbow, close to the body. */
  pointNear: { upper: [0.3, 0.93, 0.16], fore: [0.8, -0.26, 0.54], hand: "point", fingers: [0.9, -0.12, 0.4] },
  pointFar: { upper: [0.66, 0.62, 0.4], fore: [0.84, -0.24, 0.5], hand: "point", fingers: [0.95, -0.12, 0.3] },
  reachNear: { upper: [0.3, 0.92, 0.26], fore: [0.74, -0.2, 0.64], hand: "open" },
  reachFar: { upper: [0.6, 0.7, 0.4], fore: [0.82, -0.2, 0.54], hand: "open" },
  /** Carried before the belly, as with a parcel or a book. */
  carry: { upper: [0.16, 0.96, 0.2], fore: [-0.42, 0.24, 0.86], hand: "fist" },
  /** Crossed before the breast: the hand of the one lies on the other's sleeve, which hides the hand of that other. */
  crossedOver: { upper: [0.2, 0.84, 0.46], fore: [-0.9, -0.26, 0.34], hand: "laid", fingers: [-0.86, -0.46, 0.1] },
  crossedUnder: { upper: [0.14, 0.84, 0.4], fore: [-0.98, -0.08, 0.2], hand: "tucked" },
  /** Flung up in a fall: one over the head, one before the breast. */
  flung: { upper: [0.3, -0.36, 0.88], fore: [0.1, -0.5, 0.86], hand: "open" },
  clutching: { upper: [0.4, 0.5, 0.76], fore: [0.2, -0.4, 0.9], hand: "open" },
  up: { upper: [0.72, -0.6, 0.2], fore: [0.26, -0.95, 0.14], hand: "open" },
  chin: { upper: [-0.16, 0.78, 0.62], fore: [-0.42, -0.9, 0.1], hand: "pinch", fingers: [-0.36, -0.93, 0.1] },
  /** The face buried in both hands. */
  cover: { upper: [0.1, 0.9, 0.4], fore: [-0.4, -0.9, 0.2], hand: "laid", fingers: [-0.1, -1, 0], coversFace: true },
  /** The forearm across the body, under the elbow of the arm that goes to the chin. */
  prop: { upper: [0.1, 0.95, 0.24], fore: [-0.9, -0.06, 0.4], hand: "laid" },
  lap: { upper: [0.16, 0.97, 0.16], fore: [-0.16, 0.66, 0.74], hand: "flat", fingers: [-0.1, 0.3, 0.95] },
  /** Hands laid on the thighs by who sits on the floor. */
  thighs: { upper: [0.2, 0.97, 0.12], fore: [-0.2, 0.78, 0.6], hand: "flat", fingers: [-0.3, 0.34, 0.9] },
  /** Hands before the thighs in a bow. */
  thighsBowing: { upper: [0.1, 0.98, 0.2], fore: [-0.12, 0.97, 0.16], hand: "flat", fingers: [-0.14, 0.98, 0.1] },
  /** Forearms on the raised knees of who crouches. */
  knees: { upper: [0.12, 0.74, 0.66], fore: [-0.3, 0.4, 0.86], hand: "relaxed", fingers: [-0.3, 0.86, 0.4] },
  guard: { upper: [0.32, 0.9, 0.28], fore: [-0.16, -0.8, 0.56], hand: "fist" },
  guardLow: { upper: [0.3, 0.93, 0], fore: [0.16, 0.1, 0.96], hand: "fist" },
  strike: { upper: [0.62, 0.36, 0.7], fore: [0.5, -0.3, 0.8], hand: "fist" },
  /** Round somebody's shoulders, and round the waist. */
  around: { upper: [0.06, 0.95, 0.3], fore: [-0.05, -0.5, 0.85], hand: "flat", fingers: [-0.1, -0.86, 0.42] },
  aroundLow: { upper: [0.08, 0.97, 0.18], fore: [-0.1, 0.2, 0.95], hand: "flat", fingers: [-0.4, -0.6, 0.6] },
  /** Down to a child. */
  aroundChild: { upper: [0.06, 0.97, 0.22], fore: [-0.05, 0.72, 0.7], hand: "flat", fingers: [-0.1, 0.5, 0.86] },
  /** Laid on the belly of who lies. */
  onBelly: { upper: [0.18, 0.98, 0.02], fore: [-0.3, 0.9, 0.24], hand: "flat", fingers: [-0.5, 0.84, 0.1] },
  /** Things in the hand; each beside the body for who faces the reader, and before it for who is seen from the side. */
  lift: { upper: [0.42, 0.88, 0.25], fore: [0.84, -0.3, 0.45], hand: "fist" },
  liftBefore: { upper: [0.12, 0.82, 0.56], fore: [0.02, -0.3, 0.95], hand: "fist" },
  raise: { upper: [0.36, 0.9, 0.25], fore: [0.5, -0.76, 0.4], hand: "fist" },
  raiseBefore: { upper: [0.12, 0.72, 0.68], fore: [0.04, -0.7, 0.72], hand: "fist" },
  /** A cup, a flower, a watch. */
  present: { upper: [0.16, 0.97, 0.16], fore: [0.36, -0.6, 0.7], hand: "fist", fingers: [0.05, -0.7, 0.7] },
  presentBefore: { upper: [0.14, 0.88, 0.44], fore: [0, -0.36, 0.93], hand: "fist", fingers: [0, -0.5, 0.86] },
  /** A sheet or a book, held to be read. */
  read: { upper: [0.14, 0.97, 0.2], fore: [-0.52, -0.26, 0.8], hand: "pinch", fingers: [-0.5, -0.7, 0.4] },
  /** Hanging from the hand: a bag, a bucket. */
  carryLow: { upper: [0.22, 0.97, 0], fore: [0.06, 0.98, 0.16], hand: "fist", fingers: [0, 1, 0.05] },
  /** On a stick that stands on the ground. */
  leanOn: { upper: [0.28, 0.93, 0.22], fore: [0.32, 0.66, 0.68], hand: "fist", fingers: [0.2, 0.8, 0.5] },
  leanBefore: { upper: [0.14, 0.94, 0.32], fore: [0.02, 0.56, 0.82], hand: "fist" },
  /** A blade held before the body, and lifted for a blow. */
  ready: { upper: [0.22, 0.95, 0.14], fore: [0.5, 0.3, 0.8], hand: "fist", fingers: [0.7, 0, 0.6] },
  readyBefore: { upper: [0.14, 0.92, 0.36], fore: [0.02, 0.16, 0.98], hand: "fist" },
  brandish: { upper: [0.76, 0.46, 0.44], fore: [0.36, -0.84, 0.36], hand: "fist" },
  aimBefore: { upper: [0.1, 0.56, 0.82], fore: [0.04, -0.1, 0.99], hand: "fist" },
  /** A long gun levelled: one hand under the barrel, the other at the trigger. */
  aimUnder: { upper: [-0.2, 0.35, 0.9], fore: [-0.3, -0.16, 0.94], hand: "fist" },
  aimTrigger: { upper: [0.1, 0.76, 0.5], fore: [-0.5, -0.76, 0.4], hand: "fist", fingers: [-0.5, -0.4, 0.7] },
  /** Both arms round a parcel or under a tray. */
  carryBeside: { upper: [0.22, 0.97, 0], fore: [-0.2, 0.45, 0.87], hand: "fist", fingers: [-0.7, 0, 0.7] },
  carryBefore: { upper: [0.16, 0.94, 0.3], fore: [-0.04, 0.12, 0.99], hand: "fist" },
  /** A newspaper between both hands. */
  spread: { upper: [0.3, 0.93, 0.18], fore: [0.1, -0.5, 0.86], hand: "pinch", fingers: [-0.1, -0.95, 0.3] },
  spreadBefore: { upper: [0.16, 0.84, 0.5], fore: [0.08, -0.36, 0.93], hand: "pinch", fingers: [0, -0.7, 0.7] },
} as const satisfies Record<string, ArmPose>;

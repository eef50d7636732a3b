import type { ArmPose } from "./poses.ts";

/** What arms do, by name: directions outward, down and to the front. A pose or a gesture is put together from two of them. */
export const arms = {
  hanging: { upper: [0.15, 0.98, -0.04], fore: [0.03, 0.96, 0.26], hand: "relaxed" },
  hangingBack: { upper: [0.17, 0.97, -0.12], fore: [0.02, 0.96, 0.2], hand: "relaxed" },
  straight: { upper: [0.1, 0.99, 0], fore: [0.02, 0.99, 0.1], hand: "relaxed" },
  /** Hands folded behind the back: only the upper arm and the bend of the elbow are seen. */
  behindBack: { upper: [0.2, 0.94, -0.3], fore: [-0.56, 0.72, -0.42], hand: "relaxed" },
  /** A hand at the opening of the coat, the bib of the apron, the collar bone. */
  lapel: { upper: [0.22, 0.95, 0.16], fore: [-0.66, -0.5, 0.5], hand: "hold" },
  /** A flat hand laid on the breast. */
  breast: { upper: [0.26, 0.94, 0.14], fore: [-0.78, -0.34, 0.5], hand: "flat" },
  /** Hands folded before the belly. */
  clasp: { upper: [0.2, 0.96, 0.12], fore: [-0.66, 0.56, 0.48], hand: "relaxed" },
  hip: { upper: [0.66, 0.74, -0.14], fore: [-0.76, 0.6, 0.26], hand: "fist" },
  /** The palm turned up and out beside the waist: "well?" */
  offerLow: { upper: [0.24, 0.96, 0.12], fore: [0.62, 0.42, 0.62], hand: "open" },
  /** The palm beside the breast: telling, asking. */
  offer: { upper: [0.3, 0.94, 0.14], fore: [0.7, -0.4, 0.56], hand: "open" },
  /** An upright palm: stop, listen. */
  halt: { upper: [0.34, 0.9, 0.2], fore: [0.42, -0.82, 0.38], hand: "open" },
  /** A finger raised: take note. */
  remind: { upper: [0.3, 0.92, 0.22], fore: [0.22, -0.92, 0.3], hand: "point" },
  clench: { upper: [0.24, 0.95, 0.14], fore: [0.3, -0.78, 0.54], hand: "fist" },
  /** Pointing with a bent elbow, close to the body. */
  pointNear: { upper: [0.36, 0.9, 0.2], fore: [0.8, -0.2, 0.56], hand: "point" },
  pointFar: { upper: [0.8, 0.3, 0.52], fore: [0.86, -0.08, 0.5], hand: "point" },
  reachNear: { upper: [0.34, 0.88, 0.3], fore: [0.74, -0.24, 0.62], hand: "open" },
  reachFar: { upper: [0.72, 0.5, 0.5], fore: [0.84, -0.14, 0.52], hand: "open" },
  /** Carried before the belly, as with a parcel or a book. */
  carry: { upper: [0.16, 0.96, 0.2], fore: [-0.5, 0.3, 0.8], hand: "hold" },
  crossedOver: { upper: [0.18, 0.95, 0.22], fore: [-0.86, -0.16, 0.48], hand: "flat" },
  crossedUnder: { upper: [0.18, 0.95, 0.16], fore: [-0.88, 0.02, 0.46], hand: "fist" },
  up: { upper: [0.8, -0.52, 0.2], fore: [0.36, -0.92, 0.14], hand: "open" },
  chin: { upper: [-0.06, 0.9, 0.42], fore: [-0.4, -0.88, 0.2], hand: "hold" },
  /** The forearm across the body, under the elbow of the arm that goes to the chin. */
  prop: { upper: [0.14, 0.95, 0.2], fore: [-0.84, -0.04, 0.5], hand: "fist" },
  lap: { upper: [0.14, 0.97, 0.2], fore: [-0.2, 0.62, 0.76], hand: "flat" },
  guard: { upper: [0.32, 0.9, 0.28], fore: [-0.16, -0.8, 0.56], hand: "fist" },
  strike: { upper: [0.62, 0.36, 0.7], fore: [0.5, -0.3, 0.8], hand: "fist" },
} as const satisfies Record<string, ArmPose>;

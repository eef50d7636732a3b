import type { ArmPose } from "./poses.ts";

/** What arms do, by name: directions outward, down and to the front. A pose or a gesture is put together from two of them. */
export const arms = {
  /** Bent a little at the elbow, the one more than the other: two straight ones would be tubes. */
  hanging: { upper: [0.2, 0.97, -0.12], fore: [-0.02, 0.94, 0.32], hand: "relaxed", fingers: [-0.06, 0.98, 0.12] },
  hangingBack: { upper: [0.15, 0.98, -0.17], fore: [-0.06, 0.97, 0.22], hand: "slack", fingers: [-0.14, 0.98, 0.1] },
  /** Hanging with a closed hand. */
  clenched: { upper: [0.24, 0.96, -0.1], fore: [-0.04, 0.92, 0.36], hand: "fist", fingers: [-0.06, 0.98, 0.12] },
  straight: { upper: [0.12, 0.99, 0], fore: [0.02, 0.99, 0.1], hand: "relaxed" },
  /** Flung up in a fall: one high, one out to the side. */
  flung: { upper: [0.86, -0.5, 0.1], fore: [0.5, -0.86, 0.1], hand: "open" },
  clutching: { upper: [0.98, 0.12, 0.1], fore: [0.72, -0.68, 0.16], hand: "open" },
  /** The same where there is less room: over the head, and at the sides. */
  flungHigh: { upper: [0.5, -0.84, 0.1], fore: [0.16, -0.98, 0.1], hand: "open" },
  flungLow: { upper: [0.62, 0.78, 0.1], fore: [0.66, 0.7, 0.2], hand: "open" },
  up: { upper: [0.72, -0.6, 0.2], fore: [0.26, -0.95, 0.14], hand: "open" },
  /** The face buried in both hands. */
  cover: { upper: [0.1, 0.9, 0.4], fore: [-0.4, -0.9, 0.2], hand: "laid", fingers: [-0.1, -1, 0], coversFace: true },
  lap: { upper: [0.16, 0.97, 0.16], fore: [-0.16, 0.66, 0.74], hand: "flat", fingers: [-0.1, 0.3, 0.95] },
  /** Hands laid on the thighs by who sits on the floor. */
  thighs: { upper: [0.2, 0.97, 0.12], fore: [-0.2, 0.78, 0.6], hand: "flat", fingers: [-0.3, 0.34, 0.9] },
  /** Hands before the thighs in a bow. */
  thighsBowing: { upper: [0.1, 0.88, -0.46], fore: [-0.08, 0.94, -0.26], hand: "flat", fingers: [-0.14, 0.98, 0.1] },
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
  /** Thrown out on the ground by who lies on it. */
  outflung: { upper: [0.72, 0.66, 0.1], fore: [0.86, 0.3, 0.2], hand: "slack", fingers: [0.9, 0.3, 0.1] },
  /** Hanging from the hand: a bag, a bucket. */
  carryLow: { upper: [0.22, 0.97, 0], fore: [0.06, 0.98, 0.16], hand: "fist", fingers: [0, 1, 0.05] },
  /** Hands laid against somebody. */
  push: { upper: [0.1, 0.4, 0.9], fore: [0, -0.16, 0.98], hand: "open", fingers: [0.05, -0.9, 0.3] },
  /** Flung out for balance behind who reels or kicks. */
  reeling: { upper: [0.62, 0.3, -0.7], fore: [0.5, -0.3, -0.5], hand: "open", fingers: [0.5, -0.6, -0.4] },
  /** Held up against who comes near. */
  warding: { upper: [0.3, 0.72, 0.62], fore: [0.1, -0.8, 0.6], hand: "open", fingers: [0, -0.96, 0.2] },
  /** On the ground behind who lies on it half raised. */
  prop: { upper: [0.34, 0.86, -0.42], fore: [0.16, 0.98, -0.1], hand: "flat", fingers: [0.3, 0.2, -0.9] },
  /** Rungs of a ladder. */
  rungHigh: { upper: [0.14, -0.34, 0.94], fore: [0, -0.72, 0.7], hand: "fist", fingers: [0, -0.4, 0.9] },
  rungLow: { upper: [0.16, 0.5, 0.86], fore: [0, -0.5, 0.86], hand: "fist", fingers: [0, -0.3, 0.95] },
  /** Held off the body by who jumps up. */
  pushOff: { upper: [0.36, 0.8, 0.42], fore: [0.2, 0.2, 0.9], hand: "open", fingers: [0.2, -0.5, 0.8] },
  reelingLow: { upper: [0.5, 0.7, -0.5], fore: [0.4, 0.8, -0.1], hand: "open", fingers: [0.6, 0.7, 0] },
  throwBack: { upper: [0.6, -0.5, -0.6], fore: [0.1, -0.86, -0.3], hand: "fist" },
  throwAim: { upper: [0.2, 0.5, 0.84], fore: [0.1, -0.1, 0.98], hand: "open" },
  leapFore: { upper: [0.2, 0.1, 0.96], fore: [0.1, -0.5, 0.86], hand: "open" },
  /** The same with little room: elbows bent, one fist high before the breast, the other swung back. */
  leapUp: { upper: [0.24, 0.6, 0.76], fore: [0.04, -0.8, 0.6], hand: "open" },
  leapTucked: { upper: [0.3, 0.5, -0.8], fore: [0.1, 0.84, 0.5], hand: "fist" },
  leapBack: { upper: [0.3, 0.4, -0.84], fore: [0.1, 0.5, -0.5], hand: "open" },
  /** Hands on the ground before the shoulders. */
  onGround: { upper: [0.1, 0.96, 0.24], fore: [-0.02, 0.99, 0.06], hand: "slack", fingers: [0, 0.34, 0.94] },
  onGroundBack: { upper: [0.1, 0.98, -0.14], fore: [-0.02, 0.98, 0.16], hand: "slack", fingers: [0, 0.34, 0.94] },
  /** An arm bent over the head. */
  shield: { upper: [0.5, -0.5, 0.7], fore: [-0.8, -0.5, 0.2], hand: "open", fingers: [-0.6, -0.7, 0.2] },
  loadFore: { upper: [0.1, 0.9, 0.4], fore: [0.04, -0.8, 0.4], hand: "fist" },
  loadBack: { upper: [0.1, 0.86, 0.5], fore: [0.04, -0.86, -0.2], hand: "fist" },
} as const satisfies Record<string, ArmPose>;

/** A place beside the joint in the trunk: forward, and down; 1 is the length of the leg from joint to sole. */
type Bend = readonly [number, number];

/** How one leg is held: elbow or knee, wrist or hock, the ball of the paw, and how far the toes point down, in degrees. */
export interface LegPose {
  bends: readonly [Bend, Bend, Bend];
  toes: number;
}

const leg = (first: Bend, second: Bend, paw: Bend, toes: number): LegPose => ({ bends: [first, second, paw], toes });

/** Forelegs bend backwards at the elbow. */
export const foreLegs = {
  post: leg([-0.17, 0.33], [-0.1, 0.74], [-0.08, 1], 0),
  postFar: leg([-0.13, 0.33], [0.0, 0.74], [0.05, 1], 0),
  reach: leg([-0.08, 0.36], [0.2, 0.72], [0.33, 1], -4),
  push: leg([-0.24, 0.3], [-0.32, 0.7], [-0.44, 0.98], 22),
  lift: leg([-0.04, 0.37], [0.18, 0.62], [0.06, 0.84], 70),
  fly: leg([0.02, 0.34], [0.42, 0.5], [0.7, 0.74], 24),
  /** Gathered under the breast while the other reaches out. */
  tuck: leg([0.0, 0.36], [0.32, 0.58], [0.0, 0.74], 110),
  flyFar: leg([0.0, 0.38], [0.36, 0.66], [0.6, 0.94], 14),
  beg: leg([-0.04, 0.36], [0.28, 0.46], [0.38, 0.64], 74),
} as const satisfies Record<string, LegPose>;

/** Hind legs bend forwards at the knee and backwards at the hock. */
export const hindLegs = {
  post: leg([0.17, 0.4], [-0.3, 0.68], [-0.24, 1], 0),
  postFar: leg([0.24, 0.4], [-0.12, 0.68], [0.0, 1], 0),
  reach: leg([0.3, 0.38], [0.04, 0.7], [0.24, 1], -4),
  push: leg([0.1, 0.42], [-0.4, 0.66], [-0.52, 0.98], 18),
  fly: leg([0.08, 0.4], [-0.46, 0.52], [-0.78, 0.84], 62),
  /** Swung forward under the belly for the next leap. */
  swing: leg([0.34, 0.34], [0.06, 0.66], [0.34, 0.86], 8),
  flyFar: leg([-0.04, 0.43], [-0.4, 0.64], [-0.66, 0.99], 20),
} as const satisfies Record<string, LegPose>;

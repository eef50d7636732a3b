import type { Species } from "../../story/story.ts";

export type BeastSpecies = Exclude<Species, "human">;

/** A ball of flesh: across, down, to the front, half width; in head sizes from the middle of the head. */
export type Ball = readonly [number, number, number, number];
/** Balls on a string with flesh between them. */
export type Chain = readonly Ball[];

interface EarPlan {
  /** The right ear pricked, and laid back in fear, anger or sorrow. */
  up: Chain;
  low: Chain;
  /** Melts into the head, stands on it as a triangle from root to tip, or is a thing of its own. */
  form: "grown" | "triangle" | "own";
  /** Share of the width that is bare inside; nought for an ear that shows its back only. */
  hollow: number;
}

interface EyePlan {
  /** Middle of the right eye, and the direction in which it looks out, in degrees from the front. */
  at: readonly [number, number, number];
  around: number;
  /** Half width and half height. */
  wide: number;
  high: number;
  /** Degrees by which the outer end stands higher. */
  slant: number;
  kind: "hunter" | "bead" | "slit" | "bulge" | "ring";
}

/** What makes a head this animal's. */
export interface HeadPlan {
  /** On the middle line. */
  skull: readonly Chain[];
  /** On the right, drawn on both sides: cheeks, tufts, bumps. */
  sides: readonly Chain[];
  /** Upper jaw from root to tip, and the lower jaw that drops. */
  muzzle: readonly [Ball, Ball];
  jaw: readonly [Ball, Ball];
  nose: "leather" | "small" | "snout" | "nostrils" | "beak";
  ears: EarPlan | null;
  eye: EyePlan;
  whiskers: boolean;
  /** What stays pale: lower face and cheeks, or the snout alone. */
  pale: "cheeks" | "muzzle" | "none";
  top: "none" | "mane" | "lion-mane" | "wool" | "feelers" | "crest" | "fin" | "horns" | "goat-horns" | "antlers";
  /** Length of the locks round cheeks and neck; 0 for a smooth coat. */
  fur: number;
}

const pointed = (up: Chain, low: Chain, hollow = 0.56): EarPlan => ({ up, low, form: "grown", hollow });

export const headPlans: Readonly<Record<BeastSpecies, HeadPlan>> = {
  fox: {
    skull: [
      [
        [0, -0.03, -0.14, 0.33],
        [0, 0.02, 0.02, 0.32],
      ],
    ],
    sides: [
      [
        [0.18, 0.1, -0.04, 0.22],
        [0.49, 0.25, -0.2, 0.02],
      ],
      [
        [0.1, 0.2, 0, 0.17],
        [0.26, 0.3, -0.08, 0.09],
      ],
    ],
    muzzle: [
      [0, 0.15, 0.18, 0.185],
      [0, 0.27, 0.66, 0.062],
    ],
    jaw: [
      [0, 0.27, 0.12, 0.13],
      [0, 0.345, 0.5, 0.04],
    ],
    nose: "leather",
    ears: {
      up: [
        [0.23, -0.22, -0.1, 0.175],
        [0.42, -0.8, -0.12, 0],
      ],
      low: [
        [0.27, -0.18, -0.14, 0.165],
        [0.72, -0.52, -0.42, 0],
      ],
      form: "triangle",
      hollow: 0.6,
    },
    eye: { at: [0.19, 0.02, 0.25], around: 30, wide: 0.094, high: 0.06, slant: 22, kind: "hunter" },
    whiskers: true,
    pale: "cheeks",
    top: "none",
    fur: 0.055,
  },
  dog: {
    skull: [[[0, -0.06, -0.16, 0.3], [0, -0.1, 0.06, 0.23], [0, -0.02, 0.2, 0.17]], [[0, 0.08, -0.1, 0.28], [0, 0.1, 0.12, 0.21]]],
    sides: [[[0.14, 0.08, -0.02, 0.2], [0.22, 0.2, -0.14, 0.14]]],
    muzzle: [[0, 0.1, 0.24, 0.185], [0, 0.15, 0.64, 0.125]],
    jaw: [[0, 0.25, 0.1, 0.145], [0, 0.29, 0.54, 0.07]],
    nose: "leather",
    ears: {
      up: [[0.21, -0.22, -0.16, 0.12], [0.42, -0.5, -0.12, 0]],
      low: [[0.22, -0.2, -0.18, 0.11], [0.46, -0.3, -0.52, 0]],
      form: "triangle",
      hollow: 0.45,
    },
    eye: { at: [0.165, -0.06, 0.235], around: 40, wide: 0.06, high: 0.04, slant: 8, kind: "hunter" },
    whiskers: false,
    pale: "muzzle",
    top: "none",
    fur: 0.045,
  },
  wolf: {
    skull: [[[0, -0.06, -0.16, 0.3], [0, -0.1, 0.06, 0.23], [0, -0.02, 0.2, 0.17]], [[0, 0.08, -0.1, 0.28], [0, 0.1, 0.12, 0.21]]],
    sides: [[[0.14, 0.08, -0.02, 0.2], [0.3, 0.22, -0.2, 0.12]], [[0.16, 0.16, -0.06, 0.2], [0.26, 0.36, -0.2, 0.1]]],
    muzzle: [[0, 0.1, 0.24, 0.175], [0, 0.15, 0.7, 0.105]],
    jaw: [[0, 0.24, 0.1, 0.14], [0, 0.275, 0.6, 0.06]],
    nose: "leather",
    ears: { up: [[0.19, -0.25, -0.14, 0.12], [0.28, -0.58, -0.12, 0]], low: [[0.21, -0.22, -0.18, 0.11], [0.4, -0.36, -0.52, 0]], form: "triangle", hollow: 0.45 },
    eye: { at: [0.165, -0.05, 0.225], around: 40, wide: 0.064, high: 0.038, slant: 16, kind: "hunter" },
    whiskers: false,
    pale: "muzzle",
    top: "none",
    fur: 0.075,
  },
  cat: {
    skull: [
      [
        [0, -0.02, -0.08, 0.38],
        [0, 0.04, 0.02, 0.37],
      ],
    ],
    sides: [
      [
        [0.2, 0.1, 0, 0.27],
        [0.57, 0.16, -0.12, 0.03],
      ],
      [
        [0.2, 0.18, 0, 0.22],
        [0.47, 0.32, -0.1, 0.03],
      ],
    ],
    muzzle: [
      [0, 0.15, 0.22, 0.19],
      [0, 0.19, 0.42, 0.13],
    ],
    jaw: [
      [0, 0.26, 0.16, 0.14],
      [0, 0.3, 0.34, 0.085],
    ],
    nose: "small",
    ears: {
      up: [
        [0.25, -0.24, -0.08, 0.175],
        [0.4, -0.7, -0.08, 0],
      ],
      low: [
        [0.28, -0.2, -0.1, 0.165],
        [0.68, -0.46, -0.34, 0],
      ],
      form: "triangle",
      hollow: 0.6,
    },
    eye: { at: [0.2, -0.0, 0.305], around: 26, wide: 0.09, high: 0.074, slant: 12, kind: "slit" },
    whiskers: true,
    pale: "muzzle",
    top: "none",
    fur: 0.04,
  },
  lion: {
    skull: [[[0, -0.06, -0.12, 0.34], [0, -0.06, 0.08, 0.29], [0, 0.02, 0.22, 0.2]]],
    sides: [[[0.16, 0.1, -0.02, 0.22], [0.24, 0.2, -0.06, 0.16]]],
    muzzle: [[0, 0.1, 0.24, 0.23], [0, 0.17, 0.5, 0.19]],
    jaw: [[0, 0.3, 0.1, 0.17], [0, 0.37, 0.42, 0.11]],
    nose: "leather",
    ears: pointed([[0.28, -0.3, -0.14, 0.1], [0.33, -0.36, -0.14, 0.1]], [[0.29, -0.26, -0.18, 0.1], [0.36, -0.26, -0.28, 0.08]], 0),
    eye: { at: [0.175, -0.05, 0.29], around: 36, wide: 0.066, high: 0.042, slant: 14, kind: "hunter" },
    whiskers: true,
    pale: "muzzle",
    top: "lion-mane",
    fur: 0.04,
  },
  rabbit: {
    skull: [
      [
        [0, -0.03, -0.12, 0.35],
        [0, 0.08, 0.12, 0.29],
      ],
    ],
    sides: [
      [
        [0.14, 0.14, 0.02, 0.23],
        [0.23, 0.23, 0.03, 0.18],
      ],
    ],
    muzzle: [
      [0, 0.13, 0.2, 0.22],
      [0, 0.19, 0.37, 0.14],
    ],
    jaw: [
      [0, 0.28, 0.12, 0.15],
      [0, 0.33, 0.26, 0.09],
    ],
    nose: "small",
    ears: {
      up: [
        [0.1, -0.28, -0.12, 0.07],
        [0.14, -0.5, -0.15, 0.12],
        [0.2, -0.78, -0.19, 0.115],
        [0.24, -1, -0.22, 0.03],
      ],
      low: [
        [0.14, -0.28, -0.14, 0.07],
        [0.32, -0.44, -0.28, 0.12],
        [0.52, -0.46, -0.48, 0.115],
        [0.66, -0.4, -0.6, 0.03],
      ],
      form: "own",
      hollow: 0.5,
    },
    eye: { at: [0.255, 0.0, 0.165], around: 56, wide: 0.095, high: 0.1, slant: 4, kind: "bead" },
    whiskers: true,
    pale: "muzzle",
    top: "none",
    fur: 0.02,
  },
  mouse: {
    skull: [
      [
        [0, 0, -0.12, 0.34],
        [0, 0.12, 0.14, 0.25],
      ],
    ],
    sides: [
      [
        [0.14, 0.18, 0.02, 0.22],
        [0.22, 0.22, 0.04, 0.18],
      ],
    ],
    muzzle: [
      [0, 0.16, 0.22, 0.17],
      [0, 0.26, 0.62, 0.05],
    ],
    jaw: [
      [0, 0.28, 0.14, 0.11],
      [0, 0.32, 0.46, 0.04],
    ],
    nose: "small",
    ears: {
      up: [
        [0.27, -0.25, -0.14, 0.12],
        [0.36, -0.36, -0.16, 0.22],
        [0.39, -0.4, -0.16, 0.21],
      ],
      low: [
        [0.28, -0.22, -0.18, 0.12],
        [0.4, -0.26, -0.3, 0.2],
        [0.44, -0.28, -0.34, 0.19],
      ],
      form: "own",
      hollow: 0.66,
    },
    eye: { at: [0.215, 0.03, 0.2], around: 46, wide: 0.08, high: 0.088, slant: 6, kind: "bead" },
    whiskers: true,
    pale: "muzzle",
    top: "none",
    fur: 0.015,
  },
  bird: {
    skull: [
      [
        [0, -0.04, -0.06, 0.35],
        [0, 0.02, 0.04, 0.33],
      ],
    ],
    sides: [],
    muzzle: [
      [0, 0.05, 0.3, 0.14],
      [0, 0.16, 0.68, 0.02],
    ],
    jaw: [
      [0, 0.15, 0.28, 0.09],
      [0, 0.2, 0.58, 0.02],
    ],
    nose: "beak",
    ears: null,
    eye: { at: [0.285, -0.08, 0.12], around: 62, wide: 0.058, high: 0.06, slant: 0, kind: "bead" },
    whiskers: false,
    pale: "none",
    top: "crest",
    fur: 0,
  },
  horse: {
    skull: [[[0, -0.2, -0.16, 0.25], [0, -0.02, 0.12, 0.2], [0, 0.2, 0.36, 0.15]]],
    sides: [[[0.06, 0.04, -0.06, 0.25], [0.07, 0.14, 0.06, 0.2]]],
    muzzle: [[0, 0.1, 0.24, 0.18], [0, 0.42, 0.64, 0.12]],
    jaw: [[0, 0.24, 0.1, 0.14], [0, 0.5, 0.53, 0.08]],
    nose: "nostrils",
    ears: { up: [[0.11, -0.4, -0.16, 0.085], [0.18, -0.76, -0.1, 0]], low: [[0.13, -0.38, -0.2, 0.085], [0.24, -0.6, -0.46, 0]], form: "triangle", hollow: 0.5 },
    eye: { at: [0.2, -0.13, 0.08], around: 66, wide: 0.06, high: 0.042, slant: 10, kind: "bead" },
    whiskers: false,
    pale: "none",
    top: "mane",
    fur: 0,
  },
  donkey: {
    skull: [[[0, -0.2, -0.16, 0.25], [0, -0.02, 0.12, 0.2], [0, 0.2, 0.36, 0.15]]],
    sides: [[[0.06, 0.04, -0.06, 0.25], [0.07, 0.14, 0.06, 0.2]]],
    muzzle: [[0, 0.1, 0.24, 0.18], [0, 0.42, 0.64, 0.12]],
    jaw: [[0, 0.24, 0.1, 0.14], [0, 0.5, 0.53, 0.08]],
    nose: "nostrils",
    ears: { up: [[0.13, -0.38, -0.16, 0.11], [0.3, -1.0, -0.16, 0]], low: [[0.15, -0.34, -0.2, 0.11], [0.4, -0.62, -0.66, 0]], form: "triangle", hollow: 0.6 },
    eye: { at: [0.2, -0.13, 0.08], around: 66, wide: 0.06, high: 0.042, slant: 10, kind: "bead" },
    whiskers: false,
    pale: "none",
    top: "mane",
    fur: 0.02,
  },
  bear: {
    skull: [[[0, -0.06, -0.16, 0.34], [0, -0.06, 0.08, 0.28], [0, 0.02, 0.22, 0.2]]],
    sides: [[[0.16, 0.1, -0.06, 0.24], [0.3, 0.24, -0.18, 0.15]]],
    muzzle: [[0, 0.12, 0.26, 0.19], [0, 0.17, 0.62, 0.125]],
    jaw: [[0, 0.27, 0.1, 0.16], [0, 0.3, 0.52, 0.075]],
    nose: "leather",
    ears: pointed([[0.27, -0.3, -0.16, 0.1], [0.31, -0.36, -0.16, 0.1]], [[0.28, -0.26, -0.2, 0.1], [0.33, -0.28, -0.26, 0.09]], 0),
    eye: { at: [0.15, -0.06, 0.31], around: 36, wide: 0.042, high: 0.034, slant: 8, kind: "bead" },
    whiskers: false,
    pale: "muzzle",
    top: "none",
    fur: 0.06,
  },
  cow: {
    skull: [[[0, -0.2, -0.12, 0.27], [0, -0.08, 0.12, 0.23], [0, 0.1, 0.34, 0.18]]],
    sides: [[[0.08, 0.02, -0.06, 0.26], [0.08, 0.14, 0.06, 0.2]]],
    muzzle: [[0, 0.12, 0.26, 0.2], [0, 0.33, 0.58, 0.165]],
    jaw: [[0, 0.24, 0.08, 0.16], [0, 0.42, 0.48, 0.1]],
    nose: "nostrils",
    ears: { up: [[0.22, -0.2, -0.14, 0.05], [0.42, -0.17, -0.18, 0.095], [0.6, -0.08, -0.2, 0.03]], low: [[0.22, -0.18, -0.16, 0.05], [0.4, -0.1, -0.28, 0.09], [0.5, 0.02, -0.4, 0.03]], form: "own", hollow: 0 },
    eye: { at: [0.225, -0.1, 0.12], around: 62, wide: 0.062, high: 0.044, slant: 4, kind: "bead" },
    whiskers: false,
    pale: "none",
    top: "horns",
    fur: 0.02,
  },
  deer: {
    skull: [[[0, -0.16, -0.14, 0.24], [0, -0.04, 0.1, 0.19], [0, 0.12, 0.32, 0.13]]],
    sides: [[[0.06, 0.04, -0.06, 0.22], [0.06, 0.12, 0.06, 0.17]]],
    muzzle: [[0, 0.1, 0.22, 0.16], [0, 0.3, 0.6, 0.09]],
    jaw: [[0, 0.2, 0.1, 0.12], [0, 0.36, 0.5, 0.06]],
    nose: "nostrils",
    ears: { up: [[0.18, -0.26, -0.16, 0.05], [0.38, -0.4, -0.2, 0.1], [0.54, -0.5, -0.22, 0.02]], low: [[0.18, -0.22, -0.2, 0.05], [0.34, -0.24, -0.36, 0.09], [0.44, -0.2, -0.52, 0.02]], form: "own", hollow: 0 },
    eye: { at: [0.185, -0.09, 0.1], around: 62, wide: 0.062, high: 0.048, slant: 8, kind: "bead" },
    whiskers: false,
    pale: "none",
    top: "antlers",
    fur: 0.02,
  },
  frog: {
    skull: [
      [
        [0, 0.02, -0.1, 0.34],
        [0, 0.12, 0.14, 0.28],
      ],
    ],
    sides: [
      [
        [0.1, 0.14, 0, 0.29],
        [0.26, 0.2, 0.02, 0.2],
      ],
      [
        [0.24, -0.2, 0.04, 0.18],
        [0.26, -0.26, 0.06, 0.17],
      ],
    ],
    muzzle: [
      [0, 0.14, 0.2, 0.26],
      [0, 0.18, 0.34, 0.17],
    ],
    jaw: [
      [0, 0.26, 0.1, 0.24],
      [0, 0.31, 0.28, 0.15],
    ],
    nose: "nostrils",
    ears: null,
    eye: { at: [0.29, -0.26, 0.16], around: 42, wide: 0.12, high: 0.115, slant: 0, kind: "bulge" },
    whiskers: false,
    pale: "muzzle",
    top: "none",
    fur: 0,
  },
  pig: {
    skull: [
      [
        [0, -0.05, -0.1, 0.38],
        [0, 0.02, 0.06, 0.34],
      ],
    ],
    sides: [
      [
        [0.14, 0.14, 0, 0.27],
        [0.24, 0.24, 0, 0.2],
      ],
    ],
    muzzle: [
      [0, 0.11, 0.26, 0.2],
      [0, 0.15, 0.56, 0.15],
    ],
    jaw: [
      [0, 0.29, 0.18, 0.15],
      [0, 0.31, 0.42, 0.09],
    ],
    nose: "snout",
    ears: {
      up: [
        [0.26, -0.32, -0.06, 0.12],
        [0.4, -0.42, 0.02, 0.13],
        [0.52, -0.26, 0.14, 0.02],
      ],
      low: [
        [0.26, -0.3, -0.06, 0.12],
        [0.42, -0.24, 0.02, 0.13],
        [0.46, 0, 0.12, 0.02],
      ],
      form: "own",
      hollow: 0,
    },
    eye: { at: [0.175, -0.06, 0.32], around: 30, wide: 0.06, high: 0.062, slant: 0, kind: "bead" },
    whiskers: false,
    pale: "none",
    top: "none",
    fur: 0,
  },
  sheep: {
    skull: [
      [
        [0, -0.1, -0.1, 0.31],
        [0, 0.08, 0.16, 0.24],
      ],
    ],
    sides: [],
    muzzle: [
      [0, 0.1, 0.2, 0.22],
      [0, 0.28, 0.46, 0.14],
    ],
    jaw: [
      [0, 0.24, 0.12, 0.13],
      [0, 0.38, 0.38, 0.08],
    ],
    nose: "nostrils",
    ears: {
      up: [
        [0.25, -0.12, -0.08, 0.06],
        [0.42, -0.08, -0.1, 0.1],
        [0.62, 0.02, -0.1, 0.025],
      ],
      low: [
        [0.25, -0.1, -0.08, 0.06],
        [0.38, 0.04, -0.12, 0.1],
        [0.48, 0.24, -0.14, 0.025],
      ],
      form: "own",
      hollow: 0.45,
    },
    eye: { at: [0.21, -0.06, 0.16], around: 54, wide: 0.072, high: 0.06, slant: 0, kind: "bead" },
    whiskers: false,
    pale: "none",
    top: "wool",
    fur: 0,
  },
  goat: {
    skull: [[[0, -0.14, -0.14, 0.26], [0, 0, 0.1, 0.21], [0, 0.14, 0.3, 0.15]]],
    sides: [[[0.06, 0.04, -0.04, 0.24], [0.06, 0.14, 0.06, 0.18]]],
    muzzle: [[0, 0.1, 0.22, 0.17], [0, 0.32, 0.52, 0.11]],
    jaw: [[0, 0.22, 0.1, 0.13], [0, 0.4, 0.42, 0.08]],
    nose: "nostrils",
    ears: { up: [[0.2, -0.18, -0.14, 0.05], [0.4, -0.16, -0.18, 0.085], [0.58, -0.06, -0.2, 0.02]], low: [[0.2, -0.14, -0.16, 0.05], [0.34, -0.02, -0.24, 0.085], [0.42, 0.16, -0.3, 0.02]], form: "own", hollow: 0 },
    eye: { at: [0.2, -0.08, 0.1], around: 60, wide: 0.06, high: 0.04, slant: 0, kind: "bead" },
    whiskers: false,
    pale: "none",
    top: "goat-horns",
    fur: 0.03,
  },
  insect: {
    skull: [
      [
        [0, -0.02, 0, 0.4],
        [0, 0.14, 0.06, 0.32],
      ],
    ],
    sides: [],
    muzzle: [
      [0, 0.2, 0.24, 0.15],
      [0, 0.22, 0.32, 0.12],
    ],
    jaw: [
      [0, 0.28, 0.2, 0.14],
      [0, 0.3, 0.26, 0.1],
    ],
    nose: "nostrils",
    ears: null,
    eye: { at: [0.18, -0.04, 0.35], around: 28, wide: 0.098, high: 0.115, slant: 0, kind: "bulge" },
    whiskers: false,
    pale: "none",
    top: "feelers",
    fur: 0,
  },
  reptile: {
    skull: [
      [
        [0, -0.02, -0.1, 0.32],
        [0, 0.06, 0.16, 0.27],
      ],
    ],
    sides: [
      [
        [0.12, 0.1, 0.02, 0.22],
        [0.16, 0.16, 0.04, 0.18],
      ],
    ],
    muzzle: [
      [0, 0.08, 0.22, 0.23],
      [0, 0.17, 0.5, 0.1],
    ],
    jaw: [
      [0, 0.24, 0.1, 0.16],
      [0, 0.27, 0.4, 0.08],
    ],
    nose: "nostrils",
    ears: null,
    eye: { at: [0.215, -0.08, 0.21], around: 46, wide: 0.08, high: 0.08, slant: 0, kind: "bulge" },
    whiskers: false,
    pale: "none",
    top: "none",
    fur: 0,
  },
  snake: {
    skull: [[[0, 0, -0.14, 0.22], [0, 0.04, 0.14, 0.2]]],
    sides: [[[0.08, 0.06, -0.08, 0.2], [0.12, 0.08, 0.02, 0.16]]],
    muzzle: [[0, 0.06, 0.16, 0.2], [0, 0.1, 0.44, 0.11]],
    jaw: [[0, 0.14, 0.06, 0.15], [0, 0.18, 0.36, 0.08]],
    nose: "nostrils",
    ears: null,
    eye: { at: [0.19, -0.03, 0.2], around: 52, wide: 0.055, high: 0.045, slant: 12, kind: "slit" },
    whiskers: false,
    pale: "none",
    top: "none",
    fur: 0,
  },
  fish: {
    skull: [
      [
        [0, 0, -0.4, 0.46],
        [0, 0.06, 0.1, 0.34],
        [0, 0.12, 0.36, 0.18],
      ],
    ],
    sides: [],
    muzzle: [
      [0, 0.08, 0.3, 0.2],
      [0, 0.12, 0.44, 0.13],
    ],
    jaw: [
      [0, 0.24, 0.16, 0.17],
      [0, 0.24, 0.38, 0.11],
    ],
    nose: "nostrils",
    ears: null,
    eye: { at: [0.32, -0.08, 0.1], around: 66, wide: 0.1, high: 0.1, slant: 0, kind: "ring" },
    whiskers: false,
    pale: "none",
    top: "fin",
    fur: 0,
  },
};

/** Dogs whose ears hang: those of the hunt, of the fold and of the lap. */
const hanging = /hound|spaniel|beagle|pointer|retriever|\bpug\b|poodle|puppy|lap-?dog|dachshund|mastiff|子犬|仔犬|猟犬/i;
const hangingEars: EarPlan = {
  up: [
    [0.24, -0.26, -0.1, 0.08],
    [0.33, -0.14, -0.1, 0.11],
    [0.36, 0.08, -0.06, 0.11],
    [0.34, 0.28, -0.02, 0.03],
  ],
  low: [
    [0.24, -0.24, -0.14, 0.08],
    [0.33, -0.08, -0.2, 0.11],
    [0.35, 0.14, -0.2, 0.11],
    [0.32, 0.34, -0.18, 0.03],
  ],
  form: "own",
  hollow: 0,
};

/** The head of a kind, and of its breed where the name tells one. */
export const headPlanOf = (species: BeastSpecies, name: string): HeadPlan =>
  species === "dog" && hanging.test(name) ? { ...headPlans.dog, ears: hangingEars } : headPlans[species];

import type { Emotion } from "../../script/script.ts";

/** What a feeling does to a face. Lengths in head sizes, angles in degrees. */
export interface Expression {
  /** How far the upper lid is open; 1 is at rest, 0 closed. */
  lid: number;
  /** How far the lower lid comes up, to 1; negative: it is drawn down. */
  lower: number;
  /** Closed eyes bow up (smiling) or down (asleep). */
  closed: "none" | "smile" | "sleep" | "squeeze";
  /** Size of the iris; 1 is at rest. */
  iris: number;
  /** Where the eyes look beside straight on: right of the page and down. */
  gaze: { x: number; y: number };
  brow: {
    lift: number;
    /** Positive: the inner ends come down in anger; negative: they rise in sorrow. */
    angle: number;
    /** The second brow is raised by this much more. */
    doubt: number;
    frown: number;
  };
  mouth: Mouth;
  /** The mouth while speaking. */
  speaking: Mouth;
  signs: readonly ("tears" | "streams" | "sweat" | "blush" | "shadow" | "bags")[];
}

export interface Mouth {
  /** Half width. */
  half: number;
  /** How far the corners are pulled up (positive) or down. */
  corners: number;
  /** How far the jaw drops. */
  open: number;
  /** The one corner that goes up further, for a smirk or doubt. */
  skew: number;
  shape: "line" | "wave" | "smile" | "square" | "oval" | "clenched";
}

const mouth = (shape: Mouth["shape"], half: number, corners: number, open = 0, skew = 0): Mouth => ({
  half,
  corners,
  open,
  skew,
  shape,
});
const brow = (lift: number, angle: number, doubt = 0, frown = 0) => ({ lift, angle, doubt, frown });
const rest = { lid: 1, lower: 0, closed: "none", iris: 1, gaze: { x: 0, y: 0 }, signs: [] } as const;

export const expressions: Record<Emotion, Expression> = {
  neutral: {
    ...rest,
    lid: 0.96,
    brow: brow(0.01, -3),
    mouth: mouth("line", 0.084, -0.004),
    speaking: mouth("square", 0.076, 0, 0.046),
  },
  happy: {
    ...rest,
    lid: 0.95,
    lower: 0.52,
    brow: brow(0.036, -7),
    mouth: mouth("line", 0.128, 0.064),
    speaking: mouth("smile", 0.124, 0.05, 0.08),
  },
  laughing: {
    ...rest,
    lid: 0,
    closed: "smile",
    brow: brow(0.04, -6),
    mouth: mouth("smile", 0.132, 0.05, 0.094),
    speaking: mouth("smile", 0.14, 0.05, 0.116),
  },
  tender: {
    ...rest,
    lid: 0.78,
    lower: 0.18,
    gaze: { x: 0, y: 0.01 },
    brow: brow(0.024, -14),
    mouth: mouth("line", 0.094, 0.022),
    speaking: mouth("smile", 0.088, 0.02, 0.046),
    signs: ["blush"],
  },
  sad: {
    ...rest,
    lid: 0.76,
    gaze: { x: 0, y: 0.02 },
    brow: brow(0.022, -31),
    mouth: mouth("line", 0.082, -0.036),
    speaking: mouth("square", 0.076, -0.036, 0.05),
  },
  crying: {
    ...rest,
    lid: 0.78,
    lower: 0.16,
    brow: brow(0.024, -33, 0, 0.4),
    mouth: mouth("wave", 0.108, -0.04, 0.036),
    speaking: mouth("square", 0.1, -0.04, 0.09),
    signs: ["streams", "blush"],
  },
  angry: {
    ...rest,
    lid: 0.8,
    lower: 0.15,
    iris: 0.9,
    brow: brow(-0.018, 23, 0, 1),
    mouth: mouth("line", 0.094, -0.044),
    speaking: mouth("square", 0.098, -0.028, 0.078),
  },
  furious: {
    ...rest,
    lid: 0.98,
    lower: 0.14,
    iris: 0.74,
    brow: brow(-0.018, 31, 0, 1.4),
    mouth: mouth("clenched", 0.112, -0.034, 0.066),
    speaking: mouth("square", 0.116, -0.028, 0.122),
  },
  afraid: {
    ...rest,
    lid: 1.19,
    lower: -0.16,
    iris: 0.7,
    brow: brow(0.052, -34, 0, 0.6),
    mouth: mouth("wave", 0.096, -0.034, 0.046),
    speaking: mouth("square", 0.09, -0.038, 0.08),
    signs: ["sweat", "shadow"],
  },
  /** Terror: the only face with rings of white about the iris. */
  shocked: {
    ...rest,
    lid: 1.34,
    lower: -0.3,
    iris: 0.6,
    brow: brow(0.06, -14),
    mouth: mouth("oval", 0.054, 0, 0.084),
    speaking: mouth("oval", 0.066, 0, 0.108),
    signs: ["shadow", "sweat"],
  },
  surprised: {
    ...rest,
    lid: 1.24,
    lower: -0.14,
    iris: 0.94,
    brow: brow(0.07, -7),
    mouth: mouth("oval", 0.038, 0, 0.046),
    speaking: mouth("oval", 0.054, 0, 0.074),
  },
  determined: {
    ...rest,
    lid: 0.84,
    lower: 0.12,
    brow: brow(-0.014, 13, 0, 0.4),
    mouth: mouth("line", 0.094, -0.008),
    speaking: mouth("square", 0.088, -0.014, 0.06),
  },
  suspicious: {
    ...rest,
    lid: 0.46,
    lower: 0.36,
    gaze: { x: 0.034, y: 0 },
    brow: brow(-0.018, 8, 0.05, 0.6),
    mouth: mouth("line", 0.074, -0.024, 0, 0.018),
    speaking: mouth("square", 0.074, -0.016, 0.036, 0.01),
  },
  smug: {
    ...rest,
    lid: 0.58,
    lower: 0.2,
    gaze: { x: 0.018, y: 0.004 },
    brow: brow(0.002, 6, 0.074),
    mouth: mouth("line", 0.104, 0.012, 0, 0.066),
    speaking: mouth("smile", 0.1, 0.026, 0.052, 0.04),
  },
  thinking: {
    ...rest,
    lid: 0.98,
    gaze: { x: 0.032, y: -0.018 },
    brow: brow(0.014, -2, 0.05),
    mouth: mouth("line", 0.062, -0.012, 0, -0.008),
    speaking: mouth("square", 0.066, -0.006, 0.036),
  },
  tired: {
    ...rest,
    lid: 0.5,
    gaze: { x: 0, y: 0.018 },
    brow: brow(0.02, -12),
    mouth: mouth("line", 0.074, -0.026),
    speaking: mouth("square", 0.068, -0.022, 0.042),
    signs: ["bags"],
  },
  ashamed: {
    ...rest,
    lid: 0.62,
    gaze: { x: -0.034, y: 0.036 },
    brow: brow(0.024, -31),
    mouth: mouth("wave", 0.06, -0.02, 0),
    speaking: mouth("square", 0.066, -0.024, 0.034),
    signs: ["blush", "sweat"],
  },
  /** At ease, with open eyes: people who walk and talk with shut ones sleep. */
  calm: {
    ...rest,
    lid: 0.84,
    lower: 0.1,
    brow: brow(0.026, -7),
    mouth: mouth("line", 0.086, 0.002),
    speaking: mouth("square", 0.072, 0.002, 0.04),
  },
};

import type { Emotion } from "../../script/script.ts";

/** What a feeling does to a face. Lengths in head sizes, angles in degrees. */
export interface Expression {
  /** How far the upper lid is open; 1 is at rest, 0 closed. */
  lid: number;
  /** How far the lower lid comes up, 0–1. */
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
  shape: "line" | "wave" | "smile" | "square" | "clenched";
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
    lid: 0.92,
    brow: brow(0, 0),
    mouth: mouth("line", 0.084, 0),
    speaking: mouth("smile", 0.08, 0.004, 0.05),
  },
  happy: {
    ...rest,
    lid: 0.95,
    lower: 0.3,
    brow: brow(0.018, -2),
    mouth: mouth("line", 0.118, 0.04),
    speaking: mouth("smile", 0.125, 0.036, 0.1),
  },
  laughing: {
    ...rest,
    lid: 0,
    closed: "smile",
    brow: brow(0.035, -4),
    mouth: mouth("smile", 0.138, 0.05, 0.11),
    speaking: mouth("smile", 0.148, 0.05, 0.14),
  },
  tender: {
    ...rest,
    lid: 0.72,
    lower: 0.12,
    gaze: { x: 0, y: 0.01 },
    brow: brow(0.015, -9),
    mouth: mouth("line", 0.088, 0.024),
    speaking: mouth("smile", 0.086, 0.024, 0.045),
    signs: ["blush"],
  },
  sad: {
    ...rest,
    lid: 0.74,
    gaze: { x: 0, y: 0.016 },
    brow: brow(0.008, -20),
    mouth: mouth("line", 0.078, -0.032),
    speaking: mouth("square", 0.074, -0.028, 0.05),
  },
  crying: {
    ...rest,
    lid: 0.62,
    lower: 0.3,
    brow: brow(0.014, -26, 0, 0.4),
    mouth: mouth("wave", 0.105, -0.034, 0.034),
    speaking: mouth("square", 0.11, -0.036, 0.12),
    signs: ["streams", "blush"],
  },
  angry: {
    ...rest,
    lid: 0.8,
    lower: 0.15,
    iris: 0.9,
    brow: brow(-0.018, 21, 0, 1),
    mouth: mouth("line", 0.09, -0.036),
    speaking: mouth("square", 0.105, -0.024, 0.1),
  },
  furious: {
    ...rest,
    lid: 1.05,
    lower: 0.2,
    iris: 0.62,
    brow: brow(-0.016, 31, 0, 1.4),
    mouth: mouth("clenched", 0.13, -0.034, 0.08),
    speaking: mouth("square", 0.13, -0.026, 0.155),
  },
  afraid: {
    ...rest,
    lid: 1.16,
    iris: 0.62,
    brow: brow(0.03, -24, 0, 0.5),
    mouth: mouth("wave", 0.095, -0.022, 0.03),
    speaking: mouth("square", 0.092, -0.03, 0.09),
    signs: ["sweat", "shadow"],
  },
  shocked: {
    ...rest,
    lid: 1.34,
    iris: 0.48,
    brow: brow(0.055, -10),
    mouth: mouth("square", 0.052, -0.018, 0.08),
    speaking: mouth("square", 0.085, -0.02, 0.125),
    signs: ["shadow", "sweat"],
  },
  surprised: {
    ...rest,
    lid: 1.24,
    iris: 0.86,
    brow: brow(0.06, -3),
    mouth: mouth("square", 0.04, -0.004, 0.034),
    speaking: mouth("square", 0.07, 0.004, 0.075),
  },
  determined: {
    ...rest,
    lid: 0.84,
    lower: 0.12,
    brow: brow(-0.022, 16, 0, 0.3),
    mouth: mouth("line", 0.09, -0.01),
    speaking: mouth("square", 0.096, -0.006, 0.075),
  },
  suspicious: {
    ...rest,
    lid: 0.5,
    lower: 0.3,
    gaze: { x: 0.032, y: 0 },
    brow: brow(-0.02, 8, 0.03, 0.6),
    mouth: mouth("line", 0.074, -0.02, 0, 0.014),
    speaking: mouth("smile", 0.074, -0.014, 0.036, 0.016),
  },
  smug: {
    ...rest,
    lid: 0.56,
    lower: 0.16,
    gaze: { x: 0.018, y: 0.004 },
    brow: brow(0.002, 5, 0.036),
    mouth: mouth("line", 0.092, -0.004, 0, 0.05),
    speaking: mouth("smile", 0.098, 0.02, 0.052, 0.034),
  },
  thinking: {
    ...rest,
    lid: 0.9,
    gaze: { x: 0.026, y: -0.026 },
    brow: brow(0.006, 4, 0.022, 0.3),
    mouth: mouth("line", 0.062, -0.012, 0, -0.012),
    speaking: mouth("smile", 0.068, -0.006, 0.036, 0.012),
  },
  tired: {
    ...rest,
    lid: 0.42,
    gaze: { x: 0, y: 0.012 },
    brow: brow(0.006, -11),
    mouth: mouth("line", 0.072, -0.018),
    speaking: mouth("square", 0.068, -0.018, 0.042),
    signs: ["bags"],
  },
  ashamed: {
    ...rest,
    lid: 0.56,
    gaze: { x: -0.03, y: 0.03 },
    brow: brow(0.01, -18),
    mouth: mouth("line", 0.062, -0.016, 0, 0.014),
    speaking: mouth("square", 0.07, -0.02, 0.034),
    signs: ["blush", "sweat"],
  },
  calm: {
    ...rest,
    lid: 0,
    closed: "sleep",
    brow: brow(0.012, -3),
    mouth: mouth("line", 0.08, 0.014),
    speaking: mouth("smile", 0.076, 0.014, 0.042),
  },
};

import type { Random } from "../../geometry/random.ts";
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
  signs: readonly ("streams" | "sweat" | "blush" | "shadow" | "bags" | "spray")[];
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
    lid: 0.88,
    lower: 0.1,
    brow: brow(0.01, -3),
    mouth: mouth("line", 0.084, 0.002),
    speaking: mouth("square", 0.08, -0.004, 0.056),
  },
  happy: {
    ...rest,
    lid: 0.95,
    lower: 0.56,
    brow: brow(0.044, -9),
    mouth: mouth("line", 0.122, 0.056),
    speaking: mouth("smile", 0.118, 0.046, 0.088),
  },
  laughing: {
    ...rest,
    lid: 0,
    closed: "smile",
    brow: brow(0.05, -8),
    mouth: mouth("smile", 0.142, 0.056, 0.12),
    speaking: mouth("smile", 0.15, 0.056, 0.156),
  },
  tender: {
    ...rest,
    lid: 0.78,
    lower: 0.18,
    gaze: { x: 0, y: 0.01 },
    brow: brow(0.024, -14),
    mouth: mouth("line", 0.094, 0.022),
    speaking: mouth("square", 0.09, 0.02, 0.05),
    signs: ["blush"],
  },
  sad: {
    ...rest,
    lid: 0.76,
    gaze: { x: 0, y: 0.02 },
    brow: brow(0.024, -28),
    mouth: mouth("line", 0.098, -0.024),
    speaking: mouth("square", 0.094, -0.022, 0.056),
  },
  crying: {
    ...rest,
    closed: "squeeze",
    lid: 0,
    lower: 0.16,
    brow: brow(0.014, -36, 0, 0.8),
    mouth: mouth("wave", 0.116, -0.046, 0.05),
    speaking: mouth("square", 0.118, -0.044, 0.142),
    signs: ["streams"],
  },
  angry: {
    ...rest,
    lid: 0.8,
    lower: 0.15,
    iris: 0.9,
    brow: brow(-0.022, 27, 0, 1.2),
    mouth: mouth("line", 0.112, -0.036),
    speaking: mouth("square", 0.112, -0.032, 0.112),
  },
  furious: {
    ...rest,
    lid: 0.98,
    lower: 0.14,
    iris: 0.7,
    brow: brow(-0.024, 35, 0, 1.6),
    mouth: mouth("clenched", 0.128, -0.036, 0.084),
    speaking: mouth("square", 0.13, -0.03, 0.172),
  },
  afraid: {
    ...rest,
    lid: 1.15,
    lower: -0.12,
    iris: 0.7,
    brow: brow(0.06, -38, 0, 0.8),
    mouth: mouth("wave", 0.112, -0.04, 0.06),
    speaking: mouth("square", 0.104, -0.044, 0.122),
    signs: ["sweat", "shadow"],
  },
  /** Terror: the only face with rings of white about the iris. */
  shocked: {
    ...rest,
    lid: 1.34,
    lower: -0.3,
    iris: 0.6,
    brow: brow(0.072, -16),
    mouth: mouth("oval", 0.054, 0, 0.114),
    speaking: mouth("oval", 0.062, 0, 0.136),
    signs: ["shadow", "sweat"],
  },
  surprised: {
    ...rest,
    lid: 1.18,
    lower: -0.08,
    iris: 0.92,
    brow: brow(0.08, -8),
    // Lips that part: round ones would be a fish's.
    mouth: mouth("square", 0.066, -0.002, 0.08),
    speaking: mouth("square", 0.076, -0.004, 0.092),
  },
  determined: {
    ...rest,
    lid: 0.84,
    lower: 0.12,
    brow: brow(-0.014, 13, 0, 0.4),
    mouth: mouth("line", 0.1, -0.008),
    speaking: mouth("square", 0.098, -0.018, 0.082),
  },
  suspicious: {
    ...rest,
    lid: 0.54,
    lower: 0.3,
    gaze: { x: 0.034, y: 0 },
    brow: brow(-0.016, 8, 0.062, 0.5),
    mouth: mouth("line", 0.088, -0.02, 0, 0.022),
    speaking: mouth("square", 0.088, -0.02, 0.048, 0.012),
  },
  smug: {
    ...rest,
    lid: 0.58,
    lower: 0.2,
    gaze: { x: 0.018, y: 0.004 },
    brow: brow(0.002, 7, 0.086),
    mouth: mouth("line", 0.112, 0.012, 0, 0.078),
    speaking: mouth("smile", 0.108, 0.028, 0.07, 0.046),
  },
  thinking: {
    ...rest,
    lid: 0.98,
    gaze: { x: 0.032, y: -0.018 },
    brow: brow(0.014, -2, 0.062),
    mouth: mouth("line", 0.074, -0.005),
    speaking: mouth("square", 0.08, -0.004, 0.05),
  },
  tired: {
    ...rest,
    lid: 0.38,
    gaze: { x: 0, y: 0.018 },
    brow: brow(0.02, -18),
    mouth: mouth("line", 0.09, -0.02),
    speaking: mouth("square", 0.088, -0.024, 0.054),
    signs: ["bags"],
  },
  ashamed: {
    ...rest,
    lid: 0.62,
    gaze: { x: -0.034, y: 0.036 },
    brow: brow(0.024, -35),
    mouth: mouth("wave", 0.07, -0.026, 0),
    speaking: mouth("square", 0.082, -0.026, 0.046),
    signs: ["blush", "sweat"],
  },
  /** At ease, with open eyes: people who walk and talk with shut ones sleep. */
  calm: {
    ...rest,
    lid: 0.84,
    lower: 0.1,
    brow: brow(0.026, -7),
    mouth: mouth("line", 0.086, 0.002),
    speaking: mouth("square", 0.08, 0, 0.052),
  },
  asleep: {
    ...rest,
    lid: 0,
    closed: "sleep",
    brow: brow(0.026, -7),
    mouth: mouth("line", 0.078, 0.002),
    speaking: mouth("square", 0.074, 0.002, 0.04),
  },
  yawning: {
    ...rest,
    lid: 0,
    closed: "sleep",
    brow: brow(0.07, -16),
    mouth: mouth("oval", 0.078, 0, 0.2),
    speaking: mouth("oval", 0.078, 0, 0.2),
  },
};

/** A sneeze, which is no feeling: everything in the face is drawn together about the nose. */
export const sneeze: Expression = {
  ...rest,
  lid: 0,
  closed: "squeeze",
  brow: brow(-0.016, -16, 0, 1.2),
  mouth: mouth("square", 0.1, -0.03, 0.11),
  speaking: mouth("square", 0.1, -0.03, 0.11),
  signs: ["spray"],
};

/**
 * What a face does that feels nothing much: it attends with raised brows, doubts, weighs a word with lips that are pressed, or looks
 * to the one who talks. None of them is at rest: a face at rest, seen large, is a mask. It neither smiles nor pouts.
 */
const quiet: readonly ((face: Expression) => Expression)[] = [
  (face) => ({
    ...face,
    lid: 0.95,
    brow: { ...face.brow, lift: face.brow.lift + 0.03, angle: -7 },
    mouth: { ...face.mouth, half: 0.07 },
  }),
  (face) => ({
    ...face,
    lid: 0.84,
    lower: 0.2,
    brow: { ...face.brow, doubt: 0.06 },
    mouth: { ...face.mouth, corners: -0.004, skew: 0.014 },
  }),
  (face) => ({
    ...face,
    lid: 0.8,
    lower: 0.16,
    brow: { lift: 0.012, angle: -2, doubt: 0, frown: 0 },
    mouth: { ...face.mouth, half: 0.094, corners: -0.005 },
  }),
  (face) => ({
    ...face,
    gaze: { x: 0.034, y: -0.006 },
    brow: { ...face.brow, lift: face.brow.lift + 0.02, doubt: 0.03 },
  }),
  (face) => ({
    ...face,
    lid: 0.96,
    brow: { ...face.brow, lift: face.brow.lift + 0.026, angle: -9 },
    mouth: { ...face.mouth, shape: "square", half: 0.062, open: 0.022 },
    speaking: { ...face.speaking, half: 0.084, open: 0.07 },
  }),
];

/** The same face when its line is shouted: nobody shouts through lips that part for a word. */
export function shouting(face: Expression): Expression {
  const { speaking } = face;
  if (speaking.shape !== "square" || speaking.open >= shout.open) return face;
  return { ...face, speaking: { ...speaking, half: Math.max(speaking.half, shout.half), open: shout.open } };
}

const shout = { half: 0.1, open: 0.13 } as const;

/** The face for an emotion. Those that tell little are varied by chance, or a page of them would be one stamp. */
export function expressionOf(emotion: Emotion, random: Random): Expression {
  const face = expressions[emotion];
  return emotion === "neutral" || emotion === "calm" ? random.pick(quiet)(face) : face;
}

import type { Species } from "../../story/story.ts";

/** What makes a head this animal's. Lengths in head sizes, heights down from the middle of the head's box. */
export interface AnimalPlan {
  ears: "long" | "pointed" | "round" | "small-round" | "flop" | "side" | "none" | "feelers";
  /** Half axes of the skull: across, up, to the front; and the height of its middle. */
  skull: readonly [number, number, number];
  y: number;
  /** Half width and height at the root, half width of the tip, how far it reaches, its height under the skull's middle. */
  muzzle: { wide: number; high: number; tip: number; reach: number; y: number };
  nose: "button" | "snout" | "beak" | "nostrils";
  /** Half height of an eye, and how far round the head it sits (degrees from the front): prey looks sideways. */
  eye: number;
  eyeAt: number;
  eyeRise: number;
  whiskers: boolean;
  teeth: boolean;
  grin: boolean;
  coat: "fur" | "feathers" | "smooth" | "rings";
  top: "none" | "crest" | "fin" | "mane" | "wool";
}

const beast: AnimalPlan = {
  ears: "pointed",
  skull: [0.41, 0.37, 0.42],
  y: 0.08,
  muzzle: { wide: 0.2, high: 0.15, tip: 0.12, reach: 0.56, y: 0.14 },
  nose: "button",
  eye: 0.085,
  eyeAt: 34,
  eyeRise: 0.05,
  whiskers: false,
  teeth: false,
  grin: false,
  coat: "fur",
  top: "none",
};
const beastWith = (change: Partial<AnimalPlan>): AnimalPlan => ({ ...beast, ...change });

export const animalPlans: Record<Exclude<Species, "human">, AnimalPlan> = {
  rabbit: beastWith({
    ears: "long",
    skull: [0.37, 0.37, 0.42],
    y: 0.11,
    muzzle: { wide: 0.21, high: 0.19, tip: 0.14, reach: 0.49, y: 0.11 },
    eye: 0.09,
    eyeAt: 42,
    eyeRise: 0.06,
    whiskers: true,
    teeth: true,
  }),
  cat: beastWith({
    skull: [0.45, 0.36, 0.4],
    muzzle: { wide: 0.19, high: 0.13, tip: 0.12, reach: 0.5, y: 0.15 },
    eye: 0.1,
    eyeAt: 31,
    eyeRise: 0.03,
    whiskers: true,
    grin: true,
  }),
  dog: beastWith({ ears: "flop", muzzle: { wide: 0.21, high: 0.18, tip: 0.145, reach: 0.7, y: 0.13 }, eye: 0.075 }),
  mouse: beastWith({
    ears: "round",
    skull: [0.36, 0.34, 0.4],
    y: 0.12,
    muzzle: { wide: 0.19, high: 0.17, tip: 0.075, reach: 0.64, y: 0.15 },
    eye: 0.085,
    eyeAt: 42,
    whiskers: true,
  }),
  bird: beastWith({
    ears: "none",
    skull: [0.36, 0.38, 0.4],
    y: 0.02,
    muzzle: { wide: 0.14, high: 0.15, tip: 0.05, reach: 0.82, y: 0.12 },
    nose: "beak",
    eye: 0.075,
    eyeAt: 52,
    eyeRise: 0.06,
    coat: "feathers",
    top: "crest",
  }),
  horse: beastWith({
    skull: [0.33, 0.36, 0.4],
    muzzle: { wide: 0.2, high: 0.2, tip: 0.17, reach: 0.78, y: 0.24 },
    nose: "nostrils",
    eye: 0.075,
    eyeAt: 50,
    top: "mane",
  }),
  bear: beastWith({
    ears: "small-round",
    skull: [0.45, 0.39, 0.43],
    y: 0.04,
    muzzle: { wide: 0.22, high: 0.18, tip: 0.15, reach: 0.6, y: 0.15 },
    eye: 0.058,
  }),
  fox: beastWith({
    muzzle: { wide: 0.21, high: 0.15, tip: 0.07, reach: 0.72, y: 0.16 },
    eye: 0.075,
    eyeAt: 33,
    whiskers: true,
  }),
  frog: beastWith({
    ears: "none",
    skull: [0.45, 0.33, 0.4],
    y: 0.08,
    muzzle: { wide: 0.36, high: 0.14, tip: 0.2, reach: 0.5, y: 0.14 },
    nose: "nostrils",
    eye: 0.12,
    eyeAt: 40,
    eyeRise: 0.28,
    coat: "smooth",
  }),
  pig: beastWith({
    ears: "flop",
    skull: [0.43, 0.38, 0.42],
    y: 0.05,
    muzzle: { wide: 0.19, high: 0.16, tip: 0.14, reach: 0.6, y: 0.12 },
    nose: "snout",
    eye: 0.06,
  }),
  sheep: beastWith({
    ears: "side",
    skull: [0.35, 0.37, 0.4],
    muzzle: { wide: 0.19, high: 0.2, tip: 0.13, reach: 0.6, y: 0.18 },
    nose: "nostrils",
    eye: 0.07,
    eyeAt: 46,
    top: "wool",
  }),
  insect: beastWith({
    ears: "feelers",
    skull: [0.37, 0.39, 0.38],
    y: 0.06,
    muzzle: { wide: 0.15, high: 0.09, tip: 0.09, reach: 0.42, y: 0.17 },
    nose: "nostrils",
    eye: 0.085,
    eyeAt: 32,
    coat: "rings",
  }),
  reptile: beastWith({
    ears: "none",
    skull: [0.38, 0.32, 0.42],
    muzzle: { wide: 0.24, high: 0.14, tip: 0.13, reach: 0.72, y: 0.13 },
    nose: "nostrils",
    eye: 0.075,
    eyeAt: 46,
    eyeRise: 0.1,
    coat: "smooth",
  }),
  fish: beastWith({
    ears: "none",
    skull: [0.33, 0.4, 0.44],
    y: 0.04,
    muzzle: { wide: 0.18, high: 0.16, tip: 0.12, reach: 0.56, y: 0.12 },
    nose: "nostrils",
    eye: 0.105,
    eyeAt: 56,
    coat: "smooth",
    top: "fin",
  }),
};

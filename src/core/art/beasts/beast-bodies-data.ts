import type { BeastSpecies } from "./beast-heads-data.ts";

type TailKind = "brush" | "bush" | "tuft" | "thin" | "whip" | "scut" | "curl" | "hair" | "none";

/** The trunk and limbs of a four-legged beast, in head sizes. */
export interface BodyPlan {
  /** How far the head stands before and above the middle of the chest. */
  ahead: number;
  above: number;
  /** Middle of the chest to middle of the rump. */
  length: number;
  neck: number;
  chest: number;
  waist: number;
  rump: number;
  thigh: number;
  /** Half width of a leg under the elbow, and length of a foot. */
  limb: number;
  foot: number;
  /** Legs stand this far apart on each side. */
  apart: number;
  /** How far elbow, knee and hock stand out of the line from joint to sole: 1 is a fox. */
  bend: number;
  tail: TailKind;
  /** Stands with its hind legs folded: those who hop. */
  folded: boolean;
  /** Points of fur on the breast. */
  ruff: boolean;
  hoof: boolean;
  /** Never sits on its haunches or rears: it stands instead. */
  stiff: boolean;
  /** Gets up on its hind legs; others lift a paw. */
  rears: boolean;
  /** Stands on its hind legs like one who has something to say. */
  tiptoe: boolean;
}

const hunter: BodyPlan = {
  ahead: 0.86,
  above: 0.9,
  length: 1.72,
  neck: 0.26,
  chest: 0.5,
  waist: 0.33,
  rump: 0.37,
  thigh: 0.36,
  limb: 0.082,
  foot: 0.19,
  apart: 0.2,
  bend: 1,
  tail: "brush",
  folded: false,
  ruff: true,
  hoof: false,
  stiff: false,
  rears: false,
  tiptoe: false,
};

export const elks = /moose|\belk\b/i;

const horse: BodyPlan = {
  ...hunter,
  bend: 0.6,
  above: 1.5,
  ahead: 1.05,
  length: 2.3,
  neck: 0.3,
  chest: 0.76,
  waist: 0.6,
  rump: 0.7,
  thigh: 0.58,
  limb: 0.12,
  foot: 0.1,
  apart: 0.28,
  tail: "hair",
  ruff: false,
  hoof: true,
  stiff: true,
};

export type FourLegged = Exclude<BeastSpecies, "bird" | "insect" | "fish" | "snake">;

export const bodyPlans: Readonly<Record<FourLegged, BodyPlan>> = {
  fox: hunter,
  dog: { ...hunter, ahead: 0.8, above: 0.86, chest: 0.58, rump: 0.44, waist: 0.42, thigh: 0.42, limb: 0.112, foot: 0.22, neck: 0.32, tail: "bush", length: 1.7 },
  wolf: { ...hunter, ahead: 0.86, above: 0.72, chest: 0.58, rump: 0.42, waist: 0.38, thigh: 0.4, limb: 0.1, foot: 0.22, neck: 0.36, tail: "bush", length: 1.8 },
  cat: { ...hunter, above: 0.78, ahead: 0.7, chest: 0.41, rump: 0.38, waist: 0.34, thigh: 0.36, limb: 0.09, length: 1.62, tail: "thin", ruff: false },
  rabbit: {
    ...hunter,
    rears: true,
    above: 0.72,
    ahead: 0.42,
    length: 0.85,
    neck: 0.24,
    chest: 0.46,
    waist: 0.54,
    rump: 0.6,
    thigh: 0.52,
    limb: 0.12,
    foot: 0.42,
    apart: 0.26,
    tail: "scut",
    folded: true,
    ruff: false,
  },
  mouse: {
    ...hunter,
    tiptoe: true,
    rears: true,
    above: 0.62,
    ahead: 0.42,
    length: 0.8,
    neck: 0.22,
    chest: 0.4,
    waist: 0.48,
    rump: 0.54,
    thigh: 0.4,
    limb: 0.085,
    foot: 0.3,
    apart: 0.22,
    tail: "whip",
    folded: true,
    ruff: false,
  },
  horse,
  donkey: { ...horse, above: 1.2, ahead: 0.9, length: 1.9, chest: 0.66, waist: 0.58, rump: 0.6, thigh: 0.5, limb: 0.115, tail: "tuft" },
  cow: { ...horse, above: 0.5, ahead: 0.92, length: 2.1, neck: 0.46, chest: 0.86, waist: 0.74, rump: 0.68, thigh: 0.58, limb: 0.15, apart: 0.36, tail: "tuft" },
  deer: { ...horse, above: 1.3, ahead: 0.8, length: 1.9, neck: 0.26, chest: 0.58, waist: 0.46, rump: 0.52, thigh: 0.46, limb: 0.085, apart: 0.22, bend: 0.8, tail: "none" },
  goat: { ...horse, above: 0.78, ahead: 0.74, length: 1.5, neck: 0.27, chest: 0.6, waist: 0.6, rump: 0.52, thigh: 0.42, limb: 0.1, apart: 0.24, tail: "none" },
  lion: { ...hunter, above: 0.72, ahead: 0.78, length: 1.95, neck: 0.4, chest: 0.6, waist: 0.44, rump: 0.48, thigh: 0.46, limb: 0.14, foot: 0.24, apart: 0.26, bend: 0.8, tail: "tuft" },
  bear: {
    ...hunter,
    bend: 0.5,
    rears: true,
    above: 0.5,
    ahead: 0.85,
    length: 1.9,
    neck: 0.4,
    chest: 0.86,
    waist: 0.82,
    rump: 0.86,
    thigh: 0.6,
    limb: 0.23,
    foot: 0.2,
    apart: 0.4,
    tail: "none",
    ruff: false,
  },
  frog: {
    ...hunter,
    rears: true,
    above: 0.5,
    ahead: 0.22,
    length: 0.62,
    neck: 0.36,
    chest: 0.44,
    waist: 0.46,
    rump: 0.4,
    thigh: 0.34,
    limb: 0.1,
    foot: 0.44,
    apart: 0.34,
    tail: "none",
    folded: true,
    ruff: false,
  },
  pig: {
    ...hunter,
    bend: 0.6,
    above: 0.38,
    ahead: 0.78,
    length: 1.6,
    neck: 0.4,
    chest: 0.74,
    waist: 0.8,
    rump: 0.74,
    thigh: 0.5,
    limb: 0.17,
    foot: 0.12,
    apart: 0.34,
    tail: "curl",
    ruff: false,
    hoof: true,
  },
  sheep: {
    ...hunter,
    bend: 0.6,
    above: 0.72,
    ahead: 0.74,
    length: 1.5,
    neck: 0.28,
    chest: 0.74,
    waist: 0.78,
    rump: 0.72,
    thigh: 0.46,
    limb: 0.12,
    foot: 0.12,
    apart: 0.3,
    tail: "none",
    ruff: false,
    hoof: true,
    stiff: true,
  },
  reptile: {
    ...hunter,
    bend: 0.4,
    above: 0.66,
    ahead: 0.8,
    length: 1.5,
    neck: 0.22,
    chest: 0.56,
    waist: 0.66,
    rump: 0.52,
    thigh: 0.3,
    limb: 0.19,
    foot: 0.22,
    apart: 0.5,
    tail: "none",
    ruff: false,
    stiff: true,
  },
};

/** An elk carries more than a roe: a deep breast on high legs. */
const elk: BodyPlan = { ...bodyPlans.deer, above: 0.95, ahead: 0.9, chest: 0.78, waist: 0.62, rump: 0.56, neck: 0.38, limb: 0.1 };

/** The body of a kind on four legs, and of its breed where the name tells one. */
export const bodyPlanOf = (species: FourLegged, name: string): BodyPlan =>
  species === "deer" && elks.test(name) ? elk : bodyPlans[species];

/** The plan of a body on four legs; null for who has fewer or more. */
export const planOf = (species: BeastSpecies): BodyPlan | null =>
  species === "bird" || species === "insect" || species === "fish" || species === "snake" ? null : bodyPlans[species];

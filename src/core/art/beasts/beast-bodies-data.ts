import type { BeastSpecies } from "./beast-heads-data.ts";

type TailKind = "brush" | "thin" | "whip" | "scut" | "curl" | "hair" | "wag" | "none";

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

export type FourLegged = Exclude<BeastSpecies, "bird" | "insect" | "fish">;

export const bodyPlans: Readonly<Record<FourLegged, BodyPlan>> = {
  fox: hunter,
  dog: { ...hunter, ahead: 0.8, chest: 0.54, rump: 0.42, waist: 0.38, thigh: 0.4, limb: 0.108, foot: 0.22, neck: 0.29, tail: "wag", ruff: false, length: 1.66 },
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
  horse: {
    ...hunter,
    bend: 0.6,
    above: 1.5,
    ahead: 1.05,
    length: 2.3,
    neck: 0.3,
    chest: 0.78,
    waist: 0.6,
    rump: 0.72,
    thigh: 0.6,
    limb: 0.13,
    foot: 0.1,
    apart: 0.3,
    tail: "hair",
    ruff: false,
    hoof: true,
    stiff: true,
  },
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

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
  tail: TailKind;
  /** Stands with its hind legs folded: those who hop. */
  folded: boolean;
  /** Points of fur on the breast. */
  ruff: boolean;
  hoof: boolean;
  /** Never sits on its haunches or rears: it stands instead. */
  stiff: boolean;
}

const hunter: BodyPlan = {
  ahead: 0.72,
  above: 0.98,
  length: 1.75,
  neck: 0.28,
  chest: 0.52,
  waist: 0.34,
  rump: 0.4,
  thigh: 0.42,
  limb: 0.1,
  foot: 0.17,
  apart: 0.22,
  tail: "brush",
  folded: false,
  ruff: true,
  hoof: false,
  stiff: false,
};

export type FourLegged = Exclude<BeastSpecies, "bird" | "insect" | "fish">;

export const bodyPlans: Readonly<Record<FourLegged, BodyPlan>> = {
  fox: hunter,
  dog: { ...hunter, chest: 0.54, rump: 0.42, limb: 0.13, foot: 0.2, tail: "wag", ruff: false, length: 1.7 },
  cat: { ...hunter, above: 0.8, ahead: 0.66, chest: 0.42, rump: 0.4, waist: 0.37, limb: 0.1, length: 1.65, tail: "thin", ruff: false },
  rabbit: {
    ...hunter,
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
    above: 1.5,
    ahead: 1.05,
    length: 2.3,
    neck: 0.3,
    chest: 0.78,
    waist: 0.7,
    rump: 0.72,
    thigh: 0.6,
    limb: 0.17,
    foot: 0.16,
    apart: 0.32,
    tail: "hair",
    ruff: false,
    hoof: true,
    stiff: true,
  },
  bear: {
    ...hunter,
    above: 0.5,
    ahead: 0.85,
    length: 1.9,
    neck: 0.4,
    chest: 0.86,
    waist: 0.82,
    rump: 0.86,
    thigh: 0.66,
    limb: 0.3,
    foot: 0.3,
    apart: 0.4,
    tail: "none",
    ruff: false,
  },
  frog: {
    ...hunter,
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

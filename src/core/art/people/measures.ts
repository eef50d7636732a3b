import type { ModelSheet } from "../artist.ts";

/** Proportions of a body in head sizes, heights down from the centre of the skull (contract of StagedFigure). */
export interface Measures {
  neck: number;
  shoulder: number;
  chest: number;
  waist: number;
  hip: number;
  /** Half widths and half depths. */
  neckWide: number;
  shoulderWide: number;
  chestWide: number;
  waistWide: number;
  hipWide: number;
  chestDeep: number;
  waistDeep: number;
  hipDeep: number;
  bust: number;
  /** How far the belly stands out to the front. */
  belly: number;
  thigh: number;
  shin: number;
  /** Ankle to sole. */
  foot: number;
  upperArm: number;
  forearm: number;
  hand: number;
  /** Breadth of the hand beside a man's of the same length. */
  handBroad: number;
  armThick: number;
  legThick: number;
}

const man: Measures = {
  neck: 0.57,
  shoulder: 0.8,
  chest: 1.42,
  waist: 2.12,
  hip: 2.84,
  neckWide: 0.21,
  shoulderWide: 0.94,
  chestWide: 0.67,
  waistWide: 0.5,
  hipWide: 0.54,
  chestDeep: 0.48,
  waistDeep: 0.39,
  hipDeep: 0.4,
  bust: 0,
  belly: 0,
  thigh: 1.56,
  shin: 1.52,
  foot: 0.27,
  upperArm: 1.13,
  forearm: 0.94,
  hand: 0.66,
  handBroad: 1,
  armThick: 0.19,
  legThick: 0.315,
};
const woman: Measures = {
  ...man,
  neck: 0.56,
  shoulder: 0.78,
  neckWide: 0.166,
  shoulderWide: 0.7,
  chestWide: 0.53,
  waist: 2.02,
  waistWide: 0.43,
  hipWide: 0.59,
  chestDeep: 0.38,
  waistDeep: 0.31,
  hipDeep: 0.39,
  bust: 0.13,
  foot: 0.23,
  upperArm: 1.04,
  forearm: 0.89,
  hand: 0.58,
  handBroad: 0.88,
  armThick: 0.138,
  legThick: 0.28,
};
const child: Measures = {
  neck: 0.54,
  shoulder: 0.71,
  chest: 1.14,
  waist: 1.62,
  hip: 2.12,
  neckWide: 0.165,
  shoulderWide: 0.6,
  chestWide: 0.47,
  waistWide: 0.42,
  hipWide: 0.44,
  chestDeep: 0.33,
  waistDeep: 0.33,
  hipDeep: 0.32,
  bust: 0,
  belly: 0.04,
  thigh: 1.08,
  shin: 1.05,
  foot: 0.2,
  upperArm: 0.8,
  forearm: 0.68,
  hand: 0.47,
  handBroad: 1.06,
  armThick: 0.13,
  legThick: 0.215,
};

/** What a build does to the body of average width: the stout are pears with thick limbs, the thin are poles. */
const builds = {
  thin: { chest: 0.88, waist: 0.82, hip: 0.87, deep: 0.87, limbs: 0.88, neck: 0.86, shoulders: 0.93, sink: -0.02 },
  average: { chest: 1, waist: 1, hip: 1, deep: 1, limbs: 1, neck: 1, shoulders: 1, sink: 0 },
  stout: { chest: 1.12, waist: 1.44, hip: 1.24, deep: 1.4, limbs: 1.12, neck: 1.16, shoulders: 0.91, sink: 0.05 },
} as const;

/** Who goes to war bare-chested is broad in the shoulders and not a pear, whatever the build. */
const warriors = {
  thin: { chest: 0.96, waist: 0.84, hip: 0.88, deep: 0.92, limbs: 0.96, neck: 1, shoulders: 1.04, sink: 0 },
  average: { chest: 1.06, waist: 0.92, hip: 0.94, deep: 1, limbs: 1.06, neck: 1.1, shoulders: 1.12, sink: 0 },
  stout: { chest: 1.2, waist: 1.16, hip: 1.1, deep: 1.14, limbs: 1.14, neck: 1.26, shoulders: 1.18, sink: 0.03 },
} as const;

/** A body in head sizes, by age, sex, build and height. */
export function measuresOf(sheet: ModelSheet): Measures {
  const base = sheet.age === "child" ? child : sheet.gender === "female" ? woman : man;
  const war = sheet.costume === "harness";
  const by = (war ? warriors : builds)[sheet.build];
  const aged = sheet.age === "old" ? 0.92 : sheet.age === "young" ? 0.95 : 1;
  // A child's baby fat is softer than a grown-up's belly.
  const belly = sheet.build === "stout" && !war ? (sheet.age === "child" ? 0.12 : 0.3) : base.belly;
  const round = sheet.age === "child" ? 0.6 : 1;
  const grown = (share: number): number => 1 + (share - 1) * round;
  return {
    ...base,
    neck: base.neck - by.sink,
    shoulder: base.shoulder - by.sink,
    belly,
    neckWide: base.neckWide * by.neck * aged,
    shoulderWide: base.shoulderWide * by.shoulders * aged,
    chestWide: base.chestWide * grown(by.chest),
    waistWide: base.waistWide * grown(by.waist),
    hipWide: base.hipWide * grown(by.hip),
    chestDeep: base.chestDeep * grown(by.deep),
    waistDeep: base.waistDeep * grown(by.deep),
    hipDeep: base.hipDeep * grown(by.deep),
    handBroad: base.handBroad * (1 + (grown(by.limbs) - 1) * 0.5),
    armThick: base.armThick * grown(by.limbs),
    legThick: base.legThick * grown(by.limbs),
  };
}

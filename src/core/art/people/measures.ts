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
  armThick: number;
  legThick: number;
}

const man: Measures = {
  neck: 0.58,
  shoulder: 0.82,
  chest: 1.52,
  waist: 2.32,
  hip: 3.12,
  neckWide: 0.2,
  shoulderWide: 0.84,
  chestWide: 0.63,
  waistWide: 0.555,
  hipWide: 0.555,
  chestDeep: 0.45,
  waistDeep: 0.36,
  hipDeep: 0.36,
  bust: 0,
  belly: 0,
  thigh: 1.74,
  shin: 1.7,
  foot: 0.28,
  upperArm: 1.24,
  forearm: 1.02,
  hand: 0.6,
  armThick: 0.175,
  legThick: 0.285,
};
const woman: Measures = {
  ...man,
  neck: 0.57,
  shoulder: 0.81,
  neckWide: 0.152,
  shoulderWide: 0.67,
  chestWide: 0.51,
  waist: 2.22,
  waistWide: 0.42,
  hipWide: 0.57,
  chestDeep: 0.37,
  waistDeep: 0.29,
  hipDeep: 0.36,
  bust: 0.13,
  foot: 0.23,
  upperArm: 1.14,
  forearm: 0.97,
  hand: 0.52,
  armThick: 0.132,
  legThick: 0.265,
};
const child: Measures = {
  neck: 0.54,
  shoulder: 0.71,
  chest: 1.16,
  waist: 1.68,
  hip: 2.24,
  neckWide: 0.12,
  shoulderWide: 0.475,
  chestWide: 0.4,
  waistWide: 0.39,
  hipWide: 0.41,
  chestDeep: 0.31,
  waistDeep: 0.32,
  hipDeep: 0.29,
  bust: 0,
  belly: 0.04,
  thigh: 1.2,
  shin: 1.14,
  foot: 0.2,
  upperArm: 0.82,
  forearm: 0.7,
  hand: 0.4,
  armThick: 0.118,
  legThick: 0.2,
};

/** What a build does to the body of average width: the stout are pears with thick limbs, the thin are poles. */
const builds = {
  thin: { chest: 0.86, waist: 0.8, hip: 0.84, deep: 0.84, limbs: 0.82, neck: 0.84, shoulders: 0.93, sink: -0.03 },
  average: { chest: 1, waist: 1, hip: 1, deep: 1, limbs: 1, neck: 1, shoulders: 1, sink: 0 },
  stout: { chest: 1.27, waist: 1.78, hip: 1.5, deep: 1.5, limbs: 1.28, neck: 1.3, shoulders: 1.06, sink: 0.06 },
} as const;

/** A body in head sizes, by age, sex, build and height. */
export function measuresOf(sheet: ModelSheet): Measures {
  const base = sheet.age === "child" ? child : sheet.gender === "female" ? woman : man;
  const by = builds[sheet.build];
  const aged = sheet.age === "old" ? 0.92 : sheet.age === "young" ? 0.95 : 1;
  // A child's baby fat is softer than a grown-up's belly.
  const belly = sheet.build === "stout" ? (sheet.age === "child" ? 0.12 : 0.34) : base.belly;
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
    armThick: base.armThick * grown(by.limbs),
    legThick: base.legThick * grown(by.limbs),
  };
}

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
  neck: 0.66,
  shoulder: 0.88,
  chest: 1.62,
  waist: 2.42,
  hip: 3.22,
  neckWide: 0.235,
  shoulderWide: 0.9,
  chestWide: 0.7,
  waistWide: 0.55,
  hipWide: 0.58,
  chestDeep: 0.4,
  waistDeep: 0.34,
  hipDeep: 0.37,
  bust: 0,
  thigh: 1.72,
  shin: 1.66,
  foot: 0.28,
  upperArm: 1.28,
  forearm: 1.12,
  hand: 0.66,
  armThick: 0.2,
  legThick: 0.31,
};
const woman: Measures = {
  ...man,
  neck: 0.66,
  neckWide: 0.17,
  shoulder: 0.88,
  shoulderWide: 0.72,
  chestWide: 0.55,
  waist: 2.3,
  waistWide: 0.42,
  hipWide: 0.6,
  chestDeep: 0.34,
  waistDeep: 0.28,
  hipDeep: 0.37,
  bust: 0.13,
  upperArm: 1.2,
  forearm: 1.05,
  hand: 0.56,
  armThick: 0.155,
  legThick: 0.29,
};
const child: Measures = {
  neck: 0.6,
  shoulder: 0.76,
  chest: 1.2,
  waist: 1.7,
  hip: 2.26,
  neckWide: 0.14,
  shoulderWide: 0.5,
  chestWide: 0.41,
  waistWide: 0.38,
  hipWide: 0.42,
  chestDeep: 0.27,
  waistDeep: 0.27,
  hipDeep: 0.29,
  bust: 0,
  thigh: 1.2,
  shin: 1.12,
  foot: 0.2,
  upperArm: 0.84,
  forearm: 0.74,
  hand: 0.44,
  armThick: 0.13,
  legThick: 0.21,
};

/** Beasts have narrow shoulders that slope from a thick neck; the head draws the fur of that neck. */
export function measuresOf(sheet: ModelSheet): Measures {
  const human = humanMeasures(sheet);
  if (sheet.species === "human") return human;
  return {
    ...human,
    shoulder: human.shoulder + 0.08,
    shoulderWide: human.shoulderWide * 0.72,
    chestWide: human.chestWide * 0.9,
    bust: 0,
    armThick: human.armThick * 0.9,
  };
}

function humanMeasures(sheet: ModelSheet): Measures {
  const base = sheet.age === "child" ? child : sheet.gender === "female" ? woman : man;
  const wide = { thin: 0.9, average: 1, stout: 1.2 }[sheet.build];
  const belly = { thin: 0.84, average: 1, stout: sheet.age === "child" ? 1.3 : 1.62 }[sheet.build];
  const shoulders =
    (sheet.build === "stout" ? 1.08 : sheet.build === "thin" ? 0.94 : 1) *
    (sheet.age === "old" ? 0.94 : sheet.age === "young" ? 0.96 : 1);
  return {
    ...base,
    neckWide:
      base.neckWide *
      (sheet.build === "stout" ? 1.2 : sheet.build === "thin" ? 0.9 : 1) *
      (sheet.age === "old" ? 0.9 : sheet.age === "young" ? 0.92 : 1),
    shoulderWide: base.shoulderWide * shoulders,
    chestWide: base.chestWide * wide,
    waistWide: base.waistWide * belly,
    hipWide: base.hipWide * (wide * 0.5 + belly * 0.5),
    chestDeep: base.chestDeep * wide,
    waistDeep: base.waistDeep * belly,
    hipDeep: base.hipDeep * wide,
    armThick: base.armThick * wide,
    legThick: base.legThick * wide,
  };
}

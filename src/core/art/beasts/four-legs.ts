import type { Gait } from "../../page/stature.ts";
import type { BodyPlan } from "./beast-bodies-data.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";
import { tailOf } from "./beast-tails.ts";

/** A four-legged body in its own frame: the head is at nought, z runs forward, y down to the ground. */
export interface Stance {
  chest: Ball;
  waist: Ball;
  rump: Ball;
  /** Legs of the side towards the reader and of the far side; chains from the joint in the trunk to the toe. */
  near: { fore: Chain; hind: Chain };
  far: { fore: Chain; hind: Chain };
  tail: Chain;
}

interface StanceFor {
  plan: BodyPlan;
  gait: Gait;
  /** Head's centre to the ground. */
  ground: number;
  /** Which side is towards the reader: 1 is the beast's left, in its own frame the positive x. */
  near: 1 | -1;
  /** How low the tail hangs, 0–1. */
  droop: number;
}

/** Places trunk, legs and tail for what the beast does. */
export function stanceOf(how: StanceFor): Stance {
  const { plan } = how;
  const tall = how.gait === "sit" || how.gait === "rear" || (how.gait === "crouch" && plan.above > 1);
  const gait = plan.stiff && tall ? "stand" : how.gait;
  switch (gait) {
    case "stand":
      return plan.folded ? haunches(how, 0.62) : onPaws(how, [0.02, 0.16], [-0.06, 0.2], 0);
    case "walk":
      return plan.folded ? bound(how) : onPaws(how, [0.5, -0.42], [-0.42, 0.46], 0.1);
    case "run":
    case "fall":
      return plan.folded ? bound(how) : gallop(how);
    case "sit":
      return haunches(how, 0.9);
    case "crouch":
      return low(how);
    case "rear":
      return rearing(how);
    default:
      return onTheSide(how);
  }
}

const mid = (a: Ball, b: Ball, r: number, sag = 0): Ball => [0, (a[1] + b[1]) / 2 + sag, (a[2] + b[2]) / 2, r];

function foreleg(plan: BodyPlan, side: number, chest: Ball, paw: readonly [number, number], lift = 0): Chain {
  const { limb, foot } = plan;
  const x = side * plan.apart;
  const [y0, z0] = [chest[1] + chest[3] * 0.25, chest[2] + 0.02];
  const [y1, z1] = [paw[0] - limb * 0.7, paw[1]];
  const bend = Math.min(0.16, 0.5 * Math.abs(y1 - y0) * 0.3) + lift * 0.2;
  return [
    [x * 0.8, y0, z0, Math.max(limb * 1.5, chest[3] * 0.5)],
    [x, y0 + (y1 - y0) * 0.45, z0 + (z1 - z0) * 0.4 - bend, limb * 1.2],
    [x, y0 + (y1 - y0) * 0.84, z0 + (z1 - z0) * 0.88 + 0.02, limb * 0.85],
    [x, y1, z1, limb * 0.95],
    [x, y1 + limb * 0.05, z1 + foot, plan.hoof ? limb * 1.05 : limb * 0.72],
  ];
}

function hindleg(plan: BodyPlan, side: number, rump: Ball, paw: readonly [number, number]): Chain {
  const { limb, foot, thigh } = plan;
  const x = side * plan.apart;
  const [y0, z0] = [rump[1] + rump[3] * 0.1, rump[2]];
  const [y1, z1] = [paw[0] - limb * 0.7, paw[1]];
  const long = Math.abs(y1 - y0);
  return [
    [x * 0.8, y0, z0, thigh],
    [x, y0 + (y1 - y0) * 0.5, z0 + (z1 - z0) * 0.3 + 0.2 * Math.min(1, long), thigh * 0.58],
    [x, y0 + (y1 - y0) * 0.76, z0 + (z1 - z0) * 0.85 - 0.15 * Math.min(1, long), limb * 0.95],
    [x, y1, z1, limb * 0.95],
    [x, y1 + limb * 0.05, z1 + foot, plan.hoof ? limb * 1.05 : limb * 0.72],
  ];
}

/** A hind leg folded under the haunch, its foot flat on the ground. */
function foldedLeg(plan: BodyPlan, side: number, hip: Ball, ground: number, reach: number): Chain {
  const x = side * plan.apart * 1.25;
  const y = ground - plan.limb * 0.8;
  return [
    [x * 0.85, hip[1], hip[2], plan.thigh],
    [x, Math.min(y - plan.thigh * 0.4, hip[1] + 0.16), hip[2] + plan.thigh * 0.62, plan.thigh * 0.62],
    [x, y - plan.limb * 0.4, hip[2] + 0.04, plan.limb * 1.05],
    [x, y, hip[2] + reach * 0.5, plan.limb * 1.05],
    [x, y, hip[2] + reach + plan.foot * 0.6, plan.limb * 0.9],
  ];
}

type Shifts = readonly [number, number];

/** On four straight legs: where the near and the far paw stand before or behind the joint, and how high a stepping paw lifts. */
function onPaws({ plan, ground, near, droop }: StanceFor, fore: Shifts, hind: Shifts, lift: number): Stance {
  const chest: Ball = [0, plan.above, -plan.ahead, plan.chest];
  const rump: Ball = [0, plan.above + (plan.chest - plan.rump) * 0.3, -plan.ahead - plan.length, plan.rump];
  const legs = (side: number, k: 0 | 1): { fore: Chain; hind: Chain } => ({
    fore: foreleg(plan, side, chest, [ground - (k === 0 ? lift : 0), chest[2] + fore[k]], lift),
    hind: hindleg(plan, side, rump, [ground - (k === 1 ? lift * 0.6 : 0), rump[2] + hind[k]]),
  });
  return {
    chest,
    waist: mid(chest, rump, plan.waist, (plan.waist - plan.chest) * 0.1),
    rump,
    near: legs(near, 0),
    far: legs(-near, 1),
    tail: tailOf(plan, rump, { droop, ground, near, way: "hang" }),
  };
}

/** At full stretch over the ground. */
function gallop({ plan, ground, near }: StanceFor): Stance {
  const chest: Ball = [0, plan.above * 0.72, -plan.ahead * 1.05, plan.chest];
  const rump: Ball = [0, plan.above * 0.86, chest[2] - plan.length * 1.12, plan.rump];
  const leg = ground - plan.above;
  const legs = (side: number, k: number): { fore: Chain; hind: Chain } => ({
    fore: foreleg(plan, side, chest, [ground - leg * (0.3 - 0.2 * k), chest[2] + leg * (0.76 - 0.24 * k)]),
    hind: hindleg(plan, side, rump, [ground - leg * (0.02 + 0.2 * k), rump[2] - leg * (0.5 + 0.2 * k)]),
  });
  return {
    chest,
    waist: mid(chest, rump, plan.waist * 0.96, -0.04),
    rump,
    near: legs(near, 0),
    far: legs(-near, 1),
    tail: tailOf(plan, rump, { droop: 0, ground, near, way: "stream" }),
  };
}

/** The leap of those who hop: hind feet thrown back, forepaws reaching. */
function bound({ plan, ground, near }: StanceFor): Stance {
  const chest: Ball = [0, plan.above * 0.8, -plan.ahead, plan.chest];
  const rump: Ball = [0, plan.above * 0.85, chest[2] - plan.length * 1.25, plan.rump * 0.92];
  const legs = (side: number, k: number): { fore: Chain; hind: Chain } => ({
    fore: foreleg(plan, side, chest, [ground - 0.28 - 0.14 * k, chest[2] + 0.5 - 0.2 * k]),
    hind: hindleg(plan, side, rump, [ground - 0.12 - 0.16 * k, rump[2] - 0.5 - 0.14 * k]),
  });
  return {
    chest,
    waist: mid(chest, rump, plan.waist * 0.94),
    rump,
    near: legs(near, 0),
    far: legs(-near, 1),
    tail: tailOf(plan, rump, { droop: 0, ground, near, way: "stream" }),
  };
}

/** On the haunches, forelegs straight under the chest; `slope` 0 lies along the ground, 1 sits bolt upright. */
function haunches({ plan, ground, near, droop }: StanceFor, slope: number): Stance {
  const back = plan.length * (0.95 - 0.42 * slope);
  const chest: Ball = [
    0,
    Math.min(plan.above * 1.02, ground - plan.chest * 1.3),
    -plan.ahead * (1 - 0.42 * slope),
    plan.chest,
  ];
  const rump: Ball = [0, ground - plan.rump * 1.02, chest[2] - back, plan.rump * 1.04];
  const hip: Ball = [0, ground - plan.thigh * 1.02, rump[2] + 0.06, plan.thigh];
  const reach = plan.folded ? 0.34 : 0.52;
  const legs = (side: number, k: number): { fore: Chain; hind: Chain } => ({
    fore: foreleg(plan, side * 0.86, chest, [ground, chest[2] + plan.chest * 0.3 + 0.05 * k]),
    hind: foldedLeg(plan, side, hip, ground, reach + 0.04 * k),
  });
  return {
    chest,
    waist: mid(chest, rump, plan.waist * 1.12),
    rump,
    near: legs(near, 0),
    far: legs(-near, 1),
    tail: tailOf(plan, rump, { droop, ground, near, way: "wrap" }),
  };
}

/** Belly to the ground, as before a leap or in hiding. */
function low({ plan, ground, near, droop }: StanceFor): Stance {
  const chest: Ball = [0, ground - plan.chest * 1.02, -plan.ahead * 0.85, plan.chest];
  const rump: Ball = [0, ground - plan.rump * 1.1, chest[2] - plan.length * 0.86, plan.rump];
  const hip: Ball = [0, ground - plan.thigh * 0.98, rump[2] + 0.05, plan.thigh];
  const legs = (side: number, k: number): { fore: Chain; hind: Chain } => {
    const x = side * plan.apart;
    const y = ground - plan.limb * 0.8;
    return {
      fore: [
        [x, chest[1] + chest[3] * 0.2, chest[2], plan.chest * 0.52],
        [x * 1.1, y - plan.limb * 0.4, chest[2] - 0.02, plan.limb * 1.25],
        [x, y, chest[2] + 0.5 + 0.1 * k, plan.limb],
        [x, y, chest[2] + 0.74 + 0.1 * k, plan.limb * 0.9],
      ],
      hind: foldedLeg(plan, side, hip, ground, 0.4 + 0.04 * k),
    };
  };
  return {
    chest,
    waist: mid(chest, rump, plan.waist),
    rump,
    near: legs(near, 0),
    far: legs(-near, 1),
    tail: tailOf(plan, rump, { droop: Math.max(0.6, droop), ground, near, way: "ground" }),
  };
}

/** Upright on the hind legs, forepaws before the breast. */
function rearing({ plan, ground, near, droop }: StanceFor): Stance {
  const chest: Ball = [0, plan.above * 0.9 + 0.1, -plan.ahead * 0.42, plan.chest];
  const leg = Math.min(1.15, ground * 0.33);
  const rump: Ball = [
    0,
    ground - leg - plan.rump * 0.2,
    chest[2] - Math.min(0.55, plan.length * 0.36),
    plan.rump * 1.08,
  ];
  const legs = (side: number, k: number): { fore: Chain; hind: Chain } => {
    const x = side * plan.apart * 1.1;
    const shoulder = chest[1] + chest[3] * 0.1;
    return {
      fore: [
        [x * 0.9, shoulder, chest[2] + 0.06, plan.chest * 0.5],
        [x * 1.15, shoulder + 0.34, chest[2] + 0.36, plan.limb * 1.25],
        [x, shoulder + 0.04 - 0.16 * k, chest[2] + 0.78, plan.limb * 0.95],
        [x, shoulder - 0.06 - 0.16 * k, chest[2] + 0.92, plan.limb * 1.05],
      ],
      hind: hindleg(plan, side, rump, [ground, rump[2] + 0.1 + 0.12 * k]),
    };
  };
  return {
    chest,
    waist: mid(chest, rump, plan.waist * 1.1),
    rump,
    near: legs(near, 0),
    far: legs(-near, 1),
    tail: tailOf(plan, rump, { droop: Math.max(0.4, droop), ground, near, way: "hang" }),
  };
}

/** Stretched on the ground on its side, the legs towards the reader: asleep or dead. */
function onTheSide({ plan, ground, near }: StanceFor): Stance {
  const chest: Ball = [0, ground - plan.chest * 0.86, -plan.ahead * 0.95, plan.chest * 0.94];
  const rump: Ball = [0, ground - plan.rump * 0.92, chest[2] - plan.length * 0.98, plan.rump];
  const limp = (z: number, at: number, way: number, k: number): Chain => [
    [near * 0.2, ground - plan.thigh * 0.7, z, Math.min(plan.thigh, plan.chest * 0.62)],
    [near * 0.5, ground - 0.02 + 0.05 * k, z + way * 0.34, plan.limb * 1.3],
    [near * 0.6, ground + 0.08 + 0.07 * k, z + way * (0.34 + at * 0.5), plan.limb * 0.9],
    [near * 0.6, ground + 0.1 + 0.07 * k, z + way * (0.34 + at), plan.limb * 0.95],
  ];
  return {
    chest,
    waist: mid(chest, rump, plan.waist * 0.98, 0.03),
    rump,
    near: { fore: limp(chest[2] + 0.05, 0.62, 1, 1), hind: limp(rump[2] + 0.15, 0.72, 1, 1) },
    far: { fore: limp(chest[2] + 0.2, 0.6, 1, -0.4), hind: limp(rump[2], 0.7, 1, -0.4) },
    tail: tailOf(plan, rump, { droop: 1, ground, near, way: "ground" }),
  };
}

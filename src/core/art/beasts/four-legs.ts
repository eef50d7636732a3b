import * as steady from "../../geometry/steady-math.ts";
import type { Gait } from "../../page/stature.ts";
import type { BodyPlan } from "./beast-bodies-data.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";
import { tailOf } from "./beast-tails.ts";
import { type LegPose, foreLegs, hindLegs } from "./leg-poses-data.ts";

/** A four-legged body in its own frame: the head is at nought, z runs forward, y down to the ground. */
export interface Stance {
  chest: Ball;
  rump: Ball;
  /** From the shoulders over ribs and loin to the croup. */
  trunk: Chain;
  /** Legs of the side towards the reader and of the far side; chains from the joint in the trunk to the toe. */
  near: Legs;
  far: Legs;
  tail: Chain;
}

export interface Legs {
  fore: Chain;
  hind: Chain;
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
  /** Asleep or dead. */
  still: boolean;
}

/** Places trunk, legs and tail for what the beast does. */
export function stanceOf(how: StanceFor): Stance {
  const { plan } = how;
  switch (gaitFor(how)) {
    case "stand":
      if (plan.tiptoe) return rearing(how);
      return plan.folded ? haunches(how, 0.62) : onPaws(how, "stand");
    case "walk":
      return plan.folded ? bound(how) : onPaws(how, "walk");
    case "run":
      return plan.folded ? bound(how) : gallop(how);
    case "sit":
      return haunches(how, 0.9);
    case "crouch":
      return low(how, 0.02);
    case "rear":
      return plan.rears ? rearing(how) : haunches(how, 0.9, true);
    default:
      return how.still && !plan.folded && plan.tail !== "thin" ? onSide(how) : low(how, 0.2);
  }
}

/** Hoofed beasts stay on their feet, and nobody with a long neck hides behind a tuft. */
function gaitFor({ plan, gait }: StanceFor): Gait {
  const tall = gait === "sit" || gait === "rear" || (gait === "crouch" && plan.above > 1);
  return plan.stiff && tall ? "stand" : gait;
}

/** Half widths of a leg from the elbow down, as shares of the limb: long bones taper, joints and paws are thicker. */
const thick = { third: 1.04, pastern: 0.8, paw: 1.02, toe: 0.8 } as const;

/** A leg from its joint in the trunk to the toe, held as a pose says; no paw goes below the ground. */
function limbOf(plan: BodyPlan, joint: Ball, second: number, pose: LegPose, ground: number, x: number): Chain {
  const { limb, foot, hoof } = plan;
  const long = ground - limb * thick.paw - joint[1];
  const [first, middle, end] = pose.bends;
  const at = ([forward, down]: readonly [number, number], r: number): Ball => {
    // Stiff legs keep near the line from joint to sole.
    const straight = (end[0] * down) / end[1];
    return [x, joint[1] + down * long, joint[2] + (straight + (forward - straight) * plan.bend) * long, r];
  };
  const bend = at(middle, limb * thick.third);
  const paw = at(end, limb * thick.paw);
  const toes = (pose.toes * Math.PI) / 180;
  const toe = limb * (hoof ? 1 : thick.toe);
  return [
    joint,
    at(first, second),
    bend,
    [x, bend[1] + (paw[1] - bend[1]) * 0.72, bend[2] + (paw[2] - bend[2]) * 0.72, limb * thick.pastern],
    paw,
    [x, Math.min(ground - toe, paw[1] + foot * steady.sin(toes) + limb * 0.2), paw[2] + foot * steady.cos(toes), toe],
  ];
}

function foreleg(plan: BodyPlan, side: number, chest: Ball, pose: LegPose, ground: number): Chain {
  const x = side * plan.apart;
  const joint: Ball = [x * 0.7, chest[1] + chest[3] * 0.1, chest[2] + chest[3] * 0.26, chest[3] * 0.5];
  return limbOf(plan, joint, plan.limb * 1.75, pose, ground, x);
}

function hindleg(plan: BodyPlan, side: number, rump: Ball, pose: LegPose, ground: number): Chain {
  const x = side * plan.apart;
  const joint: Ball = [x * 0.7, rump[1] + rump[3] * 0.12, rump[2] + 0.02, plan.thigh];
  return limbOf(plan, joint, plan.thigh * 0.56, pose, ground, x);
}

/** A hind leg folded under the haunch, its foot flat on the ground. */
function foldedLeg(plan: BodyPlan, side: number, hip: Ball, ground: number, reach: number): Chain {
  const x = side * plan.apart * 1.25;
  const y = ground - plan.limb;
  return [
    [x * 0.85, hip[1], hip[2], hip[3]],
    [x, Math.min(y - hip[3] * 0.5, hip[1] - 0.04), hip[2] + hip[3] * 0.72, hip[3] * 0.6],
    [x, y - plan.limb * 0.2, hip[2] - 0.02, plan.limb * 1.05],
    [x, y, hip[2] + reach * 0.5, plan.limb * 1.02],
    [x, y, hip[2] + reach, plan.limb],
    [x, y + plan.limb * 0.14, hip[2] + reach + plan.foot * 0.7, plan.limb * 0.84],
  ];
}

/** Back and belly: the ribs as deep as the chest, the loin drawn up to the back, which `arch` bends outwards. */
function trunkOf(plan: BodyPlan, chest: Ball, rump: Ball, arch: number): Chain {
  const [dy, dz] = [rump[1] - chest[1], rump[2] - chest[2]];
  const long = Math.hypot(dy, dz) || 1;
  const along = (t: number, r: number, out: number): Ball => {
    const over = chest[3] + (rump[3] - chest[3]) * t - r + out;
    return [0, chest[1] + dy * t + (dz / long) * over, chest[2] + dz * t - (dy / long) * over, r];
  };
  const ribs = Math.max(plan.waist, plan.chest * 0.94);
  return [
    chest,
    along(0.34, plan.folded ? (plan.chest + plan.waist) / 2 : ribs, arch * 0.6),
    along(0.7, plan.waist, arch),
    rump,
  ];
}

/** On four legs, at rest or in a step in which the far legs and the near ones go crosswise. */
function onPaws({ plan, ground, near, droop }: StanceFor, way: "stand" | "walk"): Stance {
  const chest: Ball = [0, plan.above, -plan.ahead, plan.chest];
  const rump: Ball = [0, plan.above - plan.chest + plan.rump + 0.05, -plan.ahead - plan.length, plan.rump];
  const stands = way === "stand";
  return {
    chest,
    rump,
    trunk: trunkOf(plan, chest, rump, 0.03),
    near: {
      fore: foreleg(plan, near, chest, stands ? foreLegs.post : foreLegs.push, ground),
      hind: hindleg(plan, near, rump, stands ? hindLegs.post : hindLegs.reach, ground),
    },
    far: {
      fore: foreleg(plan, -near, chest, stands ? foreLegs.postFar : foreLegs.lift, ground),
      hind: hindleg(plan, -near, rump, stands ? hindLegs.postFar : hindLegs.push, ground),
    },
    tail: tailOf(plan, rump, { droop, ground, near, way: "hang" }),
  };
}

/** Over the ground with one leg of each pair stretched out and the other gathered under the body. */
function gallop({ plan, ground, near }: StanceFor): Stance {
  const chest: Ball = [0, plan.above * 0.82, -plan.ahead * 1.05, plan.chest];
  const rump: Ball = [0, plan.above * 0.84, chest[2] - plan.length * 1.06, plan.rump];
  return {
    chest,
    rump,
    trunk: trunkOf(plan, chest, rump, -0.01),
    near: {
      fore: foreleg(plan, near, chest, foreLegs.fly, ground),
      hind: hindleg(plan, near, rump, hindLegs.fly, ground),
    },
    far: {
      fore: foreleg(plan, -near, chest, foreLegs.tuck, ground),
      hind: hindleg(plan, -near, rump, hindLegs.swing, ground),
    },
    tail: tailOf(plan, rump, { droop: 0, ground, near, way: "stream" }),
  };
}

/** The leap of those who hop: hind feet thrown back, forepaws reaching. */
function bound({ plan, ground, near }: StanceFor): Stance {
  const chest: Ball = [0, plan.above * 0.8, -plan.ahead, plan.chest];
  const rump: Ball = [0, plan.above * 0.8, chest[2] - plan.length * 1.2, plan.rump * 0.9];
  return {
    chest,
    rump,
    trunk: trunkOf(plan, chest, rump, 0.05),
    near: {
      fore: foreleg(plan, near, chest, foreLegs.flyFar, ground),
      hind: hindleg(plan, near, rump, hindLegs.flyFar, ground),
    },
    far: {
      fore: foreleg(plan, -near, chest, foreLegs.fly, ground),
      hind: hindleg(plan, -near, rump, hindLegs.fly, ground),
    },
    tail: tailOf(plan, rump, { droop: 0, ground, near, way: "stream" }),
  };
}

/**
 * On the haunches, forelegs straight under the chest; `slope` 0 lies along the ground, 1 sits bolt upright. Who `begs`
 * lifts a forepaw.
 */
function haunches({ plan, ground, near, droop }: StanceFor, slope: number, begs = false): Stance {
  const back = plan.length * (0.95 - 0.42 * slope);
  const chest: Ball = [
    0,
    Math.min(plan.above * 1.02, ground - plan.chest * 1.3),
    -plan.ahead * (1 - 0.42 * slope),
    plan.chest,
  ];
  const rump: Ball = [0, ground - plan.rump * 1.02, chest[2] - back, plan.rump * 1.04];
  const thigh = plan.thigh * (plan.folded ? 1 : 1.22);
  const hip: Ball = [0, ground - thigh * 1.02, rump[2] + 0.14, thigh];
  const reach = plan.folded ? 0.34 : 0.62;
  return {
    chest,
    rump,
    trunk: trunkOf(plan, chest, rump, plan.folded ? 0.02 : 0.04),
    near: {
      fore: foreleg(plan, near * 0.86, chest, begs ? foreLegs.beg : foreLegs.post, ground),
      hind: foldedLeg(plan, near, hip, ground, reach),
    },
    far: {
      fore: foreleg(plan, -near * 0.86, chest, foreLegs.postFar, ground),
      hind: foldedLeg(plan, -near, hip, ground, reach + 0.06),
    },
    tail: tailOf(plan, rump, { droop, ground, near, way: plan.tail === "thin" ? "wrap" : "ground" }),
  };
}

/** Belly to the ground and forelegs stretched out: in hiding, asleep or worse; `sunk` is how flat the flesh lies. */
function low({ plan, ground, near, droop }: StanceFor, sunk: number): Stance {
  const chest: Ball = [0, ground - plan.chest * (1.02 - sunk), -plan.ahead * 0.85, plan.chest];
  const rump: Ball = [0, ground - plan.rump * (1.1 - sunk), chest[2] - plan.length * 0.88, plan.rump];
  const hip: Ball = [0, ground - plan.thigh * 0.98, rump[2] + 0.08, plan.thigh];
  const legs = (side: number, k: number): Legs => {
    const x = side * plan.apart;
    const y = ground - plan.limb;
    return {
      fore: [
        [x * 0.8, chest[1] + chest[3] * 0.1, chest[2], plan.chest * 0.5],
        [x * 1.1, y - plan.limb * 0.5, chest[2] - 0.1, plan.limb * 1.6],
        [x, y, chest[2] + 0.4 + 0.14 * k, plan.limb],
        [x, y, chest[2] + 0.56 + 0.14 * k, plan.limb * 0.86],
        [x, y - plan.limb * 0.1, chest[2] + 0.7 + 0.14 * k, plan.limb * 1.08],
        [x, y + plan.limb * 0.1, chest[2] + 0.7 + plan.foot * 0.7 + 0.14 * k, plan.limb * 0.84],
      ],
      hind: foldedLeg(plan, side, hip, ground, 0.4 + 0.1 * k),
    };
  };
  return {
    chest,
    rump,
    trunk: trunkOf(plan, chest, rump, 0.02),
    near: legs(near, 0),
    far: legs(-near, 1),
    tail: tailOf(plan, rump, { droop: Math.max(0.6, droop), ground, near, way: "ground" }),
  };
}

/** On the side, seen a little from above: the back away from the reader, the forelegs stretched out before the breast, the hind ones behind: legs under the belly would leap. */
function onSide({ plan, ground, near, droop }: StanceFor): Stance {
  const chest: Ball = [0, ground - plan.chest * 1.04, -plan.ahead * 0.85, plan.chest];
  const rump: Ball = [0, ground - plan.rump * 1.2, chest[2] - plan.length * 0.96, plan.rump];
  const long = Math.min(1.2, plan.length * 0.52);
  const at = (joint: Ball, x: number, forward: number, down: number, r: number): Ball => [
    x,
    joint[1] + down * long,
    joint[2] + forward * long,
    r,
  ];
  const legs = (side: number, k: number): Legs => {
    const x = side * plan.apart * 0.5;
    const { limb } = plan;
    const shoulder: Ball = [x, chest[1] + chest[3] * 0.3, chest[2] + chest[3] * 0.1, chest[3] * 0.5];
    const hip: Ball = [x, rump[1] + rump[3] * 0.1, rump[2] + 0.04, plan.thigh];
    const ahead = 0.2 * k;
    return {
      fore: [
        shoulder,
        at(shoulder, x, 0.22 + ahead, 0.26, limb * 1.7),
        at(shoulder, x, 0.66 + ahead, 0.4 - 0.06 * k, limb * 1.04),
        at(shoulder, x, 0.86 + ahead, 0.44 - 0.08 * k, limb * 0.86),
        at(shoulder, x, 0.96 + ahead, 0.45 - 0.09 * k, limb),
        at(shoulder, x, 1.14 + ahead, 0.5 - 0.1 * k, limb * 0.84),
      ],
      hind: [
        hip,
        at(hip, x, 0.3 + ahead, 0.34, plan.thigh * 0.52),
        at(hip, x, -0.12 + ahead, 0.5 - 0.05 * k, limb * 1.1),
        at(hip, x, -0.34 + ahead, 0.54 - 0.06 * k, limb * 0.9),
        at(hip, x, -0.44 + ahead, 0.56 - 0.07 * k, limb),
        at(hip, x, -0.6 + ahead, 0.62 - 0.08 * k, limb * 0.84),
      ],
    };
  };
  return {
    chest,
    rump,
    trunk: trunkOf(plan, chest, rump, 0.02),
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
  const legs = (side: number, k: number): Legs => {
    const x = side * plan.apart * 1.1;
    const shoulder = chest[1] + chest[3] * 0.1;
    return {
      fore: [
        [x * 0.9, shoulder, chest[2] + 0.06, plan.chest * 0.5],
        // Elbows out, paws in: from before the forearms are seen to come from the sides.
        [x * 2.1, shoulder + 0.34, chest[2] + 0.2, plan.limb * 1.3],
        [x * 1.1, shoulder + 0.2 - 0.1 * k, chest[2] + 0.56, plan.limb],
        [x * 0.95, shoulder + 0.22 - 0.1 * k, chest[2] + 0.64, plan.limb * 0.9],
        [x * 0.85, shoulder + 0.26 - 0.1 * k, chest[2] + 0.72, plan.limb * 1.1],
        [x * 0.8, shoulder + 0.36 - 0.1 * k, chest[2] + 0.78, plan.limb * 0.84],
      ],
      hind: hindleg(plan, side, rump, k === 0 ? hindLegs.postFar : hindLegs.reach, ground),
    };
  };
  return {
    chest,
    rump,
    trunk: trunkOf(plan, chest, rump, 0.02),
    near: legs(near, 0),
    far: legs(-near, 1),
    tail: tailOf(plan, rump, { droop: Math.max(0.4, droop), ground, near, way: "hang" }),
  };
}

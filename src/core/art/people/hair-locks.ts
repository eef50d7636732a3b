import { type Random, randomFrom } from "../../geometry/random.ts";
import type { HairCut } from "./hair-cuts.ts";
import { type Skull, alongScalp, hairline, onScalp } from "./skull.ts";
import { type Vec, clamp, lerp } from "./space.ts";

/** A flat lock of hair in head sizes: its two edges from root to tip. */
export interface Lock {
  left: Vec[];
  right: Vec[];
  /** Where it grows: degrees from the front. */
  degrees: number;
  part: "fringe" | "side" | "back" | "top";
}

interface LockPlan {
  /** Direction at the root and at the edge of the scalp. */
  from: number;
  to: number;
  /** Share of the way from the crown to the edge where it roots. */
  root: number;
  edge: number;
  tip: number;
  lift: number;
  half: number;
  flare: number;
  sway: number;
  wave: number;
  spike: number;
  part: Lock["part"];
}

/** One lock: over the skull to the edge of the scalp, then free to the height of its tip. */
function growLock(skull: Skull, plan: LockPlan, random: Random): Lock {
  const spine: { point: Vec; degrees: number }[] = [];
  const onHead = 4;
  for (let k = 0; k < onHead; k++) {
    const share = lerp(plan.root, 1, k / (onHead - 1));
    const degrees = lerp(plan.from, plan.to, ((share - plan.root) / (1 - plan.root || 1)) ** 0.75);
    const lift = plan.lift * (0.55 + 0.45 * Math.sin(Math.PI * (0.25 + 0.6 * share)));
    spine.push({ point: onScalp(skull, degrees, alongScalp(share, plan.edge), lift), degrees });
  }
  const edge = spine.at(-1);
  const fall = plan.tip - plan.edge;
  if (edge && fall > 0.01) {
    const angle = (plan.to * Math.PI) / 180;
    const phase = random() * 2;
    const pieces = fall > 0.5 ? 6 : 3;
    for (let k = 1; k <= pieces; k++) {
      const t = k / pieces;
      const wave = plan.wave * Math.sin(phase + t * fall * 7.5) * Math.min(1, t * 2);
      const out = plan.flare * t * t + wave;
      spine.push({
        point: {
          x: edge.point.x + Math.sin(angle) * out + Math.cos(angle) * plan.sway * t,
          y: plan.edge + (edge.point.y - plan.edge) * (1 - t) + fall * t,
          z: edge.point.z + Math.cos(angle) * out - Math.sin(angle) * plan.sway * t,
        },
        degrees: plan.to,
      });
    }
  }
  if (plan.spike > 0) raiseTip(spine, plan.spike);
  return widen(spine, plan);
}

/** Tips that stand off the head: away from its middle, more towards the end. */
function raiseTip(spine: { point: Vec }[], spike: number): void {
  spine.forEach((step, i) => {
    const t = i / (spine.length - 1);
    const { x, y, z } = step.point;
    const length = Math.hypot(x, y + 0.05, z) || 1;
    const out = (spike * t ** 1.6) / length;
    const rise = (y < -0.3 ? 0.9 : y < -0.1 ? 0.5 : 0.05) * spike * t;
    step.point = { x: x + x * out, y: Math.max(-0.74, y + (y + 0.05) * out - rise), z: z + z * out };
  });
}

/** Gives a line on the head its width: across the line, flat on the head. */
function widen(spine: { point: Vec; degrees: number }[], plan: Pick<LockPlan, "half" | "to" | "part">): Lock {
  const left: Vec[] = [];
  const right: Vec[] = [];
  spine.forEach(({ point, degrees }, i) => {
    const t = i / (spine.length - 1);
    const belly = t < 0.55 ? lerp(0.7, 1, t / 0.55) : ((1 - t) / 0.45) ** 0.72;
    const half = plan.half * belly;
    const side = plan.part === "top" ? across(spine, i) : roundTheHead(degrees);
    left.push({ x: point.x - side.x * half, y: point.y - side.y * half, z: point.z - side.z * half });
    right.push({ x: point.x + side.x * half, y: point.y + side.y * half, z: point.z + side.z * half });
  });
  return { left, right, degrees: plan.to, part: plan.part };
}

function roundTheHead(degrees: number): Vec {
  const angle = (degrees * Math.PI) / 180;
  return { x: Math.cos(angle), y: 0, z: -Math.sin(angle) };
}

/** At right angles to the line and to the direction away from the head. */
function across(spine: { point: Vec }[], i: number): Vec {
  const [a, b] = [spine[Math.max(0, i - 1)]?.point, spine[Math.min(spine.length - 1, i + 1)]?.point];
  const here = spine[i]?.point;
  if (!a || !b || !here) return { x: 1, y: 0, z: 0 };
  const t = { x: b.x - a.x, y: b.y - a.y, z: b.z - a.z };
  const n = { x: here.x, y: here.y + 0.1, z: here.z };
  const side = { x: t.y * n.z - t.z * n.y, y: t.z * n.x - t.x * n.z, z: t.x * n.y - t.y * n.x };
  const length = Math.hypot(side.x, side.y, side.z) || 1;
  return { x: side.x / length, y: side.y / length, z: side.z / length };
}

/** All locks of a cut, the same for the same seed. */
export function growLocks(skull: Skull, cut: HairCut, seed: number): Lock[] {
  const random = randomFrom(seed ^ 0x68616972);
  return [
    ...backLocks(skull, cut, random),
    ...sideLocks(skull, cut, random),
    ...topLocks(skull, cut, random),
    ...fringeLocks(skull, cut, random),
  ];
}

function backLocks(skull: Skull, cut: HairCut, random: Random): Lock[] {
  const locks: Lock[] = [];
  const isLong = cut.backTo > 0.3;
  for (let degrees = 104; degrees <= 256; degrees += 13) {
    const to = degrees + random.between(-5, 5);
    const middle = 1 - Math.abs(degrees - 180) / 80;
    const edge = isLong ? 0.02 : Math.min(cut.backTo - 0.02, hairline(to) - 0.01);
    locks.push(
      growLock(
        skull,
        {
          from: degrees,
          to,
          root: 0.32,
          edge,
          tip:
            cut.backTo -
            (isLong ? 0.05 : 0.1) * (1 - middle) +
            (isLong ? random.between(-0.1, 0.05) * Math.min(1, cut.backTo) : random.between(-0.02, 0.05)),
          lift: cut.volume + 0.01 * middle,
          half: cut.lock * 1.25,
          flare: cut.flare * (isLong ? 1 : 0.6),
          sway: isLong ? -Math.sin((to * Math.PI) / 180) * 0.02 : random.between(-0.02, 0.02),
          wave: cut.wave,
          spike: cut.spike > 0.05 ? cut.spike * random.between(0.6, 1.1) : 0,
          part: "back",
        },
        random,
      ),
    );
  }
  return locks;
}

function sideLocks(skull: Skull, cut: HairCut, random: Random): Lock[] {
  const locks: Lock[] = [];
  const covered = cut.ears === "covered" || cut.sideTo > 0.4;
  const angles = covered ? [58, 72, 86, 99] : [62, 74, 100];
  for (const side of [-1, 1])
    for (const angle of angles) {
      const to = side * (angle + random.between(-3, 3));
      const edge = covered ? hairline(Math.min(80, angle), cut.high) - 0.12 : hairline(to, cut.high) - 0.05;
      const tip = covered
        ? cut.sideTo * (angle < 64 ? 0.8 : 1) + random.between(-0.05, 0.05)
        : Math.min(cut.sideTo, hairline(to) + 0.04);
      locks.push(
        growLock(
          skull,
          {
            from: lerp(cut.part, to, 0.55),
            to,
            root: 0.3,
            edge,
            tip,
            lift: cut.volume * 0.85 + (covered ? 0.02 : 0),
            half: cut.lock * (covered ? 0.9 : 0.62),
            flare: cut.flare * (covered ? 1 : 0.4),
            sway: side * (covered ? -0.02 : 0.01),
            wave: cut.wave,
            spike: cut.spike > 0.05 ? cut.spike * random.between(0.5, 1) : 0,
            part: "side",
          },
          random,
        ),
      );
    }
  return locks;
}

/** Ends that break the outline of the crown of a wild head. */
function topLocks(skull: Skull, cut: HairCut, random: Random): Lock[] {
  if (cut.spike < 0.07) return [];
  const locks: Lock[] = [];
  const count = 17;
  for (let i = 0; i < count; i++) {
    const to = -180 + (i / count) * 360 + random.between(-9, 9);
    const edge = random.between(-0.4, -0.14);
    locks.push(
      growLock(
        skull,
        {
          from: to + random.between(-26, 26),
          to,
          root: 0.4,
          edge: Math.min(edge, hairline(to, cut.high) - 0.04),
          tip: -1,
          lift: cut.volume,
          half: cut.lock,
          flare: 0,
          sway: 0,
          wave: 0,
          spike: cut.spike * random.between(0.7, 1.15),
          part: "top",
        },
        random,
      ),
    );
  }
  return locks;
}

function fringeLocks(skull: Skull, cut: HairCut, random: Random): Lock[] {
  if (cut.fringe === "none") return [];
  const plans: { to: number; from: number; tip: number; sway: number; half: number }[] = [];
  const spread = { swept: 62, straight: 52, spiky: 58, curtain: 60, side: 58, short: 56, none: 0 }[cut.fringe];
  const count = cut.fringe === "straight" || cut.fringe === "short" ? 9 : 7;
  for (let i = 0; i < count; i++) {
    const to = -spread + (2 * spread * i) / (count - 1) + random.between(-3, 3);
    const away = Math.sign(to - cut.part) || 1;
    const edgeShare = Math.abs(to) / spread;
    const jitter = random.between(-0.03, 0.03);
    switch (cut.fringe) {
      case "straight":
        plans.push({
          to,
          from: to * 0.7,
          tip: cut.fringeTo + jitter * 0.5 + edgeShare * edgeShare * 0.06,
          sway: random.between(-0.015, 0.015),
          half: 1.3,
        });
        break;
      case "spiky":
        plans.push({
          to,
          from: lerp(cut.part, to, 0.4),
          tip: cut.fringeTo + jitter * 2 - (i % 2) * 0.07 + edgeShare * 0.06,
          sway: away * random.between(0.02, 0.08),
          half: 1,
        });
        break;
      case "curtain":
        plans.push({
          to: to + away * 8,
          from: cut.part,
          tip: cut.fringeTo - (1 - Math.min(1, Math.abs(to - cut.part) / spread)) * 0.2 + jitter,
          sway: away * 0.12,
          half: 1.05,
        });
        break;
      case "side": {
        const long = to > cut.part === cut.part < 0;
        plans.push({
          to: to + away * 6,
          from: cut.part,
          tip: (long ? cut.fringeTo : cut.fringeTo - 0.09) + jitter - (1 - edgeShare) * 0.03,
          sway: away * (long ? 0.14 : 0.07),
          half: 1.05,
        });
        break;
      }
      case "short":
        plans.push({
          to,
          from: to * 0.8,
          tip: hairline(to, cut.high) + 0.05 + jitter,
          sway: random.between(-0.02, 0.02),
          half: 0.9,
        });
        break;
      case "swept":
        break;
    }
  }
  if (cut.fringe === "swept") return sweptLocks(skull, cut, random);
  return plans.map(({ to, from, tip, sway, half }) => {
    const edge = hairline(to, cut.high) - 0.02;
    return growLock(
      skull,
      {
        from: clamp(from, -90, 90),
        to,
        root: 0.26,
        edge,
        tip: Math.max(edge + 0.02, tip),
        lift: cut.volume + 0.012,
        half: cut.lock * half * 0.95,
        flare: 0.015,
        sway,
        wave: 0,
        spike: cut.spike > 0.05 ? cut.spike * 0.35 : 0,
        part: "fringe",
      },
      random,
    );
  });
}

/** Hair combed away from the forehead: locks root on the hairline and run back over the crown. */
function sweptLocks(skull: Skull, cut: HairCut, random: Random): Lock[] {
  const locks: Lock[] = [];
  for (let i = 0; i < 8; i++) {
    const root = -58 + (116 * i) / 7;
    const spine: { point: Vec; degrees: number }[] = [];
    const away = Math.sign(root - cut.part) || 1;
    for (let k = 0; k <= 5; k++) {
      const t = k / 5;
      const degrees = lerp(root, root + away * 26, t);
      const y = alongScalp(1 - t * 0.62, hairline(root, cut.high));
      const lift = 0.012 + cut.volume * Math.sin(Math.PI * Math.min(0.62, t * 0.8 + 0.04)) * 1.15;
      spine.push({ point: onScalp(skull, degrees, y, lift), degrees });
    }
    if (cut.spike > 0.05) raiseTip(spine, cut.spike * random.between(0.15, 0.5));
    locks.push(widen(spine, { half: cut.lock * 0.9, to: root, part: "fringe" }));
  }
  return locks;
}

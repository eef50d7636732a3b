import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { type HairCut, hairEdge } from "./hair-cuts.ts";
import { type Skull, alongScalp, hairline, onScalp } from "./skull.ts";
import { type Vec, clamp, lerp } from "./space.ts";

/** A flat lock of hair in head sizes: its two edges from root to tip. */
export interface Lock {
  left: Vec[];
  right: Vec[];
  /** Where it grows: degrees from the front. */
  degrees: number;
  part: "fringe" | "side" | "back";
  /** Stands off the head. */
  stands: boolean;
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
  /** Share of its length over which it narrows to the tip. */
  taper?: number;
}

/** One lock: over the skull to the edge of the scalp, then free to the height of its tip. */
function growLock(skull: Skull, plan: LockPlan, random: Random): Lock {
  const spine: { point: Vec; degrees: number }[] = [];
  const onHead = 4;
  for (let k = 0; k < onHead; k++) {
    const share = lerp(plan.root, 1, k / (onHead - 1));
    const degrees = lerp(plan.from, plan.to, ((share - plan.root) / (1 - plan.root || 1)) ** 0.75);
    const lift = plan.lift * (0.55 + 0.45 * steady.sin(Math.PI * (0.25 + 0.6 * share)));
    spine.push({ point: onScalp(skull, degrees, alongScalp(share, plan.edge), lift), degrees });
  }
  const edge = spine.at(-1);
  const fall = plan.tip - plan.edge;
  if (edge && fall > 0.01) {
    const angle = (plan.to * Math.PI) / 180;
    const phase = random() * 2;
    const pieces = fall > 0.5 ? 8 : 4;
    for (let k = 1; k <= pieces; k++) {
      const t = k / pieces;
      const wave = plan.wave * steady.sin(phase + t * fall * 7.5) * Math.min(1, t * 2);
      const out = plan.flare * t * t + wave;
      spine.push({
        point: {
          x: edge.point.x + steady.sin(angle) * out + steady.cos(angle) * plan.sway * t,
          y: plan.edge + (edge.point.y - plan.edge) * (1 - t) + fall * t,
          z: edge.point.z + steady.cos(angle) * out - steady.sin(angle) * plan.sway * t,
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
    const rise = (y < -0.3 ? 0.3 : y < -0.1 ? 0.4 : 0.05) * spike * t;
    const high = y + (y + 0.05) * out - rise;
    // A head stays in its box: ends that would leave it bend over.
    step.point = { x: x + x * out, y: high < -0.62 ? -0.62 + (high + 0.62) * 0.45 : high, z: z + z * out };
  });
}

/** Gives a line on the head its width: across the line, flat on the head. */
function widen(
  spine: { point: Vec; degrees: number }[],
  plan: Pick<LockPlan, "half" | "to" | "part"> & { taper?: number; combed?: boolean; spike?: number },
): Lock {
  const left: Vec[] = [];
  const right: Vec[] = [];
  spine.forEach(({ point, degrees }, i) => {
    const t = i / (spine.length - 1);
    const taper = plan.taper ?? 0.45;
    const root = plan.combed ? Math.min(1, 0.25 + t * 4) : 1;
    const belly = root * (t < 1 - taper ? lerp(0.7, 1, t / (1 - taper)) : ((1 - t) / taper) ** 0.72);
    const half = plan.half * belly;
    const side = roundTheHead(degrees);
    left.push({ x: point.x - side.x * half, y: point.y - side.y * half, z: point.z - side.z * half });
    right.push({ x: point.x + side.x * half, y: point.y + side.y * half, z: point.z + side.z * half });
  });
  return { left, right, degrees: plan.to, part: plan.part, stands: (plan.spike ?? 0) > 0 && plan.part !== "fringe" };
}

function roundTheHead(degrees: number): Vec {
  const angle = (degrees * Math.PI) / 180;
  return { x: steady.cos(angle), y: 0, z: -steady.sin(angle) };
}

/** All locks of a cut, the same for the same seed. */
export function growLocks(skull: Skull, cut: HairCut, seed: number): Lock[] {
  const random = randomFrom(seed ^ 0x68616972);
  return [...backLocks(skull, cut, random), ...sideLocks(skull, cut, random), ...fringeLocks(skull, cut, random)];
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
            (isLong ? random.between(-0.035, 0.025) : random.between(-0.01, 0.02)),
          lift: cut.volume + 0.01 * middle,
          half: cut.lock * (isLong ? 1.55 : 1.25),
          ...(isLong ? { taper: 0.16 } : {}),
          flare: cut.flare * (isLong ? 1 : 0.6),
          sway: isLong ? -steady.sin((to * Math.PI) / 180) * 0.02 : random.between(-0.02, 0.02),
          wave: cut.wave,
          spike: cut.spike > 0.05 ? cut.spike * random.between(0.3, 0.6) : 0,
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
  // Hair that hangs leaves the face free from the side: it falls from the temple back over the ear.
  const angles = cut.ears === "behind" ? [100, 108, 116, 124] : covered ? [93, 100, 107, 114, 121] : [66, 100];
  for (const side of [-1, 1])
    for (const angle of angles) {
      const to = side * (angle + random.between(-3, 3));
      const edge = covered ? hairEdge(cut, Math.min(80, angle)) - 0.12 : hairEdge(cut, to) - 0.05;
      const tip = covered
        ? cut.sideTo * (angle < 80 ? 0.93 : 1) + random.between(-0.02, 0.02)
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
            half: cut.lock * (covered ? 1.15 : 0.62),
            ...(covered ? { taper: 0.2 } : {}),
            flare: cut.flare * (covered ? 1 : 0.4),
            sway: side * (covered ? 0.05 : 0.01),
            wave: cut.wave,
            spike: cut.spike > 0.05 ? cut.spike * random.between(0.25, 0.5) : 0,
            part: "side",
          },
          random,
        ),
      );
    }
  return locks;
}

/** Height at which a straight fringe ends at most: a brow that it covers cannot feel. */
const overBrows = -0.19;

function fringeLocks(skull: Skull, cut: HairCut, random: Random): Lock[] {
  if (cut.fringe === "none") return [];
  const plans: { to: number; from: number; tip: number; sway: number; half: number; taper?: number }[] = [];
  const spread = { swept: 62, straight: 52, spiky: 58, curtain: 54, side: 49, short: 56, none: 0 }[cut.fringe];
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
          tip: Math.min(cut.fringeTo, overBrows) + jitter * 0.7 + edgeShare * edgeShare * 0.04,
          sway: random.between(-0.03, 0.03),
          // Broad and blunt: points in a row would be a saw.
          half: 1.7,
          taper: 0.14,
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
          tip: hairEdge(cut, to) + 0.05 + jitter * 0.7,
          sway: random.between(-0.02, 0.02),
          // Broad and blunt they overlap; narrow points in a row would be a saw.
          half: 1.5,
          taper: 0.26,
        });
        break;
      case "swept":
        break;
    }
  }
  if (cut.fringe === "swept") return sweptLocks(skull, cut, random);
  return plans.map(({ to, from, tip, sway, half, taper }) => {
    const edge = hairEdge(cut, to) - 0.02;
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
        ...(taper === undefined ? {} : { taper }),
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
      const y = alongScalp(1 - t * 0.62, hairEdge(cut, root));
      const front = cut.quiff * Math.max(0, steady.cos((degrees * Math.PI) / 180)) ** 2;
      const lift = 0.012 + (cut.volume + front) * steady.sin(Math.PI * Math.min(0.62, t * 0.8 + 0.04)) * 1.15;
      spine.push({ point: onScalp(skull, degrees, y, lift), degrees });
    }
    if (cut.spike > 0.05) raiseTip(spine, cut.spike * random.between(0.15, 0.5));
    locks.push(widen(spine, { half: cut.lock * 0.9, to: root, part: "fringe", combed: true }));
  }
  return locks;
}

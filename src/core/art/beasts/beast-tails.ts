import * as steady from "../../geometry/steady-math.ts";
import type { BodyPlan } from "./beast-bodies-data.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";

/** How a tail is carried. */
interface TailCarriage {
  /** 0 is held high, 1 hangs. */
  droop: number;
  ground: number;
  near: 1 | -1;
  /** Hanging behind, streaming in a run, round the feet of who sits, or along the ground. */
  way: "hang" | "stream" | "wrap" | "ground";
}

/** Half widths along a tail from root to tip, and its length in head sizes. */
const forms = {
  brush: { length: 1.85, widths: [0.13, 0.22, 0.32, 0.34, 0.24, 0.03] },
  bush: { length: 1.25, widths: [0.12, 0.17, 0.21, 0.21, 0.15, 0.02] },
  tuft: { length: 1.5, widths: [0.07, 0.06, 0.05, 0.05, 0.1, 0.02] },
  thin: { length: 1.7, widths: [0.1, 0.1, 0.1, 0.1, 0.1, 0.075] },
  whip: { length: 1.9, widths: [0.07, 0.05, 0.04, 0.032, 0.025, 0.015] },
  scut: { length: 0.22, widths: [0.16, 0.19, 0.2, 0.2, 0.19, 0.17] },
  curl: { length: 0.5, widths: [0.06, 0.055, 0.05, 0.045, 0.04, 0.03] },
  hair: { length: 1.9, widths: [0.1, 0.17, 0.22, 0.23, 0.18, 0.02] },
} as const;

/** The tail of a four-legged beast in the frame of its body; empty where there is none. */
export function tailOf(plan: BodyPlan, rump: Ball, how: TailCarriage): Chain {
  if (plan.tail === "none") return [];
  const { length, widths } = forms[plan.tail];
  const top: readonly [number, number, number] = [0, rump[1] - rump[3] * 0.5, rump[2] - rump[3] * 0.66];
  const last = widths.length - 1;
  const least =
    plan.tail === "hair"
      ? 0.92
      : plan.tail === "brush"
        ? 0.62
        : plan.tail === "tuft"
          ? 0.9
          : plan.tail === "bush"
            ? 0.3
            : 0;
  const carried = how.way === "hang" ? { ...how, droop: Math.max(least, how.droop) } : how;
  return widths.map((r, i): Ball => {
    const t = i / last;
    const [x, y, z] = plan.tail === "curl" ? coil(top, t) : along(top, t, length, carried, rump, Math.max(...widths));
    return [x, Math.min(y, how.ground - r * 0.9), z, r];
  });
}

type Place = readonly [number, number, number];

function along([x, y, z]: Place, t: number, length: number, how: TailCarriage, rump: Ball, thick: number): Place {
  const d = t * length;
  switch (how.way) {
    case "stream":
      return [x, y - 0.06 * steady.sin(t * 3) - 0.1 * d, z - d];
    case "wrap": {
      // Out behind, then round the near side; a thick brush stays beside the haunch, so that the forelegs are seen.
      const a = Math.min(1, t * 1.35) * Math.PI * (thick > 0.25 ? 0.6 : 0.92);
      const wide = rump[3] + thick * 0.75;
      if (length < 0.6) return [x, y + 0.2, z - d];
      return [how.near * wide * steady.sin(a) * 1.1, how.ground, rump[2] - wide * steady.cos(a) * 1.05];
    }
    case "ground":
      // A long tail sinks to the ground and lies there in a bend; a short one stays where it grows.
      if (length < 0.6) return [x, y + 0.2, z - d];
      return [
        x + how.near * 0.4 * steady.sin(t * 2.4),
        y + (how.ground - y) * (1 - (1 - Math.min(1, t * 1.7)) ** 2),
        z - d * 0.9,
      ];
    default: {
      // Carried in a curve: raised by joy, sunk by fear.
      const fall = 0.15 + 0.95 * how.droop;
      const bend = how.droop < 0.15 ? -0.55 * t : 0.28 * (1 - t);
      return [x, y + d * (fall * 0.62 + bend * 0.5), z - d * (1 - 0.45 * how.droop)];
    }
  }
}

/** The ring of a pig's tail. */
function coil([x, y, z]: Place, t: number): Place {
  const a = t * 2.2 * Math.PI;
  return [
    x + 0.1 * steady.sin(a),
    y - 0.02 + 0.12 * steady.sin(a),
    z - 0.12 - 0.14 * t - 0.1 * (1 - steady.cos(a)) * 0.5,
  ];
}

import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { ModelSheet } from "../artist.ts";
import { linePath } from "../ink.ts";
import { type Nib, brush, flick, tail } from "./brush.ts";
import type { Cloth } from "./cloth.ts";
import {
  type Place,
  dense,
  eased,
  facingParts,
  facingRuns,
  foreshortened,
  halfView,
  ribbon,
  uprightAt,
} from "./facing-cloth.ts";
import type { Mantle } from "./mantles.ts";
import type { Measures } from "./measures.ts";
import type { Skeleton } from "./skeleton.ts";
import { isStriding } from "./skirts.ts";
import { type Vec, mix } from "./space.ts";
import type { Torso } from "./torso.ts";

/** What a costume draws on the trunk, held inside it, and over it: collars, belts and what hangs from them. */
export interface Front {
  front: string;
  collar: string;
  /** A cape under the collar, over the arms. */
  mantle?: Mantle;
}

/** What a costume is drawn with. */
export interface CostumeView {
  sheet: ModelSheet;
  body: Skeleton;
  torso: Torso;
  m: Measures;
  nib: Nib;
  size: number;
  main: Cloth;
  second: Cloth;
  skin: string;
  prefix: string;
  /** Few lines only. */
  small: boolean;
  /** A line on the trunk; the parts out of sight are left out. */
  seam(places: readonly Place[], width: number, ink?: string, grow?: number): string;
  /** A piece of cloth on the trunk, cut off where the trunk turns out of sight. */
  patch(places: readonly Place[], fill: string, width: number, grow?: number, ink?: string): string;
  /** A strip of even width along a line on the trunk; half its width in head sizes. */
  strip(places: readonly Place[], half: number, fill: string, width: number, ink?: string, grow?: number): string;
  /** A button. */
  button(place: Place, radius: number, fill: string, ink?: string): string;
  /** Places round the visible side of the trunk at one height; what is nearest hangs lower by `droop`. */
  ring(y: number, droop?: number): Place[];
  /** A band round the trunk between two heights: collars, belts, sashes. */
  band(from: number, to: number, fill: string, look?: BandLook): string;
}

export interface BandLook {
  grow?: number;
  ink?: string;
  droop?: number;
  width?: number;
}

export function costumeView(
  base: Omit<CostumeView, "seam" | "patch" | "strip" | "button" | "ring" | "band">,
): CostumeView {
  const { torso, nib, body } = base;
  const ring = (y: number, droop = 0): Place[] =>
    [-halfView, -66, -44, -22, 0, 22, 44, 66, halfView].map((d) => [
      d - body.yaw,
      y + droop * steady.cos((d * Math.PI) / 180),
    ]);
  const patch: CostumeView["patch"] = (places, fill, width, grow = 0.012, ink = "#000") => {
    const stroke = `stroke="${ink}" stroke-width="${width.toFixed(2)}" stroke-linejoin="round"`;
    return facingParts(places, body.yaw)
      .map(({ part, open }) => {
        const path = (line: readonly Place[], closed: boolean): string =>
          linePath(
            dense(line, closed).map(([d, y]) => torso.at(d, y, grow)),
            closed,
          );
        if (width === 0) return `<path d="${path(part, true)}" fill="${fill}"/>`;
        if (open === null) return `<path d="${path(part, true)}" fill="${fill}" ${stroke}/>`;
        return `<path d="${path(part, true)}" fill="${fill}"/><path d="${path(open, false)}" fill="none" ${stroke}/>`;
      })
      .join("");
  };
  return {
    ...base,
    ring,
    patch,
    seam(places, width, ink = "#000", grow = 0.01) {
      return facingRuns(places, body.yaw)
        .map((run) => run.map(([d, y]) => torso.at(d, y, grow)))
        .map((points) => brush(points, width, { swellTo: 0.2, thinFrom: 0.8, tip: 0.35 }, ink))
        .join("");
    },
    strip(places, half, fill, width, ink = "#000", grow = 0.02) {
      return facingRuns(places, body.yaw)
        .map((run) => {
          const points = dense(run, false);
          const line = eased(eased(points.map(([d, y]) => torso.at(d, y, grow))));
          const path = ribbon(line, (i) => half * base.size * foreshortened(points[i], body.yaw, uprightAt(line, i)));
          return `<path d="${path}" fill="${fill}" stroke="${ink}" stroke-width="${width.toFixed(2)}" stroke-linejoin="round"/>`;
        })
        .join("");
    },
    button([degrees, y], radius, fill, ink = "#000") {
      const facing = steady.cos(((degrees + body.yaw) * Math.PI) / 180);
      if (facing < 0.3) return "";
      const spot = torso.at(degrees, y, 0.02);
      const r = radius * base.size;
      return `<ellipse cx="${spot.x.toFixed(2)}" cy="${spot.y.toFixed(2)}" rx="${(r * Math.max(0.35, facing)).toFixed(2)}" ry="${r.toFixed(2)}" fill="${fill}" stroke="${ink}" stroke-width="${nib.fine.toFixed(2)}"/>`;
    },
    band(from, to, fill, { grow = 0.03, ink = "#000", droop = 0.04, width = nib.line } = {}) {
      return patch([...ring(from, droop), ...ring(to, droop).toReversed()], fill, width, grow, ink);
    },
  };
}

/** Of the folds of a body those that begin in the armpit: they are heavy where the cloth is held. */
const pulled = 4;

/** Soft folds of a cloth round the waist and under the arms. */
export function bodyFolds(v: CostumeView, cloth: Cloth): string {
  if (v.small) return "";
  const { m } = v;
  const w = v.nib.fine * 1.5;
  const lines: Place[][] = [
    [
      [62, m.chest - 0.14],
      [46, m.chest + 0.08],
      [34, m.chest + 0.16],
    ],
    [
      [-62, m.chest - 0.14],
      [-46, m.chest + 0.08],
      [-34, m.chest + 0.16],
    ],
    [
      [66, m.chest - 0.02],
      [54, m.chest + 0.2],
      [46, m.chest + 0.4],
    ],
    [
      [-66, m.chest - 0.02],
      [-54, m.chest + 0.2],
      [-46, m.chest + 0.4],
    ],
    [
      [70, m.waist - 0.14],
      [48, m.waist - 0.02],
      [26, m.waist - 0.06],
    ],
    [
      [-70, m.waist - 0.1],
      [-50, m.waist + 0.04],
      [-30, m.waist + 0.02],
    ],
    [
      [66, m.waist + 0.08],
      [44, m.waist + 0.2],
    ],
    [
      [150, m.chest],
      [165, m.waist - 0.2],
    ],
    [
      [-150, m.chest],
      [-165, m.waist - 0.2],
    ],
  ];
  return lines
    .map((line) => line.filter(([d]) => v.torso.seen(d)).map(([d, y]) => v.torso.at(d, y, 0.01)))
    .map((line, i) =>
      line.length < 2 ? "" : i < pulled ? tail(line, v.nib.bold, cloth.fold) : flick(line, w, cloth.fold),
    )
    .join("");
}

/**
 * The free edge of a coat or robe below the waist, from its place on the waist down the front of the legs. `to` as in SkirtPlan:
 * 0 the knee, 1 the ankle. `aside` moves its foot, head sizes to the right of an unturned body.
 */
export function frontEdge(v: CostumeView, from: Place, to: number, aside: number, ink: string): string {
  // In a stride the cloth flies, and its edge is lost among the folds.
  const line = isStriding(v.body) ? [] : frontLine(v, from, to, aside);
  return line.length < 2 ? "" : brush(line, v.nib.line, { swellTo: 0.1, thinFrom: 0.9, tip: 0.5 }, ink);
}

/** The points of that edge on the page; none where the front is out of sight. */
export function frontLine(v: CostumeView, from: Place, to: number, aside: number): Point[] {
  const { body, m, torso } = v;
  if (steady.cos(((from[0] + body.yaw) * Math.PI) / 180) < 0.1) return [];
  const [a, b] = body.legs;
  const middle = (p: Vec, q: Vec, out: number, front: number): Vec => {
    const centre = mix(p, q, 0.5);
    return { x: centre.x + out, y: centre.y, z: Math.max(p.z, q.z, centre.z) + front };
  };
  const knee = middle(a.knee, b.knee, aside * 0.8, m.legThick + 0.12);
  const ankle = middle(a.ankle, b.ankle, aside, m.legThick + 0.1);
  return [
    torso.at(from[0], from[1], 0.02),
    torso.at(from[0], (from[1] + m.hip) / 2, 0.05),
    body.see({ ...mix({ ...body.axis(m.hip), z: body.axis(m.hip).z + m.hipDeep + 0.06 }, knee, 0.25) }),
    body.see({ ...knee, y: knee.y - 0.06 }),
    body.see(mix(knee, ankle, to)),
  ];
}

import type { Point } from "../../geometry/geometry.ts";
import type { ModelSheet } from "../artist.ts";
import { linePath, smoothPath } from "../ink.ts";
import { type Nib, brush, flick } from "./brush.ts";
import type { Cloth } from "./cloth.ts";
import type { Measures } from "./measures.ts";
import type { Skeleton } from "./skeleton.ts";
import type { Torso } from "./torso.ts";

/** A place on the trunk: degrees from the front, and height. */
export type Place = readonly [degrees: number, y: number];

/** What a costume draws on the trunk, and round the neck. */
export interface Front {
  front: string;
  collar: string;
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
  /** A piece of cloth on the trunk, held inside what is seen. */
  patch(places: readonly Place[], fill: string, width: number, grow?: number, ink?: string): string;
  /** A button. */
  button(place: Place, radius: number, fill: string, ink?: string): string;
}

export function costumeView(base: Omit<CostumeView, "seam" | "patch" | "button">): CostumeView {
  const { torso, nib } = base;
  return {
    ...base,
    seam(places, width, ink = "#000", grow = 0.01) {
      const seen = places.filter(([degrees]) => torso.seen(degrees)).map(([degrees, y]) => torso.at(degrees, y, grow));
      return seen.length < 2 ? "" : brush(seen, width, { swellTo: 0.2, thinFrom: 0.8, tip: 0.35 }, ink);
    },
    patch(places, fill, width, grow = 0.012, ink = "#000") {
      if (!places.some(([degrees]) => torso.seen(degrees))) return "";
      const points: Point[] = places.map(([degrees, y]) => torso.at(degrees, y, grow));
      const stroke = width > 0 ? ` stroke="${ink}" stroke-width="${width.toFixed(2)}" stroke-linejoin="round"` : "";
      return `<path d="${linePath(points, true)}" fill="${fill}"${stroke}/>`;
    },
    button([degrees, y], radius, fill, ink = "#000") {
      if (!torso.seen(degrees)) return "";
      const spot = torso.at(degrees, y, 0.02);
      const facing = Math.max(0.35, Math.cos(((degrees + base.body.yaw) * Math.PI) / 180));
      const r = radius * base.size;
      return `<ellipse cx="${spot.x.toFixed(2)}" cy="${spot.y.toFixed(2)}" rx="${(r * facing).toFixed(2)}" ry="${r.toFixed(2)}" fill="${fill}" stroke="${ink}" stroke-width="${nib.fine.toFixed(2)}"/>`;
    },
  };
}

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
    .map((line) => (line.length > 1 ? flick(line, w, cloth.fold) : ""))
    .join("");
}

/** Stripes or dots of a cloth over a shape given by its path, as lines that follow the trunk. */
export function motifOf(v: CostumeView, cloth: Cloth, from: number, to: number): string {
  if (cloth.motif === "none") return "";
  const parts: string[] = [];
  if (cloth.motif === "stripes") {
    for (let degrees = -170; degrees < 190; degrees += v.small ? 30 : 15) {
      if (!v.torso.seen(degrees)) continue;
      const line = [0, 0.33, 0.66, 1].map((t) => v.torso.at(degrees, from + (to - from) * t));
      parts.push(
        `<path d="${smoothPath(line)}" fill="none" stroke="#000" stroke-width="${(v.nib.fine * 1.3).toFixed(2)}"/>`,
      );
    }
    return parts.join("");
  }
  if (v.small) return "";
  for (let row = 0; from + row * 0.2 < to; row++)
    for (let degrees = -168; degrees < 180; degrees += 24) {
      const d = degrees + (row % 2) * 12;
      if (!v.torso.seen(d)) continue;
      const spot = v.torso.at(d, from + row * 0.2);
      const r = v.size * 0.03;
      parts.push(
        `<path d="M${(spot.x - r).toFixed(1)} ${spot.y.toFixed(1)}q${r.toFixed(1)} ${(-r * 0.4).toFixed(1)} ${r.toFixed(1)} ${(-r).toFixed(1)}q0 ${(r * 0.6).toFixed(1)} ${r.toFixed(1)} ${r.toFixed(1)}q${(-r).toFixed(1)} ${(r * 0.4).toFixed(1)} ${(-r).toFixed(1)} ${r.toFixed(1)}q0 ${(-r * 0.6).toFixed(1)} ${(-r).toFixed(1)} ${(-r).toFixed(1)}Z" fill="#000"/>`,
      );
    }
  return parts.join("");
}

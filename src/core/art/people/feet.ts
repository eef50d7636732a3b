import type { Point } from "../../geometry/geometry.ts";
import { type Nib, brush, flick, mass, massPath } from "./brush.ts";
import { convexHull } from "./hull.ts";
import type { LimbInk } from "./limbs.ts";
import type { Leg, Skeleton } from "./skeleton.ts";

/** What somebody walks in. */
export type Footwear = "boots" | "high-boots" | "tabi" | "straw" | "bare";

const isBoot = (worn: Footwear): boolean => worn === "boots" || worn === "high-boots";

/** What is put on in a house with mats: nothing but the socks. */
export const indoors = (worn: Footwear): Footwear => (isBoot(worn) || worn === "straw" ? "tabi" : worn);

/** A place on a foot: its share of the length from the heel, half widths to the right, and its height, 1 at the ankle. */
type FootPlace = readonly [along: number, across: number, high: number];

/** A foot turned with its leg. `half` is half its width in page units. */
export function drawFoot(body: Skeleton, leg: Leg, half: number, worn: Footwear, skin: string, nib: Nib): LimbInk {
  const at = frameOf(body, leg, half / body.sight.size);
  const hull = (places: readonly FootPlace[]): string => massPath(round(convexHull(places.map(at))));
  const slim = isBoot(worn) ? 1 : 0.92;
  const both = (list: readonly FootPlace[]): FootPlace[] =>
    list.flatMap(([l, s, h]) => [-1, 1].map((side): FootPlace => [l, side * s * slim, h]));
  const heel = hull(
    both([
      [0.02, 0.78, 0],
      [0.02, 0.8, 0.7],
      [0.1, 0.84, 1.1],
      [0.36, 0.84, 1.1],
      [0.52, 0.8, 0.5],
      [0.5, 0.86, 0],
    ]),
  );
  const front = hull(
    both([
      [0.22, 0.8, 0],
      [0.3, 0.76, 0.82],
      [0.62, 0.84, 0.5],
      [0.9, 0.74, 0.36],
      [0.8, 1.08, 0],
      [0.92, 0.96, 0.06],
      [1, 0.56, 0.14],
      [1, 0.5, 0],
    ]),
  );
  const fill = isBoot(worn) ? "#000" : worn === "tabi" ? "#fff" : skin;
  const edge = isBoot(worn) ? "#fff" : "#000";
  const sole = worn === "tabi" || worn === "straw" ? slab(hull, nib) : null;
  const shape = mass([heel, front], fill, nib.line * 0.9, edge);
  const details = body.sight.size < 48 ? (sole ? thong(at, nib) : "") : detailsOf[worn](at, nib);
  return { svg: (sole?.svg ?? "") + shape + details, outline: heel + front + (sole?.outline ?? "") };
}

/** Where the places of a foot fall on the page. */
function frameOf(body: Skeleton, { ankle, toe }: Leg, wide: number): (place: FootPlace) => Point {
  const { foot } = body.measures;
  const [fx, fy, fz] = [toe.x - ankle.x, toe.y - ankle.y, toe.z - ankle.z];
  const length = Math.hypot(fx, fy, fz) || 1;
  const level = Math.hypot(fx, fz) || 1;
  const whole = length + 0.46 * foot;
  return ([along, across, high]) => {
    const out = along * whole - 0.46 * foot;
    return body.see({
      x: ankle.x + (fx / length) * out + (fz / level) * across * wide,
      y: ankle.y + (fy / length) * out + foot * (1 - high),
      z: ankle.z + (fz / length) * out - (fx / level) * across * wide,
    });
  };
}

/** A flat dark sole that stands out a little all round: a light one would make a slab of the foot. */
function slab(hull: (places: readonly FootPlace[]) => string, nib: Nib): LimbInk {
  const rim: readonly FootPlace[] = [
    [-0.03, 0.8, 0],
    [0.1, 1, 0],
    [0.5, 1.02, 0],
    [0.82, 1.2, 0],
    [1.02, 0.8, 0],
  ];
  const path = hull(
    rim.flatMap(([l, s]) => [-1, 1].flatMap((side) => [0.02, -0.12].map((h): FootPlace => [l, side * s, h]))),
  );
  return { svg: mass([path], "#000", nib.fine * 0.5), outline: path };
}

type Frame = (place: FootPlace) => Point;

/** The welt, the front of the heel, and the light on the toe cap. */
const leatherLines = (at: Frame, nib: Nib): string =>
  [-1, 1]
    .map((s) =>
      flick([at([0.3, s * 0.95, 0.14]), at([0.7, s * 1.06, 0.13]), at([0.96, s * 0.7, 0.12])], nib.fine * 1.2, "#fff"),
    )
    .join("") + flick([at([0.78, -0.45, 0.42]), at([0.84, 0, 0.44]), at([0.86, 0.5, 0.38])], nib.fine * 1.6, "#fff");

const detailsOf: Record<Footwear, (at: Frame, nib: Nib) => string> = {
  boots: leatherLines,
  "high-boots": leatherLines,
  tabi: (at, nib) =>
    brush([at([1, -0.12, 0.04]), at([0.84, -0.12, 0.36])], nib.line, { tip: 0.4 }) +
    [-1, 1]
      .map((s) => brush([at([0.84, -0.12, 0.38]), at([0.66, s * 0.7, 0.4]), at([0.5, s * 1, 0.06])], nib.line * 1.3))
      .join(""),
  straw: (at, nib) =>
    toes(at, nib) +
    [-1, 1]
      .map((s) =>
        brush([at([0.84, -0.12, 0.38]), at([0.62, s * 0.72, 0.46]), at([0.42, s * 0.95, 0.1])], nib.line * 1.2),
      )
      .join("") +
    brush([at([0.2, -0.9, 0.86]), at([0.46, 0, 0.94]), at([0.2, 0.9, 0.86])], nib.line * 1.3) +
    brush([at([0.12, -0.9, 0.6]), at([0.46, 0, 0.8]), at([0.12, 0.9, 0.6])], nib.line),
  bare: (at, nib) => toes(at, nib),
};

/** Far off the two straps of a sandal are all that is seen of it. */
const thong = (at: Frame, nib: Nib): string =>
  [-1, 1].map((s) => flick([at([0.86, -0.12, 0.36]), at([0.66, s * 0.7, 0.4]), at([0.5, s, 0.06])], nib.line)).join("");

const toes = (at: Frame, nib: Nib): string =>
  [-0.45, -0.12, 0.16, 0.42]
    .map((s) => flick([at([1, s * 1.1, 0.04]), at([0.92, s * 1.4, 0.24]), at([0.86, s * 1.45, 0.28])], nib.fine * 1.3))
    .join("");

/** Corners cut once. */
const round = (ring: readonly Point[]): Point[] =>
  ring.flatMap((p, i) => {
    const q = ring[(i + 1) % ring.length] ?? p;
    return [0.25, 0.5, 0.75].map((t) => ({ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t }));
  });

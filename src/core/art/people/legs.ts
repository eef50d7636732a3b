import type { Point } from "../../geometry/geometry.ts";
import { type Nib, brush, flick } from "./brush.ts";
import type { Cloth } from "./cloth.ts";
import { type Footwear, drawFoot } from "./feet.ts";
import { type LimbInk, type Tube, edges, mid, tube, unit } from "./limbs.ts";
import type { Leg, Skeleton } from "./skeleton.ts";

export type Trousers = "trousers" | "breeches" | "leggings" | "bare";

/** Half widths from hip to ankle in thicknesses of the thigh: trousers hang from the knee and break over the shoe. */
const legHalves: Record<Trousers, readonly number[]> = {
  trousers: [1.08, 1, 0.84, 0.76, 0.76, 0.76, 0.66, 0.7],
  breeches: [0.9, 0.76, 0.6, 0.52, 0.5, 0.54, 0.4, 0.29],
  leggings: [0.96, 0.84, 0.68, 0.62, 0.6, 0.62, 0.47, 0.4],
  bare: [0.92, 0.78, 0.6, 0.53, 0.5, 0.54, 0.38, 0.27],
};

/** One leg with its shoe, dressed or bare. */
export function drawLeg(
  body: Skeleton,
  leg: Leg,
  kind: Trousers,
  cloth: Cloth,
  skin: string,
  worn: Footwear,
  nib: Nib,
): LimbInk {
  const size = body.sight.size;
  const [hip, knee, ankle] = [body.see(leg.hip), body.see(leg.knee), body.see(leg.ankle)];
  const r = body.measures.legThick * size;
  const d = unit(knee, ankle);
  // Trousers end on the shoe, bare legs in it.
  const end = kind === "trousers" ? { x: ankle.x + d.x * r * 0.28, y: ankle.y + d.y * r * 0.28 } : ankle;
  const main = tube(
    [
      hip,
      mid(hip, knee, 0.5),
      mid(hip, knee, 0.86),
      knee,
      mid(knee, end, 0.14),
      mid(knee, end, 0.42),
      mid(knee, end, 0.8),
      end,
    ],
    legHalves[kind].map((share) => share * r),
    3,
  );
  const foot = drawFoot(body, leg, r * (kind === "trousers" ? 0.52 : 0.46), worn, skin, nib);
  const trousers = kind === "trousers" || kind === "leggings";
  const ink = trousers ? cloth.fold : "#000";
  // Under breeches a stocking, or the bare leg of who has no shoes.
  const lower = trousers ? cloth.fill : kind === "breeches" && worn === "boots" ? "#fff" : skin;
  const parts = [foot.svg, `<path d="${main.path}" fill="${lower}"/>`, edges(main, nib, ink, 0.02)];
  if (trousers) parts.push(hemOf(main, nib, ink));
  if (trousers && size >= 30) parts.push(kneeFolds(hip, knee, ankle, r, nib, ink));
  if (worn === "high-boots") {
    const shaft = bootShaft(knee, end, r, nib);
    return { svg: parts.join("") + shaft.svg, outline: main.path + foot.outline + shaft.outline };
  }
  if (kind !== "breeches") return { svg: parts.join(""), outline: main.path + foot.outline };
  const breeches = breechesOn(hip, knee, ankle, r, cloth, nib);
  return { svg: parts.join("") + breeches.svg, outline: main.path + foot.outline + breeches.outline };
}

/** The leather of a boot up the shin, with its light and a turned edge. */
function bootShaft(knee: Point, ankle: Point, r: number, nib: Nib): LimbInk {
  const shaft = tube(
    [mid(knee, ankle, 0.36), mid(knee, ankle, 0.6), mid(knee, ankle, 0.84), mid(knee, ankle, 1.06)],
    [0.62, 0.58, 0.42, 0.36].map((share) => share * r),
  );
  const [a, b] = [shaft.left[1], shaft.right[1]];
  const turned = a && b ? brush([a, b], nib.line, { tip: 0.9 }, "#fff") : "";
  const light = flick([mid(knee, ankle, 0.5), mid(knee, ankle, 0.68), mid(knee, ankle, 0.86)], nib.fine * 1.6, "#fff");
  return { svg: `<path d="${shaft.path}" fill="#000"/>${turned}${light}`, outline: shaft.path };
}

/** Wide cloth to below the knee, gathered there. */
function breechesOn(hip: Point, knee: Point, ankle: Point, r: number, cloth: Cloth, nib: Nib): LimbInk {
  const leg = tube(
    [hip, mid(hip, knee, 0.5), mid(hip, knee, 0.86), knee, mid(knee, ankle, 0.14), mid(knee, ankle, 0.3)],
    [1.04, 1, 0.9, 0.84, 0.8, 0.62].map((share) => share * r),
    3,
  );
  const svg = `<path d="${leg.path}" fill="${cloth.fill}"/>${edges(leg, nib, cloth.fold, 0.02)}${hemOf(leg, nib, cloth.fold)}`;
  return { svg, outline: leg.path };
}

/** The lower edge of a trouser leg, a little lower in front. */
function hemOf({ left, right }: Tube, nib: Nib, ink: string): string {
  const [a, b] = [left.at(-1), right.at(-1)];
  if (!a || !b) return "";
  const low = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + Math.hypot(a.x - b.x, a.y - b.y) * 0.08 };
  return brush([a, low, b], ink === "#fff" ? nib.fine : nib.line, { tip: 0.7 }, ink);
}

/** Creases at the knee, a long fold that falls from it, and the break of the cloth over the shoe. */
function kneeFolds(hip: Point, knee: Point, ankle: Point, r: number, nib: Nib, ink: string): string {
  const [up, down] = [unit(knee, hip), unit(knee, ankle)];
  const bent = up.x * down.y - up.y * down.x;
  const side = Math.sign(bent) || 1;
  const across = { x: -down.y * side, y: down.x * side };
  const at = (from: Point, along: number, out: number, way: Point): Point => ({
    x: from.x + way.x * along * r + across.x * out * r,
    y: from.y + way.y * along * r + across.y * out * r,
  });
  const shin = Math.hypot(ankle.x - knee.x, ankle.y - knee.y) / r;
  const lines = [
    [at(ankle, -0.34, -0.6, down), at(ankle, -0.1, -0.2, down), at(ankle, -0.2, 0.3, down)],
    [at(ankle, -0.72, 0.56, down), at(ankle, -0.4, 0.16, down), at(ankle, -0.46, -0.2, down)],
    [at(knee, 0.4, 0.3, down), at(knee, shin * 0.4, 0.22, down), at(knee, shin * 0.72, 0.3, down)],
    ...(Math.abs(bent) > 0.12
      ? [
          [at(knee, 0.1, -0.7, up), at(knee, 0.06, -0.05, up)],
          [at(knee, 0.34, -0.7, down), at(knee, 0.2, 0.1, down)],
          [at(knee, 0.7, -0.66, down), at(knee, 0.5, -0.1, down)],
        ]
      : [
          [at(knee, 0.2, -0.66, up), at(knee, -0.02, -0.1, up)],
          [at(knee, 0.1, -0.68, down), at(knee, 0.22, -0.16, down)],
        ]),
  ];
  return lines.map((line) => flick(line, nib.fine * 1.4, ink)).join("");
}

/** Folds that spread from the crotch over both thighs. */
export function crotchFolds(body: Skeleton, { fold }: Cloth, nib: Nib): string {
  const { legs, measures, sight, yaw } = body;
  if (sight.size < 30 || Math.abs(yaw) > 70) return "";
  const r = measures.legThick * sight.size;
  const crotch = mid(body.see(legs[0].hip), body.see(legs[1].hip), 0.5);
  const low = { x: crotch.x, y: crotch.y + r * 0.9 };
  const folds = legs.flatMap((leg) => {
    const way = unit(body.see(leg.hip), body.see(leg.knee));
    const out = Math.sign(body.see(leg.hip).x - crotch.x) || leg.side;
    return [
      [low, { x: low.x + out * r * 0.5, y: low.y - r * 0.12 }, { x: low.x + out * r * 1.05, y: low.y - r * 0.44 }],
      [
        { x: low.x + out * r * 0.22, y: low.y + r * 0.4 },
        { x: low.x + out * r * 0.6 + way.x * r * 0.3, y: low.y + r * 0.36 },
        { x: low.x + out * r * 0.98 + way.x * r * 0.3, y: low.y + r * 0.12 },
      ],
    ];
  });
  return folds.map((line) => flick(line, nib.fine * 1.5, fold)).join("");
}

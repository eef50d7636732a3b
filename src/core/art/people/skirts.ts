import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { type Nib, brush, flick, mass, massPath, windingOf } from "./brush.ts";
import type { Cloth } from "./cloth.ts";
import { convexHull } from "./hull.ts";
import type { LimbInk } from "./limbs.ts";
import type { Leg, Skeleton } from "./skeleton.ts";
import type { Torso } from "./torso.ts";
import { type Vec, lerp, mix } from "./space.ts";

export interface SkirtPlan {
  /** Where it ends on the leg: 0 the knee, 1 the ankle, more: the floor; below −0.4 a kilt, so much of the thigh above the knee. */
  to: number;
  /** How far the hem stands off the legs, head sizes. */
  flare: number;
  cloth: Cloth;
  /** Height on the trunk where it begins. */
  from: number;
  pleats: number;
  /** Gathered stuff with a waving hem, a coat's straight one, a robe wrapped close, or pressed pleats. */
  fall: "full" | "coat" | "narrow" | "pleated";
}

/** A skirt, robe or coat tail: cloth stretched round the hips, both knees and the hem, whatever the legs do. */
export function drawSkirt(body: Skeleton, torso: Torso, plan: SkirtPlan, nib: Nib): LimbInk {
  const m = body.measures;
  const hip = [...torso.edge(1, plan.from, m.hip, 0.03), ...torso.edge(-1, plan.from, m.hip, 0.03)];
  const edge = plan.cloth.fold === "#fff" ? 0 : nib.bold * 0.8;
  const finish = (rings: readonly Point[][], folds: string): LimbInk => {
    const path = rings.map((ring) => massPath(ring)).join("");
    // Screens have fine seams: what stands behind the cloth must not glint through them.
    const ground = plan.cloth.fill.startsWith("url") ? `<path d="${path}" fill="#fff"/>` : "";
    return { svg: ground + mass([path], plan.cloth.fill, edge) + folds, outline: path };
  };
  const { size } = body.sight;
  if (isSplit(body, plan)) return splitCoat(hip, body, plan, nib);
  const kilt = isKilt(plan);
  const knees = body.legs.map((leg) =>
    ringOf(body, kilt ? hemAt(leg, plan.to) : leg.knee, m.legThick * (kilt ? 1 : 0.85) + plan.flare * 0.35),
  );
  const hems = body.legs.flatMap((leg) =>
    ringOf(body, hemAt(leg, plan.to), m.legThick * (kilt ? 1.02 : 0.6) + plan.flare),
  );
  if (isSeated(body)) {
    const front = rounded(convexHull([...knees.flat(), ...hems]), size);
    return finish([lap(hip, knees, body, kilt ? 1 + plan.to : 0.96), front], kilt ? "" : lapFolds(body, plan, nib));
  }
  const hem = [...hems, ...bell(body, plan)];
  const ring = hanging(hip, knees, hem, plan, body) ?? rounded(convexHull([...hip, ...knees.flat(), ...hem]), size);
  return finish([ring], foldsOf(body, torso, plan, hem, nib));
}

/** Leaves the knees bare. */
const isKilt = ({ to }: SkirtPlan): boolean => to < -0.4;

/** Where a hem is on a leg. */
const hemAt = ({ hip, knee, ankle }: Leg, to: number): Vec =>
  to < -0.4 ? mix(hip, knee, 1 + to) : mix(knee, ankle, to);

/** Whether a coat falls open over the lap or in a stride: each skirt goes with its thigh, and the knees are left to the trousers. */
export const isSplit = (body: Skeleton, { fall, to }: SkirtPlan): boolean =>
  fall === "coat" && (isSeated(body) ? to < 0.3 : isStriding(body));

/** The skirts of a coat that is open in front and slit behind: one over each thigh, the nearer before the farther. */
function splitCoat(hip: readonly Point[], body: Skeleton, plan: SkirtPlan, nib: Nib): LimbInk {
  const { measures: m } = body;
  const reach = isSeated(body) ? 0.72 : plan.to < 0.3 ? 0.86 : 1;
  const thighs = body.legs.toSorted((a, b) => body.see(a.knee).depth - body.see(b.knee).depth);
  const paths = thighs.map((leg) => {
    const along = [0, 0.35, 0.7, 1].flatMap((part) => {
      const at = mix(leg.hip, leg.knee, part * reach);
      const radius = m.legThick * (1.04 + 0.22 * part) + plan.flare * 0.5 * part;
      // All round a thigh that lies level; one that steps out carries a straight hem.
      const round = isSeated(body) ? [-radius, radius].map((dy) => body.see({ ...at, y: at.y + dy })) : [];
      return [...ringOf(body, at, radius), ...round];
    });
    return massPath(rounded(convexHull([...hip, ...along, ...fallingHem(body, leg, plan)]), body.sight.size));
  });
  const svg = paths.map((path) => {
    // Screens have fine seams: what stands behind the cloth must not glint through them.
    const ground = plan.cloth.fill.startsWith("url") ? `<path d="${path}" fill="#fff"/>` : "";
    const edge = `<path d="${path}" fill="none" stroke="${plan.cloth.fold}" stroke-width="${nib.bold.toFixed(2)}" stroke-linejoin="round"/>`;
    return ground + mass([path], plan.cloth.fill, 0) + edge;
  });
  return { svg: svg.join(""), outline: paths.join("") };
}

/** Of a stride in a long coat: from the knee its skirt hangs down to a straight hem, a little behind the foot. */
function fallingHem(body: Skeleton, { hip, knee, ankle }: Leg, { to, flare }: SkirtPlan): Point[] {
  if (isSeated(body) || to <= 0) return [];
  const { legThick, shin } = body.measures;
  const low = { ...mix(knee, ankle, to), z: lerp(mix(hip, knee, 0.9).z, ankle.z, 0.4 * to) };
  return ringOf(body, { ...low, y: knee.y + to * shin }, legThick * 1.3 + flare);
}

/** The round of the hem itself: cloth has its width, however close the legs stand. */
function bell(body: Skeleton, plan: SkirtPlan): Point[] {
  const { legs, measures: m, see } = body;
  const [a, b] = [hemAt(legs[0], plan.to), hemAt(legs[1], plan.to)];
  const middle = mix(a, b, 0.5);
  const close = plan.fall === "narrow" ? 0.8 : 0.98;
  return Array.from({ length: 12 }, (_, i) => {
    const angle = (i / 12) * 2 * Math.PI;
    // What hangs behind flies: it stays back and rises.
    const behind = body.flow * (0.5 - 0.5 * steady.cos(angle));
    return see({
      x: middle.x + (m.hipWide * close + plan.flare) * steady.sin(angle),
      y: middle.y - Math.abs(behind) * 0.5,
      z: middle.z + (m.hipDeep * close * 1.1 + plan.flare) * steady.cos(angle) - behind,
    });
  });
}

/** Whether both thighs lie level: the cloth makes a lap and hangs from the knees. */
export function isSeated({ legs, measures }: Skeleton): boolean {
  return legs.every(({ hip, knee }) => knee.y - hip.y < measures.thigh * 0.55);
}

/** The seat of the trousers of who bends: from the hips to a share of the thighs. */
export function trouserSeat(body: Skeleton, torso: Torso, to: number, cloth: Cloth, nib: Nib): LimbInk {
  const { waist, hip } = body.measures;
  const hips = [...torso.edge(1, waist, hip, 0.02), ...torso.edge(-1, waist, hip, 0.02)];
  const path = massPath(lap(hips, [], body, to));
  return { svg: mass([path], cloth.fill, cloth.fold === "#fff" ? 0 : nib.bold * 0.8), outline: path };
}

/** The hips of who stands or walks in trousers: from the waist into both thighs, no wider than they are. */
export function trouserHips(body: Skeleton, torso: Torso): string {
  const { waist, hip, legThick } = body.measures;
  const hips = [...torso.edge(1, waist, hip, 0.015), ...torso.edge(-1, waist, hip, 0.015)];
  const thighs = body.legs.flatMap((leg) =>
    [0, 0.12, 0.24].flatMap((share) => ringOf(body, mix(leg.hip, leg.knee, share), legThick * 0.98)),
  );
  return massPath(rounded(convexHull([...hips, ...thighs]), body.sight.size));
}

const roundAbout = Array.from({ length: 8 }, (_, i) => {
  const angle = (i * Math.PI) / 4;
  return [steady.cos(angle), steady.sin(angle)] as const;
});

/** Cloth over the thighs, to a share of their length. */
function lap(hip: readonly Point[], knees: readonly Point[][], body: Skeleton, to: number): Point[] {
  const half = body.measures.legThick * 1.12;
  const thighs = body.legs.flatMap((leg) =>
    [0, 0.3, 0.6, 1].flatMap((part) => {
      const share = part * to;
      const at = mix(leg.hip, leg.knee, share);
      // Round from every side: a thigh with corners would stand off behind who bends.
      return roundAbout.flatMap(([across, down]) => [
        body.see({ x: at.x + across * half * 0.8, y: at.y + down * half, z: at.z }),
        body.see({ x: at.x, y: at.y + down * half, z: at.z + across * half }),
      ]);
    }),
  );
  return rounded(convexHull([...hip, ...thighs, ...knees.flat()]), body.sight.size);
}

/** The upper edge of the nearer thigh with its knee and shin, which parts both legs under the cloth, and creases from hip and knee. */
function lapFolds(body: Skeleton, plan: SkirtPlan, nib: Nib): string {
  if (body.sight.size < 20 || Math.abs(body.yaw) > 100) return "";
  const { measures: m, see } = body;
  const [near] = body.legs.toSorted((a, b) => see(b.knee).depth - see(a.knee).depth);
  if (!near) return "";
  const { hip, knee, ankle } = near;
  const folded = ankle.z < knee.z - 0.8 * m.shin;
  const over = (share: number, up: number): Point => {
    const at = mix(hip, knee, share);
    return see({ ...at, y: at.y - m.legThick * up });
  };
  const down = (share: number, out: number): Point => {
    const at = mix(knee, ankle, share * plan.to);
    return see({ ...at, z: at.z + m.legThick * out });
  };
  const width = plan.cloth.fold === "#fff" ? nib.line * 1.2 : nib.line;
  const shin = folded ? [] : [down(0.06, 1), down(0.5, 0.92), down(0.9, 0.9)];
  const contour = [over(0.3, 0.9), over(0.62, 0.96), over(0.9, 0.86), ...shin];
  const creases = [
    [over(0.02, 0.2), over(0.2, 0.35), over(0.36, 0.3)],
    [over(0.06, -0.3), over(0.26, -0.1), over(0.5, -0.1)],
    ...(folded ? [] : [[down(0.04, 0.3), down(0.36, 0.1), down(0.7, 0.12)]]),
  ];
  return (
    brush(contour, width, { swellTo: 0.2, thinFrom: 0.7, tip: 0.3 }, plan.cloth.fold) +
    creases.map((line) => flick(line, nib.fine * 1.9, plan.cloth.fold)).join("")
  );
}

/** Whether one knee is far before the other, so that the cloth follows each leg. */
export function isStriding({ legs: [a, b] }: Skeleton): boolean {
  return (
    Math.abs(a.knee.z - b.knee.z) + Math.abs(a.ankle.z - b.ankle.z) * 0.5 > 1.3 && Math.min(a.knee.z, b.knee.z) < -0.1
  );
}

/** Cloth that hangs from the hips of somebody upright: sides down to the hem, and a hem that is nearest in the middle and waves with the folds. */
function hanging(
  hip: readonly Point[],
  knees: readonly Point[][],
  hem: readonly Point[],
  plan: SkirtPlan,
  body: Skeleton,
): Point[] | null {
  const size = body.sight.size;
  const hull = convexHull([...hip, ...knees.flat(), ...hem]);
  const left = hem.reduce((a, b) => (b.x < a.x ? b : a));
  const right = hem.reduce((a, b) => (b.x > a.x ? b : a));
  const [l, r] = [hull.indexOf(left), hull.indexOf(right)];
  const waist = middleOf(hip);
  if (l < 0 || r < 0 || Math.min(left.y, right.y) < waist.y + size * (isKilt(plan) ? 0.3 : 1)) return null;
  const clockwise = windingOf(hull) > 0;
  const ring = clockwise ? hull : hull.toReversed();
  const [from, to] = [ring.indexOf(left), ring.indexOf(right)];
  const over = from <= to ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)];
  const count = plan.fall === "full" || plan.fall === "pleated" ? plan.pleats * 2 : 4;
  const wave = { full: 0.045, pleated: 0.03, coat: 0, narrow: 0 }[plan.fall] * size;
  const droop = size * (plan.fall === "narrow" ? 0.05 : 0.09);
  const line = Array.from({ length: count - 1 }, (_, i): Point => {
    const t = (i + 1) / count;
    return {
      x: lerp(right.x, left.x, t),
      y: lerp(right.y, left.y, t) + droop * steady.sin(Math.PI * t) + (i % 2 ? -wave : wave * 0.4),
    };
  });
  return [...open(over, size), ...line];
}

/** Points along the long sides of an open line. */
function open(line: readonly Point[], size: number): Point[] {
  return line.flatMap((p, i) => {
    const q = line[i + 1];
    if (!q) return [p];
    const pieces = Math.max(1, Math.min(5, Math.floor(Math.hypot(q.x - p.x, q.y - p.y) / (size * 0.4))));
    return Array.from({ length: pieces }, (_, k) => ({ x: lerp(p.x, q.x, k / pieces), y: lerp(p.y, q.y, k / pieces) }));
  });
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((at, p) => ({ x: at.x + p.x, y: at.y + p.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function ringOf(body: Skeleton, { x, y, z }: Vec, radius: number): Point[] {
  return Array.from({ length: 8 }, (_, i) => {
    const a = (i / 8) * 2 * Math.PI;
    return body.see({
      x: x + radius * steady.sin(a),
      y: y + 0.12 * radius * steady.cos(a),
      z: z + radius * 0.8 * steady.cos(a),
    });
  });
}

/** Long sides given points, so that the smooth line through them stays close to the hull. */
function rounded(hull: readonly Point[], size: number): Point[] {
  const [first] = hull;
  return first ? open([...hull, first], size).slice(0, -1) : [];
}

function foldsOf(body: Skeleton, torso: Torso, plan: SkirtPlan, hem: readonly Point[], nib: Nib): string {
  if (body.sight.size < 24) return "";
  const left = hem.reduce((a, b) => (b.x < a.x ? b : a));
  const right = hem.reduce((a, b) => (b.x > a.x ? b : a));
  const low = Math.max(...hem.map((p) => p.y));
  const [wl, wr] = [torso.edge(-1, plan.from, plan.from + 0.1)[0], torso.edge(1, plan.from, plan.from + 0.1)[0]];
  if (!wl || !wr) return "";
  const [a, b] = wl.x < wr.x ? [wl, wr] : [wr, wl];
  const parts: string[] = isStriding(body) && !isKilt(plan) ? [kneeFold(body, plan, nib)] : [];
  if (plan.fall === "pleated") parts.push(division(body, plan, nib));
  // In a stride the skirts of a coat have no more than the fold at the knee: others would cross it.
  const pleats = plan.fall === "coat" && isStriding(body) ? 0 : plan.pleats;
  for (let i = 1; i <= pleats; i++) {
    const t = i / (plan.pleats + 1);
    const top = { x: lerp(a.x, b.x, t), y: lerp(a.y, b.y, t) };
    const foot = {
      x: lerp(left.x, right.x, t + 0.06 * steady.sin(i * 5)),
      y: lerp(low, Math.max(left.y, right.y), Math.abs(t - 0.5) * 1.6),
    };
    const from = i % 2 ? 0.3 + 0.14 * steady.sin(i * 3) : 0.02;
    const to = i % 2 ? (isStriding(body) ? 0.9 : 0.97) : 0.55 + 0.2 * steady.sin(i * 7);
    const bulge = (t - 0.5) * body.sight.size * 0.12;
    const at = (s: number): Point => ({
      x: lerp(top.x, foot.x, s) + bulge * steady.sin(Math.PI * s),
      y: lerp(top.y, foot.y, s),
    });
    parts.push(flick([at(from), at((from + to) / 2), at(to)], nib.fine * 1.9, plan.cloth.fold));
  }
  return parts.join("");
}

/** Pleated trousers as wide as a skirt: the deep fold between both legs. */
function division(body: Skeleton, plan: SkirtPlan, nib: Nib): string {
  if (Math.abs(body.yaw) > 64) return "";
  const [a, b] = body.legs;
  const front = body.measures.legThick * 0.8;
  const between = (p: Vec, q: Vec): Point => {
    const at = mix(p, q, 0.5);
    return body.see({ ...at, z: Math.max(p.z, q.z) + front });
  };
  const line = [
    between(mix(a.hip, a.knee, 0.5), mix(b.hip, b.knee, 0.5)),
    between(a.knee, b.knee),
    between(mix(a.knee, a.ankle, plan.to), mix(b.knee, b.ankle, plan.to)),
  ];
  return brush(line, nib.line, { swellTo: 0.5, thinFrom: 1, tip: 0.3 }, plan.cloth.fold);
}

/** The knee of a stride under the cloth: folds from the waist end at it, and one falls from it to the hem. */
function kneeFold(body: Skeleton, plan: SkirtPlan, nib: Nib): string {
  const [first] = body.legs.toSorted((a, b) => b.knee.z - a.knee.z);
  if (!first || Math.abs(body.yaw) > 110) return "";
  const { measures: m, see } = body;
  const { hip, knee, ankle } = first;
  const low = mix(knee, ankle, plan.to * 0.9);
  const front = (p: Vec, out: number): Point => see({ ...p, z: p.z + m.legThick * out });
  return [
    [front(mix(hip, knee, 0.1), 0.2), front(mix(hip, knee, 0.6), 0.5), front(knee, 0.5)],
    [front(knee, 0.4), front(mix(knee, low, 0.5), 0.1), front(low, 0)],
  ]
    .map((line) => flick(line, nib.fine * 2.2, plan.cloth.fold))
    .join("");
}

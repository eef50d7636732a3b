import type { Point } from "../../geometry/geometry.ts";
import { type Nib, flick, mass, massPath, windingOf } from "./brush.ts";
import type { Cloth } from "./cloth.ts";
import { convexHull } from "./hull.ts";
import type { LimbInk } from "./limbs.ts";
import type { Skeleton } from "./skeleton.ts";
import type { Torso } from "./torso.ts";
import { type Vec, lerp, mix } from "./space.ts";

export interface SkirtPlan {
  /** Where it ends on the leg: 0 the knee, 1 the ankle, more: the floor. */
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
  const striding = isStriding(body);
  // Cloth is thrown up a little by a long stride.
  const to = striding ? Math.min(plan.to, Math.max(0.1, plan.to * 0.88)) : plan.to;
  const flare = striding ? plan.flare * 0.7 : plan.flare;
  const hip = [...torso.edge(1, plan.from, m.hip, 0.03), ...torso.edge(-1, plan.from, m.hip, 0.03)];
  const knees = body.legs.map((leg) => ringOf(body, leg.knee, m.legThick * 0.85 + flare * 0.35));
  const hems = body.legs.map((leg) => ringOf(body, mix(leg.knee, leg.ankle, to), m.legThick * 0.6 + flare));
  const hem = hems.flat();
  const rings = isSeated(body)
    ? [lap(hip, knees, body), rounded(convexHull([...knees.flat(), ...hem]), body.sight.size)]
    : [
        striding
          ? parted(hip, knees, hems, body)
          : (hanging(hip, knees, hem, plan, body) ??
            rounded(convexHull([...hip, ...knees.flat(), ...hem]), body.sight.size)),
      ];
  const path = rings.map((ring) => massPath(ring)).join("");
  const edge = plan.cloth.fold === "#fff" ? 0 : nib.bold / 2;
  // Screens have fine seams: what stands behind the cloth must not glint through them.
  const ground = plan.cloth.fill.startsWith("url") ? `<path d="${path}" fill="#fff"/>` : "";
  const folds = isSeated(body) ? lapFolds(body, plan, nib) : foldsOf(body, torso, plan, hem, nib);
  return { svg: ground + mass([path], plan.cloth.fill, edge) + folds, outline: path };
}

/** Whether both thighs lie level: the cloth makes a lap and hangs from the knees. */
export function isSeated({ legs, measures }: Skeleton): boolean {
  return legs.every(({ hip, knee }) => knee.y - hip.y < measures.thigh * 0.55);
}

function lap(hip: readonly Point[], knees: readonly Point[][], body: Skeleton): Point[] {
  const half = body.measures.legThick * 1.12;
  const thighs = body.legs.flatMap((leg) =>
    [0, 0.3, 0.6, 0.96].flatMap((share) => {
      const at = mix(leg.hip, leg.knee, share);
      return [-half, half].flatMap((dy) =>
        [-half, half].map((dx) => body.see({ x: at.x + dx * 0.8, y: at.y + dy, z: at.z })),
      );
    }),
  );
  return rounded(convexHull([...hip, ...thighs, ...knees.flat()]), body.sight.size);
}

/** Creases from the bend of the hip over the lap, and down from each knee. */
function lapFolds(body: Skeleton, plan: SkirtPlan, nib: Nib): string {
  if (body.sight.size < 24 || Math.abs(body.yaw) > 95) return "";
  const { measures: m } = body;
  return body.legs
    .flatMap(({ hip, knee, ankle }) => {
      const top = (share: number, out: number): Point =>
        body.see({
          ...mix(hip, knee, share),
          y: mix(hip, knee, share).y - m.legThick * 0.5,
          x: mix(hip, knee, share).x + out,
        });
      const down = (share: number, out: number): Point =>
        body.see({ ...mix(knee, ankle, share), x: mix(knee, ankle, share).x + out });
      return [
        [top(0.12, 0), top(0.5, 0.06)],
        [down(0.02, 0.12), down(plan.to * 0.5, 0.1), down(plan.to * 0.86, 0.14)],
        [down(0.06, -0.1), down(plan.to * 0.6, -0.12)],
      ];
    })
    .map((line) => flick(line, nib.fine * 1.9, plan.cloth.fold))
    .join("");
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
  if (l < 0 || r < 0 || Math.min(left.y, right.y) < waist.y + size) return null;
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
      y: lerp(right.y, left.y, t) + droop * Math.sin(Math.PI * t) + (i % 2 ? -wave : wave * 0.4),
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

/** Cloth round both striding legs: each leg draws its own side out, and the hem hangs in between. */
function parted(hip: readonly Point[], knees: readonly Point[][], hems: readonly Point[][], body: Skeleton): Point[] {
  const whole = convexHull([...hip, ...knees.flat(), ...hems.flat()]);
  const size = body.sight.size;
  const [a, b] = hems.map((ring) => middleOf(ring));
  const [k, l] = knees.map((ring) => middleOf(ring));
  if (!a || !b || !k || !l) return rounded(whole, size);
  const crotch = { x: (k.x + l.x) / 2, y: Math.max(k.y, l.y) + size * 0.5 };
  const waist = middleOf(hip);
  // Long stretches of the hull across the open space between the legs are drawn in towards the knees.
  return rounded(whole, size).map((p) => {
    const [u, v] = [Math.hypot(p.x - a.x, p.y - a.y), Math.hypot(p.x - b.x, p.y - b.y)];
    const far = Math.min(u, v) / (Math.hypot(a.x - b.x, a.y - b.y) || 1);
    if (p.y < waist.y + size || far < 0.2) return p;
    const low = p.y > crotch.y - size * 0.5 ? Math.min(0.5, (far - 0.2) * 1.5) : 0;
    return { x: lerp(p.x, crotch.x, low * 0.4), y: lerp(p.y, crotch.y, low) };
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
      x: x + radius * Math.sin(a),
      y: y + 0.12 * radius * Math.cos(a),
      z: z + radius * 0.8 * Math.cos(a),
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
  const parts: string[] = [];
  for (let i = 1; i <= plan.pleats; i++) {
    const t = i / (plan.pleats + 1);
    const top = { x: lerp(a.x, b.x, t), y: lerp(a.y, b.y, t) };
    const foot = {
      x: lerp(left.x, right.x, t + 0.06 * Math.sin(i * 5)),
      y: lerp(low, Math.max(left.y, right.y), Math.abs(t - 0.5) * 1.6),
    };
    const from = i % 2 ? 0.3 + 0.14 * Math.sin(i * 3) : 0.02;
    const to = i % 2 ? (isStriding(body) ? 0.84 : 0.97) : 0.55 + 0.2 * Math.sin(i * 7);
    const bulge = (t - 0.5) * body.sight.size * 0.12;
    const at = (s: number): Point => ({
      x: lerp(top.x, foot.x, s) + bulge * Math.sin(Math.PI * s),
      y: lerp(top.y, foot.y, s),
    });
    parts.push(flick([at(from), at((from + to) / 2), at(to)], nib.fine * 1.9, plan.cloth.fold));
  }
  return parts.join("");
}

import type { Point } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { type Nib, flick } from "./brush.ts";
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
}

/** A skirt, robe or coat tail: cloth stretched round the hips, both knees and the hem, whatever the legs do. */
export function drawSkirt(body: Skeleton, torso: Torso, plan: SkirtPlan, nib: Nib): LimbInk {
  const m = body.measures;
  const striding = isStriding(body);
  // Cloth is thrown up by a long stride.
  const to = striding ? Math.min(plan.to, Math.max(0.1, plan.to * 0.72)) : plan.to;
  const flare = striding ? plan.flare * 0.7 : plan.flare;
  const hipEdge = [...torso.edge(1, plan.from, m.hip, 0.03), ...torso.edge(-1, plan.from, m.hip, 0.03)];
  const knees = body.legs.map((leg) => ringOf(body, leg.knee, m.legThick * 0.85 + flare * 0.35));
  const hems = body.legs.map((leg) => ringOf(body, mix(leg.knee, leg.ankle, to), m.legThick * 0.6 + flare));
  const hem = hems.flat();
  const ring = striding
    ? parted(hipEdge, knees, hems, body)
    : rounded(convexHull([...hipEdge, ...knees.flat(), ...hem]), body.sight.size);
  const path = smoothPath(ring, true);
  const edge =
    plan.cloth.fold === "#fff" ? "" : ` stroke="#000" stroke-width="${nib.bold.toFixed(2)}" stroke-linejoin="round"`;
  const folds = foldsOf(body, torso, plan, hem, nib);
  // Screens have fine seams: what stands behind the cloth must not glint through them.
  const ground = plan.cloth.fill.startsWith("url") ? `<path d="${path}" fill="#fff"/>` : "";
  return { svg: `${ground}<path d="${path}" fill="${plan.cloth.fill}"${edge}/>${folds}`, outline: path };
}

/** Whether one knee is far before the other, so that the cloth follows each leg. */
function isStriding({ legs: [a, b] }: Skeleton): boolean {
  return (
    Math.abs(a.knee.z - b.knee.z) + Math.abs(a.ankle.z - b.ankle.z) * 0.5 > 1.3 && Math.min(a.knee.z, b.knee.z) < -0.1
  );
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

/** Corners cut off and long sides given points, so that the smooth line through them stays close to the hull. */
function rounded(hull: readonly Point[], size: number): Point[] {
  return hull.flatMap((p, i) => {
    const q = hull[(i + 1) % hull.length] ?? p;
    const length = Math.hypot(q.x - p.x, q.y - p.y);
    const pieces = Math.max(1, Math.min(5, Math.floor(length / (size * 0.4))));
    return Array.from({ length: pieces }, (_, k) => ({ x: lerp(p.x, q.x, k / pieces), y: lerp(p.y, q.y, k / pieces) }));
  });
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

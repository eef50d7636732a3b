import * as steady from "../../geometry/steady-math.ts";
import { type Point, type Polygon, contains } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { type Nib, brush, curve, flick, massPath } from "./brush.ts";
import type { Cloth } from "./cloth.ts";
import { convexHull } from "./hull.ts";
import { clamp, lerp } from "./space.ts";

/** The joints of an arm on the page, and what its cloth falls along. All lengths in page units. */
export interface SleeveLine {
  shoulder: Point;
  elbow: Point;
  wrist: Point;
  /** The foot of the neck, and the middle of the hips. */
  neck: Point;
  hip: Point;
  /** Half the thickness of the arm. */
  r: number;
  /** Towards where a hanging bag of cloth swings on the page: 1 to the right. */
  aside: 1 | -1;
}

interface SleeveInk {
  svg: string;
  outline: string;
}

const towards = (from: Point, to: Point): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
};

const along = (a: Point, b: Point, t: number): Point => ({ x: lerp(a.x, b.x, t), y: lerp(a.y, b.y, t) });

/**
 * A puff (`full`) or a plain short sleeve: gathered into the seam that runs from the slope of the shoulder to the armpit, wide over the upper arm, gathered again
 * into a band. It is sewn to the bodice and lies on it: nothing of it ends in the air.
 */
export function puffSleeve(line: SleeveLine, full: boolean, cloth: Cloth, nib: Nib, trunk: Polygon = []): SleeveInk {
  const { shoulder, elbow, r } = line;
  const down = towards(shoulder, elbow);
  // The outer side of a hanging arm is away from the neck, of a raised one away from the hip: there cloth and trunk are one shape.
  const raised = down.y < 0.5;
  const inner = raised ? line.hip : line.neck;
  const length = Math.hypot(elbow.x - shoulder.x, elbow.y - shoulder.y) / r;
  const low = clamp(length * 0.44, 1.5, 3.4);
  // Across the arm; from the side the puff is as wide to both sides.
  const right = { x: -down.y, y: down.x };
  const apart = ((shoulder.x - inner.x) * right.x + (shoulder.y - inner.y) * right.y) / r;
  const sign = apart >= 0 ? 1 : -1;
  const side = clamp(Math.abs(apart) / 3, 0, 1);
  const at = (a: number, b: number): Point => ({
    x: shoulder.x + (down.x * a + right.x * sign * b) * r,
    y: shoulder.y + (down.y * a + right.y * sign * b) * r,
  });
  const seam = -lerp(1.5, 1.02, side);
  const top = at(-0.98, lerp(0, -0.5, side));
  const armpit = at(low * 0.5, seam);
  const outside = [
    top,
    at(-1.12, 0.35),
    at(-0.7, full ? 1.18 : 0.95),
    at(low * 0.25, full ? 1.66 : 1.18),
    at(low * 0.62, full ? 1.7 : 1.26),
    at(low * 0.88, full ? 1.34 : 1.3),
    at(low, full ? 1.04 : 1.32),
  ];
  const inside = [at(low, -1), at(low * 0.86, seam * 1.16), armpit];
  const sewn = [armpit, at(low * 0.18, seam * 0.94), at(-0.45, lerp(-0.5, -0.78, side)), top];
  const path = smoothPath([...curve(outside, 3), ...curve(inside, 2), ...curve(sewn, 2)], true);
  const band = [at(low - 0.1, -1.08), at(low + 0.12, 0), at(low - 0.1, 1.1)];
  const cuff = [...band, at(low + 0.26, 1.06), at(low + 0.48, 0), at(low + 0.26, -1.04)];
  const gathers = [-0.62, -0.2, 0.25, 0.7].flatMap((u, i) => [
    [at(low - 0.05, u), at(low * 0.82, u * 1.3), at(low * (i % 2 ? 0.52 : 0.66), u * 1.45)],
    [at(-0.86 + 0.32 * Math.abs(u - 0.2), u * 0.8), at(-0.4, u * 1.1), at(low * (i % 2 ? 0.2 : 0.06), u * 1.28)],
  ]);
  return {
    svg:
      `<path d="${path}" fill="${cloth.fill}"/>` +
      brush(
        curve(raised ? outside.slice(2) : outside, 3),
        nib.bold,
        { swellTo: 0.2, thinFrom: 0.9, tip: 0.5 },
        cloth.fold === "#fff" ? "#fff" : "#000",
      ) +
      (raised ? offTrunk(curve(inside, 3), trunk) : [curve(inside, 2)])
        .map((part) => brush(part, nib.line, { tip: 0.5 }, cloth.fold))
        .join("") +
      (raised ? "" : brush(curve(sewn, 3), nib.line, { tip: 0.5 }, cloth.fold)) +
      (full ? gathers : [])
        .filter((_, i) => !raised || i % 2 === 0)
        .map((fold) => flick(fold, nib.fine * 1.5, cloth.fold))
        .join("") +
      `<path d="${smoothPath(cuff, true)}" fill="${cloth.fill}" stroke="${cloth.fold}" stroke-width="${nib.line.toFixed(2)}"/>`,
    outline: path,
  };
}

/** The stretches of a line that lie off the trunk, each from and to the place where it crosses the rim. */
export function offTrunk(line: readonly Point[], trunk: Polygon): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  line.forEach((point, i) => {
    const before = line[i - 1] ?? point;
    const out = !contains(trunk, point);
    if (out && part.length === 0 && i > 0) part.push(rimCrossing(before, point, trunk));
    if (out) part.push(point);
    if (!out && part.length > 0) {
      parts.push([...part, rimCrossing(point, before, trunk)]);
      part = [];
    }
  });
  return [...parts, part].filter(({ length }) => length > 1);
}

/** Where the way from a place on the trunk to one off it leaves it. */
export function rimCrossing(inside: Point, outside: Point, trunk: Polygon): Point {
  let [within, beyond] = [inside, outside];
  for (let i = 0; i < 6; i++) {
    const middle = along(within, beyond, 0.5);
    if (contains(trunk, middle)) within = middle;
    else beyond = middle;
  }
  return within;
}

/** The bag of a robe's sleeve and its mouth. The bag lies under the arm, the mouth on it and under the hand. */
export interface RobeSleeve {
  bag: SleeveInk;
  /** Its corners: within them no line of the arm is seen. */
  ring: Point[];
  /** Seen where the arm is held out; null where the cloth hangs over the root of the hand. */
  mouth: string | null;
}

/**
 * A robe's sleeve is a bag as deep as the forearm is long. From a level arm it hangs straight down; along a hanging arm it falls
 * together, its round corner a little below the wrist. The hand comes out of the upper half of its mouth.
 */
export function robeSleeve(line: SleeveLine, deep: number, cloth: Cloth, skin: string, nib: Nib): RobeSleeve {
  const { shoulder, elbow, wrist, neck, hip, r, aside } = line;
  const fall = towards(neck, hip);
  const way = towards(elbow, wrist);
  const level = Math.min(1, Math.abs(way.x * fall.y - way.y * fall.x) * 1.25);
  const raised = way.x * fall.x + way.y * fall.y < -0.2;
  const out = { x: fall.y * aside, y: -fall.x * aside };
  const drop = lerp(r * 1.5, deep, level);
  const swing = r * 1.9 * (1 - level);
  const hung = (p: Point, share: number): Point => ({
    x: p.x + fall.x * drop * share + out.x * swing * share,
    y: p.y + fall.y * drop * share + out.y * swing * share,
  });
  // From a raised arm the cloth slides back.
  const end = along(wrist, elbow, raised ? 0.36 : 0.04);
  const up = { x: way.y, y: -way.x };
  const top = up.x * fall.x + up.y * fall.y < 0 || (level < 0.2 && up.x * out.x < 0) ? 1 : -1;
  const upper = (p: Point, share: number): Point => ({
    x: p.x + up.x * top * r * share,
    y: p.y + up.y * top * r * share,
  });
  const lip = [upper(end, 0.92), hung(end, 1)] as const;
  const corners = convexHull([
    upper(along(shoulder, elbow, 0.5), 0.8),
    upper(along(shoulder, elbow, 0.5), -0.8),
    ...round(elbow, r * 1.24),
    upper(along(elbow, end, 0.6), 1.12),
    upper(along(elbow, end, 0.6), -1.12),
    lip[0],
    upper(end, -0.9),
    hung(end, 0.9),
    { x: lip[1].x - way.x * r * 0.5 * level, y: lip[1].y - way.y * r * 0.5 * level },
    hung(along(elbow, end, 0.3), 1),
    hung(elbow, 0.72),
    hung(along(shoulder, elbow, 0.7), 0.2),
  ]);
  const ring = soft(corners);
  const path = massPath(ring);
  const edge = cloth.fold === "#fff" ? nib.fine : nib.bold * 0.9;
  // The cloth of a bent arm is drawn together in the crook, and lies smooth over the elbow.
  const folds = raised
    ? crookFold(shoulder, elbow, end, r)
    : [
        [along(shoulder, elbow, 0.72), along(elbow, hung(elbow, 0.8), 0.5), hung(along(elbow, end, 0.34), 0.86)],
        [along(elbow, end, 0.12), hung(along(elbow, end, 0.5), 0.4), hung(along(elbow, end, 0.72), 0.8)],
      ];
  const inside = [lip[0], along(lip[0], lip[1], 0.3), along(lip[0], lip[1], 0.62)];
  const hollow = { x: -way.x * r * 0.5, y: -way.y * r * 0.5 };
  const mouth = raised
    ? openEnd(upper(end, 1.04), upper(end, -1.04), way, r)
    : [
        ...inside,
        ...inside
          .toReversed()
          .map((p, i) => ({ x: p.x + hollow.x * (i === 1 ? 1 : 0.3), y: p.y + hollow.y * (i === 1 ? 1 : 0.3) })),
      ];
  return {
    bag: {
      svg:
        `<path d="${path}" fill="${cloth.fill}" stroke="${cloth.fold}" stroke-width="${(2 * edge).toFixed(2)}" stroke-linejoin="round" paint-order="stroke"/>` +
        folds.map((fold) => flick(fold, nib.fine * 1.8, cloth.fold)).join(""),
      outline: path,
    },
    ring,
    mouth:
      level < 0.45 && !raised
        ? null
        : `<path d="${smoothPath(mouth, true)}" fill="${raised ? cloth.fill : "#000"}" stroke="${cloth.fold}" stroke-width="${nib.fine.toFixed(2)}"/>` +
          // The arm comes from behind the near half of the rim.
          (raised
            ? bareForearm({ x: end.x - way.x * r * rimDepth, y: end.y - way.y * r * rimDepth }, wrist, r, skin, nib) +
              brush([...mouth.slice(6), ...mouth.slice(0, 1)], nib.bold * 0.9, { tip: 0.8 })
            : ""),
  };
}

/** Half the depth of that oval in thicknesses of the arm. */
const rimDepth = 0.24;

/** The open end of a sleeve round a raised forearm: an oval across it. */
function openEnd(a: Point, b: Point, way: Point, r: number): Point[] {
  const middle = along(a, b, 0.5);
  return Array.from({ length: 12 }, (_, i) => {
    const turn = (i * Math.PI) / 6;
    return {
      x: middle.x + ((a.x - b.x) / 2) * steady.cos(turn) + way.x * r * rimDepth * steady.sin(turn),
      y: middle.y + ((a.y - b.y) / 2) * steady.cos(turn) + way.y * r * rimDepth * steady.sin(turn),
    };
  });
}

/** The fold that begins on the inner side of a sharp bend. */
function crookFold(shoulder: Point, elbow: Point, end: Point, r: number): Point[][] {
  const [up, down] = [towards(elbow, shoulder), towards(elbow, end)];
  const inwards = towards({ x: 0, y: 0 }, { x: up.x + down.x, y: up.y + down.y });
  const at = (way: Point, by: number, back: number): Point => ({
    x: elbow.x + (way.x * by + inwards.x * back) * r,
    y: elbow.y + (way.y * by + inwards.y * back) * r,
  });
  return [[at(down, 1.5, 0.85), at(down, 1.05, 0.3), at(down, 0.7, -0.5)]];
}

/** What a sleeve that slid back leaves bare. */
function bareForearm(from: Point, wrist: Point, r: number, skin: string, nib: Nib): string {
  const way = towards(from, wrist);
  const at = (p: Point, across: number): Point => ({ x: p.x - way.y * r * across, y: p.y + way.x * r * across });
  const left = [at(from, 0.66), at(along(from, wrist, 0.5), 0.6), at(wrist, 0.48)];
  const right = [at(from, -0.66), at(along(from, wrist, 0.5), -0.6), at(wrist, -0.48)];
  const line = (side: readonly Point[]): string => brush(side, nib.bold * 0.9, { tip: 0.7 });
  return `<path d="${smoothPath([...left, ...right.toReversed()], true)}" fill="${skin}"/>${line(left)}${line(right)}`;
}

/** Points all round a joint. */
const round = ({ x, y }: Point, radius: number): Point[] =>
  Array.from({ length: 8 }, (_, i) => ({
    x: x + radius * steady.cos((i * Math.PI) / 4),
    y: y + radius * steady.sin((i * Math.PI) / 4),
  }));

/** Corners cut twice: straight sides, round corners. */
function soft(corners: readonly Point[]): Point[] {
  const cutOnce = (ring: readonly Point[]): Point[] =>
    ring.flatMap((p, i) => {
      const q = ring[(i + 1) % ring.length] ?? p;
      return [along(p, q, 0.22), along(p, q, 0.78)];
    });
  return cutOnce(cutOnce(corners));
}

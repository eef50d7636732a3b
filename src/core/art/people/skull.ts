import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { ModelSheet } from "../artist.ts";
import { backs, faces, fronts, lips, noLips, powers, ridges, widths } from "./skull-data.ts";
import { type Sight, type Vec, between, clamp, lerp } from "./space.ts";

/**
 * A head as a pile of horizontal slices from crown (y -0.5) to chin (y 0.5), in head sizes. Each slice is a rounded
 * box: half width, front and back depth, with the middle of the face (nose, lips, chin) as a ridge of its own. Turning
 * the pile and taking the outermost point of each slice gives the outline from every side.
 */
export interface Skull {
  slice(y: number): Slice;
  /** Height of the eye line, nose tip, and mouth. */
  eyeLine: number;
  noseTip: number;
  mouthLine: number;
  /** Height of the point of the chin: 0.5 with a closed mouth. */
  chin: number;
}

export interface Slice {
  width: number;
  front: number;
  back: number;
  /** How far the middle of the face stands out. */
  ridge: number;
  /** Squareness of the front half; 2 is an ellipse. */
  power: number;
}

/** Depth at which a slice is widest; under the ears the slices are those of the jaw, further forward. */
const midOf = ({ front, back }: Slice): number => Math.max(widest, Math.min(back + 0.07, (front + back) / 2));
const widest = -0.03;

/** What age, sex and build make of the bones: factors on the width of the slices from temple to chin. */
function factorsOf(sheet: ModelSheet): [number, number][] {
  const child = sheet.age === "child";
  const man = sheet.gender === "male" && !child;
  const [temple, cheek, jaw, chin] = child ? childFace(sheet.face) : man ? faces[sheet.face] : womanFace(sheet.face);
  const grown = sheet.age === "young" ? 0.97 : 1;
  const woman = !man && !child;
  const thin = woman ? 0.985 : 0.965;
  const stout = sheet.build === "stout" ? (woman ? 1.03 : 1.06) : sheet.build === "thin" ? thin : 1;
  // The jaw stays inside the cheekbones.
  const jawAll = Math.min(child ? 1.22 : 1.15, jaw * stout * (child ? 1.16 : grown) * (man ? 1.06 : child ? 0.97 : 1));
  return [
    [-0.3, temple],
    [0, (temple + cheek) / 2],
    [0.12, cheek * (child ? 1.05 : sheet.build === "thin" ? 0.98 : 1)],
    [0.29, jawAll],
    [0.42, Math.min(1.4, chin * stout * (man ? 1.13 : child ? 1.3 : 1.06))],
    [0.5, chin * (man ? 1.2 : child ? 1.3 : 1.12)],
  ];
}

/** The skull of a sheet: shape of face, jaw by gender, cheeks by age and build, nose. `open`: how far the mouth opens. */
export function skullOf(sheet: ModelSheet, open = 0): Skull {
  const child = sheet.age === "child";
  const man = sheet.gender === "male" && !child;
  const factors = factorsOf(sheet);
  const woman = sheet.gender === "female" && !child;
  const ridge = child ? 0.66 : woman ? (sheet.age === "old" ? 0.86 : 0.7) : 1;
  const nose = ridges[child ? "small" : sheet.nose];
  const lift = child ? 0.07 : lengthOf(sheet);
  const mouth = sheet.age === "old" && sheet.beard === "none" ? noLips : lips;
  const full = child ? 0.7 : man ? 0.9 : sheet.age === "old" ? 0.7 : 1.1;
  // A chin as far out as a man's makes a lantern of a woman's jaw.
  const receding = child ? 0.12 : woman ? 0.24 : 0;
  const slices = new Map<number, Slice>();
  const mouthLine = 0.305 + lift / (child ? 1.9 : 2);
  // A jaw hangs on its joint before the ear: what lies under the mouth goes down with it, and as far back.
  const drop = open * 0.2;
  const gap = open * lipsPart;
  const closed = (y: number): number =>
    y <= mouthLine + gap
      ? Math.min(y, mouthLine)
      : mouthLine + ((y - mouthLine - gap) * (0.5 - mouthLine)) / (0.5 + drop - mouthLine - gap);
  const cut = (seen: number): Slice => {
    const y = closed(seen);
    // Cheeks and jaw are drawn out evenly: as wide as the mouth all the way down it, they would be a shovel.
    const bone = seen < 0.12 ? seen : 0.12 + ((seen - 0.12) * 0.38) / (0.38 + drop);
    const cheeks = child ? 0.012 * steady.exp(-(((bone - 0.23) / 0.12) ** 2)) : 0;
    const brow = child ? 0.012 * steady.exp(-(((y + 0.22) / 0.14) ** 2)) : 0;
    const boss = man && sheet.age !== "young" ? 0.007 * steady.exp(-(((y + 0.06) / 0.04) ** 2)) : 0;
    // A man's jaw has a corner; a woman's and a child's is drawn in.
    const soft = man ? 0 : (woman ? 0.012 : 0.022) * steady.exp(-(((bone - 0.36) / 0.07) ** 2));
    const low = y - (mouthLine - 0.305);
    const parted = gap > 0 ? 0.03 * Math.max(0, 1 - Math.abs((seen - mouthLine) / gap - 0.5) * 2) : 0;
    const swung = drop * 1.5 * clamp((seen - mouthLine) / (gap + 0.04), 0, 1);
    return {
      width: between(widths, bone) * between(factors, bone) + cheeks,
      front: between(fronts, y) + brow + boss - swung - Math.max(0, y - 0.36) * receding,
      back: between(backs, bone) + soft,
      power: between(powers, bone) + (child && bone > 0.15 ? Math.min(0.35, (bone - 0.15) * 2.5) : 0),
      ridge: low < 0.242 ? between(nose, y - lift / 2) * ridge : between(mouth, low) * full - parted,
    };
  };
  return {
    eyeLine: child ? 0.13 : 0.035 + lengthOf(sheet) * 0.4,
    noseTip: 0.19 + lift / 2,
    mouthLine,
    chin: 0.5 + drop,
    slice(y) {
      // Features ask for the same heights again and again.
      const known = slices.get(y);
      if (known) return known;
      const fresh = cut(y);
      slices.set(y, fresh);
      return fresh;
    },
  };
}

/** Children of every shape of face have round cheeks and a soft chin. */
function childFace(face: ModelSheet["face"]): [number, number, number, number] {
  const [temple, cheek, jaw, chin] = faces[face];
  const soft = (value: number, round: number): number => value * 0.4 + round * 0.6;
  return [soft(temple, 1.03), soft(cheek, 1.06), soft(jaw, 1.03), soft(chin, 1)];
}

/**
 * A woman's jaw and chin stay narrow in every shape of face, and round: a heart is no wedge, and under a wide forehead a
 * narrow chin makes a light bulb.
 */
function womanFace(face: ModelSheet["face"]): [number, number, number, number] {
  const [temple, cheek, jaw, chin] = faces[face];
  return [Math.min(0.98, temple), clamp(cheek, 0.95, 1.04), clamp(jaw, 1.08, 1.12), clamp(chin, 1.08, 1.16)];
}

/** How far the lips part on the middle line, of how far the mouth opens. */
export const lipsPart = 0.78;

/** A little longer or shorter in the middle of the face, so that two people of one shape differ. */
const lengthOf = ({ seed }: ModelSheet): number => (((seed >>> 3) % 5) - 2) * 0.012;

/** The front of the face at a place beside the middle line; without the ridge of the nose. */
export function onFace(skull: Skull, x: number, y: number, lift = 0): Vec {
  const { width, front, power } = skull.slice(y);
  const t = Math.min(0.985, Math.abs(x) / width);
  return { x, y, z: widest + (front - widest) * (1 - t ** power) ** (1 / power) + lift };
}

/** The middle line of the face, nose and lips included. */
export function onRidge(skull: Skull, y: number, x = 0, share = 1): Vec {
  const { front, ridge } = skull.slice(y);
  return { x, y, z: front + ridge * share };
}

/** Heights at which the skull is sliced for its outline, as shares of the way from crown to chin. */
const levels = [
  0, 0.006, 0.018, 0.04, 0.07, 0.12, 0.18, 0.25, 0.32, 0.38, 0.43, 0.47, 0.51, 0.55, 0.59, 0.63, 0.655, 0.675, 0.69,
  0.703, 0.716, 0.73, 0.75, 0.77, 0.785, 0.8, 0.815, 0.83, 0.85, 0.87, 0.9, 0.93, 0.955, 0.975, 0.988, 1,
];
const meridians = 36;
const rows = 64;

export interface HeadOutline {
  /** Down the right and the left edge of the page, crown to chin. */
  right: Point[];
  left: Point[];
}

/** Lines from crown to chin round the head, the ridge of the face last. */
function meridiansOf(skull: Skull): Vec[][] {
  const lines: Vec[][] = Array.from({ length: meridians + 1 }, () => []);
  for (const level of levels) {
    const y = -0.5 + (skull.chin + 0.5) * level;
    const slice = skull.slice(y);
    const mid = midOf(slice);
    for (let i = 0; i < meridians; i++) {
      const angle = (i / meridians) * 2 * Math.PI;
      const [c, s] = [steady.cos(angle), steady.sin(angle)];
      const depth = c > 0 ? slice.front - mid : mid - slice.back;
      const power = c > 0 ? 2 / slice.power : 1;
      const x = slice.width * Math.sign(s) * Math.abs(s) ** power;
      lines[i]?.push({ x, y, z: mid + depth * Math.sign(c) * Math.abs(c) ** power });
    }
    lines[meridians]?.push({ x: 0, y, z: slice.front + slice.ridge });
  }
  return lines;
}

/**
 * The outline of the turned and nodding skull in page units: the outermost points of every row, however the head is held.
 * `face`: how nose, lips and chin are seen.
 */
export function outlineOf(skull: Skull, sight: Sight, face = sight): HeadOutline {
  const lines = meridiansOf(skull).map((line, i) =>
    line.map((point) => {
      // The chin goes with the face, or it would stick out beside the mouth.
      const share = i === meridians ? 1 : clamp((point.y - cheekbone) / 0.36, 0, 1);
      if (share === 0 || face === sight) return sight.facing(point);
      const [far, near] = [sight.facing(point), face.facing(point)];
      return { right: lerp(far.right, near.right, share), down: lerp(far.down, near.down, share) };
    }),
  );
  const downs = lines.flatMap((line) => line.map((point) => point.down));
  const [top, bottom] = [Math.min(...downs), Math.max(...downs)];
  const step = (row: number): number => {
    const t = row / rows;
    // Rows lie closer at crown and chin, where the outline bends.
    return top + (bottom - top) * (t - (steady.sin(2 * Math.PI * t) / (2 * Math.PI)) * 0.85);
  };
  const most: number[] = Array.from({ length: rows + 1 }, () => -9);
  const least: number[] = Array.from({ length: rows + 1 }, () => 9);
  const heights = Array.from({ length: rows + 1 }, (_, row) => step(row));
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      if (!a || !b) continue;
      const [low, high] = a.down < b.down ? [a, b] : [b, a];
      for (let row = rowFrom(heights, low.down); row <= rows; row++) {
        const down = heights[row] ?? 9;
        if (down > high.down) break;
        const t = (down - low.down) / (high.down - low.down || 1);
        const reach = low.right + (high.right - low.right) * t;
        most[row] = Math.max(most[row] ?? -9, reach);
        least[row] = Math.min(least[row] ?? 9, reach);
      }
    }
  const far = sight.yaw >= 0 ? most : least;
  fillHollows(heights, far, Math.sign(sight.yaw), hollowsFilled(sight.yaw));
  const edge = (reaches: readonly number[]): Point[] =>
    thinned(
      heights.flatMap((down, row) => {
        const reach = reaches[row] ?? 9;
        return Math.abs(reach) > 2 ? [] : [{ x: reach, y: down }];
      }),
    ).map(({ x, y }) => sight.place(x, y));
  return { right: edge(most), left: edge(least) };
}

/** How much of the hollow between cheekbone and chin is filled on a half turned face; at the profile lips and nose are the outline. */
const hollowsFilled = (yaw: number): number => (Math.abs(yaw) < 60 ? 0.68 : 0);

/** Height of the cheekbone, under which the far side of a face runs to the chin in one curve, without a step at the mouth. */
const cheekbone = 0.06;

/** Draws the edge of the far cheek out towards the straight line over each of its hollows. */
function fillHollows(heights: readonly number[], reaches: number[], side: number, share: number): void {
  if (share === 0 || side === 0) return;
  const rowsBelow = heights.flatMap((down, row) => (down > cheekbone && Math.abs(reaches[row] ?? 9) < 2 ? [row] : []));
  const point = (row: number): Point => ({ x: (reaches[row] ?? 0) * side, y: heights[row] ?? 0 });
  const hull: number[] = [];
  for (const row of rowsBelow) {
    while (hull.length > 1 && isHollow(point(hull.at(-2) ?? 0), point(hull.at(-1) ?? 0), point(row))) hull.pop();
    hull.push(row);
  }
  hull.forEach((low, i) => {
    const from = hull[i - 1];
    if (from === undefined) return;
    const [a, b] = [point(from), point(low)];
    for (let row = from + 1; row < low; row++) {
      const p = point(row);
      const straight = lerp(a.x, b.x, (p.y - a.y) / (b.y - a.y || 1));
      reaches[row] = side * lerp(p.x, straight, share);
    }
  });
}

/** Whether the middle one of three points of a right edge lies inside the line from the upper to the lower. */
const isHollow = (a: Point, b: Point, c: Point): boolean => (b.x - a.x) * (c.y - a.y) < (c.x - a.x) * (b.y - a.y);

/** The first row at or under a height. */
function rowFrom(heights: readonly number[], down: number): number {
  let [low, high] = [0, heights.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heights[middle] ?? 9) < down) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Leaves out the points that lie on the line between their neighbours. */
function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  points.forEach((point, i) => {
    const [before, after] = [kept.at(-1), points[i + 1]];
    if (before && after) {
      const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
      const off = Math.abs((point.x - before.x) * (after.y - before.y) - (point.y - before.y) * (after.x - before.x));
      if (off / length < 0.0009 && length < 0.075) return;
    }
    kept.push(point);
  });
  return kept;
}

/** The outline as one closed row of points. */
export function outlineRing({ right, left }: HeadOutline): Point[] {
  return [...right, ...left.toReversed()];
}

/** Where hair begins, by degrees from the front; and how far a high forehead lifts it there. */
const hairlines: readonly (readonly [number, number])[] = [
  [0, -0.27],
  [25, -0.275],
  [42, -0.26],
  [55, -0.2],
  [66, -0.1],
  [74, 0],
  [82, 0.09],
  [92, 0.06],
  [108, 0.14],
  [120, 0.22],
  [130, 0.256],
  [150, 0.28],
  [165, 0.288],
  [180, 0.29],
];
const liftedBy: readonly (readonly [number, number])[] = [
  [0, 1],
  [25, 1],
  [42, 0.9],
  [55, 0.5],
  [66, 0.2],
  [74, 0],
];

/**
 * Where hair begins: height on the head for a direction (degrees from the front, either side). `high` lifts the line
 * over the forehead.
 */
export function hairline(degrees: number, high = 0): number {
  const a = Math.min(180, Math.abs(degrees));
  const line = between(hairlines, a);
  return high === 0 || a >= 74 ? line : line - high * between(liftedBy, a);
}

/** Height at which the back of the skull becomes the neck. */
const napeFrom = 0.08;

/** A point on the head in a direction (degrees from the front, to the right) at a height, `lift` above the skin. */
export function onScalp(skull: Skull, degrees: number, y: number, lift: number): Vec {
  // Hair asks for a thousand heights that lie a hair's breadth apart: slices are shared, finer at the crown.
  const fine = y < -0.45 ? 4000 : 800;
  const slice = skull.slice(Math.round(Math.min(0.46, Math.max(-0.499, y)) * fine) / fine);
  const angle = (degrees * Math.PI) / 180;
  // Below the skull hair lies on the neck, which does not run as far under as the jaw, and goes in with it.
  const back =
    y < napeFrom ? slice.back : lerp(skull.slice(napeFrom).back, -0.235, clamp((y - napeFrom) / 0.2, 0, 1) ** 1.4);
  // Hair at the nape runs in to the neck.
  const nape = clamp((y - napeFrom) / 0.32, 0, 1) * clamp(-steady.cos(angle) * 2.6, 0, 1);
  const depth = steady.cos(angle) > 0 ? slice.front - widest : (widest - back) * (1 - 0.08 * nape);
  // The swelling points away from the middle of the skull, so that hair lies above the crown too.
  const centre = { x: 0, y: -0.1, z: -0.05 };
  const x = lerp(slice.width, Math.min(slice.width, 0.21), nape) * steady.sin(angle);
  const z = widest + depth * steady.cos(angle);
  const away = { x: x - centre.x, y: y - centre.y, z: z - centre.z };
  const length = Math.hypot(away.x, away.y, away.z) || 1;
  return {
    x: x + (away.x / length) * lift,
    y: y + (away.y / length) * lift,
    z: z + (away.z / length) * lift,
  };
}

/** Height on the head from a share of the way from the crown (0) to a lower edge (1), even over the curve of the skull. */
export function alongScalp(share: number, edge: number): number {
  return -0.5 + (edge + 0.5) * (1 - steady.cos((share * Math.PI) / 2));
}

/**
 * The side limit of what is seen of the face at a height: on a face turned to the right, points with x up to the limit
 * are seen; turned to the left, points from the limit on.
 */
export function faceLimit(skull: Skull, yaw: number, y: number): number {
  const { width, front, power } = skull.slice(y);
  const turn = (Math.abs(yaw) * Math.PI) / 180;
  const dual = power / (power - 1);
  const across = width * Math.abs(steady.cos(turn));
  const along = (front - widest) * steady.sin(turn);
  const norm = (across ** dual + along ** dual) ** (1 / power) || 1;
  return ((width * across ** (dual - 1)) / norm) * Math.sign(steady.cos(turn)) * (yaw < 0 ? -1 : 1);
}

/** A point on the face, held inside what is seen of it, so that a far eye is squeezed against the cheek and not cut. */
export function onSeenFace(skull: Skull, yaw: number, x: number, y: number): Vec {
  const limit = faceLimit(skull, yaw, y);
  const held = yaw >= 0 ? Math.min(x, limit - 0.016) : Math.max(x, limit + 0.016);
  return onFace(skull, Math.abs(yaw) < 4 ? x : held, y);
}

/** How far from the middle line something at x lies: on the far side of a turned face closer, so that all of it stays on the face. */
export function drawnTogether(skull: Skull, yaw: number, x: number, y: number): number {
  const across = Math.abs(x);
  const limit = Math.abs(faceLimit(skull, yaw, y)) - 0.008;
  const free = limit * 0.62;
  if (x * yaw <= 0 || across <= free) return across;
  return free + (limit - free) * steady.tanh((across - free) / (limit - free));
}

import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { brief, type Canvas, corners, sliver } from "../canvas.ts";
import { penStroke, smoothPath } from "../ink.ts";
import type { Light } from "./light.ts";
import { scallops } from "./sky.ts";

/** How plants are inked: by day white leaves with dark undersides, by night black ones with white edges. */
export interface LeafInk {
  fill: string;
  under: string;
  ink: string;
  width: number;
  /** 0 a silhouette, 1 leaf by leaf. */
  detail: number;
}

/** Ink for leaves at a depth: 0 near … 1 far; `dark` trees frame a picture. */
export function leafInk(light: Light, far: number, dark = false): LeafInk {
  const width = 2.4 - 1.4 * far;
  if (light.dark)
    return {
      fill: dark ? "#000" : light.level(3.4 - far * 2.6),
      under: "#000",
      ink: dark && far < 0.3 ? "#777" : "#fff",
      width,
      detail: 1 - far,
    };
  return {
    fill: light.level(dark ? 5 : 0.6 + far * 1.2),
    under: light.level(dark ? 6 : 4.6 - far * 1.6),
    ink: light.ink,
    width,
    detail: 1 - far,
  };
}

/** A clump of leaves: a ragged outline, shadow on its lower side, and a scatter of leaf marks. */
export function clump(canvas: Canvas, centre: Point, rx: number, ry: number, random: Random, leaf: LeafInk): void {
  const count = Math.max(9, Math.min(24, Math.round((rx + ry) / 8)));
  const ring: Point[] = [];
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * 2 * Math.PI;
    const swell = random.between(0.86, 1.1);
    ring.push({ x: centre.x + Math.cos(angle) * rx * swell, y: centre.y + Math.sin(angle) * ry * swell });
  }
  const first = ring[0];
  if (!first) return;
  canvas.shape(`${scallops([...ring, first], random)}Z`, leaf.fill, leaf.width, leaf.ink);
  if (leaf.detail < 0.2) return;
  const lower = ring.filter((p) => p.y > centre.y - ry * 0.1).sort((a, b) => b.x - a.x);
  const upper = [...lower].reverse().map((p) => ({
    x: centre.x + (p.x - centre.x) * 0.86,
    y: centre.y + (p.y - centre.y) * 0.3 + ry * 0.12 * random.between(0.2, 2.2),
  }));
  const [start, turn] = [lower[0], upper[0]];
  if (start && turn)
    canvas.fill(
      `${scallops(lower, random)}L${brief(turn.x)} ${brief(turn.y)}${scallops(upper, random)
        .slice(1)
        .replace(/^[^A]*/, "")}Z`,
      leaf.under,
    );
  leafMarks(canvas, centre, rx, ry, random, leaf);
}

/** Small bent strokes like the edges of leaves, in one line path. */
function leafMarks(canvas: Canvas, centre: Point, rx: number, ry: number, random: Random, leaf: LeafInk): void {
  let path = "";
  const marks = Math.round(Math.min(22, (rx * ry) / 170) * leaf.detail);
  for (let i = 0; i < marks; i++) {
    const [angle, reach] = [random.between(Math.PI * 0.85, Math.PI * 2.15), random.between(0.2, 0.85)];
    const s = random.between(4, 8);
    path += `M${brief(centre.x + Math.cos(angle) * rx * reach - s)} ${brief(centre.y + Math.sin(angle) * ry * reach)}q${brief(s * 0.5)} ${brief(-s * 0.9)} ${brief(s)} 0q${brief(s * 0.5)} ${brief(-s * 0.8)} ${brief(s)} ${brief(s * 0.2)}`;
  }
  if (path) canvas.line(path, 1.3, leaf.ink);
}

export type TreeKind = "broad" | "pine" | "bare" | "bamboo" | "cypress" | "cherry";

/** A tree by its foot and height in page units. */
export function tree(
  canvas: Canvas,
  foot: Point,
  height: number,
  kind: TreeKind,
  random: Random,
  leaf: LeafInk,
  bark: string,
): void {
  if (height < 6) return;
  if (kind === "pine") {
    rooted(canvas, foot, height * 0.13, random, leaf);
    return pine(canvas, foot, height, random, leaf);
  }
  if (kind === "bamboo") {
    rooted(canvas, foot, height * 0.05, random, leaf);
    return bamboo(canvas, foot, height, random, leaf);
  }
  if (kind === "cypress") {
    rooted(canvas, foot, height * 0.16, random, leaf);
    cypress(canvas, foot, height, random, leaf);
    return;
  }
  rooted(canvas, foot, height * 0.2, random, leaf);
  const lean = random.between(-0.06, 0.06) * height;
  trunk(
    canvas,
    foot,
    { x: foot.x + lean, y: foot.y - height * (kind === "bare" ? 0.92 : 0.6) },
    height * 0.075,
    random,
    bark,
    leaf,
  );
  branches(canvas, foot, height, lean, kind, random, leaf);
  if (kind === "bare") return;
  const spread = height * (kind === "cherry" ? 0.4 : 0.33);
  const centre = { x: foot.x + lean, y: foot.y - height * 0.68 };
  const pads = [
    [-0.62, 0.22, 0.52],
    [0.62, 0.16, 0.54],
    [0, 0.3, 0.5],
    [-0.34, -0.3, 0.58],
    [0.38, -0.34, 0.56],
    [0.02, -0.02, 0.68],
  ] as const;
  for (const [dx, dy, r] of pads) {
    const size = spread * r * random.between(0.9, 1.12);
    clump(canvas, { x: centre.x + dx * spread, y: centre.y + dy * spread * 0.95 }, size, size * 0.74, random, leaf);
  }
}

/** Shadow and grass about the foot of a tree, so that it stands in the ground and does not end in the air. */
export function rooted(canvas: Canvas, foot: Point, reach: number, random: Random, leaf: LeafInk): void {
  if (reach < 3) return;
  const y = foot.y + reach * 0.04;
  canvas.fill(
    `M${brief(foot.x - reach * 0.7)} ${brief(y)}a${brief(reach)} ${brief(reach * 0.2)} 0 1 0 ${brief(reach * 2)} 0a${brief(reach)} ${brief(reach * 0.2)} 0 1 0 ${brief(-reach * 2)} 0Z`,
    leaf.ink === "#fff" ? "#000" : canvas.dots(0.5, null),
  );
  const side = { x: foot.x + reach * 0.6, y: foot.y + reach * 0.06 };
  grass(canvas, { x: foot.x - reach * 0.5, y: side.y }, side, 4, reach * 0.3, random, leaf.ink);
}

/** A tapering stem to the ground, for trees whose crown begins low. */
function stem(canvas: Canvas, foot: Point, height: number, width: number, leaf: LeafInk): void {
  canvas.shape(
    corners([
      { x: foot.x - width * 1.5, y: foot.y },
      { x: foot.x - width * 0.8, y: foot.y - height },
      { x: foot.x + width * 0.8, y: foot.y - height },
      { x: foot.x + width * 1.5, y: foot.y },
    ]),
    leaf.under,
    leaf.width,
    leaf.ink,
  );
}

/** A slim tree like a flame on its stem: a closed crown with a fine ragged edge, darker on its lee side behind a wavering line. */
function cypress(canvas: Canvas, foot: Point, height: number, random: Random, leaf: LeafInk): void {
  stem(canvas, foot, height * 0.2, height * 0.016, leaf);
  const half = (t: number): number =>
    height * 0.105 * Math.sin(Math.PI * Math.min(1, 0.16 + t * 0.84)) ** 0.6 * (1 - t * 0.5);
  const at = (t: number, side: number): Point => ({
    x: foot.x + side * half(t),
    y: foot.y - height * (0.13 + 0.87 * t),
  });
  // The teeth of the edge are leaves, not balls: the larger the tree, the more of them.
  const teeth = Math.round(Math.max(12, Math.min(44, height / 9)));
  const steps = Array.from({ length: teeth }, (_, i) => i / teeth);
  const left = steps.map((t) => at(t, -random.between(0.88, 1.06)));
  const lee = [...steps].reverse().map((t) => at(t, random.between(0.88, 1.06)));
  const tip = { x: foot.x, y: foot.y - height };
  const first = left[0] ?? foot;
  canvas.shape(`${scallops([...left, tip, ...lee, first], random)}Z`, leaf.fill, leaf.width, leaf.ink);
  if (leaf.detail < 0.2) return;
  const shaded = steps.filter((t) => t > 0.04 && t < 0.9);
  const rim = shaded.map((t) => at(t, 0.86));
  const inner = [...shaded].reverse().map((t, i) => at(t, 0.3 + 0.15 * Math.sin(i * 2.1)));
  canvas.fill(smoothPath([...rim, ...inner], true), leaf.under);
  const middle = { x: foot.x - half(0.4) * 0.3, y: foot.y - height * 0.5 };
  leafMarks(canvas, middle, half(0.4) * 0.5, height * 0.3, random, leaf);
}

/** A trunk with spreading roots and bark strokes on its shaded side. */
export function trunk(
  canvas: Canvas,
  foot: Point,
  top: Point,
  width: number,
  random: Random,
  bark: string,
  leaf: LeafInk,
): void {
  const left: Point[] = [];
  const rightSide: Point[] = [];
  for (let i = 0; i <= 5; i++) {
    const t = i / 5;
    const half = (width / 2) * (1 - 0.5 * t + (i === 0 ? 0.7 : 0));
    const [x, y] = [
      foot.x + (top.x - foot.x) * t + Math.sin(t * 5 + width) * width * 0.12,
      foot.y + (top.y - foot.y) * t,
    ];
    left.push({ x: x - half, y });
    rightSide.unshift({ x: x + half, y });
  }
  canvas.shape(corners([...left, ...rightSide]), bark, leaf.width, leaf.ink);
  if (width < 9 || leaf.detail < 0.3) return;
  let path = "";
  for (let i = 0; i < Math.min(34, 8 + width * 0.5); i++) {
    const t = random() ** 1.1 * 0.9;
    const across = 0.5 - random() ** 2 * 0.9;
    const x = foot.x + (top.x - foot.x) * t + across * width * (1 - 0.5 * t);
    const y = foot.y + (top.y - foot.y) * t;
    const length = Math.abs(top.y - foot.y) * random.between(0.03, 0.1);
    path += sliver({ x, y }, { x: x + random.between(-2, 2), y: y - length }, random.between(1, 2.6));
  }
  canvas.fill(path, leaf.ink);
}

function branches(
  canvas: Canvas,
  foot: Point,
  height: number,
  lean: number,
  kind: TreeKind,
  random: Random,
  leaf: LeafInk,
): void {
  let path = "";
  const grow = (from: Point, angle: number, length: number, width: number, level: number): void => {
    const bend = angle + random.between(-0.3, 0.3);
    const mid = { x: from.x + Math.sin(angle) * length * 0.5, y: from.y - Math.cos(angle) * length * 0.5 };
    const to = { x: mid.x + Math.sin(bend) * length * 0.5, y: mid.y - Math.cos(bend) * length * 0.5 };
    path += penStroke([from, mid, to], width, { swellTo: 0.02, thinFrom: 0.2, tip: 0.2 });
    if (level > 0)
      for (const turn of [-0.6, 0.5])
        grow(level > 1 ? mid : to, bend + turn * random.between(0.7, 1.3), length * 0.62, width * 0.55, level - 1);
  };
  const depth = kind === "bare" ? 3 : 0;
  for (const [t, angle] of [
    [0.42, -0.85],
    [0.52, 0.8],
    [0.62, -0.45],
    [0.72, 0.4],
  ] as const)
    grow(
      { x: foot.x + lean * t, y: foot.y - height * t },
      angle * random.between(0.8, 1.2),
      height * 0.26,
      height * 0.034,
      depth,
    );
  canvas.fill(path, leaf.ink);
}

/** A fir: one closed crown of drooping boughs down to its stem, with shadow under every bough. */
function pine(canvas: Canvas, foot: Point, height: number, random: Random, leaf: LeafInk): void {
  stem(canvas, foot, height * 0.2, height * 0.018, leaf);
  const tiers = 8;
  const apex = foot.y - height;
  const step = (height * 0.88) / tiers;
  const [left, right]: [Point[], Point[]] = [[], []];
  let shadow = "";
  for (let i = 1; i <= tiers; i++) {
    const y = apex + step * i;
    for (const side of [-1, 1]) {
      const half = side * height * 0.205 * (i / tiers) ** 0.85 * random.between(0.88, 1.08);
      const tip = { x: foot.x + half, y: y + step * random.between(0, 0.16) };
      const fork = { x: foot.x + half * (i === tiers ? 0.2 : 0.66), y: y - step * (i === tiers ? 0.06 : 0.16) };
      (side < 0 ? left : right).push(tip, fork);
      if (side > 0)
        shadow += corners([
          { x: foot.x + half * 0.82, y: tip.y - step * 0.12 },
          { x: foot.x + half * 0.1, y: y - step * 0.34 },
          { x: foot.x - half * 0.3, y: y - step * 0.06 },
          { x: foot.x + half * 0.16, y: y + step * 0.04 },
          { x: foot.x + half * 0.5, y: y - step * 0.04 },
        ]);
    }
  }
  canvas.shape(corners([...left.reverse(), { x: foot.x, y: apex }, ...right]), leaf.fill, leaf.width, leaf.ink);
  if (leaf.detail >= 0.2) canvas.fill(shadow, leaf.under);
}

function bamboo(canvas: Canvas, foot: Point, height: number, random: Random, leaf: LeafInk): void {
  const w = height * 0.02;
  const lean = random.between(-0.03, 0.03) * height;
  const at = (t: number): Point => ({ x: foot.x + lean * t * t, y: foot.y - height * t });
  const [a, b] = [at(0), at(1)];
  canvas.shape(
    corners([
      { x: a.x - w, y: a.y },
      { x: b.x - w * 0.6, y: b.y },
      { x: b.x + w * 0.6, y: b.y },
      { x: a.x + w, y: a.y },
    ]),
    leaf.fill,
    leaf.width,
    leaf.ink,
  );
  let path = "";
  for (let t = 0.08; t < 1; t += 0.09)
    path += sliver({ x: at(t).x - w * 1.3, y: at(t).y }, { x: at(t).x + w * 1.3, y: at(t).y }, leaf.width * 1.4);
  for (let i = 0; i < 16; i++) {
    const p = at(random.between(0.5, 1));
    const angle = random.between(0.3, 2.6) * (random() < 0.5 ? -1 : 1);
    const l = height * random.between(0.06, 0.12);
    path += penStroke(
      [
        p,
        { x: p.x + Math.sin(angle) * l * 0.5, y: p.y - Math.cos(angle) * l * 0.5 },
        { x: p.x + Math.sin(angle) * l, y: p.y - Math.cos(angle) * l * 0.8 + l * 0.2 },
      ],
      height * 0.014,
      { swellTo: 0.4, thinFrom: 0.5, tip: 0 },
    );
  }
  canvas.fill(path, leaf.under === "#000" && leaf.ink === "#fff" ? "#fff" : "#000");
}

/** Tufts of grass along a line, taller towards the reader. */
export function grass(
  canvas: Canvas,
  from: Point,
  to: Point,
  count: number,
  height: number,
  random: Random,
  ink: string,
): void {
  let path = "";
  for (let i = 0; i < count; i++) {
    const t = random();
    const x = from.x + (to.x - from.x) * t;
    const y = from.y + (to.y - from.y) * t + random.between(-0.25, 0.25) * height;
    for (let k = 0; k < 3; k++) {
      const lean = (k - 1) * 0.4 + random.between(-0.25, 0.25);
      const h = height * random.between(0.45, 1.1);
      const root = { x: x + (k - 1) * height * 0.12, y };
      const tip = { x: root.x + lean * h, y: y - h };
      path += corners([
        { x: root.x - h * 0.05 - 0.6, y },
        { x: root.x + lean * h * 0.3, y: y - h * 0.6 },
        tip,
        { x: root.x + lean * h * 0.36 + h * 0.06, y: y - h * 0.55 },
        { x: root.x + h * 0.05 + 0.6, y },
      ]);
    }
  }
  canvas.solid(path, ink);
}

/** A far wood: a ragged band along the horizon. */
export function treeline(
  canvas: Canvas,
  x0: number,
  x1: number,
  y: number,
  height: number,
  random: Random,
  fill: string,
  ink: string,
): void {
  const points: Point[] = [];
  const step = Math.max(10, height * 0.6);
  for (let x = x0 - step; x <= x1 + step; x += step * random.between(0.6, 1.2))
    points.push({ x, y: y - height * random.between(0.45, 1.05) });
  const outline = scallops(points, random);
  canvas.fill(`${outline}L${brief(x1 + step)} ${brief(y)}L${brief(x0 - step)} ${brief(y)}Z`, fill);
  canvas.line(outline, 1.4, ink);
}

import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { brief, type Canvas, corners, sliver } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { bentPine, cypress, fir } from "./conifers.ts";
import { broadCrown } from "./crowns.ts";
import type { Light } from "./light.ts";

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

const isNight = ({ ink, under }: LeafInk): boolean => ink !== "#000" && under === "#000";

/** `fir` grows straight, `pine` bent as on Japanese shores. */
export type TreeKind = "broad" | "fir" | "pine" | "bare" | "bamboo" | "cypress" | "cherry";

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
  canvas.as("leaf", () => {
    if (height < 6) return;
    const reach = height * footReach[kind];
    rooted(canvas, foot, reach, leaf);
    if (kind === "fir") fir(canvas, foot, height, random, leaf);
    else if (kind === "pine") bentPine(canvas, foot, height, random, leaf);
    else if (kind === "bamboo") bamboo(canvas, foot, height, random, leaf);
    else if (kind === "cypress") cypress(canvas, foot, height, random, leaf);
    else broadTree(canvas, foot, height, kind, random, leaf, bark);
    footGrass(canvas, foot, reach, random, leaf);
  });
}

/** How far the ground about a tree belongs to it, for its height. */
const footReach: Readonly<Record<TreeKind, number>> = {
  broad: 0.2,
  bare: 0.2,
  cherry: 0.2,
  fir: 0.13,
  pine: 0.13,
  bamboo: 0.08,
  cypress: 0.16,
};

function broadTree(
  canvas: Canvas,
  foot: Point,
  height: number,
  kind: "broad" | "bare" | "cherry",
  random: Random,
  leaf: LeafInk,
  bark: string,
): void {
  const lean = random.between(-0.06, 0.06) * height;
  if (kind === "bare") return bareTree(canvas, foot, height, lean, random, leaf, bark);
  trunk(canvas, foot, { x: foot.x + lean, y: foot.y - height * 0.6 }, height * 0.075, random, bark, leaf);
  const spread = height * (kind === "cherry" ? 0.38 : 0.33);
  const middle = { x: foot.x + lean, y: foot.y - height * 0.68 };
  // By night the crown alone is seen of a leafy tree.
  if (!isNight(leaf)) canvas.solid(boughs(foot, height, lean, 0.5, 0, random), leaf.ink);
  broadCrown(canvas, middle, spread, random, leaf);
}

/** A tree without leaves: stem and boughs are one mass with one outline, so that nothing sits on the stem like a thorn. */
function bareTree(
  canvas: Canvas,
  foot: Point,
  height: number,
  lean: number,
  random: Random,
  leaf: LeafInk,
  bark: string,
): void {
  const top = { x: foot.x + lean, y: foot.y - height * 0.92 };
  const width = height * 0.075;
  const wood = corners(stem(foot, top, width, bareTaper)) + boughs(foot, height, lean, bareTaper, 3, random);
  const fill = isNight(leaf) ? "#000" : bark;
  canvas.shape(wood, fill, Math.min(leaf.width * 1.6, height * 0.011), leaf.ink);
  canvas.solid(wood, fill);
  barkStrokes(canvas, foot, top, width, bareTaper, random, leaf);
}

/** How much of its width the stem of a bare tree has lost at its top. */
const bareTaper = 0.9;

/** The shadow about the foot of a tree: it lies to the right, thin as the ground is seen, for light comes from the left. */
export function rooted(canvas: Canvas, foot: Point, reach: number, leaf: LeafInk): void {
  if (reach < 3) return;
  const [y, from, to] = [foot.y + reach * 0.04, foot.x - reach * 0.45, foot.x + reach * 1.35];
  canvas.fill(
    `M${brief(from)} ${brief(y)}Q${brief(foot.x + reach * 0.4)} ${brief(y - reach * 0.2)} ${brief(to)} ${brief(y)}Q${brief(foot.x + reach * 0.4)} ${brief(y + reach * 0.2)} ${brief(from)} ${brief(y)}Z`,
    leaf.ink === "#fff" ? "#000" : canvas.dots(0.42, null),
  );
}

/** Grass before the foot of a tree, so that it grows out of the ground and does not end in a cut. */
export function footGrass(canvas: Canvas, foot: Point, reach: number, random: Random, leaf: LeafInk): void {
  if (reach < 3) return;
  const y = foot.y + reach * 0.1;
  const [from, to] = [foot.x - reach * 0.55, foot.x + reach * 0.6];
  grass(canvas, { x: from, y }, { x: to, y }, reach < 12 ? 2 : 4, reach * 0.38, random, leaf.ink);
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
  taper = 0.5,
): void {
  canvas.as("wood", () => {
    // By night a stem is a black mass: white strokes on a screen would be a scribble that the wood shines through.
    canvas.shape(corners(stem(foot, top, width, taper)), isNight(leaf) ? "#000" : bark, leaf.width, leaf.ink);
    barkStrokes(canvas, foot, top, width, taper, random, leaf);
  });
}

/** The outline of a trunk: its foot spreads into roots, which end round in the ground. */
function stem(foot: Point, top: Point, width: number, taper: number): Point[] {
  const left: Point[] = [];
  const rightSide: Point[] = [];
  for (let i = 0; i <= 10; i++) {
    const t = (i / 10) ** 1.5;
    const half = (width / 2) * (1 - taper * t + 0.75 * steady.exp(-16 * t));
    const [x, y] = [
      foot.x + (top.x - foot.x) * t + steady.sin(t * 5 + width) * width * 0.12,
      foot.y + (top.y - foot.y) * t,
    ];
    left.push({ x: x - half, y });
    rightSide.unshift({ x: x + half, y });
  }
  const toes = [
    [0.52, 0.14],
    [0.2, 0.04],
    [-0.1, 0.17],
    [-0.36, 0.06],
    [-0.62, 0.12],
  ] as const;
  return [...left, ...rightSide, ...toes.map(([u, v]) => ({ x: foot.x + u * width, y: foot.y + v * width }))];
}

function barkStrokes(
  canvas: Canvas,
  foot: Point,
  top: Point,
  width: number,
  taper: number,
  random: Random,
  leaf: LeafInk,
): void {
  if (isNight(leaf) || width < 9 || leaf.detail < 0.3) return;
  let path = "";
  for (let i = 0; i < Math.min(34, 8 + width * 0.5); i++) {
    const t = random() ** 1.1 * 0.9;
    const across = 0.5 - random() ** 2 * 0.9;
    const x = foot.x + (top.x - foot.x) * t + across * width * (1 - taper * t);
    const y = foot.y + (top.y - foot.y) * t;
    const length = Math.abs(top.y - foot.y) * random.between(0.03, 0.1);
    path += sliver({ x, y }, { x: x + random.between(-2, 2), y: y - length }, random.between(1, 2.6));
  }
  canvas.fill(path, leaf.ink);
}

/** Path data of the boughs of a tree, which fork so often: each begins inside the wood it grows from and is never thicker than it. */
function boughs(foot: Point, height: number, lean: number, taper: number, forks: number, random: Random): string {
  let path = "";
  const grow = (from: Point, angle: number, length: number, width: number, level: number): void => {
    const bend = angle + random.between(-0.3, 0.3);
    const along = (p: Point, way: number, far: number): Point => ({
      x: p.x + steady.sin(way) * far,
      y: p.y - steady.cos(way) * far,
    });
    const mid = along(from, angle, length * 0.5);
    const to = along(mid, bend, length * 0.5);
    const last = level > 0 ? 0.55 : 0.15;
    const sides = (side: 1 | -1): Point[] => [
      along(from, angle + (side * Math.PI) / 2, width / 2),
      along(mid, (angle + bend) / 2 + (side * Math.PI) / 2, width * 0.39),
      along(to, bend + (side * Math.PI) / 2, (width * last) / 2),
    ];
    path += corners([...sides(-1), ...sides(1).reverse()]);
    if (level === 0) return;
    const fork = along(to, bend, -width * 0.3);
    for (const turn of [-0.45, 0.4])
      grow(fork, bend + turn * random.between(0.7, 1.3), length * 0.66, width * 0.56, level - 1);
    if (level > 1) grow(mid, bend + random.pick([-0.8, 0.8]), length * 0.5, width * 0.45, level - 2);
  };
  for (const [t, angle] of [
    [0.42, -0.85],
    [0.52, 0.8],
    [0.62, -0.45],
    [0.72, 0.4],
  ] as const)
    grow(
      { x: foot.x + lean * t, y: foot.y - height * t },
      angle * random.between(0.8, 1.2),
      height * 0.27,
      height * 0.052 * (1 - taper * t),
      forks,
    );
  return path;
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
        { x: p.x + steady.sin(angle) * l * 0.5, y: p.y - steady.cos(angle) * l * 0.5 },
        { x: p.x + steady.sin(angle) * l, y: p.y - steady.cos(angle) * l * 0.8 + l * 0.2 },
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
  canvas.as("leaf", () => {
    let path = "";
    for (let i = 0; i < count; i++) {
      const t = random();
      const x = from.x + (to.x - from.x) * t;
      const y = from.y + (to.y - from.y) * t + random.between(-0.25, 0.25) * height;
      for (let k = 0; k < 3; k++) {
        const lean = (k - 1) * 0.4 + random.between(-0.25, 0.25);
        const h = height * random.between(0.45, 1.1);
        const half = h * 0.035 + 0.6;
        const x0 = x + (k - 1) * height * 0.07;
        // Relative and short: a meadow has hundreds of blades. Each grows from a point: broad feet side by side would be a block.
        const steps = [
          [lean * h * 0.26 - half, -h * 0.5],
          [half + lean * h * 0.74, -h * 0.5],
          [half - lean * h * 0.66, h * 0.45],
        ] as const;
        path += `M${brief(x0)} ${brief(y)}l${steps.map(([dx, dy]) => `${brief(dx)} ${brief(dy)}`).join(" ")}Z`;
      }
    }
    canvas.solid(path, ink);
  });
}

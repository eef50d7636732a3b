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
  if (height < 6) return;
  const reach = height * footReach[kind];
  rooted(canvas, foot, reach, leaf);
  if (kind === "fir") fir(canvas, foot, height, random, leaf);
  else if (kind === "pine") bentPine(canvas, foot, height, random, leaf);
  else if (kind === "bamboo") bamboo(canvas, foot, height, random, leaf);
  else if (kind === "cypress") cypress(canvas, foot, height, random, leaf);
  else broadTree(canvas, foot, height, kind, random, leaf, bark);
  footGrass(canvas, foot, reach, random, leaf);
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
  trunk(
    canvas,
    foot,
    { x: foot.x + lean, y: foot.y - height * (kind === "bare" ? 0.92 : 0.6) },
    height * 0.075,
    random,
    bark,
    leaf,
    kind === "bare" ? 0.94 : 0.5,
  );
  // By night the crown alone is seen of a leafy tree.
  if (kind === "bare" || !isNight(leaf)) branches(canvas, foot, height, lean, kind, random, leaf);
  if (kind === "bare") return;
  const spread = height * (kind === "cherry" ? 0.38 : 0.33);
  broadCrown(canvas, { x: foot.x + lean, y: foot.y - height * 0.68 }, spread, random, leaf);
}

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
  const left: Point[] = [];
  const rightSide: Point[] = [];
  for (let i = 0; i <= 10; i++) {
    const t = (i / 10) ** 1.5;
    // The foot spreads into its roots.
    const half = (width / 2) * (1 - taper * t + 0.75 * Math.exp(-16 * t));
    const [x, y] = [
      foot.x + (top.x - foot.x) * t + Math.sin(t * 5 + width) * width * 0.12,
      foot.y + (top.y - foot.y) * t,
    ];
    left.push({ x: x - half, y });
    rightSide.unshift({ x: x + half, y });
  }
  // By night a stem is a black mass: white strokes on a screen would be a scribble that the wood shines through.
  const night = isNight(leaf);
  canvas.shape(corners([...left, ...rightSide]), night ? "#000" : bark, leaf.width, leaf.ink);
  if (night || width < 9 || leaf.detail < 0.3) return;
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
      const foot = h * 0.05 + 0.6;
      // Relative and short: a meadow has hundreds of blades.
      const steps = [
        [foot + lean * h * 0.3, -h * 0.6],
        [lean * h * 0.7, -h * 0.4],
        [h * 0.06 - lean * h * 0.64, h * 0.45],
      ] as const;
      path += `M${brief(x + (k - 1) * height * 0.12 - foot)} ${brief(y)}l${steps.map(([dx, dy]) => `${brief(dx)} ${brief(dy)}`).join(" ")}L${brief(x + (k - 1) * height * 0.12 + foot)} ${brief(y)}Z`;
    }
  }
  canvas.solid(path, ink);
}

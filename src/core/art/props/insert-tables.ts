import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { brief, type Canvas, corners, sliver } from "../canvas.ts";
import { boxPath } from "../graded-tone.ts";
import { circlePath } from "../tone.ts";
import { oval } from "./prop-shape.ts";

/** Where in the panel a thing is drawn, in page units, and in what light. */
export interface InsertSpot {
  centre: Point;
  /** Half the thing's height. */
  size: number;
  night: boolean;
  /** Where it meets what it stands or lies on. */
  foot: Point;
  random: Random;
}

type Table = (canvas: Canvas, spot: InsertSpot) => void;

/** Boards that run away from the reader, with grain, and the dark room behind. */
const boards: Table = (canvas, { centre, size, night, random }) => {
  const { x, y, width, height } = canvas.bounds;
  canvas.flood(canvas.dots(night ? 0.3 : 0.08));
  const edge = Math.max(y + height * 0.1, Math.min(y + height * 0.5, centre.y - size * random.between(-0.35, 0.75)));
  const shift = random.between(-0.12, 0.12) * width;
  let lines = "";
  let grain = "";
  for (let i = -6; i <= 6; i++) {
    const top = x + width / 2 + shift + (i * width) / 7;
    const foot = x + width / 2 + (i * width) / 3.2;
    lines += `M${brief(top)} ${brief(edge)}L${brief(foot)} ${brief(y + height + 4)}`;
    for (let k = 0; k < 5; k++) {
      const [t, u] = [random() ** 0.7, random.between(0.1, 0.9)];
      const at = (v: number): Point => ({
        x: top + (foot - top) * v + u * (width / 7 + (width / 3.2 - width / 7) * v),
        y: edge + (y + height - edge) * v,
      });
      grain += sliver(at(t), at(Math.min(1, t + random.between(0.06, 0.2))), random.between(1, 2.2));
    }
  }
  canvas.line(lines, 1.8, "#000");
  canvas.fill(grain, "#000");
  behindEdge(canvas, edge, night);
  corner(canvas, night);
};

function behindEdge(canvas: Canvas, edge: number, night: boolean): void {
  const { x, y, width } = canvas.bounds;
  canvas.fill(boxPath(x - 2, y - 2, width + 4, edge - y + 2), night ? "#000" : canvas.dots(0.72));
  canvas.line(`M${brief(x)} ${brief(edge)}H${brief(x + width)}`, 3, "#000");
}

/** The corners of a picture lie in shadow. */
function corner(canvas: Canvas, night: boolean): void {
  const { x, y, width, height } = canvas.bounds;
  canvas.glow(
    { x: x + width / 2, y: y + height * 0.55 },
    [Math.min(width, height) * 0.4, Math.hypot(width, height) * 0.62],
    [0, night ? 0.8 : 0.3],
    "black",
  );
}

/** A round table before a dim wall. */
const roundTable: Table = (canvas, { foot, size, night }) => {
  const { x, y, width, height } = canvas.bounds;
  canvas.flood(canvas.dots(night ? 0.85 : 0.4));
  canvas.gradient({ x, y, width, height: height * 0.6 }, 0.6, 0, { ink: "black" });
  const top = { x: foot.x, y: foot.y - size * 0.26, rx: Math.max(size * 1.9, width * 0.46), ry: size * 0.62 };
  const thick = size * 0.16;
  canvas.shape(oval(top.x, top.y + thick, top.rx, top.ry), "#000", 3, "#000");
  canvas.shape(oval(top.x, top.y, top.rx, top.ry), night ? canvas.dots(0.25) : "#fff", 3, "#000");
  canvas.line(oval(top.x, top.y, top.rx * 0.94, top.ry * 0.9), 1.4, "#000");
};

/** A window sill: panes and sky behind, plain wood under the thing. */
const sill: Table = (canvas, { centre, foot, size, night, random }) => {
  const { x, y, width, height } = canvas.bounds;
  canvas.flood(night ? "#000" : "#fff");
  if (night) canvas.gradient({ x, y, width, height }, 0, 0.3, { ink: "white" });
  else canvas.gradient({ x, y, width, height: height * 0.8 }, 0.34, 0, { ink: "black" });
  const back = foot.y - size * 0.4;
  const front = foot.y + size * 0.16;
  const bar = Math.max(7, width * 0.022);
  const upright = centre.x + size * random.between(0.5, 0.9) * (random() < 0.5 ? -1 : 1);
  canvas.shape(boxPath(x - 6, y + (back - y) * 0.34, width + 12, bar), "#fff", 2, "#000");
  for (const at of [upright - width * 0.62, upright, upright + width * 0.62])
    canvas.shape(boxPath(at, y - 6, bar, back - y + 6), "#fff", 2, "#000");
  canvas.shape(boxPath(x - 6, back, width + 12, front - back), night ? canvas.dots(0.3) : "#fff", 2.4, "#000");
  canvas.shape(
    boxPath(x - 6, front, width + 12, size * 0.12),
    night ? canvas.dots(0.55) : canvas.dots(0.2),
    2.4,
    "#000",
  );
  const low = front + size * 0.12;
  if (low < y + height)
    canvas.fill(boxPath(x - 2, low, width + 4, y + height - low + 4), canvas.dots(night ? 0.85 : 0.6));
};

/** A dark table under a light that stands on it: the pool that it throws, the glow on the wall behind. */
export const litTable: Table = (canvas, { centre, size, foot }) => {
  const { x, y, width, height } = canvas.bounds;
  canvas.flood("#000");
  canvas.glow({ x: centre.x, y: centre.y - size * 0.3 }, [size * 0.2, size * 2.1], [0.8, 0], "white");
  const edge = Math.min(foot.y - size * 0.3, y + height * 0.86);
  canvas.fill(boxPath(x - 4, edge, width + 8, y + height - edge + 6), "#000");
  for (let i = 0; i < 6; i++) {
    const out = size * (2.1 - i * 0.2);
    canvas.fill(
      oval(foot.x, Math.max(edge + out * 0.22, foot.y - size * 0.04), out, out * 0.22),
      canvas.sparks(0.1 + i * 0.11, "black"),
    );
  }
  canvas.line(`M${brief(x)} ${brief(edge)}H${brief(x + width)}`, 2.4, "#fff");
};

/** A table seen from above: boards aslant, often with the table's edge and the dark floor beyond. */
export const boardsAbove: Table = (canvas, { centre, size, night, random }) => {
  if (night) lampLit(canvas, centre, size);
  else canvas.flood(canvas.dots(0.08));
  const turned = aslant(canvas, centre, random);
  const [reach, broad] = [turned.reach, size * random.between(0.62, 0.9)];
  let lines = "";
  let grain = "";
  for (let v = -Math.ceil(reach / broad) * broad + broad * 0.3; v < reach; v += broad) {
    lines += corners([turned.at(-reach, v), turned.at(reach, v)], false);
    for (let k = 0; k < 9; k++) {
      const [u, w] = [random.between(-reach, reach), v + broad * random.between(0.12, 0.88)];
      grain += sliver(turned.at(u, w), turned.at(u + random.between(0.2, 0.7) * size, w), random.between(1, 2));
    }
  }
  canvas.line(lines, 1.8, "#000");
  canvas.fill(grain, "#000");
  if (random() < 0.6) tableEdge(canvas, turned, size * random.between(1.25, 1.5), night);
  corner(canvas, night);
};

/** By night a lamp stands beside what lies here: on boards as grey as itself one would see through it. */
function lampLit(canvas: Canvas, centre: Point, size: number): void {
  canvas.flood(canvas.dots(0.56));
  canvas.fill(circlePath(centre.x, centre.y, size * 2.4), "#fff");
  canvas.glow(centre, [size * 1.1, size * 2.4], [0, 0.56], "black");
}

/** Axes turned by some degrees around the middle of a thing, as far as the panel reaches. */
interface Aslant {
  at(u: number, v: number): Point;
  reach: number;
}

function aslant({ bounds }: Canvas, centre: Point, random: Random): Aslant {
  const angle = (random.between(3, 10) * (random() < 0.5 ? -1 : 1) * Math.PI) / 180;
  const [cos, sin] = [steady.cos(angle), steady.sin(angle)];
  return {
    at: (u, v) => ({ x: centre.x + u * cos - v * sin, y: centre.y + u * sin + v * cos }),
    reach: Math.hypot(bounds.width, bounds.height),
  };
}

function tableEdge(canvas: Canvas, { at, reach }: Aslant, from: number, night: boolean): void {
  canvas.fill(
    corners([at(-reach, from), at(reach, from), at(reach, 2 * reach), at(-reach, 2 * reach)]),
    night ? "#000" : canvas.dots(0.78),
  );
  canvas.line(corners([at(-reach, from), at(reach, from)], false), 3.4, "#000");
}

/** Straw mats that run away from the reader: rows of weave that draw together with the distance, cloth borders that meet far off. */
export const mats: Table = (canvas, { night, centre, random }) => {
  const { x, y, width, height } = canvas.bounds;
  canvas.flood(canvas.dots(night ? 0.3 : 0));
  const edge = y + height * random.between(0.2, 0.32);
  const deep = y + height - edge;
  const far = { x: centre.x + random.between(-0.2, 0.2) * width, y: edge - deep * 0.9 };
  let weave = "";
  for (let depth = 0.02; depth < 1; depth *= 1.22) {
    const level = edge + depth * deep;
    for (let along = random() * 0.2 - 0.1; along < 1; along += random.between(0.2, 0.5)) {
      const [from, to] = [x + along * width, x + (along + random.between(0.08, 0.24)) * width];
      weave += `M${brief(from)} ${brief(level)}H${brief(to)}`;
    }
  }
  canvas.line(weave, 1, "#000");
  for (const u of [-0.62, 0.55]) {
    const on = (shift: number, level: number): Point => {
      const low = { x: centre.x + (u + shift) * width, y: y + height + 4 };
      const t = (level - far.y) / (low.y - far.y);
      return { x: far.x + (low.x - far.x) * t, y: level };
    };
    const low = y + height + 4;
    canvas.shape(
      corners([on(-0.03, edge), on(0.03, edge), on(0.03, low), on(-0.03, low)]),
      canvas.dots(0.7),
      1.6,
      "#000",
    );
  }
  behindEdge(canvas, edge, night);
  if (night) corner(canvas, true);
};

/** Straw mats seen from above: close weave aslant, two mats with their cloth borders. */
export const matsAbove: Table = (canvas, { centre, size, night, random }) => {
  if (night) lampLit(canvas, centre, size);
  else canvas.flood("#fff");
  const turned = aslant(canvas, centre, random);
  const { reach, at } = turned;
  let weave = "";
  for (let v = -reach; v < reach; v += Math.max(7, size * 0.075))
    weave += corners([at(-reach, v), at(reach, v)], false);
  canvas.line(weave, 0.7, "#777");
  const [seam, broad] = [size * random.between(1.02, 1.25), size * 0.13];
  for (const from of [seam, seam + broad + 3])
    canvas.shape(
      corners([at(-reach, from), at(reach, from), at(reach, from + broad), at(-reach, from + broad)]),
      canvas.dots(0.75),
      2,
      "#000",
    );
  if (night) corner(canvas, true);
};

/** Where a thing stands: one of the tables. */
export const standingTable: Table = (canvas, spot) =>
  spot.random.pick([boards, boards, roundTable, sill])(canvas, spot);

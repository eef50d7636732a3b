import * as steady from "../../geometry/steady-math.ts";
import { type Point } from "../../geometry/geometry.ts";
import { randomFrom } from "../../geometry/random.ts";
import { brief, corners } from "../canvas.ts";
import { penStroke, smoothPath } from "../ink.ts";
import { circlePath } from "../tone.ts";
import { boulder } from "./cave.ts";
import { clump, treeline } from "./crowns.ts";
import { grass, leafInk, rooted } from "./foliage.ts";
import { wood } from "./furniture.ts";
import { stoneLantern } from "./garden.ts";
import { type Corner } from "./nook.ts";
import { lane, swinging, treeAt } from "./open-ground.ts";
import { boulderAt, flower, openAir, sceneAt, tufts } from "./open-air.ts";
import { Scene, p3, plane, right, up } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { foamRound, waterSurface } from "./water.ts";

/** Corners of gardens, woods, shores and wastes. */

/** A path with stones and tufts, going off between the trees. */
export const pathCorner: Corner = (sheet, scene, random) => {
  const { light } = scene;
  openAir(scene, sheet, random);
  lane(scene, swinging(sheet.seed % 2 ? 0.24 : -0.24), 0.55, 0.4, 90);
  // Trees first: bushes and stones stand nearer.
  treeAt(
    scene,
    p3(sheet.seed % 2 ? -2.2 : 2.2, 0, 6.4),
    4.4,
    sheet.manner === "japanese" ? "pine" : "broad",
    sheet.seed,
  );
  treeAt(scene, p3(sheet.seed % 2 ? 3.4 : -3.2, 0, 9), 4.8, "broad", sheet.seed + 1, true);
  scene.flush();
  tufts(scene, random, 14);
  for (const [x, z, r] of [
    [-0.75, 2.1, 0.17],
    [0.86, 2.5, 0.22],
    [0.3, 1.75, 0.08],
    [-0.2, 3, 0.07],
    [-1.1, 3.4, 0.26],
  ] as const) {
    const foot = scene.page(p3(x, 0, z));
    if (foot) boulder(scene, foot, scene.scaleAt(p3(x, 0, z)) * r, randomFrom(`${sheet.seed} ${x}`));
  }
  for (const [x, z, r] of [
    [-1.9, 4.6, 0.62],
    [1.8, 5.2, 0.7],
    [2.5, 4.4, 0.5],
  ] as const) {
    const p = scene.page(p3(x, r * 0.5, z));
    const s = scene.scaleAt(p3(x, 0, z));
    if (p) clump(scene.canvas, p, s * r, s * r * 0.66, random, leafInk(light, 0.15, x > 2));
  }
};

/** Reeds before still water. */
export const reedsCorner: Corner = (sheet, scene, random) => {
  const { canvas, light } = scene;
  const { x, y, width, height } = canvas.bounds;
  drawSky(canvas, light, y + height * 0.4, sheet.seed);
  treeline(canvas, x, x + width, y + height * 0.41, height * 0.12, random, light.level(2.6), light.ink);
  waterSurface(sceneAt(scene, y + height * 0.41), sheet.seed, 0);
  let blades = "";
  let heads = "";
  const left = random() < 0.5;
  for (let i = 0; i < 24; i++) {
    const u = random() ** 1.5 * 0.62;
    const foot = { x: left ? x + u * width : x + width - u * width, y: y + height * 1.02 };
    const tall = height * random.between(0.4, 0.8) * (1 - u * 0.5);
    const lean = (left ? 1 : -1) * random.between(0.02, 0.2) * tall;
    const tip = { x: foot.x + lean, y: foot.y - tall };
    blades += penStroke([foot, { x: foot.x + lean * 0.3, y: foot.y - tall * 0.6 }, tip], height * 0.018, {
      swellTo: 0.2,
      thinFrom: 0.3,
      tip: 0,
    });
    if (i % 4 === 0)
      heads += penStroke([{ x: tip.x - lean * 0.1, y: tip.y + tall * 0.16 }, tip], height * 0.034, {
        swellTo: 0.2,
        thinFrom: 0.8,
        tip: 0.4,
      });
  }
  canvas.raw(`<path d="${blades}" fill="#000" stroke="#fff" stroke-width="1"/>`);
  canvas.shape(heads, light.level(4), 1.6, light.ink);
};

/** A fence with flowers before it. */
export const fenceCorner: Corner = (sheet, scene, random) => {
  openAir(scene, sheet, random);
  const { light } = scene;
  const fills = { front: light.level(light.dark ? 1 : 0.2), side: light.level(3), top: light.level(0) };
  for (const y of [0.4, 0.85]) scene.box(p3(-4.5, y, 2.72), 9, 0.09, 0.05, fills);
  const bamboo = sheet.manner === "japanese";
  for (let x = -4.5; x < 4.5; x += 0.3) {
    const lean = random.between(-0.015, 0.015);
    const on = plane(p3(x, 0, 2.68), right, p3(lean, 1, 0));
    if (bamboo) {
      for (const a of [0, 0.13]) {
        scene.quad(on, a, 0, 0.11, 1.1 + lean * 3, fills.front, 1.1);
        scene.rules(
          [0.3, 0.66, 0.98].map((b) => [on.at(a, b), on.at(a + 0.11, b)] as const),
          1.1,
        );
      }
      continue;
    }
    scene.poly([on.at(0, 0), on.at(0.16, 0), on.at(0.16, 1.05), on.at(0.08, 1.16), on.at(0, 1.05)], fills.front, 1.1);
    if (!light.dark) scene.quad(on, 0.11, 0, 0.05, 1.04, light.level(2), 0);
  }
  if (bamboo)
    for (const y of [0.34, 0.84]) scene.box(p3(-4.5, y, 2.6), 9, 0.07, 0.05, { ...fills, front: light.level(2) });
  tufts(scene, random, 22, 1.5, 2.5);
};

/** The foot of a great tree that spreads into its roots, with mushrooms and grass before them. */
export const rootsCorner: Corner = (sheet, scene, random) => {
  openAir(scene, sheet, random);
  const { canvas, light } = scene;
  const { x, y, width, height } = canvas.bounds;
  const foot = { x: x + width * random.between(0.42, 0.58), y: y + height * 0.86 };
  const w = Math.min(width * 0.3, height * 0.42);
  const leaf = leafInk(light, 0);
  const at = (u: number, v: number): Point => ({ x: foot.x + u * w, y: foot.y + v * w });
  const high = (y - height * 0.1 - foot.y) / w;
  const bark = light.level(light.dark ? 1 : 2.4);
  rooted(canvas, at(0, 0.08), w * 1.2, leaf);
  const outline = [at(-0.36, high), at(-0.4, high * 0.5), at(-0.46, -0.5)];
  for (const [u, v] of rootTips) outline.push(at(u, v));
  outline.push(at(0.5, -0.5), at(0.4, high * 0.5), at(0.42, high));
  canvas.shape(smoothPath(outline, true), bark, 2.6, light.ink);
  let furrows = "";
  for (const [from, to] of [
    [-0.28, -1],
    [-0.14, -0.42],
    [0.02, 0.1],
    [0.16, 0.5],
    [0.27, 0.9],
  ] as const)
    for (const [a, b] of [
      [high * random.between(0.7, 0.98), high * 0.45],
      [high * 0.4, -0.62],
      [-0.5, -0.06],
    ] as const) {
      const aside = (v: number): number => from + (to - from) * Math.max(0, 1 + v / 0.55) ** 2 * 0.8;
      const line = [a, (a + b) / 2, b].map((v) => at(aside(v) + random.between(-0.03, 0.03), v));
      furrows += penStroke(line, random.between(2, 4.6), { swellTo: 0.4, thinFrom: 0.5, tip: 0 });
    }
  canvas.fill(furrows, light.ink);
  for (const [u, s] of [
    [-0.66, 0.22],
    [-0.48, 0.15],
    [0.74, 0.19],
  ] as const)
    mushroom(scene, at(u, 0.2), w * s);
  const ink = light.dark ? "#777" : "#000";
  grass(canvas, at(-1.5, 0.16), at(1.5, 0.16), 22, height * 0.07, random, ink);
  grass(canvas, { x, y: y + height }, { x: x + width, y: y + height }, 26, height * 0.13, random, ink);
};

/** The lower outline of a great tree from left to right, in widths of its trunk from the foot: roots and the arches between them. */
const rootTips = [
  [-0.72, -0.18],
  [-1.25, 0.06],
  [-1.2, 0.12],
  [-0.8, 0.06],
  [-0.52, 0.2],
  [-0.42, 0.2],
  [-0.3, 0.04],
  [-0.02, 0.1],
  [0.18, 0.26],
  [0.3, 0.24],
  [0.36, 0.05],
  [0.7, 0.08],
  [1.22, 0.14],
  [1.28, 0.08],
  [0.78, -0.16],
] as const;

function mushroom({ canvas, light }: Scene, { x, y }: Point, s: number): void {
  canvas.shape(
    `M${brief(x - s * 0.16)} ${brief(y)}L${brief(x - s * 0.12)} ${brief(y - s * 0.7)}L${brief(x + s * 0.12)} ${brief(y - s * 0.7)}L${brief(x + s * 0.18)} ${brief(y)}Z`,
    "#fff",
    1.8,
    light.dark ? "#000" : light.ink,
  );
  canvas.shape(
    `M${brief(x - s * 0.55)} ${brief(y - s * 0.6)}Q${brief(x)} ${brief(y - s * 1.6)} ${brief(x + s * 0.55)} ${brief(y - s * 0.6)}Q${brief(x)} ${brief(y - s * 0.42)} ${brief(x - s * 0.55)} ${brief(y - s * 0.6)}Z`,
    light.level(light.dark ? 0 : 4),
    1.8,
    light.ink,
  );
  canvas.fill(
    circlePath(x - s * 0.15, y - s * 0.88, s * 0.08) + circlePath(x + s * 0.2, y - s * 0.8, s * 0.07),
    "#fff",
  );
}

/** A stone with its inscription, leaning in the grass. */
export const graveCorner: Corner = (sheet, scene, random) => {
  openAir(scene, sheet, random);
  const { light } = scene;
  tufts(scene, random, 16, 1.6, 3);
  const tier = sheet.manner === "japanese";
  const lean = random.between(-0.1, 0.1);
  const on = plane(p3(-0.42, 0, 2.3), p3(1, lean * 0.4, 0), p3(lean, 1, 0));
  if (tier) {
    const fills = { front: light.level(light.dark ? 2 : 0.5), side: light.level(4), top: light.level(0) };
    scene.box(p3(-0.7, 0, 2.1), 1.3, 0.24, 0.8, fills);
    scene.box(p3(-0.5, 0.24, 2.2), 0.9, 0.26, 0.6, fills);
    scene.box(p3(-0.28, 0.5, 2.3), 0.5, 1, 0.4, fills);
    scene.strokes(
      [0.7, 0.86, 1.02, 1.18].flatMap(
        (y) =>
          [
            [p3(-0.13, y, 2.29), p3(0.06, y + 0.04, 2.29)],
            [p3(-0.05, y - 0.05, 2.29), p3(0, y + 0.08, 2.29)],
          ] as const,
      ),
      2.2,
    );
  } else {
    const shape = (dx: number) => {
      const points = [on.at(dx, 0), on.at(0.84 + dx, 0)];
      for (let i = 0; i <= 10; i++)
        points.push(
          on.at(0.42 + dx + steady.cos((Math.PI * i) / 10) * 0.42, 0.82 + steady.sin((Math.PI * i) / 10) * 0.4),
        );
      return points;
    };
    scene.poly(shape(0.09), light.level(5), 1.1);
    scene.poly(shape(0), light.level(light.dark ? 2 : 0.4), 1.3);
    scene.strokes(
      [0.86, 0.72, 0.58, 0.44].map((v) => [on.at(0.16, v), on.at(random.between(0.5, 0.68), v)] as const),
      1.6,
    );
    scene.strokes(
      [
        [on.at(0.42, 0.94), on.at(0.42, 1.14)],
        [on.at(0.34, 1.06), on.at(0.5, 1.06)],
      ],
      2.4,
    );
  }
  for (let i = 0; i < 5; i++) flower(scene, p3(-0.35 + i * 0.16, 0, 2.02), random);
};

/** A signpost where roads part. */
export const signpostCorner: Corner = (sheet, scene, random) => {
  openAir(scene, sheet, random);
  const { light } = scene;
  lane(scene, (z) => 0.6 + swinging(0.2)(z), 0.8, 0.4, 90);
  tufts(scene, random, 12, 1.7, 3.4);
  scene.box(p3(-0.62, 0, 2.5), 0.16, 1.9, 0.16, wood(scene, 3));
  for (const [y, dir] of [
    [1.5, 1],
    [1.14, -1],
  ] as const) {
    const on = plane(p3(-0.54, y, 2.46), p3(dir, 0.03, 0), up);
    scene.poly(
      [on.at(-0.2, 0), on.at(0.8, 0), on.at(0.96, 0.13), on.at(0.8, 0.26), on.at(-0.2, 0.26)],
      light.dark ? light.level(0) : light.level(0.6),
      1.2,
    );
    scene.strokes(
      [0, 0.16, 0.32, 0.48, 0.64].map((a) => [on.at(a, 0.08), on.at(a + random.between(0.05, 0.1), 0.18)] as const),
      1.8,
    );
  }
  boulderAt(scene, sheet, -0.95, 2.6, 0.2);
};

/** Rocks in the surf. */
export const foamCorner: Corner = (sheet, scene, random) => {
  const { light, canvas, camera } = scene;
  const { x, width, y, height } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  waterSurface(scene, sheet.seed, 0);
  for (const [u, v, r] of [
    [0.28, 0.86, 0.24],
    [0.5, 0.92, 0.17],
    [0.78, 0.84, 0.13],
  ] as const) {
    const foot = { x: x + u * width, y: y + v * height };
    const s = r * Math.min(width, height);
    boulder(scene, foot, s, randomFrom(`${sheet.seed} ${u}`));
    foamRound(scene, foot, s * 1.3, random);
  }
};

/** A bench under a tree before a clipped hedge, as in the gardens of Europe. */
export const seatCorner: Corner = (sheet, scene, random) => {
  openAir(scene, sheet, random);
  const { canvas, light } = scene;
  for (let i = 0; i < 7; i++) {
    const at = p3(-3 + i, 0.45, 5);
    const [p, s] = [scene.page(at), scene.scaleAt(at)];
    if (p) clump(canvas, p, s * 0.66, s * 0.5, random, leafInk(light, 0.4));
  }
  treeAt(scene, p3(sheet.seed % 2 ? 1.7 : -1.7, 0, 4.6), 4.6, "broad", sheet.seed, true);
  scene.flush();
  const [near, far, half] = [3, 3.42, 0.85] as const;
  for (const x of [-half, half - 0.09])
    for (const [z, high] of [
      [far, 0.98],
      [near, 0.46],
    ] as const)
      scene.box(p3(x, 0, z), 0.09, high, 0.08, wood(scene, 4));
  for (const y of [0.58, 0.74, 0.9]) scene.box(p3(-half, y, far - 0.02), 2 * half, 0.1, 0.04, wood(scene, 1));
  for (let i = 0; i < 3; i++) scene.box(p3(-half, 0.44, far - 0.14 - i * 0.15), 2 * half, 0.04, 0.12, wood(scene, 1));
  tufts(scene, random, 14, 1.8, 2.9);
};

/** A stone lantern among leaves. */
export const lanternCorner: Corner = (sheet, scene, random) => {
  openAir(scene, sheet, random);
  const { light, canvas } = scene;
  tufts(scene, random, 10, 1.6, 2.2);
  for (const [x, z, r] of [
    [-1, 3, 0.6],
    [1.1, 3.3, 0.7],
    [0.55, 3.1, 0.4],
  ] as const) {
    const p = scene.page(p3(x, r * 0.5, z));
    const s = scene.scaleAt(p3(x, 0, z));
    if (p) clump(canvas, p, s * r, s * r * 0.62, random, leafInk(light, 0.1, x < 0));
  }
  stoneLantern(scene, p3(0, 0, 2.3));
  scene.flush();
  boulderAt(scene, sheet, -0.62, 2.2, 0.2);
  boulderAt(scene, sheet, 0.6, 2.1, 0.15);
};

/** A broken spear and a torn banner against the sky; birds and smoke. */
export const bannerCorner: Corner = (sheet, scene, random) => {
  openAir(scene, sheet, random, "none");
  tufts(scene, random, 16, 1.6, 3.4);
  const { light, canvas } = scene;
  const { x, y, width, height } = canvas.bounds;
  const s = Math.min(width, height);
  const foot = { x: x + width * 0.42, y: y + height * 0.9 };
  const top = { x: foot.x + s * 0.16, y: y + height * 0.12 };
  canvas.fill(
    penStroke([foot, top], s * 0.024, { swellTo: 0.02, thinFrom: 0.98, tip: 0.8 }),
    light.dark ? "#fff" : "#000",
  );
  const at = (u: number, v: number): Point => ({ x: top.x + u * s, y: top.y + v * s });
  canvas.shape(
    corners([
      at(0, 0.02),
      at(0.16, 0),
      at(0.27, 0.05),
      at(0.4, 0.03),
      at(0.37, 0.1),
      at(0.43, 0.15),
      at(0.32, 0.17),
      at(0.36, 0.26),
      at(0.24, 0.22),
      at(0.2, 0.3),
      at(0.1, 0.24),
      at(-0.05, 0.28),
    ]),
    light.dark ? "#000" : light.level(5),
    2.2,
    light.ink,
  );
  for (const [u, tilt] of [
    [0.2, -0.5],
    [0.68, 0.7],
    [0.8, 0.4],
  ] as const) {
    const from = { x: x + width * u, y: y + height * random.between(0.86, 0.95) };
    canvas.fill(
      penStroke([from, { x: from.x + tilt * s * 0.4, y: from.y - s * 0.42 }], s * 0.014, {
        swellTo: 0.02,
        thinFrom: 0.95,
        tip: 0.5,
      }),
      light.ink,
    );
  }
  boulderAt(scene, sheet, -0.9, 2.4, 0.3);
};

/** Ripples of sand and a dry thorn bush. */
export const sandCorner: Corner = (sheet, scene, random) => {
  openAir(scene, sheet, random, "none");
  const { light, canvas } = scene;
  const { x, y, width, height } = canvas.bounds;
  let ripples = "";
  for (let i = 0; i < 16; i++) {
    const t = (i / 16) ** 1.6;
    const level = scene.camera.horizon + 8 + (y + height - scene.camera.horizon) * t;
    const from = x + width * random.between(-0.1, 0.4);
    const length = width * random.between(0.3, 0.6);
    ripples += penStroke(
      Array.from({ length: 7 }, (_, k) => ({
        x: from + (length * k) / 6,
        y: level + steady.sin(k * 1.3 + i) * 4 * (0.4 + t),
      })),
      1.2 + 3 * t,
      { swellTo: 0.5, thinFrom: 0.5, tip: 0 },
    );
  }
  canvas.fill(ripples, light.ink);
  const foot = { x: x + width * 0.62, y: y + height * 0.78 };
  let twigs = "";
  for (let i = 0; i < 13; i++) {
    const a = -1.2 + i * 0.2;
    const l = height * random.between(0.14, 0.3);
    twigs += penStroke(
      [
        foot,
        { x: foot.x + steady.sin(a * 0.6) * l * 0.5, y: foot.y - l * 0.5 },
        { x: foot.x + steady.sin(a) * l, y: foot.y - steady.cos(a) * l },
      ],
      4.4,
      { swellTo: 0.02, thinFrom: 0.2, tip: 0.1 },
    );
  }
  canvas.fill(twigs, light.ink);
  boulderAt(scene, sheet, -0.7, 2.4, 0.22);
};

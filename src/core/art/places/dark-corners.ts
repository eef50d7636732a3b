import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import { brief } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { cylinder, stool, wood } from "./furniture.ts";
import { softLight } from "./light.ts";
import { type Corner, mid, nook, wallAt } from "./nook.ts";
import { type Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawShell } from "./shell.ts";
import { candle } from "./still-life.ts";
import { boards, grid, masonry } from "./textures.ts";

/** Corners of stairs, cells, lofts and cellars. */

/** Where the stairs stand: their near and their far side, the length and height of a step, how many there are before the landing, where they begin. */
const stairs = { near: 2.5, far: 3.5, run: 0.27, rise: 0.18, count: 12, from: -1.5 } as const;

/** A point of the stairs' near side (or `z`) by the number of steps from their foot, which may be broken, and the height in metres. */
const onStairs = (step: number, y: number, z: number = stairs.near): Point3 =>
  p3(stairs.from + step * stairs.run, y, z);

/** A flight of steps along the wall, seen from the side: treads and risers, the boarded side under them, a rail on balusters, a landing above. */
export const stairCorner: Corner = (sheet, scene, random) => {
  const stone = ["tower", "castle", "prison", "underground", "church"].includes(sheet.kind);
  const { light } = scene;
  const { far, rise, count } = stairs;
  const shell = drawShell(
    scene,
    { width: 9, depth: far, height: 3.6 },
    { floor: 1, ceiling: 0, back: 0.7, left: 2, right: 2 },
  );
  if (stone) masonry(scene, shell.back, shell.width, 3.6, 0.3, 1.1, random);
  else boards(scene, shell.floor, shell.width, shell.run, 0.24, random);
  // From the top down: of every step the riser and the tread to the wall; what the near side hides of them it is drawn over.
  for (let i = count - 1; i >= 0; i--) {
    const [y, z] = [(i + 1) * rise, far];
    if (i < count - 1)
      scene.poly([onStairs(i, y), onStairs(i + 1, y), onStairs(i + 1, y, z), onStairs(i, y, z)], light.level(0), 0.9);
    scene.poly(
      [onStairs(i, y - rise), onStairs(i, y), onStairs(i, y, z), onStairs(i, y - rise, z)],
      light.level(3),
      0.9,
    );
  }
  const end = 24;
  const outline: Point3[] = [onStairs(0, 0)];
  for (let i = 0; i < count; i++)
    outline.push(onStairs(i, (i + 1) * rise), onStairs(i === count - 1 ? end : i + 1, (i + 1) * rise));
  scene.poly([...outline, onStairs(end, 0)], light.level(stone ? 1.6 : 1), 1.3);
  if (stone) return courses(scene);
  panels(scene);
  banister(scene);
};

/** The courses of stone under the steps: one to a step, with an upright joint here and there. */
function courses(scene: Scene): void {
  const { rise, count } = stairs;
  const joints = Array.from({ length: count - 1 }, (_, i) => {
    const [from, y] = [i + 1, (i + 1) * rise];
    const uprights = [1.6, 4.4, 7.4].map((u) => from + u + (i % 2) * 1.3);
    return [
      [onStairs(from, y), onStairs(24, y)] as const,
      ...uprights.map((step) => [onStairs(step, y), onStairs(step, y - rise)] as const),
    ];
  });
  scene.rules(joints.flat(), 0.7);
}

/** The boards under the steps, each cut along the slope. */
function panels(scene: Scene): void {
  const { rise, count } = stairs;
  for (let i = 2; i < count + 3; i += 2.5) {
    const top = (step: number): number => Math.min(step, count - 1) * rise - 0.1;
    const face = [
      onStairs(i + 0.15, 0.16),
      onStairs(i + 2.3, 0.16),
      onStairs(i + 2.3, top(i + 2.3)),
      onStairs(i + 0.15, top(i + 0.15)),
    ];
    scene.poly(face, scene.light.level(1.8), 0.8);
  }
}

/** Balusters, two to a tread, each from its tread to the rail; the rail runs level over the landing; a post at the foot. */
function banister(scene: Scene): void {
  const { light } = scene;
  const { rise, count, near } = stairs;
  const railAt = (step: number): number => Math.min(step + 0.5, count - 0.5) * rise + 0.84;
  const bars = Array.from({ length: 2 * (count + 8) }, (_, k) => {
    const step = 0.25 + k / 2;
    return [onStairs(step, Math.min(Math.floor(step) + 1, count) * rise), onStairs(step, railAt(step))] as const;
  });
  scene.rules(bars, 1.5);
  const [foot, bend, end] = [0, count - 1, 24].map((step) => onStairs(step, railAt(step)));
  if (!foot || !bend || !end) return;
  const under = (p: Point3): Point3 => ({ ...p, y: p.y - 0.08 });
  scene.poly([foot, bend, end, under(end), under(bend), under(foot)], light.level(5), 1);
  const post = stairs.from - 0.12;
  scene.box(p3(post, 0, near - 0.06), 0.14, 1.06, 0.14, wood(scene, 4));
  scene.box(p3(post - 0.03, 1.06, near - 0.09), 0.2, 0.07, 0.2, wood(scene, 3));
}

/** A barred opening high in a stone wall, its light in a beam, a chain on the wall. */
export const barsCorner: Corner = (sheet, scene) => {
  const shell = nook(scene, sheet, "stone", [2, 2.4]);
  const { light, canvas } = scene;
  const m = mid(shell);
  scene.quad(shell.back, m - 0.42, 1.5, 0.84, 0.74, light.level(0), 1.4);
  scene.quad(shell.back, m - 0.34, 1.56, 0.68, 0.62, light.time === "night" ? "#000" : "#fff", 1.2);
  const sill = [p3(-0.34, 1.56, wallAt), p3(0.34, 1.56, wallAt), p3(-0.1, 0, 1.3), p3(-1.3, 0, 1.3)];
  softLight(canvas, scene.path(sill), light.time === "night" ? 0.16 : 0.36);
  scene.rules(
    [0.12, 0.25, 0.38, 0.51, 0.62].map(
      (a) => [shell.back.at(m - 0.36 + a, 1.54), shell.back.at(m - 0.36 + a, 2.2)] as const,
    ),
    4.2,
    light.time === "night" ? "#fff" : light.ink,
  );
  const links = [];
  for (let i = 0; i < 9; i++) links.push(shell.back.at(m + 0.85 + steady.sin(i) * 0.03, 1.5 - i * 0.11));
  for (const q of links) {
    const c = scene.page(q);
    const s = scene.scaleAt(q);
    if (c)
      canvas.shape(
        `M${brief(c.x - s * 0.03)} ${brief(c.y)}a${brief(s * 0.03)} ${brief(s * 0.055)} 0 1 0 ${brief(s * 0.06)} 0a${brief(s * 0.03)} ${brief(s * 0.055)} 0 1 0 ${brief(-s * 0.06)} 0Z`,
        "none",
        3,
        light.ink,
      );
  }
  scene.box(p3(-1.5, 0.42, 2), 1.1, 0.07, 0.6, wood(scene, 3));
  stool(scene, p3(0.7, 0, 1.9), 0.3);
  scene.flush();
};

/** A lattice under the roof: boards, a beam of light, a web in the corner. */
export const latticeCorner: Corner = (sheet, scene) => {
  const shell = nook(scene, sheet, "plaster", [3.6, 4.2]);
  const { light, canvas } = scene;
  const m = mid(shell);
  grid(scene, shell.back, shell.width, 2.9, 16, 1, 0.9);
  scene.quad(shell.back, m - 0.6, 1.2, 1.2, 0.9, light.time === "night" ? canvas.sparks(0.75, "black") : "#fff", 1.6);
  for (let a = 0; a <= 1.2; a += 0.17) scene.quad(shell.back, m - 0.62 + a, 1.2, 0.06, 0.9, light.level(6), 0.6);
  for (const b of [1.18, 1.62, 2.06]) scene.quad(shell.back, m - 0.66, b, 1.32, 0.07, light.level(6), 0.6);
  softLight(canvas, scene.path([p3(-0.6, 1.2, wallAt), p3(0.6, 1.2, wallAt), p3(0.1, 0, 1.2), p3(-1.7, 0, 1.2)]), 0.3);
  scene.box(p3(-3.2, 2.45, 1.9), 6.4, 0.22, 0.24, wood(scene, 4));
  const post = scene.page(p3(1.05, 2.44, 1.9));
  const s = scene.scaleAt(p3(1, 2.4, 1.9));
  scene.box(p3(1, 0, 1.9), 0.2, 2.45, 0.24, wood(scene, 4));
  if (!post) return;
  let web = "";
  for (let i = 0; i < 5; i++) {
    const angle = 1.7 + i * 0.33;
    web += penStroke([post, { x: post.x + steady.cos(angle) * s * 0.5, y: post.y + steady.sin(angle) * s * 0.5 }], 1.4);
  }
  for (const r of [0.16, 0.28, 0.4])
    web += penStroke(
      Array.from({ length: 5 }, (_, i) => ({
        x: post.x + steady.cos(1.7 + i * 0.33) * s * r * (i % 2 ? 0.92 : 1),
        y: post.y + steady.sin(1.7 + i * 0.33) * s * r * (i % 2 ? 0.92 : 1),
      })),
      1.4,
    );
  canvas.fill(web, "#fff");
};

/** A hatch in dark boards with the ladder that comes up through it, lit from below. */
export const hatchCorner: Corner = (sheet, scene) => {
  const shell = nook(scene, sheet, "stone", [3, 5]);
  const { light } = scene;
  scene.quad(shell.back, 0, 0, shell.width, 2.9, light.level(4.6), 0);
  grid(scene, shell.back, shell.width, 2.9, 18, 1, 0.9);
  scene.quad(shell.floor, 0, 0, shell.width, shell.run, light.level(3), 0.6);
  boards(scene, shell.floor, shell.width, shell.run, 0.3, randomFrom(sheet.seed));
  const hatch = plane(p3(-0.5, 0.002, 1.65), right, away);
  scene.quad(hatch, -0.08, -0.08, 1.16, 0.86, light.level(1), 1.2);
  scene.quad(hatch, 0, 0, 1, 0.7, light.time === "day" ? "#fff" : light.level(1), 1.1);
  const rail = (x: number, t: number): Point3 => p3(x, -0.7 + t * 1.8, 1.72 + t * 0.5);
  for (const x of [-0.28, 0.22]) {
    const on = [rail(x, 0.3), rail(x + 0.06, 0.3), rail(x + 0.06, 1), rail(x, 1)];
    scene.poly(on, light.level(2), 1.2);
  }
  for (const t of [0.45, 0.62, 0.8, 0.95]) {
    const [a, b] = [rail(-0.25, t), rail(0.25, t)];
    scene.poly([a, b, { ...b, y: b.y + 0.06 }, { ...a, y: a.y + 0.06 }], light.level(1), 1.1);
  }
};

/** A post, a chest and a basket before a boarded wall. */
export const chestCorner: Corner = (sheet, scene) => {
  const shell = nook(scene, sheet, "stone", [2, 3.4]);
  const { light } = scene;
  scene.quad(shell.back, 0, 0, shell.width, 2.9, light.level(3.2), 0);
  grid(scene, shell.back, shell.width, 2.9, 16, 1, 0.9);
  scene.quad(shell.floor, 0, 0, shell.width, shell.run, light.level(1.4), 0.6);
  boards(scene, shell.floor, shell.width, shell.run, 0.3, randomFrom(sheet.seed));
  scene.box(p3(-1.25, 0, 2.3), 0.24, 2.9, 0.24, wood(scene, 4));
  scene.box(p3(-3.2, 2.2, 2.2), 6.4, 0.24, 0.24, wood(scene, 4));
  scene.box(p3(-0.5, 0, 2.1), 0.85, 0.36, 0.42, wood(scene, 1.2));
  scene.box(p3(-0.54, 0.36, 2.06), 0.93, 0.1, 0.5, wood(scene, 2.2));
  for (const x of [-0.36, 0.14]) scene.box(p3(x, 0, 2.05), 0.07, 0.46, 0.02, wood(scene, 5));
  scene.box(p3(-0.12, 0.26, 2.05), 0.09, 0.12, 0.03, wood(scene, 5));
  cylinder(scene, p3(0.85, 0, 2.2), 0.2, 0.34, 0.2, { body: light.level(1), top: light.level(5), hoops: 4 });
};

/** Boulders and drips in the dark. */
export const rockCorner: Corner = (sheet, scene) => {
  const shell = nook(scene, sheet, "stone", [3, 5]);
  const { light, canvas } = scene;
  scene.quad(shell.back, 0, 0, shell.width, 2.9, light.level(4.6), 0);
  masonry(scene, shell.back, shell.width, 2.9, 0.4, 0.8, randomFrom(sheet.seed));
  candle(scene, p3(-0.3, 0.5, 2.1), 0.16);
  const floor = plane(p3(-3, 0, 1), right, away);
  scene.quad(floor, 0, 0, 6, 1.6, light.level(2), 0.8);
  scene.box(p3(-0.8, 0, 1.9), 1, 0.5, 0.5, wood(scene, 2));
  cylinder(scene, p3(0.75, 0, 2), 0.28, 0.75, 0.2, { body: light.level(2), top: light.level(4), hoops: 3 });
  const p = scene.page(p3(-0.3, 0.72, 2.1));
  if (p) canvas.veil(p, [10, scene.scaleAt(p3(0, 0, 2)) * 0.9], 0.5, "white");
};

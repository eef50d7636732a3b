import { randomFrom } from "../../geometry/random.ts";
import { brief } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { cylinder, stool, wood } from "./furniture.ts";
import { softLight } from "./light.ts";
import { type Corner, mid, nook, wallAt } from "./nook.ts";
import { type Point3 } from "./perspective.ts";
import { away, p3, plane, right, up } from "./scene.ts";
import { candle } from "./still-life.ts";
import { boards, cornerHatching, grid, masonry } from "./textures.ts";

/** Corners of stairs, cells, lofts and cellars. */

/** A flight of steps along the wall, seen from the side: treads and risers on a closed stringer, a rail on balusters, the dark above. */
export const stairCorner: Corner = (sheet, scene) => {
  const stone = ["tower", "castle", "prison", "underground", "church"].includes(sheet.kind);
  nook(scene, sheet, stone ? "stone" : "plaster");
  const { light } = scene;
  const [near, far, run, rise, count] = [1.75, wallAt, 0.26, 0.2, 11] as const;
  const x0 = -1.25;
  const at = (i: number, y: number, z: number): Point3 => p3(x0 + i * run, y, z);
  const outline: Point3[] = [at(0, 0, near)];
  for (let i = 0; i < count; i++) outline.push(at(i, (i + 1) * rise, near), at(i + 1, (i + 1) * rise, near));
  // The whole side is one wall down to the floor; the steps lie on it.
  scene.poly([...outline, at(count, 0, near)], light.level(stone ? 1.6 : 1), 1.3);
  for (let i = 0; i < count; i++) {
    const y = (i + 1) * rise;
    scene.poly([at(i, y, near), at(i + 1, y, near), at(i + 1, y, far), at(i, y, far)], light.level(0), 0.9);
    scene.poly([at(i, y - rise, near), at(i, y, near), at(i, y, far), at(i, y - rise, far)], light.level(3), 0.9);
  }
  // A broad board or course of stone follows the steps; under it the wall is plain.
  const under = (i: number, y: number): Point3 => at(i, Math.max(0, i * rise + y), near - 0.005);
  scene.poly([under(1, -0.16), under(count, -0.16), under(count, -0.44), under(2.2, -0.44)], light.level(2.4), 1);
  const rail = (i: number, y: number): Point3 => p3(x0 + (i + 0.5) * run, (i + 1) * rise + y, near + 0.06);
  if (!stone) {
    // Two to a tread, from the tread itself up to the rail.
    scene.rules(
      Array.from({ length: 2 * count }, (_, k) => {
        const [x, step] = [(k + 0.5) / 2, Math.floor(k / 2)];
        return [at(x, (step + 1) * rise, near + 0.06), at(x, (x + 0.5) * rise + 0.87, near + 0.06)] as const;
      }),
      1.3,
    );
    scene.box(p3(x0 - 0.1, 0, near), 0.14, 1.16, 0.14, wood(scene, 4));
    scene.box(p3(x0 - 0.13, 1.16, near - 0.03), 0.2, 0.07, 0.2, wood(scene, 3));
  }
  scene.poly([rail(-0.4, 0.86), rail(count, 0.86), rail(count, 0.94), rail(-0.4, 0.94)], light.level(5), 1);
};

/** A barred opening high in a stone wall, its light in a beam, a chain on the wall. */
export const barsCorner: Corner = (sheet, scene, random) => {
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
  for (let i = 0; i < 9; i++) links.push(shell.back.at(m + 0.85 + Math.sin(i) * 0.03, 1.5 - i * 0.11));
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
  cornerHatching(scene, plane(shell.back.at(0.6, 0), right, up), 1.2, 1.6, random);
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
    web += penStroke([post, { x: post.x + Math.cos(angle) * s * 0.5, y: post.y + Math.sin(angle) * s * 0.5 }], 1.4);
  }
  for (const r of [0.16, 0.28, 0.4])
    web += penStroke(
      Array.from({ length: 5 }, (_, i) => ({
        x: post.x + Math.cos(1.7 + i * 0.33) * s * r * (i % 2 ? 0.92 : 1),
        y: post.y + Math.sin(1.7 + i * 0.33) * s * r * (i % 2 ? 0.92 : 1),
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

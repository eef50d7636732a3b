import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import { shelves } from "./fittings.ts";
import { cylinder, wood } from "./furniture.ts";
import { archOn } from "./hall.ts";
import { type Corner, mid, nook } from "./nook.ts";
import { p3, plane, right, up } from "./scene.ts";
import { bookPile, candle, sideboard, tableLamp, vase } from "./still-life.ts";

/** Corners of churches, schools, theatres, taverns and carriages. */

/** Bottles and glasses on a counter. */
export const barCorner: Corner = (sheet, scene, random) => {
  const shell = nook(scene, sheet, "stone", [1.2, 0.4]);
  const { light } = scene;
  shelves(scene, plane(shell.back.at(mid(shell) - 1.1, 1.15), right, up), 2.2, 1.2, 3, "jars", random);
  const top = sideboard(scene, p3(-1.6, 0, 1.55), 3.2, 1, 3);
  for (const [x, z] of [
    [-0.55, 1.8],
    [-0.38, 1.9],
  ] as const) {
    cylinder(scene, p3(x, top, z), 0.045, 0.2, 0, { body: light.level(5), top: light.level(5), hoops: 1 });
    cylinder(scene, p3(x, top + 0.2, z), 0.018, 0.1, 0, { body: light.level(5), top: light.level(5), hoops: 0 });
  }
  cylinder(scene, p3(0.1, top, 1.75), 0.07, 0.16, 0, { body: "#fff", top: "#fff", hoops: 2 });
  cylinder(scene, p3(0.34, top, 1.85), 0.05, 0.1, 0.05, { body: "#fff", top: light.level(4), hoops: 0 });
  tableLamp(scene, p3(0.75, top, 1.85), 1);
};

/** Candles before an altar cloth, under a pointed window. */
export const altarCorner: Corner = (sheet, scene) => {
  const shell = nook(scene, sheet, "stone", [1, 1.6]);
  const { light } = scene;
  const m = mid(shell);
  scene.poly(archOn(shell.back, m - 0.6, 1.1, 1.2, 1.7, true), "#fff", 1.6);
  scene.poly(archOn(shell.back, m - 0.5, 1.16, 1, 1.56, true), light.window(true), 1.2);
  scene.rules(
    [
      [shell.back.at(m, 1.16), shell.back.at(m, 2.7)],
      ...[1.5, 1.85, 2.2].map((b) => [shell.back.at(m - 0.5, b), shell.back.at(m + 0.5, b)] as const),
    ],
    1.6,
    light.time === "night" ? "#fff" : light.ink,
  );
  scene.box(p3(-1, 0, 1.9), 2, 0.95, 0.55, { front: "#fff", side: light.level(2), top: "#fff" });
  scene.strokes(
    [-0.8, -0.45, -0.1, 0.3, 0.7].map((x) => [p3(x, 0.9, 1.89), p3(x + 0.05, 0.1, 1.89)] as const),
    1,
  );
  for (const x of [-0.75, -0.5, 0.5, 0.75]) candle(scene, p3(x, 0.95, 2.1), Math.abs(x) > 0.6 ? 0.34 : 0.24);
  if (sheet.kind === "church" && sheet.manner !== "japanese") {
    scene.box(p3(-0.03, 0.95, 2.1), 0.06, 0.6, 0.05, wood(scene, 6));
    scene.box(p3(-0.18, 1.28, 2.1), 0.36, 0.06, 0.05, wood(scene, 6));
  } else vase(scene, p3(0, 0.95, 2.1), randomFrom(sheet.seed), true);
};

/** A blackboard with chalk, an open book on a desk. */
export const boardCorner: Corner = (sheet, scene, random) => {
  const shell = nook(scene, sheet, "panel");
  const { light } = scene;
  const m = mid(shell);
  scene.quad(shell.back, m - 1.35, 0.95, 2.7, 1.4, light.level(2), 1.4);
  scene.quad(shell.back, m - 1.27, 1.03, 2.54, 1.24, light.level(6), 1.1);
  const chalk = [];
  for (let row = 0; row < 3; row++)
    for (let a = -1.1; a < random.between(0, 0.9); a += 0.13)
      chalk.push([
        shell.back.at(m + a, 2 - row * 0.27),
        shell.back.at(m + a + random.between(0.03, 0.1), 2 - row * 0.27 + random.between(-0.05, 0.07)),
      ] as const);
  scene.strokes(chalk, 1.2, "#fff");
  scene.box(p3(-0.9, 0, 1.55), 1.5, 0.74, 0.5, wood(scene, 2));
  for (const side of [-1, 1])
    scene.poly(
      [
        p3(-0.2, 0.75, 1.68),
        p3(-0.2 + side * 0.26, 0.78, 1.68),
        p3(-0.2 + side * 0.26, 0.78, 1.98),
        p3(-0.2, 0.75, 1.98),
      ],
      "#fff",
      1,
    );
  bookPile(scene, p3(0.25, 0.74, 1.75), 3, random);
};

/** A seat by a window with the country running past it. */
export const carriageWindow: Corner = (sheet, scene, random) => {
  const shell = nook(scene, sheet, "plaster", [3, 1]);
  const { light } = scene;
  const m = mid(shell);
  scene.quad(shell.back, 0, 0, shell.width, 0.95, light.level(3), 1);
  scene.quad(shell.back, m - 0.95, 0.95, 1.9, 1.2, light.level(2), 1.4);
  scene.quad(shell.back, m - 0.85, 1.03, 1.7, 1.04, light.time === "night" ? "#000" : "#fff", 1.2);
  const swell = random.between(0, 6);
  const ridge = Array.from({ length: 17 }, (_, i) =>
    shell.back.at(
      m - 0.85 + i * 0.10625,
      1.34 + 0.08 * steady.sin(swell + i * 0.3) + 0.03 * steady.sin(swell + i * 0.7),
    ),
  );
  if (light.time !== "night")
    scene.poly([shell.back.at(m - 0.85, 1.03), ...ridge, shell.back.at(m + 0.85, 1.03)], light.level(2.4), 0.8);
  const speed = [];
  for (let i = 0; i < 12; i++) {
    const [a, b] = [random.between(-0.8, 0.2), random.between(1.05, 1.9)];
    speed.push([shell.back.at(m + a, b), shell.back.at(m + a + random.between(0.2, 0.6), b)] as const);
  }
  scene.strokes(speed, 0.8, light.time === "night" ? "#fff" : light.ink);
  scene.rules([[shell.back.at(m, 1.03), shell.back.at(m, 2.07)]], 3);
  for (const side of [-1, 1]) {
    scene.quad(shell.back, m + side * 0.93 - 0.17, 0.98, 0.34, 1.24, light.level(4.4), 1.1);
    scene.strokes(
      [-0.08, 0.02, 0.1].map(
        (d) => [shell.back.at(m + side * 0.93 + d, 2.2), shell.back.at(m + side * 0.93 + d, 1.02)] as const,
      ),
      0.9,
      "#fff",
    );
  }
  scene.box(p3(-1.5, 0, 1.9), 1.1, 0.46, 0.6, { front: light.level(4), side: light.level(5), top: light.level(2) });
  scene.box(p3(-1.62, 0.3, 1.9), 0.16, 0.95, 0.6, { front: light.level(5), side: light.level(4), top: light.level(3) });
  scene.box(p3(0.55, 0, 2.05), 0.6, 0.42, 0.3, wood(scene, 3));
  scene.rules([[p3(0.75, 0.43, 2.05), p3(0.95, 0.43, 2.05)]], 4);
};

/** The folds of a curtain, the edge of a stage with its lights. */
export const curtainCorner: Corner = (sheet, scene) => {
  const shell = nook(scene, sheet, "plaster", [5, 5]);
  const { light } = scene;
  const folds = 16;
  for (let i = 0; i < folds; i++) {
    const a = (i * shell.width) / folds;
    scene.quad(shell.back, a, 0.5, shell.width / folds, 2.4, light.level(i % 2 ? 5 : 3.2), 0.8);
    scene.strokes([[shell.back.at(a + 0.13, 2.8), shell.back.at(a + 0.08, 0.6)]], 1.6, "#fff");
  }
  scene.box(p3(-3.2, 0, 1.7), 6.4, 0.5, 0.9, { front: light.level(2), side: light.level(4), top: light.level(0) });
  for (const x of [-1.2, -0.7, -0.2, 0.3, 0.8, 1.3]) {
    cylinder(scene, p3(x, 0.5, 1.8), 0.1, 0.12, 0, { body: light.level(4), top: "#fff", hoops: 0 });
    const p = scene.page(p3(x, 0.68, 1.8));
    if (p) scene.canvas.veil(p, [6, scene.scaleAt(p3(x, 0, 1.8)) * 0.3], 0.7, "white");
  }
};

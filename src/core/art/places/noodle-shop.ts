import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { penStroke } from "../ink.ts";
import { hangingLamp, shelves, shoji } from "./fittings.ts";
import { cylinder, stool, wood } from "./furniture.ts";
import type { Point3 } from "./perspective.ts";
import { p3, type Plane, plane, right, type Scene, up } from "./scene.ts";
import { along, band, beams, drawShell, lamplight, type Shell } from "./shell.ts";
import { boards } from "./textures.ts";

/** Names of houses where noodles are eaten. */
const noodles = /蕎麦|そば[屋処やの]|そば$|うどん|天麩羅|天ぷら|noodle|soba|ramen/iu;

/** By its name; and any eating-house of Japan where nobody sits on mats. */
export const isNoodleShop = ({ kind, name, manner }: PlaceSheet): boolean =>
  (kind === "tavern" && manner === "japanese" && !/料理|料亭|茶屋/u.test(name)) ||
  ((kind === "shop" || kind === "tavern" || kind === "inn" || kind === "kitchen" || kind === "room") &&
    noodles.test(name));

/** A noodle shop: short curtains over the kitchen, strips with the dishes on the wall, long tables, stools, steaming bowls. */
export function drawNoodleShop(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} noodles`);
  const shell = drawShell(
    scene,
    { width: 6.4, depth: 5, height: 2.8 },
    { floor: 1.4, ceiling: 2.6, back: 0.3, left: 1, right: 0.4 },
  );
  boards(scene, shell.floor, shell.width, shell.run, 0.5, random);
  band(scene, shell, 0, 0.7, 2.6);
  beams(scene, shell, 4, 0.2);
  kitchenHatch(scene, shell);
  menuStrips(scene, plane(shell.back.at(3.5, 0), right, up), 2.7);
  shoji(scene, { at: (a, b) => shell.left.at(along(shell, 0.6) + a, 0.5 + b) }, 0, 2.4, 1.7, 3);
  menuStrips(scene, { at: (a, b) => shell.right.at(along(shell, 0.8) + a, b) }, 3.2);
  for (const [x, z] of [
    [-2.3, 2.9],
    [0.5, 2.7],
    [-2.2, 1],
    [0.9, 0.9],
  ] as const)
    longTable(scene, p3(x, 0, z), random);
  scene.flush();
  const lamp = p3(0.1, 2.2, 2.6);
  hangingLamp(scene, lamp, shell.height, "japanese");
  hangingLamp(scene, p3(-1.8, 2.2, 3.4), shell.height, "japanese");
  lamplight(scene, lamp, 0.7);
}

/** The opening to the cook: pots and steam in it, shelves with bowls, four cloths hanging over it. */
function kitchenHatch(scene: Scene, shell: Shell): void {
  const { light } = scene;
  const on = plane(shell.back.at(0.4, 0.9), right, up);
  scene.quad(on, 0, 0, 2.8, 1.3, light.level(5), 1.2);
  shelves(scene, plane(on.at(0.2, 0.5), right, up), 2.4, 0.5, 1, "jars", scene.random(7, "bowls"));
  const at = scene.page(on.at(1.4, 0.1));
  const s = scene.scaleAt(on.at(1.4, 0.1));
  if (at) {
    const steam = [-0.5, 0, 0.5].map((u) =>
      penStroke(
        [0, 0.3, 0.6, 0.9].map((v, k) => ({ x: at.x + (u + (k % 2 ? 0.08 : -0.04)) * s, y: at.y - v * s })),
        s * 0.07,
        { swellTo: 0.4, thinFrom: 0.5, tip: 0 },
      ),
    );
    scene.canvas.solid(steam.join(""), "#fff");
  }
  scene.box(p3(-2.9, 0, 4.7), 3, 0.9, 0.3, wood(scene, 2));
  for (const x of [-2.3, -1.4, -0.6])
    cylinder(scene, p3(x, 0.9, 4.8), 0.17, 0.18, 0.05, { body: light.level(4), top: light.level(1), hoops: 0 });
  for (let i = 0; i < 4; i++) {
    const a = 0.02 + i * 0.7;
    scene.poly(
      [on.at(a, 1.3), on.at(a + 0.66, 1.3), on.at(a + 0.64, 0.78), on.at(a + 0.02, 0.78)],
      light.level(i % 2 ? 5.4 : 4.6),
      1.2,
    );
    scene.poly(
      Array.from({ length: 10 }, (_, k) =>
        on.at(a + 0.33 + steady.cos((k / 5) * Math.PI) * 0.15, 1.04 + steady.sin((k / 5) * Math.PI) * 0.15),
      ),
      "#fff",
      0.8,
    );
  }
  scene.quad(on, -0.1, 1.3, 3, 0.08, light.level(3), 1);
}

/** Strips of paper with the dishes of the house: ink marks, no words. */
function menuStrips(scene: Scene, wall: Plane, length: number): void {
  const { light } = scene;
  for (let i = 0; i * 0.42 < length - 0.3; i++) {
    const a = 0.1 + i * 0.42;
    scene.quad(wall, a, 1.3, 0.26, 0.86, "#fff", 0.9);
    const marks = [];
    for (let k = 0; k < 4; k++) {
      const b = 2.02 - k * 0.19;
      marks.push([wall.at(a + 0.07, b), wall.at(a + 0.19, b - (k % 2) * 0.03)] as const);
      marks.push([wall.at(a + 0.13, b + 0.05), wall.at(a + (k % 2 ? 0.08 : 0.18), b - 0.09)] as const);
    }
    scene.strokes(marks, 1.3, light.ink);
  }
}

/** A table with two bowls, chopsticks in a tube, stools on both sides. */
function longTable(scene: Scene, o: Point3, random: Random): void {
  const { light } = scene;
  const [width, depth, height] = [1.7, 0.6, 0.68];
  scene.later(p3(o.x + width / 2, 0, o.z + depth / 2), () => {
    for (const [x, z] of [
      [0.1, 0.06],
      [width - 0.18, 0.06],
    ] as const)
      scene.box(p3(o.x + x, 0, o.z + z), 0.08, height, 0.4, wood(scene, 4));
    scene.box(p3(o.x, height, o.z), width, 0.07, depth, wood(scene, 1));
    for (const x of [0.4, 1.2])
      cylinder(scene, p3(o.x + x, height + 0.07, o.z + 0.3), 0.09, 0.1, 0.3, {
        body: light.level(random() < 0.5 ? 6 : 3),
        top: "#fff",
        hoops: 0,
      });
    cylinder(scene, p3(o.x + 0.8, height + 0.07, o.z + 0.36), 0.05, 0.16, 0, {
      body: light.level(2),
      top: light.level(5),
      hoops: 0,
    });
  });
  for (const x of [0.35, 1.3]) {
    stool(scene, p3(o.x + x, 0, o.z - 0.35), 0.42);
    stool(scene, p3(o.x + x, 0, o.z + depth + 0.3), 0.42);
  }
}

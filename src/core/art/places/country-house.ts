import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { house } from "./buildings.ts";
import { treeline } from "./crowns.ts";
import { column } from "./furniture.ts";
import { hills } from "./hills.ts";
import { meadow, treeAt } from "./open-ground.ts";
import { away, p3, type Plane, plane, right, type Scene, up } from "./scene.ts";
import { drawSky, overRoofs } from "./sky.ts";
import { grid } from "./textures.ts";
import type { Stations } from "./view.ts";

export const houseFrontStations: Stations = {
  wide: { z: -5, eye: 2.2, x: 1.4, yaw: 5 },
  near: { z: 0.6 },
  swing: 18,
  horizon: 0.56,
  walk: 8,
  across: [-1.6, 1.6],
};

/** Names under which a book speaks of a house in its grounds, seen from its drive. */
const grounds =
  /\bvilla\b|\bmanor\b|mansion|\bgrange\b|country[- ]house|stone house|\blodge\b|\bdrive\b|carriage[- ]sweep|front of the house|outside the house|邸|屋敷|別荘/iu;
const open: ReadonlySet<PlaceSheet["kind"]> = new Set(["garden", "field", "yard", "castle", "road", "street"]);

export const isHouseFront = ({ kind, name, manner, inside }: PlaceSheet): boolean =>
  !inside && manner !== "japanese" && open.has(kind) && grounds.test(name);

/** A square house of white stone in its lawn: a portico, rows of sashes, the sweep of gravel before it, two gate-posts with iron leaves, old trees. */
export function drawHouseFront(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} house front`);
  const { light, canvas, camera } = scene;
  const { x, width } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed, overRoofs);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  treeline(canvas, x, x + width, camera.horizon + 4, 46, random, light.level(2.4), light.ink);
  scene.quad(plane(p3(-90, 0, -12), right, away), 0, 0, 180, 140, light.level(0.9), 0);
  sweep(scene);
  meadow(scene, random, 1, 12, 16, 4);
  scene.later(p3(0, 0, 19), () => front(scene, random), 1e9);
  for (const [tx, z, dark] of [
    [-9.5, 15, false],
    [-12, 21, true],
    [10.5, 14, true],
    [12.5, 20, false],
    [8, 24, false],
  ] as const)
    treeAt(scene, p3(tx, 0, z), random.between(7, 9.5), "broad", sheet.seed + tx, dark);
  for (const tx of [-4.6, 4.6]) treeAt(scene, p3(tx, 0, 13.6), 2.4, "cypress", sheet.seed + tx, true);
  gates(scene);
  scene.flush();
}

/** The drive from the gate to the circle of gravel before the door. */
function sweep(scene: Scene): void {
  const { light } = scene;
  const gravel = light.dark ? light.level(0) : "#fff";
  const ring = Array.from({ length: 26 }, (_, i) => {
    const a = (i / 26) * 2 * Math.PI;
    return p3(steady.cos(a) * 5.4, 0.001, 13 + steady.sin(a) * 3.2);
  });
  scene.poly(ring, gravel, 0.9);
  scene.poly([p3(-1.7, 0.002, -10), p3(1.7, 0.002, -10), p3(1.7, 0.002, 10.6), p3(-1.7, 0.002, 10.6)], gravel, 0);
  scene.strokes(
    [-1.7, 1.7].map((u) => [p3(u, 0.003, -6), p3(u, 0.003, 10)] as const),
    1,
  );
}

function front(scene: Scene, random: Random): void {
  const { light } = scene;
  const [x0, z, width, height] = [-7, 18, 14, 7];
  house(scene, {
    x: x0,
    z,
    width,
    depth: 8,
    height,
    roof: 2.2,
    ridge: "x",
    floors: 1,
    manner: "modern",
    seed: 2,
    level: 0,
  });
  const on = plane(p3(x0, 0, z - 0.02), right, up);
  scene.quad(on, 0, 0, width, height, light.level(0.2), 1.2);
  for (const a of [0, width - 0.5])
    for (let b = 0; b < height; b += 0.5) scene.quad(on, a, b, 0.5, 0.5, light.level((b * 2) % 2 ? 0.8 : 0.2), 0.7);
  scene.quad(on, 0, 0, width, 0.6, light.level(1.4), 0.9);
  scene.quad(on, -0.2, height - 0.4, width + 0.4, 0.5, light.level(light.weather === "snow" ? 0 : 1), 1.1);
  for (const floor of [0, 1])
    for (let bay = 0; bay < 7; bay++)
      if (!(floor === 0 && bay === 3)) sash(scene, on, 0.9 + bay * 1.84, floor ? 4.3 : 1.1, random() < 0.5);
  portico(scene, light.dark);
}

/** A tall window in its moulding, with a sill. */
function sash(scene: Scene, on: Plane, a: number, b: number, lit: boolean): void {
  const { light } = scene;
  scene.quad(on, a - 0.14, b - 0.1, 1.28, 2.12, light.level(0), 0.9);
  scene.quad(on, a, b, 1, 1.9, light.window(lit), 0.9);
  const pane: Plane = { at: (u, v) => on.at(a + u, b + v) };
  grid(scene, pane, 1, 1.9, 2, 4, 0.6);
  scene.quad(on, a - 0.2, b - 0.2, 1.4, 0.12, light.level(1.6), 0.8);
}

function portico(scene: Scene, dark: boolean): void {
  const { light } = scene;
  scene.box(p3(-2, 0, 16), 4, 0.3, 2, { front: light.level(0.6), side: light.level(2), top: light.level(0) });
  scene.quad(plane(p3(-0.8, 0.3, 17.9), right, up), 0, 0, 1.6, 2.7, dark ? "#fff" : light.level(5.6), 1.1);
  for (const x of [-1.7, -0.95, 0.95, 1.7]) column(scene, p3(x, 0.3, 16.4), 0.18, 3.1);
  scene.flush();
  scene.box(p3(-2.2, 3.4, 16), 4.4, 0.5, 2, { front: light.level(0.4), side: light.level(2), top: light.level(0) });
  scene.poly(
    [p3(-2.4, 3.9, 16), p3(2.4, 3.9, 16), p3(0, 4.9, 16)],
    light.weather === "snow" ? "#fff" : light.level(0.6),
    1.2,
  );
}

/** Posts with stone balls, and two leaves of iron that stand open. */
function gates(scene: Scene): void {
  const { light } = scene;
  for (const side of [-1, 1]) {
    const x = side * 2.3;
    scene.later(
      p3(x, 0, 4.6),
      () => {
        scene.box(p3(x - 0.3, 0, 4.4), 0.6, 2.1, 0.6, {
          front: light.level(0.6),
          side: light.level(2.6),
          top: light.level(0),
        });
        scene.box(p3(x - 0.4, 2.1, 4.3), 0.8, 0.16, 0.8, {
          front: light.level(0.2),
          side: light.level(2),
          top: light.level(0),
        });
        const bars = [];
        const leaf = plane(p3(x - side * 0.3, 0.1, 4.7), p3(-side * 0.34, 0, 0.94), up);
        for (let a = 0.08; a < 1.5; a += 0.2) bars.push([leaf.at(a, 0.05), leaf.at(a, 1.5 + a * 0.22)] as const);
        for (const b of [0.1, 0.9, 1.4]) bars.push([leaf.at(0, b), leaf.at(1.5, b)] as const);
        scene.rules(bars, 1.6);
        // The wall that goes off to the side.
        scene.quad(plane(p3(side > 0 ? x + 0.3 : x - 20.3, 0, 4.7), right, up), 0, 0, 20, 1.3, light.level(1.4), 1.1);
        scene.quad(plane(p3(side > 0 ? x + 0.3 : x - 20.3, 1.3, 4.65), right, up), 0, 0, 20, 0.16, light.level(0), 1);
      },
      0.01,
    );
  }
}

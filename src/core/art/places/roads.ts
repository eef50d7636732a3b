import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import { type PlaceSheet } from "../artist.ts";
import { house, streetLamp } from "./buildings.ts";
import { crowd } from "./crowd.ts";
import { clump, treeline } from "./crowns.ts";
import { leafInk } from "./foliage.ts";
import { openCountry } from "./open-country.ts";
import { hills } from "./hills.ts";
import { groundDetail, lane, meadow, treeAt } from "./open-ground.ts";
import { type Point3 } from "./perspective.ts";
import { type Scene, away, p3, plane, right, up } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { cobbles, masonry } from "./textures.ts";
import { horseCart } from "./horse-drawn.ts";
import { type Stations } from "./view.ts";
import { waterSurface } from "./water.ts";

/** Places that people pass through or meet at: roads, bridges, markets, yards, inns, platforms, shrines. */

export const roadStations: Stations = {
  wide: { z: -1, eye: 2.6, x: 0.6, yaw: 4 },
  near: { z: 1 },
  swing: 18,
  horizon: 0.5,
  walk: 14,
  across: [-1.4, 1.4],
};

export const bridgeStations: Stations = {
  wide: { z: -2, eye: 2.4, x: 0.5, yaw: 4 },
  near: { z: 1 },
  swing: 18,
  horizon: 0.46,
  walk: 12,
  across: [-1.6, 1.6],
};

/** A road through the country: ruts, hedges or a bank, poles that shrink into the distance, a cart far ahead. */
export function drawRoad(sheet: PlaceSheet, scene: Scene): void {
  const random = openCountry(scene, sheet);
  const { light } = scene;
  const bend = (z: number): number => steady.sin(z / 22 + (sheet.seed % 7)) * Math.min(z, 30) * 0.14;
  const middle = (z: number): number => bend(z) - bend(0);
  groundDetail(scene, random, 4);
  meadow(scene, random, 1, 14, 30, 5);
  lane(scene, middle, 1.5, -5, 110);
  const side = sheet.seed % 2 ? 1 : -1;
  // In books of old Europe they would as often as not stand a hundred years before their time.
  if (sheet.manner === "modern") poles(scene, (z) => middle(z) + side * 2.8);
  for (let z = 3; z < 34; z += 2.2) {
    const at = p3(middle(z) - side * random.between(3, 3.8), 0, z);
    scene.later(at, () => {
      const p = scene.page(at);
      const s = scene.scaleAt(at);
      if (p && s < 120)
        clump(
          scene.canvas,
          { x: p.x, y: p.y - s * 0.45 },
          s * 0.95,
          s * 0.6,
          randomFrom(sheet.seed + z),
          leafInk(light, Math.min(0.8, z / 34)),
        );
    });
  }
  for (let i = 0; i < 5; i++)
    treeAt(
      scene,
      p3((i % 2 ? 1 : -1) * random.between(4.5, 12), 0, random.between(8, 34)),
      random.between(5, 8),
      sheet.manner === "japanese" ? "pine" : "broad",
      sheet.seed + i,
      i % 2 === 0,
    );
  const cart = p3(middle(20), 0, 20);
  if (sheet.seed % 2 && !light.dark && scene.hasRoomFor(cart, 3.4, 2.2))
    horseCart(scene, cart, sheet.seed % 3 ? 1 : -1);
  scene.flush();
}

/** Telegraph poles with their wires. */
function poles(scene: Scene, across: (z: number) => number): void {
  const { light } = scene;
  for (let z = 4; z < 60; z += 9) {
    const at = p3(across(z), 0, z);
    const next = p3(across(z + 9), 0, z + 9);
    scene.later(at, () => {
      scene.box(
        p3(at.x - 0.09, 0, z),
        0.18,
        6,
        0.18,
        { front: light.level(5), side: light.level(6), top: light.level(4) },
        0.8,
      );
      for (const y of [5.2, 5.7])
        scene.box(
          p3(at.x - 0.7, y, z),
          1.4,
          0.1,
          0.1,
          { front: light.level(5), side: light.level(5), top: light.level(5) },
          0.8,
        );
      for (const dx of [-0.6, 0.6]) {
        const sag = [];
        for (let i = 0; i <= 6; i++)
          sag.push(p3(at.x + dx + ((next.x - at.x) * i) / 6, 5.8 - steady.sin((i / 6) * Math.PI) * 0.5, z + i * 1.5));
        scene.line(sag, 0.7);
      }
    });
  }
}

/** On a bridge: its deck between two rails, the water on both sides, the far bank with its houses. */
export function drawBridge(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} bridge`);
  const { canvas, light, camera } = scene;
  const { x, width } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  waterSurface(scene, sheet.seed, 0);
  treeline(canvas, x, x + width, camera.horizon + 5, 26, random, light.level(2.6), light.ink);
  const japanese = sheet.manner === "japanese";
  const rise = (z: number): number => (japanese ? Math.max(0, 1 - ((z - 9) / 11) ** 2) * 0.9 - 0.3 : 0);
  for (let i = 0; i < 4; i++) {
    const hx = (i % 2 ? 1 : -1) * (5 + i * 3.4);
    scene.later(
      p3(hx, 0, 34),
      () =>
        house(scene, {
          x: hx - 3,
          z: 34,
          width: 6,
          depth: 5,
          height: japanese ? 3 : 6,
          roof: 2.2,
          ridge: i % 2 ? "x" : "z",
          floors: japanese ? 1 : 2,
          manner: sheet.manner,
          seed: sheet.seed + i,
          level: random.pick([0, 1, 2]),
        }),
      1e9,
    );
  }
  scene.flush();
  const zs = [-6, -3, 0, 1.5, 3, 4.5, 6, 7.5, 9, 11, 13, 15, 18, 22];
  const line = (shift: number, y: number): Point3[] => zs.map((z) => p3(shift, rise(z) + y, z));
  for (const side of [-1, 1]) scene.poly([...line(side * 2, -0.5), ...line(side * 2, 0).reverse()], light.level(5), 1);
  scene.poly([...line(-2, 0), ...line(2, 0).reverse()], light.level(japanese ? 1 : 0.4), 1);
  if (japanese)
    scene.rules(
      Array.from(
        { length: 40 },
        (_, i) => [p3(-2, rise(i * 0.5 - 2), i * 0.5 - 2), p3(2, rise(i * 0.5 - 2), i * 0.5 - 2)] as const,
      ),
      0.6,
    );
  else cobbles(scene, plane(p3(-2, 0, -1), right, away), 4, 16, random);
  for (const side of [-1, 1]) {
    if (sheet.manner === "european") {
      scene.box(p3(side * 2 - 0.15, 0, -6), 0.3, 0.95, 28, {
        front: light.level(1),
        side: light.level(2),
        top: light.level(0),
      });
      masonry(scene, plane(p3(side * 1.85, 0, -6), away, up), 28, 0.95, 0.24, 0.8, random);
      continue;
    }
    const posts = [];
    for (const z of zs) posts.push([p3(side * 2, rise(z), z), p3(side * 2, rise(z) + 1.1, z)] as const);
    scene.rules(posts, 3);
    for (const y of [0.5, 1]) scene.line(line(side * 2, y), y === 1 ? 3.4 : 1.8);
  }
  for (const z of [4, 10]) if (!japanese) streetLamp(scene, p3(z > 5 ? 2 : -2, 0, z));
  crowd(scene, sheet.manner, sheet.seed, { count: 4, across: [-1.4, 1.4], deep: [13, 20] });
  scene.flush();
}

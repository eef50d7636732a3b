import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { corners } from "../canvas.ts";
import { circlePath } from "../tone.ts";
import { type House, house, streetLamp } from "./buildings.ts";
import { crowd } from "./crowd.ts";
import { treeline } from "./crowns.ts";
import { leafInk, tree } from "./foliage.ts";
import { barrel } from "./furniture.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawSky, overRoofs } from "./sky.ts";
import { cobbles } from "./textures.ts";
import { horseCab, horseCart } from "./horse-drawn.ts";
import { car, rickshaw, tram } from "./vehicles.ts";
import type { Stations } from "./view.ts";
import { hills } from "./hills.ts";
import { fence, groundDetail, lane } from "./open-ground.ts";
import type { Point3 } from "./perspective.ts";

export const streetStations: Stations = {
  wide: { z: -1, eye: 2.4, x: 0.6, yaw: 4 },
  near: { z: 1.5 },
  swing: 30,
  horizon: 0.56,
  walk: 14,
  across: [-2.6, 2.6],
};
export const villageStations: Stations = {
  wide: { z: -4, eye: 3.2, x: 0, yaw: -3 },
  near: { z: 1 },
  swing: 24,
  horizon: 0.46,
  walk: 12,
};

/** A street between two rows of houses that close at the far end; lamps, steps, barrels. */
export function drawStreet(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} street`);
  const { light, canvas, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed, overRoofs);
  ground(scene, sheet, random);
  const modern = sheet.manner === "modern";
  const low = sheet.manner === "japanese";
  const half = 3.4;
  for (const side of [-1, 1] as const) {
    let z = -3;
    for (let i = 0; i < 7 && z < 46; i++) {
      const depth = random.between(4.5, 7.5);
      const floors = low ? (random() < 0.35 ? 2 : 1) : Math.round(random.between(2, modern ? 5 : 3.4));
      const width = 6;
      const h: House = {
        x: side < 0 ? -half - width : half,
        z: z + 0.1,
        width,
        depth: depth - 0.2,
        height: floors * (low ? 2.9 : 2.9),
        roof: modern ? 0 : random.between(1.6, 2.6),
        ridge: low || random() < 0.55 ? "z" : "x",
        floors,
        manner: sheet.manner,
        seed: sheet.seed + i * 31 + (side > 0 ? 997 : 0),
        level: random.pick([0, 0.4, 1, 2.4]),
        sign: random() < 0.6,
      };
      scene.later(p3(side * half, 0, z + depth), () => house(scene, h), 1e9);
      if (random() < 0.7) barrel(scene, p3(side * (half - 0.45), 0, z + random.between(0.6, depth)));
      z += depth;
    }
  }
  closing(scene, sheet);
  for (const [z, side] of [
    [5, -1],
    [11, 1],
    [18, -1],
    [27, 1],
  ] as const)
    if (!low || z > 9) streetLamp(scene, p3(side * 2.6, 0, z));
  if (modern) wires(scene);
  traffic(sheet, scene);
  scene.flush();
}

/** Who and what goes along the street, far enough off to need no face; fewer at night and in the rain. */
function traffic(sheet: PlaceSheet, scene: Scene): void {
  const quiet = scene.light.dark || scene.light.weather === "rain" || scene.light.weather === "storm";
  const seed = sheet.seed + Math.round(scene.camera.x * 100);
  const dir = seed % 2 ? 1 : -1;
  const japanese = sheet.manner === "japanese";
  const horse = sheet.manner === "european" ? cabWay(scene, dir) : dir;
  const driven = seed % 3 !== 0 && horse !== null && scene.hasRoomFor(p3(0, 0, 20), japanese ? 2 : 2.6, 3);
  // People before a carriage would hide its horse, people behind it would ride on it.
  if (!driven) return crowd(scene, sheet.manner, seed, { count: quiet ? 2 : 8, across: [-2.2, 2.2], deep: [10, 30] });
  if (sheet.manner === "modern") (seed % 4 === 1 ? tram : car)(scene, p3(dir * 0.6, 0, 20), dir);
  else if (japanese) rickshaw(scene, p3(dir * -0.6, 0, 20), dir);
  else horseCab(scene, cabAt(horse), horse);
}

/** The horse goes far before the wheel: from the middle of the street its head would be in a house. */
const cabAt = (dir: 1 | -1): Point3 => p3(dir * -1.2, 0, 20);

/** How far a cab reaches before and behind its wheel, and the free breadth of the street on each side of its middle, in metres. */
const cabReach = { before: 3.9, behind: 1.5, free: 2.95 } as const;

/** Which way a cab may go so that neither its horse nor its wheel is hidden by a house; the wished one, the other, or null. */
function cabWay(scene: Scene, wished: 1 | -1): 1 | -1 | null {
  const { x, z, yaw, centre, focal } = scene.camera;
  const turn = (yaw * Math.PI) / 180;
  const { bounds } = scene;
  const isSeen = (foot: Point3, aside: number): boolean => {
    const at = scene.page(foot);
    if (!at) return false;
    const across = at.x + aside * scene.scaleAt(foot);
    if (across < bounds.x || across > bounds.x + bounds.width) return false;
    // Where the look at that point of the page leaves the free street.
    const slope = (across - centre) / focal;
    const sideways = slope * steady.cos(turn) + steady.sin(turn);
    const wall = ((Math.sign(sideways) || 1) * cabReach.free - x) / sideways;
    const depth = (foot.x - x) * steady.sin(turn) + (foot.z - z) * steady.cos(turn);
    return Math.abs(sideways) < 1e-6 || wall < 0 || wall > depth;
  };
  const fits = (dir: 1 | -1): boolean =>
    isSeen(cabAt(dir), dir * cabReach.before) && isSeen(cabAt(dir), -dir * cabReach.behind);
  if (fits(wished)) return wished;
  const other = wished === 1 ? -1 : 1;
  return fits(other) ? other : null;
}

function ground(scene: Scene, sheet: PlaceSheet, random: Random): void {
  const { light, canvas } = scene;
  const wet = light.weather === "rain" || light.weather === "storm";
  const floor = plane(p3(-60, 0, -6), right, away);
  scene.quad(floor, 0, 0, 120, 90, light.level(wet ? 2 : 0.3), 0);
  const road = plane(p3(-3.4, 0, -4), right, away);
  for (const a of [0, 5.7]) scene.quad(road, a, 0, 1.1, 60, light.dark ? "#000" : light.level(1), 0.8);
  if (sheet.manner === "european") cobbles(scene, plane(p3(-2.3, 0, -1), right, away), 4.6, 18, random);
  if (sheet.manner === "modern")
    for (let z = 0; z < 40; z += 3) scene.quad(road, 3.3, z, 0.14, 1.5, light.dark ? "#fff" : light.level(2.4), 0.4);
  if (wet) puddles(scene, random);
  const { x, y, width, height } = canvas.bounds;
  const top = scene.camera.horizon;
  canvas.gradient({ x, y: top, width, height: y + height - top }, light.dark ? 0.3 : 0.2, 0, {
    ink: light.dark ? "white" : "black",
  });
}

function puddles(scene: Scene, random: Random): void {
  for (let i = 0; i < 5; i++) {
    const [cx, cz] = [random.between(-2, 2), random.between(2.5, 14)];
    const ring = [];
    for (let k = 0; k < 12; k++) {
      const a = (k / 12) * 2 * Math.PI;
      ring.push(
        p3(cx + steady.cos(a) * random.between(0.5, 0.7), 0.002, cz + steady.sin(a) * random.between(0.5, 0.8)),
      );
    }
    scene.poly(ring, scene.light.dark ? scene.canvas.sparks(0.5, "black") : "#fff", 0.6);
  }
}

/** What closes the street: a taller house, a church spire or hills with trees. */
function closing(scene: Scene, sheet: PlaceSheet): void {
  const { light, canvas, camera } = scene;
  const { x, width } = canvas.bounds;
  const random = randomFrom(`${sheet.seed} closing`);
  treeline(canvas, x, x + width, camera.horizon + 3, 46, random, light.level(light.dark ? 0 : 2.4), light.ink);
  const at = scene.page(p3(0.6, 0, 48));
  if (!at) return;
  if (sheet.manner === "european") church(scene, at, camera.focal / at.depth);
}

/** The church at the end of a street: nave, tower with its belfry and clock, a slender spire; `s` is a metre on the page. */
function church({ canvas, light }: Scene, foot: Point, s: number): void {
  const at = (u: number, v: number): Point => ({ x: foot.x + u * s, y: foot.y - v * s });
  const block = (u0: number, u1: number, v0: number, v1: number): string =>
    corners([at(u0, v0), at(u0, v1), at(u1, v1), at(u1, v0)]);
  const [lit, shaded] = [light.level(light.dark ? 4 : 0.8), light.level(light.dark ? 0 : 2.6)];
  canvas.shape(corners([at(-6, 0), at(-6, 5.4), at(0, 9.6), at(6, 5.4), at(6, 0)]), lit, 1.2, light.ink);
  canvas.shape(block(-2.3, 2.3, 0, 13), lit, 1.2, light.ink);
  canvas.fill(block(0.8, 2.3, 0, 13), shaded);
  canvas.shape(corners([at(-1.9, 13.5), at(0, 20.5), at(1.9, 13.5)]), lit, 1.2, light.ink);
  canvas.fill(corners([at(0.5, 13.5), at(0, 20.5), at(1.9, 13.5)]), shaded);
  canvas.shape(block(-2.6, 2.6, 12.9, 13.6), lit, 1, light.ink);
  canvas.fill(block(-1.2, -0.4, 9.6, 12) + block(0.4, 1.2, 9.6, 12), light.ink);
  const dial = at(0, 7.6);
  canvas.shape(circlePath(dial.x, dial.y, 1.1 * s), "#fff", 1, "#000");
  canvas.line(corners([at(0, 8.4), dial, at(0.5, 7.3)], false), 1, "#000");
}

function wires(scene: Scene): void {
  for (let z = 2; z < 40; z += 9) {
    scene.later(p3(-3, 0, z), () => {
      scene.box(p3(-3.1, 0, z), 0.2, 7, 0.2, {
        front: scene.light.level(4),
        side: scene.light.level(5),
        top: scene.light.level(3),
      });
      scene.box(p3(-3.8, 6.2, z), 1.6, 0.14, 0.14, {
        front: scene.light.level(5),
        side: scene.light.level(5),
        top: scene.light.level(5),
      });
      for (const x of [-3.7, -3.2, -2.4]) {
        const sag = [];
        for (let i = 0; i <= 8; i++) sag.push(p3(x, 6.4 - steady.sin((i / 8) * Math.PI) * 0.7, z + (i / 8) * 9));
        scene.line(sag, 0.8);
      }
    });
  }
}

/** Scattered cottages along a lane, with fences, a well and trees. */
export function drawVillage(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} village`);
  const { light, canvas, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed, overRoofs);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  scene.quad(plane(p3(-90, 0, -8), right, away), 0, 0, 180, 140, light.level(0.2), 0);
  groundDetail(scene, randomFrom(`${sheet.seed} ground`), 4);
  villageLane(scene);
  const spots = [
    [-10.5, 6, 0],
    [4.2, 5, 1],
    [-9, 16, 2],
    [5, 15, 3],
    [-14, 27, 4],
    [3.4, 27, 5],
    [12, 22, 6],
    [-4.5, 38, 7],
  ] as const;
  for (const [x, z, i] of spots) {
    const h: House = {
      x,
      z,
      width: random.between(5, 6.4),
      depth: random.between(4.6, 6),
      height: random.between(2.5, 3),
      roof: random.between(2.2, 3),
      ridge: i % 2 ? "z" : "x",
      floors: 1,
      manner: sheet.manner === "modern" ? "european" : sheet.manner,
      seed: sheet.seed + i * 17,
      level: random.pick([0, 0.3, 1]),
    };
    scene.later(p3(x + 3, 0, z + 3), () => house(scene, h));
  }
  for (let i = 0; i < 9; i++) {
    const at = p3((i % 2 ? 1 : -1) * random.between(5, 16), 0, random.between(10, 44));
    scene.later(at, () => {
      const foot = scene.page(at);
      if (foot)
        tree(
          canvas,
          foot,
          scene.scaleAt(at) * random.between(4, 6),
          i % 3 ? "broad" : "fir",
          randomFrom(sheet.seed + i),
          leafInk(light, Math.min(0.8, at.z / 50), i % 3 === 0),
          light.level(3),
        );
    });
  }
  fence(scene, -3.2, 3, 13);
  fence(scene, 3.6, 2, 5);
  well(scene, p3(-5.4, 0, 4.6));
  if (!light.dark) crowd(scene, sheet.manner, sheet.seed, { count: 3, across: [-1.2, 1.6], deep: [14, 26] });
  if (sheet.seed % 2 && !light.dark && scene.hasRoomFor(p3(1, 0, 18), 3.4, 2.2)) horseCart(scene, p3(1, 0, 18), -1);
  scene.flush();
}

function villageLane(scene: Scene): void {
  lane(scene, (z) => steady.sin(z / 14) * 1.4 * Math.max(-1, Math.min(1, z / 12)), 1.5, -4, 60);
  scene.strokes(
    [2, 3.4, 5, 7, 9.5, 13].map(
      (z, i) => [p3(-0.8 + (i % 3) * 0.5, 0, z), p3(-0.2 + (i % 3) * 0.5, 0, z + 0.2)] as const,
    ),
    0.8,
  );
}

/** A roofed well. */
export function well(scene: Scene, at: ReturnType<typeof p3>): void {
  const { light } = scene;
  scene.later(at, () => {
    const fills = { front: light.level(1), side: light.level(3), top: light.level(6) };
    scene.box(p3(at.x - 0.6, 0, at.z - 0.6), 1.2, 0.8, 1.2, fills);
    for (const x of [-0.55, 0.45]) scene.box(p3(at.x + x, 0.8, at.z - 0.05), 0.1, 1.3, 0.1, fills, 0.8);
    const slope = [
      p3(at.x - 0.9, 2, at.z - 0.7),
      p3(at.x + 0.9, 2, at.z - 0.7),
      p3(at.x + 0.9, 2.6, at.z),
      p3(at.x - 0.9, 2.6, at.z),
    ];
    scene.poly(slope, light.level(4), 1);
  });
}

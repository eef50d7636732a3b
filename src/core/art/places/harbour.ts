import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief, corners } from "../canvas.ts";
import { circlePath } from "../tone.ts";
import { type House, house } from "./buildings.ts";
import { crowd } from "./crowd.ts";
import { barrel, cabinet, cylinder, wood } from "./furniture.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene, up } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { waterSurface } from "./water.ts";
import type { Stations } from "./view.ts";
import { hills } from "./hills.ts";

export const harbourStations: Stations = {
  wide: { z: -1, eye: 3.4, x: -1.2, yaw: 10 },
  near: { z: 0.5 },
  swing: 22,
  horizon: 0.48,
  walk: 12,
  across: [-5, -0.5],
  floor: 0.8,
};
export const shipStations: Stations = {
  wide: { z: -2.8, eye: 2.5, x: 0.4, yaw: 4 },
  near: { z: 0.5 },
  swing: 18,
  horizon: 0.46,
  walk: 6,
  across: [-2.2, 2.2],
};

/** A sailing ship seen from the side on the page: hull, masts, furled or set sails, rigging. `length` in page units. */
function shipAt(scene: Scene, at: { x: number; y: number }, length: number, sails: boolean, flip: 1 | -1): void {
  const { canvas, light } = scene;
  const px = (u: number, v: number) => ({ x: at.x + flip * u * length, y: at.y - v * length });
  const w = Math.max(1.2, length / 190);
  const hull = [
    px(-0.5, 0.16),
    px(-0.46, 0.02),
    px(-0.36, -0.03),
    px(0.34, -0.03),
    px(0.46, 0.06),
    px(0.56, 0.17),
    px(0.3, 0.1),
    px(-0.28, 0.1),
    px(-0.3, 0.16),
  ];
  const masts = [-0.24, 0.04, 0.28];
  const rig: string[] = [];
  masts.forEach((u, i) => {
    const tall = [0.62, 0.78, 0.66][i] ?? 0.6;
    canvas.line(corners([px(u, 0.05), px(u, tall)], false), w * 2.2, light.ink);
    for (const v of [0.9, 0.66, 0.42]) {
      const half = 0.13 * (1.25 - v * 0.55);
      const y = v * tall;
      rig.push(corners([px(u - half, y), px(u + half, y)], false));
      if (sails && v > 0.5) {
        const low = y - tall * 0.22;
        canvas.shape(
          `M${pt(px(u - half, y))}Q${pt(px(u - half * 0.2, y - 0.03))} ${pt(px(u + half, y))}Q${pt(px(u + half * 1.5, (y + low) / 2))} ${pt(px(u + half * 1.1, low))}Q${pt(px(u, low + 0.05))} ${pt(px(u - half * 1.1, low))}Q${pt(px(u - half * 0.6, (y + low) / 2))} ${pt(px(u - half, y))}Z`,
          light.dark ? "#000" : "#fff",
          w,
          light.ink,
        );
        canvas.fill(
          corners([
            px(u + half * 0.3, y - 0.01),
            px(u + half, y),
            px(u + half * 1.25, (y + low) / 2),
            px(u + half * 1.1, low),
            px(u + half * 0.4, low + 0.02),
          ]),
          light.level(2),
        );
      } else
        canvas.shape(
          corners([px(u - half, y), px(u + half, y), px(u + half * 0.9, y - 0.025), px(u - half * 0.9, y - 0.025)]),
          light.dark ? "#000" : "#fff",
          w,
          light.ink,
        );
    }
    rig.push(
      corners([px(u, tall), px(u - 0.16, 0.1)], false),
      corners([px(u, tall), px(u + 0.16, 0.1)], false),
      corners([px(u, tall * 0.7), px(u - 0.12, 0.1)], false),
      corners([px(u, tall * 0.7), px(u + 0.12, 0.1)], false),
    );
  });
  canvas.line(
    rig.join("") +
      corners([px(0.28, 0.66), px(0.74, 0.26), px(0.5, 0.14)], false) +
      corners([px(-0.24, 0.62), px(0.04, 0.78), px(0.28, 0.66)], false),
    w * 0.8,
    light.ink,
  );
  canvas.shape(corners(hull), light.dark ? "#000" : light.level(6), w * 1.4, light.ink);
  canvas.fill(corners([px(-0.47, 0.085), px(0.44, 0.075), px(0.47, 0.1), px(-0.48, 0.11)]), "#fff");
  canvas.shape(
    corners([
      px(masts[1] ?? 0, 0.78),
      px((masts[1] ?? 0) - 0.1, 0.8),
      px((masts[1] ?? 0) - 0.08, 0.83),
      px(masts[1] ?? 0, 0.84),
    ]),
    light.dark ? "#fff" : "#000",
    w,
    light.ink,
  );
}

const pt = (p: { x: number; y: number }): string => `${brief(p.x)} ${brief(p.y)}`;

/** A harbour: stone quay with bollards, crates and nets, ships at anchor with their masts, warehouses, a far mole with a light. */
export function drawHarbour(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} harbour`);
  const { light, canvas, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  waterSurface(scene, sheet.seed, 0);
  for (const [x, z, length, flip] of [
    [3, 44, 13, 1],
    [16, 60, 14, -1],
    [9, 26, 15, 1],
  ] as const) {
    const at = scene.page(p3(x, 0, z));
    if (at) shipAt(scene, at, (camera.focal / at.depth) * length, z > 50, flip);
  }
  mole(scene);
  quay(scene, random);
  for (let i = 0; i < 4; i++) {
    const h: House = {
      x: -14,
      z: 5 + i * 7.5,
      width: 7,
      depth: 7,
      height: random.between(4, 6.5),
      roof: 2.4,
      ridge: i % 2 ? "x" : "z",
      floors: 2,
      manner: sheet.manner,
      seed: sheet.seed + i * 5,
      level: random.pick([0, 1, 2.4]),
      sign: true,
    };
    scene.later(p3(-8, 0, h.z + 7), () => house(scene, h), 1e9);
  }
  crowd(scene, sheet.manner, sheet.seed, { count: light.dark ? 1 : 6, across: [-5, -0.8], deep: [11, 26], floor: 0.8 });
  scene.flush();
}

function mole(scene: Scene): void {
  const { light } = scene;
  scene.box(p3(14, 0, 70), 60, 2, 4, { front: light.level(2), side: light.level(3), top: light.level(1) }, 0.8);
  cylinder(scene, p3(20, 2, 72), 1.6, 11, -0.1, { body: light.dark ? "#000" : "#fff", top: light.level(2), hoops: 3 });
  const lamp = scene.page(p3(20, 14, 72));
  if (lamp && light.dark) scene.canvas.glow(lamp, [4, 44], [0.9, 0], "white");
}

function quay(scene: Scene, random: ReturnType<typeof randomFrom>): void {
  const { light } = scene;
  const deck = plane(p3(-30, 0.8, -14), right, away);
  scene.poly([p3(0.4, -0.6, -14), p3(0.4, 0.8, -14), p3(0.4, 0.8, 60), p3(0.4, -0.6, 60)], light.level(5), 1);
  scene.quad(deck, 0, 0, 30.4, 74, light.level(0.6), 1.2);
  scene.quad(deck, 29.7, 0, 0.7, 74, light.level(0), 1);
  const joints = [];
  for (let z = -10; z < 22; z += 1.3) joints.push([p3(-0.3, 0.8, z), p3(0.4, 0.8, z)] as const);
  for (let i = 0; i < 30; i++) {
    const [u, z] = [random.between(-6, -0.4), random() ** 2 * 18];
    joints.push([p3(u, 0.8, z), p3(u + random.between(0.2, 0.8), 0.8, z)] as const);
  }
  scene.strokes(joints, 0.7);
  for (const z of [2.6, 7, 13])
    scene.later(p3(0, 0.8, z), () => {
      cylinder(scene, p3(-0.1, 0.8, z), 0.16, 0.5, -0.2, { body: light.level(6), top: light.level(4), hoops: 0 });
      scene.line([p3(-0.1, 1.1, z), p3(1.2, 0.5, z + 1.5), p3(3, 1, z + 4)], 1.4);
    });
  for (const [x, z, s] of [
    [-3.4, 4.4, 1],
    [-2.5, 5, 0.8],
    [-3.2, 4.6, 0.7],
    [-2.2, 9.5, 1.1],
    [-4, 8, 0.9],
  ] as const)
    scene.later(p3(x, 0.8, z), () => {
      const y = s === 0.7 ? 1.8 : 0.8;
      scene.box(p3(x, y, z), s, s, s, wood(scene, 1.4));
      const front = plane(p3(x, y, z), right, up);
      scene.rules(
        [
          [front.at(0, 0), front.at(s, s)],
          [front.at(0, s * 0.16), front.at(s, s * 0.16)],
          [front.at(0, s * 0.84), front.at(s, s * 0.84)],
        ],
        1,
      );
    });
  barrelOnQuay(scene, p3(-1.8, 0.8, 4.2));
  barrelOnQuay(scene, p3(-1.3, 0.8, 6.6));
}

function barrelOnQuay(scene: Scene, at: Point3): void {
  const { light } = scene;
  scene.later(at, () => cylinder(scene, at, 0.34, 0.95, 0.2, { body: light.level(1), top: light.level(3), hoops: 3 }));
}

/** The deck of a ship: planks, rails, mast with shrouds and ratlines, wheel, hatch, sea behind. */
export function drawShip(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas, camera } = scene;
  const steams = sheet.manner === "modern" || /steam|\bliner\b|ferry|汽船|蒸気/i.test(sheet.name);
  drawSky(canvas, light, camera.horizon, sheet.seed);
  waterSurface(scene, sheet.seed, 0);
  const bow = 15;
  const half = (z: number): number => 2.8 * Math.sqrt(Math.max(0, 1 - Math.max(0, (z - 3) / (bow - 3)) ** 2)) + 0.05;
  const edge = (side: number, y: number): Point3[] => {
    const points: Point3[] = [];
    for (let z = -12; z <= bow; z += 1) points.push(p3(side * half(z), y + Math.max(0, (z - 4) / 11) ** 2 * 1.2, z));
    return points;
  };
  scene.poly([...edge(-1, 0), ...edge(1, 0).reverse()], light.level(0.4), 1);
  const planks = [];
  for (let u = -2.6; u <= 2.6; u += 0.26) {
    const end = 3 + (bow - 3) * Math.sqrt(Math.max(0, 1 - (u / 2.85) ** 2));
    planks.push(
      [p3(u, 0, -12), p3(u, 0, 4)] as const,
      [p3(u, 0, 4), p3(u, Math.max(0, (end - 4) / 11) ** 2 * 1.2, end)] as const,
    );
  }
  scene.strokes(planks, 0.6);
  for (const side of [-1, 1]) {
    const [low, high] = [edge(side, 0), edge(side, 1)];
    scene.poly([...low, ...[...high].reverse()], light.level(side > 0 ? 2 : 3.4), 1.1);
    scene.line(high, 2.6);
    scene.rules(
      low.map((p, i) => [p, high[i] ?? p] as const),
      1,
    );
    if (!steams) shrouds(scene, side);
  }
  if (steams) funnel(scene);
  else
    for (const [z, radius] of [
      [7, 0.24],
      [12, 0.18],
    ] as const)
      mast(scene, z, radius);
  scene.line([p3(0, 1.4, bow - 0.5), p3(0, 3, bow + 5)], 3);
  cabinet(scene, p3(-0.9, 0, 4.6), 1.8, 0.5, 1.4, 1, 2);
  barrel(scene, p3(1.9, 0, 5.4));
  barrel(scene, p3(-2, 0, 4));
  wheel(scene, p3(0, 0, 2.7));
  scene.flush();
}

/** Of a steamer: the house on the deck with its portholes, and the funnel over it. */
function funnel(scene: Scene): void {
  const { light, canvas } = scene;
  cylinder(scene, p3(0, 2, 9), 0.75, 4.6, 0, { body: light.level(4), top: light.level(6), hoops: 2 });
  scene.box(p3(-1.7, 0, 6.6), 3.4, 2.3, 5, { front: light.level(0), side: light.level(2), top: light.level(1) }, 1.1);
  scene.box(p3(-1.9, 2.3, 6.4), 3.8, 0.14, 5.4, wood(scene, 2), 0.9);
  scene.quad(plane(p3(-0.45, 0, 6.58), right, up), 0, 0, 0.9, 1.95, light.level(4), 0.9);
  for (const x of [-1.1, 1.1]) {
    const p = scene.page(p3(x, 1.4, 6.58));
    const r = 0.2 * scene.scaleAt(p3(x, 1.4, 6.58));
    if (p && r > 1.5) canvas.shape(circlePath(p.x, p.y, r), light.window(true), Math.max(1.2, r * 0.2), light.ink);
  }
}

function shrouds(scene: Scene, side: number): void {
  for (const z of [7, 12]) {
    const top = p3(side * 0.2, 8.5, z);
    const feet = [-0.8, -0.25, 0.3, 0.85].map((d) => p3(side * (z > 10 ? 1.6 : 2.7), 1, z + d));
    scene.rules(
      feet.map((f) => [f, top] as const),
      0.9,
    );
    const rungs = [];
    for (let t = 0.08; t < 0.9; t += 0.07) {
      const [a, b] = [feet[0], feet[3]];
      if (a && b) rungs.push([between(a, top, t), between(b, top, t)] as const);
    }
    scene.rules(rungs, 0.6);
  }
}

const between = (a: Point3, b: Point3, t: number): Point3 =>
  p3(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.z + (b.z - a.z) * t);

function mast(scene: Scene, z: number, radius: number): void {
  const { light } = scene;
  scene.later(p3(0, 0, z), () => {
    const fills = { front: light.level(1.4), side: light.level(4), top: light.level(2) };
    const sail = (y: number, h: number, w: number): void => {
      scene.poly(
        [
          p3(-w, y, z - 0.2),
          p3(w, y, z - 0.2),
          p3(w * 1.08, y - h * 0.5, z + 0.6),
          p3(w * 1.05, y - h, z - 0.1),
          p3(0, y - h * 0.86, z - 0.1),
          p3(-w * 1.05, y - h, z - 0.1),
          p3(-w * 1.08, y - h * 0.5, z + 0.6),
        ],
        light.dark ? light.level(0) : "#fff",
        1.2,
      );
      scene.strokes(
        [-0.6, -0.2, 0.2, 0.6].map((u) => [p3(w * u, y - 0.05, z - 0.2), p3(w * u * 1.05, y - h * 0.85, z)] as const),
        0.6,
      );
      scene.box(p3(-w * 1.1, y, z - 0.3), w * 2.2, 0.16, 0.16, fills, 0.9);
    };
    mastShade(scene, z, radius);
    scene.box(p3(-radius, 0, z - radius), radius * 2, 12, radius * 2, fills);
    // The wedges round it where it goes through the deck.
    scene.box(p3(-radius * 1.5, 0, z - radius * 1.5), radius * 3, 0.22, radius * 3, wood(scene, 5), 0.9);
    fifeRail(scene, z, radius);
    for (const y of [1, 1.2, 2.6, 2.8])
      scene.box(
        p3(-radius * 1.15, y, z - radius * 1.15),
        radius * 2.3,
        0.08,
        radius * 2.3,
        { front: light.level(5), side: light.level(6), top: light.level(3) },
        0.6,
      );
    sail(8.6, 3.6, 2.9);
    sail(4.9, 0.5, 3.2);
  });
}

/** The shade of a mast on the planks, without which it would hang over them. */
function mastShade(scene: Scene, z: number, radius: number): void {
  const floor = plane(p3(-radius * 5, 0.01, z - radius * 3), right, away);
  scene.quad(floor, 0, 0, radius * 10, radius * 6, scene.light.level(3), 0);
}

/** The rail before a mast, with the pins that its ropes are made fast to. */
function fifeRail(scene: Scene, z: number, radius: number): void {
  const [half, near] = [radius * 4, z - radius * 3.2];
  for (const x of [-half, half - 0.14]) scene.box(p3(x, 0, near), 0.14, 0.95, 0.14, wood(scene, 3), 0.9);
  scene.box(p3(-half - 0.1, 0.86, near - 0.04), 2 * half + 0.2, 0.12, 0.22, wood(scene, 2), 0.9);
  const pins = [-0.75, -0.45, -0.15, 0.15, 0.45, 0.75].map((share) => share * half);
  scene.rules(
    pins.map((x) => [p3(x, 0.7, near - 0.05), p3(x, 1.12, near - 0.05)] as const),
    1.8,
  );
}

/** Share of the picture's height that the wheel takes at most: nearer, a slice of it would be the spokes of a mill. */
const mostWheel = 0.2;

function wheel(scene: Scene, at: Point3): void {
  const { light, canvas } = scene;
  if (scene.scaleAt(at) * 0.5 > mostWheel * canvas.bounds.height) return;
  scene.later(at, () => {
    scene.box(p3(at.x - 0.14, 0, at.z), 0.28, 0.9, 0.2, wood(scene, 3));
    const c = scene.page({ ...at, y: 1.05 });
    const s = scene.scaleAt(at);
    if (!c) return;
    const r = s * 0.5;
    let spokes = "";
    for (let i = 0; i < 8; i++) {
      const a = (i * Math.PI) / 4 + 0.2;
      spokes += `M${brief(c.x)} ${brief(c.y)}L${brief(c.x + steady.cos(a) * r * 1.32)} ${brief(c.y + steady.sin(a) * r * 1.32)}`;
    }
    canvas.line(spokes, Math.max(2, s * 0.05), light.ink);
    const ring = (radius: number): string =>
      `M${brief(c.x - radius)} ${brief(c.y)}a${brief(radius)} ${brief(radius)} 0 1 0 ${brief(2 * radius)} 0a${brief(radius)} ${brief(radius)} 0 1 0 ${brief(-2 * radius)} 0Z`;
    canvas.raw(
      `<path d="${ring(r)}${ring(r * 0.78)}" fill="${light.level(2)}" fill-rule="evenodd" stroke="${light.ink}" stroke-width="1.6"/>`,
    );
    canvas.shape(ring(r * 0.18), light.level(4), 1.6, light.ink);
  });
}

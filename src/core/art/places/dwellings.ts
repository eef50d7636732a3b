import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief, corners } from "../canvas.ts";
import { circlePath } from "../tone.ts";
import { doorOn, hangingLamp, pictureOn, shelves, shoji, windowOn } from "./fittings.ts";
import { bed, cabinet, chair, cylinder, footShadow, standing, table, wood } from "./furniture.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, type Plane, plane, right, type Scene, up } from "./scene.ts";
import { along, band, beams, drawShell, lamplight, type Shell } from "./shell.ts";
import { bookPile, candle, lightPatch, papers, tableLamp, vase } from "./still-life.ts";
import { boards, grid, masonry } from "./textures.ts";
import type { Stations } from "./view.ts";

/** Rooms for one purpose: where people sleep, read, lie ill, wash, or are locked up. */

export const chamberStations: Stations = {
  wide: { z: -2.3, eye: 1.7, yaw: 5 },
  near: { z: 0.5 },
  swing: 22,
  horizon: 0.34,
  walk: 2.7,
  ceiling: 2.7,
  across: [-1.7, 1.7],
};
export const passageStations: Stations = {
  wide: { z: -1.6, eye: 1.6, x: 0.25, yaw: 3 },
  near: { z: 0.8 },
  swing: 8,
  horizon: 0.44,
  walk: 6,
  ceiling: 2.8,
  across: [-0.8, 0.8],
};
export const wardStations: Stations = {
  wide: { z: -1.6, eye: 1.7, x: 0.4, yaw: 4 },
  near: { z: 0.6 },
  swing: 14,
  horizon: 0.36,
  walk: 6,
  ceiling: 3.2,
  across: [-0.9, 0.9],
};

const sideOf = (sheet: PlaceSheet): 1 | -1 => (sheet.seed % 2 ? 1 : -1);

/** A bedroom: bed, night table with a lamp, wardrobe, washstand; bedding on mats and a paper lamp in the japanese manner. */
export function drawBedroom(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const random = randomFrom(`${sheet.seed} bedroom`);
  const side = sideOf(sheet);
  const shell = drawShell(
    scene,
    { width: 4.6, depth: 3.9, height: 2.7 },
    { floor: 1, ceiling: 0, back: 0.8, left: side > 0 ? 1.2 : 2.2, right: side > 0 ? 2.2 : 1.2 },
  );
  if (sheet.manner === "japanese") return sleepingMats(scene, shell, side);
  boards(scene, shell.floor, shell.width, shell.run, 0.22, random);
  band(scene, shell, 0, 0.13, 3);
  if (sheet.manner === "european") wallpaper(scene, shell);
  windowOn(scene, shell.back, side > 0 ? 0.6 : 2.9, 0.95, 1.1, 1.35, { curtains: true, seed: sheet.seed });
  doorOn(scene, side > 0 ? shell.left : shell.right, along(shell, 1.9), 0.9, 2.05, 3);
  pictureOn(scene, shell.back, side > 0 ? 3.1 : 0.9, 1.5, 0.6, 0.5, random);
  scene.quad(plane(p3(-1.1, 0.004, 1.1), right, away), 0, 0, 2.2, 1.3, light.level(3), 0.9);
  const x = side > 0 ? 0.55 : -2.05;
  bed(scene, p3(x, 0, 1.6), 1.5, 2.2);
  const night = p3(side > 0 ? -0.1 : 0.35 - 0.8, 0, 3.2);
  standing(scene, night, 0.5, 0.6, 0.4, 3, () => {
    if (sheet.manner === "modern") tableLamp(scene, p3(night.x + 0.25, 0.6, 3.4), 0.9);
    else candle(scene, p3(night.x + 0.25, 0.6, 3.4), 0.16);
  });
  cabinet(scene, p3(side > 0 ? -2.25 : 1.15, 0, 3.3), 1.05, 1.95, 0.5, 1, 3);
  scene.later(p3(side * -1.7, 0, 1.9), () => {
    scene.box(p3(side * -1.7 - 0.35, 0, 1.9), 0.7, 0.75, 0.45, wood(scene, 1));
    cylinder(scene, p3(side * -1.7, 0.75, 2.1), 0.2, 0.1, 0.1, { body: "#fff", top: light.level(2), hoops: 0 });
    cylinder(scene, p3(side * -1.7 + 0.12, 0.8, 2.15), 0.08, 0.24, 0.2, {
      body: "#fff",
      top: light.level(4),
      hoops: 0,
    });
  });
  scene.flush();
  if (sheet.manner === "modern") hangingLamp(scene, p3(0, 2.2, 2), shell.height, sheet.manner);
  lamplight(scene, p3(night.x, 1, 3.2));
}

function wallpaper(scene: Scene, shell: Shell): void {
  const stripes = [];
  for (let a = 0.16; a < shell.width; a += 0.32) stripes.push([shell.back.at(a, 0.15), shell.back.at(a, 2.6)] as const);
  for (const wall of [shell.left, shell.right])
    for (let a = along(shell, -1); a < shell.run; a += 0.34) stripes.push([wall.at(a, 0.15), wall.at(a, 2.6)] as const);
  scene.rules(stripes, 0.35);
  band(scene, shell, 2.55, 0.15, 2);
}

function sleepingMats(scene: Scene, shell: Shell, side: 1 | -1): void {
  const { light } = scene;
  for (let row = 0; row < 6; row++)
    for (let k = 0; k < 3; k++) {
      const a = k * 1.8 - (row % 2) * 0.9;
      scene.quad(shell.floor, a, shell.run - (row + 1) * 0.9, 1.8, 0.06, light.level(4.6), 0.4);
      scene.quad(shell.floor, a, shell.run - (row + 1) * 0.9, 0.05, 0.9, light.level(4.6), 0.4);
    }
  shoji(scene, side > 0 ? shell.right : shell.left, along(shell, -2), 5.8, 1.85, 6);
  shoji(scene, shell.back, 0.05, 2.2, 1.85, 3);
  scene.quad(shell.back, 2.3, 0, 2.2, 1.85, light.level(1), 1);
  for (const a of [2.3, 3.4]) scene.quad(shell.back, a, 0, 1.1, 1.85, "none", 1.1);
  band(scene, shell, 1.97, 0.1, 3);
  const x = side > 0 ? -1.5 : 0.3;
  scene.later(p3(x + 0.6, 0, 2.2), () => {
    scene.box(p3(x, 0, 1.2), 1.2, 0.1, 2.1, { front: "#fff", side: light.level(1), top: "#fff" });
    scene.box(p3(x + 0.3, 0.1, 2.85), 0.6, 0.13, 0.3, { front: "#fff", side: light.level(1.4), top: "#fff" });
    scene.box(p3(x - 0.06, 0.1, 1.15), 1.32, 0.12, 1.5, {
      front: light.level(3),
      side: light.level(4),
      top: light.level(2.2),
    });
    scene.quad(plane(p3(x - 0.06, 0.222, 1.15), right, away), 0, 1.2, 1.32, 0.3, "#fff", 0.8);
  });
  const lamp = p3(x + (side > 0 ? 1.6 : -0.5), 0, 2.9);
  scene.later(lamp, () => {
    scene.box(p3(lamp.x - 0.15, 0.1, lamp.z), 0.3, 0.6, 0.3, {
      front: "#fff",
      side: light.level(1),
      top: light.level(5),
    });
    grid(scene, plane(p3(lamp.x - 0.15, 0.1, lamp.z), right, up), 0.3, 0.6, 2, 3, 0.8);
  });
  scene.flush();
  lamplight(scene, p3(lamp.x, 0.5, lamp.z));
}

/** A study or library: books to the ceiling, a desk with its lamp, a globe, a ladder. */
export function drawLibrary(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const random = randomFrom(`${sheet.seed} library`);
  const side = sideOf(sheet);
  const shell = drawShell(
    scene,
    { width: 5.2, depth: 4.2, height: 3 },
    { floor: 1.4, ceiling: 0, back: 1, left: 2, right: 2 },
  );
  boards(scene, shell.floor, shell.width, shell.run, 0.24, random);
  band(scene, shell, 2.8, 0.2, 3);
  windowOn(scene, shell.back, 2, 0.95, 1.2, 1.6, { curtains: true, seed: sheet.seed });
  const row = (on: typeof shell.back, a: number, width: number, key: string): void =>
    shelves(
      scene,
      { at: (u, v) => on.at(a + u, 0.12 + v) },
      width,
      2.5,
      6,
      "books",
      randomFrom(`${sheet.seed} ${key}`),
    );
  row(shell.back, 0.1, 1.4, "left of window");
  row(shell.back, 3.7, 1.4, "right of window");
  row(side > 0 ? shell.left : shell.right, along(shell, 0.6), 3.2, "long");
  doorOn(scene, side > 0 ? shell.right : shell.left, along(shell, 2), 0.95, 2.1, 3);
  scene.quad(plane(p3(-1.4, 0.004, 1.3), right, away), 0, 0, 2.8, 2, light.level(3.4), 1);
  scene.quad(plane(p3(-1.25, 0.005, 1.45), right, away), 0, 0, 2.5, 1.7, light.level(1), 0.8);
  scene.later(p3(0, 0, 2.9), () => {
    footShadow(scene, p3(-0.85, 0, 2.5), 1.7, 0.8);
    for (const x of [-0.85, 0.35]) scene.box(p3(x, 0, 2.5), 0.5, 0.74, 0.8, wood(scene, 3));
    scene.box(p3(-0.9, 0.74, 2.45), 1.8, 0.07, 0.9, wood(scene, 2));
    tableLamp(scene, p3(-0.55, 0.81, 2.95), 1.1);
    bookPile(scene, p3(0.35, 0.81, 2.8), 4, randomFrom(sheet.seed));
    papers(scene, p3(-0.2, 0.81, 2.6), randomFrom(sheet.seed + 1));
  });
  chair(scene, p3(-0.22, 0, 3.45), 1);
  scene.later(p3(side * 1.7, 0, 2.6), () => globe(scene, p3(side * 1.7, 0, 2.6)));
  scene.flush();
  if (sheet.manner === "modern") hangingLamp(scene, p3(0, 2.3, 2.2), shell.height, sheet.manner);
  lamplight(scene, p3(-0.55, 1.2, 2.9));
}

function globe(scene: Scene, foot: Point3): void {
  const { light, canvas } = scene;
  cylinder(scene, foot, 0.18, 0.06, 0, { body: light.level(4), top: light.level(3), hoops: 0 });
  cylinder(scene, { ...foot, y: 0.06 }, 0.04, 0.5, 0, { body: light.level(4), top: light.level(4), hoops: 0 });
  const c = scene.page({ ...foot, y: 0.85 });
  const r = scene.scaleAt(foot) * 0.28;
  if (!c) return;
  const b = (u: number, v: number): string => `${brief(c.x + u * r)} ${brief(c.y + v * r)}`;
  canvas.shape(circlePath(c.x, c.y, r), light.level(0.6), 2, light.ink);
  canvas.line(
    `M${b(0, -1)}Q${b(0.9, 0)} ${b(0, 1)}M${b(0, -1)}Q${b(-0.5, 0)} ${b(0, 1)}M${b(-1, 0)}Q${b(0, 0.4)} ${b(1, 0)}`,
    1.3,
    light.ink,
  );
}

/** A long passage: doors along both sides, a runner, a window at the far end, stairs that go up. */
export function drawCorridor(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const random = randomFrom(`${sheet.seed} corridor`);
  const side = sideOf(sheet);
  const shell = drawShell(
    scene,
    { width: 2.6, depth: 9, height: 2.9 },
    { floor: 1.2, ceiling: 0, back: 1, left: side > 0 ? 1 : 2, right: side > 0 ? 2 : 1 },
  );
  boards(scene, plane(p3(-1.3, 0, -5), away, right), 14, 2.6, 0.26, random);
  band(scene, shell, 0, 0.14, 4);
  const [open, shut] = side > 0 ? [shell.left, shell.right] : [shell.right, shell.left];
  if (sheet.manner === "japanese") {
    shoji(scene, shut, along(shell, -1), 10, 1.9, 9);
    for (let z = 0; z < 9; z += 1.8) scene.quad(open, along(shell, z), 0, 0.14, 2.9, light.level(4.6), 0.9);
    scene.quad(open, along(shell, -4), 0, 13, 0.08, light.level(5), 0.8);
    band(scene, shell, 2.0, 0.12, 4);
    windowOn(scene, shell.back, 0.8, 0.9, 1, 1.1, { curtains: false, seed: sheet.seed });
  } else {
    band(scene, shell, 0.9, 0.08, 3);
    for (const z of [1.2, 3.9, 6.6]) {
      doorOn(scene, open, along(shell, z), 0.9, 2.1, 3.4);
      doorOn(scene, shut, along(shell, z + 1.2), 0.9, 2.1, 3.4);
    }
    scene.quad(plane(p3(-0.6, 0.004, -5), right, away), 0, 0, 1.2, 13.6, light.level(4), 1);
    for (const a of [0.08, 1.04])
      scene.quad(plane(p3(-0.6, 0.005, -5), right, away), a, 0, 0.07, 13.6, light.level(0), 0.4);
    windowOn(scene, shell.back, 0.85, 1, 0.9, 1.4, { curtains: true, seed: sheet.seed });
    pictureOn(scene, shut, along(shell, 3.5), 1.4, 0.6, 0.5, random);
    for (const z of [2.8, 5.8]) wallLamp(scene, open, along(shell, z), side);
    const wall = side > 0 ? 0.86 : -1.24;
    for (const z of [4.7, 2.2]) chair(scene, p3(wall, 0, z), 1);
  }
  // Light from the window at the end lies on the floor and leads the eye.
  if (light.time === "day" || light.time === "dawn") lightPatch(scene, -0.5, 5.4, 1, 0.3, 2);
  scene.flush();
  lamplight(scene, p3(0, 1.7, 5));
}

/** A lamp on a bracket: a plate on the wall, an arm that stands out from it to one side of the page, the shade on its end. */
function wallLamp(scene: Scene, wall: Plane, a: number, into: number): void {
  const foot = wall.at(a, 1.5);
  const elbow = p3(foot.x + into * 0.22, foot.y, foot.z);
  const at = p3(elbow.x, foot.y + 0.16, foot.z);
  const p = scene.page(at);
  const s = scene.scaleAt(at);
  if (!p) return;
  const { canvas, light } = scene;
  if (light.time === "night") canvas.veil(p, [s * 0.1, s * 0.7], 0.8, "white");
  const shade = [
    [-0.06, -0.18],
    [-0.12, 0.02],
    [0.12, 0.02],
    [0.06, -0.18],
  ].map(([u = 0, v = 0]) => ({ x: p.x + u * s, y: p.y + v * s }));
  scene.quad(wall, a - 0.08, 1.38, 0.16, 0.26, light.level(4), 1.2);
  scene.line([foot, elbow, at], 3);
  canvas.shape(corners(shade), "#fff", 1.8, light.ink);
}

/** A hospital ward: a row of iron beds on either side, windows above them, charts, a screen. */
export function drawWard(sheet: PlaceSheet, scene: Scene): void {
  const shell = drawShell(
    scene,
    { width: 6, depth: 8, height: 3.4 },
    { floor: 0.6, ceiling: 0, back: 0.5, left: 1, right: 1 },
  );
  grid(scene, shell.floor, shell.width, shell.run, 8, 30, 0.4);
  band(scene, shell, 0, 1.1, 1.6);
  band(scene, shell, 1.1, 0.06, 4);
  for (const wall of [shell.left, shell.right])
    for (const z of [0.4, 2.6, 4.8, 7])
      if (z < 7) windowOn(scene, wall, along(shell, z), 1.5, 0.9, 1.4, { curtains: false, seed: sheet.seed });
  for (const a of [2.1, 3]) doorOn(scene, shell.back, a, 0.88, 2.2, 1.4);
  for (const z of [6, 4.2, 2.4, 0.6])
    for (const x of [-2.95, 0.95]) scene.later(p3(x + 1, 0, z), () => ironBed(scene, p3(x, 0, z), x < 0));
  scene.later(p3(-0.9, 0, 6.6), () => foldingScreen(scene, p3(-1.6, 0, 7)));
  scene.flush();
  for (const z of [2, 5]) hangingLamp(scene, p3(0, 2.7, z), shell.height, "modern");
  lamplight(scene, p3(0, 2.4, 4), 0.8);
}

/** A bed whose head is at the side wall. */
function ironBed(scene: Scene, o: Point3, headLeft: boolean): void {
  const { light } = scene;
  footShadow(scene, o, 2, 0.9);
  const [head, foot] = headLeft ? [o.x, o.x + 1.95] : [o.x + 1.95, o.x];
  const rail = (x: number, high: number): void => {
    const bars: [Point3, Point3][] = [];
    for (let u = 0; u <= 0.9; u += 0.18) bars.push([p3(x, 0.3, o.z + u), p3(x, high, o.z + u)]);
    bars.push(
      [p3(x, high, o.z), p3(x, high, o.z + 0.9)],
      [p3(x, 0, o.z), p3(x, high, o.z)],
      [p3(x, 0, o.z + 0.9), p3(x, high, o.z + 0.9)],
    );
    scene.rules(bars, 1.5);
  };
  rail(head, 1.15);
  scene.box(p3(o.x + 0.03, 0.38, o.z), 1.9, 0.2, 0.9, { front: "#fff", side: light.level(1), top: "#fff" });
  scene.box(p3(headLeft ? o.x + 0.1 : o.x + 1.4, 0.58, o.z + 0.12), 0.45, 0.12, 0.66, {
    front: "#fff",
    side: light.level(1.4),
    top: "#fff",
  });
  scene.box(p3(headLeft ? o.x + 0.75 : o.x + 0.05, 0.46, o.z - 0.02), 1.15, 0.15, 0.94, {
    front: light.level(2),
    side: light.level(3),
    top: light.level(1),
  });
  rail(foot, 0.85);
}

function foldingScreen(scene: Scene, o: Point3): void {
  for (const [i, dz] of [0, 0.25, 0].entries())
    scene.poly(
      [
        p3(o.x + i * 0.5, 0.1, o.z + dz),
        p3(o.x + i * 0.5 + 0.5, 0.1, o.z + 0.25 - dz),
        p3(o.x + i * 0.5 + 0.5, 1.7, o.z + 0.25 - dz),
        p3(o.x + i * 0.5, 1.7, o.z + dz),
      ],
      i % 2 ? scene.light.level(1.4) : "#fff",
      1,
    );
}

/** A prison cell: stone, a barred opening high up, a plank to lie on, a bucket, an iron door; a wooden grille in the japanese manner. */
export function drawPrison(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas } = scene;
  const side = sideOf(sheet);
  const random = randomFrom(`${sheet.seed} cell`);
  const shell = drawShell(
    scene,
    { width: 3.8, depth: 3.9, height: 2.9 },
    { floor: 2.4, ceiling: 3.4, back: 2, left: side > 0 ? 3.4 : 2.4, right: side > 0 ? 2.4 : 3.4 },
  );
  for (const [on, width] of [
    [shell.back, shell.width],
    [shell.left, shell.run],
    [shell.right, shell.run],
  ] as const)
    masonry(scene, on, width, 2.9, 0.34, 1.3, random);
  grid(scene, shell.floor, shell.width, shell.run, 6, 20, 0.5);
  scene.quad(shell.back, 1.45, 1.75, 0.9, 0.75, light.level(0), 1.2);
  scene.quad(shell.back, 1.55, 1.83, 0.7, 0.6, light.time === "night" ? "#000" : "#fff", 1);
  scene.rules(
    [1.62, 1.76, 1.9, 2.04, 2.18].map((a) => [shell.back.at(a, 1.8), shell.back.at(a, 2.46)] as const),
    2.4,
    light.time === "night" ? "#fff" : light.ink,
  );
  canvas.fill(
    scene.path([p3(-0.35, 1.83, 3.88), p3(0.35, 1.83, 3.88), p3(0.2, 0, 1.9), p3(-1, 0, 1.9)]),
    canvas.sparks(light.time === "night" ? 0.2 : 0.34),
  );
  const wall = side > 0 ? shell.right : shell.left;
  if (sheet.manner === "japanese") {
    scene.quad(wall, along(shell, 0.4), 0, 3, 2.3, "#000", 1);
    for (let a = 0.4; a <= 3.4; a += 0.27) scene.quad(wall, along(shell, a), 0, 0.12, 2.3, light.level(1.4), 0.9);
    for (const b of [0.5, 1.2, 1.9]) scene.quad(wall, along(shell, 0.4), b, 3.1, 0.1, light.level(1), 0.9);
  } else {
    scene.quad(wall, along(shell, 1.6), 0, 1, 2.1, light.level(5), 1.3);
    scene.quad(wall, along(shell, 1.9), 1.4, 0.4, 0.3, "#000", 1, "#fff");
    for (const b of [0.3, 1.1, 1.9]) scene.quad(wall, along(shell, 1.6), b, 1, 0.1, light.level(3), 0.9);
  }
  scene.later(p3(side * -1.3, 0, 2.8), () => {
    footShadow(scene, p3(side > 0 ? -1.85 : 0.95, 0, 1.6), 0.9, 2);
    scene.box(p3(side > 0 ? -1.85 : 0.95, 0.42, 1.7), 0.9, 0.09, 2, wood(scene, 2));
    scene.box(p3(side > 0 ? -1.8 : 1, 0.51, 3.2), 0.8, 0.12, 0.4, {
      front: light.level(1),
      side: light.level(2),
      top: "#fff",
    });
  });
  scene.later(p3(side * 1.3, 0, 3.4), () =>
    cylinder(scene, p3(side * 1.3, 0, 3.4), 0.18, 0.32, 0.05, { body: light.level(3), top: light.level(6), hoops: 2 }),
  );
  scene.flush();
  lamplight(scene, p3(0, 1.4, 3), 0.8);
}

/** A place to bathe: a tub on tiles; a sunk timber pool with steam and pails in the japanese manner. */
export function drawBath(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas } = scene;
  const side = sideOf(sheet);
  const japanese = sheet.manner === "japanese";
  const shell = drawShell(
    scene,
    { width: 4.6, depth: 4, height: 2.8 },
    { floor: 1, ceiling: 0.6, back: 0.6, left: 1.4, right: 1.4 },
  );
  if (japanese) {
    grid(scene, shell.back, shell.width, 2.8, 18, 1, 0.7);
    boards(scene, shell.floor, shell.width, shell.run, 0.2, randomFrom(sheet.seed));
    beams(scene, shell, 3, 0.2);
  } else {
    grid(scene, shell.floor, shell.width, shell.run, 12, 40, 0.5);
    scene.quad(shell.back, 0, 0, shell.width, 1.3, "#fff", 0.8);
    grid(scene, shell.back, shell.width, 1.3, 22, 6, 0.4);
    band(scene, shell, 1.3, 0.07, 4);
  }
  windowOn(scene, shell.back, 1.8, 1.45, 1, 0.8, { curtains: false, seed: sheet.seed });
  doorOn(scene, side > 0 ? shell.right : shell.left, along(shell, 1.6), 0.9, 2.05, 2);
  if (japanese) {
    scene.later(p3(0, 0, 3.2), () => {
      scene.box(p3(-2, 0, 2.6), 4, 0.55, 1.3, { front: light.level(1.6), side: light.level(3), top: light.level(1) });
      grid(scene, plane(p3(-2, 0, 2.6), right, up), 4, 0.55, 14, 1, 0.8);
      scene.quad(plane(p3(-1.85, 0.56, 2.72), right, away), 0, 0, 3.7, 1.06, light.level(2.6), 0.9);
      scene.strokes(
        [0.2, 1, 1.7, 2.6].map(
          (a, i) => [p3(-1.8 + a, 0.57, 2.9 + i * 0.2), p3(-1.3 + a, 0.57, 2.9 + i * 0.2)] as const,
        ),
        0.9,
      );
    });
    for (const [x, z] of [
      [-1.5, 2.1],
      [1.2, 1.9],
      [1.5, 2.2],
    ] as const)
      scene.later(p3(x, 0, z), () =>
        cylinder(scene, p3(x, 0, z), 0.17, 0.22, 0, { body: light.level(1.4), top: light.level(4), hoops: 2 }),
      );
  } else {
    scene.later(p3(0, 0, 3.3), () => {
      footShadow(scene, p3(-1, 0, 2.9), 2, 0.8);
      for (const x of [-0.85, 0.7])
        scene.box(p3(x, 0, 2.95), 0.14, 0.2, 0.7, { front: "#000", side: "#000", top: "#000" });
      scene.box(p3(-1, 0.14, 2.9), 2, 0.5, 0.85, { front: "#fff", side: light.level(2), top: light.level(1) });
      scene.box(p3(-1.08, 0.62, 2.84), 2.16, 0.08, 0.97, { front: "#fff", side: light.level(1), top: light.level(2) });
      scene.line([p3(0.9, 0.7, 3.7), p3(0.9, 1, 3.7), p3(0.75, 1, 3.6), p3(0.75, 0.92, 3.55)], 2.6);
    });
    cabinet(scene, p3(side > 0 ? -2.2 : 1.4, 0, 3.4), 0.8, 0.85, 0.5, 2, 1);
  }
  scene.flush();
  const { x, y, width, height } = canvas.bounds;
  canvas.mist({ x, y: y + height * 0.32, width, height: height * 0.16 }, 0, 0.55);
  canvas.mist({ x, y: y + height * 0.48, width, height: height * 0.14 }, 0.55, 0);
  lamplight(scene, p3(0, 2, 2.4));
}

/** A ship's cabin: low beams, stern windows with the sea, a bunk, a table with a chart, a lantern that swings. */
export function drawCabin(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const side = sideOf(sheet);
  const shell = drawShell(
    scene,
    { width: 4.4, depth: 3.8, height: 2.3 },
    { floor: 1.6, ceiling: 2, back: 2, left: 2.6, right: 2.6 },
  );
  boards(scene, plane(p3(-2.2, 0, -5), away, right), 9, 4.4, 0.26, randomFrom(sheet.seed));
  for (const wall of [shell.left, shell.right]) grid(scene, wall, shell.run, 2.3, 1, 8, 0.7);
  grid(scene, shell.back, shell.width, 2.3, 1, 8, 0.7);
  beams(scene, shell, 5, 0.18);
  for (const a of [0.5, 1.45, 2.4, 3.35]) {
    scene.quad(shell.back, a, 1.05, 0.72, 0.72, light.level(0), 1.1);
    scene.quad(shell.back, a + 0.06, 1.1, 0.6, 0.62, light.time === "night" ? "#000" : "#fff", 0.9);
    if (light.time !== "night") scene.quad(shell.back, a + 0.06, 1.1, 0.6, 0.24, light.level(3), 0.7);
    scene.rules(
      [[shell.back.at(a + 0.36, 1.1), shell.back.at(a + 0.36, 1.72)]],
      1,
      light.time === "night" ? "#fff" : light.ink,
    );
  }
  scene.box(p3(-2.2, 0, 3.3), 4.4, 0.5, 0.5, { front: light.level(3.4), side: light.level(4), top: light.level(2) });
  scene.later(p3(side * -1.75, 0, 2.4), () => {
    const x = side > 0 ? -2.2 : 1.35;
    scene.box(p3(x, 0, 1.2), 0.85, 0.6, 2, wood(scene, 3));
    scene.box(p3(x, 0.6, 1.2), 0.85, 0.18, 2, { front: "#fff", side: light.level(1), top: "#fff" });
    scene.box(p3(x, 0.62, 1.2), 0.87, 0.2, 1.2, {
      front: light.level(3),
      side: light.level(3.4),
      top: light.level(2.4),
    });
  });
  table(scene, p3(-0.6, 0, 2), 1.3, 0.8, 0.76, 2, () => {
    scene.quad(plane(p3(-0.4, 0.79, 2.15), p3(1, 0, 0.1), p3(-0.1, 0, 1)), 0, 0, 0.75, 0.45, "#fff", 0.9);
    scene.strokes(
      [
        [p3(-0.3, 0.8, 2.3), p3(0.1, 0.8, 2.5)],
        [p3(0.1, 0.8, 2.5), p3(0.25, 0.8, 2.3)],
      ],
      0.9,
    );
    vase(scene, p3(0.45, 0.78, 2.5), randomFrom(sheet.seed), true);
  });
  cabinet(scene, p3(side > 0 ? 1.3 : -2.15, 0, 2.3), 0.8, 0.7, 0.6, 1, 3);
  scene.flush();
  hangingLamp(scene, p3(0, 1.75, 2.4), shell.height, "japanese");
  lamplight(scene, p3(0, 1.75, 2.4));
}

import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { bed, cabinet, chair, cylinder, table, tableware, wood } from "./furniture.ts";
import { doorOn, hangingLamp, pictureOn, shelves, shoji, windowOn } from "./fittings.ts";
import { away, p3, plane, right, type Scene, up } from "./scene.ts";
import { along, band, drawShell, lamplight, type Shell } from "./shell.ts";
import { boards, grain, grid } from "./textures.ts";
import type { Stations } from "./view.ts";

export const roomStations: Stations = {
  wide: { z: -2.2, eye: 1.75 },
  near: { z: 0.4 },
  swing: 24,
  horizon: 0.36,
  walk: 3.3,
  ceiling: 2.5,
  across: [-2.2, 2.2],
};

/** A living room: window, door, shelves, pictures, table and chairs; with mats and paper screens in the japanese manner. */
export function drawRoom(sheet: PlaceSheet, scene: Scene): void {
  if (sheet.manner === "japanese") mattedRoom(sheet, scene);
  else parlour(sheet, scene);
}

function parlour(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} parlour`);
  const mirror = random() < 0.5 ? -1 : 1;
  const shell = drawShell(
    scene,
    { width: 5.4, depth: 4.4, height: 2.9 },
    { floor: 1, ceiling: 0, back: 0.8, left: mirror > 0 ? 2.6 : 1, right: mirror > 0 ? 1 : 2.6 },
  );
  boards(scene, shell.floor, shell.width, shell.run, 0.22, random);
  band(scene, shell, 0, 0.14, 3);
  if (sheet.manner === "european") wainscot(scene, shell);
  band(scene, shell, shell.height - 0.16, 0.16, 1);
  const seed = sheet.seed;
  windowOn(scene, shell.back, 2.1, 0.95, 1.2, 1.4, { curtains: true, seed });
  const caseAt = mirror > 0 ? 0.25 : 3.95;
  scene.later(p3(caseAt - 2.7 + 0.6, 0, 4), () => {
    scene.box(p3(caseAt - 2.7, 0, 4.02), 1.2, 2.3, 0.36, wood(scene, 3));
    shelves(scene, plane(p3(caseAt - 2.7, 0, 4.02), right, up), 1.2, 2.3, 5, "books", randomFrom(seed));
  });
  doorOn(scene, mirror > 0 ? shell.right : shell.left, along(shell, 2.3), 0.95, 2.1, 3);
  pictureOn(scene, shell.back, mirror > 0 ? 3.9 : 0.75, 1.45, 0.62, 0.78, random);
  pictureOn(scene, mirror > 0 ? shell.left : shell.right, along(shell, 2.1), 1.4, 0.9, 0.66, random);
  cabinet(scene, p3(mirror > 0 ? 1.45 : -2.5, 0, 3.9), 1, 0.85, 0.46, 3, 2);
  if (seed % 3 === 1) bed(scene, p3(mirror > 0 ? -2.65 : 1.45, 0, 1.4), 1.2, 2);
  else hearth(scene, shell, mirror);
  rug(scene, mirror);
  table(scene, p3(-0.75 + mirror * 0.4, 0, 2.3), 1.5, 0.85, 0.74, 2, () =>
    tableware(scene, p3(mirror * 0.4, 0.75, 2.7), randomFrom(`${seed} table`)),
  );
  chair(scene, p3(-0.45 + mirror * 0.4, 0, 3.25), 1);
  chair(scene, p3(0.2 + mirror * 0.4, 0, 1.7), -1);
  scene.flush();
  const lamp = p3(mirror * 0.4, 2.05, 2.7);
  hangingLamp(scene, lamp, shell.height, sheet.manner);
  lamplight(scene, p3(lamp.x, 1.6, lamp.z));
}

function wainscot(scene: Scene, shell: Shell): void {
  const { light } = scene;
  scene.quad(shell.back, 0, 0.14, shell.width, 0.75, light.level(2), 0.6);
  scene.quad(shell.left, 0, 0.14, shell.run, 0.75, light.level(2.6), 0.6);
  scene.quad(shell.right, 0, 0.14, shell.run, 0.75, light.level(2.6), 0.6);
  grid(scene, plane(shell.back.at(0, 0.14), right, up), shell.width, 0.75, 14, 1, 0.6);
  grid(scene, plane(shell.left.at(0, 0.14), away, up), shell.run, 0.75, 26, 1, 0.6);
  grid(scene, plane(shell.right.at(0, 0.14), away, up), shell.run, 0.75, 26, 1, 0.6);
  band(scene, shell, 0.89, 0.08, 0);
}

function rug(scene: Scene, mirror: number): void {
  const { light } = scene;
  const x = -1.5 + mirror * 0.4;
  const floor = plane(p3(x, 0.004, 1.5), right, away);
  scene.quad(floor, 0, 0, 3, 2.2, light.level(4), 1);
  scene.quad(floor, 0.15, 0.15, 2.7, 1.9, light.level(1), 0.7);
  scene.quad(floor, 0.3, 0.3, 2.4, 1.6, light.level(3), 0.6);
}

function hearth(scene: Scene, shell: Shell, mirror: number): void {
  const wall = mirror > 0 ? shell.left : shell.right;
  const { light } = scene;
  const a = along(shell, 0.5);
  scene.quad(wall, a - 0.15, 0, 1.6, 1.15, light.level(1), 1);
  scene.quad(wall, a + 0.15, 0, 1, 0.85, light.level(6), 1);
  scene.quad(wall, a - 0.28, 1.15, 1.86, 0.12, light.level(0), 1);
  const flames = [
    [0.35, 0.1],
    [0.42, 0.42],
    [0.5, 0.26],
    [0.6, 0.6],
    [0.7, 0.24],
    [0.82, 0.44],
    [0.9, 0.1],
  ];
  scene.poly(
    flames.map(([u = 0, v = 0]) => wall.at(a + 0.02 + u, v)),
    "#fff",
    0.5,
  );
}

function mattedRoom(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} mats`);
  const { light } = scene;
  const mirror = random() < 0.5 ? -1 : 1;
  const shell = drawShell(
    scene,
    { width: 5.4, depth: 4.2, height: 2.5 },
    { floor: 0.8, ceiling: 2.4, back: 0, left: 1.6, right: 1.6 },
  );
  mats(scene, shell);
  boards(scene, shell.ceiling, shell.width, shell.run, 0.45, random);
  const open = mirror > 0 ? shell.right : shell.left;
  const closed = mirror > 0 ? shell.left : shell.right;
  shoji(scene, open, along(shell, -2.1), 6.3, 1.85, 7);
  fusuma(scene, closed, along(shell, -2.1), 6.3);
  const nicheX = mirror > 0 ? 0.3 : 3.3;
  niche(scene, shell, nicheX, random);
  shoji(scene, shell.back, mirror > 0 ? 2.3 : 0.1, 3, 1.85, 4);
  band(scene, shell, 1.97, 0.1, 3);
  for (const x of [0, mirror > 0 ? 2.15 : 3.15, shell.width - 0.1])
    scene.quad(shell.back, x, 0, 0.11, 2.5, light.level(4), 0.8);
  table(scene, p3(-0.6, 0, 2), 1.2, 0.8, 0.34, 4, () =>
    tableware(scene, p3(0, 0.35, 2.4), randomFrom(`${sheet.seed} table`)),
  );
  for (const [x, z] of [
    [-0.3, 1.35],
    [-0.3, 3],
    [0.85, 2.1],
  ] as const)
    scene.later(p3(x, 0, z), () =>
      scene.box(p3(x, 0, z), 0.6, 0.07, 0.55, { front: light.level(5), side: light.level(6), top: light.level(3) }),
    );
  const lamp = p3(mirror * -1.9, 0.5, 3.3);
  scene.later(lamp, () => {
    scene.box(p3(lamp.x - 0.16, 0.12, lamp.z), 0.32, 0.62, 0.32, {
      front: "#fff",
      side: light.level(1),
      top: light.level(5),
    });
    grid(scene, plane(p3(lamp.x - 0.16, 0.12, lamp.z), right, up), 0.32, 0.62, 2, 3, 0.8);
  });
  scene.flush();
  grain(scene, plane(shell.back.at(0, 2.07), right, up), shell.width, 0.3, 14, random);
  lamplight(scene, lamp);
}

function mats(scene: Scene, shell: Shell): void {
  const { light } = scene;
  for (let row = 0; row < 6; row++)
    for (let k = 0; k < 3; k++) {
      const a = k * 1.8 - (row % 2) * 0.9;
      scene.quad(shell.floor, a, shell.run - (row + 1) * 0.9, 1.8, 0.9, light.level((row + k) % 2 ? 1.2 : 0.5), 0.7);
      scene.quad(shell.floor, a, shell.run - (row + 1) * 0.9, 1.8, 0.06, light.level(5), 0.4);
    }
}

function fusuma(scene: Scene, on: ReturnType<typeof plane>, a: number, width: number): void {
  const { light } = scene;
  for (let i = 0; i < 7; i++) {
    const x = a + (i * width) / 7;
    scene.quad(on, x, 0, width / 7, 1.85, light.level(1), 1.2);
    scene.quad(on, x, 0, width / 7, 0.5, light.level(2.4), 0);
    scene.quad(on, x + (i % 2 ? 0.08 : width / 7 - 0.12), 0.8, 0.04, 0.16, light.level(4), 0.6);
  }
}

/** The picture niche with its hanging scroll and a vase. */
function niche(scene: Scene, shell: Shell, a: number, random: ReturnType<typeof randomFrom>): void {
  const { light } = scene;
  scene.quad(shell.back, a, 0, 1.8, 1.97, light.level(3.4), 1);
  scene.quad(shell.back, a, 0, 1.8, 0.16, light.level(5), 0.8);
  scene.quad(shell.back, a + 0.55, 0.55, 0.6, 1.25, light.level(2), 0.8);
  scene.quad(shell.back, a + 0.6, 0.7, 0.5, 0.95, "#fff", 0.6);
  const brush = [];
  for (let i = 0; i < 6; i++)
    brush.push([
      shell.back.at(a + random.between(0.66, 1.04), 0.8 + i * 0.13),
      shell.back.at(a + random.between(0.66, 1.04), 0.8 + i * 0.13 + random.between(-0.08, 0.12)),
    ] as const);
  scene.strokes(brush, 2.6);
  scene.later(p3(a - 2.7 + 1.45, 0.16, shell.depth - 0.1), () =>
    cylinder(scene, p3(a - 2.7 + 1.45, 0.16, shell.depth - 0.1), 0.1, 0.34, 0.3, {
      body: light.level(5),
      top: light.level(6),
      hoops: 0,
    }),
  );
}

import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { doorOn, hangingLamp, pictureOn, shelves, shoji, windowOn } from "./fittings.ts";
import { barrel, chair, counter, stool, table, tableware, wood } from "./furniture.ts";
import { p3, plane, right, type Scene, up } from "./scene.ts";
import { along, band, beams, drawShell, lamplight, type Shell } from "./shell.ts";
import { boards, grid, masonry } from "./textures.ts";
import type { Stations } from "./view.ts";

export const tavernStations: Stations = {
  wide: { z: -1.6, eye: 1.7, x: 0.4 },
  near: { z: 0.6 },
  swing: 26,
  horizon: 0.37,
  walk: 3.6,
  ceiling: 2.9,
  across: [-2.3, 2.3],
};

export function timberRoom(sheet: PlaceSheet, scene: Scene, width: number, depth: number): Shell {
  const random = randomFrom(`${sheet.seed} timber room`);
  const shell = drawShell(
    scene,
    { width, depth, height: 2.9 },
    { floor: 1.2, ceiling: 3.4, back: 0, left: 1.4, right: 0.9 },
  );
  boards(scene, shell.floor, shell.width, shell.run, 0.26, random);
  masonry(scene, plane(shell.back.at(0, 1), right, up), shell.width, 1.8, 0.2, 0.35, random);
  // Walls at the sides are boarded too: bare, one that fills half a picture would be the end of the room.
  for (const wall of [shell.left, shell.right]) {
    for (let b = 1; b < 2.6; b += 0.2) scene.quad(wall, 0, b, shell.run, 0.2, scene.light.level(1), 0.6);
    for (let z = 1; z < depth; z += 1.4)
      scene.quad(wall, along(shell, z), 0, 0.2, shell.height, scene.light.level(4), 0.9);
  }
  band(scene, shell, 0, 0.16, 5);
  for (let x = 0; x <= 3; x++)
    scene.quad(shell.back, (x * (shell.width - 0.2)) / 3, 0, 0.2, shell.height, scene.light.level(4), 0.9);
  beams(scene, shell, 4, 0.24);
  return shell;
}

/** A tavern: bar with bottles and barrels behind, tables, stools, lamps under the beams. */
export function drawTavern(sheet: PlaceSheet, scene: Scene): void {
  const shell = timberRoom(sheet, scene, 7, 5.4);
  const seed = sheet.seed;
  const mirror = seed % 2 ? 1 : -1;
  windowOn(scene, mirror > 0 ? shell.left : shell.right, along(shell, 1.6), 1, 1.3, 1.1, { curtains: false, seed });
  doorOn(scene, mirror > 0 ? shell.left : shell.right, along(shell, 3.8), 1, 2.15, 4);
  shelves(scene, plane(p3(-1.9 + mirror * 0.8, 1.15, 5.38), right, up), 3.6, 1.3, 3, "jars", randomFrom(seed));
  for (let i = 0; i < 3; i++) barrel(scene, p3(mirror * (2.7 - i * 0.1), 0, 4.9 - i * 0.75), 1.15);
  counter(scene, p3(-2.1 + mirror * 0.8, 0, 4.1), 4, 0.6, randomFrom(`${seed} bar`), 3, () => {
    tableware(scene, p3(mirror * 0.8, 1.06, 4.4), randomFrom(`${seed} mugs`));
    tableware(scene, p3(mirror * 0.8 + 1, 1.06, 4.4), randomFrom(`${seed} mugs 2`));
  });
  for (const x of [-1.2, 0, 1.2]) stool(scene, p3(x + mirror * 0.8, 0, 3.7), 0.62);
  for (const [x, z] of [
    [-2.3, 1.9],
    [1.4, 1.5],
  ] as const) {
    table(scene, p3(x * mirror - 0.6, 0, z), 1.2, 0.9, 0.74, 2, () =>
      tableware(scene, p3(x * mirror, 0.75, z + 0.45), randomFrom(`${seed} ${x}`)),
    );
    chair(scene, p3(x * mirror - 0.2, 0, z + 1), 1);
    stool(scene, p3(x * mirror - 0.75, 0, z + 0.4));
    stool(scene, p3(x * mirror + 0.1, 0, z - 0.4));
  }
  scene.flush();
  const lamp = p3(mirror * -0.4, 2.15, 2.8);
  hangingLamp(scene, lamp, shell.height, sheet.manner);
  hangingLamp(scene, p3(mirror * 1.6, 2.2, 4), shell.height, sheet.manner);
  lamplight(scene, lamp);
}

/** A shop: counter across, goods on all walls, scales, crates, a hanging lamp. */
export function drawShop(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} shop`);
  const { light } = scene;
  const shell = drawShell(
    scene,
    { width: 6, depth: 4.8, height: 3 },
    { floor: 0.6, ceiling: 1, back: 0.6, left: 1, right: 1 },
  );
  if (sheet.manner === "japanese") boards(scene, shell.floor, shell.width, shell.run, 0.3, random);
  else grid(scene, shell.floor, shell.width, shell.run, 10, 18, 0.6);
  band(scene, shell, 2.8, 0.2, 3);
  const what = random.pick(["jars", "books", "goods"] as const);
  shelves(scene, plane(p3(-2.9, 0, 4.78), right, up), 3.6, 2.5, 5, what, randomFrom(sheet.seed));
  if (sheet.manner === "japanese") shoji(scene, shell.back, 3.9, 1.9, 1.9, 2);
  else doorOn(scene, shell.back, 4.3, 1, 2.2, 3);
  for (const wall of [shell.left, shell.right])
    shelves(
      scene,
      { at: (a, b) => wall.at(along(shell, 1.3) + a, 0.5 + b) },
      2.9,
      1.9,
      4,
      wall === shell.left ? "goods" : "jars",
      randomFrom(`${sheet.seed} side`),
    );
  pictureOn(scene, shell.back, 4.4, 2.32, 0.8, 0.4, random);
  counter(scene, p3(-2.2, 0, 3), 3.6, 0.6, random, 2, () => {
    tableware(scene, p3(-1.4, 1.06, 3.3), random);
    scales(scene, p3(0.4, 1.06, 3.3));
  });
  for (const [x, z, s] of [
    [-2.6, 1.5, 0.6],
    [2, 2.2, 0.7],
    [2.1, 1.2, 0.5],
    [-2.5, 2.2, 0.5],
  ] as const)
    scene.later(p3(x, 0, z), () => {
      scene.box(p3(x, 0, z), s, s * 0.8, s, wood(scene, 1.5));
      grid(scene, plane(p3(x, 0, z), right, up), s, s * 0.8, 1, 4, 0.8);
      scene.poly(
        [p3(x, s * 0.8, z), p3(x + s, s * 0.8, z), p3(x + s, s * 0.8, z + s), p3(x, s * 0.8, z + s)],
        light.level(5),
        1,
      );
    });
  scene.flush();
  const lamp = p3(0, 2.3, 2.6);
  hangingLamp(scene, lamp, shell.height, sheet.manner);
  lamplight(scene, lamp);
}

function scales(scene: Scene, at: ReturnType<typeof p3>): void {
  const { light } = scene;
  scene.box(p3(at.x - 0.12, at.y, at.z), 0.24, 0.06, 0.16, wood(scene, 4));
  scene.line([at, { ...at, y: at.y + 0.4 }], 1.4);
  scene.line(
    [
      { ...at, x: at.x - 0.24, y: at.y + 0.36 },
      { ...at, x: at.x + 0.24, y: at.y + 0.42 },
    ],
    1.4,
  );
  for (const [x, y] of [
    [-0.24, 0.36],
    [0.24, 0.42],
  ] as const) {
    scene.rules(
      [
        [
          { ...at, x: at.x + x, y: at.y + y },
          { ...at, x: at.x + x - 0.1, y: at.y + y - 0.2 },
        ],
        [
          { ...at, x: at.x + x, y: at.y + y },
          { ...at, x: at.x + x + 0.1, y: at.y + y - 0.2 },
        ],
      ],
      0.6,
    );
    scene.poly(
      [-0.13, -0.06, 0.06, 0.13].map((u, i) => ({
        ...at,
        x: at.x + x + u,
        y: at.y + y - (i === 0 || i === 3 ? 0.2 : 0.27),
      })),
      light.level(3),
      0.9,
    );
  }
}

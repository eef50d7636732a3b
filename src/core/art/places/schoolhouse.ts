import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { house } from "./buildings.ts";
import { doorOn, pictureOn, shelves, windowOn } from "./fittings.ts";
import { cabinet, chair, table } from "./furniture.ts";
import { openCountry } from "./open-country.ts";
import { groundDetail, treeAt } from "./open-ground.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, type Plane, plane, right, type Scene, up } from "./scene.ts";
import { clockOn } from "./school.ts";
import { along, band, drawShell, lamplight } from "./shell.ts";
import { boards } from "./textures.ts";
import type { Stations } from "./view.ts";

/** Names of rooms in which a class sits; any other school is the whole house. */
const classroomNames = /class|school-?room|教場|教室|講堂/i;

/** Whether a school's name means the room of a class. */
export const isClassroom = ({ name }: PlaceSheet): boolean => classroomNames.test(name);

export const schoolyardStations: Stations = {
  wide: { z: -6, eye: 1.8, x: 2.4, yaw: 8 },
  near: { z: -2 },
  swing: 16,
  horizon: 0.62,
  walk: 5,
};

/** The teachers' room: two long rows of desks that face each other, cupboards, a timetable, windows on one side. */
export function drawStaffRoom(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const random = randomFrom(`${sheet.seed} staff`);
  const shell = drawShell(
    scene,
    { width: 6.6, depth: 6.4, height: 3 },
    { floor: 1, ceiling: 0, back: 0.4, left: 0, right: 1.4 },
  );
  boards(scene, shell.floor, shell.width, shell.run, 0.24, random);
  band(scene, shell, 0, 0.8, 2.4);
  band(scene, shell, 0.8, 0.06, 0);
  for (const z of [-0.4, 1.8, 4])
    windowOn(scene, shell.left, along(shell, z), 1, 1.6, 1.6, { curtains: false, seed: sheet.seed });
  doorOn(scene, shell.right, along(shell, 4.4), 1, 2.1, 3);
  pictureOn(scene, shell.right, along(shell, 1.8), 1.5, 1, 0.8, random);
  timetable(scene, shell.back);
  clockOn(scene, shell);
  const books = { at: (a: number, b: number) => shell.back.at(4.9 + a, b) };
  shelves(scene, books, 1.3, 2.1, 5, "books", random);
  cabinet(scene, p3(-3.1, 0, 5.6), 1.1, 1.7, 0.6, 3);
  for (const z of [2.2, 3.6])
    for (const x of [-1.9, 0.5]) {
      table(scene, p3(x, 0, z), 1.3, 0.7, 0.72, 1.6);
      scene.later(p3(x + 0.3, 0.72, z), () => {
        scene.box(p3(x + 0.2, 0.72, z + 0.2), 0.36, 0.12, 0.26, {
          front: light.level(4),
          side: light.level(5),
          top: light.level(1),
        });
      });
      chair(scene, p3(x + 0.4, 0, z + 0.8), 1, 3);
    }
  scene.flush();
  lamplight(scene, p3(0, 2.5, 4), 0.8);
}

/** A ruled board with marks: hours across, days down. */
function timetable(scene: Scene, wall: Plane): void {
  const { at } = wall;
  scene.quad(wall, 1.1, 1.1, 2.1, 1.3, scene.light.level(6), 1.2);
  const rules = [];
  for (let i = 1; i < 6; i++) rules.push([at(1.1 + i * 0.35, 1.16), at(1.1 + i * 0.35, 2.34)] as const);
  for (let i = 1; i < 4; i++) rules.push([at(1.16, 1.1 + i * 0.325), at(3.14, 1.1 + i * 0.325)] as const);
  scene.rules(rules, 0.9, "#fff");
}

/**
 * A school from its yard: a long house of two floors with rows of windows, the porch in its middle, trees, gate-posts. In Japan it is boarded
 * in the western way under a tiled roof, with a bell-turret.
 */
export function drawSchoolHouse(sheet: PlaceSheet, scene: Scene): void {
  const random = openCountry(scene, sheet);
  const { light } = scene;
  scene.quad(plane(p3(-60, 0.001, -4), right, away), 0, 0, 120, 16, light.dark ? light.level(0) : "#fff", 0.7);
  groundDetail(scene, random, 7);
  const japanese = sheet.manner === "japanese";
  scene.later(
    p3(0, 0, 14),
    () => {
      const common = { depth: 6, floors: 2, manner: "european", seed: sheet.seed, level: 0.6 } as const;
      if (japanese) return boardedSchool(scene);
      house(scene, { ...common, x: -13, z: 14, width: 26, height: 6.4, roof: 2.6, ridge: "x" });
      house(scene, { ...common, x: -2.4, z: 12, width: 4.8, height: 6.8, roof: 2.2, ridge: "z", floors: 2 });
    },
    1e9,
  );
  for (const x of [-5.2, 5.2])
    scene.later(p3(x, 0, 6), () =>
      scene.box(p3(x - 0.35, 0, 6), 0.7, 2.2, 0.7, {
        front: light.level(1.4),
        side: light.level(3.4),
        top: light.level(0),
      }),
    );
  const kind = japanese ? "pine" : "broad";
  for (const x of [-9.5, -6.8, 7.4, 10.2])
    treeAt(scene, p3(x, 0, random.between(9, 11)), random.between(4.6, 6.2), kind, sheet.seed + Math.round(x), x > 0);
  scene.flush();
}

/** Boards, rows of many-paned windows, a gabled porch, tiles, the turret with the bell. */
function boardedSchool(scene: Scene): void {
  const { light } = scene;
  const [x0, z, width, height] = [-13, 14, 26, 6];
  boardedFront(scene, plane(p3(x0, 0, z), right, up), width, height, 11);
  tiledSlope(scene, p3(x0 - 0.6, height - 0.3, z - 0.6), width + 1.2, 2.8, 3.4);
  scene.box(p3(-0.9, height + 2, z + 1.6), 1.8, 1.7, 1.8, {
    front: light.level(0.4),
    side: light.level(2.4),
    top: light.level(1),
  });
  scene.quad(plane(p3(-0.5, height + 2.5, z + 1.59), right, up), 0, 0, 1, 0.9, light.dark ? "#000" : light.level(5), 1);
  const tip = p3(0, height + 5, z + 2.5);
  scene.poly(
    [p3(-1.2, height + 3.7, z + 1.4), p3(1.2, height + 3.7, z + 1.4), tip],
    light.weather === "snow" ? "#fff" : light.level(4.6),
    1.2,
  );
  const porch = plane(p3(-2.4, 0, z - 2), right, up);
  boardedFront(scene, porch, 4.8, 5.4, 2);
  scene.poly(
    [porch.at(-0.5, 5.2), porch.at(5.3, 5.2), porch.at(2.4, 7.2)],
    light.level(light.weather === "snow" ? 0 : 3.6),
    1.3,
  );
  scene.poly([porch.at(0.6, 5.4), porch.at(4.2, 5.4), porch.at(2.4, 6.7)], light.level(0.4), 1);
  scene.quad(porch, 1.5, 0, 1.8, 2.4, light.dark ? "#000" : light.level(5.4), 1.2);
  scene.quad(porch, 1.2, 2.4, 2.4, 0.2, light.level(3), 1);
}

/** A wall of boards with two rows of sashes, `bays` in a row. */
function boardedFront(scene: Scene, on: Plane, width: number, height: number, bays: number): void {
  const { light } = scene;
  scene.quad(on, 0, 0, width, height, light.level(0.4), 1.2);
  const laps = [];
  for (let b = 0.3; b < height; b += 0.34) laps.push([on.at(0, b), on.at(width, b)] as const);
  scene.rules(laps, 0.35);
  scene.quad(on, 0, 0, width, 0.4, light.level(3), 0.9);
  const step = width / bays;
  for (const b of [0.9, 3.6])
    for (let i = 0; i < bays; i++) {
      const a = (i + 0.5) * step - 0.55;
      scene.quad(on, a - 0.12, b - 0.12, 1.34, 1.94, light.dark ? "#000" : "#fff", 0.9);
      scene.quad(on, a, b, 1.1, 1.7, light.dark ? light.window((i + b) % 3 < 1) : light.level(2.6), 0.9);
      const bars = [0.37, 0.73].map((u) => [on.at(a + u, b), on.at(a + u, b + 1.7)] as const);
      const rails = [0.42, 0.85, 1.28].map((v) => [on.at(a, b + v), on.at(a + 1.1, b + v)] as const);
      scene.rules([...bars, ...rails], 0.7, light.dark ? "#888" : light.ink);
    }
}

/** A slope of tiles that falls towards the reader. */
function tiledSlope(scene: Scene, o: Point3, width: number, rise: number, depth: number): void {
  const { light } = scene;
  const on: Plane = plane(o, right, p3(0, rise, depth));
  scene.quad(on, 0, 0, width, 1, light.weather === "snow" ? "#fff" : light.level(4.4), 1.3);
  if (light.weather !== "snow") {
    const ribs = [];
    for (let a = 0.4; a < width; a += 0.55) ribs.push([on.at(a, 0), on.at(a, 1)] as const);
    scene.strokes(ribs, 0.7, light.dark ? "#fff" : "#000");
  }
  scene.quad(on, 0, 0, width, 0.05, light.level(1), 0.8);
  scene.quad(on, 0, 0.95, width, 0.08, light.level(2), 1);
}

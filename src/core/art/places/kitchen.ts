import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { hangingLamp, shelves, windowOn } from "./fittings.ts";
import { barrel, cabinet, chair, cylinder, stool, table, tableware } from "./furniture.ts";
import { flames } from "./nook.ts";
import { steam } from "./steam.ts";
import type { Point3 } from "./perspective.ts";
import { p3, type Plane, plane, right, type Scene, up } from "./scene.ts";
import { along, lamplight, type Shell } from "./shell.ts";
import { timberRoom } from "./tavern.ts";
import { masonry } from "./textures.ts";

/** A kitchen: range or clay stove under a hood, hanging pans, dresser with plates, table. */
export function drawKitchen(sheet: PlaceSheet, scene: Scene): void {
  const shell = timberRoom(sheet, scene, 5.6, 4.4);
  const mirror = sheet.seed % 2 ? 1 : -1;
  windowOn(scene, shell.back, mirror > 0 ? 3.7 : 0.8, 1.05, 1.1, 1.1, {
    curtains: sheet.manner !== "japanese",
    seed: sheet.seed,
  });
  timbered(scene, shell, mirror > 0 ? shell.left : shell.right);
  const o = p3(mirror > 0 ? -2.2 : 0.3, 0, 3.6);
  scene.later(p3(-mirror, 0, 4), () => (sheet.manner === "european" ? hearth(scene, o) : stove(scene, o)));
  pans(scene, shell, mirror > 0 ? 2.6 : 1.9);
  cabinet(scene, p3(mirror > 0 ? 1 : -2.6, 0, 3.85), 1.6, 0.9, 0.5, 2, 1);
  const dresser = mirror > 0 ? shell.right : shell.left;
  shelves(
    scene,
    { at: (a, b) => dresser.at(along(shell, 1.4) + a, 0.9 + b) },
    1.7,
    1.3,
    3,
    "jars",
    randomFrom(`${sheet.seed} dresser`),
  );
  const high = sheet.manner === "japanese" ? 0.4 : 0.76;
  table(scene, p3(-0.9, 0, 1.7), 1.8, 0.9, high, 1.4, () =>
    tableware(scene, p3(-0.2, high + 0.02, 2.15), randomFrom(`${sheet.seed} t`)),
  );
  barrel(scene, p3(mirror * -2.3, 0, 2.4), 0.9);
  chair(scene, p3(-0.2, 0, 2.7), 1);
  stool(scene, p3(0.5, 0, 1.3));
  scene.flush();
  const lamp = p3(0.1, 2.1, 2.2);
  hangingLamp(scene, lamp, shell.height, sheet.manner);
  lamplight(scene, lamp);
}

/** The side wall without shelves: boards to the hip and posts above them, or in a wide picture it would be blank paper. */
function timbered(scene: Scene, shell: Shell, wall: Plane): void {
  const { light } = scene;
  scene.quad(wall, 0, 0, shell.run, 0.95, light.level(2.4), 0.8);
  scene.quad(wall, 0, 0.95, shell.run, 0.07, light.level(4), 0.6);
  for (const z of [-2.2, -0.6, 1, 2.6]) scene.quad(wall, along(shell, z), 0, 0.17, shell.height, light.level(4), 0.8);
}

function stove(scene: Scene, o: Point3): void {
  const { light } = scene;
  scene.box(o, 1.6, 0.9, 0.7, { front: light.level(5), side: light.level(6), top: light.level(3) });
  const front = plane(o, right, up);
  scene.quad(front, 0.15, 0.2, 0.55, 0.5, light.level(6), 1, "#fff");
  scene.quad(front, 0.9, 0.2, 0.55, 0.5, light.level(6), 1, "#fff");
  scene.poly(
    [
      [0.2, 0.24],
      [0.3, 0.5],
      [0.38, 0.36],
      [0.46, 0.6],
      [0.55, 0.35],
      [0.65, 0.24],
    ].map(([a = 0, b = 0]) => front.at(a, b)),
    "#fff",
    0.6,
  );
  const top = o.y + 0.9;
  cylinder(scene, p3(o.x + 0.4, top, o.z + 0.35), 0.2, 0.24, 0, {
    body: light.level(2),
    top: light.level(5),
    hoops: 0,
  });
  cylinder(scene, p3(o.x + 1.1, top, o.z + 0.35), 0.16, 0.18, 0.3, {
    body: light.level(5),
    top: light.level(2),
    hoops: 0,
  });
  scene.poly(
    [p3(o.x - 0.1, 1.9, o.z), p3(o.x + 1.7, 1.9, o.z), p3(o.x + 1.2, 2.9, o.z + 0.5), p3(o.x + 0.4, 2.9, o.z + 0.5)],
    light.level(2),
    1,
  );
  scene.quad(plane(p3(o.x - 0.15, 1.8, o.z), right, up), 0, 0, 1.9, 0.14, light.level(4), 1);
}

function pans(scene: Scene, shell: Shell, a: number): void {
  const { light, canvas } = scene;
  scene.quad(shell.back, a, 2.1, 1.1, 0.05, light.level(5), 0.8);
  for (let i = 0; i < 4; i++) {
    const p = scene.page(shell.back.at(a + 0.14 + i * 0.27, 1.82));
    const s = scene.scaleAt(shell.back.at(a, 2));
    if (!p) continue;
    const r = s * (0.09 + (i % 2) * 0.03);
    const f = (n: number): string => n.toFixed(1);
    canvas.line(`M${f(p.x)} ${f(p.y - s * 0.26)}V${f(p.y - r)}`, 2.2, light.ink);
    canvas.shape(
      `M${f(p.x - r)} ${f(p.y)}a${f(r)} ${f(r)} 0 1 0 ${f(2 * r)} 0a${f(r)} ${f(r)} 0 1 0 ${f(-2 * r)} 0Z`,
      light.level(i % 2 ? 6 : 2.4),
      1.6,
      light.ink,
    );
  }
}

/** An open hearth in its chimney-breast: logs and flames, a cauldron that steams on its chain. */
function hearth(scene: Scene, o: Point3): void {
  const { light } = scene;
  const stone = { front: light.level(1), side: light.level(3), top: light.level(1) };
  scene.box(p3(o.x, 0, o.z), 2, 2.9, 0.8, stone);
  const front = plane(p3(o.x, 0, o.z - 0.01), right, up);
  masonry(scene, front, 2, 2.9, 0.26, 1, randomFrom(`chimney ${o.x}`));
  const arch = Array.from({ length: 13 }, (_, i) => {
    const a = Math.PI - (i / 12) * Math.PI;
    return front.at(1 + steady.cos(a) * 0.74, 1.16 + steady.sin(a) * 0.36);
  });
  scene.poly([front.at(0.26, 0), ...arch, front.at(1.74, 0)], "#000", 1.3);
  flames(scene, p3(o.x + 1, 0.1, o.z - 0.02), 0.56);
  scene.box(p3(o.x - 0.12, 1.62, o.z - 0.2), 2.24, 0.1, 0.3, {
    front: light.level(4),
    side: light.level(5),
    top: light.level(2),
  });
  scene.rules([[p3(o.x + 1, 1.5, o.z - 0.1), p3(o.x + 1, 1.02, o.z - 0.1)]], 2, "#fff");
  cylinder(scene, p3(o.x + 1, 0.58, o.z - 0.1), 0.3, 0.4, 0.28, {
    body: light.level(5),
    top: light.level(2),
    hoops: 1,
  });
  for (const u of [0.3, 0.75, 1.5])
    cylinder(scene, p3(o.x + u, 1.72, o.z - 0.08), 0.1, 0.2, 0.2, {
      body: light.level(u > 1 ? 1 : 3),
      top: light.level(4),
      hoops: 0,
    });
  const at = scene.page(p3(o.x + 1, 0.9, o.z - 0.14));
  if (at) steam(scene, at, scene.scaleAt(p3(o.x + 1, 1, o.z)) * 1.1, randomFrom(`steam ${o.x}`));
}

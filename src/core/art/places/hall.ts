import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief } from "../canvas.ts";
import { circlePath } from "../tone.ts";
import { doorOn, pictureOn, windowOn } from "./fittings.ts";
import { cabinet, chair, column, counter, cylinder, footShadow, table, wood } from "./furniture.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, type Plane, plane, right, type Scene, up } from "./scene.ts";
import { along, band, drawShell, lamplight } from "./shell.ts";
import { sitter } from "./sitter.ts";
import { boards, grid } from "./textures.ts";
import type { Stations } from "./view.ts";

export const hallStations: Stations = {
  wide: { z: -2.5, eye: 1.9, x: 0 },
  near: { z: 1 },
  swing: 24,
  horizon: 0.56,
  walk: 5,
  ceiling: 4.2,
  across: [-3, 3],
};

/** A pointed or round arch on a plane as a polygon. */
export function archOn(on: Plane, a: number, b: number, width: number, height: number, pointed: boolean): Point3[] {
  const spring = height - width * (pointed ? 0.8 : 0.5);
  const points = [on.at(a, b), on.at(a + width, b)];
  for (let i = 0; i <= 10; i++) {
    const t = i / 10;
    const angle = Math.PI * t;
    const x = pointed ? width * (1 - t) : (width / 2) * (1 + steady.cos(angle));
    const rise = pointed ? (1 - Math.abs(1 - 2 * t) ** 1.8) * width * 0.8 : (width / 2) * steady.sin(angle);
    points.push(on.at(a + x, b + spring + rise));
  }
  return points;
}

function archedWindow(
  scene: Scene,
  on: Plane,
  a: number,
  b: number,
  width: number,
  height: number,
  pointed: boolean,
): void {
  const { light } = scene;
  scene.poly(archOn(on, a - 0.14, b - 0.1, width + 0.28, height + 0.26, pointed), light.level(0), 1);
  scene.poly(archOn(on, a, b, width, height, pointed), light.window(true), 1);
  const ink = light.time === "night" ? "#fff" : light.ink;
  const lines: [Point3, Point3][] = [[on.at(a + width / 2, b), on.at(a + width / 2, b + height * 0.97)]];
  for (let v = 0.4; v < height - width * 0.5; v += 0.42) lines.push([on.at(a, b + v), on.at(a + width, b + v)]);
  for (const u of [0.25, 0.75]) lines.push([on.at(a + width * u, b), on.at(a + width * u, b + height - width * 0.45)]);
  scene.rules(lines, 0.8, ink);
}

/** A great hall: chequered floor, columns, tall windows, a carpet to a far double door, a chandelier. */
export function drawHall(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const shell = drawShell(
    scene,
    { width: 9, depth: 11, height: 5.6 },
    { floor: 0, ceiling: 1.4, back: 0.6, left: 1.8, right: 0.6 },
  );
  chequers(scene, shell.floor, shell.width, shell.run);
  band(scene, shell, 0, 0.3, 3);
  band(scene, shell, 4.9, 0.22, 0.6);
  band(scene, shell, 5.12, 0.48, 2);
  const pointed = sheet.seed % 2 === 0;
  for (const wall of [shell.left, shell.right])
    for (const z of [1.2, 4.2, 7.2, 10]) {
      if (z < 9) archedWindow(scene, wall, along(shell, z), 1.3, 1.3, 3, pointed);
    }
  scene.poly(archOn(shell.back, 2.9, 0, 3.2, 4.2, pointed), light.level(2), 1);
  doorOn(scene, { at: (a, b) => shell.back.at(3.4 + a, b) }, 0, 1.08, 3, 4.6);
  doorOn(scene, { at: (a, b) => shell.back.at(5.6 - a, b) }, 0, 1.08, 3, 4.6);
  const random = randomFrom(sheet.seed);
  for (const a of [1, 6.9]) pictureOn(scene, shell.back, a, 2, 1.1, 1.5, random);
  const carpet = plane(p3(-1, 0.004, -6), right, away);
  scene.quad(carpet, 0, 0, 2, 17, light.level(4.4), 1);
  for (const a of [0.15, 1.75]) scene.quad(carpet, a, 0, 0.1, 17, light.level(0), 0.5);
  for (const z of [2.6, 5.6, 8.6]) for (const x of [-3, 3]) column(scene, p3(x, 0, z), 0.34, 5);
  if (/\bthrone|玉座/i.test(sheet.name)) throne(scene);
  scene.later(p3(-2.2, 0, 10.6), () => armour(scene, p3(-2.4, 0, 10.6)));
  scene.later(p3(2.4, 0, 10.6), () => armour(scene, p3(2.4, 0, 10.6)));
  scene.flush();
  chandelier(scene, p3(0, 4, 5.4), shell.height);
  lamplight(scene, p3(0, 3, 5.4), 0.85);
}

/** The seat of a ruler on three steps before the end wall, under a canopy. */
function throne(scene: Scene): void {
  const { light } = scene;
  scene.poly([p3(-1.5, 4.6, 10.4), p3(1.5, 4.6, 10.4), p3(1.1, 1, 10.9), p3(-1.1, 1, 10.9)], light.level(5), 1.1);
  scene.box(p3(-1.7, 4.4, 9.4), 3.4, 0.4, 1.2, wood(scene, 3));
  for (const [step, half] of [2.4, 1.9, 1.4].entries())
    scene.box(p3(-half, step * 0.2, 8.2 + step * 0.4), 2 * half, 0.2, 2.6 - step * 0.4, wood(scene, 0.6));
  scene.box(p3(-0.6, 0.6, 10.2), 1.2, 2.2, 0.2, wood(scene, 1.6));
  scene.poly([p3(-0.6, 2.8, 10.2), p3(0, 3.3, 10.2), p3(0.6, 2.8, 10.2)], light.level(1.6), 1.1);
  scene.box(p3(-0.55, 0.6, 9.5), 1.1, 0.5, 0.7, wood(scene, 3));
  for (const side of [-0.65, 0.47]) scene.box(p3(side, 0.6, 9.4), 0.18, 0.85, 0.85, wood(scene, 2));
}

function chequers(scene: Scene, floor: Plane, width: number, run: number): void {
  const { light } = scene;
  const size = 0.9;
  for (let row = 0; row * size < run; row++)
    for (let k = row % 2; k * size < width - 0.01; k += 2)
      scene.quad(
        floor,
        k * size,
        run - (row + 1) * size,
        Math.min(size, width - k * size),
        size,
        light.level(row < 6 ? 2.6 : 3.4),
        0,
      );
  grid(scene, floor, width, run, 10, Math.round(run / size), 0.4);
}

function armour(scene: Scene, foot: Point3): void {
  const { light } = scene;
  const steel = { body: light.level(3), top: light.level(1), hoops: 2 };
  scene.box(p3(foot.x - 0.35, 0, foot.z - 0.3), 0.7, 0.3, 0.6, wood(scene, 2));
  for (const x of [-0.13, 0.13]) cylinder(scene, p3(foot.x + x, 0.3, foot.z), 0.1, 0.8, 0.1, steel);
  cylinder(scene, p3(foot.x, 1.05, foot.z), 0.26, 0.6, 0.12, steel);
  cylinder(scene, p3(foot.x, 1.7, foot.z), 0.14, 0.32, 0.15, { ...steel, hoops: 1 });
  scene.line([p3(foot.x + 0.4, 0.3, foot.z - 0.1), p3(foot.x + 0.4, 2.6, foot.z - 0.1)], 1.6);
}

function chandelier(scene: Scene, at: Point3, ceiling: number): void {
  const { canvas, light } = scene;
  const page = scene.page(at);
  const top = scene.page({ ...at, y: ceiling });
  if (!page || !top) return;
  const s = scene.scaleAt(at);
  const b = brief;
  canvas.line(`M${b(top.x)} ${b(top.y)}V${b(page.y)}`, 2, light.ink);
  canvas.line(
    `M${b(page.x - s * 0.9)} ${b(page.y - s * 0.05)}Q${b(page.x)} ${b(page.y + s * 0.5)} ${b(page.x + s * 0.9)} ${b(page.y - s * 0.05)}M${b(page.x - s * 0.5)} ${b(page.y - s * 0.1)}Q${b(page.x)} ${b(page.y + s * 0.36)} ${b(page.x + s * 0.5)} ${b(page.y - s * 0.1)}`,
    2.4,
    light.ink,
  );
  for (const u of [-0.9, -0.5, 0, 0.5, 0.9]) {
    const [x, y] = [page.x + u * s, page.y + (u === 0 ? 0.1 : -0.05) * s];
    if (light.time === "night") canvas.veil({ x, y: y - s * 0.26 }, [s * 0.05, s * 0.34], 0.8, "white");
    canvas.shape(`M${b(x - s * 0.04)} ${b(y)}v${b(-s * 0.2)}h${b(s * 0.08)}v${b(s * 0.2)}Z`, "#fff", 1.3, light.ink);
    canvas.shape(circlePath(x, y - s * 0.26, s * 0.05), "#fff", 1.1, light.ink);
  }
}

/** A church: pews, pointed windows, a vault, the altar with a cross (or an altar hall with lanterns in the japanese manner). */
export function drawChurch(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const japanese = sheet.manner === "japanese";
  const shell = drawShell(
    scene,
    { width: 8, depth: 12, height: 6.5 },
    { floor: 0.6, ceiling: 2.6, back: 0.5, left: 1.6, right: 0.6 },
  );
  if (japanese) boards(scene, shell.floor, shell.width, shell.run, 0.4, randomFrom(sheet.seed));
  else grid(scene, shell.floor, shell.width, shell.run, 8, 18, 0.5);
  for (const wall of [shell.left, shell.right])
    for (const z of [0.8, 3.6, 6.4, 9.2]) archedWindow(scene, wall, along(shell, z), 1.9, 1.1, 3.2, true);
  if (!japanese) vault(scene);
  else band(scene, shell, 4.6, 0.4, 4);
  scene.poly(archOn(shell.back, 1.6, 0, 4.8, 6, true), light.level(3), 1);
  archedWindow(scene, shell.back, 3.2, 2.4, 1.6, 3.2, true);
  scene.later(p3(0, 0, 10.8), () => {
    scene.box(p3(-2, 0, 10.2), 4, 0.3, 1.6, wood(scene, 1));
    scene.box(p3(-1.1, 0.3, 10.8), 2.2, 1, 0.7, { front: "#fff", side: light.level(2), top: "#fff" });
    if (japanese)
      cylinder(scene, p3(0, 1.3, 11), 0.35, 0.9, 0.15, { body: light.level(3), top: light.level(5), hoops: 2 });
    else {
      scene.box(p3(-0.06, 1.3, 11), 0.12, 1.3, 0.08, wood(scene, 5));
      scene.box(p3(-0.4, 2.05, 11), 0.8, 0.12, 0.08, wood(scene, 5));
    }
    for (const x of [-0.8, 0.7]) cylinder(scene, p3(x, 1.3, 11), 0.05, 0.4, 0, { body: "#fff", top: "#fff", hoops: 0 });
  });
  for (const z of [1.2, 2.8, 4.4, 6, 7.6]) for (const x of [-3.3, 0.9]) pew(scene, p3(x, 0, z), 2.4);
  for (const z of [2.2, 5, 7.8]) for (const x of [-3.6, 3.6]) column(scene, p3(x, 0, z), 0.24, 5);
  scene.flush();
  lamplight(scene, p3(0, 1.9, 10.8), 0.86);
}

function pew(scene: Scene, o: Point3, width: number): void {
  if (scene.isTrodden({ x: [o.x, o.x + width], z: [o.z, o.z + 0.75] }, 0.95)) return;
  scene.later(p3(o.x + width / 2, 0, o.z), () => {
    footShadow(scene, o, width, 0.4);
    scene.box(p3(o.x, 0, o.z + 0.35), width, 0.5, 0.4, wood(scene, 2.4));
    scene.box(p3(o.x, 0, o.z), width, 0.95, 0.08, wood(scene, 3));
    scene.box(p3(o.x - 0.05, 0.95, o.z - 0.03), width + 0.1, 0.07, 0.14, wood(scene, 1));
  });
}

function vault(scene: Scene): void {
  for (const z of [11.8, 9.2, 6.4, 3.6, 0.8]) {
    const rib: Point3[] = [];
    for (let i = 0; i <= 14; i++) {
      const t = i / 14;
      rib.push(p3(-4 + 8 * t, 4.2 + (1 - Math.abs(1 - 2 * t) ** 1.9) * 2.3, z));
    }
    const inner = rib.map((p) => p3(p.x * 0.95, p.y - 0.22, p.z)).reverse();
    scene.poly([...rib, ...inner], scene.light.level(0.6), 1);
  }
}

/** A court at the hour of a trial: the judges in their chairs, the public on the benches and along the walls. */
function sitting(scene: Scene, seed: number): void {
  const judges = [-1.2, 0, 1.2].map((x) => p3(x, 1.1, 5.95));
  const benches = [1.3, 2.1].flatMap((z) => [-3.1, -2.3, -1.5, 1.2, 2, 2.8].map((x) => p3(x, 0.3, z)));
  for (const [i, at] of [...judges, ...benches].entries()) sitter(scene, at, randomFrom(`${seed} sitting ${i}`));
}

/** A court of law: the judges' bench high in the middle, the bar, the box, rows of seats. */
export function drawCourtroom(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const shell = drawShell(
    scene,
    { width: 8, depth: 7, height: 4.4 },
    { floor: 0.8, ceiling: 0.6, back: 0.4, left: 2, right: 2 },
  );
  boards(scene, shell.floor, shell.width, shell.run, 0.3, randomFrom(sheet.seed));
  scene.quad(shell.back, 0, 0, 8, 2.3, light.level(3), 1);
  grid(scene, shell.back, 8, 2.3, 12, 1, 0.8);
  for (const wall of [shell.left, shell.right]) {
    scene.quad(wall, 0, 0, shell.run, 1.4, light.level(3), 1);
    for (const z of [0.6, 3.2])
      windowOn(scene, wall, along(shell, z), 1.7, 1.2, 1.9, { curtains: false, seed: sheet.seed });
  }
  band(scene, shell, 4.1, 0.3, 1.4);
  const emblem = scene.page(shell.back.at(4, 3.2));
  if (emblem)
    scene.canvas.shape(
      circlePath(emblem.x, emblem.y, scene.scaleAt(shell.back.at(4, 3)) * 0.5),
      light.level(1),
      2,
      light.ink,
    );
  scales2(scene, shell.back);
  scene.later(p3(0, 0, 6), () => {
    scene.box(p3(-2.2, 0, 5.2), 4.4, 0.5, 1.6, wood(scene, 2));
    for (const x of [-1.2, 0, 1.2])
      scene.box(p3(x - 0.3, 1, 6.2), 0.6, 1.4, 0.1, {
        front: light.level(2.6),
        side: light.level(4),
        top: light.level(2),
      });
  });
  scene.later(p3(0, 0, 5.2), () => {
    scene.box(p3(-2, 0.5, 5.3), 4, 1.1, 0.5, wood(scene, 2));
    grid(scene, plane(p3(-2, 0.6, 5.3), right, up), 4, 0.9, 5, 1, 1);
    scene.box(p3(-2.1, 1.6, 5.2), 4.2, 0.09, 0.66, wood(scene, 1));
  });
  counter(scene, p3(-3.6, 0, 3), 1.3, 1, randomFrom(sheet.seed + 1), 2);
  table(scene, p3(1.6, 0, 2.6), 1.6, 0.8, 0.76);
  chair(scene, p3(2.2, 0, 3.5), 1);
  cabinet(scene, p3(-0.6, 0, 4), 1.2, 0.8, 0.5, 1, 1);
  for (const z of [0.6, -0.6]) for (const x of [-3.4, 0.8]) pew(scene, p3(x, 0, z), 2.6);
  if (scene.stands.length === 0) sitting(scene, sheet.seed);
  scene.flush();
  lamplight(scene, p3(0, 3.4, 4), 0.8);
}

function scales2(scene: Scene, back: Plane): void {
  const at = (u: number, v: number): Point3 => back.at(4 + u, 3.2 + v);
  scene.rules(
    [
      [at(0, -0.3), at(0, 0.32)],
      [at(-0.3, 0.2), at(0.3, 0.2)],
      [at(-0.3, 0.2), at(-0.4, -0.1)],
      [at(-0.3, 0.2), at(-0.2, -0.1)],
      [at(0.3, 0.2), at(0.2, -0.1)],
      [at(0.3, 0.2), at(0.4, -0.1)],
      [at(-0.42, -0.1), at(-0.18, -0.1)],
      [at(0.18, -0.1), at(0.42, -0.1)],
      [at(-0.16, -0.3), at(0.16, -0.3)],
    ],
    1.2,
  );
}

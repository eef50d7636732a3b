import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief, corners } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { archOn } from "./hall.ts";
import { softLight } from "./light.ts";
import { drawPassage } from "./passage.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, type Plane, plane, right, type Scene, up } from "./scene.ts";
import { masonry } from "./textures.ts";
import { torch } from "./torch.ts";
import type { Stations } from "./view.ts";

export const vaultStations: Stations = {
  wide: { z: 0, eye: 1.6, x: 0.3, yaw: 3 },
  near: { z: 1 },
  swing: 6,
  horizon: 0.56,
  walk: 6.5,
  ceiling: 2.9,
};

const half = 2.5;
const high = 3.3;

const walled = /dungeon|\bcells?\b|cellar|vaults?\b|crypt|catacomb|tomb|oubliette|地下(?!鉄)|牢/iu;

/** Walled rooms without daylight: a dungeon, a cell under the ground, a crypt or a cellar. */
export const isVault = ({ kind, name }: PlaceSheet): boolean =>
  (kind === "prison" || kind === "underground" || kind === "cave") && walled.test(name);

/** A vault of stone in the dark: ribs from wall to wall, one barred opening with its shaft of light, by night a torch; chains and straw. */
export function drawVault(sheet: PlaceSheet, scene: Scene): void {
  const { canvas, camera, light } = scene;
  const night = light.time === "night";
  const random = randomFrom(`${sheet.seed} vault`);
  const depths = [1.3, 2.3, 3.6, 5.2, 7.2];
  drawPassage(scene, {
    seed: sheet.seed,
    half,
    high,
    round: false,
    bend: 0,
    rough: 0.004,
    near: 1,
    cuts: depths.map((depth, i) => [depth, 0.97 - i * (night ? 0.05 : 0.08)] as const),
  });
  const end = camera.z + (depths.at(-1) ?? 0);
  const floor = plane(p3(-half, 0.002, camera.z + 0.3), right, away);
  const run = end - camera.z - 0.3;
  scene.quad(floor, 0, 0, 2 * half, run, canvas.dots((night ? 0.9 : 0.8) * (1 - 0.5 * light.soft)), 0.8);
  paving(scene, floor, run, random);
  const wall = plane(p3(-half, 0, end), right, up);
  masonry(scene, wall, 2 * half, high * 0.6, 0.36, 1.2, random);
  opening(scene, wall, end, night);
  const side = sheet.seed % 2 ? 1 : -1;
  scene.later(p3(side * 2, 0, end - 1.6), () => straw(scene, p3(side * 1.5, 0, end - 1.6), random));
  scene.flush();
  chains(scene, plane(p3(-side * (half - 0.3), 0, end - 3), away, up));
  torch(scene, p3(side * (half - 0.45), 1.75, end - 2.4));
}

/** Flagstones: pale joints on the dark floor. */
function paving(scene: Scene, floor: Plane, run: number, random: Random): void {
  const lines: (readonly [Point3, Point3])[] = [];
  for (let b = 0.9; b < run; b += 0.9) {
    lines.push([floor.at(0.2, b), floor.at(2 * half - 0.2, b)]);
    for (let a = random.between(0.3, 0.9); a < 2 * half; a += random.between(0.8, 1.2))
      lines.push([floor.at(a, b - 0.9), floor.at(a, b)]);
  }
  scene.strokes(lines, 0.5, "#fff");
}

/** A barred opening high in the end wall; by day a shaft falls from it to the floor. */
function opening(scene: Scene, wall: Plane, end: number, night: boolean): void {
  const { canvas } = scene;
  scene.poly(archOn(wall, half - 0.62, 1.72, 1.24, 0.94, false), canvas.dots(0.55), 1.1);
  scene.poly(archOn(wall, half - 0.48, 1.8, 0.96, 0.74, false), night ? "#000" : "#fff", 1.2, night ? "#fff" : "#000");
  scene.rules(
    [-0.3, -0.1, 0.1, 0.3].map((a) => [wall.at(half + a, 1.8), wall.at(half + a, 2.46)] as const),
    2.6,
    night ? "#fff" : "#000",
  );
  // Over the dark screen behind people a shaft would be a grey slab.
  if (night || scene.stands.length > 0) return;
  const [x0, x1, z0, z1] = [-1.5, 0.6, end - 4.4, end - 2.2];
  softLight(
    canvas,
    scene.path([
      p3(-0.44, 1.85, end),
      p3(-0.44, 2.5, end),
      p3(0.44, 2.5, end),
      p3(x1, 0, z1),
      p3(x1, 0, z0),
      p3(x0, 0, z0),
    ]),
    0.3,
  );
  softLight(canvas, scene.path([p3(x0, 0, z0), p3(x1, 0, z0), p3(x1, 0, z1), p3(x0 + 0.5, 0, z1)]), 0.6);
}

/** Two chains that hang from rings, each with an iron for a wrist. */
function chains(scene: Scene, wall: Plane): void {
  const { canvas } = scene;
  if (scene.light.soft > 0.5) return;
  for (const a of [0.2, 1]) {
    let path = "";
    for (let i = 0; i < 8; i++) {
      const at = wall.at(a + 0.05 * steady.sin(i * 0.8), 1.9 - i * 0.13);
      const c = scene.page(at);
      const s = scene.scaleAt(at);
      if (!c || s > 150) continue;
      const [rx, ry] = [s * (i === 7 ? 0.1 : i % 2 ? 0.022 : 0.042), s * (i === 7 ? 0.08 : 0.08)];
      path += `M${brief(c.x - rx)} ${brief(c.y)}a${brief(rx)} ${brief(ry)} 0 1 0 ${brief(2 * rx)} 0a${brief(rx)} ${brief(ry)} 0 1 0 ${brief(-2 * rx)} 0Z`;
    }
    if (path === "") continue;
    canvas.line(path, 4.4, "#000");
    canvas.line(path, 2, "#fff");
  }
}

/** A heap of straw to lie on. */
function straw(scene: Scene, at: Point3, random: Random): void {
  const { canvas } = scene;
  const foot = scene.page(at);
  const s = scene.scaleAt(at);
  if (!foot || s > 260) return;
  const mound = [-1, -0.6, 0, 0.5, 1].map((u) => ({
    x: foot.x + u * s * 0.9,
    y: foot.y - 0.24 * (1 - u * u) * s,
  }));
  canvas.shape(corners(mound), canvas.dots(0.3), 1.6, "#000");
  let stalks = "";
  for (let i = 0; i < 30; i++) {
    const [u, v] = [random.between(-0.95, 0.9), random.between(0, 0.2)];
    const from = { x: foot.x + u * s * 0.9, y: foot.y - v * s * (1 - Math.abs(u)) };
    stalks += penStroke(
      [from, { x: from.x + random.between(-0.3, 0.3) * s, y: from.y - random.between(-0.06, 0.1) * s }],
      1.4,
    );
  }
  canvas.fill(stalks, "#000");
}

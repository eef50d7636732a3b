import { type PlaceSheet } from "../artist.ts";
import { circlePath } from "../tone.ts";
import { house } from "./buildings.ts";
import { crowd } from "./crowd.ts";
import { cylinder, wood } from "./furniture.ts";
import { openCountry } from "./open-country.ts";
import { type Point3 } from "./perspective.ts";
import { type Scene, away, p3, plane, right, up } from "./scene.ts";
import { grid } from "./textures.ts";
import { type Stations } from "./view.ts";

export const platformStations: Stations = {
  wide: { z: -2, eye: 2, x: -0.4, yaw: 3 },
  near: { z: 0.5 },
  swing: 12,
  horizon: 0.46,
  walk: 12,
  across: [-2.6, 0.6],
  floor: 0.9,
};

/** A railway platform: its edge and the rails, a roof on posts, a clock, benches, lamps, a train that stands or comes. */
export function drawPlatform(sheet: PlaceSheet, scene: Scene): void {
  openCountry(scene, sheet);
  const { light, canvas } = scene;
  const h = 0.9;
  // Who stands at the far end of a wide picture still stands on the platform: it is as wide as they need.
  const out = Math.max(0, ...scene.stands.map(({ x }) => x - 0.1));
  scene.quad(plane(p3(out + 1.5, 0.001, -8), right, away), 0, 0, 4, 130, light.level(1.6), 0.8);
  scene.rules(
    Array.from({ length: 46 }, (_, i) => [p3(out + 1.9, 0, i * 0.9 - 2), p3(out + 4.6, 0, i * 0.9 - 2)] as const),
    1.6,
  );
  for (const x of [out + 2.4, out + 4]) scene.rules([[p3(x, 0.12, -8), p3(x, 0.12, 120)]], 2.4);
  scene.flush();
  const coming = sheet.seed % 2 === 0;
  engine(scene, p3(out, 0, coming ? 24 : 4.5), coming);
  scene.quad(plane(p3(-8, h, -8), right, away), 0, 0, out + 9.4, 50, light.level(0.4), 1);
  const edge = out + 1.4;
  scene.poly([p3(edge, 0, -8), p3(edge, h, -8), p3(edge, h, 42), p3(edge, 0, 42)], light.level(5), 1);
  scene.quad(
    plane(p3(out + 0.75, h + 0.001, -8), right, away),
    0,
    0,
    0.16,
    50,
    light.dark ? "#fff" : light.level(3),
    0.4,
  );
  grid(scene, plane(p3(-8, h, -1), right, away), out + 9.4, 30, 10, 28, 0.35);
  scene.later(
    p3(-5, 0, 9),
    () =>
      house(scene, {
        x: -10,
        z: 3,
        width: 6,
        depth: 16,
        height: h + 3.2,
        roof: 2.2,
        ridge: "z",
        floors: 1,
        manner: sheet.manner,
        seed: sheet.seed,
        level: 0.6,
        sign: true,
      }),
    1e9,
  );
  for (const z of [14, 10.5, 7, 3.5])
    scene.later(
      p3(-3.2, 0, z),
      () => {
        cylinder(scene, p3(-3.2, h, z), 0.1, 3, 0, { body: light.level(4), top: light.level(4), hoops: 0 });
        for (const s of [-1, 1]) scene.rules([[p3(-3.2, h + 2.3, z), p3(-3.2 + s * 0.8, h + 3, z)]], 2.2);
      },
      0.01,
    );
  scene.later(p3(-2.6, 0, 6), () => {
    scene.box(p3(-2.9, h, 5.4), 0.5, 0.42, 1.8, wood(scene, 3));
    scene.box(p3(-2.98, h + 0.4, 5.4), 0.08, 0.6, 1.8, wood(scene, 3));
  });
  sign(scene, p3(-1.4, h, 12));
  // Some before the sign and some beside it: behind it they would be heads without bodies.
  crowd(scene, sheet.manner, sheet.seed, { count: 4, across: [-2.4, 0.2], deep: [8, 11.6], floor: h });
  crowd(scene, sheet.manner, sheet.seed + 1, { count: 3, across: [0, 0.8], deep: [12.5, 22], floor: h });
  scene.flush();
  const roof = [p3(-5.6, h + 3.5, -6), p3(-0.6, h + 3, -6), p3(-0.6, h + 3, 17), p3(-5.6, h + 3.5, 17)];
  scene.poly(roof, light.level(light.dark ? 4 : 4.6), 1.2);
  scene.poly(
    [p3(-0.6, h + 3, -6), p3(-0.6, h + 3, 17), p3(-0.6, h + 2.7, 17), p3(-0.6, h + 2.7, -6)],
    light.level(1),
    1,
  );
  const clockAt = p3(-1.4, h + 2.3, 6);
  const c = scene.page(clockAt);
  const s = scene.scaleAt(clockAt);
  // By night its white face under the roof would be a second moon.
  if (c && s < 190 && !light.dark) {
    canvas.line(`M${c.x.toFixed(1)} ${(c.y - s * 0.65).toFixed(1)}V${c.y.toFixed(1)}`, 2.4, light.ink);
    canvas.shape(circlePath(c.x, c.y, s * 0.27), "#fff", 2.4, "#000");
    canvas.line(
      `M${c.x.toFixed(1)} ${(c.y - s * 0.18).toFixed(1)}V${c.y.toFixed(1)}L${(c.x + s * 0.12).toFixed(1)} ${(c.y + s * 0.08).toFixed(1)}`,
      2,
      "#000",
    );
  }
}

function sign(scene: Scene, foot: Point3): void {
  scene.later(foot, () => {
    for (const dx of [-0.8, 0.8]) scene.box(p3(foot.x + dx, foot.y, foot.z), 0.08, 1.9, 0.08, wood(scene, 5), 0.8);
    const board = plane(p3(foot.x - 0.95, foot.y + 1.2, foot.z - 0.02), right, up);
    scene.quad(board, 0, 0, 1.9, 0.6, "#fff", 1.2, "#000");
    scene.strokes(
      [0.3, 0.6, 0.9, 1.2, 1.5].map((a) => [board.at(a, 0.15), board.at(a + 0.14, 0.45)] as const),
      2,
      "#000",
    );
  });
}

/** The near end of a train beside the platform, in perspective: carriages that stand, or an engine that comes on. */
function engine(scene: Scene, { x, z }: Point3, front: boolean): void {
  const { light, canvas } = scene;
  const dark = light.dark ? "#000" : light.level(5.4);
  if (!front) {
    for (let i = 3; i >= 0; i--) {
      const from = z + i * 9.4;
      scene.box(p3(x + 2, 0.7, from), 2.5, 2.7, 9, {
        front: light.level(4),
        side: light.level(3),
        top: light.level(2),
      });
      const wall = plane(p3(x + 2, 0.7, from), away, up);
      for (let a = 0.5; a < 8.4; a += 1.4)
        scene.quad(wall, a, 1.1, 0.95, 0.95, "#fff", 1, light.dark ? "#000" : light.ink);
      scene.quad(wall, 0, 0.85, 9, 0.08, light.level(0), 0.6);
      scene.box(p3(x + 1.9, 3.4, from), 2.7, 0.25, 9, { front: dark, side: dark, top: light.level(4) });
    }
    return;
  }
  scene.box(p3(x + 2, 0.7, z + 6), 2.5, 2.7, 30, { front: light.level(4), side: light.level(4), top: light.level(3) });
  const face = scene.page(p3(x + 3.2, 1.9, z));
  const s = scene.scaleAt(p3(x + 3.2, 1.9, z));
  if (!face) return;
  // Behind a face round puffs would be balls in the air.
  if (scene.stands.length === 0) steam(scene, z);
  scene.box(p3(x + 2.9, 3.1, z + 0.6), 0.6, 1, 0.6, { front: dark, side: dark, top: dark });
  scene.box(p3(x + 2.1, 0.3, z - 0.2), 2.2, 0.5, 0.5, { front: dark, side: dark, top: dark });
  canvas.shape(circlePath(face.x, face.y, s * 1.15), dark, 2.2, light.ink);
  canvas.line(circlePath(face.x, face.y, s * 0.85), 1.6, "#fff");
  if (light.dark) canvas.glow({ x: face.x, y: face.y - s * 1.3 }, [s * 0.2, s * 2], [0.9, 0], "white");
  canvas.shape(circlePath(face.x, face.y - s * 1.3, s * 0.28), "#fff", 2, "#000");
}

/** Steam over an engine: one cloud of many puffs, with one outline round all of them. */
function steam(scene: Scene, z: number): void {
  const { light, canvas } = scene;
  const s = scene.scaleAt(p3(3.2, 1.9, z));
  let path = "";
  for (const [dx, y, r] of [
    [0.4, 5, 0.9],
    [0.9, 5.8, 1.3],
    [0.3, 6.8, 1.6],
    [1.4, 7.4, 1.7],
    [0.8, 8.5, 2],
    [2.2, 9, 1.9],
  ] as const) {
    const p = scene.page(p3(3.2 + dx, y, z + 2));
    if (p) path += circlePath(p.x, p.y, s * r * 0.8);
  }
  if (!path) return;
  canvas.shape(path, light.ink, 3.2, light.ink);
  canvas.solid(path, light.dark ? canvas.dots(0.6) : "#fff");
}

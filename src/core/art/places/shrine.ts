import { type PlaceSheet } from "../artist.ts";
import { column, cylinder } from "./furniture.ts";
import { stoneLantern } from "./garden.ts";
import { openCountry } from "./open-country.ts";
import { fence, meadow, treeAt } from "./open-ground.ts";
import { type Scene, away, p3, plane, right, up } from "./scene.ts";
import { grid } from "./textures.ts";
import { type Stations } from "./view.ts";

export const shrineStations: Stations = {
  wide: { z: -3, eye: 1.8, x: 0.8, yaw: 4 },
  near: { z: 1 },
  swing: 16,
  horizon: 0.56,
  walk: 7,
  across: [-1.6, 1.6],
};

/** A shrine or temple: gate, stone way with lanterns, steps, the hall under its great roof; a columned temple in the european manner. */
export function drawShrine(sheet: PlaceSheet, scene: Scene): void {
  const random = openCountry(scene, sheet);
  const { light } = scene;
  meadow(scene, random, 1, 10, 18, 5);
  const way = plane(p3(-1.5, 0.001, -6), right, away);
  scene.quad(way, 0, 0, 3, 19, light.dark ? light.level(0) : "#fff", 1);
  grid(scene, way, 3, 19, 3, 20, 0.6);
  if (sheet.manner === "european") columns(scene);
  else {
    scene.later(p3(0, 0, 14), () => hallOfPrayer(scene), 1e9);
    torii(scene, 6.6, 2.3);
    for (const z of [4, 8.4, 10.6]) for (const x of [-2.3, 2.3]) stoneLantern(scene, p3(x, 0, z));
  }
  for (let i = 0; i < 8; i++)
    treeAt(
      scene,
      p3((i % 2 ? 1 : -1) * random.between(5, 11), 0, random.between(7, 20)),
      random.between(6, 10),
      sheet.manner === "european" ? "cypress" : "pine",
      sheet.seed + i,
      i % 3 === 0,
    );
  scene.flush();
}

function torii(scene: Scene, z: number, half: number): void {
  const { light } = scene;
  scene.later(
    p3(0, 0, z),
    () => {
      const dark = { front: light.level(light.dark ? 1 : 4.6), side: light.level(5.6), top: light.level(3) };
      for (const x of [-half, half])
        cylinder(scene, p3(x, 0, z), 0.2, 3.9, 0, { body: dark.front, top: dark.top, hoops: 0 });
      scene.box(p3(-half - 0.5, 3, z - 0.1), half * 2 + 1, 0.24, 0.2, dark);
      const beam = [
        p3(-half - 1.1, 4.25, z - 0.2),
        p3(-half * 0.5, 3.9, z - 0.2),
        p3(half * 0.5, 3.9, z - 0.2),
        p3(half + 1.1, 4.25, z - 0.2),
      ];
      scene.poly([...beam, ...[...beam].reverse().map((p) => ({ ...p, y: p.y + 0.36 }))], dark.front, 1.3);
      scene.box(p3(-0.3, 3.24, z - 0.1), 0.6, 0.68, 0.1, dark);
    },
    0.01,
  );
}

function hallOfPrayer(scene: Scene): void {
  const { light } = scene;
  for (let i = 0; i < 4; i++)
    scene.box(p3(-2.4 + i * 0.1, i * 0.22, 12 + i * 0.4), 4.8 - i * 0.2, 0.22, 1, {
      front: light.level(1),
      side: light.level(3),
      top: light.level(0),
    });
  scene.box(p3(-4, 0.9, 13.6), 8, 2.9, 5, { front: light.level(1), side: light.level(3), top: light.level(2) });
  const front = plane(p3(-4, 0.9, 13.6), right, up);
  scene.quad(front, 2.9, 0, 2.2, 2.3, light.window(true) === "#fff" ? "#fff" : light.level(6), 1);
  for (const a of [0.3, 1.6, 5.3, 6.6]) {
    scene.quad(front, a, 0.4, 1.1, 1.7, light.level(0), 1);
    grid(scene, { at: (u, v) => front.at(a + u, 0.4 + v) }, 1.1, 1.7, 5, 6, 0.6);
  }
  for (const x of [-3.6, -1.3, 1.1, 3.4])
    cylinder(scene, p3(x, 0.9, 12.9), 0.16, 2.9, 0, { body: light.level(2.4), top: light.level(3), hoops: 0 });
  const [low, high, z0] = [3.8, 7, 12];
  scene.poly(
    [
      p3(-5.6, low + 0.5, z0),
      p3(-4.2, low, z0),
      p3(4.2, low, z0),
      p3(5.6, low + 0.5, z0),
      p3(3.6, high, 16),
      p3(-3.6, high, 16),
    ],
    light.weather === "snow" ? "#fff" : light.level(4.6),
    1.4,
  );
  const ribs = [];
  for (let i = 1; i < 22; i++) {
    const t = i / 22;
    ribs.push([
      p3(-5.4 + 10.8 * t, low + (Math.abs(t - 0.5) > 0.38 ? (Math.abs(t - 0.5) - 0.38) * 4 : 0), z0),
      p3(-3.6 + 7.2 * t, high, 16),
    ] as const);
  }
  scene.strokes(ribs, 0.8, light.dark ? "#fff" : "#000");
  scene.box(p3(-3.8, high, 15.8), 7.6, 0.4, 0.5, { front: light.level(5), side: light.level(6), top: light.level(3) });
}

function columns(scene: Scene): void {
  const { light } = scene;
  for (let i = 0; i < 4; i++)
    scene.later(
      p3(0, 0, 12 + i * 0.4),
      () =>
        scene.box(p3(-5 + i * 0.2, i * 0.2, 12 + i * 0.4), 10 - i * 0.4, 0.2, 8, {
          front: light.level(1),
          side: light.level(3),
          top: light.level(0),
        }),
      1e9,
    );
  scene.later(
    p3(0, 0, 14.6),
    () => {
      scene.box(p3(-3.6, 0.8, 15), 7.2, 4, 4, { front: light.level(3), side: light.level(4), top: light.level(2) });
      scene.quad(plane(p3(-0.9, 0.8, 14.98), right, up), 0, 0, 1.8, 3.2, light.dark ? "#000" : light.level(6), 1);
    },
    1e9,
  );
  for (const x of [-3.9, -2.3, -0.8, 0.8, 2.3, 3.9]) column(scene, p3(x, 0, 13.6), 0.32, 4.9);
  scene.later(
    p3(0, 0, 13.2),
    () => {
      scene.box(p3(-4.6, 4.85, 13.1), 9.2, 0.7, 5, {
        front: light.level(1),
        side: light.level(3),
        top: light.level(1),
      });
      scene.poly([p3(-4.8, 5.55, 13), p3(4.8, 5.55, 13), p3(0, 7.4, 13)], light.level(0.6), 1.3);
      scene.poly([p3(-3.4, 5.75, 12.98), p3(3.4, 5.75, 12.98), p3(0, 7.05, 12.98)], light.level(3), 0.9);
    },
    1e9,
  );
  fence(scene, -5, 4, 10);
}

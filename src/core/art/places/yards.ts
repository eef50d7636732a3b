import { type Random } from "../../geometry/random.ts";
import { type PlaceSheet } from "../artist.ts";
import { circlePath } from "../tone.ts";
import { house } from "./buildings.ts";
import { barrel, cylinder, wood } from "./furniture.ts";
import { openCountry } from "./open-country.ts";
import { groundDetail, meadow, treeAt } from "./open-ground.ts";
import { type Point3 } from "./perspective.ts";
import { type Scene, away, p3, plane, right, up } from "./scene.ts";
import { well } from "./street.ts";
import { cobbles, masonry } from "./textures.ts";
import { horseCab } from "./horse-drawn.ts";
import { car, rickshaw } from "./vehicles.ts";
import { type Stations } from "./view.ts";

export const yardStations: Stations = {
  wide: { z: -3, eye: 2, x: 0.8, yaw: 6 },
  near: { z: 0.6 },
  swing: 20,
  horizon: 0.42,
  walk: 4.4,
  across: [-3, 3],
};

export const innStations: Stations = {
  wide: { z: -4.5, eye: 1.8, x: 1.6, yaw: 9 },
  near: { z: 1 },
  swing: 20,
  horizon: 0.56,
  walk: 5,
};

/** A yard behind a house: the well, a wall or fence, firewood, washing on a line. */
export function drawYard(sheet: PlaceSheet, scene: Scene): void {
  const random = openCountry(scene, sheet);
  const { light } = scene;
  const side = sheet.seed % 2 ? 1 : -1;
  const manner = sheet.manner === "modern" ? "european" : sheet.manner;
  groundDetail(scene, random, 4);
  scene.later(
    p3(side * 4, 0, 7),
    () =>
      house(scene, {
        x: side > 0 ? 1.4 : -8.4,
        z: 6.4,
        width: 7,
        depth: 5,
        height: 2.7,
        roof: 2.3,
        ridge: "x",
        floors: 1,
        manner,
        seed: sheet.seed,
        level: 0.4,
      }),
    1e9,
  );
  if (manner === "japanese") {
    scene.later(
      p3(-side * 5, 0, 8),
      () => {
        scene.box(p3(side > 0 ? -9 : 1.4, 0, 8), 7.8, 1.7, 0.3, {
          front: light.level(0.4),
          side: light.level(3),
          top: light.level(4),
        });
        // Charred boards along its foot, with their joints.
        const boards = plane(p3(side > 0 ? -9 : 1.4, 0, 7.99), right, up);
        scene.quad(boards, 0, 0, 7.8, 0.7, light.level(4), 0.8);
        scene.rules(
          Array.from({ length: 12 }, (_, i) => [boards.at(0.6 * (i + 1), 0), boards.at(0.6 * (i + 1), 0.7)] as const),
          0.5,
        );
        scene.box(p3(side > 0 ? -9.1 : 1.3, 1.7, 7.8), 8, 0.2, 0.7, {
          front: light.level(5),
          side: light.level(5),
          top: light.level(4),
        });
      },
      1e9,
    );
  } else {
    scene.later(
      p3(-side * 5, 0, 8),
      () => {
        scene.box(p3(side > 0 ? -9 : 1.4, 0, 8), 7.8, 1.6, 0.4, {
          front: light.level(1),
          side: light.level(3),
          top: light.level(0),
        });
        masonry(scene, plane(p3(side > 0 ? -9 : 1.4, 0, 8), right, up), 7.8, 1.6, 0.24, 0.8, random);
      },
      1e9,
    );
  }
  well(scene, p3(-side * 1.7, 0, 5.2));
  scene.later(p3(-side * 0.7, 0, 5), () =>
    cylinder(scene, p3(-side * 0.7, 0, 5), 0.18, 0.3, 0.05, { body: light.level(2), top: light.level(5), hoops: 2 }),
  );
  logs(scene, p3(side * 3.4, 0, 5.6));
  // Nobody leaves the washing out at night or in the wet.
  if (manner === "european" && !light.dark && (light.weather === "clear" || light.weather === "wind"))
    washing(scene, side, random);
  barrel(scene, p3(side * 1.9, 0, 5.9), 0.9);
  treeAt(scene, p3(-side * 8, 0, 14), 6.6, manner === "japanese" ? "pine" : "broad", sheet.seed, false);
  meadow(scene, random, 1, 7, 18, 3.4);
  scene.flush();
}

function logs(scene: Scene, at: Point3): void {
  const { light, canvas } = scene;
  scene.later(at, () => {
    for (let row = 0; row < 3; row++)
      for (let i = 0; i < 5 - row; i++) {
        const p = scene.page(p3(at.x - 0.6 + i * 0.26 + row * 0.13, 0.13 + row * 0.22, at.z));
        const s = scene.scaleAt(at);
        if (!p) continue;
        canvas.shape(circlePath(p.x, p.y, s * 0.13), light.level(light.dark ? 0 : 1), Math.max(1.1, s / 50), light.ink);
        canvas.line(circlePath(p.x, p.y, s * 0.06), 1, light.ink);
      }
  });
}

function washing(scene: Scene, side: number, random: Random): void {
  const { light } = scene;
  scene.later(p3(-side * 3.6, 0, 6.4), () => {
    const [a, b] = [p3(-side * 2.6, 2.1, 6.4), p3(-side * 5.6, 2.2, 6.8)];
    for (const p of [a, b]) scene.rules([[{ ...p, y: 0 }, p]], 2.6);
    scene.rules([[a, b]], 1);
    for (let i = 0; i < 4; i++) {
      const t = 0.1 + i * 0.22;
      const w = 0.16;
      const at = (u: number, v: number): Point3 => p3(a.x + (b.x - a.x) * u, a.y - v, a.z + (b.z - a.z) * u);
      const drop = random.between(0.5, 0.8);
      scene.poly(
        [at(t, 0), at(t + w, 0), at(t + w + 0.01, drop), at(t + w * 0.5, drop + 0.05), at(t - 0.01, drop)],
        light.dark ? light.level(0) : light.level(i % 2 ? 1.4 : 0),
        1,
      );
    }
  });
}

/** The front of an inn: a house with its sign and lantern at the road, a bench, lit windows, a carriage that waits. */
export function drawInn(sheet: PlaceSheet, scene: Scene): void {
  const random = openCountry(scene, sheet);
  const { light, canvas } = scene;
  const japanese = sheet.manner === "japanese";
  scene.quad(plane(p3(-80, 0.001, 0.5), right, away), 0, 0, 160, 5, light.dark ? light.level(0) : "#fff", 0.7);
  if (sheet.manner === "european") cobbles(scene, plane(p3(-5, 0, 0.4), right, away), 10, 5, random);
  scene.later(
    p3(0, 0, 9),
    () => {
      house(scene, {
        x: -4.6,
        z: 7.4,
        width: 9.2,
        depth: 6,
        height: japanese ? 5.4 : 6.2,
        roof: sheet.manner === "modern" ? 0 : 2.8,
        ridge: "x",
        floors: 2,
        manner: sheet.manner,
        seed: sheet.seed * 3,
        level: japanese ? 0.4 : 0,
        sign: true,
      });
      const door = plane(p3(-0.9, 0, 7.38), right, up);
      scene.quad(door, -0.15, 0, 2.1, 2.4, light.level(1), 1.1);
      scene.quad(door, 0, 0, 1.8, 2.25, light.dark ? "#fff" : light.level(6), 1, light.dark ? "#000" : light.ink);
      if (japanese)
        for (let i = 0; i < 4; i++)
          scene.quad(door, i * 0.46, 1.3, 0.42, 0.95, light.level(light.dark ? 4 : 5), 1, "#fff");
      else scene.rules([[door.at(0.9, 0), door.at(0.9, 2.25)]], 1.4, "#fff");
      scene.box(p3(-1.4, 2.5, 6.9), 2.8, 0.14, 0.6, {
        front: light.level(3),
        side: light.level(4),
        top: light.level(1),
      });
      scene.quad(plane(p3(-1.5, 2.75, 7.3), right, up), 0, 0, 3, 0.6, light.level(japanese ? 5 : 0), 1.2, light.ink);
      const marks = [];
      for (let a = 0.3; a < 2.7; a += japanese ? 0.6 : 0.2)
        marks.push(
          [p3(-1.5 + a, 2.88, 7.29), p3(-1.5 + a + 0.08, 3.2, 7.29)] as const,
          [p3(-1.6 + a, 3.06, 7.29), p3(-1.5 + a + 0.12, 3.02, 7.29)] as const,
        );
      scene.strokes(marks, 2.2, japanese ? "#fff" : light.ink);
    },
    1e9,
  );
  for (const x of [-1.6, 1.6]) {
    const at = p3(x, 2.1, 6.8);
    scene.later(
      { ...at, y: 0 },
      () => {
        const p = scene.page(at);
        const s = scene.scaleAt(at);
        if (!p) return;
        if (light.dark) canvas.glow(p, [s * 0.2, s * 1.1], [0.75, 0], "white");
        canvas.shape(circlePath(p.x, p.y, s * 0.2), "#fff", Math.max(1.2, s / 40), "#000");
        canvas.fill(
          circlePath(p.x, p.y - s * 0.2, s * 0.07) + circlePath(p.x, p.y + s * 0.2, s * 0.07),
          light.dark ? "#fff" : "#000",
        );
      },
      0.01,
    );
  }
  scene.later(p3(2.8, 0, 6.7), () => {
    for (const x of [2.1, 3.5]) scene.box(p3(x, 0, 6.6), 0.12, 0.42, 0.4, wood(scene, 4), 0.8);
    scene.box(p3(2, 0.42, 6.5), 1.8, 0.08, 0.5, wood(scene, 2));
  });
  barrel(scene, p3(-3.2, 0, 6.8));
  const waiting = p3(japanese ? -5.8 : 6.2, 0, 6);
  if (scene.hasRoomFor(waiting, japanese ? 1.5 : 3, 2.2)) {
    if (japanese) rickshaw(scene, waiting, 1);
    else if (sheet.manner === "modern") car(scene, waiting, 1);
    else horseCab(scene, waiting, 1);
  }
  for (let i = 0; i < 4; i++)
    treeAt(
      scene,
      p3((i % 2 ? 1 : -1) * random.between(7, 12), 0, random.between(9, 15)),
      random.between(6, 8),
      japanese ? "pine" : "broad",
      sheet.seed + i,
      i % 2 === 0,
    );
  scene.flush();
}

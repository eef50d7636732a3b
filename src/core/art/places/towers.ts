import { randomFrom } from "../../geometry/random.ts";
import { clipToRect } from "../../geometry/clip-polygon.ts";
import type { PlaceSheet } from "../artist.ts";
import { corners } from "../canvas.ts";
import { approach, cone, flaredRoof, roundTower, slit, surroundings } from "./castle.ts";
import { boulder } from "./cave.ts";
import { cylinder } from "./furniture.ts";
import { archOn } from "./hall.ts";
import { meadow } from "./open-ground.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene, up } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { masonry } from "./textures.ts";
import type { Stations } from "./view.ts";
import { waterSurface } from "./water.ts";

export const towerStations: Stations = { wide: { z: -4, eye: 2.6 }, near: { z: 2 }, swing: 18, horizon: 0.76, walk: 7 };

/** A tower: of old stone, or a lighthouse on its rock with its beams at night; in the japanese manner a pagoda on a hill. */
export function drawTower(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas, camera } = scene;
  if (sheet.manner === "japanese") {
    approach(sheet, scene, false);
    scene.later(p3(0, 0, 12), () => {
      for (let i = 0; i < 5; i++) {
        const w = 4.4 - i * 0.62;
        const y = 0.4 + i * 2.2;
        scene.box(p3(-w / 2, y, 12 - w / 2), w, 1.6, w, {
          front: light.dark ? light.level(1) : light.level(0.4),
          side: light.level(3.4),
          top: light.level(3),
        });
        const wall = plane(p3(-w / 2, y, 12 - w / 2), right, up);
        for (const t of [0, 0.3, 0.62, 0.94]) scene.quad(wall, t * w, 0, 0.2, 1.6, light.level(4.4), 0.8);
        scene.quad(wall, w * 0.4, 0.1, w * 0.2, 1.2, light.window(i === 0), 0.9);
        flaredRoof(scene, -w / 2, y + 1.5, 12 - w / 2, w, w, 0.8, 1.2);
      }
      scene.line([p3(0, 11.6, 12), p3(0, 15, 12)], 3);
      for (const y of [12.4, 12.9, 13.4, 13.9]) scene.line([p3(-0.3, y, 12), p3(0.3, y, 12)], 2);
    });
    surroundings(sheet, scene);
    return;
  }
  if (!/lighthouse|beacon|燈台|灯台/iu.test(sheet.name)) {
    approach(sheet, scene, true);
    oldTower(sheet, scene);
    surroundings(sheet, scene);
    return;
  }
  drawSky(canvas, light, camera.horizon, sheet.seed);
  waterSurface(scene, sheet.seed, 0);
  scene.quad(plane(p3(-14, 0, -6), right, away), 0, 0, 28, 14, light.level(0.4), 1);
  const random = randomFrom(`${sheet.seed} rocks`);
  lighthouse(scene, p3(-1, 0, 11));
  for (let i = 0; i < 16; i++) {
    const at = p3(random.between(-8, 8), -0.2, random.between(7.4, 9.6));
    const own = randomFrom(`${sheet.seed} rock ${i}`);
    const size = random.between(0.6, 1.5);
    scene.later(at, () => {
      const foot = scene.page(at);
      if (foot) boulder(scene, foot, scene.scaleAt(at) * size, own);
    });
  }
  meadow(scene, random, -1, 6, 24, 4);
  scene.flush();
}

/** An old round tower of stone with what is left of its wall. */
function oldTower(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  roundTower(scene, p3(0, 0, 15), 2.6, 13, 0, sheet.seed);
  scene.later(p3(0, 0, 12.3), () => {
    const door = plane(p3(-0.7, 0, 12.35), right, up);
    scene.poly(archOn(door, -0.2, 0, 1.8, 2.9, false), light.level(0.6), 1.1);
    scene.poly(archOn(door, 0.1, 0, 1.2, 2.5, false), light.dark ? "#000" : light.level(6), 1);
  });
  for (const [x, high] of [
    [2.4, 3.4],
    [5, 2.4],
    [7.6, 1.2],
  ] as const)
    scene.later(p3(x, 0, 15), () => {
      scene.box(p3(x, 0, 15), 2.6, high, 0.8, { front: light.level(0.8), side: light.level(3), top: light.level(0) });
      masonry(scene, plane(p3(x, 0, 15), right, up), 2.6, high, 0.5, 1, randomFrom(`${sheet.seed} wall ${x}`));
    });
}

function lighthouse(scene: Scene, at: Point3): void {
  const { light, canvas } = scene;
  scene.later(at, () => {
    const lamp = scene.page({ ...at, y: 11.2 });
    const s = scene.scaleAt(at);
    if (lamp && light.dark) {
      const far = canvas.bounds.width;
      for (const [dx, dy] of [
        [-1, 0.1],
        [1, -0.12],
      ] as const) {
        const end = { x: lamp.x + dx * far, y: lamp.y + dy * far };
        const beam = [lamp, { x: end.x, y: end.y - far * 0.09 }, { x: end.x, y: end.y + far * 0.09 }];
        canvas.fill(corners(clipToRect(beam, canvas.bounds, 6)), canvas.sparks(0.55));
      }
      canvas.glow(lamp, [s * 0.3, s * 2], [0.95, 0], "white");
    }
    for (let i = 0; i < 5; i++)
      cylinder(scene, { ...at, y: i * 2 }, 1.5 - i * 0.12, 2, -0.03, {
        body: light.level(light.dark ? (i % 2 ? 5 : 2) : i % 2 ? 5.4 : 0),
        top: light.level(0),
        hoops: 0,
      });
    const front = plane(p3(at.x - 0.3, 0, at.z - 1.5), right, up);
    scene.poly(archOn(front, 0, 0, 0.8, 1.8, false), light.dark ? "#000" : light.level(6), 1);
    for (const y of [4.4, 8.4]) slit(scene, front, 0.1, y, true);
    cylinder(scene, { ...at, y: 10 }, 1.35, 0.3, 0, { body: light.level(4), top: light.level(2), hoops: 0 });
    cylinder(scene, { ...at, y: 10.3 }, 0.8, 1.5, 0, { body: "#fff", top: "#fff", hoops: 0 });
    const rails = [];
    for (let k = -4; k <= 4; k++)
      rails.push([p3(at.x + k * 0.3, 10.3, at.z - 1), p3(at.x + k * 0.3, 11, at.z - 1)] as const);
    rails.push([p3(at.x - 1.3, 11, at.z - 1), p3(at.x + 1.3, 11, at.z - 1)] as const);
    scene.rules(rails, 0.8);
    cone(scene, { ...at, y: 11.8 }, 1.05, 1.3);
  });
}

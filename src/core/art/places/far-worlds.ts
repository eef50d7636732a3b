import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { circlePath } from "../tone.ts";
import { boulder } from "./cave.ts";
import { archOn } from "./hall.ts";
import { groundDetail } from "./open-ground.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene, up } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { clearDisc } from "./sky-disc.ts";
import { masonry } from "./textures.ts";
import type { Stations } from "./view.ts";

export const farPlainStations: Stations = {
  wide: { z: 0, eye: 2.6 },
  near: { z: 1 },
  swing: 16,
  horizon: 0.5,
  walk: 14,
};
export const farCityStations: Stations = {
  wide: { z: -3, eye: 1.8, x: 0.9, yaw: 6 },
  near: { z: 1 },
  swing: 12,
  horizon: 0.56,
  walk: 12,
};

/** The sky over a place of its world. */
export function worldSky(scene: Scene, { seed, world }: PlaceSheet): void {
  if (world === "planet") farSky(scene, seed);
  else drawSky(scene.canvas, scene.light, scene.camera.horizon, seed);
}

/** The thin sky of another world: no clouds and no birds, a deep tone above and two moons, the nearer one cut by its shadow. */
function farSky(scene: Scene, seed: number): void {
  const { canvas, light, camera } = scene;
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} far sky`);
  const deep = Math.max(20, camera.horizon - y);
  canvas.flood(light.dark ? "#000" : "#fff");
  const sky = { x: x - 2, y: y - 2, width: width + 4, height: deep + 4 };
  if (light.dark) canvas.gradient(sky, 0, 0.34, { ink: "white" });
  else canvas.gradient(sky, light.time === "day" ? 0.56 : 0.74, 0.06, { ink: "black" });
  if (light.dark) {
    let path = "";
    for (let i = 0; i < 60; i++)
      path += circlePath(x + random() * width, y + random() * deep * 0.8, random() ** 3 * 2 + 0.7);
    canvas.solid(path, "#fff");
  }
  const r = Math.min(width, height) * 0.085;
  const side = seed % 2 ? 0.26 : 0.72;
  for (const [across, down, radius] of [
    [side, 0.34, r],
    [side + (side > 0.5 ? -0.2 : 0.2), 0.2, r * 0.42],
  ] as const) {
    const seen = clearDisc({ x: x + width * across, y: y + deep * down, radius }, sky, light.taken);
    if (seen) moon(scene, seen.x, seen.y, radius);
  }
}

function moon({ canvas, light }: Scene, x: number, y: number, r: number): void {
  canvas.shape(circlePath(x, y, r), "#fff", 1.2, light.dark ? "#fff" : "#000");
  const f = (n: number): string => n.toFixed(1);
  canvas.fill(
    `M${f(x)} ${f(y - r)}A${f(r)} ${f(r)} 0 0 1 ${f(x)} ${f(y + r)}A${f(r * 1.5)} ${f(r * 1.5)} 0 0 0 ${f(x)} ${f(y - r)}Z`,
    light.dark ? "#000" : canvas.dots(0.3),
  );
}

/** The plain of another world: ground of moss without a tree, rocks, and far off the towers of a city. */
export function drawFarPlain(sheet: PlaceSheet, scene: Scene): void {
  const { canvas, light, camera } = scene;
  const random = randomFrom(`${sheet.seed} far plain`);
  farSky(scene, sheet.seed);
  skyline(scene, random);
  scene.quad(plane(p3(-160, 0, -4), right, away), 0, 0, 320, 260, light.level(0.8), 0.8);
  moss(scene, random);
  for (let i = 0; i < 6; i++) {
    const at = p3((i % 2 ? 1 : -1) * random.between(2.4, 9), 0, random.between(5, 18));
    scene.later(at, () => {
      const foot = scene.page(at);
      if (foot)
        boulder(scene, foot, scene.scaleAt(at) * random.between(0.4, 1.1), randomFrom(`${sheet.seed} rock ${i}`));
    });
  }
  groundDetail(scene, random, 5);
  scene.flush();
  canvas.line(
    `M${canvas.bounds.x} ${camera.horizon.toFixed(1)}H${canvas.bounds.x + canvas.bounds.width}`,
    1.2,
    light.ink,
  );
}

/** Towers on the horizon: slender, domed or broken off. */
function skyline(scene: Scene, random: Random): void {
  const { canvas, light, camera } = scene;
  const { x, width, height } = canvas.bounds;
  const from = x + width * random.between(0.06, 0.5);
  const f = (n: number): string => n.toFixed(1);
  let path = "";
  for (let i = 0; i < 11; i++) {
    const at = from + (i * width * 0.4) / 11;
    const w = width * random.between(0.008, 0.02);
    const h =
      Math.min(height * 0.22, width * 0.12) *
      (0.4 + 0.5 * steady.sin(((i + 0.5) / 11) * Math.PI)) *
      random.between(0.4, 1.3);
    const [left, low, top] = [at - w, camera.horizon + 1, camera.horizon - h];
    path +=
      i % 3 === 0
        ? `M${f(left)} ${f(low)}V${f(top)}L${f(at - w * 0.2)} ${f(top + w)}L${f(at + w * 0.5)} ${f(top - w * 0.5)}L${f(at + w)} ${f(top + w * 1.4)}V${f(low)}Z`
        : `M${f(left)} ${f(low)}V${f(top)}A${f(w)} ${f(w * 1.3)} 0 0 1 ${f(at + w)} ${f(top)}V${f(low)}Z`;
  }
  canvas.shape(path, light.dark ? "#000" : canvas.dots(0.4), 1.1, light.ink);
}

/** Tussocks of moss: low arcs, thick near and gone far off. */
function moss(scene: Scene, random: Random): void {
  const { canvas, light } = scene;
  let path = "";
  for (let i = 0; i < 90; i++) {
    const at = p3(random.between(-14, 14), 0, random.between(1.5, 22));
    const p = scene.page(at);
    const s = scene.scaleAt(at) * random.between(0.12, 0.3);
    if (!p || s < 2 || s > 70) continue;
    path += `M${(p.x - s).toFixed(1)} ${p.y.toFixed(1)}q${(s * 0.5).toFixed(1)} ${(-s * 0.5).toFixed(1)} ${s.toFixed(1)} ${(-s * 0.08).toFixed(1)}q${(s * 0.5).toFixed(1)} ${(-s * 0.4).toFixed(1)} ${s.toFixed(1)} ${(s * 0.1).toFixed(1)}`;
  }
  canvas.line(path, 1.2, light.ink);
}

/** A city of another world or of old times: a paved way between tall houses of stone with arched openings, a tower at its end. */
export function drawStoneCity(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const random = randomFrom(`${sheet.seed} stone city`);
  worldSky(scene, sheet);
  scene.quad(plane(p3(-80, 0, -8), right, away), 0, 0, 160, 160, light.level(0.3), 0.7);
  flagstones(scene, random);
  scene.later(p3(0, 0, 46), () => tower(scene, p3(0, 0, 46), sheet.seed));
  for (const side of [-1, 1])
    for (let i = 0; i < 5; i++) {
      const z = 3 + i * 7.5 + (side > 0 ? 1.4 : 0);
      const high = random.between(5.5, 10);
      scene.later(
        p3(side * 6.5, 0, z + 3),
        () => palace(scene, side, z, high, sheet.world === "planet" && i % 2 === 1),
        6,
      );
    }
  scene.flush();
}

/** A house of stone beside the way: `broken` has lost a corner of its top. */
function palace(scene: Scene, side: number, z: number, high: number, broken: boolean): void {
  const { light } = scene;
  const [x0, wide, long] = [side > 0 ? 4.6 : -11.6, 7, 6.2];
  scene.box(p3(x0, 0, z), wide, high, long, {
    front: light.level(1),
    side: light.level(side > 0 ? 2.2 : 0.4),
    top: light.level(1),
  });
  const face = plane(p3(side * 4.6, 0, z), away, up);
  const front = plane(p3(x0, 0, z), right, up);
  masonry(scene, face, long, high, 0.6, 0.4, randomFrom(`${z} ${side}`));
  masonry(scene, front, wide, high, 0.6, 0.4, randomFrom(`${z} front ${side}`));
  const dark = light.dark ? "#000" : light.level(5.4);
  for (const a of [0.7, 2.6, 4.5]) {
    if (scene.faces(face.at(0, 0), p3(-side, 0, 0))) {
      scene.poly(archOn(face, a, a === 2.6 ? 0 : 0.9, 1.1, a === 2.6 ? 3 : 2, false), dark, 1);
      for (let b = 4; b < high - 1.6; b += 2.4) scene.poly(archOn(face, a + 0.2, b, 0.7, 1.3, false), dark, 0.9);
    }
    for (let b = 3.4; b < high - 1.6; b += 2.4) scene.poly(archOn(front, a + 0.4, b, 0.7, 1.3, false), dark, 0.9);
  }
  scene.box(p3(x0 - 0.15, high, z - 0.15), wide + 0.3, 0.4, long + 0.3, {
    front: light.level(0.4),
    side: light.level(2),
    top: light.level(1),
  });
  if (!broken) return;
  for (const [u, h] of [
    [0.4, 1.6],
    [1.6, 0.8],
    [3.4, 1.2],
  ] as const)
    scene.box(p3(side > 0 ? 4.6 : -5.4, high + 0.4, z + u), 0.8, h, 1, {
      front: light.level(1),
      side: light.level(2.6),
      top: light.level(0.4),
    });
}

function tower(scene: Scene, at: Point3, seed: number): void {
  const { light } = scene;
  let [y, half] = [0, 3.4];
  for (const high of [9, 7, 6]) {
    scene.box(p3(at.x - half, y, at.z - half), 2 * half, high, 2 * half, {
      front: light.level(1),
      side: light.level(3),
      top: light.level(0.4),
    });
    const front = plane(p3(at.x - half, y, at.z - half), right, up);
    masonry(scene, front, 2 * half, high, 0.8, 0.5, randomFrom(`${seed} tower ${y}`));
    scene.poly(
      archOn(front, half - 0.8, y === 0 ? 0 : 1.4, 1.6, 3.4, false),
      light.dark ? "#000" : light.level(5.4),
      1,
    );
    [y, half] = [y + high, half * 0.7];
  }
}

function flagstones(scene: Scene, random: Random): void {
  const lines: (readonly [Point3, Point3])[] = [];
  for (let z = -2; z < 40; z += 1.4 + z * 0.03) {
    lines.push([p3(-4.4, 0, z), p3(4.4, 0, z)]);
    for (let x = -4.2 + random() * 1.4; x < 4.4; x += random.between(1.2, 2.2))
      if (z < 20) lines.push([p3(x, 0, z), p3(x, 0, z + 1.4 + z * 0.03)]);
  }
  scene.strokes(lines, 0.5);
}

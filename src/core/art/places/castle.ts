import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { circlePath } from "../tone.ts";
import { cylinder } from "./furniture.ts";
import { stoneLantern } from "./garden.ts";
import { archOn } from "./hall.ts";
import { range } from "./mountain-range.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, type Plane, plane, right, type Scene, up } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { masonry } from "./textures.ts";
import type { Stations } from "./view.ts";
import { hills } from "./hills.ts";
import { groundDetail, lane, meadow, treeAt } from "./open-ground.ts";

export const castleStations: Stations = {
  wide: { z: -8, eye: 4, x: 5, yaw: -12 },
  near: { z: 4 },
  swing: 20,
  horizon: 0.68,
  walk: 7,
};
export const gateStations: Stations = {
  wide: { z: -8, eye: 1.7, x: 3.4, yaw: -11 },
  near: { z: 1.5 },
  swing: 20,
  horizon: 0.64,
  walk: 6.5,
};

/** Open ground before a castle, gate or tower, with hills or a range behind. */
export function approach(sheet: PlaceSheet, scene: Scene, mountains: boolean): void {
  const { light, canvas, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  if (mountains)
    range(scene, {
      base: camera.horizon + 3,
      height: canvas.bounds.height * 0.26,
      peaks: 4,
      shift: (camera.yaw / 60) * canvas.bounds.width,
      seed: sheet.seed,
      far: true,
    });
  else hills(scene, randomFrom(`${sheet.seed} hills`));
  scene.quad(plane(p3(-120, 0, -10), right, away), 0, 0, 240, 160, light.level(0.3), 0);
  groundDetail(scene, randomFrom(`${sheet.seed} ground`), 4);
  lane(scene, (z) => steady.sin(z / 5) * 0.7, 1.5, -8, 14);
}

/** Merlons along the top of a wall's front. */
function battlements(scene: Scene, x: number, y: number, z: number, width: number, size: number, level: number): void {
  const { light } = scene;
  for (let u = 0; u < width - size * 0.6; u += size * 1.8)
    scene.box(
      p3(x + u, y, z),
      size,
      size * 1.1,
      size * 0.6,
      { front: light.level(level), side: light.level(level + 2), top: light.level(0) },
      0.9,
    );
}

export function roundTower(scene: Scene, at: Point3, radius: number, height: number, roof: number, seed: number): void {
  scene.canvas.as("house", () => {
    const { light } = scene;
    scene.later(at, () => {
      cylinder(scene, at, radius, height, 0, { body: light.level(0.8), top: light.level(3), hoops: 0 });
      const front = plane(p3(at.x - radius * 0.6, 0, at.z - radius * 0.8), right, up);
      masonry(scene, front, radius * 1.2, height, 0.5, 1.2, randomFrom(seed));
      for (let i = 1; i <= 3; i++) slit(scene, front, radius * 0.6 + (i % 2 ? 0.3 : -0.5), height * 0.24 * i, i === 2);
      if (roof === 0) {
        for (let k = 0; k < 9; k++) {
          const a = Math.PI + (k / 8) * Math.PI;
          scene.box(
            p3(at.x + steady.cos(a) * radius * 1.02 - 0.3, height, at.z + steady.sin(a) * radius - 0.3),
            0.6,
            0.9,
            0.5,
            { front: light.level(0.8), side: light.level(3), top: light.level(0) },
            0.9,
          );
        }
        return;
      }
      cylinder(scene, { ...at, y: height }, radius * 1.18, 0.7, 0, {
        body: light.level(2),
        top: light.level(4),
        hoops: 0,
      });
      cone(scene, { ...at, y: height + 0.7 }, radius * 1.3, roof);
    });
  });
}

export function slit(scene: Scene, on: Plane, a: number, b: number, lit: boolean): void {
  scene.poly(archOn(on, a, b, 0.4, 1.1, false), scene.light.dark ? (lit ? "#fff" : "#000") : scene.light.level(6), 0.7);
}

export function cone(scene: Scene, base: Point3, radius: number, height: number): void {
  scene.canvas.as("roof", () => {
    const { light, canvas } = scene;
    const foot = scene.page(base);
    const tip = scene.page({ ...base, y: base.y + height });
    if (!foot || !tip) return;
    const r = radius * scene.scaleAt(base);
    const sag = r * 0.12;
    const f = (n: number): string => n.toFixed(1);
    const w = scene.weight(foot.depth);
    canvas.shape(
      `M${f(foot.x - r)} ${f(foot.y)}L${f(tip.x)} ${f(tip.y)}L${f(foot.x + r)} ${f(foot.y)}Q${f(foot.x)} ${f(foot.y + sag * 2)} ${f(foot.x - r)} ${f(foot.y)}Z`,
      light.level(4),
      w,
      light.ink,
    );
    canvas.fill(
      `M${f(foot.x + r * 0.2)} ${f(foot.y + sag)}L${f(tip.x)} ${f(tip.y)}L${f(foot.x + r)} ${f(foot.y)}Z`,
      light.dark ? "#000" : light.level(6),
    );
    // One banner is a castle's, five are a toy's.
    if (height < 4) return;
    canvas.line(`M${f(tip.x)} ${f(tip.y)}V${f(tip.y - r * 0.6)}`, w, light.ink);
    canvas.shape(
      `M${f(tip.x)} ${f(tip.y - r * 0.6)}l${f(r * 0.7)} ${f(r * 0.14)}l${f(-r * 0.7)} ${f(r * 0.16)}Z`,
      light.dark ? "#fff" : "#000",
      1,
      light.ink,
    );
  });
}

/** A castle: curtain wall with gatehouse, round towers with pointed roofs, a keep; or a japanese keep of tiered roofs on a stone base. */
export function drawCastle(sheet: PlaceSheet, scene: Scene): void {
  approach(sheet, scene, true);
  const { light } = scene;
  if (sheet.manner === "japanese") keepOfRoofs(sheet, scene);
  else {
    scene.later(p3(0, 0, 30), () => {
      scene.box(p3(-4, 0, 30), 8, 17, 8, { front: light.level(1.4), side: light.level(4), top: light.level(1) });
      masonry(scene, plane(p3(-4, 0, 30), right, up), 8, 17, 0.7, 0.7, randomFrom(sheet.seed));
      battlements(scene, -4.2, 17, 29.8, 8.4, 0.9, 1);
      for (const [a, b] of [
        [2, 12],
        [5.4, 12],
        [2, 8],
        [5.4, 8],
      ] as const)
        slit(scene, plane(p3(-4, 0, 29.95), right, up), a, b, true);
    });
    roundTower(scene, p3(-8, 0, 28), 2.2, 17, 3.6, sheet.seed + 1);
    roundTower(scene, p3(7.4, 0, 32), 2.4, 19, 0, sheet.seed + 2);
    roundTower(scene, p3(2.4, 0, 36), 2, 24, 4.4, sheet.seed + 5);
    scene.later(p3(0, 0, 20), () => {
      scene.box(p3(-16, 0, 20), 32, 7, 1.6, { front: light.level(0.4), side: light.level(3), top: light.level(1) });
      masonry(scene, plane(p3(-16, 0, 20), right, up), 32, 7, 0.55, 0.55, randomFrom(`${sheet.seed} wall`));
      battlements(scene, -16, 7, 19.9, 32, 0.9, 0.4);
    });
    for (const x of [-3, 3]) roundTower(scene, p3(x, 0, 18.6), 1.5, 9.5, 0, sheet.seed + x);
    scene.later(p3(0, 0, 18.4), () => {
      const front = plane(p3(-2, 0, 18.4), right, up);
      scene.quad(front, 0, 0, 4, 8, light.level(1), 1);
      scene.poly(archOn(front, 0.7, 0, 2.6, 4.4, false), light.dark ? "#000" : light.level(6), 1.2);
      const bars = [];
      for (let a = 1; a < 3.2; a += 0.34) bars.push([front.at(a, 1.6), front.at(a, 4)] as const);
      for (let b = 1.8; b < 3.8; b += 0.5) bars.push([front.at(0.8, b), front.at(3.2, b)] as const);
      scene.rules(bars, 0.9, "#fff");
      battlements(scene, -2, 8, 18.3, 4, 0.6, 1);
    });
    roundTower(scene, p3(-13, 0, 19.4), 2.4, 11, 0, sheet.seed + 3);
    roundTower(scene, p3(13, 0, 19.4), 2.4, 11, 3.2, sheet.seed + 4);
  }
  surroundings(sheet, scene);
}

export function surroundings(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} round`);
  for (let i = 0; i < 8; i++)
    treeAt(
      scene,
      p3((i % 2 ? 1 : -1) * random.between(4.5, 16), 0, random.between(4, 17)),
      random.between(2.4, 4.6),
      i % 3 ? "fir" : "broad",
      sheet.seed + i,
      i % 2 === 0,
    );
  meadow(scene, random, -5, 10, 26, 6);
  scene.flush();
}

/** One storey of roofs with flared eaves; the caller stacks them. */
export function flaredRoof(
  scene: Scene,
  x: number,
  y: number,
  z: number,
  width: number,
  depth: number,
  rise: number,
  out: number,
): void {
  scene.canvas.as("roof", () => {
    const { light } = scene;
    const snowed = light.weather === "snow";
    const lift = out * 0.35;
    const [x0, x1, z0, z1] = [x - out, x + width + out, z - out, z + depth + out];
    const inset = Math.min(width, depth) * 0.3;
    const eave = [
      p3(x0, y + lift, z0),
      p3(x0 + (x1 - x0) * 0.18, y, z0),
      p3(x0 + (x1 - x0) * 0.82, y, z0),
      p3(x1, y + lift, z0),
    ];
    scene.poly(
      [p3(x0, y + lift, z0), p3(x, y + 0.25, z), p3(x + width, y + 0.25, z), p3(x1, y + lift, z0)],
      scene.light.level(6),
      0.6,
    );
    for (const side of [-1, 1]) {
      const [xe, xi] = side < 0 ? [x0, x + inset] : [x1, x + width - inset];
      if (scene.faces(p3(xe, y, z), p3(side * rise, 1, 0)))
        scene.poly(
          [
            p3(xe, y + lift, z0),
            p3(xe, y + lift, z1),
            p3(xi, y + rise, z + depth - inset),
            p3(xi, y + rise, z + inset),
          ],
          snowed ? scene.canvas.dots(0.2) : light.level(5),
          1.1,
        );
    }
    scene.poly(
      [...eave, p3(x + width - inset, y + rise, z + inset), p3(x + inset, y + rise, z + inset)],
      snowed ? "#fff" : light.level(4),
      1.2,
    );
    const steps = Math.round((x1 - x0) / 0.5);
    const lines = [];
    for (let i = 1; i < steps; i++) {
      const t = i / steps;
      lines.push([
        p3(x0 + (x1 - x0) * t, y + (Math.abs(t - 0.5) > 0.34 ? ((Math.abs(t - 0.5) - 0.34) / 0.16) * lift : 0), z0),
        p3(x + inset + (width - 2 * inset) * t, y + rise, z + inset),
      ] as const);
    }
    if (!snowed) scene.strokes(lines, 0.7, light.dark ? "#fff" : "#000");
    scene.line(eave, 2.6);
  });
}

function keepOfRoofs(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  scene.later(p3(0, 0, 26), () => {
    const base = [p3(-9, 0, 24), p3(9, 0, 24), p3(7.4, 5, 25.6), p3(-7.4, 5, 25.6)];
    scene.poly(base, light.level(2), 1.2);
    masonry(scene, plane(p3(-8, 0, 24.4), right, p3(0, 1, 0.3)), 16, 5, 0.8, 1.4, randomFrom(sheet.seed));
    const tiers = [
      [-7, 14, 5, 3.2],
      [-5.4, 10.8, 9.4, 2.8],
      [-3.8, 7.6, 13.4, 2.6],
      [-2.4, 4.8, 17, 2.4],
    ] as const;
    for (const [x, w, y, h] of tiers) {
      scene.box(p3(x, y, 26 - x * 0.1), w, h + 1, w * 0.8, {
        front: light.dark ? light.level(1) : "#fff",
        side: light.level(3),
        top: light.level(3),
      });
      const wall = plane(p3(x, y, 26 - x * 0.1), right, up);
      for (let a = 0.8; a < w - 0.8; a += 1.5)
        scene.quad(wall, a, h * 0.4, 0.6, h * 0.34, light.window(a % 3 < 1.5), 0.8);
      flaredRoof(scene, x, y + h, 26 - x * 0.1, w, w * 0.8, 1.7, 1.2);
    }
    const ridge = plane(p3(-1.6, 20.4, 26.6), right, up);
    scene.poly([ridge.at(-1.2, 0), ridge.at(4.4, 0), ridge.at(1.6, 2)], light.level(5), 1.2);
  });
  scene.later(p3(0, 0, 18), () => {
    scene.box(p3(-20, 0, 18), 40, 2.4, 0.6, {
      front: light.dark ? light.level(1) : "#fff",
      side: light.level(3),
      top: light.level(4),
    });
    flaredRoof(scene, -20, 2.4, 18, 40, 0.6, 0.8, 0.5);
  });
}

/** A gate: a great timber gate with two storeys of tiled roof, or a stone gatehouse with an arch in a town wall. */
export function drawGate(sheet: PlaceSheet, scene: Scene): void {
  approach(sheet, scene, false);
  const random = randomFrom(`${sheet.seed} gate`);
  if (sheet.manner === "japanese") timberGate(scene, random);
  else stoneGate(sheet, scene);
  for (let i = 0; i < 3; i++)
    treeAt(
      scene,
      p3((i % 2 ? 1 : -1) * random.between(7, 11), 0, random.between(9, 20)),
      random.between(4, 6),
      i % 2 ? "fir" : "bare",
      sheet.seed + i,
      true,
    );
  meadow(scene, random, 0, 9, 16, 4);
  scene.flush();
}

function timberGate(scene: Scene, random: Random): void {
  const { light } = scene;
  const dark = { front: light.level(3.6), side: light.level(5), top: light.level(2) };
  for (const [x, w] of [
    [-13, 9],
    [4, 9],
  ] as const)
    scene.later(p3(x + w / 2, 0, 8.4), () => {
      scene.box(p3(x, 0, 8.4), w, 2.1, 0.6, {
        front: light.dark ? light.level(1) : "#fff",
        side: light.level(3),
        top: light.level(3),
      });
      scene.quad(plane(p3(x, 0, 8.4), right, up), 0, 0, w, 0.6, light.level(3), 0.9);
      masonry(scene, plane(p3(x, 0, 8.4), right, up), w, 2.1, 0.4, 0.3, random);
      flaredRoof(scene, x, 2.1, 8.4, w, 0.6, 0.7, 0.5);
    });
  scene.later(p3(0, 0, 8), () => {
    for (let s = 0; s < 3; s++)
      scene.box(p3(-4.6 + s * 0.3, s * 0.18, 6.2 + s * 0.35), 9.2 - s * 0.6, 0.18, 5, {
        front: light.level(1),
        side: light.level(3),
        top: light.level(0),
      });
    const back = plane(p3(-4, 0.5, 9.8), right, up);
    scene.quad(back, 0, 0, 8, 4, light.level(6), 0.8);
    for (const [a, w] of [
      [2.6, 1.4],
      [4, 1.4],
    ] as const) {
      scene.quad(back, a, 0, w, 3.2, light.level(light.dark ? 4 : 5), 1, "#fff");
      for (let r = 0.4; r < 3; r += 0.5)
        for (let c = 0.3; c < w; c += 0.4) {
          const p = scene.page(back.at(a + c, r));
          if (p) scene.canvas.fill(circlePath(p.x, p.y, Math.max(1, scene.scaleAt(back.at(a, 1)) * 0.05)), "#fff");
        }
    }
    for (const z of [9, 7.2])
      for (const x of [-4, -1.6, 1.2, 3.6]) {
        cylinder(scene, p3(x + 0.2, 0.5, z), 0.26, 4, 0, { body: light.level(2.4), top: light.level(3), hoops: 0 });
        scene.box(p3(x - 0.12, 0.5, z - 0.3), 0.64, 0.2, 0.6, {
          front: light.level(1),
          side: light.level(3),
          top: light.level(0),
        });
      }
    scene.box(p3(-4.4, 4.2, 7), 8.8, 0.36, 2.2, dark);
    scene.box(p3(-4.2, 3.6, 7.1), 8.4, 0.2, 0.2, dark);
    flaredRoof(scene, -4.2, 4.7, 7, 8.4, 2.6, 1.1, 1.2);
    scene.box(p3(-3.6, 5.7, 7.2), 7.2, 1.6, 2, {
      front: light.dark ? light.level(1) : "#fff",
      side: light.level(3),
      top: light.level(3),
    });
    const upper = plane(p3(-3.6, 5.7, 7.2), right, up);
    for (let a = 0; a <= 7.2; a += 1.2) scene.quad(upper, Math.min(7, a), 0, 0.2, 1.6, light.level(4.4), 0.8);
    for (let a = 0.5; a < 6.6; a += 1.2) scene.quad(upper, a, 0.4, 0.6, 0.8, light.window(a > 2 && a < 4), 0.8);
    scene.box(p3(-4, 5.9, 6.9), 8, 0.1, 0.1, dark);
    scene.box(p3(-4, 6.3, 6.9), 8, 0.1, 0.1, dark);
    flaredRoof(scene, -3.8, 7.4, 7, 7.6, 2.4, 2, 1.6);
    scene.box(p3(-2.9, 9.3, 8), 5.8, 0.4, 0.4, { front: light.level(5), side: light.level(6), top: light.level(2) });
    scene.quad(plane(p3(-0.8, 4.5, 6.6), right, up), 0, 0, 1.6, 0.8, light.level(5), 1, "#fff");
    scene.strokes(
      [
        [p3(-0.5, 4.7, 6.55), p3(-0.3, 5.1, 6.55)],
        [p3(-0.1, 4.7, 6.55), p3(0, 5.1, 6.55)],
        [p3(0.3, 4.75, 6.55), p3(0.5, 5.1, 6.55)],
      ],
      2.4,
      "#fff",
    );
  });
  stoneLantern(scene, p3(-3, 0, 4.4));
  stoneLantern(scene, p3(3, 0, 4.4));
}

function stoneGate(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  scene.later(p3(0, 0, 9.5), () => {
    scene.box(p3(-24, 0, 9.6), 48, 5, 1.4, { front: light.level(0.6), side: light.level(3), top: light.level(1) });
    masonry(scene, plane(p3(-24, 0, 9.6), right, up), 48, 5, 0.45, 0.5, randomFrom(sheet.seed));
    battlements(scene, -24, 5, 9.5, 48, 0.7, 0.6);
  });
  scene.later(p3(0, 0, 8.6), () => {
    const front = plane(p3(-3.4, 0, 8), right, up);
    scene.box(p3(-3.4, 0, 8), 6.8, 7.6, 3, { front: light.level(0), side: light.level(3), top: light.level(1) });
    masonry(scene, front, 6.8, 7.6, 0.45, 0.9, randomFrom(`${sheet.seed} front`));
    scene.poly(archOn(front, 1.5, 0, 3.8, 4.8, true), light.level(1.6), 1.2);
    scene.poly(archOn(front, 1.9, 0, 3, 4.4, true), light.dark ? "#000" : light.level(6), 1.2);
    const bars = [];
    for (let a = 2.2; a < 4.8; a += 0.4) bars.push([front.at(a, 2.4), front.at(a, 4)] as const);
    scene.rules(bars, 1.2, "#fff");
    scene.rules(
      [
        [front.at(2, 2.9), front.at(4.8, 2.9)],
        [front.at(2, 3.4), front.at(4.8, 3.4)],
      ],
      1,
      "#fff",
    );
    scene.quad(front, 2.9, 5.1, 1, 1.2, light.level(4), 1);
    battlements(scene, -3.5, 7.6, 7.9, 7, 0.62, 0.4);
    for (const a of [1, 5.4]) slit(scene, front, a, 5, true);
  });
  roundTower(scene, p3(-4.4, 0, 8.4), 1.2, 8.6, 3.4, sheet.seed + 1);
  roundTower(scene, p3(4.4, 0, 8.4), 1.2, 8.6, 3.4, sheet.seed + 2);
}

import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { corners } from "../canvas.ts";
import { penStroke, smoothPath } from "../ink.ts";
import { circlePath } from "../tone.ts";
import { boulder } from "./cave.ts";
import { hills } from "./hills.ts";
import { groundDetail, meadow, treeAt } from "./open-ground.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";
import { drawSky } from "./sky.ts";
import type { Stations } from "./view.ts";

export const wasteStations: Stations = {
  wide: { z: 0, eye: 2.6, x: 0.8, yaw: 5 },
  near: { z: 1 },
  swing: 18,
  horizon: 0.5,
  walk: 12,
};

/** A desert: dunes with a dark side, ripples, the hot sun, bones of rock. */
export function drawDesert(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas, camera } = scene;
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${sheet.seed} desert`);
  drawSky(canvas, light, camera.horizon, sheet.seed);
  scene.quad(plane(p3(-200, 0, -4), right, away), 0, 0, 400, 400, light.dark ? "#000" : "#fff", 0);
  const deep = y + height - camera.horizon;
  for (const [t, rise] of [
    [0.02, 0.1],
    [0.12, 0.16],
    [0.3, 0.2],
  ] as const) {
    const base = camera.horizon + deep * t;
    const top = { x: x + width * random.between(0.2, 0.8), y: base - height * rise };
    const [left, far] = [
      { x: x - 20, y: base + deep * 0.02 },
      { x: x + width + 20, y: base + deep * 0.06 },
    ];
    const ridge = [
      left,
      { x: (left.x + top.x) / 2, y: base - height * rise * 0.3 },
      top,
      { x: (far.x + top.x) / 2, y: base - height * rise * 0.42 },
      far,
    ];
    const low = base + deep * 0.4;
    canvas.fill(
      `${smoothPath(ridge)}L${far.x.toFixed(1)} ${low.toFixed(1)}L${left.x.toFixed(1)} ${low.toFixed(1)}Z`,
      light.dark ? "#000" : "#fff",
    );
    canvas.line(smoothPath(ridge), 1.6, light.ink);
    const shade = [
      top,
      { x: top.x + width * 0.04, y: base - height * rise * 0.5 },
      { x: top.x - width * 0.02, y: base },
      { x: top.x + width * 0.1, y: base + deep * 0.1 },
      { x: (far.x + top.x) / 2, y: base + deep * 0.04 },
      { x: (far.x + top.x) / 2, y: base - height * rise * 0.42 },
    ];
    canvas.fill(smoothPath(shade, true), light.dark ? canvas.sparks(0.2) : light.level(3));
  }
  let ripples = "";
  for (let i = 0; i < 22; i++) {
    const t = random() ** 1.4;
    const level = camera.horizon + deep * (0.3 + 0.7 * t);
    const [from, length] = [x + width * random.between(-0.1, 0.8), width * random.between(0.1, 0.3)];
    ripples += penStroke(
      [0, 1, 2, 3, 4].map((k) => ({ x: from + (length * k) / 4, y: level + steady.sin(k * 1.5 + i) * (2 + 4 * t) })),
      1 + 2.4 * t,
      { swellTo: 0.5, thinFrom: 0.5, tip: 0 },
    );
  }
  canvas.fill(ripples, light.ink);
  for (let i = 0; i < 4; i++) {
    const at = p3((i % 2 ? 1 : -1) * random.between(2, 6), 0, random.between(5, 14));
    scene.later(at, () => {
      const foot = scene.page(at);
      if (foot) boulder(scene, foot, scene.scaleAt(at) * 0.5, randomFrom(`${sheet.seed} rock ${i}`));
    });
  }
  scene.flush();
}

/** After a battle: trampled ground, broken spears and banners, a wheel, smoke on the horizon, carrion birds. */
export function drawBattlefield(sheet: PlaceSheet, scene: Scene): void {
  const { light, canvas, camera } = scene;
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${sheet.seed} battle`);
  drawSky(canvas, light, camera.horizon, sheet.seed);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  for (let i = 0; i < 3; i++) {
    const from = { x: x + width * random.between(0.1, 0.9), y: camera.horizon + 2 };
    const rise = Math.min(camera.horizon - y, height * 0.5);
    // A column of puffs that widens and drifts: the tone is one path, so that they melt into each other.
    const puffs = Array.from({ length: 22 }, (_, k) => {
      const t = k / 21;
      const r = rise * (0.02 + 0.09 * t) * random.between(0.8, 1.15);
      const sway = random.between(-0.5, 0.5) * r;
      return circlePath(from.x + t ** 1.6 * width * 0.16 + sway, from.y - rise * t * 0.94, r);
    });
    canvas.solid(puffs.join(""), light.dark ? canvas.sparks(0.24) : canvas.dots(0.5, null));
  }
  scene.quad(plane(p3(-150, 0, -4), right, away), 0, 0, 300, 220, light.level(1), 0.6);
  groundDetail(scene, random, 4);
  for (let i = 0; i < 14; i++)
    spear(scene, sheet.seed + i, (i % 2 ? 1 : -1) * random.between(1.6, 9), random.between(4, 22), i % 4 === 0);
  scene.later(p3(sheet.seed % 2 ? 3.2 : -3.2, 0, 7), () => brokenWheel(scene, sheet.seed % 2 ? 3.2 : -3.2, 7));
  treeAt(scene, p3(sheet.seed % 2 ? -5 : 5, 0, 14), 6, "bare", sheet.seed);
  meadow(scene, random, 1, 12, 22, 4);
  scene.flush();
}

function spear(scene: Scene, seed: number, x: number, z: number, banner: boolean): void {
  const { light, canvas } = scene;
  const random = randomFrom(`${seed} spear`);
  const at = p3(x, 0, z);
  scene.later(at, () => {
    const foot = scene.page(at);
    const s = scene.scaleAt(at);
    if (!foot || s > 190) return;
    const lean = random.between(-0.7, 0.7);
    const top = { x: foot.x + lean * s, y: foot.y - s * random.between(1.6, 2.3) };
    canvas.fill(penStroke([foot, top], Math.max(2, s * 0.05), { swellTo: 0.02, thinFrom: 0.98, tip: 0.8 }), light.ink);
    if (!banner) return;
    const q = (u: number, v: number) => ({ x: top.x + u * s, y: top.y + v * s });
    canvas.shape(
      corners([
        q(0, 0),
        q(0.5, 0.06),
        q(0.9, 0),
        q(0.8, 0.22),
        q(1, 0.36),
        q(0.66, 0.42),
        q(0.7, 0.6),
        q(0.4, 0.5),
        q(-0.06, 0.62),
      ]),
      light.dark ? "#000" : light.level(5),
      Math.max(1.2, s / 60),
      light.ink,
    );
  });
}

function brokenWheel(scene: Scene, x: number, z: number): void {
  const { light, canvas } = scene;
  const p = scene.page(p3(x, 0.5, z));
  const s = scene.scaleAt(p3(x, 0, z)) * 0.62;
  if (!p || s > 160) return;
  canvas.raw(
    `<path d="${circlePath(p.x, p.y, s)}${circlePath(p.x, p.y, s * 0.82)}" fill="${light.dark ? "#000" : light.level(3)}" fill-rule="evenodd" stroke="${light.ink}" stroke-width="1.8"/>`,
  );
  for (const a of [0.3, 1.2, 2.2, 4])
    canvas.fill(
      penStroke([p, { x: p.x + steady.cos(a) * s * 0.86, y: p.y + steady.sin(a) * s * 0.86 }], s * 0.12, {
        swellTo: 0.02,
        thinFrom: 0.98,
        tip: 0.9,
      }),
      light.ink,
    );
  canvas.shape(circlePath(p.x, p.y, s * 0.17), light.level(4), 1.6, light.ink);
}

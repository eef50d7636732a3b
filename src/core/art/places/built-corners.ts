import * as steady from "../../geometry/steady-math.ts";
import { type Point } from "../../geometry/geometry.ts";
import { type PlaceSheet } from "../artist.ts";
import { brief, corners } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { circlePath } from "../tone.ts";
import { windowOn } from "./fittings.ts";
import { clump, treeline } from "./crowns.ts";
import { leafInk } from "./foliage.ts";
import { cylinder, wood } from "./furniture.ts";
import { type Corner } from "./nook.ts";
import { flower, openAir, tufts } from "./open-air.ts";
import type { Point3 } from "./perspective.ts";
import { Scene, away, p3, plane, right, up } from "./scene.ts";
import { drawSky, overRoofs } from "./sky.ts";
import { skylineRoofs } from "./skyline-roofs.ts";
import { grid, masonry } from "./textures.ts";
import { waterSurface } from "./water.ts";

/** Corners of houses, quays and decks under the open sky. */

/** An eave with its gutter and a lantern that hangs from it, against the sky. */
export const eavesCorner: Corner = (sheet, scene, random) => {
  const { canvas, light, camera } = scene;
  const { x, y, width, height } = canvas.bounds;
  drawSky(canvas, light, camera.horizon + height * 0.4, sheet.seed);
  treeline(canvas, x, x + width, y + height + 4, height * 0.16, random, light.level(light.dark ? 0 : 2.4), light.ink);
  const s = Math.min(width, height * 1.2);
  const p = (u: number, v: number): Point => ({ x: x + u * s, y: y + v * s });
  const under = corners([p(-0.05, 0.3), p(0.62, 0.16), p(0.58, 0.24), p(-0.05, 0.42)]);
  canvas.shape(
    corners([p(-0.05, -0.05), p(0.46, -0.05), p(0.68, 0.12), p(-0.05, 0.28)]),
    light.level(light.dark ? 0 : 4),
    2.4,
    light.ink,
  );
  let rows = "";
  for (let i = 1; i < 9; i++) {
    const t = i / 9;
    rows += penStroke([p(0.66 * t - 0.03, -0.05), p(0.7 * t - 0.02, 0.27 - 0.14 * t)], 3, {
      swellTo: 0.02,
      thinFrom: 0.9,
    });
  }
  canvas.fill(rows, light.dark ? "#fff" : "#000");
  canvas.shape(under, "#000", 2, light.ink);
  canvas.shape(corners([p(-0.05, 0.28), p(0.68, 0.12), p(0.69, 0.15), p(-0.05, 0.32)]), light.level(1), 2.2, light.ink);
  for (let i = 0; i < 7; i++) {
    const q = p(0.02 + i * 0.09, 0.33 - i * 0.021);
    canvas.shape(
      corners([
        q,
        { x: q.x + s * 0.025, y: q.y - s * 0.005 },
        { x: q.x + s * 0.025, y: q.y + s * 0.05 },
        { x: q.x, y: q.y + s * 0.05 },
      ]),
      light.level(3),
      1.4,
      light.ink,
    );
  }
  hangingLantern(scene, p(0.4, 0.2), p(0.4, 0.36), s * 0.085, sheet);
  if (light.weather === "rain" || light.weather === "storm") {
    let drops = "";
    for (let i = 0; i < 12; i++) {
      const q = p(0.05 + i * 0.052, 0.31 - i * 0.0115 + random.between(0.02, 0.3));
      drops += penStroke([q, { x: q.x, y: q.y + s * 0.06 }], 3.4, { swellTo: 0.8, thinFrom: 0.85, tip: 0.1 });
    }
    canvas.fill(drops, light.dark ? "#fff" : "#000");
  }
};

function hangingLantern(scene: Scene, from: Point, at: Point, r: number, sheet: PlaceSheet): void {
  const { canvas, light } = scene;
  const lit = light.dark || light.time === "dusk";
  canvas.line(`M${brief(from.x)} ${brief(from.y)}V${brief(at.y - r)}`, 2.4, light.ink);
  if (lit) canvas.glow(at, [r, r * 3], [0.6, 0], "white");
  const q = (u: number, v: number): Point => ({ x: at.x + u * r, y: at.y + v * r });
  if (sheet.manner === "japanese") {
    canvas.shape(
      `M${brief(at.x)} ${brief(at.y - r * 1.1)}c${brief(r * 1.15)} 0 ${brief(r * 1.15)} ${brief(r * 2.2)} 0 ${brief(r * 2.2)}c${brief(-r * 1.15)} 0 ${brief(-r * 1.15)} ${brief(-r * 2.2)} 0 ${brief(-r * 2.2)}Z`,
      "#fff",
      2.2,
      "#000",
    );
    for (const v of [-0.6, -0.2, 0.2, 0.6])
      canvas.line(
        `M${brief(at.x - r * (0.82 - v * v * 0.4))} ${brief(at.y + v * r)}q${brief(r * 0.8)} ${brief(r * 0.12)} ${brief(r * (1.64 - v * v * 0.8))} 0`,
        1.3,
        "#000",
      );
    for (const v of [-1.1, 1])
      canvas.shape(corners([q(-0.4, v), q(0.4, v), q(0.4, v + 0.16), q(-0.4, v + 0.16)]), "#000", 1.6, light.ink);
    return;
  }
  canvas.shape(
    corners([q(-0.6, -0.7), q(0.6, -0.7), q(0.45, 0.9), q(-0.45, 0.9)]),
    lit ? "#fff" : light.level(1),
    2.2,
    lit ? "#000" : light.ink,
  );
  canvas.line(corners([q(0, -0.7), q(0, 0.9)], false), 1.6, lit ? "#000" : light.ink);
  canvas.shape(corners([q(-0.75, -0.7), q(0, -1.25), q(0.75, -0.7)]), "#000", 2, light.ink);
  canvas.shape(corners([q(-0.55, 0.9), q(0.55, 0.9), q(0.4, 1.08), q(-0.4, 1.08)]), "#000", 2, light.ink);
}

/** A bollard with a rope round it on a stone edge, the water beyond. */
export const bollardCorner: Corner = (sheet, scene) => {
  const { light, canvas, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  waterSurface(scene, sheet.seed, 0);
  scene.quad(plane(p3(-6, 0, 0.3), right, away), 0, 0, 12, 3, light.level(0.8), 1.2);
  scene.strokes(
    [-1.4, -0.3, 0.9].map((x) => [p3(x, 0, 0.6), p3(x * 1.02, 0, 3.3)] as const),
    0.9,
  );
  cylinder(scene, p3(0.1, 0, 2.5), 0.24, 0.5, -0.15, { body: light.level(5), top: light.level(4), hoops: 0 });
  cylinder(scene, p3(0.1, 0.5, 2.5), 0.32, 0.12, 0, { body: light.level(5), top: light.level(3), hoops: 0 });
  const rope = (points: Point[]): void => {
    canvas.raw(
      `<path d="${penStroke(points, 15, { swellTo: 0.02, thinFrom: 0.98, tip: 0.9 })}" fill="${light.dark ? "#000" : "#fff"}" stroke="${light.ink}" stroke-width="1.8"/>`,
    );
  };
  const at = (x: number, y: number, z: number): Point => scene.page(p3(x, y, z)) ?? { x: 0, y: 0 };
  for (const y of [0.16, 0.24, 0.32]) rope([at(-0.13, y, 2.4), at(0.1, y - 0.03, 2.28), at(0.33, y, 2.4)]);
  rope([at(0.33, 0.24, 2.4), at(0.9, 0.1, 2.7), at(1.5, 0.02, 3.2), at(2.6, 0.2, 4.6)]);
  for (const r of [0.34, 0.26, 0.18])
    rope(
      Array.from({ length: 13 }, (_, i) =>
        at(-0.85 + steady.cos((i / 12) * 6.283) * r, 0.03, 2 + steady.sin((i / 12) * 6.283) * r),
      ),
    );
};

/** A gate post with its hinge, the wall beside it and ivy. */
export const postCorner: Corner = (sheet, scene, random) => {
  openAir(scene, sheet, random);
  const { light } = scene;
  const timber = sheet.manner === "japanese";
  const wall = { front: light.level(timber ? 0.4 : 1.2), side: light.level(3), top: light.level(0) };
  const post = { front: light.level(timber ? 2.4 : 0.6), side: light.level(4), top: light.level(0) };
  const cap = { front: light.level(5), side: light.level(5), top: light.level(4) };
  // A post at each side of the way in, each with its wall: one alone would close off nothing.
  for (const [from, foot] of [
    [-8.4, -0.5],
    [2.2, 1.7],
  ] as const) {
    scene.box(p3(from, 0, 2.7), 8, 1.35, 0.4, wall);
    if (!timber) masonry(scene, plane(p3(from, 0, 2.7), right, up), 8, 1.35, 0.22, 1.2, random);
    else scene.box(p3(from, 1.35, 2.6), 8, 0.12, 0.6, cap);
    scene.box(p3(foot, 0, 2.4), 0.55, 1.8, 0.55, post);
    if (timber) {
      scene.box(p3(foot - 0.1, 1.8, 2.3), 0.75, 0.12, 0.75, cap);
      continue;
    }
    masonry(scene, plane(p3(foot, 0, 2.4), right, up), 0.55, 1.8, 0.3, 2, random);
    scene.box(p3(foot - 0.07, 1.8, 2.33), 0.7, 0.1, 0.7, post);
    ball(scene, p3(foot + 0.28, 1.9, 2.65), 0.22);
  }
  const leafFill = leafInk(light, 0.1, false);
  for (const [x, y] of [
    [-1.5, 0.16],
    [-1.08, 0.2],
    [-0.74, 0.13],
  ] as const) {
    const p = scene.page(p3(x, y, 2.4));
    const s = scene.scaleAt(p3(x, y, 2.4));
    if (p) clump(scene.canvas, p, s * 0.24, s * 0.2, random, leafFill);
  }
  const leaf = plane(p3(0.1, 0.12, 2.6), p3(0.86, 0, 0.5), up);
  const bars = [];
  for (let a = 0; a <= 1.4; a += 0.2) bars.push([leaf.at(a, 0), leaf.at(a, 1.45)] as const);
  scene.rules([...bars, [leaf.at(0, 0.2), leaf.at(1.4, 0.2)], [leaf.at(0, 1.2), leaf.at(1.4, 1.2)]], timber ? 3.4 : 2);
  tufts(scene, random, 6, 1.6, 2.3);
};

/** A ball of stone on its neck. */
function ball(scene: Scene, foot: Point3, radius: number): void {
  const { canvas, light } = scene;
  const p = scene.page({ ...foot, y: foot.y + 0.06 + radius });
  const r = scene.scaleAt(foot) * radius;
  scene.box(p3(foot.x - 0.1, foot.y, foot.z - 0.1), 0.2, 0.1, 0.2, wood(scene, 3));
  if (!p) return;
  canvas.shape(circlePath(p.x, p.y, r), light.level(0.6), 2, light.ink);
  const edge = `A${brief(r * 0.94)} ${brief(r * 0.94)} 0 0 1 ${brief(p.x - r * 0.4)} ${brief(p.y + r * 0.85)}`;
  canvas.solid(
    `M${brief(p.x + r * 0.85)} ${brief(p.y - r * 0.4)}${edge}Q${brief(p.x + r * 0.5)} ${brief(p.y + r * 0.5)} ${brief(p.x + r * 0.85)} ${brief(p.y - r * 0.4)}Z`,
    light.level(light.dark ? 2 : 4),
  );
}

/** A house wall with a window and its box of flowers. */
export const sillCorner: Corner = (sheet, scene, random) => {
  const { light } = scene;
  const wall = plane(p3(-4, 0, 2.6), right, up);
  scene.canvas.flood(light.dark ? "#000" : "#fff");
  scene.quad(wall, 0, -1, 8, 6, light.level(light.dark ? 1 : 0.6), 0);
  masonry(scene, wall, 8, 4, 0.26, 1, random);
  windowOn(scene, wall, 3.35, 0.95, 1.3, 1.4, { curtains: false, seed: sheet.seed });
  if (light.dark) scene.quad(wall, 3.35, 0.95, 1.3, 1.4, "#fff", 1.2, "#000");
  if (light.dark)
    scene.rules(
      [[wall.at(4, 0.95), wall.at(4, 2.35)], ...[1.4, 1.9].map((b) => [wall.at(3.35, b), wall.at(4.65, b)] as const)],
      2,
      "#000",
    );
  if (sheet.manner === "japanese")
    for (let a = 3.4; a < 4.65; a += 0.16) scene.quad(wall, a, 0.95, 0.06, 1.4, light.level(4), 0.9);
  else
    for (const a of [2.72, 4.72]) {
      scene.quad(wall, a, 0.85, 0.56, 1.6, light.level(4), 1.1);
      scene.rules(
        Array.from(
          { length: 11 },
          (_, i) => [wall.at(a + 0.05, 0.95 + i * 0.13), wall.at(a + 0.51, 0.95 + i * 0.13)] as const,
        ),
        0.8,
        light.dark ? "#fff" : light.ink,
      );
    }
  scene.box(p3(-0.75, 0.62, 2.34), 1.5, 0.22, 0.26, wood(scene, 2));
  for (let i = 0; i < 8; i++) {
    const p = scene.page(p3(-0.66 + i * 0.18, 0.9, 2.4));
    const s = scene.scaleAt(p3(0, 0.9, 2.4));
    if (p) clump(scene.canvas, p, s * 0.13, s * 0.1, random, leafInk(light, 0.2));
  }
  for (let i = 0; i < 6; i++) flower(scene, p3(-0.6 + i * 0.24, 0.66, 2.36), random);
};

/** A lamp post with its glow, the corner of a house beside it, the roofs of the town beyond. */
export const lampCorner: Corner = (sheet, scene, random) => {
  const { light, canvas, camera } = scene;
  const { x, y, width, height } = canvas.bounds;
  drawSky(canvas, light, camera.horizon + height * 0.5, sheet.seed, overRoofs);
  skylineRoofs(canvas, light, sheet, random);
  const s = Math.min(width, height);
  const left = random() < 0.5;
  const at = (u: number, v: number): Point => ({ x: left ? x + u * s : x + width - u * s, y: y + v * s });
  canvas.shape(
    corners([at(-0.1, -0.1), at(0.34, -0.1), at(0.34, 2), at(-0.1, 2)]),
    light.level(light.dark ? 2 : 1),
    2.2,
    light.ink,
  );
  for (const v of [0.14, 0.62]) {
    canvas.shape(
      corners([at(0.04, v), at(0.24, v), at(0.24, v + 0.3), at(0.04, v + 0.3)]),
      light.window(true),
      2.2,
      light.ink,
    );
    const bars = light.dark ? "#000" : "#fff";
    canvas.line(
      corners([at(0.14, v), at(0.14, v + 0.3)], false) + corners([at(0.04, v + 0.15), at(0.24, v + 0.15)], false),
      2,
      bars,
    );
    canvas.shape(
      corners([at(0.02, v + 0.3), at(0.26, v + 0.3), at(0.26, v + 0.325), at(0.02, v + 0.325)]),
      light.dark ? "#000" : "#fff",
      1.6,
      light.ink,
    );
  }
  const lamp = { x: at(0.68, 0.36).x, y: at(0.68, 0.36).y };
  const r = s * 0.1;
  const modern = sheet.manner === "modern";
  if (light.dark || light.time === "dusk") canvas.glow(lamp, [r * 0.3, r * 3.6], [0.75, 0], "white");
  const q = (u: number, v: number): Point => ({ x: lamp.x + u * r, y: lamp.y + v * r });
  canvas.shape(
    corners([q(-0.16, 1.2), q(0.16, 1.2), q(0.24, 12), q(-0.24, 12)]),
    light.dark ? "#000" : light.level(6),
    2,
    light.ink,
  );
  canvas.shape(
    corners([q(-0.45, 2), q(0.45, 2), q(0.45, 2.2), q(-0.45, 2.2)]),
    light.dark ? "#000" : light.level(6),
    2,
    light.ink,
  );
  if (modern) canvas.shape(circlePath(lamp.x, lamp.y, r), "#fff", 2.2, "#000");
  else {
    canvas.shape(corners([q(-0.8, -0.9), q(0.8, -0.9), q(0.5, 1.2), q(-0.5, 1.2)]), "#fff", 2.4, "#000");
    canvas.line(
      corners([q(-0.25, -0.9), q(-0.16, 1.2)], false) + corners([q(0.25, -0.9), q(0.16, 1.2)], false),
      1.6,
      "#000",
    );
    canvas.shape(corners([q(-1, -0.9), q(-0.3, -1.6), q(0.3, -1.6), q(1, -0.9)]), "#000", 2, light.ink);
    canvas.shape(circlePath(lamp.x, lamp.y - r * 1.75, r * 0.18), "#000", 2, light.ink);
  }
};

/** The rail of a ship with a coil of rope, the sea beyond. */
export const railCorner: Corner = (sheet, scene) => {
  const { light, canvas, camera } = scene;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  waterSurface(scene, sheet.seed, 0);
  scene.quad(plane(p3(-6, 0, 0.3), right, away), 0, 0, 12, 2.2, light.level(0.6), 1);
  scene.rules(
    Array.from({ length: 8 }, (_, i) => [p3(-6, 0, 0.5 + i * 0.27), p3(6, 0, 0.5 + i * 0.27)] as const),
    0.7,
  );
  for (let x = -2.6; x < 2.7; x += 0.44)
    cylinder(scene, p3(x, 0.08, 2.5), 0.05, 0.8, 0.5, { body: light.level(1), top: light.level(1), hoops: 0 });
  scene.box(p3(-4, 0, 2.4), 8, 0.1, 0.2, wood(scene, 2));
  scene.box(p3(-4, 0.86, 2.36), 8, 0.1, 0.28, wood(scene, 1));
  const c = scene.page(p3(0.25, 0.5, 2.3));
  const s = scene.scaleAt(p3(0, 0.5, 2.3));
  if (!c) return;
  canvas.raw(
    `<path d="${circlePath(c.x, c.y, s * 0.33)}${circlePath(c.x, c.y, s * 0.19)}" fill="#fff" fill-rule="evenodd" stroke="${light.dark ? "#000" : light.ink}" stroke-width="2.4"/>`,
  );
  for (let k = 0; k < 4; k++) {
    const a = k * 1.571 + 0.785;
    const n = (r: number, d: number): Point => ({
      x: c.x + steady.cos(a + d) * r * s,
      y: c.y + steady.sin(a + d) * r * s,
    });
    canvas.fill(
      corners([n(0.19, -0.3), n(0.33, -0.24), n(0.33, 0.24), n(0.19, 0.3)]),
      light.dark ? "#000" : light.level(6),
    );
  }
};

/** Crates and a barrel in a corner of walls. */
export const cratesCorner: Corner = (sheet, scene, random) => {
  const { light } = scene;
  openAir(scene, sheet, random, "none");
  scene.box(p3(-5, 0, 3.2), 10, 5, 0.3, {
    front: light.level(light.dark ? 2 : 0.8),
    side: light.level(3),
    top: light.level(0),
  });
  const wall = plane(p3(-5, 0, 3.2), right, up);
  if (sheet.manner === "japanese") grid(scene, wall, 10, 4, 26, 1, 0.8);
  else masonry(scene, wall, 10, 4, 0.24, 1.1, random);
  const crate = (x: number, y: number, z: number, s: number): void => {
    scene.box(p3(x, y, z), s, s, s, wood(scene, 1.4));
    const on = plane(p3(x, y, z), right, up);
    scene.rules(
      [
        [on.at(0.05, 0.05), on.at(s - 0.05, s - 0.05)],
        [on.at(0, s * 0.14), on.at(s, s * 0.14)],
        [on.at(0, s * 0.86), on.at(s, s * 0.86)],
      ],
      1.6,
    );
  };
  crate(-0.95, 0, 2.3, 0.8);
  crate(-0.85, 0.8, 2.35, 0.62);
  cylinder(scene, p3(0.45, 0, 2.4), 0.36, 0.95, 0.18, { body: light.level(1.4), top: light.level(3), hoops: 3 });
  cylinder(scene, p3(0.98, 0, 2.1), 0.18, 0.28, 0.05, { body: light.level(3), top: light.level(5), hoops: 2 });
};

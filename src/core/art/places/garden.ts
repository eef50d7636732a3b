import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief } from "../canvas.ts";
import { circlePath } from "../tone.ts";
import { house } from "./buildings.ts";
import { boulder } from "./cave.ts";
import { clump, treeline } from "./crowns.ts";
import { leafInk } from "./foliage.ts";
import { cylinder } from "./furniture.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene, up } from "./scene.ts";
import { drawSky } from "./sky.ts";
import { masonry } from "./textures.ts";
import type { Stations } from "./view.ts";
import { hills } from "./hills.ts";
import { fence, lane, meadow, treeAt, swinging } from "./open-ground.ts";

export const gardenStations: Stations = {
  wide: { z: -2.5, eye: 2.3, x: 0.4 },
  near: { z: 0.6 },
  swing: 22,
  horizon: 0.46,
  walk: 5,
  across: [-0.9, 0.9],
};
export const fieldStations: Stations = { wide: { z: 0, eye: 2.4 }, near: { z: 1 }, swing: 18, horizon: 0.6, walk: 14 };

/** A garden: hedges, beds of flowers, a path to a summer house or a pond with a bridge and stone lantern. */
export function drawGarden(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} garden`);
  const { light, canvas, camera } = scene;
  const { x, width } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  treeline(canvas, x, x + width, camera.horizon + 5, 90, random, light.level(2), light.ink);
  scene.quad(plane(p3(-60, 0, -6), right, away), 0, 0, 120, 90, light.level(0.4), 0);
  meadow(scene, random, 1, 14, 24, 4);
  if (sheet.manner === "japanese") pondGarden(sheet, scene, random);
  else hedgeGarden(sheet, scene);
  for (let i = 0; i < 7; i++)
    treeAt(
      scene,
      p3((i % 2 ? 1 : -1) * random.between(4.5, 10), 0, random.between(7, 19)),
      random.between(4, 6.6),
      sheet.manner === "japanese" ? (i % 3 ? "cherry" : "pine") : i % 3 ? "broad" : "cypress",
      sheet.seed + i,
      i % 3 === 0,
    );
  scene.flush();
}

function hedgeGarden(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const path = plane(p3(-1, 0.001, -4), right, away);
  scene.quad(path, 0, 0, 2, 17, light.dark ? light.level(0) : "#fff", 0.9);
  for (const [x0, x1] of [
    [-5.4, -1.3],
    [1.3, 5.4],
  ] as const)
    for (const z of [2, 5, 8.4]) {
      if (scene.isTrodden({ x: [x0, x1], z: [z, z + 1.5] }, 0.5)) continue;
      const centre = p3((x0 + x1) / 2, 0, z + 1);
      // On the bed, a little before its middle, so that it is drawn after the bed it grows from.
      roseTree(scene, p3(x0 < 0 ? -1.9 : 1.9, 0.14, z + 0.9), sheet.seed + z + x0);
      scene.later(centre, () => {
        scene.box(p3(x0, 0, z), x1 - x0, 0.14, 1.5, {
          front: light.level(1),
          side: light.level(3),
          top: light.level(4),
        });
        if (z < 8) leaves(scene, x0, x1, z, sheet.seed + z);
        flowers(scene, x0, x1, z, sheet.seed + z);
      });
    }
  // Beside the axis of the garden: behind the fountain its door would be barred by it.
  const aside = sheet.seed % 2 === 0 ? 3.2 : -7.2;
  const h = {
    x: aside,
    z: 15,
    width: 4,
    depth: 3,
    height: 2.6,
    roof: 1.9,
    ridge: "z" as const,
    floors: 1,
    manner: "european" as const,
    seed: sheet.seed,
    level: 0,
  };
  scene.later(p3(aside + 2, 0, 16), () => house(scene, h));
  if (/croquet|クロ[ッケ]/iu.test(sheet.name)) for (const z of [1.6, 3, 4.6]) hoop(scene, p3((z % 2) - 0.6, 0, z));
  else fountain(scene, p3(0, 0, 10.5));
  for (const x of [-1.6, 1.6])
    scene.later(p3(x, 0, 11.6), () => {
      scene.box(p3(x - 0.25, 0, 11.4), 0.5, 1.1, 0.5, {
        front: light.level(1),
        side: light.level(3),
        top: light.level(0),
      });
      cylinder(scene, p3(x, 1.1, 11.6), 0.24, 0.5, 0.25, { body: light.level(1), top: light.level(4), hoops: 1 });
    });
}

/** A rose on its stem: a ball of leaves with white blooms. */
function roseTree(scene: Scene, at: Point3, seed: number): void {
  scene.later(at, () => {
    const foot = scene.page(at);
    const s = scene.scaleAt(at);
    if (!foot || s > 420) return;
    const { canvas, light } = scene;
    const random = randomFrom(`${seed} rose`);
    const middle = { x: foot.x, y: foot.y - s * 1.45 };
    const half = Math.max(1.2, s * 0.045);
    canvas.shape(
      `M${brief(foot.x - half)} ${brief(foot.y)}L${brief(middle.x - half * 0.7)} ${brief(middle.y)}H${brief(middle.x + half * 0.7)}L${brief(foot.x + half)} ${brief(foot.y)}Z`,
      light.dark ? "#000" : light.level(5),
      1.1,
      light.ink,
    );
    clump(canvas, middle, s * 0.52, s * 0.48, random, leafInk(light, 0.15, !light.dark));
    if (light.weather === "snow") return;
    for (let i = 0; i < 14; i++) {
      const [a, r] = [random() * 2 * Math.PI, s * 0.42 * Math.sqrt(random())];
      rose(scene, { x: middle.x + steady.cos(a) * r, y: middle.y + steady.sin(a) * r }, Math.max(2, s * 0.05));
    }
  });
}

/** One bloom: five petals round a small curl. */
function rose({ canvas, light }: Scene, { x, y }: Point, r: number): void {
  const ink = light.dark ? "#000" : light.ink;
  const tip = (i: number): Point => {
    const angle = (i / 5) * 2 * Math.PI + r;
    return { x: x + steady.cos(angle) * r * 0.8, y: y + steady.sin(angle) * r * 0.8 };
  };
  const first = tip(0);
  let path = `M${brief(first.x)} ${brief(first.y)}`;
  for (let i = 1; i <= 5; i++) {
    const p = tip(i);
    path += `A${brief(r * 0.52)} ${brief(r * 0.52)} 0 0 1 ${brief(p.x)} ${brief(p.y)}`;
  }
  canvas.shape(`${path}Z`, "#fff", 1.1, ink);
  if (r > 5)
    canvas.line(
      `M${brief(x - r * 0.36)} ${brief(y - r * 0.1)}q${brief(r * 0.3)} ${brief(-r * 0.5)} ${brief(r * 0.62)} ${brief(0)}q${brief(-r * 0.3)} ${brief(r * 0.4)} ${brief(-r * 0.46)} ${brief(r * 0.1)}`,
      1,
      ink,
    );
}

/** A croquet hoop. */
function hoop(scene: Scene, at: Point3): void {
  scene.later(at, () => {
    const arch = [
      p3(at.x - 0.18, 0, at.z),
      p3(at.x - 0.18, 0.3, at.z),
      p3(at.x, 0.42, at.z),
      p3(at.x + 0.18, 0.3, at.z),
      p3(at.x + 0.18, 0, at.z),
    ];
    scene.line(arch, 2.4);
  });
}

function fountain(scene: Scene, at: Point3): void {
  const { light, canvas } = scene;
  scene.later(at, () => {
    cylinder(scene, at, 1.3, 0.5, 0, { body: light.level(1), top: light.level(0.4), hoops: 1 });
    cylinder(scene, { ...at, y: 0.4 }, 0.16, 1, 0, { body: light.level(1), top: light.level(1), hoops: 0 });
    cylinder(scene, { ...at, y: 1.3 }, 0.6, 0.2, -0.2, { body: light.level(1), top: light.level(0.4), hoops: 0 });
    const top = scene.page({ ...at, y: 2.3 });
    const s = scene.scaleAt(at);
    if (!top) return;
    let jets = "";
    for (const u of [-0.7, -0.35, 0.35, 0.7])
      jets += `M${brief(top.x)} ${brief(top.y + s * 0.5)}Q${brief(top.x + u * s * 0.5)} ${brief(top.y - s * 0.2)} ${brief(top.x + u * s)} ${brief(top.y + s * 1.7)}`;
    canvas.line(jets, 2.6, light.dark ? "#fff" : light.paper);
    canvas.line(jets, 1.2, light.ink);
  });
}

/** The green of a bed: a row of low cushions of leaves. */
function leaves(scene: Scene, x0: number, x1: number, z: number, seed: number): void {
  const random = randomFrom(`${seed} leaves`);
  for (let x = x0 + 0.75; x < x1; x += 1.35) {
    const at = p3(x + random.between(-0.1, 0.1), 0.14, z + 0.6);
    const foot = scene.page(at);
    const s = scene.scaleAt(at);
    const [rx, ry] = [s * random.between(0.68, 0.82), s * random.between(0.2, 0.3)];
    const leaf = leafInk(scene.light, 0.2, random() < 0.4);
    if (foot && s < 420) clump(scene.canvas, { x: foot.x, y: foot.y - s * 0.12 }, rx, ry, random, leaf);
  }
}

function flowers(scene: Scene, x0: number, x1: number, z: number, seed: number): void {
  const random = randomFrom(`${seed} flowers`);
  const { canvas, light } = scene;
  if (light.weather === "snow") return;
  for (let i = 0; i < 16; i++) {
    const p = scene.page(p3(random.between(x0, x1), random.between(0.3, 0.5), z + random.between(0.1, 1.2)));
    if (!p) continue;
    // A bloom as wide as a hand would be as large as a head beside somebody.
    const r = Math.max(1.6, (scene.camera.focal / p.depth) * 0.045);
    let petals = "";
    for (let k = 0; k < 5; k++)
      petals += circlePath(p.x + steady.cos(k * 1.257) * r * 0.7, p.y + steady.sin(k * 1.257) * r * 0.5, r * 0.5);
    canvas.shape(petals, "#fff", 1, light.dark ? "#000" : light.ink);
    canvas.fill(circlePath(p.x, p.y, r * 0.3), "#000");
  }
}

function pondGarden(sheet: PlaceSheet, scene: Scene, random: Random): void {
  const { light, canvas } = scene;
  const shore: Point3[] = [];
  for (let k = 0; k < 18; k++) {
    const a = (k / 18) * 2 * Math.PI;
    shore.push(
      p3(
        0.8 + steady.cos(a) * 4.2 * random.between(0.85, 1.1),
        0.001,
        7 + steady.sin(a) * 3 * random.between(0.8, 1.1),
      ),
    );
  }
  scene.poly(shore, light.dark ? light.level(5) : light.level(1.6), 1.2);
  const ripples = [];
  for (let i = 0; i < 12; i++) {
    const [rx, rz] = [random.between(-2.2, 3.8), random.between(5.2, 9)];
    ripples.push([p3(rx, 0, rz), p3(rx + random.between(0.4, 1.2), 0, rz)] as const);
  }
  scene.strokes(ripples, 0.7, light.dark ? "#fff" : light.ink);
  for (const p of shore.filter((_, i) => i % 2 === 0)) {
    const own = randomFrom(`${sheet.seed} ${p.x}`);
    scene.later(p, () => {
      const foot = scene.page(p);
      if (foot) boulder(scene, foot, scene.scaleAt(p) * own.between(0.25, 0.5), own);
    });
  }
  scene.later(p3(0.6, 0, 7), () => arcBridge(scene));
  stoneLantern(scene, p3(-2.8, 0, 5));
  for (const [x, z] of [
    [-4.4, 8.5],
    [4.8, 5.6],
    [-3.6, 11],
  ] as const)
    scene.later(p3(x, 0, z), () => {
      const p = scene.page(p3(x, 0, z));
      const s = scene.scaleAt(p3(x, 0, z));
      if (p)
        for (const [dx, dy, r] of [
          [-0.5, 0.3, 0.7],
          [0.5, 0.3, 0.75],
          [0, 0.6, 0.7],
        ] as const)
          clump(
            canvas,
            { x: p.x + dx * s, y: p.y - dy * s },
            r * s,
            r * s * 0.62,
            randomFrom(sheet.seed + x + dx),
            leafInk(light, 0.3),
          );
    });
  scene.later(p3(-5, 0, 15), () =>
    house(scene, {
      x: -8,
      z: 13,
      width: 7,
      depth: 5,
      height: 2.7,
      roof: 2.2,
      ridge: "x",
      floors: 1,
      manner: "japanese",
      seed: sheet.seed,
      level: 0,
    }),
  );
}

function arcBridge(scene: Scene): void {
  const { light } = scene;
  const rise = (t: number): number => steady.sin(Math.PI * t) * 1.1;
  for (const z of [7.6, 6.4]) {
    const top: Point3[] = [];
    const foot: Point3[] = [];
    for (let i = 0; i <= 10; i++) {
      top.push(p3(-2 + i * 0.52, rise(i / 10) + 0.25, z));
      foot.unshift(p3(-2 + i * 0.52, rise(i / 10), z));
    }
    scene.poly([...top, ...foot], light.level(light.dark ? 0 : 3.4), 1.1);
    scene.line(
      top.map((p) => ({ ...p, y: p.y + 0.7 })),
      1.8,
    );
    scene.rules(
      [0, 2, 4, 5, 6, 8, 10].map(
        (i) => [top[i] ?? p3(0, 0, z), { ...(top[i] ?? p3(0, 0, z)), y: (top[i]?.y ?? 0) + 0.8 }] as const,
      ),
      1.6,
    );
  }
}

/** A stone lantern, lit at night. */
export function stoneLantern(scene: Scene, at: Point3): void {
  scene.canvas.as("rock", () => {
    const { light, canvas } = scene;
    scene.later(at, () => {
      const fills = { front: light.level(1), side: light.level(3.4), top: light.level(0) };
      const part = (half: number, y: number, height: number, f = fills): void =>
        scene.box(p3(at.x - half, y, at.z - half), half * 2, height, half * 2, f);
      part(0.34, 0, 0.16);
      part(0.13, 0.16, 0.8);
      part(0.32, 0.96, 0.14);
      part(0.23, 1.1, 0.36, { ...fills, front: light.window(true), side: light.level(5) });
      const glow = scene.page({ ...at, y: 1.28 });
      if (glow && light.dark) canvas.glow(glow, [scene.scaleAt(at) * 0.25, scene.scaleAt(at) * 0.9], [0.7, 0], "white");
      const [a, b, c, d] = [
        p3(at.x - 0.46, 1.46, at.z - 0.46),
        p3(at.x + 0.46, 1.46, at.z - 0.46),
        p3(at.x + 0.1, 1.74, at.z),
        p3(at.x - 0.1, 1.74, at.z),
      ];
      scene.poly([a, b, c, d], light.level(2), 1.1);
      part(0.08, 1.72, 0.14);
    });
  });
}

/** Open country: grass to the horizon, a lone tree, furrows or a path, far woods and hills. */
export function drawField(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} field`);
  const { light, canvas, camera } = scene;
  const { x, width } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  hills(scene, randomFrom(`${sheet.seed} hills`));
  treeline(canvas, x, x + width, camera.horizon + 3, 26, random, light.level(2.6), light.ink);
  scene.quad(plane(p3(-150, 0, -4), right, away), 0, 0, 300, 300, light.level(0.2), 0.6);
  const bands = [
    [26, 40, 1.8],
    [14, 20, 1],
  ] as const;
  for (const [z0, z1, level] of bands)
    scene.quad(plane(p3(-120, 0.001, z0), right, away), 0, 0, 240, z1 - z0, light.level(level), 0.5);
  if (sheet.manner === "japanese") paddies(scene);
  else lane(scene, (z) => swinging(0.2)(z) + 1, 0.7, 0.4, 90);
  treeAt(scene, p3(sheet.seed % 2 ? -3.2 : 3.6, 0, 10), 6.5, sheet.seed % 5 === 0 ? "bare" : "broad", sheet.seed);
  for (let i = 0; i < 4; i++)
    treeAt(scene, p3(random.between(-22, 22), 0, random.between(24, 40)), 6, "broad", sheet.seed + i);
  fence(scene, sheet.seed % 2 ? 4 : -4, 4, 18);
  meadow(scene, random, 0.8, 16, 60, 3.4);
  scene.flush();
}

function paddies(scene: Scene): void {
  const { light } = scene;
  for (let row = 0; row < 4; row++)
    for (let k = -3; k < 3; k++) {
      const [z, depth] = [4 + row * 4.4, 3.8];
      scene.quad(
        plane(p3(k * 6 + 0.3, 0.001, z), right, away),
        0,
        0,
        5.4,
        depth,
        light.level(light.dark ? 0 : 1.4),
        0.8,
      );
      const shoots = [];
      for (let u = 0.4; u < 5.2; u += 0.5)
        for (let v = 0.4; v < depth; v += 0.9)
          shoots.push([p3(k * 6 + 0.3 + u, 0, z + v), p3(k * 6 + 0.36 + u, 0.22, z + v)] as const);
      scene.strokes(shoots, 0.7);
    }
}

/** A graveyard: leaning stones and crosses (or tiered stones and wooden tablets), bare trees, a wall, an iron gate, mist. */
export function drawGraveyard(sheet: PlaceSheet, scene: Scene): void {
  const random = randomFrom(`${sheet.seed} graves`);
  const { light, canvas, camera } = scene;
  const { x, width } = canvas.bounds;
  drawSky(canvas, light, camera.horizon, sheet.seed);
  treeline(canvas, x, x + width, camera.horizon + 3, 54, random, light.level(3), light.ink);
  scene.quad(plane(p3(-80, 0, -4), right, away), 0, 0, 160, 90, light.level(1), 0);
  const wall = plane(p3(-20, 0, 16), right, up);
  scene.quad(wall, 0, 0, 40, 1.5, light.level(2), 1);
  masonry(scene, wall, 40, 1.5, 0.3, 0.6, random);
  for (let row = 0; row < 5; row++)
    for (let k = -3; k <= 3; k++) {
      if (k === 0) continue;
      const at = p3(k * 1.7 + random.between(-0.3, 0.3), 0, 2.2 + row * 2.5 + random.between(-0.4, 0.4));
      const own = randomFrom(`${sheet.seed} ${row} ${k}`);
      scene.later(at, () => (sheet.manner === "japanese" ? tieredStone(scene, at, own) : headstone(scene, at, own)));
    }
  treeAt(scene, p3(-4.6, 0, 8), 6, "bare", sheet.seed);
  treeAt(scene, p3(5.4, 0, 12), 6.5, "bare", sheet.seed + 3);
  meadow(scene, random, 1, 12, 34, 4);
  scene.flush();
}

function headstone(scene: Scene, at: Point3, random: Random): void {
  scene.canvas.as("rock", () => {
    const { light } = scene;
    const lean = random.between(-0.14, 0.14);
    const on = plane(at, p3(1, lean * 0.3, 0), p3(lean, 1, 0));
    const w = random.between(0.5, 0.72);
    const h = random.between(0.75, 1.15);
    const shape = (kind: number, z: number): Point3[] => {
      const shift = (p: Point3): Point3 => ({ ...p, z: p.z + z });
      if (kind < 0.3)
        return [
          [0.38, 0],
          [0.62, 0],
          [0.62, 0.62],
          [1, 0.62],
          [1, 0.8],
          [0.62, 0.8],
          [0.62, 1.2],
          [0.38, 1.2],
          [0.38, 0.8],
          [0, 0.8],
          [0, 0.62],
          [0.38, 0.62],
        ].map(([a = 0, b = 0]) => shift(on.at(a * w, b * h * 1.1)));
      const points = [on.at(0, 0), on.at(w, 0)];
      for (let i = 0; i <= 8; i++)
        points.push(
          on.at((w / 2) * (1 + steady.cos((Math.PI * i) / 8)), h * 0.75 + steady.sin((Math.PI * i) / 8) * w * 0.5),
        );
      return points.map(shift);
    };
    const kind = random();
    scene.poly(shape(kind, 0.16), light.level(5), 0.9);
    scene.poly(shape(kind, 0), light.level(light.dark ? 2 : 0.5), 1.1);
    if (kind >= 0.3)
      scene.strokes(
        [0.75, 0.6, 0.48].map((v) => [on.at(w * 0.22, h * v), on.at(w * random.between(0.6, 0.8), h * v)] as const),
        0.7,
      );
  });
}

function tieredStone(scene: Scene, at: Point3, random: Random): void {
  scene.canvas.as("rock", () => {
    const { light } = scene;
    const fills = { front: light.level(light.dark ? 2 : 0.6), side: light.level(4), top: light.level(0) };
    scene.box(p3(at.x - 0.45, 0, at.z), 0.9, 0.2, 0.7, fills);
    scene.box(p3(at.x - 0.32, 0.2, at.z + 0.1), 0.64, 0.22, 0.5, fills);
    scene.box(p3(at.x - 0.18, 0.42, at.z + 0.2), 0.36, random.between(0.6, 0.85), 0.3, fills);
    scene.strokes([[p3(at.x, 0.56, at.z + 0.19), p3(at.x, 0.95, at.z + 0.19)]], 1.6);
    if (random() < 0.4)
      for (const dx of [0.5, 0.6])
        scene.box(
          p3(at.x + dx, 0, at.z + 0.5),
          0.08,
          1.5,
          0.02,
          { front: light.level(0), side: light.level(2), top: light.level(0) },
          0.8,
        );
  });
}

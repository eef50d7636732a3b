import { type Random, randomFrom } from "../../geometry/random.ts";
import { brief } from "../canvas.ts";
import { grass, leafInk, tree, type TreeKind } from "./foliage.ts";
import type { Point3 } from "./perspective.ts";
import { p3, type Scene } from "./scene.ts";

/** Both edges of a path round a middle line, near points close together, so that a bend stays smooth on the page. */
export function laneEdges(middle: (z: number) => number, half: number, from: number, to: number): [Point3[], Point3[]] {
  const [left, rightSide]: [Point3[], Point3[]] = [[], []];
  for (let z = from; z < to; z += Math.max(0.35, 0.09 * Math.abs(z))) {
    left.push(p3(middle(z) - half, 0.001, z));
    rightSide.push(p3(middle(z) + half, 0.001, z));
  }
  return [left, rightSide];
}

/**
 * A path that swings to one side as it goes away, `aside` metres for every metre at first, and bends off far away: straight to the
 * horizon it would be a tent on the page, and with bends to and fro a bottle.
 */
export const swinging =
  (aside: number) =>
  (z: number): number => {
    const far = Math.abs(z) / (Math.abs(z) + 12);
    return z * (aside * far + Math.sign(aside) * 0.4 * far ** 3);
  };

/** A light path over the ground, with ruts where feet and wheels go, and grass that hangs over its borders. */
export function lane(scene: Scene, middle: (z: number) => number, half: number, from: number, to: number): void {
  scene.canvas.as("path", () => {
    const [left, rightSide] = laneEdges(middle, half, from, to);
    const { light } = scene;
    scene.poly([...left, ...rightSide.toReversed()], light.dark ? light.level(0) : "#fff", 0);
    const random = randomFrom(`lane ${half} ${from} ${to}`);
    // Whole bands and whole borders: pieces of lines would be the marks of a motorway.
    for (const aside of [-0.45, 0.45]) {
      const [near, far] = laneEdges((z) => middle(z) + aside * half, half * 0.12, from, Math.min(to, 40));
      scene.poly([...near, ...far.toReversed()], light.level(2), 0);
    }
    for (const edge of [left, rightSide]) scene.line(edge, 0.8);
    for (const { x, z } of [...left, ...rightSide]) {
      const off = z - scene.camera.z;
      // Farther off the grass would be crumbs.
      if (off > 1.2 && off < 16 && random() < 0.3)
        tuft(scene, x + random.between(-0.14, 0.14) * half, z + random.between(-0.1, 0.1), random);
    }
  });
}

/** A fence of posts and two rails along a lane. */
export function fence(scene: Scene, x: number, z0: number, z1: number): void {
  scene.canvas.as("wood", () => {
    const { light } = scene;
    const fills = { front: light.level(0.4), side: light.level(2.6), top: light.level(0) };
    for (let z = z1; z >= z0; z -= 1.1)
      scene.later(p3(x, 0, z), () => {
        scene.box(p3(x - 0.06, 0, z), 0.12, 1.05, 0.1, fills, 0.9);
        for (const y of [0.42, 0.8]) scene.box(p3(x - 0.03, y, z), 0.06, 0.1, 1.1, fills, 0.8);
      });
  });
}

/** A tree that stands somewhere in a place. */
export function treeAt(scene: Scene, at: Point3, height: number, kind: TreeKind, seed: number, dark = false): void {
  scene.later(at, () => {
    const foot = scene.page(at);
    const far = Math.min(1, Math.max(0, (foot?.depth ?? 0) / 45));
    const { x, y, width, height: high } = scene.bounds;
    const tall = scene.scaleAt(at) * height;
    // So near that only a piece of bark would be seen, or with a trunk beside the picture or a crown above it: half a tree hangs in the air.
    if (!foot || tall > 5 * high || foot.x < x || foot.x > x + width) return;
    if (foot.y - tall * 0.5 < y) return;
    tree(scene.canvas, foot, tall, kind, randomFrom(seed), leafInk(scene.light, far, dark), scene.light.level(3.4));
  });
}

/** Grass on the ground in tufts that grow towards the reader. */
export function meadow(scene: Scene, random: Random, from: number, to: number, count: number, half: number): void {
  // Of grass under snow only a few tips are seen.
  const seen = scene.light.weather === "snow" ? count / 4 : count;
  for (let i = 0; i < seen; i++) {
    const z = from + (to - from) * random() ** 1.8;
    tuft(scene, random.between(-half, half) * (1 + z * 0.12), z, random);
  }
}

/** One tuft of grass on the ground, x and z in metres; none so far off that it would be a crumb. */
export function tuft(scene: Scene, x: number, z: number, random: Random): void {
  const at = scene.page(p3(x, 0, z));
  const s = scene.scaleAt(p3(0, 0, z));
  if (!at || s <= 6) return;
  const half = s * 0.2;
  grass(scene.canvas, { x: at.x - half, y: at.y }, { x: at.x + half, y: at.y }, 2, half, random, scene.light.ink);
}

/** Pebbles, ruts and tufts on open ground, and rings of drops where it rains, so that it is not a blank. */
export function groundDetail(scene: Scene, random: Random, half: number): void {
  const { canvas, light } = scene;
  const marks = [];
  for (let i = 0; i < 44; i++) {
    const z = 0.6 + 15 * random() ** 2;
    const x = scene.camera.x + random.between(-half, half) * (0.6 + z * 0.16);
    marks.push([
      p3(x, 0, scene.camera.z + z),
      p3(x + random.between(0.08, 0.4), 0, scene.camera.z + z + random.between(-0.04, 0.04)),
    ] as const);
  }
  scene.strokes(marks, 0.9);
  meadow(scene, random, scene.camera.z + 1, scene.camera.z + 14, 16, half);
  if (light.weather !== "rain" && light.weather !== "storm") return;
  let rings = "";
  for (let i = 0; i < 26; i++) {
    const z = 1 + 13 * random() ** 1.6;
    const at = scene.page(p3(scene.camera.x + random.between(-half, half) * (0.6 + z * 0.16), 0, scene.camera.z + z));
    const { bounds } = canvas;
    if (!at || at.x < bounds.x || at.x > bounds.x + bounds.width || at.y > bounds.y + bounds.height) continue;
    const r = Math.min(30, (scene.camera.focal / at.depth) * random.between(0.08, 0.18));
    rings += `M${brief(at.x - r)} ${brief(at.y)}a${brief(r)} ${brief(r * 0.3)} 0 1 0 ${brief(2 * r)} 0a${brief(r)} ${brief(r * 0.3)} 0 1 0 ${brief(-2 * r)} 0Z`;
    rings += `M${brief(at.x)} ${brief(at.y)}l${brief(-r * 0.3)} ${brief(-r * 0.7)}M${brief(at.x)} ${brief(at.y)}l${brief(r * 0.35)} ${brief(-r * 0.6)}`;
  }
  canvas.line(rings, 1.3, light.ink);
}

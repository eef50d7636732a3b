import * as steady from "../../geometry/steady-math.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";

/** Bridges seen from the bank of the water that they cross. */

/** A bridge over a stream of a half width, seen from the side, with the road that comes to it over both banks: stone and arched, or of planks. */
export function roadBridge(scene: Scene, at: Point3, half: number, made: "stone" | "planks"): void {
  const { x, z } = at;
  // The road lies level behind the parapet and leaves to both sides.
  const { light } = scene;
  scene.quad(
    plane(p3(x - half - 60, 0.001, z + 0.1), right, away),
    0,
    0,
    2 * half + 120,
    1.8,
    light.dark ? light.level(0) : "#fff",
    0.9,
  );
  scene.later(at, () => (made === "planks" ? planks(scene, x, z, half) : arch(scene, x, z, half)), 3);
}

function arch(scene: Scene, x: number, z: number, half: number): void {
  const { light } = scene;
  const reach = half + 2.4;
  const rise = (u: number): number => 1.5 - 0.9 * (u / reach) ** 2;
  const span = Array.from({ length: 15 }, (_, i) => -1 + i / 7);
  const hollow = span.map((t) => p3(x + t * half, Math.sqrt(Math.max(0, 1 - t * t)) * 1.05, z));
  const deck = span.map((t) => p3(x + t * reach, rise(t * reach), z));
  // The dark under the vault first, then the wall round it.
  scene.poly(hollow, light.dark ? "#000" : light.level(5.4), 1);
  scene.poly(
    [
      p3(x - reach, -0.1, z),
      p3(x - half, -0.1, z),
      ...hollow,
      p3(x + half, -0.1, z),
      p3(x + reach, -0.1, z),
      ...[...deck].reverse(),
    ],
    light.level(light.dark ? 1.6 : 0.4),
    1.4,
  );
  const stones = [];
  for (const t of span) {
    const a = ((t + 1) / 2) * Math.PI;
    const [cu, sv] = [-steady.cos(a), steady.sin(a)];
    stones.push([p3(x + cu * half, sv * 1.05, z), p3(x + cu * (half + 0.34), sv * 1.36, z)] as const);
  }
  for (const v of [0.3, 0.62, 0.94])
    for (const side of [-1, 1])
      stones.push([p3(x + side * (half + 0.3), v, z), p3(x + side * reach, v * 0.9, z)] as const);
  scene.strokes(stones, 0.9);
  // The parapet in one piece, with its coping.
  const coping = (up: number): Point3[] => deck.map((p) => ({ ...p, y: p.y + up }));
  scene.poly([...deck, ...coping(0.62).reverse()], light.level(light.dark ? 2 : 1.2), 1.3);
  scene.poly([...coping(0.62), ...coping(0.76).reverse()], light.level(0), 1.1);
}

/** A low arched bridge of planks: ramps of earth and stone on both banks carry its ends down to the road. */
function planks(scene: Scene, x: number, z: number, half: number): void {
  const { light } = scene;
  const reach = half + 3.4;
  const rise = (u: number): number => 1.1 * (1 - (u / reach) ** 2);
  const deep = 1.8;
  const span = Array.from({ length: 13 }, (_, i) => -1 + i / 6);
  const deck = (lift: number, dz: number): Point3[] =>
    span.map((t) => p3(x + t * reach, rise(t * reach) + lift, z + dz));
  const strip = (low: number, high: number, dz: number, grey: number, line: number): void =>
    scene.poly([...deck(low, dz), ...deck(high, dz).reverse()], light.level(grey), line);
  strip(0.62, 0.72, deep, 2, 0.9);
  // The way over it, as light as the road that it carries.
  scene.poly([...deck(0, 0), ...deck(0, deep).reverse()], light.dark ? light.level(0.2) : "#fff", 1);
  scene.strokes(
    span.map((t) => [p3(x + t * reach, rise(t * reach), z), p3(x + t * reach, rise(t * reach), z + deep)] as const),
    0.6,
  );
  for (const side of [-1, 1]) {
    const ends = [1, 0.9, 0.8, half / reach].map((t) => side * t * reach);
    scene.poly(
      [...ends.map((u) => p3(x + u, rise(u), z)), p3(x + side * half, -0.1, z), p3(x + side * reach, -0.1, z)],
      light.level(light.dark ? 3.4 : 2.4),
      1.2,
    );
  }
  for (const u of [-half * 0.45, half * 0.45])
    scene.box(p3(x + u - 0.14, -0.2, z), 0.28, rise(u), 0.28, {
      front: light.level(5),
      side: light.level(6),
      top: light.level(4),
    });
  strip(-0.26, 0.02, 0, light.dark ? 4 : 3.4, 1.3);
  for (const t of span.filter((_, i) => i % 2 === 0))
    scene.box(p3(x + t * reach - 0.07, rise(t * reach), z), 0.14, 0.72, 0.1, railing(light.dark, light), 0.8);
  strip(0.62, 0.74, 0, light.dark ? 3 : 1, 1.1);
}

/** Faces of a post: dimmed at night, when pale rails would be a comb in the dark. */
const railing = (dark: boolean, light: Scene["light"]): { front: string; side: string; top: string } => ({
  front: light.level(dark ? 3 : 1),
  side: light.level(4),
  top: light.level(dark ? 2 : 0),
});

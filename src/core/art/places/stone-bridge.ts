import type { PlaceSheet } from "../artist.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene } from "./scene.ts";

/** Bridges seen from the bank of the water that they cross. */

/** A bridge over a stream of a half width, seen from the side, with the road that comes to it over both banks: stone and arched, or of planks. */
export function roadBridge(scene: Scene, at: Point3, half: number, manner: PlaceSheet["manner"]): void {
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
  scene.later(at, () => (manner === "japanese" ? planks(scene, x, z, half) : arch(scene, x, z, half)), 3);
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
    const [cu, sv] = [-Math.cos(a), Math.sin(a)];
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

function planks(scene: Scene, x: number, z: number, half: number): void {
  const { light } = scene;
  const reach = half + 1.2;
  const rise = (u: number): number => 0.9 - 0.5 * (u / reach) ** 2;
  const span = Array.from({ length: 11 }, (_, i) => -1 + i / 5);
  for (const u of [-half * 0.7, 0, half * 0.7])
    scene.box(p3(x + u - 0.1, -0.2, z), 0.2, rise(u) + 0.2, 0.2, {
      front: light.level(5),
      side: light.level(6),
      top: light.level(4),
    });
  const deck = span.map((t) => p3(x + t * reach, rise(t * reach), z));
  scene.poly(
    [...deck, ...deck.map((p) => ({ ...p, y: p.y - 0.22 })).reverse()],
    light.level(light.dark ? 3 : 3.4),
    1.3,
  );
  for (const t of span) {
    const u = t * reach;
    scene.box(
      p3(x + u - 0.06, rise(u), z),
      0.12,
      0.8,
      0.1,
      { front: light.level(1), side: light.level(3), top: light.level(0) },
      0.9,
    );
  }
  const rail = span.map((t) => p3(x + t * reach, rise(t * reach) + 0.74, z));
  scene.poly([...rail, ...rail.map((p) => ({ ...p, y: p.y + 0.14 })).reverse()], light.level(1), 1.1);
}

import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { circlePath } from "../tone.ts";
import { worldSky } from "./far-worlds.ts";
import { archOn } from "./hall.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, plane, right, type Scene, up } from "./scene.ts";
import type { Stations } from "./view.ts";

export const arenaStations: Stations = {
  wide: { z: -2, eye: 2, x: 1, yaw: 5 },
  near: { z: 1 },
  swing: 14,
  horizon: 0.6,
  walk: 11,
};

/** A theatre under the sky where people fight. */
export const isArena = ({ kind, name }: PlaceSheet): boolean =>
  kind === "theatre" && /arena|amphitheat|coliseum|colosseum|hippodrome|stadium|闘技/iu.test(name);

const middle = { x: 0, z: 6 };
const tiers = 6;

/** A point on the ring round the sand, by degrees from straight ahead; `out` metres behind the wall. */
function ringAt(degrees: number, out: number, y: number): Point3 {
  const angle = (degrees * Math.PI) / 180;
  return p3(middle.x + steady.sin(angle) * (13 + out), y, middle.z + steady.cos(angle) * (9 + out));
}

const steps = Array.from({ length: 33 }, (_, i) => -112 + i * 7);

/** An arena: sand, a wall with its gate, tiers of people all round, masts with pennants against the sky. */
export function drawArena(sheet: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const random = randomFrom(`${sheet.seed} arena`);
  worldSky(scene, sheet);
  scene.quad(plane(p3(-60, 0, -8), right, away), 0, 0, 120, 60, light.level(0.2), 0);
  for (const degrees of [-62, -36, -14, 14, 36, 62])
    pennant(scene, ringAt(degrees, tiers * 1.1 + 0.4, 2.4 + tiers * 0.8));
  for (let tier = tiers - 1; tier >= 0; tier--) row(scene, tier, random);
  strip(scene, 0, 0, 2.4, 1.2);
  strip(scene, 0, 2.2, 2.5, 4);
  gate(scene);
  scuffs(scene, random);
  scene.flush();
}

/** A standing strip of the ring, from one height to another. */
function strip(scene: Scene, out: number, low: number, top: number, level: number): void {
  for (const [i, from] of steps.entries()) {
    const to = steps[i + 1];
    if (to !== undefined)
      scene.poly(
        [ringAt(from, out, low), ringAt(to, out, low), ringAt(to, out, top), ringAt(from, out, top)],
        scene.light.level(level + (Math.abs(from) > 60 ? 0.8 : 0)),
        0,
      );
  }
  for (const y of [low, top])
    scene.line(
      steps.map((degrees) => ringAt(degrees, out, y)),
      0.8,
    );
}

/** One tier and the people on it: heads and shoulders, light and dark, thinner to the sides. */
function row(scene: Scene, tier: number, random: Random): void {
  const { canvas, light } = scene;
  const [out, y] = [tier * 1.1, 2.4 + tier * 0.8];
  strip(scene, out + 1.1, y, y + 0.8, 1.6);
  // By chequers of black and white heads a crowd would be a game of pawns.
  const inks = [4.2, 3, 2, 1].map((level) => ({ fill: light.level(level), path: "" }));
  for (let degrees = -100; degrees < 100; degrees += 2.1) {
    if (random() < 0.14) continue;
    const at = ringAt(degrees + random.between(-0.5, 0.5), out + 0.6, y);
    const foot = scene.page(at);
    const s = scene.scaleAt(at);
    const ink = inks[Math.floor(random() * inks.length)];
    if (!foot || !ink || s > 44) continue;
    ink.path += body(foot.x, foot.y, s * random.between(0.8, 1.25));
  }
  for (const { fill, path } of inks) if (path) canvas.shape(path, fill, 0.9, light.ink);
}

/** Somebody who sits far off: shoulders that fall to the seat and a head on them. */
const body = (x: number, y: number, s: number): string =>
  `M${(x - 0.24 * s).toFixed(1)} ${y.toFixed(1)}Q${(x - 0.24 * s).toFixed(1)} ${(y - 0.48 * s).toFixed(1)} ${x.toFixed(1)} ${(y - 0.5 * s).toFixed(1)}Q${(x + 0.24 * s).toFixed(1)} ${(y - 0.48 * s).toFixed(1)} ${(x + 0.24 * s).toFixed(1)} ${y.toFixed(1)}Z${circlePath(x, y - 0.64 * s, 0.15 * s)}`;

function gate(scene: Scene): void {
  const { light } = scene;
  const front = plane(ringAt(0, -0.05, 0), right, up);
  scene.poly(archOn(front, -1.5, 0, 3, 2.5, false), light.level(0.6), 1.2);
  scene.poly(archOn(front, -1.1, 0, 2.2, 2.1, false), light.dark ? "#000" : light.level(6), 1.1);
  const bars = [-0.8, -0.4, 0, 0.4, 0.8].map((a) => [front.at(a, 0), front.at(a, 1.9)] as const);
  const rails = [0.6, 1.2].map((b) => [front.at(-1, b), front.at(1, b)] as const);
  scene.rules([...bars, ...rails], 1.2, "#fff");
}

function pennant(scene: Scene, foot: Point3): void {
  const { canvas, light } = scene;
  const [low, top] = [scene.page(foot), scene.page({ ...foot, y: foot.y + 3 })];
  const s = scene.scaleAt(foot);
  if (!low || !top) return;
  canvas.line(`M${low.x.toFixed(1)} ${low.y.toFixed(1)}V${top.y.toFixed(1)}`, 1.8, light.ink);
  canvas.shape(
    `M${top.x.toFixed(1)} ${top.y.toFixed(1)}q${(s * 0.5).toFixed(1)} ${(s * 0.02).toFixed(1)} ${(s * 1.3).toFixed(1)} ${(s * 0.3).toFixed(1)}q${(-s * 0.8).toFixed(1)} ${(s * 0.02).toFixed(1)} ${(-s * 1.3).toFixed(1)} ${(s * 0.36).toFixed(1)}Z`,
    light.dark ? "#fff" : light.level(5),
    1.1,
    light.ink,
  );
}

/** Trodden sand. */
function scuffs(scene: Scene, random: Random): void {
  scene.strokes(
    Array.from({ length: 60 }, () => {
      const [x, z] = [random.between(-9, 9), random.between(0.5, 12)];
      return [p3(x, 0, z), p3(x + random.between(0.2, 0.7), 0, z + random.between(-0.1, 0.1))] as const;
    }),
    0.7,
  );
}

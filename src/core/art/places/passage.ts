import * as steady from "../../geometry/steady-math.ts";
import { clipToRect } from "../../geometry/clip-polygon.ts";
import { boundsOf, type Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { corners } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { p3, type Scene } from "./scene.ts";

/** A passage through rock or earth, seen along its length as a row of cuts through its wall. */
export interface Passage {
  seed: number;
  /** Half of its width and its height, in metres. */
  half: number;
  high: number;
  /** A pipe that is round underneath, or a vault on a level floor. */
  round: boolean;
  /** Metres to the side for a metre of depth, squared. */
  bend: number;
  /** How far the wall sticks out and in, as a share of its radius. */
  rough: number;
  /** Metres from the camera, and the share of black from there on; before the first lies `near`. */
  near: number;
  cuts: readonly (readonly [depth: number, coverage: number])[];
}

/** A cut through the wall: its points on the page, clockwise from the right, and the page units of a metre there. */
export interface Cut {
  points: Point[];
  metre: number;
  coverage: number;
}

const count = 60;

/** Draws the wall from the reader into the depth and returns its cuts. */
export function drawPassage(scene: Scene, passage: Passage): Cut[] {
  const { canvas, camera, light, bounds } = scene;
  const tone = (coverage: number): string => canvas.dots(coverage * (1 - 0.5 * light.soft));
  canvas.flood(tone(passage.near));
  const made: Cut[] = [];
  for (const [i, [depth, coverage]] of passage.cuts.entries()) {
    const points = cutAt(scene, passage, camera.z + depth, randomFrom(`${passage.seed} cut ${i}`));
    const seen = points.length < count ? [] : clipToRect(points, bounds, 8);
    if (seen.length < 3) continue;
    // A hole in soft earth has no ribs: rings one in another would be an onion. Two ledges tell how it runs.
    const fill = passage.round ? "none" : tone(coverage);
    if (!passage.round || i === 1 || i === 3)
      canvas.shape(corners(seen), fill, Math.max(1, scene.weight(depth, 1.3)), light.ink);
    made.push({ points, metre: camera.focal / depth, coverage });
    scratches(scene, points, i, coverage * (1 - 0.5 * light.soft) > 0.55, randomFrom(`${passage.seed} scratch ${i}`));
  }
  if (passage.round) depthOf(scene, made);
  return made;
}

/** The dark at the end of a hole, deepening towards its middle without a step; its near wall stays light. */
function depthOf({ canvas, light }: Scene, cuts: readonly Cut[]): void {
  const [mouth, last] = [cuts[0], cuts.at(-1)];
  const ledge = cuts[Math.min(3, cuts.length - 1)];
  if (!mouth || !ledge || !last) return;
  const radius = ({ points }: Cut): number => 0.5 * boundsOf(points).width;
  const end = boundsOf(last.points);
  const middle = { x: end.x + end.width / 2, y: end.y + end.height / 2 };
  const most = 1 - 0.45 * light.soft;
  const near = Math.max(radius(ledge), 1.2 * radius(last));
  canvas.glow(middle, [0.6 * radius(last), near], [most, 0.42 * most], "black");
  canvas.glow(middle, [near, Math.max(1.1 * radius(mouth), 1.4 * near)], [0.42 * most, 0], "black");
  canvas.solid(corners(last.points), canvas.dots(most));
}

function cutAt(scene: Scene, { half, high, round, bend, rough }: Passage, z: number, random: Random): Point[] {
  const middle = bend * (z - scene.camera.z) ** 2;
  const [a, b, c] = [random.between(0, 6), random.between(0, 6), random.between(0, 6)];
  const points: Point[] = [];
  for (let k = 0; k < count; k++) {
    const angle = (k / (round ? count : count - 1)) * Math.PI * (round ? 2 : 1);
    const wave = steady.sin(angle * 3 + a) + 0.7 * steady.sin(angle * 7 + b) + 0.5 * steady.sin(angle * 13 + c);
    const r = 1 + rough * wave * (round ? 1 : steady.sin(angle) ** 0.5);
    const up = round ? (high / 2) * (1 + steady.sin(angle) * r) - 0.06 : high * steady.sin(angle) ** 0.75 * r;
    const p = scene.page(p3(middle + steady.cos(angle) * half * r, up, z));
    if (p) points.push(p);
  }
  return points;
}

export const isSeen = ({ bounds }: Pick<Scene, "bounds">, { x, y }: Point): boolean =>
  x > bounds.x && x < bounds.x + bounds.width && y > bounds.y && y < bounds.y + bounds.height;

/** Short strokes that run from a cut into the depth: marks of digging, planes of rock. */
function scratches(scene: Scene, points: readonly Point[], i: number, pale: boolean, random: Random): void {
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  let path = "";
  for (const p of points) {
    if (random() < 0.5 || !isSeen(scene, p)) continue;
    const reach = random.between(0.05, 0.15);
    const at = (t: number): Point => ({ x: p.x + (middle.x - p.x) * t, y: p.y + (middle.y - p.y) * t });
    path += penStroke([at(0), at(reach * 0.5), at(reach)], Math.max(1.1, 2.6 - 0.4 * i), { tip: 0 });
  }
  scene.canvas.fill(path, pale ? "#fff" : scene.light.ink);
}

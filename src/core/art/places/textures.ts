import type { Random } from "../../geometry/random.ts";
import type { Point3 } from "./perspective.ts";
import type { Plane, Scene } from "./scene.ts";

/** Surfaces drawn on a plane, in metres. Detail stands in patches: blank paper between them lets the eye rest. */

type Line = readonly [Point3, Point3];

/** Boards along the first direction of the plane. */
export function boards(scene: Scene, on: Plane, width: number, height: number, board: number, random: Random): void {
  const lines: Line[] = [];
  for (let b = board; b < height - 0.01; b += board) {
    lines.push([on.at(0, b), on.at(width, b)]);
    for (let a = random.between(0.3, 2); a < width; a += random.between(1.2, 2.8))
      lines.push([on.at(a, b - board), on.at(a, b)]);
  }
  scene.strokes(lines, 0.6);
}

/** The grain of wood: long thin strokes that break off. */
export function grain(scene: Scene, on: Plane, width: number, height: number, count: number, random: Random): void {
  const lines: Line[] = [];
  for (let i = 0; i < count; i++) {
    const [a, b] = [random() * width, random() * height];
    const length = random.between(0.15, 0.5) * width;
    lines.push([on.at(a, b), on.at(Math.min(width, a + length), b + random.between(-0.01, 0.01))]);
  }
  scene.strokes(lines, 0.4);
}

/** Courses of bricks or stones, in clusters only. */
export function masonry(
  scene: Scene,
  on: Plane,
  width: number,
  height: number,
  course: number,
  density: number,
  random: Random,
): void {
  const lines: Line[] = [];
  const length = course * 2.1;
  const clusters = Math.max(1, Math.round(((width * height) / (course * course * 70)) * density));
  for (let c = 0; c < clusters; c++) {
    const [ca, cb] = [random() * width, random() * height];
    const row0 = Math.floor(cb / course);
    for (let r = row0 - 1; r <= row0 + 2; r++) {
      if (r < 0 || (r + 1) * course > height) continue;
      const shift = r % 2 ? length / 2 : 0;
      const first = Math.round((ca - shift) / length - random.between(0.4, 1.6));
      const n = Math.round(random.between(1, 3.4));
      for (let k = 0; k < n; k++) {
        const [a0, a1] = [(first + k) * length + shift, (first + k + 1) * length + shift];
        if (a0 < 0 || a1 > width) continue;
        const [b0, b1] = [r * course, (r + 1) * course];
        lines.push([on.at(a0, b0), on.at(a1, b0)], [on.at(a0, b1), on.at(a1, b1)], [on.at(a1, b0), on.at(a1, b1)]);
        if (k === 0) lines.push([on.at(a0, b0), on.at(a0, b1)]);
      }
    }
  }
  scene.strokes(lines, 0.5);
}

/** Rows of tiles, slates or thatch up a slope: broken courses with short joints. */
export function tiles(scene: Scene, on: Plane, width: number, height: number, course: number, random: Random): void {
  const lines: Line[] = [];
  for (let b = course; b < height; b += course) {
    let a = random.between(0, course * 2);
    while (a < width) {
      const run = random.between(course * 2, width * 0.45);
      lines.push([on.at(a, b), on.at(Math.min(width, a + run), b)]);
      a += run + random.between(0, course * 3);
    }
    for (let i = 0; i < width / course / 5; i++) {
      const at = Math.round((random() * width) / course) * course;
      lines.push([on.at(Math.min(width, at), b - course), on.at(Math.min(width, at), b)]);
    }
  }
  scene.strokes(lines, 0.5);
}

/** Ridges of pantiles from eaves to ridge, as on a Japanese roof, with a scalloped foot. */
export function ribs(scene: Scene, on: Plane, width: number, height: number, step: number): void {
  const lines: Line[] = [];
  for (let a = step; a < width; a += step) lines.push([on.at(a, 0), on.at(a, height)]);
  scene.strokes(lines, 0.75);
}

/** A grid: tiles of a floor, panes, lattices. */
export function grid(
  scene: Scene,
  on: Plane,
  width: number,
  height: number,
  across: number,
  along: number,
  strength = 0.6,
): void {
  const lines: Line[] = [];
  for (let i = 1; i < across; i++) lines.push([on.at((width * i) / across, 0), on.at((width * i) / across, height)]);
  for (let i = 1; i < along; i++) lines.push([on.at(0, (height * i) / along), on.at(width, (height * i) / along)]);
  scene.rules(lines, strength);
}

/** Setts of a paved street, where no snow lies on them: short broken strokes, thick near, gone in the distance. */
export function cobbles(scene: Scene, on: Plane, width: number, length: number, random: Random): void {
  if (scene.light.weather === "snow") return;
  const lines: Line[] = [];
  for (let i = 0; i < 260; i++) {
    const b = length * random() ** 2.2;
    const size = 0.3;
    const row = Math.round(b / size) * size;
    const a = Math.round((random() * width) / size) * size + (Math.round(b / size) % 2 ? size / 2 : 0);
    if (a < 0 || a + size > width) continue;
    lines.push([on.at(a, row), on.at(a + size * 0.9, row)]);
    if (random() < 0.6) lines.push([on.at(a, row), on.at(a, row + size * 0.8)]);
  }
  scene.strokes(lines, 0.6);
}

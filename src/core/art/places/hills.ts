import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { brief, type Canvas } from "../canvas.ts";
import { penStroke, smoothPath } from "../ink.ts";
import { range } from "./mountain-range.ts";
import type { Scene } from "./scene.ts";

/** What closes a view far off: every place has its own kind of distance. */
export function hills(scene: Scene, random: Random): void {
  scene.canvas.as("hill", () => {
    const kind = random();
    if (kind < 0.2) return;
    if (kind < 0.44) {
      const { horizon } = scene.camera;
      const peaks = 2 + Math.floor(random() * 3);
      const height = scene.bounds.height * random.between(0.1, 0.17);
      range(scene, {
        base: horizon + 2,
        height,
        peaks,
        shift: 0,
        seed: random() * 1e6,
        far: true,
      });
      rounded(scene, random, 1, 0.05);
      return;
    }
    rounded(scene, random, kind < 0.7 ? 3 : 2, kind < 0.7 ? 0.13 : 0.08);
  });
}

/** Rounded ridges one behind the other, the nearest darkest, with pen lines down their shaded sides. */
function rounded({ canvas, light, camera }: Scene, random: Random, layers: number, share: number): void {
  const { x, width, height } = canvas.bounds;
  const rise = Math.min(width * share, height * share * 2.2);
  for (let layer = 0; layer < layers; layer++) {
    const high = rise * (1 - layer / (layers + 0.6));
    const points = ridge(x, width, camera.horizon, high, random);
    const outline = smoothPath(points);
    const low = camera.horizon + 4;
    canvas.shape(
      `${outline}L${brief(x + width + 20)} ${brief(low)}L${brief(x - 20)} ${brief(low)}Z`,
      light.level(0.5 + layer * 0.9),
      1 + layer * 0.3,
      light.ink,
    );
    if (layer > 0 || layers === 1) flanks(canvas, points, high, random, light.ink);
  }
}

function ridge(x: number, width: number, base: number, high: number, random: Random): Point[] {
  const [first, second] = [random.between(0, 6), random.between(0, 6)];
  return Array.from({ length: 15 }, (_, i) => {
    const u = i / 14;
    const wave = 0.58 + 0.28 * steady.sin(u * 5.2 + first) + 0.14 * steady.sin(u * 11 + second);
    return { x: x - 20 + (width + 40) * u, y: base - high * Math.max(0.12, wave * random.between(0.94, 1.05)) };
  });
}

/** Short strokes that fall to the right from the top of a ridge. */
function flanks(canvas: Canvas, points: readonly Point[], high: number, random: Random, ink: string): void {
  if (high < 16) return;
  let path = "";
  for (const [i, p] of points.entries()) {
    const next = points[i + 1];
    if (!next || next.y < p.y) continue;
    for (let k = 0; k < 4; k++) {
      const t = (k + random.between(0.1, 0.9)) / 4;
      const from = { x: p.x + (next.x - p.x) * t, y: p.y + (next.y - p.y) * t + high * 0.05 };
      const long = high * random.between(0.12, 0.3);
      path += penStroke(
        [from, { x: from.x + long * 0.5, y: from.y + long * 0.7 }, { x: from.x + long * 1.1, y: from.y + long }],
        1.5,
        {
          swellTo: 0.2,
          thinFrom: 0.3,
          tip: 0,
        },
      );
    }
  }
  canvas.fill(path, ink);
}

import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { brief } from "../canvas.ts";

/** Path data of arcs from point to point, bulging outwards (points run clockwise). */
export function scallops(points: readonly Point[], random: Random): string {
  let path = "";
  points.forEach((p, i) => {
    const before = points[i - 1];
    if (!before) {
      path = `M${brief(p.x)} ${brief(p.y)}`;
      return;
    }
    const radius = Math.hypot(p.x - before.x, p.y - before.y) * random.between(0.5, 0.66);
    path += `A${brief(radius)} ${brief(radius)} 0 0 1 ${brief(p.x)} ${brief(p.y)}`;
  });
  return path;
}

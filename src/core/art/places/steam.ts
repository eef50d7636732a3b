import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import type { Scene } from "./scene.ts";

/** Steam over a foot on the page, as tall as `tall`: a soft paleness that thins as it rises. Wisps with an outline would be ribbons. */
export function steam({ canvas }: Scene, foot: Point, tall: number, random: Random): void {
  const drift = random.between(-0.16, 0.16) * tall;
  for (const t of [0.06, 0.3, 0.58, 0.9]) {
    const sway = random.between(-0.07, 0.07) * tall;
    canvas.veil(
      { x: foot.x + drift * t + sway, y: foot.y - t * tall },
      [tall * 0.03, tall * (0.18 + 0.16 * t)],
      0.92 - 0.45 * t,
      "white",
    );
  }
}

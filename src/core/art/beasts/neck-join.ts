import type { BeastView } from "./beast-view.ts";
import { discOf, fleshOn } from "./beast-view.ts";
import type { Disc } from "./soft-shape.ts";

/**
 * Fur over the line where the back of the head meets the neck: seen from the side or from behind, one runs into the
 * other. `nape` and `low` are the ends of the neck's upper edge.
 */
export function neckJoin(beast: BeastView, nape: Disc, low: Disc): string {
  if (Math.abs(beast.yaw) < 40 || beast.plan.top === "lion-mane") return "";
  const inset = 0.008 * beast.size;
  const skull = discOf([0, -0.02, -0.1, (nape.r / beast.size) * 0.7], beast.sight);
  const t = 0.55;
  const end: Disc = {
    x: nape.x + (low.x - nape.x) * t,
    y: nape.y + (low.y - nape.y) * t,
    r: Math.max(1, nape.r + (low.r - nape.r) * t - inset),
  };
  const middle: Disc = { ...nape, r: Math.max(1, nape.r - inset) };
  if (beast.plan.pale === "muzzle") {
    // The pale breast begins under the throat: only the upper half is covered.
    for (const disc of [middle, end]) {
      disc.y -= disc.r * 0.28;
      disc.r *= 0.72;
    }
  }
  const bones = [
    { from: skull, to: middle },
    { from: middle, to: end },
  ];
  return `<path d="${fleshOn(beast, bones, 0.01).path}" fill="${beast.coat.main}"/>`;
}

import { brief, type Canvas } from "./canvas.ts";
import type { Footing } from "./footing.ts";

/** Where the floor meets the wall, in head sizes over the soles of the foremost. */
const rise = 0.85;

/**
 * The floor under whoever is seen whole before plain tone, lighter than what stands behind, with the line where it begins:
 * without it a body hangs in grey. By night the line is light and nothing is filled. Where nobody stands nothing is drawn.
 */
export function plainFloor(canvas: Canvas, footings: readonly Footing[], night: boolean): void {
  const { x, y, width, height } = canvas.bounds;
  const low = y + height;
  const standing = footings.filter(({ soles, ground }) => soles.length > 0 && ground < low);
  if (standing.length === 0) return;
  const top = Math.min(...standing.map(({ ground, head }) => ground - rise * head.size));
  const [left, right] = [brief(x - 2), brief(x + width + 2)];
  canvas.as("feeling", () => {
    if (!night) canvas.fill(`M${left} ${brief(top)}H${right}V${brief(low + 2)}H${left}Z`, "#fff");
    canvas.line(`M${left} ${brief(top)}H${right}`, 1.6, night ? "#999" : "#000");
  });
}

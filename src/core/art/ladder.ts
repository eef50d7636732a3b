import type { Point } from "../geometry/geometry.ts";
import type { Canvas } from "./canvas.ts";
import type { Footing } from "./footing.ts";

/** The ladder under the hands and feet of who climbs: from the ground, which the climber has left, to the upper edge of the picture, behind the body. Page units. */
export function drawLadder(canvas: Canvas, { body, ground, head: { size } }: Footing, dark: boolean): void {
  if (!body) return;
  const { arms, legs, see } = body;
  const grip = between(see(arms[0].wrist), see(arms[1].wrist));
  const tread = between(see(legs[0].toe), see(legs[1].toe));
  const slope = (tread.x - grip.x) / Math.max(1, tread.y - grip.y);
  const at = (y: number, across: number): Point => ({ x: grip.x + (y - grip.y) * slope + across * size, y });
  const [top, low] = [canvas.bounds.y - size, ground + 0.75 * size];
  const [wood, ink] = dark ? ["#000", "#fff"] : ["#fff", "#000"];
  const bar = (a: Point, b: Point, width: number): void => {
    for (const [stroke, by] of [
      [ink, width + Math.max(2.4, 0.05 * size)],
      [wood, width],
    ] as const)
      canvas.raw(
        `<path d="M${a.x.toFixed(1)} ${a.y.toFixed(1)}L${b.x.toFixed(1)} ${b.y.toFixed(1)}" fill="none" stroke="${stroke}" stroke-width="${by.toFixed(1)}"/>`,
      );
  };
  for (let y = low - 0.55 * size; y > top; y -= 0.72 * size) bar(at(y, -halfWide), at(y, halfWide), 0.1 * size);
  for (const side of [-halfWide, halfWide]) bar(at(low, side), at(top, side), 0.15 * size);
}

/** Half the breadth of a ladder in head sizes. */
const halfWide = 0.62;

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

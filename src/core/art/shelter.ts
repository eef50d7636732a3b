import type { Rect } from "../geometry/geometry.ts";
import { type Canvas, corners } from "./canvas.ts";

/** The roof over people who wait out the weather, seen from within. */
export interface Shelter {
  bounds: Rect;
  night: boolean;
  /** Height on the page at which they stand, or below the panel where they are seen from near. */
  ground: number;
}

/** Across: where the two pillars stand and how wide they are, as shares of the panel. */
const pillars = [0.1, 0.9] as const;
const wide = 0.12;
/** Down: the beam under the eaves, and how far the floor reaches behind the feet. */
const beam = { top: 0.05, depth: 0.09 } as const;
const behindFeet = 0.07;

/** A paved floor, a pillar to either side and the beam under the eaves: the weather falls beyond them. */
export function drawShelter(canvas: Canvas, { bounds, night, ground }: Shelter): void {
  const { x, y, width, height } = bounds;
  const ink = night ? "#fff" : "#000";
  const edge = ground - behindFeet * height;
  const foot = y + height + 4;
  const band = (top: number, low: number) =>
    corners([
      { x: x - 4, y: top },
      { x: x + width + 4, y: top },
      { x: x + width + 4, y: low },
      { x: x - 4, y: low },
    ]);
  if (edge < foot - 8) {
    canvas.shape(band(edge, foot), night ? "#000" : "#fff", 2.4, ink);
    canvas.fill(band(edge, foot), canvas.dots(night ? 0.7 : 0.16));
    canvas.solid(band(edge, edge + 0.018 * height), ink);
    const middle = x + width / 2;
    for (let i = -4; i <= 4; i++)
      canvas.line(
        corners(
          [
            { x: middle + i * width * 0.16, y: edge + 0.018 * height },
            { x: middle + i * width * 0.3, y: foot },
          ],
          false,
        ),
        1.4,
        ink,
      );
  }
  const under = y + (beam.top + beam.depth) * height;
  const low = Math.min(foot, edge + 0.05 * height);
  for (const share of pillars) {
    const half = (wide / 2) * width;
    const at = x + share * width;
    const pillar = corners([
      { x: at - half, y: under },
      { x: at + half, y: under },
      { x: at + half, y: low },
      { x: at - half, y: low },
    ]);
    canvas.shape(pillar, night ? "#000" : "#fff", 2.6, ink);
    canvas.gradient({ x: at - half, y: under, width: 2 * half, height: low - under }, 0.75, 0.2, {
      ink: "black",
      across: true,
    });
  }
  canvas.solid(band(y - 4, y + beam.top * height), "#000");
  canvas.shape(band(y + beam.top * height, under), "#000", 2.4, night ? "#fff" : "#000");
  canvas.fill(band(y + beam.top * height, under), canvas.dots(night ? 0.85 : 0.7));
  const ends = 11;
  for (let i = 0; i < ends; i++) {
    const left = x + ((i + 0.3) / ends) * width;
    const right = left + (0.4 / ends) * width;
    const top = y + (beam.top + 0.012) * height;
    const end = top + 0.03 * height;
    canvas.shape(
      corners([
        { x: left, y: top },
        { x: right, y: top },
        { x: right, y: end },
        { x: left, y: end },
      ]),
      night ? "#000" : "#fff",
      1.6,
      night ? "#fff" : "#000",
    );
  }
}

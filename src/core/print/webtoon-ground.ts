import { circlePath } from "../art/tone.ts";
import type { Paper } from "../page/page.ts";
import type { StripBand } from "../page/strip-stack.ts";

/** Distance of dots in units: the screen of the pictures (decisions/005). */
const pitch = 8;

/** Radius at which neighbouring dots on a square grid leave no paper, and the largest where a scene changes on the same ground, in units. */
const radii = { full: 0.72 * pitch, change: 0.34 * pitch } as const;

/** What lies behind the panels of a picture of a strip, as SVG: white, black, and dots that lead from one to the other (D6). */
export function stripGround(bands: readonly StripBand[], { width, height }: Paper): string {
  const seen = bands.filter(({ from, to }) => to > 0 && from < height);
  return seen.map((band) => bandPicture(band, width)).join("");
}

function bandPicture({ from, to, ground, after, change }: StripBand, width: number): string {
  const rect = (colour: StripBand["ground"]): string =>
    colour === "white" ? "" : `<rect y="${from}" width="${width}" height="${to - from}" fill="#000"/>`;
  // Black dots on white in both directions: a negative screen would not meet the black edge.
  if (after) return dots({ from, to }, width, (share) => radii.full * (ground === "black" ? share : 1 - share));
  if (!change || ground === "black") return rect(ground);
  return dots({ from, to }, width, (share) => radii.change * Math.max(0, 1 - Math.abs(4 * share - 2)));
}

/** Rows of dots over a stretch; `radiusAt` is told how far down they stand. */
function dots(
  { from, to }: Pick<StripBand, "from" | "to">,
  width: number,
  radiusAt: (share: number) => number,
): string {
  const circles: string[] = [];
  for (let y = from + pitch / 2; y < to; y += pitch) {
    const radius = radiusAt((y - from) / (to - from));
    if (radius < 0.4) continue;
    for (let x = pitch / 2; x < width; x += pitch) circles.push(circlePath(x, y, radius));
  }
  return `<path d="${circles.join("")}"/>`;
}

import { type Point, type Rect, boundsOf, overlapArea } from "../../geometry/geometry.ts";

/**
 * Takes out clipped groups of which nothing lies in the picture. They would not be seen, and the rasteriser (resvg)
 * gives up the whole process on a clipped group outside the layer that holds it. Expects the form that `clipped` writes.
 */
export function withoutUnseenClips(svg: string, bounds: Rect): string {
  const opening = /<clipPath id="([^"]+)"><path d="([^"]*)"\/><\/clipPath><g clip-path="url\(#\1\)">/g;
  let kept = "";
  let from = 0;
  for (let match = opening.exec(svg); match; match = opening.exec(svg)) {
    const start = match.index + match[0].length;
    const end = closingOf(svg, start);
    const content = svg.slice(start, end);
    if (meets(pointsOf(match[2] ?? ""), bounds) && meets(pointsOfAll(content), bounds)) continue;
    kept += svg.slice(from, match.index);
    from = end + "</g>".length;
    opening.lastIndex = from;
  }
  return kept + svg.slice(from);
}

/** Where the group that is open at `start` is closed. */
function closingOf(svg: string, start: number): number {
  const tag = /<g[ >]|<\/g>/g;
  tag.lastIndex = start;
  let depth = 1;
  for (let match = tag.exec(svg); match; match = tag.exec(svg)) {
    depth += match[0] === "</g>" ? -1 : 1;
    if (depth === 0) return match.index;
  }
  throw new RangeError("withoutUnseenClips: a group is not closed");
}

/** Two units inside the frame: what only touches its edge is not seen either. */
function meets(points: readonly Point[], { x, y, width, height }: Rect): boolean {
  if (points.length === 0) return true;
  const box = boundsOf(points);
  const grown = { ...box, width: Math.max(0.1, box.width), height: Math.max(0.1, box.height) };
  return overlapArea(grown, { x: x + 2, y: y + 2, width: width - 4, height: height - 4 }) > 0;
}

const pointsOfAll = (svg: string): Point[] =>
  [...svg.matchAll(/ d="([^"]+)"/g)].flatMap((match) => pointsOf(match[1] ?? ""));

/** Points of path data with absolute commands; of other data nothing is known, and nothing is taken out for it. */
function pointsOf(path: string): Point[] {
  if (/[a-z]/.test(path)) return [];
  const numbers = path.match(/-?\d*\.?\d+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const points: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const [x, y] = [numbers[i], numbers[i + 1]];
    if (x !== undefined && y !== undefined) points.push({ x, y });
  }
  return points;
}

import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { betweenLines } from "./brush.ts";

/** A place on the trunk: degrees from the front, and height. */
export type Place = readonly [degrees: number, y: number];

/** Half of what is seen of a trunk, in degrees; the very edge is left out so that cloth does not run along it. */
export const halfView = 89;

/** What shows of itself no more than this near the edge would be a loose bar there, and is left out; degrees from the middle of what is seen. */
const edgeOnly = 62;

/** Whether a piece comes far enough into sight to be known for what it is. */
function comesForward(places: readonly Place[], turned: number): boolean {
  const views = places.map(([d]) => d + turned);
  return Math.min(...views) < edgeOnly && Math.max(...views) > -edgeOnly;
}

/** A strip that runs down the edge is seen from its side; one that runs round the body has its width there too. `upright` is 1 for the first, 0 for the second. */
export function foreshortened(place: Place | undefined, yaw: number, upright: number): number {
  const facing = Math.max(0, steady.cos((((place?.[0] ?? 0) + yaw) * Math.PI) / 180));
  return 1 - Math.min(1, upright * 1.3) * (1 - Math.max(0.05, facing ** 1.1));
}

/** How far a line on the page runs upright at one of its points: 1 straight down, 0 level. */
export function uprightAt(line: readonly Point[], index: number): number {
  const [a, b] = [line[Math.max(0, index - 1)], line[Math.min(line.length - 1, index + 1)]];
  if (!a || !b) return 0;
  const [dx, dy] = [Math.abs(b.x - a.x), Math.abs(b.y - a.y)];
  return dx + dy === 0 ? 0 : dy / (dx + dy);
}

/** A line with its bends rounded. */
export function eased(line: readonly Point[]): Point[] {
  return line.map((p, i) => {
    const [a, b] = [line[i - 1], line[i + 1]];
    return a && b ? { x: (a.x + 2 * p.x + b.x) / 4, y: (a.y + 2 * p.y + b.y) / 4 } : p;
  });
}

/** Path data of a strip along a line, cut straight at both ends. */
export function ribbon(line: readonly Point[], half: (index: number) => number): string {
  const side = (s: 1 | -1): Point[] =>
    line.map((point, i) => {
      const before = line[Math.max(0, i - 1)] ?? point;
      const after = line[Math.min(line.length - 1, i + 1)] ?? point;
      const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
      const h = (s * half(i)) / length;
      return { x: point.x - (after.y - before.y) * h, y: point.y + (after.x - before.x) * h };
    });
  return betweenLines(side(1), side(-1));
}

/** Degrees by which a half goes over the middle of the back to meet its mirror image; what goes further lies across it whole. */
const mostOverlap = 8;

interface FacingPart {
  part: Place[];
  /** Its outline without the side where it meets its mirror image in the middle of the back; null where it has none. */
  open: Place[] | null;
}

/** The pieces of a shape that face the reader; the same shape may come into sight round either edge. */
export function facingParts(places: readonly Place[], yaw: number): FacingPart[] {
  const parts: FacingPart[] = [];
  for (const turn of [-360, 0, 360]) {
    const moved = places.map(([d, y]): Place => [d + turn, y]);
    const part = cut(cut(moved, -yaw - halfView, 1), -yaw + halfView, -1);
    if (part.length < 3 || !comesForward(part, yaw)) continue;
    const pastBack = (i: number): number => Math.abs((part[i % part.length]?.[0] ?? 0) - turn) - 180;
    const atBack = (i: number): boolean => pastBack(i) >= 0 && pastBack(i) <= mostOverlap;
    const middle = part.findIndex((_, i) => atBack(i) && atBack(i + 1));
    parts.push({ part, open: middle < 0 ? null : [...part.slice(middle + 1), ...part.slice(0, middle + 1)] });
  }
  return parts;
}

/** What of a closed shape lies on one side of an upright line on the trunk. */
function cut(places: readonly Place[], edge: number, side: 1 | -1): Place[] {
  const out: Place[] = [];
  places.forEach((p, i) => {
    const q = places[(i + 1) % places.length] ?? p;
    const [a, b] = [(p[0] - edge) * side, (q[0] - edge) * side];
    if (a >= 0) out.push(p);
    if (a * b < 0) out.push([edge, p[1] + ((q[1] - p[1]) * a) / (a - b)]);
  });
  return out;
}

/** The runs of a line that face the reader. */
export function facingRuns(places: readonly Place[], yaw: number): Place[][] {
  const runs: Place[][] = [];
  for (const turn of [-360, 0, 360]) {
    const [low, high] = [-yaw - halfView - turn, -yaw + halfView - turn];
    let run: Place[] = [];
    const end = (): void => {
      if (run.length > 1 && comesForward(run, yaw + turn)) runs.push(run);
      run = [];
    };
    places.forEach((p, i) => {
      const inside = p[0] >= low && p[0] <= high;
      const before = places[i - 1];
      if (before) {
        const crossings = [low, high]
          .filter((edge) => (before[0] - edge) * (p[0] - edge) < 0)
          .toSorted((a, b) => Math.abs(a - before[0]) - Math.abs(b - before[0]));
        for (const edge of crossings) {
          run.push([edge, before[1] + ((p[1] - before[1]) * (edge - before[0])) / (p[0] - before[0])]);
          if (run.length > 1) end();
        }
      }
      if (inside) run.push(p);
    });
    end();
  }
  return runs;
}

/** Points along the sides, so that a line from side to side follows the round of the trunk. */
export function dense(places: readonly Place[], closed: boolean): Place[] {
  return places.flatMap((p, i) => {
    const q = places[i + 1] ?? (closed ? places[0] : undefined);
    if (!q) return [p];
    const pieces = Math.max(
      1,
      Math.min(12, Math.ceil(Math.max(Math.abs(q[0] - p[0]) / 16, Math.abs(q[1] - p[1]) / 0.3))),
    );
    return Array.from({ length: pieces }, (_, k): Place => {
      const t = k / pieces;
      return [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
    });
  });
}

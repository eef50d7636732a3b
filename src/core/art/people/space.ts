import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";

/**
 * A point of a head or body, in head sizes from the centre of the skull: x to the right of the page and z towards the
 * reader as long as nothing is turned, y down.
 */
export interface Vec {
  x: number;
  y: number;
  z: number;
}

/** Where a point falls on the page (page units), and how far it stands towards the reader (head sizes). */
export interface Spot extends Point {
  depth: number;
}

/** Looks at a model from where the reader stands: orthographic, so that a face keeps its proportions in every panel. */
export interface Sight {
  /** Page units in one head size. */
  size: number;
  /** Degrees as in Head: 0 faces the reader, 90 the right edge of the page. */
  yaw: number;
  see(point: Vec): Spot;
  /** The same before the head is tilted and put on the page, in head sizes: to the right, and down. */
  facing(point: Vec): { right: number; down: number };
  /** A place of `facing` on the page. */
  place(right: number, down: number): Point;
}

export interface Turn {
  x: number;
  y: number;
  size: number;
  yaw: number;
  pitch: number;
  tilt: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function sightOf({ x, y, size, yaw, pitch, tilt }: Turn): Sight {
  const [cy, sy] = [steady.cos(radians(yaw)), steady.sin(radians(yaw))];
  const [cp, sp] = [steady.cos(radians(pitch)), steady.sin(radians(pitch))];
  const [ct, st] = [steady.cos(radians(tilt)), steady.sin(radians(tilt))];
  const facing = (point: Vec): { right: number; down: number; depth: number } => {
    const near = point.z * cy - point.x * sy;
    return {
      right: point.x * cy + point.z * sy,
      down: point.y * cp - near * sp,
      depth: point.y * sp + near * cp,
    };
  };
  const place = (right: number, down: number): Point => ({
    x: x + size * (right * ct - down * st),
    y: y + size * (right * st + down * ct),
  });
  return {
    size,
    yaw,
    facing,
    place,
    see(point) {
      const { right, down, depth } = facing(point);
      return { ...place(right, down), depth };
    },
  };
}

export const vec = (x: number, y: number, z: number): Vec => ({ x, y, z });

export function mix(a: Vec, b: Vec, t: number): Vec {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, z: a.z + (b.z - a.z) * t };
}

export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;
export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** A value between the rows of a table of [key, value], keys rising; smooth at the rows. */
export function between(table: readonly (readonly [number, number])[], key: number): number {
  const last = table.at(-1);
  const first = table[0];
  if (!first || !last) throw new RangeError("between: the table is empty");
  if (key <= first[0]) return first[1];
  for (let i = 1; i < table.length; i++) {
    const [a, b] = [table[i - 1], table[i]];
    if (!a || !b || key > b[0]) continue;
    const t = (key - a[0]) / (b[0] - a[0]);
    const before = table[i - 2] ?? a;
    const after = table[i + 1] ?? b;
    const slopeA = (b[1] - before[1]) / (b[0] - before[0] || 1);
    const slopeB = (after[1] - a[1]) / (after[0] - a[0] || 1);
    const width = b[0] - a[0];
    const t2 = t * t;
    const t3 = t2 * t;
    return (
      (2 * t3 - 3 * t2 + 1) * a[1] +
      (t3 - 2 * t2 + t) * width * slopeA +
      (3 * t2 - 2 * t3) * b[1] +
      (t3 - t2) * width * slopeB
    );
  }
  return last[1];
}

import * as steady from "../../geometry/steady-math.ts";
import { clipLine, clipToRect, cutAt } from "../../geometry/clip-polygon.ts";
import type { Point, Rect } from "../../geometry/geometry.ts";

/** A point in a place, in metres: x to the right, y up from the ground, z away from the door. */
export interface Point3 {
  x: number;
  y: number;
  z: number;
}

/** A shift-lens camera: it never tilts, so that uprights stay upright (one- and two-point perspective). */
export interface Camera {
  x: number;
  z: number;
  /** Metres above the ground. */
  eye: number;
  /** Degrees; positive turns to the right. */
  yaw: number;
  /** Page units for one metre at a distance of one metre. */
  focal: number;
  /** Where the middle of the picture and the horizon lie on the page. */
  centre: number;
  horizon: number;
}

/** Nothing nearer than this is drawn: it would blow up beyond all measure. */
const near = 0.25;

interface Seen {
  x: number;
  y: number;
  depth: number;
}

function toCamera(camera: Camera, p: Point3): Point3 {
  const turn = (camera.yaw * Math.PI) / 180;
  const [dx, dz] = [p.x - camera.x, p.z - camera.z];
  return {
    x: dx * steady.cos(turn) - dz * steady.sin(turn),
    y: p.y - camera.eye,
    z: dx * steady.sin(turn) + dz * steady.cos(turn),
  };
}

const toPage = (camera: Camera, p: Point3): Seen => ({
  x: camera.centre + (camera.focal * p.x) / p.z,
  y: camera.horizon - (camera.focal * p.y) / p.z,
  depth: p.z,
});

/** How far in front of the camera a point lies, in metres; negative is behind it. */
export const depthOf = (camera: Camera, p: Point3): number => toCamera(camera, p).z;

/** A point on the page, or null behind the camera. */
export function project(camera: Camera, p: Point3): Seen | null {
  const seen = toCamera(camera, p);
  return seen.z < near ? null : toPage(camera, seen);
}

/** A flat polygon on the page, cut at the near plane and at the edges of the picture; empty where none of it is seen. */
export function projectPolygon(
  camera: Camera,
  polygon: readonly Point3[],
  bounds: Rect,
): { points: Point[]; depth: number } {
  const cut = cutAt(
    polygon.map((p) => toCamera(camera, p)),
    (p) => p.z - near,
    mix3,
  );
  const seen = cut.map((p) => toPage(camera, p));
  const depth = cut.reduce((sum, p) => sum + p.z, 0) / (cut.length || 1);
  return { points: clipToRect(seen, bounds, 40), depth };
}

/** A line on the page, cut at the near plane; null where it is not seen. */
export function projectLine(
  camera: Camera,
  from: Point3,
  to: Point3,
  bounds: Rect,
): { a: Point; b: Point; depth: number } | null {
  let [a, b] = [toCamera(camera, from), toCamera(camera, to)];
  if (a.z < near && b.z < near) return null;
  if (a.z < near) a = mix3(a, b, (near - a.z) / (b.z - a.z));
  if (b.z < near) b = mix3(b, a, (near - b.z) / (a.z - b.z));
  const [p, q] = [toPage(camera, a), toPage(camera, b)];
  const cut = clipLine(p, q, bounds, 30);
  return cut && { ...cut, depth: (a.z + b.z) / 2 };
}

const mix3 = (a: Point3, b: Point3, t: number): Point3 => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  z: a.z + (b.z - a.z) * t,
});

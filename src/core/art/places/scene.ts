import { boundsOf, type Point, type Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { type Canvas, corners, sliver } from "../canvas.ts";
import type { Light } from "./light.ts";
import { type Camera, depthOf, type Point3, project, projectLine, projectPolygon } from "./perspective.ts";
import { disturbs } from "./quiet-heads.ts";
import type { PlacedHead } from "./view.ts";

/** A flat piece of a place: a corner and two directions of one metre each; `at(a, b)` is in metres. */
export interface Plane {
  at(a: number, b: number): Point3;
}

export const p3 = (x: number, y: number, z: number): Point3 => ({ x, y, z });

/** A plane from its corner and the directions of its two edges. */
export const plane = (o: Point3, u: Point3, v: Point3): Plane => ({
  at: (a, b) => ({ x: o.x + u.x * a + v.x * b, y: o.y + u.y * a + v.y * b, z: o.z + u.z * a + v.z * b }),
});

export const right = p3(1, 0, 0);
export const up = p3(0, 1, 0);
export const away = p3(0, 0, 1);

const cornersOf = ({ x, y, width, height }: Rect): Point[] => [
  { x, y },
  { x: x + width, y: y + height },
];

/** Metres that stay free round whoever stands in a place. */
const elbowRoom = 0.8;

export interface BoxFills {
  front: string;
  side: string;
  top: string;
}

/** A place seen by a camera in a light: what the generators draw on. */
export class Scene {
  readonly canvas: Canvas;
  readonly camera: Camera;
  readonly light: Light;
  /** Things nearer than this would stand before the people, in metres. */
  readonly clearance: number;
  /** Where people stand: no furniture grows through their feet. */
  readonly stands: readonly { x: number; z: number }[];
  /** Their heads on the page: nothing ends at one or grows out of it. */
  readonly heads: readonly PlacedHead[];
  #queue: { depth: number; aside: boolean; draw: () => void }[] = [];

  constructor(
    canvas: Canvas,
    camera: Camera,
    light: Light,
    clearance: number,
    stands: readonly { x: number; z: number }[] = [],
    heads: readonly PlacedHead[] = [],
  ) {
    this.canvas = canvas;
    this.camera = camera;
    this.light = light;
    this.clearance = clearance;
    this.stands = stands;
    this.heads = heads;
  }

  get bounds(): Rect {
    return this.canvas.bounds;
  }

  /** Numbers that belong to a part of the place, the same from every side. */
  random(seed: number, part: string): Random {
    return randomFrom(`${seed} ${part}`);
  }

  /** Width of a line by its distance: about 3 near, 1 far. */
  weight(depth: number, strength = 1): number {
    const { soft } = this.light;
    const width = (0.0115 * this.camera.focal * strength * (1 - 0.45 * soft)) / Math.max(0.3, depth);
    return Math.max(1, Math.min(3.4 - 1.6 * soft, width));
  }

  page(p: Point3): (Point & { depth: number }) | null {
    return project(this.camera, p);
  }

  /** Page units for a metre at a point, or 0 behind the camera. */
  scaleAt(p: Point3): number {
    const depth = depthOf(this.camera, p);
    return depth > 0.25 ? this.camera.focal / depth : 0;
  }

  /** Bounding box of a flat polygon on the page; empty where it is not seen. */
  pageBox(polygon: readonly Point3[]): Rect {
    const { points } = projectPolygon(this.camera, polygon, this.bounds);
    return points.length < 3 ? { x: 0, y: 0, width: 0, height: 0 } : boundsOf(points);
  }

  /** Path data of a flat polygon. */
  path(polygon: readonly Point3[]): string {
    return corners(projectPolygon(this.camera, polygon, this.bounds).points);
  }

  /** A flat polygon with an outline whose width follows the distance; `strength` 0 leaves the outline out. */
  poly(polygon: readonly Point3[], fill: string, strength = 1, ink = this.light.ink): void {
    const { points, depth } = projectPolygon(this.camera, polygon, this.bounds);
    if (points.length < 3) return;
    if (strength === 0) this.canvas.fill(corners(points), fill);
    else this.canvas.shape(corners(points), fill, this.weight(depth, strength), ink);
  }

  /** A rectangle on a plane. */
  quad(
    on: Plane,
    a: number,
    b: number,
    width: number,
    height: number,
    fill: string,
    strength = 1,
    ink = this.light.ink,
  ): void {
    this.poly(
      [on.at(a, b), on.at(a + width, b), on.at(a + width, b + height), on.at(a, b + height)],
      fill,
      strength,
      ink,
    );
  }

  /** Pen lines in one path; each thins at its ends and with the distance. */
  strokes(lines: readonly (readonly [Point3, Point3])[], strength = 0.7, ink = this.light.ink): void {
    let thick = "";
    let thin = "";
    // Behind a large face every other stroke of a texture is enough.
    const every = this.light.soft > 0.5 && lines.length > 12 ? 2 : 1;
    for (const [i, [from, to]] of lines.entries()) {
      if (i % every) continue;
      const seen = projectLine(this.camera, from, to, this.bounds);
      if (!seen || Math.hypot(seen.a.x - seen.b.x, seen.a.y - seen.b.y) < 4) continue;
      const width = this.weight(seen.depth, strength) * 1.15;
      if (width > 1.7) thick += sliver(seen.a, seen.b, width);
      else thin += corners([seen.a, seen.b], false);
    }
    if (thin) this.canvas.line(thin, 1.1, ink);
    this.canvas.fill(thick, ink);
  }

  /** Ruled lines of even width in one path: bars, panes, joints that were made with a straightedge. */
  rules(lines: readonly (readonly [Point3, Point3])[], strength = 0.7, ink = this.light.ink): void {
    let path = "";
    let depth = 0;
    for (const [from, to] of lines) {
      const seen = projectLine(this.camera, from, to, this.bounds);
      if (!seen) continue;
      path += corners([seen.a, seen.b], false);
      depth += seen.depth / lines.length;
    }
    if (path) this.canvas.line(path, this.weight(depth, strength), ink);
  }

  /** An open line through points, of even width. */
  line(points: readonly Point3[], strength = 1, ink = this.light.ink): void {
    const parts = points.flatMap((point, i) => {
      const before = points[i - 1];
      return before ? [[before, point] as const] : [];
    });
    this.rules(parts, strength, ink);
  }

  /** Whether a great thing can be recognised: it is wholly in the picture, large enough, and no face fills the foreground. */
  hasRoomFor(foot: Point3, half: number, height: number): boolean {
    const { x, y, width } = this.bounds;
    const at = this.page(foot);
    const scale = this.scaleAt(foot);
    if (!at || this.light.soft > 0.35 || scale * height < 22) return false;
    return at.x - half * scale > x && at.x + half * scale < x + width && at.y - height * scale > y;
  }

  /** Whether the flat face with this corner and outward direction turns towards the camera. */
  faces(p: Point3, outward: Point3): boolean {
    const { x, z, eye } = this.camera;
    return (x - p.x) * outward.x + (eye - p.y) * outward.y + (z - p.z) * outward.z > 0;
  }

  /** A box from its low corner nearest the door, with only the faces that are seen. */
  box(o: Point3, width: number, height: number, depth: number, fills: BoxFills, strength = 1): void {
    const c = (x: number, y: number, z: number): Point3 => p3(o.x + x * width, o.y + y * height, o.z + z * depth);
    const faces: [Point3, Point3[], string][] = [
      [p3(0, 0, 1), [c(0, 0, 1), c(1, 0, 1), c(1, 1, 1), c(0, 1, 1)], fills.front],
      [p3(-1, 0, 0), [c(0, 0, 0), c(0, 0, 1), c(0, 1, 1), c(0, 1, 0)], fills.side],
      [p3(1, 0, 0), [c(1, 0, 0), c(1, 0, 1), c(1, 1, 1), c(1, 1, 0)], fills.side],
      [p3(0, 1, 0), [c(0, 1, 0), c(1, 1, 0), c(1, 1, 1), c(0, 1, 1)], fills.top],
      [p3(0, -1, 0), [c(0, 0, 0), c(1, 0, 0), c(1, 0, 1), c(0, 0, 1)], fills.side],
      [p3(0, 0, -1), [c(0, 0, 0), c(1, 0, 0), c(1, 1, 0), c(0, 1, 0)], fills.front],
    ];
    for (const [outward, corner, fill] of faces)
      if (corner[0] && this.faces(corner[0], outward)) this.poly(corner, fill, strength);
  }

  /** Puts a thing in line: `flush` draws the farthest first. Things before the people's feet or round them are left out, but for great ones (`reach`). */
  later(at: Point3, draw: () => void, reach = 0): void {
    const depth = depthOf(this.camera, at);
    if (depth + reach < 0.3 || depth < this.clearance) return;
    if (reach === 0 && this.stands.some((stand) => this.#inTheWayOf(stand, at, depth))) return;
    const { part } = this.canvas;
    const aside = reach >= 1 || !this.heads.some((head) => this.#isNear(head, at));
    this.#queue.push({ depth, aside, draw: () => this.canvas.as(part, draw) });
  }

  /** Whether a thing may reach as far as a head on the page: few are more than twelve metres wide. */
  #isNear({ x, size }: PlacedHead, at: Point3): boolean {
    const thing = this.page(at);
    return thing !== null && Math.abs(thing.x - x) < 6 * this.scaleAt(at) + 2 * size;
  }

  /** Whether a thing grows through somebody's feet, or lies nearer to the reader than they, under their feet on the page: they would stand on it. */
  #inTheWayOf({ x, z }: { x: number; z: number }, at: Point3, depth: number): boolean {
    if (Math.hypot(x - at.x, z - at.z) < elbowRoom) return true;
    const feet = this.page(p3(x, 0, z));
    const thing = this.page(at);
    if (!feet || !thing || depth > feet.depth) return false;
    return Math.abs(thing.x - feet.x) < (elbowRoom * this.camera.focal) / depth;
  }

  /** Whether somebody would stand on a low thing that covers this piece of ground, or before it on the page: beds and ponds there are left out. */
  isTrodden(area: { x: readonly [number, number]; z: readonly [number, number] }, height = 0): boolean {
    const margin = 0.3;
    const [x0, x1, z0, z1] = [area.x[0] - margin, area.x[1] + margin, area.z[0] - margin, area.z[1] + margin];
    const ground = [p3(x0, 0, z0), p3(x1, 0, z0), p3(x1, 0, z1), p3(x0, 0, z1)];
    const seen = boundsOf(
      [ground, ground.map((p) => ({ ...p, y: height }))].flatMap((side) => cornersOf(this.pageBox(side))),
    );
    return this.stands.some(({ x, z }) => {
      if (x > x0 && x < x1 && z > z0 && z < z1) return true;
      const feet = this.page(p3(x, 0, z));
      if (!feet || ground.every((p) => depthOf(this.camera, p) >= feet.depth)) return false;
      return feet.x > seen.x && feet.x < seen.x + seen.width && feet.y > seen.y && feet.y < seen.y + seen.height;
    });
  }

  /** Draws what stands in line; of small things none that would disturb a head. */
  flush(): void {
    const queue = this.#queue.sort((a, b) => b.depth - a.depth);
    this.#queue = [];
    for (const { aside, draw } of queue)
      if (aside) draw();
      else this.quietly(draw);
  }

  /** Draws a thing unless it would disturb a head. */
  quietly(draw: () => void): void {
    this.canvas.attempt(draw, (box) => !disturbs(box, this.heads));
  }
}

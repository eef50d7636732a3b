import * as steady from "../../geometry/steady-math.ts";
import { overlapArea, type Point, type Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import type { Camera as CameraHeight, Scenery, Shot } from "../../script/script.ts";
import type { TimeOfDay, Weather } from "../../story/story.ts";
import type { Camera } from "./perspective.ts";

/** Metres from crown to chin: grown-ups and children differ in the number of heads, not in the head. */
const headHeight = 0.23;

/** From where a panel sees its place. */
export interface PlaceView {
  bounds: Rect;
  shot: Shot;
  /** Where the camera hangs: at the eyes, above, or near the ground. */
  camera: CameraHeight;
  /** What is shown where nobody is in the picture. */
  scenery: Scenery;
  time: TimeOfDay;
  weather: Weather;
  /** Heads in the picture: centre, size, and where their feet are (often under the picture's edge); the ground is laid there. */
  heads: PlacedHead[];
  /** Areas under balloons: the middle of the place is moved out from under them. */
  covered: readonly Rect[];
  /** Where words stand that are the picture. */
  lettered?: readonly Rect[];
  /** Changes the angle from panel to panel, never the place itself. */
  seed: number;
}

export interface PlacedHead {
  x: number;
  y: number;
  size: number;
  /** Height on the page at which this person touches the ground. */
  feet: number;
}

/** Where a place lets the camera stand, in metres: far back for the whole, near for a part. */
export interface Stations {
  /** `x` to either side of `middle`, by chance. */
  wide: { z: number; eye: number; middle?: number; x?: number; yaw?: number };
  near: { z: number; x?: number };
  /** Degrees that the near camera may turn to either side. */
  swing: number;
  /** Height of the horizon in the picture, as a share of its height, where nobody stands in it. */
  horizon: number;
  /** How deep in the place people can still stand, in metres: before the wall, the water or the drop. */
  walk: number;
  /** Height of what they stand on. */
  floor?: number;
  /** Height of the ceiling: no camera hangs above it. */
  ceiling?: number;
  /** From where to where across the place they can stand, in metres: beside the water, between the walls. */
  across?: readonly [number, number];
}

/** The camera of a panel: at the height that puts the feet of its people on the ground of the place. */
export function cameraFor(asked: PlaceView, stations: Stations): Camera {
  const view = { ...asked, camera: heightFor(asked, stations) };
  const { bounds, shot } = view;
  const random = randomFrom(`${view.seed} camera`);
  const wide = shot === "wide";
  // A flat strip sees wide to both sides rather than only a slit of floor.
  // Where nobody stands it comes nearer: a whole room in a slit would be a doll's house at the end of a tunnel.
  const flat = view.heads.length > 0 ? 1.8 : 2.7;
  const reach = Math.max(Math.min(bounds.width, bounds.height * flat), bounds.height * 0.8);
  const focal = reach * (wide ? random.between(0.68, 0.82) : shot === "full" ? 0.85 : shot === "medium" ? 1.05 : 1.3);
  const main = [...view.heads].sort((a, b) => b.size - a.size)[0];
  const side = random() < 0.5 ? -1 : 1;
  // Two views of one place in a row are never the same picture: each stands a little elsewhere.
  const stray = random.between(0.15, 1.7);
  const swing = wide ? side * (stations.wide.yaw ?? 0) * stray : side * stations.swing * random.between(0.35, 1);
  const x = wide
    ? (stations.wide.middle ?? 0) + side * (stations.wide.x ?? 0.4) * stray
    : (stations.near.x ?? 0) + side * random.between(0.1, 0.8);
  const z = wide ? stations.wide.z + random.between(-0.9, 1.1) : stations.near.z;
  const share = horizonShare(view, stations, main);
  const horizon = bounds.y + bounds.height * share;
  const centre = bounds.x + bounds.width * (view.heads.length === 0 ? freeShare(view) : 0.5);
  const alone: Camera = { x, z, eye: eyeAlone(view, stations, random), yaw: swing, focal, centre, horizon };
  return main ? underFeet(alone, view, stations) : alone;
}

const isBust = ({ shot, heads }: PlaceView): boolean => heads.length > 0 && (shot === "medium" || shot === "close");

/**
 * Behind a bust the place is always seen from the height of its eyes, and in a room nobody is seen from the floor: from elsewhere
 * lamps and the edge of the ceiling would come down to the shoulders, and a person would look like a giant.
 */
function heightFor(view: PlaceView, { ceiling }: Stations): CameraHeight {
  const low = view.camera === "low" && view.heads.length > 0 && ceiling !== undefined;
  // In a flat strip a camera that hangs high sees nothing but ground.
  const strip = view.camera === "high" && view.bounds.width > 1.9 * view.bounds.height;
  return low || strip || isBust(view) ? "eye" : view.camera;
}

/** Height of a camera that nobody's feet tie down, in metres above the place's zero. */
function eyeAlone({ camera, shot }: PlaceView, stations: Stations, random: Random): number {
  const floor = stations.floor ?? 0;
  const under = (stations.ceiling ?? 99) - 0.3;
  if (camera === "high") return Math.min(under, floor + random.between(5, 8));
  if (camera === "low") return floor + random.between(0.3, 0.5);
  return Math.min(
    under,
    shot === "wide" ? stations.wide.eye * random.between(0.75, 1.3) : floor + random.between(1.1, 1.7),
  );
}

/** Metres between the ground under the people and the camera, by how it hangs. */
function eyeRange({ camera }: PlaceView, stations: Stations): readonly [number, number] {
  const most = Math.min(stations.ceiling === undefined ? 8 : stations.ceiling - 0.25, 8);
  if (camera === "high") return [1.7, most];
  if (camera === "low") return [0.25, 0.8];
  // Much higher than their eyes, and the ground would tip up behind them like a wall.
  return [0.75, Math.min(2.3, most)];
}

/** Moves the camera until the people of the panel stand on the ground of the place: at their depth, at the height of their feet. */
function underFeet(camera: Camera, view: PlaceView, stations: Stations): Camera {
  const depths = view.heads.map((head) => (camera.focal * headHeight) / head.size);
  const farthest = Math.max(...depths);
  // A camera that turns would carry people who stand far off into the side wall: it turns about them.
  const most = (steady.asin(Math.min(1, 1.2 / farthest)) * 180) / Math.PI;
  const yaw = Math.max(-most, Math.min(most, camera.yaw));
  const turn = (yaw * Math.PI) / 180;
  const lowest = [...view.heads].sort((a, b) => b.feet - a.feet)[0] ?? { feet: 0, size: 1 };
  const metre = headHeight / lowest.size;
  const [least, highest] = eyeRange(view, stations);
  const above = Math.max(least, Math.min(highest, (lowest.feet - camera.horizon) * metre));
  return {
    ...camera,
    yaw,
    x: besideWater(camera.x - steady.sin(turn) * farthest * 0.85, steady.sin(turn) * farthest, camera, view, stations),
    z: Math.min(camera.z, stations.walk - farthest * steady.cos(turn)),
    eye: above + (stations.floor ?? 0),
    horizon: lowest.feet - above / metre,
  };
}

/** Where the people of a panel stand in the place, in metres. */
export function standsOf(view: PlaceView, camera: Camera): { x: number; z: number }[] {
  const turn = (camera.yaw * Math.PI) / 180;
  return view.heads.map((head) => {
    const depth = (camera.focal * headHeight) / head.size;
    const across = ((head.x - camera.centre) * headHeight) / head.size;
    return {
      x: camera.x + across * steady.cos(turn) + depth * steady.sin(turn),
      z: camera.z - across * steady.sin(turn) + depth * steady.cos(turn),
    };
  });
}

/** Moves a camera sideways until the people before it stand where the place can carry them; where they are too many, in the middle of it. */
function besideWater(x: number, shift: number, camera: Camera, { heads }: PlaceView, { across }: Stations): number {
  if (!across) return x;
  const at = heads.map((head) => x + shift + ((head.x - camera.centre) * headHeight) / head.size);
  const [least, most] = [Math.min(...at), Math.max(...at)];
  const [low, high] = across;
  if (most - least > high - low) return x + (low + high) / 2 - (least + most) / 2;
  return x + Math.max(0, low - least) - Math.max(0, most - high);
}

/** How far away the nearest of the people stands, in metres; 0 where there is nobody. */
export function distanceOf(view: PlaceView, camera: Camera): number {
  const sizes = view.heads.map((head) => head.size);
  return sizes.length === 0 ? 0 : (camera.focal * headHeight) / Math.max(...sizes);
}

function horizonShare(view: PlaceView, stations: Stations, main: Point | undefined): number {
  if (view.camera === "high")
    return stations.ceiling !== undefined ? (main ? -0.06 : 0.02) : view.shot === "wide" ? 0.14 : -0.06;
  if (view.camera === "low") return 0.88;
  if (!main) return view.shot === "wide" ? stations.horizon : stations.horizon * 0.9 + 0.05;
  const eyes = isBust(view) ? Math.min(...view.heads.map(({ y }) => y)) : main.y;
  const share = (eyes - view.bounds.y) / view.bounds.height;
  if (isBust(view)) return Math.max(0.15, Math.min(0.85, share));
  return Math.max(0.24, Math.min(view.shot === "wide" ? 0.7 : 0.6, share));
}

/** The middle of what no balloon covers, from left (0) to right (1), held near the centre. */
export function freeShare({ bounds, covered }: PlaceView): number {
  const columns = 12;
  let [sum, weight] = [0, 0];
  for (let i = 0; i < columns; i++) {
    const column = { ...bounds, x: bounds.x + (bounds.width * i) / columns, width: bounds.width / columns };
    const free = Math.max(
      0,
      1 - covered.reduce((area, rect) => area + overlapArea(rect, column), 0) / (column.width * column.height),
    );
    sum += free ** 2 * (i + 0.5);
    weight += free ** 2;
  }
  return weight === 0 ? 0.5 : Math.max(0.28, Math.min(0.72, sum / weight / columns));
}

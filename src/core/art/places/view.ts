import { overlapArea, type Point, type Rect } from "../../geometry/geometry.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { Shot } from "../../script/script.ts";
import type { TimeOfDay, Weather } from "../../story/story.ts";
import type { Camera } from "./perspective.ts";

/** Metres from crown to chin, and from the ground to the middle of the head of someone standing. */
const headHeight = 0.25;
const headLevel = 1.58;

/** From where a panel sees its place. */
export interface PlaceView {
  bounds: Rect;
  shot: Shot;
  time: TimeOfDay;
  weather: Weather;
  /** Heads in the picture: centre and size; the ground is laid under their feet. */
  heads: { x: number; y: number; size: number; standing: boolean }[];
  /** Areas under balloons: the middle of the place is moved out from under them. */
  covered: readonly Rect[];
  /** Changes the angle from panel to panel, never the place itself. */
  seed: number;
}

/** Where a place lets the camera stand, in metres: far back for the whole, near for a part. */
export interface Stations {
  wide: { z: number; eye: number; x?: number; yaw?: number };
  near: { z: number; x?: number };
  /** Degrees that the near camera may turn to either side. */
  swing: number;
  /** Height of the horizon in the picture, as a share of its height, where nobody stands in it. */
  horizon: number;
}

/** The camera of a panel: at the height that puts the feet of its people on the ground of the place. */
export function cameraFor(view: PlaceView, stations: Stations): Camera {
  const { bounds, shot } = view;
  const random = randomFrom(`${view.seed} camera`);
  const wide = shot === "wide";
  const reach = Math.max(bounds.width, bounds.height * 0.8);
  const focal = reach * (wide ? 0.72 : shot === "full" ? 0.85 : shot === "medium" ? 1.05 : 1.3);
  const main = [...view.heads].sort((a, b) => b.size - a.size)[0];
  const horizon = bounds.y + bounds.height * horizonShare(view, stations, main);
  const side = random() < 0.5 ? -1 : 1;
  const swing = wide ? side * (stations.wide.yaw ?? 0) : side * stations.swing * random.between(0.35, 1);
  return {
    x: wide ? side * (stations.wide.x ?? 0) : (stations.near.x ?? side * random.between(0.2, 0.9)),
    z: wide ? stations.wide.z + random.between(-0.8, 0.8) : stations.near.z,
    eye: main
      ? eyeLevel(main, focal, horizon)
      : wide
        ? stations.wide.eye * random.between(0.6, 1.4)
        : random.between(1.1, 1.7),
    yaw: swing,
    focal,
    centre: bounds.x + bounds.width * (view.heads.length === 0 ? freeShare(view) : 0.5),
    horizon,
  };
}

/** How far away the nearest of the people stands, in metres; 0 where there is nobody. */
export function distanceOf(view: PlaceView, camera: Camera): number {
  const sizes = view.heads.map((head) => head.size);
  return sizes.length === 0 ? 0 : (camera.focal * headHeight) / Math.max(...sizes);
}

function horizonShare(view: PlaceView, stations: Stations, main: Point | undefined): number {
  if (!main) return view.shot === "wide" ? stations.horizon : stations.horizon * 0.9 + 0.05;
  const share = (main.y - view.bounds.y) / view.bounds.height;
  return view.shot === "wide" ? Math.max(0.26, Math.min(0.6, stations.horizon)) : Math.max(0.24, Math.min(0.6, share));
}

function eyeLevel(head: { y: number; size: number; standing: boolean }, focal: number, horizon: number): number {
  const distance = (focal * headHeight) / head.size;
  const level = head.standing ? headLevel : 1.1;
  return Math.max(0.5, Math.min(7, level + ((head.y - horizon) * distance) / focal));
}

/** The middle of what no balloon covers, from left (0) to right (1), held near the centre. */
function freeShare({ bounds, covered }: PlaceView): number {
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

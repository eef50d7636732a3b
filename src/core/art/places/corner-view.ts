import { randomFrom } from "../../geometry/random.ts";
import type { PlaceKind } from "../../story/story.ts";
import type { PlaceSheet } from "../artist.ts";
import type { Canvas } from "../canvas.ts";
import {
  bollardCorner,
  cratesCorner,
  eavesCorner,
  lampCorner,
  postCorner,
  railCorner,
  sillCorner,
} from "./built-corners.ts";
import { barsCorner, chestCorner, hatchCorner, latticeCorner, rockCorner, stairCorner } from "./dark-corners.ts";
import {
  bannerCorner,
  fenceCorner,
  foamCorner,
  graveCorner,
  lanternCorner,
  pathCorner,
  reedsCorner,
  rootsCorner,
  sandCorner,
  seatCorner,
  signpostCorner,
} from "./green-corners.ts";
import {
  bedCorner,
  bookCorner,
  closedDoor,
  deskCorner,
  doorCorner,
  goodsCorner,
  hearthCorner,
  jarCorner,
  stoveCorner,
  tubCorner,
  windowCorner,
} from "./house-corners.ts";
import { altarCorner, barCorner, boardCorner, carriageWindow, curtainCorner } from "./public-corners.ts";
import type { Corner } from "./nook.ts";
import { indoorLight, outdoorLight } from "./light.ts";
import type { Camera } from "./perspective.ts";
import { Scene } from "./scene.ts";
import { wellCorner } from "./veranda-corners.ts";
import { freeShare, type PlaceView } from "./view.ts";

interface Corners {
  indoors?: readonly Corner[];
  outdoors?: readonly Corner[];
}

/** Parts of every kind of place that a picture can rest on; which one is the panel's choice, how it looks the place's. */
const cornersOf: Record<PlaceKind, Corners> = {
  room: { indoors: [windowCorner, hearthCorner, deskCorner, doorCorner] },
  bedroom: { indoors: [bedCorner, windowCorner, closedDoor] },
  library: { indoors: [bookCorner, deskCorner, windowCorner] },
  hall: { indoors: [stairCorner, windowCorner, closedDoor] },
  corridor: { indoors: [stairCorner, doorCorner, windowCorner, closedDoor] },
  theatre: { indoors: [curtainCorner, stairCorner, doorCorner] },
  kitchen: { indoors: [stoveCorner, jarCorner, windowCorner] },
  shop: { indoors: [goodsCorner, jarCorner, doorCorner] },
  tavern: { indoors: [barCorner, hearthCorner, windowCorner] },
  inn: { outdoors: [eavesCorner, sillCorner, lampCorner, cratesCorner] },
  bath: { indoors: [tubCorner, windowCorner, doorCorner] },
  prison: { indoors: [barsCorner, doorCorner, stairCorner] },
  ward: { indoors: [bedCorner, windowCorner, closedDoor] },
  loft: { indoors: [latticeCorner, hatchCorner, chestCorner] },
  street: { outdoors: [lampCorner, sillCorner, cratesCorner, eavesCorner] },
  road: { outdoors: [signpostCorner, pathCorner, fenceCorner] },
  bridge: { outdoors: [lampCorner, reedsCorner, pathCorner] },
  market: { outdoors: [cratesCorner, sillCorner, lampCorner] },
  village: { outdoors: [fenceCorner, pathCorner, eavesCorner, sillCorner, wellCorner] },
  forest: { outdoors: [rootsCorner, pathCorner] },
  garden: { outdoors: [fenceCorner, lanternCorner, seatCorner, pathCorner] },
  yard: { outdoors: [cratesCorner, wellCorner, fenceCorner] },
  field: { outdoors: [pathCorner, fenceCorner, signpostCorner] },
  desert: { outdoors: [sandCorner, signpostCorner, pathCorner] },
  battlefield: { outdoors: [bannerCorner, sandCorner, pathCorner] },
  mountain: { outdoors: [pathCorner, rootsCorner, signpostCorner] },
  river: { outdoors: [reedsCorner, pathCorner] },
  shore: { outdoors: [foamCorner, sandCorner, bollardCorner] },
  harbour: { outdoors: [bollardCorner, cratesCorner, foamCorner] },
  ship: { outdoors: [railCorner, bollardCorner, foamCorner] },
  boat: { outdoors: [foamCorner, reedsCorner, bollardCorner] },
  cabin: { indoors: [deskCorner, bedCorner, jarCorner] },
  sea: { outdoors: [foamCorner, railCorner, reedsCorner] },
  castle: { outdoors: [postCorner, lampCorner], indoors: [hearthCorner, stairCorner, barsCorner] },
  gate: { outdoors: [postCorner, eavesCorner, pathCorner, fenceCorner] },
  church: { indoors: [altarCorner, stairCorner, doorCorner] },
  shrine: { outdoors: [lanternCorner, eavesCorner, pathCorner, postCorner, rootsCorner] },
  tower: { indoors: [stairCorner, barsCorner, doorCorner], outdoors: [pathCorner, postCorner] },
  cave: {},
  graveyard: { outdoors: [graveCorner, postCorner, rootsCorner] },
  courtroom: { indoors: [deskCorner, doorCorner, windowCorner] },
  school: { indoors: [boardCorner, windowCorner, doorCorner] },
  train: { indoors: [carriageWindow, closedDoor, doorCorner] },
  platform: { outdoors: [lampCorner, cratesCorner, eavesCorner, fenceCorner] },
  cab: { indoors: [carriageWindow], outdoors: [lampCorner, signpostCorner] },
  underground: { indoors: [rockCorner, hatchCorner, stairCorner] },
};

/** What old Japan does not have: cast-iron lamps, sash windows with flower boxes, arrows on posts, iron railings, garden benches. */
const foreign: ReadonlySet<Corner> = new Set([lampCorner, sillCorner, signpostCorner, postCorner, seatCorner]);

/** What belongs to old Japan alone: stone lanterns in the garden, carved eaves over the door. */
const native: ReadonlySet<Corner> = new Set([lanternCorner, eavesCorner]);

function pickCorner({ kind, manner }: PlaceSheet, seed: number): { corner: Corner | undefined; inside: boolean } {
  const { indoors = [], outdoors: all = [] } = cornersOf[kind];
  const elsewhere = manner === "japanese" ? foreign : native;
  const own = all.filter((corner) => !elsewhere.has(corner));
  const outdoors = own.length + indoors.length > 0 ? own : [pathCorner];
  const at = Math.floor(randomFrom(`${seed} corner`)() * (indoors.length + outdoors.length));
  return { corner: indoors[at] ?? outdoors[at - indoors.length], inside: at < indoors.length };
}

/** Whether the corner that a panel's seed picks is under a roof. */
export const cornerInside = (sheet: PlaceSheet, seed: number): boolean => pickCorner(sheet, seed).inside;

/** Draws one part of a place large, with the detail where the eye rests. */
export function drawCorner(canvas: Canvas, sheet: PlaceSheet, view: PlaceView): void {
  const { corner, inside: under } = pickCorner(sheet, view.seed);
  const light = (under ? indoorLight : outdoorLight)(canvas, view.time, view.weather);
  const low = under && sheet.manner === "japanese";
  const open = low && corner === windowCorner;
  const look = open
    ? "whole"
    : corner && aloft.has(corner)
      ? "up"
      : corner && tall.has(corner)
        ? "whole"
        : low
          ? "down"
          : under
            ? "level"
            : "out";
  const scene = new Scene(canvas, cornerCamera(view, look), light, 0);
  corner?.(sheet, scene, randomFrom(`${sheet.seed} corner`));
  if (under && (view.time === "night" || view.time === "dusk")) evening(canvas, view);
}

/** A quiet dark over the upper corners of a room in the evening. */
function evening(canvas: Canvas, { time, bounds }: PlaceView): void {
  const { x, y, width, height } = bounds;
  canvas.gradient({ x, y, width, height: height * 0.6 }, time === "night" ? 0.56 : 0.34, 0, { ink: "black" });
}

/** Height of the camera in metres, and of the horizon in the picture: at things on the wall, at what reaches from the floor to the lintel, on furniture, on mats (people who sit there live lower), out of doors. */
const looks = {
  up: [1.45, 0.62],
  whole: [1.25, 0.43],
  level: [1.25, 0.34],
  down: [1.25, 0.2],
  out: [1.1, 0.46],
} as const;

/** Corners that must be seen from the floor to above a man's head to be known: what is shown is a whole door, a flight of stairs, a lantern, a well. */
const tall: ReadonlySet<Corner> = new Set([
  doorCorner,
  closedDoor,
  stairCorner,
  postCorner,
  lanternCorner,
  seatCorner,
  wellCorner,
]);

/** Corners whose sight is high on the wall. */
const aloft: ReadonlySet<Corner> = new Set([barsCorner, latticeCorner, altarCorner, carriageWindow]);

function cornerCamera(view: PlaceView, look: keyof typeof looks): Camera {
  const { bounds, seed } = view;
  const random = randomFrom(`${seed} corner camera`);
  const [eye, level] = looks[look];
  const fixed = look === "whole" || view.camera === "eye";
  const share = fixed ? level : view.camera === "high" ? 0.24 : 0.7;
  return {
    x: random.between(-0.2, 0.2),
    z: 0,
    eye: fixed ? eye : view.camera === "high" ? 1.8 : 0.6,
    yaw: random.between(-9, 9),
    // A flat strip would cut a door down to its knob, a hearth to its shelf: the wall 2.6 m away shows 2.7 m of its height, or half of that.
    focal:
      look === "whole"
        ? bounds.height * 0.95
        : Math.min(Math.max(bounds.width, bounds.height * 0.92), bounds.height * 1.7) * 1.02,
    centre: bounds.x + bounds.width * freeShare(view),
    horizon: bounds.y + bounds.height * share,
  };
}

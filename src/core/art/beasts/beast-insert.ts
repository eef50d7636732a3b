import type { Rect } from "../../geometry/geometry.ts";
import { beastStature } from "../../page/stature.ts";
import type { Pose } from "../../script/script.ts";
import type { HairColour } from "../../story/story.ts";
import { clamp } from "../people/space.ts";
import type { BeastSpecies } from "./beast-heads-data.ts";
import { bareBeast } from "./bare-beast.ts";
import { drawBeast } from "./draw-beast.ts";

/** A beast that fills a panel alone: its kind, the name by which its breed is known, what it does, its colour. */
export interface LoneBeast {
  species: BeastSpecies;
  name: string;
  pose: Pose;
  colour: HairColour;
}

const lone = (species: BeastSpecies, pose: Pose, colour: HairColour, name: string = species): LoneBeast => ({
  species,
  name,
  pose,
  colour,
});

/** By the word of the insert. */
export const loneBeasts: Readonly<Record<string, LoneBeast>> = {
  wolf: lone("wolf", "walk", "grey"),
  horse: lone("horse", "walk", "brown"),
  donkey: lone("donkey", "stand", "grey"),
  cow: lone("cow", "stand", "white"),
  bull: lone("cow", "run", "brown", "bull"),
  deer: lone("deer", "stand", "brown"),
  moose: lone("deer", "stand", "brown", "moose"),
  goat: lone("goat", "stand", "white"),
  lion: lone("lion", "walk", "fair"),
  tiger: lone("lion", "walk", "fair", "tiger"),
  snake: lone("snake", "stand", "grey"),
};

/** Where a beast stands: the middle and half height of its room, and its place on the page. */
interface Room {
  bounds: Rect;
  x: number;
  /** Level of the ground. */
  ground: number;
  size: number;
  night: boolean;
  /** Seen from its other side. */
  mirror: boolean;
  seed: number;
  prefix: string;
}

/** Draws a beast whole on its ground, as large as the room lets it. */
export function drawLoneBeast({ species, name, pose, colour }: LoneBeast, room: Room): string {
  const { beast } = beastStature(species, false, name);
  const { bounds } = room;
  const high = beast.grounds[pose] + (species === "deer" ? 1.15 : 0.85);
  const long = beast.length + 0.9;
  // A narrow frame cuts the hindquarters rather than making a small thing of a wolf.
  const shown = bounds.width < 1.2 * bounds.height ? 0.6 : 1;
  const size = Math.min((2.1 * room.size) / high, Math.min(bounds.width * 0.86, 3.4 * room.size) / (long * shown));
  const way = room.mirror ? -1 : 1;
  // The middle of the body stands in the middle of the room, as far as the frame lets it.
  const half = (long * size) / 2;
  const middle =
    shown < 1
      ? bounds.x + bounds.width * (0.5 + way * 0.38) - way * half
      : clamp(room.x, bounds.x + half + 4, bounds.x + bounds.width - half - 4);
  const x = middle + way * (half - size * 0.95);
  const head = { x, y: room.ground - beast.grounds[pose] * size, size, yaw: way * 72, pitch: 0, tilt: 0 };
  const sheet = bareBeast(species, name, colour, room.seed);
  const figure = {
    person: sheet.person,
    head,
    emotion: pose === "run" ? "furious" : "neutral",
    pose,
    speaks: false,
    silhouette: false,
    holds: null,
  } as const;
  return drawBeast(figure, sheet, species, {
    bounds,
    shot: "full",
    night: room.night,
    seed: room.seed,
    prefix: room.prefix,
  });
}

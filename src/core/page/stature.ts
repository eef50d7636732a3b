import type { Looks, Person, Species } from "../story/story.ts";
import type { Pose } from "../script/script.ts";
import { isMonster } from "../story/monsters.ts";
import { goesUpright } from "../story/upright-beasts.ts";
import { bareHead, type HeadReach, headReachOf } from "./head-reach.ts";

/** How high somebody stands, so that a child beside a grown-up looks up. */
export interface Stature {
  /** Body height; 1 is a grown-up of average height. */
  height: number;
  /** From the centre of the head to the ground, in head sizes, when standing. Children have large heads for their height. */
  ground: number;
  /** How far the head reaches beyond the skull; missing, it is bare and a person's. */
  reach?: HeadReach;
  /** Only beasts have it. */
  beast?: BeastStature;
}

interface BeastStature {
  /** Head's centre to the ground in every pose: beasts crouch and rear otherwise than people do. */
  grounds: Readonly<Record<Pose, number>>;
  /** From nose to tail in head sizes. */
  length: number;
}

/** A grown-up of average height: a little under seven heads. */
export const grownUp: Stature = { height: 1, ground: 6.2 };
const child: Stature = { height: 0.7, ground: 4.45 };

/** Crown to the head's centre, in head sizes. */
const crown = 0.5;

/** Statures of a cast by id, from what the text says; average where it says nothing. */
export function staturesOf(cast: readonly Person[]): Record<string, Stature> {
  return Object.fromEntries(cast.map((person) => [person.id, withReach(statureOf(person), headReachOf(person))]));
}

const withReach = (stature: Stature, reach: HeadReach): Stature =>
  reach === bareHead ? stature : { ...stature, reach };

function statureOf({ name, looks }: Person): Stature {
  const species = looks.species?.value ?? "human";
  if (species !== "human") return beastStature(species, goesUpright(name, looks), name);
  const own = humanStature(looks);
  return isMonster(name) ? { ...own, height: monsterHeight } : own;
}

/** A monster stands a head and more above anybody. */
const monsterHeight = 1.25;

function humanStature({ age, height }: Looks): Stature {
  if (age?.value === "child") return child;
  const tall = height?.value === "tall" ? 1.05 : height?.value === "short" ? 0.9 : 1;
  return { ...grownUp, height: tall * (age?.value === "old" ? 0.97 : 1) };
}

/** How a beast carries its body. */
export type Gait = "stand" | "walk" | "run" | "sit" | "crouch" | "lie" | "rear";

/** What a beast does where a person takes this pose: without hands it listens, sits up or rears. */
const gaits: Readonly<Record<Pose, Gait>> = {
  stand: "stand",
  walk: "walk",
  run: "run",
  sit: "sit",
  kneel: "crouch",
  crouch: "crouch",
  embrace: "sit",
  lie: "lie",
  point: "stand",
  reach: "rear",
  hold: "sit",
  "arms-crossed": "sit",
  "arms-up": "rear",
  fight: "run",
  fall: "lie",
  lean: "sit",
  bow: "crouch",
  "hands-on-hips": "stand",
  "hand-to-face": "sit",
  explain: "stand",
  offer: "sit",
  shrug: "sit",
  halt: "rear",
  "shake-fist": "rear",
  "hand-on-heart": "sit",
  "clasp-hands": "sit",
  despair: "crouch",
  gasp: "sit",
  "tip-hat": "stand",
  "hands-behind": "stand",
  read: "sit",
  drink: "crouch",
  eat: "crouch",
  smoke: "sit",
  seize: "run",
  push: "run",
  strike: "rear",
  kick: "run",
  recoil: "crouch",
  felled: "lie",
  throw: "rear",
  leap: "run",
  crawl: "crouch",
  climb: "rear",
  rise: "stand",
  cower: "crouch",
  "shoulder-load": "walk",
  aim: "stand",
  shoot: "stand",
  ride: "walk",
  row: "sit",
  swim: "walk",
  dig: "rear",
  haul: "walk",
  stagger: "walk",
  write: "sit",
  dine: "sit",
  lounge: "sit",
  abed: "lie",
  knock: "rear",
  steer: "stand",
};

/** On its hind legs and in clothes a beast has hands like anybody: it stands to hold a thing, and never loses its coat by lying down. */
const uprightGaits: Readonly<Partial<Record<Pose, Gait>>> = {
  embrace: "stand",
  lie: "sit",
  reach: "stand",
  hold: "stand",
  "arms-crossed": "stand",
  "arms-up": "stand",
  fall: "sit",
  lean: "stand",
  bow: "stand",
  "hand-to-face": "stand",
  offer: "stand",
  shrug: "stand",
  halt: "stand",
  "shake-fist": "stand",
  "hand-on-heart": "stand",
  "clasp-hands": "stand",
  despair: "stand",
  gasp: "stand",
  read: "stand",
  drink: "stand",
  eat: "stand",
  smoke: "stand",
  strike: "stand",
  recoil: "stand",
  felled: "sit",
  climb: "stand",
  throw: "stand",
  abed: "sit",
  dig: "stand",
  knock: "stand",
};

/** What a beast does in a pose, on its own feet or upright in clothes. */
export const gaitOfPose = (pose: Pose, upright: boolean): Gait => (upright && uprightGaits[pose]) || gaits[pose];

/** Body height when standing, and head's centre to the ground in head sizes: on all paws, on the haunches, low, on the hind legs. */
interface BeastSize {
  height: number;
  stand: number;
  sit: number;
  crouch: number;
  rear: number;
  length: number;
  /** Head's centre to the ground on all paws where it stands on its hind legs. */
  walk?: number;
  /** Height of the same kind in clothes on its hind legs, as fables have it. */
  upright: number;
}

/** Larger than life where life would be too small to see, but no head as large as that of the person beside it. */
const sizes: Readonly<Record<Exclude<Species, "human">, BeastSize>> = {
  fox: { height: 0.26, stand: 2.65, sit: 2.75, crouch: 1.3, rear: 2.75, length: 5.2, upright: 0.5 },
  dog: { height: 0.34, stand: 2.7, sit: 2.7, crouch: 1.3, rear: 2.7, length: 4.6, upright: 0.55 },
  wolf: { height: 0.4, stand: 2.5, sit: 2.7, crouch: 1.3, rear: 2.7, length: 5, upright: 0.55 },
  cat: { height: 0.22, stand: 2.35, sit: 2.3, crouch: 1.2, rear: 2.3, length: 4.4, upright: 0.5 },
  rabbit: { height: 0.18, stand: 1.75, sit: 1.9, crouch: 1.15, rear: 2.6, length: 2.6, upright: 0.4 },
  mouse: { height: 0.24, stand: 2.2, sit: 1.75, crouch: 1, rear: 2.2, length: 3.4, walk: 1.5, upright: 0.36 },
  bird: { height: 0.2, stand: 2.15, sit: 1.5, crouch: 1.5, rear: 2.15, length: 2.4, upright: 0.5 },
  horse: { height: 1.2, stand: 4.4, sit: 4.4, crouch: 4.4, rear: 4.4, length: 5.6, upright: 1.1 },
  donkey: { height: 0.85, stand: 3.7, sit: 3.7, crouch: 3.7, rear: 3.7, length: 4.8, upright: 0.8 },
  cow: { height: 0.85, stand: 2.9, sit: 2.9, crouch: 1.5, rear: 2.9, length: 5.4, upright: 0.9 },
  deer: { height: 0.95, stand: 4, sit: 4, crouch: 4, rear: 4, length: 4.4, upright: 0.8 },
  goat: { height: 0.5, stand: 2.75, sit: 2.75, crouch: 1.5, rear: 2.75, length: 3.8, upright: 0.66 },
  lion: { height: 0.62, stand: 2.5, sit: 2.6, crouch: 1.4, rear: 2.6, length: 5, upright: 0.9 },
  bear: { height: 0.72, stand: 2.5, sit: 2.6, crouch: 1.5, rear: 4.2, length: 4.6, upright: 0.9 },
  frog: { height: 0.16, stand: 1.2, sit: 1.2, crouch: 0.95, rear: 2.2, length: 2.2, upright: 0.5 },
  pig: { height: 0.42, stand: 2.05, sit: 2.2, crouch: 1.2, rear: 3, length: 4, upright: 0.66 },
  sheep: { height: 0.44, stand: 2.75, sit: 2.75, crouch: 1.5, rear: 2.75, length: 4, upright: 0.66 },
  insect: { height: 0.3, stand: 1.75, sit: 1.75, crouch: 1.75, rear: 1.75, length: 3, upright: 0.3 },
  reptile: { height: 0.31, stand: 1.75, sit: 1.75, crouch: 1.2, rear: 1.75, length: 4, upright: 0.5 },
  snake: { height: 0.2, stand: 1.5, sit: 1.5, crouch: 0.9, rear: 1.5, length: 3, upright: 0.5 },
  fish: { height: 0.2, stand: 1.15, sit: 1.15, crouch: 1, rear: 1.15, length: 3.2, upright: 0.5 },
};

/** Birds that are far from the size of a pigeon. */
const birdHeights: readonly (readonly [RegExp, number])[] = [
  [/swallow|sparrow|nightingale|canary|robin|\bwren|lark|finch|chick|燕|雀|鶯|目白/i, 0.14],
  [
    /dodo|swan|goose|heron|crane|stork|flamingo|ostrich|gryphon|griffin|eagle|vulture|turkey|ドードー|白鳥|鶴|鷺|鷲/i,
    0.29,
  ],
];

/** Head's centre to the ground for one who stands upright in clothes. */
const uprightGround = 3.5;
/** The same for one who lies with the head on the ground. */
const lying = 0.5;

/** The stature of a beast, on its own feet or upright in clothes; a `name` tells small birds from large ones. */
export function beastStature(
  species: Exclude<Species, "human">,
  upright: boolean,
  name = "",
): Stature & { beast: BeastStature } {
  const size = sizes[species];
  const known = species === "bird" ? birdHeights.find(([kind]) => kind.test(name))?.[1] : undefined;
  if (upright && species !== "insect") {
    const grounds = groundsOf({ stand: uprightGround, sit: 2.45, crouch: 2.45, rear: uprightGround }, true);
    return { height: size.upright, ground: uprightGround, beast: { grounds, length: 2 } };
  }
  return {
    height: known ?? size.height,
    ground: size.stand,
    beast: { grounds: groundsOf(size, false), length: size.length },
  };
}

function groundsOf(
  { stand, walk = stand, sit, crouch, rear }: Pick<BeastSize, "stand" | "walk" | "sit" | "crouch" | "rear">,
  upright: boolean,
): Record<Pose, number> {
  const by: Record<Gait, number> = { stand, walk, run: walk, sit, crouch, rear, lie: lying };
  // Object.keys widens the keys; those of `gaits` are poses.
  const poses = Object.keys(gaits) as Pose[];
  // fromEntries does not know that every pose has got its entry.
  return Object.fromEntries(poses.map((pose) => [pose, by[gaitOfPose(pose, upright)]])) as Record<Pose, number>;
}

/** Size of somebody's head beside that of a grown-up who stands as far away. */
export function headShare({ height, ground }: Stature): number {
  return (height * (grownUp.ground + crown)) / (ground + crown);
}

/** How much lower than the tallest somebody's head is, in sizes of a grown-up's head. */
export function headDrop({ height }: Stature, tallest: number): number {
  return Math.max(0, tallest - height) * (grownUp.ground + crown);
}

import type { BeastSpecies } from "./beast-heads-data.ts";

/** Turns of the head in degrees from the front: up to `front` it is eased towards the reader, beyond it goes on from `side`. */
interface Turns {
  front: number;
  ease: number;
  side: number;
  /** The smallest turn at which the head is shown. */
  least?: number;
}

const long: Turns = { front: 52, ease: 0.27, side: 74 };
/** A long muzzle seen from straight before is a button on a ball: such heads are half turned at least. */
const pointed: Turns = { front: 55, ease: 0.2, side: 76, least: 34 };
/** Half turned, a long muzzle lies across its own cheek and the jaws part beside it: a dog is a dog from the side. */
const sideOn: Turns = { front: 55, ease: 0.1, side: 80, least: 74 };
/** Half turned, the sharp muzzle of a fox would end on its own cheek. */
const sharp: Turns = { front: 55, ease: 0.25, side: 76, least: 60 };
const hoofed: Turns = { front: 10, ease: 1, side: 50, least: 40 };
const short: Turns = { front: 48, ease: 0.56, side: 64 };
const beaked: Turns = { front: 8, ease: 1, side: 52 };

/** Short faces keep both eyes as long as they can; beaks and long heads are drawn from the side. */
const turns: Readonly<Partial<Record<BeastSpecies, Turns>>> = {
  bird: beaked,
  fox: sharp,
  dog: sideOn,
  wolf: sideOn,
  bear: pointed,
  lion: pointed,
  donkey: hoofed,
  cow: hoofed,
  deer: hoofed,
  goat: hoofed,
  snake: hoofed,
  mouse: pointed,
  horse: hoofed,
  fish: { front: 8, ease: 1, side: 48 },
  // A grin cannot be seen from the side.
  cat: { front: 90, ease: 0.21, side: 90 },
  frog: short,
  pig: sharp,
  insect: { front: 90, ease: 0.36, side: 90 },
};

/**
 * The turn at which a beast's head is drawn, for a staged yaw from -180 to 180. Half turned, the tip of a muzzle would
 * fall on the outline of the cheek and flatten the face: it is shown well inside it, or well beyond.
 */
export function shownYaw(species: BeastSpecies, yaw: number): number {
  const { front, ease, side, least = 0 } = turns[species] ?? long;
  const turn = Math.abs(yaw);
  if (turn > 90) return yaw;
  const shown = turn <= front ? least + turn * ease : side + ((turn - front) / (90 - front)) * (90 - side);
  return (yaw < 0 ? -1 : 1) * shown;
}

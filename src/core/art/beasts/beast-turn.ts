import type { BeastSpecies } from "./beast-heads-data.ts";

/** Turns of the head in degrees from the front: up to `front` it is eased towards the reader, beyond it goes on from `side`. */
interface Turns {
  front: number;
  ease: number;
  side: number;
}

const long: Turns = { front: 52, ease: 0.27, side: 74 };
/** A pointed head is itself from the front and from the side; between them it is a flat star with the muzzle beside it. */
const pointed: Turns = { front: 18, ease: 0.28, side: 74 };
const short: Turns = { front: 48, ease: 0.56, side: 64 };
const beaked: Turns = { front: 8, ease: 1, side: 52 };

/** Short faces keep both eyes as long as they can; beaks and long heads are drawn from the side. */
const turns: Readonly<Partial<Record<BeastSpecies, Turns>>> = {
  bird: beaked,
  fox: pointed,
  dog: pointed,
  mouse: pointed,
  horse: { front: 10, ease: 1, side: 50 },
  fish: { front: 8, ease: 1, side: 48 },
  // A grin cannot be seen from the side.
  cat: { front: 90, ease: 0.21, side: 90 },
  bear: short,
  frog: short,
  pig: short,
  insect: { front: 90, ease: 0.36, side: 90 },
};

/**
 * The turn at which a beast's head is drawn, for a staged yaw from -180 to 180. Half turned, the tip of a muzzle would
 * fall on the outline of the cheek and flatten the face: it is shown well inside it, or well beyond.
 */
export function shownYaw(species: BeastSpecies, yaw: number): number {
  const { front, ease, side } = turns[species] ?? long;
  const turn = Math.abs(yaw);
  if (turn > 90) return yaw;
  const shown = turn <= front ? turn * ease : side + ((turn - front) / (90 - front)) * (90 - side);
  return Math.sign(yaw) * shown;
}

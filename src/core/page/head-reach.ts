import type { Rect } from "../geometry/geometry.ts";
import type { Person, Species } from "../story/story.ts";
import type { Head } from "./page.ts";

/** How far a head reaches beyond the skull, in head sizes. */
export interface HeadReach {
  /** Over the crown: hair, knots, ears, hats. */
  above: number;
  /** Beyond the face where it is seen from the side: a muzzle or a beak; 0 for people. */
  muzzle: number;
}

/** Hair and a knot of hair on top. */
export const bareHead: HeadReach = { above: 0.36, muzzle: 0 };

/** Ears, crests and feelers stand as high as a hat. */
const hatOrEars = 0.54;

const muzzles: Readonly<Record<Exclude<Species, "human">, number>> = {
  fox: 0.42,
  dog: 0.42,
  wolf: 0.42,
  donkey: 0.6,
  cow: 0.5,
  deer: 0.46,
  goat: 0.4,
  lion: 0.3,
  snake: 0.3,
  cat: 0.12,
  rabbit: 0.14,
  mouse: 0.42,
  bird: 0.56,
  horse: 0.6,
  bear: 0.34,
  frog: 0.2,
  pig: 0.28,
  sheep: 0.34,
  insect: 0,
  reptile: 0.36,
  fish: 0.24,
};

/** Offices that show by what is worn on the head. */
const hatted = /\b(hatter|king|queen|knight|constable|policeman|coachman|captain)\b|王/i;

/** How far somebody's head reaches: by the kind of beast, by the hat the text tells of, by the office. */
export function headReachOf({ name, looks }: Pick<Person, "name" | "looks">): HeadReach {
  const species = looks.species?.value ?? "human";
  if (species !== "human") return { above: hatOrEars, muzzle: muzzles[species] };
  return looks.hat || hatted.test(name) ? { ...bareHead, above: hatOrEars } : bareHead;
}

/** The hat of a person with its brim, if there is one; wider than the head, and no hat where a box cuts it. */
export function brimOf({ x, y, size, muzzle = 0, above = bareHead.above }: Head): Rect[] {
  if (muzzle > 0 || above <= bareHead.above) return [];
  return [{ x: x - 0.72 * size, y: y - 0.68 * size, width: 1.44 * size, height: 0.4 * size }];
}

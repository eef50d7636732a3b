import type { Looks, Person } from "../story/story.ts";

/** How high somebody stands, so that a child beside a grown-up looks up. */
export interface Stature {
  /** Body height; 1 is a grown-up of average height. */
  height: number;
  /** From the centre of the head to the ground, in head sizes, when standing. Children have large heads for their height. */
  ground: number;
}

/** A grown-up of average height: a little over seven heads. */
export const grownUp: Stature = { height: 1, ground: 6.9 };
const child: Stature = { height: 0.7, ground: 4.8 };

/** Crown to the head's centre, in head sizes. */
const crown = 0.5;

/** Statures of a cast by id, from what the text says; average where it says nothing. */
export function staturesOf(cast: readonly Person[]): Record<string, Stature> {
  return Object.fromEntries(cast.map(({ id, looks }) => [id, statureOf(looks)]));
}

function statureOf({ age, height }: Looks): Stature {
  if (age?.value === "child") return child;
  const tall = height?.value === "tall" ? 1.05 : height?.value === "short" ? 0.9 : 1;
  return { ...grownUp, height: tall * (age?.value === "old" ? 0.97 : 1) };
}

/** Size of somebody's head beside that of a grown-up who stands as far away. */
export function headShare({ height, ground }: Stature): number {
  return (height * (grownUp.ground + crown)) / (ground + crown);
}

/** How much lower than the tallest somebody's head is, in sizes of a grown-up's head. */
export function headDrop({ height }: Stature, tallest: number): number {
  return Math.max(0, tallest - height) * (grownUp.ground + crown);
}

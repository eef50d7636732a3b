import type { Pose } from "../script/script.ts";

/** From the centre of the head to the ground, in a grown-up's head sizes; those who stand have their stature's. */
export const groundBelow: Readonly<Partial<Record<Pose, number>>> = {
  walk: 6.1,
  run: 5.54,
  fight: 5.98,
  seize: 5.82,
  push: 5.72,
  strike: 5.82,
  kick: 6.1,
  recoil: 5.95,
  felled: 2.85,
  climb: 6.9,
  rise: 6,
  throw: 6.02,
  bow: 5.68,
  fall: 4.95,
  sit: 4.75,
  kneel: 4.8,
  crouch: 3.9,
  cower: 4.06,
  crawl: 3.66,
  leap: 5.4,
  lie: 0.62,
};

/** How far a person's limbs reach behind the head and before it, in head sizes: of who lies on the back the body is before it. */
export const bodySpread: Readonly<Partial<Record<Pose, readonly [behind: number, before: number]>>> = {
  crawl: [4.7, 1.9],
  run: [3.9, 1.8],
  seize: [2.2, 1.9],
  push: [2.4, 1.9],
  strike: [2.2, 2.2],
  bow: [2, 1.2],
  felled: [1.2, 4.4],
  lie: [0.8, 8],
};

/** Whose hand or foot is on another. */
export const touching = new Set<Pose>(["reach", "seize", "push", "strike", "kick"]);

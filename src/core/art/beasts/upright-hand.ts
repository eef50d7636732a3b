import * as steady from "../../geometry/steady-math.ts";
import type { BeastSpecies } from "./beast-heads-data.ts";
import { type BeastView, fleshOn } from "./beast-view.ts";
import type { Bone, Disc } from "./soft-shape.ts";

/** A hand of a beast on its hind legs, in radii of its palm. */
interface HandForm {
  /** Length of the fingers from the middle of the palm, and half their breadth at the root and at the tip. */
  long: number;
  root: number;
  tip: number;
  /** Degrees between one finger and the next. */
  spread: number;
  /** Whether the thumb stands off. */
  thumb: boolean;
}

const paw: HandForm = { long: 1.4, root: 0.42, tip: 0.36, spread: 24, thumb: true };
const forms: Readonly<Partial<Record<BeastSpecies, HandForm>>> = {
  frog: { long: 2.3, root: 0.24, tip: 0.34, spread: 27, thumb: true },
  fish: { long: 2.5, root: 0.5, tip: 0.16, spread: 20, thumb: false },
  bird: { long: 2.6, root: 0.46, tip: 0.12, spread: 15, thumb: false },
  horse: { long: 0.9, root: 0.6, tip: 0.6, spread: 20, thumb: false },
  pig: { long: 0.9, root: 0.6, tip: 0.6, spread: 20, thumb: false },
  sheep: { long: 0.9, root: 0.6, tip: 0.6, spread: 20, thumb: false },
};

/**
 * Outline of a hand that leaves a cuff: a palm with three fingers and a thumb, a frog's with round tips, a fish's a fin.
 * `inwards` is 1 where the thumb lies to the right of the hand on the page.
 */
export function handPath(beast: BeastView, cuff: Disc, palm: Disc, inwards: 1 | -1): string {
  const form = forms[beast.species] ?? paw;
  const [dx, dy] = [palm.x - cuff.x, palm.y - cuff.y];
  // A hand that comes straight at the reader hangs.
  const along = Math.hypot(dx, dy) < palm.r * 0.5 ? Math.PI / 2 : steady.atan2(dy, dx);
  const core: Disc = { ...palm, r: palm.r * 0.86 };
  const finger = (turn: number, long: number): Bone => {
    const angle = along + (turn * Math.PI) / 180;
    const at = (t: number, r: number): Disc => ({
      x: palm.x + steady.cos(angle) * t * palm.r,
      y: palm.y + steady.sin(angle) * t * palm.r,
      r: r * palm.r,
    });
    return { from: at(0.4, form.root), to: at(long, form.tip) };
  };
  const bones: Bone[] = [
    { from: { ...cuff, r: cuff.r * 0.8 }, to: core },
    ...[-1, 0, 1].map((k) => finger(k * form.spread, form.long * (k === 0 ? 1.08 : 1))),
  ];
  // Thumbs are set off towards the body, whichever way the hand points.
  if (form.thumb) bones.push(finger(-inwards * Math.sign(steady.sin(along) || 1) * 66, form.long * 0.8));
  return fleshOn(beast, bones, 0.012).path;
}

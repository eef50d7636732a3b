import type { Point, Rect } from "../../geometry/geometry.ts";
import type { Head } from "../../page/page.ts";
import type { Emotion } from "../../script/script.ts";
import { type Nib, mass } from "../people/brush.ts";
import type { Expression } from "../people/expressions.ts";
import { fineShade } from "../tone.ts";
import { type Sight, vec } from "../people/space.ts";
import type { Coat } from "./beast-coat.ts";
import type { Ball, BeastSpecies, Chain, HeadPlan } from "./beast-heads-data.ts";
import { type Bone, type Disc, type SoftShape, ringPath, softShape } from "./soft-shape.ts";

/** Everything that one beast is drawn from. */
export interface BeastView {
  species: BeastSpecies;
  name: string;
  plan: HeadPlan;
  coat: Coat;
  head: Head;
  /** Looks at the head. */
  sight: Sight;
  /** Page units in one head size. */
  size: number;
  /** Yaw of the head from -180 to 180. */
  yaw: number;
  emotion: Emotion;
  expression: Expression;
  speaks: boolean;
  /** Eyes shut for good or for the night. */
  asleep: boolean;
  nib: Nib;
  /** Small beasts carry fewer lines. */
  small: boolean;
  prefix: string;
  seed: number;
  /** What lies outside may be left out. */
  within: Rect;
}

/** Where a ball falls on the page. */
export function discOf([x, y, z, r]: Ball, sight: Sight): Disc {
  const spot = sight.see(vec(x, y, z));
  return { x: spot.x, y: spot.y, r: r * sight.size };
}

const mirrored = ([x, y, z, r]: Ball): Ball => [-x, y, z, r];

/** The bones of a chain; `side` -1 mirrors it to the left. */
export function bonesOf(chain: Chain, sight: Sight, side: 1 | -1 = 1): Bone[] {
  const discs = chain.map((ball) => discOf(side === 1 ? ball : mirrored(ball), sight));
  const bones: Bone[] = [];
  for (let i = 0; i + 1 < discs.length; i++) {
    const [from, to] = [discs[i], discs[i + 1]];
    if (from && to) bones.push({ from, to });
  }
  return bones;
}

/** The outline of some bones as fine as this beast needs it; `blend` in head sizes. */
export function fleshOn(view: BeastView, bones: readonly Bone[], blend: number): SoftShape {
  return softShape(bones, {
    blend: Math.max(0.5, blend * view.size),
    cell: Math.min(3.4, Math.max(1.1, 0.022 * view.size)),
    within: view.within,
  });
}

/** A body with an outline that is heavier on the side away from the light. */
export function inked(path: string, fill: string, width: number): string {
  if (path === "") return "";
  const shift = width * 0.3;
  return `<g transform="translate(${shift.toFixed(1)} ${shift.toFixed(1)})">${mass([path], "#000", width)}</g>${mass([path], fill, width)}`;
}

/** The tone on the side away from the light: what a shape moved towards the light leaves bare. `by` in head sizes; none on black fur. */
export function shadedSide(view: BeastView, { path, loops }: SoftShape, by: number): string {
  if (view.small || view.coat.line === "#fff") return "";
  const shift = by * view.size;
  const lit = loops.map((loop) => ringPath(loop.map((p) => ({ x: p.x - shift * 0.8, y: p.y - shift })))).join("");
  return `<path d="${path}${lit}" fill="${fineShade(20)}" fill-rule="evenodd"/>`;
}

/** The far side, then the near one: the order in which they are drawn. */
export const sidesFrom = (near: 1 | -1): readonly [1 | -1, 1 | -1] => (near === 1 ? [-1, 1] : [1, -1]);

/** A point of the head on the page. */
export const onHead = (view: BeastView, x: number, y: number, z: number): Point => view.sight.see(vec(x, y, z));

/** How low ears and tail hang, 0 pricked to 1 laid back. */
export const droop: Readonly<Record<Emotion, number>> = {
  neutral: 0.08,
  happy: 0.05,
  laughing: 0.35,
  tender: 0.3,
  sad: 0.58,
  crying: 0.7,
  angry: 0.6,
  furious: 0.8,
  afraid: 0.8,
  shocked: 0.15,
  surprised: 0,
  determined: 0.1,
  suspicious: 0.45,
  smug: 0.1,
  thinking: 0.2,
  tired: 0.5,
  ashamed: 0.7,
  calm: 0.3,
  asleep: 0.4,
  yawning: 0.3,
};

import { randomFrom } from "../../geometry/random.ts";
import { betweenLines } from "./brush.ts";
import { facing } from "./hair-cap.ts";
import { type HairCut, hairEdge } from "./hair-cuts.ts";
import { wrapsHead } from "./hat-shell.ts";
import { type HeadView } from "./head-view.ts";
import { onScalp } from "./skull.ts";
import { type Spot, type Vec, lerp } from "./space.ts";

/** Height down to which hair behind the head is cropped to the nape; beyond it hangs. */
export const longNape = 0.3;

/** How far an end stands off the skin along its length. */
const lifts = [0.022, 0.018, 0.01, 0.003];

/**
 * Fine pointed ends on the nape of a head seen from behind, longest in the middle, so that cropped hair tapers into the
 * neck. Path data of the shapes; none where hair hangs, curls or is drawn up.
 */
export function napeLocks(view: HeadView, cut: HairCut): string[] {
  const cropped = cut.backTo <= longNape && cut.curls === 0 && (cut.tie === "none" || cut.tie === "low-tail");
  if (!view.behind || !cropped || view.sheet.hairStyle === "bald" || wrapsHead(view.sheet)) return [];
  const random = randomFrom(view.sheet.seed ^ 0x4a9e);
  const paths: string[] = [];
  for (let degrees = 118; degrees <= 242; degrees += 6) {
    const middle = 1 - Math.abs(degrees - 180) / 66;
    const long = lerp(0.03, 0.06, middle) * random.between(0.6, 1.15);
    // The ends run together towards the middle of the neck.
    const to = lerp(degrees, 180, 0.12) + random.between(-2, 2);
    const edge = hairEdge(cut, degrees);
    const at = (i: number, shift: number): Vec =>
      onScalp(
        view.skull,
        lerp(degrees, to, i / 3) + shift,
        edge + ([-0.09, -0.03, long * 0.45, long][i] ?? 0),
        lifts[i] ?? 0,
      );
    if (facing(view, at(0, 0)) < 0.01) continue;
    const half = random.between(4.5, 7);
    const side = (sign: 1 | -1): Spot[] => [1, 1, 0.6, 0].map((share, i) => view.sight.see(at(i, sign * half * share)));
    paths.push(betweenLines(side(-1), side(1)));
  }
  return paths;
}

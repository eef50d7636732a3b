import type { Gesture } from "../../script/script.ts";
import { arms } from "./arm-poses.ts";
import { gestureArms as g } from "./gesture-arms.ts";
import type { ArmPair, ArmPose } from "./poses.ts";

const rest = arms.hangingBack;
/** In the hand on the side that the figure turns to, or in the other: it is nearer to the reader. */
const farFirst = (arm: ArmPose): ArmPair[] => [
  [arm, rest],
  [rest, arm],
];
const nearFirst = (arm: ArmPose): ArmPair[] => farFirst(arm).toReversed();

/** A hand at the chin. */
export const thinking: readonly ArmPair[] = nearFirst(g.chin);

/** Arms of every gesture, from the most telling to the most modest. */
export const gesturePairs: Readonly<Record<Gesture, readonly ArmPair[]>> = {
  explain: farFirst(g.explain),
  offer: farFirst(g.offer),
  shrug: [[g.shrug, g.shrug]],
  halt: farFirst(g.halt),
  "shake-fist": farFirst(g.shakeFist),
  "hand-on-heart": nearFirst(g.heart),
  "clasp-hands": [[g.claspUnder, g.claspOver]],
  despair: [[g.temple, g.temple], ...nearFirst(g.hair)],
  gasp: nearFirst(g.mouth),
  "tip-hat": farFirst(g.brim),
  "hands-behind": [[g.behind, g.behind]],
  read: [[g.leaf, g.leaf]],
  drink: nearFirst(g.sip),
  eat: [[g.bowl, g.sip]],
  smoke: nearFirst(g.puff),
};

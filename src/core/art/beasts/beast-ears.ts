import * as steady from "../../geometry/steady-math.ts";
import { fineTone } from "../tone.ts";
import { lerp, vec } from "../people/space.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";
import { triangleEar } from "./triangle-ears.ts";
import { type BeastView, bonesOf, droop, fleshOn, inked } from "./beast-view.ts";
import type { Bone } from "./soft-shape.ts";

/** Ears that melt into the head are part of its flesh; others are drawn behind and before it. */
interface EarInk {
  flesh: Bone[];
  behind: string;
  before: string;
  outline: string;
  /** The bare inside of the ears, over the flesh. */
  hollows: string;
}

/** Both ears as the feeling carries them. */
export function beastEars(view: BeastView): EarInk {
  const ink: EarInk = { flesh: [], behind: "", before: "", outline: "", hollows: "" };
  const { ears } = view.plan;
  if (!ears) return ink;
  // Long ears lean back; laid flat they would hang beside the head like spoons.
  const most = view.species === "rabbit" ? 0.45 : ears.form === "triangle" ? 0.8 : 1;
  const chain = carried(ears.up, ears.low, most * (view.asleep ? 0.8 : droop[view.emotion]));
  const far = view.yaw >= 0 ? 1 : -1;
  for (const side of [far, -far] as const) {
    const s = side === 1 ? 1 : -1;
    // From the side the far ear stands a little before the near one, so that two are seen.
    const apart =
      side === far && Math.abs(view.yaw) > 55 && Math.abs(view.yaw) < 112 && ears.form !== "grown" ? 0.07 : 0;
    const own = chain.map(([x, y, z, r], i): Ball => [x, y, z + apart * i, r]);
    const [root, tipOf] = own;
    if (ears.form === "triangle" && root && tipOf) {
      // The foot goes forward with the ear, or the two would cross.
      const before: Ball = [root[0], root[1], root[2] + apart * 1.6, root[3]];
      const ear = triangleEar(view, before, [tipOf[0], tipOf[1], tipOf[2] + apart, tipOf[3]], s, ears.hollow);
      ink.behind += ear.behind;
      ink.before += ear.before;
      ink.outline += ear.path;
      continue;
    }
    const bones = bonesOf(own, view.sight, s);
    const hollow = hollowOf(view, own, ears.hollow, s);
    const tip = bones.at(-1)?.to;
    // An ear laid back behind the skull shows neither its tip nor its inside; one before it is drawn upon it.
    const stands = tip !== undefined && Math.hypot(tip.x - view.head.x, tip.y - view.head.y) > 0.47 * view.size;
    if (ears.form === "grown" && (stands || side === far)) {
      ink.flesh.push(...bones);
      if (stands) ink.hollows += hollow;
      continue;
    }
    const { path } = fleshOn(view, bones, 0.12);
    const foot = view.sight.see(vec(s * (chain[0]?.[0] ?? 0), chain[0]?.[1] ?? 0, chain[0]?.[2] ?? 0));
    const drawing =
      inked(
        path,
        ears.hollow === 0 ? (view.coat.dark === "#000" ? fineTone(55) : view.coat.dark) : view.coat.main,
        view.nib.bold * 0.95,
      ) + hollow;
    // An ear on the near side stands before the skull, unless it is bare inside and stands on the crown.
    if (ears.form === "grown" || (foot.depth > 0.02 && (ears.hollow === 0 || side !== far))) ink.before += drawing;
    else ink.behind += drawing;
    ink.outline += path;
  }
  return ink;
}

function carried(up: Chain, low: Chain, share: number): Chain {
  return up.map((ball, i) => between(ball, low[i] ?? ball, share));
}

/** The inside of an ear that opens to the front: gone from behind, narrow from the side. */
function hollowOf(view: BeastView, chain: Chain, share: number, side: 1 | -1): string {
  const open = steady.cos(((view.yaw + side * 25) * Math.PI) / 180);
  if (share === 0 || open < 0.12) return "";
  const width = share * Math.min(1, 0.35 + open);
  // The hollow of an ear that grows out of the head begins above the hair.
  const [root, next, tip] = chain;
  const shown =
    root && next && tip && chain.length === 3
      ? [between(root, next, 0.72), next, between(next, tip, 0.74)]
      : root && next && chain.length === 2
        ? [between(root, next, 0.34), next]
        : chain;
  const bones = bonesOf(
    shown.map(([x, y, z, r]): Ball => [x, y + 0.02, z, r * width]),
    view.sight,
    side,
  );
  const fill = view.coat.main === "#fff" ? fineTone(20) : view.coat.line === "#fff" ? fineTone(40) : "#fff";
  return `<path d="${fleshOn(view, bones, 0.1).path}" fill="${fill}"/>`;
}

const between = (a: Ball, b: Ball, t: number): Ball => [
  lerp(a[0], b[0], t),
  lerp(a[1], b[1], t),
  lerp(a[2], b[2], t),
  lerp(a[3], b[3], t),
];

import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { fineShade } from "../tone.ts";
import { brush, clipped, flick } from "./brush.ts";
import type { CostumeView } from "./costume-view.ts";
import { type HeadView, untilted } from "./head-view.ts";
import type { LimbInk } from "./limbs.ts";
import { seenNape } from "./head-edge.ts";
import { outlineRing } from "./skull.ts";
import { lerp } from "./space.ts";

/**
 * The neck between a head, which may be tilted, and the collar: its lower half always stands in the middle of the shoulders,
 * so that both its edges go into what is worn there. With the shadow of the chin.
 */
export function drawNeck(v: CostumeView, head: HeadView): LimbInk {
  const { nib, skin, torso, body, m } = v;
  const rise = m.shoulder - m.neck;
  const [left, right] = [neckEdge(v, head, -1), neckEdge(v, head, 1)];
  const root = torso.at(head.behind ? 180 : 0, m.neck + 0.7 * rise);
  // Inside the head its upper edge has points of its own, or the smoothed outline would swing out at the corners.
  const upper = [0.12, 0.4, 0.6, 0.88].map((t) => between(right[0] ?? root, left[0] ?? root, t));
  const path = smoothPath([...left, { x: root.x, y: root.y }, ...right.toReversed(), ...upper], true);
  // From the side it runs down into breast and back, and not into shoulders.
  const slopes = Math.abs(steady.sin((body.yaw * Math.PI) / 180)) < 0.55;
  const slope = (side: 1 | -1): Point[] =>
    slopes ? torso.edge(side, m.neck + 0.6 * rise, m.neck + 0.75 * rise, 0.01) : [];
  const line = (points: readonly Point[]): string => brush(points, nib.bold, { swellTo: 0.2, thinFrom: 0.7, tip: 0.2 });
  return {
    svg:
      `<path d="${path}" fill="${skin}"/>${clipped(`${v.prefix}neck`, path, chinShadow(v, head) + cord(v, head))}` +
      line([...left, ...slope(-1)]) +
      line([...right, ...slope(1)]),
    outline: path,
  };
}

const between = (a: Point, b: Point, t: number): Point => ({ x: lerp(a.x, b.x, t), y: lerp(a.y, b.y, t) });

/** Shares of the neck's half width: where it leaves the jaw, in the collar, and where it runs out in the shoulders. */
const wide = { top: 1.04, slender: 1.19, collar: 0.97, foot: 1.2 } as const;

/** One edge of the neck on the page, from the head down to the shoulders: 1 is the right one. */
export function neckEdge(
  { body, m, size }: Pick<CostumeView, "body" | "m" | "size">,
  head: HeadView,
  side: 1 | -1,
): Point[] {
  const at = (y: number): Point => body.see({ ...body.axis(y), z: body.axis(y).z + 0.02 });
  const [collar, foot] = [at(m.neck - 0.14), at(m.neck + 0.43 * (m.shoulder - m.neck))];
  const length = Math.hypot(foot.x - collar.x, foot.y - collar.y) || 1;
  // Across the neck, wherever it leads: somebody may lie.
  const [nx, ny] = [(foot.y - collar.y) / length, (collar.x - foot.x) / length];
  const r = m.neckWide * size * side;
  const beside = ({ x, y }: Point, share: number): Point => ({ x: x + nx * r * share, y: y + ny * r * share });
  const low = [beside(collar, wide.collar), beside(foot, wide.foot)];
  const nape = seenNape(head, side);
  if (nape === null) {
    // From the side the throat comes forward to the chin. A woman's neck is narrow: under the middle of a half turned jaw it
    // would be a stick, so it stands under the ear and widens upwards.
    const slender = head.sheet.gender === "female" && head.sheet.age !== "child";
    const turned = Math.abs(steady.sin((head.yaw * Math.PI) / 180));
    const under = slender ? 0.36 * turned * (1 - turned) : 0;
    const top = head.sight.see({ x: 0, y: 0.22, z: -0.1 - under + 0.09 * turned ** 3 });
    return [beside(top, slender ? wide.slender : wide.top), ...low];
  }
  // Under the ears it leaves the skull in a hollow curve, which the muscles of the nape fill for the most part.
  const middle = untilted(head, beside(at(m.neck - 0.3), wide.collar));
  const hollow = (share: number): Point =>
    head.sight.place(lerp(middle.right, nape.right, (1 - share) ** 1.4), lerp(nape.down, middle.down, share));
  return [...[0, 0.25, 0.5, 0.75].map(hollow), ...low];
}

/** From behind there is no chin to throw a shadow, and on a small neck it would be a spotted ribbon. Behind the ear no light is lost. */
function chinShadow(v: CostumeView, head: HeadView): string {
  const { size } = v;
  if (head.behind || size < 60) return "";
  const way = Math.sign(head.yaw);
  const ear = head.sight.facing({ x: -0.36 * way, y: 0, z: -0.06 }).right;
  const chin = outlineRing(head.outline).map((point) => {
    const { right, down } = untilted(head, point);
    const before = Math.abs(head.yaw) < 40 ? right : way * Math.max(way * right, way * ear);
    const { x, y } = head.sight.place(before, down);
    return { x: x + size * 0.04, y: y + size * 0.13 };
  });
  return `<path d="${smoothPath(chin, true)}" fill="${fineShade(v.sheet.skin === "light" ? 40 : 55)}"/>`;
}

/** The cord of the neck from behind the ear to the pit between the collar bones. */
function cord(v: CostumeView, head: HeadView): string {
  const { body, m, nib, small } = v;
  if (small || Math.abs(body.yaw) >= 80) return "";
  const side = body.yaw >= 0 ? -1 : 1;
  const [collar, other] = [neckEdge(v, head, side).at(-2), neckEdge(v, head, side === 1 ? -1 : 1).at(-2)];
  if (!collar || !other) return "";
  const across = [between(collar, other, 0.14), between(collar, other, 0.34)];
  return flick([...across, v.torso.at(side * -8, m.neck + 0.1)], nib.fine * 1.2);
}

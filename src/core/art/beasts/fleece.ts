import * as steady from "../../geometry/steady-math.ts";
import { brush } from "../people/brush.ts";
import type { BodyView } from "./beast-body.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";
import { bonesOf, discOf, fleshOn, inked } from "./beast-view.ts";
import type { Stance } from "./four-legs.ts";

/** Wool over a sheep's trunk: a ring of curls, and curls within. */
export function fleece({ beast, sight, bodyYaw }: BodyView, { chest, rump }: Stance): string {
  const middle: Ball = [0, (chest[1] + rump[1]) / 2, (chest[2] + rump[2]) / 2, 0];
  const long = Math.abs(chest[2] - rump[2]) / 2 + 0.62;
  const high = 0.66;
  const curls: Chain[] = [];
  for (let i = 0; i < 15; i++) {
    const a = (i / 15) * 2 * Math.PI;
    const ball: Ball = [0, middle[1] + high * steady.sin(a), middle[2] + long * steady.cos(a), 0.24];
    curls.push([ball, [0, middle[1], middle[2] + long * 0.4 * steady.cos(a), 0.5]]);
  }
  const { path } = fleshOn(
    beast,
    curls.flatMap((chain) => bonesOf(chain, sight)),
    0.02,
  );
  const near = bodyYaw >= 0 ? -1 : 1;
  const marks = [
    [-0.5, -0.25],
    [-0.1, 0.05],
    [0.3, -0.3],
    [0.55, 0.15],
    [-0.35, 0.35],
    [0.1, 0.42],
  ].map(([z = 0, y = 0]) => {
    const c = discOf([near * 0.5, middle[1] + y, middle[2] + z * long, 0.13], sight);
    return brush(
      [200, 260, 330, 380].map((deg) => {
        const a = (deg * Math.PI) / 180;
        return { x: c.x + c.r * steady.cos(a), y: c.y + c.r * steady.sin(a) };
      }),
      beast.nib.fine * 1.3,
      { tip: 0.2 },
    );
  });
  return inked(path, beast.coat.main, beast.nib.bold) + marks.join("");
}

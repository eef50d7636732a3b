import * as steady from "../../geometry/steady-math.ts";
import { flick } from "../people/brush.ts";
import type { BodyInk, BodyView } from "./beast-body.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";
import { bonesOf, discOf, fleshOn, inked } from "./beast-view.ts";

/** Half width of the body, and of the coils round their middle, in head sizes. */
const thick = 0.2;
const wide = 0.85;

/** A snake: coils on the ground, and a neck that rises from them to the head. */
export function snakeBody({ beast, sight, ground, gait }: BodyView): BodyInk {
  const flat = gait === "lie" || gait === "crouch";
  const middle = -1;
  const levels = flat ? [0] : [0, 1];
  const coil = (level: number, from: number, to: number): Chain =>
    Array.from({ length: 7 }, (_, i): Ball => {
      const a = ((from + ((to - from) * i) / 6) * Math.PI) / 180;
      const around = wide * (1 - 0.24 * level);
      // Seen a little from above, what lies nearer is lower on the page.
      const nearer = 0.16 * steady.sin(a);
      return [0, ground - thick - 0.2 - level * 0.3 + nearer, middle + steady.cos(a) * around, thick];
    });
  const tail: Chain = [
    [0, ground - 0.18, middle - wide * 0.7, 0.16],
    [0, ground - 0.1, middle - wide - 0.5, 0.09],
    [0, ground - 0.12, middle - wide - 1, 0.02],
  ];
  const top = levels.length - 1;
  const start = coil(top, 180, 360).at(-1);
  const neck: Chain = [
    start ?? [0, ground - thick, middle, thick],
    [0, (ground - 0.5) * 0.62, middle + 0.42, thick],
    [0, ground * 0.28, middle + 0.32, 0.19],
    [0, 0.12, -0.5, 0.18],
    [0, 0.04, -0.16, 0.19],
  ];
  const runs = [tail, ...levels.flatMap((level) => [coil(level, 180, 360), coil(level, 0, 180)]), neck];
  const paths = runs.map((run) => fleshOn(beast, bonesOf(run, sight), 0.04).path);
  const bands = beast.small
    ? ""
    : runs.slice(1).flatMap((run) => run.slice(1, -1).map((ball) => band(beast.nib.fine, discOf(ball, sight))));
  return {
    svg:
      paths.map((path) => inked(path, beast.coat.main, beast.nib.bold)).join("") + (bands === "" ? "" : bands.join("")),
    outline: paths.join(""),
    join: `<path d="${
      fleshOn(
        beast,
        bonesOf(
          neck.slice(-2).map(([x, y, z, r]): Ball => [x, y, z, r - 0.015]),
          sight,
        ),
        0.01,
      ).path
    }" fill="${beast.coat.main}"/>`,
  };
}

/** The edge of a row of scales across the back. */
const band = (width: number, { x, y, r }: { x: number; y: number; r: number }): string =>
  flick(
    [
      { x: x - r * 0.3, y: y - r * 0.8 },
      { x, y: y - r * 0.45 },
      { x: x + r * 0.35, y: y - r * 0.75 },
    ],
    width,
  );

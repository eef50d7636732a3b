import * as steady from "../../geometry/steady-math.ts";
import { brush, clipped } from "../people/brush.ts";
import { fineTone } from "../tone.ts";
import type { BodyInk, BodyView } from "./beast-body.ts";
import type { Chain } from "./beast-heads-data.ts";
import { bonesOf, discOf, fleshOn, inked } from "./beast-view.ts";

/** A fish behind its head: trunk, fins and the fork of the tail. */
export function fishBody({ beast, sight }: BodyView): BodyInk {
  const trunk: Chain = [
    [0, 0, -0.4, 0.47],
    [0, 0.02, -1.1, 0.44],
    [0, 0.02, -1.9, 0.16],
  ];
  const { path } = fleshOn(beast, bonesOf(trunk, sight), 0.2);
  const fin = (chains: readonly Chain[], blend: number): string =>
    fleshOn(
      beast,
      chains.flatMap((chain) => bonesOf(chain, sight)),
      blend,
    ).path;
  const fork = fin(
    [
      [
        [0, 0.02, -1.85, 0.13],
        [0, -0.5, -2.5, 0.04],
      ],
      [
        [0, 0.02, -1.85, 0.13],
        [0, 0.52, -2.46, 0.04],
      ],
    ],
    0.12,
  );
  const back = fin(
    [
      [
        [0, -0.34, -0.5, 0.1],
        [0, -0.66, -1.0, 0.06],
        [0, -0.36, -1.5, 0.04],
      ],
    ],
    0.1,
  );
  // The line of the skull does not cut through the trunk.
  const within: Chain = [
    [0, 0, -0.5, 0.44],
    [0, 0.01, -0.9, 0.42],
  ];
  const dark = beast.coat.dark === "#000" ? fineTone(40) : beast.coat.dark;
  const scales = [-0.7, -0.95, -1.2, -1.45].flatMap((z, i) =>
    [-0.2, 0, 0.2].map((y) => {
      const c = discOf([0, y * (1 - i * 0.14), z, 0.1], sight);
      return brush(
        [60, 0, -60].map((deg) => ({
          x: c.x + c.r * steady.cos((deg * Math.PI) / 180),
          y: c.y + c.r * steady.sin((deg * Math.PI) / 180),
        })),
        beast.nib.fine,
        { tip: 0.2 },
      );
    }),
  );
  return {
    svg:
      inked(fork + back, dark, beast.nib.bold) +
      inked(path, beast.coat.main, beast.nib.bold) +
      clipped(`${beast.prefix}bd`, path, scales.join("")),
    outline: path + fork + back,
    join: `<path d="${fleshOn(beast, bonesOf(within, sight), 0.02).path}" fill="${beast.coat.main}"/>`,
  };
}

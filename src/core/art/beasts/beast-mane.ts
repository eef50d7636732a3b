import * as steady from "../../geometry/steady-math.ts";
import { flick } from "../people/brush.ts";
import { fineTone } from "../tone.ts";
import { furred, unit } from "./beast-fur.ts";
import type { Chain } from "./beast-heads-data.ts";
import type { TopInk } from "./beast-top.ts";
import { type BeastView, bonesOf, fleshOn, inked, onHead } from "./beast-view.ts";

/** The dark mane of a lion round its face; tigers, panthers and lionesses have none. */
export function lionMane(view: BeastView): TopInk {
  if (/tiger|panther|leopard|puma|lioness|jaguar|虎|豹/i.test(view.name))
    return { behind: "", before: "", outline: "" };
  const ring = Array.from({ length: 11 }, (_, i): Chain => {
    const a = (i / 11) * 2 * Math.PI;
    const [x, y] = [steady.sin(a), -steady.cos(a)];
    return [
      [x * 0.26, y * 0.26, -0.1, 0.2],
      [x * 0.42, y * 0.42 + 0.08, -0.28, 0.22],
      [x * 0.46, y * 0.46 + 0.24, -0.62, 0.2],
    ];
  });
  const { loops } = fleshOn(
    view,
    ring.flatMap((chain) => bonesOf(chain, view.sight)),
    0.04,
  );
  const skull = onHead(view, 0, 0, 0);
  const long = view.size * 0.09;
  const { path, hair } = furred(view, loops, {
    lie: ({ x, y }) => unit(x - skull.x, y - skull.y + 0.3 * view.size),
    long: () => long,
  });
  return { behind: inked(path, fineTone(40), view.nib.bold) + hair, before: "", outline: path };
}

/** The mane of a horse down its neck, and a lock between the ears. */
export function mane(view: BeastView): TopInk {
  const neck: Chain = [
    [0, -0.48, -0.08, 0.07],
    [0, -0.44, -0.3, 0.12],
    [0, -0.2, -0.48, 0.13],
    [0, 0.16, -0.62, 0.14],
    [0, 0.5, -0.82, 0.12],
  ];
  // Laid on the ground the neck lies flat behind the head.
  const { loops } = fleshOn(view, bonesOf(view.asleep ? neck.slice(0, 3) : neck, view.sight), 0.04);
  const long = 0.07 * view.size;
  const lie = unit(view.yaw >= 0 ? -0.5 : 0.5, 0.85);
  const { path } = furred(view, loops, { lie: () => lie, long: () => long });
  const strands = view.small
    ? ""
    : neck
        .flatMap(([x, y, z, r]) => [-0.5, 0.2].map((k) => onHead(view, x, y + r * k, z)))
        .map((p) =>
          flick(
            [
              p,
              { x: p.x + lie.x * long, y: p.y + lie.y * long * 1.2 },
              { x: p.x + lie.x * long * 1.6, y: p.y + lie.y * long * 2.6 },
            ],
            view.nib.fine,
            "#fff",
          ),
        )
        .join("");
  const ridge = { ink: inked(path, "#000", view.nib.fine) + strands, path };
  const locks: Chain[] = [-0.06, 0.02, 0.08].map((x) => [
    [x * 0.4, -0.46, -0.08, 0.05],
    [x, -0.36, 0.05, 0.035],
    [x * 1.4, -0.22, 0.11, 0.006],
  ]);
  const forelock = fleshOn(
    view,
    locks.flatMap((chain) => bonesOf(chain, view.sight)),
    0.02,
  );
  const lock = inked(forelock.path, "#000", view.nib.fine * 0.6);
  const facing = Math.abs(view.yaw) < 112;
  return { behind: facing ? ridge.ink : "", before: facing ? lock : ridge.ink, outline: ridge.path };
}

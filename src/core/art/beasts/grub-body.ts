import { fineShade } from "../tone.ts";
import { brush } from "../people/brush.ts";
import type { BodyInk, BodyView } from "./beast-body.ts";
import type { Ball } from "./beast-heads-data.ts";
import { bonesOf, discOf, fleshOn, inked } from "./beast-view.ts";

/** A caterpillar: rings from the ground up to the head, short legs before and stubs behind. */
export function grubBody(body: BodyView): BodyInk {
  const { beast, sight, ground, gait } = body;
  const flat = gait === "lie";
  const g = ground;
  const rings: Ball[] = flat
    ? [0.5, 1, 1.5, 2, 2.5].map((z, i): Ball => [0, g - 0.36 + (i === 4 ? 0.08 : 0), -z, i === 4 ? 0.28 : 0.38])
    : [
        [0, 0.5, -0.12, 0.34],
        [0, Math.min(0.92, g - 0.7), -0.3, 0.38],
        [0, Math.min(1.26, g - 0.42), -0.68, 0.42],
        [0, g - 0.38, -1.2, 0.4],
        [0, g - 0.36, -1.74, 0.38],
        [0, g - 0.3, -2.24, 0.29],
      ];
  const parts: string[] = [];
  let outline = "";
  for (const [i, ring] of rings.toReversed().entries()) {
    const last = i === rings.length - 1;
    const on = last || flat ? [] : stubs(body, ring);
    parts.push(...on);
    const wide: Ball = [ring[0], ring[1] - 0.03, ring[2], ring[3]];
    const { path } = fleshOn(beast, bonesOf([ring, wide], sight), 0.01);
    outline += path;
    const spot = discOf([0, ring[1] - ring[3] * 0.1, ring[2], 0], sight);
    parts.push(inked(path, beast.coat.main, beast.nib.bold));
    parts.push(
      `<path d="${fleshOn(beast, [{ from: { x: spot.x, y: spot.y + ring[3] * beast.size * 0.72, r: ring[3] * beast.size * 0.42 }, to: { x: spot.x, y: spot.y + ring[3] * beast.size * 0.74, r: ring[3] * beast.size * 0.42 } }], 0.01).path}" fill="${fineShade(20)}"/>`,
    );
  }
  if (!flat) parts.push(...arms(body));
  return { svg: parts.join(""), outline, join: "" };
}

function stubs({ beast, sight, ground }: BodyView, ring: Ball): string[] {
  if (ring[1] < ground - 0.6) return [];
  return ([-1, 1] as const).map((side) =>
    inked(
      fleshOn(
        beast,
        bonesOf(
          [
            [side * 0.22, ring[1] + 0.2, ring[2], 0.12],
            [side * 0.26, ground - 0.09, ring[2] + 0.04, 0.11],
          ],
          sight,
        ),
        0.02,
      ).path,
      beast.coat.main,
      beast.nib.line,
    ),
  );
}

/** Two pairs of small arms on the breast. */
function arms({ beast, sight }: BodyView): string[] {
  return [0.56, 0.9].flatMap((y) =>
    ([-1, 1] as const).map((side) =>
      brush(
        [
          discOf([side * 0.24, y, 0.14, 0], sight),
          discOf([side * 0.36, y + 0.12, 0.32, 0], sight),
          discOf([side * 0.24, y + 0.02, 0.46, 0], sight),
        ],
        Math.max(2, beast.size * 0.07),
        { swellTo: 0.1, thinFrom: 0.8, tip: 0.5 },
      ),
    ),
  );
}

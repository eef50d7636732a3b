import { pale } from "./cloth.ts";
import { tail } from "./brush.ts";
import type { CostumeView, Front } from "./costume-view.ts";
import { type Mantle, mantleView } from "./mantles.ts";

/** A king's or queen's mantle: a cape of ermine on the shoulders over a dark robe, a chain on it. */
export function regal(v: CostumeView): Front {
  const { m, nib } = v;
  const y = m.neck;
  const low = m.chest;
  const ermine: Mantle = { low: m.waist - 0.32, flare: 0.06, gap: [0, 0], fill: "#fff", ink: "#000", wave: 0 };
  const { at, middle } = mantleView(v, ermine);
  const tails = v.small
    ? []
    : [0.34, 0.6, 0.84].flatMap((share, row) =>
        Array.from({ length: 12 }, (_, i) => -180 + (row % 2) * 15 + i * 30)
          .filter((d) => Math.abs(((d - middle(share) + 900) % 360) - 180) < 84)
          .map((d) => tail([at(d, share - 0.06), at(d, share), at(d, share + 0.07)], v.size * 0.062)),
      );
  const edge = (s: 1 | -1): string =>
    v.strip(
      [
        [s * 12, low],
        [s * 14, m.waist],
        [s * 18, m.hip + 0.4],
      ],
      0.1,
      "#fff",
      nib.line,
    );
  const chain =
    v.seam(
      [
        [-70, m.shoulder + 0.02],
        [-34, m.shoulder + 0.32],
        [0, m.shoulder + 0.42],
        [34, m.shoulder + 0.32],
        [70, m.shoulder + 0.02],
      ],
      nib.line * 2.2,
      "#000",
      0.16,
    ) + v.button([0, m.shoulder + 0.5], 0.1, "#fff");
  const opening = v.patch(
    [
      [-12, low],
      [12, low],
      [16, m.hip + 0.4],
      [-16, m.hip + 0.4],
    ],
    pale.fill,
    0,
    0.014,
  );
  return {
    front: opening + edge(1) + edge(-1) + v.band(m.waist - 0.05, m.waist + 0.07, "#000", { ink: "#fff" }),
    mantle: { ...ermine, pattern: tails.join("") + chain },
    collar: v.band(y - 0.14, y + 0.06, "#fff", { grow: 0.05 }),
  };
}

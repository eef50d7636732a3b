import * as steady from "../../geometry/steady-math.ts";
import { bothSides, flatCollar } from "./collars.ts";
import type { CostumeView, Front } from "./costume-view.ts";
import type { Place } from "./facing-cloth.ts";

/** A heart round a place on the trunk; its half width in degrees, its height in head sizes. */
function heart(v: CostumeView, [d, y]: Place, wide: number, high: number): string {
  const round = Array.from({ length: 24 }, (_, i): Place => {
    const t = (i / 24) * 2 * Math.PI;
    const up = (13 * steady.cos(t) - 5 * steady.cos(2 * t) - 2 * steady.cos(3 * t) - steady.cos(4 * t)) / 29;
    return [d + steady.sin(t) ** 3 * wide, y - up * high];
  });
  return v.patch(round, "#000", 0, 0.05);
}

/** The coat of a court card: a stiff white front and back with a border and the pips of its suit. */
export function tabard(v: CostumeView): Front {
  const { m, nib } = v;
  const low = m.hip + 0.5;
  const panel = (middle: 0 | 180): string => {
    const edge = (s: 1 | -1): Place[] => [
      [middle + s * 64, m.shoulder - 0.1],
      [middle + s * 56, m.shoulder + 0.3],
      [middle + s * 54, m.chest],
      [middle + s * 56, low],
    ];
    const border = (s: 1 | -1): string =>
      v.strip(
        edge(s).map(([d, y]): Place => [d - s * 7, y]),
        0.03,
        "#000",
        0,
        "#000",
        0.05,
      );
    const pips = v.small
      ? [[0, m.chest + 0.1]]
      : [
          [-27, m.chest - 0.26],
          [27, m.chest - 0.26],
          [0, m.chest + 0.24],
          [-27, m.waist + 0.16],
          [27, m.waist + 0.16],
        ];
    return (
      v.patch([...edge(1), ...edge(-1).toReversed()], "#fff", nib.bold, 0.045) +
      bothSides(v, border) +
      pips.map(([d = 0, y = 0]) => heart(v, [middle + d, y], v.small ? 20 : 11, v.small ? 0.4 : 0.24)).join("")
    );
  };
  return { front: "", collar: panel(180) + panel(0) + flatCollar(v) };
}

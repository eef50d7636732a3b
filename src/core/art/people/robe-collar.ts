import * as steady from "../../geometry/steady-math.ts";
import { isDark, pale, middling } from "./cloth.ts";
import { isBehind } from "./collars.ts";
import type { CostumeView } from "./costume-view.ts";
import type { Place } from "./facing-cloth.ts";
import { between, clamp } from "./space.ts";

/** White on white would look like bare shoulders. */
export const bandFill = ({ main }: CostumeView): string =>
  main.fill === "#fff" ? middling.fill : isDark(main) ? pale.fill : "#fff";

/** How the two halves of a robe meet. */
interface Crossing {
  fill: string;
  /** Where they cross, and where the upper one goes under the belt. */
  cross: number;
  to: number;
  /** Half the width of the collar. */
  half: number;
  /** The nape is left bare: women. */
  low: boolean;
}

/** Half the width of the trunk between neck and breast, head sizes. */
function widthAt({ m }: CostumeView, y: number): number {
  const slope = m.shoulder - m.neck;
  return between(
    [
      [m.neck, m.neckWide * 1.06],
      [m.neck + slope * 0.34, m.neckWide * 1.3 + m.shoulderWide * 0.1],
      [m.neck + slope * 0.78, m.shoulderWide * 0.6],
      [m.shoulder + 0.1, m.shoulderWide * 0.84],
    ],
    y,
  );
}

/** One half of the collar: round the nape and from the side of the neck straight to where the halves cross. */
function collarLine(v: CostumeView, side: 1 | -1, cross: number, low: boolean): Place[] {
  const { m } = v;
  const straight = [0, 0.1, 0.2, 0.35, 0.5, 0.66, 0.82].map((t): Place => {
    const y = m.neck - 0.02 + (cross - m.neck) * t;
    const out = steady.asin(clamp((m.neckWide * 1.04 * (1 - t)) / widthAt(v, y), 0, 0.96));
    return [(side * out * 180) / Math.PI, y];
  });
  return [...[186, 150, 122, 100].map((d): Place => [side * d, napeAt(v, d, low)]), ...straight];
}

/** Height of the collar behind, where it hangs lowest in the middle; women leave the nape bare. */
function napeAt({ m }: CostumeView, degrees: number, low: boolean): number {
  const middle = Math.max(0, -steady.cos((degrees * Math.PI) / 180));
  return m.neck - 0.04 + middle * (0.04 + (m.shoulder - m.neck) * (low ? 0.24 : 0.14));
}

/**
 * The collar of a robe: from the nape over both shoulders, the half of the wearer's left over the other, down into the
 * belt; in the opening the throat and a white edge of the underrobe.
 */
export function crossing(v: CostumeView, { fill, cross, to, half, low }: Crossing): string {
  const { nib, m } = v;
  const ink = fill === "#000" ? "#fff" : "#000";
  const line = (side: 1 | -1): Place[] => collarLine(v, side, cross, low);
  const throat = v.patch([...line(1).slice(3), [0, cross], ...line(-1).slice(3).toReversed()], v.skin, 0, 0.015);
  const inner = (side: 1 | -1): string =>
    v.strip(
      line(side)
        .slice(3)
        .map(([d, h]): Place => [d * 0.72, h + 0.02]),
      half * 0.5,
      "#fff",
      nib.fine,
      "#000",
      0.022,
    );
  // On the wearer's right the collar dives under the other half.
  const under: readonly Place[] = [
    [-2, cross - 0.02],
    [3, cross + 0.08],
  ];
  const over: readonly Place[] = [
    [0, cross + 0.02],
    [-13, cross + (to - cross) * 0.45],
    [-28, to],
  ];
  if (isBehind(v)) return nape(v, { fill, half, low }, ink);
  const white = v.small || m.neckWide * v.size < 9 ? "" : inner(-1) + inner(1);
  return (
    throat +
    white +
    v.strip([...line(-1), ...under], half, fill, nib.line, ink, 0.03) +
    overlap(v, cross, to) +
    v.strip([...line(1), ...over], half, fill, nib.line, ink, 0.035)
  );
}

/** Round the back the collar is one piece that lies on the neck, and ends with it. */
function nape(v: CostumeView, { fill, half, low }: Pick<Crossing, "fill" | "half" | "low">, ink: string): string {
  const edge = (by: number): Place[] =>
    [64, 80, 100, 122, 150, 180, 210, 238, 260, 280, 296].map((d): Place => [
      d,
      napeAt(v, d, false) + by * half + (low ? 0.05 : 0),
    ]);
  return v.patch([...edge(-0.8), ...edge(0.9).toReversed()], fill, v.nib.line, 0.03, ink);
}

/** The upper half hides where the lower collar goes. */
function overlap(v: CostumeView, cross: number, to: number): string {
  return v.patch(
    [
      [2, cross + 0.06],
      [34, cross - 0.1],
      [34, to],
      [-26, to],
    ],
    v.main.fill,
    0,
    0.031,
  );
}

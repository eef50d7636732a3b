import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { brush, clipped, flick, massPath } from "./brush.ts";
import type { CostumeView } from "./costume-view.ts";
import type { LimbInk } from "./limbs.ts";
import { between, clamp } from "./space.ts";

/** Cloth that hangs from the neck over both shoulders and the upper arms. Lengths in head sizes, angles in degrees. */
export interface Mantle {
  /** Height of its hem on the trunk. */
  low: number;
  /** How far the hem stands off the arms. */
  flare: number;
  /** Half the gap in front: at the throat and at the hem; 0 where it is closed. */
  gap: readonly [throat: number, hem: number];
  fill: string;
  ink: string;
  /** How deep the hem waves. */
  wave: number;
  /** What is printed on it or sewn to it: it ends where the mantle does. */
  pattern?: string;
}

/** Where the places of a mantle fall on the page. */
export interface MantleView {
  /** By degrees from the front as on the trunk, and the share of the way from neck to hem; places out of sight are held at its edge. */
  at(degrees: number, share: number): Point;
  /** The middle of what is seen of it at a height, in degrees: it is wider than deep, and its sides come into sight late. */
  middle(share: number): number;
}

/** How much lower a hem hangs in its middle than at its ends, head sizes. */
const hemArc = 0.22;

/** Looks at a mantle on a body. */
export function mantleView({ m, body }: CostumeView, { low, flare }: Mantle): MantleView {
  const slope = m.shoulder - m.neck;
  const arm = m.shoulderWide + m.armThick;
  const wide: [number, number][] = [
    [m.neck - 0.06, m.neckWide + 0.05],
    [m.neck + slope * 0.4, m.neckWide + m.shoulderWide * 0.3],
    [m.shoulder - 0.04, m.shoulderWide * 0.96],
    [m.shoulder + 0.16, arm * 0.99],
    [m.shoulder + 0.5, arm + 0.06 + flare * 0.3],
    [Math.max(low, m.shoulder + 0.6), arm + 0.1 + flare],
  ];
  const deep: [number, number][] = [
    [m.neck - 0.06, m.neckWide + 0.05],
    [m.shoulder, m.chestDeep * 0.8],
    [m.chest, m.chestDeep + m.bust + 0.1 + flare * 0.4],
    [Math.max(low, m.chest + 0.2), Math.max(m.chestDeep, m.belly + m.waistDeep) + 0.14 + flare * 0.6],
  ];
  const heightOf = (share: number): number => m.neck - 0.06 + (low - m.neck + 0.06) * share;
  const middle = (share: number): number => {
    const y = heightOf(share);
    const from = (-body.yaw * Math.PI) / 180;
    return (steady.atan2(steady.sin(from) / between(wide, y), steady.cos(from) / between(deep, y)) * 180) / Math.PI;
  };
  return {
    middle,
    at(degrees, share) {
      const y = heightOf(share);
      const centre = middle(share);
      const aside = ((((degrees - centre + 180) % 360) + 360) % 360) - 180;
      const a = ((centre + clamp(aside, -89, 89)) * Math.PI) / 180;
      const root = body.axis(y);
      // Seen from the height of the eyes a hem is an arc: nearest to the reader it hangs lowest.
      const arc = hemArc * share * share * (steady.cos((clamp(aside, -89, 89) * Math.PI) / 180) - 0.4);
      return body.see({
        x: root.x + steady.sin(a) * between(wide, y),
        // One shoulder is higher than the other on who stands at ease.
        y: root.y + arc + steady.sin(a) * between(wide, y) * body.slope(y),
        z: root.z + steady.cos(a) * between(deep, y),
      });
    },
  };
}

/** Draws a mantle: one piece behind, two edges in front, and folds that fall from the shoulders. */
export function drawMantle(v: CostumeView, mantle: Mantle): LimbInk {
  const { nib } = v;
  const seen = mantleView(v, mantle);
  const { at } = seen;
  const [throat, hem] = mantle.gap;
  // What is seen of the way round from the one front edge to the other, in degrees from the front.
  const spans = seenSpans(seen, throat, hem);
  const steps = 24;
  const rings = spans.map(({ from, to }) => {
    const across = (t: number, share: number): Point => at(from(share) + (to(share) - from(share)) * t, share);
    const row = Array.from({ length: steps + 1 }, (_, i) => i / steps);
    // Close over the round of the shoulder: a straight line across it would leave a thorn of the coat bare.
    const down = [0, 0.04, 0.08, 0.12, 0.16, 0.2, 0.25, 0.32, 0.4, 0.55, 0.7, 0.85, 1];
    const top = row.map((t) => across(t, 0));
    const low = row.map((t) => {
      const p = across(t, 1);
      return { x: p.x, y: p.y + mantle.wave * v.size * steady.sin(t * steps * 0.9) };
    });
    const ring = [
      ...top,
      ...down.map((s) => across(1, s)).slice(1, -1),
      ...low.toReversed(),
      ...down
        .toReversed()
        .map((s) => across(0, s))
        .slice(1, -1),
    ];
    return massPath(ring, false);
  });
  const pieces = rings.map(
    (path) =>
      `<path d="${path}" fill="${mantle.fill}" stroke="${mantle.ink}" stroke-width="${nib.bold.toFixed(2)}" stroke-linejoin="round"/>`,
  );
  const outline = rings.join("");
  const pattern = clipped(`${v.prefix}mantle`, outline, mantle.pattern ?? "");
  return { svg: pieces.join("") + pattern + (v.small ? "" : foldsOf(v, mantle, seen)), outline };
}

interface Span {
  from: (share: number) => number;
  to: (share: number) => number;
}

/** The visible stretches of the cloth. */
function seenSpans({ middle }: MantleView, throat: number, hem: number): Span[] {
  const gapAt = (share: number): number => throat + (hem - throat) * share;
  // The cloth goes from gap to 360 - gap; it is looked for one turn to either side.
  return [-360, 0].flatMap((turn) => {
    const start = (s: number): number => Math.max(middle(s) - 89, gapAt(s) + turn);
    const end = (s: number): number => Math.min(middle(s) + 89, 360 - gapAt(s) + turn);
    return end(0.5) - start(0.5) < 8 ? [] : [{ from: start, to: (s: number) => Math.max(start(s), end(s)) }];
  });
}

function foldsOf({ nib }: CostumeView, { ink, gap }: Mantle, { at, middle }: MantleView): string {
  return [-150, -112, -84, -58, -34, 34, 58, 84, 112, 150, 180]
    .filter((d) => Math.abs(d) > gap[1] + 8 && Math.abs(((d - middle(0.7) + 900) % 360) - 180) < 78)
    .map((d, i) => {
      const start = 0.3 + 0.12 * (i % 3);
      const line = [at(d * 0.98, start), at(d, (start + 0.96) / 2), at(d * 1.03, 0.97)];
      return i % 2
        ? flick(line, nib.fine * 1.8, ink)
        : brush(line, nib.line * 1.1, { swellTo: 0.9, thinFrom: 1, tip: 0.15 }, ink);
    })
    .join("");
}

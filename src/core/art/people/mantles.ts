import type { Point } from "../../geometry/geometry.ts";
import { brush, flick, massPath } from "./brush.ts";
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
}

/** A place on a mantle: degrees from the front as on the trunk, and its share of the way from neck to hem. */
export type MantleView = (degrees: number, share: number) => Point;

/** Where the places of a mantle fall on the page; places out of sight are held at its edge. */
export function mantleView({ m, body }: CostumeView, { low, flare }: Mantle): MantleView {
  const slope = m.shoulder - m.neck;
  const arm = m.shoulderWide + m.armThick;
  const wide: [number, number][] = [
    [m.neck - 0.06, m.neckWide + 0.05],
    [m.neck + slope * 0.4, m.neckWide + m.shoulderWide * 0.26],
    [m.shoulder - 0.04, m.shoulderWide * 0.88],
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
  return (degrees, share) => {
    const y = m.neck - 0.06 + (low - m.neck + 0.06) * share;
    const turned = ((((degrees + body.yaw + 180) % 360) + 360) % 360) - 180;
    const a = ((clamp(turned, -89, 89) - body.yaw) * Math.PI) / 180;
    const root = body.axis(y);
    return body.see({
      x: root.x + Math.sin(a) * between(wide, y),
      y: root.y,
      z: root.z + Math.cos(a) * between(deep, y),
    });
  };
}

/** Draws a mantle: one piece behind, two edges in front, and folds that fall from the shoulders. */
export function drawMantle(v: CostumeView, mantle: Mantle): LimbInk {
  const { nib, body } = v;
  const at = mantleView(v, mantle);
  const [throat, hem] = mantle.gap;
  // What is seen of the way round from the one front edge to the other, in degrees from the front.
  const spans = seenSpans(-body.yaw, throat, hem);
  const steps = 24;
  const rings = spans.map(({ from, to }) => {
    const across = (t: number, share: number): Point => at(from(share) + (to(share) - from(share)) * t, share);
    const row = Array.from({ length: steps + 1 }, (_, i) => i / steps);
    const down = [0, 0.12, 0.26, 0.4, 0.55, 0.7, 0.85, 1];
    const top = row.map((t) => across(t, 0));
    const low = row.map((t) => {
      const p = across(t, 1);
      return { x: p.x, y: p.y + mantle.wave * v.size * Math.sin(t * steps * 0.9) };
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
  return { svg: pieces.join("") + (v.small ? "" : foldsOf(v, mantle, at)), outline: rings.join("") };
}

interface Span {
  from: (share: number) => number;
  to: (share: number) => number;
}

/** The visible stretches of the cloth. `front` is the direction the reader looks from, on the trunk. */
function seenSpans(front: number, throat: number, hem: number): Span[] {
  const [low, high] = [front - 89, front + 89];
  const gapAt = (share: number): number => throat + (hem - throat) * share;
  // The cloth goes from gap to 360 - gap; it is looked for one turn to either side.
  return [-360, 0].flatMap((turn) => {
    const start = (s: number): number => Math.max(low, gapAt(s) + turn);
    const end = (s: number): number => Math.min(high, 360 - gapAt(s) + turn);
    return end(0.5) - start(0.5) < 8 ? [] : [{ from: start, to: (s: number) => Math.max(start(s), end(s)) }];
  });
}

function foldsOf({ nib, body, torso }: CostumeView, { ink, gap }: Mantle, at: MantleView): string {
  return [-150, -112, -84, -58, -34, 34, 58, 84, 112, 150, 180]
    .filter((d) => torso.seen(d) && Math.abs(d) > gap[1] + 8 && Math.abs(((d + body.yaw + 540) % 360) - 180) < 80)
    .map((d, i) => {
      const start = 0.3 + 0.12 * (i % 3);
      const line = [at(d * 0.98, start), at(d, (start + 0.96) / 2), at(d * 1.03, 0.97)];
      return i % 2
        ? flick(line, nib.fine * 1.8, ink)
        : brush(line, nib.line * 1.1, { swellTo: 0.9, thinFrom: 1, tip: 0.15 }, ink);
    })
    .join("");
}

import type { Point } from "../../geometry/geometry.ts";
import { randomFrom } from "../../geometry/random.ts";
import { flick } from "../people/brush.ts";
import { clamp } from "../people/space.ts";
import { type BeastView, onHead } from "./beast-view.ts";
import { ringPath } from "./soft-shape.ts";

/** How fur stands off a beast: which way its hairs lie on the page, as a step of length 1, and how long they are at a place of the outline. */
export interface Fur {
  lie(p: Point): Point;
  /** Length in page units; 0 where the coat is smooth. */
  long(p: Point): number;
}

/** An edge broken into pointed locks that lie over each other, and strokes of hair inside it. */
export function furred(
  view: BeastView,
  loops: readonly (readonly Point[])[],
  fur: Fur,
): { path: string; hair: string } {
  const random = randomFrom(view.seed ^ 0x66757221);
  const rings: Point[][] = [];
  const hair: string[] = [];
  const step = 0.085 * view.size;
  for (const loop of loops) {
    const ring: Point[] = [];
    let since = step;
    let from: Point | null = null;
    for (const [i, p] of loop.entries()) {
      const q = loop[(i + 1) % loop.length] ?? p;
      const long = fur.long(p);
      since += Math.hypot(q.x - p.x, q.y - p.y);
      if (long < 0.8) {
        ring.push(p);
        from = null;
        continue;
      }
      if (from === null) {
        ring.push(p);
        from = p;
        since = 0;
        continue;
      }
      if (since < step * random.between(0.75, 1.3)) continue;
      const lock = lockBetween(from, p, fur.lie(p), long * random.between(0.7, 1.25));
      ring.push(lock.tip, p);
      if (!view.small && random() < 0.6) hair.push(inward(lock, long, view));
      from = p;
      since = 0;
    }
    if (ring.length > 2) rings.push(ring);
  }
  return { path: rings.map(ringPath).join(""), hair: hair.join("") };
}

interface Lock {
  tip: Point;
  foot: Point;
  /** Points out of the flesh. */
  out: Point;
  lie: Point;
}

/** One lock on a stretch of an outline that runs clockwise: its point lies over the end to which the hair lies. */
function lockBetween(a: Point, b: Point, lie: Point, long: number): Lock {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const span = Math.hypot(dx, dy) || 1;
  const out = { x: dy / span, y: -dx / span };
  const along = clamp((dx * lie.x + dy * lie.y) / span, -1, 1);
  const t = 0.5 + 0.5 * along;
  const foot = { x: a.x + dx * t, y: a.y + dy * t };
  return {
    foot,
    out,
    lie,
    tip: { x: foot.x + out.x * long * 0.75 + lie.x * long * 0.6, y: foot.y + out.y * long * 0.75 + lie.y * long * 0.6 },
  };
}

/** A stroke of hair a little inside the edge. */
function inward({ foot, out, lie }: Lock, long: number, view: BeastView): string {
  const start = {
    x: foot.x - out.x * long * 2 - lie.x * long * 1.2,
    y: foot.y - out.y * long * 2 - lie.y * long * 1.2,
  };
  const end = {
    x: start.x + lie.x * long * 1.5 + out.x * long * 0.4,
    y: start.y + lie.y * long * 1.5 + out.y * long * 0.4,
  };
  return flick(
    [start, { x: (start.x + end.x) / 2 + out.x * long * 0.14, y: (start.y + end.y) / 2 + out.y * long * 0.14 }, end],
    view.nib.fine,
    view.coat.line,
  );
}

/** Fur of a head: it lies away from the muzzle and down, short on the crown, long on cheeks and throat, none on the muzzle. */
export function headFur(view: BeastView): Fur {
  const [, tip] = view.plan.muzzle;
  const nose = onHead(view, tip[0], tip[1], tip[2]);
  const skull = onHead(view, 0, 0, -0.1);
  const { size } = view;
  const [dx, dy] = [nose.x - skull.x, nose.y - skull.y];
  const aside = Math.abs(dx) > 0.26 * size;
  return {
    lie: (p) => unit(p.x - nose.x, p.y - nose.y + 0.5 * size),
    long: (p) => {
      const [x, y] = [(p.x - skull.x) / size, (p.y - skull.y) / size];
      const ahead = aside ? (x * dx + y * dy) / Math.hypot(dx, dy) : 0.36 - Math.abs(x);
      const low = clamp((y + 0.3) / 0.4, 0.3, 1);
      return view.plan.fur * size * low * clamp((0.24 - ahead) / 0.12, 0, 1);
    },
  };
}

/** A step of length 1 on the page. */
export function unit(x: number, y: number): Point {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

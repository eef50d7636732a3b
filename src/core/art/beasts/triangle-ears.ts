import type { Point } from "../../geometry/geometry.ts";
import { curve, massPath } from "../people/brush.ts";
import { vec } from "../people/space.ts";
import { fineTone } from "../tone.ts";
import type { Ball } from "./beast-heads-data.ts";
import { type BeastView, inked } from "./beast-view.ts";

/** A pricked ear of a fox or a cat: its whole shape, and what lies over the line of the skull at its root. */
interface TriangleEar {
  path: string;
  /** The ear with its outline, behind the skull. */
  behind: string;
  /** The ear once more without an outline, so that it grows out of the fur; empty for an ear behind the skull. */
  before: string;
}

/** Least length of an ear on the page in head sizes: laid back or seen along its axis it stays an ear. */
const shortest = 0.4;

/**
 * An ear as a triangle with its face to the reader, from every side: `root` is the middle of its foot with half its
 * width, `tip` its point. A far ear of a head seen from the side stands behind the skull and shows its back.
 */
export function triangleEar(view: BeastView, root: Ball, tip: Ball, side: 1 | -1, hollow: number): TriangleEar {
  const { sight, size, coat } = view;
  const beside = Math.abs(view.yaw) > 50 && Math.abs(view.yaw) < 130;
  const far = beside && side * view.yaw > 0;
  // From the side both stand near the crown, so that no nod drives one up and the other down.
  const across = side * (beside ? 0.3 : 1);
  const foot = sight.see(vec(across * root[0], root[1] - (beside ? 0.02 : 0), root[2]));
  const seen = sight.see(vec(across * tip[0], tip[1], tip[2]));
  const span = Math.hypot(seen.x - foot.x, seen.y - foot.y) || 1;
  const up = { x: (seen.x - foot.x) / span, y: (seen.y - foot.y) / span };
  const long = Math.max(span, shortest * size);
  const half = root[3] * size * (beside ? 0.92 : 1);
  // `t` runs from foot to point, `k` from the left edge to the right one.
  const at = (t: number, k: number): Point => ({
    x: foot.x + up.x * long * t - up.y * half * k,
    y: foot.y + up.y * long * t + up.x * half * k,
  });
  const edge = (k: 1 | -1): Point[] => curve([at(-0.16, k * 0.92), at(0.2, k * 0.98), at(0.62, k * 0.56), at(1, 0)], 4);
  const path = massPath([...edge(-1), ...edge(1).toReversed()], false);
  const dark = view.species === "fox" && coat.dark === "#000";
  const point = massPath(
    [
      at(0.58, -0.6),
      at(0.62, -0.57),
      at(1, 0),
      at(0.62, 0.57),
      at(0.58, 0.6),
      at(0.66, 0.22),
      at(0.56, 0),
      at(0.66, -0.22),
    ],
    false,
  );
  const marks =
    (dark ? `<path d="${point}" fill="#000"/>` : "") +
    (far || Math.abs(view.yaw) > 112 || view.size < 24
      ? ""
      : inside(view, at, hollow, beside ? Math.sign(view.yaw) : 0));
  return {
    path,
    behind: inked(path, coat.main, view.nib.bold) + (far ? marks : ""),
    before: far ? "" : `<path d="${path}" fill="${coat.main}"/>${marks}`,
  };
}

/** The bare inside with hair at its root; from the side it opens to the front, which lies where `front` points. */
function inside(view: BeastView, at: (t: number, k: number) => Point, share: number, front: number): string {
  const middle = front * 0.26;
  const wide = share * (front === 0 ? 1 : 0.66);
  const shape = massPath(
    [
      ...curve([at(0.2, middle - wide), at(0.5, middle * 0.7 - wide * 0.66), at(0.8, 0)], 4),
      ...curve([at(0.8, 0), at(0.5, middle * 0.7 + wide * 0.66), at(0.2, middle + wide)], 4),
      at(0.32, middle + wide * 0.5),
      at(0.18, middle),
      at(0.32, middle - wide * 0.5),
    ],
    false,
  );
  const { main, line } = view.coat;
  return `<path d="${shape}" fill="${main === "#fff" ? fineTone(20) : line === "#fff" ? fineTone(40) : "#fff"}"/>`;
}

import type { Point } from "../../geometry/geometry.ts";
import { brush, clipped } from "../people/brush.ts";
import { clamp } from "../people/space.ts";
import type { Ball } from "./beast-heads-data.ts";
import { furred, unit } from "./beast-fur.ts";
import { jawOf } from "./beast-mouth.ts";
import { type BeastView, bonesOf, discOf, fleshOn, onHead } from "./beast-view.ts";
import type { Bone, Disc } from "./soft-shape.ts";

/**
 * The muzzle as a body of its own before the face: it covers what lies behind it, and its outline is drawn where it
 * stands before cheek and brow. `head` is the path of the whole head, `behind` what the skull is made of.
 */
export function snout(view: BeastView, head: string, behind: readonly Bone[]): string {
  const { plan, coat, sight } = view;
  if (Math.abs(view.yaw) > 112) return "";
  const [root, tip] = plan.muzzle;
  const upper = fleshOn(view, bonesOf(plan.muzzle, sight), 0.05);
  const whole = fleshOn(view, [...bonesOf(plan.muzzle, sight), ...bonesOf(jawOf(view), sight)], 0.05);
  const ends = [discOf(root, sight), discOf(tip, sight)] as const;
  const pale = plan.pale === "none" ? "" : `<path d="${paleSnout(view, root, tip)}" fill="${coat.pale}"/>`;
  // Seen from the front nothing lies behind it, and it has no outline of its own.
  const before = Math.abs(view.yaw) < 24;
  const lines = (before ? [] : whole.loops)
    .flatMap((loop) => runsBefore(loop, behind, ends, view.size))
    .map((run) => brush(run, view.nib.line * 1.1, { swellTo: 0.5, thinFrom: 0.5, tip: 0.12 }, coat.line))
    .join("");
  const cover = before ? "" : `<path d="${upper.path}" fill="${coat.main}"/>`;
  return clipped(`${view.prefix}sn`, head, cover + pale) + lines + (before ? bridge(view) : "");
}

/** A long muzzle that points at the reader: its edges run from the corners of the eyes down to the nose. */
function bridge(view: BeastView): string {
  const [root, tip] = view.plan.muzzle;
  const { at, wide } = view.plan.eye;
  if (tip[2] - root[2] < 0.36 || view.small) return "";
  return ([1, -1] as const)
    .map((side) =>
      brush(
        [
          onHead(view, side * (at[0] - wide * 0.9), at[1] + 0.1, at[2] + 0.06),
          onHead(view, side * (tip[3] * 1.3 + 0.03), (at[1] + tip[1]) / 2 + 0.05, (root[2] + tip[2]) / 2),
          onHead(view, side * tip[3] * 1.25, tip[1] - tip[3] * 0.5, tip[2]),
        ],
        view.nib.line,
        { swellTo: 0.6, thinFrom: 0.7, tip: 0.15 },
        view.coat.line,
      ),
    )
    .join("");
}

/** The white of lips and chin, below a line from the corner of the eye to the nose. */
function paleSnout(view: BeastView, root: Ball, tip: Ball): string {
  const low: Bone[] = [
    ...([1, -1] as const).flatMap((side) =>
      bonesOf(
        [
          [root[3] * 0.45, root[1] + root[3] * 0.6, root[2] * 0.9, root[3] * 0.66],
          [tip[3] * 0.3, tip[1] + tip[3] * 0.5, tip[2] + 0.02, tip[3] * 0.86],
        ],
        view.sight,
        side,
      ),
    ),
    ...bonesOf(jawOf(view), view.sight),
  ];
  const nose = onHead(view, tip[0], tip[1], tip[2]);
  const long = view.plan.fur * view.size;
  const { loops } = fleshOn(view, low, 0.04);
  return furred(view, loops, { lie: ({ x, y }) => unit(x - nose.x, y - nose.y), long: () => long }).path;
}

/** The stretches of a muzzle's outline that stand before the face, from beyond its root. */
function runsBefore(
  loop: readonly Point[],
  behind: readonly Bone[],
  [root, tip]: readonly [Disc, Disc],
  size: number,
): Point[][] {
  const axis = { x: tip.x - root.x, y: tip.y - root.y };
  const long = Math.hypot(axis.x, axis.y);
  if (long < 0.24 * size) return [];
  const drawn = (p: Point): boolean => {
    const along = ((p.x - root.x) * axis.x + (p.y - root.y) * axis.y) / (long * long);
    return along > 0.12 && behind.some((bone) => depthIn(bone, p) > 0.025 * size);
  };
  const start = loop.findIndex((p) => !drawn(p));
  if (start < 0) return [];
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (let i = 1; i <= loop.length; i++) {
    const p = loop[(start + i) % loop.length];
    if (p && drawn(p)) run.push(p);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return runs.filter((each) => lengthOf(each) > 0.08 * size);
}

function lengthOf(run: readonly Point[]): number {
  return run.reduce((sum, p, i) => {
    const before = run[i - 1];
    return before ? sum + Math.hypot(p.x - before.x, p.y - before.y) : 0;
  }, 0);
}

/** How deep a point lies in the flesh of a bone. */
function depthIn({ from, to }: Bone, p: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const t = clamp(((p.x - from.x) * dx + (p.y - from.y) * dy) / (dx * dx + dy * dy || 1), 0, 1);
  return from.r + (to.r - from.r) * t - Math.hypot(p.x - from.x - dx * t, p.y - from.y - dy * t);
}

/** Light hairs over the eye and under it, where a fox and a dog are pale. */
export function browSpots(view: BeastView): string {
  if (view.species !== "fox" || Math.abs(view.yaw) > 112) return "";
  const { at } = view.plan.eye;
  return ([-1, 1] as const)
    .map((side) => {
      const from = discOf([side * at[0] * 0.86, at[1] - 0.15, at[2] + 0.03, 0.04], view.sight);
      const to = onHead(view, side * at[0] * 1.15, at[1] - 0.185, at[2]);
      const { path } = fleshOn(view, [{ from, to: { ...to, r: 0.022 * view.size } }], 0.02);
      return `<path d="${path}" fill="${view.coat.pale}"/>`;
    })
    .join("");
}

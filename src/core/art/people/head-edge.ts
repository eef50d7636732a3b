import type { Point } from "../../geometry/geometry.ts";
import { brush } from "./brush.ts";
import { cutOf } from "./hair-cuts.ts";
import { type HeadPlace, type HeadView, untilted } from "./head-view.ts";
import type { HeadOutline } from "./skull.ts";

/** Heights, in head sizes under its middle, at which the neck leaves a head that is seen from behind, and one from the side. */
const napeTop = { behind: 0.06, aside: 0.13 } as const;

/** Degrees from which the back of the skull is the outline on one side. */
const asideFrom = 54;

/** Where the neck leaves the skull on an edge of the page: 1 the right one; null where chin and jaw hang before it. */
export function seenNape(view: HeadView, side: 1 | -1): HeadPlace | null {
  const isBack = view.behind || (Math.abs(view.yaw) >= asideFrom && side * view.yaw < 0);
  const end = skullOnly(side > 0 ? view.outline.right : view.outline.left, view).at(-1);
  return isBack && end ? untilted(view, end) : null;
}

/** The head as it is seen: from behind the neck hides chin and jaw, and the head ends in it under the ears. */
export function seenSkull(view: HeadView): HeadOutline {
  if (!view.behind) return view.outline;
  // Two more points at each end, or the smoothed outline would swing out at the corners.
  const closed = (side: 1 | -1, edge: readonly Point[]): Point[] => [
    ...skullOnly(edge, view),
    ...[0.9, 0.6].map((share) => view.sight.place(share * (seenNape(view, side)?.right ?? 0), napeTop.behind + 0.02)),
  ];
  return { right: closed(1, view.outline.right), left: closed(-1, view.outline.left) };
}

/** An edge of the skull down to where the neck leaves it. */
const skullOnly = (edge: readonly Point[], view: HeadView): Point[] =>
  edge.filter((spot) => untilted(view, spot).down <= napeTop[view.behind ? "behind" : "aside"]);

/** The outline of the face: a pen that presses at the jaw. Where skull and neck are one, no line parts them. */
export function contour(view: HeadView): string {
  // Under hair the outline begins at the temple.
  const bare = view.sheet.hairStyle === "bald" || cutOf(view.sheet).shaven;
  const rows = Math.min(view.outline.right.length, view.outline.left.length);
  const from = bare ? 0 : Math.round(rows * (view.behind ? 0.3 : 0.18));
  const [right, left] = [view.outline.right.slice(from), view.outline.left.slice(from)];
  const width = view.nib.bold * 1.12;
  const crown = bare ? brush([...left.slice(0, 4).toReversed(), ...right.slice(0, 4)], width * 0.7) : "";
  if (Math.abs(view.yaw) < asideFrom) return crown + brush([...right, ...left.toReversed()], width, pressed);
  if (view.behind)
    return crown + [right, left].map((edge) => brush(skullOnly(edge, view), width, { tip: 0.8 })).join("");
  return crown + (view.yaw > 0 ? fromTheSide(view, right, left) : fromTheSide(view, left, right));
}

const pressed = { swellTo: 0.5, thinFrom: 0.55, tip: 0.5 };

/** The face with the jaw as far as the ear, and the back of the skull as far as the neck. */
function fromTheSide(view: HeadView, face: readonly Point[], back: readonly Point[]): string {
  const width = view.nib.bold * 1.12;
  const jaw = back.filter((spot) => untilted(view, spot).down > 0.235);
  return (
    brush([...face, ...jaw.toReversed()], width, pressed) + brush(skullOnly(back, view), width * 0.8, { tip: 0.8 })
  );
}

import type { Point } from "../../geometry/geometry.ts";
import { brush } from "./brush.ts";
import { cutOf } from "./hair-cuts.ts";
import { type HeadView } from "./head-view.ts";
import { measuresOf } from "./measures.ts";
import { type HeadOutline } from "./skull.ts";
import { clamp, lerp } from "./space.ts";

/** Beyond this turn both ears are seen, and the neck runs up behind each of them. */
const fromTheBack = 142;

/**
 * The head as it is seen: from behind the neck hides chin and jaw. It leaves the skull behind the ears in a hollow curve
 * and is as wide at its foot as the neck of the body; beside it a face that is turned away shows one flat cheek.
 */
export function seenSkull(view: HeadView): HeadOutline {
  const { outline, yaw } = view;
  const turn = Math.abs(yaw);
  if (turn <= 112) return outline;
  if (turn > fromTheBack) return { right: nape(view, outline.right, 1), left: nape(view, outline.left, -1) };
  return yaw > 0
    ? { right: cheek(view, outline.right, 1), left: nape(view, outline.left, -1) }
    : { right: nape(view, outline.right, 1), left: cheek(view, outline.left, -1) };
}

/** Heights at which the neck leaves the skull, and to which it is drawn with the head. */
const [napeTop, napeFoot] = [0.1, 0.35];

/** One edge of the head that runs on in the neck. */
function nape(view: HeadView, side: readonly Point[], sign: 1 | -1): Point[] {
  const spots = side.map((spot) => untilted(view, spot));
  const wide = spots.findLast(({ down }) => down <= napeTop)?.right ?? 0.3 * sign;
  const foot = view.sight.facing({ x: 0, y: 0.22, z: -0.1 }).right + sign * measuresOf(view.sheet).neckWide;
  return spots.map(({ right, down }) => {
    if (down <= napeTop) return onPage(view, right, down);
    const share = Math.min(1, (down - napeTop) / 0.36);
    return onPage(view, lerp(foot, wide, (1 - share) ** 1.9), lerp(napeTop, napeFoot, share));
  });
}

/** The edge of the face on a head turned away: shorter the further it turns, and without the hollows between brow, nose and chin. */
function cheek(view: HeadView, side: readonly Point[], sign: 1 | -1): Point[] {
  const away = clamp((Math.abs(view.yaw) - 112) / 38, 0, 1);
  const spots = side.map((spot) => untilted(view, spot));
  const drawn = spots.map(({ right, down }) => {
    const share = clamp((down - 0.2) / 0.3, 0, 1);
    return { right: right * (1 - share ** 2 * away), down: down <= 0.2 ? down : 0.2 + lerp(0.3, 0.16, away) * share };
  });
  const lost = Math.abs(view.yaw) >= lostFace;
  const soft = lost ? softened(softened(softened(withoutHollows(drawn, sign)))) : drawn;
  return soft.map(({ right, down }) => onPage(view, right, down));
}

/** From this turn on nose and lips lie behind the cheek. */
const lostFace = 124;

interface Place {
  right: number;
  down: number;
}

/** An edge that only bends inward: what lies in a hollow is moved out to the line between its neighbours. */
function withoutHollows(edge: readonly Place[], sign: 1 | -1): Place[] {
  const kept: Place[] = [];
  for (const place of edge) {
    for (let [a, b] = kept.slice(-2); a && b; [a, b] = kept.slice(-2)) {
      const bend = (b.right - a.right) * (place.down - a.down) - (place.right - a.right) * (b.down - a.down);
      if (bend * sign > 0) break;
      kept.pop();
    }
    kept.push(place);
  }
  return edge.map(({ right, down }) => {
    const below = kept.findIndex((place) => place.down >= down);
    const [a, b] = [kept[below - 1], kept[below]];
    return a && b ? { right: lerp(a.right, b.right, (down - a.down) / (b.down - a.down || 1)), down } : { right, down };
  });
}

/** The same edge with its corners rounded; both ends stay. */
function softened(edge: readonly Place[]): Place[] {
  return edge.map((place, i) => {
    const [a, b] = [edge[i - 1], edge[i + 1]];
    if (!a || !b) return place;
    return { right: (a.right + 2 * place.right + b.right) / 4, down: (a.down + 2 * place.down + b.down) / 4 };
  });
}

/** A place on the head, in head sizes before it was tilted, on the page. */
function onPage({ head, size }: HeadView, right: number, down: number): Point {
  const tilt = (head.tilt * Math.PI) / 180;
  return {
    x: head.x + size * (right * Math.cos(tilt) - down * Math.sin(tilt)),
    y: head.y + size * (right * Math.sin(tilt) + down * Math.cos(tilt)),
  };
}

/** Where a spot of the page lies on the head before it was tilted, in head sizes from its middle. */
function untilted({ head, size }: HeadView, spot: Point): Place {
  const tilt = (head.tilt * Math.PI) / 180;
  const [x, y] = [(spot.x - head.x) / size, (spot.y - head.y) / size];
  return { right: x * Math.cos(tilt) + y * Math.sin(tilt), down: y * Math.cos(tilt) - x * Math.sin(tilt) };
}

/** The outline of the face: a pen that presses at the jaw. Where skull and neck are one, no line parts them. */
export function contour(view: HeadView): string {
  const turn = Math.abs(view.yaw);
  // Under hair the outline begins at the temple.
  const bare = view.sheet.hairStyle === "bald" || cutOf(view.sheet).shaven;
  const skull = seenSkull(view);
  const rows = Math.min(skull.right.length, skull.left.length);
  const from = bare ? 0 : Math.round(rows * (view.behind ? 0.3 : 0.18));
  const [right, left] = [skull.right.slice(from), skull.left.slice(from)];
  const width = view.nib.bold * 1.12;
  const crown = bare ? brush([...left.slice(0, 4).toReversed(), ...right.slice(0, 4)], width * 0.7) : "";
  if (turn < 54) return crown + brush([...right, ...left.toReversed()], width, pressed);
  if (turn > fromTheBack) return crown + brush(right, width, { tip: 0.8 }) + brush(left, width, { tip: 0.8 });
  return crown + (view.yaw > 0 ? fromTheSide(view, right, left, bare) : fromTheSide(view, left, right, bare));
}

const pressed = { swellTo: 0.5, thinFrom: 0.55, tip: 0.5 };

/** The face with the jaw as far as the ear, and the back of the skull as far as the neck. */
function fromTheSide(view: HeadView, face: readonly Point[], back: readonly Point[], bare: boolean): string {
  const width = view.nib.bold * 1.12;
  // Of a head turned away the neck hides the jaw under the ear.
  const sign = view.yaw > 0 ? 1 : -1;
  const under = view.behind ? cheek(view, sign > 0 ? view.outline.left : view.outline.right, sign) : back;
  const neck = Math.abs(view.yaw) >= lostFace ? Infinity : view.behind ? -0.06 : -1;
  const jaw = under.filter((spot) => {
    const { right, down } = untilted(view, spot);
    return down > 0.235 && right * sign > neck;
  });
  const occiput = view.behind ? back : back.filter((spot) => untilted(view, spot).down < (bare ? 0.22 : 0.13));
  return brush([...face, ...jaw.toReversed()], width, pressed) + brush(occiput, width * 0.8, { tip: 0.5 });
}

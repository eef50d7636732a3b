import type { Point } from "../../geometry/geometry.ts";
import { brush } from "./brush.ts";
import { cutOf } from "./hair-cuts.ts";
import { type HeadView } from "./head-view.ts";
import { type HeadOutline } from "./skull.ts";
import { clamp, lerp } from "./space.ts";

/** From behind the neck covers chin and jaw: the further a head turns away, the shorter its jaw, until the skull ends in a curve under the hair. */
export function seenSkull(view: HeadView): HeadOutline {
  const { outline, head, size, yaw, sheet } = view;
  const away = clamp((Math.abs(yaw) - 112) / 38, 0, 1);
  if (away === 0) return outline;
  const low = lerp(0.3, sheet.hairStyle === "bald" ? 0.14 : 0.11, away);
  const tilt = (head.tilt * Math.PI) / 180;
  const nape = (side: readonly Point[]): Point[] =>
    side.map((spot) => {
      const { right, down } = untilted(view, spot);
      if (down <= 0.2) return spot;
      const share = Math.min(1, (down - 0.2) / 0.3);
      const [x, y] = [right * (1 - share ** 2 * away) * size, (0.2 + low * share) * size];
      return {
        x: head.x + x * Math.cos(tilt) - y * Math.sin(tilt),
        y: head.y + x * Math.sin(tilt) + y * Math.cos(tilt),
      };
    });
  return { right: nape(outline.right), left: nape(outline.left) };
}

/** Where a spot of the page lies on the head before it was tilted, in head sizes from its middle. */
function untilted({ head, size }: HeadView, spot: Point): { right: number; down: number } {
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
  if (turn > 142) return crown + fromBehind(view, right, width) + fromBehind(view, left, width);
  return crown + (view.yaw > 0 ? fromTheSide(view, right, left, bare) : fromTheSide(view, left, right, bare));
}

const pressed = { swellTo: 0.5, thinFrom: 0.55, tip: 0.5 };

/** One edge of a head seen from behind, down to where the nape runs into the neck. */
function fromBehind(view: HeadView, edge: readonly Point[], width: number): string {
  const above = edge.filter((spot) => {
    const { right, down } = untilted(view, spot);
    return down < 0.1 || Math.abs(right) > 0.2;
  });
  return brush(above, width, { tip: 0.5 });
}

/** The face with the jaw as far as the ear, and the back of the skull as far as the neck. */
function fromTheSide(view: HeadView, face: readonly Point[], back: readonly Point[], bare: boolean): string {
  const width = view.nib.bold * 1.12;
  // Of a head turned away the neck hides the jaw under the ear.
  const neck = view.behind ? -0.06 : -1;
  const jaw = back.filter((spot) => {
    const { right, down } = untilted(view, spot);
    return down > 0.235 && right * Math.sign(view.yaw) > neck;
  });
  const occiput = back.filter((spot) => untilted(view, spot).down < (bare ? 0.22 : 0.13));
  return brush([...face, ...jaw.toReversed()], width, pressed) + brush(occiput, width * 0.8, { tip: 0.5 });
}

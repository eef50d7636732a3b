import { brush, flick } from "./brush.ts";
import type { HeadView } from "./head-view.ts";
import { faceLimit } from "./skull.ts";

/** Heads under this size, in page units, carry a sign for every feature and no more. */
export const tinyHead = 27;

/** Eyes as dots, brows and mouth as strokes: the drawn features of a large face would run together into a blot. */
export function drawTinyFace(view: HeadView): string {
  if (view.behind) return "";
  const sides = ([-1, 1] as const).filter((side) => showsEye(view, side));
  return sides.map((side) => eye(view, side)).join("") + mouth(view);
}

const apart = 0.165;

function showsEye({ skull, yaw }: HeadView, side: 1 | -1): boolean {
  const limit = faceLimit(skull, yaw, skull.eyeLine);
  return yaw >= 0 ? side * apart < limit - 0.02 : side * apart > limit + 0.02;
}

function eye(view: HeadView, side: 1 | -1): string {
  const { expression, skull, size } = view;
  const y = skull.eyeLine;
  const slope = (expression.brow.angle / 30) * 0.05;
  const brow = flick(
    [view.skin(side * 0.07, y - 0.12 + slope), view.skin(side * 0.25, y - 0.13 - slope)],
    size * 0.045,
  );
  if (expression.closed !== "none")
    return brow + flick([view.skin(side * 0.1, y), view.skin(side * 0.23, y)], size * 0.05);
  const [top, low] = [view.skin(side * apart, y - 0.035), view.skin(side * apart, y + 0.045)];
  return brow + brush([top, low], size * 0.075, { tip: 0.8 });
}

function mouth(view: HeadView): string {
  const { expression, skull, size, yaw, speaks } = view;
  if (Math.abs(yaw) > 104) return "";
  const { open, half, corners } = speaks ? expression.speaking : expression.mouth;
  const y = skull.mouthLine;
  const limit = Math.abs(faceLimit(skull, yaw, y)) - 0.04;
  const held = (x: number): number => (yaw >= 0 ? Math.min(x, limit) : Math.max(x, -limit));
  const line = [-0.7, 0, 0.7].map((u) => view.skin(held(u * half), y + (u === 0 ? open * 0.25 : -corners)));
  return brush(line, size * Math.max(0.045, open * 0.5), { tip: open > 0.06 ? 0.7 : 0.5 });
}

import { boundsOf, type Rect } from "../geometry/geometry.ts";
import { safeArea } from "./page-frame.ts";
import type { Slot } from "./panel-shapes.ts";

/** What is seen of a panel: its bounds on the page. */
export function visibleBox({ outline }: Slot): Rect {
  const { x, y, width, height } = boundsOf(outline);
  return within({ left: x, top: y, right: x + width, bottom: y + height });
}

/** Where people may stand: no slant cuts them there, and no other panel lies over them. */
export function stageOf({ outline, hidden }: Slot): Rect {
  const [a, b, c, d] = outline;
  if (!a || !b || !c || !d) return boundsOf(outline);
  let [left, right] = [Math.max(a.x, d.x), Math.min(b.x, c.x)];
  for (const { x, width } of hidden)
    if (x + width / 2 > (left + right) / 2) right = Math.min(right, x);
    else left = Math.max(left, x + width);
  return within({ left, right, top: Math.max(a.y, b.y), bottom: Math.min(c.y, d.y) });
}

function within({ left, right, top, bottom }: Record<"left" | "right" | "top" | "bottom", number>): Rect {
  const x = Math.max(left, safeArea.x - 6);
  const y = Math.max(top, safeArea.y - 6);
  return {
    x,
    y,
    width: Math.min(right, safeArea.x + safeArea.width + 6) - x,
    height: Math.min(bottom, safeArea.y + safeArea.height + 6) - y,
  };
}

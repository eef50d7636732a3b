import { boundsOf, type Rect } from "../geometry/geometry.ts";
import { safeArea } from "./page-frame.ts";
import type { Paper } from "./page.ts";
import type { Slot } from "./panel-shapes.ts";

/** What is seen of a panel: its bounds on the page. */
export function visibleBox({ outline }: Slot, paper: Paper): Rect {
  const { x, y, width, height } = boundsOf(outline);
  return within({ left: x, top: y, right: x + width, bottom: y + height }, paper);
}

/** Where people may stand: no slant cuts them there, and no other panel lies over them. */
export function stageOf({ outline, hidden }: Slot, paper: Paper): Rect {
  const [a, b, c, d] = outline;
  if (!a || !b || !c || !d) return boundsOf(outline);
  let [left, right] = [Math.max(a.x, d.x), Math.min(b.x, c.x)];
  for (const { x, width } of hidden)
    if (x + width / 2 > (left + right) / 2) right = Math.min(right, x);
    else left = Math.max(left, x + width);
  return within({ left, right, top: Math.max(a.y, b.y), bottom: Math.min(c.y, d.y) }, paper);
}

function within({ left, right, top, bottom }: Record<"left" | "right" | "top" | "bottom", number>, paper: Paper): Rect {
  const safe = safeArea(paper);
  const x = Math.max(left, safe.x - 6);
  const y = Math.max(top, safe.y - 6);
  return {
    x,
    y,
    width: Math.min(right, safe.x + safe.width + 6) - x,
    height: Math.min(bottom, safe.y + safe.height + 6) - y,
  };
}

import type { Rect } from "../geometry/geometry.ts";
import type { Pose } from "../script/script.ts";
import type { StagedFigure } from "./page.ts";

/** On which sides an open palm is held out, flat enough to carry a balloon like a tray. */
const held: Partial<Record<Pose, "ahead" | "both">> = { offer: "ahead", shrug: "both" };

/** From where to where a palm held out reaches, in head sizes from the middle of the head; the air over it is part of the gesture. */
const palm = { from: 0.85, to: 2.1, top: 0.95, bottom: 1.75 } as const;

/** Where the open hands of the people are, in page units: no balloon lies on them (L7). */
export function openHands(figures: readonly StagedFigure[]): Rect[] {
  return figures.flatMap(({ head, pose }) => {
    const hands = held[pose];
    if (hands === undefined) return [];
    const sides = hands === "both" || head.yaw === 0 ? [-1, 1] : [Math.sign(head.yaw)];
    return sides.map((side) => ({
      x: head.x + (side > 0 ? palm.from : -palm.to) * head.size,
      y: head.y + palm.top * head.size,
      width: (palm.to - palm.from) * head.size,
      height: (palm.bottom - palm.top) * head.size,
    }));
  });
}

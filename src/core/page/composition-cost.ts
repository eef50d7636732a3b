import { overlapArea, type Rect } from "../geometry/geometry.ts";
import { gestural } from "../script/gestures.ts";
import type { Beat } from "../script/script.ts";
import type { Head, StagedFigure } from "./page.ts";
import { grownUp } from "./stature.ts";

/** Balloons may take this share of somebody before it counts. */
const freeShare = 0.06;

/** More than this share of somebody never lies under balloons where their texts can be shared out between two panels. */
export const mostHidden = 0.24;

/** The largest share of anybody in the picture that lies under balloons; bodies are as broad as their arms. */
export function hiddenShare(figures: readonly StagedFigure[], balloons: readonly Rect[], box: Rect): number {
  const shares = figures.map(({ head }) => {
    const parts = partsOf(head, box);
    const whole = parts.reduce((sum, part) => sum + part.width * part.height, 0);
    const hidden = parts.reduce(
      (sum, part) => sum + balloons.reduce((all, each) => all + overlapArea(part, each), 0),
      0,
    );
    return whole > 0 ? hidden / whole : 0;
  });
  return Math.max(0, ...shares);
}

/** Head and body as far as they are in the picture. */
function partsOf({ x, y, size }: Head, box: Rect): Rect[] {
  const head = { x: x - 0.5 * size, y: y - 0.6 * size, width: size, height: 1.1 * size };
  const feet = Math.min(y + grownUp.ground * size, box.y + box.height);
  const body = { x: x - 0.95 * size, y: y + 0.5 * size, width: 1.9 * size, height: Math.max(0, feet - y - 0.5 * size) };
  return [head, body].map((part) => within(part, box));
}

function within({ x, y, width, height }: Rect, box: Rect): Rect {
  const left = Math.max(x, box.x);
  const top = Math.max(y, box.y);
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(x + width, box.x + box.width) - left),
    height: Math.max(0, Math.min(y + height, box.y + box.height) - top),
  };
}

/** What is against a composition apart from the places of its texts: people under balloons, and heads lost in their panel (P7). */
export function compositionCost(
  beat: Beat,
  figures: readonly StagedFigure[],
  balloons: readonly Rect[],
  box: Rect,
): number {
  const hidden = Math.max(0, hiddenShare(figures, balloons, box) - freeShare);
  return 12 * hidden + sizeCost(beat, figures, box);
}

/** Head heights below which a face is lost, as shares of the panel's height and width, by how many busts stand in it. */
const leastBust = [
  { height: 0.32, width: 0.34 },
  { height: 0.27, width: 0.25 },
  { height: 0.21, width: 0.18 },
] as const;

/** Who is seen to the hip so that hands show has a smaller head than in a bust; with idle hands not quite so small a one. */
const handsShare = 0.72;
const hipShare = 0.8;

/** Head height in page units below which nobody sees who speaks. */
const leastSpeaker = 42;

function sizeCost({ shot, opensScene }: Beat, figures: readonly StagedFigure[], box: Rect): number {
  const largest = Math.max(0, ...figures.map(({ head }) => head.size));
  if (figures.length === 0) return 0;
  if (shot === "medium" || shot === "close") {
    const busts = leastBust[Math.min(figures.length, leastBust.length) - 1] ?? leastBust[2];
    const hands = figures.some(({ pose, holds }) => gestural.has(pose) || holds !== null);
    const share = shot === "close" ? 1 : hands ? handsShare : hipShare;
    const least = { height: share * busts.height, width: share * busts.width };
    const wanted = Math.min(least.height * box.height, least.width * box.width);
    return 5 * Math.max(0, 1 - largest / wanted);
  }
  if (!figures.some(({ speaks }) => speaks)) return 0;
  return (opensScene ? 1 : 4) * Math.max(0, 1 - largest / leastSpeaker);
}

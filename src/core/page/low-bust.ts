import type { Polygon, Rect } from "../geometry/geometry.ts";
import { bareHead } from "./head-reach.ts";
import { safeArea } from "./page-frame.ts";
import type { Head, Paper, StagedFigure } from "./page.ts";

/** Where the lower edge has to leave the line of the shoulders whole, in head sizes below the head's centre. */
const shouldersEnd = 1.2;

/**
 * A face without shoulders fills such shares of its panel: in a strip most of the height, from the crown down; else some of the height and,
 * all heads together, of the width; or under high words so much of the width that the side frames cut the shoulders.
 */
const closeUps = [
  { height: 0.75, width: 0 },
  { height: 0.58, width: 0.32 },
  { height: 0.36, width: 0.42 },
] as const;

/** A bust as it stands in its panel: head sizes seen below the head's centre, and the room it is in, in page units. */
interface Bust {
  head: Pick<Head, "size" | "above">;
  below: number;
  room: Pick<Rect, "width" | "height">;
  /** How many heads share the room. */
  count: number;
}

/** Whether a crop that shows no shoulders is a deliberate one: a face that fills its panel, and no head on a post in a wide one (D9). */
export function fillsPanel(bust: Bust): boolean {
  const { head, room, count } = bust;
  const [high, broad] = [heightOf(bust) / room.height, (head.size * count) / room.width];
  return closeUps.some(({ height, width }) => high >= height && broad >= width);
}

/** From the top of the hair to the lower edge, in page units. */
const heightOf = ({ head: { size, above = bareHead.above }, below }: Bust): number => (0.5 + above + below) * size;

/**
 * The people of a panel who are a head and a collar pushed up through the lower frame (D9), where nobody beside them fills it.
 * `hidden`: what of the panel lies under others. Beasts, which have no shoulders, and black shapes count as none.
 */
export function lowBusts({ figures, outline }: Staged, hidden: readonly Rect[], paper: Paper): StagedFigure[] {
  const busts = bustsOf({ figures, outline }, hidden, paper);
  if (busts.some(fillsPanel)) return [];
  return busts.filter(({ below }) => below < shouldersEnd).map(({ figure }) => figure);
}

/** Busts are at least this share of their panel's height. */
const leastHigh = 0.45;

/** How much lower than they may be the busts of a panel are, from 0 to 1, by the highest of them; 0 where it holds none. */
export function sunkShare(panel: Staged, hidden: readonly Rect[], paper: Paper): number {
  const highest = Math.max(0, ...bustsOf(panel, hidden, paper).map((bust) => heightOf(bust) / bust.room.height));
  return highest === 0 ? 0 : Math.max(0, 1 - highest / leastHigh);
}

interface Staged {
  figures: readonly StagedFigure[];
  outline: Polygon;
}

/** The people of a panel with what is seen of them. */
function bustsOf(
  { figures, outline }: Staged,
  hidden: readonly Rect[],
  paper: Paper,
): (Bust & { figure: StagedFigure })[] {
  const people = figures.filter(({ head, silhouette }) => !silhouette && (head.muzzle ?? 0) === 0);
  return people.map((figure) => {
    const { head } = figure;
    const { top, bottom, width } = roomAt(outline, head.x, paper);
    const over = hidden.filter(({ x, y, width: across }) => head.x > x && head.x < x + across && y > head.y);
    const edge = Math.min(bottom, ...over.map(({ y }) => y));
    const room = { width, height: edge - top };
    return { figure, head, below: (edge - head.y) / head.size, room, count: figures.length };
  });
}

/** Between what heights a panel is seen at a place across the page, and how broad it is, in page units; people keep off the cut of the page. */
function roomAt([a, b, c, d]: Polygon, x: number, paper: Paper): Record<"top" | "bottom" | "width", number> {
  if (!a || !b || !c || !d) return { top: 0, bottom: Infinity, width: Infinity };
  const safe = safeArea(paper);
  const at = (left: number, right: number, from: number, to: number) =>
    from === to ? Math.max(left, right) : left + ((right - left) * (x - from)) / (to - from);
  return {
    top: Math.max(at(a.y, b.y, a.x, b.x), safe.y),
    bottom: Math.min(at(d.y, c.y, d.x, c.x), safe.y + safe.height),
    width: Math.min(Math.max(b.x, c.x), paper.width) - Math.max(Math.min(a.x, d.x), 0),
  };
}

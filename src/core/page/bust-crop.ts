import type { Rect } from "../geometry/geometry.ts";
import { fillsPanel } from "./low-bust.ts";
import { clamp } from "./row-sizes.ts";

/** The panel in which busts stand, as `Stage` has it. */
interface BustStage {
  box: Rect;
  reserve: number;
  tight: number;
}

/** Busts of one panel: how many, and how far the one that reaches highest stands over its head's centre, in head sizes. */
interface BustGroup {
  count: number;
  crown: number;
  /** How often the one who is alone in the picture was so before; null beside others. */
  turn?: number | null;
}

/** Head sizes as shares of the panel's shorter side: largest and smallest. Flat panels hold larger heads, or faces get lost in them. */
function bustShares(shot: "close" | "medium", count: number, flat: boolean, hands: boolean): [number, number] {
  // In a strip a small bust would be afloat: it is cut at the shoulders.
  if (flat) return count === 1 ? [0.68, 0.58] : count === 2 ? [0.6, 0.54] : [0.52, 0.46];
  if (shot === "close") return count === 1 ? [0.58, 0.45] : [0.46, 0.34];
  if (hands) return count === 1 ? [0.34, 0.25] : count === 2 ? [0.31, 0.23] : [0.28, 0.21];
  return count === 1 ? [0.42, 0.29] : count === 2 ? [0.36, 0.26] : [0.32, 0.23];
}

/** The head size of the busts of a panel, in page units: as large as shot and words allow. */
export function bustSize(
  shot: "close" | "medium",
  hands: boolean,
  { count, crown, turn }: BustGroup,
  { box, reserve, tight }: BustStage,
): number {
  const short = Math.min(box.width, box.height);
  const flat = isFlat(box);
  const [large, small] = bustShares(shot, count, flat, hands);
  // A strip whose heads do not fill it is an empty one.
  const away = turn == null || flat ? 1 : (distances[turn % distances.length] ?? 1);
  const wanted = short * away * (large - (large - small) * (flat ? Math.min(tight, 1) : tight));
  const widest = box.width / (shot === "close" ? count * 1.25 + 0.35 : count * 1.3 + 0.5);
  const room = box.height - frameLine;
  const under = (words: number, below: number): number => (room - words) / (crown + below);
  if (flat) return Math.min(wanted, widest, under(0, cuts.flat[0][0]));
  // Hands need room below the head, and words above it.
  if (hands) return Math.min(wanted, widest, under(Math.min(reserve, 0.3 * box.height), cuts.hands[0][0] + 0.02));
  const near = Math.min(wanted, widest, under(0, cuts.close[0][0]));
  if (shot === "medium" || isCloseUp(near, { count, crown }, { box, reserve })) return near;
  // Where the words leave no room for a face as large as that the shoulders come into the picture.
  return Math.min(near, Math.max(under(Math.min(reserve, 0.5 * box.height), cuts.medium[0][0]), leastClose * short));
}

/** Sizes of somebody alone from picture to picture, so that the same head does not come back as large (P7). */
const distances = [1, 0.84, 0.93] as const;

/** Share of a panel's shorter side that a face in close view has at least. */
const leastClose = 0.26;

/** Whether faces of a size, under the words, fill their panel so that no shoulders need be seen. */
function isCloseUp(size: number, { count, crown }: BustGroup, { box, reserve }: Omit<BustStage, "tight">): boolean {
  const [[least, most]] = cuts.close;
  const below = clamp((box.height - reserve) / size - crown, least, most);
  return fillsPanel({ head: { size, above: crown - 0.5 }, below, room: box, count });
}

/** Whether a panel is a strip, for which heads are measured otherwise. */
export const isFlat = ({ width, height }: Rect): boolean => width > 2 * height;

/** Between the upper frame and hair or hat, in page units. */
export const frameLine = 4;

/** Where the lower edge may cut a body, in head sizes below the head's centre: never at an elbow, hip, knee or ankle. */
const cuts = {
  close: [
    [1.08, 1.35],
    [1.45, 1.8],
  ],
  medium: [
    [1.45, 1.95],
    [2.4, 2.75],
    [3.4, 4.15],
    [4.9, 5.4],
  ],
  /** The same in a panel so narrow that a face fills it. */
  near: [
    [1.08, 1.35],
    [1.45, 1.95],
    [2.4, 2.75],
    [3.4, 4.15],
    [4.9, 5.4],
  ],
  /** In a strip the shoulders leave the picture. */
  flat: [[0.8, 1.3]],
  /** Hands before the breast are in the picture. */
  hands: [
    [2.15, 2.7],
    [3.4, 4.15],
  ],
} as const;

/** Where the centres of the heads stand on the page: as high as the reserve leaves them and never through the upper frame, with a cut through the body that is not at a joint. */
export function bustLevel(
  shot: keyof typeof cuts,
  size: number,
  { count, crown }: BustGroup,
  { box, reserve, tight }: BustStage,
): number {
  const bottom = box.y + box.height;
  const highest = box.y + Math.max(reserve, 0.1 * box.height * (1 - tight)) + crown * size;
  const wish = shot === "hands" ? highest : Math.max(highest, box.y + 0.42 * box.height);
  const below = (bottom - wish) / size;
  const most = (box.height - frameLine) / size - crown;
  // A low panel has room for less of the body than the shot would show.
  const near = isCloseUp(size, { count, crown }, { box, reserve });
  const usual = shot === "close" && !near ? cuts.medium : shot === "medium" && near ? cuts.near : cuts[shot];
  const ways = [...usual, ...(most < usual[0][0] ? [...cuts.medium, ...cuts.close] : [])].filter(
    ([least]) => least <= most,
  );
  const allowed = ways.map(([least, end]) => clamp(below, least, Math.min(end, most)));
  const cut = allowed.reduce(
    (best, each) => (Math.abs(each - below) < Math.abs(best - below) ? each : best),
    allowed[0] ?? most,
  );
  return bottom - cut * size;
}

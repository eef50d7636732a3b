import { boundsOf, type Point, type Polygon, type Rect } from "../geometry/geometry.ts";
import type { Beat } from "../script/script.ts";
import { isLively } from "./lively.ts";
import type { PageSize } from "./page.ts";
import { splashFrom } from "./panel-needs.ts";
import type { Shaping, Slot } from "./panel-shapes.ts";
import type { SizedRow } from "./row-sizes.ts";

type Edge = "top" | "right" | "bottom" | "left";

/** How far a bleed runs over the part that is printed, in page units, so that no frame shows when it is cut. */
const bleedOver = 14;

/** Panels of a page that run off it at most; more and none would stand out. */
const mostBleeds = 2;

/** Splashes, openings and the height of the action run off the page; beside them the outermost panel of a lively row (P3). */
export function bleed(
  slots: readonly Slot[],
  rows: readonly SizedRow[],
  beats: readonly Beat[],
  { live, paper, random }: Pick<Shaping, "live" | "paper" | "random">,
): Slot[] {
  const made = [...slots];
  const outer: Edge = live.x > paper.width - live.x - live.width ? "right" : "left";
  let [left, after] = [mostBleeds, false];
  rows.forEach(({ cells }, i) => {
    const panel = chosen(cells, i, beats, made, { outer, live, chance: random() });
    // Two neighbouring rows without margins would look like a page cut wrongly.
    after = panel !== null && left > 0 && !after;
    const slot = made[panel ?? -1];
    if (!after || panel === null || !slot) return;
    const alone = cells.length === 1;
    const ends: Edge[] = [
      ...(i === 0 ? (["top"] as const) : []),
      ...(i === rows.length - 1 ? (["bottom"] as const) : []),
    ];
    made[panel] = {
      ...slot,
      frame: "bleed",
      outline: runOff(slot.outline, alone ? ["left", "right", ...ends] : [outer], paper),
    };
    left--;
  });
  return made;
}

interface Place {
  outer: Edge;
  live: Rect;
  chance: number;
}

/** The panel of a row that runs off the page, or null. */
function chosen(
  cells: SizedRow["cells"],
  row: number,
  beats: readonly Beat[],
  slots: readonly Slot[],
  { outer, live, chance }: Place,
): number | null {
  const [cell] = cells;
  const [first] = cell?.panels ?? [];
  if (cell && first !== undefined && cells.length === 1 && (cell.kind === "panel" || cell.kind === "inset"))
    return chance < bleedChance(beats[first], row) ? first : null;
  if (chance > 0.35) return null;
  const atEdge = cells
    .flatMap(({ kind, panels }) => (kind === "panel" ? panels : []))
    .find((panel) => isLively(beats[panel]) && touches(slots[panel]?.outline ?? [], outer, live));
  return atEdge ?? null;
}

function bleedChance(beat: Beat | undefined, row: number): number {
  if (!beat) return 0;
  if (beat.importance >= splashFrom) return 1;
  if (beat.kind === "establish") return row === 0 ? 0.7 : 0.4;
  if (isLively(beat)) return 0.45;
  return beat.shot === "wide" && beat.figures.length === 0 ? 0.35 : 0;
}

function touches(outline: Polygon, edge: Edge, live: Rect): boolean {
  const { x, width } = boundsOf(outline);
  return edge === "left" ? x < live.x + 1 : x + width > live.x + live.width - 1;
}

/** The outline drawn out over edges of the page, along its own slants. */
function runOff(outline: Polygon, edges: readonly Edge[], paper: PageSize): Polygon {
  const [a, b, c, d] = outline;
  if (!a || !b || !c || !d) return outline;
  const at = (from: Point, to: Point, x: number): Point => ({
    x,
    y: from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x),
  });
  const over = paper.bleed + bleedOver;
  const wide = paper.width + over;
  const sides = {
    a: edges.includes("left") ? at(a, b, -over) : a,
    b: edges.includes("right") ? at(a, b, wide) : b,
    c: edges.includes("right") ? at(d, c, wide) : c,
    d: edges.includes("left") ? at(d, c, -over) : d,
  };
  const top = edges.includes("top") ? { y: -over } : {};
  const bottom = edges.includes("bottom") ? { y: paper.height + over } : {};
  return [
    { ...sides.a, ...top },
    { ...sides.b, ...top },
    { ...sides.c, ...bottom },
    { ...sides.d, ...bottom },
  ];
}

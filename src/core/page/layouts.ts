import * as steady from "../geometry/steady-math.ts";
import { areaOf, boundsOf, type Polygon, type Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import type { Beat } from "../script/script.ts";
import { nameOf, panelsOf, type Row } from "./grammar.ts";
import type { MeasuredBeat } from "./measure-texts.ts";
import { type Direction, type Gutters, guttersOf, liveArea, type Side } from "./page-frame.ts";
import type { PageSize, Paper } from "./page.ts";
import { bareArea, needOf, type PanelNeed, splashFrom } from "./panel-needs.ts";
import { type ShapingBeats, shapePanels, shapingBeats, type Slot } from "./panel-shapes.ts";
import { readingOrder } from "./reading-order.ts";
import { type Arrangements, arrangementsFor } from "./row-rules.ts";
import { isRoomy, type PanelWishes, panelWishes, sizeRows } from "./row-sizes.ts";

/** An arrangement of panels, not yet filled. */
export interface Layout {
  name: string;
  slots: Slot[];
  /** Lower is better. */
  penalty: number;
  /** Whether the most important beat has the largest panel (P1). */
  foremost: boolean;
  /** Whether each scene starts on a row of its own (P5). */
  scenesKept: boolean;
}

export interface LayoutWish {
  side: Side;
  direction: Direction;
  paper: PageSize;
  seed: string;
  /** Name of the layout of the page before, or null (P3). */
  before: string | null;
  /** Whether arrangements are left out in which a panel has no room for its texts: there may be none left. */
  roomy?: boolean;
}

/** A panel with a shorter side, in page units, shows nothing. */
export const smallestSide = 150;

/** How many of the best arrangements are sized and shaped anew, and how often. */
const rounds = { best: 14, further: 3 } as const;
/** How many layouts are given back at most. */
const given = 8;

/** Makes layouts from the grammar and returns the best that are read as meant, best first (P3, P4). */
export function layoutsFor(beats: readonly MeasuredBeat[], wish: LayoutWish): Layout[] {
  const arrangements = arrangementsFor(beats);
  const plain = beats.map(({ beat }) => beat);
  const named = arrangements.all.map((rows) => ({ rows, name: nameOf(rows) }));
  const fresh = named.filter(({ name }) => name !== wish.before);
  // One panel alone can be laid out in one way only.
  const all = (fresh.length > 0 ? fresh : named).map((each) => weighed(each, plain, wish));
  const task = taskOf(beats, wish, arrangements);
  const made = (arrangement: Arrangement, round: number): Made[] => {
    const layout = makeLayout(arrangement, round, task);
    return layout ? [{ layout, arrangement }] : [];
  };
  const first = all.flatMap((each) => made(each, 0)).sort(byPenalty);
  const layouts = [...first];
  for (const { arrangement } of first.slice(0, rounds.best))
    for (let round = 1; round <= Math.max(rounds.further, (2 * given) / all.length); round++)
      layouts.push(...made(arrangement, round));
  return readAsMeant(
    layouts.sort(byPenalty).map(({ layout }) => layout),
    wish.direction,
  );
}

const byPenalty = ({ layout: a }: Made, { layout: b }: Made): number => a.penalty - b.penalty;

/** A layout with the arrangement that it was made from. */
interface Made {
  layout: Layout;
  arrangement: Arrangement;
}

/** A way to spread beats over rows, with what is against it whatever the sizes of its panels. */
interface Arrangement {
  rows: readonly Row[];
  name: string;
  rhythm: number;
  special: number;
  opening: number;
  turn: number;
}

function weighed(
  { rows, name }: Pick<Arrangement, "rows" | "name">,
  beats: readonly Beat[],
  wish: LayoutWish,
): Arrangement {
  return {
    rows,
    name,
    rhythm: rhythmPenalty(rows, beats.length, wish.before, name),
    special: specialPenalty(name, wish.before),
    opening: openingPenalty(rows, beats),
    turn: turnPenalty(rows, beats, wish),
  };
}

/** The first layouts whose order, derived from the geometry alone, is the intended one; where there is none the best, for the report. */
function readAsMeant(layouts: readonly Layout[], direction: Direction): Layout[] {
  const kept: Layout[] = [];
  for (const layout of layouts) {
    const outlines = layout.slots.map(({ outline }) => outline);
    if (readingOrder(outlines, direction).every((panel, i) => panel === i)) kept.push(layout);
    if (kept.length === given) break;
  }
  return kept.length > 0 ? kept : layouts.slice(0, 1);
}

/** The needs with more weight for the most important beat: where its neighbours are full of words it must ask for more (P1). */
function withForemost(needs: readonly PanelNeed[], beats: readonly MeasuredBeat[], boost: number): PanelNeed[] {
  const foremost = Math.max(...beats.map(({ beat }) => beat.importance));
  return needs.map((need, i) => {
    const first = (beats[i]?.beat.importance ?? 0) >= foremost;
    return first ? { ...need, weight: need.weight * boost, least: need.least * (1 + (boost - 1) * 0.5) } : need;
  });
}

/** What is the same for all layouts of a page. */
interface Task {
  beats: readonly Beat[];
  shaping: ShapingBeats;
  /** What the panels ask for, by round: from round to round the foremost asks for more. */
  wishes: readonly PanelWishes[];
  wish: LayoutWish;
  live: Rect;
  gutters: Gutters;
  scenesKept: boolean;
  /** Areas under which the panels are not worth trying; none where all are. */
  bare: readonly number[];
}

/** Rounds after which the foremost panel asks for as much as in the first. */
const boosts = 4;

function taskOf(beats: readonly MeasuredBeat[], wish: LayoutWish, { scenesKept }: Arrangements): Task {
  const needs = beats.map(needOf);
  const plain = beats.map(({ beat }) => beat);
  const live = liveArea(wish.side, wish.paper);
  return {
    beats: plain,
    shaping: shapingBeats(plain),
    wishes: Array.from({ length: boosts }, (_, i) => panelWishes(withForemost(needs, beats, 1 + 0.35 * i), live)),
    wish,
    live,
    gutters: guttersOf(wish.paper),
    scenesKept,
    bare: wish.roomy ? beats.map(bareArea) : [],
  };
}

/** How much larger than its part of its row a panel may become by slants and bleeds. */
const spreading = 1.3;

/** The layout of an arrangement; null where a panel has no room for its texts. */
function makeLayout({ rows, name, ...against }: Arrangement, round: number, task: Task): Layout | null {
  const { beats, shaping, wish, live, gutters, scenesKept, bare } = task;
  const random = randomFrom(`${wish.seed} ${name} ${round}`);
  const wishes = task.wishes[round % boosts];
  if (!wishes) return null;
  const { needs } = wishes;
  const sized = sizeRows(rows, wishes, { width: live.width, height: live.height, gutters }, random);
  if (!sized.every((row) => isRoomy(row, bare, spreading))) return null;
  const slots = shapePanels(sized, shaping, { live, gutters, paper: wish.paper, direction: wish.direction, random });
  const areas = slots.map(({ outline, hidden }) => shownArea(outline, hidden, wish.paper));
  const boxes = slots.map(({ outline }) => boundsOf(outline));
  const foremost = largestIsForemost(areas, beats);
  const penalty =
    (foremost ? 0 : 20) +
    fitPenalty(boxes, areas, needs) +
    weightPenalty(areas, beats, wishes) +
    against.rhythm +
    0.7 * crosses(boxes, gutters.row) +
    against.special +
    against.opening +
    against.turn +
    random() * 0.5;
  return { name, slots, penalty, foremost, scenesKept };
}

/** Area of a panel that the reader sees: without what runs off the page or lies under an inset. */
export function shownArea(outline: Polygon, hidden: readonly Rect[], { width, height }: Paper): number {
  const isWhole = outline.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
  const onPage = isWhole
    ? outline
    : outline.map(({ x, y }) => ({ x: Math.min(Math.max(x, 0), width), y: Math.min(Math.max(y, 0), height) }));
  return areaOf(onPage) - hidden.reduce((sum, box) => sum + box.width * box.height, 0);
}

/** Panels too small for their texts and faces (L4), or of a shape that does not suit the shot. */
function fitPenalty(boxes: readonly Rect[], areas: readonly number[], needs: readonly PanelNeed[]): number {
  return needs.reduce((sum, need, i) => {
    const { width = 1, height = 1 } = boxes[i] ?? {};
    const lack = Math.max(0, need.least / (areas[i] ?? 1) - 1);
    const narrow = Math.max(0, need.minWidth / width - 1) + Math.max(0, need.minHeight / height - 1);
    const tiny = Math.min(width, height) < smallestSide ? 20 : 0;
    const shape =
      0.4 * steady.log(width / height / need.aspect) ** 2 + 2.5 * Math.max(0, height / width - need.tallest);
    return sum + tiny + 3 * lack + 5 * lack * lack + 6 * narrow + shape;
  }, 0);
}

/** Areas that tell another story than the importances (P1). */
function weightPenalty(areas: readonly number[], beats: readonly Beat[], { needs, weight }: PanelWishes): number {
  let page = 0;
  for (const area of areas) page += area;
  return needs.reduce((sum, need, i) => {
    const share = (areas[i] ?? 0) / page;
    const small = (beats[i]?.importance ?? 0) >= splashFrom && share < 0.6;
    return sum + 0.5 * steady.log(share / (need.weight / weight)) ** 2 + (small ? 6 * (0.6 - share) + 1 : 0);
  }, 0);
}

/** Whether no panel is clearly larger than that of the most important beat (P1). */
export function largestIsForemost(areas: readonly number[], beats: readonly { importance: number }[]): boolean {
  const largest = Math.max(...areas);
  const foremost = Math.max(...beats.map(({ importance }) => importance));
  return areas.some((area, i) => area >= largest * 0.98 && (beats[i]?.importance ?? 0) >= foremost - 0.01);
}

/** Pages that look like a grid, or like the page before. */
function rhythmPenalty(rows: readonly Row[], panels: number, before: string | null, name: string): number {
  let penalty = rows.length === 5 ? 1.2 : 0;
  if (rows.length === 1 && panels > 1) penalty += 2.5;
  if (rows.length === panels && panels > 2) penalty += 1.5;
  if (before !== null && before.split("·")[0] === name.split("·")[0]) penalty += 0.5;
  for (let i = 1; i < rows.length; i++) if (String(rows[i]) === String(rows[i - 1])) penalty += 0.7;
  return penalty;
}

/** What the unusual cells are worth on a page, by their mark in its name: one is welcome, two are too much, the same on two pages a habit. */
const worth: Readonly<Record<string, number>> = { i: 3.2, o: 0.6, p: 2 };
const habit = { more: 0.9, again: 0.8 } as const;

function specialPenalty(name: string, before: string | null): number {
  const marks = name.match(/[iop]/g) ?? [];
  if (marks.length === 0) return 0;
  const again = marks.some((mark) => before?.includes(mark));
  return (
    habit.more * (marks.length - 1) + (again ? habit.again : 0) - Math.max(...marks.map((mark) => worth[mark] ?? 0))
  );
}

/** Before the reader turns the leaf a question or a threat has room at the foot of the page (P5). */
function turnPenalty(rows: readonly Row[], beats: readonly Beat[], { side, direction }: LayoutWish): number {
  const turns = (side === "right") === (direction === "ltr");
  const last = rows.at(-1);
  return turns && beats.at(-1)?.hook && last ? 0.35 * (panelsOf(last) - 1) : 0;
}

/** An establishing picture has its row to itself where it can. */
function openingPenalty(rows: readonly Row[], beats: readonly Beat[]): number {
  let [first, penalty] = [0, 0];
  for (const row of rows) {
    if (beats[first]?.kind === "establish" && beats[first]?.opensScene && row.length > 1) penalty += 0.9;
    first += panelsOf(row);
  }
  return penalty;
}

/** Upright gutters that go on across two rows: the cross they make can be read two ways. */
function crosses(boxes: readonly Rect[], gutter: number): number {
  let count = 0;
  for (const a of boxes)
    for (const b of boxes) {
      const below = b.y > a.y + a.height && b.y < a.y + a.height + 2 * gutter;
      if (below && a.x > 180 && Math.abs(a.x - b.x) < 30) count++;
    }
  return count;
}

import type { Point, Rect } from "../geometry/geometry.ts";
import { hashText } from "../geometry/random.ts";
import { insideTest, type PanelBounds } from "./balloon-room.ts";
import type { MeasuredText, Shape } from "./measure-texts.ts";
import type { Direction } from "./page-frame.ts";
import { type Tail, wayLength } from "./tails.ts";
import type { PanelSide } from "./voice-sides.ts";

/** A place for one shape of a text in its panel, whoever stands there. */
export interface Spot {
  shape: Shape;
  centre: Point;
  /** Around the body, in page units. */
  box: Rect;
  /** What is against shape and place; lower is better. */
  penalty: number;
  /** Its number among the places of the text: of two that cost the same the lower one is taken. */
  rank: number;
  /** Tails to the sides of the panel; null until they are asked for. */
  exits: Partial<Record<PanelSide, Tail[]>> | null;
}

/** The panel as far as it has to do with places. */
export interface Frame extends PanelBounds {
  direction: Direction;
}

/** Which of the panel's texts it is. */
export interface Turn {
  index: number;
  count: number;
}

/** How many places are tried across and down: few at first, more where there is little room; those of the best arrangement are settled in smaller steps. */
const grids = { coarse: { columns: 7, rows: 7 }, fine: { columns: 11, rows: 9 } } as const;
export type Grain = keyof typeof grids;
/** Places nearer than this to each other, in page units, are the same. */
const leastStep = 22;

/** The places for one text with the first so many of its shapes, best first. */
type SpotsOf = (shapes: number) => readonly Spot[];

/** The places for each text of a panel; made when asked for, and then remembered: all stagings share them. */
export function spotsIn(texts: readonly MeasuredText[], frame: Frame, grain: Grain = "coarse"): readonly SpotsOf[] {
  return texts.map((text, index) => {
    const turn = { index, count: texts.length };
    const all: (readonly Spot[])[] = [[]];
    return (shapes) => {
      for (let i = all.length - 1; i < Math.min(shapes, text.shapes.length); i++) {
        all.push(merged(all[i] ?? [], spotsFor(text, text.shapes[i]?.() ?? null, turn, frame, { grain, shape: i })));
      }
      return all[Math.min(shapes, text.shapes.length)] ?? [];
    };
  });
}

/** Two lists of places, each best first, as one; of two that cost the same that of the first list stands first. */
function merged(some: readonly Spot[], others: readonly Spot[]): readonly Spot[] {
  if (some.length === 0 || others.length === 0) return some.length === 0 ? others : some;
  const all: Spot[] = [];
  let next = 0;
  for (const spot of some) {
    for (let other = others[next]; other && other.penalty < spot.penalty; other = others[++next]) all.push(other);
    all.push(spot);
  }
  return all.concat(others.slice(next));
}

/** Ranks that the places of one shape have at most, and each of them for its tails. */
const ranks = { shape: 10_000, spot: 10 } as const;

function spotsFor(
  text: MeasuredText,
  shape: Shape | null,
  turn: Turn,
  frame: Frame,
  by: { grain: Grain; shape: number },
): Spot[] {
  if (!shape) return [];
  const inside = insideTest(frame, { x: shape.radiusX, y: shape.radiusY }, isSquare(text), overFrame(text));
  const found: Spot[] = [];
  const weighed = { shape, cost: shapeCost(text, shape), place: placeRule(text) };
  const { columns, rows } = centresFor(shape, frame.box, overFrame(text), by.grain);
  for (const y of rows) for (const x of columns) if (inside(x, y)) found.push(spotOf(weighed, { x, y }, turn, frame));
  found.sort((a, b) => a.penalty - b.penalty);
  for (const [i, spot] of found.entries()) spot.rank = by.shape * ranks.shape + i * ranks.spot;
  return found;
}

/** A place with what is against it, whether or not it lies inside the panel. */
export function spotAt(text: MeasuredText, shape: Shape, centre: Point, turn: Turn, frame: Frame): Spot {
  return spotOf({ shape, cost: shapeCost(text, shape), place: placeRule(text) }, centre, turn, frame);
}

/** What is against a body at a place in its panel. */
type PlaceRule = (body: Rect, turn: Turn, frame: Frame) => number;

const placeRule = (text: MeasuredText): PlaceRule =>
  text.lettered ? middlePenalty : isSquare(text) ? cornerPenalty : placePenalty;

function spotOf(
  { shape, cost, place }: { shape: Shape; cost: number; place: PlaceRule },
  centre: Point,
  turn: Turn,
  frame: Frame,
): Spot {
  const { radiusX, radiusY } = shape;
  const box = { x: centre.x - radiusX, y: centre.y - radiusY, width: 2 * radiusX, height: 2 * radiusY };
  const penalty = cost + framePenalty(box, frame.box) + place(box, turn, frame);
  return { shape, centre, box, penalty, rank: 0, exits: null };
}

/** Whether the body of a text lies inside the panel when it is moved. */
export function standsInside(
  text: MeasuredText,
  { shape, centre }: Pick<Spot, "shape" | "centre">,
  frame: Frame,
): boolean {
  return insideTest(frame, { x: shape.radiusX, y: shape.radiusY }, isSquare(text), overFrame(text))(centre.x, centre.y);
}

/** Captions and letters are boxes. */
export function isSquare({ kind }: MeasuredText): boolean {
  return kind === "narration" || kind === "letter";
}

/** What is against a shape that is not the usual one, and against a divided word. */
function shapeCost(text: MeasuredText, shape: Shape): number {
  return (shape === text.usual ? 0 : unusual) + (isHyphenated(shape) ? 0.9 : 0);
}

const unusual = 0.25;

/** Whether a word had to be divided at the end of a line (L2). */
function isHyphenated({ block }: Shape): boolean {
  return !block.vertical && block.lines.some((line) => /\p{L}[-‐]$/u.test(line));
}

/** How far a balloon that breaks the frame stands out over its upper edge, in page units: well within the gutter. */
const outOfFrame = 12;
/** One balloon in so many breaks the frame if it can, and every shout. */
const breakers = 5;

/** How far a balloon may stand out over the frame above it; 0 for most. */
function overFrame(text: MeasuredText): number {
  if (isSquare(text)) return 0;
  return text.kind === "shout" || hashText(text.text.id) % breakers === 0 ? outOfFrame : 0;
}

/** Where the centres of a shape are tried on the page: each column with each row. */
interface Centres {
  columns: readonly number[];
  rows: readonly number[];
}

function centresFor({ radiusX, radiusY }: Shape, box: Rect, over: number, grain: Grain): Centres {
  const rise = over > 0 ? 10 + over : 0;
  const [left, top] = [box.x + radiusX + 10, box.y + radiusY + 10 - rise];
  const [width, height] = [box.width - 2 * radiusX - 20, box.height - 2 * radiusY - 20 + rise];
  if (width < -8 || height < -8) return { columns: [], rows: [] };
  const grid = grids[grain];
  const columns = stepsFrom(left, width, grid.columns);
  if (columns.length > 1 && width / (columns.length - 1) > doorway)
    columns.push(left + doorway, left + (width - doorway));
  return { columns, rows: stepsFrom(top, height, grid.rows) };
}

/** From a side of the panel a voice from beyond it has room for its tail so far away, in page units. */
const doorway = 40;

/** Even steps over a length, not closer than matters to the eye. */
function stepsFrom(start: number, length: number, most: number): number[] {
  const room = Math.max(0, length);
  const count = Math.min(most - 1, Math.ceil(room / leastStep));
  const steps = [start];
  for (let i = 1; i <= count; i++) steps.push(start + (room * i) / count);
  return steps;
}

/** Captions open a panel in the corner where reading starts; after speech they close it in the other. */
function cornerPenalty(box: Rect, { index, count }: Turn, { box: room, direction }: Frame): number {
  const opening = index === 0 || index < count - 1;
  const across = fromStart(box, room, direction);
  const down = (box.y - room.y) / room.height;
  if (opening) return 2.2 * across + 3.4 * down;
  const fromEnd = 1 - across - box.width / room.width;
  return 1.6 * Math.max(0, fromEnd) + 2.4 * Math.max(0, 1 - down - box.height / room.height);
}

/** How far a box stands from the side where reading starts, as a share of the width. */
function fromStart(box: Rect, room: Rect, direction: Direction): number {
  return (direction === "ltr" ? box.x - room.x : room.x + room.width - box.x - box.width) / room.width;
}

/** How near several of them stand to each other: as a share of an even spread, and no farther than so many times their own size. */
const together = { share: 0.75, bodies: 1.5 } as const;

/** Width of a picture in heights from which several stand beside each other, whichever way their lines run. */
const low = 2;

/** Words that are the picture stand in the middle of it, several under each other, or beside each other where lines run down or there is no height. */
function middlePenalty(body: Rect, { index, count }: Turn, { box, direction }: Frame): number {
  const { x, y } = middleOf(body);
  const across = (x - box.x) / box.width;
  const down = (y - box.y) / box.height;
  const turn = (index + 0.5) / count - 0.5;
  const spread = (room: number, own: number): number =>
    turn * Math.min(together.share, (together.bodies * count * own) / room);
  const beside = spread(box.width, body.width);
  if (direction === "rtl") return 4 * wayLength(across - 0.5 + beside, down - 0.5);
  if (box.width > low * box.height) return 4 * wayLength(across - 0.5 - beside, down - 0.5);
  return 4 * wayLength(across - 0.5, down - 0.5 - spread(box.height, body.height));
}

const middleOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

/** First balloons stand high and near the start of reading, later ones further on. */
function placePenalty(body: Rect, { index, count }: Turn, { box, direction }: Frame): number {
  const centre = middleOf(body);
  const across = (direction === "ltr" ? centre.x - box.x : box.x + box.width - centre.x) / box.width;
  const down = (centre.y - box.y) / box.height;
  const wished = count === 1 ? across : (index + 0.5) / count;
  return 0.9 * Math.abs(across - wished) + 1.7 * down ** 1.5 * (index === 0 ? 1.3 : 1);
}

/** Near the frame a balloon either leans on it, keeps clear of it, or breaks it where it may. */
function framePenalty(box: Rect, room: Rect): number {
  const top = box.y - room.y;
  if (top < 0) return broken;
  return top > 16 && top < 34 ? 0.12 : 0;
}

/** What speaks for a broken frame. */
const broken = -0.3;

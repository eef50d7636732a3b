import type { Point, Rect } from "../geometry/geometry.ts";
import { addedPenalty, agrees, type Candidate, sharedExit } from "./arranged-balloons.ts";
import { type Placement, withNext } from "./balloon-search.ts";
import { type BalloonRoom, hidingOf, meets } from "./balloon-room.ts";
import { isSquare, type Spot, spotAt, type spotsIn, standsInside, type Turn } from "./balloon-spots.ts";
import { brimOf } from "./head-reach.ts";
import type { MeasuredText } from "./measure-texts.ts";
import type { Direction } from "./page-frame.ts";
import type { StagedFigure } from "./page.ts";
import { openHands } from "./open-hands.ts";
import { mayJoin } from "./joined-balloons.ts";
import {
  type Aim,
  aimAt,
  barredBy,
  cutsThroat,
  doubtOf,
  entry,
  sameExit,
  type Tail,
  tailTo,
  tailToCrown,
  tailToEdge,
  wayLength,
} from "./tails.ts";
import { type PanelSide, voiceSides } from "./voice-sides.ts";

export interface Placing {
  room: BalloonRoom;
  figures: readonly StagedFigure[];
  direction: Direction;
  /** How many shapes of each text may be tried. */
  shapes: number;
  /** Where voices leave the other panels of the page: two that face each other over a gutter look like one. */
  exits: readonly Point[];
  /** The places for each text by its shapes. */
  spots: ReturnType<typeof spotsIn>;
  /** Arrangements that cost as much are of no use. */
  limit: number;
}

/** What is the same for all places that are tried in a panel. */
interface Search extends Placing {
  hands: readonly Rect[];
  /** Hats, which no caption may cut. */
  brims: readonly Rect[];
  aims: ReadonlyMap<string, Aim>;
}

/** How many half-finished arrangements are followed at once. */
const beam = 10;
/**
 * Finds places for all texts of a panel in reading order (L7): inside the panel, clear of faces and each other, tails to the
 * mouths of those who speak, no two tails crossing. Null where there is no such arrangement that costs less than the limit.
 */
export function placeBalloons(texts: readonly MeasuredText[], given: Placing): Placement | null {
  const placing = searchOf(given);
  const sideOf = voiceSides(texts, { figures: placing.figures, box: placing.room.box, direction: placing.direction });
  const placement = placeWith(texts, sideOf, placing);
  const offstage = texts.some((text) => leavesPicture(text, placing.figures));
  if (!offstage || (placement && placement.penalty < worthTurning)) return placement;
  const limit = (placement?.penalty ?? placing.limit) - otherSide;
  const turned = placeWith(texts, (text) => (sideOf(text) === 1 ? -1 : 1), { ...placing, limit });
  return turned ? { ...turned, penalty: turned.penalty + otherSide } : placement;
}

const searchOf = (given: Placing): Search => ({
  ...given,
  hands: openHands(given.figures),
  brims: given.figures.flatMap(({ head }) => brimOf(head)),
  aims: new Map(given.figures.map(({ person, head }) => [person, aimAt(head)])),
});

/** What is against voices from the side to which nobody looks. */
const otherSide = 1.2;

/** The penalty from which an arrangement is bad enough to try that side. */
const worthTurning = 3 * otherSide;

function leavesPicture(text: MeasuredText, figures: readonly StagedFigure[]): boolean {
  return !isSquare(text) && !figures.some(({ person }) => person === text.voice);
}

function placeWith(
  texts: readonly MeasuredText[],
  sideOf: (text: MeasuredText) => PanelSide,
  placing: Search,
): Placement | null {
  let ways: Placement[] = [{ placed: [], penalty: 0 }];
  for (const [index, text] of texts.entries()) {
    const turn = turnOf(texts, index, sideOf(text), placing);
    ways = withNext(ways, {
      spots: placing.spots[index]?.(placing.shapes) ?? [],
      most: index === texts.length - 1 ? 1 : beam,
      limit: placing.limit - leastFrom(index + 1, placing),
      direction: placing.direction,
      kept: placing.room.kept,
      candidatesAt: (spot, limit) => candidatesAt(text, spot, turn, placing, limit),
    });
    if (ways.length === 0) return null;
  }
  return ways[0] ?? null;
}

/** What the texts from this one on cost at least, each by itself: frames that are broken are a gain. */
function leastFrom(index: number, { spots, shapes, limit }: Search): number {
  if (limit === Infinity) return 0;
  return spots.slice(index).reduce((sum, ofText) => sum + (ofText(shapes)[0]?.penalty ?? Infinity), 0);
}

/** Steps in page units by which balloons are moved to where they stand best. */
const settling = [14, 6] as const;
const ways = [
  { x: -1, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
] as const;

/** The arrangement with every balloon moved, a little at a time, as long as that is better. */
export function settleBalloons(placement: Placement, given: Placing): Placement {
  const placing = searchOf(given);
  let settled = { ...placement, penalty: totalOf(placement.placed, placing) ?? placement.penalty };
  for (const step of settling)
    for (const index of placement.placed.keys())
      for (const way of ways) {
        const moved = movedBalloon(settled, index, { x: step * way.x, y: step * way.y }, placing);
        if (moved) settled = moved;
      }
  return { ...settled, penalty: Math.min(settled.penalty, placement.penalty) };
}

/** The arrangement with one balloon moved once or twice by a step; null where that is no better. */
function movedBalloon({ placed, penalty }: Placement, index: number, by: Point, placing: Search): Placement | null {
  const old = placed[index];
  if (!old) return null;
  const { text, shape, joined } = old;
  const texts = placed.map((each) => each.text);
  const turn = turnOf(texts, index, old.tail?.exit ?? 1, placing);
  const centre = { x: old.centre.x + by.x, y: old.centre.y + by.y };
  const frame = { ...placing.room, direction: placing.direction };
  if (!standsInside(text, { shape, centre }, frame)) return null;
  let found: Placement | null = null;
  const spot = spotAt(text, shape, centre, turn, frame);
  if (meets(spot.box, placing.room.kept)) return null;
  for (const candidate of candidatesAt(text, spot, turn, placing)) {
    if (candidate.joined !== joined) continue;
    const changed = placed.with(index, candidate);
    const total = totalOf(changed, placing);
    if (total !== null && total < (found?.penalty ?? penalty)) found = { placed: changed, penalty: total };
  }
  return found;
}

/** What is against an arrangement; null where its balloons do not agree. */
function totalOf(placed: readonly Candidate[], { direction, room }: Search): number | null {
  let sum = 0;
  for (const [i, candidate] of placed.entries()) {
    const before = placed.slice(0, i);
    const added = agrees(candidate, before, direction) ? addedPenalty(candidate, before, room.kept) : null;
    if (added === null) return null;
    sum += added;
  }
  return sum;
}

/** A text's turn in its panel, and where its voice comes from. */
interface VoicedTurn extends Turn {
  /** The head of whoever says it, where that one is in the picture. */
  speaker: Aim | undefined;
  others: readonly Aim[];
  /** Where a voice from beyond the picture leaves. */
  side: PanelSide;
  /** What its tail may not run over: heads and chests of the others; on the way out of the picture everybody. */
  barred: readonly Rect[];
  /** Whether the balloon may hang on the one before. */
  joins: boolean;
}

function turnOf(texts: readonly MeasuredText[], index: number, side: PanelSide, placing: Search): VoicedTurn {
  const text = texts[index];
  if (!text) throw new Error(`place balloons: no text ${index}`);
  const { aims, room } = placing;
  const speaker = text.voice === null ? undefined : aims.get(text.voice);
  const others = [...aims.values()].filter((aim) => aim !== speaker);
  return {
    index,
    count: texts.length,
    speaker,
    others,
    side,
    barred: speaker
      ? barredBy(
          speaker.head,
          others.map(({ head }) => head),
        )
      : [...room.kept, ...room.spared],
    joins: mayJoin(text, texts[index - 1]),
  };
}

/** A text at a place that is free, with each tail that it may have there; none where the place alone costs as much as the limit. */
function candidatesAt(
  text: MeasuredText,
  spot: Spot,
  turn: VoicedTurn,
  placing: Search,
  limit = Infinity,
): Candidate[] {
  const { room } = placing;
  const { shape, centre, box } = spot;
  const square = isSquare(text);
  if (square && meets(box, placing.brims)) return [];
  const hides = hidingOf(box, room.spared) * (square ? captionOnBody : 1);
  const place = spot.penalty + hides + 3 * hidingOf(box, placing.hands);
  if (place >= limit) return [];
  const found: Candidate[] = [];
  const add = (tail: Tail | null, joined: boolean, more: number) =>
    found.push({ text, shape, centre, box, tail, joined, penalty: place + more });
  if (square) {
    add(null, false, 0);
    return found;
  }
  if (turn.joins) add(null, true, 0);
  const second = turn.joins ? secondTail : 0;
  for (const tail of tailsFor(text, spot, turn, room)) {
    if (tail && !isClear(tail, box, turn)) continue;
    const reach = turn.speaker
      ? reachPenalty(text, tail, box, turn.speaker, turn.others)
      : edgePenalty(text, tail, box, placing.exits);
    add(tail, false, reach + second);
  }
  return found;
}

/** A caption has no tail that keeps it near anybody: it need not lie on people. */
const captionOnBody = 8;

/** Two tails of one voice say less clearly that it is one. */
const secondTail = 0.9;

/** The tails a balloon may have; out of the picture they fall or rise a little, so that two voices need not leave by one door. */
function tailsFor(text: MeasuredText, spot: Spot, { speaker, side }: VoicedTurn, room: BalloonRoom): (Tail | null)[] {
  const { centre } = spot;
  if (speaker) return [text.kind === "thought" ? tailToCrown(centre, speaker.head) : tailTo(centre, speaker)];
  if (text.kind === "thought") return [null];
  // Where they end is the same for all stagings.
  spot.exits ??= {};
  return (spot.exits[side] ??= exitsFrom(spot, side, room));
}

/** How steeply the tails out of the picture fall. */
const slopes = [0.3, -0.35] as const;

/** The tails from a place to a side of the panel, as far as they are neither too long nor too short. */
function exitsFrom({ centre, shape, box }: Spot, side: PanelSide, room: BalloonRoom): Tail[] {
  return slopes
    .map((slope) => tailToEdge(centre, side, room, slope, shape.radiusY))
    .filter((tail) => isOfLength(lengthOutside(tail, box), exitLength));
}

/** A longer tail, in page units, is a road across the picture; a shorter one is not seen. */
const mouthLength = { least: 12, most: 150 } as const;
const exitLength = { least: 20, most: 120 } as const;

const isOfLength = (seen: number, { least, most }: { least: number; most: number }): boolean =>
  seen >= least && seen <= most;

/** A tail needs a little length outside its balloon and may not run over anybody else's head or chest; on its way out of the picture over nobody at all. */
function isClear(tail: Tail, box: Rect, { speaker, barred }: VoicedTurn): boolean {
  if (speaker) {
    const most = Math.max(mouthLength.most, speaker.head.size);
    if (!isOfLength(lengthOutside(tail, box), { ...mouthLength, most })) return false;
  }
  return barred.every((part) => entry(tail.from, tail.to, part) === null);
}

/** The part of a tail that is seen: beyond the rim, which on slanting ways lies inside the box. */
function lengthOutside({ from, to }: Tail, box: Rect): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const reach = wayLength(dx / (box.width / 2), dy / (box.height / 2));
  return reach <= 1 ? 0 : wayLength(dx, dy) * (1 - 1 / reach);
}

/** Head sizes from the mouth beyond which a tail ends at the back of a head. */
const farAway = 1.1;

/** What is against a tail that comes from below, over the speaker's own throat. */
const overThroat = 0.8;

/** Short tails, from in front of the face rather than from behind or above it; thoughts rise from the crown. */
function reachPenalty(text: MeasuredText, tail: Tail | null, box: Rect, speaker: Aim, others: readonly Aim[]): number {
  if (!tail) return 0;
  const { head, mouth } = speaker;
  const visible = lengthOutside(tail, box);
  if (text.kind === "thought") {
    const low = Math.max(0, (tail.to.y - head.y) / head.size + 0.1);
    return Math.abs(visible - 40) / 120 + 2.5 * low;
  }
  const wished = Math.max(26, head.size * 0.3);
  const long = Math.max(0, visible - wished * 1.6) / 140;
  const short = Math.max(0, 30 - visible) / 22;
  const behind = Math.abs(head.yaw) > 25 && Math.sign(tail.from.x - mouth.x) !== Math.sign(head.yaw) ? 0.22 : 0;
  const away = wayLength(tail.to.x - mouth.x, tail.to.y - mouth.y) / head.size;
  // From straight above it would touch hats and crowns.
  const above = tail.to.y < head.y - 0.4 * head.size && Math.abs(tail.to.x - head.x) < 0.3 * head.size ? 0.12 : 0;
  return (
    long +
    long * long +
    short +
    behind +
    above +
    (cutsThroat(tail, speaker) ? overThroat : 0) +
    0.35 * away +
    3 * Math.max(0, away - farAway) +
    doubtOf(tail, speaker, others)
  );
}

/** A voice from outside stands near the edge that its tail points at, and not opposite one that leaves the next panel. */
function edgePenalty(text: MeasuredText, tail: Tail | null, box: Rect, exits: readonly Point[]): number {
  if (!tail) return text.kind === "thought" ? 0 : 1;
  const rising = tail.to.y < tail.from.y ? 0.12 : 0;
  const shared = exits.some((exit) => sameExit(exit, tail.to)) ? sharedExit : 0;
  return Math.abs(lengthOutside(tail, box) - 30) / 60 + rising + shared;
}

import { overlapArea, type Point, type Rect } from "../geometry/geometry.ts";
import { hashText } from "../geometry/random.ts";
import { type BalloonRoom, boxAround, grown, hidingOf, insideTest, meets } from "./balloon-room.ts";
import type { MeasuredText, Shape } from "./measure-texts.ts";
import type { Direction } from "./page-frame.ts";
import { faceParts, type Head, mouthOf, type StagedFigure } from "./page.ts";
import { openHands } from "./open-hands.ts";
import { mayJoin, neckMeets, neckPenalty } from "./joined-balloons.ts";
import { doubtOf, entry, sameExit, type Tail, tailsCross, tailTo, tailToCrown, tailToEdge } from "./tails.ts";
import { type PanelSide, voiceSides } from "./voice-sides.ts";

/** A balloon's or caption's place, before it is drawn. */
export interface PlacedText {
  text: MeasuredText;
  shape: Shape;
  centre: Point;
  tail: Tail | null;
  /** Hangs on the balloon before it by a neck. */
  joined: boolean;
}

export interface Placement {
  placed: PlacedText[];
  /** Lower is better. */
  penalty: number;
}

export interface Placing {
  room: BalloonRoom;
  figures: readonly StagedFigure[];
  direction: Direction;
  /** How many shapes of each text may be tried. */
  shapes: number;
  /** Where voices leave the other panels of the page: two that face each other over a gutter look like one. */
  exits: readonly Point[];
}

/** What is the same for all places that are tried in a panel. */
interface Search extends Placing {
  hands: readonly Rect[];
}

/** Balloons stand at least this far apart, in page units. */
const apart = 8;
/** How many half-finished arrangements are followed at once. */
const beam = 10;
const grid = { columns: 11, rows: 9 } as const;
/** Places nearer than this to each other, in page units, are the same. */
const leastStep = 16;

/**
 * Finds places for all texts of a panel in reading order (L7): inside the panel, clear of faces and each other, tails to the
 * mouths of those who speak, no two tails crossing. Null where there is no such arrangement.
 */
export function placeBalloons(texts: readonly MeasuredText[], given: Placing): Placement | null {
  const placing: Search = { ...given, hands: openHands(given.figures) };
  const sideOf = voiceSides(texts, { figures: placing.figures, box: placing.room.box, direction: placing.direction });
  const placement = placeWith(texts, sideOf, placing);
  const offstage = texts.some((text) => leavesPicture(text, placing.figures));
  if (!offstage || (placement && placement.penalty < otherSide)) return placement;
  const turned = placeWith(texts, (text) => (sideOf(text) === 1 ? -1 : 1), placing);
  if (!turned || (placement && placement.penalty <= turned.penalty + otherSide)) return placement;
  return { ...turned, penalty: turned.penalty + otherSide };
}

/** What is against voices from the side to which nobody looks. */
const otherSide = 1.2;

function leavesPicture(text: MeasuredText, figures: readonly StagedFigure[]): boolean {
  return !isSquare(text) && !figures.some(({ person }) => person === text.voice);
}

function placeWith(
  texts: readonly MeasuredText[],
  sideOf: (text: MeasuredText) => PanelSide,
  placing: Search,
): Placement | null {
  let ways: Placement[] = [{ placed: [], penalty: 0 }];
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i];
    if (!text) continue;
    const turn = { index: i, count: texts.length, side: sideOf(text), joins: mayJoin(text, texts[i - 1]) };
    const candidates = candidatesFor(text, turn, placing);
    const next: Placement[] = [];
    for (const way of ways)
      for (const candidate of candidates) {
        const added = agrees(candidate, way.placed, placing.direction)
          ? addedPenalty(candidate, way.placed, placing)
          : null;
        if (added !== null) next.push({ placed: [...way.placed, candidate], penalty: way.penalty + added });
      }
    ways = best(next, beam);
  }
  return ways[0] ?? null;
}

/** The best few; of arrangements that end at almost the same place only one. */
function best(ways: Placement[], count: number): Placement[] {
  ways.sort((a, b) => a.penalty - b.penalty);
  const kept: Placement[] = [];
  for (const way of ways) {
    const last = way.placed.at(-1);
    const twin = kept.some((other) => {
      const end = other.placed.at(-1);
      return last && end && Math.hypot(last.centre.x - end.centre.x, last.centre.y - end.centre.y) < 45;
    });
    if (!twin) kept.push(way);
    if (kept.length === count) break;
  }
  return kept;
}

interface Candidate extends PlacedText {
  box: Rect;
  penalty: number;
}

interface Turn {
  index: number;
  count: number;
  /** Where a voice from beyond the picture leaves. */
  side: PanelSide;
  /** Whether the balloon may hang on the one before. */
  joins: boolean;
}

function candidatesFor(text: MeasuredText, turn: Turn, placing: Search): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < placing.shapes; i++) {
    const shape = text.shapes[i]?.();
    if (!shape) continue;
    const cost = i * 0.25 + (isHyphenated(shape) ? 0.9 : 0);
    const over = overFrame(text);
    const inside = insideTest(placing.room, { x: shape.radiusX, y: shape.radiusY }, isSquare(text), over);
    for (const centre of centresFor(shape, placing.room.box, over)) {
      if (!inside(centre)) continue;
      for (const candidate of candidatesAt(text, shape, centre, turn, placing))
        found.push({ ...candidate, penalty: candidate.penalty + cost });
    }
  }
  // Enough to combine, and no more: the worst places never win.
  found.sort((a, b) => a.penalty - b.penalty);
  const [tailed, joined] = [found.filter((each) => !each.joined), found.filter((each) => each.joined)];
  return [...tailed.slice(0, mostCandidates), ...joined.slice(0, mostCandidates)];
}

const mostCandidates = 70;

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

function centresFor({ radiusX, radiusY }: Shape, box: Rect, over: number): Point[] {
  const rise = over > 0 ? 10 + over : 0;
  const [left, top] = [box.x + radiusX + 10, box.y + radiusY + 10 - rise];
  const [width, height] = [box.width - 2 * radiusX - 20, box.height - 2 * radiusY - 20 + rise];
  if (width < -8 || height < -8) return [];
  const columns = stepsOver(width, grid.columns);
  const rows = stepsOver(height, grid.rows);
  return rows.flatMap((y) => columns.map((x) => ({ x: left + x, y: top + y })));
}

/** Even steps over a length, not closer than matters to the eye. */
function stepsOver(length: number, most: number): number[] {
  const room = Math.max(0, length);
  const count = Math.min(most - 1, Math.ceil(room / leastStep));
  return Array.from({ length: count + 1 }, (_, i) => (count === 0 ? 0 : (room * i) / count));
}

function candidatesAt(text: MeasuredText, shape: Shape, centre: Point, turn: Turn, placing: Search): Candidate[] {
  const { room, figures } = placing;
  const box = boxAround(centre, { x: shape.radiusX, y: shape.radiusY });
  if (meets(box, room.kept)) return [];
  const here = { text, shape, centre, box };
  const hides = hidingOf(box, room.spared) * (isSquare(text) ? captionOnBody : 1);
  const around = hides + 3 * hidingOf(box, placing.hands) + framePenalty(box, room.box);
  if (isSquare(text))
    return [{ ...here, tail: null, joined: false, penalty: around + cornerPenalty(box, turn, placing) }];
  const place = around + placePenalty(centre, turn, placing);
  const joined = turn.joins ? [{ ...here, tail: null, joined: true, penalty: place }] : [];
  const speaker = figures.find(({ person }) => person === text.voice)?.head;
  const tailed = tailsFor(text, here, speaker, turn.side, room)
    .filter((tail) => !tail || isClear(tail, box, speaker, placing))
    .map((tail) => {
      const reach = speaker
        ? reachPenalty(text, tail, box, speaker, figures)
        : edgePenalty(text, tail, box, placing.exits);
      return { ...here, tail, joined: false, penalty: place + reach + (turn.joins ? secondTail : 0) };
    });
  return [...joined, ...tailed];
}

/** A caption has no tail that keeps it near anybody: it need not lie on people. */
const captionOnBody = 4;

/** Two tails of one voice say less clearly that it is one. */
const secondTail = 0.5;

/** Captions and letters are boxes. */
function isSquare({ kind }: MeasuredText): boolean {
  return kind === "narration" || kind === "letter";
}

/** The tails a balloon may have; out of the picture they fall or rise a little, so that two voices need not leave by one door. */
function tailsFor(
  text: MeasuredText,
  { centre, shape }: Pick<PlacedText, "centre" | "shape">,
  speaker: Head | undefined,
  side: PanelSide,
  room: BalloonRoom,
): (Tail | null)[] {
  if (speaker) return [text.kind === "thought" ? tailToCrown(centre, speaker) : tailTo(centre, speaker)];
  if (text.kind === "thought") return [null];
  return [0.3, -0.35].map((slope) => tailToEdge(centre, side, room, slope, shape.radiusY));
}

/** A longer tail, in page units, is a road across the picture. */
const longestTail = { toMouth: 190, toEdge: 120 } as const;

/** A tail needs a little length outside its balloon and may not run over anybody's face; on its way out of the picture over nobody at all. */
function isClear(tail: Tail, box: Rect, speaker: Head | undefined, { figures, room }: Search): boolean {
  const seen = lengthOutside(tail, box);
  if (speaker) {
    if (seen < 12 || seen > Math.max(longestTail.toMouth, speaker.size)) return false;
    const others = figures.filter(({ head }) => head !== speaker).flatMap(({ head }) => faceParts(head));
    return others.every((part) => entry(tail.from, tail.to, part) === null);
  }
  if (seen < 20 || seen > longestTail.toEdge) return false;
  return [...room.kept, ...room.spared].every((part) => entry(tail.from, tail.to, part) === null);
}

/** The part of a tail that is seen: beyond the rim, which on slanting ways lies inside the box. */
function lengthOutside({ from, to }: Tail, box: Rect): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const reach = Math.hypot(dx / (box.width / 2), dy / (box.height / 2));
  return reach <= 1 ? 0 : Math.hypot(dx, dy) * (1 - 1 / reach);
}

/** Captions open a panel in the corner where reading starts; after speech they close it in the other. */
function cornerPenalty(box: Rect, { index, count }: Turn, { room, direction }: Search): number {
  const opening = index === 0 || index < count - 1;
  const across = fromStart(box, room.box, direction);
  const down = (box.y - room.box.y) / room.box.height;
  if (opening) return 2.2 * across + 3.4 * down;
  const fromEnd = 1 - across - box.width / room.box.width;
  return 1.6 * Math.max(0, fromEnd) + 2.4 * Math.max(0, 1 - down - box.height / room.box.height);
}

/** How far a box stands from the side where reading starts, as a share of the width. */
function fromStart(box: Rect, room: Rect, direction: Direction): number {
  return (direction === "ltr" ? box.x - room.x : room.x + room.width - box.x - box.width) / room.width;
}

/** First balloons stand high and near the start of reading, later ones further on. */
function placePenalty(centre: Point, { index, count }: Turn, { room, direction }: Search): number {
  const { box } = room;
  const across = (direction === "ltr" ? centre.x - box.x : box.x + box.width - centre.x) / box.width;
  const down = (centre.y - box.y) / box.height;
  const wished = count === 1 ? across : (index + 0.5) / count;
  return 0.9 * Math.abs(across - wished) + 1.7 * down ** 1.5 * (index === 0 ? 1.3 : 1);
}

/** Head sizes from the mouth beyond which a tail ends at the back of a head. */
const farAway = 1.1;

/** Short tails, from in front of the face rather than from behind or above it; thoughts rise from the crown. */
function reachPenalty(
  text: MeasuredText,
  tail: Tail | null,
  box: Rect,
  head: Head,
  figures: readonly StagedFigure[],
): number {
  if (!tail) return 0;
  const visible = lengthOutside(tail, box);
  if (text.kind === "thought") {
    const low = Math.max(0, (tail.to.y - head.y) / head.size + 0.1);
    return Math.abs(visible - 40) / 120 + 2.5 * low;
  }
  const wished = Math.max(26, head.size * 0.3);
  const long = Math.max(0, visible - wished * 1.6) / 140;
  const short = Math.max(0, 30 - visible) / 22;
  const mouth = mouthOf(head);
  const behind = Math.abs(head.yaw) > 25 && Math.sign(tail.from.x - mouth.x) !== Math.sign(head.yaw) ? 0.22 : 0;
  const away = Math.hypot(tail.to.x - mouth.x, tail.to.y - mouth.y) / head.size;
  // From straight above it would touch hats and crowns.
  const above = tail.to.y < head.y - 0.4 * head.size && Math.abs(tail.to.x - head.x) < 0.3 * head.size ? 0.12 : 0;
  const others = figures.map((figure) => figure.head).filter((other) => other !== head);
  return (
    long +
    long * long +
    short +
    behind +
    above +
    0.35 * away +
    3 * Math.max(0, away - farAway) +
    doubtOf(tail, head, others)
  );
}

/** A voice from outside stands near the edge that its tail points at, and not opposite one that leaves the next panel. */
function edgePenalty(text: MeasuredText, tail: Tail | null, box: Rect, exits: readonly Point[]): number {
  if (!tail) return text.kind === "thought" ? 0 : 1;
  const rising = tail.to.y < tail.from.y ? 0.12 : 0;
  const shared = exits.some((exit) => sameExit(exit, tail.to)) ? sharedExit : 0;
  return Math.abs(lengthOutside(tail, box) - 30) / 60 + rising + shared;
}

/** What is against two voices that leave by one door. */
const sharedExit = 1.4;

/** Near the frame a balloon either leans on it, keeps clear of it, or breaks it where it may. */
function framePenalty(box: Rect, room: Rect): number {
  const top = box.y - room.y;
  if (top < 0) return broken;
  return top > 16 && top < 34 ? 0.12 : 0;
}

/** What speaks for a broken frame. */
const broken = -0.3;

/** Whether a candidate can follow those before it: apart, read after them, tails clear (L7). */
function agrees(candidate: Candidate, placed: readonly PlacedText[], direction: Direction): boolean {
  return placed.every((before) => {
    const other = boxAround(before.centre, { x: before.shape.radiusX, y: before.shape.radiusY });
    if (overlapArea(grown(candidate.box, apart), other) > 0) return false;
    if (!readsAfter(other, candidate.box, direction)) return false;
    if (candidate.tail && before.tail && tailsCross(candidate.tail, before.tail)) return false;
    if (candidate.tail && entry(candidate.tail.from, candidate.tail.to, grown(other, -2)) !== null) return false;
    return !before.tail || entry(before.tail.from, before.tail.to, grown(candidate.box, -2)) === null;
  });
}

/** Whether nobody could read the second box before the first: it lies below, or beside it on the far side and not higher. */
export function readsAfter(first: Rect, second: Rect, direction: Direction): boolean {
  const low = Math.min(first.height, second.height);
  const shared = Math.min(first.y + first.height, second.y + second.height) - Math.max(first.y, second.y);
  const behind = direction === "ltr" ? second.x < first.x + first.width : second.x + second.width > first.x;
  if (shared < (behind ? 0.05 : 0.3) * low) return second.y > first.y;
  const ahead = direction === "ltr" ? second.x - first.x - first.width : first.x - second.x - second.width;
  const middle = (box: Rect) => box.y + box.height / 2;
  return ahead >= 0 && middle(second) >= middle(first) - 0.5 * low;
}

/** What a candidate adds to an arrangement; null where its neck reaches nothing. */
function addedPenalty(candidate: Candidate, placed: readonly PlacedText[], { room }: Search): number | null {
  const before = placed.at(-1);
  if (!before || !candidate.joined) {
    const exit = sharesExit(candidate, placed) ? sharedExit : 0;
    return candidate.penalty + companyPenalty(candidate, before) + exit + narrowWays(candidate, placed);
  }
  if (neckMeets(candidate, before, placed)) return null;
  const neck = neckPenalty(candidate, before, room.kept);
  return neck === null ? null : candidate.penalty + neck;
}

/** Air between a tail and somebody else's balloon, in page units, and what is against squeezing through. */
const tailAir = 16;
const squeezed = 0.5;

/** What is against a tail that runs close by another balloon: it seems to come out of that one. */
function narrowWays({ tail, box }: Candidate, placed: readonly PlacedText[]): number {
  const close = placed.filter((before) => {
    const other = boxAround(before.centre, { x: before.shape.radiusX, y: before.shape.radiusY });
    const runs = (way: Tail | null, rect: Rect) =>
      way !== null && entry(way.from, way.to, grown(rect, tailAir)) !== null;
    return runs(tail, other) || runs(before.tail, box);
  });
  return squeezed * close.length;
}

/** Whether another voice leaves the picture by the same door. */
function sharesExit({ tail, text }: Candidate, placed: readonly PlacedText[]): boolean {
  return placed.some(
    (before) =>
      tail?.exit !== undefined &&
      before.tail?.exit !== undefined &&
      before.text.text.speaker !== text.text.speaker &&
      sameExit(tail.to, before.tail.to),
  );
}

/** Balloons of one speaker stay together. */
function companyPenalty(candidate: Candidate, before: PlacedText | undefined): number {
  if (!before) return 0;
  const same = before.text.text.speaker !== null && before.text.text.speaker === candidate.text.text.speaker;
  const distance = Math.hypot(before.centre.x - candidate.centre.x, before.centre.y - candidate.centre.y);
  return same ? distance / 900 : 0;
}

import * as steady from "../geometry/steady-math.ts";
import type { Span } from "../book/book.ts";
import type { Point, Polygon, Rect } from "../geometry/geometry.ts";
import type { GlyphRun } from "../lettering/lettering.ts";
import type { Dress, BeatKind, Camera, Effect, Emotion, Pose, Scenery, Shot, TextKind } from "../script/script.ts";
import type { Ground } from "./tone-plan.ts";
import type { Mood, TimeOfDay, Weather } from "../story/story.ts";

/** A cut page in units; one unit is 1/1240 of its width, whatever the paper. */
export interface Paper {
  width: number;
  height: number;
}

export interface PageSize extends Paper {
  /** Picture beyond each cut, for printers; 0 for screens. */
  bleed: number;
  /** No type is smaller (L2). */
  leastType: number;
}

/** The smallest type that print bears, in points (L2). */
const leastPoints = 6.35;
const millimetresPerPoint = 25.4 / 72;

/** Pages that are made for no paper in particular: read like B5. */
export const pageSize: PageSize = { width: 1240, height: 1754, bleed: 0, leastType: leastTypeOn(182) };

/** The size of pages for a paper, whose `trim` and `bleed` are in millimetres. */
export function pageSizeOf({ trim, bleed }: { trim: Paper; bleed: number }): PageSize {
  const { width } = pageSize;
  return {
    width,
    height: Math.round((width * trim.height) / trim.width),
    bleed: (width * bleed) / trim.width,
    leastType: leastTypeOn(trim.width),
  };
}

/** The smallest type in page units on a paper so many millimetres wide. */
function leastTypeOn(width: number): number {
  return (leastPoints * millimetresPerPoint * 1240) / width;
}

/** A finished layout: geometry, set letters, and who stands where. The artist fills the panels, the printer draws it. Plain JSON. */
export interface Page {
  version: 1;
  /** 1 is the first story page, 0 the cover; the book's own pages have numbers of their own behind the last story page. */
  number: number;
  /** Set on the book's own pages, which tell nothing of the story, and on pictures of a strip. */
  role?: "title" | "credits" | "back" | "strip";
  episode: string;
  /** Which side of the spread, in the direction of reading: an rtl book opens on a left page. */
  side: "left" | "right";
  direction: "ltr" | "rtl";
  width: number;
  height: number;
  /** In reading order (P4). */
  panels: Panel[];
  /** A short name of the layout, equal for equal layouts (P3). */
  layout: string;
  /** Rules that could not be kept, for the report: `L4 b12: …`. */
  faults: string[];
}

export interface Panel {
  beat: string;
  scene: string;
  kind: BeatKind;
  shot: Shot;
  importance: number;
  /** Corners, clockwise from the top left, in page units. */
  outline: Polygon;
  /** `bleed` runs off the page, `none` has no ruled border. */
  frame: "ruled" | "bleed" | "none";
  place: string | null;
  time: TimeOfDay | null;
  weather: Weather | null;
  mood: Mood | null;
  effect: Effect | null;
  prop: string | null;
  /** What a picture without people and things shows. */
  scenery: Scenery;
  camera: Camera;
  /** What stands behind the people; planned over the page (D6). */
  ground: Ground;
  opensScene: boolean;
  /** Back to front. */
  figures: StagedFigure[];
  /** In reading order. */
  balloons: Balloon[];
  sounds: SoundLetters[];
}

/**
 * A head in the picture. The skull is a ball-and-jaw of height `size` (crown to chin, without hair) centred at `x`, `y` in page units;
 * hair and hats reach as far beyond it as `above` says, a third where it is missing. Artist and balloons both keep to this.
 */
export interface Head {
  x: number;
  y: number;
  size: number;
  /** Degrees: 0 looks at the reader, 90 to the right edge of the page, -90 to the left, 180 away. */
  yaw: number;
  /** Degrees: positive looks up. */
  pitch: number;
  /** Degrees clockwise: the head leans to the right of the page. */
  tilt: number;
  /** How far hair, hat or ears stand over the skull, in head sizes. */
  above?: number;
  /** How far a muzzle or beak reaches beyond the face where it is seen from the side, in head sizes; missing for people. */
  muzzle?: number;
}

export interface StagedFigure {
  person: string;
  head: Head;
  emotion: Emotion;
  pose: Pose;
  speaks: boolean;
  /** Drawn as a black shape: far away or against the light. */
  silhouette: boolean;
  /** A thing in the hand, or null. */
  holds: string | null;
  /** Set where somebody is dressed otherwise than on the sheet. */
  wears?: Dress;
}

export type BalloonKind = TextKind;

export interface Balloon {
  /** Id of the beat's text that it shows (part of). */
  text: string;
  kind: Exclude<BalloonKind, "sound">;
  speaker: string | null;
  source: Span;
  /** The words as set, for transcripts and search. */
  words: string;
  /** Centre of the balloon in page units; runs are relative to it. */
  centre: Point;
  /** Half axes of the balloon's body. */
  radiusX: number;
  radiusY: number;
  /** Path data of body and tail in page units; one outline where they join. */
  outline: string;
  /** Small extra shapes (the bubbles of a thought), path data in page units, or null. */
  extra: string | null;
  /** Where the tail ends, or null for captions and voices without a source. */
  tail: Point | null;
  runs: GlyphRun[];
  /** Type size of the main text. */
  size: number;
  /** Set where the letters are the picture: their colour; they stand on its ground without a box. */
  ink?: "black" | "white";
}

/** A drawn sound: one outline in page units, printed with a thick border (L8). */
export interface SoundLetters {
  text: string;
  source: Span;
  outline: string;
  box: Rect;
  /** Black letters with a white border, or the other way round. */
  ink: "black" | "white";
  /** Width of the border in page units. */
  border: number;
}

/** Where the mouth of a head is: three tenths of the size below the centre, moved towards where the face looks; in a muzzle further out and higher. */
export function mouthOf(head: Head): Point {
  const turn = steady.sin((head.yaw * Math.PI) / 180);
  const lean = (head.tilt * Math.PI) / 180;
  const out = (head.muzzle ?? 0) * muzzleTurn(head);
  const dx = (turn * 0.27 + Math.sign(head.yaw) * 0.6 * out) * head.size;
  const dy = (0.3 - 0.25 * out) * head.size;
  return {
    x: head.x + dx * steady.cos(lean) - dy * steady.sin(lean),
    y: head.y + dx * steady.sin(lean) + dy * steady.cos(lean),
  };
}

/** The part of a head that no balloon may cover (L7): the skull and a little hair. */
export function faceBox(head: Head): Rect {
  return {
    x: head.x - 0.42 * head.size,
    y: head.y - 0.52 * head.size,
    width: 0.84 * head.size,
    height: 1.04 * head.size,
  };
}

/** Degrees of turn from which a muzzle is seen from the side: the longer it is, the sooner; `over` is its least length. */
const muzzleFrom = [
  { over: 0.45, turn: 8 },
  { over: 0.4, turn: 18 },
  { over: 0, turn: 50 },
] as const;

/** How much of its length a muzzle stands out to the side, from 0 to 1: half turned it is shown before the face or well beyond it. */
function muzzleTurn({ yaw, muzzle = 0 }: Head): number {
  const turn = Math.abs(yaw);
  if (turn < (muzzleFrom.find(({ over }) => muzzle >= over)?.turn ?? 0)) return 0;
  return steady.sin((Math.max(turn, 60) * Math.PI) / 180);
}

/** All parts of a head that no balloon may cover (L7): the face, and the muzzle or beak that stands out from it. */
export function faceParts(head: Head): Rect[] {
  const face = faceBox(head);
  const { x, y, size, yaw, muzzle = 0 } = head;
  const turn = muzzleTurn(head);
  if (muzzle === 0 || turn === 0) return [face];
  const reach = (0.42 + muzzle * turn) * size;
  return [face, { x: yaw > 0 ? x : x - reach, y: y - 0.22 * size, width: reach, height: 0.74 * size }];
}

import * as steady from "../geometry/steady-math.ts";
import type { Span } from "../book/book.ts";
import type { Point, Rect } from "../geometry/geometry.ts";
import { boundsOf, short } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import { randomFrom } from "../geometry/random.ts";
import type { Fonts } from "./fonts.ts";
import type { SoundStamp } from "./sound-stamps.ts";
import { soundStamps } from "./sound-stamps.ts";

/** A sound drawn as letters: one outline in page units. */
export interface DrawnSound {
  text: string;
  source: Span;
  outline: string;
  /** Everything that is printed, border included. */
  box: Rect;
  ink: "black" | "white";
  /** How far the border reaches beyond the outline, in page units. */
  border: number;
}

export interface SoundOptions {
  /** Where the sound may be drawn, in page units; it fills it without being pulled out of shape. */
  box: Rect;
  /** Letters under each other. */
  vertical: boolean;
  seed: number;
  ink: "black" | "white";
  source: Span;
  /** Letters of one size on a straight line, for titles. */
  calm?: boolean;
}

/** How far letters may be pulled wider or higher to fill the box. */
const mostPull = 1.32;

/**
 * Draws a sound word: letters that grow, lean and jump along a bent line, filling the box (L8).
 * The manner (rising, swelling, fading, bent up or down) comes from the seed. Null where no font has letters for it.
 */
export function drawSound(fonts: Fonts, text: string, options: SoundOptions): DrawnSound | null {
  const { box, vertical, source, ink } = options;
  const random = randomFrom(options.seed);
  const stamps = soundStamps(fonts, text, vertical);
  if (stamps.length === 0) return null;
  const letters = options.calm ? lined(stamps, vertical) : leaned(jumped(stamps, vertical, random), vertical, random);
  const border = Math.round(Math.min(10, Math.max(6, Math.min(box.width, box.height) * 0.055)) * 10) / 10;
  const fitted = filled(letters, box, border);
  const bounds = boundsOf(fitted.flatMap((letter) => letter.flatMap((command) => command.points)));
  return {
    text,
    source,
    ink,
    border,
    outline: fitted.map(pathOf).join(""),
    box: {
      x: bounds.x - border,
      y: bounds.y - border,
      width: bounds.width + 2 * border,
      height: bounds.height + 2 * border,
    },
  };
}

interface Stroke {
  type: string;
  points: Point[];
}

/** The outline of one letter. */
type Letter = Stroke[];

/** How loud a sound is along its way, from 0 to 1. */
const manners: readonly ((at: number) => number)[] = [
  (at) => 0.72 + 0.5 * at,
  (at) => 1.2 - 0.45 * at,
  (at) => 0.85 + 0.35 * steady.sin(Math.PI * at),
  (at) => 1.15 - 0.3 * steady.sin(Math.PI * at),
];

/** Lays the letters along the way of the pen: each its own size, a little turned, a little off the line. */
function jumped(stamps: readonly SoundStamp[], vertical: boolean, random: Random): Letter[] {
  const loudness = random.pick(manners);
  const bend = random.between(-0.22, 0.22);
  const loudest = Math.max(...stamps.map((_, i) => loudness(stamps.length > 1 ? i / (stamps.length - 1) : 0.5)));
  let pen = 0;
  return stamps.map((stamp, i) => {
    const at = stamps.length > 1 ? i / (stamps.length - 1) : 0.5;
    const loud = loudness(at) * random.between(0.95, 1.06);
    const size = stamp.small ? Math.min(loud, loudest * 0.78) : loud;
    const turn = (random.between(-7, 7) * Math.PI) / 180;
    const off = bend * steady.sin(Math.PI * at) + (i % 2 === 0 ? 1 : -1) * random.between(0.01, 0.06);
    const move = vertical ? { x: off, y: pen } : { x: pen, y: off };
    pen += stamp.length * size;
    return stamp.outline.map((command) => ({
      type: command.type,
      points: command.points.map((point) => {
        const turned = turnedAround(point, stamp.middle, turn);
        return { x: turned.x * size + move.x, y: turned.y * size + move.y };
      }),
    }));
  });
}

/** Lays the letters on a straight line; horizontal ones lean forward a little. */
function lined(stamps: readonly SoundStamp[], vertical: boolean): Letter[] {
  const lean = vertical ? 0 : -0.1;
  let pen = 0;
  return stamps.map(({ outline, length }) => {
    const from = pen;
    pen += length;
    const moved = ({ x, y }: Point): Point => (vertical ? { x, y: y + from } : { x: x + from + lean * y, y });
    return outline.map(({ type, points }) => ({ type, points: points.map(moved) }));
  });
}

function turnedAround(point: Point, middle: Point, angle: number): Point {
  const dx = point.x - middle.x;
  const dy = point.y - middle.y;
  const c = steady.cos(angle);
  const s = steady.sin(angle);
  return { x: middle.x + dx * c - dy * s, y: middle.y + dx * s + dy * c };
}

/** The whole word slanted: horizontal words climb and lean forward, vertical ones lean to one side. */
function leaned(letters: readonly Letter[], vertical: boolean, random: Random): Letter[] {
  const angle =
    ((vertical ? random.between(2, 9) * (random() < 0.5 ? -1 : 1) : -random.between(4, 13)) * Math.PI) / 180;
  const skew = vertical ? random.between(-0.1, 0.02) : random.between(-0.24, -0.1);
  return mapped(letters, (point) => {
    const x = vertical ? point.x : point.x + skew * point.y;
    const y = vertical ? point.y + skew * point.x : point.y;
    return turnedAround({ x, y }, { x: 0, y: 0 }, angle);
  });
}

/** Scaled and moved into the middle of the box, room for the border left all around. */
function filled(letters: readonly Letter[], box: Rect, border: number): Letter[] {
  const from = boundsOf(letters.flatMap((letter) => letter.flatMap((stroke) => stroke.points)));
  const byWidth = Math.max(1, box.width - 2 * border) / from.width;
  const byHeight = Math.max(1, box.height - 2 * border) / from.height;
  const even = Math.min(byWidth, byHeight);
  const scaleX = Math.min(byWidth, even * mostPull);
  const scaleY = Math.min(byHeight, even * mostPull);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return mapped(letters, (point) => ({
    x: middle.x + (point.x - from.x - from.width / 2) * scaleX,
    y: middle.y + (point.y - from.y - from.height / 2) * scaleY,
  }));
}

function mapped(letters: readonly Letter[], change: (point: Point) => Point): Letter[] {
  return letters.map((letter) => letter.map(({ type, points }) => ({ type, points: points.map(change) })));
}

function pathOf(letter: Letter): string {
  return letter.map(({ type, points }) => type + points.map((p) => `${short(p.x)} ${short(p.y)}`).join(" ")).join("");
}

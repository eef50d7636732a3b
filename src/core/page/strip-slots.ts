import type { Random } from "../geometry/random.ts";
import { isLettered } from "../script/lettered-beats.ts";
import type { Beat, Shot } from "../script/script.ts";
import { isLively, isQuiet } from "./lively.ts";
import type { MeasuredBeat } from "./measure-texts.ts";
import { splashFrom } from "./panel-needs.ts";
import type { Slot } from "./panel-shapes.ts";

/** Width of a strip in its units: 1.25 pixels each at 800 pixels, so that letters of page size are read on a phone (F5). */
export const stripWidth = 640;

/** Height of a picture of the strip at most, in units: 1,280 pixels at 800 (F5). */
export const mostHeight = 1024;

/** Height of a panel with the words that hang on it at most. */
const mostPanelHeight = mostHeight - 24;

/** Where a panel stands in the room in which it is composed: letters keep clear of this edge. */
export const localTop = 40;

/** Beside panels that do not run off the strip. */
const margin = 26;

/** How far a panel that runs off the strip does so. */
const over = 14;

/** Height of a picture in widths of the panel, by shot; words come on top. */
const heights: Readonly<Record<Shot, number>> = { wide: 0.62, full: 0.95, medium: 0.72, close: 0.66, insert: 0.62 };

/** Share of the width that a panel takes which is laid between white margins. */
const insets = [0.66, 0.74, 0.82] as const;

/** A panel's place before it is known how its words fit: across the strip, or a part of it at one side. `growth` enlarges it. */
export function stripSlot(measured: MeasuredBeat, random: Random, growth: number): Slot {
  const { beat } = measured;
  const [chance, inset, place, lean] = [random(), random(), random(), random.between(-1, 1)];
  const bleeds = runsOff(beat, chance);
  const share = mayBeInset(beat) ? (insets[Math.floor(inset * insets.length)] ?? 1) : 1;
  const least = Math.max(...measured.texts.map(({ usual }) => 2 * usual.radiusX + 60), 250);
  const live = stripWidth - 2 * margin;
  const width = bleeds ? stripWidth + 2 * over : Math.max(Math.min(live, least), live * share);
  const x = bleeds ? -over : margin + (live - width) * (place < 0.4 ? 0 : place < 0.6 ? 0.5 : 1);
  const height = Math.min(mostPanelHeight, heightOf(measured, width) * growth);
  const drop = isLively(beat) && beat.importance < splashFrom ? lean * 34 : 0;
  const [top, bottom] = [localTop, localTop + height];
  const outline = [
    { x, y: top + Math.max(0, drop) },
    { x: x + width, y: top + Math.max(0, -drop) },
    { x: x + width, y: bottom - Math.max(0, drop) },
    { x, y: bottom - Math.max(0, -drop) },
  ];
  return { outline, frame: bleeds ? "bleed" : isBare(beat) ? "none" : "ruled", hidden: [] };
}

/** The peak, new places, action and, now and then, others run off both sides of the screen. */
function runsOff(beat: Beat, chance: number): boolean {
  if (beat.importance >= splashFrom || beat.kind === "establish") return true;
  return chance < (isLively(beat) ? 0.6 : 0.3);
}

/** One thing or one face with few words may stand in the white. */
function mayBeInset({ shot, figures, texts, importance }: Beat): boolean {
  return importance < 0.6 && texts.length < 2 && figures.length < 2 && (shot === "insert" || shot === "close");
}

/** Things keep their frames: what they lie on would fade, and they would hang in the air. */
const isBare = (beat: Beat): boolean => isLettered(beat) || (isQuiet(beat) && beat.figures.length === 0);

/** Importance makes a picture high, and so do its words; the peak fills a screen (P1). */
function heightOf({ beat, texts }: MeasuredBeat, width: number): number {
  if (beat.importance >= splashFrom) return mostPanelHeight;
  const words = wordsHeight(texts, width);
  if (isLettered(beat)) return words + 60;
  const crowd = 1 + 0.06 * Math.max(0, beat.figures.length - 1);
  return Math.max(230, width * (heights[beat.shot] * crowd + 0.4 * beat.importance ** 2)) + 0.85 * words;
}

/** Height that texts take when they stand side by side as far as there is room, row by row. */
function wordsHeight(texts: MeasuredBeat["texts"], width: number): number {
  let [height, row, x] = [0, 0, 0];
  for (const { usual } of texts) {
    const taken = 2 * usual.radiusX + 16;
    if (x > 0 && x + taken > width) {
      height += row;
      [row, x] = [0, 0];
    }
    x += taken;
    row = Math.max(row, 2 * usual.radiusY + 16);
  }
  return height + row;
}

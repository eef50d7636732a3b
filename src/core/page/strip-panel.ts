import { boundsOf, type Polygon, type Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { isLettered } from "../script/lettered-beats.ts";
import { isSquare } from "./balloon-spots.ts";
import { type Composition, composePanel, type Filling, settlePanel } from "./fill-panel.ts";
import { bareHead } from "./head-reach.ts";
import type { MeasuredBeat } from "./measure-texts.ts";
import { splashFrom } from "./panel-needs.ts";
import { splitBeat } from "./split-beat.ts";
import { localTop, mostHeight, stripSlot, stripWidth } from "./strip-slots.ts";

/** A panel of a strip with the words that hang on it, where it was composed. */
export interface StripBlock {
  panel: Composition;
  /** From the highest to the lowest line of frame, balloons and sounds. */
  top: number;
  bottom: number;
}

export type StripTask = Omit<Filling, "paper">;

/** Enlargements of a panel that are tried until its words fit. */
const growths = [1, 1.2, 1.45, 1.75] as const;

/** The blocks that show a beat: one, or several where its words do not fit one panel of any height (L4). */
export function stripBlocks(measured: MeasuredBeat, task: StripTask): StripBlock[] {
  const filling = { ...task, paper: { width: stripWidth, height: mostHeight + 2 * localTop } };
  let best: Composition | null = null;
  for (const growth of growths) {
    const slot = stripSlot(measured, randomFrom(`${task.seed} ${nameOf(measured)}`), growth);
    const found = composePanel(measured, slot, filling, { exits: [], limit: Infinity });
    if (found && (!best || found.faults.length < best.faults.length)) best = found;
    if (best?.faults.length === 0) break;
  }
  if (!best) throw new Error(`lay out strip: no panel for ${measured.beat.id}`);
  const parts = best.faults.length > 0 ? splitBeat(measured) : [];
  if (parts.length > 1) return parts.flatMap((part) => stripBlocks(part, task));
  const settled = settlePanel(best, filling);
  return [blockOf({ ...settled, slot: { ...settled.slot, outline: cropped(settled) } })];
}

const nameOf = ({ beat, texts }: MeasuredBeat): string => `${beat.id} ${texts.map(({ text }) => text.id).join(" ")}`;

function blockOf(panel: Composition): StripBlock {
  const boxes = [
    boundsOf(panel.slot.outline),
    ...panel.placed.map(({ box }) => box),
    ...panel.sounds.map(({ box }) => box),
  ];
  return {
    panel,
    top: Math.min(...boxes.map(({ y }) => y)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  };
}

/** Air over hair and hats, and between a caption outside and the frame. */
const air = 14;

/** Share of a panel that may be cut away at the top, and at the foot. */
const mostCut = { top: 0.45, foot: 0.25 } as const;

/** A gain less than this is not worth a cut. */
const leastCut = 18;

/**
 * The outline without what its first and last words stand on: they hang between the panels, half out of the picture, or above it
 * where they are a caption. No head, no sound and no door for a voice is cut.
 */
function cropped(panel: Composition): Polygon {
  const { slot, measured, placed } = panel;
  const { outline } = slot;
  const [a, b, c, d] = outline;
  const slanted = a && b && a.y !== b.y;
  if (!a || !b || !c || !d || slanted || isLettered(measured.beat) || measured.beat.importance >= splashFrom)
    return outline;
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last) return outline;
  const { y, height } = boundsOf(outline);
  const hung = isSquare(first.text) ? first.box.y + first.box.height + air : first.centre.y;
  const top = Math.min(hung, y + mostCut.top * height, ...highest(panel));
  const bust = measured.beat.shot === "medium" || measured.beat.shot === "close";
  const foot =
    bust && last !== first ? Math.max(last.centre.y, y + (1 - mostCut.foot) * height, ...lowest(panel)) : y + height;
  const [up, down] = [top - y > leastCut ? top : y, y + height - foot > leastCut ? foot : y + height];
  return [
    { ...a, y: up },
    { ...b, y: up },
    { ...c, y: down },
    { ...d, y: down },
  ];
}

/** What stays below the upper frame. */
function highest({ figures, sounds, placed }: Composition): number[] {
  return [
    ...figures.map(({ head: { y, size, above = bareHead.above } }) => y - (0.5 + above) * size - air),
    ...sounds.map(({ box }) => box.y - air),
    ...placed.flatMap(({ tail }) => (tail?.exit === undefined ? [] : [tail.to.y - 2 * air])),
    // Words that follow stay with the picture.
    ...placed.slice(1).map(({ centre }) => centre.y - air),
  ];
}

/** What stays above the lower frame. */
function lowest({ figures, sounds, placed }: Composition): number[] {
  return [
    ...figures.map(({ head: { y, size } }) => y + 1.25 * size),
    ...sounds.map(({ box }) => box.y + box.height + air),
    ...placed.flatMap(({ tail }) => (tail?.exit === undefined ? [] : [tail.to.y + 2 * air])),
    ...placed.slice(0, -1).map(({ centre }) => centre.y + air),
  ];
}

/** The composition so far further down the strip. */
export function lowered(panel: Composition, by: number): Composition {
  const down = <T extends { y: number }>(point: T): T => ({ ...point, y: point.y + by });
  const box = <T extends { box: Rect }>(each: T): T => ({ ...each, box: down(each.box) });
  return {
    ...panel,
    slot: { ...panel.slot, outline: panel.slot.outline.map(down) },
    figures: panel.figures.map((figure) => ({ ...figure, head: down(figure.head) })),
    placed: panel.placed.map((text) => ({
      ...box(text),
      centre: down(text.centre),
      tail: text.tail && { ...text.tail, from: down(text.tail.from), to: down(text.tail.to) },
    })),
    sounds: panel.sounds.map(box),
  };
}

import { boundsOf, type Point, type Polygon, type Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { type Composition, composePanel, type Filling, finishPanel, settlePanel } from "./fill-panel.ts";
import { type Layout, layoutsFor, shownArea, smallestSide } from "./layouts.ts";
import type { MeasuredBeat } from "./measure-texts.ts";
import { type Side, sideOf } from "./page-frame.ts";
import type { Page, PageSize, Panel } from "./page.ts";
import { bareArea, crowding } from "./panel-needs.ts";
import type { Slot } from "./panel-shapes.ts";
import { planTones } from "./tone-plan.ts";

export interface PageTask extends Filling {
  paper: PageSize;
  episode: string;
  number: number;
  /** Layout of the page before, or null. */
  before: string | null;
}

/** A page before its letters are drawn. */
export interface Draft {
  layout: Layout;
  panels: Composition[];
  side: Side;
  penalty: number;
  faults: number;
}

/** Layouts that are filled at most, at least so that there is a choice, and before a beat is given up. */
const filled = { most: 8, least: 2, hopeless: 3 } as const;

/** A draft this good, in penalty for each panel beyond its layout's own, needs no other to choose from. */
const contented = 0.7;

/**
 * Fills the most promising layouts with people and words and keeps the best of them. What it learns of the beats is kept for the next
 * draft. `strict`: a panel whose texts do not fit ends a layout at once; null where none is left.
 */
export function draftPage(
  beats: readonly MeasuredBeat[],
  task: PageTask,
  learnt: Learnt,
  strict: boolean,
): Draft | null {
  const side = sideOf(task.number, task.direction);
  const layouts = layoutsFor(beats, { ...task, side, roomy: strict });
  let best: Draft | null = null;
  const known = beats.map((beat) => knownOf(beat, learnt));
  const missed = known.map(({ failed }) => failed.length);
  const bare = beats.map(bareArea);
  const [first, ...others] = layouts.slice(0, filled.most);
  const tooCrowded = ({ slots }: Layout, i: number): boolean => {
    const slot = slots[i];
    return !slot || isTooSmall(slot.outline, known[i]) || areaOn(slot, task) <= (bare[i] ?? 0);
  };
  const isHopeful = (layout: Layout): boolean => !layout.slots.some((_, i) => tooCrowded(layout, i));
  let tried = 0;
  for (const layout of first && !isHopeful(first) ? [...others, first] : layouts.slice(0, filled.most)) {
    // Where the same beat has failed in every layout so far, more layouts will not help.
    if (tried >= filled.hopeless && known.some(({ failed }, i) => failed.length - (missed[i] ?? 0) === tried)) break;
    if ((strict || best || layout !== first) && !isHopeful(layout)) continue;
    const draft = fill(layout, beats, { side, task, best, known, strict });
    tried++;
    if (draft && isBetter(draft, best)) best = draft;
    if (best?.faults === 0 && (tried >= filled.least || best.penalty - best.layout.penalty < contented * beats.length))
      break;
  }
  // What is too crowded to be tried has failed as well.
  if (tried === 0 && first)
    known.forEach(({ failed }, i) => tooCrowded(first, i) && failed.push(boundsOf(first.slots[i]?.outline ?? [])));
  if (!first) known[mostText(beats)]?.failed.push({ x: 0, y: 0, width: 0, height: 0 });
  if (!best && !strict) throw new Error(`lay out page ${task.number}: no layout for ${beats.length} panels`);
  return best;
}

/** The beat whose texts ask for the largest panel. */
function mostText(beats: readonly MeasuredBeat[]): number {
  const areas = beats.map(bareArea);
  return areas.indexOf(Math.max(...areas));
}

/** What the drafts of a page taught of its beats, by their texts. */
export type Learnt = Map<string, Known>;

export function knownOf({ beat, texts }: MeasuredBeat, learnt: Learnt): Known {
  const name = [beat.id, ...texts.map(({ text }) => text.id)].join(" ");
  const known = learnt.get(name) ?? { failed: [], least: Infinity };
  learnt.set(name, known);
  return known;
}

/** What is known of a beat from the layouts filled before. */
interface Known {
  /** Bounds of the panels in which it broke a rule. */
  failed: Rect[];
  /** The least penalty that it had in any panel. */
  least: number;
}

/** A panel so little larger than another, in each direction, is no other. */
const hardlyLarger = 1.06;

/** Whether a beat has failed in a panel about as large. */
function isTooSmall(outline: Polygon, known: Known | undefined): boolean {
  if (!known || known.failed.length === 0) return false;
  const { width, height } = boundsOf(outline);
  return known.failed.some((box) => width <= hardlyLarger * box.width && height <= hardlyLarger * box.height);
}

type Merit = Pick<Draft, "faults" | "penalty">;

/** Fewer broken rules first, then the lower penalty. */
function isBetter(a: Merit, b: Merit | null): boolean {
  return !b || a.faults < b.faults || (a.faults === b.faults && a.penalty < b.penalty);
}

interface Fill {
  side: Side;
  task: PageTask;
  best: Draft | null;
  known: readonly Known[];
  /** Whether a panel whose texts do not fit ends it. */
  strict: boolean;
}

const areaOn = ({ outline, hidden }: Slot, { paper }: PageTask): number => shownArea(outline, hidden, paper);

/** Share of the least known penalties of the panels still to come that they will have again. */
const expected = 0.7;

/** The draft of a layout; null as soon as it can hardly become better than the best so far. Beats that failed before come first. */
function fill(layout: Layout, beats: readonly MeasuredBeat[], { side, task, best, known, strict }: Fill): Draft | null {
  const panels = new Map<number, Composition>();
  const exits: Point[] = [];
  const merit = { faults: layoutFaults(layout, beats, task.number).length, penalty: layout.penalty };
  let ahead = known.reduce((sum, { least }) => sum + (least < Infinity ? least : 0), 0);
  for (const { i, beat, seen, slot } of inTrouble(beats, layout, known, task)) {
    if (best && !mayBeat(best, { ...merit, penalty: merit.penalty + expected * ahead })) return null;
    ahead -= seen.least < Infinity ? seen.least : 0;
    const texts = Math.max(1, beat.texts.length);
    const limit = best?.faults === 0 ? (best.penalty - merit.penalty - expected * ahead) * texts : Infinity;
    const panel = composePanel(beat, slot, task, { exits, limit });
    if (!panel) return null;
    const penalty = panel.penalty / Math.max(1, panel.placed.length);
    if (panel.faults.length > 0) seen.failed.push(boundsOf(slot.outline));
    else seen.least = Math.min(seen.least, penalty);
    if (strict && panel.faults.length > 0) return null;
    panels.set(i, panel);
    merit.faults += panel.faults.length;
    merit.penalty += penalty;
    exits.push(...panel.placed.flatMap(({ tail }) => (tail?.exit === undefined ? [] : [tail.to])));
  }
  return { layout, panels: beats.flatMap((_, i) => panels.get(i) ?? []), side, ...merit };
}

/** As many broken rules are no gain, whatever the penalties. */
function mayBeat(best: Merit, { faults, penalty }: Merit): boolean {
  return faults < best.faults || (best.faults === 0 && faults === 0 && penalty < best.penalty);
}

/** The beats of a page with their panels, those first that failed most often, and then the most crowded. */
function inTrouble(beats: readonly MeasuredBeat[], { slots, name }: Layout, known: readonly Known[], task: PageTask) {
  const all = beats.map((beat, i) => {
    const [slot, seen] = [slots[i], known[i]];
    if (!slot || !seen) throw new Error(`lay out page: ${name} has no panel ${i}`);
    return { i, beat, slot, seen, crowded: crowding(beat, areaOn(slot, task)) };
  });
  return all.sort((a, b) => b.seen.failed.length - a.seen.failed.length || b.crowded - a.crowded);
}

/** Draws the letters of a draft: the finished page. */
export function finishPage({ layout, panels, side }: Draft, task: PageTask): Page {
  const settled = panels.map((panel) => settlePanel(panel, task));
  const shown = settled.map((panel) => finishPanel(panel, task));
  const tones = planTones(shown, randomFrom(`${task.seed} tones`));
  return {
    version: 1,
    number: task.number,
    episode: task.episode,
    side,
    direction: task.direction,
    width: task.paper.width,
    height: task.paper.height,
    panels: shown.map((panel, i) => ({ ...panel, ...tones[i] })),
    layout: layout.name,
    faults: [
      ...layoutFaults(
        layout,
        panels.map(({ measured }) => measured),
        task.number,
      ),
      ...settled.flatMap(({ faults }) => faults),
      ...settled.flatMap(({ sounds }, i) => unlettered(sounds.length, shown[i])),
    ],
  };
}

/** Sounds for which no font has letters. */
function unlettered(placed: number, panel: Panel | undefined): string[] {
  return panel && panel.sounds.length < placed ? [`L8 ${panel.beat}: no letters for a sound`] : [];
}

/** Rules that a layout breaks whatever is in its panels. */
function layoutFaults({ slots, scenesKept, foremost }: Layout, beats: readonly MeasuredBeat[], page: number): string[] {
  return [
    ...(scenesKept ? [] : [`P5 page ${page}: a scene starts within a row`]),
    ...(foremost ? [] : [`P1 page ${page}: the most important panel is not the largest`]),
    ...beats.flatMap(({ beat }, i) =>
      isTiny(slots[i]?.outline ?? []) ? [`P1 ${beat.id}: its panel is too small`] : [],
    ),
  ];
}

/** Whether a panel is too small to see anything in. */
function isTiny(outline: Polygon): boolean {
  const { width, height } = boundsOf(outline);
  return Math.min(width, height) < smallestSide;
}

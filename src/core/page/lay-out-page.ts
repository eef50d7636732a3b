import { boundsOf, type Point } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import { type Composition, composePanel, type Filling, finishPanel } from "./fill-panel.ts";
import { type Layout, layoutsFor, smallestSide } from "./layouts.ts";
import type { MeasuredBeat } from "./measure-texts.ts";
import { type Side, sideOf } from "./page-frame.ts";
import { type Page, pageSize } from "./page.ts";
import { planTones } from "./tone-plan.ts";

export interface PageTask extends Filling {
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
const filled = { most: 8, least: 2, hopeless: 4 } as const;

/** Fills the most promising layouts with people and words and keeps the best of them. */
export function draftPage(beats: readonly MeasuredBeat[], task: PageTask): Draft {
  const side = sideOf(task.number, task.direction);
  const layouts = layoutsFor(beats, { side, direction: task.direction, seed: task.seed, before: task.before });
  let best: Draft | null = null;
  // Beats that have failed in every layout so far: when the same one fails again and again, more layouts will not help.
  let hopeless = new Set(beats.map((_, i) => i));
  for (const [i, layout] of layouts.slice(0, filled.most).entries()) {
    const draft = fill(layout, beats, side, task, best);
    if (draft && isBetter(draft, best)) best = draft;
    if (draft) hopeless = new Set([...hopeless].filter((beat) => (draft.panels[beat]?.faults.length ?? 0) > 0));
    if (i + 1 >= filled.least && best?.faults === 0) break;
    if (i + 1 >= filled.hopeless && hopeless.size > 0) break;
  }
  if (!best) throw new Error(`lay out page ${task.number}: no layout for ${beats.length} panels`);
  return best;
}

type Merit = Pick<Draft, "faults" | "penalty">;

/** Fewer broken rules first, then the lower penalty. */
function isBetter(a: Merit, b: Merit | null): boolean {
  return !b || a.faults < b.faults || (a.faults === b.faults && a.penalty < b.penalty);
}

/** The draft of a layout; null as soon as it cannot become better than the best so far. */
function fill(
  layout: Layout,
  beats: readonly MeasuredBeat[],
  side: Side,
  task: PageTask,
  best: Draft | null,
): Draft | null {
  const panels: Composition[] = [];
  const exits: Point[] = [];
  const merit = { faults: (layout.foremost ? 0 : 1) + (layout.scenesKept ? 0 : 1), penalty: layout.penalty };
  for (const [i, beat] of beats.entries()) {
    if (!isBetter(merit, best)) return null;
    const slot = layout.slots[i];
    if (!slot) throw new Error(`lay out page ${task.number}: ${layout.name} has no panel ${i}`);
    const panel = composePanel(beat, slot, task, exits);
    panels.push(panel);
    merit.faults += panel.faults.length;
    merit.penalty += panel.penalty / Math.max(1, panel.placed.length);
    exits.push(...panel.placed.flatMap(({ tail }) => (tail?.exit === undefined ? [] : [tail.to])));
  }
  return { layout, panels, side, ...merit };
}

/** Draws the letters of a draft: the finished page. */
export function finishPage({ layout, panels, side }: Draft, task: PageTask): Page {
  const shown = panels.map((panel) => finishPanel(panel, task));
  const tones = planTones(shown, randomFrom(`${task.seed} tones`));
  return {
    version: 1,
    number: task.number,
    episode: task.episode,
    side,
    direction: task.direction,
    width: pageSize.width,
    height: pageSize.height,
    panels: shown.map((panel, i) => ({ ...panel, ...tones[i] })),
    layout: layout.name,
    faults: [
      ...(layout.scenesKept ? [] : [`P5 page ${task.number}: a scene starts within a row`]),
      ...(layout.foremost ? [] : [`P1 page ${task.number}: the most important panel is not the largest`]),
      ...panels.flatMap(({ faults }) => faults),
      ...tinyPanels(panels),
    ],
  };
}

/** Panels too small to see anything in. */
function tinyPanels(panels: readonly Composition[]): string[] {
  return panels
    .filter(({ slot }) => {
      const { width, height } = boundsOf(slot.outline);
      return Math.min(width, height) < smallestSide;
    })
    .map(({ measured }) => `P1 ${measured.beat.id}: its panel is too small`);
}

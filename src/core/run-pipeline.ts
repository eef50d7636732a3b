import { openRun, steps, type Surroundings } from "./pipeline-run.ts";
import type { Settings } from "./pipeline.ts";
import type { TaskStore } from "./task-store.ts";

export interface Progress {
  /** Title of the stage. */
  stage: string;
  /** Units of work done and in all. */
  done: number;
  total: number;
}

/**
 * Walks the steps over a store, unit by unit, and tells what is done.
 * Throws `Refused` where the book cannot be read, and whatever a stage or the store throws.
 */
export async function* runPipeline(
  source: Uint8Array,
  settings: Settings,
  surroundings: Surroundings,
  store: TaskStore,
): AsyncGenerator<Progress> {
  const run = openRun(async () => source, settings, surroundings, store);
  for (const step of steps) {
    const units = await run.unitsOf(step);
    const atOnce = step.unit === "page" ? surroundings.concurrency + 1 : 1;
    const progress = { stage: step.title, total: units.length };
    yield { ...progress, done: 0 };
    let done = 0;
    for await (const _ of inOrder(units, atOnce, (unit) => run.work(step, unit))) yield { ...progress, done: ++done };
  }
}

/** Runs at most `atOnce` pieces of work side by side and yields their results in order. The first failure ends it. */
async function* inOrder<In, Out>(
  items: Iterable<In>,
  atOnce: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const running: Promise<Out>[] = [];
  const begin = (item: In): void => {
    const task = work(item);
    // A later task may fail while an earlier one is awaited: it is reported when its turn comes.
    task.catch(() => undefined);
    running.push(task);
  };
  for (const item of items) {
    begin(item);
    const first = running.length >= atOnce ? running.shift() : undefined;
    if (first) yield await first;
  }
  for (const task of running) yield await task;
}

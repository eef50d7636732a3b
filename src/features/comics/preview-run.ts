import type { Page } from "../../core/page/page.ts";
import { openRun, type PipelineRun, type Step, type Surroundings, steps } from "../../core/pipeline-run.ts";
import type { ArtifactName, Artifacts, Settings } from "../../core/pipeline.ts";
import { demand, type TaskStore } from "../../core/task-store.ts";
import { Refused } from "../../core/text/result.ts";

/** Milliseconds for laying out; what is left then is reckoned. */
const patience = 800;

/** What a preview knows of a stretch of a book once it is told as a script. */
export interface ToldPart {
  run: PipelineRun;
  store: TaskStore;
}

/** The first page of a stretch, and how many pages it has: `isWhole` where all of them were laid out and none was reckoned. */
export interface LaidOut {
  first: Page;
  pages: number;
  isWhole: boolean;
}

/**
 * Goes the way of the pipeline up to the script, in memory. `draft` is what was understood of the same stretch before, or null. Throws `Refused`, and
 * the signal's reason when it aborts.
 */
export async function tellPart(
  book: Artifacts["book"],
  settings: Settings,
  draft: Artifacts["draft"] | null,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<ToldPart> {
  const store = memoryStore();
  await store.save("book", "book", book);
  if (draft) await store.save("draft", "book", draft);
  const run = openRun(() => Promise.reject(new Error("The book is read")), settings, surroundings, store);
  for (const step of steps) {
    if (step.name === "cover") break;
    for (const unit of await run.unitsOf(step)) {
      await run.work(step, unit);
      await breath(signal);
    }
  }
  return { run, store };
}

/** The first page, and how many there are: counted as far as patience goes, then reckoned by the beats that are left. `clock` in milliseconds. */
export async function layOut({ run, store }: ToldPart, clock: () => number, signal: AbortSignal): Promise<LaidOut> {
  const step = steps.find(({ name }) => name === "pages") satisfies Step | undefined;
  if (!step) throw new Error("The pipeline lays out nothing.");
  const { episodes } = await demand(store, "script", "book");
  const start = clock();
  let [first, pages, beats]: [Page | null, number, number] = [null, 0, 0];
  for (const { id, beats: told } of episodes) {
    await run.work(step, id);
    const laid = await demand(store, "pages", id);
    first ??= laid[0] ?? null;
    pages += laid.length;
    beats += told.length;
    await breath(signal);
    if (first !== null && clock() - start > patience) break;
  }
  if (first === null) throw new Refused("nothing-to-draw");
  const all = episodes.reduce((sum, episode) => sum + episode.beats.length, 0);
  return { first, pages: (pages * all) / Math.max(1, beats), isWhole: beats === all };
}

/** Lets others have their turn, since all of this is computed without a pause otherwise; and ends where nobody waits any more. */
async function breath(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

/** Where the artifacts of one preview are kept, and nowhere else. */
function memoryStore(): TaskStore {
  const memory = new Map<string, unknown>();
  return {
    // `save` alone writes to the memory, under the name that ties the value to its type.
    load: async <Name extends ArtifactName>(name: Name, unit: string) =>
      (memory.get(`${name} ${unit}`) ?? null) as Artifacts[Name] | null,
    save: async (name, unit, value) => void memory.set(`${name} ${unit}`, value),
  };
}

import { askedPages, type PartRange } from "./asked-part.ts";
import {
  type ArtifactName,
  type Artifacts,
  type Settings,
  type Stage,
  stages,
  type Tools,
  type Unit,
} from "./pipeline.ts";
import type { Page } from "./page/page.ts";

/** Where finished work is kept: in memory and files for the command line, in rows and blobs for the studio. What is found there is not made again. */
export interface TaskStore {
  /** Null where the work is still to be done. `unit` is `book`, `e1` … or `page-0001` …. */
  load<Name extends ArtifactName>(name: Name, unit: string): Promise<Artifacts[Name] | null>;
  save<Name extends ArtifactName>(name: Name, unit: string, value: Artifacts[Name]): Promise<void>;
}

export interface Progress {
  /** Title of the stage. */
  stage: string;
  /** Units of work done and in all. */
  done: number;
  total: number;
}

export type Surroundings = Omit<Tools, "allPages" | "printOf">;

/**
 * Walks the stages over a store, unit by unit, and tells what is done.
 * Neighbouring stages with the same unit run as one chain, so that a page's drawing need not be kept.
 * Throws `Refused` where the book cannot be read, and whatever a stage or the store throws.
 */
export async function* runPipeline(
  source: Uint8Array,
  settings: Settings,
  surroundings: Surroundings,
  store: TaskStore,
): AsyncGenerator<Progress> {
  const tools: Tools = {
    ...surroundings,
    allPages: () => printedPages(store, settings.pages),
    printOf: (page) => demand(store, "print", pageUnit(page)),
  };
  for (const chain of chains(stages)) {
    const [first] = chain;
    if (!first) continue;
    const units = await unitsOf(first.unit, store, settings.pages);
    const atOnce = first.unit === "page" ? tools.concurrency + 1 : 1;
    const progress = { stage: first.title, total: units.length };
    yield { ...progress, done: 0 };
    let done = 0;
    const work = (unit: UnitOfWork) => runChain(chain, unit, { source, settings, tools, store });
    for await (const _ of inOrder(units, atOnce, work)) yield { ...progress, done: ++done };
  }
}

/** Name of a page's unit of work; 0 is the cover. */
function pageUnit(number: number): string {
  return `page-${String(number).padStart(4, "0")}`;
}

interface UnitOfWork {
  name: string;
  given: Partial<Artifacts>;
}

interface Run {
  source: Uint8Array;
  settings: Settings;
  tools: Tools;
  store: TaskStore;
}

/** Stages of one unit in a row, except that book stages stand alone: each may be a task of its own. */
function chains(all: readonly Stage[]): Stage[][] {
  const rows: Stage[][] = [];
  for (const stage of all) {
    const last = rows.at(-1);
    if (last && stage.unit !== "book" && last[0]?.unit === stage.unit) last.push(stage);
    else rows.push([stage]);
  }
  return rows;
}

async function unitsOf(unit: Unit, store: TaskStore, asked: PartRange | undefined): Promise<UnitOfWork[]> {
  if (unit === "book") return [{ name: "book", given: {} }];
  if (unit === "episode") {
    const { episodes } = await demand(store, "script", "book");
    return episodes.map((episode) => ({ name: episode.id, given: { episode } }));
  }
  const { title, credits } = await demand(store, "ownPages", "book");
  const pages = [await demand(store, "cover", "book"), title, ...(await printedPages(store, asked)), credits];
  return pages.map((page) => ({ name: pageUnit(page.number), given: { page } }));
}

async function runChain(chain: readonly Stage[], unit: UnitOfWork, run: Run): Promise<void> {
  const made: Partial<Artifacts> = { ...unit.given, source: run.source };
  for (const stage of chain) {
    const finished = await run.store.load(stage.gives, unit.name);
    if (finished !== null) {
      Object.assign(made, { [stage.gives]: finished });
      continue;
    }
    const inputs: Partial<Artifacts> = {};
    for (const name of stage.from) Object.assign(inputs, { [name]: await inputOf(name, made, unit, run.store) });
    const output = await stage.run(inputs, run.tools, run.settings);
    Object.assign(made, { [stage.gives]: output });
    // The stage's definition ties the type of its output to the artifact that it names.
    await run.store.save(stage.gives, unit.name, output as Artifacts[typeof stage.gives]);
  }
}

async function inputOf(
  name: ArtifactName,
  made: Partial<Artifacts>,
  unit: UnitOfWork,
  store: TaskStore,
): Promise<unknown> {
  if (made[name] !== undefined) return made[name];
  if (name === "pagesBefore") return allPages(store, unit.name);
  return demand(store, name, "book");
}

async function printedPages(store: TaskStore, asked: PartRange | undefined): Promise<Page[]> {
  return askedPages(await allPages(store), asked);
}

/** Story pages in order; with `before`, those of the episodes before that one. */
async function allPages(store: TaskStore, before?: string): Promise<Page[]> {
  const { episodes } = await demand(store, "script", "book");
  const pages: Page[] = [];
  for (const { id } of episodes) {
    if (id === before) break;
    pages.push(...(await demand(store, "pages", id)));
  }
  return pages;
}

async function demand<Name extends ArtifactName>(store: TaskStore, name: Name, unit: string): Promise<Artifacts[Name]> {
  const found = await store.load(name, unit);
  if (found === null) throw new Error(`The task store has no ${name} of ${unit}`);
  return found;
}

/** Runs at most `atOnce` pieces of work side by side and yields their results in order. The first failure ends it. */
async function* inOrder<In, Out>(
  items: readonly In[],
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

import { askedPages, type PartRange } from "./asked-part.ts";
import {
  type ArtifactName,
  type Artifacts,
  type PagesBefore,
  pagesThrough,
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

export type Surroundings = Omit<Tools, "allPages" | "wholePage" | "printOf">;

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
    wholePage: wholePages(store),
    printOf: (page) => demand(store, "print", pageUnit(page)),
  };
  const run = { source, settings, tools, store, pagesBefore: pagesBeforeIn(store) };
  for (const chain of chains(stages)) {
    const [first] = chain;
    if (!first) continue;
    const { units, total } = await unitsOf(first.unit, store, settings.pages);
    const atOnce = first.unit === "page" ? tools.concurrency + 1 : 1;
    const progress = { stage: first.title, total };
    yield { ...progress, done: 0 };
    let done = 0;
    const work = (unit: UnitOfWork) => runChain(chain, unit, run);
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
  pagesBefore(episode: string): Promise<PagesBefore>;
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

interface Units {
  /** Pages come one by one, each read when its turn is near (F6). */
  units: Iterable<UnitOfWork> | AsyncIterable<UnitOfWork>;
  total: number;
}

async function unitsOf(unit: Unit, store: TaskStore, asked: PartRange | undefined): Promise<Units> {
  if (unit === "book") return { units: [{ name: "book", given: {} }], total: 1 };
  if (unit === "episode") {
    const { episodes } = await demand(store, "script", "book");
    return { units: episodes.map((episode) => ({ name: episode.id, given: { episode } })), total: episodes.length };
  }
  // Story pages are numbered in a row, and the title page goes on behind them.
  const { title } = await demand(store, "ownPages", "book");
  return { units: pageUnits(store, asked), total: title.number - (asked?.from ?? 1) + 3 };
}

async function* pageUnits(store: TaskStore, asked: PartRange | undefined): AsyncGenerator<UnitOfWork> {
  const unitOf = (page: Page): UnitOfWork => ({ name: pageUnit(page.number), given: { page } });
  const { title, credits } = await demand(store, "ownPages", "book");
  yield unitOf(await demand(store, "cover", "book"));
  yield unitOf(title);
  for await (const page of printedPages(store, asked)) yield unitOf(page);
  yield unitOf(credits);
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
    for (const name of stage.from) Object.assign(inputs, { [name]: await inputOf(name, made, unit, run) });
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
  { store, pagesBefore }: Run,
): Promise<unknown> {
  if (made[name] !== undefined) return made[name];
  if (name === "pagesBefore") return pagesBefore(unit.name);
  return demand(store, name, "book");
}

/** The story pages that are printed, in order; an episode at a time is in memory (F6). */
export async function* printedPages(store: TaskStore, asked: PartRange | undefined): AsyncGenerator<Page> {
  yield* askedPages(storyPages(store), asked);
}

async function* storyPages(store: TaskStore): AsyncGenerator<Page> {
  const { episodes } = await demand(store, "script", "book");
  for (const { id } of episodes) yield* await demand(store, "pages", id);
}

/** Counts the pages before an episode; episodes are asked for in order, and each is looked through once. */
function pagesBeforeIn(store: TaskStore): Run["pagesBefore"] {
  const through = new Map<string, PagesBefore>();
  return async (episode) => {
    const { episodes } = await demand(store, "script", "book");
    let before: PagesBefore = { count: 0, layout: null };
    for (const { id } of episodes) {
      if (id === episode) break;
      const known = through.get(id) ?? pagesThrough(before, await demand(store, "pages", id));
      through.set(id, known);
      before = known;
    }
    return before;
  };
}

/** Finds whole pages. Keeps the episode of the last one, since pages are mostly asked for in order. */
function wholePages(store: TaskStore): Tools["wholePage"] {
  let open: { episode: string; pages: readonly Page[] } | null = null;
  return async ({ episode, number }) => {
    if (open?.episode !== episode) open = { episode, pages: await pagesOf(store, episode) };
    const page = open.pages.find((each) => each.number === number);
    if (!page) throw new Error(`The task store has no page ${number} of ${episode}`);
    return page;
  };
}

/** The pages of an episode, or those that belong to none. */
async function pagesOf(store: TaskStore, episode: string): Promise<readonly Page[]> {
  const found = await store.load("pages", episode);
  if (found !== null) return found;
  const { title, credits } = await demand(store, "ownPages", "book");
  return [await demand(store, "cover", "book"), title, credits];
}

async function demand<Name extends ArtifactName>(store: TaskStore, name: Name, unit: string): Promise<Artifacts[Name]> {
  const found = await store.load(name, unit);
  if (found === null) throw new Error(`The task store has no ${name} of ${unit}`);
  return found;
}

/** Runs at most `atOnce` pieces of work side by side and yields their results in order. The first failure ends it. */
async function* inOrder<In, Out>(
  items: Iterable<In> | AsyncIterable<In>,
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
  for await (const item of items) {
    begin(item);
    const first = running.length >= atOnce ? running.shift() : undefined;
    if (first) yield await first;
  }
  for (const task of running) yield await task;
}

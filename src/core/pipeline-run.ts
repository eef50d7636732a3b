import {
  type ArtifactName,
  type Artifacts,
  type Settings,
  type Stage,
  stages,
  type Tools,
  type Unit,
} from "./pipeline.ts";
import { type PageFinder, pageFinder, printedPages } from "./stored-pages.ts";
import { demand, type TaskStore } from "./task-store.ts";

/** Neighbouring stages with the same unit run as one step, so that a page's drawing need not be kept; stages of the whole book stand alone. */
export interface Step {
  /** What its first stage gives. */
  name: ArtifactName;
  /** What a person reads while it runs. */
  title: string;
  unit: Unit;
  stages: readonly Stage[];
}

/** The steps of the pipeline, in order. */
export const steps: readonly Step[] = stepsOf(stages);

function stepsOf(all: readonly Stage[]): Step[] {
  const rows: Stage[][] = [];
  for (const stage of all) {
    const last = rows.at(-1);
    if (last && stage.unit !== "book" && last[0]?.unit === stage.unit) last.push(stage);
    else rows.push([stage]);
  }
  return rows.flatMap(([first, ...others]) =>
    first ? [{ name: first.gives, title: first.title, unit: first.unit, stages: [first, ...others] }] : [],
  );
}

/** What the stages need from outside; the rest of their tools is found in the store. */
export type Surroundings = Omit<Tools, "allPages" | "wholePage" | "printOf" | "analyses">;

/** One book's way through the pipeline over a store. The units of a step are known once the steps before it are done. */
export interface PipelineRun {
  /** The names of a step's units, in order: `book`, `k1` …, `e1` …, or `page-0001` …. Units of an episode are to be worked in order, others in any. */
  unitsOf(step: Step): Promise<string[]>;
  /** Makes what a step gives for one unit; what is found in the store is not made again. */
  work(step: Step, unit: string): Promise<void>;
}

/** `source` gives the book's bytes and is asked by the step that reads them. */
export function openRun(
  source: () => Promise<Uint8Array>,
  settings: Settings,
  surroundings: Surroundings,
  store: TaskStore,
): PipelineRun {
  const finder = pageFinder(store);
  const tools: Tools = {
    ...surroundings,
    allPages: () => printedPages(store, settings.pages),
    wholePage: finder.wholePage,
    printOf: (page) => demand(store, "print", pageUnit(page)),
    analyses: () => analysesIn(store),
  };
  return {
    unitsOf: ({ unit }) => unitsOf(unit, store, settings),
    async work(step, unit) {
      const last = step.stages.at(-1);
      if (last && (await store.load(last.gives, unit)) !== null) return;
      const made: Partial<Artifacts> = {};
      for (const stage of step.stages) {
        const inputs: Partial<Artifacts> = {};
        for (const name of stage.from)
          Object.assign(inputs, { [name]: made[name] ?? (await inputOf(name, unit, { source, store, finder })) });
        const output = await stage.run(inputs, tools, settings);
        Object.assign(made, { [stage.gives]: output });
        // The stage's definition ties the type of its output to the artifact that it names.
        await store.save(stage.gives, unit, output as Artifacts[typeof stage.gives]);
      }
    },
  };
}

async function* analysesIn(store: TaskStore): ReturnType<Tools["analyses"]> {
  for (const { id } of await demand(store, "chunks", "book")) yield demand(store, "analysis", id);
}

/** Name of a page's unit; 0 is the cover. */
function pageUnit(number: number): string {
  return `page-${String(number).padStart(4, "0")}`;
}

/** Number of the page that a unit names. */
export function pageOfUnit(unit: string): number {
  return Number(unit.slice("page-".length));
}

async function unitsOf(unit: Unit, store: TaskStore, { pages: asked }: Settings): Promise<string[]> {
  if (unit === "book") return ["book"];
  if (unit === "chunk") return (await demand(store, "chunks", "book")).map(({ id }) => id);
  if (unit === "episode") return (await demand(store, "script", "book")).episodes.map(({ id }) => id);
  // Story pages are numbered in a row, and the title page goes on behind them.
  const { title, credits } = await demand(store, "ownPages", "book");
  const first = asked?.from ?? 1;
  const story = Array.from({ length: title.number - first }, (_, i) => first + i);
  return [0, title.number, ...story, credits.number].map(pageUnit);
}

interface Sources {
  source(): Promise<Uint8Array>;
  store: TaskStore;
  finder: PageFinder;
}

async function inputOf(name: ArtifactName, unit: string, { source, store, finder }: Sources): Promise<unknown> {
  if (name === "source") return source();
  if (name === "chunk") return named(await demand(store, "chunks", "book"), unit);
  if (name === "episode") return named((await demand(store, "script", "book")).episodes, unit);
  if (name === "pagesBefore") return finder.pagesBefore(unit);
  if (name === "page") return finder.pageNumbered(pageOfUnit(unit));
  return demand(store, name, "book");
}

function named<Item extends { id: string }>(items: readonly Item[], id: string): Item {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`The task store has no ${id}`);
  return found;
}

import type { ArtifactName } from "../../core/pipeline.ts";
import { type PipelineRun, type Step, steps } from "../../core/pipeline-run.ts";
import type { NewTask } from "../jobs/task-handler.ts";

/** A step of the pipeline as tasks know it. */
export interface ComicStep {
  /** Its name in rows and on the job's page. */
  name: string;
  /** Share of the job's progress, about as its share of the time. */
  weight: number;
  step: Step;
}

const namesAndWeights: Partial<Record<ArtifactName, readonly [name: string, weight: number]>> = {
  book: ["read", 1],
  draft: ["understand", 4],
  chunks: ["chunks", 1],
  analysis: ["analysis", 4],
  story: ["merge", 1],
  script: ["episodes", 2],
  sheets: ["cast", 1],
  cover: ["cover", 1],
  pages: ["layout", 15],
  ownPages: ["front-matter", 1],
  drawing: ["render", 60],
  files: ["outputs", 10],
};

/** The way of a comic: every step of the pipeline, in its order. Throws where the pipeline has a step without a name here. */
export const comicSteps: readonly ComicStep[] = steps.map((step) => {
  const [name, weight] = namesAndWeights[step.name] ?? [];
  if (name === undefined || weight === undefined) throw new Error(`No task is named for ${step.name}`);
  return { name, weight, step };
});

/** What `next` says of a unit of work: whose it is, without the hash of its inputs. */
type Following = Pick<NewTask, "step" | "unit" | "waits">;

/**
 * The tasks that come after a unit of a step. Units of one step are told by the step before it, together with the step that
 * gathers them, which waits for all; episodes are laid out one after another, since each begins where the last one ends.
 */
export async function followingTasks(at: number, unit: string, run: PipelineRun): Promise<Following[]> {
  const here = comicSteps[at];
  if (!here) return [];
  if (here.step.unit === "episode") {
    const units = await run.unitsOf(here.step);
    const next = units[units.indexOf(unit) + 1];
    if (next !== undefined) return [{ step: here.name, unit: next }];
  } else if (here.step.unit !== "book") return [];
  return openingsOf(at + 1, run);
}

/** The tasks with which a step begins. */
async function openingsOf(at: number, run: PipelineRun): Promise<Following[]> {
  const next = comicSteps[at];
  if (!next) return [];
  const units = await run.unitsOf(next.step);
  const [first] = units;
  if (next.step.unit === "book" || next.step.unit === "episode")
    return first === undefined ? openingsOf(at + 1, run) : [{ step: next.name, unit: first }];
  return [...units.map((unit) => ({ step: next.name, unit })), ...gatheringOf(at + 1)];
}

/** The step behind one of many units, which waits for all of them. */
function gatheringOf(at: number): Following[] {
  const next = comicSteps[at];
  if (!next) return [];
  if (next.step.unit !== "book") throw new Error(`${next.name} cannot gather the units of the step before it`);
  return [{ step: next.name, unit: "book", waits: true }];
}

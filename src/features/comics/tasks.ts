import { pageOfUnit } from "../../core/pipeline-run.ts";
import type { Settings } from "../../core/pipeline.ts";
import { demand } from "../../core/task-store.ts";
import type { NewTask, TaskCall, TaskHandler, TaskOutcome } from "../jobs/task-handler.ts";
import type { NewJob } from "../jobs/queries/jobs.ts";
import type { Novel } from "../library/queries/novels.ts";
import { embedStory } from "../library/embed-story.ts";
import { storeStory } from "../library/queries/story-rows.ts";
import { type ComicRun, comicRuns } from "./comic-runs.ts";
import type { ComicTools } from "./comic-tools.ts";
import { inputHash } from "./input-hash.ts";
import { keepOutputs } from "./keep-outputs.ts";
import { notePicture, panelsOfEpisode, panelsOfPage } from "./queries/page-rows.ts";
import { storeChunks, storeEpisodes } from "./queries/plan-rows.ts";
import { type ComicStep, comicSteps, followingTasks } from "./steps.ts";

/** The type of job that makes comics. */
export const comicJobType = "manga";

/** A job that makes a comic of a novel, to be handed to `createJob`. */
export async function comicJob(novel: Novel, settings: Settings): Promise<NewJob> {
  const [first] = comicSteps;
  if (!first) throw new Error("The pipeline has no steps.");
  const { seed, ...others } = settings;
  const task = { step: first.name, unit: "book", inputHash: await hashOf(novel, settings, first.name, "book", null) };
  return {
    type: comicJobType,
    novelId: novel.id,
    name: novel.title.slice(0, 255),
    settings: others,
    seed,
    tasks: [task],
  };
}

/** The handlers of a comic's steps: each makes one unit of the pipeline, keeps its rows and tells what follows. */
export function comicPlan(tools: ComicTools): readonly TaskHandler[] {
  const runs = comicRuns(tools);
  async function workOn(step: ComicStep, at: number, call: TaskCall): Promise<TaskOutcome> {
    const comic = await runs.open(call);
    const run = step.name === "analysis" ? comic.asking(call) : comic.run;
    await run.work(step.step, call.task.unit);
    const counters = await keepRows(step, call, comic, tools);
    return { next: await tasksAfter(at, call.task.unit, comic, tools), counters };
  }
  return comicSteps.map((step, at) => ({
    step: step.name,
    weight: step.weight,
    async run(call) {
      try {
        return await workOn(step, at, call);
      } catch (error) {
        runs.forget(call);
        throw error;
      }
    },
  }));
}

async function tasksAfter(at: number, unit: string, comic: ComicRun, { model }: ComicTools): Promise<NewTask[]> {
  const { novel, settings, run } = comic;
  const name = model && `${model.provider}/${model.model}`;
  const following = await followingTasks(at, unit, run);
  return Promise.all(
    following.map(async (task) => ({
      ...task,
      inputHash: await hashOf(novel, settings, task.step, task.unit, name),
      provider: task.step === "analysis" ? (model?.provider ?? null) : null,
    })),
  );
}

/** What a unit's result depends on: the book's bytes, the settings, who is asked, and which unit it is. */
function hashOf({ contentHash }: Novel, settings: Settings, step: string, unit: string, model: string | null) {
  return inputHash(contentHash, settings, step, unit, model);
}

/** Rows of what a step has made, which other parts of the product read; and what the job counts. */
async function keepRows(
  { step, name }: ComicStep,
  { db, job, owner, task, signal }: TaskCall,
  { novel, store, run }: ComicRun,
  tools: ComicTools,
): Promise<NonNullable<TaskOutcome["counters"]>> {
  const plan = { job: job.id, novel: novel.id, now: tools.now() };
  switch (step.name) {
    case "chunks": {
      const chunks = await demand(store, "chunks", "book");
      await storeChunks(db, chunks, plan);
      return { chunksTotal: chunks.length };
    }
    case "analysis":
      return { chunksDone: 1 };
    case "story": {
      const [book, story] = [await demand(store, "book", "book"), await demand(store, "story", "book")];
      await storeStory(db, { novel: novel.id, book, story, now: tools.now() });
      if (tools.vectors) await embedStory(db, tools.vectors, { owner, novel: novel.id, now: tools.now(), signal });
      return {};
    }
    case "script": {
      const script = await demand(store, "script", "book");
      await storeEpisodes(db, script, plan);
      return { episodesTotal: script.episodes.length };
    }
    case "pages":
      return { episodesDone: 1, panelsTotal: await panelsOfEpisode(db, job.id, task.unit) };
    case "ownPages": {
      const drawing = comicSteps.find(({ name: each }) => each === "render");
      if (!drawing) throw new Error(`${name} is followed by no drawing`);
      return { pagesTotal: (await run.unitsOf(drawing.step)).length };
    }
    case "drawing": {
      const page = pageOfUnit(task.unit);
      await notePicture(db, owner, { job: job.id, page, unit: task.unit, now: tools.now() });
      return { pagesDone: 1, panelsDone: await panelsOfPage(db, job.id, page) };
    }
    case "files": {
      const files = await demand(store, "files", "book");
      await keepOutputs(db, tools, files, { owner, job: job.id, novel: novel.id });
      return {};
    }
    default:
      return {};
  }
}

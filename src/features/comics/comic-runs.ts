import type { Database } from "../../backends/sql/database.ts";
import { openRun, type PipelineRun } from "../../core/pipeline-run.ts";
import type { Settings, Tools } from "../../core/pipeline.ts";
import type { TaskStore } from "../../core/task-store.ts";
import { Refused, unwrap } from "../../core/text/result.ts";
import { openFile } from "../files/open-file.ts";
import { wholeContent } from "../files/whole-content.ts";
import type { TaskCall } from "../jobs/task-handler.ts";
import { type Novel, novelOf } from "../library/queries/novels.ts";
import { artifactStore } from "./artifact-store.ts";
import { settingsOf } from "./comic-settings.ts";
import type { ComicTools } from "./comic-tools.ts";
import { jobShelves } from "./job-shelves.ts";
import { askModel } from "./ask-model.ts";

/** A job's way through the pipeline, with what its steps have in common in memory. */
export interface ComicRun {
  novel: Novel;
  settings: Settings;
  store: TaskStore;
  run: PipelineRun;
  /** The same way for a task that may ask the model. */
  asking(call: TaskCall): PipelineRun;
}

/** Jobs whose documents are kept in memory at once: the one that is worked on and the one that ends. */
const keptRuns = 2;

export interface ComicRuns {
  open(call: TaskCall): Promise<ComicRun>;
  /** The next task of the job reads everything anew: what is in memory, a failed reading included, may be why this one failed. */
  forget(call: TaskCall): void;
}

/** Opens the runs of jobs, and keeps the last ones open. A job that is begun again is a run of its own. */
export function comicRuns(tools: ComicTools): ComicRuns {
  const open = new Map<string, Promise<ComicRun>>();
  const keyOf = ({ job }: TaskCall): string => `${job.id} ${job.attempts}`;
  async function opened(call: TaskCall): Promise<ComicRun> {
    const key = keyOf(call);
    const known = open.get(key) ?? openComicRun(call, tools);
    open.delete(key);
    open.set(key, known);
    for (const oldest of open.keys()) if (open.size > keptRuns) open.delete(oldest);
    try {
      return await known;
    } catch (error) {
      open.delete(key);
      throw error;
    }
  }
  return { open: opened, forget: (call) => void open.delete(keyOf(call)) };
}

async function openComicRun(call: TaskCall, tools: ComicTools): Promise<ComicRun> {
  const { db, owner, job } = call;
  const novel = job.novelId === null ? null : await novelOf(db, owner, job.novelId);
  if (novel === null) throw new Refused("novel-gone");
  const settings = settingsOf(job);
  const store = artifactStore(jobShelves(db, tools, { owner, job: job.id, novel: novel.id }));
  const [fonts, artist] = [await tools.fonts(), await tools.artist()];
  const { toPng, toWebp, concurrency } = tools.rasterizer();
  const surroundings = { fonts, artist, toPng, toWebp, concurrency };
  const source = () => sourceOf(db, owner, novel, tools);
  const openWith = (ask: Tools["ask"]) => openRun(source, settings, { ...surroundings, ask }, store);
  return { novel, settings, store, run: openWith(null), asking: (asker) => openWith(askModel(asker, tools)) };
}

async function sourceOf(db: Database, owner: string, novel: Novel, { blobs }: ComicTools): Promise<Uint8Array> {
  const file = novel.originalFileId === null ? null : await openFile(db, blobs, owner, novel.originalFileId);
  if (file === null) throw new Refused("novel-gone");
  const { content, file: stored } = unwrap(file);
  return wholeContent(content, stored);
}

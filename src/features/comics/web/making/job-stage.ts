import type { JobView } from "../../../jobs/schema.ts";
import type { MakingWords } from "./en.ts";

type Stage = keyof MakingWords["stages"] | "drawing";

/** What people are told of each step of a comic (`comicSteps`). */
const stagesOfSteps: Readonly<Record<string, Stage>> = {
  read: "reading",
  understand: "finding",
  chunks: "finding",
  analysis: "finding",
  merge: "finding",
  episodes: "telling",
  cast: "cast",
  cover: "cast",
  layout: "layout",
  "front-matter": "layout",
  render: "drawing",
  outputs: "binding",
};

/** Where a job is. A step that is not known here is shown as reading: it comes from a newer studio. */
export function stageOf({ status, step, pagesTotal }: Pick<JobView, "status" | "step" | "pagesTotal">): Stage {
  if (status === "completed") return "finished";
  if (status === "failed") return "failed";
  if (status === "cancelled") return "stopped";
  if (status === "paused") return "paused";
  if (status === "pending" || step === null) return "waiting";
  const stage = stagesOfSteps[step] ?? "reading";
  return stage === "drawing" && pagesTotal === 0 ? "layout" : stage;
}

/** The same in words: “Drawing 12 of 80”. */
export function stageText(job: JobView, words: MakingWords): string {
  const stage = stageOf(job);
  return stage === "drawing" ? words.drawing(job.pagesDone, job.pagesTotal) : words.stages[stage];
}

export const isOver = ({ status }: Pick<JobView, "status">): boolean =>
  status === "completed" || status === "failed" || status === "cancelled";

export const isRunning = ({ status }: Pick<JobView, "status">): boolean =>
  status === "pending" || status === "processing";

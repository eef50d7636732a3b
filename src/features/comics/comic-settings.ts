import type { Settings } from "../../core/pipeline.ts";
import type { TaskJob } from "../jobs/task-handler.ts";

/** The settings of a job, as `comicJob` put them there. */
export function settingsOf({ settings, seed }: Pick<TaskJob, "settings" | "seed">): Settings {
  if (typeof settings !== "object" || settings === null || !("fileName" in settings) || !("direction" in settings))
    throw new TypeError("The settings of the job are none of a comic.");
  // Written by `comicJob` of `Settings`, in the same version or one before it.
  return { ...(settings as Settings), seed };
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { actOnJob, type JobAct } from "../../../../web/studio/api/jobs.ts";
import { bookQueryOf, comicsQueryOf, openJobsQuery } from "../../../../web/studio/api/queries.ts";
import { useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import type { JobView } from "../../../jobs/schema.ts";
import { type DeferredAct, useDeferredAct } from "./deferred-act.ts";
import { putJob } from "./followed-job.ts";
import { isRunning } from "./job-stage.ts";

/** Milliseconds in which a comic that is stopped or deleted can be had back. */
const regret = 8_000;

export interface JobActs {
  act(name: JobAct): void;
  isActing: boolean;
  /** Stops it for good: it waits at once, and is stopped when the time for a way back is over. */
  cancel(): void;
  cancelling: DeferredAct;
  /** Deletes an ended comic with its files, after the time for a way back. */
  remove(): void;
  removing: DeferredAct;
}

/** What a person can do with a comic of a book. */
export function useJobActs(bookId: string, job: JobView): JobActs {
  const client = useQueryClient();
  const tellProblem = useTellProblem();
  const cancelling = useDeferredAct(regret);
  const removing = useDeferredAct(regret);
  const refresh = (): void => {
    void client.invalidateQueries(comicsQueryOf(bookId));
    void client.invalidateQueries(bookQueryOf(bookId));
    void client.invalidateQueries(openJobsQuery);
  };
  const { mutate, isPending } = useMutation({
    mutationFn: (name: JobAct) => actOnJob(job.id, name),
    onMutate: (name) => {
      const status = name === "pause" ? ("paused" as const) : ("pending" as const);
      putJob(client, bookId, { ...job, status, secondsLeft: null });
    },
    onSuccess: (changed) => putJob(client, bookId, changed),
    onError: (error) => {
      putJob(client, bookId, job);
      tellProblem(error);
    },
    onSettled: refresh,
  });
  return {
    act: mutate,
    isActing: isPending,
    cancelling: {
      ...cancelling,
      undo: () => {
        cancelling.undo();
        if (job.status === "paused") mutate("resume");
      },
    },
    cancel: () => {
      if (isRunning(job)) mutate("pause");
      cancelling.begin({ path: `/jobs/${job.id}/cancel`, method: "POST", onDone: refresh });
    },
    removing,
    remove: () => removing.begin({ path: `/jobs/${job.id}`, method: "DELETE", onDone: refresh }),
  };
}

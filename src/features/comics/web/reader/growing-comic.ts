import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { followJob } from "../../../../web/studio/api/job-stream.ts";
import { jobQueryOf } from "../../../../web/studio/api/queries.ts";
import type { ComicView } from "../../schema.ts";
import type { JobView } from "../../../jobs/schema.ts";

/** Milliseconds in which several new pages are asked for together. */
const gather = 700;

/** Follows a comic while it grows: its list of pages is made anew as they are drawn. Gives how far it is; null once it is finished. */
export function useGrowing(comic: ComicView): JobView | null {
  const client = useQueryClient();
  const { id, isFinished } = comic;
  const [told, setTold] = useState<JobView | null>(null);
  const { data } = useQuery({ ...jobQueryOf(id), enabled: !isFinished });
  useEffect(() => {
    if (isFinished) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const renew = (): void => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void client.invalidateQueries({ queryKey: ["comic", id], exact: true });
      }, gather);
    };
    const leave = followJob(id, {
      onPage: renew,
      onJob: (job) => {
        setTold(job);
        renew();
      },
      onEnd: (job) => {
        setTold(job);
        renew();
      },
    });
    return () => {
      clearTimeout(waiting);
      leave();
    };
  }, [client, id, isFinished]);
  return isFinished ? null : (told ?? data ?? null);
}

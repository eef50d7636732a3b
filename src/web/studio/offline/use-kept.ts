import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { ProblemError } from "../api/problem-error.ts";
import { openJobsQuery } from "../api/queries.ts";
import { useTellProblem } from "../ui/tell.tsx";
import { dropComic, keepComic, type KeepingProgress, type KeptComic, keptComic, keptComics } from "./kept-comics.ts";

export const keptComicsQuery = queryOptions({ queryKey: ["kept"], queryFn: keptComics, staleTime: Infinity });
const keptComicQueryOf = (id: string) =>
  queryOptions({ queryKey: ["kept", id], queryFn: () => keptComic(id), staleTime: Infinity });

/** Whether the studio does not answer at the moment. What is being made is asked for all the time, and so this is noticed. */
export function useIsOffline(): boolean {
  const { error } = useQuery(openJobsQuery);
  return error instanceof ProblemError && error.status === 0;
}

export interface Keeping {
  /** What is kept of the comic; null where it is not. */
  kept: KeptComic | null;
  /** While it is being fetched. */
  progress: KeepingProgress | null;
  keep(): void;
  /** Breaks the keeping off. */
  stop(): void;
  drop(): void;
}

/** What is being kept at the moment, on whatever page one is meanwhile. */
const running = new Map<string, { progress: KeepingProgress; stopped: AbortController }>();
const watchers = new Set<() => void>();
const changed = (): void => {
  for (const watcher of watchers) watcher();
};
const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** A comic in this browser: kept, being fetched, or not. */
export function useKeeping(id: string): Keeping {
  const client = useQueryClient();
  const tellProblem = useTellProblem();
  const { data } = useQuery(keptComicQueryOf(id));
  const progress = useSyncExternalStore(watch, () => running.get(id)?.progress ?? null);
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ["kept"] });
  const keep = async (): Promise<void> => {
    if (running.has(id)) return;
    const stopped = new AbortController();
    const onProgress = (far: KeepingProgress): void => {
      running.set(id, { progress: far, stopped });
      changed();
    };
    onProgress({ done: 0, all: 0, bytes: 0 });
    try {
      await keepComic(id, { signal: stopped.signal, onProgress });
    } catch (error) {
      if (!stopped.signal.aborted) tellProblem(error);
    } finally {
      running.delete(id);
      changed();
    }
    await refresh();
  };
  return {
    kept: data ?? null,
    progress,
    keep: () => void keep(),
    stop: () => running.get(id)?.stopped.abort(),
    drop: () => void dropComic(id).then(refresh),
  };
}

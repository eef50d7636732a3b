import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { followJob } from "../../../../web/studio/api/job-stream.ts";
import { bookQueryOf, comicQueryOf, comicsQueryOf, openJobsQuery } from "../../../../web/studio/api/queries.ts";
import type { JobView } from "../../../jobs/schema.ts";
import { withDrawnPage } from "./contact-pages.ts";
import { isOver } from "./job-stage.ts";

/** Milliseconds without a connection after which a new one is opened: the browser gives up where a proxy answered in the studio's place. */
const patience = 8_000;

/** Keeps what is shown of a comic as the studio tells it while it is made. Gives whether it can be heard at the moment. */
export function useFollowedJob(bookId: string, job: JobView): boolean {
  const client = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const { id } = job;
  const isEnded = isOver(job);
  useEffect(() => {
    if (isEnded) return undefined;
    return followJob(id, { ...listening(client, bookId, id), onConnection: setConnected });
  }, [client, bookId, id, isEnded, attempt]);
  useEffect(() => {
    if (isConnected || isEnded) return undefined;
    const timer = setTimeout(() => setAttempt((before) => before + 1), patience);
    return () => clearTimeout(timer);
  }, [isConnected, isEnded, attempt]);
  return isConnected || isEnded;
}

function listening(client: QueryClient, bookId: string, id: string) {
  const askAgain = (): void => void client.invalidateQueries(comicQueryOf(id));
  let told = "";
  return {
    onJob(job: JobView): void {
      putJob(client, bookId, job);
      // Pages are laid out before they are drawn: with each step and each new count there are more of them.
      const state = `${job.step} ${job.pagesTotal}`;
      if (state !== told) askAgain();
      told = state;
    },
    onPage({ number }: { number: number }): void {
      const { queryKey } = comicQueryOf(id);
      const comic = client.getQueryData(queryKey);
      const grown = comic && withDrawnPage(comic, number);
      if (grown) client.setQueryData(queryKey, grown);
      else askAgain();
    },
    onEnd(job: JobView): void {
      putJob(client, bookId, job);
      askAgain();
      void client.invalidateQueries(comicsQueryOf(bookId));
      void client.invalidateQueries(bookQueryOf(bookId));
      void client.invalidateQueries(openJobsQuery);
      void client.invalidateQueries({ queryKey: ["cast", bookId] });
    },
  };
}

/** Puts what is known of a job in its place in the list of the book's comics, and on the book where it is its newest. */
export function putJob(client: QueryClient, bookId: string, job: JobView): void {
  client.setQueryData(
    comicsQueryOf(bookId).queryKey,
    (list) => list && { items: list.items.map((each) => (each.id === job.id ? job : each)) },
  );
  client.setQueryData(
    bookQueryOf(bookId).queryKey,
    (book) => book && (book.comic?.id === job.id ? { ...book, comic: job } : book),
  );
}

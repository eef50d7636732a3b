import { queryOptions } from "@tanstack/react-query";
import { listLanguages, listSeries, listTags, readBook, readWatched } from "./books.ts";
import { listComics, readComic } from "./comics.ts";
import { listJobs, readJob } from "./jobs.ts";
import { listNotices, readMe } from "./me.ts";

/** What is asked for in more than one place, under the keys by which it is made anew: `["books", …]`, `["book", id]`, `["comics", bookId]` … */
export const meQuery = queryOptions({ queryKey: ["me"], queryFn: readMe, staleTime: Infinity });
/** While a comic of the book grows it is looked at anew, so that no tab tells old numbers. */
export const bookQueryOf = (id: string) =>
  queryOptions({
    queryKey: ["book", id],
    queryFn: () => readBook(id),
    refetchInterval: ({ state }) => {
      const status = state.data?.comic?.status;
      return status === "pending" || status === "processing" ? 4_000 : false;
    },
  });
export const tagsQuery = queryOptions({ queryKey: ["tags"], queryFn: listTags });
export const seriesQuery = queryOptions({ queryKey: ["series"], queryFn: listSeries });
export const languagesQuery = queryOptions({ queryKey: ["languages"], queryFn: listLanguages });
/** What came from the watched folder; looked at anew now and then, since it comes by itself. */
export const watchedQuery = queryOptions({ queryKey: ["watched"], queryFn: readWatched, refetchInterval: 10_000 });
export const jobQueryOf = (id: string) => queryOptions({ queryKey: ["job", id], queryFn: () => readJob(id) });
export const comicsQueryOf = (bookId: string) =>
  queryOptions({ queryKey: ["comics", bookId], queryFn: () => listComics(bookId) });
export const comicQueryOf = (id: string) => queryOptions({ queryKey: ["comic", id], queryFn: () => readComic(id) });
/** What is being made; looked at often only while something is, or while the studio does not answer. */
export const openJobsQuery = queryOptions({
  queryKey: ["jobs", "open"],
  queryFn: () => listJobs({ open: "true", limit: 20 }),
  refetchInterval: ({ state }) => (state.status === "error" || (state.data?.items.length ?? 0) > 0 ? 2_000 : 15_000),
  retry: false,
});
export const noticesQuery = queryOptions({
  queryKey: ["notices"],
  queryFn: listNotices,
  refetchInterval: 60_000,
});

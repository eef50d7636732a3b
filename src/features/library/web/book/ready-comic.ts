import { useQuery } from "@tanstack/react-query";
import { comicsQueryOf } from "../../../../web/studio/api/queries.ts";
import type { BookDetail } from "../../schema.ts";

/** The newest finished comic of a book, which one can read although another one is being made or was stopped; null where there is none. */
export function useReadyComic({ id, comic }: BookDetail): string | null {
  const { data } = useQuery({ ...comicsQueryOf(id), enabled: comic !== null && comic.status !== "completed" });
  if (comic?.status === "completed") return comic.id;
  return data?.items.find(({ status }) => status === "completed")?.id ?? null;
}

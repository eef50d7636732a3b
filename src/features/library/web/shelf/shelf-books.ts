import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type BookQuery, listBooks } from "../../../../web/studio/api/books.ts";
import type { BookView } from "../../schema.ts";
import type { LibraryPlace } from "../library-place.ts";

/** How many books are asked for at once. */
const partSize = 100;
/** While a comic grows, its badge is asked for anew so often, in milliseconds. */
const growingPause = 4_000;

/** The books of a place in the library, part by part. What was there before stays until the first part of the new place has come. */
export function useShelfBooks({ q, sort, shelf, tag, series, language }: LibraryPlace) {
  const asked = definedOf({ q, sort, shelf, tag, series, language });
  const list = useInfiniteQuery({
    queryKey: ["books", asked],
    queryFn: ({ pageParam, signal }) =>
      listBooks({ ...asked, limit: partSize, ...(pageParam !== null && { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
    // Otherwise each new part is compared with all books that are there already.
    structuralSharing: false,
    // Only short shelves are looked at again and again: a long one would be asked for in all its parts. A new person's first books are on their way.
    refetchInterval: ({ state }) => {
      const [only, ...more] = state.data?.pages ?? [];
      if (!only || more.length > 0) return false;
      const isNew = only.items.length === 0 && Object.keys(asked).length === 0;
      return isNew || only.items.some(isGrowing) ? growingPause : false;
    },
  });
  const books = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  return { ...list, books };
}

/** Without what is not asked for. */
function definedOf(asked: { [Name in keyof BookQuery]?: BookQuery[Name] | undefined }): BookQuery {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

export const isGrowing = ({ comic }: BookView): boolean =>
  comic?.status === "pending" || comic?.status === "processing";

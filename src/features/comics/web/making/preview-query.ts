import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { previewComic } from "../../../../web/studio/api/comics.ts";
import type { ComicSettings, Preview } from "../../schema.ts";
import { type PaceName, paceOrder } from "./comic-choices.ts";

/** Milliseconds after the last choice before a new page is asked for, and of rest before what is only good to know is. */
const settling = 350;
const rest = 1_000;

const previewQueryOf = (bookId: string, choices: ComicSettings) =>
  queryOptions({
    queryKey: ["preview", bookId, choices],
    queryFn: ({ signal }) => previewComic(bookId, choices, signal),
    // The same choices always draw the same page.
    staleTime: Infinity,
  });

export interface FirstPage {
  /** The newest page there is, perhaps of the choices before. */
  preview: Preview | null;
  /** Whether that page is not yet the one of these choices. */
  isComing: boolean;
  error: Error | null;
  again(): void;
}

/** The first page of these choices; while it comes, the one before stays. */
export function useFirstPage(bookId: string, choices: ComicSettings): FirstPage {
  const [settled] = useDebouncedValue(choices, settling);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...previewQueryOf(bookId, settled),
    placeholderData: keepPreviousData,
  });
  const isComing = isFetching || isPlaceholderData || settled !== choices;
  return { preview: data ?? null, isComing: isComing && error === null, error, again: () => void refetch() };
}

/** How many pages each pace would take, asked for one after the other and only when nothing more urgent is; null while not known. */
export function usePaceLengths(
  bookId: string,
  choices: ComicSettings,
  isIdle: boolean,
): Readonly<Record<PaceName, number | null>> {
  const [settled] = useDebouncedValue(choices, settling);
  const [wasIdle] = useDebouncedValue(isIdle, rest);
  const isResting = isIdle && wasIdle;
  const ofPace = (pace: PaceName) => previewQueryOf(bookId, { ...settled, pace, totalPages: null });
  const [first, second, third] = [ofPace("digest"), ofPace("comic"), ofPace("full")];
  const digest = useQuery({ ...first, enabled: isResting });
  const comic = useQuery({ ...second, enabled: isResting && !digest.isFetching });
  const full = useQuery({ ...third, enabled: isResting && !digest.isFetching && !comic.isFetching });
  const counts = { digest, comic, full };
  const entries = paceOrder.map((pace) => [pace, counts[pace].data?.pages ?? null] as const);
  // `paceOrder` has every pace.
  return Object.fromEntries(entries) as Record<PaceName, number | null>;
}

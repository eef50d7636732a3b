import type { Comic } from "./comic.ts";

export interface EpisodeStart {
  /** Number of its first page. */
  page: number;
  title: string | null;
}

/** Where the episodes begin that have pages, in reading order. */
export function episodeStarts({ script, pages }: Pick<Comic, "script" | "pages">): EpisodeStart[] {
  return script.episodes.flatMap(({ id, title }) => {
    const first = pages.find(({ episode }) => episode === id);
    return first ? [{ page: first.number, title }] : [];
  });
}

/** Where episodes and the chapters inside them begin, one entry a page: what a table of contents lists. */
export function contentsStarts(comic: Pick<Comic, "book" | "script" | "pages">): EpisodeStart[] {
  const starts = [...episodeStarts(comic), ...chapterStarts(comic)].sort((a, b) => a.page - b.page);
  const titles = new Map<number, Set<string>>();
  for (const { page, title } of starts)
    titles.set(page, new Set([...(titles.get(page) ?? []), ...(title === null ? [] : [title])]));
  return [...titles].map(([page, all]) => ({ page, title: all.size > 0 ? [...all].join(" · ") : null }));
}

/** The page of the first beat of each chapter that has a title and is told. */
function chapterStarts({ book, script, pages }: Pick<Comic, "book" | "script" | "pages">): EpisodeStart[] {
  // From the last page to the first, so that the first page of a beat stays.
  const pageOf = new Map(pages.toReversed().flatMap(({ number, panels }) => panels.map(({ beat }) => [beat, number])));
  const beats = script.episodes.flatMap((episode) => episode.beats);
  return book.chapters.flatMap(({ title, start, end }) => {
    const first = beats.find((beat) => beat.start >= start && beat.start < end);
    const page = first && pageOf.get(first.id);
    return title === null || page === undefined ? [] : [{ page, title }];
  });
}

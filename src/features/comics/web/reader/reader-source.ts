import { useQueries } from "@tanstack/react-query";
import type { ComicFiles } from "../../../../web/studio/api/comics.ts";
import type { ComicView, PageGeometry } from "../../schema.ts";
import type { PageMemory } from "./page-memory.ts";

/** Where the reader has a comic from: the studio, or a link that somebody shared. */
export interface ReaderSource {
  /** Tells apart what was asked. */
  key: readonly string[];
  comic: ComicView;
  memory: PageMemory;
  /** Address of a page's picture; `width` in pixels, null for as large as it was drawn. */
  picture(number: number, width: number | null): string;
  readPage(number: number): Promise<PageGeometry>;
  /** Address of a portrait; null where there is none to ask for. */
  portrait(person: string): string | null;
  /** Files to take away through a shared link; null for one’s own comics, which have a page for that. */
  files: { list(): Promise<ComicFiles>; address(fileId: string): string } | null;
  /** What only those can ask whose book it is; null on a shared link. */
  own: { bookId: string } | null;
}

/** What stands on the pages, as far as it is known already. */
export function useGeometry(source: ReaderSource, numbers: readonly number[]): ReadonlyMap<number, PageGeometry> {
  return useQueries({
    queries: numbers.map((number) => ({
      queryKey: [...source.key, "page", number],
      queryFn: () => source.memory.through(`page-${number}`, () => source.readPage(number)),
      staleTime: Infinity,
    })),
    combine: geometryByNumber,
  });
}

const geometryByNumber = (answers: readonly { data: PageGeometry | undefined }[]): Map<number, PageGeometry> =>
  new Map(answers.flatMap(({ data }) => (data ? [[data.number, data] as const] : [])));

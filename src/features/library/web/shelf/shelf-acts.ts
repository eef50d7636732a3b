import { useQueryClient } from "@tanstack/react-query";
import { changeBook, restoreBook, trashBook } from "../../../../web/studio/api/books.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { useTellDone, useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import type { BookView } from "../../schema.ts";
import { refreshShelf } from "../import/refresh-shelf.ts";

/** What is done with chosen books. */
export interface ShelfActs {
  trash(books: readonly BookView[]): Promise<void>;
  restore(books: readonly BookView[]): Promise<void>;
  addTag(books: readonly BookView[], tag: string): Promise<void>;
}

/** Acts on books, tells what was done, and offers the way back. */
export function useShelfActs(): ShelfActs {
  const client = useQueryClient();
  const words = useWords();
  const [tellDone, tellProblem] = [useTellDone(), useTellProblem()];

  /** Does it with each book; what was done is told and can be taken back even where a later one failed. */
  const onEach = async (
    books: readonly BookView[],
    act: (book: BookView) => Promise<unknown>,
    told: (count: number) => string,
    undo: (done: readonly BookView[]) => void,
  ): Promise<void> => {
    const done: BookView[] = [];
    try {
      for (const book of books) {
        await act(book);
        done.push(book);
      }
    } catch (error) {
      tellProblem(error);
    }
    await refreshShelf(client);
    if (done.length > 0) tellDone(told(done.length), () => undo(done));
  };

  const acts: ShelfActs = {
    trash: (books) =>
      onEach(
        books,
        ({ id }) => trashBook(id),
        words.trashed,
        (done) => void acts.restore(done),
      ),
    restore: (books) =>
      onEach(
        books,
        ({ id }) => restoreBook(id),
        words.restored,
        (done) => void acts.trash(done),
      ),
    addTag: (books, tag) =>
      onEach(
        books.filter(({ tags }) => !tags.includes(tag)),
        ({ id, tags }) => changeBook(id, { tags: [...tags, tag] }),
        words.tagged,
        (done) =>
          void onEach(
            done,
            ({ id, tags }) => changeBook(id, { tags }),
            () => words.saved,
            () => void acts.addTag(done, tag),
          ),
      ),
  };
  return acts;
}

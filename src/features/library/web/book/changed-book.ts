import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { type BookPatch, changeBook } from "../../../../web/studio/api/books.ts";
import { bookQueryOf, seriesQuery, tagsQuery } from "../../../../web/studio/api/queries.ts";
import { useTellDone, useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import type { BookDetail } from "../../schema.ts";
import { useBookWords } from "./book-words.ts";

/** Corrects a book at once, tells it with a way back, and takes it back where the studio refuses it. */
export function useChangeBook(book: BookDetail): (patch: BookPatch) => void {
  const client = useQueryClient();
  const words = useBookWords();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const { mutate } = useMutation({
    mutationFn: ({ patch }: { patch: BookPatch; isUndo: boolean }) => changeBook(book.id, patch),
    onMutate: async ({ patch }) => {
      await client.cancelQueries(bookQueryOf(book.id));
      const before = client.getQueryData(bookQueryOf(book.id).queryKey);
      if (before) putBook(client, { ...before, ...told(patch) });
      return before;
    },
    onSuccess: (_book, { patch, isUndo }, before) => {
      refreshShelf(client, book.id);
      if (isUndo) return;
      tellDone(words.changed, before && (() => mutate({ patch: formerOf(before, patch), isUndo: true })));
    },
    onError: (error, _sent, before) => {
      if (before) putBook(client, before);
      tellProblem(error);
    },
  });
  return (patch) => mutate({ patch, isUndo: false });
}

/** Has everything asked for again that shows the book. */
export function refreshShelf(client: QueryClient, bookId: string): void {
  void client.invalidateQueries(bookQueryOf(bookId));
  void client.invalidateQueries({ queryKey: ["books"] });
  void client.invalidateQueries(tagsQuery);
  void client.invalidateQueries(seriesQuery);
}

function putBook(client: QueryClient, book: BookDetail): void {
  client.setQueryData(bookQueryOf(book.id).queryKey, book);
}

/** What of a book was in place of what a patch changes. */
function formerOf(book: BookDetail, patch: BookPatch): BookPatch {
  const { title, author, series, seriesNumber, language, direction, tags } = book;
  const all = { title, author, series, seriesNumber, language, direction, tags };
  return Object.fromEntries(Object.entries(all).filter(([name]) => Object.hasOwn(patch, name)));
}

/** A patch without fields that are only named. */
function told(patch: BookPatch): Partial<BookDetail> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

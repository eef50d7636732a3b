import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { restoreBook, trashBook } from "../../../../web/studio/api/books.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { useTellDone, useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import { refreshShelf } from "./changed-book.ts";

/** Puts a book into the trash, or back on the shelf; the message has the way back. */
export function useTrash(bookId: string): { trash(): void; restore(): void } {
  const client = useQueryClient();
  const navigate = useNavigate();
  const words = useWords();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const restoring = useMutation({
    mutationFn: () => restoreBook(bookId),
    onSuccess: () => {
      refreshShelf(client, bookId);
      tellDone(words.restored(1));
    },
    onError: tellProblem,
  });
  const trashing = useMutation({
    mutationFn: () => trashBook(bookId),
    onSuccess: async () => {
      refreshShelf(client, bookId);
      tellDone(words.trashed(1), restoring.mutate);
      await navigate({ to: "/library" });
    },
    onError: tellProblem,
  });
  return { trash: trashing.mutate, restore: restoring.mutate };
}

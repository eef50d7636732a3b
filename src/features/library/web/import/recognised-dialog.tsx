import { Button, Group, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type BookPatch, changeBook, changeCover, dropCover } from "../../../../web/studio/api/books.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { BookCover } from "../../../../web/studio/ui/book-cover.tsx";
import { useTellDone, useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import type { BookView } from "../../schema.ts";
import { BookFields } from "./book-fields.tsx";
import { refreshShelf } from "./refresh-shelf.ts";
import styles from "./recognised-dialog.module.css";

/** What was recognised of a book, to be corrected: its words and its cover. Every correction can be taken back. */
export function RecognisedDialog({
  book,
  onClose,
  onChanged,
}: {
  book: BookView;
  onClose: () => void;
  onChanged: (book: BookView) => void;
}) {
  const words = useWords();
  const client = useQueryClient();
  const [tellDone, tellProblem] = [useTellDone(), useTellProblem()];
  const [shown, setShown] = useState(book);
  const picture = useRef<HTMLInputElement>(null);
  const refresh = async (changed: BookView): Promise<void> => {
    onChanged(changed);
    await Promise.all([refreshShelf(client), client.invalidateQueries({ queryKey: ["book", book.id] })]);
  };
  const { mutate: change, isPending } = useMutation({
    mutationFn: (patch: BookPatch) => changeBook(book.id, patch),
    onSuccess: async (changed) => {
      await refresh(changed);
      tellDone(words.corrected(changed.title), () => void takeBack());
      onClose();
    },
    onError: tellProblem,
  });
  const takeBack = async (): Promise<void> => {
    const { title, author, series, seriesNumber, language, direction } = book;
    try {
      await refresh(await changeBook(book.id, { title, author, series, seriesNumber, language, direction }));
    } catch (error) {
      tellProblem(error);
    }
  };
  const { mutate: putCover } = useMutation({
    mutationFn: (file: Blob | null) => (file ? changeCover(book.id, file) : dropCover(book.id)),
    onSuccess: async () => {
      // The picture has a new address, so that it is not taken from what the browser keeps.
      const changed = { ...shown, updatedAt: new Date().toISOString() };
      setShown(changed);
      await refresh(changed);
      tellDone(words.coverChanged);
    },
    onError: tellProblem,
  });
  return (
    <Modal opened onClose={onClose} title={words.recognised} size="xl" closeButtonProps={{ "aria-label": words.close }}>
      <div className={styles["both"]}>
        <div className={styles["cover"]}>
          <BookCover book={shown} isEager />
          <input
            ref={picture}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            hidden
            aria-hidden
            tabIndex={-1}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) putCover(file);
            }}
          />
          <Button size="xs" variant="default" fullWidth onClick={() => picture.current?.click()}>
            {words.changeCover}
          </Button>
          <Button size="xs" variant="subtle" fullWidth onClick={() => putCover(null)}>
            {words.ownCover}
          </Button>
        </div>
        <BookFields book={book} onChange={change}>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={isPending}>
              {words.save}
            </Button>
          </Group>
        </BookFields>
      </div>
    </Modal>
  );
}

import { ActionIcon, FileButton, Menu } from "@mantine/core";
import { IconArrowsExchange, IconDots, IconPhoto, IconPhotoOff, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { changeCover, dropCover } from "../../../../web/studio/api/books.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { useTellDone, useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import type { BookDetail } from "../../schema.ts";
import { useBookWords } from "./book-words.ts";
import { refreshShelf, useChangeBook } from "./changed-book.ts";
import { useTrash } from "./trashed-book.ts";

const pictures = "image/png,image/jpeg,image/webp,image/avif,image/gif";

/** What is done with a book less often. */
export function BookMenu({ book }: { book: BookDetail }) {
  const words = useBookWords();
  const shell = useWords();
  const change = useChangeBook(book);
  const { trash } = useTrash(book.id);
  const cover = useCover(book.id);
  const choose = useRef<() => void>(null);
  const isLeftToRight = book.direction === "ltr";
  return (
    <>
      <FileButton accept={pictures} onChange={(file) => file !== null && cover.change(file)}>
        {({ onClick }) => {
          choose.current = onClick;
          return null;
        }}
      </FileButton>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={words.more}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPhoto size={18} aria-hidden />} onClick={() => choose.current?.()}>
            {shell.changeCover}
          </Menu.Item>
          <Menu.Item leftSection={<IconPhotoOff size={18} aria-hidden />} onClick={cover.drop}>
            {shell.ownCover}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowsExchange size={18} aria-hidden />}
            onClick={() => change({ direction: isLeftToRight ? "rtl" : "ltr" })}
          >
            {isLeftToRight ? words.rightToLeft : words.leftToRight}
          </Menu.Item>
          {book.trashedAt === null && (
            <Menu.Item leftSection={<IconTrash size={18} aria-hidden />} onClick={trash}>
              {shell.toTrash}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function useCover(bookId: string): { change(file: File): void; drop(): void } {
  const client = useQueryClient();
  const words = useWords();
  const tellDone = useTellDone();
  const onError = useTellProblem();
  const onSuccess = (): void => {
    refreshShelf(client, bookId);
    tellDone(words.coverChanged);
  };
  const changing = useMutation({ mutationFn: (file: File) => changeCover(bookId, file), onSuccess, onError });
  const dropping = useMutation({ mutationFn: () => dropCover(bookId), onSuccess, onError });
  return { change: changing.mutate, drop: dropping.mutate };
}

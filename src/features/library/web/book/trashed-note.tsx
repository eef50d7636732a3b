import { Button } from "@mantine/core";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import type { BookDetail } from "../../schema.ts";
import styles from "./book-head.module.css";
import { useBookWords } from "./book-words.ts";
import { useTrash } from "./trashed-book.ts";

/** Says that the book is in the trash, and takes it out again. */
export function TrashedNote({ book }: { book: BookDetail }) {
  const words = useBookWords();
  const shell = useWords();
  const { restore } = useTrash(book.id);
  return (
    <p className={styles["trashed"]}>
      {words.inTrash}
      <Button size="xs" variant="default" onClick={restore}>
        {shell.restore}
      </Button>
    </p>
  );
}

import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import type { BookView } from "../../schema.ts";
import styles from "./trashed-book.module.css";

/** How long a book can be put back, in milliseconds. */
const kept = 30 * 86_400_000;

/** How long a book of the trash is still there, and the way back to the shelf. */
export function TrashedBook({ book, onRestore }: { book: BookView; onRestore: () => void }) {
  const words = useWords();
  const since = book.trashedAt === null ? Date.now() : Date.parse(book.trashedAt);
  const days = Math.max(0, Math.ceil((since + kept - Date.now()) / 86_400_000));
  return (
    <div className={styles["beside"]}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={onRestore}
        aria-label={`${words.restore}: ${book.title}`}
      >
        {words.restore}
      </Button>
      <span className={styles["days"]}>{words.daysLeft(days)}</span>
    </div>
  );
}

import { Link } from "@tanstack/react-router";
import { percentText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { BookCover } from "../../../../web/studio/ui/book-cover.tsx";
import type { BookView } from "../../schema.ts";
import { BookBadge } from "./book-badge.tsx";
import styles from "./book-tile.module.css";

/** A book on the shelf: its cover, and below it what it is. */
export function BookTile({ book, isEager = false }: { book: BookView; isEager?: boolean }) {
  const words = useWords();
  const language = useLanguage();
  const percent = book.progress?.percent ?? 0;
  return (
    <Link to="/books/$id" params={{ id: book.id }} className={styles["tile"]}>
      <span className={styles["cover"]}>
        <BookCover book={book} isEager={isEager} />
        <span className={styles["badge"]}>
          <BookBadge comic={book.comic} />
        </span>
        {percent > 0 && (
          <span className={styles["progress"]}>
            <span style={{ inlineSize: `${percent}%` }} />
          </span>
        )}
      </span>
      <span className={styles["title"]} lang={book.language ?? undefined}>
        {book.title}
      </span>
      <span className={styles["author"]} lang={book.author === null ? undefined : (book.language ?? undefined)}>
        {book.author ?? words.unknownAuthor}
      </span>
      {percent > 0 && <span className={styles["author"]}>{words.percentRead(percentText(language, percent))}</span>}
    </Link>
  );
}

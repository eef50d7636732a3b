import { Link } from "@tanstack/react-router";
import { dayText, languageName, percentText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { BookCover } from "../../../../web/studio/ui/book-cover.tsx";
import type { BookView } from "../../schema.ts";
import { BookBadge } from "./book-badge.tsx";
import styles from "./book-line.module.css";

/** A book as one line of the list. */
export function BookLine({ book }: { book: BookView }) {
  const words = useWords();
  const language = useLanguage();
  const percent = book.progress?.percent ?? 0;
  return (
    <Link to="/books/$id" params={{ id: book.id }} className={styles["line"]}>
      <span className={styles["cover"]}>
        <BookCover book={book} />
      </span>
      <span className={styles["main"]}>
        <span className={styles["title"]} lang={book.language ?? undefined}>
          {book.title}
        </span>
        <span className={styles["soft"]}>
          {book.author ?? words.unknownAuthor}
          {book.series !== null && ` · ${words.numberOf(book.series, book.seriesNumber)}`}
        </span>
      </span>
      <span className={styles["tags"]}>
        {book.tags.slice(0, 3).map((tag) => (
          <span key={tag} className={styles["tag"]}>
            {tag}
          </span>
        ))}
      </span>
      <span className={styles["state"]}>
        <BookBadge comic={book.comic} />
        {percent > 0 && <span className={styles["soft"]}>{words.percentRead(percentText(language, percent))}</span>}
      </span>
      <span className={styles["wide"]}>{book.language !== null && languageName(language, book.language)}</span>
      <span className={styles["wide"]}>{dayText(language, book.createdAt)}</span>
    </Link>
  );
}

import { IconPlayerPlayFilled } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { pageAddress } from "../../../../web/studio/api/comics.ts";
import { percentText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { BookCover } from "../../../../web/studio/ui/book-cover.tsx";
import type { BookView } from "../../schema.ts";
import styles from "./continue-card.module.css";

/** The book that was read last, at its place: a press goes on reading. */
export function ContinueCard({ book }: { book: BookView }) {
  const words = useWords();
  const language = useLanguage();
  const { comicId = null, page = null, percent = 0 } = book.progress ?? {};
  const content = (
    <>
      <span className={styles["picture"]}>
        {comicId !== null && page !== null ? (
          <img src={pageAddress(comicId, page, 320)} alt="" />
        ) : (
          <BookCover book={book} isEager />
        )}
      </span>
      <span className={styles["words"]}>
        <span className={styles["label"]}>
          <IconPlayerPlayFilled size={16} aria-hidden />
          {words.continueReading}
        </span>
        <strong className={styles["title"]} lang={book.language ?? undefined}>
          {book.title}
        </strong>
        <span className={styles["soft"]}>{book.author ?? words.unknownAuthor}</span>
        <span className={styles["bar"]}>
          <span style={{ inlineSize: `${percent}%` }} />
        </span>
        <span className={styles["soft"]}>{words.percentRead(percentText(language, percent))}</span>
      </span>
    </>
  );
  return comicId === null ? (
    <Link to="/books/$id/read" params={{ id: book.id }} className={styles["card"]}>
      {content}
    </Link>
  ) : (
    <Link to="/comics/$id" params={{ id: comicId }} search={page === null ? {} : { page }} className={styles["card"]}>
      {content}
    </Link>
  );
}

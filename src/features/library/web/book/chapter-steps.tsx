import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { BookDetail } from "../../schema.ts";
import { useBookWords } from "./book-words.ts";
import { chapterName } from "./contents.tsx";
import styles from "./text.module.css";

/** To the chapter before and the one behind; in a book that goes from right to left the next one lies left. */
export function ChapterSteps({
  book,
  index,
  isRightToLeft,
}: {
  book: BookDetail;
  index: number;
  isRightToLeft: boolean;
}) {
  const words = useBookWords();
  const step = (to: number, label: string, isForward: boolean) => {
    const chapter = book.chapters.find((each) => each.index === to);
    if (!chapter) return <span className={styles["end"]}>{isForward ? words.theEnd : ""}</span>;
    const isLeft = isForward === isRightToLeft;
    const Arrow = isLeft ? IconArrowLeft : IconArrowRight;
    return (
      <Link
        to="/books/$id/read"
        params={{ id: book.id }}
        search={{ chapter: to }}
        resetScroll={false}
        className={styles["step"]}
        data-left={isLeft || undefined}
      >
        <Arrow size={22} aria-hidden />
        <span>
          <small>{label}</small>
          {chapterName(chapter, words)}
        </span>
      </Link>
    );
  };
  return (
    <nav
      className={styles["steps"]}
      aria-label={`${words.previous}, ${words.next}`}
      dir={isRightToLeft ? "rtl" : "ltr"}
    >
      {step(index - 1, words.previous, false)}
      {step(index + 1, words.next, true)}
    </nav>
  );
}

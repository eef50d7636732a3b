import { Link } from "@tanstack/react-router";
import type { BookDetail } from "../../schema.ts";
import type { BookWords } from "./en.ts";
import { useBookWords } from "./book-words.ts";
import styles from "./contents.module.css";

/** What a chapter is called: by its title, else by what it is. */
export function chapterName(
  { title, number, matter }: Pick<BookDetail["chapters"][number], "title" | "number" | "matter">,
  words: BookWords,
): string {
  if (title !== null && title !== "") return title;
  if (number !== null) return words.chapter(number);
  return { front: words.front, back: words.back, body: words.part }[matter];
}

/** The table of contents of a book. */
export function Contents({ book, current, onChoose }: { book: BookDetail; current: number; onChoose(): void }) {
  const words = useBookWords();
  return (
    <nav className={styles["contents"]} aria-label={words.contents}>
      <h2 className={styles["title"]}>{words.contents}</h2>
      <ol>
        {book.chapters.map((chapter) => (
          <li key={chapter.index} data-matter={chapter.matter}>
            <Link
              to="/books/$id/read"
              params={{ id: book.id }}
              search={{ chapter: chapter.index }}
              resetScroll={false}
              onClick={onChoose}
              className={styles["chapter"]}
              style={{ paddingInlineStart: `${12 + 16 * Math.max(0, chapter.level - 1)}px` }}
              aria-current={chapter.index === current ? "true" : undefined}
            >
              {chapterName(chapter, words)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

import { percentText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import type { BookView } from "../../schema.ts";
import styles from "./book-badge.module.css";

/** What there is of a comic of the book: growing, finished, stopped. Nothing where there is none. */
export function BookBadge({ comic }: { comic: BookView["comic"] }) {
  const words = useWords();
  const language = useLanguage();
  if (comic === null || comic.status === "cancelled") return null;
  if (comic.status === "completed") return <span className={styles["ready"]}>{words.comicReady}</span>;
  if (comic.status === "failed") return <span className={styles["failed"]}>{words.comicFailed}</span>;
  return (
    <span className={styles["growing"]}>
      {comic.status === "paused" ? words.paused : words.comicGrowing(percentText(language, comic.percent))}
    </span>
  );
}

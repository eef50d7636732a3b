import { useQuery } from "@tanstack/react-query";
import { openJobsQuery } from "../../../../web/studio/api/queries.ts";
import { percentText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import type { BookView } from "../../schema.ts";
import styles from "./book-badge.module.css";

/** What there is of a comic of the book: growing, finished, stopped. Nothing where there is none. */
export function BookBadge({ comic }: { comic: BookView["comic"] }) {
  const words = useWords();
  const language = useLanguage();
  // The head of the page asks for what is being made; here it is only looked at.
  const { data: percent = comic?.percent ?? 0 } = useQuery({
    ...openJobsQuery,
    enabled: false,
    select: ({ items }) => items.find(({ id }) => id === comic?.id)?.percent,
  });
  if (comic === null || comic.status === "cancelled") return null;
  if (comic.status === "completed") return <span className={styles["ready"]}>{words.comicReady}</span>;
  if (comic.status === "failed") return <span className={styles["failed"]}>{words.comicFailed}</span>;
  return (
    <span className={styles["growing"]}>
      {comic.status === "paused" ? words.paused : words.comicGrowing(percentText(language, percent))}
    </span>
  );
}

import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import { sizeText } from "../../../../web/studio/i18n/formats.ts";
import type { JobView } from "../../../jobs/schema.ts";
import type { ReaderSource } from "./reader-source.ts";
import { type ReaderWords, useReaderWords } from "./reader-words.ts";
import styles from "./end-card.module.css";

interface EndCardParts {
  source: ReaderSource;
  /** How the comic is made at the moment; null where nobody tells. */
  job: JobView | null;
  onAgain(): void;
}

/** Behind the last page: the end and what one may do next, or that more pages are coming. */
export function EndCard({ source, job, onAgain }: EndCardParts) {
  const say = useReaderWords();
  const { comic, own } = source;
  if (!comic.isFinished) return <GrowingEnd {...{ source, job }} />;
  return (
    <section className={styles["end"]} onPointerDown={(event) => event.stopPropagation()}>
      {comic.pages[0]?.isDrawn === true && (
        <img
          className={styles["cover"]}
          src={source.picture(comic.pages[0].number, 320)}
          alt=""
          width={150}
          height={212}
        />
      )}
      <p className={styles["word"]}>{say.end}</p>
      <h2>{say.endHint(comic.title)}</h2>
      <div className={styles["steps"]}>
        {own !== null && (
          <Link to="/books/$id/comic" params={{ id: own.bookId }} className={styles["main"]}>
            {say.back}
          </Link>
        )}
        {own !== null && (
          <Link to="/books/$id/files" params={{ id: own.bookId }} className={styles["step"]}>
            {say.files}
          </Link>
        )}
        {source.files !== null && <Downloads {...{ source }} files={source.files} />}
        <button type="button" className={styles["step"]} onClick={onAgain}>
          {say.again}
        </button>
      </div>
    </section>
  );
}

function GrowingEnd({ source: { own, comic }, job }: Pick<EndCardParts, "source" | "job">) {
  const say = useReaderWords();
  const { title, hint, isMoving } = growth(job, comic.pages.length, say);
  return (
    <section className={styles["end"]} onPointerDown={(event) => event.stopPropagation()} role="status">
      <p className={`${styles["sign"]} tone`} data-moving={isMoving}>
        {job === null || job.pagesTotal === 0 ? "…" : `${job.pagesDone} / ${job.pagesTotal}`}
      </p>
      <h2>{title}</h2>
      <p>{hint}</p>
      {own !== null && (
        <div className={styles["steps"]}>
          <Link
            to="/books/$id/comic"
            params={{ id: own.bookId }}
            className={isMoving ? styles["step"] : styles["main"]}
          >
            {say.toComic}
          </Link>
        </div>
      )}
    </section>
  );
}

function growth(
  job: JobView | null,
  pages: number,
  say: ReaderWords,
): { title: string; hint: string; isMoving: boolean } {
  if (job?.status === "failed" || job?.status === "cancelled")
    return { title: say.stopped, hint: say.stoppedHint, isMoving: false };
  if (job?.status === "paused") return { title: say.isPaused, hint: say.stoppedHint, isMoving: false };
  if (pages === 0) return { title: say.empty, hint: say.emptyHint, isMoving: true };
  return { title: say.moreComing, hint: say.moreComingHint(job?.pagesDone ?? 0, job?.pagesTotal ?? 0), isMoving: true };
}

/** The files that a shared link gives away. */
function Downloads({ source, files }: { source: ReaderSource; files: NonNullable<ReaderSource["files"]> }) {
  const say = useReaderWords();
  const language = useLanguage();
  const { data } = useQuery({ queryKey: [...source.key, "files"], queryFn: files.list });
  return data?.items.map(({ id, format, size }) => (
    <a key={id} href={files.address(id)} className={styles["main"]} download>
      {say.download(format.toUpperCase(), sizeText(language, size))}
    </a>
  ));
}

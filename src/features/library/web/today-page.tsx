import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { isReadOut, listBooks } from "../../../web/studio/api/books.ts";
import { openJobsQuery } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { useSettings } from "../../../web/studio/shell/settings.ts";
import { GrowingComic } from "../../../web/studio/ui/growing-comic.tsx";
import { ProblemPlace } from "../../../web/studio/ui/problem-place.tsx";
import { BookTile } from "./shelf/book-tile.tsx";
import { ContinueCard } from "./today/continue-card.tsx";
import { DropZone } from "./today/drop-zone.tsx";
import { FirstRun } from "./today/first-run.tsx";
import styles from "./today-page.module.css";

/** How many of the newest books are shown. */
const newestShown = 8;
/** Among how many of the books that were read last one is looked for that is not read to its end. */
const lastLooked = 8;

/** Where one begins: go on reading, see what grows, drop a book. */
export function Page() {
  const words = useWords();
  const { isWelcomed } = useSettings();
  const newest = useQuery({
    queryKey: ["books", "newest", newestShown],
    queryFn: () => listBooks({ limit: newestShown }),
  });
  const reading = useQuery({
    queryKey: ["books", "continue"],
    queryFn: () => listBooks({ shelf: "reading", sort: "read", limit: lastLooked }),
  });
  const jobs = useQuery(openJobsQuery).data?.items ?? [];
  const last = reading.data?.items.find(({ progress }) => progress === null || !isReadOut(progress));
  const books = newest.data?.items ?? [];
  return (
    <div className={styles["today"]}>
      <title>{`${words.today} · ${words.studio}`}</title>
      {isWelcomed ? <h1 className={styles["title"]}>{words.greeting}</h1> : <FirstRun books={books} />}
      <div className={last || jobs.length > 0 ? styles["two"] : undefined}>
        {(last || jobs.length > 0) && (
          <div className={styles["stack"]}>
            {last && <ContinueCard book={last} />}
            {jobs.length > 0 && (
              <section className={styles["growing"]} aria-label={words.growing}>
                <h2>{words.growing}</h2>
                {jobs.map((job) => (
                  <GrowingComic key={job.id} job={job} />
                ))}
              </section>
            )}
          </div>
        )}
        {isWelcomed && <DropZone />}
      </div>
      {newest.isError && (
        <ProblemPlace title={words.listFailed} error={newest.error} onRetry={() => void newest.refetch()} />
      )}
      {books.length > 0 && isWelcomed && (
        <section>
          <header className={styles["head"]}>
            <h2>{words.newest}</h2>
            <Link to="/library" className={styles["all"]}>
              {words.wholeLibrary}
            </Link>
          </header>
          <ul className={styles["shelf"]}>
            {books.map((book) => (
              <li key={book.id}>
                <BookTile book={book} isEager />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

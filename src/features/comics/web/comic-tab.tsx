import { Button, Skeleton } from "@mantine/core";
import { IconBookOff, IconPencilBolt } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { comicsQueryOf } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { LinkButton } from "../../../web/studio/ui/link-button.tsx";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import { problemText } from "../../../web/studio/ui/tell.tsx";
import { MadeComic } from "./making/made-comic.tsx";
import styles from "./making/made-comic.module.css";
import { useMakingWords } from "./making/making-words.ts";

const route = getRouteApi("/frame/books/$id/comic");

/** The comics of a book: the newest one growing or finished, the earlier ones beneath it. */
export function Page() {
  const { id } = route.useParams();
  const words = useMakingWords();
  const shell = useWords();
  const { data, error, refetch } = useQuery(comicsQueryOf(id));
  if (!data && error !== null) {
    const { title, fix } = problemText(error, shell);
    return (
      <Notice icon={IconBookOff} title={title} text={fix}>
        <Button onClick={() => void refetch()}>{shell.tryAgain}</Button>
      </Notice>
    );
  }
  if (!data) return <Skeleton height={320} radius="sm" role="status" aria-label={shell.loading} />;
  const [newest, ...older] = data.items;
  if (!newest)
    return (
      <Notice icon={IconPencilBolt} title={words.none} text={words.noneFix}>
        <LinkButton to="/books/$id/new" params={{ id }} size="md">
          {words.makeFirst}
        </LinkButton>
      </Notice>
    );
  return (
    <div className={styles["comics"]}>
      <MadeComic key={newest.id} bookId={id} job={newest} isNewest />
      {older.length > 0 && (
        <section className={styles["older"]} aria-labelledby="older-comics">
          <h2 id="older-comics">{words.older}</h2>
          {older.map((job) => (
            <MadeComic key={job.id} bookId={id} job={job} isNewest={false} />
          ))}
        </section>
      )}
    </div>
  );
}

import { Button, Skeleton } from "@mantine/core";
import { IconBookOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, Navigate, Outlet, useChildMatches } from "@tanstack/react-router";
import { bookQueryOf } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { LinkButton } from "../../../web/studio/ui/link-button.tsx";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import tabStyles from "../../../web/studio/ui/tabs.module.css";
import { problemText } from "../../../web/studio/ui/tell.tsx";
import { BookHead } from "./book/book-head.tsx";
import styles from "./book/book-page.module.css";
import { useBookWords } from "./book/book-words.ts";

const route = getRouteApi("/frame/books/$id");

/** A book: what it is, and its parts as tabs with addresses of their own. */
export function Page() {
  const { id } = route.useParams();
  const words = useWords();
  const { data: book, error, refetch } = useQuery(bookQueryOf(id));
  const isBare = useChildMatches().length === 0;
  if (!book && error !== null) {
    const { title, fix } = problemText(error, words);
    return (
      <Notice icon={IconBookOff} title={title} text={fix} level={1}>
        <Button onClick={() => void refetch()}>{words.tryAgain}</Button>
        <LinkButton to="/library" variant="default">
          {words.toLibrary}
        </LinkButton>
      </Notice>
    );
  }
  if (!book) return <Waiting label={words.loading} />;
  if (isBare)
    return <Navigate to={book.comic === null ? "/books/$id/read" : "/books/$id/comic"} params={{ id }} replace />;
  return (
    <div className={styles["book"]}>
      <BookHead key={id} book={book} />
      <Tabs id={id} />
      <div className={styles["tab"]}>
        <Outlet />
      </div>
    </div>
  );
}

function Tabs({ id }: { id: string }) {
  const words = useBookWords();
  return (
    <nav className={`${tabStyles["tabs"]} ${styles["tabs"]}`} aria-label={words.parts}>
      {(["read", "comic", "cast", "files"] as const).map((name) => (
        <Link
          key={name}
          to={`/books/$id/${name}`}
          params={{ id }}
          className={tabStyles["tab"]}
          activeOptions={{ includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
          resetScroll={false}
        >
          {words.tabs[name]}
        </Link>
      ))}
    </nav>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <div className={styles["waiting"]} role="status" aria-label={label}>
      <Skeleton className={styles["waitingCover"] ?? ""} radius="sm" />
      <div>
        <Skeleton width="60%" height={40} radius="sm" />
        <Skeleton width="30%" height={24} radius="sm" mt={16} />
        <Skeleton width="45%" height={40} radius="sm" mt={32} />
      </div>
    </div>
  );
}

import { Button, Skeleton } from "@mantine/core";
import { IconBookOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { bookQueryOf } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { LinkButton } from "../../../web/studio/ui/link-button.tsx";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import { problemText } from "../../../web/studio/ui/tell.tsx";
import { NewComic } from "./making/new-comic.tsx";

const route = getRouteApi("/frame/books/$id/new");

/** Where a comic is begun: the choices, and beside them the first page as it will be. */
export function Page() {
  const { id } = route.useParams();
  const words = useWords();
  const { data: book, error, refetch } = useQuery(bookQueryOf(id));
  if (book) return <NewComic key={id} book={book} />;
  if (error === null) return <Skeleton height={560} radius="sm" role="status" aria-label={words.loading} />;
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

import { Button, Skeleton } from "@mantine/core";
import { IconBookOff, IconMasksTheater, IconPencilBolt } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { readCast } from "../../../web/studio/api/books.ts";
import { bookQueryOf } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { LinkButton } from "../../../web/studio/ui/link-button.tsx";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import { problemText } from "../../../web/studio/ui/tell.tsx";
import { useBookWords } from "./book/book-words.ts";
import { Cast } from "./book/cast.tsx";

const route = getRouteApi("/frame/books/$id/cast");

/** Who is in a book and where it plays, with the words that say so. */
export function Page() {
  const { id } = route.useParams();
  const words = useBookWords();
  const shell = useWords();
  const { data: book } = useQuery(bookQueryOf(id));
  const isGrowing = book?.comic?.status === "processing" || book?.comic?.status === "pending";
  const { data, error, refetch } = useQuery({
    queryKey: ["cast", id],
    queryFn: () => readCast(id),
    refetchInterval: ({ state }) => (isGrowing && state.data?.known === false ? 2_000 : false),
  });
  if (!data && error !== null)
    return (
      <Notice icon={IconBookOff} title={words.castFailed} text={problemText(error, shell).fix}>
        <Button onClick={() => void refetch()}>{shell.tryAgain}</Button>
      </Notice>
    );
  if (!data || !book) return <Skeleton height={360} radius="sm" role="status" aria-label={shell.loading} />;
  if (data.known) return <Cast key={id} book={book} cast={data} />;
  if (isGrowing)
    return (
      <Notice icon={IconPencilBolt} title={words.castGrowing} text={words.castGrowingFix}>
        <LinkButton to="/books/$id/comic" params={{ id }}>
          {words.watch}
        </LinkButton>
      </Notice>
    );
  return (
    <Notice icon={IconMasksTheater} title={words.castUnknown} text={words.castUnknownFix}>
      <LinkButton to="/books/$id/new" params={{ id }}>
        {words.makeComic}
      </LinkButton>
    </Notice>
  );
}

import { Button, Skeleton } from "@mantine/core";
import { IconBookOff } from "@tabler/icons-react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { readChapter } from "../../../web/studio/api/books.ts";
import { bookQueryOf } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import { problemText } from "../../../web/studio/ui/tell.tsx";
import type { BookDetail } from "../schema.ts";
import { useBookWords } from "./book/book-words.ts";
import { ReadingDesk } from "./book/reading-desk.tsx";
import { chapterAt, stretchOf } from "./book/text-pieces.ts";

const route = getRouteApi("/frame/books/$id/read");

const chapterQueryOf = (id: string, index: number) =>
  queryOptions({ queryKey: ["chapter", id, index], queryFn: () => readChapter(id, index), staleTime: Infinity });

/** The faithful text of a book, chapter by chapter. */
export function Page() {
  const { id } = route.useParams();
  const { data: book } = useQuery(bookQueryOf(id));
  // The page around this one shows what is wrong with a book that does not come.
  return book ? <Reading key={id} book={book} /> : null;
}

function Reading({ book }: { book: BookDetail }) {
  const { at, chapter } = route.useSearch();
  const words = useBookWords();
  const shell = useWords();
  // Where the reading was when the page opened: what is kept meanwhile must not move it.
  const [offset] = useState(book.places.text?.offset ?? book.progress?.offset ?? null);
  const passage = stretchOf(at);
  const index = chapterAt(book.chapters, { passage, chapter: chapter ?? null, offset });
  const { data: text, error, refetch } = useQuery(chapterQueryOf(book.id, index));
  if (text)
    return (
      <ReadingDesk
        book={book}
        text={text}
        passage={passage}
        offset={passage === null && chapter === undefined ? offset : null}
      />
    );
  if (error === null) return <Skeleton height={480} radius="sm" role="status" aria-label={shell.loading} />;
  return (
    <Notice icon={IconBookOff} title={words.textFailed} text={problemText(error, shell).fix}>
      <Button onClick={() => void refetch()}>{shell.tryAgain}</Button>
    </Notice>
  );
}

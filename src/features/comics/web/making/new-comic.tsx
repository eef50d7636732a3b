import { Button } from "@mantine/core";
import { IconArrowLeft, IconPencilBolt } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { startComic } from "../../../../web/studio/api/comics.ts";
import { bookQueryOf, comicsQueryOf, openJobsQuery } from "../../../../web/studio/api/queries.ts";
import { newRequestKey } from "../../../../web/studio/api/request.ts";
import { useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import type { BookDetail } from "../../../library/schema.ts";
import type { ComicSettings } from "../../schema.ts";
import { ChapterChoice } from "./chapter-choice.tsx";
import { usualChoices } from "./comic-choices.ts";
import { LookChoices } from "./look-choices.tsx";
import { useMakingWords } from "./making-words.ts";
import styles from "./new-comic.module.css";
import { PaceChoice } from "./pace-choice.tsx";
import { TrimChoice } from "./trim-choice.tsx";
import { useFirstPage, usePaceLengths } from "./preview-query.ts";
import { PreviewFacts, PreviewPane } from "./preview-pane.tsx";

/** All choices of a new comic of a book. Nothing has to be chosen: it can be started at once. */
export function NewComic({ book }: { book: BookDetail }) {
  const words = useMakingWords();
  const [choices, setChoices] = useState(usualChoices);
  const firstPage = useFirstPage(book.id, choices);
  const lengths = usePaceLengths(book.id, choices, firstPage.preview !== null && !firstPage.isComing);
  const { start, isStarting } = useStart(book.id);
  const told = book.chapters.filter(({ number }) => number !== null);
  const startButton = (
    <Button
      size="lg"
      fullWidth
      leftSection={<IconPencilBolt size={22} aria-hidden />}
      loading={isStarting}
      onClick={() => start(choices)}
    >
      {words.start}
    </Button>
  );
  return (
    <div className={styles["desk"]}>
      <header className={styles["head"]}>
        <Link to="/books/$id/comic" params={{ id: book.id }} className={styles["back"]}>
          <IconArrowLeft size={18} aria-hidden />
          {words.toBook}
        </Link>
        <h1>{words.newComicOf(book.title)}</h1>
        <p className={styles["hint"]}>{words.newComicHint}</p>
      </header>
      <div className={styles["choices"]}>
        <PaceChoice choices={choices} onChange={setChoices} lengths={lengths} />
        <ChapterChoice choices={choices} onChange={setChoices} chapters={told} />
        <TrimChoice choices={choices} onChange={setChoices} />
        <LookChoices choices={choices} onChange={setChoices} direction={book.direction} />
      </div>
      <aside className={styles["aside"]} aria-label={words.preview}>
        <PreviewPane firstPage={firstPage} />
        <div className={styles["bar"]}>
          <PreviewFacts preview={firstPage.preview} isComing={firstPage.isComing} />
          {startButton}
        </div>
      </aside>
    </div>
  );
}

/** Begins the comic once, however often the button is pressed, and goes to where it grows. */
function useStart(bookId: string): { start(choices: ComicSettings): void; isStarting: boolean } {
  const client = useQueryClient();
  const navigate = useNavigate();
  const tellProblem = useTellProblem();
  const key = useRef(newRequestKey());
  const { mutate, isPending, isSuccess } = useMutation({
    mutationFn: (choices: ComicSettings) => startComic(bookId, choices, key.current),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries(comicsQueryOf(bookId)),
        client.invalidateQueries(bookQueryOf(bookId)),
        client.invalidateQueries(openJobsQuery),
      ]);
      await navigate({ to: "/books/$id/comic", params: { id: bookId } });
    },
    onError: (error) => {
      // Nothing was begun, or other choices may follow: the next press is another request.
      key.current = newRequestKey();
      tellProblem(error);
    },
  });
  return { start: mutate, isStarting: isPending || isSuccess };
}

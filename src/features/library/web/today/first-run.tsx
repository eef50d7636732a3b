import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { IconPencilBolt } from "@tabler/icons-react";
import { importSample } from "../../../../web/studio/api/books.ts";
import { meQuery } from "../../../../web/studio/api/queries.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { useChangeSettings } from "../../../../web/studio/shell/settings.ts";
import { useTellDone, useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import type { BookView } from "../../schema.ts";
import { refreshShelf } from "../import/refresh-shelf.ts";
import { BookTile } from "../shelf/book-tile.tsx";
import styles from "./first-run.module.css";

/** The one question of the first visit. Whoever wants to make a comic finds both stories on the shelf, where the studio gives them. */
export function FirstRun({ books }: { books: readonly BookView[] }) {
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const changeSettings = useChangeSettings();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const { data: me } = useQuery(meQuery);
  const givesSamples = me?.givesSamples ?? false;
  const { mutate: begin, isPending } = useMutation({
    mutationFn: async () => {
      // They may still be on their way from the studio, which gives nobody the same twice.
      if (books.length > 0 || !givesSamples) return;
      await importSample("english");
      await importSample("japanese");
    },
    onSuccess: async () => {
      changeSettings({ isWelcomed: true });
      await Promise.all([refreshShelf(client), navigate({ to: "/library" })]);
      // An empty shelf says itself what comes next.
      if (books.length > 0 || givesSamples) tellDone(words.firstNext);
    },
    onError: tellProblem,
  });
  return (
    <section className={styles["first"]} aria-labelledby="first-question">
      <div className={styles["words"]}>
        <p className={styles["welcome"]}>{words.firstWelcome}</p>
        <h1 id="first-question" className={styles["question"]}>
          {words.firstQuestion}
        </h1>
        <button type="button" className={styles["answer"]} onClick={() => begin()} disabled={isPending}>
          <IconPencilBolt size={40} stroke={1.4} aria-hidden />
          <span>
            <strong>{words.firstAnswer}</strong>
            <span className={styles["hint"]}>
              {givesSamples || books.length > 0 ? words.firstAnswerHint : words.firstAnswerOwn}
            </span>
          </span>
        </button>
        <Button variant="subtle" onClick={() => changeSettings({ isWelcomed: true })}>
          {words.firstSkip}
        </Button>
      </div>
      {books.length > 0 ? (
        <div className={styles["stories"]}>
          <h2 className={styles["storiesTitle"]}>{words.tryThese}</h2>
          <ul className={styles["shelf"]}>
            {books.slice(0, 2).map((book) => (
              <li key={book.id}>
                <BookTile book={book} isEager />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div className={`${styles["blank"]} tone`} aria-hidden>
          <span />
          <span />
          <span />
          <span />
        </div>
      )}
    </section>
  );
}

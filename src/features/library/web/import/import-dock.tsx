import { Button } from "@mantine/core";
import { IconAlertTriangle, IconBook2, IconCheck, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { ProblemError } from "../../../../web/studio/api/problem-error.ts";
import { languageName, percentText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { BookCover } from "../../../../web/studio/ui/book-cover.tsx";
import { LinkButton } from "../../../../web/studio/ui/link-button.tsx";
import { problemText } from "../../../../web/studio/ui/tell.tsx";
import type { BookView } from "../../schema.ts";
import type { BookImport, ImportQueue } from "./import-queue.ts";
import styles from "./import-dock.module.css";

/** The files on their way onto the shelf, in the corner of the page: how far each is, what went wrong, what was recognised. */
export function ImportDock({
  imports,
  queue,
  onCorrect,
}: {
  imports: readonly BookImport[];
  queue: ImportQueue;
  onCorrect: (book: BookView) => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const done = imports.filter(({ state }) => state === "done").length;
  // A file that was there already is no further book.
  const books = new Set(imports.flatMap(({ book }) => (book ? [book.id] : []))).size;
  const failed = imports.filter(({ state }) => state === "failed").length;
  const outcome = [
    ...(books > 0 ? [words.importsDone(books)] : []),
    ...(failed > 0 ? [words.importsFailed(failed)] : []),
  ];
  const isOver = imports.every(({ state }) => state === "done" || state === "failed");
  // One alone is shown large at once; of many, only what they are.
  const isAlone = imports.length === 1;
  return (
    <aside className={styles["dock"]} aria-label={words.imports}>
      <header className={styles["head"]}>
        <h2 className={styles["title"]} role="status">
          {isOver
            ? isAlone && done === 1
              ? words.recognised
              : new Intl.ListFormat(language, { type: "unit" }).format(outcome)
            : `${words.imports} (${done}/${imports.length})`}
        </h2>
        <button
          type="button"
          className={styles["icon"]}
          onClick={queue.clear}
          disabled={!isOver}
          aria-label={words.importHide}
        >
          <IconX size={20} aria-hidden />
        </button>
      </header>
      <ul className={styles["list"]}>
        {imports.toReversed().map((one) => (
          <li key={one.id} className={styles["line"]}>
            {one.book ? (
              <Recognised
                book={one.book}
                isNew={one.isNew}
                isLarge={isAlone}
                onCorrect={onCorrect}
                onOpen={() => queue.drop(one.id)}
              />
            ) : (
              <OnTheWay one={one} queue={queue} />
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}

function OnTheWay({ one: { id, name, state, share, problem }, queue }: { one: BookImport; queue: ImportQueue }) {
  const words = useWords();
  const language = useLanguage();
  const failure = state === "failed" ? problemText(problem, words) : null;
  const told = {
    waiting: words.importWaiting,
    sending: words.importSending(percentText(language, share * 100)),
    reading: words.importReading,
    done: words.importNew,
    failed: failure?.title ?? "",
  }[state];
  const Icon = failure ? IconAlertTriangle : IconBook2;
  return (
    <div className={styles["way"]}>
      <Icon size={22} stroke={1.7} aria-hidden className={failure ? styles["bad"] : styles["calm"]} />
      <div className={styles["words"]}>
        <strong className={styles["name"]}>{name}</strong>
        <span className={failure ? styles["bad"] : styles["soft"]}>{told}</span>
        {failure && <span className={styles["soft"]}>{failure.fix}</span>}
        {!failure && (
          <progress
            className={styles["progress"]}
            aria-label={name}
            max={1}
            {...(state !== "reading" && { value: share })}
          />
        )}
        {failure && mayHelpAgain(problem) && (
          <Button size="sm" variant="default" onClick={() => queue.retry(id)}>
            {words.tryAgain}
          </Button>
        )}
      </div>
      <button
        type="button"
        className={styles["icon"]}
        onClick={() => queue.drop(id)}
        aria-label={`${failure ? words.close : words.importStop}: ${name}`}
      >
        <IconX size={18} aria-hidden />
      </button>
    </div>
  );
}

/** Whether the same file may be taken another time: not where the studio has read it and found no book in it. */
const mayHelpAgain = (problem: unknown): boolean => !(problem instanceof ProblemError && problem.status === 422);

/** What was recognised of a book that has come. */
function Recognised({
  book,
  isNew,
  isLarge,
  onCorrect,
  onOpen,
}: {
  book: BookView;
  isNew: boolean;
  isLarge: boolean;
  onCorrect: (book: BookView) => void;
  /** The book’s own page is opened, which tells the same and must not be covered. */
  onOpen: () => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const facts = [
    book.author ?? words.unknownAuthor,
    book.series === null ? null : words.numberOf(book.series, book.seriesNumber),
    book.language === null ? null : languageName(language, book.language),
    isLarge ? words.directions[book.direction] : null,
    isLarge ? words.signs(new Intl.NumberFormat(language).format(book.length)) : null,
  ].filter((fact) => fact !== null);
  return (
    <div className={styles["recognised"]}>
      <Link
        to="/books/$id"
        params={{ id: book.id }}
        className={isLarge ? styles["large"] : styles["small"]}
        onClick={onOpen}
        tabIndex={-1}
        aria-hidden
      >
        <BookCover book={book} isEager />
      </Link>
      <div className={styles["words"]}>
        <span className={styles["state"]}>
          <IconCheck size={16} aria-hidden />
          {isNew ? words.importNew : words.importKnown}
        </span>
        <Link to="/books/$id" params={{ id: book.id }} className={styles["bookTitle"]} onClick={onOpen}>
          {book.title}
        </Link>
        {facts.map((fact) => (
          <span key={fact} className={styles["soft"]}>
            {fact}
          </span>
        ))}
        <div className={styles["steps"]}>
          <LinkButton size="sm" to="/books/$id/new" params={{ id: book.id }} onClick={onOpen}>
            {words.makeComic}
          </LinkButton>
          <Button
            size="sm"
            variant="default"
            onClick={() => onCorrect(book)}
            aria-label={`${words.correct}: ${book.title}`}
          >
            {words.correct}
          </Button>
        </div>
      </div>
    </div>
  );
}

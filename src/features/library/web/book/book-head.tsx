import { Link } from "@tanstack/react-router";
import { coverAddress, isReadOut } from "../../../../web/studio/api/books.ts";
import { languageName, numberText, percentText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { LinkButton } from "../../../../web/studio/ui/link-button.tsx";
import { IconBook2, IconPencilBolt } from "@tabler/icons-react";
import type { BookDetail } from "../../schema.ts";
import styles from "./book-head.module.css";
import { BookMenu } from "./book-menu.tsx";
import { BookTags } from "./book-tags.tsx";
import { useBookWords } from "./book-words.ts";
import { useChangeBook } from "./changed-book.ts";
import { Editable } from "./editable.tsx";
import { useReadyComic } from "./ready-comic.ts";
import { TrashedNote } from "./trashed-note.tsx";

/** What a book is, corrected where it stands, and what to do with it next. */
export function BookHead({ book }: { book: BookDetail }) {
  const words = useBookWords();
  const shell = useWords();
  const change = useChangeBook(book);
  return (
    <header className={styles["head"]}>
      <img
        className={styles["cover"]}
        src={coverAddress(book.id, coverVersion(book))}
        alt={words.coverOf(book.title)}
        width={168}
        height={238}
      />
      <div className={styles["what"]}>
        {book.trashedAt !== null && <TrashedNote book={book} />}
        <h1 className={styles["title"]}>
          <Editable value={book.title} label={words.edit(shell.title)} isNeeded onKeep={(title) => change({ title })}>
            {book.title}
          </Editable>
        </h1>
        <p className={styles["author"]}>
          <Editable
            value={book.author ?? ""}
            label={words.edit(shell.author)}
            onKeep={(author) => change({ author: author === "" ? null : author })}
          >
            {book.author ?? <span className={styles["add"]}>{words.addAuthor}</span>}
          </Editable>
        </p>
        <SeriesLine book={book} />
        <BookTags book={book} />
        <Facts book={book} />
      </div>
      <Actions book={book} />
    </header>
  );
}

/** Pages that may be drawn before the cover, which is begun first. */
const aheadOfCover = 8;

/** Changes whenever another cover may be there: the book was corrected, the cover of its newest comic may have been drawn, or all of it was. */
function coverVersion({ updatedAt, comic }: BookDetail): string {
  return [updatedAt, comic?.id, comic?.status, Math.min(comic?.pagesDone ?? 0, aheadOfCover)].join(" ");
}

function SeriesLine({ book }: { book: BookDetail }) {
  const words = useBookWords();
  const shell = useWords();
  const change = useChangeBook(book);
  const { series, seriesNumber } = book;
  return (
    <p className={styles["series"]}>
      <Editable
        value={series ?? ""}
        label={words.edit(shell.series)}
        onKeep={(name) => change(name === "" ? { series: null, seriesNumber: null } : { series: name })}
      >
        {series ?? <span className={styles["add"]}>{words.addSeries}</span>}
      </Editable>
      {series !== null && (
        <Editable
          value={seriesNumber === null ? "" : String(seriesNumber)}
          label={words.edit(words.seriesNumber)}
          isNumber
          onKeep={(text) => change({ seriesNumber: text === "" ? null : Number(text.replace(",", ".")) })}
        >
          {seriesNumber ?? <span className={styles["add"]}>{words.seriesNumber}</span>}
        </Editable>
      )}
    </p>
  );
}

/** What the book says of itself, and what was found in its file. */
function Facts({ book }: { book: BookDetail }) {
  const words = useBookWords();
  const language = useLanguage();
  const told = book.chapters.filter(({ number }) => number !== null).length;
  const facts = [
    book.language === null ? null : languageName(language, book.language),
    words.letters(numberText(language, book.length)),
    told > 1 ? words.chapters(told) : null,
    book.publisher,
    book.date?.slice(0, 10) ?? null,
  ];
  return (
    <div className={styles["facts"]}>
      <p>{facts.filter((fact) => fact !== null && fact !== "").join(" · ")}</p>
      {(book.description !== null || book.subjects.length > 0 || book.warnings.length > 0) && (
        <details>
          <summary>{words.about}</summary>
          {book.description !== null && <p>{book.description}</p>}
          {book.subjects.length > 0 && <p>{book.subjects.join(" · ")}</p>}
          {book.warnings.length > 0 && <p>{words.warnings(book.warnings.length)}</p>}
        </details>
      )}
    </div>
  );
}

/** The next step: read the comic, watch it grow, or begin one. */
function Actions({ book }: { book: BookDetail }) {
  const words = useBookWords();
  const shell = useWords();
  const language = useLanguage();
  const { comic, id } = book;
  const ready = useReadyComic(book);
  const isGrowing = comic !== null && ["pending", "processing", "paused"].includes(comic.status);
  return (
    <div className={styles["actions"]}>
      {ready !== null && (
        <LinkButton
          to="/comics/$id"
          params={{ id: ready }}
          {...(book.places.comic?.comicId === ready &&
            !isReadOut(book.places.comic) &&
            book.places.comic.page !== null && { search: { page: book.places.comic.page } })}
          leftSection={<IconBook2 size={20} aria-hidden />}
        >
          {shell.readComic}
        </LinkButton>
      )}
      {isGrowing ? (
        <Link to="/books/$id/comic" params={{ id }} className={styles["growing"]} resetScroll={false}>
          {(comic.status === "paused" ? words.paused : words.growing)(percentText(language, comic.percent))}
        </Link>
      ) : (
        <LinkButton
          to="/books/$id/new"
          params={{ id }}
          variant={ready === null ? "filled" : "default"}
          leftSection={<IconPencilBolt size={20} aria-hidden />}
        >
          {ready === null ? shell.makeComic : words.anotherComic}
        </LinkButton>
      )}
      <BookMenu book={book} />
    </div>
  );
}

import { useQuery } from "@tanstack/react-query";
import { IconArrowRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CastView } from "../../../library/schema.ts";
import { readCast } from "../../../../web/studio/api/books.ts";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import { wordsFor } from "../../../../web/reader/words.ts";
import { knownBy } from "./known-person.ts";
import type { PageFace } from "./page-things.ts";
import type { ReaderSource } from "./reader-source.ts";
import { useReaderWords } from "./reader-words.ts";
import styles from "./cards.module.css";

interface PersonCardParts {
  source: ReaderSource;
  face: PageFace;
  /** Where the text is up to which the person has read. */
  readUpTo: number;
  portrait: ReactNode;
}

/** Who somebody is, by what the book has said of them so far. */
export function PersonCard({ source, face, readUpTo, portrait }: PersonCardParts) {
  return (
    <>
      {portrait}
      {source.own !== null && <KnownPerson bookId={source.own.bookId} {...{ source, face, readUpTo }} />}
    </>
  );
}

function KnownPerson({ bookId, source, face, readUpTo }: Omit<PersonCardParts, "portrait"> & { bookId: string }) {
  const say = useReaderWords();
  const { data, isError, refetch } = useQuery({
    queryKey: ["cast", bookId],
    queryFn: () => source.memory.through<CastView>("cast", () => readCast(bookId)),
  });
  if (isError)
    return (
      <p role="alert" className={styles["quiet"]}>
        {say.personMissing}.{" "}
        <button type="button" className={styles["link"]} onClick={() => void refetch()}>
          {say.tryAgain}
        </button>
      </p>
    );
  if (data === undefined) return <div className={styles["waiting"]} aria-busy="true" />;
  return (
    <>
      <Known {...knownBy(data, face.person, readUpTo)} bookId={bookId} />
      <Link to="/books/$id/cast" params={{ id: bookId }} className={styles["more"]}>
        {say.allPeople} <IconArrowRight size={18} aria-hidden />
      </Link>
    </>
  );
}

function Known({ looks, line, bookId }: ReturnType<typeof knownBy> & { bookId: string }) {
  const say = useReaderWords();
  const names = wordsFor(useLanguage()).looks;
  const nameOf = (word: string): string => (word === "mark" ? say.mark : (names[word] ?? word.replaceAll("-", " ")));
  // What the book says in those very words needs no second telling.
  const namesOf = (what: string, values: readonly string[], told: string): string =>
    [...new Set([what, ...values.filter((value) => value !== told)].map(nameOf))].join(" · ");
  if (looks.length === 0 && line === null) return <p className={styles["quiet"]}>{say.nothingSaid}</p>;
  return (
    <>
      <p className={styles["quiet"]}>{say.seen}</p>
      {looks.length > 0 && (
        <ul className={styles["looks"]}>
          {looks.map(({ what, values, evidence }) => (
            <li key={`${what} ${evidence.start}`}>
              <Link to="/books/$id/read" params={{ id: bookId }} search={{ at: `${evidence.start}-${evidence.end}` }}>
                {evidence.text.trim()}
              </Link>
              <span>{namesOf(what, values, evidence.text.trim())}</span>
            </li>
          ))}
        </ul>
      )}
      {line !== null && (
        <>
          <p className={styles["quiet"]}>{say.says}</p>
          <blockquote className={styles["line"]}>{line}</blockquote>
        </>
      )}
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { IconArrowRight, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { readPassage } from "../../../../web/studio/api/books.ts";
import { nearPassage } from "./near-passage.ts";
import type { PageFace, PageText, Thing } from "./page-things.ts";
import { PersonCard } from "./person-card.tsx";
import type { ReaderSource } from "./reader-source.ts";
import { useReaderWords, voiceOf } from "./reader-words.ts";
import styles from "./cards.module.css";

interface ThingCardParts {
  source: ReaderSource;
  thing: Thing;
  /** Where the text is up to which the person has read. */
  readUpTo: number;
  onClose(): void;
}

/** What was tapped: a balloon with its sentence in the book, or a face with who that is. */
export function ThingCard({ source, thing, readUpTo, onClose }: ThingCardParts) {
  const say = useReaderWords();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    card.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [thing]);
  const name = thing.kind === "face" ? thing.face.name : voiceOf(thing.text, say);
  return (
    <section ref={card} className={styles["card"]} role="dialog" aria-label={name} tabIndex={-1}>
      <button type="button" className={styles["close"]} aria-label={say.close} onClick={onClose}>
        <IconX size={20} aria-hidden />
      </button>
      {thing.kind === "text" ? (
        <BalloonCard source={source} text={thing.text} voice={<Voice {...{ source, name }} face={null} />} />
      ) : (
        <PersonCard
          source={source}
          face={thing.face}
          readUpTo={readUpTo}
          portrait={<Voice {...{ source, name }} face={thing.face} />}
        />
      )}
    </section>
  );
}

function BalloonCard({ source, text, voice }: { source: ReaderSource; text: PageText; voice: ReactNode }) {
  return (
    <>
      {voice}
      {source.own === null ? (
        <blockquote className={styles["passage"]}>
          <mark>{text.words}</mark>
        </blockquote>
      ) : (
        <BookPassage bookId={source.own.bookId} source={source} text={text} />
      )}
    </>
  );
}

function BookPassage({
  bookId,
  source,
  text: { start, end },
}: {
  bookId: string;
  source: ReaderSource;
  text: PageText;
}) {
  const say = useReaderWords();
  const { data, isError, refetch } = useQuery({
    queryKey: ["passage", bookId, start, end],
    queryFn: () => source.memory.through(`passage-${start}-${end}`, () => readPassage(bookId, start, end)),
    staleTime: Infinity,
  });
  if (isError)
    return (
      <p role="alert" className={styles["quiet"]}>
        {say.passageMissing}.{" "}
        <button type="button" className={styles["link"]} onClick={() => void refetch()}>
          {say.tryAgain}
        </button>
      </p>
    );
  if (data === undefined) return <div className={styles["waiting"]} aria-busy="true" />;
  const near = nearPassage(data);
  return (
    <>
      <p className={styles["quiet"]}>{data.chapter === null ? say.inBook : `${say.inBook} · ${data.chapter}`}</p>
      <blockquote className={styles["passage"]} data-testid="passage">
        {near.before}
        <mark>{near.words}</mark>
        {near.after}
      </blockquote>
      <Link to="/books/$id/read" params={{ id: bookId }} search={{ at: `${start}-${end}` }} className={styles["more"]}>
        {say.readOn} <IconArrowRight size={18} aria-hidden />
      </Link>
    </>
  );
}

/** The name over a card, with the face where there is one. */
function Voice({ source, name, face }: { source: ReaderSource; name: string; face: PageFace | null }) {
  const [isMissing, setIsMissing] = useState(false);
  const address = face === null || isMissing ? null : source.portrait(face.person);
  return (
    <header className={styles["who"]}>
      {face !== null && (
        <span className={styles["portrait"]} aria-hidden>
          {address === null ? name.slice(0, 1) : <img src={address} alt="" onError={() => setIsMissing(true)} />}
        </span>
      )}
      <h2>{name}</h2>
    </header>
  );
}

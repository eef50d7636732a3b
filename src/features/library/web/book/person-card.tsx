import { useState } from "react";
import { portraitAddress } from "../../../../web/studio/api/comics.ts";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import type { CastView } from "../../schema.ts";
import { useBookWords } from "./book-words.ts";
import styles from "./cast.module.css";
import { EvidenceLink } from "./evidence-link.tsx";
import { lookText } from "./look-words.ts";

type Person = CastView["people"][number];

/** How many first lines stand on a card. */
const shownLines = 2;

/** Somebody of the book: face, names, what the text says of the looks, and the first words. */
export function PersonCard({
  bookId,
  comicId,
  person,
  met,
  onShow,
}: {
  bookId: string;
  /** The comic that has portraits; null where none is finished. */
  comicId: string | null;
  person: Person;
  /** The same as far as one has read. */
  met: Person;
  onShow(): void;
}) {
  const words = useBookWords();
  const language = useLanguage();
  const facts = [
    person.role === null ? null : (words.roles[person.role] ?? person.role),
    person.gender === null ? null : (words.genders[person.gender] ?? person.gender),
    words.mentions(person.mentions),
  ];
  return (
    <article className={styles["person"]}>
      <Portrait comicId={comicId} person={person} />
      <div className={styles["about"]}>
        <h3>{person.name}</h3>
        <p className={styles["facts"]}>{facts.filter((fact) => fact !== null).join(" · ")}</p>
        <Aliases bookId={bookId} person={met} />
      </div>
      <div className={styles["details"]}>
        {met.looks.length > 0 && (
          <dl className={styles["looks"]} aria-label={words.looks}>
            {met.looks.map(({ what, value, evidence }, i) => (
              <div key={`${what} ${i}`}>
                <dt>{words.whats[what] ?? what}</dt>
                <dd>
                  {evidence === null ? (
                    lookText(value, language, what)
                  ) : (
                    <EvidenceLink bookId={bookId} evidence={evidence}>
                      {lookText(value, language, what)}
                    </EvidenceLink>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {met.lines.length > 0 && (
          <ul className={styles["lines"]} aria-label={words.lines}>
            {met.lines.slice(0, shownLines).map((line) => (
              <li key={line.start}>
                <EvidenceLink bookId={bookId} evidence={line}>
                  {line.text.trim()}
                </EvidenceLink>
              </li>
            ))}
          </ul>
        )}
        {met.looks.length < person.looks.length && (
          <p className={styles["later"]}>
            {words.veiledLook}
            <button type="button" className={styles["show"]} onClick={onShow}>
              {words.unveil}
            </button>
          </p>
        )}
      </div>
    </article>
  );
}

/** What else somebody is called up to where one has read, each with its first place in the book. */
function Aliases({ bookId, person: { aliases, calls } }: { bookId: string; person: Person }) {
  const words = useBookWords();
  if (aliases.length === 0) return null;
  return (
    <ul className={styles["aliases"]} aria-label={words.aliases}>
      {aliases.map((alias, i) => {
        const evidence = calls[i] ?? null;
        return (
          <li key={alias}>
            {evidence === null ? (
              alias
            ) : (
              <EvidenceLink bookId={bookId} evidence={evidence}>
                {alias}
              </EvidenceLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Portrait({ comicId, person }: { comicId: string | null; person: Person }) {
  const words = useBookWords();
  const [isMissing, setMissing] = useState(false);
  if (comicId === null || isMissing)
    return (
      <span className={`${styles["portrait"]} tone`} aria-hidden>
        <span className={styles["initial"]}>{String.fromCodePoint(person.name.codePointAt(0) ?? 63)}</span>
      </span>
    );
  return (
    <img
      className={styles["portrait"]}
      src={portraitAddress(comicId, person.id)}
      alt={words.portraitOf(person.name)}
      width={112}
      height={112}
      loading="lazy"
      onError={() => setMissing(true)}
    />
  );
}

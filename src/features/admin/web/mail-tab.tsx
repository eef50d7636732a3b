import { IconMail } from "@tabler/icons-react";
import { agoText } from "../../../web/studio/i18n/formats.ts";
import { useLanguage } from "../../../web/studio/i18n/language.ts";
import { type Letter, listMail } from "./admin-api.ts";
import { AdminList } from "./admin-list.tsx";
import styles from "./admin.module.css";
import { useAdminWords } from "./admin-words.ts";

/** Letters that the studio has written: to be read here until they are sent. */
export function Page() {
  const words = useAdminWords();
  return (
    <div className={styles["place"]}>
      <AdminList
        label={words.tabs.mail}
        queryKey={["admin", "mail"]}
        read={(cursor) => listMail({ cursor })}
        empty={{ icon: IconMail, title: words.noMail, text: words.noMailFix }}
      >
        {(letter) => <LetterItem key={letter.id} letter={letter} />}
      </AdminList>
    </div>
  );
}

function LetterItem({ letter: { to, subject, text, createdAt, sentAt, error, attempts } }: { letter: Letter }) {
  const words = useAdminWords();
  const language = useLanguage();
  const [state, tone] =
    sentAt !== null ? [words.sent, "good"] : error === null ? [words.waits, "accent"] : [words.mailFailed, "bad"];
  const facts = [
    to,
    agoText(language, createdAt, Date.now()),
    ...(attempts > 1 ? [words.tries(attempts)] : []),
    ...(error === null ? [] : [error]),
  ];
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>
          {subject}
          <span className={styles["badge"]} data-tone={tone}>
            {state}
          </span>
        </span>
        <span className={styles["facts"]}>{facts.join(" · ")}</span>
        {text !== null && (
          <details>
            <summary className={styles["summary"]}>{words.read}</summary>
            <div className={styles["letter"]}>
              {piecesOf(text).map(({ start, piece, isAddress }) =>
                isAddress ? (
                  <a key={start} href={piece}>
                    {piece}
                  </a>
                ) : (
                  piece
                ),
              )}
            </div>
          </details>
        )}
      </div>
    </li>
  );
}

/** A text cut at its addresses, which can then be opened. */
function piecesOf(text: string): { start: number; piece: string; isAddress: boolean }[] {
  let start = 0;
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, index) => {
    const at = start;
    start += piece.length;
    return { start: at, piece, isAddress: index % 2 === 1 };
  });
}

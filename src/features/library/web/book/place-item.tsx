import type { CastView } from "../../schema.ts";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import { useBookWords } from "./book-words.ts";
import styles from "./cast.module.css";
import { EvidenceLink } from "./evidence-link.tsx";
import { lookText } from "./look-words.ts";

/** A place of the book: its name, what it is, and how often the story is there. */
export function PlaceItem({ bookId, place }: { bookId: string; place: CastView["places"][number] }) {
  const words = useBookWords();
  const language = useLanguage();
  const often = place.scenes === 0 ? "" : words.scenes(place.scenes);
  const facts = [lookText(place.description, language), often].filter((fact) => fact !== "");
  return (
    <>
      <h3>
        {place.evidence === null ? (
          place.name
        ) : (
          <EvidenceLink bookId={bookId} evidence={place.evidence}>
            {place.name}
          </EvidenceLink>
        )}
      </h3>
      <span className={styles["facts"]}>{facts.join(" · ")}</span>
    </>
  );
}

import { useWords } from "../../../../web/studio/i18n/language.ts";
import styles from "./shelf-skeleton.module.css";

/** The shelf before its books have come. */
export function ShelfSkeleton() {
  const words = useWords();
  return (
    <div className={styles["shelf"]} role="status" aria-label={words.loading}>
      {Array.from({ length: 14 }, (_, i) => (
        <span key={i} className={`${styles["book"]} tone`} />
      ))}
    </div>
  );
}

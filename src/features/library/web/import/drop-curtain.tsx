import { IconBookDownload } from "@tabler/icons-react";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import styles from "./drop-curtain.module.css";

/** Hangs over the page while files are held above it. */
export function DropCurtain() {
  const words = useWords();
  return (
    <div className={styles["curtain"]} role="status">
      <div className={`${styles["frame"]} tone`}>
        <div className={styles["words"]}>
          <IconBookDownload size={56} stroke={1.4} aria-hidden />
          <strong>{words.dropHere}</strong>
          <span>{words.dropHereHint}</span>
        </div>
      </div>
    </div>
  );
}

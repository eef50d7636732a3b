import { Button } from "@mantine/core";
import { IconBookUpload, IconClipboardText } from "@tabler/icons-react";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { useDesk } from "../import/desk-context.ts";
import styles from "./drop-zone.module.css";

/** The one large place for a new book. Dropping works anywhere in the window; this says so, and takes files and texts otherwise. */
export function DropZone() {
  const words = useWords();
  const desk = useDesk();
  return (
    <section className={`${styles["zone"]} tone`} aria-label={words.addBooks}>
      <div className={styles["words"]}>
        <IconBookUpload size={44} stroke={1.4} aria-hidden />
        <h2 className={styles["title"]}>
          <span className={styles["withMouse"]}>{words.dropZone}</span>
          <span className={styles["withFingers"]}>{words.addBooks}</span>
        </h2>
        <p className={styles["hint"]}>
          <span className={styles["withMouse"]}>{words.dropZoneOr} </span>
          {words.dropZoneHint}
        </p>
        <div className={styles["steps"]}>
          <Button onClick={() => desk.choose("files")}>{words.chooseFiles}</Button>
          <Button variant="default" leftSection={<IconClipboardText size={18} aria-hidden />} onClick={desk.openPaste}>
            {words.pasteText}
          </Button>
        </div>
      </div>
    </section>
  );
}

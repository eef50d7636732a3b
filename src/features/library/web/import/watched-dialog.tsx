import { Modal } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { agoText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import type { Watched } from "../../schema.ts";
import { useWatched } from "./watched-folder.ts";
import styles from "./watched-dialog.module.css";

/** Which folder is watched, what came from it, and what of it is no book. */
export function WatchedDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { folder, isThere, items } = useWatched();
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.watchedFolder}
      size="lg"
      closeButtonProps={{ "aria-label": words.close }}
    >
      {folder !== null && (
        <p className={styles["hint"]}>{isThere ? words.watchedHint(folder) : words.watchedAway(folder)}</p>
      )}
      {items.length === 0 ? (
        <p className={styles["soft"]}>{words.watchedNothing}</p>
      ) : (
        <ul className={styles["list"]}>
          {items.map((item) => (
            <WatchedItem key={`${item.name} ${item.createdAt}`} item={item} onOpen={onClose} />
          ))}
        </ul>
      )}
    </Modal>
  );
}

function WatchedItem({ item, onOpen }: { item: Watched["items"][number]; onOpen: () => void }) {
  const words = useWords();
  const language = useLanguage();
  const { name, bookId, error, createdAt } = item;
  const trouble = error && (words.problems[error.code] ?? error);
  return (
    <li className={styles["item"]}>
      {bookId === null ? (
        <strong>{name}</strong>
      ) : (
        <Link to="/books/$id" params={{ id: bookId }} onClick={onOpen}>
          {name}
        </Link>
      )}
      <span className={styles["soft"]}>{agoText(language, createdAt, Date.now())}</span>
      {trouble && <span className={styles["bad"]}>{words.sentences(trouble.title, trouble.fix)}</span>}
    </li>
  );
}

import { IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useReaderWords } from "./reader-words.ts";
import styles from "./dialogs.module.css";

interface ReaderDialogParts {
  title: string;
  isWide?: boolean;
  onClose(): void;
  children: ReactNode;
}

/** Over the comic until it is closed; the focus stays inside and then goes back to where it was. */
export function ReaderDialog({ title, isWide = false, onClose, children }: ReaderDialogParts) {
  const say = useReaderWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles["dialog"]}
      data-wide={isWide}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <header className={styles["head"]}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={styles["close"]} aria-label={say.close} onClick={onClose}>
          <IconX size={22} aria-hidden />
        </button>
      </header>
      <div className={styles["body"]}>{children}</div>
    </dialog>
  );
}

import type { ReactNode } from "react";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { Wordmark } from "../../../../web/studio/ui/wordmark.tsx";
import styles from "./front.module.css";

/** What people see before they have signed in: two pages of our own stories, and beside them what is to be done. */
export function Front({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  const words = useWords();
  return (
    <div className={styles["front"]}>
      <title>{`${title} · ${words.studio}`}</title>
      <div className={`${styles["art"]} tone`} aria-hidden>
        <div className={styles["behind"]} />
        <div className={styles["ahead"]} />
      </div>
      <main className={styles["desk"]}>
        <div className={styles["sheet"]}>
          <span className={styles["name"]} role="img" aria-label={words.studio}>
            <Wordmark />
          </span>
          <header className={styles["head"]}>
            <h1>{title}</h1>
            <p>{hint}</p>
          </header>
          {children}
        </div>
      </main>
    </div>
  );
}

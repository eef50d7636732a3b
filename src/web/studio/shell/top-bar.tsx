import { IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "../i18n/language.ts";
import { Wordmark } from "../ui/wordmark.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { useIsMac } from "./key-layout.ts";
import { NoticesMenu } from "./notices-menu.tsx";
import { openPalette } from "./palette-state.ts";
import { RunningWork } from "./running-work.tsx";
import styles from "./top-bar.module.css";

/** Search over everything, what is being made, the news, and who is signed in. */
export function TopBar() {
  const words = useWords();
  const isMac = useIsMac();
  return (
    <header className={styles["bar"]}>
      <Link to="/" className={styles["name"]} aria-label={words.studio}>
        <Wordmark />
      </Link>
      <button type="button" className={styles["search"]} onClick={openPalette} aria-haspopup="dialog">
        <IconSearch size={20} stroke={1.7} aria-hidden />
        <span className={styles["searchWords"]}>{words.searchEverything}</span>
        <kbd className={styles["searchKeys"]}>{isMac ? "⌘ K" : "Ctrl K"}</kbd>
      </button>
      <div className={styles["right"]}>
        <RunningWork />
        <NoticesMenu />
        <AccountMenu />
      </div>
    </header>
  );
}

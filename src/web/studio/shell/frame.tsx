import { Outlet } from "@tanstack/react-router";
import { useWords } from "../i18n/language.ts";
import { ImportDesk } from "../../../features/library/web/import/import-desk.tsx";
import { FrameKeys } from "./frame-keys.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { SectionBar } from "./section-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import styles from "./frame.module.css";

/** What stands around every page but the reader: the sections, the search, what is being made, and a place to drop books. */
export function Frame() {
  const words = useWords();
  return (
    <ImportDesk>
      <a className={styles["skip"]} href="#page">
        {words.skipToContent}
      </a>
      <div className={styles["frame"]}>
        <SectionBar />
        <div className={styles["desk"]}>
          <TopBar />
          <OfflineBanner />
          <main id="page" className={styles["page"]} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <FrameKeys />
    </ImportDesk>
  );
}

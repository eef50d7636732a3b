import { ConsentsCard } from "./settings/consents-card.tsx";
import { DeletionCard } from "./settings/deletion-card.tsx";
import { ExportCard } from "./settings/export-card.tsx";
import styles from "./settings/settings.module.css";

/** What belongs to a person: to be taken away, agreed to, or ended. */
export function Page() {
  return (
    <div className={styles["cards"]}>
      <ExportCard />
      <ConsentsCard />
      <DeletionCard />
    </div>
  );
}

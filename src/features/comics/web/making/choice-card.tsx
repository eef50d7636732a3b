import type { ReactNode } from "react";
import styles from "./choice-card.module.css";

/** One of several ways, as a card that can be chosen: a radio button to the keyboard and to screen readers. */
export function ChoiceCard({
  group,
  label,
  hint,
  isChosen,
  onChoose,
  children,
}: {
  group: string;
  label: string;
  hint?: ReactNode;
  isChosen: boolean;
  onChoose(): void;
  children?: ReactNode;
}) {
  return (
    <label className={styles["card"]}>
      <input className={styles["radio"]} type="radio" name={group} checked={isChosen} onChange={onChoose} />
      {children}
      <span className={styles["words"]}>
        <span className={styles["label"]}>{label}</span>
        {hint !== undefined && <span className={styles["hint"]}>{hint}</span>}
      </span>
    </label>
  );
}

/** A question with its ways to answer it. */
export function ChoiceGroup({ legend, hint, children }: { legend: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className={styles["group"]}>
      <legend className={styles["legend"]}>{legend}</legend>
      {hint !== undefined && <p className={styles["groupHint"]}>{hint}</p>}
      {children}
    </fieldset>
  );
}

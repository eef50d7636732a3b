import type { IconProps } from "@tabler/icons-react";
import type { ComponentType } from "react";
import styles from "./bars.module.css";

interface ReaderButtonParts {
  icon: ComponentType<IconProps>;
  name: string;
  /** The key that does the same. */
  keyName?: string;
  isOn?: boolean;
  /** Only where there is room for it. */
  isWide?: boolean;
  onClick(): void;
}

/** A button of the reader's bars: a sign, its name for those who ask. */
export function ReaderButton({ icon: Icon, name, keyName, isOn, isWide = false, onClick }: ReaderButtonParts) {
  return (
    <button
      type="button"
      className={styles["button"]}
      aria-label={name}
      title={keyName === undefined ? name : `${name} (${keyName})`}
      aria-pressed={isOn}
      data-wide={isWide}
      onClick={onClick}
    >
      <Icon size={22} stroke={1.7} aria-hidden />
    </button>
  );
}

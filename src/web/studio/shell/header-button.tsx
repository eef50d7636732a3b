import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./header-button.module.css";

interface HeaderButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string;
  /** Beside the icon. */
  text?: string;
  /** A dot that says that there is something new. */
  isNew?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button of the header: an icon with a name. */
export function HeaderButton({ label, text, isNew = false, children, ...rest }: HeaderButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={styles["button"]}
      aria-label={text ? `${label}: ${text}` : label}
      title={label}
    >
      {children}
      {text !== undefined && <span>{text}</span>}
      {isNew && <span className={styles["dot"]} />}
    </button>
  );
}

import { IconPencil } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import styles from "./book-head.module.css";

/** A text that is corrected where it stands: press it, write, Enter keeps, Escape leaves it as it was. */
export function Editable({
  value,
  label,
  isNumber = false,
  isNeeded = false,
  onKeep,
  children,
}: {
  value: string;
  /** What it is, for screen readers and as a hint in the empty field. */
  label: string;
  isNumber?: boolean;
  /** Whether it may not be empty: then what was there stays. */
  isNeeded?: boolean;
  onKeep(value: string): void;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (text: string | null): void => {
    setOpen(false);
    // The field goes; without this the focus would be lost with it.
    requestAnimationFrame(() => button.current?.focus());
    const kept = text?.trim() ?? null;
    if (kept !== null && kept !== value && !(isNeeded && kept === "")) onKeep(kept);
  };
  if (!isOpen)
    return (
      <button ref={button} type="button" className={styles["editable"]} onClick={() => setOpen(true)}>
        {children}
        <IconPencil size={16} stroke={1.8} className={styles["pencil"]} aria-hidden />
        <span className="out-of-sight">{label}</span>
      </button>
    );
  return (
    <input
      className={styles["field"]}
      defaultValue={value}
      aria-label={label}
      placeholder={label}
      inputMode={isNumber ? "decimal" : "text"}
      size={Math.max(12, Math.min(48, value.length + 2))}
      maxLength={500}
      // The person has just pressed the text that it replaces.
      ref={(field) => field?.focus()}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => close(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") {
          event.currentTarget.value = value;
          event.currentTarget.blur();
        }
      }}
    />
  );
}

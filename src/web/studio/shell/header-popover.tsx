import { type ReactNode, useId, useRef } from "react";
import { HeaderButton } from "./header-button.tsx";
import styles from "./header-popover.module.css";

/** A button of the header with what it opens below it. Escape and a press elsewhere close it: it is the browser's own popover. */
export function HeaderPopover({
  icon,
  label,
  text,
  isNew = false,
  title,
  onClosed,
  children,
}: {
  icon: ReactNode;
  label: string;
  text?: string;
  isNew?: boolean;
  title: string;
  onClosed?: () => void;
  children: (close: () => void) => ReactNode;
}) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  return (
    <>
      <HeaderButton label={label} isNew={isNew} popoverTarget={id} {...(text !== undefined && { text })}>
        {icon}
      </HeaderButton>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={title}
        className={styles["panel"]}
        onToggle={({ newState }) => newState === "closed" && onClosed?.()}
      >
        <h2 className={styles["title"]}>{title}</h2>
        {children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}

import type { IconProps } from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";
import styles from "./notice.module.css";

/** What stands where there is nothing else: an empty place or a failure, with the first step out of it as children. */
export function Notice({
  icon: Icon,
  title,
  text,
  level = 2,
  children,
}: {
  icon: ComponentType<IconProps>;
  title: string;
  text: string;
  /** Of its heading. */
  level?: 1 | 2 | 3;
  children?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <section className={styles["notice"]}>
      <div className={`${styles["picture"]} tone`} aria-hidden>
        <Icon size={56} stroke={1.4} />
      </div>
      <Heading className={styles["title"]}>{title}</Heading>
      <p className={styles["text"]}>{text}</p>
      {children !== undefined && <div className={styles["steps"]}>{children}</div>}
    </section>
  );
}

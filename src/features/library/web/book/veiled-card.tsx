import type { IconProps } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useBookWords } from "./book-words.ts";
import styles from "./cast.module.css";

/** At most so many silhouettes stand for those who are still to come. */
const mostShapes = 5;

/** Whoever and whatever comes later in the book, as shapes, until somebody asks. Nothing where nothing is hidden. */
export function VeiledCard({
  icon: Icon,
  count,
  text,
  onShow,
}: {
  icon: ComponentType<IconProps>;
  count: number;
  text: string;
  onShow(): void;
}) {
  const words = useBookWords();
  if (count === 0) return null;
  return (
    <div className={styles["veiled"]}>
      <span className={`${styles["shapes"]} tone`} aria-hidden>
        {Array.from({ length: Math.min(mostShapes, count) }, (_, i) => (
          <Icon key={i} size={36} stroke={1.5} />
        ))}
      </span>
      <p>{text}</p>
      <button type="button" className={styles["show"]} aria-label={`${words.unveil}: ${text}`} onClick={onShow}>
        {words.unveil}
      </button>
    </div>
  );
}

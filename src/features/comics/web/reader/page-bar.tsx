import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type CSSProperties, useState } from "react";
import type { ComicPage, Direction } from "./openings.ts";
import { ReaderButton } from "./reader-button.tsx";
import type { ReaderSource } from "./reader-source.ts";
import { pageName, useReaderWords } from "./reader-words.ts";
import styles from "./bars.module.css";

interface PageBarParts {
  source: ReaderSource;
  pages: readonly ComicPage[];
  page: number;
  direction: Direction;
  /** Where one is, in words. */
  place: string;
  onPage(number: number): void;
  onTurn(by: 1 | -1): void;
}

/** Pixels across of the picture over the slider. */
const thumbWidth = 160;

/** Through the pages, in the direction of reading; while one slides, the page is shown small. */
export function PageBar({ source, pages, page, direction, place, onPage, onTurn }: PageBarParts) {
  const say = useReaderWords();
  const [sliding, setSliding] = useState<number | null>(null);
  const index = Math.max(
    0,
    pages.findIndex(({ number }) => number === page),
  );
  const shown = sliding ?? index;
  const last = Math.max(1, pages.length - 1);
  const target = sliding === null ? undefined : pages[sliding];
  const arrive = (): void => {
    if (target !== undefined) onPage(target.number);
    setSliding(null);
  };
  const isRtl = direction === "rtl";
  const done: CSSProperties & { "--done": string } = { "--done": `${(100 * shown) / last}%` };
  const back = (
    <ReaderButton icon={isRtl ? IconChevronRight : IconChevronLeft} name={say.previous} onClick={() => onTurn(-1)} />
  );
  const forth = (
    <ReaderButton icon={isRtl ? IconChevronLeft : IconChevronRight} name={say.next} onClick={() => onTurn(1)} />
  );
  return (
    <footer className={styles["bottom"]} data-direction={direction}>
      {isRtl ? forth : back}
      <div className={styles["slide"]} style={done} dir={direction}>
        {target && (
          <figure className={styles["thumb"]}>
            {target.isDrawn && <img src={source.picture(target.number, thumbWidth)} alt="" width={84} height={119} />}
            <figcaption>{pageName(target, say)}</figcaption>
          </figure>
        )}
        <input
          type="range"
          min={0}
          max={Math.max(0, pages.length - 1)}
          value={shown}
          aria-label={say.slider}
          aria-valuetext={pages[shown] ? pageName(pages[shown], say) : place}
          onPointerDown={() => setSliding(index)}
          onPointerUp={arrive}
          onPointerCancel={() => setSliding(null)}
          onChange={({ currentTarget: { valueAsNumber } }) => {
            const next = pages[valueAsNumber];
            if (sliding !== null) setSliding(valueAsNumber);
            else if (next) onPage(next.number);
          }}
        />
      </div>
      {isRtl ? back : forth}
    </footer>
  );
}

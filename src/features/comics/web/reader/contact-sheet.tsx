import { useEffect, useRef } from "react";
import type { ComicView } from "../../schema.ts";
import type { ComicPage, Direction } from "./openings.ts";
import { ReaderDialog } from "./reader-dialog.tsx";
import type { ReaderSource } from "./reader-source.ts";
import { pageName, type ReaderWords, useReaderWords } from "./reader-words.ts";
import styles from "./dialogs.module.css";

interface ContactSheetParts {
  source: ReaderSource;
  page: number;
  direction: Direction;
  onPage(number: number): void;
  onClose(): void;
}

/** Pixels across of the small pictures. */
const thumbWidth = 320;

/** All pages small, part by part, in the direction of reading. */
export function ContactSheet({ source, page, direction, onPage, onClose }: ContactSheetParts) {
  const say = useReaderWords();
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    here.current?.focus();
    here.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <ReaderDialog title={say.sheet} isWide onClose={onClose}>
      {partsOf(source.comic, say).map(({ name, pages }) => (
        <section key={name} className={styles["part"]}>
          <h3>{name}</h3>
          <ol className={styles["sheet"]} dir={direction}>
            {pages.map((each) => {
              const isHere = each.number === page;
              return (
                <li key={each.number}>
                  <button
                    ref={isHere ? here : null}
                    type="button"
                    className={styles["thumb"]}
                    aria-current={isHere ? "page" : undefined}
                    onClick={() => onPage(each.number)}
                  >
                    <span
                      className={`${styles["frame"]} tone`}
                      style={{ aspectRatio: `${each.width} / ${each.height}` }}
                    >
                      {each.isDrawn && <img src={source.picture(each.number, thumbWidth)} alt="" loading="lazy" />}
                    </span>
                    <span>{pageName(each, say)}</span>
                    {isHere && <span className="out-of-sight">{say.here}</span>}
                  </button>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </ReaderDialog>
  );
}

/** Cover and title, then the pages of each episode, each with its name; what follows the story goes with its last part. */
function partsOf({ pages, episodes }: ComicView, say: ReaderWords): { name: string; pages: ComicPage[] }[] {
  const parts: { name: string; pages: ComicPage[] }[] = [];
  // One that holds the whole story is not named after its first chapter.
  const nameOf = (episode: ComicView["episodes"][number] | undefined): string | undefined =>
    episode && (episodes.length === 1 ? say.story : say.episode(episode.number, episode.title));
  for (const page of pages) {
    const episode = episodes.find(({ number }) => number === page.episode);
    const last = parts.at(-1);
    const name = nameOf(episode) ?? last?.name ?? say.beforeFirst;
    if (last !== undefined && last.name === name) last.pages.push(page);
    else parts.push({ name, pages: [page] });
  }
  return parts;
}

import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { pageAddress } from "../../../../web/studio/api/comics.ts";
import { comicQueryOf } from "../../../../web/studio/api/queries.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { problemText } from "../../../../web/studio/ui/tell.tsx";
import type { ComicView } from "../../schema.ts";
import { pageName } from "./contact-pages.ts";
import styles from "./contact-sheet.module.css";
import { useMakingWords } from "./making-words.ts";

/** Pages that are shown before more are asked for. */
const shown = { growing: 400, finished: 60, short: 8 } as const;
/** Pixels of a small page: two to a point of the widest one. */
const small = 280;

/** The pages of a comic, small, in the order of the reading; those that are laid out and not drawn yet are empty sheets. */
export function ContactSheet({
  comicId,
  isGrowing,
  isShort,
}: {
  comicId: string;
  isGrowing: boolean;
  isShort: boolean;
}) {
  const words = useMakingWords();
  const shell = useWords();
  const [isWhole, setWhole] = useState(false);
  const { data: comic, error, refetch } = useQuery(comicQueryOf(comicId));
  if (!comic && error !== null)
    return (
      <div className={styles["problem"]} role="alert">
        <p>{shell.sentences(words.sheetFailed, problemText(error, shell).fix)}</p>
        <Button variant="default" onClick={() => void refetch()}>
          {shell.tryAgain}
        </Button>
      </div>
    );
  if (!comic) return <Skeleton height={180} radius="sm" role="status" aria-label={shell.loading} />;
  if (comic.pages.length === 0) return isGrowing ? <EmptySheets /> : null;
  const most = isShort ? shown.short : isGrowing ? shown.growing : shown.finished;
  const pages = isWhole ? comic.pages : comic.pages.slice(0, most);
  return (
    <>
      <ol className={styles["sheet"]} aria-label={words.sheet} dir={comic.direction}>
        {pages.map((page) => (
          <li key={page.number} className={styles["item"]}>
            <SmallPage comicId={comicId} page={page} />
          </li>
        ))}
      </ol>
      {pages.length < comic.pages.length && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {words.showAll(words.pages(comic.pages.length))}
        </Button>
      )}
    </>
  );
}

function SmallPage({ comicId, page }: { comicId: string; page: ComicView["pages"][number] }) {
  const words = useMakingWords();
  const name = pageName(page, words);
  const [isResting, rest] = useRest();
  if (!page.isDrawn || isResting)
    return (
      <span
        className={`${styles["blank"]} tone`}
        style={{ aspectRatio: `${page.width} / ${page.height}` }}
        role="img"
        aria-label={words.notDrawn(name)}
      />
    );
  return (
    <Link to="/comics/$id" params={{ id: comicId }} search={{ page: page.number }} className={styles["link"]}>
      <img
        src={pageAddress(comicId, page.number, small)}
        alt={name}
        width={page.width}
        height={page.height}
        loading="lazy"
        decoding="async"
        onError={rest}
      />
    </Link>
  );
}

/** Milliseconds until a picture that did not come is asked for again: longer each time. */
const [shortest, longest] = [1_000, 30_000];

/** Whether a picture that did not come rests until it is asked for again, and the function that lets it rest. */
function useRest(): readonly [boolean, () => void] {
  const [isResting, setResting] = useState(false);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (!isResting) return undefined;
    const timer = setTimeout(() => setResting(false), Math.min(longest, shortest * 2 ** failures));
    return () => clearTimeout(timer);
  }, [isResting, failures]);
  const rest = (): void => {
    setFailures(failures + 1);
    setResting(true);
  };
  return [isResting, rest];
}

/** Before anything is laid out: sheets on the desk. */
function EmptySheets() {
  return (
    <div className={styles["sheet"]} aria-hidden>
      {Array.from({ length: 6 }, (_, i) => (
        <span key={i} className={`${styles["blank"]} tone`} style={{ aspectRatio: "182 / 257" }} />
      ))}
    </div>
  );
}

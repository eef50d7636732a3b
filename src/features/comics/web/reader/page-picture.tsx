import { useEffect, useState } from "react";
import type { ComicPage } from "./openings.ts";
import type { ReaderSource } from "./reader-source.ts";
import { pageName, useReaderWords } from "./reader-words.ts";
import styles from "./page.module.css";

/** Pixels across of the picture that stands in until the large one is there. */
const smallWidth = 640;

interface PagePictureParts {
  source: ReaderSource;
  page: ComicPage;
  /** What the picture says to those who do not see it. */
  words: string;
  /** Whether it is looked at now: then the large picture is fetched first. */
  isSeen: boolean;
}

/** A page's picture: a small one at once, then the large one over it, for neighbours only then; what was seen before also without the studio. */
export function PagePicture({ source, page, words, isSeen }: PagePictureParts) {
  const say = useReaderWords();
  const name = pageName(page, say);
  const large = usePicture(source, page, null);
  const small = usePicture(source, page, smallWidth);
  if (!page.isDrawn) return <GrowingPage name={name} />;
  if (large.isBroken) return <BrokenPage again={large.again} />;
  return (
    <>
      {!large.isLoaded && (
        <img
          {...small.image}
          className={styles["picture"]}
          alt=""
          draggable={false}
          fetchPriority={isSeen ? "high" : "low"}
        />
      )}
      {(isSeen || small.isLoaded || small.isBroken) && (
        <img
          {...large.image}
          className={styles["picture"]}
          alt={say.pictureOf(name, words)}
          draggable={false}
          decoding="async"
          data-loaded={large.isLoaded}
          fetchPriority={isSeen ? "high" : "low"}
        />
      )}
    </>
  );
}

interface Picture {
  image: { src: string; onLoad(): void; onError(): void };
  isLoaded: boolean;
  isBroken: boolean;
  again(): void;
}

function usePicture({ picture, memory }: ReaderSource, { number }: ComicPage, width: number | null): Picture {
  const address = picture(number, width);
  const [kept, setKept] = useState<string | null>(null);
  const [state, setState] = useState<"loading" | "loaded" | "broken">("loading");
  const [tries, setTries] = useState(0);
  useEffect(() => () => (kept === null ? undefined : URL.revokeObjectURL(kept)), [kept]);
  // Another address for the same picture, so that the browser asks once more.
  const src = tries === 0 ? address : `${address}${address.includes("?") ? "&" : "?"}try=${tries}`;
  return {
    image: {
      src: kept ?? src,
      onLoad: () => {
        setState("loaded");
        if (kept === null) void memory.keepPicture(address);
      },
      onError: () => {
        if (kept !== null) setState("broken");
        else void memory.recallPicture(address).then((found) => (found === null ? setState("broken") : setKept(found)));
      },
    },
    isLoaded: state === "loaded",
    isBroken: state === "broken",
    again: () => {
      setKept(null);
      setState("loading");
      setTries((count) => count + 1);
    },
  };
}

function GrowingPage({ name }: { name: string }) {
  const say = useReaderWords();
  return (
    <div className={`${styles["growing"]} tone`} role="status">
      <span className={styles["pen"]} aria-hidden />
      <strong>{say.growing(name)}</strong>
      <span>{say.growingHint}</span>
    </div>
  );
}

function BrokenPage({ again }: { again(): void }) {
  const say = useReaderWords();
  return (
    <div className={styles["broken"]} role="alert">
      <strong>{say.broken}</strong>
      <button
        type="button"
        className={styles["again"]}
        onClick={again}
        onPointerDown={(event) => event.stopPropagation()}
      >
        {say.tryAgain}
      </button>
    </div>
  );
}

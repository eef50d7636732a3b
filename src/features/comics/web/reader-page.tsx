import { Button } from "@mantine/core";
import { IconBookOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { isReadOut, type Progress, readBook } from "../../../web/studio/api/books.ts";
import { pageAddress, portraitAddress, readComic, readPage } from "../../../web/studio/api/comics.ts";
import { meQuery } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { knownPerson } from "../../../web/studio/offline/person-caches.ts";
import { useChangeSettings, useSettings } from "../../../web/studio/shell/settings.ts";
import { LinkButton } from "../../../web/studio/ui/link-button.tsx";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import { problemText } from "../../../web/studio/ui/tell.tsx";
import type { BookView } from "../../library/schema.ts";
import type { ComicView } from "../schema.ts";
import { ComicReader, type KeptPlace } from "./reader/comic-reader.tsx";
import { useGrowing } from "./reader/growing-comic.ts";
import { type PageMemory, pageMemory } from "./reader/page-memory.ts";
import type { ReaderSource } from "./reader/reader-source.ts";
import { rememberedPage, rememberPage, useKeptProgress } from "./reader/reading-progress.ts";
import styles from "./reader/reader.module.css";

const route = getRouteApi("/comics/$id");

/** A comic of one’s own, over the whole window. */
export function Page() {
  const { id } = route.useParams();
  const words = useWords();
  const [isReached, setIsReached] = useState(true);
  const person = useQuery(meQuery).data?.id ?? knownPerson();
  const memory = useMemo(() => pageMemory(person, id, setIsReached), [person, id]);
  const comic = useQuery({
    queryKey: ["comic", id],
    queryFn: () => memory.through("comic", () => readComic(id)),
    // Looks whether the studio is back.
    refetchInterval: isReached ? false : 4_000,
  });
  const bookId = comic.data?.bookId;
  const book = useQuery({
    queryKey: ["book", bookId],
    queryFn: () => memory.through("book", () => readBook(bookId ?? "")),
    enabled: bookId !== undefined,
    // Where it was left is asked once; from then on it is known here.
    staleTime: 0,
  });
  if (comic.isError) {
    const { title, fix } = problemText(comic.error, words);
    return (
      <main className={styles["alone"]}>
        <Notice icon={IconBookOff} title={title} text={fix} level={1}>
          <Button onClick={() => void comic.refetch()}>{words.tryAgain}</Button>
          <LinkButton to="/library" variant="default">
            {words.toLibrary}
          </LinkButton>
        </Notice>
      </main>
    );
  }
  if (comic.data === undefined || book.isLoading) return <OpeningComic label={words.loading} />;
  return (
    <OwnComic
      key={id}
      comic={comic.data}
      book={book.data ?? null}
      {...{ memory }}
      isOffline={!isReached}
      onLost={() => setIsReached(false)}
    />
  );
}

interface OwnComicParts {
  comic: ComicView;
  book: BookView | null;
  memory: PageMemory;
  isOffline: boolean;
  onLost(): void;
}

function OwnComic({ comic, book, memory, isOffline, onLost }: OwnComicParts) {
  const { page } = route.useSearch();
  const navigate = route.useNavigate();
  const { readingMode, readingDirection } = useSettings();
  const change = useChangeSettings();
  const job = useGrowing(comic);
  const [begin] = useState(() => ({ page: page ?? lastPage(comic, book), offset: book?.progress?.offset ?? 0 }));
  const [progress, setProgress] = useState<Progress | null>(null);
  const { id, bookId } = comic;
  useKeptProgress(bookId, progress, onLost);
  const source = useMemo(
    (): ReaderSource => ({
      key: ["comic", id],
      comic,
      memory,
      picture: (number, width) => pageAddress(id, number, width),
      portrait: (person) => portraitAddress(id, person),
      readPage: (number) => readPage(id, number),
      own: { bookId },
      files: null,
    }),
    [id, bookId, comic, memory],
  );
  const onPlace = useCallback(
    (place: KeptPlace) => {
      setProgress({ comicId: id, ...place });
      rememberPage(id, place.page);
      void navigate({ search: { page: place.page }, replace: true, resetScroll: false });
    },
    [id, navigate],
  );
  useEffect(() => {
    document.title = comic.title;
    return () => {
      document.title = "Fabula";
    };
  }, [comic.title]);
  return (
    <ComicReader
      {...{ source, job, isOffline, onPlace }}
      start={begin.page}
      readBefore={begin.offset}
      mode={readingMode}
      onMode={(next) => change({ readingMode: next })}
      direction={readingDirection}
      onDirection={(next) => change({ readingDirection: next })}
    />
  );
}

/** Where the comic was left: as the studio knows it, else as this browser does; its first page where it was read to the end, or never. */
function lastPage({ id, pages }: ComicView, book: BookView | null): number {
  const first = pages[0]?.number ?? 0;
  const kept = book?.places.comic?.comicId === id ? book.places.comic : null;
  if (kept !== null && isReadOut(kept)) return first;
  return kept?.page ?? rememberedPage(id) ?? first;
}

/** A page’s shape while the comic is fetched. */
function OpeningComic({ label }: { label: string }) {
  return (
    <main className={styles["opening"]} aria-busy="true">
      <p className="out-of-sight" role="status">
        {label}
      </p>
      <div className={`${styles["sheet"]} tone`} />
    </main>
  );
}

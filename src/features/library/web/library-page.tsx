import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { useIsOffline } from "../../../web/studio/offline/use-kept.ts";
import { useGlobalKeys } from "../../../web/studio/ui/global-keys.ts";
import { ProblemPlace } from "../../../web/studio/ui/problem-place.tsx";
import type { BookView } from "../schema.ts";
import type { LibraryPlace } from "./library-place.ts";
import { KeptShelf } from "./shelf/kept-shelf.tsx";
import { AddBooks } from "./shelf/add-books.tsx";
import { BookShelf } from "./shelf/book-shelf.tsx";
import { ChosenBar } from "./shelf/chosen-bar.tsx";
import { EmptyShelf } from "./shelf/empty-shelf.tsx";
import { ShelfSkeleton } from "./shelf/shelf-skeleton.tsx";
import { useShelfActs } from "./shelf/shelf-acts.ts";
import { useShelfBooks } from "./shelf/shelf-books.ts";
import { ShelfTabs } from "./shelf/shelf-tabs.tsx";
import { ShelfTools } from "./shelf/shelf-tools.tsx";
import { TrashedBook } from "./shelf/trashed-book.tsx";
import styles from "./library-page.module.css";

const route = getRouteApi("/frame/library");

/** The library: all books on shelves, to be searched, sorted, filtered, chosen and thrown away. */
export function Page() {
  const words = useWords();
  const place = route.useSearch();
  const navigate = useNavigate();
  const {
    books,
    isPending,
    isError,
    error,
    refetch,
    hasNextPage,
    fetchNextPage,
    isFetchingNextPage,
    isPlaceholderData,
  } = useShelfBooks(place);
  const acts = useShelfActs();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isChoosing, setChoosing] = useState(false);
  const chosenBooks = books.filter(({ id }) => chosen.has(id));
  const isOffline = useIsOffline();
  const isTrash = place.shelf === "trash";

  const go = (next: LibraryPlace, replace = true): void => void navigate({ to: "/library", search: next, replace });
  const choose = ({ id }: BookView): void =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  const chooseNone = (): void => {
    setChosen(new Set());
    setChoosing(false);
  };
  const withChosen = (act: (some: readonly BookView[]) => Promise<void>) => (): void => {
    void act(chosenBooks);
    chooseNone();
  };
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  useGlobalKeys({
    Escape: chooseNone,
    ...(chosenBooks.length > 0 && !isTrash && !isOffline && { Delete: withChosen(acts.trash) }),
  });

  return (
    <>
      <title>{`${words.library} · ${words.studio}`}</title>
      <header className={styles["head"]}>
        <h1>{words.library}</h1>
        {!isOffline && <AddBooks />}
      </header>
      <div className={styles["shelves"]}>
        <ShelfTabs shelf={place.shelf ?? "all"} view={place.view} />
      </div>
      <ShelfTools
        place={place}
        onGo={go}
        hasFound={books.length > 0}
        isChoosing={isChoosing}
        onChoosing={isOffline ? null : setChoosing}
      />
      {isOffline && <KeptShelf />}
      {isTrash && books.length > 0 && <p className={styles["hint"]}>{words.trashHint}</p>}
      {isPending && <ShelfSkeleton />}
      {isError && books.length === 0 && !isOffline && (
        <ProblemPlace title={words.listFailed} error={error} onRetry={() => void refetch()} />
      )}
      {!isPending && !isError && books.length === 0 && <EmptyShelf place={place} />}
      {books.length > 0 && (
        <div className={isPlaceholderData ? styles["old"] : undefined} aria-busy={isPlaceholderData}>
          <BookShelf
            books={books}
            isList={place.view === "list"}
            chosen={chosen}
            isChoosing={!isOffline && (isChoosing || chosen.size > 0)}
            onChoose={choose}
            onNearEnd={loadMore}
            {...(isTrash &&
              !isOffline && {
                besideBook: (book: BookView) => <TrashedBook book={book} onRestore={() => void acts.restore([book])} />,
              })}
          />
          <p className={styles["end"]} role="status">
            {hasNextPage ? `${words.loadingMore} …` : words.allShown(books.length)}
          </p>
        </div>
      )}
      {chosenBooks.length > 0 && !isOffline && (
        <ChosenBar
          count={chosenBooks.length}
          onAll={() => setChosen(new Set(books.map(({ id }) => id)))}
          onNone={chooseNone}
          {...(isTrash
            ? { onRestore: withChosen(acts.restore) }
            : {
                onTrash: withChosen(acts.trash),
                onTag: (tag: string) => withChosen((some) => acts.addTag(some, tag))(),
              })}
        />
      )}
    </>
  );
}

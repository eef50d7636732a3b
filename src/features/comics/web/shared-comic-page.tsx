import { Button } from "@mantine/core";
import { IconBookOff, IconLinkOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import {
  type ComicFiles,
  readSharedComic,
  readSharedPage,
  sharedFileAddress,
  sharedPageAddress,
} from "../../../web/studio/api/comics.ts";
import { ProblemError } from "../../../web/studio/api/problem-error.ts";
import { ask } from "../../../web/studio/api/request.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import { problemText } from "../../../web/studio/ui/tell.tsx";
import { Wordmark } from "../../../web/studio/ui/wordmark.tsx";
import type { ComicView } from "../schema.ts";
import { ComicReader, type KeptPlace } from "./reader/comic-reader.tsx";
import { type PageMemory, pageMemory } from "./reader/page-memory.ts";
import { useReaderWords } from "./reader/reader-words.ts";
import type { ReaderSource } from "./reader/reader-source.ts";
import type { ChosenDirection, ReadingMode } from "./reader/reading-mode.ts";
import { rememberedPage, rememberPage } from "./reader/reading-progress.ts";
import styles from "./reader/reader.module.css";

const route = getRouteApi("/s/$token");

/** A comic that somebody shared by a link: to be read without an account. */
export function Page() {
  const { token } = route.useParams();
  const [isReached, setIsReached] = useState(true);
  const memory = useMemo(() => pageMemory("guest", `shared-${token}`, setIsReached), [token]);
  const { data, error, refetch } = useQuery({
    queryKey: ["shared", token],
    queryFn: () => memory.through("comic", () => readSharedComic(token)),
    // A comic that is still made grows while it is read.
    refetchInterval: ({ state }) => (state.data?.isFinished === false ? 4_000 : false),
  });
  if (error !== null && isOver(error)) return <SharedFailure error={error} again={null} />;
  if (data !== undefined) return <SharedComic key={token} comic={data} {...{ token, memory }} isOffline={!isReached} />;
  if (error !== null) return <SharedFailure error={error} again={() => void refetch()} />;
  return (
    <main className={styles["opening"]} aria-busy="true">
      <div className={`${styles["sheet"]} tone`} />
    </main>
  );
}

/** Whether a link will never lead anywhere again. */
const isOver = (error: Error): boolean => error instanceof ProblemError && [400, 404, 410].includes(error.status);

function SharedFailure({ error, again }: { error: Error; again: (() => void) | null }) {
  const say = useReaderWords();
  const words = useWords();
  const isGone = error instanceof ProblemError && error.status === 410;
  const { title, fix } =
    again !== null
      ? problemText(error, words)
      : isGone
        ? { title: say.sharedGone, fix: say.sharedGoneFix }
        : { title: say.sharedUnknown, fix: say.sharedUnknownFix };
  return (
    <main className={styles["alone"]}>
      <div>
        <Notice icon={again === null ? IconLinkOff : IconBookOff} title={title} text={fix} level={1}>
          {again !== null && <Button onClick={again}>{words.tryAgain}</Button>}
        </Notice>
        <p className={styles["maker"]}>
          <Wordmark />
        </p>
      </div>
    </main>
  );
}

interface SharedComicParts {
  comic: ComicView;
  token: string;
  memory: PageMemory;
  isOffline: boolean;
}

function SharedComic({ comic, token, memory, isOffline }: SharedComicParts) {
  const { page } = route.useSearch();
  const navigate = route.useNavigate();
  const [mode, setMode] = useState<ReadingMode>("spread");
  const [direction, setDirection] = useState<ChosenDirection>("auto");
  const [start] = useState(() => page ?? rememberedPage(comic.id) ?? comic.pages[0]?.number ?? 0);
  const source = useMemo(
    (): ReaderSource => ({
      key: ["shared", token],
      comic,
      memory,
      picture: (number, width) => sharedPageAddress(token, number, width),
      portrait: () => null,
      readPage: (number) => readSharedPage(token, number),
      own: null,
      files: {
        list: () => ask<ComicFiles>(`/shared/${token}/files`),
        address: (fileId) => sharedFileAddress(token, fileId),
      },
    }),
    [token, comic, memory],
  );
  const onPlace = useCallback(
    (place: KeptPlace) => {
      rememberPage(comic.id, place.page);
      void navigate({ search: { page: place.page }, replace: true, resetScroll: false });
    },
    [comic.id, navigate],
  );
  useEffect(() => {
    document.title = comic.title;
  }, [comic.title]);
  return (
    <ComicReader
      {...{ source, mode, direction, isOffline, onPlace }}
      start={start}
      job={null}
      readBefore={0}
      onMode={setMode}
      onDirection={setDirection}
    />
  );
}

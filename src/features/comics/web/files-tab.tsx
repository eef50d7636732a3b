import { Button, NativeSelect, Skeleton } from "@mantine/core";
import { IconBookOff, IconPackage, IconPencilBolt } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { comicsQueryOf } from "../../../web/studio/api/queries.ts";
import { dayText } from "../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../web/studio/i18n/language.ts";
import { LinkButton } from "../../../web/studio/ui/link-button.tsx";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import { problemText } from "../../../web/studio/ui/tell.tsx";
import type { JobView } from "../../jobs/schema.ts";
import { FileList } from "./files/file-list.tsx";
import styles from "./files/files.module.css";
import { useFilesWords } from "./files/files-words.ts";
import { Shares } from "./files/shares.tsx";

const route = getRouteApi("/frame/books/$id/files");

/** What can be taken away of a book's comics, and the links to them. */
export function Page() {
  const { id } = route.useParams();
  const shell = useWords();
  const { data, error, refetch } = useQuery({ ...comicsQueryOf(id), refetchInterval: refetchWhileGrowing });
  if (!data && error !== null) {
    const { title, fix } = problemText(error, shell);
    return (
      <Notice icon={IconBookOff} title={title} text={fix}>
        <Button onClick={() => void refetch()}>{shell.tryAgain}</Button>
      </Notice>
    );
  }
  if (!data) return <Skeleton height={320} radius="sm" role="status" aria-label={shell.loading} />;
  const finished = data.items.filter(({ status }) => status === "completed");
  const [newest] = finished;
  return newest ? <Finished comics={[newest, ...finished.slice(1)]} /> : <NothingYet bookId={id} jobs={data.items} />;
}

/** A comic that ends while one looks brings its files here. */
const refetchWhileGrowing = ({ state }: { state: { data?: { items: JobView[] } | undefined } }): number | false =>
  state.data?.items.some(({ status }) => status === "processing" || status === "pending") ? 4_000 : false;

function Finished({ comics }: { comics: readonly [JobView, ...JobView[]] }) {
  const words = useFilesWords();
  const language = useLanguage();
  const [chosen, setChosen] = useState(comics[0].id);
  const comic = comics.find(({ id }) => id === chosen) ?? comics[0];
  return (
    <div className={styles["tab"]}>
      {comics.length > 1 && (
        <NativeSelect
          className={styles["which"] ?? ""}
          label={words.of}
          value={comic.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={comics.map(({ id, createdAt }, i) => ({
            value: id,
            label: `${dayText(language, createdAt)} (${comics.length - i})`,
          }))}
        />
      )}
      <FileList key={`files ${comic.id}`} comic={comic} />
      <Shares key={`shares ${comic.id}`} comicId={comic.id} />
    </div>
  );
}

function NothingYet({ bookId, jobs }: { bookId: string; jobs: readonly JobView[] }) {
  const words = useFilesWords();
  const isGrowing = jobs.some(({ status }) => ["pending", "processing", "paused"].includes(status));
  if (isGrowing)
    return (
      <Notice icon={IconPencilBolt} title={words.growing} text={words.growingFix}>
        <LinkButton to="/books/$id/comic" params={{ id: bookId }}>
          {words.toComic}
        </LinkButton>
      </Notice>
    );
  return (
    <Notice icon={IconPackage} title={words.none} text={words.noneFix}>
      <LinkButton to="/books/$id/new" params={{ id: bookId }}>
        {words.makeComic}
      </LinkButton>
    </Notice>
  );
}

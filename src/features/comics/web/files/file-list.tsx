import { Button, Skeleton } from "@mantine/core";
import { IconDownload, IconFileText } from "@tabler/icons-react";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ComicFile, fileAddress, listFiles, makeFile } from "../../../../web/studio/api/comics.ts";
import { durationText, sizeText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { problemText, useTellDone, useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import type { JobView } from "../../../jobs/schema.ts";
import { type FormatName, formatOrder } from "../making/comic-choices.ts";
import styles from "./files.module.css";
import { useFilesWords } from "./files-words.ts";
import { formatNamesShown } from "./format-facts.ts";

const filesQueryOf = (comicId: string) =>
  queryOptions({ queryKey: ["files", comicId], queryFn: () => listFiles(comicId) });

/** Every format of a finished comic: to download where it is made, else to make. */
export function FileList({ comic }: { comic: JobView }) {
  const words = useFilesWords();
  const shell = useWords();
  const { data, error, refetch } = useQuery(filesQueryOf(comic.id));
  const isFormat = ({ format }: ComicFile): boolean => formatOrder.some((name) => name === format);
  return (
    <section className={styles["part"]} aria-labelledby="files-title">
      <h2 id="files-title">{words.files}</h2>
      <p className={styles["hint"]}>{words.filesHint}</p>
      {!data && error === null && <Skeleton height={280} radius="sm" role="status" aria-label={shell.loading} />}
      {!data && error !== null && (
        <div className={styles["problem"]} role="alert">
          {shell.sentences(words.filesFailed, problemText(error, shell).fix)}
          <Button variant="default" onClick={() => void refetch()}>
            {shell.tryAgain}
          </Button>
        </div>
      )}
      {data && (
        <ul className={styles["formats"]}>
          {formatOrder.map((format) => (
            <Format
              key={format}
              comic={comic}
              format={format}
              files={data.items.filter((file) => file.format === format)}
            />
          ))}
        </ul>
      )}
      {data && <More files={data.items.filter((file) => !isFormat(file))} />}
    </section>
  );
}

function Format({ comic, format, files }: { comic: JobView; format: FormatName; files: readonly ComicFile[] }) {
  const words = useFilesWords();
  const client = useQueryClient();
  const language = useLanguage();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const name = formatNamesShown[format];
  const { mutate, isPending } = useMutation({
    mutationFn: () => makeFile(comic.id, format),
    onSuccess: async () => {
      await client.invalidateQueries(filesQueryOf(comic.id));
      tellDone(words.made(name));
    },
    onError: tellProblem,
  });
  return (
    <li className={styles["format"]}>
      <span className={styles["sign"]} aria-hidden>
        {name}
      </span>
      <div className={styles["about"]}>
        <h3>{name}</h3>
        <p>{words.purposes[format]}</p>
        {isPending && (
          <p className={styles["making"]} role="status">
            <span className={styles["stripe"]} aria-hidden />
            {words.making(name)}. {words.lasts(durationText(language, 2 + comic.pagesTotal * secondsAPage))}
          </p>
        )}
      </div>
      <div className={styles["take"]}>
        {files.map((file) => (
          <Download key={file.id} file={file} label={words.downloadNamed(name)} />
        ))}
        {files.length === 0 && (
          <Button variant="default" loading={isPending} aria-label={words.makeNamed(name)} onClick={() => mutate()}>
            {words.make}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What binding a page takes on a machine of two cores, at most: pictures of another kind are made anew. */
const secondsAPage = 0.25;

function Download({ file, label }: { file: ComicFile; label: string }) {
  const words = useFilesWords();
  const language = useLanguage();
  return (
    <>
      <span className={styles["size"]}>{sizeText(language, file.size)}</span>
      <Button
        component="a"
        href={fileAddress(file.id)}
        download={file.name}
        aria-label={label}
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {words.download}
      </Button>
    </>
  );
}

/** What else was written of the comic: the words of its pages, and the account of every sentence. */
function More({ files }: { files: readonly ComicFile[] }) {
  const words = useFilesWords();
  const language = useLanguage();
  if (files.length === 0) return null;
  return (
    <details className={styles["more"]}>
      <summary>{words.more}</summary>
      <p className={styles["hint"]}>{words.moreHint}</p>
      <ul className={styles["others"]}>
        {files.map((file) => (
          <li key={file.id}>
            <IconFileText size={20} aria-hidden />
            <a href={fileAddress(file.id)} download={file.name}>
              {file.name}
            </a>
            <span className={styles["size"]}>{sizeText(language, file.size)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

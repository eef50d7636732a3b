import { Button, Skeleton } from "@mantine/core";
import { IconDatabase } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { numberText, sizeText } from "../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../web/studio/i18n/language.ts";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import { ProblemPlace } from "../../../web/studio/ui/problem-place.tsx";
import { findOrphans, readStorage } from "./admin-api.ts";
import styles from "./admin.module.css";
import { useAdminWords, wordFor } from "./admin-words.ts";

/** How much is kept, of what and of whom. */
export function Page() {
  const shell = useWords();
  const words = useAdminWords();
  const language = useLanguage();
  const { data, error, refetch } = useQuery({ queryKey: ["admin", "storage"], queryFn: readStorage });
  if (!data && error !== null)
    return <ProblemPlace title={words.tabs.storage} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} radius="sm" role="status" aria-label={shell.loading} />;
  const amount = ({ files, bytes }: { files: number; bytes: number }): string =>
    words.storageOf(numberText(language, files), sizeText(language, bytes));
  if (data.files === 0 && data.hidden.files === 0)
    return (
      <div className={styles["place"]}>
        <Notice icon={IconDatabase} title={words.empty} text={words.emptyFix} />
        <OrphansCard />
      </div>
    );
  const sorted = [...data.categories].sort((a, b) => b.bytes - a.bytes);
  const most = Math.max(1, ...data.people.map(({ bytes }) => bytes));
  return (
    <div className={styles["place"]}>
      <section className={styles["card"]}>
        <h2>{words.storageAll}</h2>
        <span className={styles["figure"]}>{sizeText(language, data.bytes)}</span>
        <span className={styles["hint"]}>{words.files(data.files)}</span>
        {data.hidden.files > 0 && (
          <span className={styles["hint"]}>
            {words.hidden(numberText(language, data.hidden.files), sizeText(language, data.hidden.bytes))}
          </span>
        )}
      </section>
      <div className={styles["columns"]}>
        <section className={styles["card"]}>
          <h2>{words.byKind}</h2>
          <ul className={styles["bars"]}>
            {sorted.map(({ category, ...sum }) => (
              <Bar
                key={category}
                name={wordFor(words.categories, category)}
                amount={amount(sum)}
                share={sum.bytes / Math.max(1, data.bytes)}
              />
            ))}
          </ul>
        </section>
        <section className={styles["card"]}>
          <h2>{words.byPerson}</h2>
          <ul className={styles["bars"]}>
            {data.people.map(({ id, name, files, bytes, quota }) => (
              <Bar
                key={id}
                name={name}
                amount={
                  quota === null
                    ? amount({ files, bytes })
                    : words.ofQuota(sizeText(language, bytes), sizeText(language, quota))
                }
                share={bytes / (quota === null ? most : Math.max(1, quota))}
              />
            ))}
          </ul>
        </section>
      </div>
      <OrphansCard />
    </div>
  );
}

/** One amount as a bar; `share` of the whole from 0 to 1. */
function Bar({ name, amount, share }: { name: string; amount: string; share: number }) {
  return (
    <li className={styles["bar"]}>
      <span className={styles["barName"]}>{name}</span>
      <span className={styles["barAmount"]}>{amount}</span>
      <span className={styles["track"]} aria-hidden>
        <span className={styles["fill"]} style={{ inlineSize: `${Math.min(100, share * 100)}%` }} />
      </span>
    </li>
  );
}

/** Files without a row, looked for when it is asked: the whole store is walked. */
function OrphansCard() {
  const words = useAdminWords();
  const language = useLanguage();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["admin", "orphans"],
    queryFn: findOrphans,
    enabled: false,
  });
  const isClean = data !== undefined && data.blobs === 0 && data.lost === 0;
  return (
    <section className={styles["card"]}>
      <h2>{words.orphans}</h2>
      <p className={styles["hint"]}>{words.orphansHint}</p>
      {data && (
        <p role="status">
          {isClean && words.orphansNone}
          {data.blobs > 0 && words.orphansFound(numberText(language, data.blobs), sizeText(language, data.bytes))}{" "}
          {data.lost > 0 && words.orphansLost(data.lost)}
        </p>
      )}
      {error !== null && <p role="alert">{error.message}</p>}
      <div>
        <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
          {words.orphansLook}
        </Button>
      </div>
    </section>
  );
}

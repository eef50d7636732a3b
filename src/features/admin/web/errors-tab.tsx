import { NativeSelect, Skeleton } from "@mantine/core";
import { IconMoodSmile } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { agoText } from "../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../web/studio/i18n/language.ts";
import { Notice } from "../../../web/studio/ui/notice.tsx";
import { ProblemPlace } from "../../../web/studio/ui/problem-place.tsx";
import { listErrors } from "./admin-api.ts";
import styles from "./admin.module.css";
import { useAdminWords } from "./admin-words.ts";

const periods = [1, 7, 30, 90];

/** What has failed of late, by its code, with no word of anybody's book. */
export function Page() {
  const shell = useWords();
  const words = useAdminWords();
  const language = useLanguage();
  const [days, setDays] = useState(7);
  const { data, error, refetch } = useQuery({ queryKey: ["admin", "errors", days], queryFn: () => listErrors(days) });
  return (
    <div className={styles["place"]}>
      <div className={styles["tools"]}>
        <NativeSelect
          label={words.period}
          value={String(days)}
          data={periods.map((count) => ({ value: String(count), label: words.days(count) }))}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        />
      </div>
      {!data && error !== null && (
        <ProblemPlace title={words.tabs.errors} error={error} onRetry={() => void refetch()} />
      )}
      {!data && error === null && <Skeleton height={200} radius="sm" role="status" aria-label={shell.loading} />}
      {data?.items.length === 0 && <Notice icon={IconMoodSmile} title={words.noErrors} text={words.noErrorsFix} />}
      {data && data.items.length > 0 && (
        <ul className={styles["list"]} aria-label={words.tabs.errors}>
          {data.items.map(({ code, title, jobs, tasks, people, lastAt }) => (
            <li key={code} className={styles["item"]}>
              <div className={styles["words"]}>
                <span className={styles["name"]}>
                  {shell.problems[code]?.title ?? title}
                  <span className={styles["code"]}>{code}</span>
                </span>
                <span className={styles["facts"]}>
                  {[
                    words.jobs(jobs),
                    words.tasks(tasks),
                    words.people(people),
                    words.last(agoText(language, lastAt, Date.now())),
                  ].join(" · ")}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { IconPencilBolt } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { openJobsQuery } from "../api/queries.ts";
import { percentText } from "../i18n/formats.ts";
import { useLanguage, useWords } from "../i18n/language.ts";
import { GrowingComic } from "../ui/growing-comic.tsx";
import { HeaderPopover } from "./header-popover.tsx";
import styles from "./running-work.module.css";

/** What is being made, as growing strips of pages. Nothing where nothing is. */
export function RunningWork() {
  const words = useWords();
  const language = useLanguage();
  const { data } = useQuery(openJobsQuery);
  const jobs = data?.items ?? [];
  if (jobs.length === 0) return null;
  const percent = jobs.reduce((sum, job) => sum + job.percent, 0) / jobs.length;
  return (
    <HeaderPopover
      icon={<IconPencilBolt size={22} stroke={1.7} aria-hidden />}
      label={words.runningCount(jobs.length)}
      text={percentText(language, percent)}
      title={words.running}
    >
      {(close) => (
        <ul className={styles["list"]}>
          {jobs.map((job) => (
            <li key={job.id}>
              <GrowingComic job={job} onOpen={close} />
            </li>
          ))}
        </ul>
      )}
    </HeaderPopover>
  );
}

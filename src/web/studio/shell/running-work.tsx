import { IconPencilBolt, IconPlayerPause } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { noticesQuery, openJobsQuery } from "../api/queries.ts";
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
  useShelfKeptTrue(data === undefined ? null : jobs.map(({ id }) => id).join(" "));
  if (jobs.length === 0) return null;
  const running = jobs.filter(({ status }) => status !== "paused");
  const told = running.length > 0 ? running : jobs;
  const percent = told.reduce((sum, job) => sum + job.percent, 0) / told.length;
  const Icon = running.length > 0 ? IconPencilBolt : IconPlayerPause;
  return (
    <HeaderPopover
      icon={<Icon size={22} stroke={1.7} aria-hidden />}
      label={running.length > 0 ? words.runningCount(running.length) : words.paused}
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

/** Shelves and news tell of comics too: they are made anew when one has begun or ended, wherever that was. `open` names those that are being made; null where that is not known yet. */
function useShelfKeptTrue(open: string | null): void {
  const client = useQueryClient();
  const before = useRef(open);
  useEffect(() => {
    const isKnown = before.current !== null;
    const hasChanged = before.current !== open;
    before.current = open;
    if (!isKnown || !hasChanged) return;
    void client.invalidateQueries({ queryKey: ["books"] });
    void client.invalidateQueries(noticesQuery);
  }, [client, open]);
}

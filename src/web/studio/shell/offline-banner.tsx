import { useQuery } from "@tanstack/react-query";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect } from "react";
import { ProblemError } from "../api/problem-error.ts";
import { openJobsQuery } from "../api/queries.ts";
import { useWords } from "../i18n/language.ts";
import styles from "./offline-banner.module.css";

/** Says that the studio does not answer. What is being made is asked for all the time, so that it notices by itself. */
export function OfflineBanner() {
  const words = useWords();
  const { error, refetch } = useQuery(openJobsQuery);
  const isOff = error instanceof ProblemError && error.status === 0;
  useEffect(() => {
    const look = (): void => void refetch();
    addEventListener("offline", look);
    addEventListener("online", look);
    return () => {
      removeEventListener("offline", look);
      removeEventListener("online", look);
    };
  }, [refetch]);
  return (
    <div role="status">
      {isOff && (
        <p className={styles["banner"]}>
          <IconPlugConnectedX size={20} stroke={1.7} aria-hidden />
          {words.offline}
        </p>
      )}
    </div>
  );
}

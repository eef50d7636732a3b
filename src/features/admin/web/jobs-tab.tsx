import { Button, NativeSelect } from "@mantine/core";
import { IconPencilBolt } from "@tabler/icons-react";
import { useState } from "react";
import { agoText, percentText } from "../../../web/studio/i18n/formats.ts";
import { useLanguage } from "../../../web/studio/i18n/language.ts";
import { useAdminAct } from "./admin-acts.ts";
import { actOnAnyJob, type AdminJob, jobStatuses, listAllJobs } from "./admin-api.ts";
import { AdminList } from "./admin-list.tsx";
import styles from "./admin.module.css";
import { useAdminWords, wordFor } from "./admin-words.ts";
import { usePersonName } from "./person-name.ts";

const tones: Readonly<Record<string, string>> = { completed: "good", failed: "bad", processing: "accent" };

/** What is being made for everybody, without the names of books. */
export function Page() {
  const words = useAdminWords();
  const [status, setStatus] = useState("");
  return (
    <div className={styles["place"]}>
      <div className={styles["tools"]}>
        <NativeSelect
          label={words.status}
          value={status}
          data={[
            { value: "", label: words.anyStatus },
            ...jobStatuses.map((name) => ({ value: name, label: words.statuses[name] })),
          ]}
          onChange={({ currentTarget }) => setStatus(currentTarget.value)}
        />
      </div>
      <AdminList
        label={words.tabs.jobs}
        queryKey={["admin", "jobs", status]}
        read={(cursor) => listAllJobs({ status, cursor })}
        empty={{ icon: IconPencilBolt, title: words.noJobs, text: words.noJobsFix }}
      >
        {(job) => <JobItem key={job.id} job={job} />}
      </AdminList>
      <p className={styles["hint"]}>{words.privacy}</p>
    </div>
  );
}

function JobItem({ job }: { job: AdminJob }) {
  const words = useAdminWords();
  const language = useLanguage();
  const name = usePersonName(job.person);
  const refresh = ["admin", "jobs"];
  const cancelling = useAdminAct(
    () => actOnAnyJob(job.id, "cancel"),
    refresh,
    () => ({ message: words.cancelled }),
  );
  const retrying = useAdminAct(
    () => actOnAnyJob(job.id, "retry"),
    refresh,
    () => ({ message: words.retried }),
  );
  const facts = [
    words.jobOf(name),
    words.begun(agoText(language, job.startedAt ?? job.createdAt, Date.now())),
    ...(job.attempts > 1 ? [words.tries(job.attempts)] : []),
    ...(job.errorStep === null ? [] : [job.errorStep]),
  ];
  const isOpen = ["pending", "processing", "paused"].includes(job.status);
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>
          {wordFor(words.jobTypes, job.type)}
          <span className={styles["badge"]} data-tone={tones[job.status]}>
            {words.statuses[job.status]}
            {job.status === "processing" && ` ${percentText(language, job.percent)}`}
          </span>
          {job.errorCode !== null && <span className={styles["code"]}>{job.errorCode}</span>}
        </span>
        <span className={styles["facts"]}>{facts.join(" · ")}</span>
      </div>
      {isOpen && (
        <Button variant="default" loading={cancelling.isPending} onClick={() => cancelling.mutate(undefined)}>
          {words.cancel}
        </Button>
      )}
      {["failed", "cancelled"].includes(job.status) && (
        <Button variant="default" loading={retrying.isPending} onClick={() => retrying.mutate(undefined)}>
          {words.retry}
        </Button>
      )}
    </li>
  );
}

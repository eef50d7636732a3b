import { Skeleton } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { agoText, dayText, numberText, sizeText } from "../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../web/studio/i18n/language.ts";
import { ProblemPlace } from "../../../web/studio/ui/problem-place.tsx";
import { type AdminHealth, type Backup, type CheckStatus, readAdminHealth } from "./admin-api.ts";
import styles from "./admin.module.css";
import { useAdminWords } from "./admin-words.ts";

const tones = { healthy: "good", degraded: "accent", unhealthy: "bad" } as const;

/** Whether the studio is well, at a glance; what was checked, and what is kept safe. */
export function Page() {
  const shell = useWords();
  const words = useAdminWords();
  const { data, error, refetch } = useQuery({
    queryKey: ["admin", "health"],
    queryFn: readAdminHealth,
    refetchInterval: 30_000,
  });
  if (!data && error !== null)
    return <ProblemPlace title={words.tabs.health} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} radius="sm" role="status" aria-label={shell.loading} />;
  return (
    <div className={styles["place"]}>
      <StateCard health={data} />
      <section className={styles["card"]}>
        <h2>{words.backups}</h2>
        {data.backups.length === 0 ? (
          <p>
            <strong>{words.noBackups}</strong>
            <br />
            <span className={styles["hint"]}>{words.noBackupsFix}</span>
          </p>
        ) : (
          <ul className={`${styles["list"]} ${styles["bare"]}`}>
            {data.backups.map((backup) => (
              <BackupItem key={backup.id} backup={backup} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function StateCard({ health: { checks, history, version, schemaVersion } }: { health: AdminHealth }) {
  const words = useAdminWords();
  const language = useLanguage();
  const worst = worstOf(checks.map(({ status }) => status));
  const [Icon, text] =
    worst === null
      ? [IconHelpCircle, words.unchecked]
      : {
          healthy: [IconCircleCheck, words.allWell] as const,
          degraded: [IconAlertTriangle, words.somewhat] as const,
          unhealthy: [IconCircleX, words.notWell] as const,
        }[worst];
  const past = history.slice(0, 60).toReversed();
  return (
    <section className={styles["card"]}>
      <div className={styles["state"]} data-tone={worst === null ? "none" : tones[worst]}>
        <Icon size={52} stroke={1.6} aria-hidden />
        <div>
          <h2 className={styles["figure"]}>{text}</h2>
          <p className={styles["hint"]}>
            {words.version(version)}
            {schemaVersion !== null && ` · ${words.schema(schemaVersion)}`}
          </p>
        </div>
      </div>
      {checks.length > 0 && (
        <ul className={styles["checks"]}>
          {checks.map(({ check, status, responseTime, details, at }) => (
            <li key={check} className={styles["check"]} data-tone={tones[status]}>
              <strong>
                {words.checks[check]}: {words.checkStates[status]}
              </strong>
              <span className={styles["facts"]}>
                {words.took(numberText(language, responseTime))} · {agoText(language, at, Date.now())}
              </span>
              {details !== null && details !== "" && <span className={styles["facts"]}>{details}</span>}
            </li>
          ))}
        </ul>
      )}
      {past.length > 1 && (
        <>
          <h3>{words.history}</h3>
          <div className={styles["past"]} aria-hidden>
            {past.map(({ check, at, status }) => (
              <span key={`${check} ${at}`} data-tone={tones[status]} title={`${words.checks[check]} · ${at}`} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function worstOf(states: readonly CheckStatus[]): CheckStatus | null {
  return (["unhealthy", "degraded", "healthy"] as const).find((state) => states.includes(state)) ?? null;
}

function BackupItem({ backup }: { backup: Backup }) {
  const words = useAdminWords();
  const language = useLanguage();
  const { kind, files, bytes, createdAt, finishedAt, verifiedAt, error } = backup;
  const [state, tone] =
    error !== null
      ? [words.backupFailed, "bad"]
      : finishedAt === null
        ? [words.backupRunning, "accent"]
        : [verifiedAt === null ? words.backupDone : words.backupVerified, "good"];
  return (
    <li className={styles["item"]}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>
          {dayText(language, createdAt)}
          <span className={styles["badge"]} data-tone={tone}>
            {state}
          </span>
        </span>
        <span className={styles["facts"]}>
          {[
            agoText(language, createdAt, Date.now()),
            words.backupKinds[kind] ?? kind,
            words.storageOf(numberText(language, files), sizeText(language, bytes)),
            ...(error === null ? [] : [error]),
          ].join(" · ")}
        </span>
      </div>
    </li>
  );
}

import { IconAlertTriangle, IconCloudDown, IconPlugConnectedX } from "@tabler/icons-react";
import { useId } from "react";
import { dayText, durationText, percentText, sizeText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { type Keeping, useKeeping } from "../../../../web/studio/offline/use-kept.ts";
import type { JobView } from "../../../jobs/schema.ts";
import { ComicActions } from "./comic-actions.tsx";
import { ContactSheet } from "./contact-sheet.tsx";
import { useFollowedJob } from "./followed-job.ts";
import { type JobActs, useJobActs } from "./job-acts.ts";
import { isOver, stageOf, stageText } from "./job-stage.ts";
import styles from "./made-comic.module.css";
import { useMakingWords } from "./making-words.ts";

/** One comic of a book: how far it is, what can be done with it, and its pages as they are drawn. */
export function MadeComic({ bookId, job, isNewest }: { bookId: string; job: JobView; isNewest: boolean }) {
  const words = useMakingWords();
  const language = useLanguage();
  const isConnected = useFollowedJob(bookId, job);
  const acts = useJobActs(bookId, job);
  const keeping = useKeeping(job.id);
  const title = useId();
  if (acts.removing.isWaiting) return <Regret text={words.removed} onUndo={acts.removing.undo} />;
  return (
    <article className={styles["comic"]} aria-labelledby={title}>
      <header className={styles["head"]}>
        <div className={styles["state"]}>
          <h2 id={title}>{words.comicOf(dayText(language, job.createdAt))}</h2>
          <State job={job} />
        </div>
        <ComicActions bookId={bookId} job={job} acts={acts} keeping={keeping} isNewest={isNewest} />
      </header>
      {!isOver(job) && <Bar job={job} />}
      <Kept keeping={keeping} />
      <Trouble job={job} acts={acts} isConnected={isConnected} />
      <ContactSheet comicId={job.id} isGrowing={!isOver(job)} isShort={!isNewest} />
    </article>
  );
}

/** The stage in words, and the time that is left; what is read aloud changes with the stage, not with every page. */
function State({ job }: { job: JobView }) {
  const words = useMakingWords();
  const language = useLanguage();
  const stage = stageOf(job);
  return (
    <p className={styles["stage"]} data-stage={stage}>
      <span>{stageText(job, words)}</span>
      {job.secondsLeft !== null && !isOver(job) && (
        <span className={styles["left"]}>{words.left(durationText(language, job.secondsLeft))}</span>
      )}
      <span className="out-of-sight" role="status">
        {stage === "drawing" ? "" : words.stages[stage]}
      </span>
    </p>
  );
}

function Bar({ job }: { job: JobView }) {
  const words = useMakingWords();
  const language = useLanguage();
  const percent = Math.round(job.percent);
  return (
    <div
      className={styles["bar"]}
      role="progressbar"
      aria-label={stageText(job, words)}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={percentText(language, job.percent)}
    >
      <span
        className={styles["done"]}
        data-still={job.status === "paused" || undefined}
        style={{ inlineSize: `${job.percent}%` }}
      />
    </div>
  );
}

/** Whether the comic is in this browser too, and how large it is there. */
function Kept({ keeping: { kept, progress } }: { keeping: Keeping }) {
  const words = useMakingWords();
  const language = useLanguage();
  if (kept === null && progress === null) return null;
  return (
    <p className={styles["note"]} role="status" aria-live={progress === null ? "polite" : "off"}>
      <IconCloudDown size={20} aria-hidden />
      {progress === null
        ? words.keptHere(sizeText(language, kept?.bytes ?? 0))
        : words.keeping(progress.done, progress.all, sizeText(language, progress.bytes))}
    </p>
  );
}

/** What stands in the way, in plain words, with what to do. */
function Trouble({ job, acts, isConnected }: { job: JobView; acts: JobActs; isConnected: boolean }) {
  const words = useMakingWords();
  const known = useWords().problems;
  if (acts.cancelling.isWaiting) return <Regret text={words.cancelled} onUndo={acts.cancelling.undo} />;
  if (job.status === "failed" && job.error !== null) {
    const { title, fix } = known[job.error.code] ?? job.error;
    return (
      <div className={styles["trouble"]} role="alert">
        <IconAlertTriangle size={22} aria-hidden />
        <div>
          <strong>{title}</strong>
          <p>
            {fix} {words.failedKept}
          </p>
        </div>
      </div>
    );
  }
  if (!isConnected)
    return (
      <p className={styles["note"]} role="status">
        <IconPlugConnectedX size={20} aria-hidden />
        {words.isAway}
      </p>
    );
  const notes: Partial<Record<JobView["status"], string>> = {
    paused: words.pausedHint,
    cancelled: words.stoppedHint,
  };
  const note = notes[job.status];
  return note === undefined ? null : <p className={styles["note"]}>{note}</p>;
}

/** What was just done, and the way back while there is one. */
function Regret({ text, onUndo }: { text: string; onUndo(): void }) {
  const words = useWords();
  return (
    <p className={styles["regret"]} role="status">
      {text}
      <button type="button" className={styles["undo"]} onClick={onUndo}>
        {words.undo}
      </button>
    </p>
  );
}

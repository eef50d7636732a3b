import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { JobView } from "../../../features/jobs/schema.ts";
import { pageAddress } from "../api/comics.ts";
import { durationText, percentText } from "../i18n/formats.ts";
import { useLanguage, useWords } from "../i18n/language.ts";
import type { Words } from "../i18n/en.ts";
import styles from "./growing-comic.module.css";

/** How many of the newest pages stand in the strip. */
const shown = 5;

/** A comic that is being made: its last pages, how far it is, and how long it still takes. Leads to the book's comics. */
export function GrowingComic({ job, onOpen }: { job: JobView; onOpen?: () => void }) {
  const words = useWords();
  const language = useLanguage();
  const time = job.secondsLeft === null ? null : words.timeLeft(durationText(language, job.secondsLeft));
  const content = (
    <>
      <span className={styles["name"]}>{job.name ?? words.makeComic}</span>
      <PageStrip job={job} />
      <span className={styles["bar"]}>
        <span className={styles["done"]} style={{ inlineSize: `${job.percent}%` }} />
      </span>
      <span className={styles["state"]}>
        <span>{stateText(job, words)}</span>
        <span>{time ?? percentText(language, job.percent)}</span>
      </span>
    </>
  );
  if (job.bookId === null) return <div className={styles["growing"]}>{content}</div>;
  return (
    <Link
      to="/books/$id/comic"
      params={{ id: job.bookId }}
      className={styles["growing"]}
      {...(onOpen && { onClick: onOpen })}
    >
      {content}
    </Link>
  );
}

/** The newest pages, small, and an empty one that is being drawn. */
function PageStrip({ job: { id, pagesDone, pagesTotal } }: { job: JobView }) {
  const first = Math.max(0, pagesDone - shown);
  const numbers = Array.from({ length: pagesDone - first }, (_, i) => first + i);
  return (
    <span className={styles["strip"]} aria-hidden>
      {numbers.map((number) => (
        <SmallPage key={number} address={pageAddress(id, number, 120)} drawn={pagesDone} />
      ))}
      {pagesDone < Math.max(1, pagesTotal) && <span className={`${styles["next"]} tone`} />}
    </span>
  );
}

/** A page, small. Pages are not always drawn one after the other: one that is not there yet is an empty sheet, and is asked for again when more are `drawn`. */
function SmallPage({ address, drawn }: { address: string; drawn: number }) {
  const [missedAt, setMissedAt] = useState<number | null>(null);
  if (missedAt === drawn) return <span className={`${styles["next"]} tone`} />;
  return <img src={address} alt="" width={44} height={62} loading="lazy" onError={() => setMissedAt(drawn)} />;
}

/** What a comic does at the moment, in a few words. */
function stateText({ status, pagesDone, pagesTotal }: JobView, words: Words): string {
  switch (status) {
    case "pending":
      return words.waiting;
    case "paused":
      return words.paused;
    case "failed":
    case "cancelled":
      return words.failed;
    case "completed":
      return words.done;
    default:
      return words.pagesOf(pagesDone, pagesTotal);
  }
}

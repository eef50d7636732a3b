import { Button } from "@mantine/core";
import { durationText, sizeText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { problemText } from "../../../../web/studio/ui/tell.tsx";
import type { Preview } from "../../schema.ts";
import { useMakingWords } from "./making-words.ts";
import styles from "./preview-pane.module.css";
import type { FirstPage } from "./preview-query.ts";

/** The first page as it will be; while a new one comes the old one stays, and a failure is told beneath it. */
export function PreviewPane({ firstPage: { preview, isComing, error, again } }: { firstPage: FirstPage }) {
  const words = useMakingWords();
  return (
    <figure className={styles["pane"]}>
      <div className={styles["desk"]} data-empty={preview === null || undefined}>
        {preview === null ? (
          <div className={`${styles["blank"]} tone`} />
        ) : (
          <img
            className={styles["page"]}
            data-old={isComing || error !== null || undefined}
            src={preview.picture}
            width={preview.width}
            height={preview.height}
            alt={words.previewAlt}
          />
        )}
        {isComing && (
          <p className={styles["coming"]} role="status">
            <span className={styles["pen"]} aria-hidden />
            {preview === null ? words.previewComing : words.previewOld}
          </p>
        )}
      </div>
      {error !== null && <PreviewProblem error={error} onAgain={again} />}
    </figure>
  );
}

function PreviewProblem({ error, onAgain }: { error: Error; onAgain(): void }) {
  const words = useMakingWords();
  const shell = useWords();
  const { title, fix } = problemText(error, shell);
  return (
    <figcaption className={styles["problem"]} role="alert">
      <strong>{words.previewFailed}</strong>
      <span>{shell.sentences(title, fix)}</span>
      <Button size="xs" variant="default" onClick={onAgain}>
        {shell.tryAgain}
      </Button>
    </figcaption>
  );
}

/** How many pages, how long, how much room. */
export function PreviewFacts({ preview, isComing }: { preview: Preview | null; isComing: boolean }) {
  const words = useMakingWords();
  const language = useLanguage();
  const [pages, time, disk] = preview
    ? [words.pages(preview.pages), durationText(language, preview.seconds), sizeText(language, preview.bytes)]
    : ["–", "–", "–"];
  return (
    <>
      <dl className={styles["facts"]} data-old={isComing || undefined}>
        <div>
          <dt>{words.factPages}</dt>
          <dd>{preview ? new Intl.NumberFormat(language).format(preview.pages) : pages}</dd>
        </div>
        <div>
          <dt>{words.factTime}</dt>
          <dd>{time}</dd>
        </div>
        <div>
          <dt>{words.factDisk}</dt>
          <dd>{disk}</dd>
        </div>
      </dl>
      {preview?.isExact === false && <p className={styles["reckoned"]}>{words.reckoned}</p>}
      <p className="out-of-sight" role="status">
        {preview !== null && !isComing && words.ready(pages, time, disk)}
      </p>
    </>
  );
}

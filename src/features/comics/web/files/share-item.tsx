import { Button } from "@mantine/core";
import type { Share } from "../../../../web/studio/api/comics.ts";
import { agoText, dayText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { useDeferredAct } from "../making/deferred-act.ts";
import styles from "./files.module.css";
import type { FilesWords } from "./en.ts";
import { useFilesWords } from "./files-words.ts";
import { shareState } from "./share-state.ts";

/** Milliseconds in which the end of a link can be taken back: few, since whoever ends one wants it shut. */
const regret = 5_000;

/** A link that was made: what it allows, how long it holds, whether it was used, and its end. */
export function ShareItem({ comicId, share, onEnd }: { comicId: string; share: Share; onEnd(): void }) {
  const words = useFilesWords();
  const shell = useWords();
  const language = useLanguage();
  const ending = useDeferredAct(regret);
  const state = ending.isWaiting ? "revoked" : shareState(share, Date.now());
  const used =
    share.lastAccessedAt === null ? words.unopened : words.opened(agoText(language, share.lastAccessedAt, Date.now()));
  const time = timeOf(share, words, (at) => dayText(language, at));
  return (
    <li className={styles["share"]} data-state={state}>
      <div className={styles["about"]}>
        <h4>
          {words.linkOf(dayText(language, share.createdAt))}
          <span className={styles["badge"]}>{words.states[state]}</span>
        </h4>
        <p>
          {words.scopesShort[share.scope]} · {time} · {used}
        </p>
      </div>
      {ending.isWaiting && (
        <p className={styles["ending"]} role="status">
          {words.revoked}
          <Button variant="default" onClick={ending.undo}>
            {shell.undo}
          </Button>
        </p>
      )}
      {!ending.isWaiting && state === "open" && (
        <Button
          variant="default"
          onClick={() =>
            ending.begin({ path: `/comics/${comicId}/shares/${share.id}`, method: "DELETE", onDone: onEnd })
          }
        >
          {words.revoke}
        </Button>
      )}
    </li>
  );
}

function timeOf({ expiresAt, revokedAt }: Share, words: FilesWords, day: (at: string) => string): string {
  if (revokedAt !== null) return words.since(day(revokedAt));
  return expiresAt === null ? words.never : words.until(day(expiresAt));
}

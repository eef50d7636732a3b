import { IconBell } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Notice, readNotices } from "../api/me.ts";
import { noticesQuery } from "../api/queries.ts";
import { agoText } from "../i18n/formats.ts";
import type { Words } from "../i18n/en.ts";
import { useLanguage, useWords } from "../i18n/language.ts";
import { useTellProblem } from "../ui/tell.tsx";
import { HeaderPopover } from "./header-popover.tsx";
import styles from "./notices-menu.module.css";

/** News of what was made; having looked at them makes them read. */
export function NoticesMenu() {
  const words = useWords();
  const client = useQueryClient();
  const tellProblem = useTellProblem();
  const { data } = useQuery(noticesQuery);
  const { mutate: markRead } = useMutation({
    mutationFn: readNotices,
    onSuccess: () => client.invalidateQueries({ queryKey: noticesQuery.queryKey }),
    onError: tellProblem,
  });
  const notices = data?.items ?? [];
  const fresh = notices.filter(({ readAt }) => readAt === null).length;
  return (
    <HeaderPopover
      icon={<IconBell size={22} stroke={1.7} aria-hidden />}
      label={fresh > 0 ? `${words.notices}: ${words.noticesNew(fresh)}` : words.notices}
      isNew={fresh > 0}
      title={words.notices}
      onClosed={() => fresh > 0 && markRead()}
    >
      {(close) =>
        notices.length === 0 ? (
          <p className={styles["none"]}>{words.noticesNone}</p>
        ) : (
          <ul className={styles["list"]}>
            {notices.map((notice) => (
              <li key={notice.id}>
                <NoticeLine notice={notice} onOpen={close} />
              </li>
            ))}
          </ul>
        )
      }
    </HeaderPopover>
  );
}

/** What happened, in a sentence; what failed without a book is a file that was no book. */
function noticeText({ noticeOf, untitled }: Words, { kind, title, bookId }: Notice): string {
  const name = title ?? untitled;
  if (kind === "completed") return noticeOf.completed(name);
  if (kind === "failed") return bookId === null ? noticeOf.refused(name) : noticeOf.failed(name);
  return name;
}

function NoticeLine({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { bookId, error, createdAt, readAt } = notice;
  const language = useLanguage();
  const words = useWords();
  const { problems } = words;
  const trouble = error && (problems[error.code] ?? error);
  const content = (
    <>
      <span className={styles["words"]}>
        {noticeText(words, notice)}
        {trouble && ` ${words.sentences(trouble.title, trouble.fix)}`}
      </span>
      <span className={styles["when"]}>{agoText(language, createdAt, Date.now())}</span>
    </>
  );
  const className = `${styles["line"]} ${readAt === null ? styles["fresh"] : ""}`;
  if (bookId === null) return <div className={className}>{content}</div>;
  return (
    <Link to="/books/$id/comic" params={{ id: bookId }} className={className} onClick={onOpen}>
      {content}
    </Link>
  );
}

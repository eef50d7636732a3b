import { Button, NativeSelect, SegmentedControl, Skeleton } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { listShares, makeShare, type NewShare, type Share } from "../../../../web/studio/api/comics.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { ShownOnce } from "../../../../web/studio/ui/shown-once.tsx";
import { problemText, useTellProblem } from "../../../../web/studio/ui/tell.tsx";
import styles from "./files.module.css";
import { useFilesWords } from "./files-words.ts";
import { ShareItem } from "./share-item.tsx";

const sharesQueryOf = (comicId: string) =>
  queryOptions({ queryKey: ["shares", comicId], queryFn: () => listShares(comicId) });

/** For how many days a link can hold; `0` stands for no end. */
const lastings = [1, 7, 30, 90, 365, 0];

/** Links to a comic: a new one, and all there were. */
export function Shares({ comicId }: { comicId: string }) {
  const words = useFilesWords();
  const shell = useWords();
  const client = useQueryClient();
  const tellProblem = useTellProblem();
  const [wish, setWish] = useState<{ scope: Share["scope"]; days: number }>({ scope: "read", days: 30 });
  const { data, error, refetch } = useQuery(sharesQueryOf(comicId));
  const refresh = (): void => void client.invalidateQueries(sharesQueryOf(comicId));
  const {
    mutate,
    data: made,
    isPending,
  } = useMutation({
    mutationFn: (share: NewShare) => makeShare(comicId, share),
    onSuccess: refresh,
    onError: tellProblem,
  });
  const isStillOpen = data?.items.some(({ id, revokedAt }) => id === made?.id && revokedAt === null);
  return (
    <section className={styles["part"]} aria-labelledby="shares-title">
      <h2 id="shares-title">{words.shares}</h2>
      <p className={styles["hint"]}>{words.sharesHint}</p>
      <form
        className={styles["wish"]}
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ scope: wish.scope, days: wish.days === 0 ? null : wish.days });
        }}
      >
        <div>
          <span className={styles["label"]}>{words.scope}</span>
          <SegmentedControl
            aria-label={words.scope}
            value={wish.scope}
            onChange={(scope) => setWish({ ...wish, scope })}
            data={[
              { value: "read", label: words.scopes.read },
              { value: "download", label: words.scopes.download },
            ]}
          />
        </div>
        <NativeSelect
          label={words.lasting}
          value={wish.days}
          onChange={(event) => setWish({ ...wish, days: Number(event.currentTarget.value) })}
          data={lastings.map((days) => ({
            value: String(days),
            label: days === 0 ? words.forever : words.days(days),
          }))}
        />
        <Button type="submit" loading={isPending} leftSection={<IconLink size={18} aria-hidden />}>
          {words.makeLink}
        </Button>
      </form>
      {made && made.link !== null && isStillOpen !== false && (
        // A studio behind another address gives its links with that; one on this machine gives a path.
        <ShownOnce key={made.id} value={new URL(made.link, location.href).href} hint={words.linkHint} />
      )}
      {!data && error === null && <Skeleton height={64} radius="sm" role="status" aria-label={shell.loading} />}
      {!data && error !== null && (
        <div className={styles["problem"]} role="alert">
          {shell.sentences(words.linksFailed, problemText(error, shell).fix)}
          <Button variant="default" onClick={() => void refetch()}>
            {shell.tryAgain}
          </Button>
        </div>
      )}
      {data && data.items.length > 0 && (
        <>
          <h3>{words.links}</h3>
          <ul className={styles["links"]}>
            {data.items.map((share) => (
              <ShareItem key={share.id} comicId={comicId} share={share} onEnd={refresh} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

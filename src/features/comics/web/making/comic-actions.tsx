import { ActionIcon, Button, Menu } from "@mantine/core";
import {
  IconBook2,
  IconCloudDown,
  IconCloudOff,
  IconCopyPlus,
  IconDots,
  IconDownload,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconTrash,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { LinkButton } from "../../../../web/studio/ui/link-button.tsx";
import type { Keeping } from "../../../../web/studio/offline/use-kept.ts";
import type { JobView } from "../../../jobs/schema.ts";
import type { JobActs } from "./job-acts.ts";
import { isOver, isRunning } from "./job-stage.ts";
import styles from "./made-comic.module.css";
import { useMakingWords } from "./making-words.ts";

/** The next step with a comic as a button, and the rest of them in a menu. */
export function ComicActions({
  bookId,
  job,
  acts,
  keeping,
  isNewest,
}: {
  bookId: string;
  job: JobView;
  acts: JobActs;
  keeping: Keeping;
  isNewest: boolean;
}) {
  const words = useMakingWords();
  return (
    <div className={styles["actions"]}>
      {job.pagesDone > 0 && (
        <LinkButton
          to="/comics/$id"
          params={{ id: job.id }}
          variant={job.status === "completed" ? "filled" : "default"}
          leftSection={<IconBook2 size={20} aria-hidden />}
        >
          {job.status === "completed" ? words.read : words.readOn}
        </LinkButton>
      )}
      {!acts.cancelling.isWaiting && <NextStep job={job} acts={acts} />}
      {job.status === "completed" && isNewest && (
        <LinkButton
          to="/books/$id/files"
          params={{ id: bookId }}
          variant="default"
          leftSection={<IconDownload size={20} aria-hidden />}
        >
          {words.files}
        </LinkButton>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={words.actions}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCopyPlus size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/books/$id/new" params={{ id: bookId }} {...props} />}
          >
            {words.makeAnother}
          </Menu.Item>
          {job.status === "completed" && <KeepItem keeping={keeping} />}
          {(!isOver(job) || job.status === "failed") && !acts.cancelling.isWaiting && (
            <Menu.Item leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={acts.cancel}>
              {words.cancel}
            </Menu.Item>
          )}
          {isOver(job) && (
            <Menu.Item leftSection={<IconTrash size={18} aria-hidden />} onClick={acts.remove}>
              {words.remove}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** Whether the comic can be read without the studio. */
function KeepItem({ keeping: { kept, progress, keep, stop, drop } }: { keeping: Keeping }) {
  const words = useMakingWords();
  const isKept = kept !== null || progress !== null;
  const act = progress !== null ? stop : kept === null ? keep : drop;
  return (
    <Menu.Item
      leftSection={isKept ? <IconCloudOff size={18} aria-hidden /> : <IconCloudDown size={18} aria-hidden />}
      onClick={act}
    >
      {progress !== null ? words.keepStop : kept === null ? words.keep : words.keepDrop}
    </Menu.Item>
  );
}

function NextStep({ job, acts }: { job: JobView; acts: JobActs }) {
  const words = useMakingWords();
  if (isRunning(job))
    return (
      <Button
        variant="default"
        leftSection={<IconPlayerPause size={20} aria-hidden />}
        disabled={acts.isActing}
        onClick={() => acts.act("pause")}
      >
        {words.pause}
      </Button>
    );
  if (job.status === "paused")
    return (
      <Button
        leftSection={<IconPlayerPlay size={20} aria-hidden />}
        disabled={acts.isActing}
        onClick={() => acts.act("resume")}
      >
        {words.resume}
      </Button>
    );
  if (job.status === "failed")
    return (
      <Button
        leftSection={<IconRefresh size={20} aria-hidden />}
        disabled={acts.isActing}
        onClick={() => acts.act("retry")}
      >
        {words.retry}
      </Button>
    );
  return null;
}

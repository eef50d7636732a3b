import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import styles from "./admin.module.css";
import { useAdminWords } from "./admin-words.ts";

/** The link of an invitation that was just made; the studio itself does not know it any more. */
export function InvitationLink({ link }: { link: string }) {
  const words = useAdminWords();
  const [state, setState] = useState<"new" | "copied" | "failed">("new");
  const address = new URL(link, location.href).href;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setState("copied");
    } catch {
      // Not allowed, or not there at all over plain HTTP from another machine: the person copies by hand.
      setState("failed");
    }
  };
  return (
    <div className={styles["secret"]}>
      <p role="status">{state === "failed" ? words.copyFailed : words.inviteLink}</p>
      <code tabIndex={0}>{address}</code>
      <div>
        <Button
          variant="default"
          leftSection={state === "copied" ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          onClick={() => void copy()}
        >
          {state === "copied" ? words.copied : words.copy}
        </Button>
      </div>
    </div>
  );
}

import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";

/** A token that was just made: the studio itself does not know it any more. */
export function NewToken({ token }: { token: string }) {
  const words = useSettingsWords();
  const [state, setState] = useState<"new" | "copied" | "failed">("new");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(token);
      setState("copied");
    } catch {
      // Not allowed, or not there at all over plain HTTP from another machine: the person copies by hand.
      setState("failed");
    }
  };
  return (
    <div className={styles["secret"]}>
      <p role="status">{state === "failed" ? words.copyFailed : words.tokenMade}</p>
      <code tabIndex={0}>{token}</code>
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

import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import styles from "./files.module.css";
import { useFilesWords } from "./files-words.ts";

/** A link that was just made, to be copied: the studio itself does not know it any more. */
export function NewLink({ link }: { link: string }) {
  const words = useFilesWords();
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"new" | "copied" | "failed">("new");
  // A studio behind another address gives its links with that; one on this machine gives a path.
  const address = new URL(link, location.href).href;
  useEffect(() => field.current?.select(), []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setState("copied");
    } catch {
      // Not allowed, or not there at all over plain HTTP from another machine: the person copies by hand.
      field.current?.select();
      setState("failed");
    }
  };
  return (
    <div className={styles["newLink"]}>
      <label className={styles["label"]} htmlFor="new-link">
        {words.link}
      </label>
      <div className={styles["linkRow"]}>
        <input
          id="new-link"
          ref={field}
          className={styles["address"]}
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          variant="default"
          leftSection={state === "copied" ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
          onClick={() => void copy()}
        >
          {state === "copied" ? words.copied : words.copy}
        </Button>
      </div>
      <p className={styles["hint"]} role="status">
        {state === "failed" ? words.copyFailed : words.linkHint}
      </p>
    </div>
  );
}

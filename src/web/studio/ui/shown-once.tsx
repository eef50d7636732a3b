import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useDictionary } from "../i18n/language.ts";
import styles from "./shown-once.module.css";

const dictionaries = {
  en: {
    copy: "Copy",
    copied: "Copied",
    copyFailed: "It could not be copied; it is selected, copy it with the keyboard.",
  },
  ja: {
    copy: "コピー",
    copied: "コピーしました",
    copyFailed: "コピーできませんでした。選択してありますので、キーボードでコピーしてください。",
  },
};

/** Something that was just made and that the studio itself does not know any more, to be copied; `hint` says what it is. */
export function ShownOnce({ value, hint }: { value: string; hint: string }) {
  const words = useDictionary(dictionaries);
  const place = useRef<HTMLElement>(null);
  const [state, setState] = useState<"new" | "copied" | "failed">("new");
  const whole = useRef<HTMLDivElement>(null);
  // It is there only now: nobody is to miss it below the edge of the window.
  useEffect(() => {
    whole.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setState("copied");
    } catch {
      // Not allowed, or not there at all over plain HTTP from another machine: the person copies by hand.
      if (place.current) getSelection()?.selectAllChildren(place.current);
      setState("failed");
    }
  };
  return (
    <div ref={whole} className={styles["once"]}>
      <p role="status">{state === "failed" ? words.copyFailed : hint}</p>
      <code ref={place} tabIndex={0}>
        {value}
      </code>
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

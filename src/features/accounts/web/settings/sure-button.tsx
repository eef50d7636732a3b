import { Button } from "@mantine/core";
import { useState } from "react";

/** For what cannot be taken back: the first press asks, the second does it. Looking elsewhere takes the question back. */
export function SureButton({
  label,
  name,
  question,
  isPending,
  onSure,
}: {
  label: string;
  /** What a screen reader says, where `label` alone does not tell which one. */
  name?: string;
  question: string;
  isPending: boolean;
  onSure: () => void;
}) {
  const [isAsked, setAsked] = useState(false);
  return (
    <Button
      variant={isAsked ? "filled" : "default"}
      loading={isPending}
      aria-label={isAsked ? question : (name ?? label)}
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (isAsked) onSure();
        setAsked(!isAsked);
      }}
    >
      {isAsked ? question : label}
    </Button>
  );
}

import type { Draft, Line } from "./draft.ts";

const lettered = (lines: readonly Line[], text: string): string =>
  lines.flatMap(({ pieces }) => pieces.map(({ start, end }) => text.slice(start, end))).join(" ");

/** The captions of a panel, titles apart. */
export function captionOf({ lines }: Draft, text: string): string {
  return lettered(
    lines.filter(({ kind, title }) => kind === "narration" && !title),
    text,
  );
}

/** What is said in a panel. */
export function spokenOf({ lines }: Draft, text: string): string {
  return lettered(
    lines.filter(({ kind }) => kind !== "narration"),
    text,
  );
}

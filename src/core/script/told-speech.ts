import type { Span } from "../book/book.ts";
import { isTag } from "./speech-tags.ts";

/** Speech inside speech: single marks within double ones, closed behind a stop. */
const inner =
  /(?:(?<![\p{L}\p{N}])[‘'](?=[\p{Lu}…—])|(?<=[,;:] )[‘'](?=\p{Ll}))([^‘“”"]*?[.,!?;:…—-])[’'](?![\p{L}\p{N}])/gu;

/** Share of the words in inner marks from which the rest tells of a talk instead of quoting somebody in passing. */
const mostlyTalk = 0.35;

/**
 * The lines of a talk that is told inside marks (“‘Stop!’ cried the old man. ‘Who goes there?’”) and what is told between them:
 * spans without the inner marks, in order. Null where the words between marks are plain speech.
 */
export function toldTalk(text: string, { start, end }: Span): { span: Span; said: boolean }[] | null {
  if (!/^[“"]/.test(text.slice(start, end))) return null;
  const words = text.slice(start, end);
  const parts: { span: Span; said: boolean }[] = [];
  let [at, spoken] = [1, 0];
  for (const { index, 0: all, 1: line = "" } of words.matchAll(inner)) {
    if (index > at) parts.push({ span: { start: start + at, end: start + index }, said: false });
    parts.push({ span: { start: start + index + 1, end: start + index + 1 + line.length }, said: true });
    at = index + all.length;
    spoken += all.length;
  }
  const closed = /[”"]$/.test(words) ? 1 : 0;
  if (at < words.length - closed) parts.push({ span: { start: start + at, end: end - closed }, said: false });
  const tagged = parts.some(
    ({ span, said }, i) =>
      !said &&
      ((parts[i - 1]?.said === true && isTag(text, span, "after", "en")) ||
        (parts[i + 1]?.said === true && isTag(text, span, "before", "en"))),
  );
  return tagged && spoken > mostlyTalk * words.length ? parts : null;
}

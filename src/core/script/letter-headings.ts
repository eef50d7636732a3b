import type { Draft, Line } from "./draft.ts";

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
/** Place and date above a letter or a page of a diary, with no more than names around them. */
const dateline = new RegExp(
  `^[_(]*(?:(?:\\p{Lu}[\\p{L}’'.-]*|near|at|on|the|of|\\d+)[,.;]? ){0,8}(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})|(?:${months}) \\d{1,2}(?:st|nd|rd|th)?)(?:,? (?:\\d{4}|(?:one|two|\\d{1,2})(?:[.:]\\d\\d)? ?(?:a\\.? ?m|p\\.? ?m)\\.?))?[_.,;:—–-]*$`,
  "u",
);
/** The words with which a letter begins: My dear Lizzy, */
const salutation =
  /^_?(?:MY (?:OWN )?(?:DEAR|DEAREST|DARLING)|(?:DEAR|DEAREST)|My (?:own )?(?:dear|dearest) \p{Lu}|Dear(?:est)? \p{Lu})(?:[^.!?]{0,36}),?(?:[—–]|--)+_?$/u;
/** A name in capitals below it. */
const signature = /^_?(?:\p{Lu}\. ?)*\p{Lu}{2,}(?: \p{Lu}{2,}){1,2}\.?_?$/u;

/** Whether words stand above or below the text of a letter: nobody says them. */
export const headsLetter = (words: string): boolean => dateline.test(words) || salutation.test(words);

/** Whether words are the name under a letter. */
export const signsLetter = (words: string): boolean => signature.test(words);

/**
 * Makes the heading and the name of a letter part of what is written, whose mouth they were taken for: place and date, My dear
 * Lizzy, and a name in capitals where a letter stands right before it. The lines stay the same objects: fates point at them.
 */
export function markHeadings(drafts: readonly Draft[], text: string): void {
  let written = false;
  for (const draft of drafts) {
    for (const line of draft.lines) {
      const words = wordsOf(line, text);
      const heading: boolean =
        line.kind !== "narration" && line.kind !== "letter" && (headsLetter(words) || (written && signsLetter(words)));
      written = heading || line.kind === "letter";
      if (!heading) continue;
      const { speaker } = line;
      line.kind = "letter";
      line.speaker = null;
      delete line.maybe;
      const part = speaker === null ? undefined : draft.people.get(speaker);
      const talks = draft.lines.some((other) => other.speaker === speaker);
      if (speaker !== null && part !== undefined && !talks) draft.people.set(speaker, { ...part, speaks: false });
    }
  }
}

/** The words of a line without the marks of a quote around them. */
const wordsOf = ({ pieces }: Line, text: string): string =>
  pieces
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .replaceAll("_", "")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[“"‘'\s]+|[”"’'\s]+$/gu, "");

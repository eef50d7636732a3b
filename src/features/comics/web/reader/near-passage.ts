import type { Passage } from "../../../../web/studio/api/books.ts";

/** Letters around a sentence below which a paragraph more is shown. */
const tooLittle = 60;
const gap = "\n";

/** A sentence with its own paragraph around it; where that is short, with the one before too. What is cut off is not marked: paragraphs are whole. */
export function nearPassage({ before, words, after }: Passage): Pick<Passage, "before" | "words" | "after"> {
  const own = after.split(gap, 1)[0] ?? "";
  const start = before.lastIndexOf(gap) + 1;
  const isShort = before.length - start + own.length < tooLittle;
  const earlier = before.slice(0, start).trimEnd();
  const from = isShort && earlier !== "" ? earlier.lastIndexOf(gap) + 1 : start;
  return { before: before.slice(from), words, after: own };
}

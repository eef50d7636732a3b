import { readFileSync } from "node:fs";
import { readBook } from "../src/core/book/read-book.ts";
import { withoutDoubtful } from "../src/core/script/doubtful-lines.ts";
import type { Person, Quote } from "../src/core/story/story.ts";
import { understand } from "../src/core/story/understand.ts";

/** Books with labels in test/gold: those that rules were tuned on, and the one that was only ever counted. */
export const tunedWorks = ["gon", "rashomon", "chumon", "botchan", "dogra"] as const;
export const untunedWorks = ["kusamakura"] as const;
/** Short tales of our own in today's manners of writing, in test/stories. */
export const ownTales = [
  "kari-gasa",
  "hashi-no-shita",
  "madori",
  "yuki-no-yubin",
  "kaze-machi",
  "kaisatsu",
  "majo",
  "hoken",
  "yado",
  "kikaku",
  "shogi",
  "ido-no-kyaku",
  "futatsu-no-tokei",
] as const;

export const ownEnglishTales = [
  "the-third-oven",
  "the-borrowed-boat",
  "signal-nine",
  "mrs-pell-and-the-crow",
  "the-silent-note",
] as const;

/** Quotes of a book with who says them: `a|b` where either is right, null where it is a notice, a title or a mere mention. */
interface Gold {
  work: string;
  /** Within the data folder, or in `stories/` beside this file. */
  file: string;
  quotes: [start: number, end: number, speaker: string | null][];
}

/** Counts of labelled quotes. `lines` are those that somebody says. */
export interface SpeakerScore {
  quotes: number;
  found: number;
  lines: number;
  /** Lines whose speaker was named rightly, sure or not; a line left to nobody is wrong. */
  right: number;
  /** Quotes whose speaker is sure enough for the pages. */
  shown: number;
  shownRight: number;
}

/** Reads a labelled book from the data folder and counts how many of its speakers were named rightly. */
export async function scoreSpeakers(work: string, data: URL): Promise<SpeakerScore> {
  // The labels are the repository's own, of this shape.
  const gold = JSON.parse(readFileSync(new URL(`gold/speakers-${work}.json`, import.meta.url), "utf8")) as Gold;
  const book = await readBook(
    new Uint8Array(readFileSync(new URL(gold.file, gold.file.startsWith("stories/") ? import.meta.url : data))),
  );
  if (!book.ok) throw new Error(`${gold.file}: ${book.code}`);
  const { quotes, cast } = understand(book.value);
  return countSpeakers(gold, quotes, withoutDoubtful(book.value.text, quotes, cast), cast);
}

function countSpeakers(gold: Gold, quotes: readonly Quote[], sure: readonly Quote[], cast: readonly Person[]) {
  const namesOf = new Map(cast.map(({ id, name, aliases }) => [id, [name, ...aliases]]));
  const at = new Map(quotes.map((quote, i) => [`${quote.start}-${quote.end}`, i]));
  const score: SpeakerScore = { quotes: gold.quotes.length, found: 0, lines: 0, right: 0, shown: 0, shownRight: 0 };
  for (const [start, end, speaker] of gold.quotes) {
    const i = at.get(`${start}-${end}`) ?? -1;
    const isRight = (id: string | null | undefined) =>
      speaker !== null && (namesOf.get(id ?? "") ?? []).some((name) => speaker.split("|").includes(name));
    const named = sure[i]?.speaker ?? null;
    if (i >= 0) score.found += 1;
    if (speaker !== null) score.lines += 1;
    if (isRight(quotes[i]?.speaker)) score.right += 1;
    if (named !== null) score.shown += 1;
    if (named !== null && isRight(named)) score.shownRight += 1;
  }
  return score;
}

/** The sum of several counts. */
export function sumOf(scores: readonly SpeakerScore[]): SpeakerScore {
  const sum: SpeakerScore = { quotes: 0, found: 0, lines: 0, right: 0, shown: 0, shownRight: 0 };
  for (const score of scores) {
    sum.quotes += score.quotes;
    sum.found += score.found;
    sum.lines += score.lines;
    sum.right += score.right;
    sum.shown += score.shown;
    sum.shownRight += score.shownRight;
  }
  return sum;
}

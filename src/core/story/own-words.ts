import * as steady from "../geometry/steady-math.ts";
import type { RawQuote } from "./quotes.ts";
import type { Turn } from "./turns.ts";

/** Words of a person's lines; fewer than `least` say nothing. */
const least = 120;
/** The weight of what everybody says, in words. */
const common = 600;

/** Counts of the words in some lines. */
class WordCount {
  readonly counts = new Map<string, number>();
  all = 0;
  add(words: readonly string[]): void {
    for (const word of words) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
    this.all += words.length;
  }
}

/**
 * For every turn without a tag: how much its words are those of each person whose lines are known by tags, in standard
 * deviations or so. Who always says `my dear` says it again.
 */
export function wordsOfEach(
  turns: readonly Turn[],
  text: string,
  quotes: readonly RawQuote[],
): ReadonlyMap<number, number>[] {
  const everybody = new WordCount();
  const each = new Map<number, WordCount>();
  const words = turns.map(({ quotes: own }) =>
    own.flatMap((i) => {
      const inner = quotes[i]?.inner;
      return inner === undefined ? [] : wordsIn(text.slice(inner.start, inner.end));
    }),
  );
  for (const [t, { fixed }] of turns.entries()) {
    everybody.add(words[t] ?? []);
    if (fixed === null) continue;
    const own = each.get(fixed) ?? new WordCount();
    own.add(words[t] ?? []);
    each.set(fixed, own);
  }
  const known = [...each].filter(([, { all }]) => all >= least);
  return turns.map(({ fixed }, t) => {
    const line = words[t] ?? [];
    if (fixed !== null || line.length === 0) return new Map();
    return new Map(known.map(([who, own]) => [who, likeness(line, own, everybody)]));
  });
}

const wordsIn = (line: string) => line.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?|[!?]/gu) ?? [];

function likeness(line: readonly string[], own: WordCount, everybody: WordCount): number {
  let sum = 0;
  for (const word of line) {
    const usual = (everybody.counts.get(word) ?? 1) / everybody.all;
    sum += steady.log(((own.counts.get(word) ?? 0) + common * usual) / (own.all + common) / usual);
  }
  return Math.max(-3, Math.min(3, sum / Math.sqrt(line.length)));
}

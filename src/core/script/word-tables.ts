/** A word's meaning and how strongly it speaks: 0 is the strongest. */
export interface Ranked<T> {
  value: T;
  rank: number;
}

/** A table of words from rows of a meaning and its words; earlier rows speak louder. */
export function tableOf<T>(rows: readonly (readonly [T, string])[]): Map<string, Ranked<T>> {
  const table = new Map<string, Ranked<T>>();
  rows.forEach(([value, words], rank) => {
    for (const word of words.split(" ")) if (!table.has(word)) table.set(word, { value, rank });
  });
  return table;
}

/** The strongest meaning among the English words of a text; `counts` may refuse a word, also for what stands before it. */
export function firstWord<T>(
  text: string,
  table: ReadonlyMap<string, Ranked<T>>,
  counts: (before: string, word: string) => boolean = () => true,
): T | null {
  let best: Ranked<T> | null = null;
  for (const match of text.toLowerCase().matchAll(/[a-z]+(?:-[a-z]+)*/g)) {
    const hit = table.get(match[0]);
    if (hit && (best === null || hit.rank < best.rank) && counts(text.slice(0, match.index), match[0])) best = hit;
  }
  return best?.value ?? null;
}

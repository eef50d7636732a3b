import type { NamePhrase } from "./names.ts";
import type { Token } from "./tokens.ts";

/** Whether the narration keeps a name apart from somebody who goes by other names. */
export type Company = (keys: readonly string[], key: string, count: number) => boolean;

/** Fewest sentences that name two forms side by side, and their least share of the rarer form's places. */
const least = { times: 2, share: 0.05 } as const;

/**
 * Counts which names stand together in one sentence of the narration. Who is named beside somebody is not that
 * somebody: `Jane and Mrs. Bennet` are two, however well the one name would fit the other.
 */
export function companyOf(tokens: readonly Token[], phrases: readonly NamePhrase[], quoted: Uint8Array): Company {
  const together = new Map<string, Map<string, number>>();
  const note = (a: string, b: string) => {
    const row = together.get(a) ?? new Map<string, number>();
    together.set(a, row.set(b, (row.get(b) ?? 0) + 1));
  };
  let here: string[] = [];
  let last = 0;
  for (const phrase of phrases) {
    if (quoted[phrase.start] === 1) continue;
    if (tokens.slice(last, phrase.first + 1).some(({ opens }) => opens)) here = [];
    for (const other of here) {
      note(phrase.key, other);
      note(other, phrase.key);
    }
    if (!here.includes(phrase.key)) here.push(phrase.key);
    last = phrase.last + 1;
  }
  return (keys, key, count) => {
    const row = together.get(key);
    const times = keys.reduce((sum, other) => sum + (other === key ? 0 : (row?.get(other) ?? 0)), 0);
    return times >= Math.max(least.times, least.share * count);
  };
}

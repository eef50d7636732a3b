import type { Talker, Turn } from "./turns.ts";

/**
 * Who talks to himself, turn by turn; null where two may be talking. One paragraph of speech after another, each with a tag,
 * all names in the tags one person's, and no he or she that could be another who is about.
 */
export function soliloquies(run: readonly Turn[], people: readonly Talker[]): (number | null)[] {
  const alone: (number | null)[] = run.map(() => null);
  for (let from = 0; from < run.length;) {
    let to = from + 1;
    while (to < run.length && run[to]?.gap === 0) to += 1;
    const who = loneSpeaker(run.slice(from, to), people);
    if (who !== null) alone.fill(who, from, to);
    from = to;
  }
  return alone;
}

function loneSpeaker(turns: readonly Turn[], people: readonly Talker[]): number | null {
  const who = turns.find(({ fixed }) => fixed !== null)?.fixed ?? null;
  const voice = people[who ?? -1]?.voice ?? null;
  if (who === null || voice === null) return null;
  const own = ({ fixed, gender, kin, near, stranger }: Turn) =>
    fixed === who ||
    (fixed === null && !stranger && !kin && gender === voice && near[0] === who && !near.some((one) => rivals(one)));
  const rivals = (one: number) => one !== who && people[one]?.voice === voice;
  return turns.every((turn) => own(turn)) ? who : null;
}

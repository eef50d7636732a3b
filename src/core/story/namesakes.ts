import { firstNames } from "./name-words.ts";
import type { NamePhrase } from "./names.ts";

/** UTF-16 units over which a first name goes on meaning who was last called by it in full. */
const reach = 3_000;
/** So often a namesake is called in full to be one. */
const leastFull = 5;

/**
 * Whom a bare first name means that two people share: `Joe` is Joe Harper, but behind `Injun Joe` it is he for a while. Only
 * for who is called by an epithet before the first name at least as often as the other by all of his: behind `Mycroft Holmes` Holmes is
 * still the other one. Asked phrase by phrase, in the order of the text; gives the member, or null where nothing is shared.
 */
export function namesakes(
  phrases: readonly NamePhrase[],
  byKey: ReadonlyMap<string, number>,
): (phrase: NamePhrase) => number | null {
  const full = new Map<number, number>();
  for (const { key, names, titles } of phrases) {
    const member = byKey.get(key);
    if (member !== undefined && names.length > 1 && titles.length === 0) full.set(member, (full.get(member) ?? 0) + 1);
  }
  const shared = new Map<string, number>();
  for (const [key, rival] of byKey) {
    const words = key.split(" ");
    const name = words.at(-1) ?? "";
    const own = byKey.get(name);
    if (words.length !== 2 || !firstNames.has(name) || firstNames.has(words[0] ?? "") || own === undefined) continue;
    const times = full.get(rival) ?? 0;
    if (own !== rival && times >= leastFull && times >= (full.get(own) ?? 0)) shared.set(name, rival);
  }
  const last = new Map<string, { member: number; end: number }>();
  return ({ key, names, titles, start, end }) => {
    const name = names.at(names.length > 1 && shared.has(names[0] ?? "") ? 0 : -1) ?? "";
    const rival = shared.get(name);
    const whole = byKey.get(key);
    if (rival === undefined || titles.length > 0 || whole === undefined) return null;
    const before = last.get(name);
    const means = names.length === 1 && before?.member === rival && start - before.end < reach ? rival : whole;
    last.set(name, { member: means, end });
    return names.length === 1 ? means : null;
  };
}

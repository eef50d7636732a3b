import { speciesWords } from "./looks-words.ts";
import { mentionCounts } from "./mention-index.ts";
import { type Named, standsFor } from "./stands-for.ts";
import type { Species, Trait } from "./story.ts";

/** What a beast has and a person has not. */
const parts =
  "tails?|paws?|muzzle|fangs?|fur|hoofs?|hooves|hindquarters|hackles|mane|wings?|beak|feathers?|claws?|snout|whelps|bristles";
const ownPart = new RegExp(`^['’]s? (?:[\\p{L}-]+,? ){0,2}(?:${parts})\\b`, "u");
const hisPart = new RegExp(`^[^.!?“”"]{0,90}?\\b(?:his|her|its) (?:[\\p{L}-]+,? ){0,2}(?:${parts})\\b`, "u");
const beastly =
  /^ (?:barked|growled|snarled|whined|whimpered|howled|neighed|whinnied|purred|mewed|yelped|bristled|wagged)\b/u;

const kinds = [...speciesWords.keys(), "husky", "mare", "stallion", "colt", "filly", "steed"].join("|");
const kindNoun = new RegExp(`\\b([Tt]he|[Tt]his|[Tt]hat|[Aa]n?)((?: [a-z][\\p{L}-]*,?){0,3}?) (${kinds})\\b`, "gu");
const otherWords = new Map<string, Species>([
  ["husky", "dog"],
  ["mare", "horse"],
  ["stallion", "horse"],
  ["colt", "horse"],
  ["filly", "horse"],
  ["steed", "horse"],
]);

/** Weight of beastly words for each mention, and in all, from which on somebody is a beast. */
const leastShare = 0.005;
const least = 1.4;

/**
 * Who of the cast is a beast, by what the whole book says of the body: a dog's master is often named beside `the dog`, but has
 * no paws. Null for everybody else, and where no word tells what beast it is.
 */
export function beastsAmong(named: Named, quoted: Uint8Array): (Trait<Species> | null)[] {
  const { text, members, mentions } = named;
  const bodies = members.map(() => 0);
  const counts = mentionCounts(members.length, mentions);
  for (const [i, { member, start, end }] of mentions.entries()) {
    if (quoted[start] === 1) continue;
    const next = Math.min(mentions[i + 1]?.start ?? end + 160, end + 160);
    const after = text.slice(end, next);
    const weight = ownPart.test(after) ? 1.5 : beastly.test(after) ? 0.7 : hisPart.test(after) ? 0.8 : 0;
    bodies[member] = (bodies[member] ?? 0) + weight;
  }
  const called = nounsFor(named, quoted);
  return members.map((_, i) => {
    const weight = bodies[i] ?? 0;
    return weight >= Math.max(least, leastShare * (counts[i] ?? 0)) ? likeliest(called[i] ?? []) : null;
  });
}

interface Called extends Trait<Species> {
  weight: number;
}

function nounsFor(named: Named, quoted: Uint8Array): Called[][] {
  const called = named.members.map((): Called[] => []);
  for (const match of named.text.matchAll(kindNoun)) {
    const [whole, article = "", , noun = ""] = match;
    const start = match.index;
    const value = speciesWords.get(noun) ?? otherWords.get(noun);
    const found = quoted[start] === 1 ? null : standsFor(named, start, article.toLowerCase(), null);
    if (found !== null && value !== undefined)
      called[found.member]?.push({ value, start, end: start + whole.length, weight: found.sure });
  }
  return called;
}

/** Weight of the nouns that tell what beast it is. */
const leastCalled = 1.2;

function likeliest(called: readonly Called[]): Trait<Species> | null {
  const sums = new Map<Species, number>();
  for (const { value, weight } of called) sums.set(value, (sums.get(value) ?? 0) + weight);
  const [best, weight = 0] = [...sums].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  if (weight < leastCalled) return null;
  const proof = called.filter(({ value }) => value === best).toSorted((a, b) => b.weight - a.weight)[0];
  return proof === undefined ? null : { value: proof.value, start: proof.start, end: proof.end };
}

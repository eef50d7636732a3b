import { speciesWords } from "./looks-words.ts";
import { mentionCounts } from "./mention-index.ts";
import { type Named, standsFor } from "./stands-for.ts";
import type { Species, Trait } from "./story.ts";

/** What a beast has and a person has not. */
const parts =
  "tails?|paws?|muzzle|fangs?|fur|hoofs?|hooves|hindquarters|hackles|mane|wings?|beak|feathers?|claws?|snout|whelps|bristles|flukes?|spouts?|spoutings?|blubber|fins?";
const ownPart = new RegExp(`^['’]s? (?:[\\p{L}-]+,? ){0,2}(?:${parts})\\b`, "u");
const hisPart = new RegExp(`^[^.!?“”"]{0,90}?\\b(?:his|her|its) (?:[\\p{L}-]+,? ){0,2}(?:${parts})\\b`, "u");
const beastly =
  /^ (?:barked|growled|snarled|whined|whimpered|howled|neighed|whinnied|purred|mewed|yelped|bristled|wagged|spouted|breached)\b/u;
/** Nobody but a beast is hunted so. */
const hunted =
  /\b(?:(?:chas(?:e|ed|ing)|hunt(?:ed|ing)?|pursuit|harpoon(?:ed|ing)?)(?: (?:of|for|to|after|down))?|lower(?:ed|ing)? for|(?:spouts?|jaws?|flukes|fins?|tail|paws?|hide) of) (?:the )?$/u;

/** Beasts that stand in no name. */
const otherWords = new Map<string, Species>([
  ["colt", "horse"],
  ["filly", "horse"],
  ["steed", "horse"],
]);
const kinds = [...speciesWords.keys(), ...otherWords.keys()].join("|");
const kindNoun = new RegExp(`\\b([Tt]he|[Tt]his|[Tt]hat|[Aa]n?)((?: [a-z][\\p{L}-]*,?){0,3}?) (${kinds})\\b`, "gu");

/** Woola the hound; Rosinante, his old horse. */
const outright = new RegExp(`^(?: the|, (?:the|my|his|her|our|a|an))(?: [a-z]+){0,2} (${kinds})(?![\\p{L}-])`, "u");

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
    const before = text.slice(Math.max(0, start - 30), start);
    const weight =
      ownPart.test(after) || hunted.test(before) ? 1.5 : beastly.test(after) ? 0.7 : hisPart.test(after) ? 0.8 : 0;
    bodies[member] = (bodies[member] ?? 0) + weight;
  }
  const called = nounsFor(named, quoted);
  for (const one of toldOutright(named, quoted)) {
    bodies[one.member] = (bodies[one.member] ?? 0) + least;
    called[one.member]?.push(one);
  }
  const beasts = members.map((_, i) => {
    const weight = bodies[i] ?? 0;
    return weight >= Math.max(least, leastShare * (counts[i] ?? 0)) ? likeliest(called[i] ?? []) : null;
  });
  const hero = beasts[counts.indexOf(Math.max(...counts))];
  return hero ? withKin(beasts, hero, named, quoted) : beasts;
}

/** What the beasts of a pack do and wear, and what only people have and do. */
const packDeed =
  /\b(?:snarl\w*|growl\w*|bristl\w*|fangs?|paws?|wagged|whin(?:ed|ing)|whimper\w*|yelp\w*|howl\w*|bark(?:ed|ing)|lick(?:ed|ing)|sniff\w*|muzzle|hackles|flank|(?:the|his) traces|lead-dog|sled-dogs?|team-?(?:dogs?|mates?)|husk(?:y|ies)|teeth|neigh\w*|whinn\w+|mane|hoofs?|hooves|bridle|kennel|leash)\b/u;
const saying = "said|says|cried|asked|answered|replied|remarked|exclaimed|demanded|returned|added|observed|continued";
const speaks = new RegExp(`^ (?:${saying})\\b`, "u");
const spoken = new RegExp(`(?:${saying}) $`, "u");
const hands =
  /^[^.!?“”"]{0,80}?\b(?:his|her) (?:\p{L}+ )?(?:hands?|fingers?|arms?|hat|cap|coat|pocket|boots|pipe|moustache|beard|wife|husband|gloves|dress|lips|knees?|gun|whip|book|chair|fist)\b/u;

const kindAfter = new RegExp(`^ (?:${kinds})s?\\b`, "u");

/** Mentions from which on somebody is known, and the share of them that tells of a pack. */
const leastKnown = 4;
const packShare = 0.1;

/**
 * Where the hero of a book is a beast, those who never speak and have no hands, but live in sentences of traces and fangs,
 * are of its kind: the other dogs of the team.
 */
function withKin(
  beasts: readonly (Trait<Species> | null)[],
  hero: Trait<Species>,
  { text, mentions }: Named,
  quoted: Uint8Array,
): (Trait<Species> | null)[] {
  const seen = beasts.map(() => ({ all: 0, pack: 0, human: 0, proof: hero }));
  for (const { member, start, end } of mentions) {
    const of = seen[member];
    if (!of || quoted[start] === 1 || text.slice(start - 4, start).toLowerCase() === "the ") continue;
    const after = text.slice(end, end + 120);
    // The Southland dogs are no Southland.
    if (kindAfter.test(after)) continue;
    of.all += 1;
    if (speaks.test(after) || spoken.test(text.slice(start - 12, start)) || hands.test(after)) of.human += 1;
    if (!packDeed.test(sentenceAround(text, start, end, quoted))) continue;
    of.pack += 1;
    if (of.pack === 1) of.proof = { value: hero.value, start, end };
  }
  return beasts.map((own, i) => {
    const of = seen[i];
    if (own || !of || of.all < leastKnown || of.pack < packShare * of.all) return own;
    return of.human <= (of.pack - 1) / 3 ? of.proof : null;
  });
}

/** The words of a sentence round a name, without what somebody says in it. */
function sentenceAround(text: string, start: number, end: number, quoted: Uint8Array): string {
  const before = text.slice(Math.max(0, start - 150), start);
  const from = start - before.length + Math.max(...[".", "!", "?"].map((mark) => before.lastIndexOf(mark) + 1));
  const stop = text.slice(end, end + 150).search(/[.!?]/u);
  const to = stop < 0 ? end + 150 : end + stop;
  return Array.from({ length: to - from }, (_, i) => (quoted[from + i] === 1 ? " " : text[from + i])).join("");
}

interface Called extends Trait<Species> {
  weight: number;
}

/** Who is said outright to be a beast, and says nothing: Woola the hound. */
function toldOutright({ text, mentions }: Named, quoted: Uint8Array): (Called & { member: number })[] {
  const told = mentions.filter(({ start }) => quoted[start] !== 1);
  const talks = new Set(
    told.flatMap(({ member, start, end }) =>
      speaks.test(text.slice(end, end + 12)) || spoken.test(text.slice(start - 12, start)) ? [member] : [],
    ),
  );
  return told.flatMap(({ member, start, end }) => {
    const words = outright.exec(text.slice(end, end + 40));
    const value = speciesWords.get(words?.[1] ?? "") ?? otherWords.get(words?.[1] ?? "");
    if (words === null || value === undefined || talks.has(member)) return [];
    return [{ member, value, start, end: end + words[0].length, weight: 2 }];
  });
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

import type { Gender, Person, Quote } from "../story/story.ts";
import { anyOfNames } from "./name-pattern.ts";

const men =
  "guard|policeman|constable|landlord|coachman|cabman|groom|sailor|tradesman|waiter|butler|footman|gardener|beggar|clergyman|soldier|sergeant|driver|porter|page|page-boy|messenger|boots|clerk|ostler|lad|boy|cabby";
const women = "landlady|maid|housekeeper|nurse|governess|servant-girl|charwoman|chambermaid|barmaid";
/** Somebody with an office whom nothing names, or somebody who comes in for the first time. */
const newcomer = new RegExp(
  `\\b(?:(?:the|an?|my|our|his|her|another|one) (?:[\\p{L}’'-]+,? ){0,3}?(?:(${men})|(${women}))|(?:an?|another) (?:[\\p{L}’'-]+,? ){0,3}?(?:(man|gentleman|fellow)|(woman|lady|girl)))(?![\\p{L}’'-])`,
  "giu",
);
/** Somebody without a name who begins a paragraph: The fat man cast his eyes round. */
const opener =
  /(?<=\n\s*\n\s*)The (?!(?:old|young|other|little|poor|good|dear|same|first|second|whole|only|last|tall|next) )(?:\p{L}+ ){1,2}(?:(man|fellow|gentleman|ruffian|stranger)|(?:woman|lady|girl)) (?=\p{L}+ )/gu;
/** No person: as white as a man, the clerk of the weather, or a whole kind. */
const compared =
  /\b(?:as|like|than|of|from|to|that|with|by|for|such|was|is|were|been|be|become|became|not) (?:\p{L}+ )?$/iu;

/** Rules that name a speaker by he or she, or by whose turn it is. */
const guessing: ReadonlySet<string> = new Set(["pronoun", "turn-taking"]);

/**
 * Ids of the quotes of an English book whose he or she is somebody without a part in the cast: since the one who is said to speak was
 * named last, the guard, a policeman or another of that sex has come in. The lines that follow in the same talk are no surer.
 */
export function newcomersLines(text: string, quotes: readonly Quote[], cast: readonly Person[]): ReadonlySet<string> {
  const genders = new Map(cast.map(({ id, gender }) => [id, gender]));
  const names = new Map(cast.map(({ id, name, aliases }) => [id, anyOfNames([name, ...aliases])]));
  const last = new Map<string, number>();
  const came: Record<Gender, number> = { male: -1, female: -1 };
  const found = new Set<string>();
  let at = 0;
  let before: Quote | null = null;
  for (const quote of quotes) {
    if (quote.start > at) read(at, text.slice(at, quote.start));
    const { speaker } = quote;
    const rule = quote.evidence?.rule ?? "";
    const gender = speaker === null ? null : (genders.get(speaker) ?? null);
    if (speaker !== null && gender !== null && guessing.has(rule)) {
      const since = last.get(speaker) ?? -Infinity;
      const follows = before !== null && found.has(before.id) && quote.start - before.end < nearby;
      // Who has not been named lately may be the newcomer.
      const isFresh = quote.start - since < lately && quote.start - came[gender] < reach;
      const unsure = quote.confidence < sure && (rule === "pronoun" || follows);
      if (came[gender] > since && isFresh && unsure) found.add(quote.id);
    } else if (speaker !== null && rule === "tag") last.set(speaker, quote.end);
    // Whose name is read aloud or called is there as well.
    note(quote.start, text.slice(quote.start, quote.end));
    before = quote;
    at = Math.max(at, quote.end);
  }
  return found;

  function note(from: number, words: string): void {
    for (const [id, pattern] of names) {
      const hit = [...words.matchAll(pattern)].at(-1);
      if (hit !== undefined) last.set(id, Math.max(last.get(id) ?? -1, from + hit.index + hit[0].length));
    }
  }

  function read(from: number, words: string): void {
    note(from, words);
    for (const hit of words.matchAll(opener)) came[hit[1] !== undefined ? "male" : "female"] = from + hit.index;
    for (const hit of words.matchAll(newcomer)) {
      if (compared.test(words.slice(0, hit.index))) continue;
      came[hit[1] !== undefined || hit[3] !== undefined ? "male" : "female"] = from + hit.index;
    }
  }
}

/** UTF-16 units: between two lines of a talk, and from somebody's coming to the last line that may be theirs. */
const nearby = 400;
const reach = 1500;
/** UTF-16 units for which somebody who was named may still be he or she. */
const lately = 12_000;
/** From this confidence on the talk itself says who speaks. */
const sure = 0.8;

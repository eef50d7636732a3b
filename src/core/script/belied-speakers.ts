import type { Gender, Person, Quote } from "../story/story.ts";
import { escapedName } from "./name-pattern.ts";

/** From here on a speaker is as good as told. */
const certain = 0.85;

/**
 * English quotes without the speakers whom the words around them deny: what is told in the same paragraph right before or behind a
 * line is of who says it, so that he is no woman where she drops her veil; the halves of one sentence are said by one mouth; and who
 * calls a name or tells of its bearer is somebody else.
 */
export function withoutBeliedSpeakers(text: string, quotes: readonly Quote[], cast: readonly Person[]): Quote[] {
  const genderOf = new Map(cast.map(({ id, gender }) => [id, gender]));
  const personOf = new Map(cast.map((person) => [person.id, person]));
  const kept: Quote[] = [];
  for (const [i, quote] of quotes.entries()) {
    const before = kept.at(-1);
    const told = genderAround(text, before?.end ?? 0, quote, quotes[i + 1]?.start ?? text.length);
    const own = quote.speaker === null ? null : (genderOf.get(quote.speaker) ?? null);
    const denied = told !== null && own !== null && own !== told && isGuessed(quote);
    const torn = before?.speaker === null && quote.confidence < certain && isOneSentence(text, before, quote);
    const bearer = quote.speaker === null ? undefined : personOf.get(quote.speaker);
    const named = bearer !== undefined && namesOwn(text.slice(quote.start, quote.end), bearer, isGuessed(quote));
    if (quote.speaker === null || (!denied && !torn && !named)) kept.push(quote);
    else if (named) kept.push(unsaid(quote, (id) => id !== quote.speaker));
    else
      kept.push(
        torn
          ? { ...unsaid(quote, () => true), maybe: before?.maybe ?? [] }
          : unsaid(quote, (id) => genderOf.get(id) === told),
      );
  }
  return kept;
}

/**
 * Whether a line has a name of the one who is thought to say it: nothing but that name, called, or where he is only guessed, the name
 * as one addresses somebody or tells of another. A family name behind a title or before a forename may be a relative's.
 */
function namesOwn(line: string, { name, aliases }: Person, guessed: boolean): boolean {
  const words = line.replaceAll(/\s+/gu, " ");
  const rank = /^(?:the )?(Princess|Queen|Duchess|Countess|Duke|Count|Baron|Baroness)\b/iu.exec(name)?.[1];
  if (guessed && rank !== undefined && tellsOf(words, rank)) return true;
  return [name, ...aliases].some((each) => {
    const bare = each.replace(/^the /iu, "");
    if (!/^\p{Lu}\p{L}{2}/u.test(bare)) return guessed && bare !== each && tellsOf(words, bare);
    const own = escapedName(bare);
    if (new RegExp(`^\\P{L}*${own}!(?: ${own}!)*\\P{L}*$`, "u").test(words)) return true;
    const meant = new RegExp(
      `(?<!\\p{L})(?<!\\b(?:I am|I[’']m|I,|name is|name[’']s|call(?:ed)? me|this is|as) (?:the )?)(?<!\\p{Lu}[\\p{L}.]* )${own}(?![\\p{L}’'-]| \\p{Lu})`,
      "u",
    );
    return guessed && meant.test(words);
  });
}

/** Whether a line tells of somebody by what he is: I could marry the princess. */
const tellsOf = (words: string, office: string): boolean =>
  new RegExp(
    `(?<!\\b(?:I am|I[’']m|I,|as|this is) )\\bthe ${escapedName(office)}(?![\\p{L}’'-]| \\p{Lu}| of\\b)`,
    "iu",
  ).test(words);

/** Whether a line's speaker is only concluded from the turns of a talk, however surely, or little sure. */
const isGuessed = ({ confidence, evidence }: Quote): boolean =>
  confidence < certain || evidence === null || evidence.rule === "turn-taking";

/** A line of whoever else may have said it. */
function unsaid(quote: Quote, may: (id: string) => boolean): Quote {
  const maybe = [...new Set([...(quote.maybe ?? []), ...(quote.speaker === null ? [] : [quote.speaker])])];
  return { ...quote, speaker: null, addressee: null, maybe: maybe.filter(may) };
}

/** Whose sentence stands beside a line without a tag in its paragraph: his or hers, or null where none does or both do. */
function genderAround(text: string, from: number, quote: Quote, to: number): Gender | null {
  const behind = paragraphAt(text.slice(quote.end, to), 0);
  if (/^\s*(?:\p{Ll}|I\b)/u.test(behind)) return null;
  const ahead = paragraphAt(text.slice(Math.max(from, quote.start - reach), quote.start), -1);
  const lead = /(?:^|[.!?]\s)\s*(He|She|His|Her)\s[^.!?"“”]*\.\s+$/u.exec(ahead);
  const ended = /[.!?]["”]?$/u.test(text.slice(quote.start, quote.end));
  const tail = ended ? /^\s+(He|She|His|Her)\s\p{Ll}/u.exec(behind) : null;
  const genders = [lead, tail].flatMap((found) => sexes.get(found?.[1] ?? "") ?? []);
  const [first = null, second = first] = genders;
  return first === second ? first : null;
}

const paragraphAt = (words: string, at: number): string => words.split(/\n\s*\n/u).at(at) ?? "";

/** UTF-16 units of a sentence that leads in a line. */
const reach = 300;

const sexes: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ["He", "male"],
  ["His", "male"],
  ["She", "female"],
  ["Her", "female"],
]);

/** Two quotes with a tag between them that goes on: “I had a friend,” she murmured; “now I have none.” */
const isOneSentence = (text: string, before: Quote, quote: Quote): boolean =>
  /[,;—-]["”]$/u.test(text.slice(before.start, before.end)) &&
  /^\s[^.!?"“”]{3,60}[,;:]\s$/u.test(text.slice(before.end, quote.start)) &&
  !/\n\s*\n/u.test(text.slice(before.end, quote.start));

import type { Person, Story } from "../story/story.ts";
import { anyOfNames } from "./name-pattern.ts";

/** Titles before a name, and what their bearer is called without it. */
const offices: readonly (readonly [title: RegExp, nouns: RegExp])[] = [
  [/^(?:Captain|Capt\.?) \p{Lu}/u, /^the (?:captain|skipper)$/iu],
  [/^(?:Dr\.?|Doctor) \p{Lu}/u, /^the (?:doctor|physician|surgeon)$/iu],
  [/^Sir \p{Lu}/u, /^the (?:baronet|knight)$/iu],
  [/^(?:Lord|Earl|Viscount) \p{Lu}/u, /^(?:the (?:earl|viscount|nobleman)|his lordship)$/iu],
  [/^(?:Lady) \p{Lu}/u, /^her ladyship$/iu],
  [/^Colonel \p{Lu}/u, /^the colonel$/iu],
  [/^Major \p{Lu}/u, /^the major$/iu],
  [/^(?:Inspector|Detective) \p{Lu}/u, /^the (?:inspector|detective)$/iu],
  [/^Sergeant \p{Lu}/u, /^the sergeant$/iu],
  [/^Squire \p{Lu}/u, /^the squire$/iu],
  [/^Professor \p{Lu}/u, /^the professor$/iu],
  [/^(?:Father|Rev\.?|Reverend) \p{Lu}/u, /^the (?:priest|curate|vicar)$/iu],
  [/^Judge \p{Lu}/u, /^the judge$/iu],
];

/** Lines that a book surely gives to somebody who is about, and not only talked of. */
const leastLines = 2;
const certain = 0.85;
/** How often more than any other bearer of the title he is named in a chapter. */
const farMore = 3;

/** Who is meant by somebody of the cast at an offset of the book. */
export type Holder = (person: string, at: number) => string;

/**
 * Who holds an office in a chapter: `the captain` is Captain Smollett where he is the only captain of that title who is named in
 * it and has lines of his own, whoever was called so before. Two faces for one man would be two men.
 */
export function officeHolders({ text }: { text: string }, story: Story): Holder {
  const lines = new Map<string, number>();
  for (const { speaker, confidence } of story.quotes)
    if (speaker !== null && confidence >= certain) lines.set(speaker, (lines.get(speaker) ?? 0) + 1);
  const held = story.cast.flatMap((office) => {
    const [title] = offices.find(([, nouns]) => nouns.test(office.name)) ?? [];
    const bearers = title === undefined ? [] : bearersOf(title, office, story.cast, lines);
    return bearers.length === 0 ? [] : [{ office: office.id, spans: holdings(text, story, bearers) }];
  });
  return (person, at) => {
    const spans = held.find(({ office }) => office === person)?.spans ?? [];
    return spans.find(({ start, end }) => start <= at && at < end)?.holder ?? person;
  };
}

interface Bearer {
  id: string;
  /** Finds his name with its title. */
  titled: RegExp;
}

function bearersOf(
  title: RegExp,
  office: Person,
  cast: readonly Person[],
  lines: ReadonlyMap<string, number>,
): Bearer[] {
  return cast.flatMap(({ id, name, aliases, role, gender }) => {
    const titled = [name, ...aliases].filter((each) => title.test(each));
    const fits = office.gender === null || gender === null || gender === office.gender;
    const speaks = (lines.get(id) ?? 0) >= leastLines;
    return id !== office.id && titled.length > 0 && speaks && fits && role !== "narrator"
      ? [{ id, titled: anyOfNames(titled) }]
      : [];
  });
}

/** The chapters in which an office is one bearer's; he keeps it in the next that names none. */
function holdings(
  text: string,
  { chapters }: Story,
  bearers: readonly Bearer[],
): { start: number; end: number; holder: string | null }[] {
  let last: string | null = null;
  return chapters.map(({ start, end }) => {
    const words = text.slice(start, end);
    const [most, next] = bearers
      .map(({ id, titled }) => ({ id, times: [...words.matchAll(titled)].length }))
      .toSorted((a, b) => b.times - a.times);
    const named = most !== undefined && most.times > 0;
    const alone = named && most.times >= farMore * (next?.times ?? 0);
    last = alone ? most.id : named ? null : last;
    return { start, end, holder: last };
  });
}

/** A story in which lines and scenes are those of the holders. */
export function withOfficeHolders(story: Story, holder: Holder): Story {
  return {
    ...story,
    scenes: story.scenes.map((scene) => ({
      ...scene,
      present: [...new Set(scene.present.map((person) => holder(person, scene.start)))],
    })),
    quotes: story.quotes.map((quote) => ({
      ...quote,
      speaker: quote.speaker === null ? null : holder(quote.speaker, quote.start),
      addressee: quote.addressee === null ? null : holder(quote.addressee, quote.start),
      ...(quote.maybe && { maybe: [...new Set(quote.maybe.map((person) => holder(person, quote.start)))] }),
    })),
  };
}

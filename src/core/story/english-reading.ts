import type { Mark, Span } from "../book/book.ts";
import { calledNames } from "./called-names.ts";
import type { RosterEntry } from "./cast.ts";
import { decide } from "./decide-speakers.ts";
import { type EnglishCast, englishCast } from "./english-cast.ts";
import { englishTurns } from "./english-turns.ts";
import { withGuests } from "./guests.ts";
import type { Mention } from "./members.ts";
import { narratorAmong, toldInFirstPerson, unnamedNarrator } from "./narrator.ts";
import type { Passage } from "./passages.ts";
import { englishQuotes, type RawQuote } from "./quotes.ts";
import { quoteKinds, thoughtsIn } from "./quote-kinds.ts";
import { quotedMask, type Reading } from "./reading.ts";
import { unmasked } from "./same-person.ts";
import { withHabits } from "./speech-habits.ts";
import type { QuoteKind } from "./story.ts";
import { decidedByCue, signedQuotes, signersOf, withCue, withSigners } from "./sure-speakers.ts";
import { englishTags, type Tag } from "./tags.ts";
import { talkersOf } from "./talkers.ts";
import { tellingsOf } from "./tellings.ts";
import { tokensOf } from "./tokens.ts";
import type { EnglishTurn } from "./turns.ts";
import { sungVerses, toldThoughts } from "./unmarked-quotes.ts";
import { lettersIn, withLetters } from "./written-letters.ts";

/** What English rules found, with all that they see around each turn. */
export interface EnglishReading extends Reading {
  turns: readonly EnglishTurn[];
}

/** Reads an English text: quotes, cast, tags and turns. */
export function readEnglish(
  text: string,
  passages: readonly Passage[],
  marks: readonly Mark[],
  roster: readonly RosterEntry[] | null,
): EnglishReading {
  const tokens = passages.flatMap((passage) => tokensOf(text, passage));
  const spoken = englishQuotes(text, passages);
  const letters = lettersIn(text, passages);
  const marked = withLetters(spoken, letters, passages);
  const slanted = thoughtsIn(text, passages, marked, marks);
  const thoughts = [...slanted, ...toldThoughts(text, passages, [...marked, ...slanted])];
  const verses = sungVerses(text, passages, marked);
  const quotes = [...marked, ...thoughts, ...verses].sort((a, b) => a.start - b.start);
  const quoted = quotedMask(text.length, quotes);
  const unmerged = englishCast(text, tokens, passages, quotes, quoted, roster);
  const faces = unmasked(unmerged.members, unmerged.mentions, nearUnits);
  const named = withCalled(withFaces(unmerged, faces), text, passages, quotes, roster !== null);
  const tellings = tellingsOf(text, passages, named.context.byKey);
  const narrator = tellings.length > 0 ? null : narratorOf(text, named, quoted, roster);
  const closed = roster !== null;
  const company = withGuests(named, { text, passages, quotes, quoted, narrator, closed });
  const { introduced, guests } = company;
  const signed = signedQuotes(text, passages, quotes, letters);
  const { sure, members, mentions } = withSigners(company.cast, signed, closed);
  const cast = { ...company.cast, members, mentions, context: { ...company.cast.context, members } };
  const tags = englishTags(cast.context, passages, quotes);
  const given = new Map<number, QuoteKind>([
    ...verses.map(({ start }) => [start, "verse"] as const),
    ...thoughts.map(({ start }) => [start, "thought"] as const),
    ...[...signed].map(([i, { rule }]) => [quotes[i]?.start ?? -1, rule === "cue" ? "speech" : "letter"] as const),
  ]);
  const kinds = quoteKinds(text, quotes, tags, given, passages);
  const signers = signersOf(sure);
  const { turns: plain, addressees } = englishTurns({
    text,
    passages,
    quotes,
    // A letter takes no turn in a talk.
    kinds: kinds.map((kind, i) => (signers.has(i) ? "title" : kind)),
    tags,
    mentions: cast.mentions,
    members: cast.members,
    narrator,
    tellings,
    introduced,
  });
  const certain = plain.map((turn) => withCue(turn, sure));
  const turns = withHabits(certain, { text, passages, quotes, mentions: cast.mentions, narrator, guests });
  const evidence = tags.map((tag, i): Span | null => {
    const words = signed.get(i) ?? tag;
    return words === null ? null : { start: words.start, end: words.end };
  });
  const decided = decide(turns, talkersOf(members, mentions, turns)).map((verdict, t) =>
    decidedByCue(verdict, turns[t], sure),
  );
  return { quotes, kinds, evidence, addressees, turns, decided, signers, members, mentions, tellings };
}

/** How far a name may come after the stranger's last appearance. */
const nearUnits = 4000;

/** Lets those be one who go by names of the narration and by others in the talk. */
function withCalled(
  cast: EnglishCast,
  text: string,
  passages: readonly Passage[],
  quotes: readonly RawQuote[],
  closed: boolean,
): EnglishCast {
  if (closed) return cast;
  let read: (Tag | null)[] | undefined;
  const tags = () => (read ??= englishTags(cast.context, passages, quotes));
  return withFaces(cast, calledNames({ text, passages, members: cast.members, mentions: cast.mentions, quotes, tags }));
}

/** Lets the stranger be who he turns out to be, so that one person is not drawn as two. `faces` are mask → face. */
function withFaces(cast: EnglishCast, faces: ReadonlyMap<number, number>): EnglishCast {
  if (faces.size === 0) return cast;
  const unmask = (mention: Mention) => ({ ...mention, member: faces.get(mention.member) ?? mention.member });
  const mentions = cast.mentions.map(unmask);
  const mentionAt = new Map([...cast.context.mentionAt].map(([at, mention]) => [at, unmask(mention)]));
  const roles = new Map([...cast.context.roles].map(([role, member]) => [role, faces.get(member) ?? member]));
  const members = cast.members.map((member, i) => {
    const masks = [...faces].flatMap(([mask, face]) => (face === i ? (cast.members[mask] ?? []) : []));
    const aliases = masks.flatMap((mask) => [mask.name, ...mask.aliases]);
    return masks.length === 0 ? member : { ...member, aliases: [...member.aliases, ...aliases] };
  });
  return { ...cast, members, mentions, context: { ...cast.context, members, mentionAt, roles } };
}

function narratorOf(
  text: string,
  cast: EnglishCast,
  quoted: Uint8Array,
  roster: readonly RosterEntry[] | null,
): number | null {
  if (!toldInFirstPerson(cast.context.tokens, quoted)) return null;
  const listed = cast.members.findIndex(({ name, aliases }) =>
    [name, ...aliases].some((one) => /^(?:the )?(?:narrator|I)\b[^a-z]*$/i.test(one)),
  );
  const found = listed >= 0 ? listed : narratorAmong(text, cast.context.tokens, cast.members, cast.mentions);
  const member = found === null ? undefined : cast.members[found];
  if (found !== null && member !== undefined) {
    cast.members[found] = { ...member, narrator: true };
    return found;
  }
  if (roster !== null) return null;
  return cast.members.push(unnamedNarrator()) - 1;
}

import type { Span } from "../book/book.ts";
import type { Member, Mention } from "./members.ts";
import { mentionFrom } from "./mention-index.ts";
import { firstNames } from "./name-words.ts";
import { isCalled } from "./names.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Subject } from "./subjects.ts";
import type { Tag } from "./tags.ts";

interface CalledSource {
  text: string;
  members: readonly Member[];
  mentions: readonly Mention[];
  passages: readonly Passage[];
  quotes: readonly RawQuote[];
  /** Tags of the quotes, asked for only where somebody is called by a name that the narration never uses. */
  tags: () => readonly (Tag | null)[];
}

/** UTF-16 units around a call within which the narration tells of whoever is called. */
const near = { before: 1500, after: 600 } as const;

/**
 * Finds who is meant by a name that others call but the narration never uses: `You have a lantern, Edwin` to Mr. Abernathy,
 * `Good morning, Mrs. Lindqvist` to the grandmother. It is whoever answers the call, or the only one about who may bear such
 * a name. Gives the member of the name → the member of the narration.
 */
export function calledNames(source: CalledSource): Map<number, number> {
  const { text, members, mentions } = source;
  const told = new Set(mentions.filter(({ quoted }) => !quoted).map(({ member }) => member));
  const votes = new Map<number, Set<number | null>>();
  for (const mention of mentions) {
    const name = members[mention.member];
    if (told.has(mention.member) || name === undefined || name.nameless || !isCalled(text, mention)) continue;
    const found = calledAt(source, mention, name);
    if (found !== undefined) votes.set(mention.member, (votes.get(mention.member) ?? new Set()).add(found));
  }
  return new Map(
    [...votes].flatMap(([name, faces]): [number, number][] => {
      const [face = null] = faces;
      const calls = (mention: Mention) =>
        mention.member === name && speakersAt(source, mention).some((who) => who.member === face);
      return face !== null && faces.size === 1 && !mentions.some(calls) ? [[name, face]] : [];
    }),
  );
}

/** Whom one call means; null where it may be the speaker or the I, undefined where nothing shows. */
function calledAt(source: CalledSource, call: Mention, name: Member): number | null | undefined {
  const { text, passages, members, mentions, quotes, tags } = source;
  const quote = quotes.find(({ start, end }) => start <= call.start && call.end <= end);
  const passage = passages[quote?.passage ?? -1];
  if (quote === undefined || passage === undefined) return undefined;
  const around = quotes.filter((one) => one.passage === passage.index);
  const speakers = speakersAt(source, call);
  if (speakers.some(({ kind, gender }) => kind === "pronoun" && gender === name.gender)) return null;
  if (
    atI.test(around.reduce((told, { start, end }) => told.replace(text.slice(start, end), " "), textOf(text, passage)))
  )
    return null;
  const [from, to] = [call.start - near.before, call.start + near.after];
  const about = new Set<number>();
  for (let m = mentionFrom(mentions, from); (mentions[m]?.start ?? to) < to; m++) {
    const mention = mentions[m];
    const who = members[mention?.member ?? -1];
    if (mention === undefined || who === undefined || mention.quoted) continue;
    if (mayBear(who, name) && !speakers.some(({ member }) => member === mention.member)) about.add(mention.member);
  }
  const next = quotes.findIndex((one) => one.passage > passage.index);
  const answer = quotes[next]?.passage === passage.index + 1 ? (tags()[next]?.subject.member ?? null) : null;
  if (answer !== null && about.has(answer)) return answer;
  // Whoever says an untagged line may be the one who is about.
  if (speakers.length === 0) return undefined;
  const last = passages[passage.index - 1]?.start ?? passage.start;
  const just = mentions
    .slice(mentionFrom(mentions, last), mentionFrom(mentions, passage.start))
    .flatMap(({ member, quoted }) => (!quoted && about.has(member) ? [member] : []));
  for (const some of [new Set(just), about]) {
    const [only] = some;
    if (some.size === 1) return only;
  }
  return undefined;
}

/** Whom the tags of a passage let speak the call. */
function speakersAt({ quotes, tags }: CalledSource, call: Mention): Subject[] {
  const passage = quotes.find(({ start, end }) => start <= call.start && call.end <= end)?.passage;
  return quotes.flatMap((one, q) => (one.passage === passage ? (tags()[q]?.subject ?? []) : []));
}

/** The narration around the call tells of the I, and not only of whose relative somebody is. */
const atI = /\b(?:I|me|my (?!\p{L}*(?:father|mother|brother|sister|uncle|aunt|wife|husband)\b))\b/u;

const textOf = (text: string, { start, end }: Span) => text.slice(start, end);

/** Whether somebody whom the narration calls `who` may be called `name`: who has no first name by a first name, who has none by any. */
function mayBear(who: Member, name: Member): boolean {
  const word = name.name.toLowerCase();
  if (who.narrator || name.gender === null || (who.gender ?? name.gender) !== name.gender) return false;
  if (who.nameless) return who.name.includes("’s ") || !/^the /i.test(who.name);
  const parts = who.name.toLowerCase().replaceAll(".", "").split(" ");
  const bare = parts.length === 1 && !firstNames.has(parts[0] ?? "");
  const titled = parts.length === 2 && /^(?:mr|mrs|miss|ms|dr|captain)$/.test(parts[0] ?? "");
  return firstNames.has(word) && (bare || titled) && who.aliases.every((alias) => !/\s/.test(alias));
}

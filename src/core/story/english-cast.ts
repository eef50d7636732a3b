import { companyOf } from "./cast-company.ts";
import { clusterNames, type RosterEntry } from "./cast.ts";
import { voteGenders } from "./gender.ts";
import { type Member, type Mention, namelessMember } from "./members.ts";
import { shortTale } from "./narrator.ts";
import { firstNames, nicknames, notNames, roleNouns } from "./name-words.ts";
import { namesakes } from "./namesakes.ts";
import { evidenceFor, isPerson, type NameEvidence, type NamePhrase, namePhrases } from "./names.ts";
import type { Passage } from "./passages.ts";
import { placeNouns } from "./place-words.ts";
import type { RawQuote } from "./quotes.ts";
import { childNouns, loneChild, nounsOfNamed } from "./told-people.ts";
import { isFamilyName, ownFamily, relatives } from "./relatives.ts";
import type { PhraseContext } from "./subjects.ts";
import { englishTags, type Tag } from "./tags.ts";
import { isAnimal } from "./talkers.ts";
import type { Token } from "./tokens.ts";

/** The English cast, and all that the tags need for reading noun phrases. */
export interface EnglishCast {
  context: PhraseContext;
  members: Member[];
  mentions: Mention[];
}

/** Names first, then those who speak without a name (`the stranger`), then he or she by vote. */
export function englishCast(
  text: string,
  tokens: readonly Token[],
  passages: readonly Passage[],
  quotes: readonly RawQuote[],
  quoted: Uint8Array,
  roster: readonly RosterEntry[] | null,
): EnglishCast {
  const phrases = namePhrases(tokens);
  const evidence = evidenceFor(text, tokens, phrases, quoted);
  const people = roster === null ? peopleIn(evidence) : [...evidence.values()];
  const { members, byKey } = clusterNames(people, roster, companyOf(tokens, phrases, quoted));
  for (const [rare, usual] of ownNames(text, passages)) {
    const [from, to] = [byKey.get(rare), byKey.get(usual)];
    const [lesser, face] = [members[from ?? -1], members[to ?? -1]];
    if (
      roster !== null ||
      from === undefined ||
      to === undefined ||
      from === to ||
      lesser === undefined ||
      face === undefined
    )
      continue;
    for (const [key, member] of byKey) if (member === from) byKey.set(key, to);
    members[to] = { ...face, aliases: [...face.aliases, lesser.name, ...lesser.aliases] };
  }
  const named = nameMentions(tokens, phrases, byKey, quoted);
  let context = contextOf(text, tokens, members, named, byKey, new Map());
  if (roster === null) {
    // In a novel there are other widows.
    const nouns = tokens.length < shortTale ? nounsOfNamed(text, members, byKey) : [];
    for (const [noun, member] of nouns) if (!byKey.has(noun)) byKey.set(noun, member);
    const tags = englishTags(context, passages, quotes);
    const speaking = speakingRoles(tags, tokens.length < shortTale).filter((role) => !byKey.has(role));
    const family = ownFamily(speaking, tokens, quoted);
    const roles = speaking.filter((role) => !family.some(({ forms }) => forms.includes(role)));
    const all = [...members, ...roles.map((role) => roleMember(role, tokens)), ...family.map(({ member }) => member)];
    const index = new Map(roles.map((role, i) => [role, members.length + i]));
    for (const [i, { forms }] of family.entries())
      for (const form of forms) index.set(form, members.length + roles.length + i);
    // The Mouse may also be written the mouse.
    for (const [key, member] of byKey) if (roleNouns.has(key)) index.set(key, member);
    const child = tokens.length < shortTale ? loneChild(text, members, named) : null;
    if (child !== null) for (const noun of childNouns(text, members[child])) index.set(noun, child);
    const everyone = withRoles(named, tokens, index, quoted);
    const voted = voteGenders(all, everyone, tokens, quoted);
    const things = thingsAmong(voted, byKey, evidence);
    const lives = everyone.filter(({ member }) => !things.has(member));
    const kin = relatives({ text, tokens, passages, quotes, quoted }, voted, lives);
    const kinAt = new Set(kin.mentions.map(({ start }) => start));
    const mentions = inOrder([...lives.filter(({ start }) => !kinAt.has(start)), ...kin.mentions]);
    const known = named.filter(({ member, start }) => !things.has(member) && !kinAt.has(start));
    context = contextOf(text, tokens, kin.members, [...known, ...kin.mentions], byKey, index);
    return { context, members: kin.members, mentions };
  }
  const roles = rosterRoles(roster, byKey);
  for (const [role, member] of roles) if (!byKey.has(role)) byKey.set(role, member);
  const mentions = withRoles(named, tokens, roles, quoted);
  const voted = voteGenders(members, mentions, tokens, quoted);
  context = contextOf(text, tokens, voted, named, byKey, roles);
  return { context, members: voted, mentions };
}

/** Whoever shows himself to be a person, and his family: Isa Whitney, where Kate Whitney is one. */
function peopleIn(evidence: ReadonlyMap<string, NameEvidence>): NameEvidence[] {
  const sure = [...evidence.values()].filter((entry) => isPerson(entry) && !isPeople(entry, evidence));
  const surnames = new Set(
    sure.filter(({ names, titles }) => names.length + titles.length > 1).map(({ names }) => names.at(-1)),
  );
  const kin = [...evidence.values()].filter(
    (entry) =>
      entry.names.length === 2 &&
      entry.the + entry.place === 0 &&
      entry.count <= Math.max(2, entry.act + entry.speech) &&
      surnames.has(entry.names[1]) &&
      !sure.includes(entry),
  );
  // Sergeant Hill is Hill too.
  const bare = [...evidence.values()].filter(
    (entry) =>
      entry.names.length === 1 &&
      entry.titles.length + entry.the + entry.some === 0 &&
      entry.speech > 0 &&
      placeNouns.has(entry.names[0] ?? "") &&
      surnames.has(entry.names[0]) &&
      !sure.includes(entry),
  );
  // Count Dracula, whose castle bears his name, is Dracula too.
  const named = sure.filter(({ names, titles }) => titles.length > 0 && names.length === 1);
  const short = [...evidence.values()].filter(
    (entry) =>
      entry.names.length === 1 &&
      entry.titles.length === 0 &&
      entry.act + entry.speech > 0 &&
      named.filter(({ names }) => names[0] === entry.names[0]).length === 1 &&
      !sure.includes(entry) &&
      !bare.includes(entry),
  );
  // Fritz von Tarlenheim is Tarlenheim now and then.
  const last = [...evidence.values()].filter(
    (entry) =>
      entry.names.length === 1 &&
      entry.titles.length + entry.the + entry.some + entry.place + entry.where === 0 &&
      entry.mid + entry.act + entry.speech > 0 &&
      surnames.has(entry.names[0]) &&
      !placeNouns.has(entry.names[0] ?? "") &&
      ![...sure, ...bare, ...short].includes(entry),
  );
  // Gussie, as Augusta is called now and then.
  const firsts = new Set(sure.flatMap(({ names }) => names[0] ?? []));
  const pet = [...evidence.values()].filter(
    (entry) =>
      entry.names.length === 1 &&
      entry.vocative > 0 &&
      entry.titles.length + entry.the + entry.place + entry.some === 0 &&
      nicknames.get(entry.names[0] ?? "")?.some((long) => firsts.has(long)) === true &&
      ![...sure, ...bare, ...short, ...last].includes(entry),
  );
  return [
    ...sure,
    ...bare,
    ...short,
    ...last,
    ...pet,
    ...kin.filter(({ names }) => names.every((name) => !notNames.has(name))),
  ];
}

/** The Martians are no person, nor is a Martian. */
function isPeople({ key, the, some }: NameEvidence, evidence: ReadonlyMap<string, NameEvidence>): boolean {
  if (key.endsWith("s") && the > 1 && evidence.has(key.slice(0, -1)) && !firstNames.has(key.slice(0, -1))) return true;
  if (some < leastSome || (evidence.get(`${key}s`)?.count ?? 0) < leastSome) return false;
  // There may be a Bennet and the Bennets: a family has members with a name of their own.
  return ![...evidence.values()].some(({ names, titles }) => names.length + titles.length > 1 && names.at(-1) === key);
}

/** So often `a Martian` and `Martians` show a kind of beings. */
const leastSome = 3;

/** Who is named this often and never he or she, by the narration or by what he does, is a place or a thing: Helium, Magic. */
const thing = { times: 6, acts: 0.15, speech: 0.05, called: 0.25, places: 0.04 } as const;

function thingsAmong(
  members: readonly Member[],
  byKey: ReadonlyMap<string, number>,
  evidence: ReadonlyMap<string, NameEvidence>,
): Set<number> {
  const things = new Set<number>();
  for (const [key, i] of byKey) {
    const [member, seen] = [members[i], evidence.get(key)];
    if (member === undefined || seen === undefined || member.gender !== null || member.nameless) continue;
    if (member.aliases.length > 0 || seen.titles.length > 0 || isAnimal(member.name) || seen.count < thing.times)
      continue;
    const share = (times: number) => times / seen.count;
    const still =
      share(seen.act) < thing.acts && share(seen.speech) < thing.speech && share(seen.vocative) < thing.called;
    if (still && share(seen.place + seen.where + seen.the) > thing.places) things.add(i);
  }
  return things;
}

/** `I’m Delphine on paper and Dilly out loud`, `christened Richard, but called Dick`: two names of one person. */
function ownNames(text: string, passages: readonly Passage[]): [string, string][] {
  const rule =
    /\b(?:I['’]m|I am|[Mm]y name is|[Ss]he was|[Hh]e was|christened|baptized|baptised)\s+(\p{Lu}\p{Ll}+)\b[^.!?;“”"]{0,30}\b(?:and|but|though|or)\b[^.!?;“”"]{0,24}?\s(\p{Lu}\p{Ll}+)(?=\s(?:out loud|for short|to (?:my|her|his) friends|at home|to everybody|by everybody)|[,.;!?])/gu;
  const pairs: [string, string][] = [];
  for (const { start, end } of passages)
    for (const match of text.slice(start, end).matchAll(rule)) {
      const told = /out loud|for short|friends|at home|everybody|called|known|nam/.test(
        match[0] + text.slice(start + match.index + match[0].length, start + match.index + match[0].length + 14),
      );
      if (told) pairs.push([(match[1] ?? "").toLowerCase(), (match[2] ?? "").toLowerCase()]);
    }
  return pairs;
}

function contextOf(
  text: string,
  tokens: readonly Token[],
  members: readonly Member[],
  mentions: readonly Mention[],
  byKey: ReadonlyMap<string, number>,
  roles: ReadonlyMap<string, number>,
): PhraseContext {
  return {
    text,
    tokens,
    members,
    mentionAt: new Map(mentions.map((mention) => [mention.start, mention])),
    byKey,
    roles,
  };
}

/** A roster may hold people without a name (`the old shepherd`), word by word as the text calls them. */
function rosterRoles(roster: readonly RosterEntry[], byKey: ReadonlyMap<string, number>): Map<string, number> {
  // Who is `an old man` in the list is not whoever the text calls the old man.
  const isAnyone = (member: number) =>
    /^an? .*\b(?:man|woman|boy|girl|lady|gentleman|fellow|child)$/i.test(roster[member]?.name ?? "");
  const roles = new Map(
    [...byKey].filter(([key, member]) => roleNouns.has(key.split(" ").at(-1) ?? "") && !isAnyone(member)),
  );
  // The first members are those of the list, in its order.
  for (const [member, { name, aliases = [] }] of roster.entries())
    for (const form of [name, ...aliases]) {
      const key = /^(?:(?:[Tt]he|[Aa]n?) )?(\p{Ll}[\p{L} '’-]*?)(?: \d+)?$/u.exec(form)?.[1];
      if (key !== undefined && !roles.has(key) && !isAnyone(member)) roles.set(key, member);
    }
  return roles;
}

function nameMentions(
  tokens: readonly Token[],
  phrases: readonly NamePhrase[],
  byKey: ReadonlyMap<string, number>,
  quoted: Uint8Array,
): Mention[] {
  const mentions: Mention[] = [];
  const namesake = namesakes(phrases, byKey);
  for (const phrase of phrases) {
    const found = longestKnown(phrase, tokens, byKey);
    if (found === null) continue;
    const possessive = tokens[found.last]?.possessive === true;
    mentions.push({
      start: found.start,
      end: found.end,
      member: namesake(phrase) ?? found.member,
      quoted: quoted[found.start] === 1,
      possessive,
    });
  }
  return mentions;
}

/** The whole phrase where it is known, else its longest known part that is not a place's name. */
function longestKnown(
  phrase: NamePhrase,
  tokens: readonly Token[],
  byKey: ReadonlyMap<string, number>,
): { start: number; end: number; member: number; last: number } | null {
  const whole = byKey.get(phrase.key);
  if (whole !== undefined) return { start: phrase.start, end: phrase.end, member: whole, last: phrase.last };
  if (phrase.titles.length === 0 && phrase.names.length > 2) return null;
  for (let first = phrase.first + 1; first <= phrase.last; first++) {
    const words = tokens.slice(first, phrase.last + 1);
    const member = byKey.get(words.map((token) => token.lower).join(" "));
    const start = words[0]?.start;
    // Mr. Knightley is not Emma's Knightley only because both share a word.
    if (member !== undefined && start !== undefined && phrase.titles.length === 0)
      return { start, end: phrase.end, member, last: phrase.last };
  }
  return null;
}

/** Roles that a tag lets speak, in order of first use; in a `short` tale also who does something beside a line again and again. */
function speakingRoles(tags: readonly (Tag | null)[], short: boolean): string[] {
  const roles = new Set<string>();
  const doing = tags.flatMap((tag) => (tag?.where.startsWith("actor") === true ? (tag.subject.role ?? []) : []));
  for (const tag of tags) {
    const role = tag?.subject.role ?? "";
    const acts = short && doing.indexOf(role) !== doing.lastIndexOf(role);
    if (tag === null || (tag.where !== "after" && tag.where !== "before" && !acts)) continue;
    const { kind, member } = tag.subject;
    if ((kind === "role" || kind === "described") && member === null && role !== "") roles.add(role);
  }
  return [...roles];
}

function roleMember(role: string, tokens: readonly Token[]): Member {
  const capital = tokens.find((token) => token.lower === role && token.capital && !token.opens)?.text ?? role;
  const gender = roleNouns.get(role.split(/[ ’]/).at(-1) ?? "") ?? null;
  const name = role.startsWith("my ") || role.includes("’s ") ? role : `the ${capital}`;
  return namelessMember(name, gender);
}

/** The mentions by name and those by a role (`the stranger`), in order. */
function withRoles(
  named: readonly Mention[],
  tokens: readonly Token[],
  roles: ReadonlyMap<string, number>,
  quoted: Uint8Array,
): Mention[] {
  const seen = new Set(named.map(({ end }) => end));
  const unnamed = roleMentions(tokens, roles, quoted).filter(({ end }) => !seen.has(end));
  return inOrder([...named, ...unnamed]);
}

const inOrder = (mentions: readonly Mention[]) => mentions.toSorted((a, b) => a.start - b.start || b.end - a.end);

function roleMentions(tokens: readonly Token[], roles: ReadonlyMap<string, number>, quoted: Uint8Array): Mention[] {
  const mentions: Mention[] = [];
  const begins = new Set(
    [...roles.keys()].flatMap((role) => [role, role.replace(/^my /, "")]).map((role) => role.split(" ")[0]),
  );
  for (let i = 0; i < tokens.length; i++) {
    const determiner = tokens[i];
    if (determiner === undefined) continue;
    const named = isFamilyName(tokens, i) ? roles.get(determiner.lower) : undefined;
    if (named !== undefined) {
      const { start, end, possessive } = determiner;
      mentions.push({ start, end, member: named, quoted: quoted[start] === 1, possessive });
    }
    if (!/^(?:the|that|this|a|an|my|our)$/.test(determiner.lower)) continue;
    if (!begins.has(tokens[i + 1]?.lower ?? "")) continue;
    for (let words = 3; words > 0; words--) {
      const run = tokens.slice(i + 1, i + 1 + words);
      const key = run.map((token) => token.lower).join(" ");
      const member = roles.get(/^(?:my|our)$/.test(determiner.lower) ? `my ${key}` : key);
      const last = run.at(-1);
      if (member === undefined || last === undefined || !run.every((token) => token.joined)) continue;
      mentions.push({
        start: determiner.start,
        end: last.end,
        member,
        quoted: quoted[determiner.start] === 1,
        possessive: last.possessive,
      });
      break;
    }
  }
  return mentions;
}

import type { Span } from "../book/book.ts";
import type { Member, Mention } from "./members.ts";
import { kinNouns, roleNouns, softTitles, titles } from "./name-words.ts";
import type { Voice } from "./turns.ts";
import type { Token } from "./tokens.ts";
import { isAdverb } from "./verb-words.ts";

/** Who a noun phrase means, as far as the phrase itself says. */
export interface Subject {
  start: number;
  end: number;
  /** Index of the token after it. */
  next: number;
  kind: "name" | "pronoun" | "role" | "described" | "kin" | "first-person" | "nobody";
  member: number | null;
  gender: Voice | null;
  /** For a role: `old man`; for kin: `alice's sister`, or `sister` where the owner is a pronoun. */
  role: string | null;
  owner: number | null;
}

/** What the English rules know while they read noun phrases. */
export interface PhraseContext {
  text: string;
  tokens: readonly Token[];
  members: readonly Member[];
  mentionAt: ReadonlyMap<number, Mention>;
  byKey: ReadonlyMap<string, number>;
  roles: ReadonlyMap<string, number>;
}

const determiners = new Set("the a an this that another his her my our their your its".split(" "));
const nobody = new Set(
  "voice voices someone somebody anyone everybody everyone nobody they we you both all one another others some several which what".split(
    " ",
  ),
);
/** Nouns too general to be one person through a book: they only say he or she. */
const general = new Set("man woman boy girl lady gentleman fellow child lad chap person creature".split(" "));

const pitied = new Set("poor unhappy unfortunate wretched dear good".split(" "));

/** Words that mean nobody of the cast; `next` is the token after them. */
export const nobodyAt = ({ start, end }: Span, next: number): Subject => ({
  start,
  end,
  next,
  kind: "nobody",
  member: null,
  gender: null,
  role: null,
  owner: null,
});

/** The noun phrase that starts at token `i`, or null where none does. */
export function subjectAt(context: PhraseContext, i: number): Subject | null {
  const token = context.tokens[i];
  if (token === undefined) return null;
  const mention = context.mentionAt.get(token.start);
  if (mention !== undefined) return named(context, i, mention);
  const pronoun = pronounAt(token, i);
  if (pronoun !== null) return pronoun;
  if (softTitles.has(token.lower) || token.lower === "the") {
    const next = context.tokens[i + 1];
    const behind = next === undefined ? undefined : context.mentionAt.get(next.start);
    if (behind !== undefined) return named(context, i + 1, behind);
  }
  return determiners.has(token.lower) ? nounPhrase(context, i) : bareRole(context, i);
}

function pronounAt(token: Token, i: number): Subject | null {
  const base = { start: token.start, end: token.end, next: i + 1, member: null, role: null, owner: null };
  if (token.lower === "he") return { ...base, kind: "pronoun", gender: "male" };
  if (token.lower === "she") return { ...base, kind: "pronoun", gender: "female" };
  if (token.lower === "it") return { ...base, kind: "pronoun", gender: "neuter" };
  if (token.text === "I") return { ...base, kind: "first-person", gender: null };
  if (nobody.has(token.lower)) return { ...base, kind: "nobody", gender: null };
  return null;
}

function named(context: PhraseContext, i: number, mention: Mention): Subject {
  let next = i;
  while ((context.tokens[next]?.start ?? Infinity) < mention.end) next += 1;
  const base = {
    start: mention.start,
    end: mention.end,
    next,
    gender: context.members[mention.member]?.gender ?? null,
    owner: null,
  };
  const noun = context.tokens[next]?.lower ?? "";
  if (mention.possessive && kinNouns.has(noun)) return kin(context, next, mention, noun);
  return { ...base, kind: "name", member: mention.member, role: null, next: mention.possessive ? next + 1 : next };
}

function kin(context: PhraseContext, at: number, mention: Mention, noun: string): Subject {
  const family = relative(context, mention.member, noun);
  const role = `${context.members[mention.member]?.name ?? ""}’s ${noun}`;
  const end = context.tokens[at]?.end ?? mention.end;
  const base = { start: mention.start, end, next: at + 1, gender: roleNouns.get(noun) ?? null, owner: mention.member };
  const member = family ?? context.roles.get(role) ?? null;
  return { ...base, kind: member === family && family !== null ? "name" : "role", member, role };
}

/** Mr. X's wife is Mrs. X; a Miss X's father is Mr. X. */
function relative(context: PhraseContext, owner: number, noun: string): number | null {
  const surname = context.members[owner]?.surname;
  if (surname === null || surname === undefined) return null;
  const title =
    noun === "wife" || noun === "mother" || noun === "mamma"
      ? "mrs"
      : noun === "husband" || noun === "father" || noun === "papa"
        ? "mr"
        : null;
  const found = title === null ? undefined : context.byKey.get(`${title} ${surname}`);
  return found === undefined || found === owner ? null : found;
}

function nounPhrase(context: PhraseContext, i: number): Subject | null {
  const determiner = context.tokens[i];
  if (determiner === undefined) return null;
  for (let k = i + 1; k < Math.min(i + 5, context.tokens.length); k++) {
    const token = context.tokens[k];
    if (token === undefined || (k > i + 1 && !token.joined)) return null;
    const mention = context.mentionAt.get(token.start);
    if (mention !== undefined) return named(context, k, mention);
    if (nobody.has(token.lower)) return nobodyAt({ start: determiner.start, end: token.end }, k + 1);
    if (
      !isRole(context, i + 1, k) ||
      roleNouns.has(context.tokens[k + 1]?.joined === true ? (context.tokens[k + 1]?.lower ?? "") : "")
    )
      continue;
    return rolePhrase(context, determiner, i + 1, k);
  }
  return null;
}

/** A noun for people, or whatever a list of characters holds: the thunder. */
const isRole = ({ tokens, byKey }: PhraseContext, from: number, at: number) =>
  roleNouns.has(tokens[at]?.lower ?? "") ||
  byKey.has(
    tokens
      .slice(from, at + 1)
      .map(({ lower }) => lower)
      .join(" "),
  );

function rolePhrase(context: PhraseContext, determiner: Token, from: number, at: number): Subject {
  const noun = context.tokens[at]?.lower ?? "";
  const words = context.tokens.slice(from, at + 1).map((token) => token.lower);
  const owned = /^(?:his|her|my|our|their|your|its)$/.test(determiner.lower);
  const base = { start: determiner.start, end: context.tokens[at]?.end ?? determiner.end, next: at + 1, owner: null };
  const gender = roleNouns.get(noun) ?? null;
  if (determiner.lower === "my" && /^(?:friend|companion|visitor|host|client|guest|fellow)$/.test(noun))
    return { ...base, kind: "kin", member: null, gender, role: noun };
  // Our prisoner is nobody's relative.
  if (/^(?:our|their)$/.test(determiner.lower) && !kinNouns.has(noun)) return { ...nobodyAt(base, base.next), gender };
  if (owned && determiner.lower !== "my") return { ...base, kind: "kin", member: null, gender, role: noun };
  // A woman’s voice is heard: nobody sees yet whose.
  const unknown = /^(?:an?|another|some)$/.test(determiner.lower) || general.has(noun);
  if (unknown && context.tokens[at]?.possessive === true && /^voices?$/.test(context.tokens[at + 1]?.lower ?? ""))
    return { ...nobodyAt(base, at + 2), gender };
  // Said a woman: somebody new, whoever else is about.
  if (general.has(noun) && /^(?:an?|another)$/.test(determiner.lower)) return { ...nobodyAt(base, base.next), gender };
  // The poor child is she whom the book is about, not somebody new.
  if (general.has(noun) && words.slice(0, -1).every((word) => pitied.has(word)))
    return { ...base, kind: "pronoun", member: null, gender, role: noun };
  const role = owned ? `my ${words.join(" ")}` : words.join(" ");
  return {
    ...base,
    // The old man may be somebody with a name.
    kind: general.has(noun) && !owned && !isListed(context, role) ? "described" : "role",
    member:
      context.roles.get(role) ??
      (isListed(context, role) ? context.byKey.get(role) : undefined) ??
      titled(context, words) ??
      describedAs(context, words) ??
      null,
    gender,
    role,
  };
}

/** Whether a list of characters calls somebody so. Of `an old man` in it the old man may yet be somebody else. */
function isListed({ byKey, members }: PhraseContext, role: string): boolean {
  const member = byKey.get(role);
  return member !== undefined && !/^an? /i.test(members[member]?.name ?? "");
}

/** Words that end a noun phrase or are no person. */
const noRole = new Set(
  "voice voices others other same first second last next most end whole words rest two three of in on at to with from by and but or as for who which that when while had was is were his her its their my our the a an he she it they we you crowd company party men women people children boys girls chorus".split(
    " ",
  ),
);

/** Nouns of more than one. */
const many = /(?:[^s]s|men|people|folk|crew|gang)$/;

/** `snapped the salesman`, `said the one-armed commander`: right behind a verb of speech any noun is a person; `our page-boy` is somebody whom the cast does not hold. */
export function openRoleAt(context: PhraseContext, i: number): Subject | null {
  const determiner = context.tokens[i];
  if (determiner === undefined || !/^(?:the|our|their)$/.test(determiner.lower)) return null;
  let at = i;
  while (at < i + 3 && isNoun(context.tokens[at + 1])) at += 1;
  const noun = context.tokens[at];
  if (at === i || noun === undefined || many.test(noun.lower)) return null;
  if (determiner.lower !== "the") return nobodyAt({ start: determiner.start, end: noun.end }, at + 1);
  const role = context.tokens
    .slice(i + 1, at + 1)
    .map(({ lower }) => lower)
    .join(" ");
  const member = context.roles.get(role) ?? context.byKey.get(role) ?? null;
  return { ...nobodyAt({ start: determiner.start, end: noun.end }, at + 1), kind: "role", member, role };
}

const isNoun = (token: Token | undefined) =>
  token !== undefined && token.joined && !token.possessive && !noRole.has(token.lower) && !isAdverb(token);

/** The Captain, where one named person holds that title. */
function titled(context: PhraseContext, words: readonly string[]): number | null {
  const title = words.at(-1) ?? "";
  if (!titles.has(title) || words.length > 1) return null;
  const holders = new Set<number>();
  for (const [key, member] of context.byKey) if (key.startsWith(`${title} `)) holders.add(member);
  const [only] = holders;
  return holders.size === 1 && only !== undefined ? only : null;
}

/** The parson is Parson Tringham, and the thin gentleman the thin elderly gentleman, where nobody else is called so. */
function describedAs({ byKey }: PhraseContext, words: readonly string[]): number | null {
  const holders = new Set<number>();
  for (const [key, member] of byKey) {
    const parts = key.split(" ");
    if (parts.length > words.length && words.every((word) => parts.includes(word))) holders.add(member);
  }
  const [only] = holders;
  return holders.size === 1 && only !== undefined ? only : null;
}

/** Mother, Father, Grandpa used as names. */
function bareRole(context: PhraseContext, i: number): Subject | null {
  const token = context.tokens[i];
  if (token === undefined || !token.capital || token.opens || !roleNouns.has(token.lower)) return null;
  const member = context.roles.get(token.lower) ?? null;
  return {
    start: token.start,
    end: token.end,
    next: i + 1,
    kind: "role",
    member,
    gender: roleNouns.get(token.lower) ?? null,
    role: token.lower,
    owner: null,
  };
}

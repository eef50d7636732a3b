import { mentionFrom } from "./mention-index.ts";
import { type Member, type Mention, namelessMember } from "./members.ts";
import { roleNouns } from "./name-words.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Gender } from "./story.ts";
import type { Token } from "./tokens.ts";
import { actVerbs, isAdverb, speechVerbs } from "./verb-words.ts";

/** Words for one's family, and the plain word for each. */
const family = new Map<string, string>([
  ...synonyms("father", "father papa dad daddy"),
  ...synonyms("mother", "mother mamma mama mum mummy mom"),
  ...synonyms("grandfather", "grandfather grandpa grandpapa grandad"),
  ...synonyms("grandmother", "grandmother grandma grandmamma granny"),
  ...["brother", "sister", "husband", "wife", "son", "daughter", "uncle", "aunt"].map((noun) => [noun, noun] as const),
]);

function synonyms(noun: string, all: string): (readonly [string, string])[] {
  return all.split(" ").map((form) => [form, noun]);
}

/** Whether a word means a relative. */
export const isFamily = (word: string) => family.has(word);

/** Whether `Grandmother` stands as a name: a capital without an owner before it or a name behind it. */
export function isFamilyName(tokens: readonly Token[], i: number): boolean {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (token?.capital !== true || !family.has(token.lower)) return false;
  if (after?.capital === true && after.joined && !token.possessive) return false;
  return !token.joined || before === undefined || !(before.possessive || before.capital || owners.has(before.lower));
}

const owners = new Set("the that this a an my his her our your their old dear poor".split(" "));

/** Parents of the I or of the one whom a tale is about, under all that they are called: `Mum`, `my mother`, `our mother`. */
export function ownFamily(
  speaking: readonly string[],
  tokens: readonly Token[],
  quoted: Uint8Array,
): { member: Member; forms: string[] }[] {
  const named = new Map<string, string>();
  for (const [i, { lower, text, start, opens }] of tokens.entries()) {
    if (quoted[start] === 1 || !isFamilyName(tokens, i)) continue;
    const verb = tokens[i + 1]?.lower ?? "";
    if ((speaking.includes(lower) && !opens) || actVerbs.has(verb) || speechVerbs.has(verb)) named.set(lower, text);
  }
  return [...elders].flatMap((noun) => {
    const words = [...family].flatMap(([form, plain]) => (plain === noun ? [form] : []));
    const bare = words.filter((form) => named.has(form));
    const mine = words.map((form) => `my ${form}`);
    const name = bare.map((form) => named.get(form)).concat(mine.filter((form) => speaking.includes(form)))[0];
    if (name === undefined) return [];
    const stand = mine.filter((form) => tokens.some((token, i) => isMine(tokens, i) && `my ${token.lower}` === form));
    const aliases = [...bare.map((form) => named.get(form) ?? form), ...stand].filter((form) => form !== name);
    return [{ member: { ...namelessMember(name, roleNouns.get(noun) ?? null), aliases }, forms: [...bare, ...mine] }];
  });
}

const elders = new Set("father mother grandfather grandmother".split(" "));

const isMine = (tokens: readonly Token[], i: number) => tokens[i - 1]?.lower === "my" && tokens[i]?.joined === true;

/** A place that says whose relative somebody is. */
interface Kin extends Omit<Mention, "member"> {
  noun: string;
  owner: number;
  /** Nobody else can be the owner. */
  sure: boolean;
  /** Indices of its first and last token. */
  first: number;
  last: number;
}

export interface RelativeSource {
  text: string;
  tokens: readonly Token[];
  passages: readonly Passage[];
  quotes: readonly RawQuote[];
  quoted: Uint8Array;
}

/**
 * Finds the relatives who come in without a name (`said her father`): those who speak or do something beside a line. Who is
 * only spoken of and bears the same name is the one meant; whom no name of the cast can mean is added behind the members as
 * `Anna’s father`. Gives all members, and the places that mean a relative.
 */
export function relatives(
  source: RelativeSource,
  members: readonly Member[],
  mentions: readonly Mention[],
): { members: Member[]; mentions: Mention[] } {
  const kin = kinIn(source, members, mentions);
  const told = new Set(mentions.filter(({ quoted }) => !quoted).map(({ member }) => member));
  const bearersOf = (one: Kin) => sameName(members[one.owner], roleNouns.get(one.noun) ?? null, members);
  // Where one father of the book has a name, her father may be he.
  const named = new Set(
    kin
      .filter((one) => bearersOf(one).some((who) => told.has(who)) || namedBeside(source, one, members, mentions))
      .map(({ noun }) => noun),
  );
  const all = [...members];
  const found: Mention[] = [];
  for (const group of Map.groupBy(kin, ({ owner, noun }) => `${owner} ${noun}`).values()) {
    const [one] = group;
    const whose = members[one?.owner ?? -1];
    if (one === undefined || whose === undefined || named.has(one.noun)) continue;
    const lone = kin.every(({ noun, owner }) => noun !== one.noun || owner === one.owner);
    const clear = group.filter(({ sure }) => sure || lone);
    const bare = lone ? all.findIndex((who) => who.nameless && family.get(who.name.toLowerCase()) === one.noun) : -1;
    const free = bearersOf(one).filter((who) => !told.has(who));
    const face = bare >= 0 ? bare : free.length === 1 ? free[0] : undefined;
    if (bare < 0 && !takesPart(source, clear)) continue;
    if (face === undefined && !parents.has(one.noun) && hasRival(one, members, mentions)) continue;
    const member = face ?? all.length;
    const gender = roleNouns.get(one.noun) ?? null;
    const known = all[member] ?? namelessMember(`${whose.name}’s ${one.noun}`, gender);
    const forms = lone ? clear.map(({ start, end }) => surface(source.text, start, end)) : [];
    const aliases = new Set([...known.aliases, `${whose.name}’s ${one.noun}`, ...forms]);
    all[member] = {
      ...known,
      aliases: [...aliases].filter((form) => form !== known.name),
      gender: known.gender ?? gender,
    };
    told.add(member);
    found.push(...clear.map(({ start, end, quoted, possessive }) => ({ start, end, quoted, possessive, member })));
  }
  return { members: all, mentions: found };
}

/** One has one of each. */
const parents = new Set([...elders, "husband", "wife"]);

/** `her father`, also where it begins a sentence. */
const surface = (text: string, start: number, end: number) =>
  text.slice(start, end).replace(/\s+/g, " ").replace(/^H/, "h");

/** UTF-16 units before a word in which another of the same sex makes it doubtful who is meant by `her`. */
const clearFor = 400;

/** All places of the narration that say whose father somebody is. */
function kinIn({ tokens, quoted }: RelativeSource, members: readonly Member[], mentions: readonly Mention[]): Kin[] {
  const found: Kin[] = [];
  const last = new Map<Gender, Mention[]>();
  let m = 0;
  for (const [i, token] of tokens.entries()) {
    for (; (mentions[m]?.start ?? Infinity) < token.start; m++) {
      const mention = mentions[m];
      const gender = members[mention?.member ?? -1]?.gender ?? null;
      if (mention !== undefined && !mention.quoted && !mention.possessive && gender !== null)
        last.set(gender, [mention, ...(last.get(gender) ?? []).slice(0, 4)]);
    }
    const word = tokens[i + 1];
    const noun = family.get(word?.lower ?? "");
    if (word === undefined || noun === undefined || quoted[token.start] === 1) continue;
    if (!word.joined && !token.possessive) continue;
    const before = last.get(token.lower === "her" ? "female" : "male") ?? [];
    const owned = token.possessive && mentions[m]?.end === token.end ? mentions[m] : undefined;
    const [mention] = owned === undefined ? (/^(?:his|her)$/.test(token.lower) ? before : []) : [owned];
    if (mention === undefined || members[mention.member]?.narrator === true) continue;
    found.push({
      noun,
      owner: mention.member,
      sure:
        owned !== undefined ||
        before.every(({ member, start }) => member === mention.member || start < token.start - clearFor),
      first: i,
      last: i + 1,
      start: owned?.start ?? token.start,
      end: word.end,
      quoted: false,
      possessive: word.possessive,
    });
  }
  return found;
}

/** Whether a name stands beside the word itself: `her sister Jane`, `his brother, Tom Carr,`. */
function namedBeside(
  { text }: RelativeSource,
  { end, noun }: Kin,
  members: readonly Member[],
  mentions: readonly Mention[],
): boolean {
  const mention = mentions[mentionFrom(mentions, end)];
  const gender = members[mention?.member ?? -1]?.gender;
  if (mention === undefined || !/^,?\s$/.test(text.slice(end, mention.start))) return false;
  return gender === null || gender === (roleNouns.get(noun) ?? gender);
}

/** Those of the cast who bear the same name and may be the relative. */
const sameName = (owner: Member | undefined, gender: Gender | null, members: readonly Member[]) =>
  members.flatMap((other, i) =>
    other !== owner &&
    surnames(owner).some((name) => surnames(other).includes(name)) &&
    (gender === null || (other.gender ?? gender) === gender)
      ? [i]
      : [],
  );

/** A wife has two, and is called by either. */
const surnames = (member: Member | undefined): string[] =>
  member === undefined || member.surname === null
    ? []
    : [member.surname, member.name.toLowerCase().split(" ").at(-1) ?? member.surname];

/** UTF-16 units before a word in which somebody with a name may be the sister who is meant. */
const rivalFor = 600;

function hasRival({ start, owner, noun }: Kin, members: readonly Member[], mentions: readonly Mention[]): boolean {
  const gender = roleNouns.get(noun) ?? null;
  const near = mentions.slice(mentionFrom(mentions, start - rivalFor), mentionFrom(mentions, start));
  return near.some(({ member, quoted }) => {
    const other = members[member];
    return !quoted && member !== owner && other?.nameless === false && (other.gender ?? gender) === gender;
  });
}

/** Whether one of the places says that the relative speaks, or begins a sentence beside a line. */
function takesPart({ tokens, passages, quotes }: RelativeSource, group: readonly Kin[]): boolean {
  const talked = new Set(quotes.map(({ passage }) => passage));
  return group.some(({ start, end, first, last, possessive }) => {
    if (possessive) return false;
    const before = tokens[first - 1];
    const after = tokens.slice(last + 1, last + 4).find((token) => !isAdverb(token));
    if (speechVerbs.has(before?.lower ?? "") || speechVerbs.has(after?.lower ?? "")) return true;
    const passage = passages.find((one) => one.start <= start && end <= one.end);
    return passage !== undefined && talked.has(passage.index) && tokens[first]?.opens === true;
  });
}

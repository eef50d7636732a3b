import type { Span } from "../book/book.ts";
import { keyOf } from "./cast.ts";
import { isJapaneseGroup } from "./japanese-cues.ts";
import { japaneseRoles } from "./japanese-words.ts";
import { type Member, type Mention, namelessMember } from "./members.ts";
import { firstNames, roleNouns, titles } from "./name-words.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Decided, Turn } from "./turns.ts";
import type { WrittenLetter } from "./written-letters.ts";

/** The words that say beyond doubt whose a quote is: the name before a line of a play, or the one below a letter. */
export interface Signed extends Span {
  rule: "cue" | "signature";
  name: string;
}

/** Index of a quote → who signs it. */
export function signedQuotes(
  text: string,
  passages: readonly Passage[],
  quotes: readonly RawQuote[],
  letters: readonly WrittenLetter[],
): Map<number, Signed> {
  const byPassage = new Map(
    letters.flatMap(({ from, to, signature }) =>
      passages.slice(from, to).map(({ index }) => [index, signature] as const),
    ),
  );
  const signed = new Map<number, Signed>();
  for (const [i, { passage }] of quotes.entries()) {
    const cue = passages[passage]?.cue;
    const signature = byPassage.get(passage);
    // Of several who speak at once the first is shown speaking.
    if (cue !== undefined) signed.set(i, { start: cue.start, end: cue.end, rule: "cue", name: cue.names[0] ?? "" });
    else if (signature)
      signed.set(i, { ...signature, rule: "signature", name: text.slice(signature.start, signature.end) });
  }
  return signed;
}

/** Index of a quote → the member whose it is; null where they are many or nobody of the cast. */
export type SureSpeakers = ReadonlyMap<number, { member: number | null; signed: Signed }>;

/** Those who may sign, and where the text names them. */
interface Company {
  members: Member[];
  mentions: readonly Mention[];
}

/** Finds those who sign among the cast and adds whoever is missing, unless the cast is `closed`. */
export function withSigners(
  cast: Company,
  signed: ReadonlyMap<number, Signed>,
  closed: boolean,
): Company & { sure: SureSpeakers } {
  if (signed.size === 0) return { ...cast, sure: new Map() };
  const members = [...cast.members];
  const known = new Map<string, number | null>();
  const named = new Map(cast.mentions.map((mention) => [mention.start, mention]));
  const added: Mention[] = [];
  const sure = new Map<number, { member: number | null; signed: Signed }>();
  for (const [i, one] of signed) {
    const key = keyOf(one.name);
    let member = known.get(key);
    if (member === undefined) {
      const here = named.get(one.start);
      member = isGroup(one.name) ? null : here?.end === one.end ? here.member : memberNamed(members, one.name);
      if (member === null && !closed && !isGroup(one.name) && !(one.rule === "signature" && roleNouns.has(key)))
        member = members.push(memberFor(one.name)) - 1;
      known.set(key, member);
    }
    sure.set(i, { member, signed: one });
    if (member === null) continue;
    members[member] = inSmallLetters(members[member]) ?? memberFor(one.name);
    if (!named.has(one.start) && added.at(-1)?.start !== one.start)
      added.push({ start: one.start, end: one.end, member, quoted: false, possessive: false });
  }
  const mentions = [...cast.mentions, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
  return { members, mentions, sure };
}

const isGroup = (name: string) => {
  const words = name.toLowerCase().split(/\s+/);
  const last = words.at(-1) ?? "";
  return (
    isJapaneseGroup(name) ||
    /^(?:all|both|omnes|everybody|everyone|others|chorus|crowd|several|many|some|voices)$/.test(words.at(0) ?? "") ||
    /^(?:others|voices|people|men|women|children|citizens|villagers|attendants|lords|ladies|sailors|soldiers|servants|guards)$/.test(
      last,
    ) ||
    (last.endsWith("s") && roleNouns.has(last.slice(0, -1)))
  );
};

/** By the whole name, by what `Ham.` is short for, or by first letter and surname. */
function memberNamed(members: readonly Member[], name: string): number | null {
  const key = keyOf(name);
  const keys = members.map(({ name: own, aliases }) => [own, ...aliases].map(keyOf));
  const whole = keys.findIndex((forms) => forms.includes(key));
  if (whole >= 0) return whole;
  const words = key.split(" ");
  const last = words.at(-1) ?? "";
  const fits = (form: string) => {
    const own = form.split(" ");
    if (words.length === 1) return (last.length > 2 && form.startsWith(last)) || own.includes(last);
    return own.at(-1) === last && own.length > 1 && (own[0] ?? "").startsWith(words[0] ?? "");
  };
  const alike = keys.flatMap((forms, i) => (forms.some(fits) ? [i] : []));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

const titled = (name: string) =>
  /\p{Ll}/u.test(name) ? name : name.replaceAll(/(?<=[\p{Lu}\d])\p{Lu}+/gu, (rest) => rest.toLowerCase());

/** A cast in capitals is written as everywhere else. */
const inSmallLetters = (member: Member | undefined) =>
  member === undefined ? undefined : { ...member, name: titled(member.name) };

function memberFor(name: string): Member {
  const shown = titled(name).replace(/^the /i, "");
  const words = shown.toLowerCase().replaceAll(".", "").split(" ");
  const last = words.at(-1) ?? "";
  const role = roleNouns.get(last.replace(/’s$|'s$/, ""));
  if (role !== undefined && words.length < 4) return namelessMember(`the ${shown}`, role);
  const japanese = [...japaneseRoles.keys()]
    .filter((noun) => shown.endsWith(noun))
    .sort((a, b) => b.length - a.length)[0];
  if (japanese !== undefined)
    return { ...namelessMember(shown, japaneseRoles.get(japanese) ?? null), nameless: japanese === shown };
  const title = titles.get(words[0] ?? "");
  const gender = title ?? firstNames.get(words[0] ?? "") ?? null;
  return {
    ...namelessMember(shown, gender),
    genderFrom: gender === null ? null : title === undefined ? "name" : "title",
    nameless: false,
    surname: words.length > 1 && title !== undefined ? last : null,
  };
}

/** Those of a letter, by quote. */
export const signersOf = (sure: SureSpeakers): Map<number, number | null> =>
  new Map([...sure].flatMap(([i, { member, signed }]) => (signed.rule === "signature" ? [[i, member] as const] : [])));

/** A turn whose speaker a play names: nothing else says who that is. */
export function withCue<T extends Turn>(turn: T, sure: SureSpeakers): T {
  const told = sure.get(turn.quotes[0] ?? -1);
  if (told === undefined) return turn;
  return { ...turn, fixed: told.member, stranger: told.member === null, gender: null, kin: false, continues: false };
}

/** The verdict on such a turn. */
export function decidedByCue(decided: Decided, turn: Turn | undefined, sure: SureSpeakers): Decided {
  const told = sure.get(turn?.quotes[0] ?? -1);
  return told === undefined ? decided : { speaker: told.member, rule: "cue", chance: 1, trust: 1 };
}

import type { Mark } from "../book/book.ts";
import { keyOf, type RosterEntry } from "./cast.ts";
import { withBeastFolk } from "./japanese-folk.ts";
import { actingRoles, withNicknames } from "./japanese-nicknames.ts";
import { introduced, isFamilyName, isJapaneseName, nameEndings, nameEvidence } from "./japanese-name-evidence.ts";
import { actingInTale, withOffices } from "./japanese-roles.ts";
import { japaneseSurnames } from "./japanese-surnames-data.ts";
import { withoutStrangers } from "./japanese-strangers.ts";
import { genderOfName, japaneseRoles, narratorWords, notJapaneseNames, passingRoles } from "./japanese-words.ts";
import type { Member, Mention } from "./members.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Gender } from "./story.ts";

/** Who is in a Japanese book: names by tags, honorifics and particles; roles (下人) where they act or speak. */
export function japaneseCast(
  text: string,
  passages: readonly Passage[],
  quotes: readonly RawQuote[],
  quoted: Uint8Array,
  marks: readonly Mark[],
  roster: readonly RosterEntry[] | null,
): { members: Member[]; mentions: Mention[]; narrator: number | null } {
  const members = roster === null ? found(text, passages, quotes, quoted, marks) : roster.map(fromRoster);
  const narrator = roster === null ? addNarrator(text, passages, quoted, members) : null;
  const plain = japaneseMentions(text, passages, members, quoted, new Map());
  const mentions = japaneseMentions(text, passages, members, quoted, arrivals(text, plain, members));
  return {
    members: members.map((one, i) =>
      gendered(
        text,
        one,
        plain.find((mention) => mention.member === i && !mention.quoted),
      ),
    ),
    mentions,
    narrator,
  };
}

const fromRoster = ({ name: full, aliases = [] }: RosterEntry): Member =>
  newMember(
    full,
    aliases.filter((alias) => keyOf(alias) !== ""),
    genderOfName(full),
    false,
  );

function newMember(full: string, aliases: string[], gender: Gender | null, nameless: boolean): Member {
  return {
    name: full,
    aliases,
    gender,
    genderFrom: gender === null ? null : nameless ? "noun" : "name",
    narrator: false,
    nameless,
    surname: null,
  };
}

function found(
  text: string,
  passages: readonly Passage[],
  quotes: readonly RawQuote[],
  quoted: Uint8Array,
  marks: readonly Mark[],
): Member[] {
  const all = nameEvidence(text, passages, quotes, quoted);
  const ruby = new Set(marks.filter((mark) => mark.kind === "ruby").map((mark) => text.slice(mark.start, mark.end)));
  const sure = new Set(
    [...all].filter(([word, e]) => isJapaneseName(word, e, ruby, text.length)).map(([word]) => word),
  );
  const names = [...all]
    .filter(([word, e]) => sure.has(word) || isFullName(word, e.told + e.subject, sure))
    .sort((a, b) => b[0].length - a[0].length || a[1].order - b[1].order);
  const clusters: { forms: string[]; gender: Gender | null; order: number; weight: number }[] = [];
  for (const [word, e] of names) {
    const home = clusters.find(({ forms }) =>
      forms.some((form) => form.length > word.length && (form.startsWith(word) || form.endsWith(word))),
    );
    if (home === undefined)
      clusters.push({
        forms: [word],
        gender: e.gender ?? genderOfName(word),
        order: e.order,
        weight: e.tags + e.subject + e.honorific,
      });
    else {
      home.forms.push(word);
      home.gender ??= e.gender;
      home.order = Math.min(home.order, e.order);
    }
  }
  for (const one of clusters)
    one.forms.push(...partsOf(text, one.forms[0] ?? "").filter((part) => !one.forms.includes(part)));
  clusters.sort((a, b) => a.order - b.order);
  const people = clusters.map(({ forms, gender }) => newMember(forms[0] ?? "", forms.slice(1), gender, false));
  const speaking = names.filter(([, e]) => e.tags > 0).length;
  for (const [word, e] of all) {
    const gender = japaneseRoles.get(word);
    if (gender === undefined) continue;
    const acts = e.tags > 0 ? e.tags + e.subject > 1 || !passingRoles.has(word) : e.subject >= (speaking < 2 ? 3 : 20);
    const pair = new RegExp(`[二２]人の(?:[一-龠ぁ-ん]{1,3})?${word}`).test(text) && /もう?(?:一人|ひとり)/.test(text);
    if (pair && e.tags > 0 && !passingRoles.has(word)) {
      // Two of a kind talk with each other: the one and the other.
      people.push(newMember(word, [`一人の${word}`, `はじめの${word}`], gender, true));
      const other = ["もう一人", "もうひとり", "もひとり"].flatMap((form) => [`${form}の${word}`, form]);
      people.push(newMember(`もう一人の${word}`, other.slice(1), gender, true));
    } else if (acts && !(passingRoles.has(word) && speaking >= 3 && e.tags < 2 && e.subject < 20))
      people.push(newMember(word, [], gender, true));
  }
  // 清という下女: the maid of this book has a name.
  const held = new Set(
    [...text.matchAll(introduced)]
      .filter(([, who]) => people.some((one) => one.name === who))
      .map(([, , role]) => role),
  );
  for (const [word, count] of actingRoles(text, quoted))
    if (
      count >= (passingRoles.has(word) ? 20 : Math.min(5, Math.max(3, text.length / 1500))) &&
      !held.has(word) &&
      !people.some((one) => [one.name, ...one.aliases].includes(word))
    )
      people.push(newMember(word, [], japaneseRoles.get(word) ?? null, true));
  const named = withBeastFolk(text, quoted, withOffices(text, people), (full, gender) =>
    newMember(full, [], gender, true),
  );
  const known = arrivals(text, japaneseMentions(text, passages, named, quoted, new Map()), named);
  for (const word of actingInTale(text, quoted))
    if (!known.has(word) && !named.some((one) => [one.name, ...one.aliases].includes(word)))
      named.push(newMember(word, [], japaneseRoles.get(word) ?? null, true));
  return withNicknames(text, withoutStrangers(text, oneForEach(named), quotes), (nick) =>
    newMember(nick, [], genderOfName(nick) ?? "male", false),
  );
}

/** 吉岡トメ → 吉岡 or トメ, where the narration goes on with the one alone. */
function partsOf(text: string, full: string): string[] {
  const at = [2, 1, 3].find((length) => length < full.length && japaneseSurnames.has(full.slice(0, length)));
  if (at === undefined) return [];
  return [full.slice(0, at), full.slice(at)].filter(
    (part) => part.length > 1 && new RegExp(`(?<![一-龠々ァ-ヶ])${part}[はが]`).test(text),
  );
}

/** 大家の野村キヨ beside キヨ: a family name before a name that is known, or a known one before a first name. */
const isFullName = (word: string, told: number, known: ReadonlySet<string>) =>
  told > 0 &&
  isFamilyName(word) &&
  [...known].some((one) => one.length > 1 && one.length < word.length && (word.endsWith(one) || word.startsWith(one)));

/** 婆さん, お婆さん and 母, 母親 are one. */
function oneForEach(people: readonly Member[]): Member[] {
  const stem = (word: string) => word.replace(/^[お御]/, "").replace(/(?<=.)(?:さん|様|親)$/, "");
  const kept: Member[] = [];
  for (const person of people) {
    const same = kept.find((one) => one.nameless && person.nameless && stem(one.name) === stem(person.name));
    if (same === undefined) kept.push(person);
    else same.aliases.push(person.name);
  }
  return kept;
}

/** 私は, おれは … in the narration, at least once in 900 units, make an I who tells. */
function addNarrator(text: string, passages: readonly Passage[], quoted: Uint8Array, members: Member[]): number | null {
  const counts = new Map<string, number>();
  let length = 0;
  for (const passage of passages) {
    const part = text.slice(passage.start, passage.end);
    length += part.length;
    for (const word of narratorWords) {
      for (let at = part.indexOf(word); at >= 0; at = part.indexOf(word, at + 1))
        if (
          /^[はがのもを]/.test(part.slice(at + word.length)) &&
          quoted[passage.start + at] === 0 &&
          !/[一-龠]/.test(part[at - 1] ?? "")
        )
          counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const [best] = [...counts].filter(([word]) => word !== "自分").sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < 5 || best[1] * 900 < length) return null;
  const gender: Gender | null = /^(?:俺|おれ|僕|ぼく|吾輩)$/.test(best[0]) ? "male" : null;
  const named = ownName(text) ?? calledName(text, quoted, members);
  const known = members.findIndex(({ name: full, aliases }) => named !== null && [full, ...aliases].includes(named));
  const one = members[known];
  if (one !== undefined) {
    members[known] = { ...one, aliases: [...one.aliases, best[0]], gender: one.gender ?? gender, narrator: true };
    return known;
  }
  const teller =
    named === null
      ? newMember(best[0], [], gender, true)
      : newMember(named, [best[0]], gender ?? genderOfName(named), false);
  return members.push({ ...teller, narrator: true }) - 1;
}

/** `私の名は水野恭一という`, `僕は水野と申します`: how the I is called, where he says so himself. */
function ownName(text: string): string | null {
  const told =
    /(?:私|わたし|僕|ぼく|俺|おれ|吾輩|余|自分)(?:の(?:姓名|名前?)は|は)([一-龠々]{2,5}|[ァ-ヶー・]{2,10})(?:と(?:いう|云う|言う|申し|いい)|である。|だ。|です。)/g;
  for (const [words, called] of text.matchAll(told))
    if (called !== undefined && (/名/.test(words) || /と(?:申|いい)/.test(words)) && !notJapaneseNames.has(called))
      return called;
  return null;
}

/** 「健太、どこ行くの」「君が健太君か」: a first name that lines call and the narration never tells of is the I's. */
function calledName(text: string, quoted: Uint8Array, members: readonly Member[]): string | null {
  const counts = new Map<string, number>();
  const calls = new RegExp(`(?<=[「、。])([一-龠々]{2,3}|[ァ-ヶー]{2,6})(?:${nameEndings})?(?=[、。！？」])`, "g");
  for (const { 1: word = "", index } of text.matchAll(calls)) {
    const known = members.some(({ name, aliases }) => [name, ...aliases].includes(word));
    const first = genderOfName(word) !== null || isFamilyName(word);
    if (quoted[index] === 1 && first && !known && !japaneseRoles.has(word) && !notJapaneseNames.has(word))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < 2) return null;
  for (let at = text.indexOf(best[0]); at >= 0; at = text.indexOf(best[0], at + 1)) if (quoted[at] === 0) return null;
  return best[0];
}

/** Where the members are named, longest form first, honorific included. */
function japaneseMentions(
  text: string,
  passages: readonly Passage[],
  members: readonly Member[],
  quoted: Uint8Array,
  roles: ReadonlyMap<string, number>,
): Mention[] {
  const forms = members.flatMap((one, index) => [one.name, ...one.aliases].map((form) => ({ form, index })));
  for (const [index, one] of members.entries())
    for (const short of nickStems(one, members)) forms.push({ form: short, index });
  for (const [role, index] of roles) forms.push({ form: role, index });
  forms.sort((a, b) => b.form.length - a.form.length);
  const taken = new Uint8Array(text.length + 1);
  const mentions: Mention[] = [];
  const start = passages[0]?.start ?? 0;
  const end = passages.at(-1)?.end ?? 0;
  const tail = new RegExp(`^(?:${nameEndings})`);
  for (const { form, index } of forms) {
    for (let at = text.indexOf(form, start); at >= 0 && at < end; at = text.indexOf(form, at + form.length)) {
      if (taken[at] === 1) continue;
      const honorific = tail.exec(text.slice(at + form.length, at + form.length + 4))?.[0] ?? "";
      const stop = at + form.length + honorific.length;
      if (!standsFree(text, at, stop, form)) continue;
      // だから婆さんである says of somebody else what they are.
      if (
        (members[index]?.nameless === true || japaneseRoles.has(form)) &&
        /^(?:である|だった|だ[。、]|で、)/.test(text.slice(stop, stop + 3))
      )
        continue;
      taken.fill(1, at, stop);
      mentions.push({ start: at, end: stop, member: index, quoted: quoted[at] === 1, possessive: text[stop] === "の" });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** 痩せた老人が立っていた, and then the first name: from then on 老人 is that person. */
function arrivals(text: string, mentions: readonly Mention[], members: readonly Member[]): Map<string, number> {
  const roles = new Map<string, number>();
  const known = new Set<number>();
  for (const { member, start, quoted } of mentions) {
    if (quoted || known.has(member)) continue;
    known.add(member);
    const lead = text.slice(Math.max(0, start - 60), start);
    const role = /(老人|老婆|大男|少年|少女|若者|青年)が(?:立|い|座|現)[^。]*。[^。]*$/.exec(lead)?.[1];
    if (role !== undefined && !roles.has(role) && members.every((one) => one.name !== role)) roles.set(role, member);
  }
  return roles;
}

/** What the words after the first mention say: 十七の娘, 小梅の祖父, 背の高い男で, 五十過ぎの女性である. */
function gendered(text: string, one: Member, first: Mention | undefined): Member {
  if (one.genderFrom === "noun" || one.narrator || first === undefined) return one;
  const after = /^[^「」]*/.exec(text.slice(first.end, first.end + 70))?.[0] ?? "";
  const sign =
    /(女の子|の娘|少女|老婆|祖母|になる女|女性?(?=で、|であ|だ[っ。]))|(祖父|大男|男の子|筏師|侍|の男|老人(?!が)|^という老人|男性?(?=で、|であ|だ[っ。]))/.exec(
      after,
    );
  if (sign === null) return one;
  return { ...one, gender: sign[1] === undefined ? "male" : "female", genderFrom: "noun" };
}

/** 源じい, 凪ねえ: the first kanji of a name with an ending of kinship, where only one name begins so. */
function nickStems(one: Member, members: readonly Member[]): string[] {
  if (one.nameless) return [];
  const heads = [...new Set([one.name, ...one.aliases].filter((form) => form.length > 2).map((form) => form[0] ?? ""))];
  const free = heads.filter(
    (head) =>
      members.filter((other) => [other.name, ...other.aliases].some((form) => form.startsWith(head))).length === 1,
  );
  return free.flatMap((head) => ["じい", "ねえ", "ばあ", "兄", "さん", "ちゃん"].map((ending) => head + ending));
}

function standsFree(text: string, start: number, end: number, form: string): boolean {
  const before = text[start - 1] ?? "";
  const after = text[end] ?? "";
  // 乗り込んだおれの顔: a clause may stand right before the I.
  if (/^(?:おれ|ぼく|わたし|わたくし)$/.test(form) && /[だたるらばてどつくうい]/.test(before))
    return /[はがもをにの]/.test(after);
  if (/^[ぁ-ん]+$/.test(form))
    return !/[ぁ-ん]/.test(before) || /[はがをにでともの、たるい]/.test(before)
      ? /[はがをにのもと、。！？」…やー]/.test(after)
      : false;
  if (/^[ァ-ヶー・]+$/.test(form)) return !/[一-龠ァ-ヶー]/.test(before) && !/[ァ-ヶー]/.test(after);
  // 聞いた時先生は: a word for the time may stand right before the name.
  const apart = !/[一-龠々]/.test(before) || (/[時後間頃]/.test(before) && /[はがも]/.test(after));
  return !/[一-龠々]/.test(after) && (apart || form.length > 2);
}

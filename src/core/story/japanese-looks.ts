import type { Span } from "../book/book.ts";
import { mentionFrom } from "./mention-index.ts";
import { kanjiNumber } from "./japanese-words.ts";
import { noLooks } from "./looks.ts";
import { ageOf } from "./looks-words.ts";
import type { Member, Mention } from "./members.ts";
import type { Passage } from "./passages.ts";
import { sentencesOf } from "./sentences.ts";
import type { Age, Build, HairColour, HairStyle, Height, Looks, Skin, Species, Trait } from "./story.ts";

type Rules<T extends string> = readonly (readonly [T, RegExp])[];

const ages: Rules<Age> = [
  ["old", /(?:老人|老婆|年寄り|老爺|祖父|祖母|爺さん|婆さん)(?:である|だった|で、|が立)|老いた/],
  ["child", /(?:女の子|男の子|子供|子ども)(?:である|だった|で、)|幼い/],
  ["young", /(?:少年|少女|娘|若者|青年)(?:である|だった|で、)|若い(?:男|侍|紳士|者|学生|役人)/],
];
const builds: Rules<Build> = [
  ["thin", /痩せ|やせ|針金のよう|ほっそり|細い体/],
  ["stout", /太った|でっぷり|肥(?:え|った)|がっしり|ずんぐり/],
];
const heights: Rules<Height> = [
  ["tall", /背(?:丈|の|が)?[はも]?(?:高い|高く)|六尺|大男|のっぽ/],
  ["short", /小柄|背の低い|豆粒のよう|ちび|小さな体/],
];
const skins: Rules<Skin> = [
  ["dark", /黒ん坊|黒奴/],
  ["brown", /色の(?:浅)?黒い|色が黒|浅黒い|日に焼け|日焼け|赤銅色|渋紙/],
  ["light", /色の白い|色白|色が白/],
];
const colours: Rules<HairColour> = [
  ["white", /白髪|白い(?:髷|髪)/],
  ["grey", /(?:灰色|半白|胡麻塩)の?(?:髪|頭)|ごま塩/],
  ["red", /赤毛|赤い髪/],
  ["fair", /金髪|亜麻色/],
  ["black", /黒髪|黒い髪|髪の黒/],
];
const styles: Rules<HairStyle> = [
  ["bald", /禿|はげ頭|坊主頭|つるつるの頭/],
  ["wild", /ぼうぼうの(?:髪|頭)|乱れた髪|蓬髪/],
  ["braided", /三つ編み|おさげ/],
  ["tied", /髷|結(?:い|っ)た髪|島田|束髪/],
  ["short", /おかっぱ|短い(?:髪|白髪)|七三/],
  ["long", /長い(?:黒)?髪|髪を(?:長く|垂らし)/],
];
const species: Rules<Species> = [
  ["fox", /狐|[きぎ]つね/],
  ["cat", /猫|ねこ/],
  ["dog", /犬|狸|たぬき/],
  ["wolf", /狼|おおかみ/],
  ["bear", /熊|くま/],
  ["rabbit", /兎|うさぎ/],
  ["bird", /鳥|鴉|烏|からす|雀|すずめ|ふくろう|梟|つばめ/],
  ["mouse", /鼠|ねずみ|リス|りす|もぐら/],
  ["frog", /蛙|かえる/],
  ["reptile", /亀|^かめ/],
  ["sheep", /^子?羊$|ひつじ/],
  ["pig", /^子?豚$|^ぶた/],
  ["horse", /^(?:子|若|老|白|黒)?馬$/],
  ["cow", /^(?:子|老|牡|雄)?牛$/],
  ["deer", /^(?:子|小|牡|雄)?鹿$/],
  ["goat", /山羊|やぎ$/],
  ["lion", /獅子|ライオン|^虎$/],
  ["snake", /^(?:大|白)?蛇$|おろち/],
];
const beast =
  "子?(?:狐|[きぎ]つね|猫|ねこ|犬|狼|おおかみ|狸|たぬき|熊|くま|兎|うさぎ|雀|すずめ|鴉|烏|からす|ふくろう|梟|つばめ|鼠|ねずみ|リス|りす|もぐら|蛙|かえる|亀|かめ|ひつじ|ぶた|やぎ)";
const isBeast = new RegExp(`^${beast}$`);
const garment =
  /(?:[一-龠ァ-ヶ]{1,4}(?:い|な|の|色の)|[ぁ-ん]{2,5}な)?[一-龠ァ-ヶ]{0,3}(?:半纏|洋服|着物|袴|羽織(?![っり])|外套|背広|シャツ|浴衣|法衣|腹掛け|前掛け|襷|蓑|毛皮|軍服|制服)|紺の襖/g;
/** Taken off, folded or likened: what follows a garment that nobody wears. */
const unworn =
  /^(?:を(?![^、。]{0,6}(?:着(?!せ)|穿|はい|はき|羽織|まと|纏|つけ|かけ|かぶ|被|締|して|した|しめ|から?げ|端折|まくし|引きず|ずたずた))|の(?!尻|袖|裾|腰|肩|襟|胸|膝|まま)|[はがも](?!よ[くれ]))/;
const mark =
  /(?:[一-龠ァ-ヶ]{1,4}(?:い|な|の))?(?:面皰|にきび|傷跡|刀傷|かすり傷|きず跡|猫背|せむし|包帯|繃帯|眼帯|(?<!力)瘤|痣|ほくろ|黒子|(?<![頬木竹])杖(?=を)|蝙蝠傘|鍵の束|聖柄の太刀)|竹の杖(?=を)|前歯が[一二]本ない|墨がひとすじ|腰の(?:曲|まが)った/g;

/** For so many sentences after the first line of somebody new the narration goes on to describe them. */
const introduction = 4;

/** A sentence in which looks may be told, and whose they may be. */
interface Scope {
  words: string;
  start: number;
  people: readonly { member: number; start: number; end: number }[];
  /** Who was brought in by the sentence before, and is named in this one no more. */
  fresh: number | null;
  /** Whom the sentence says at its end that somebody is: 猿のような老婆である. */
  told: number | null;
}

/** What a Japanese narration says people look like: only words that surely belong to one of them are read. */
export function japaneseLooks(
  text: string,
  passages: readonly Passage[],
  members: readonly Member[],
  mentions: readonly Mention[],
  quoted: Uint8Array,
): Looks[] {
  const looks = members.map(() => noLooks());
  const introduced = new Set<number>();
  let [fresh, since]: [number | null, number] = [null, 0];
  for (const passage of passages) {
    for (const sentence of sentencesOf(text, passage.start, passage.end)) {
      const people = peopleIn(mentions, sentence, quoted);
      const words = narrated(text, sentence, quoted);
      if (since >= introduction || people.some(({ member, end }) => member !== fresh && words[end] !== "の"))
        fresh = null;
      const told = toldAtEnd(words, sentence, mentions, members, introduced, fresh);
      // 小梅の祖父: she is not the one who is described.
      const named = fresh === null ? people : people.filter(({ end }) => words[end] !== "の");
      if (!unreal.test(words)) readTraits({ words, start: sentence.start, people: named, fresh, told }, looks);
      const coming = people.filter(({ member }) => !introduced.has(member)).at(-1)?.member;
      since += 1;
      if (coming !== undefined) [fresh, since] = [members[coming]?.narrator === true ? null : coming, 0];
      for (const { member } of people) introduced.add(member);
    }
  }
  // 赤シャツ is a person where somebody is called so.
  const names = members.map(({ name }) => name);
  for (const one of looks) one.clothes = one.clothes.filter(({ value }) => !names.some((name) => value.includes(name)));
  const from = passages[0]?.start ?? 0;
  const school = members.some(({ narrator }) => narrator) ? pupil(text, from) : null;
  for (const [i, member] of members.entries()) {
    const one = looks[i];
    if (one !== undefined) one.species ??= calledAnimal(text, passages, member);
    const own = member.narrator ? (youngMaster(text, from) ?? school) : school && classmate(text, member, school.value);
    if (one !== undefined) one.age ??= own;
    nameTraits(
      member,
      mentions.find((mention) => mention.member === i),
      looks[i],
    );
  }
  return looks;
}

/** What is likened, supposed or asked is nobody's looks. */
const unreal = /なら[^ばなぬ]|たら[、。]|かも知|かもしれ|だろう|でしょう|ものだ。|か。$|美人|奴が/;

function narrated(text: string, { start, end }: Span, quoted: Uint8Array): string {
  let out = "";
  for (let i = start; i < end; i++) out += quoted[i] === 1 ? "\ufffc" : (text[i] ?? "");
  return out;
}

function peopleIn(mentions: readonly Mention[], { start, end }: Span, quoted: Uint8Array): Scope["people"][number][] {
  const inside: Scope["people"][number][] = [];
  for (let i = mentionFrom(mentions, start); (mentions[i]?.start ?? Infinity) < end; i++) {
    const mention = mentions[i];
    if (mention !== undefined && quoted[mention.start] === 0)
      inside.push({ member: mention.member, start: mention.start - start, end: mention.end - start });
  }
  return inside;
}

/** 痩せた老人が立っていた, 猿のような老婆である: the one called so, or whoever is first named right after. */
function toldAtEnd(
  words: string,
  { end }: Span,
  mentions: readonly Mention[],
  members: readonly Member[],
  introduced: ReadonlySet<number>,
  fresh: number | null,
): number | null {
  const noun = seenOne.exec(words)?.[1];
  if (noun === undefined || /[はが]/.test(words.slice(0, words.lastIndexOf(noun)))) return null;
  const called = members.findIndex(({ name }) => name === noun);
  if (called >= 0 || fresh !== null) return called >= 0 ? called : fresh;
  for (let i = mentionFrom(mentions, end); (mentions[i]?.start ?? Infinity) <= end + 100; i++) {
    const mention = mentions[i];
    if (mention !== undefined && !mention.quoted && !introduced.has(mention.member)) return mention.member;
  }
  return null;
}
const seenOne =
  /(老人|老婆|男|女|娘|少年|少女|女の子|男の子)(?:である|だった|でした|です|が(?:立|い|座|現|歩|駆))[^。]{0,8}。$/;

/** Parts of a body, which may be the subject where the words are of a person. */
const body = /(?:髪|頭|顔|体|背|丈|目|眼|ひげ|髭|鬚|色|頬|歯|肩|腰|鼻|口|肌|手|足|齢|歳|年|腕|胸|膚)$/;
/** Another one who is described: 袴を穿いた男が, but not …な女の子である. */
const somebodyElse =
  /(?:男|女|老人|老婆|少女|少年|娘|青年|警部|紳士|巡査|生徒|者|ものたち|奴|子供|死骸|屍体|坊主|侍|連中)(?!の子|師|である|だ|で[、すしあ]|。|　)/;

/** Whose the words between two offsets of a sentence are, or null where it is not sure. */
function ownerOf({ words, people, fresh, told }: Scope, from: number, to: number): number | null {
  const rest = words.slice(to);
  if (/^[^、。]{0,4}(?:のよう|みたい|の如|のごと)|^姿の/.test(rest)) return null;
  // 若い男に聞く: that is another one.
  if (/(?:男|侍|紳士|者|学生|役人|坊)$/.test(words.slice(from, to)) && !/^(?:で|だ|、)/.test(rest)) return null;
  // 蓑を着た源之丞: right before the name.
  const after = people.find(({ start }) => start >= to);
  if (after !== undefined && /^[^、。はが]{0,10}[たの]$/.test(words.slice(to, after.start))) return after.member;
  if (told !== null) return told;
  if (somebodyElse.test(/^[^。]{0,20}/.exec(rest)?.[0] ?? "")) return null;
  const before = people.filter(({ end }) => end <= from).at(-1);
  if (before === undefined)
    return people.length === 0 && fresh !== null && !hasSubject(words.slice(0, from)) && !/一人、/.test(words)
      ? fresh
      : null;
  const between = words.slice(before.end, from);
  const particle = /^(?:さん|君|様|さま|先生|博士)?(?:[はも]|が(?=.{0,16}$)|の(?=[^、。]{0,8}(?:に|は|が))|（)/.exec(
    between,
  );
  return particle !== null && !hasSubject(between.slice(particle[0].length)) ? before.member : null;
}

/** Whether something that is no part of a body is the subject of the words. */
const hasSubject = (words: string): boolean =>
  [...words.matchAll(/([^、。はが]{1,6})[はが](?!ら|れ|つ|て)/g)].some(
    ([, noun = ""]) => !body.test(noun) && /[^ぁ-ん]$/.test(noun),
  );

function readTraits(scope: Scope, looks: readonly Looks[]): void {
  const { words, start } = scope;
  /** Gives the first trait of a list that is surely somebody's to whoever has none yet. */
  const give = <T extends string>(rules: Rules<T>, put: (one: Looks, trait: Trait<T>) => void): void => {
    for (const [value, pattern] of rules) {
      const match = pattern.exec(words);
      const one = match === null ? undefined : looks[ownerOf(scope, match.index, match.index + match[0].length) ?? -1];
      if (match === null || one === undefined) continue;
      return put(one, { value, start: start + match.index, end: start + match.index + match[0].length });
    }
  };
  const old = years(words);
  if (old !== null) {
    const one = looks[ownerOf(scope, old.start, old.end) ?? -1];
    if (one !== undefined) one.age ??= { value: old.value, start: start + old.start, end: start + old.end };
  }
  give(ages, (one, trait) => (one.age ??= trait));
  give(builds, (one, trait) => (one.build ??= trait));
  give(heights, (one, trait) => (one.height ??= trait));
  give(skins, (one, trait) => (one.skin ??= trait));
  give(colours, (one, trait) => (one.hairColour ??= trait));
  give(styles, (one, trait) => (one.hairStyle ??= trait));
  give([["beard", /(?:黒い|白い|垂れた|長い|短い|薄)?(?:ひげ|髭|鬚|髯)/]], (one, trait) => (one.beard ??= trait));
  give([["spectacles", /(?<!百色|遠|虫)丸?眼鏡(?:を(?:直|かけ)|。|、)/]], (one, trait) => (one.glasses ??= trait));
  give(hats, (one, trait) => (one.hat ??= trait));
  collect(scope, garment, unworn, (owner) => looks[owner]?.clothes);
  collect(scope, mark, null, (owner) => looks[owner]?.marks);
}

const hats: Rules<NonNullable<Looks["hat"]>["value"]> = [
  ["top-hat", /シルクハットを(?:かぶ|被)|山高帽を(?:かぶ|被|押さえ)/],
  ["hat", /笠をかぶ|帽子を(?:かぶ|被|押さえ)|麦わら帽/],
  ["scarf", /(?:頭巾|手拭い)を(?:かぶ|被)/],
];

function years(words: string): (Span & { value: Age }) | null {
  for (const match of words.matchAll(
    /(?<![第一二三四五六七八九十])([一二三四五六七八九十]{1,4})(?:つの(?=、|女|男|子|娘|少年|少女)|になる|歳|才|を過ぎた|の(?:娘|男|女|少年|少女)|。$)/g,
  )) {
    const number = kanjiNumber(match[1] ?? "");
    const alone = match[0].endsWith("。");
    if (number !== null && number > 2 && (!alone || /祖父|祖母|齢/.test(words)))
      return { value: ageOf(number), start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function collect(
  scope: Scope,
  pattern: RegExp,
  not: RegExp | null,
  listOf: (owner: number) => Trait[] | undefined,
): void {
  for (const match of scope.words.matchAll(pattern)) {
    const to = match.index + match[0].length;
    const into = listOf(ownerOf(scope, match.index, to) ?? -1);
    if (into === undefined || into.length >= 6 || into.some(({ value }) => value === match[0])) continue;
    if (not?.test(scope.words.slice(to)) === true) continue;
    into.push({ value: match[0], start: scope.start + match.index, end: scope.start + to });
  }
}

/** A list of people may hold names with marks that mean something in a pattern. */
const literal = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** 「ごん狐」という狐, 狼のガロウ: the name and the animal stand together. */
function calledAnimal(text: string, passages: readonly Passage[], member: Member): Looks["species"] {
  const name = literal(member.name);
  const [first, last] = [passages[0]?.start ?? 0, passages.at(-1)?.end ?? 0];
  const told = member.nameless
    ? new RegExp(`(?<![一-龠々])(${beast})の${name}`)
    : new RegExp(
        `${name}(?:」?(?:という|と云う|と言う))?(${beast})|(?<![一-龠々])(${beast})の${name}(?=[はがをにのもと、。」])`,
      );
  const found = told.exec(text.slice(first, last)) ?? calledBy(text.slice(first, last), member);
  const word = found?.[1] ?? found?.[2] ?? "";
  const kind = species.find(([, pattern]) => pattern.test(word));
  if (found === null || kind === undefined) return null;
  return { value: kind[0], start: first + found.index, end: first + found.index + found[0].length };
}

/** A beast's word that is somebody's other name (くま), where it first stands. */
function calledBy(text: string, { aliases }: Member): RegExpExecArray | null {
  const alias = aliases.find((form) => isBeast.test(form));
  return alias === undefined ? null : new RegExp(`(${alias})`).exec(text);
}

/** ぼくが四年生の夏, 中学二年の秋: how old an I is who goes to school, where the beginning of the tale says it. */
function pupil(text: string, from: number): Looks["age"] {
  const found = /(?:小学校?|小学生|(?<![学校])[一二三四五六]年生)|(?:中学|高校|大学)(?:[一二三四]年|生)/.exec(
    text.slice(from, from + schoolWithin),
  );
  if (found === null) return null;
  const value = /^[中高大]/.test(found[0]) ? "young" : "child";
  return { value, start: from + found.index, end: from + found.index + found[0].length };
}

/** Where the age of an I who goes to school is told, from the beginning of the text, in UTF-16 units. */
const schoolWithin = 400;

/** 同じ組の真帆: as old as the I. */
function classmate(text: string, { name }: Member, age: Age): Looks["age"] {
  const found = new RegExp(`同じ(?:組|クラス|学年|年)の${literal(name)}`).exec(text);
  return found === null ? null : { value: age, start: found.index, end: found.index + found[0].length };
}

/** The old servants call the I of the story 坊っちゃん: he is the young master. */
function youngMaster(text: string, from: number): Looks["age"] {
  const at = text.slice(from).search(/坊っ?ちゃん/);
  const start = from + at;
  return at < 0 ? null : { value: "young", start, end: start + (text[start + 1] === "っ" ? 5 : 4) };
}

/** 老婆 is old and 山猫 a cat by their very names. */
function nameTraits(member: Member, mention: Mention | undefined, looks: Looks | undefined): void {
  if (looks === undefined || mention === undefined || !member.nameless) return;
  const span = { start: mention.start, end: mention.end };
  const age: Age | null = /老|祖|爺|婆|じい|ばあ/.test(member.name)
    ? "old"
    : /子供|子ども|女の子|男の子|坊や/.test(member.name)
      ? "child"
      : /少年|少女|娘|若|青年/.test(member.name)
        ? "young"
        : null;
  if (age !== null) looks.age ??= { value: age, ...span };
  const kind = species.find(([, pattern]) => pattern.test(member.name));
  if (kind !== undefined) looks.species ??= { value: kind[0], ...span };
}

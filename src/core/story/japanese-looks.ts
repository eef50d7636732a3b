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
  ["short", /小柄|背の低い|豆粒|ちび|小さな体/],
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
  ["fox", /狐|きつね/],
  ["cat", /猫/],
  ["dog", /犬/],
  ["bear", /熊/],
  ["rabbit", /兎|うさぎ/],
  ["bird", /鳥|鴉|雀/],
];
const garment =
  /(?:[一-龠ァ-ヶ]{1,4}(?:い|な|の|色の)|[ぁ-ん]{2,5}な)?[一-龠ァ-ヶ]{0,3}(?:半纏|洋服|着物|袴|羽織|外套|背広|シャツ|浴衣|法衣|腹掛け|前掛け|襷|蓑|毛皮|軍服|制服)|紺の襖/g;
const mark =
  /(?:[一-龠ァ-ヶ]{1,4}(?:い|な|の))?(?:面皰|にきび|傷跡|刀傷|かすり傷|きず跡|猫背|せむし|包帯|繃帯|眼帯|瘤|痣|ほくろ|黒子|杖|蝙蝠傘|鍵の束|聖柄の太刀)|前歯が[一二]本ない|墨がひとすじ|腰の(?:曲|まが)った/g;

/** What a Japanese narration says people look like: sentences about one person, and the description that follows a first line. */
export function japaneseLooks(
  text: string,
  passages: readonly Passage[],
  members: readonly Member[],
  mentions: readonly Mention[],
  quoted: Uint8Array,
): Looks[] {
  const looks = members.map(() => noLooks());
  const introduced = new Set<number>();
  let last: number | null = null;
  for (const passage of passages) {
    for (const sentence of sentencesOf(text, passage.start, passage.end)) {
      const inside = membersIn(mentions, sentence, quoted);
      const talks = quoted[sentence.start] === 1;
      const [only] = inside;
      const coming = inside.size === 0 ? describedLater(text, sentence, mentions, introduced) : null;
      const target: number | null = inside.size === 1 ? (only ?? null) : inside.size === 0 ? (coming ?? last) : null;
      const seen = target === null ? undefined : looks[target];
      if (
        seen !== undefined &&
        !talks &&
        !passer.test(text.slice(sentence.start, sentence.end)) &&
        (coming !== null || isAbout(text, sentence, inside.size))
      )
        readTraits(text, sentence, quoted, seen);
      // A new person's description follows the sentence that names them.
      const fresh = [...inside].filter((member) => !introduced.has(member));
      last = fresh.at(-1) ?? (inside.size === 1 ? (only ?? null) : inside.size === 0 && !talks ? last : null);
      for (const member of inside) introduced.add(member);
    }
  }
  // 赤シャツ is a person where somebody is called so.
  const names = members.map(({ name }) => name);
  for (const one of looks) one.clothes = one.clothes.filter(({ value }) => !names.some((name) => value.includes(name)));
  for (const [i, member] of members.entries()) {
    const one = looks[i];
    if (one !== undefined && !member.nameless) one.species ??= calledAnimal(text, passages, member);
    if (one !== undefined && member.narrator) one.age ??= youngMaster(text);
    nameTraits(
      member,
      mentions.find((mention) => mention.member === i),
      looks[i],
    );
  }
  return looks;
}

/** Somebody who only passes by is described. */
const passer = /美人|奴が/;

/** 痩せた老人が立っていた: he is whoever is first named within the next 100 units. */
function describedLater(
  text: string,
  sentence: Span,
  mentions: readonly Mention[],
  introduced: ReadonlySet<number>,
): number | null {
  if (!/(?:老人|男|女|娘|少年|少女|子|者)が(?:立|い|座|現|歩|駆)/.test(text.slice(sentence.start, sentence.end)))
    return null;
  for (let i = mentionFrom(mentions, sentence.end); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.start > sentence.end + 100) return null;
    if (!mention.quoted && !introduced.has(mention.member)) return mention.member;
  }
  return null;
}

function membersIn(mentions: readonly Mention[], sentence: Span, quoted: Uint8Array): Set<number> {
  const inside = new Set<number>();
  for (
    let i = mentionFrom(mentions, sentence.start);
    i < mentions.length && (mentions[i]?.start ?? Infinity) < sentence.end;
    i++
  ) {
    const mention = mentions[i];
    if (mention !== undefined && quoted[mention.start] === 0 && !mention.possessive) inside.add(mention.member);
  }
  return inside;
}

/** A sentence without a person must describe one; other things have subjects of their own (龍の…, 壁は…). */
function isAbout(text: string, sentence: Span, named: number): boolean {
  const words = text.slice(sentence.start, sentence.end);
  if (named > 0) return true;
  return (
    /である|髪|頭|歳|つの|ひげ|髭|眼鏡|着|袴|頬|過ぎ|になる/.test(words) && !/龍|鴉|死骸|[一-龠]{1,3}は/.test(words)
  );
}

function readTraits(text: string, sentence: Span, quoted: Uint8Array, looks: Looks): void {
  let part = "";
  for (let i = sentence.start; i < sentence.end; i++) part += quoted[i] === 1 ? "\ufffc" : (text[i] ?? "");
  const find = <T extends string>(rules: Rules<T>): Trait<T> | null => {
    for (const [value, pattern] of rules) {
      const match = pattern.exec(part);
      if (match !== null)
        return { value, start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    }
    return null;
  };
  looks.age ??= years(part, sentence) ?? find(ages);
  looks.build ??= find(builds);
  looks.height ??= find(heights);
  looks.skin ??= find(skins);
  looks.hairColour ??= find(colours);
  looks.hairStyle ??= find(styles);
  looks.beard ??= find([["beard", /(?:黒い|白い|垂れた|長い)?(?:ひげ|髭|鬚)/]]);
  looks.glasses ??= find([["spectacles", /丸?眼鏡(?:で|を(?:直|かけ)|。|、)/]]);
  looks.hat ??= find([
    ["top-hat", /シルクハット|山高帽/],
    ["hat", /笠をかぶ|帽子を(?:かぶ|押さえ)|麦わら帽/],
    ["scarf", /頭巾|手拭いをかぶ/],
  ]);
  collect(part, sentence, garment, looks.clothes);
  collect(part, sentence, mark, looks.marks);
}

function years(part: string, sentence: Span): Looks["age"] {
  for (const match of part.matchAll(
    /([一二三四五六七八九十]{1,4})(?:つの|になる|歳|才|を過ぎた|の(?:娘|男|女|少年|少女)|。$)/g,
  )) {
    const number = kanjiNumber(match[1] ?? "");
    const alone = match[0].endsWith("。");
    if (number !== null && number > 2 && (!alone || /祖父|祖母|齢/.test(part)))
      return {
        value: ageOf(number),
        start: sentence.start + match.index,
        end: sentence.start + match.index + match[0].length,
      };
  }
  return null;
}

function collect(part: string, sentence: Span, pattern: RegExp, into: Trait[]): void {
  for (const match of part.matchAll(pattern)) {
    if (into.length >= 6 || into.some((trait) => trait.value === match[0])) continue;
    const start = sentence.start + match.index;
    into.push({ value: match[0], start, end: start + match[0].length });
  }
}

/** 「ごん狐」という狐: the name and the animal stand together. */
function calledAnimal(text: string, passages: readonly Passage[], { name }: Member): Looks["species"] {
  const [first, last] = [passages[0]?.start ?? 0, passages.at(-1)?.end ?? 0];
  for (let at = text.indexOf(name, first); at >= 0 && at < last; at = text.indexOf(name, at + 1)) {
    const after = /^(?:」?(?:という|と云う|と言う))?(狐|きつね|猫|犬|熊|兎|うさぎ|雀|鴉)/.exec(
      text.slice(at + name.length, at + name.length + 8),
    );
    const kind = after === null ? undefined : species.find(([, pattern]) => pattern.test(after[1] ?? ""));
    if (after !== null && kind !== undefined)
      return { value: kind[0], start: at, end: at + name.length + after[0].length };
  }
  return null;
}

/** The old servants call the I of the story 坊っちゃん: he is the young master. */
function youngMaster(text: string): Looks["age"] {
  const at = text.search(/坊っ?ちゃん/);
  return at < 0 ? null : { value: "young", start: at, end: at + (text[at + 1] === "っ" ? 5 : 4) };
}

/** 老婆 is old and 山猫 a cat by their very names. */
function nameTraits(member: Member, mention: Mention | undefined, looks: Looks | undefined): void {
  if (looks === undefined || mention === undefined || !member.nameless) return;
  const span = { start: mention.start, end: mention.end };
  const age: Age | null = /老|祖|爺|婆|じい|ばあ/.test(member.name)
    ? "old"
    : /子供|子ども|女の子|男の子/.test(member.name)
      ? "child"
      : /少年|少女|娘|若|青年/.test(member.name)
        ? "young"
        : null;
  if (age !== null) looks.age ??= { value: age, ...span };
  const kind = species.find(([, pattern]) => pattern.test(member.name));
  if (kind !== undefined) looks.species ??= { value: kind[0], ...span };
}

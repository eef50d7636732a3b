import { genderOfName, honorifics, japaneseRoles, narratorWords, notJapaneseNames } from "./japanese-words.ts";
import { japaneseSurnames } from "./japanese-surnames-data.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Gender } from "./story.ts";

const name = "(?:お[一-龠々]{1,2}|[一-龠々]{1,6}|[一-龠々]{0,3}[ァ-ヶー・]{2,10}|お[ぁ-ん]{2})";
/** Endings of a name, the longest first. */
export const nameEndings = longestFirst(honorifics.keys());
const roles = longestFirst(japaneseRoles.keys());
/** One of two who have no names: 一人の紳士が. */
const oneOf = "(?:一人の|ひとりの|はじめの|もう一人の|もひとりの|若い|[い]い|太った)?";
/** The tag may stand in a line of its own: 「…」, and below it と弥助は言った. */
const afterQuote = new RegExp(`^\\s*と[、，]?${oneOf}(${name}(?:${nameEndings})?)(?:は|が|も)`);
const withHonorific = new RegExp(
  `([一-龠々]{1,4}|[一-龠々]?[ァ-ヶー]{2,8}|お[ぁ-ん]{2})(?<![模有同仕多一異態王神仏客]|主人|諸|令|御)(${nameEndings})(?=[はがをにのもと、。！？」…])`,
  "g",
);
const asSubject = new RegExp(`(?:^|[。、」！？…―　\\n\\s])(${name}|[一-龠][ぁ-ん]|[ぁ-ん]{2,4})(?=は[^い]|が)`, "g");
/** 沖で徳三が叫んだ: a name in the middle of a clause. */
const inClause = new RegExp(`(?<=[ぁ-ん])([一-龠々]{0,3}[ァ-ヶー・]{2,10}|[一-龠々]{1,5})(?=[はが])`, "g");
/** 清という下女. */
export const introduced = new RegExp(`(${name})と(?:いう|云う|言う)[^。、]{0,4}?(${roles})`, "g");
/** 船頭の弥平は, 狼のガロウ: what they are, and the name. */
const inApposition = new RegExp(
  `(?<![一-龠々])(?:${roles}|[一-龠々]{1,4}(?:屋|師|役|方|守|官|員|長))の(${name})(?=[はがをにもと、。！？」]|であ|だ[。っ])`,
  "g",
);
/** 「弥平、やめておけ」「アキラ」: who is called at the beginning of a line. */
const called = new RegExp(`^(?:おい|ねえ|なあ|さあ|まあ|おお)?[、，]?(${name})(?:${nameEndings})?(?:[、，。！？]|$)`);

/** 「松井です」「県警の森です」: who gives the own name. */
const givesName =
  /(?:^|[。、はの])(?:([一-龠々]{1,6}|[ァ-ヶー・]{2,10})(?:です|だ)|([一-龠々]{1,6}|[ァ-ヶー・]{2,10}|お[ぁ-ん]{2})と(?:申します|申す|いいます|言います))(?:[。、]|$)/;

/** Another one acts from here on: 雨が降って、弥平は. */
const otherSubject = /、[^、。「」はが]{1,12}[はが]/;
/** What only somebody does: 弥助は首を振った. */
const humanDeed =
  /^[はがも][^。「」]{0,40}?(?:言[いうえおっわ]|云[いうっわ]|叫[びぶん]|答え|聞[いきく]|尋ね|訊[いきく]|笑[いうっわ]|泣[いかきく]|怒[っりる]|うなず|頷|振り返|ふり返|振り向|ふり向|立ち上|立ちあが|座[っりる]|坐[っりる]|歩[いきく]|走[っり]|駆け|見(?:た|て|上げ|つめ|まわ|回)|眺め|思[いうっわ]|考え|呟|つぶや|囁|ささや|黙[っりる]|うつむ|[首頭目眼顔手肩膝腕腰眉唇](?:を|に)|声を|口を|口も|を(?:開け|閉め|持っ|持ち|出し|置[いく])|驚|ため息|どな|怒鳴|うな[っず]|突き|突い|指さ|さえぎ|遮|迎え|座[らり]|進ん|現れ|切り出|しゃがん|ささや|投げ|放[しっ]|手招き|渡[しす]|取り出|差し出|受け取|つかん|つかみ|抱[いえき]|押さえ|すくめ|嘆|進み出|訪ね|命じ|困っ|断[っる]|飲[んみむ]|食べ|読[んみむ]|着て|脱[いぎぐ]|立っ|立ち|入って[来きくい]|出て[行いっ]|[いきしちにびみりぎえ]に(?:来[たるてま]|行[くっき]))/;

/** Whether the sentence that goes on after a word, from its particle, tells of what only people do. */
export const isDeed = (rest: string) => {
  if (/^[はが][、，]?「/.test(rest)) return true;
  const sentence = /^[^。「」\n]*/.exec(rest.slice(0, 80))?.[0] ?? "";
  const other = sentence.slice(1).search(otherSubject);
  return humanDeed.test(other < 0 ? sentence : sentence.slice(0, other + 1));
};

/** How often a word stands where only names of people stand. */
export interface NameEvidence {
  tags: number;
  honorific: number;
  subject: number;
  /** Of these, what only somebody does. */
  deeds: number;
  /** Told as a person: 清という下女, 船頭の弥平. */
  told: number;
  /** Called at the beginning of a line. */
  called: number;
  gender: Gender | null;
  order: number;
}

/** Every word that may be a name, in the order of the text. */
export function nameEvidence(
  text: string,
  passages: readonly Passage[],
  quotes: readonly RawQuote[],
  quoted: Uint8Array,
): Map<string, NameEvidence> {
  const all = new Map<string, NameEvidence>();
  const entry = (word: string): NameEvidence => {
    const known = all.get(word) ?? none(all.size);
    all.set(word, known);
    return known;
  };
  for (const passage of passages) {
    const part = text.slice(passage.start, passage.end);
    for (const match of part.matchAll(withHonorific)) {
      const e = entry(match[1] ?? "");
      e.honorific += 1;
      e.gender ??= honorifics.get(match[2] ?? "") ?? null;
    }
    for (const match of part.matchAll(introduced)) {
      const e = entry(match[1] ?? "");
      e.told += 1;
      e.gender ??= japaneseRoles.get(match[2] ?? "") ?? null;
    }
    for (const match of part.matchAll(inApposition)) entry(match[1] ?? "").told += 1;
    for (const match of part.matchAll(asSubject)) act(passage, part, match, true);
    for (const match of part.matchAll(inClause)) act(passage, part, match, false);
  }
  for (const quote of quotes) {
    const word = taggedAfter(text, quote);
    if (word !== null) entry(word).tags += 1;
    const vocative = called.exec(text.slice(quote.inner.start, quote.inner.end))?.[1];
    if (vocative !== undefined) entry(vocative).called += 1;
    const [, plain, formal] = givesName.exec(text.slice(quote.inner.start, quote.inner.end)) ?? [];
    const given = plain ?? formal;
    if (given !== undefined && (isFamilyName(given) || /^お[ぁ-ん]{2}$/.test(given))) entry(given).told += 1;
  }
  return all;

  function act(passage: Passage, part: string, match: RegExpMatchArray, opens: boolean): void {
    const end = (match.index ?? 0) + match[0].length;
    if (quoted[passage.start + end - 1] === 1) return;
    const deed = isDeed(part.slice(end));
    const word = bareName(match[1] ?? "");
    // 勤める三浦沙織が: in the middle of a clause a common word may stand as well.
    const after = /[でにてはとをも]/.test(part[(match.index ?? 0) - 1] ?? "") && word.length > 1;
    if (!opens && (!deed || (!after && !isFamilyName(word)))) return;
    const e = entry(word);
    e.subject += 1;
    if (deed) e.deeds += 1;
  }
}

/** A family name of the table, alone or with a given name of up to three kanji or kana after it. */
export const isFamilyName = (word: string) =>
  [0, 1, 2, 3, 4, 5, 6].some(
    (given) => given < word.length && japaneseSurnames.has(word.slice(0, word.length - given)),
  ) && !japaneseRoles.has(word);

/** 早川先生 → 早川, 少年ルカ → ルカ; words for people without a name stay. */
function bareName(word: string): string {
  if (japaneseRoles.has(word)) return word;
  const bare = word.replace(new RegExp(`(?:${nameEndings})$`), "");
  const led = new RegExp(`^(?:${roles})([ァ-ヶー・]{2,10})$`).exec(bare)?.[1];
  return led ?? (bare === "" ? word : bare);
}

const none = (order: number): NameEvidence => ({
  tags: 0,
  honorific: 0,
  subject: 0,
  deeds: 0,
  told: 0,
  called: 0,
  gender: null,
  order,
});

/** 」と弥助は: the word that the tag after a line names. */
function taggedAfter(text: string, quote: RawQuote): string | null {
  const words = text.slice(quote.end, quote.end + 24);
  const found = isWrittenThere.test(words) ? undefined : afterQuote.exec(words)?.[1];
  return found === undefined ? null : bareName(found);
}

/** 『…』と標題が書いてある: what is written bears no name. */
const isWrittenThere = /^[^。]*[はが](?:書い|書か|記し|記さ|刻|貼|印刷|出て|見え)/;

/** Whether a word is somebody's name; `length` of the text in UTF-16 units says how often chance alone would make it look so. */
export function isJapaneseName(word: string, e: NameEvidence, ruby: ReadonlySet<string>, length: number): boolean {
  if (
    notJapaneseNames.has(word.replace(/^御/, "お")) ||
    japaneseRoles.has(word) ||
    // スッカリ, マッタク: adverbs in the letters of names.
    /^[ァ-ヶ]ッ[ァ-ヶ]{1,2}[リク]$/.test(word) ||
    // 坂の下, 箱の中: places; 木下 and 田中 are families.
    (/[上下中前後内外側頃]$/.test(word) && !(word.length > 1 && japaneseSurnames.has(word)))
  )
    return false;
  if (/^[一二三四五六七八九十百千数幾両]+(?:人|つ|度|匹|本|枚|日|年|月)?$/.test(word) || narratorWords.includes(word))
    return false;
  // 野だ: a nickname that is half written in kana, where it acts again and again.
  if (/^[一-龠][ぁ-ん]$/.test(word)) return e.subject >= 12 && !/[にとのをはがもでてへりしうい]$/.test(word);
  if (/^[ぁ-ん]+$/.test(word)) return isKanaName(word, e, length);
  if (e.tags > 0 || (e.told > 0 && e.subject >= Math.max(1, byLength(3, length)))) return true;
  const likely = isFamilyName(word);
  if (likely && word.length > 1 && e.deeds >= Math.max(1, byLength(6, length))) return true;
  if (word.length > 1 && e.deeds >= Math.max(genderOfName(word) === null ? 3 : 2, byLength(8, length))) return true;
  const calls = e.called + e.told + e.honorific;
  if (word.length > 1 && calls >= Math.max(1, byLength(6, length)) && e.deeds >= 1) return true;
  // 修, 凪: one kanji alone is as a rule a thing; a name is one that others call, and that does what only people do.
  if (/^[一-龠]$/.test(word) && e.called + e.honorific > 0)
    return e.subject >= 3 && e.deeds >= Math.max(2, byLength(8, length));
  if (e.honorific >= 2 && word.length > 1) return e.subject > 0 || e.honorific >= 3;
  return ruby.has(word) && e.subject >= 3 && (genderOfName(word) !== null || e.honorific > 0) && word.length > 1;
}

/** おゆき, さち: names that look like any other words. */
function isKanaName(word: string, e: NameEvidence, length: number): boolean {
  if (/^お[ぁ-ん]{2}$/.test(word))
    return e.deeds >= Math.max(e.told > 0 ? 1 : 2, byLength(6, length)) && e.honorific + e.told + e.called + e.tags > 0;
  return (
    e.subject >= Math.max(6, Math.min(40, length / 1500)) &&
    !/^(?:お|こ|そ|あ|ど|もし|とい)|(?:の|く|て|に|と)$/.test(word)
  );
}

/** Evidence that a longer text must give: one for every 15,000 units, up to a limit. */
const byLength = (most: number, length: number) => Math.min(most, length / 15_000);

function longestFirst(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length).join("|");
}

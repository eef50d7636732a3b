import { mentionFrom } from "./mention-index.ts";
import { type Heard, heardBefore, judgedAfter, listenerAfter } from "./japanese-hints.ts";
import { goesOn } from "./japanese-quotes.ts";
import { type JapaneseTag, wordsAfter } from "./japanese-subjects.ts";
import { nextVoice } from "./japanese-switches.ts";
import type { JapaneseTurn } from "./japanese-talk.ts";
import { styleOf } from "./japanese-voices.ts";
import { japaneseRoles } from "./japanese-words.ts";
import type { Member, Mention } from "./members.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";

/** 「わん、わん」という声がして: a voice, and nobody known. */
const voiceOnly = /^と(?:いう|云う|言う)[^。、]{0,6}(?:声|うなり|音|叫び)/;

/** What a draft of a turn is made from. */
export interface DraftSource {
  text: string;
  passages: readonly Passage[];
  quotes: readonly RawQuote[];
  mentions: readonly Mention[];
  members: readonly Member[];
  tags: readonly (JapaneseTag | null)[];
  narrator: number | null;
  /** One byte for each unit of the text: 1 inside a quote. */
  quoted: Uint8Array;
}

/** A quote with everything that stands around it and says, more or less surely, whose it is. */
export function draft(source: DraftSource, i: number): JapaneseTurn {
  const { text, passages, quotes, mentions, tags, narrator } = source;
  const quote = quotes[i] ?? nothing;
  const tag = tags[i] ?? null;
  const before = quotes[i - 1];
  const samePassage = before?.passage === quote.passage;
  const between = samePassage ? text.slice(before.end, quote.start) : "";
  const next = samePassage && quote.mark !== "（" && before.mark !== "（" ? nextVoice(between) : null;
  const straightOn = samePassage && next !== null;
  const gap =
    before === undefined
      ? Infinity
      : Math.max(0, quote.passage - before.passage - 1) +
        told(text, passages[quote.passage], quote, samePassage) +
        (narrator === null && !samePassage && acted(text, passages, before, quote) ? 1 : 0);
  const words = wordsAfter(source, i);
  const bodiless = voiceOnly.test(text.slice(words.start, words.end));
  const heard = heardBefore(text, passages, mentions, quote, before, narrator);
  const leaning = new Map<number, number>();
  for (const hint of tag?.hints ?? []) leaning.set(hint.member, (leaning.get(hint.member) ?? 0) + hint.points);
  const named = namedIn(source, quote);
  // 吉川君: the I who calls him 野だ does not say so.
  if (narrator !== null && named.otherwise) leaning.set(narrator, (leaning.get(narrator) ?? 0) - 2);
  const going = goesOnBelow(source, i);
  if (going !== null) leaning.set(going, (leaning.get(going) ?? 0) + goesOnPoints);
  for (const who of named.self) leaning.set(who, (leaning.get(who) ?? 0) + 3);
  if (tag?.to !== null && tag?.to !== undefined) named.called.add(tag.to);
  return {
    quotes: [i],
    passage: quote.passage,
    gap: crosses(text, passages, before, quote) ? Infinity : straightOn ? 0 : samePassage ? 1 : gap,
    fixed: tag?.explicit === true ? tag.member : null,
    gender: tag?.gender ?? null,
    actor: tag?.explicit === false ? tag.member : null,
    actorGender: null,
    called: [...named.called],
    spokenOf: [...named.spokenOf],
    met: metBefore(text, mentions, quote.start, before?.end ?? 0),
    near: near(text, mentions, quote.start, chapterStart(passages, quote.passage), narrator),
    leaning,
    continues:
      goesOn(quotes, i) ||
      (tags[i]?.explicit !== true && (next === "same" || (samePassage && saidOn(source, i, between)))),
    switches: next === "other" || (heard === null && answers(text, tag)),
    aside: quote.mark === "（" || quote.mark === "―" || tag?.thought === true,
    stranger: tag?.stranger === true || bodiless,
    elsewhere: tag?.elsewhere === true || bodiless,
    kin: false,
    style: styleOf(text.slice(quote.inner.start, quote.inner.end)),
    toGender: null,
    teller: narrator === null ? 0 : (tag?.teller ?? 0),
    heard,
    judged: judgedBy(source, quote, quotes[i + 1]),
    listener: listenerOf(source, quote, quotes[i + 1]),
    outsider: outsider(source, quote),
    alone: narrator !== null && !isNear(mentions, narrator, quote),
    overheard: narrator !== null && (tag?.teller ?? 0) <= 0 && overheard(source, quote, before),
  };
}

/** おれはこう答えた, と兵十は答えました: whoever answers is not who spoke before. */
const answers = (text: string, tag: JapaneseTag | null) =>
  tag?.explicit === true && /(?:答え|返事をし)(?:た|まし|る)/.test(text.slice(tag.start, tag.end));

/** What is told in the passage before its first line sets the line apart from the talk before. */
function told(text: string, own: Passage | undefined, quote: RawQuote, samePassage: boolean): number {
  if (own === undefined || samePassage) return 0;
  const length = text.slice(own.start, quote.start).trim().length;
  return length < 40 ? 0 : length < 110 ? 1 : 2;
}

/** 「…」と凪は言った。「…」: with nothing but the tag between, the same one goes on. */
const saidOn = ({ tags }: DraftSource, i: number, between: string) =>
  tags[i - 1]?.explicit === true &&
  (tags[i - 1]?.start ?? 0) > 0 &&
  /^[、，]?と[^。「」]{1,24}[はが][^。「」]{1,24}。\s*$/.test(between);

/** Leans a line to who spoke the one above its tag. */
const goesOnPoints = 3;

/** `「…」` / `と凪は言った。` / `「…」`, each in a line of its own: the same one goes on, unless she asked something. */
function goesOnBelow({ text, quotes, passages, tags }: DraftSource, i: number): number | null {
  const [before, quote, tag] = [quotes[i - 1], quotes[i], tags[i - 1]];
  if (before === undefined || quote === undefined || tag?.explicit !== true || tags[i]?.explicit === true) return null;
  const between = passages[quote.passage - 1];
  if (quote.start !== passages[quote.passage]?.start || between?.opens !== null || between.index !== before.passage + 1)
    return null;
  const words = text.slice(between.start, between.end);
  const plain = /^と[^。「」]{1,24}[はが][^。「」]{1,40}。$/.test(words) && !/聞|訊|尋|問/.test(words);
  return plain && !/[？?か]$/.test(text.slice(before.inner.start, before.inner.end)) ? tag.member : null;
}

/** Much happens between two lines: whoever acts may well speak again. */
function acted(text: string, passages: readonly Passage[], before: RawQuote, quote: RawQuote): boolean {
  const own = passages[quote.passage];
  return own?.start === quote.start && text.slice(before.end, quote.start).length > 150;
}

const nothing: RawQuote = { start: 0, end: 0, inner: { start: 0, end: 0 }, passage: 0, open: false, mark: "" };

interface Named {
  called: Set<number>;
  spokenOf: Set<number>;
  self: Set<number>;
  /** Somebody is called by another name than the narration's. */
  otherwise: boolean;
}

/** Who is called, spoken of, or names himself (教頭として) inside a line. */
function namedIn({ text, mentions, members, narrator }: DraftSource, quote: RawQuote): Named {
  const named: Named = { called: new Set(), spokenOf: new Set(), self: new Set(), otherwise: false };
  for (let m = mentionFrom(mentions, quote.start); (mentions[m]?.start ?? Infinity) < quote.end; m++) {
    const mention = mentions[m];
    // おれ in a line is whoever speaks it.
    if (mention === undefined || mention.member === narrator) continue;
    // 教頭の云う事: an office may be one's own.
    const office = japaneseRoles.has(text.slice(mention.start, mention.end));
    const self = /^(?:として|の身で|たるもの)/.test(text.slice(mention.end, mention.end + 5));
    if (office && !self && !isCalled(text, mention)) continue;
    if (
      isCalled(text, mention) &&
      !text.slice(mention.start, mention.end).includes(members[mention.member]?.name ?? "")
    )
      named.otherwise = true;
    (self ? named.self : isCalled(text, mention) ? named.called : named.spokenOf).add(mention.member);
  }
  return named;
}

/** What the narration right after a line that stands alone calls it: 山嵐の云う事が分らない. */
function judgedBy({ text, passages, mentions }: DraftSource, quote: RawQuote, next: RawQuote | undefined): Heard {
  const own = passages[quote.passage];
  const after = passages[quote.passage + 1];
  if (own === undefined) return null;
  const rest = { start: quote.end, end: Math.min(own.end, next?.start ?? Infinity) };
  if (/[\p{L}]/u.test(text.slice(rest.start, rest.end)))
    return /^[\s　]*と/.test(text.slice(rest.start, rest.end)) ? null : judgedAfter(text, mentions, rest);
  return after === undefined || after.opens !== null || next?.passage === after.index
    ? null
    : judgedAfter(text, mentions, after);
}

/** Who takes in a line that stands alone, by the passage after it. */
function listenerOf({ text, passages, mentions }: DraftSource, quote: RawQuote, next: RawQuote | undefined) {
  const [own, after] = [passages[quote.passage], passages[quote.passage + 1]];
  if (own?.start !== quote.start || own.end > quote.end + 1 || after === undefined || after.opens !== null) return null;
  return listenerAfter(text, mentions, { start: after.start, end: Math.min(after.end, next?.start ?? Infinity) });
}

/** 山嵐と赤シャツはまだ談判最中である. */
const twoTalk =
  /[一-龠ァ-ヶ]と(?!おれ|僕|私)[一-龠ァ-ヶ]{1,6}[はが][^。]{0,12}(?:談判|話|相談|議論|喧嘩|問答)[^。]{0,8}。\s*$/;

/** 奥さんと先生の間に会話が始まった. */
const betweenOthers =
  /(?<!おれ|僕|私|余)と(?!おれ|僕|私|余)[一-龠ァ-ヶさん]{1,6}の?間(?:に|で)[^。]{0,12}(?:会話|問答|話|談話)/;

/** 二人がくすくす笑い出した, おれはやはり聞いていた: the I is not one of those who talk. */
function overheard({ text, passages }: DraftSource, quote: RawQuote, before: RawQuote | undefined): boolean {
  const own = passages[quote.passage];
  const lead = passages[quote.passage - 1];
  const from = Math.max(before?.end ?? 0, lead?.start ?? 0, own === undefined ? 0 : own.start - 400);
  const words = text.slice(from, quote.start);
  return (
    /[二三四]人(?:が|は)[^。]{0,20}(?:笑|話|云|言|喋|しゃべ|ささや|囁)|声で[^。]{0,10}話し/.test(words) ||
    betweenOthers.test(words) ||
    /(?:やはり|黙って|だまって|じっと)聞いて(?:い|お)/.test(words) ||
    twoTalk.test(words)
  );
}

/** A chapter or a break lies between two lines; a break inside a talk, with a line right before and after it, does not part it. */
function crosses(text: string, passages: readonly Passage[], before: RawQuote | undefined, quote: RawQuote): boolean {
  const talkGoesOn = before !== undefined && !/\p{L}/u.test(text.slice(before.end, quote.start));
  for (let i = (before?.passage ?? -1) + 1; i <= quote.passage; i++) {
    const opens = passages[i]?.opens ?? null;
    if (opens === "chapter" || (opens === "break" && !talkGoesOn)) return true;
  }
  return false;
}

function isCalled(text: string, { start, end }: Mention): boolean {
  return (
    (/[「『、。！？…―　（]/.test(text[start - 1] ?? "") ||
      /[「、。！？…](?:なあ|な|ね|さあ|おい|ねえ|やあ|よう|これ|のう)$/.test(
        text.slice(Math.max(0, start - 4), start),
      )) &&
    /^(?:[、。！？…！―」』]|よ[、。！])/.test(text.slice(end, end + 2))
  );
}

function chapterStart(passages: readonly Passage[], from: number): number {
  let i = from;
  while (i > 0 && passages[i]?.opens !== "chapter") i -= 1;
  return passages[i]?.start ?? 0;
}

/** 山嵐に出っ喰わした, 婆さんが出て来た: the talk will be with them. */
const meeting =
  /^(?:に[、，]?(?:出っ?喰|出くわ|出逢|出会|逢|会|あっ|ぶつか|捕|つかま)|の顔を[、，]?(?:見|眺)|が[、，]?[^、。]{0,3}(?:出て来|はいって来|入って来|やって来|来た)|(?:である|であった|だった)。)/;

const meetsByName = (text: string, { end, quoted }: Mention) =>
  !quoted && /^(?:である|であった|だった|だ)。/.test(text.slice(end, end + 5));

/** The last one met or come in within 200 units before a line. */
function metBefore(text: string, mentions: readonly Mention[], start: number, least: number): number | null {
  for (let i = mentionFrom(mentions, start) - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.end < Math.max(start - 200, least)) return null;
    if (!mention.quoted && meeting.test(text.slice(mention.end, mention.end + 12))) return mention.member;
  }
  return null;
}

const person =
  /(?:一人の|ひとりの|[一-龠々ァ-ヶ]{1,4}(?:の|な|い|た))?[一-龠々ァ-ヶ]{0,4}(?:男|女|老人|老婆|婦|婦人|師|生徒|学生|客|僧|坊主|娘|小僧|さん|奴|子供|紳士|番人|門番|番頭|手代|人足|人夫|役人|役|兵|者|弟|兄)(?=[がは]|の声)/g;

/** Whether the narration around a line names a person. */
function isNear(mentions: readonly Mention[], who: number, { start, end }: RawQuote): boolean {
  for (let i = mentionFrom(mentions, start - 900); (mentions[i]?.start ?? Infinity) < end + 400; i++)
    if (mentions[i]?.member === who && mentions[i]?.quoted === false) return true;
  return false;
}

/** 0–1: how near before a line somebody acts whom the cast does not hold. */
function outsider({ text, mentions, quoted }: DraftSource, quote: RawQuote): number {
  const from = Math.max(0, quote.start - 250);
  let strength = 0;
  for (const match of text.slice(from, quote.start).matchAll(person)) {
    const [start, end] = [from + match.index, from + match.index + match[0].length];
    const known = mentions[mentionFrom(mentions, start)];
    if ((known !== undefined && known.start < end) || quoted[start] === 1) continue;
    // 若い女が入って来た。おゆきである: the stranger has a name after all.
    if (mentions.slice(mentionFrom(mentions, end)).some((one) => one.start < quote.start && meetsByName(text, one)))
      continue;
    strength = Math.exp((end - quote.start) / 120);
  }
  return strength;
}

/** Who is named in the narration just before, the weightiest first: a topic weighs more than an owner, the nearer the more. */
function near(
  text: string,
  mentions: readonly Mention[],
  start: number,
  least: number,
  narrator: number | null,
): number[] {
  const found = new Map<number, number>();
  for (let i = mentionFrom(mentions, start) - 1; i >= 0; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.end < Math.max(start - 500, least)) break;
    if (mention.quoted || mention.member === narrator) continue;
    const after = text.slice(mention.end, mention.end + 3);
    const part = meeting.test(text.slice(mention.end, mention.end + 8))
      ? 2.5
      : /^[はがも]/.test(after)
        ? 1
        : /^(?:[にとをへ]|の顔|の方)/.test(after)
          ? 0.8
          : after.startsWith("の")
            ? 0.25
            : 0.4;
    found.set(mention.member, (found.get(mention.member) ?? 0) + part * Math.exp((mention.end - start) / 250));
  }
  return [...found]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 4)
    .map(([who]) => who);
}

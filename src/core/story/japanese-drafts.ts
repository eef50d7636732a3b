import { mentionFrom } from "./mention-index.ts";
import { type Heard, heardBefore, judgedAfter, listenerAfter } from "./japanese-hints.ts";
import {
  cameByName,
  chapterStart,
  comesLater,
  goneBefore,
  isNear,
  metBefore,
  movedAt,
  near,
  outsider,
} from "./japanese-presence.ts";
import { goesOn } from "./japanese-quotes.ts";
import { type JapaneseTag, wordsAfter } from "./japanese-subjects.ts";
import { nextVoice } from "./japanese-switches.ts";
import type { JapaneseTurn } from "./japanese-talk.ts";
import { styleOf } from "./japanese-voices.ts";
import { japaneseRoles, narratorWords } from "./japanese-words.ts";
import type { Member, Mention } from "./members.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";

/** Leans a line to somebody who has just turned out to be there. */
const comePoints = 1.5;

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
      : Math.max(0, quote.passage - before.passage - 1 - (tagBetween(source, i) ? 1 : 0)) +
        told(text, passages[quote.passage], quote, samePassage) +
        (narrator === null && !samePassage && acted(text, passages, before, quote) ? 1 : 0);
  const moved = movedAt(text, passages, mentions, before, quote);
  const since = Math.max(before?.end ?? 0, moved ?? 0);
  const words = wordsAfter(source, i);
  const bodiless = voiceOnly.test(text.slice(words.start, words.end));
  const heard = heardBefore(text, passages, mentions, quote, before, narrator);
  const leaning = new Map<number, number>();
  for (const hint of tag?.hints ?? []) leaning.set(hint.member, (leaning.get(hint.member) ?? 0) + hint.points);
  const named = namedIn(source, quote);
  // 吉川君: the I who calls him 野だ does not say so.
  if (narrator !== null && named.otherwise) leaning.set(narrator, (leaning.get(narrator) ?? 0) - 2);
  const going = goesOnBelow(source, i);
  const doer = samePassage ? actsBetween(source, quote, before) : null;
  if (doer !== null) leaning.set(doer, (leaning.get(doer) ?? 0) + betweenPoints);
  if (going !== null && going !== "surely") leaning.set(going.member, (leaning.get(going.member) ?? 0) + going.points);
  const come = cameByName(text, mentions, quote.start, since);
  if (come !== null) leaning.set(come, (leaning.get(come) ?? 0) + comePoints);
  for (const who of named.self) leaning.set(who, (leaning.get(who) ?? 0) + 3);
  if (tag?.to !== null && tag?.to !== undefined) named.called.add(tag.to);
  return {
    quotes: [i],
    passage: quote.passage,
    gap: crosses(text, passages, before, quote) || moved !== null ? Infinity : straightOn ? 0 : samePassage ? 1 : gap,
    fixed: tag?.explicit === true ? tag.member : null,
    gender: tag?.gender ?? null,
    actor: tag?.explicit === false ? tag.member : null,
    actorGender: null,
    called: [...named.called],
    spokenOf: [...named.spokenOf],
    met: metBefore(text, mentions, quote.start, since),
    near: near(text, mentions, quote.start, chapterStart(passages, quote.passage), moved, narrator),
    leaning,
    gone: goneBefore(text, mentions, quote.start, before?.end ?? 0),
    acting: (tag?.hints ?? []).filter(({ points }) => points > 1).map(({ member }) => member),
    unheardOf: comesLater(source, quote),
    continues:
      goesOn(quotes, i) ||
      going === "surely" ||
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

/** The passage between two lines is no more than the tag of the first: と王は命じた。 */
function tagBetween({ text, passages, quotes, tags }: DraftSource, i: number): boolean {
  const between = passages[(quotes[i]?.passage ?? 0) - 1];
  if (between === undefined || between.index !== (quotes[i - 1]?.passage ?? 0) + 1) return false;
  return tags[i - 1]?.explicit === true && /^[　\s]*と[^。]*。[\s]*$/.test(text.slice(between.start, between.end));
}

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

/** Leans a line to who spoke the one above its tag, where the tag marks no topic (は). */
const goesOnPoints = { subject: 4.5, teller: 3, gesture: 2 };

/** Leans a line to who acts between it and the one before in the same paragraph. */
const betweenPoints = 2.5;

/** 「どれどれ」おばあさんは眼鏡をなおした。「まあ、いいえ」: between two lines of one paragraph its speaker does something. */
function actsBetween({ text, mentions }: DraftSource, quote: RawQuote, before: RawQuote): number | null {
  const first = mentions[mentionFrom(mentions, before.end)];
  if (first === undefined || first.start !== before.end || first.end >= quote.start) return null;
  return /^は[^。「」]{2,40}。\s*$/.test(text.slice(first.end, quote.start)) ? first.member : null;
}

/** `「…」` / `と凪は言った。` / `「…」`, each in a line of its own: the same one goes on, unless she asked something. */
function goesOnBelow(
  { text, quotes, passages, tags, narrator }: DraftSource,
  i: number,
): { member: number; points: number } | "surely" | null {
  const [before, quote, tag] = [quotes[i - 1], quotes[i], tags[i - 1]];
  if (before === undefined || quote === undefined || tag?.explicit !== true || tags[i]?.explicit === true) return null;
  if (tag.member === null) return null;
  const between = passages[quote.passage - 1];
  if (quote.start !== passages[quote.passage]?.start || between?.opens !== null || between.index !== before.passage + 1)
    return null;
  const words = text.slice(between.start, between.end);
  const plain = /^と[^。「」]{1,24}?([はが])[^。「」]{1,40}。$/.exec(words);
  if (plain === null || /聞|訊|尋|問|命じ|促|頼|誘|呼/.test(words)) return null;
  const [said, line] = [before, quote].map(({ inner }) => text.slice(inner.start, inner.end));
  if (/[？?か]$/.test(said ?? "") || answering.test(line ?? "") || echoes(said ?? "", line ?? "")) return null;
  if (tag.member === narrator) return { member: tag.member, points: goesOnPoints.teller };
  const says = /言|云|い[いっ]|つぶや|呟|答え|叫|話し|続け|申し/.test(words);
  if (!says) return { member: tag.member, points: goesOnPoints.gesture };
  return plain[1] === "は" ? "surely" : { member: tag.member, points: goesOnPoints.subject };
}

const answering = /^(?:はい|ええ|いいえ|いや|うん|ああ|おう|そうです|そうか|なるほど|では|じゃあ|それは)/;

/** 「とっくに返したよ」「返したって、どうやって」: who takes up the words of a line did not say it. */
function echoes(said: string, line: string): boolean {
  const first = /^[一-龠々ァ-ヶー]+[ぁ-ん]{0,2}/.exec(line)?.[0] ?? "";
  return first.length > 1 && said.includes(first);
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
    if (mention === undefined) continue;
    if (mention.member === narrator && narratorWords.includes(text.slice(mention.start, mention.end))) continue;
    // 教頭の云う事: an office may be one's own.
    const office = japaneseRoles.has(text.slice(mention.start, mention.end));
    const self =
      /^(?:として|の身で|たるもの)/.test(text.slice(mention.end, mention.end + 5)) ||
      (/^(?:です|と申|といいま)(?:[。」し]|す)/.test(text.slice(mention.end, mention.end + 5)) &&
        !/[はがもに][^。、]{0,6}$/.test(text.slice(quote.inner.start, mention.start)));
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
    /^[ー～っ]?(?:[、。！？…！―」』]|よ[、。！]|こそ)/.test(text.slice(end, end + 3))
  );
}

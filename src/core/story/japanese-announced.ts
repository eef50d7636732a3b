import { mentionFrom } from "./mention-index.ts";
import { sentenceBefore } from "./japanese-hints.ts";
import { lastJoint } from "./japanese-switches.ts";
import {
  type JapaneseTag,
  lastSubject,
  ownerOfPart,
  plainTag,
  type Subject,
  subjectIn,
  type TagSource,
  thinking,
} from "./japanese-subjects.ts";
import type { RawQuote } from "./quotes.ts";

const asFollows =
  /(?:こう|このよう|次のよう|こんな(?:意味の)?(?:事|こと|風|ふう))[^。「」]{0,14}(?:云|言|い[いうっ]|答|述べ|話|叫|さけ|聞|尋|書|呟|罵|考え|思)[^。「」]{0,8}$/;
const begins =
  /(?:言|云|いい|言い|云い)[出だ]し[^。、]{0,6}$|切り出し[^。、]{0,4}$|口を(?:出|開|切)[^。、]{0,6}$|(?:談判|演説|質問|話)を(?:始め|し始め|はじめ)[^。、]{0,6}$|(?:ひとりごと|独り言|独言)を[^。、]{0,8}$|(?:起立し|起ち上が|立ち上が)[^。、]{0,6}$|念を押[^。、]{0,5}$|(?:話し?|声|言葉)(?:を(?:し)?)?(?:しかけ|かけ|掛け)[^。、]{0,4}$/;
const says =
  /(?:言|云|いい|言い|云い|答え|叫|尋ね|聞き|続け|申し|囁|呟|つぶや|訊|怒鳴|問|述べ|頼|命じ|促|反問|語)[ぁ-ん]{1,6}$|声を(?:出し|かけ|掛け|上げ|あげ|挙げ|揚げ|立て|張り上げ|振り絞|ひそめ|落し|震わせ)[^。、]{0,4}$|(?:言葉|説明)を(?:続け|つい|継|加え)[^。、]{0,6}$/;
const thinks = /(?:考え|思い|思っ)[ぁ-ん]{1,4}$/;

/** `こう云った。「…」`, `考えました。「…」` before a line that stands alone, or `こう罵った。` in the passage after it. */
export function announced(source: TagSource, quote: RawQuote, i: number): JapaneseTag | null {
  return announcedBefore(source, quote, i) ?? announcedAfter(source, quote);
}

function announcedBefore(source: TagSource, quote: RawQuote, i: number): JapaneseTag | null {
  const own = source.passages[quote.passage];
  const before = source.passages[quote.passage - 1];
  if (own === undefined || own.opens !== null) return null;
  const opens = own.start === quote.start;
  const from = Math.max(source.quotes[i - 1]?.end ?? 0, opens ? (before?.start ?? own.start) : own.start);
  const last = sentenceBefore(source.text, from, quote.start);
  if (last === null || (!opens && !/[。：]\s*$/.test(source.text.slice(last.start, quote.start)))) return null;
  const words = source.text.slice(last.start, last.end);
  // The tag of the line before announces nothing.
  const below = source.text.slice(source.quotes[i - 1]?.end ?? 0, last.start).trim() === "";
  if (below && /^[　\s]*[、，]?と/.test(words) && !asFollows.test(words)) return null;
  const told =
    asFollows.test(words) ||
    begins.test(words) ||
    (opens && (says.test(words) || thinks.test(words)) && !reported(words));
  if (!told || (!asFollows.test(words) && endsTalk(source, source.quotes[i - 1], last.start))) return null;
  if (elsewhere.test(words) && subjectIn(source, last.start, last.end) === null) return unseen(last);
  const subject = announcer(source, from, last);
  if (subject === null) return null;
  const thought = thinking.test(words.slice(-12)) && !/言|云|考えてい/.test(words.slice(-12));
  return { ...plainTag(subject), thought, end: Math.max(subject.end, last.end) };
}

/** どこが不賛成だと聞いた, 孫か、と訊いた: what was said stands there already. */
const reported = (words: string) =>
  /(?:[^、。]|[^、。はが]、)と(?!して)[^、。「」]{0,10}(?:云|言|いい|答|尋|聞|訊|叫|思|考)[^、。「」]{0,6}$/.test(
    words,
  );

/** The topic of the sentence; else of the sentences before it in the paragraph; else the one whom the I turns to (赤シャツに逢うと). */
function announcer(source: TagSource, from: number, last: { start: number; end: number }): Subject | null {
  const turned = last.start + lastJoint(source.text.slice(last.start, last.end));
  const own = lastSubject(source, turned, last.end) ?? lastSubject(source, last.start, turned);
  if (own !== null && (own.start >= turned || turned === last.start)) return own;
  if (own !== null && own.member !== source.narrator) return own;
  // おれは腹が立ったから、起ち上がった: a reason leaves the floor where it is.
  const reason = /(?:から|ので|が|けれども?)[、，]?$/.test(source.text.slice(last.start, turned));
  if (source.narrator !== null && turned > last.start && !reason) {
    const met = lastNamed(source, last.start, turned);
    if (met !== null) return met;
  }
  // Who is named there is nobody of the cast: it is not who was named before.
  const words = source.text.slice(last.start, last.end);
  if (own !== null || /(?:[一-龠々ァ-ヶ]|さん|やつ|たち)[はが](?!な)/.test(words)) return own;
  const earlier = lastSubject(source, from, last.start) ?? ownerOfPart(source, from, last.start);
  return earlier?.member === source.narrator && isObject(source, from, last.end) ? null : earlier;
}

/** 私を見下した, 私の顔を見て: others act on the I. */
function isObject({ text, mentions, narrator }: TagSource, from: number, end: number): boolean {
  for (let k = mentionFrom(mentions, from); (mentions[k]?.start ?? end) < end; k++) {
    const mention = mentions[k];
    if (mention?.member === narrator && /^(?:を|に|の[顔方前肩眼])/.test(text.slice(mention.end, mention.end + 2)))
      return true;
  }
  return false;
}

/** The last person but the I who is named between two offsets. */
function lastNamed({ mentions, narrator }: TagSource, start: number, end: number): Subject | null {
  let last: Subject | null = null;
  for (let k = mentionFrom(mentions, start); (mentions[k]?.start ?? end) < end; k++) {
    const mention = mentions[k];
    if (mention !== undefined && !mention.quoted && mention.member !== narrator) last = mention;
  }
  return last;
}

function announcedAfter(source: TagSource, quote: RawQuote): JapaneseTag | null {
  const [own, next] = [source.passages[quote.passage], source.passages[quote.passage + 1]];
  if (own?.start !== quote.start || own.end !== quote.end || next === undefined || next.opens !== null) return null;
  const first = /^[^。！？]*/.exec(source.text.slice(next.start, next.end))?.[0] ?? "";
  const spoken = saidJustNow(source, next.start, first);
  if (spoken !== null) return spoken;
  if (!/(?:こう|そう)[^。、]{0,4}(?:言|云|い[いっ]|答|叫|罵|呟|囁|尋|述べ|申|怒鳴|思|考)/.test(first)) return null;
  const end = next.start + first.length;
  const owner = ownerOfPart(source, next.start, end);
  const acts = owner !== null && /^の[^、。]{1,3}[はが]/.test(source.text.slice(owner.end, owner.end + 6));
  const subject = subjectIn(source, next.start, end) ?? (acts ? owner : null);
  if (subject === null) return null;
  const thought = thinking.test(first) && !/言|云/.test(first);
  return { ...plainTag(subject), thought, end: next.start + first.length };
}

const spoke =
  /^[はが](?=[^。「」]{0,30}$)[^。「」]*?(?:言[いっ]た|云[いっ]た|言いました|云いました|つぶやいた|呟いた|つぶやきました|叫んだ|叫びました|答えた|答えました|尋ねた|尋ねました|聞いた|聞きました|訊いた|ささやいた|囁いた|怒鳴った|どなった|うなった|嘆いた|声を(?:出した|上げた|あげた|かけた|張り上げた|ひそめた)|口を(?:挟んだ|はさんだ))$/;
const spokeAnd =
  /^[はが][^。、「」はが]{0,16}(?:言う|云う|言い|聞く|訊く|尋ねる|叫ぶ|答える|呼ぶ|頼む|つぶやく|呟く|怒鳴る|どなる|叱る|嘆く|ぼやく|すすめる|誘う|促す|声をかける)と、/;

/** The sentence at an offset is the tag of the line above it, and announces no other. */
export function endsTalk(source: TagSource, before: RawQuote | undefined, start: number): boolean {
  const passage = source.passages[before?.passage ?? -1];
  if (before === undefined || passage === undefined || passage.end !== before.end) return false;
  if (source.passages[passage.index + 1]?.start !== start) return false;
  return saidJustNow(source, start, /^[^。！？]*/.exec(source.text.slice(start, start + 80))?.[0] ?? "") !== null;
}

/** 「…」 alone, and below it `弥平はつぶやいた。` or `ぼくが声をかけると、真帆は`: who has just spoken. */
function saidJustNow(source: TagSource, start: number, first: string): JapaneseTag | null {
  const mention = source.mentions[mentionFrom(source.mentions, start)];
  if (mention === undefined || mention.quoted || mention.start > start + 12 || mention.end > start + first.length)
    return null;
  const rest = source.text.slice(mention.end, start + first.length);
  if (reported(first) || (!spoke.test(rest) && !spokeAnd.test(rest))) return null;
  return { ...plainTag(mention), end: start + first.length };
}

/** 戸の中では, うしろから: voices from where nobody of the cast is. */
const elsewhere =
  /(?:中|奥|外|向う|向こう|うしろ|後ろ|隣|上|下)(?:の方)?(?:では|から(?:は)?|で)(?=[^。]*(?:云|言|い[いっ]|叫|さけ|声))/;

const unseen = ({ start, end }: { start: number; end: number }): JapaneseTag => ({
  ...plainTag({ member: 0, start, end }),
  explicit: false,
  member: null,
  stranger: true,
  elsewhere: true,
});

import type { Span } from "../book/book.ts";
import { mentionFrom } from "./mention-index.ts";
import { japaneseSpeech } from "./japanese-words.ts";
import type { Member, Mention } from "./members.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Gender } from "./story.ts";

/** What stands around a Japanese quote and says whose it is. */
export interface JapaneseTag {
  /** A verb of speech joins the person to the quote; else the person only acts beside it. */
  explicit: boolean;
  member: number | null;
  gender: Gender | null;
  thought: boolean;
  start: number;
  end: number;
  /** People who act in the passages before and after. */
  hints: { member: number; points: number }[];
  /** The words name a speaker whom the cast does not hold: 顔の丸い奴が. */
  stranger: boolean;
  /** The voice comes from where nobody of the cast is. */
  elsewhere?: boolean;
  /** Points for the I of the story where the subject is left out. */
  teller: number;
  /** Said to: 野だに「…」と聞いたら. */
  to: number | null;
}

export interface TagSource {
  text: string;
  passages: readonly Passage[];
  quotes: readonly RawQuote[];
  members: readonly Member[];
  mentions: readonly Mention[];
  quoted: Uint8Array;
  narrator: number | null;
}

/** A verb of thinking; 心得顔 and 安心 are none. */
export const thinking = /思っ|思い|おもっ|おもい|考え|心(?:の|で|に|中)/;

/** Somebody in the words around a quote. */
export interface Subject {
  member: number;
  start: number;
  end: number;
}

/** A person named as the speaker, with nothing else known. */
export const plainTag = ({ member, start, end }: Subject): JapaneseTag => ({
  explicit: true,
  member,
  gender: null,
  thought: false,
  start,
  end,
  hints: [],
  stranger: false,
  teller: 0,
  to: null,
});

/** `私が振り返った顔を`: who acts in the description of something else does nothing in the sentence. */
const describes =
  /^が[^、。「」はがを]{0,10}(?:(?<!ま)た|る|(?<![こそどもよ])う)(?!時|頃|事|後|所|通|為|様|途|間|前|位|程|度|者|奴)[一-龠々]/;

/** A person followed by は, が or も between two offsets. */
export function subjectIn(source: TagSource, start: number, end: number): Subject | null {
  for (let i = mentionFrom(source.mentions, start); i < source.mentions.length; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.start >= end) break;
    const after = source.text.slice(mention.end, mention.end + 14);
    // 「…」と弥助。
    if (!mention.quoted && after.startsWith("。") && source.text[start] === "と" && mention.start <= start + 2)
      return mention;
    if (!mention.quoted && /^[はがも]/.test(after) && !describes.test(after)) return mention;
  }
  return null;
}

/** `と云いながら` at the start of the passage after a line that stands alone; not `とうとう` and `ところが`. */
const opensTag = /^と[、，]?(?:いう|云う|いっ|云っ|言っ|いい|云い|言い|[一-龠々ァ-ヶ]|お[一-龠々ぁ-ん])[^。「」]{0,60}/;
const voiced = /声|悲鳴|驚|報告|命令|呑んだ/;

/** `と云いながら`, `と弥助は首を振った`. */
function isTag(text: string, mentions: readonly Mention[], { start, end }: Span): boolean {
  const words = opensTag.exec(text.slice(start, end))?.[0] ?? "";
  if (japaneseSpeech.test(words) || voiced.test(words)) return true;
  const mention = mentions[mentionFrom(mentions, start)];
  return (
    (mention?.start ?? Infinity) <= start + 2 &&
    mention !== undefined &&
    /^と.+[はがも]$/.test(text.slice(start, mention.end + 1))
  );
}

/** Where the words begin that may name the speaker of a line, right after it or in the passage after it, and where they end. */
export function wordsAfter(
  { text, passages, quotes, mentions }: Pick<TagSource, "text" | "passages" | "quotes" | "mentions">,
  i: number,
): Span {
  const quote = quotes[i];
  const own = passages[quote?.passage ?? -1];
  if (quote === undefined || own === undefined) return { start: 0, end: 0 };
  const next = passages[own.index + 1];
  const limit = quotes[i + 1]?.start ?? Infinity;
  const alone = own.start === quote.start && own.end <= quote.end + 1;
  if (alone && next?.opens === null && next.start < limit && isTag(text, mentions, next))
    return { start: next.start, end: Math.min(next.end, limit) };
  return { start: quote.end, end: Math.min(own.end, limit) };
}

/** The last person marked as topic before an offset, else the last one marked as subject. */
export function topicIn(source: TagSource, start: number, end: number, particles = /^[はがも]/): Subject | null {
  let topic: Subject | null = null;
  for (let i = mentionFrom(source.mentions, start); i < source.mentions.length; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.start >= end) break;
    const particle = source.text[mention.end] ?? "";
    if (mention.quoted || !particles.test(particle)) continue;
    if (topic === null || particle !== "が" || source.text[topic.end] === "が") topic = mention;
  }
  return topic;
}

/** `私が面喰っているうちに、笑い出した`: whom が marks acts in its own clause only. */
const aside = /^が[^。、]{0,40}(?:うちに|間に|時に|とき|瞬間に?|ので|から|たら|ると|けれども?)[、，]/;

/** The last person followed by は, が or も in a main clause between two offsets. */
export function lastSubject(source: TagSource, start: number, end: number): Subject | null {
  let last: Subject | null = null;
  for (let from = start; from < end;) {
    const subject = subjectIn(source, from, end);
    if (subject === null) break;
    if (!aside.test(source.text.slice(subject.end, subject.end + 50))) last = subject;
    from = subject.end;
  }
  return last;
}

/** 源之丞の手は, 凪のまぶたに: the body acts for its owner. */
export function ownerOfPart(source: TagSource, start: number, end: number): Subject | null {
  let last: Subject | null = null;
  for (let i = mentionFrom(source.mentions, start); (source.mentions[i]?.start ?? end) < end; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.quoted) continue;
    if (
      /^の(?:手|目|眼|顔|表情|胸|指|声|頬|肩|腕|口|まぶた|唇|頭|足|心|耳|喉)/.test(
        source.text.slice(mention.end, mention.end + 4),
      )
    )
      last = mention;
  }
  return last;
}

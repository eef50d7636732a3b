import { mentionFrom } from "./english-turns.ts";
import { lastJoint, narratorPoints, ownPart } from "./japanese-switches.ts";
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

const thinking = /思っ|思い|おもっ|おもい|考え|心/;

/** The tag of each quote: 」と弥助は言った, a sentence that announces it (こう云った), or whoever acts in the same passage. */
export function japaneseTags(source: TagSource): (JapaneseTag | null)[] {
  return source.quotes.map(
    (quote, i) => after(source, quote, i) ?? announced(source, quote, i) ?? beside(source, quote),
  );
}

function after(source: TagSource, quote: RawQuote, i: number): JapaneseTag | null {
  const passage = source.passages[quote.passage];
  const next = source.quotes[i + 1];
  const limit = Math.min(passage?.end ?? quote.end, next?.start ?? Infinity);
  const rest = source.text.slice(quote.end, limit);
  const sentence = /^[^。！？]*/.exec(rest)?.[0] ?? "";
  const joined =
    /^(?:と|って)(?!い[うっ]|云う|言う)/.test(sentence) ||
    /^と(?:言|云|いっ)(?:った|た|て|い)|^と(?:云う|言う|いう)(?:$|と|から|ので|が|のを|のは|ように)/.test(sentence);
  if (!joined) return null;
  const own = ownPart(sentence);
  const thought = thinking.test(own) && !/言|云/.test(own);
  const subject = subjectIn(source, quote.end, quote.end + own.length);
  const base = {
    thought,
    start: quote.end,
    end: quote.end + own.length,
    stranger: false,
    hints: [...hints(source, quote), ...byNarrator(source, own)],
  };
  if (subject !== null) return { ...base, explicit: true, member: subject.member, gender: null };
  const gender = pronounIn(own);
  if (gender !== null) return { ...base, explicit: false, member: null, gender };
  // The subject may stand before the quote: 弥助は「…」と言った。
  const lead = leadSubject(source, quote, passage);
  return lead === null
    ? {
        ...base,
        explicit: false,
        member: null,
        gender: null,
        stranger: unknownIn(own) || leadUnknown(source, quote, passage),
      }
    : { ...base, ...lead, explicit: true, gender: null, thought };
}

/** A person followed by は, が or も between two offsets; else the I of the narration. */
function subjectIn(
  source: TagSource,
  start: number,
  end: number,
): { member: number; start: number; end: number } | null {
  for (let i = mentionFrom(source.mentions, start); i < source.mentions.length; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.start >= end) break;
    if (!mention.quoted && /^(?:は|が|も)/.test(source.text.slice(mention.end, mention.end + 1))) return mention;
  }
  return null;
}

function pronounIn(sentence: string): Gender | null {
  if (/彼女(?:は|が)/.test(sentence)) return "female";
  return /彼(?:は|が)/.test(sentence) ? "male" : null;
}

/** と真先の一人がいった: somebody says it, and nobody of the cast. */
const unknownIn = (own: string) =>
  /^と[、，]?(?!気|声|思|云|言)[^、。はが「」]{1,14}[はが]/.test(own) && japaneseSpeech.test(own);

/** The words before a quote end on a person who is not in the cast: 顔の丸い奴が「…」. */
function leadUnknown(source: TagSource, quote: RawQuote, passage: Passage | undefined): boolean {
  const lead = source.text.slice(leadStart(source, quote, passage), quote.start).replace(/[、，\s　]+$/, "");
  return /(?:[一-龠々ァ-ヶ]|さん|やつ|たち)[はが](?:[、，]?[^。、はが]{0,8}(?:から|で|に))?$/.test(lead);
}

/** Where the words before a quote begin: its passage, or the passage before where that breaks off at a comma. */
function leadStart(source: TagSource, quote: RawQuote, passage: Passage | undefined): number {
  const own = passage?.start ?? quote.start;
  const before = passage === undefined || own < quote.start ? undefined : source.passages[passage.index - 1];
  return before !== undefined &&
    passage?.opens === null &&
    /[、，]\s*$/.test(source.text.slice(before.start, before.end))
    ? before.start
    : own;
}

function leadSubject(
  source: TagSource,
  quote: RawQuote,
  passage: Passage | undefined,
): { member: number; start: number; end: number } | null {
  const from = leadStart(source, quote, passage);
  const lead = source.text.slice(from, quote.start);
  const cut = Math.max(lead.lastIndexOf("。"), lead.lastIndexOf("！"), lead.lastIndexOf("？"));
  const start = from + cut + 1;
  const turned = start + lastJoint(source.text.slice(start, quote.start));
  const topic = topicIn(source, turned, quote.start);
  if (topic !== null || turned === start || /[はが]/.test(source.text.slice(turned, quote.start))) return topic;
  return topicIn(source, start, turned, /^[はも]/);
}

/** The last person marked as topic before an offset, else the last one marked as subject. */
function topicIn(
  source: TagSource,
  start: number,
  end: number,
  particles = /^[はがも]/,
): { member: number; start: number; end: number } | null {
  let topic: { member: number; start: number; end: number } | null = null;
  for (let i = mentionFrom(source.mentions, start); i < source.mentions.length; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.start >= end) break;
    const particle = source.text[mention.end] ?? "";
    if (mention.quoted || !particles.test(particle)) continue;
    if (topic === null || particle !== "が" || source.text[topic.end] === "が") topic = mention;
  }
  return topic;
}

function byNarrator({ narrator }: TagSource, tag: string): { member: number; points: number }[] {
  const points = narrator === null ? 0 : narratorPoints(tag);
  return narrator === null || points === 0 ? [] : [{ member: narrator, points }];
}

/** こう云った。 in the passage before, or こう罵った。 in the one after, when the quote stands alone. */
function announced(source: TagSource, quote: RawQuote, i: number): JapaneseTag | null {
  const [before, own, next] = [
    source.passages[quote.passage - 1],
    source.passages[quote.passage],
    source.passages[quote.passage + 1],
  ];
  if (own === undefined || own.start !== quote.start) return null;
  if (before !== undefined && own.opens === null && source.quotes[i - 1]?.passage !== before.index) {
    const last = lastSentence(source.text, before);
    const words = source.text.slice(last.start, last.end);
    const says =
      /(?:こう|このよう|次のよう|こんな事)[^。]{0,14}$|(?:言|云|いい|言い|云い|答え|叫び|尋ね|聞き|続け|申し)[ぁ-ん]{1,4}。?$/.test(
        words,
      ) && japaneseSpeech.test(words);
    const subject = says ? lastSubject(source, before.start, before.end) : null;
    if (subject !== null)
      return {
        explicit: true,
        member: subject.member,
        gender: null,
        thought: thinking.test(words) && !/言|云/.test(words),
        start: subject.start,
        end: last.end,
        hints: [],
        stranger: false,
      };
  }
  if (next !== undefined && next.opens === null && own.end === quote.end) {
    const first = /^[^。！？]*/.exec(source.text.slice(next.start, next.end))?.[0] ?? "";
    const subject =
      /こう|そう/.test(first) && japaneseSpeech.test(first)
        ? subjectIn(source, next.start, next.start + first.length)
        : null;
    if (subject !== null)
      return {
        explicit: true,
        member: subject.member,
        gender: null,
        thought: thinking.test(first) && !/言|云/.test(first),
        start: subject.start,
        end: next.start + first.length,
        hints: [],
        stranger: false,
      };
  }
  return null;
}

function lastSentence(text: string, passage: Passage): { start: number; end: number } {
  const part = text.slice(passage.start, passage.end - 1);
  return {
    start: passage.start + Math.max(part.lastIndexOf("。"), part.lastIndexOf("！"), part.lastIndexOf("？")) + 1,
    end: passage.end,
  };
}

function lastSubject(
  source: TagSource,
  start: number,
  end: number,
): { member: number; start: number; end: number } | null {
  let last: { member: number; start: number; end: number } | null = null;
  for (let from = start; from < end;) {
    const subject = subjectIn(source, from, end);
    if (subject === null) break;
    last = subject;
    from = subject.end;
  }
  return last;
}

/** The subject of the narration in the same passage, or hints from the passages around. */
function beside(source: TagSource, quote: RawQuote): JapaneseTag | null {
  const passage = source.passages[quote.passage];
  const before = source.passages[quote.passage - 1];
  const voice =
    passage?.start === quote.start && before !== undefined && heard.test(source.text.slice(before.start, before.end));
  const lead = leadSubject(source, quote, passage);
  const tail = lead ?? (passage === undefined ? null : subjectIn(source, quote.end, passage.end));
  const found = hints(source, quote);
  const stranger = voice || (lead === null && leadUnknown(source, quote, passage));
  const thought = thinksOn(source, passage, quote);
  if (tail === null && found.length === 0 && !stranger && !thought) return null;
  return {
    explicit: false,
    member: tail?.member ?? null,
    gender: null,
    thought,
    start: tail?.start ?? quote.start,
    end: tail?.end ?? quote.end,
    stranger,
    hints: found,
  };
}

/** いわしを売る声がします。 and then the call. */
const heard = /声が(?:し|聞|きこえ|かか|ひび|響)[^。]{0,10}。\s*$/;

/** こんなことを考えながら, in the passage after a line that stands alone. */
function thinksOn(source: TagSource, passage: Passage | undefined, quote: RawQuote): boolean {
  const next = passage === undefined ? undefined : source.passages[passage.index + 1];
  if (next === undefined || next.opens !== null || passage?.end !== quote.end) return false;
  return /^[　\s]*(?:こんな|そんな|こう|そう)[^。]{0,8}(?:考え|思)/.test(
    source.text.slice(next.start, next.start + 24),
  );
}

function hints(source: TagSource, quote: RawQuote): { member: number; points: number }[] {
  const all: { member: number; points: number }[] = [];
  const [before, next] = [source.passages[quote.passage - 1], source.passages[quote.passage + 1]];
  const last =
    before === undefined || source.quoted[before.start] === 1 ? null : lastSubject(source, before.start, before.end);
  if (last !== null) all.push({ member: last.member, points: 1.5 });
  const first = next === undefined || source.quoted[next.start] === 1 ? null : subjectIn(source, next.start, next.end);
  if (first !== null) all.push({ member: first.member, points: quote.mark === "（" ? 0 : 1.5 });
  if (quote.mark === "（") for (const hint of all) hint.points += 2;
  return all;
}

import { mentionFrom } from "./english-turns.ts";
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
    /^(?:と|って)(?!い[うっ]|云う|言う)/.test(sentence) || /^と(?:言|云|いっ)(?:った|た|て|い)/.test(sentence);
  if (!joined) return null;
  const thought = thinking.test(sentence) && !/言|云/.test(sentence);
  const subject = subjectIn(source, quote.end, quote.end + sentence.length);
  const base = { thought, start: quote.end, end: quote.end + sentence.length, hints: hints(source, quote) };
  if (subject !== null) return { ...base, explicit: true, member: subject.member, gender: null };
  const gender = pronounIn(sentence);
  if (gender !== null) return { ...base, explicit: false, member: null, gender };
  // The subject may stand before the quote: 弥助は「…」と言った。
  const lead = leadSubject(source, quote, passage);
  return lead === null
    ? { ...base, explicit: false, member: null, gender: null }
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

function leadSubject(
  source: TagSource,
  quote: RawQuote,
  passage: Passage | undefined,
): { member: number; start: number; end: number } | null {
  const from = passage?.start ?? quote.start;
  const lead = source.text.slice(from, quote.start);
  const cut = Math.max(lead.lastIndexOf("。"), lead.lastIndexOf("！"), lead.lastIndexOf("？"));
  return subjectIn(source, from + cut + 1, quote.start) ?? (cut > 0 ? subjectIn(source, from, quote.start) : null);
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
  const lead = leadSubject(source, quote, passage);
  const tail = lead ?? (passage === undefined ? null : subjectIn(source, quote.end, passage.end));
  const found = hints(source, quote);
  if (tail === null && found.length === 0) return null;
  return {
    explicit: false,
    member: tail?.member ?? null,
    gender: null,
    thought: false,
    start: tail?.start ?? quote.start,
    end: tail?.end ?? quote.end,
    hints: found,
  };
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

import { mentionFrom } from "./english-turns.ts";
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

/** A person followed by は, が or も between two offsets. */
export function subjectIn(source: TagSource, start: number, end: number): Subject | null {
  for (let i = mentionFrom(source.mentions, start); i < source.mentions.length; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.start >= end) break;
    if (!mention.quoted && /^(?:は|が|も)/.test(source.text.slice(mention.end, mention.end + 1))) return mention;
  }
  return null;
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

/** The last person followed by は, が or も between two offsets. */
export function lastSubject(source: TagSource, start: number, end: number): Subject | null {
  let last: Subject | null = null;
  for (let from = start; from < end;) {
    const subject = subjectIn(source, from, end);
    if (subject === null) break;
    last = subject;
    from = subject.end;
  }
  return last;
}

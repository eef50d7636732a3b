import { announced, endsTalk } from "./japanese-announced.ts";
import { sentenceBefore, tellerPoints } from "./japanese-hints.ts";
import {
  type JapaneseTag,
  lastSubject,
  ownerOfPart,
  plainTag,
  type Subject,
  subjectIn,
  type TagSource,
  thinking,
  topicIn,
  wordsAfter,
} from "./japanese-subjects.ts";
import { lastJoint, ownPart } from "./japanese-switches.ts";
import { japaneseSpeech } from "./japanese-words.ts";
import { mentionFrom } from "./mention-index.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { Gender } from "./story.ts";

/** The tag of each quote: 」と弥助は言った, a sentence that announces it (こう云った), or whoever acts in the same passage. */
export function japaneseTags(source: TagSource): (JapaneseTag | null)[] {
  return source.quotes.map((quote, i) => {
    const tag = voiceNamed(source, quote) ?? after(source, quote, i);
    if (tag?.explicit === true) return tag;
    return announced(source, quote, i) ?? tag ?? beside(source, quote, i);
  });
}

const ownVoice =
  /^の声(?:は|が(?!し|聞|き))|^(?:の声|の声音|の口調|の台詞)?(?:だ|である|だった|であった|です|でした|らしい)[。、]/;

/** 「…」弥助が云いました。 without a と. */
const saysIt =
  /(?:言|云|い[いっ]|叫|さけ|答え|こたえ|聞き|訊|きき|尋ね|たずね|呟|つぶや|囁|ささや|怒鳴|どな)[ぁ-ん]{1,6}。?$/;

/** `「…」正しく野だの声である。` `「…」これは赤シャツだ。`: the words after a line say whose it was. */
function voiceNamed(source: TagSource, quote: RawQuote): JapaneseTag | null {
  for (let i = mentionFrom(source.mentions, quote.end); i < source.mentions.length; i++) {
    const mention = source.mentions[i];
    if (mention === undefined || mention.quoted || mention.start > quote.end + 12) return null;
    const lead = source.text.slice(quote.end, mention.start);
    if (!/^[\s　]*(?:これは|それは|声は|正しく|まさしく|たしかに|確かに|いかにも|無論)?[、，]?$/.test(lead))
      return null;
    const rest = /^[^。！？\n]*。?/.exec(source.text.slice(mention.end, mention.end + 60))?.[0] ?? "";
    const says = lead === "" && /^[はがも]/.test(rest) && saysIt.test(rest);
    return says || ownVoice.test(rest) ? plainTag(mention) : null;
  }
  return null;
}

function after(source: TagSource, quote: RawQuote, i: number): JapaneseTag | null {
  const passage = source.passages[quote.passage];
  const words = wordsAfter(source, i);
  const sentence = /^[^。！？]*/.exec(source.text.slice(words.start, words.end))?.[0] ?? "";
  const voice = voiceOf(source, words.start, sentence);
  if (voice !== null) return plainTag(voice);
  const turn = spokenTo(source, quote, i, passage);
  const joined =
    /^(?:と|って)(?!い[うっ]|云う|言う)/.test(sentence) ||
    /^と(?:言|云|いっ)(?:った|た|て|い)|^と(?:云う|言う|いう)(?:$|と|から|ので|が|のを|のは|ように)/.test(sentence);
  if (!joined) return null;
  const own = ownPart(sentence);
  const thought = thinking.test(own) && !/言|云/.test(own);
  const subject = subjectIn(source, words.start, words.start + own.length);
  const base = {
    thought,
    start: words.start,
    end: words.start + own.length,
    stranger: false,
    hints: [...hints(source, quote, i), ...goneOn(source, quote, passage, i, turn?.member ?? null)],
    teller:
      source.narrator === null
        ? 0
        : tellerPoints(own) +
          turnedTo(source, words.start + own.length, sentence.length - own.length) +
          (tellerIsObject(source, leadFrom(source, quote, passage, i), quote.start) ||
          tellerIsObject(source, words.start, words.start + sentence.length)
            ? -2.5
            : 0),
    to: turn?.member ?? null,
  };
  const agent = agentOf(source, leadFrom(source, quote, passage, i), quote.start, own);
  if (agent !== null) return { ...base, explicit: true, member: agent.member, gender: null };
  if (subject !== null) return { ...base, explicit: true, member: subject.member, gender: null };
  const gender = pronounIn(own);
  if (gender !== null) return { ...base, explicit: false, member: null, gender };
  // The subject may stand before the quote: 弥助は「…」と言った。
  const lead = leadSubject(source, quote, passage, i);
  return lead === null
    ? {
        ...base,
        explicit: false,
        member: null,
        gender: null,
        stranger: unknownIn(own) || leadUnknown(source, quote, passage, i),
      }
    : { ...base, ...lead, explicit: true, gender: null, thought };
}

/** `という老婆の声がした`: whose voice it is. */
function voiceOf(source: TagSource, start: number, sentence: string): Subject | null {
  if (!/^と(?:いう|云う|言う)/.test(sentence)) return null;
  const mention = source.mentions[mentionFrom(source.mentions, start)];
  if (mention === undefined || mention.quoted || mention.end > start + 16) return null;
  return /^の(?:声|悲鳴|叫)/.test(source.text.slice(mention.end, mention.end + 3)) ? mention : null;
}

/** 弥助に「…」と言われた: who does it to the one whom the sentence is about. */
function agentOf(source: TagSource, start: number, end: number, own: string): Subject | null {
  if (!/^と[、，]?(?:言わ|云わ|いわ|聞かさ|きかさ|頼ま|叱ら|怒鳴ら|尋ねら|訊か|問わ|命じら|注意さ)れ/.test(own))
    return null;
  let agent: Subject | null = null;
  for (let k = mentionFrom(source.mentions, start); (source.mentions[k]?.start ?? end) < end; k++) {
    const mention = source.mentions[k];
    if (mention?.quoted === false && /^(?:に|から)/.test(source.text.slice(mention.end, mention.end + 2)))
      agent = mention;
  }
  return agent;
}

function pronounIn(sentence: string): Gender | null {
  if (/彼女(?:は|が)/.test(sentence)) return "female";
  return /彼(?:は|が)/.test(sentence) ? "male" : null;
}

/** と真先の一人がいった: somebody says it, and nobody of the cast. */
const unknownIn = (own: string) =>
  /^と[、，]?(?!気|声|思|云|言|今|実[はに]|始|初|後|またも|すぐ)[^、。はが「」]{1,14}[はが]/.test(own) &&
  (japaneseSpeech.test(own) || own.includes("声を"));

/** その婆さんは…の顔を見上げながら: somebody without a name does something and speaks. */
const unknownPerson =
  /(?:^|[。、]|その|一人の)(?:[一-龠々]{0,2}(?:男|女|婆さん|爺さん|老人|娘|小僧|子供))[はが][^。はが]{0,40}(?:て|ながら|つつ)$/;

/** Leans a line without a subject to the topic of the sentences before it. */
const goneOnPoints = 1.2;

/** `先生は愉快そうに見えた。弥助に「…」といって`: who is the topic of the sentence before goes on. */
function goneOn(
  source: TagSource,
  quote: RawQuote,
  passage: Passage | undefined,
  i: number,
  to: number | null,
): { member: number; points: number }[] {
  const from = leadFrom(source, quote, passage, i);
  const topic = topicIn(source, from, quote.start, /^は/);
  return topic === null || topic.member === to ? [] : [{ member: topic.member, points: goneOnPoints }];
}

/** The words before a quote end on a person who is not in the cast: 顔の丸い奴が「…」. */
function leadUnknown(source: TagSource, quote: RawQuote, passage: Passage | undefined, i: number): boolean {
  const from = leadFrom(source, quote, passage, i);
  const words = source.text.slice(from, quote.start);
  const lead = words.slice(lastJoint(words)).replace(/[、，\s　]+$/, "");
  if (/(?:[るたいうくす]から|ので|たら|けれども?|[うくるい]と)$/.test(lead)) return false;
  return (
    /(?:[一-龠々ァ-ヶ]|さん|やつ|たち)[はが](?:[、，]?[^。、はが]{0,8}(?:から|で|に))?$/.test(lead) ||
    unknownPerson.test(lead)
  );
}

/** Where the words that belong to a quote alone begin: what stands before another line says who spoke that one. */
function leadFrom(source: TagSource, quote: RawQuote, passage: Passage | undefined, i: number): number {
  const other = source.quotes[i - 1];
  return Math.max(leadStart(source, quote, passage), other?.passage === quote.passage ? other.end : 0);
}

/** Where the words before a quote begin: its passage, or the passage before where that breaks off without a full stop. */
function leadStart(source: TagSource, quote: RawQuote, passage: Passage | undefined): number {
  const own = passage?.start ?? quote.start;
  const before = passage === undefined || own < quote.start ? undefined : source.passages[passage.index - 1];
  return before !== undefined &&
    passage?.opens === null &&
    /[ぁ-ん、，]\s*$/.test(source.text.slice(before.start, before.end))
    ? before.start
    : own;
}

function leadSubject(source: TagSource, quote: RawQuote, passage: Passage | undefined, i: number): Subject | null {
  const from = leadFrom(source, quote, passage, i);
  const lead = source.text.slice(from, quote.start);
  const cut = Math.max(lead.lastIndexOf("。"), lead.lastIndexOf("！"), lead.lastIndexOf("？"));
  const start = from + cut + 1;
  const turned = start + lastJoint(source.text.slice(start, quote.start));
  const topic = topicIn(source, turned, quote.start);
  if (topic !== null || turned === start || /[はが]/.test(source.text.slice(turned, quote.start))) return topic;
  return topicIn(source, start, turned, /^[はも]/);
}

/** 野だに「…」と聞いたら, 小使を呼んで「…」: whom the words before a line turn to. */
function spokenTo(source: TagSource, quote: RawQuote, i: number, passage: Passage | undefined): Subject | null {
  const from = leadFrom(source, quote, passage, i);
  let found: Subject | null = null;
  for (let k = mentionFrom(source.mentions, from); (source.mentions[k]?.start ?? quote.start) < quote.start; k++) {
    const mention = source.mentions[k];
    if (mention === undefined || mention.quoted) continue;
    const rest = source.text.slice(mention.end, quote.start);
    found = /^(?:に|に向って|に向かって|を呼んで|を呼び[^。]{0,6}|の方を[^。、]{0,6})[、，\s　]*$/.test(rest)
      ? mention
      : found;
  }
  return found;
}

/** おれの顔を見て「…」: what is done to the I is done by another. */
function tellerIsObject(source: TagSource, from: number, end: number): boolean {
  const cut = from + Math.max(0, source.text.slice(from, end).lastIndexOf("。") + 1);
  for (let k = mentionFrom(source.mentions, cut); (source.mentions[k]?.start ?? end) < end; k++) {
    const mention = source.mentions[k];
    if (mention === undefined || mention.member !== source.narrator) continue;
    return /^(?:を|に(?:向|対)|の(?:顔|方|前|肩|手|背|耳|眼|鼻|頭)[^、。はが]{0,6}(?:[をにへ]|から))/.test(
      source.text.slice(mention.end, mention.end + 12),
    );
  }
  return false;
}

/** `と小声になったから、おれは`, `と云うと小使は`: who goes on is not who spoke. Points for the I of the story. */
function turnedTo(source: TagSource, start: number, length: number): number {
  if (length <= 0) return 0;
  const mention = source.mentions[mentionFrom(source.mentions, start)];
  if (mention === undefined || mention.quoted || mention.start > start + 6 || mention.start >= start + length) return 0;
  if (!/[はがも]/.test(source.text[mention.end] ?? "")) return 0;
  return mention.member === source.narrator ? -2.5 : 1.5;
}

/** The subject of the narration in the same passage, or hints from the passages around. */
function beside(source: TagSource, quote: RawQuote, i: number): JapaneseTag | null {
  const passage = source.passages[quote.passage];
  const before = source.passages[quote.passage - 1];
  const voice =
    passage?.start === quote.start && before !== undefined && heard.test(source.text.slice(before.start, before.end));
  const lead = leadSubject(source, quote, passage, i);
  const next = source.quotes[i + 1];
  const limit = Math.min(passage?.end ?? quote.end, next?.start ?? Infinity);
  const words = /^[^。！？]*/.exec(source.text.slice(quote.end, limit))?.[0] ?? "";
  // What the I does after a line is how he takes it.
  const doer = subjectIn(source, quote.end, quote.end + words.length);
  const tail = lead ?? (doer?.member === source.narrator ? null : doer);
  const found = hints(source, quote, i);
  const stranger = voice || (lead === null && leadUnknown(source, quote, passage, i));
  const thought = thinksOn(source, passage, quote);
  const to = spokenTo(source, quote, i, passage)?.member ?? null;
  if (tail === null && found.length === 0 && !stranger && !thought && to === null) return null;
  return {
    explicit: false,
    member: tail?.member ?? null,
    gender: null,
    thought,
    start: tail?.start ?? quote.start,
    end: tail?.end ?? quote.end,
    stranger,
    hints: found,
    teller: 0,
    to,
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

/** How much it says that somebody acts beside a line, by who tells: in log odds, from eight tales with their lines labelled. */
const acting = {
  /** A story told of others: its topic speaks (16 of 18 where it is the only sentence, 24 of 38 where others stand before). */
  others: {
    topic: 2.8,
    topicOfMany: 2,
    earlierTopic: 2,
    subject: 1.4,
    opener: 2.2,
    fresh: 2.6,
    reaction: 0,
    silenced: -0.8,
  },
  /** An I tells what he thinks of the others, which says little. */
  teller: {
    topic: 0.8,
    topicOfMany: 0.8,
    earlierTopic: 0.8,
    subject: 0.8,
    opener: 2,
    fresh: 3.4,
    reaction: 0.3,
    silenced: 0,
  },
};

/** Who acts in the passages before and after. */
function hints(source: TagSource, quote: RawQuote, i: number): { member: number; points: number }[] {
  const all: { member: number; points: number }[] = [];
  const [before, next] = [source.passages[quote.passage - 1], source.passages[quote.passage + 1]];
  const points = source.narrator === null ? acting.others : acting.teller;
  const told = before !== undefined && source.quoted[before.start] !== 1;
  const acts = told ? actingBefore(source, before, points) : null;
  const last = acts !== null && ofTag(source, source.quotes[i - 1], before?.start ?? 0, acts.member) ? null : acts;
  if (last !== null && last.member !== source.narrator) all.push(last);
  const first = next === undefined || source.quoted[next.start] === 1 ? null : subjectIn(source, next.start, next.end);
  if (first !== null && first.member !== source.narrator && quote.mark !== "（") {
    // 「これ、おかしいと思わないか」, and below it 課長の高木が…: whoever comes in with a line speaks it.
    const alone = before === undefined || told;
    const fresh = alone && isNew(source, first, quote.start);
    const opens = alone && source.text[first.end] === "が";
    all.push({ member: first.member, points: fresh ? points.fresh : opens ? points.opener : points.reaction });
  }
  if (quote.mark === "（") for (const hint of all) hint.points += 1;
  return all;
}

/** 主人も、銚子を持ったまま立ち尽くした: who is struck dumb says nothing next. */
const silenced = /立ち尽く|立ちすくん|黙って|黙り込|答えな|何も(?:言|い)[わえ]|口をきかな|言葉を失|聞いていた/;

/** How long nobody must have been named to come in anew, in UTF-16 units. */
const newAfter = 400;

function isNew({ mentions }: TagSource, { member }: Subject, end: number): boolean {
  for (let k = mentionFrom(mentions, end - newAfter); (mentions[k]?.start ?? end) < end; k++)
    if (mentions[k]?.member === member && mentions[k]?.quoted === false) return false;
  return true;
}

/** キヨは言った, below a line: she has spoken; of 由香が叱ると、西野が首をすくめた only 由香 has. */
function ofTag(source: TagSource, line: RawQuote | undefined, start: number, member: number): boolean {
  return endsTalk(source, line, start) && source.mentions[mentionFrom(source.mentions, start)]?.member === member;
}

function actingBefore(
  source: TagSource,
  { start, end }: Passage,
  points: (typeof acting)["others"],
): { member: number; points: number } | null {
  const final = sentenceBefore(source.text, start, end);
  const own = final === null ? null : lastSubject(source, final.start, final.end);
  if (final !== null && own !== null) {
    if (silenced.test(source.text.slice(own.end, final.end))) return { member: own.member, points: points.silenced };
    if (source.text[own.end] === "が" && isNew(source, own, own.start))
      return { member: own.member, points: points.fresh };
    const topic = source.text[own.end] === "は";
    const alone = final.start <= start + 1;
    return { member: own.member, points: topic ? (alone ? points.topic : points.topicOfMany) : points.subject };
  }
  const earlier = topicIn(source, start, end) ?? ownerOfPart(source, start, end);
  if (earlier === null) return null;
  return { member: earlier.member, points: source.text[earlier.end] === "は" ? points.earlierTopic : points.subject };
}

import { mentionFrom } from "./mention-index.ts";
import type { Mention } from "./members.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";

/** Who has just been told to have said something in the narration: a person, the I who tells, somebody else, or unknown. */
export type Heard = number | "teller" | "other" | null;

const speaks = "(?:云|言|いっ|い[うい]|聞|訊|きい|き[くい]|尋ね|たずね|問|答え|述べ|注意|返事|怒鳴|叫|つけ|詰)";
const becauseOf = new RegExp(`${speaks}[^、。]{0,3}(?:うから|くから|るから|ので)`);
const done = new RegExp(`${speaks}[^、。と]{0,4}たら`);
const when = new RegExp(`${speaks}[^、。と]{0,2}[うくる]と`);

/**
 * Points for the I of a story as the speaker of a line whose tag has no subject: what one does for others or ends in たら is
 * one's own doing, what gives a reason (と云うから) or is done for oneself (てくれた) is another's.
 */
export function tellerPoints(tag: string): number {
  if (
    /て(?:や|遣)(?:る|った|ろう|り|らあ)|て(?:み|見)(?:た|せ|る)|て聞か[しせ]|て(?:お|置)い[たて]|て(?:しまっ|仕舞っ|了っ)た|[捨す]てて/.test(
      tag,
    )
  )
    return 4;
  if (/自分[はもが]/.test(tag)) return 3;
  if (becauseOf.test(tag)) return -3.5;
  if (/てくれ|ておくれ|てよこ|て来[たる]|かけた$|(?:云|言|い)い出|小声に/.test(tag)) return -2;
  if (done.test(tag)) return 2.6;
  if (/心中|心の中|腹の中|と[、，]?思[っい]|と[、，]?考え/.test(tag)) return 2;
  if (when.test(tag)) return 1.2;
  return /(?:云う|言う|聞く|問う|尋ねる|笑う|答える)$/.test(tag) ? -1.5 : 0;
}

/** The sentence that ends just before an offset, without its full stop and white space. */
export function sentenceBefore(text: string, from: number, end: number): { start: number; end: number } | null {
  const part = text.slice(from, end).replace(/[。！？\s　]+$/, "");
  if (part.trim() === "") return null;
  const cut = Math.max(...["。", "！", "？", "」", "\n"].map((mark) => part.lastIndexOf(mark)));
  return { start: from + cut + 1, end: from + part.length };
}

const leadingOver = new RegExp(
  `と[^、。「」]{0,8}${speaks}[^、。「」]{0,4}(?:[ただ]ら|[うくる]と|[うくる]から|ので)[、，\\s　]*$`,
);
const indirect = new RegExp(`と[^、。「」]{0,10}${speaks}[^、。「」]{0,5}[たるうく]$`);
const turning = /(?:[ただ]ら|から|ので|[うくるい]と|けれども?|が)[、，]/g;

/** Who speaks last, in indirect speech, in the sentences just before a line: `どこが不賛成だと聞いた。「…」`. */
export function heardBefore(
  text: string,
  passages: readonly Passage[],
  mentions: readonly Mention[],
  quote: RawQuote,
  previous: RawQuote | undefined,
  narrator: number | null,
): Heard {
  const own = passages[quote.passage];
  const before = passages[quote.passage - 1];
  if (own === undefined || own.opens !== null) return null;
  const from = Math.max(previous?.end ?? 0, own.start === quote.start ? (before?.start ?? own.start) : own.start);
  const asked = askedJustNow(text, mentions, from, quote.start, narrator);
  if (asked !== null) return asked;
  let last = sentenceBefore(text, from, quote.start);
  // それから二人の間にこんな問答が起った: what was said stands before it.
  if (last !== null && /(?:問答|会話|二人の間)[^。]{0,12}$/.test(text.slice(last.start, last.end)))
    last = sentenceBefore(text, from, last.start);
  if (last === null) return null;
  const words = text.slice(last.start, last.end);
  // 「…」, and below it と弥助は言った。: the line itself, not one more that is told of.
  if (previous !== undefined && /^[\s　]*と$/.test(text.slice(previous.end, last.start + 1))) return null;
  const passedOn = /との(?:事|こと)(?:だ|である|だった)$/.test(words);
  if ((!indirect.test(words) && !passedOn) || /(?:こう|こんな|次の)[^、。]{0,12}$/.test(words)) return null;
  let start = 0;
  let joint = "";
  for (const match of words.matchAll(turning)) [start, joint] = [match.index + match[0].length, match[0]];
  const who = subjectBetween(text, mentions, last.start + start, last.end);
  if (who !== null) return who === narrator ? "teller" : who;
  if (narrator === null) return null;
  const clause = words.slice(start);
  if (tellerPoints(clause) >= 2) return "teller";
  if (/^(?:[ただ]ら|[うくるい]と)/.test(joint)) return "other";
  if (/^(?:から|ので)/.test(joint)) return /てくれ|てよこ/.test(clause) ? "other" : "teller";
  return /てくれ|教え|との(?:事|こと)|そうだ$/.test(clause) ? "other" : null;
}

/** `何だと聞いたら、「…」`: who asked is not who answers. */
function askedJustNow(
  text: string,
  mentions: readonly Mention[],
  from: number,
  end: number,
  narrator: number | null,
): Heard {
  const lead = text.slice(from, end);
  const found = leadingOver.exec(lead);
  if (found === null) return null;
  const clause = Math.max(...["。", "、", "」"].map((mark) => lead.lastIndexOf(mark, found.index))) + 1;
  const who = subjectBetween(text, mentions, from + clause, end);
  if (who !== null) return who === narrator ? "teller" : who;
  if (narrator === null) return null;
  return /(?:から|ので)[、，\s　]*$/.test(lead) ? "other" : "teller";
}

/** Somebody followed by は, が or も outside the quotes, the last one. */
function subjectBetween(text: string, mentions: readonly Mention[], start: number, end: number): number | null {
  let found: number | null = null;
  for (let i = mentionFrom(mentions, start); (mentions[i]?.start ?? end) < end; i++) {
    const mention = mentions[i];
    if (mention !== undefined && !mention.quoted && /[はがも]/.test(text[mention.end] ?? "")) found = mention.member;
  }
  return found;
}

/** `おれには山嵐の云う事が分らない`, `婆さんの返事は`, right after a line: whose it was; `この挨拶には` was not one's own. */
export function judgedAfter(text: string, mentions: readonly Mention[], after: { start: number; end: number }): Heard {
  const words = /^[^。]*/.exec(text.slice(after.start, after.end))?.[0] ?? "";
  const end = after.start + words.length;
  for (let i = mentionFrom(mentions, after.start); (mentions[i]?.start ?? end) < end; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.quoted) continue;
    if (
      /^の(?:云う|言う|いう|云った|言った)?(?:事|こと|言葉|返事|答|挨拶|説明|質問|問)/.test(
        text.slice(mention.end, mention.end + 9),
      )
    )
      return mention.member;
  }
  return /この(?:挨拶|言葉|返事|質問|問)(?:に|を)/.test(words) ? "other" : null;
}

const takesIn =
  /^[はが][^。「」]{0,40}?(?:うなず|うなづ|首肯|点頭|頷|返事(?:が|を)?(?:出来|し)な|答えな|答えられ|黙|だまっ|大人しく|無言|口を(?:噤|つぐ)|首を|頭を(?:左右|振|横)|質問|この言葉|その言葉|眼を(?:パチ|丸|瞠|見張)|驚(?!か)|呆|赤くな|蒼くな)/;

const calls =
  /^[^。はが]{0,12}(?:声を(?:かける|掛ける|あげる|上げる)|言う|云う|聞く|訊く|尋ねる|叫ぶ|答える|頼む|呼ぶ)と、/;

/** `私は無言のままうなずいた。`, right after a line that stands alone: who takes it in did not say it. */
export function listenerAfter(
  text: string,
  mentions: readonly Mention[],
  after: { start: number; end: number },
): number | null {
  const mention = mentions[mentionFrom(mentions, after.start)];
  if (mention === undefined || mention.quoted || mention.start > after.start + 24 || mention.end >= after.end)
    return null;
  const lead = text.slice(after.start, mention.start);
  if (/^この(?:質問|問い?|言葉|返事|声)を/.test(lead) && /^[はが]/.test(text.slice(mention.end, after.end)))
    return mention.member;
  // 玄関で声をかけると、奥から女将が出て来た: she was called.
  if (calls.test(lead) && /^[はが]/.test(text.slice(mention.end, after.end))) return mention.member;
  if (/[。と]/.test(lead)) return null;
  return takesIn.test(text.slice(mention.end, after.end)) ? mention.member : null;
}

import type { Span } from "../book/book.ts";
import { cutToFit, endToFit, type Piece } from "./clauses.ts";
import { soundEnd } from "./cut-ends.ts";
import { tellsEvent, tellsMore } from "./captions.ts";
import type { Weigh } from "./keywords.ts";
import { type Pace, sizeOf } from "./pace.ts";
import { tellsWhy, turnOfPlot } from "./plot-words.ts";
import type { Turn } from "./turns.ts";

/** What is kept of a turn, in order, and what is dropped. */
export interface Kept {
  /** Each item is a sentence; its pieces are lettered. */
  sentences: Piece[][];
  size: number;
}

/**
 * Keeps of each turn that is `told` what the room allows: short lines stay whole, long ones give way.
 * Looks for the largest size a turn may have so that all together fit `room`.
 */
export function condenseTurns(
  text: string,
  turns: readonly Turn[],
  told: ReadonlySet<number>,
  room: number,
  weigh: Weigh,
  pace: Pace,
): Kept[] {
  let most = pace.turn;
  const least = pace.leastTurn;
  const shares = turns.map((turn) => {
    const words = saidIn(text, turn);
    const passed = passesOn.test(words) ? passedShare : 0;
    return shareOf(text, turn, weigh) + plotShare * Math.min(1.6, turnOfPlot(words, pace.rules)) + passed;
  });
  const leasts = turns.map((turn, i) =>
    Math.round(least * (isLetter(turn) ? letterLeast : Math.max(1, shares[i] ?? 1))),
  );
  const attempt = () =>
    turns.map((turn, i) => {
      if (!told.has(i)) return { sentences: [], size: 0 };
      const terms = {
        most: Math.max(leasts[i] ?? least, Math.round(most * (shares[i] ?? 1))),
        answers: told.has(i - 1) && asks(text, turns[i - 1]),
        leanedOn: told.has(i + 1) && leansBack(text, turns[i + 1]),
      };
      return condenseTurn(text, turn, terms, weigh, pace);
    });
  let kept = attempt();
  while (most > least && sum(kept) > room) {
    most = Math.max(least, Math.floor(most * 0.9));
    kept = attempt();
  }
  return kept;
}

/** What more room a line has that turns the story: no death is cut out of it. */
const plotShare = 0.7;

/** And one that passes on what somebody else said: only this mouth can tell it. */
const passedShare = 0.9;

const sum = (kept: readonly Kept[]) => kept.reduce((total, { size }) => total + size, 0);

/** What is about the matter of the chapter, cried out or written in a letter gets more room than small talk. */
export function shareOf(text: string, turn: Turn, weigh: Weigh): number {
  const words = saidIn(text, turn);
  return 0.75 + 0.4 * Math.min(1, weigh(words)) + (/[!！]/.test(words) ? 0.15 : 0) + (isLetter(turn) ? 1.2 : 0);
}

const isLetter = (turn: Turn) => turn.speeches[0]?.quote.kind === "letter";

/** How many times the least room of a line a letter keeps: it tells what nobody says. */
const letterLeast = 3.2;

/** A question by its mark, or by its words: お名前は, なぜだ, どうなったのだ, 直していただけますか. */
const question =
  /[?？]\P{L}*$|(?:ます|です|ません|でした|ました|の|う|る|た|ない)か(?:ね|な|い|よ)?\P{L}*$|(?:名前|なまえ|[一-龠])は\P{L}*$|(?:何|なに|誰|だれ|どこ|いつ|なぜ|どうし|どうな|どんな|いくつ|いくら)(?![もか])[^。]*\P{L}*$/u;

/** Whether a turn ends with a question. */
export const asks = (text: string, turn: Turn | undefined) => question.test(saidIn(text, turn));

/** An answer whose verb stands in the words before it: “If I hadn’t, …”, “So did I.” */
const elliptic =
  /^\P{L}*(?:\p{L}+ ){1,2}(?:(?:did|does|do|had|have|has|was|were|would|could|can|should|must|is|are)(?:n[’']t)?|won[’']t|can[’']t)(?: (?:I|we|he|she|they|not))?[,.;!]/iu;

/** Whether a turn only makes sense after what was said right before it. */
export const leansBack = (text: string, turn: Turn | undefined) => elliptic.test(saidIn(text, turn));

/** Words that tell in full what somebody else once said. */
const passesOn = /‘[^’]{12,}|、と(?:言|云|いっ|[。、])/u;

/** All that is said in a turn. */
export function saidIn(text: string, turn: Turn | undefined): string {
  const spans = turn?.sentences.flat() ?? [];
  return spans.map(({ start, end }) => text.slice(start, end)).join(" ");
}

/** How large a turn may be; whether it answers a question: then its first words are what was asked for; and whether the answer leans on its last. */
interface Terms {
  most: number;
  answers: boolean;
  leanedOn: boolean;
}

function condenseTurn(text: string, turn: Turn, terms: Terms, weigh: Weigh, pace: Pace): Kept {
  const items = turn.sentences.map((spans, index) => {
    const words = spans.map(({ start, end }) => text.slice(start, end)).join(" ");
    const reply = terms.answers && index === 0 ? 1.5 : 0;
    const ground = terms.leanedOn && index === turn.sentences.length - 1 ? 1.5 : 0;
    return {
      spans,
      index,
      size: pace.size(words),
      worth: worthOf(words, index, turn.sentences.length, weigh, pace) + reply + ground,
    };
  });
  const whole = items.reduce((total, { size }) => total + size, 0);
  const chosen =
    whole <= terms.most * 1.1
      ? new Map(items.map(({ index, spans }) => [index, spans.map(asIs)]))
      : choose(text, items, terms, pace);
  const sentences = [...chosen].toSorted(([a], [b]) => a - b).map(([, pieces]) => pieces);
  return { sentences, size: sentences.flat().reduce((total, span) => total + sizeOf(text, span, pace), 0) };
}

interface Item {
  spans: Span[];
  index: number;
  size: number;
  worth: number;
}

/** The sentences worth most, as many as fit; the first of them is shortened where it alone is too large. */
function choose(text: string, items: readonly Item[], { most }: Terms, pace: Pace): Map<number, Piece[]> {
  const chosen = new Map<number, Piece[]>();
  let left = most;
  for (const item of items.toSorted((a, b) => b.worth - a.worth || a.index - b.index)) {
    if (chosen.size > 0 && item.worth < leastWorth) break;
    const first = chosen.size === 0;
    if (item.size > left && !first) continue;
    const fits = item.size <= left * (first ? nearlyFits : 1);
    chosen.set(item.index, fits ? item.spans.map(asIs) : shortened(text, item.spans, most, pace));
    left -= Math.min(item.size, most);
  }
  return chosen;
}

/** A sentence so much too large is kept whole rather than cut. */
const nearlyFits = 1.25;

/** A sentence below this is not kept only because there is room. */
const leastWorth = 0.25;

const asIs = (span: Span): Piece => ({ ...span, ending: "as-is" });

/** The beginning of a sentence that is too long, or its end where that tells more; all of it where no clause ends soon enough. */
function shortened(text: string, spans: readonly Span[], most: number, pace: Pace): Piece[] {
  const pieces: Piece[] = [];
  let left = Math.max(most, pace.rules === "ja" ? 22 : 12);
  for (const span of spans) {
    const size = sizeOf(text, span, pace);
    if (size <= left) {
      pieces.push(asIs(span));
      left -= size;
      continue;
    }
    const cut =
      cutToFit(text, span, left, Math.min(4, left), pace) ?? cutToFit(text, span, Math.ceil(left * 1.6), 4, pace);
    const sound = cut === null || pace.rules === "ja" ? cut : soundEnd(text, cut, span.end, 2);
    const end = endToFit(text, span, Math.ceil(left * 1.4), Math.min(6, left), pace);
    if (end && (sound === null || tellsMore(text, end, sound, pace))) pieces.push(end);
    else if (sound) pieces.push(sound);
    else if (pieces.length === 0) pieces.push(asIs(span));
    break;
  }
  return closed(text, pieces, spans);
}

/** A kept beginning that ends in a comma because its second half went gets its stop. */
function closed(text: string, pieces: Piece[], spans: readonly Span[]): Piece[] {
  const last = pieces.at(-1);
  if (
    last &&
    pieces.length < spans.length &&
    last.ending === "as-is" &&
    /[,;:—-]$/.test(text.slice(last.start, last.end))
  )
    last.ending = "stop";
  return pieces;
}

/** A sentence that leans on the one before it, which may be gone. */
const leaning = {
  en: /^\P{L}*(?:and|so|then|therefore|that|this|those|these|which|yet|nor|neither)\b/iu,
  ja: /^\P{L}*(?:それ|そこ|その|そして|だから|すると|これ|また)/u,
} as const;

/** How much the story would miss a spoken sentence. */
function worthOf(sentence: string, index: number, of: number, weigh: Weigh, pace: Pace): number {
  const size = pace.size(sentence);
  let worth = weigh(sentence) * 1.2;
  if (index === 0) worth += of > 3 ? 0.5 : 0.7;

  if (/[?？]/.test(sentence) || question.test(sentence)) worth += 0.6;
  if (/[!！]/.test(sentence)) worth += 0.4;
  if (/\p{L}\P{L}+\p{Lu}\p{Ll}{2,}/u.test(sentence)) worth += 0.3;
  const short = pace.rules === "ja" ? 5 : 2;
  const long = pace.rules === "ja" ? 40 : 20;
  // What somebody else once said is passed on in full.
  if (passesOn.test(sentence)) worth += 0.9;
  // The last word carries, unless it only answers what was dropped before it.
  if (index === of - 1 && (of === 1 || size > short)) worth += 0.7;
  if (size > short && size <= long * 0.7) worth += 0.25;
  if (tellsEvent(sentence, pace.rules)) worth += 0.3;
  worth += 0.6 * turnOfPlot(sentence, pace.rules);
  if (tellsWhy(sentence, pace.rules)) worth += 0.4;
  if (index > 0 && leaning[pace.rules].test(sentence) && !tellsWhy(sentence, pace.rules)) worth -= 0.4;
  // The object that follows its verb: 待っていた。帰るのを
  if (index > 0 && pace.rules === "ja" && /[をへ]\P{L}*$/u.test(sentence)) worth -= 1;
  // What trails off was not said.
  if (/(?:\.\.\.|…|―)["'”’」』]*$/u.test(sentence)) worth -= 0.5;
  if (size <= short) worth -= 0.6;
  if (size > long) worth -= 0.5;
  return worth;
}

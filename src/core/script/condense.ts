import type { Span } from "../book/book.ts";
import { cutToFit, type Piece } from "./clauses.ts";
import { soundEnd } from "./cut-ends.ts";
import { tellsEvent } from "./captions.ts";
import type { Weigh } from "./keywords.ts";
import { type Pace, sizeOf } from "./pace.ts";
import type { Turn } from "./turns.ts";

/** What is kept of a turn, in order, and what is dropped. */
export interface Kept {
  /** Each item is a sentence; its pieces are lettered. */
  sentences: Piece[][];
  size: number;
}

/**
 * Keeps of each turn what the room allows: short lines stay whole, long ones give way.
 * Looks for the largest size a turn may have so that all together fit `room`.
 */
export function condenseTurns(text: string, turns: readonly Turn[], room: number, weigh: Weigh, pace: Pace): Kept[] {
  let most = pace.rules === "ja" ? 130 : 60;
  const least = pace.rules === "ja" ? 16 : 7;
  const shares = turns.map((turn) => shareOf(text, turn, weigh));
  const attempt = () =>
    turns.map((turn, i) =>
      condenseTurn(
        text,
        turn,
        { most: Math.max(least, Math.round(most * (shares[i] ?? 1))), answers: asks(text, turns[i - 1]) },
        weigh,
        pace,
      ),
    );
  let kept = attempt();
  while (most > least && sum(kept) > room) {
    most = Math.max(least, Math.floor(most * 0.9));
    kept = attempt();
  }
  return kept;
}

const sum = (kept: readonly Kept[]) => kept.reduce((total, { size }) => total + size, 0);

/** What is about the matter of the chapter, cried out or written in a letter gets more room than small talk. */
function shareOf(text: string, turn: Turn, weigh: Weigh): number {
  const words = wordsOf(text, turn);
  const letter = turn.speeches[0]?.quote.kind === "letter";
  return 0.75 + 0.4 * Math.min(1, weigh(words)) + (/[!！]/.test(words) ? 0.15 : 0) + (letter ? 1.2 : 0);
}

/** Whether a turn ends with a question. */
const asks = (text: string, turn: Turn | undefined) => /[?？]\P{L}*$/u.test(wordsOf(text, turn));

/** All that is said in a turn. */
function wordsOf(text: string, turn: Turn | undefined): string {
  const spans = turn?.sentences.flat() ?? [];
  return spans.map(({ start, end }) => text.slice(start, end)).join(" ");
}

/**
 * Takes out the smallest remarks of a talk that has more of them than panels can hold: a few words that neither ask nor cry out.
 * At most `many`, never two in a row, never the last word, never an answer.
 */
export function dropRemarks(
  text: string,
  turns: readonly Turn[],
  kept: readonly Kept[],
  many: number,
  pace: Pace,
): Kept[] {
  const small = pace.rules === "ja" ? 12 : 6;
  let left = many;
  let dropped = -2;
  return kept.map((item, i) => {
    const words = wordsOf(text, turns[i]);
    const minor = pace.size(words) <= small && !/[?？!！]/.test(words);
    const answer = asks(text, turns[i - 1]);
    if (!minor || answer || left <= 0 || i === 0 || i === kept.length - 1 || dropped === i - 1) return item;
    left -= 1;
    dropped = i;
    return { sentences: [], size: 0 };
  });
}

/** How large a turn may be, and whether it answers a question: then its first words are what was asked for. */
interface Terms {
  most: number;
  answers: boolean;
}

function condenseTurn(text: string, turn: Turn, terms: Terms, weigh: Weigh, pace: Pace): Kept {
  const items = turn.sentences.map((spans, index) => {
    const words = spans.map(({ start, end }) => text.slice(start, end)).join(" ");
    const reply = terms.answers && index === 0 ? 1.5 : 0;
    return {
      spans,
      index,
      size: pace.size(words),
      worth: worthOf(words, index, turn.sentences.length, weigh, pace) + reply,
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
    chosen.set(item.index, item.size <= left ? item.spans.map(asIs) : shortened(text, item.spans, most, pace));
    left -= Math.min(item.size, most);
  }
  return chosen;
}

/** A sentence below this is not kept only because there is room. */
const leastWorth = 0.25;

const asIs = (span: Span): Piece => ({ ...span, ending: "as-is" });

/** The beginning of a sentence that is too long; all of it where no clause ends soon enough. */
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
    if (sound) pieces.push(sound);
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

/** How much the story would miss a spoken sentence. */
function worthOf(sentence: string, index: number, of: number, weigh: Weigh, pace: Pace): number {
  const size = pace.size(sentence);
  let worth = weigh(sentence) * 1.2;
  if (index === 0) worth += 0.7;

  if (/[?？]/.test(sentence)) worth += 0.6;
  if (/[!！]/.test(sentence)) worth += 0.4;
  if (/\p{L}\P{L}+\p{Lu}\p{Ll}{2,}/u.test(sentence)) worth += 0.3;
  const short = pace.rules === "ja" ? 5 : 2;
  const long = pace.rules === "ja" ? 40 : 20;
  // The last word carries, unless it only answers what was dropped before it.
  if (index === of - 1 && (of === 1 || size > short)) worth += 0.7;
  if (size > short && size <= long * 0.7) worth += 0.25;
  if (tellsEvent(sentence, pace.rules)) worth += 0.5;
  if (size <= short) worth -= 0.6;
  if (size > long) worth -= 0.5;
  return worth;
}

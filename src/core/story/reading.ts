import type { Span } from "../book/book.ts";
import type { Member, Mention } from "./members.ts";
import type { RawQuote } from "./quotes.ts";
import type { QuoteKind } from "./story.ts";
import type { Telling } from "./tellings.ts";
import type { Decided, Turn } from "./turns.ts";

/** What the rules of one language found, in the form that the common rules go on from. */
export interface Reading {
  quotes: readonly RawQuote[];
  kinds: readonly QuoteKind[];
  /** The words that name or hint at the speaker of each quote. */
  evidence: readonly (Span | null)[];
  /** Whom the tag or a call in the line names as the one spoken to. */
  addressees: readonly (number | null)[];
  turns: readonly Turn[];
  /** Who speaks each turn. */
  decided: readonly Decided[];
  /** Index of a quote that stands in a letter, which takes no turn → whose name stands below it, or who tells that he wrote it; null for nobody of the cast. */
  signers: ReadonlyMap<number, number | null>;
  members: Member[];
  /** Who tells which part of the book as I, where several do. */
  tellings?: readonly Telling[];
  mentions: readonly Mention[];
}

/** One byte for each unit of the text: 1 inside a quote. */
export function quotedMask(length: number, quotes: readonly Span[]): Uint8Array {
  const mask = new Uint8Array(length + 2);
  for (const { start, end } of quotes) mask.fill(1, start, end);
  return mask;
}

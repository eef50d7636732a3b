import type { Span } from "../book/book.ts";
import type { Fate } from "./script.ts";

/** Collects what became of each stretch; stretches may come in any order and must not overlap. */
export interface FateLedger {
  shown(span: Span, beat: string): void;
  drawn(span: Span, beat: string): void;
  condensed(span: Span, beat: string, as: string): void;
  leftOut(span: Span, reason: string): void;
  /** All fates over `body` without gaps: white space and marks between two stretches go with the one before (T1). */
  over(body: Span): Fate[];
}

/** An empty ledger. */
export function openLedger(): FateLedger {
  const fates: Fate[] = [];
  const add = (span: Span, fate: Omit<Fate, "start" | "end">) => {
    if (span.end > span.start) fates.push({ start: span.start, end: span.end, ...fate });
  };
  return {
    shown: (span, beat) => add(span, { fate: "shown", beat, as: null, reason: null }),
    drawn: (span, beat) => add(span, { fate: "drawn", beat, as: null, reason: null }),
    condensed: (span, beat, as) => add(span, { fate: "condensed", beat, as, reason: null }),
    leftOut: (span, reason) => add(span, { fate: "left-out", beat: null, as: null, reason }),
    over: (body) => joined(fates, body),
  };
}

function joined(fates: readonly Fate[], body: Span): Fate[] {
  if (body.end <= body.start) return [];
  const inside = fates
    .filter(({ start, end }) => end > body.start && start < body.end)
    .toSorted((a, b) => a.start - b.start)
    .map((fate) => ({ ...fate }));
  const [first] = inside;
  if (!first) return [{ ...body, fate: "left-out", beat: null, as: null, reason: "no running text" }];
  first.start = body.start;
  inside.forEach((fate, i) => {
    fate.end = inside[i + 1]?.start ?? body.end;
  });
  return inside.filter(({ start, end }) => end > start);
}

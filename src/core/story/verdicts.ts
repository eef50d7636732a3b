import type { Reading } from "./reading.ts";
import type { Decided } from "./turns.ts";

/** The rule as it stands in a quote's evidence. */
export function ruleName({ rule }: Decided): string | null {
  return rule;
}

/**
 * Shares that were right of novels of QuoteLi3 that the weights had not seen: of tags, and of all other decisions nine tenths of
 * what the reading itself holds likely (docs/quality.md); a relative without a name may be another.
 */
const rightOf = { tag: 0.92, others: 0.9, kin: 0.5 };

/** 0–1: how far a decision can be trusted. */
export function confidenceOf({ rule, chance, trust }: Decided): number {
  if (rule === null) return 0;
  if (trust !== undefined) return trust;
  if (rule === "tag") return rightOf.tag;
  return Math.round(chance * (rule === "kin" ? rightOf.kin : rightOf.others) * 100) / 100;
}

/** Whom a quote is said to: by its tag or a call in it, else the other one of a conversation. */
export function addresseeOf(reading: Reading, quote: number, turn: number): number | null {
  const { decided } = reading;
  const told = reading.addressees[quote] ?? null;
  const speaker = decided[turn]?.speaker ?? null;
  if (told !== null && told !== speaker) return told;
  if (speaker === null) return null;
  const before =
    reading.turns[turn]?.gap === 0 || reading.turns[turn]?.gap === 1 ? (decided[turn - 1]?.speaker ?? null) : null;
  if (before !== null && before !== speaker) return before;
  const gapAfter = reading.turns[turn + 1]?.gap ?? Infinity;
  const after = gapAfter <= 1 ? (decided[turn + 1]?.speaker ?? null) : null;
  return after !== speaker ? after : null;
}

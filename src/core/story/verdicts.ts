import type { Reading } from "./reading.ts";
import type { Decided } from "./turns.ts";

/** The rule as it stands in a quote's evidence. */
export function ruleName({ rule }: Decided): string | null {
  return rule;
}

/** Share of such decisions that were right on two novels of QuoteLi3 (Emma, Pride and Prejudice; 2,317 quotes); `continued` is a cautious guess. */
const rightOf: Record<NonNullable<Decided["rule"]>, number> = {
  tag: 0.9,
  pronoun: 0.62,
  action: 0.62,
  called: 0.62,
  continued: 0.7,
  "turn-taking": 0.55,
  nearest: 0.4,
};

/** 0–1: how far a decision can be trusted. */
export function confidenceOf({ rule, margin }: Decided): number {
  if (rule === null) return 0;
  const base = rightOf[rule];
  return rule === "tag"
    ? base
    : Math.round(Math.min(0.9, Math.max(0.2, base + Math.max(-2, Math.min(2, margin)) * 0.05)) * 100) / 100;
}

/** Whom a quote is said to: by its tag or a call in it, else the other one of a conversation. */
export function addresseeOf(reading: Reading, decided: readonly Decided[], quote: number, turn: number): number | null {
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

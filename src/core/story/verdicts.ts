import type { Reading } from "./reading.ts";
import type { Decided } from "./turns.ts";

/** The rule as it stands in a quote's evidence. */
export function ruleName({ rule }: Decided): string | null {
  return rule;
}

/** Share of right decisions on QuoteLi3 (3,002 quotes, the cast given): where the reading had no weight at all, and what all the weight adds. */
const rightOf: Record<NonNullable<Decided["rule"]>, readonly [least: number, more: number]> = {
  tag: [0.92, 0],
  pronoun: [0.3, 0.55],
  called: [0.45, 0.4],
  action: [0.25, 0.6],
  kin: [0.3, 0.19],
  continued: [0.6, 0.1],
  "turn-taking": [0.34, 0.46],
  nearest: [0.3, 0.2],
};

/** 0–1: how far a decision can be trusted. */
export function confidenceOf({ rule, chance, trust }: Decided): number {
  if (rule === null) return 0;
  if (trust !== undefined) return trust;
  const [least, more] = rightOf[rule];
  return Math.round((least + more * chance) * 100) / 100;
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

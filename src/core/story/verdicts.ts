import type { Reading } from "./reading.ts";
import type { Decided } from "./turns.ts";

/** The rule as it stands in a quote's evidence. */
export function ruleName({ rule }: Decided): string | null {
  return rule;
}

/** Share of right tags on QuoteLi3, and of all other decisions by how likely the reading itself holds them; a relative without a name may be another. */
const rightOf = { tag: 0.92, others: 0.9, kin: 0.5 };
/** The reading is too sure of what it holds likely: of what it gives three chances in four, fewer are right. */
const caution = 2;

/** 0–1: how far a decision can be trusted. */
export function confidenceOf({ rule, chance, trust }: Decided): number {
  if (rule === null) return 0;
  if (trust !== undefined) return trust;
  if (rule === "tag") return rightOf.tag;
  return Math.round(chance ** caution * (rule === "kin" ? rightOf.kin : rightOf.others) * 100) / 100;
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

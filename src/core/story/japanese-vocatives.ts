import type { JapaneseTurn } from "./japanese-talk.ts";
import { japaneseRoles } from "./japanese-words.ts";

const roles = [...japaneseRoles.keys(), "旦那さま", "旦那様", "お客さん", "お客さま", "先輩"]
  .sort((a, b) => b.length - a.length)
  .join("|");
const calling = new RegExp(`(?:^|[。！？、…])(?:おい|ねえ|なあ|あの|もし)?[、，]?(${roles})(?=[、，。！？…]|$)`, "g");

/** Leans a line to those who are known to call others so, in log odds. */
const sameWord = 1.2;
/** Decided calls of one word of which so many must be to the same person. */
const agreement = 0.7;

/**
 * 「親方、うそでしょう」, where nobody is told to be the master: from the talks that are known one learns who is called so and by
 * whom, and the other lines with that call follow. `known` is who surely speaks each turn.
 */
export function withVocatives(
  turns: readonly JapaneseTurn[],
  known: readonly (number | null)[],
  lineOf: (turn: JapaneseTurn) => string,
): JapaneseTurn[] {
  const calls = turns.map((turn) => new Set([...lineOf(turn).matchAll(calling)].map(([, word]) => word ?? "")));
  const words = new Map<string, { callers: Map<number, number>; called: Map<number, number> }>();
  for (const [t, own] of calls.entries()) {
    const speaker = known[t] ?? null;
    if (speaker === null) continue;
    for (const word of own) {
      const seen = words.get(word) ?? { callers: new Map(), called: new Map() };
      words.set(word, seen);
      seen.callers.set(speaker, (seen.callers.get(speaker) ?? 0) + 1);
      const to = partner(turns, known, t, speaker);
      if (to !== null) seen.called.set(to, (seen.called.get(to) ?? 0) + 1);
    }
  }
  return turns.map((turn, t) => {
    const own = [...(calls[t] ?? [])].flatMap((word) => words.get(word) ?? []);
    if (own.length === 0 || turn.fixed !== null) return turn;
    const leaning = new Map(turn.leaning);
    const called = new Set(turn.called);
    for (const { callers, called: to } of own) {
      const one = agreed(to);
      if (one !== null) called.add(one);
      for (const who of callers.keys()) leaning.set(who, (leaning.get(who) ?? 0) + sameWord);
    }
    return { ...turn, leaning, called: [...called] };
  });
}

/** Who speaks next to a turn, on either side, and is not its speaker. */
function partner(
  turns: readonly JapaneseTurn[],
  known: readonly (number | null)[],
  t: number,
  speaker: number,
): number | null {
  const after = (turns[t + 1]?.gap ?? Infinity) < 2 ? (known[t + 1] ?? null) : null;
  if (after !== null && after !== speaker) return after;
  const before = (turns[t]?.gap ?? Infinity) < 2 ? (known[t - 1] ?? null) : null;
  return before === speaker ? null : before;
}

function agreed(counts: ReadonlyMap<number, number>): number | null {
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return best !== undefined && best[1] >= all * agreement ? best[0] : null;
}

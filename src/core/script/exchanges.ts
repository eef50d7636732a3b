import { asks, type Kept, leansBack, saidIn, shareOf } from "./condense.ts";
import type { Weigh } from "./keywords.ts";
import type { Pace } from "./pace.ts";
import { turnOfPlot } from "./plot-words.ts";
import type { Turn } from "./turns.ts";

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
    const words = saidIn(text, turns[i]);
    const minor = pace.size(words) <= small && !/[?？!！]/.test(words) && turnOfPlot(words, pace.rules) === 0;
    const needed = asks(text, turns[i - 1]) || leansBack(text, turns[i + 1]);
    if (!minor || needed || left <= 0 || i === 0 || i === kept.length - 1 || dropped === i - 1) return item;
    left -= 1;
    dropped = i;
    return { sentences: [], size: 0 };
  });
}

/** How far short lines may go over their room before whole exchanges are left out. */
const overRoom = 1.2;

/**
 * Leaves out whole exchanges, the least telling first, where even the shortest lines are too many for the room:
 * a question goes with its answer, the first and the last word of a scene stay longest.
 */
export function bestExchanges(
  text: string,
  turns: readonly Turn[],
  kept: readonly Kept[],
  room: number,
  weigh: Weigh,
  pace: Pace,
): Kept[] {
  const exchanges = exchangesOf(text, turns, pace).map((members) => ({
    members,
    size: members.reduce((total, i) => total + (kept[i]?.size ?? 0), 0),
    worth: Math.max(...members.map((i) => turnWorth(text, turns, i, weigh, pace))),
  }));
  let over = kept.reduce((total, { size }) => total + size, 0) - room * overRoom;
  const dropped = new Set<number>();
  for (const { members, size } of exchanges.toSorted((a, b) => a.worth - b.worth)) {
    if (over <= 0 || dropped.size + members.length >= turns.length) break;
    for (const i of members) dropped.add(i);
    over -= size;
  }
  return kept.map((item, i) => (dropped.has(i) ? { sentences: [], size: 0 } : item));
}

const mostInExchange = 3;

/** Turns that belong together, by index: what answers a question, and what only echoes the words before it. */
function exchangesOf(text: string, turns: readonly Turn[], pace: Pace): number[][] {
  const groups: number[][] = [];
  turns.forEach((turn, i) => {
    const echo = pace.size(saidIn(text, turn)) <= pace.leastTurn / 2;
    const last = groups.at(-1);
    const follows = echo || asks(text, turns[i - 1]) || leansBack(text, turn);
    if (last && last.length < mostInExchange && follows) last.push(i);
    else groups.push([i]);
  });
  return groups;
}

/** Somebody says why, or what they had wrongly believed. */
const reason = {
  en: /\b(?:because|(?:that|this)(?:[’']s| is| was) why|so that|if I (?:had|did|were)(?:n[’']t)?|I thought|for fear|or else)\b/iu,
  ja: /(?:だ|た|い|る)から[。、]|ために|せいで|おかげ|と思って/,
} as const;

/** How much a scene would miss a turn. */
function turnWorth(text: string, turns: readonly Turn[], index: number, weigh: Weigh, pace: Pace): number {
  const turn = turns[index];
  const words = saidIn(text, turn);
  const ends = index === 0 || index === turns.length - 1 ? 0.5 : 0;
  const told = 0.5 * turnOfPlot(words, pace.rules);
  const why = reason[pace.rules].test(words) ? 0.5 : 0;
  return (turn === undefined ? 0 : shareOf(text, turn, weigh)) + ends + told + why;
}

import { asks, leansBack, saidIn, shareOf } from "./condense.ts";
import type { Weigh } from "./keywords.ts";
import type { Pace } from "./pace.ts";
import { tellsWhy, turnOfPlot } from "./plot-words.ts";
import type { Turn } from "./turns.ts";

/** Size from which a line is cut rather than that others give way to it, in times the least that a long one keeps. */
const decent = 1.8;

/** How far the lines of a talk may go over its room before exchanges are left out. */
const overRoom = 1.55;

/** How much farther, in rooms, they may go over it before one is left out that turns the story: such lines are cut first. */
const spared = 1.05;

/**
 * The turns of a talk that are told, by index. Where all of them would leave each other no room, whole exchanges go, the least
 * telling first: a question goes with its answer, the first and the last word of a scene stay longest. A balloon takes of the
 * page more than its words, so that many small remarks give way to what turns the story.
 */
export function worthTelling(
  text: string,
  turns: readonly Turn[],
  room: number,
  weigh: Weigh,
  pace: Pace,
): Set<number> {
  const sizeAt = (i: number) => Math.min(pace.size(saidIn(text, turns[i])), decent * pace.leastTurn) + pace.balloonEdge;
  const exchanges = exchangesOf(text, turns, pace).map((members) => ({
    members,
    size: members.reduce((total, i) => total + sizeAt(i), 0),
    worth: Math.max(...members.map((i) => turnWorth(text, turns, i, weigh, pace))),
    deadly: members.some((i) => isDeadly(saidIn(text, turns[i]), pace)),
    plain: members.every((i) => isPlain(saidIn(text, turns[i]), weigh, pace)),
  }));
  const told = new Set(turns.keys());
  let over = exchanges.reduce((total, { size }) => total + size, 0) - room * overRoom;
  const least = exchanges.toSorted((a, b) => Number(b.plain) - Number(a.plain) || a.worth - b.worth);
  for (const { members, size, plain, deadly } of least) {
    if (deadly) continue;
    if (over <= (plain ? 0 : room * spared) || told.size <= members.length) break;
    for (const i of members) told.delete(i);
    over -= size;
  }
  return told;
}

const mostInExchange = 3;

/** Turns that belong together, by index: what answers a question, and what only echoes the words before it. */
function exchangesOf(text: string, turns: readonly Turn[], pace: Pace): number[][] {
  const groups: number[][] = [];
  turns.forEach((turn, i) => {
    const words = saidIn(text, turn);
    const echo = pace.size(words) <= pace.leastTurn / 3 && turnsNothing(words, pace);
    const last = groups.at(-1);
    const follows = echo || asks(text, turns[i - 1]) || leansBack(text, turn);
    if (last && last.length < mostInExchange && follows) last.push(i);
    else groups.push([i]);
  });
  return groups;
}

/** How much a line may be about what its chapter is about and still be small talk. */
const littleMatter = 0.45;

const isPlain = (words: string, weigh: Weigh, pace: Pace): boolean =>
  turnsNothing(words, pace) && weigh(words) < littleMatter;

/** Whether few words tell of a death or a blow: they need little room. */
const isDeadly = (words: string, { rules, size, leastTurn }: Pace): boolean =>
  turnOfPlot(words, rules) >= deadly && size(words) <= leastTurn;

/** From this turn of the plot on it is one of life and death. */
const deadly = 1.5;

const turnsNothing = (words: string, { rules }: Pace): boolean =>
  turnOfPlot(words, rules) === 0 && !tellsWhy(words, rules);

/** How much a scene would miss a turn. */
function turnWorth(text: string, turns: readonly Turn[], index: number, weigh: Weigh, pace: Pace): number {
  const turn = turns[index];
  const words = saidIn(text, turn);
  const ends = index === 0 || index === turns.length - 1 ? 0.5 : 0;
  const told = 0.8 * turnOfPlot(words, pace.rules);
  const why = tellsWhy(words, pace.rules) ? 0.5 : 0;
  return (turn === undefined ? 0 : shareOf(text, turn, weigh)) + ends + told + why;
}

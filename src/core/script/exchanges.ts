import type { Piece } from "./clauses.ts";
import { asks, asksWhy, draws, echoes, type Saying, sayingsOf, saysLittle } from "./condense.ts";
import type { Weigh } from "./keywords.ts";
import type { Pace } from "./pace.ts";
import type { Turn } from "./turns.ts";

/** What is kept of a turn, in order; a turn without sentences is not told. */
export interface Kept {
  /** Each item is a sentence; its pieces are lettered. */
  sentences: Piece[][];
  size: number;
}

/** A spoken sentence with what it needs beside it to be understood. */
interface Link extends Saying {
  turn: number;
  /** What it leans on, or the answer to what it asks. */
  needs: Link[];
  /** The sentences right before and after it in its turn. */
  beside: Link[];
  chosen: boolean;
}

/** How much of a balloon's edge counts against the room, and against what is told in it. */
const edgeOnPage = 0.25;
const edgeToEye = { en: 0.7, ja: 0.35 } as const;

/** What more the answer to a why is worth. */
const reason = 0.6;

/** What every sentence asks of a reader besides its size: two short ones that say little do not tell more than one that says much. */
const attention = { en: 0, ja: 5 } as const;

/** How many links of a chain are taken in at once. */
const longestChain = 4;

/** Size up to which a question is kept for its answer, in times the least of a long line. */
const easyQuestion = 1.6;

/** How much more a sentence is worth beside one that is told. */
const goesOn = 1.25;

/** What every sentence that is told already takes from the worth of the next one in its turn. */
const crowding = 0.06;

/**
 * Keeps of a talk the sentences that are worth most for the room they take, until the `room` is filled: a question brings its
 * answer, an answer its question, and a sentence that leans on the one before it brings that. Where there is room for all, all is kept.
 */
export function condenseTurns(text: string, turns: readonly Turn[], room: number, weigh: Weigh, pace: Pace): Kept[] {
  const links = linksOf(text, turns, weigh, pace);
  const open = new Set(links.flat());
  const count = turns.map(() => 0);
  const most = room * ampleness(links.flat(), pace);
  let left = most;
  const take = (chain: readonly Link[]) => {
    left -= costOf(chain, count, edgeOnPage, pace);
    for (const link of chain) {
      link.chosen = true;
      open.delete(link);
      count[link.turn] = (count[link.turn] ?? 0) + 1;
    }
  };
  if (costOf(links.flat(), count, edgeOnPage, pace) <= most) take(links.flat());
  for (let next = bestOf(open, count, Infinity, pace); next !== null; next = bestOf(open, count, left, pace))
    take(next);
  for (const link of links.flat())
    if (link.chosen && link.leans) take(link.needs.filter(({ chosen, turn }) => !chosen && turn === link.turn));
  return links.map((sayings) => {
    const kept = sayings.filter(({ chosen }) => chosen);
    return { sentences: kept.map(({ pieces }) => pieces), size: kept.reduce((sum, { size }) => sum + size, 0) };
  });
}

/** The chain that tells most for what it takes and is no larger than `left`. */
function bestOf(open: ReadonlySet<Link>, count: readonly number[], left: number, pace: Pace): Link[] | null {
  let best: { chain: Link[]; value: number } | null = null;
  for (const link of open) {
    const chain = chainOf(link);
    if (costOf(chain, count, edgeOnPage, pace) > left) continue;
    const value =
      gainOf(chain, count) / (costOf(chain, count, edgeToEye[pace.rules], pace) + chain.length * attention[pace.rules]);
    if (best === null || value > best.value) best = { chain, value };
  }
  return best === null ? null : best.chain;
}

/** Worth from which a sentence matters, and how much of its room a talk gets without such sentences and with nothing else. */
const matters = { en: 1, ja: 0.8 } as const;
const sparse = 0.8;
const ample = 1.25;

/** How much more or less than its room a talk may fill: the more of it matters, the more. */
function ampleness(links: readonly Link[], { rules }: Pace): number {
  const size = (among: readonly Link[]) => among.reduce((sum, each) => sum + each.size, 0);
  const share = size(links.filter(({ worth }) => worth >= matters[rules])) / Math.max(1, size(links));
  return sparse + (ample - sparse) * share;
}

function linksOf(text: string, turns: readonly Turn[], weigh: Weigh, pace: Pace): Link[][] {
  const links = turns.map((turn, i) =>
    sayingsOf(text, turn, weigh, pace).map((saying): Link => ({
      ...saying,
      turn: i,
      needs: [],
      beside: [],
      chosen: false,
    })),
  );
  links.forEach((sayings, i) => {
    const before = links[i - 1]?.at(-1);
    sayings.forEach((link, index) => {
      link.beside.push(...sayings.filter((_, other) => Math.abs(other - index) === 1));
      const ground = index === 0 ? before : sayings[index - 1];
      const next = sayings[index + 1];
      if (next && saysLittle(wordsOf(text, link), pace)) link.needs.push(next);
      if (ground === undefined) return;
      const answers = index === 0 && asks(text, turns[i - 1]);
      const asked = answers && (ground.size <= easyQuestion * pace.leastTurn || link.size <= pace.leastTurn / 2);
      const takesUp = index === 0 && echoes(wordsOf(text, link), wordsOf(text, ground), pace);
      if (link.leans || asked || takesUp) link.needs.push(ground);
      if (answers) ground.needs.push(link);
      if (index === 0 && asksWhy(text, turns[i - 1])) link.worth += reason;
      if (draws(wordsOf(text, link), pace)) ground.worth += reason;
    });
    const [first] = sayings;
    const last = sayings.at(-1);
    if (first && i === 0) first.worth += 0.3;
    if (last && i === turns.length - 1) last.worth += 0.3;
  });
  return links;
}

const wordsOf = (text: string, { pieces }: Saying): string =>
  pieces.map(({ start, end }) => text.slice(start, end)).join(" ");

/** A sentence with what it needs, and what that needs. */
function chainOf(link: Link): Link[] {
  const chain = [link];
  for (const each of chain)
    for (const need of each.needs)
      if (chain.length < longestChain && !need.chosen && !chain.includes(need)) chain.push(need);
  return chain;
}

function gainOf(chain: readonly Link[], count: readonly number[]): number {
  return chain.reduce(
    (sum, { worth, turn, beside }) =>
      sum + (worth * (beside.some(({ chosen }) => chosen) ? goesOn : 1)) / (1 + crowding * (count[turn] ?? 0)),
    0,
  );
}

function costOf(chain: readonly Link[], count: readonly number[], edge: number, pace: Pace): number {
  const opened = new Set(chain.map(({ turn }) => turn).filter((turn) => count[turn] === 0));
  return chain.reduce((sum, { size }) => sum + size, opened.size * edge * pace.balloonEdge);
}

import { around, company } from "./japanese-company.ts";
import type { JapaneseTalker, JapaneseTurn } from "./japanese-talk.ts";
import { type Decided, likelyOf } from "./turns.ts";

/** Somebody whom the cast does not hold: a pupil, a waiter, a voice. */
export const somebody = -1;

/** Points of a tag from which on the I of the story speaks: nine of nine lines of a novel read by hand. */
const ownDoing = 4;
/** Points of a tag without a subject that says as much as one with a subject. */
const asGoodAsTold = 3.5;

/** The verdict on every turn of a talk, from the chances of its choices. */
export function verdictsOn(
  run: readonly JapaneseTurn[],
  choices: readonly (readonly number[])[],
  chances: readonly (readonly number[])[],
  people: readonly JapaneseTalker[],
): Decided[] {
  const teller = people.findIndex(({ narrator }) => narrator);
  const told = teller >= 0;
  return run.map((turn, i) => {
    const [own, all] = [choices[i] ?? [], chances[i] ?? []];
    const chance = Math.max(0, ...all);
    const speaker = own[all.indexOf(chance)] ?? somebody;
    const maybe = likelyOf(own, all);
    if (speaker === somebody) return { speaker: null, rule: null, chance, maybe };
    // Which of two alike speaks is nobody's to know, as long as they take turns.
    const twin = own.indexOf(people[speaker]?.twin ?? -2);
    // A story without an I has no listener to mistake: 86 of 88 in nine of them, where three talk only from 0.95 on.
    const least = !told ? (speakers(run, i) > 2 ? 0.95 : 0.88) : twin >= 0 || isCounted(run, i) ? 0.95 : 0.998;
    const rule = ruleOf(run, i, speaker);
    const free = told && byTurns.has(rule) && amongMany(run, i, teller);
    const read = turn.fixed !== null ? 0.95 : free ? trustAmongMany(chance) : trustOf(chance + (all[twin] ?? 0), least);
    // 「…」と慰めてやった: nobody but the I says so of himself, whoever else is about.
    const self = people[speaker]?.narrator === true && turn.teller >= ownDoing && chance >= 0.5;
    return { speaker, rule, chance, trust: self ? Math.max(read, 0.9) : read, maybe };
  });
}

function ruleOf(run: readonly JapaneseTurn[], i: number, who: number): Decided["rule"] {
  const turn = run[i];
  if (turn === undefined || turn.fixed !== null) return "tag";
  if (turn.continues) return "continued";
  if (turn.gender !== null) return "pronoun";
  if (turn.actor === who) return "action";
  if (run[i - 1]?.called.includes(who) === true) return "called";
  return i > 0 && run.length > 1 ? "turn-taking" : "nearest";
}

/** How many are told to speak in the talk. */
function speakers(run: readonly JapaneseTurn[], i: number): number {
  const { from, to } = around(run, i);
  return new Set(run.slice(from, to + 1).flatMap(({ fixed }) => (fixed === null ? [] : [fixed]))).size;
}

/** Decisions for which nothing speaks but the place of a line among others. */
const byTurns: ReadonlySet<Decided["rule"]> = new Set(["turn-taking", "nearest"] as const);

/** Lines on either side that a third who takes part makes doubtful too. */
const doubtful = 3;

/** Whether an I and two others talk around a turn or one beside it: a turn that is taken wrongly there shifts its neighbours. */
function amongMany(run: readonly JapaneseTurn[], i: number, teller: number): boolean {
  for (let k = Math.max(0, i - doubtful); k <= Math.min(run.length - 1, i + doubtful); k++)
    if (company(run, k, teller).size > 1) return true;
  return false;
}

/** Whether the speaker of some line of the talk is told, from which the turns can be counted. */
function isCounted(run: readonly JapaneseTurn[], i: number): boolean {
  const { from, to } = around(run, i);
  return run.slice(from, to + 1).some(({ fixed, teller }) => fixed !== null || Math.abs(teller) >= asGoodAsTold);
}

/**
 * Share of right decisions by their weight in the reading of the whole talk, on the lines of five books without a tag of
 * their own: 225 of 228 from 0.95 on where the turns can be counted, 171 of 171 from 0.998 on where they cannot (49 of 63
 * below it), and down to half where two could change places. `least` is the weight from which on they are trusted.
 */
function trustOf(chance: number, least: number): number {
  if (chance >= least) return 0.97;
  return Math.round((chance >= 0.95 ? 0.78 : chance * 0.8) * 100) / 100;
}

/**
 * The same where an I and two or more others talk, and nothing but the turns speaks for a line: of labelled lines 24 of 29 were right
 * from 0.95 on, 15 of 26 from 0.8 on. None of them is sure.
 */
const trustAmongMany = (chance: number) => Math.round((chance >= 0.95 ? 0.7 : chance * 0.65) * 100) / 100;

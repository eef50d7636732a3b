import type { Gender } from "./story.ts";

/** One person's turn in a conversation: the quotes of a passage that belong together. */
export interface Turn {
  /** Indices of its quotes. */
  quotes: number[];
  passage: number;
  /** Passages of plain narration between the turn before and this one; Infinity at a new scene or chapter. */
  gap: number;
  /** Said by a tag beyond doubt, or null. */
  fixed: number | null;
  /** A tag that says he or she. */
  gender: Gender | null;
  /** Somebody acts beside the quote: likely the speaker. */
  actor: number | null;
  actorGender: Gender | null;
  /** Called by name inside the turn: not the speaker, likely the next or the last one. */
  called: number[];
  /** Named in it without being called. */
  spokenOf: number[];
  /** Named in narration just before, nearest first. */
  near: number[];
  /** Small signs of who it may be (a first person that only one uses). Member → weight. */
  leaning: ReadonlyMap<number, number>;
  /** Goes on from the turn before (no closing mark). */
  continues: boolean;
  /** A thought outside the talk: it takes no turn. */
  aside: boolean;
  /** A tag names somebody whom the cast does not hold. */
  stranger: boolean;
}

export interface Decided {
  speaker: number | null;
  /** How the decision came about. */
  rule: "tag" | "pronoun" | "action" | "turn-taking" | "called" | "continued" | "nearest" | null;
  /** Distance to the next best answer, in the units of the weights. */
  margin: number;
}

const weight = {
  actor: 4,
  actorGender: 1,
  wrongGender: -7,
  called: -5,
  answersCall: 1.6,
  callsNext: 0.9,
  spokenOf: -1.4,
  near: 0.9,
  again: -2.6,
  alternate: 1.7,
  againAfterGap: -0.5,
  alternateAfterGap: 0.6,
  unknown: -1.2,
};

/** A conversation ends after this many passages without speech. */
const longestGap = 3;

/** Names a speaker for every turn: whole conversations are decoded at once, so that a tag late in one settles its beginning. */
export function decide(
  turns: readonly Turn[],
  genders: readonly (Gender | null)[],
  talkers: ReadonlyMap<number, number>,
): Decided[] {
  const decided: Decided[] = [];
  let from = 0;
  for (let i = 1; i <= turns.length; i++) {
    const gap = turns[i]?.gap ?? Infinity;
    // Long runs are cut at 60 turns, so that the work stays in proportion to the text.
    if (gap < longestGap && i - from < 60) continue;
    decided.push(...decodeRun(turns.slice(from, i), genders, talkers));
    from = i;
  }
  return decided;
}

function decodeRun(
  run: readonly Turn[],
  genders: readonly (Gender | null)[],
  talkers: ReadonlyMap<number, number>,
): Decided[] {
  const choices = run.map((turn, i) => candidates(run, i, turn));
  const emissions = run.map((turn, i) =>
    (choices[i] ?? []).map((who) => emission(run, i, turn, who, genders, talkers)),
  );
  const path = bestPath(run, choices, emissions);
  return run.map((turn, i) => verdict(run, turn, i, path, choices[i] ?? [], emissions[i] ?? []));
}

function candidates(run: readonly Turn[], i: number, turn: Turn): (number | null)[] {
  if (turn.fixed !== null) return [turn.fixed];
  if (turn.stranger) return [null];
  const score = new Map<number, number>();
  const add = (who: number | null, points: number) => {
    if (who !== null) score.set(who, (score.get(who) ?? 0) + points);
  };
  for (let k = Math.max(0, i - 8); k < Math.min(run.length, i + 9); k++) {
    const other = run[k];
    const points = 3 / (1 + Math.abs(k - i));
    add(other?.fixed ?? null, points * 2);
    add(other?.actor ?? null, points);
    if (k <= i + 1) for (const who of other?.near ?? []) add(who, points * 0.7);
    for (const who of other?.called ?? []) add(who, points * 0.7);
  }
  for (const [who, points] of turn.leaning) add(who, points);
  const top = [...score].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 7);
  return [...top.map(([who]) => who), null];
}

function emission(
  run: readonly Turn[],
  i: number,
  turn: Turn,
  who: number | null,
  genders: readonly (Gender | null)[],
  talkers: ReadonlyMap<number, number>,
): number {
  if (who === turn.fixed) return who === null ? weight.unknown : 10;
  if (who === null) return weight.unknown;
  let points = Math.min(0.8, Math.log10(1 + (talkers.get(who) ?? 0)) * 0.35);
  const gender = genders[who] ?? null;
  if (turn.gender !== null) points += gender === turn.gender ? 0.6 : gender === null ? -1 : weight.wrongGender;
  if (turn.actor === who) points += weight.actor;
  else if (turn.actor !== null) points -= 0.8;
  if (turn.actorGender !== null && gender !== null)
    points += gender === turn.actorGender ? weight.actorGender : -weight.actorGender * 2;
  if (turn.called.includes(who)) points += weight.called;
  if (turn.spokenOf.includes(who)) points += weight.spokenOf;
  const rank = turn.near.indexOf(who);
  if (rank >= 0)
    points += weight.near / (1 + rank) + (turn.gender === null && turn.actorGender === null ? 0 : 0.8 / (1 + rank));
  const before = run[i - 1];
  if (before !== undefined && before.called.includes(who) && turn.gap < 2) points += weight.answersCall;
  const after = run[i + 1];
  if (after !== undefined && after.called.includes(who) && after.gap < 2) points += weight.callsNext;
  return points + (turn.leaning.get(who) ?? 0);
}

function transition(
  turn: Turn,
  who: number | null,
  last: number | null,
  second: number | null,
  afterAside: boolean,
): number {
  if (turn.continues) return who === last ? 6 : -6;
  // One thought after another is the same head; a first one is often the last speaker's.
  if (turn.aside) return who !== null && who === last ? (afterAside ? 2.5 : 1.2) : 0;
  if (who === null) return 0;
  // Who has just thought something may well say it.
  if (afterAside && who === last) return 0.2;
  const apart = turn.gap > 0;
  if (who === last) return apart ? weight.againAfterGap : weight.again;
  if (who === second) return apart ? weight.alternateAfterGap : weight.alternate;
  return 0;
}

interface Trail {
  pick: number;
  back: Trail | null;
}

/** Choices of the turn before last and of the last turn, the score so far and the way there. */
interface PathState {
  a: number;
  b: number;
  score: number;
  trail: Trail | null;
}

/** Second-order Viterbi: the state is the pair of the last two speakers. */
function bestPath(
  run: readonly Turn[],
  choices: readonly (number | null)[][],
  emissions: readonly number[][],
): number[] {
  let layer = new Map<number, PathState>([[-1, { a: -1, b: -1, score: 0, trail: null }]]);
  for (const [i, turn] of run.entries()) {
    const next = new Map<number, PathState>();
    for (const state of layer.values()) {
      const last = state.b < 0 ? null : (choices[i - 1]?.[state.b] ?? null);
      const second = state.a < 0 ? null : (choices[i - 2]?.[state.a] ?? null);
      for (const [pick, who] of (choices[i] ?? []).entries()) {
        const score =
          state.score + (emissions[i]?.[pick] ?? 0) + transition(turn, who, last, second, run[i - 1]?.aside === true);
        const key = state.b * 16 + pick;
        if (score > (next.get(key)?.score ?? -Infinity))
          next.set(key, { a: state.b, b: pick, score, trail: { pick, back: state.trail } });
      }
    }
    layer = next;
  }
  let best: PathState | null = null;
  for (const state of layer.values()) if (best === null || state.score > best.score) best = state;
  const path: number[] = [];
  for (let step = best?.trail ?? null; step !== null; step = step.back) path.push(step.pick);
  return path.reverse();
}

function verdict(
  run: readonly Turn[],
  turn: Turn,
  i: number,
  path: readonly number[],
  choices: readonly (number | null)[],
  emissions: readonly number[],
): Decided {
  const pick = path[i] ?? 0;
  const speaker = choices[pick] ?? null;
  const own = emissions[pick] ?? 0;
  const margin = own - Math.max(-5, ...emissions.filter((_, k) => k !== pick));
  if (speaker === null) return { speaker, rule: null, margin };
  if (turn.fixed !== null) return { speaker, rule: "tag", margin: 10 };
  if (turn.continues) return { speaker, rule: "continued", margin };
  if (turn.gender !== null) return { speaker, rule: "pronoun", margin };
  if (turn.actor === speaker) return { speaker, rule: "action", margin };
  if (run[i - 1]?.called.includes(speaker) === true) return { speaker, rule: "called", margin };
  return { speaker, rule: i > 0 && run.length > 1 ? "turn-taking" : "nearest", margin };
}

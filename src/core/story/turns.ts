import { posteriors } from "./posteriors.ts";
import { soliloquies } from "./soliloquies.ts";
import type { Gender } from "./story.ts";
import { emission, sharpness, transition } from "./turn-points.ts";

/** He, she or it. */
export type Voice = Gender | "neuter";

/** One person's turn in a conversation: the quotes of a passage that belong together. */
export interface Turn {
  /** Indices of its quotes. */
  quotes: number[];
  passage: number;
  /** Passages of plain narration between the turn before and this one; Infinity at a new scene or chapter. */
  gap: number;
  /** Said by a tag beyond doubt, or null. */
  fixed: number | null;
  /** A tag that says he, she or it. */
  gender: Voice | null;
  /** The tag names a relative (her sister) who may or may not have a name. */
  kin: boolean;
  /** Somebody acts beside the quote: likely the speaker. */
  actor: number | null;
  actorGender: Voice | null;
  /** Called by name inside the turn: not the speaker, likely the next or the last one. */
  called: number[];
  /** Named in it without being called. */
  spokenOf: number[];
  /** Named in narration just before, nearest first. */
  near: number[];
  /** Somebody without a name has come in since anybody was named. */
  newcomer?: true;
  /** Small signs of who it may be (a first person that only one uses). Member → weight. */
  leaning: ReadonlyMap<number, number>;
  /** Goes on from the turn before (no closing mark). */
  continues: boolean;
  /** The sentence turns to somebody else between the turn before and this one. */
  switches: boolean;
  /** A thought outside the talk: it takes no turn. */
  aside: boolean;
  /** A tag names somebody whom the cast does not hold. */
  stranger: boolean;
  /** A marked way of speaking that one of several keeps to (a dialect), or null. */
  style: string | null;
  /** Says sir or madam: what the one spoken to is. */
  toGender: Gender | null;
}

/** What is known of a person apart from any one line. */
export interface Talker {
  voice: Voice | null;
  /** An animal may be he, she or it. */
  animal: boolean;
  /** Lines that tags give them. */
  lines: number;
  /** The I who tells the story: there in nearly every talk. */
  narrator: boolean;
  /** 0–1: share of the places where others speak of them, for one who never speaks by a tag. */
  absent: number;
}

export interface Decided {
  speaker: number | null;
  /** How the decision came about. */
  rule: "tag" | "pronoun" | "kin" | "action" | "turn-taking" | "called" | "continued" | "nearest" | null;
  /** 0–1: its weight among all readings of the conversation; not yet the share of such decisions that are right. */
  chance: number;
  /** 0–1: the share of such decisions that are right, where a language has counted its own. */
  trust?: number;
  /** Who else of the cast may well have spoken, the decided one among them, most likely first. */
  maybe?: number[];
}

/** From this chance on somebody may well have spoken, and so many at most are named. */
const likely = 0.12;
const mostLikely = 3;

/** Those of the cast who have a fair chance, most likely first. */
export function likelyOf(choices: readonly (number | null)[], chances: readonly number[]): number[] {
  return choices
    .flatMap((who, k) =>
      who !== null && who >= 0 && (chances[k] ?? 0) >= likely ? [{ who, chance: chances[k] ?? 0 }] : [],
    )
    .sort((a, b) => b.chance - a.chance)
    .slice(0, mostLikely)
    .map(({ who }) => who);
}

/** Outweighs that talk goes to and fro, in log odds. */
const toHimself = 4;

/** How many turns before and after may bring in a name. */
const reach = 20;

/** Turns of a long talk that are read again with what follows them. */
const overlap = 16;

/** A conversation ends after this many passages without speech. */
const longestGap = 3;

/** Names a speaker for every turn: whole conversations are read at once, so that a tag late in one settles its beginning. */
export function decide(turns: readonly Turn[], people: readonly Talker[]): Decided[] {
  const decided: Decided[] = [];
  let from = 0;
  for (let i = 1; i <= turns.length; i++) {
    const gap = turns[i]?.gap ?? Infinity;
    // Long runs are cut at 60 turns, so that the work stays in proportion to the text.
    if (gap < longestGap && i - from < 60) continue;
    // Who has just talked may well be heard again after a while.
    const before = (turns[from]?.gap ?? Infinity) < Infinity ? decided.slice(-6) : [];
    const heard = [...new Set(before.map(({ speaker }) => speaker))];
    // A talk that was cut goes on with its last turns in view.
    const back = (turns[from]?.gap ?? Infinity) < longestGap ? Math.min(from, overlap) : 0;
    decided.push(...decodeRun(turns.slice(from - back, i), people, heard).slice(back));
    from = i;
  }
  return decided;
}

function decodeRun(run: readonly Turn[], people: readonly Talker[], heard: readonly (number | null)[]): Decided[] {
  const teller = people.findIndex(({ narrator }) => narrator);
  const choices = run.map((turn, i) => candidates(run, i, turn, heard, teller < 0 ? null : teller));
  const alone = soliloquies(run, people);
  const emissions = run.map((turn, i) =>
    (choices[i] ?? []).map(
      (who) => emission(run, i, turn, who, people) + (who !== null && who === alone[i] ? toHimself : 0),
    ),
  );
  const chances = posteriors({
    sizes: choices.map(({ length }) => length),
    own: (i, pick) => (emissions[i]?.[pick] ?? 0) * sharpness,
    after: (i, pick, last, second) => {
      const who = choices[i]?.[pick] ?? null;
      const before = last < 0 ? null : (choices[i - 1]?.[last] ?? null);
      const first = second < 0 ? null : (choices[i - 2]?.[second] ?? null);
      return transition(run, i, who, before, first, people) * sharpness;
    },
  });
  return run.map((turn, i) => verdict(run, turn, i, choices[i] ?? [], chances[i] ?? []));
}

function candidates(
  run: readonly Turn[],
  i: number,
  turn: Turn,
  others: readonly (number | null)[],
  teller: number | null,
): (number | null)[] {
  if (turn.fixed !== null) return [turn.fixed];
  if (turn.stranger) return [null];
  const near = inView(run, i, reach);
  const score = near.size > 1 ? near : inView(run, i, run.length);
  const add = (who: number | null, points: number) => {
    if (who !== null) score.set(who, (score.get(who) ?? 0) + points);
  };
  // A way of speaking is no sign that somebody is there.
  for (const [who, points] of turn.leaning) if (score.has(who)) add(who, points);
  if (score.size < 2) for (const who of others) add(who, 0.4);
  // The I of a story is there even where nothing names it.
  add(teller, 0.15);
  const top = [...score].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 7);
  return [...top.map(([who]) => who), null];
}

/** Who is tagged, acts, is named or called within some turns of a turn, the nearer the more. */
function inView(run: readonly Turn[], i: number, far: number): Map<number, number> {
  const score = new Map<number, number>();
  for (let k = Math.max(0, i - far); k <= Math.min(run.length - 1, i + far); k++) {
    const other = run[k];
    if (other === undefined) continue;
    const points = 3 / (1 + Math.abs(k - i));
    const add = (who: number | null, share: number) => {
      if (who !== null) score.set(who, (score.get(who) ?? 0) + points * share);
    };
    add(other.fixed, 2);
    add(other.actor, 1);
    if (k <= i + 1) for (const who of other.near) add(who, 0.7);
    for (const who of other.called) add(who, 0.7);
  }
  return score;
}

function verdict(
  run: readonly Turn[],
  turn: Turn,
  i: number,
  choices: readonly (number | null)[],
  chances: readonly number[],
): Decided {
  let pick = 0;
  for (const [k, one] of chances.entries()) if (one > (chances[pick] ?? 0)) pick = k;
  const speaker = choices[pick] ?? null;
  const chance = chances[pick] ?? 0;
  if (turn.fixed !== null) return { speaker, rule: "tag", chance };
  const decided = (rule: Decided["rule"]): Decided => ({ speaker, rule, chance, maybe: likelyOf(choices, chances) });
  if (speaker === null) return decided(null);
  if (turn.continues) return decided("continued");
  if (turn.gender !== null) return decided(turn.kin ? "kin" : "pronoun");
  if (turn.actor === speaker) return decided("action");
  if (run[i - 1]?.called.includes(speaker) === true) return decided("called");
  return decided(i > 0 && run.length > 1 ? "turn-taking" : "nearest");
}

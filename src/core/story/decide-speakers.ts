import { posteriors } from "./posteriors.ts";
import { ownSigns, pairSigns, returnSigns, type Sign, viewsOf } from "./speaker-signs.ts";
import { speakerWeights } from "./speaker-weights-data.ts";
import { type Decided, type EnglishTurn, likelyOf, type Talker, type Voice } from "./turns.ts";

/** How many turns before and after may bring in a name. */
const reach = 20;

/** Turns of a long talk that are read again with what follows them. */
const overlap = 16;

/** A conversation ends after this many passages without speech. */
const longestGap = 3;

/** A conversation within a book: from turn `from`, of which the first `back` are only there to be looked back at. */
export interface Run {
  turns: readonly EnglishTurn[];
  back: number;
  /** Those whom tags let speak shortly before it. */
  heard: readonly number[];
}

/** Cuts a book into its conversations. */
export function runsOf(turns: readonly EnglishTurn[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let i = 1; i <= turns.length; i++) {
    const gap = turns[i]?.gap ?? Infinity;
    // Long runs are cut at 60 turns, so that the work stays in proportion to the text.
    if (gap < longestGap && i - from < 60) continue;
    // A talk that was cut goes on with its last turns in view.
    const back = (turns[from]?.gap ?? Infinity) < longestGap ? Math.min(from, overlap) : 0;
    // Who has just talked may well be heard again after a while.
    const before =
      (turns[from]?.gap ?? Infinity) < Infinity ? turns.slice(Math.max(0, from - back - 8), from - back) : [];
    const heard = [...new Set(before.flatMap(({ fixed }) => fixed ?? []))];
    runs.push({ turns: turns.slice(from - back, i), back, heard });
    from = i;
  }
  return runs;
}

/** From this chance on a turn of a talk that was cut is not read anew. */
const likelyRead = 0.5;

/** Names a speaker for every turn: whole conversations are read at once, so that a tag late in one settles its beginning. */
export function decide(turns: readonly EnglishTurn[], people: readonly Talker[]): Decided[] {
  const decided: Decided[] = [];
  for (const run of runsOf(turns)) {
    // A talk that was cut goes on with its last turns as they have been read.
    const read = run.back === 0 ? [] : decided.slice(-run.back);
    const known = read.map(({ speaker, chance }) => (chance >= likelyRead ? speaker : null));
    decided.push(...decodeRun(run, people, known).slice(run.back));
  }
  return decided;
}

/** The signs of every choice of a conversation. */
export interface SignedRun {
  choices: (number | null)[][];
  own: Sign[][][];
  /** By turn, pick of the turn before, and pick. */
  pairs: Sign[][][][];
  returns: Sign[][];
}

/** Gathers whatever speaks for or against each one who may speak a turn; `known` are those who spoke the first turns, as far as they are read. */
export function signsOfRun(whole: Run, people: readonly Talker[], known: readonly (number | null)[] = []): SignedRun {
  const run = whole.turns;
  const regulars = regularsOf(people);
  const seen = new Set<number>();
  const choices = run.map((turn, i) => {
    const spoke = turn.fixed ?? known[i] ?? null;
    for (const who of [...turn.near, ...(spoke === null ? [] : [spoke])]) seen.add(who);
    if (spoke !== null) return [spoke];
    return candidates(whole, seen, i, turn, people, regulars);
  });
  const views = viewsOf(run, people);
  return {
    choices,
    own: views.map((view, i) => (choices[i] ?? []).map((who) => ownSigns(view, who))),
    pairs: run.map((_, i) =>
      i === 0
        ? []
        : (choices[i - 1] ?? []).map((last) => (choices[i] ?? []).map((who) => pairSigns(run, i, who, last, people))),
    ),
    returns: run.map((_, i) => returnSigns(run, i)),
  };
}

const worthOf = (signs: readonly Sign[]) => {
  let sum = 0;
  for (const [name, value] of signs) sum += (speakerWeights[name] ?? 0) * value;
  return sum;
};

function decodeRun(run: Run, people: readonly Talker[], known: readonly (number | null)[]): Decided[] {
  const { choices, own, pairs, returns } = signsOfRun(run, people, known);
  const scores = own.map((picks) => picks.map(worthOf));
  const links = pairs.map((lasts) => lasts.map((picks) => picks.map(worthOf)));
  const backs = returns.map(worthOf);
  const chances = posteriors({
    sizes: choices.map(({ length }) => length),
    own: (i, pick) => scores[i]?.[pick] ?? 0,
    after: (i, pick, last, second) => {
      if (last < 0) return 0;
      const link = links[i]?.[last]?.[pick] ?? 0;
      const who = choices[i]?.[pick] ?? null;
      const back = second >= 0 && who !== null && who === choices[i - 2]?.[second] && who !== choices[i - 1]?.[last];
      return back ? link + (backs[i] ?? 0) : link;
    },
  });
  return run.turns.map((turn, i) => verdict(run.turns, turn, i, choices[i] ?? [], chances[i] ?? []));
}

/** So many at most may have spoken a turn, besides nobody of the cast. */
const mostChoices = 7;

function candidates(
  { turns: run, heard }: Run,
  seen: ReadonlySet<number>,
  i: number,
  turn: EnglishTurn,
  people: readonly Talker[],
  regulars: readonly number[],
): (number | null)[] {
  if (turn.stranger) return [null];
  const score = inView(run, i, reach);
  const add = (who: number, points: number) => score.set(who, (score.get(who) ?? 0) + points);
  for (const [rank, { who }] of turn.sights.entries()) add(who, 1 / (1 + rank));
  // A way of speaking is no sign that somebody is there.
  for (const [who, points] of turn.leaning) if (score.has(who)) add(who, points);
  for (const who of heard) add(who, 0.4);
  // Over a long talk nobody goes away, named again or not.
  for (const who of seen) if (!score.has(who)) add(who, 0.2);
  if (turn.teller !== null) add(turn.teller, 0.15);
  if (turn.described !== null) add(turn.described, 3);
  for (const [rank, who] of regulars.entries()) add(who, 0.15 / (1 + rank));
  return [
    ...[...score]
      .filter(([who]) => turn.gender === null || (who !== turn.teller && mayBe(turn.gender, people[who])))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, mostChoices)
      .map(([who]) => who),
    null,
  ];
}

/** The I of a story is there even where nothing names it, and those who talk most may always come in. */
const regularsOf = (people: readonly Talker[]) => [
  ...people.flatMap(({ narrator }, who) => (narrator ? [who] : [])),
  ...people
    .map(({ lines }, who) => ({ lines, who }))
    .filter(({ lines }) => lines > 0)
    .sort((a, b) => b.lines - a.lines)
    .slice(0, 8)
    .map(({ who }) => who),
];

/** Whether he, she or it may be said of somebody. */
const mayBe = (told: Voice, person: Talker | undefined) =>
  person?.narrator !== true && ((person?.voice ?? told) === told || person?.animal === true);

/** Who is tagged, acts, is named or called within some turns of a turn, the nearer the more. */
function inView(run: readonly EnglishTurn[], i: number, far: number): Map<number, number> {
  const score = new Map<number, number>();
  for (let k = Math.max(0, i - far); k <= Math.min(run.length - 1, i + far); k++) {
    const other = run[k];
    if (other === undefined) continue;
    const most = 3 / (1 + Math.abs(k - i));
    const add = (who: number | null, share: number) => {
      if (who !== null) score.set(who, (score.get(who) ?? 0) + most * share);
    };
    add(other.fixed, 2);
    add(other.actor, 1);
    if (k <= i + 1) for (const who of other.near) add(who, 0.7);
    for (const who of other.called) add(who, 0.7);
  }
  return score;
}

function verdict(
  run: readonly EnglishTurn[],
  turn: EnglishTurn,
  i: number,
  choices: readonly (number | null)[],
  chances: readonly number[],
): Decided {
  let pick = 0;
  // A guess is better than nobody: how sure it is, its chance says.
  for (const [k, one] of chances.entries())
    if (choices[k] !== null && (choices[pick] === null || one > (chances[pick] ?? 0))) pick = k;
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

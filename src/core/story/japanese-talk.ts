import { around, company } from "./japanese-company.ts";
import type { Heard } from "./japanese-hints.ts";
import { somebody, verdictsOn } from "./japanese-verdicts.ts";
import { posteriors } from "./posteriors.ts";
import type { Decided, Talker, Turn } from "./turns.ts";

/** A turn of Japanese talk with the signs of a language that leaves its subjects out. */
export interface JapaneseTurn extends Turn {
  /** Points for the I of the story by the form of the tag. */
  teller: number;
  /** Who spoke last, told in indirect speech before the line. */
  heard: Heard;
  /** Whose line the words after it say it was. */
  judged: Heard;
  /** Who takes the line in, by the words after it. */
  listener: number | null;
  /** Only others are there, and the I listens: 二人は何か話している. */
  overheard: boolean;
  /** The narration around the line does not name the I: the tale is of others. */
  alone: boolean;
  /** 0–1: how near before the line somebody acts whom the cast does not hold. */
  outsider: number;
  /** Who acts in the passages before and after. */
  acting: readonly number[];
  /** Who has gone away since the line before. */
  gone: readonly number[];
  /** Whom the narration has not named yet. */
  unheardOf: readonly number[];
  /** Whom the I has just met, or who has just come in. */
  met: number | null;
  /** The voice comes from where nobody of the cast is, and so do those after it. */
  elsewhere: boolean;
}

export interface JapaneseTalker extends Talker {
  /** Marked ways of speaking that this person is known to have, or may well have: an old woman a dialect. */
  dialects: ReadonlySet<string>;
  /** One of those whom a story told of others names most. */
  hero: boolean;
  /** The other of two whom the text does not tell apart: 一人の紳士, もう一人の紳士. */
  twin: number | null;
}

/** Ways of speaking that nobody has by chance. */
const dialects = new Set(["moshi", "rural", "jester", "samurai"]);

/** In log odds; found by reading four books with their speakers written down by hand. */
const weight = {
  told: 2.4,
  toldFar: 1.5,
  acts: 1,
  near: 0.9,
  called: 1.5,
  spokenOf: -1.8,
  spokenOfNear: -0.7,
  calledHimself: -4,
  actor: 2,
  gender: 2.5,
  teller: 1.1,
  overheard: -2.5,
  somebody: -1.6,
  somebodyThere: 1.6,
  sameStyle: 2.2,
  strangeStyle: -1.5,
  pastTeller: -2,
  otherStyle: -2,
  heard: 2.2,
  met: 1.8,
  unseen: 1.4,
  outsider: 2,
  judged: 2.5,
  absent: -1,
  unheardOf: -3,
  hero: 0.8,
  gone: -2.5,
};

/** Part of what the turns say where three and more talk: the one before last may be any of them. */
const manyTurns = 0.5;

/** Passages of narration after which a talk is another one. */
const longestGap = 3;

/** Names a speaker for every turn. The rule of a decision is as in other languages; `trust` is measured on Japanese books. */
export function decideJapanese(turns: readonly JapaneseTurn[], people: readonly JapaneseTalker[]): Decided[] {
  const decided: Decided[] = [];
  for (let from = 0; from < turns.length;) {
    let to = from + 1;
    while (to < turns.length && (turns[to]?.gap ?? Infinity) < longestGap) to += 1;
    decided.push(...decideTalk(turns.slice(from, to), people));
    from = to;
  }
  return decided;
}

function decideTalk(run: readonly JapaneseTurn[], people: readonly JapaneseTalker[]): Decided[] {
  const teller = people.findIndex(({ narrator }) => narrator);
  const choices = run.map((turn, i) => candidates(run, i, turn, people));
  const points = run.map((turn, i) => (choices[i] ?? []).map((who) => ownPoints(run, i, turn, who, people)));
  const chances = posteriors({
    sizes: choices.map(({ length }) => length),
    own: (i, pick) => points[i]?.[pick] ?? 0,
    after: (i, pick, last, second) =>
      turnPoints(
        run,
        i,
        choices[i]?.[pick] ?? somebody,
        last < 0 ? null : (choices[i - 1]?.[last] ?? null),
        second < 0 ? null : (choices[i - 2]?.[second] ?? null),
        teller,
      ),
  });
  return verdictsOn(run, choices, chances, people);
}

function candidates(
  run: readonly JapaneseTurn[],
  i: number,
  turn: JapaneseTurn,
  people: readonly JapaneseTalker[],
): number[] {
  if (turn.fixed !== null) return [turn.fixed];
  if (turn.stranger) return [somebody];
  const teller = people.findIndex(({ narrator }) => narrator);
  const there = new Map<number, number>();
  for (const [who, { animal, lines }] of people.entries()) {
    // A cat that never speaks is only there.
    if (animal && lines === 0) continue;
    const points = presence(run, i, who, people[who]);
    if (points > 0) there.set(who, points);
  }
  if (teller >= 0) there.set(teller, 9);
  const best = [...there].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 7);
  return [...best.map(([who]) => who), somebody];
}

/** How likely somebody is in the talk at all: told to speak, acting, named or called near the turn. */
function presence(run: readonly JapaneseTurn[], i: number, who: number, person?: JapaneseTalker): number {
  let points = person?.hero === true ? weight.hero : 0;
  const take = (one: number) => (points = Math.max(points, one));
  const { from, to } = around(run, i);
  // Whom the narration is with when the talk begins is there to its end.
  for (const k of [0, from]) {
    const first = run[k]?.near.indexOf(who) ?? -1;
    if (first >= 0) take(weight.near / (1 + first));
    if (run[k]?.met === who) take(weight.met);
  }
  if (run.some(({ fixed }) => fixed === who)) take(weight.near * 0.6);
  let later = 1;
  for (let k = from; k <= to; k++) {
    const other = run[k];
    if (other === undefined) continue;
    const far = Math.abs(k - i);
    // Who speaks after a remark of the narration may have come in with it.
    if (k > i && other.gap > 0) later = 0.5;
    if (other.fixed === who) take((far <= 4 ? weight.told : weight.toldFar) * later);
    if (other.actor === who) take(weight.acts);
    if (k <= i && other.acting.includes(who)) take(weight.acts / (1 + far * 0.15));
    if (other.called.includes(who) && far <= 2) take(weight.called);
    const rank = k <= i ? other.near.indexOf(who) : -1;
    if (rank >= 0) take(weight.near / (1 + rank + far * 0.15));
  }
  return points;
}

/** How often others speak of somebody in the talk, near the turn: who is talked about is not there. */
function talkedAbout(run: readonly JapaneseTurn[], i: number, who: number): number {
  let count = 0;
  const { from, to } = around(run, i);
  for (let k = from; k <= to; k++) {
    if (run[k]?.fixed === who && Math.abs(k - i) <= 4) return 0;
    if (k !== i && run[k]?.spokenOf.includes(who) === true) count += 1;
  }
  return Math.min(4, count);
}

function ownPoints(
  run: readonly JapaneseTurn[],
  i: number,
  turn: JapaneseTurn,
  who: number,
  people: readonly JapaneseTalker[],
): number {
  if (turn.fixed === who) return 0;
  if (who === somebody) return somebodyPoints(run, i, turn) + (withNobody(run, i, people) ? weight.unseen : 0);
  const person = people[who];
  const teller = person?.narrator === true;
  let points = teller
    ? 1.2 + weight.teller * turn.teller
    : presence(run, i, who, person) + weight.absent * (person?.absent ?? 0);
  if (turn.unheardOf.includes(who)) points += weight.unheardOf;
  if (!teller && turn.gone.includes(who)) points += weight.gone;
  if (teller && (turn.overheard || turn.alone || isSilent(run, i, who))) points += weight.overheard;
  if (turn.gender !== null && person !== undefined)
    points += teller || (person.voice !== null && person.voice !== turn.gender) ? -weight.gender : 0.6;
  if (turn.actor === who) points += weight.actor;
  // One of two alike has to begin.
  if (i === 0 && (person?.twin ?? -1) > who) points += 1;
  if (turn.style !== null && dialects.has(turn.style) && person?.dialects.has(turn.style) !== true)
    points += weight.strangeStyle;
  if (turn.called.includes(who)) points += weight.calledHimself;
  if (turn.spokenOf.includes(who)) points += weight.spokenOf * (turn.aside ? 0.3 : 1);
  points += weight.spokenOfNear * talkedAbout(run, i, who);
  points += heardPoints(turn, who, teller) + judgedPoints(turn, who, teller);
  if ((run[i - 1]?.called.includes(who) ?? false) && turn.gap < 2) points += weight.called;
  return points + (turn.leaning.get(who) ?? 0);
}

/** Two others are told to talk with each other, and nothing says that the I does. */
function isSilent(run: readonly JapaneseTurn[], i: number, teller: number): boolean {
  const near = run.slice(Math.max(0, i - 6), i + 7);
  const others = new Set(near.flatMap(({ fixed }) => (fixed === null || fixed === teller ? [] : [fixed])));
  return others.size > 1 && near.every((turn) => turn.fixed !== teller && turn.teller < 1 && turn.heard !== "other");
}

/** Nobody but the I is about: whom he talks with is not in the cast. */
function withNobody(run: readonly JapaneseTurn[], i: number, people: readonly JapaneseTalker[]): boolean {
  return people.every(({ narrator }, who) => narrator || presence(run, i, who) < 0.4);
}

function somebodyPoints(run: readonly JapaneseTurn[], i: number, turn: JapaneseTurn): number {
  let points = turn.stranger ? 0 : weight.somebody + weight.outsider * turn.outsider;
  let styled = 0;
  for (let k = Math.max(0, i - 10); k <= Math.min(run.length - 1, i + 10); k++) {
    const other = run[k];
    if (other?.stranger !== true || k === i) continue;
    points = Math.max(points, weight.somebody + weight.somebodyThere);
    if (other.style !== null) styled = other.style === turn.style ? weight.sameStyle : weight.otherStyle / 2;
  }
  if (turn.teller < 0) points -= turn.teller * 0.3;
  // Of two who are about, the one that is called is spoken to by the other.
  if (turn.near.length === 2 && turn.called.some((one) => turn.near.includes(one))) points -= 1.2;
  // Nobody who is known speaks so.
  if (styled === 0 && turn.style !== null && dialects.has(turn.style)) points += 1.2;
  return points + styled;
}

/** Who has just been heard does not speak next. */
function heardPoints(turn: JapaneseTurn, who: number, teller: boolean): number {
  if (turn.heard === null) return 0;
  if (turn.heard === "teller") return teller ? -weight.heard : 0.4;
  if (turn.heard === "other") return teller ? weight.heard : 0;
  return turn.heard === who ? -weight.heard : teller ? weight.heard * 0.6 : 0;
}

function judgedPoints(turn: JapaneseTurn, who: number, teller: boolean): number {
  if (turn.listener === who) return -weight.judged;
  if (turn.judged === null || turn.judged === "teller") return 0;
  if (turn.judged === "other") return teller ? -weight.judged : 0;
  return turn.judged === who ? weight.judged : 0;
}

/** What the two turns before say: talk goes to and fro, over a remark of the narration too. */
function turnPoints(
  run: readonly JapaneseTurn[],
  i: number,
  who: number,
  last: number | null,
  second: number | null,
  teller: number,
): number {
  const [turn, before] = [run[i], run[i - 1]];
  if (turn === undefined || last === null) return 0;
  if (turn.continues) return who === last ? 4 : -4;
  if (turn.aside) return who === last ? (before?.aside === true ? 2.5 : 1) : 0;
  if (before?.aside === true) return who === last ? 0.2 : 0;
  const gap = Math.min(2, turn.gap);
  let points = 0;
  // Voices from elsewhere: one may follow another.
  if (who === somebody && last === somebody) return turn.switches ? 0 : -0.4;
  const many = teller >= 0 && company(run, i, teller).size > 1;
  // Where an I tells, the talk is with the I.
  if (teller >= 0 && who !== teller && last !== teller && who !== last && !(turn.overheard || turn.fixed !== null))
    points += weight.pastTeller * (many ? 0.15 : turn.gap > 0 && turn.acting.includes(who) ? 0.3 : 1);
  // Who was called has answered, and it is the turn of the one who called.
  const addressed = run[i - 2]?.called.includes(last) === true;
  if (who === last) points += turn.switches ? -6 : ([-3.2, -0.7, -0.2][gap] ?? 0);
  else if (second !== null && who === second)
    points += ([1.6, 0.7, 0.4][gap] ?? 0) * (many && !addressed ? manyTurns : 1);
  else points += second === null || gap > 1 || (many && who === teller) ? 0 : -0.8;
  return points + stylePoints(turn, who, before, last, run[i - 2], second);
}

/** Two lines in one dialect are one person's; a line in dialect and a plain one are two people's. */
function stylePoints(
  turn: JapaneseTurn,
  who: number,
  before: JapaneseTurn | undefined,
  last: number,
  earlier: JapaneseTurn | undefined,
  second: number | null,
): number {
  let points = 0;
  if (before !== undefined && who === last) points += alike(turn, before);
  if (earlier !== undefined && who === second && second !== last) points += 0.6 * alike(turn, earlier);
  return points;
}

const alike = (one: Turn, other: Turn) =>
  one.style === other.style ? (one.style === null ? 0 : weight.sameStyle) : -weight.sameStyle;

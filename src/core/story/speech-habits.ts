import * as steady from "../geometry/steady-math.ts";
import type { Mention } from "./members.ts";
import { mentionFrom } from "./mention-index.ts";
import { titles } from "./name-words.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import { wordsOfEach } from "./own-words.ts";
import type { EnglishTurn } from "./turns.ts";

interface HabitSource {
  text: string;
  passages: readonly Passage[];
  quotes: readonly RawQuote[];
  mentions: readonly Mention[];
  narrator: number | null;
  /** Those who came to tell something. */
  guests: ReadonlySet<number>;
}

/** What a line shows of its speaker besides names: how it calls people and what it calls its own. */
interface Marks {
  /** `12 titled`: calls member 12 `Mr. Holmes`; `12 bare`: calls him `Holmes`. */
  calls: string[];
  /** Says sir or madam. */
  polite: boolean;
  /** Things and people that the line calls mine. */
  mine: string[];
  yours: string[];
}

/** What each sign is worth, in units of log odds. */
const weight = {
  sameForm: 0.4,
  otherForm: -2.5,
  neverPolite: -1.2,
  mine: 0.7,
  yours: -0.7,
  here: 0.15,
  longTale: -1.2,
  guestTale: 1.5,
  away: -1.5,
  gone: -2,
  third: -1,
};

/** Whoever is not heard or told of within so much text is somewhere else. */
const awayUnits = { before: 5000, after: 2000 };
/** Turns around a line that show who takes part in the talk. */
const around = 25;

/** What is known of a person by the lines that tags give him. */
interface Habits {
  calls: Map<string, number>;
  lines: number;
  polite: number;
}

/** Turns with what the manner of speaking, known from the lines that tags give, says for or against each speaker. */
export function withHabits(turns: readonly EnglishTurn[], source: HabitSource): EnglishTurn[] {
  const marks = turns.map((turn) => marksOf(turn, source));
  const likeness = wordsOfEach(turns, source.text, source.quotes);
  const habits = new Map<number, Habits>();
  const owners = new Map<string, Map<number, number>>();
  const narrated = narratedBefore(source.quotes);
  const there = traces(turns, source, narrated);
  const gone = source.narrator === null ? [] : departures(turns, source);
  for (const [t, { fixed, passage }] of turns.entries()) {
    const mark = marks[t];
    if (fixed === null || mark === undefined) continue;
    const own = habits.get(fixed) ?? { calls: new Map<string, number>(), lines: 0, polite: 0 };
    own.lines += 1;
    own.polite += mark.polite ? 1 : 0;
    for (const call of mark.calls) own.calls.set(call, (own.calls.get(call) ?? 0) + 1);
    habits.set(fixed, own);
    const chapter = source.passages[passage]?.chapter ?? "";
    for (const thing of mark.mine) count(owners, `${chapter} ${thing}`, fixed);
  }
  return turns.map((turn, t) => {
    const mark = marks[t];
    if (turn.fixed !== null || mark === undefined) return turn;
    const chapter = source.passages[turn.passage]?.chapter ?? "";
    const leaning = new Map(turn.leaning);
    const add = (who: number, points: number) => leaning.set(who, (leaning.get(who) ?? 0) + points);
    for (const [who, habit] of habits) {
      const points =
        callPoints(mark, habit) + (mark.polite && habit.polite === 0 && habit.lines >= 8 ? weight.neverPolite : 0);
      if (points !== 0) add(who, points);
    }
    for (const [things, points] of [[mark.mine, weight.mine] as const, [mark.yours, weight.yours] as const])
      for (const thing of things) {
        const all = owners.get(`${chapter} ${thing}`) ?? new Map<number, number>();
        // What two people call theirs tells them not apart.
        const [owner] = all.keys();
        if (all.size === 1 && owner !== undefined) add(owner, points);
      }
    for (const who of gone[t] ?? []) add(who, weight.gone);
    // An I is always there, and sees who else is.
    const { narrator } = source;
    const two = narrator !== null && turn.gender === null ? pairAt(turns, t, gone[t] ?? [], narrator) : null;
    for (const [who, lines] of heard(turns, t)) add(who, weight.here * steady.log10(1 + lines));
    const at = narrated(source.quotes[turn.quotes[0] ?? -1]?.start ?? 0);
    for (const [who, places] of there) {
      if (two !== null && !two.has(who) && who !== narrator) add(who, weight.third);
      if (!isNear(places, at)) add(who, weight.away);
      else if (turn.quotes.length > 2 && source.guests.has(who)) add(who, weight.guestTale);
    }
    if (narrator !== null && turn.quotes.length > 2) add(narrator, weight.longTale);
    return { ...turn, leaning, likeness: likeness[t] ?? new Map() };
  });
}

const goes =
  '(?:(?:ran|running|rushed|rushing|bolted|fled|dashed|hurried|hurrying|strode|darted|rode|drove|stalked)\\b[^.!?;,“”"]{0,40}?\\b(?:out of|away|off|down the (?:road|street|stairs|lane|path)|from the (?:room|house))|left (?:the (?:room|house|shop|office)|us|me)\\b|(?:was|had) gone\\b|(?:disappeared|vanished|departed)\\b)';
/** What is told right behind the name of one who goes: an I who tells it stays. */
const leaves = new RegExp(`^[^.!?;,“”"]{0,20}?\\b${goes}`, "u");
/** `he remarked, and with a bow he departed`: what is told behind a line of him or her who said it. */
const leavesNow = new RegExp(`^(?:[^.!?“”"]|\\bMrs?\\.)*\\b(?:he|she) ${goes}`, "u");

/** Of each turn those whom the narration last told to go, and who have not been named or heard again. */
function departures(turns: readonly EnglishTurn[], { text, quotes, mentions }: HabitSource): number[][] {
  const gone = new Set<number>();
  let m = 0;
  return turns.map(({ quotes: [first = -1], fixed, called, gap }, t) => {
    const at = quotes[first]?.start ?? 0;
    for (; (mentions[m]?.start ?? Infinity) < at; m++) {
      const mention = mentions[m];
      if (mention === undefined || mention.quoted || mention.possessive) continue;
      if (leaves.test(text.slice(mention.end, mention.end + 90))) gone.add(mention.member);
      else gone.delete(mention.member);
    }
    const last = turns[t - 1]?.fixed ?? null;
    const end = quotes[turns[t - 1]?.quotes.at(-1) ?? -1]?.end ?? at;
    if (last !== null && leavesNow.test(text.slice(end, Math.min(at, end + 160)))) gone.add(last);
    for (const who of [...called, ...(fixed === null ? [] : [fixed])]) gone.delete(who);
    if (gap === Infinity) gone.clear();
    return [...gone];
  });
}

/** Turns before a line whose tags, calls and narration show who is about. */
const pairTurns = 8;

/** The two who talk, where tags or the narration have shown nobody else for some turns; else null. */
function pairAt(
  turns: readonly EnglishTurn[],
  t: number,
  gone: readonly number[],
  narrator: number,
): ReadonlySet<number> | null {
  const there = new Set<number>();
  let tagged = 0;
  for (let k = t; k > Math.max(0, t - pairTurns); k--) {
    const turn = turns[k];
    if (turn === undefined) break;
    const { fixed, called, actor, sights } = turn;
    const near = sights.filter(({ back }) => back < 3).map(({ who }) => who);
    for (const who of [...called, ...near, ...(fixed === null ? [] : [fixed]), ...(actor === null ? [] : [actor])])
      if (!gone.includes(who)) there.add(who);
    if (fixed !== null) tagged += 1;
    if (turn.gap >= 3) break;
  }
  // The visitor has gone: I am left with my friend.
  if (gone.length > 0 && there.size === 1) there.add(narrator);
  return there.size === 2 && tagged > 0 ? there : null;
}

/** Where each member is surely there, in order: speaks by a tag, is called, or is told of. */
function traces(
  turns: readonly EnglishTurn[],
  { mentions, quotes }: HabitSource,
  narrated: (at: number) => number,
): Map<number, number[]> {
  const places = new Map<number, number[]>();
  const add = (who: number, at: number | null) => {
    const own = places.get(who) ?? [];
    if (at !== null) own.push(narrated(at));
    places.set(who, own);
  };
  for (const { member, start, quoted, possessive } of mentions) add(member, quoted || possessive ? null : start);
  for (const { fixed, called, quotes: own } of turns) {
    const at = quotes[own[0] ?? -1]?.start ?? 0;
    for (const who of fixed === null ? called : [fixed, ...called]) add(who, at);
  }
  for (const own of places.values()) own.sort((a, b) => a - b);
  return places;
}

/** Whether one of some places, in order, lies near a place. */
function isNear(places: readonly number[], at: number): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at - awayUnits.before) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? Infinity) < at + awayUnits.after;
}

/** How much is narrated before a place: over a long speech nobody goes away. */
function narratedBefore(quotes: readonly RawQuote[]): (at: number) => number {
  const spoken: number[] = [0];
  for (const { start, end } of quotes) spoken.push((spoken.at(-1) ?? 0) + end - start);
  return (at) => {
    let [low, high] = [0, quotes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quotes[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return at - (spoken[low] ?? 0);
  };
}

/** Lines that tags give each member in the talk around a turn. */
function heard(turns: readonly EnglishTurn[], t: number): Map<number, number> {
  const lines = new Map<number, number>();
  for (let k = t; k > Math.max(0, t - around) && turns[k]?.gap !== Infinity; k--) tally(lines, turns[k - 1]);
  for (let k = t + 1; k < t + around && (turns[k]?.gap ?? Infinity) !== Infinity; k++) tally(lines, turns[k]);
  return lines;
}

function tally(lines: Map<number, number>, turn: EnglishTurn | undefined): void {
  if (turn !== undefined && turn.fixed !== null) lines.set(turn.fixed, (lines.get(turn.fixed) ?? 0) + 1);
}

function count(all: Map<string, Map<number, number>>, key: string, who: number): void {
  const counts = all.get(key) ?? new Map<number, number>();
  counts.set(who, (counts.get(who) ?? 0) + 1);
  all.set(key, counts);
}

/** Who always says `Holmes` does not say `Mr. Holmes`. */
function callPoints({ calls }: Marks, habit: Habits): number {
  let points = 0;
  for (const call of calls) {
    const other = call.endsWith(" bare") ? call.replace("bare", "titled") : call.replace("titled", "bare");
    const [same, opposed] = [habit.calls.get(call) ?? 0, habit.calls.get(other) ?? 0];
    if (same > opposed) points += weight.sameForm;
    else if (opposed > 1 && opposed > same * 2) points += weight.otherForm;
  }
  return points;
}

const owned = /\b(my|your) (?:(?:own|late|poor|dear|little|old|young|elder|younger) )*([\p{Ll}-]{3,})/giu;
const nobodys = new Set(
  "dear own friend friends lord lady mind hand hands eyes word words heart life name time good boy girl fellow sir head god opinion case turn way part self honour majesty business".split(
    " ",
  ),
);
const polite = /(?:^|[,.!?;—“"]\s?)(?:sir|ma[’']?am|madam)(?=[,.!?;:—”"’]|$)/iu;

function marksOf(turn: EnglishTurn, { text, quotes, mentions }: HabitSource): Marks {
  const marks: Marks = { calls: [], polite: false, mine: [], yours: [] };
  for (const i of turn.quotes) {
    const quote = quotes[i];
    if (quote === undefined) continue;
    const line = outer(text.slice(quote.inner.start, quote.inner.end));
    if (polite.test(line)) marks.polite = true;
    for (const [, whose, thing] of line.matchAll(owned)) {
      if (thing === undefined || nobodys.has(thing.toLowerCase())) continue;
      (whose?.toLowerCase() === "my" ? marks.mine : marks.yours).push(thing.toLowerCase());
    }
  }
  const [first, last] = [quotes[turn.quotes[0] ?? -1], quotes[turn.quotes.at(-1) ?? -1]];
  if (first === undefined || last === undefined || turn.called.length === 0) return marks;
  for (let m = mentionFrom(mentions, first.start); (mentions[m]?.start ?? Infinity) < last.end; m++) {
    const mention = mentions[m];
    if (mention === undefined || !mention.quoted || !turn.called.includes(mention.member)) continue;
    const head = /^\p{L}+/u.exec(text.slice(mention.start, mention.end))?.[0].toLowerCase() ?? "";
    marks.calls.push(`${mention.member} ${titles.has(head) ? "titled" : "bare"}`);
  }
  return {
    ...marks,
    calls: [...new Set(marks.calls)],
    mine: [...new Set(marks.mine)],
    yours: [...new Set(marks.yours)],
  };
}

/** A line without the speech that it repeats. */
const outer = (line: string) => line.replace(/(?<=^|[\s—])‘(?:[^’]|’(?=\p{L}))*’?/gu, " ");

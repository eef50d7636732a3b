import * as steady from "../geometry/steady-math.ts";
import { soliloquies } from "./soliloquies.ts";
import type { Gender } from "./story.ts";
import { type EnglishTurn, type Talker, type Voice, withTeller } from "./turns.ts";

/** A sign for or against somebody, with how strong it is. What each is worth is in speaker-weights-data.ts. */
export type Sign = readonly [name: string, value: number];

/** What of a conversation bears on one of its turns, gathered once for all who may speak it. */
export interface TurnView {
  run: readonly EnglishTurn[];
  i: number;
  people: readonly Talker[];
  /** Who talks to himself in this turn. */
  alone: number | null;
  /** Lines that tags give each member in the turns around. */
  heard: ReadonlyMap<number, number>;
  /** Those whom the talk around is about and who are neither heard nor told of nor called in it. */
  elsewhere: ReadonlySet<number>;
}

/** Turns around a line that show who takes part in the talk. */
const around = 25;

/** The views of all turns of a conversation. */
export function viewsOf(run: readonly EnglishTurn[], people: readonly Talker[]): TurnView[] {
  const alone = soliloquies(run, people);
  return run.map((_, i) => {
    const heard = new Map<number, number>();
    for (const { fixed } of run.slice(Math.max(0, i - around), i + around))
      if (fixed !== null) heard.set(fixed, (heard.get(fixed) ?? 0) + 1);
    const told = withTeller(people, run[i]?.teller ?? null);
    return {
      run,
      i,
      people: told,
      alone: alone[i] ?? null,
      heard,
      elsewhere: onlyDiscussed(run, i),
    };
  });
}

/** Turns around a line whose words show who is only spoken of. */
const discussed = 10;

function onlyDiscussed(run: readonly EnglishTurn[], i: number): Set<number> {
  const near = run.slice(Math.max(0, i - discussed), i + discussed);
  const there = new Set(
    near.flatMap(({ fixed, actor, called, next, behind, between, sights }) => [
      fixed,
      actor,
      next,
      between.who,
      ...called,
      ...behind,
      ...sights.filter(({ back }) => back < 3).map(({ who }) => who),
    ]),
  );
  return new Set(near.flatMap(({ spokenOf }) => spokenOf.filter((who) => !there.has(who))));
}

/** What speaks for or against somebody in a turn by itself; null is nobody of the cast. */
export function ownSigns(view: TurnView, who: number | null): Sign[] {
  const turn = view.run[view.i];
  if (turn === undefined) return [];
  const told = turn.gender === null ? "plain" : turn.kin ? "kin" : "told";
  if (who === null) return [[`nobody ${told}`, 1], ...flag("nobody newcomer", turn.newcomer === true)];
  const person = view.people[who];
  if (person === undefined) return [];
  return [
    ...personSigns(view, turn, who, person, told),
    ...sightSigns(turn, who, view.people, told),
    ...callSigns(view.run, view.i, who),
    ...heardSigns(view, who),
    ...turnSigns(view, person),
    ...(turn.described === null ? [] : flag("described", turn.described === who)),
    ...aboutSigns(turn, who, person),
    ...prominence(turn, who, view.people),
    ...flag("only discussed", view.elsewhere.has(who)),
    ["words", turn.likeness.get(who) ?? 0],
    ...flag("words unknown", !turn.likeness.has(who)),
    ["manner", Math.max(-3, Math.min(3, turn.leaning.get(who) ?? 0))],
    ...flag("alone", view.alone === who),
  ];
}

const flag = (name: string, on: boolean): Sign[] => (on ? [[name, 1]] : []);

function personSigns(view: TurnView, turn: EnglishTurn, who: number, person: Talker, told: string): Sign[] {
  const signs: Sign[] = [
    ["lines", steady.log10(1 + person.lines)],
    ["absent", person.absent],
    ...flag("nameless", person.nameless),
    ...flag("silent", person.lines === 0),
    ...flag(turn.led ? "narrator led" : "narrator bare", person.narrator),
    ...flag("narrator told", person.narrator && turn.words > 120),
  ];
  if (turn.gender !== null) signs.push([`gender ${genderFit(turn.gender, person)}`, 1]);
  if (turn.kin) signs.push(...kinSigns(view, turn, person));
  if (turn.actor === who) signs.push(["actor", 1]);
  else if (turn.actor !== null) signs.push(["not the actor", 1]);
  if (turn.actorGender !== null) signs.push([`actor ${genderFit(turn.actorGender, person)}`, 1]);
  return told === "plain" && turn.words < 4 ? [...signs, ...flag("short narrator", person.narrator)] : signs;
}

function kinSigns({ run, i, people }: TurnView, { kinship }: EnglishTurn, person: Talker): Sign[] {
  const elder = /^(?:father|mother|papa|mamma|husband|wife|mama)$/.test(kinship ?? "");
  const near = [
    run[i - 1]?.fixed,
    run[i - 2]?.fixed,
    run[i + 1]?.fixed,
    run[i]?.subject.who,
    ...(run[i]?.called ?? []),
  ];
  const family = near.some(
    (one) => one !== undefined && one !== null && people[one] !== person && people[one]?.surname === person.surname,
  );
  return [
    [`kin ${elder ? "elder" : "other"} ${person.married ? "married" : "single"}`, 1],
    ...flag("kin family", family && person.surname !== null),
  ];
}

/** How well somebody fits he, she or it. */
function genderFit(told: Voice, person: Talker): "narrator" | "right" | "unknown" | "wrong" {
  // The I of a story is never he or she.
  if (person.narrator) return "narrator";
  if (person.voice === told) return "right";
  if (person.animal && (told === "neuter" || person.voice === "neuter"))
    return person.voice === null ? "right" : "unknown";
  return person.voice === null && told !== "neuter" ? "unknown" : "wrong";
}

const fits = (told: Voice, person: Talker | undefined) => (person?.voice ?? told) === told || person?.animal === true;

function sightSigns(turn: EnglishTurn, who: number, people: readonly Talker[], told: string): Sign[] {
  const voice = turn.gender ?? turn.actorGender;
  const group =
    voice === null
      ? `${turn.led ? "led" : "bare"} ${Math.min(turn.gap, 1)}`
      : told === "plain"
        ? "acts"
        : told === "told"
          ? `told ${turn.tagged ?? ""}`
          : told;
  const rank = (voice === null ? turn.sights : turn.sights.filter((one) => fits(voice, people[one.who]))).findIndex(
    (one) => one.who === who,
  );
  const sight = turn.sights.find((one) => one.who === who);
  const signs: Sign[] = [[`near ${group} ${rank < 0 ? "no" : Math.min(rank, 4)}`, 1]];
  if (rank >= 0 && sight !== undefined) {
    signs.push([`back ${group} ${Math.min(sight.back, 3)}`, 1]);
    signs.push(...flag(`aside ${group} ${Math.min(rank, 1)}`, sight.aside));
  }
  signs.push([`times ${group}`, steady.log2(1 + (sight?.times ?? 0))]);
  const behind = turn.behind.indexOf(who);
  if (turn.behind.length > 0) signs.push([`behind ${group} ${Math.min(behind, 1)}`, 1]);
  signs.push(...flag(`newcomer ${Math.min(rank, 1)}`, turn.newcomer === true));
  return [...signs, ...flag(`next ${voice === null ? "plain" : "told"}`, turn.next === who)];
}

/** He paused: what the narration around a line does is mostly done by those who talk. */
function aboutSigns(turn: EnglishTurn, who: number, person: Talker): Sign[] {
  const known = person.voice !== null && person.voice !== "neuter" && !person.narrator;
  const signs: Sign[] = [];
  if (turn.between.who !== null) signs.push([`between ${turn.between.who === who ? "he" : "another"}`, 1]);
  else if (turn.between.voice !== null && known)
    signs.push([`between ${turn.between.voice === person.voice ? "right" : "wrong"}`, 1]);
  signs.push(...subjectSigns(turn, who, person));
  if (turn.nextGender !== null && known)
    signs.push([`follows ${turn.nextGender === person.voice ? "right" : "wrong"}`, 1]);
  return signs;
}

/** He took up the letter. “…” he said: the last sentences before a line are mostly about who speaks it, or about who listens. */
function subjectSigns({ subject, gender, gap }: EnglishTurn, who: number, person: Talker): Sign[] {
  const kind = gender === null ? (gap === 0 ? "bare" : "plain") : "told";
  const signs: Sign[] = [];
  if (subject.who !== null && subject.deed !== null)
    signs.push([`${subject.deed} ${gender === null ? "plain" : "told"} ${subject.who === who ? "he" : "another"}`, 1]);
  if (subject.who !== null)
    signs.push([`subject ${kind} ${Math.min(subject.back, 2)} ${subject.who === who ? "he" : "another"}`, 1]);
  if (subject.who === null && subject.deed !== null && subject.voice !== null && !person.narrator)
    signs.push([
      `${subject.deed} ${gender === null ? "plain" : "told"} ${subject.voice === person.voice ? "right" : "wrong"}`,
      1,
    ]);
  if (subject.voice !== null && !person.narrator)
    signs.push([`subject ${kind} ${subject.voice === person.voice ? "right" : "wrong"}`, 1]);
  return signs;
}

/** Whom the narration of some pages is about is who it means by he and she when it names nobody for long. */
function prominence(
  { around: told, gender, actorGender }: EnglishTurn,
  who: number,
  people: readonly Talker[],
): Sign[] {
  const voice = people[who]?.voice;
  const asked = gender ?? actorGender;
  if (asked !== null && asked !== voice) return [];
  const kind = asked === null ? "plain" : "told";
  const own = told.get(who) ?? 0;
  const most = [...told].every(([other, times]) => times <= own || people[other]?.voice !== voice);
  return [[`around ${kind}`, steady.log2(1 + own)], ...flag(`leads ${kind}`, own > 0 && most)];
}

function callSigns(run: readonly EnglishTurn[], i: number, who: number): Sign[] {
  const [turn, before, after] = [run[i], run[i - 1], run[i + 1]];
  const [earlier, later] = [run[i - 2], run[i + 2]];
  const close = turn !== undefined && turn.gap < 2;
  const signs: Sign[] = [
    ...flag("called", turn?.called.includes(who) === true),
    ...flag("spoken of", turn?.spokenOf.includes(who) === true),
  ];
  if (before !== undefined && close) {
    signs.push(...flag("answers call", before.called.includes(who)));
    signs.push(...flag(`answers call ${turn.gender === null ? "plain" : turn.verb}`, before.called.includes(who)));
    signs.push(...flag(`spoken of before ${Math.min(turn.gap, 1)}`, before.spokenOf.includes(who)));
    if (before.called.length > 0) signs.push(...flag("ignores call", !before.called.includes(who)));
  }
  if (after !== undefined && after.gap < 2) {
    signs.push(...flag("calls next", after.called.includes(who)));
    signs.push(...flag(`spoken of after ${Math.min(after.gap, 1)}`, after.spokenOf.includes(who)));
  }
  if (earlier !== undefined && close) signs.push(...flag("called before that", earlier.called.includes(who)));
  if (later !== undefined && later.gap < 2) signs.push(...flag("called after that", later.called.includes(who)));
  return signs;
}

/** Who is known by tags to talk before and after, how near, and whether a talk that goes to and fro would make it his turn. */
function heardSigns({ run, i, heard }: TurnView, who: number): Sign[] {
  const all = [...heard.values()].reduce((sum, lines) => sum + lines, 0);
  const own = heard.get(who) ?? 0;
  const signs: Sign[] = [
    ["heard", steady.log2(1 + own)],
    ["heard share", all === 0 ? 0 : own / (all + 1)],
  ];
  for (const [step, name] of [[-1, "heard before"] as const, [1, "heard after"] as const]) {
    let strict = true;
    let found = "no";
    for (let k = i + step, far = 1; k >= 0 && k < run.length && far <= 8; k += step, far++) {
      const crossed = step < 0 ? run[k + 1] : run[k];
      if (crossed !== undefined && (crossed.gap > 0 || crossed.aside)) strict = false;
      if (run[k]?.fixed !== who) continue;
      found = `${far > 6 ? "far" : far}${strict ? " strict" : ""}`;
      break;
    }
    signs.push([`${name} ${found}`, 1]);
  }
  return signs;
}

/** In talk that goes to and fro, whether the lines two, four or six before and after are a man's or a woman's, and those between. */
function turnSigns({ run, i, people }: TurnView, person: Talker): Sign[] {
  if (person.narrator || (person.voice !== "female" && person.voice !== "male")) return [];
  const signs: Sign[] = [];
  for (const [step, name] of [[-1, "before"] as const, [1, "after"] as const]) {
    const seen = { own: false, other: false };
    for (let k = i + step, far = 1; far <= 6; k += step, far++) {
      const crossed = step < 0 ? run[k + 1] : run[k];
      const turn = run[k];
      if (turn === undefined || crossed === undefined || crossed.gap > 0 || turn.aside) break;
      const voice = turn.gender ?? people[turn.fixed ?? -1]?.voice ?? null;
      const side = far % 2 === 0 ? "own" : "other";
      if (voice === null || voice === "neuter" || seen[side]) continue;
      seen[side] = true;
      signs.push([`${side} side ${name} ${Math.min(far, 3)} ${voice === person.voice ? "same" : "unlike"}`, 1]);
    }
  }
  return signs;
}

/** What the speaker of the turn before says for or against somebody. */
export function pairSigns(
  run: readonly EnglishTurn[],
  i: number,
  who: number | null,
  last: number | null,
  people: readonly Talker[],
): Sign[] {
  const [turn, before] = [run[i], run[i - 1]];
  if (turn === undefined || before === undefined) return [];
  const same = who === last;
  if (turn.continues) return [[same ? "goes on" : "breaks off", 1]];
  if (who === null) return flag("nobody again", same);
  // One thought after another is the same head; a first one is often the last speaker's.
  if (turn.aside) return flag(before.aside ? "thinks on" : "thinks", same);
  if (before.aside) return flag("says what he thought", same);
  const signs: Sign[] = [...flag("behind nobody", last === null)];
  const gap = Math.min(turn.gap, 3);
  if (same) {
    const kind =
      turn.gender !== null
        ? "told"
        : turn.fixed !== null
          ? "named"
          : turn.actor === who
            ? "actor"
            : turn.led
              ? "led"
              : "bare";
    signs.push([`again ${gap} ${kind}`, 1]);
    if (turn.gender !== null) signs.push([`again ${gap} verb ${turn.verb}`, 1]);
    if (turn.gender !== null && who !== null)
      signs.push([`again ${gap} ${rivals(run, i, who, people) ? "rival" : "only"}`, 1]);
    signs.push(...flag(`again in the passage`, turn.passage === before.passage));
    signs.push(...flag(`answers himself ${Math.min(gap, 1)}`, before.asks));
    signs.push(...flag(`asks again ${Math.min(gap, 1)}`, before.asks && turn.asks));
    signs.push([`again ${Math.min(gap, 1)} ${turn.starts}`, 1]);
    signs.push(
      ...flag("between the same", gap > 0 && turn.between.who === who),
      ...flag("between another", gap > 0 && turn.between.who !== null && turn.between.who !== who),
    );
    signs.push(...flag("another", turn.switches));
    signs.push(...styleSigns("again", turn.style, before.style));
  } else if (last !== null && turn.gap < 2) {
    signs.push(...flag("calls the last", turn.called.includes(last)));
    signs.push(...flag("calls another", turn.called.length > 0 && !turn.called.includes(last)));
    signs.push(...flag("speaks of the last", turn.spokenOf.includes(last)));
    // Yes, sir: he who asked is the man.
    signs.push(...politeSigns(turn.toGender, people[last]), ...politeSigns(before.toGender, people[who]));
  }
  return signs;
}

/** Whether another he or she is heard around a turn. */
function rivals(run: readonly EnglishTurn[], i: number, who: number, people: readonly Talker[]): boolean {
  return run
    .slice(Math.max(0, i - 8), i + 5)
    .some(({ fixed }) => fixed !== null && fixed !== who && people[fixed]?.voice === people[who]?.voice);
}

/** What it is worth that somebody speaks after one other line, as in talk that goes to and fro. */
export function returnSigns(run: readonly EnglishTurn[], i: number): Sign[] {
  const [turn, before] = [run[i], run[i - 1]];
  if (turn === undefined || before === undefined || turn.continues || turn.aside || before.aside) return [];
  const kind = turn.gender !== null ? "told" : turn.fixed !== null ? "named" : turn.led ? "led" : "bare";
  return [
    [`returns ${Math.min(turn.gap, 2)} ${Math.min(before.gap, 2)} ${kind}`, 1],
    [`returns ${Math.min(turn.gap, 1)} ${turn.starts}`, 1],
    ...flag("returns to answer", before.asks && turn.gap === 0),
    ...styleSigns("returns", turn.style, run[i - 2]?.style ?? null),
  ];
}

/** Two lines in one dialect are one person's; a line in dialect and a plain one are two people's. */
const styleSigns = (name: string, one: string | null, other: string | null): Sign[] =>
  one === null && other === null ? [] : [[`${name} in ${one === other ? "the same" : "another"} style`, 1]];

function politeSigns(told: Gender | null, person: Talker | undefined): Sign[] {
  if (told === null || (person?.voice !== "female" && person?.voice !== "male")) return [];
  return [[person.voice === told ? "rightly called" : "wrongly called", 1]];
}

import type { Gender } from "./story.ts";
import type { Talker, Turn, Voice } from "./turns.ts";

/** What each sign is worth: found by climbing on QuoteLi3 (Emma, Pride and Prejudice) and the extracts of LitBank, in units of log odds. */
const weight = {
  actor: 2.05,
  otherActor: 0,
  actorGender: -0.05,
  sameGender: 0.65,
  noGender: -0.45,
  wrongGender: -4.35,
  called: -3.9,
  answersCall: 1.15,
  callsNext: 0.75,
  spokenOf: -1.7,
  spokenOfBefore: -1,
  spokenOfAfter: -1,
  near: 0.95,
  nearPronoun: 0.55,
  again: -1,
  alternate: 1.5,
  againAfterGap: 0.25,
  alternateAfterGap: 0.2,
  wronglyCalled: -0.45,
  absent: -1.45,
  switches: -7,
  sameStyle: 2.45,
  lines: 0.35,
  unknown: -1.3,
};

/** How sure the reading of a whole conversation is of itself. */
export const sharpness = 0.8;

/** What a turn by itself says for or against somebody; `null` is nobody of the cast. */
export function emission(
  run: readonly Turn[],
  i: number,
  turn: Turn,
  who: number | null,
  people: readonly Talker[],
): number {
  if (who === turn.fixed) return who === null ? weight.unknown : 10;
  if (who === null) return weight.unknown;
  const person = people[who];
  let points =
    Math.min(0.8, Math.log10(1 + (person?.lines ?? 0)) * weight.lines) + weight.absent * (person?.absent ?? 0);
  if (turn.gender !== null) points += genderPoints(turn.gender, person);
  if (turn.actor === who) points += weight.actor;
  else if (turn.actor !== null) points += weight.otherActor;
  if (turn.actorGender !== null && person?.voice !== null)
    points += person?.voice === turn.actorGender ? weight.actorGender : -weight.actorGender * 2;
  if (turn.called.includes(who)) points += weight.called;
  if (turn.spokenOf.includes(who)) points += weight.spokenOf;
  const told = turn.gender ?? turn.actorGender;
  const rank = (told === null ? turn.near : turn.near.filter((one) => fits(told, people[one]))).indexOf(who);
  if (rank >= 0)
    points += (weight.near + (turn.gender === null && turn.actorGender === null ? 0 : weight.nearPronoun)) / (1 + rank);
  const before = run[i - 1];
  if (before !== undefined && before.called.includes(who) && turn.gap < 2) points += weight.answersCall;
  const after = run[i + 1];
  if (after !== undefined && after.called.includes(who) && after.gap < 2) points += weight.callsNext;
  // Of whom one of two speaks is not the other one.
  if (before !== undefined && before.spokenOf.includes(who) && turn.gap === 0) points += weight.spokenOfBefore;
  if (after !== undefined && after.spokenOf.includes(who) && after.gap === 0) points += weight.spokenOfAfter;
  return points + (turn.leaning.get(who) ?? 0);
}

const fits = (told: Voice, person: Talker | undefined) => (person?.voice ?? told) === told || person?.animal === true;

/** How well somebody fits the he, she or it of a tag. */
function genderPoints(told: Voice, person: Talker | undefined): number {
  const voice = person?.voice ?? null;
  // The I of a story is never he or she.
  if (person?.narrator === true) return weight.wrongGender;
  if (voice === told) return weight.sameGender;
  if (person?.animal === true && (told === "neuter" || voice === "neuter"))
    return voice === null ? weight.sameGender : weight.noGender;
  return voice === null && told !== "neuter" ? weight.noGender : weight.wrongGender;
}

/** What the two turns before say for or against somebody. */
export function transition(
  run: readonly Turn[],
  i: number,
  who: number | null,
  last: number | null,
  second: number | null,
  people: readonly Talker[],
): number {
  const [turn, before] = [run[i], run[i - 1]];
  if (turn === undefined) return 0;
  const afterAside = before?.aside === true;
  if (turn.continues) return who === last ? 6 : -6;
  // One thought after another is the same head; a first one is often the last speaker's.
  if (turn.aside) return who !== null && who === last ? (afterAside ? 2.5 : 1.2) : 0;
  if (who === null) return 0;
  // Who has just thought something may well say it.
  if (afterAside && who === last) return 0.2;
  const apart = turn.gap > 0;
  let points = turn.switches && who === last ? weight.switches : 0;
  if (who === last) points += apart ? weight.againAfterGap : weight.again;
  else if (who === second)
    points += apart ? weight.alternateAfterGap : (alternation[Math.min(2, before?.gap ?? 0)] ?? 0);
  if (who === last && before !== undefined) points += stylePoints(turn.style, before.style);
  else if (who === second) points += stylePoints(turn.style, run[i - 2]?.style ?? null) * 0.6;
  // Yes, sir: he who asked is the man.
  if (last !== null && who !== last && turn.gap < 2) {
    if (calledWrongly(turn.toGender, people[last])) points += weight.wronglyCalled;
    if (calledWrongly(before?.toGender ?? null, people[who])) points += weight.wronglyCalled;
  }
  return points;
}

/** What going to and fro is worth by the passages told between the two turns before. */
const alternation = [weight.alternate, 0.9, weight.alternateAfterGap];

/** Two lines in one dialect are one person's; a line in dialect and a plain one are two people's. */
const stylePoints = (one: string | null, other: string | null) =>
  one === other ? (one === null ? 0 : weight.sameStyle) : -weight.sameStyle;

const calledWrongly = (told: Gender | null, person: Talker | undefined) =>
  told !== null && (person?.voice === "female" || person?.voice === "male") && person.voice !== told;

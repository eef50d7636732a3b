import * as steady from "../geometry/steady-math.ts";
import type { RawReference } from "./reference-reading.ts";
import { referenceWeights } from "./reference-weights-data.ts";
import type { Gender, Quote } from "./story.ts";

/** Somebody who may be meant, with his last appearances. */
export interface Candidate {
  key: string;
  person: string | null;
  gender: Gender | null;
  beast: boolean;
  /** How much of the book is about him: 0 a stranger, 3 one who carries it. */
  rank: number;
  seen: Appearance[];
  /** How much he has been told of lately, when his last appearance was. */
  weight: number;
  /** How sure the last of them was. */
  lastSure: number;
}

export interface Appearance {
  /** Number of the sentence and of the paragraph. */
  sentence: number;
  paragraph: number;
  /** Where its words stand. */
  at: number;
  end: number;
  kind: RawReference["kind"];
  part: RawReference["part"];
}

/** A word that points at somebody named before. */
export interface Pointer extends RawReference {
  sentence: number;
  paragraph: number;
  /** In the first sentence of its paragraph. */
  opens: boolean;
  /** What is said in or beside its sentence. */
  spoken: Quote | null;
  /** Whom its clause has named before it. */
  inClause: readonly { person: string | null; part: RawReference["part"]; gender: Gender | null }[];
}

/** Signs for and against somebody: name → strength. */
export type Signs = ReadonlyMap<string, number>;

/** Whether somebody can be meant by a word at all. */
export function fits({ gender, kind, noun, beast }: Pointer, one: Candidate): boolean {
  if (gender !== null && one.gender !== null && gender !== one.gender) return false;
  if (kind !== "noun") return true;
  // A dog is no man; a man may be a doctor.
  if (beast !== one.beast) return false;
  return one.person !== null || one.key.startsWith(`${noun} `);
}

/** The signs that one of the candidates is meant; `rivals` are all of them. */
export function signsOf(pointer: Pointer, one: Candidate, rivals: readonly Candidate[]): Signs {
  const last = one.seen.at(-1);
  const signs = new Map<string, number>();
  const form =
    pointer.kind === "noun"
      ? "n"
      : pointer.part === "acts"
        ? pointer.leads
          ? "l"
          : "s"
        : pointer.part === "owns"
          ? "w"
          : "o";
  const add = (name: string, strength = 1) => {
    if (form !== "n") signs.set(name, strength);
    signs.set(`${form}:${name}`, strength);
  };
  if (last === undefined) return signs;
  const far = pointer.sentence - last.sentence;
  const nearer = rivals.filter((other) => other !== one && (other.seen.at(-1)?.at ?? 0) > last.at).length;
  const steps = far <= 3 ? String(far) : far <= 6 ? "4-6" : far <= 12 ? "7-12" : "13+";
  add(`far ${steps}`);
  add(`last ${last.kind}`);
  if (far <= 2) add(`did ${far} ${last.part}`);
  if (far > 0) {
    const before = one.seen.filter(({ sentence }) => sentence === last.sentence);
    if (before.some(({ part, kind }) => part === "acts" && kind !== "quote")) add("acted last");
    const leader = rivals.every((other) => {
      const first = other.seen.find(({ sentence }) => sentence === last.sentence);
      return other === one || first === undefined || first.at > (before[0]?.at ?? 0);
    });
    if (leader && far <= 2) add("led last");
    if (pointer.opens && far <= 2) add("over a paragraph");
    if (pointer.opens && leader) add("led over a paragraph");
  } else {
    const here = one.seen.filter(({ sentence }) => sentence === pointer.sentence);
    if (here.some(({ part }) => part === "acts")) add("acts here");
    if (here[0]?.part === "acts" && here[0].kind !== "quote") add("first here acts");
  }
  const named = pointer.inClause.findLast(({ person }) => person !== null && person === one.person);
  if (named !== undefined) add(`clause ${named.part}`);
  add("often", steady.log(1 + one.seen.filter(({ sentence }) => pointer.sentence - sentence <= 10).length));
  const weights = rivals.map((other) => weightAt(other, pointer.sentence));
  const own = weightAt(one, pointer.sentence);
  add("share", own / weights.reduce((a, b) => a + b, 0));
  if (own >= Math.max(...weights)) add("foremost");
  if (one.person === null) add("stranger");
  else add(`rank ${one.rank}`);
  if (one.rank < Math.max(...rivals.map(({ rank }) => rank))) add("outranked");
  if (last.kind === "pronoun" && nearer === 0) add(`goes on ${far <= 2 ? far : "far"}`);
  if (one.person === null && last.kind === "noun") add("stranger noun");
  if (one.person === null && one.seen.length === 1 && far <= 2) add("newcomer");
  if (one.beast && (one.person === null || one.gender === null)) add("beast");
  if (one.gender === null) add("sexless");
  add("nearer", Math.min(3, nearer));
  if (nearer === 0) add("nearest");
  if (rivals.length === 1) add("only");
  if (!one.seen.some(({ kind }) => kind === "name")) add("unnamed");
  const spoke = pointer.spoken;
  if (spoke?.speaker !== undefined && spoke.speaker !== null) {
    if (spoke.speaker === one.person) add(pointer.tag ? "said" : "speaks", spoke.confidence);
    else if (spoke.addressee !== null && spoke.addressee === one.person) add("spoken to");
    else add("silent", spoke.confidence);
  }
  if (one.lastSure < 0.7) add("doubtful");
  if (pointer.kind === "noun") {
    if (pointer.described) add("described");
    if (one.key.startsWith(`${pointer.noun} `)) add("same noun");
    if (/^(?:man|woman|boy|girl|fellow|lad|lady|gentleman|child|creature)$/.test(pointer.noun)) add("plain noun");
  }
  return signs;
}

/** The signs that nobody of them is meant. */
export function signsOfNone(pointer: Pointer, rivals: readonly Candidate[]): Signs {
  const signs = new Map<string, number>();
  const form = pointer.kind === "noun" ? "n" : "p";
  signs.set(`${form}:none`, 1);
  if (rivals.length === 0) signs.set(`${form}:nobody fits`, 1);
  signs.set(`${form}:none of many`, Math.min(4, rivals.length));
  if (pointer.kind === "noun" && pointer.described) signs.set("n:none described", 1);
  if (pointer.kind === "noun" && /^(?:man|woman|boy|girl|fellow|lad|lady|gentleman|child|creature)$/.test(pointer.noun))
    signs.set("n:none plain", 1);
  if (pointer.opens) signs.set(`${form}:none opens`, 1);
  return signs;
}

/** Sentences in which what was told of somebody counts half. */
const half = 30;

/** How much somebody has been told of lately, at a sentence. */
export const weightAt = ({ weight, seen }: Candidate, sentence: number): number =>
  weight * 0.5 ** ((sentence - (seen.at(-1)?.sentence ?? sentence)) / half);

const strength = (signs: Signs, weights: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const [name, value] of signs) sum += value * (weights.get(name) ?? 0);
  return sum;
};

const learnt: ReadonlyMap<string, number> = new Map(referenceWeights);

export interface Choice {
  /** Whom the word means; null for nobody of them. */
  candidate: Candidate | null;
  /** 0–1. */
  sure: number;
}

/** Whom a word means most likely, with all who may be meant. */
export function chooseAmong(pointer: Pointer, near: readonly Candidate[], weights = learnt): Choice {
  const rivals = near.filter((one) => fits(pointer, one));
  const scores = [
    ...rivals.map((one) => strength(signsOf(pointer, one, rivals), weights)),
    strength(signsOfNone(pointer, rivals), weights),
  ];
  const top = Math.max(...scores);
  const shares = scores.map((score) => steady.exp(score - top));
  const sum = shares.reduce((a, b) => a + b, 0);
  const best = shares.indexOf(Math.max(...shares));
  const candidate = rivals[best] ?? null;
  const person = candidate?.person ?? null;
  // Whoever of those outside the cast it is, it is nobody of the cast.
  const like = shares.filter((_, i) => (person === null ? (rivals[i]?.person ?? null) === null : i === best));
  return { candidate, sure: like.reduce((a, b) => a + b, 0) / sum };
}

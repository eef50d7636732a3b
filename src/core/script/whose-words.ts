import type { Span } from "../book/book.ts";
import type { Reference } from "../story/references.ts";
import type { Gender } from "../story/story.ts";
import type { Draft } from "./draft.ts";

/** Whom the narration means between two offsets of the book, in order. */
export type ReferenceFinder = (span: Span) => readonly Reference[];

/** Finds references by where they stand; `all` are those of the book, in order. */
export function findReferences(all: readonly Reference[]): ReferenceFinder {
  return ({ start, end }) => {
    let [from, to] = [0, all.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((all[middle]?.start ?? Infinity) < start) from = middle + 1;
      else to = middle;
    }
    let last = from;
    while ((all[last]?.end ?? Infinity) <= end) last += 1;
    return all.slice(from, last);
  };
}

/** From here on whom a sentence is of is as good as told, and from here on anybody else whom a pronoun in it means (docs/quality.md). */
export const surelyMeant = 0.7;
const besideMeant = 0.8;
/** The same for somebody who was not about just now: he must have come in. */
const comeIn = 0.75;

/** Of whom the captions of a panel are. */
export interface Whose {
  /** `person`: one of the cast; `other`: somebody else, a crowd, or nobody knows who; `several`: they or we; `nobody`: a place or a thing. */
  of: "person" | "other" | "several" | "nobody";
  person: string | null;
  /** Sex of him or her. */
  gender: Gender | null;
  /** Everybody of the cast whom they surely mean, owners apart. */
  meant: readonly string[];
}

/** Of whom the captions of a panel are; `about` are those who were seen or heard just before. */
export function whoseWords({ lines }: Draft, references: ReferenceFinder, about: ReadonlySet<string | null>): Whose {
  const pieces = lines.flatMap(({ kind, title, pieces: own }) => (kind === "narration" && !title ? own : []));
  const all = pieces.flatMap((piece) => references(piece));
  const trusted = ({ person, sure }: Reference, least: number) => person !== null && sure >= least;
  const meant = all.flatMap((one) =>
    one.part !== "owns" && one.person !== null && trusted(one, besideMeant) ? [one.person] : [],
  );
  const [first] = all;
  const lead = all.find(({ part }) => part === "acts") ?? all.find(({ part }) => part !== "owns");
  const owner = first?.part === "owns" && first.start <= (pieces[0]?.start ?? 0) + headLength;
  const head = owner ? first : lead;
  const found = { gender: head?.gender ?? null, meant: [...new Set(meant)] };
  if (head === undefined) return { of: "nobody", person: null, ...found };
  if (head.kind === "several") return { of: "several", person: null, ...found };
  if (trusted(atBest(head, all), about.has(head.person) ? surelyMeant : comeIn))
    return { of: "person", person: head.person, ...found };
  return { of: "other", person: null, ...found };
}

/** The surest of the words that mean the same one, where no pronoun beside them means another: he … and he knew that he … */
function atBest(head: Reference, all: readonly Reference[]): Reference {
  const chain = all.filter(({ kind, gender }) => kind === "pronoun" && gender === head.gender);
  if (head.kind !== "pronoun" || chain.some(({ person }) => person !== head.person)) return head;
  return chain.reduce((best, one) => (one.sure > best.sure ? one : best), head);
}

/** UTF-16 units in which a caption begins with an owner: for the moment his eyes. */
const headLength = 18;

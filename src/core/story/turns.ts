import type { LastSubject } from "./last-subject.ts";
import type { Sight } from "./sights.ts";
import type { Gender } from "./story.ts";

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

/** A turn with what the English rules see around it. */
export interface EnglishTurn extends Turn {
  /** All who are named around the line, by the narration first, nearest first. */
  sights: readonly Sight[];
  /** Named by the narration behind the line in its own passage. */
  behind: readonly number[];
  /** Named first in the passage of narration that follows. */
  next: number | null;
  /** Whom the narration between the turn before and this one is about, by a name and by he or she at its start. */
  between: { who: number | null; voice: Gender | null };
  /** Whom the last sentences before it are about. */
  subject: LastSubject;
  /** The he or she that the passage after begins with. */
  nextGender: Gender | null;
  starts: "answer" | "more" | "plain";
  /** How often the narration names each one on the pages around. */
  around: ReadonlyMap<number, number>;
  /** Whether the tag's verb answers or goes on. */
  verb: "answers" | "more" | "plain";
  /** Where a tag stands that names nobody. */
  tagged: "before" | "after" | null;
  /** Whom the tag calls the old man, where he has no name. */
  described: number | null;
  /** Ends with a question. */
  asks: boolean;
  /** Narration stands before it in its passage. */
  led: boolean;
  words: number;
  /** The I of its part of the book, where several tell in turn; else null. */
  teller: number | null;
  /** The relative whom the tag names (`mother`), or null. */
  kinship: string | null;
  /** Somebody without a name has come in since anybody was named. */
  newcomer?: true;
  /** How much its words are those of a member: see own-words.ts. */
  likeness: ReadonlyMap<number, number>;
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
  nameless: boolean;
  surname: string | null;
  /** Goes by a title of grown people. */
  married: boolean;
  /** 0–1: share of the places where others speak of them, for one who never speaks by a tag. */
  absent: number;
}

/** The people with whoever tells a part of the book as its narrator. */
export const withTeller = (people: readonly Talker[], teller: number | null): readonly Talker[] =>
  teller === null ? people : people.map((person, who) => (who === teller ? { ...person, narrator: true } : person));

export interface Decided {
  speaker: number | null;
  /** How the decision came about. */
  rule: "tag" | "cue" | "pronoun" | "kin" | "action" | "turn-taking" | "called" | "continued" | "nearest" | null;
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

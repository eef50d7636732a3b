import type { Span } from "../book/book.ts";
import type { Piece } from "./clauses.ts";
import type { HeldThing } from "./held-words.ts";
import type { BeatKind, Emotion, Pose, TextKind } from "./script.ts";

/** A beat while the scene is being written: ids, shots and importance come when all of it stands. */
export interface Draft {
  kind: BeatKind;
  lines: Line[];
  /** In order of mention; the first is the one the panel is about. */
  people: Map<string, Part>;
  /** Loudness of a sound word in it: 0 none, 3 a crash. */
  loud: number;
  /** What became of the book's stretches in this beat. */
  claims: Claim[];
  /** Narration that the picture takes its action from. */
  action: string;
  /** Somebody outside the cast acts in it. */
  stranger: boolean;
}

/** A text of a beat before it is set. */
export interface Line {
  kind: TextKind;
  speaker: string | null;
  addressee: string | null;
  pieces: Piece[];
  size: number;
  /** The tag and business that go with a spoken line, for faces. */
  tag: string;
  /** What its speaker does meanwhile. */
  deed: string;
  /** The mark of a heading. */
  title: boolean;
  /** Id of the first quote of its turn: lines of one turn belong together. */
  turn: string | null;
  /** The book says who speaks it. */
  certain: boolean;
  /** Where nobody is known to have said it: who may have, likeliest first. */
  maybe?: readonly string[];
}

/** What a person does in a beat. */
export interface Part {
  pose: Pose | null;
  emotion: Emotion | null;
  speaks: boolean;
  /** A thing in the hand. */
  holds: HeldThing | null;
  /** Does something that no pose shows. */
  undrawable: boolean;
  /** The words say that it is this person who acts; else the person is only named. */
  acts: boolean;
}

export type Claim = Span & ({ fate: "shown" | "drawn" } | { fate: "condensed"; as: Line });

/** An empty draft of a kind. */
export function newDraft(kind: BeatKind): Draft {
  return { kind, lines: [], people: new Map(), loud: 0, claims: [], action: "", stranger: false };
}

/** Size of all texts of a draft. */
export function draftSize(draft: Draft): number {
  return draft.lines.reduce((sum, { size }) => sum + size, 0);
}

/** Whether nobody speaks or thinks in a draft. */
export const isSilent = ({ lines }: Draft): boolean => lines.every(({ kind }) => kind === "narration");

/** Whether the words of a panel are those of a letter of which no word says who writes or reads it. */
export const isBareLetter = ({ lines, people }: Draft): boolean =>
  people.size === 0 && lines.some(({ kind }) => kind === "letter") && lines.every(({ speaker }) => speaker === null);

/** Brings a person into a draft, or adds to what is known of them there. Keeps to four. */
export function bring(draft: Draft, person: string, part: Partial<Part> = {}): boolean {
  const here = draft.people.get(person);
  if (!here && draft.people.size >= 4) return false;
  draft.people.set(person, {
    pose: part.pose ?? here?.pose ?? null,
    emotion: part.emotion ?? here?.emotion ?? null,
    speaks: part.speaks ?? here?.speaks ?? false,
    holds: part.holds ?? here?.holds ?? null,
    undrawable: part.undrawable ?? here?.undrawable ?? false,
    acts: part.acts ?? here?.acts ?? false,
  });
  return true;
}

import type { Span } from "../book/book.ts";
import type { Piece } from "./clauses.ts";
import type { Prop } from "./prop-words.ts";
import type { BeatKind, Emotion, Pose, TextKind } from "./script.ts";

/** A beat while the scene is being written: ids, shots and importance come when all of it stands. */
export interface Draft {
  kind: BeatKind;
  lines: Line[];
  /** In order of mention; the first is the one the panel is about. */
  people: Map<string, Part>;
  prop: Prop | null;
  /** Loudness of a sound word in it: 0 none, 3 a crash. */
  loud: number;
  /** What became of the book's stretches in this beat. */
  claims: Claim[];
  /** Narration that the picture takes its action from. */
  action: string;
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
  /** The mark of a heading. */
  title: boolean;
}

/** What a person does in a beat. */
export interface Part {
  pose: Pose | null;
  emotion: Emotion | null;
  speaks: boolean;
}

export type Claim = Span & ({ fate: "shown" | "drawn" } | { fate: "condensed"; as: Line });

/** An empty draft of a kind. */
export function newDraft(kind: BeatKind): Draft {
  return { kind, lines: [], people: new Map(), prop: null, loud: 0, claims: [], action: "" };
}

/** Size of all texts of a draft. */
export function draftSize(draft: Draft): number {
  return draft.lines.reduce((sum, { size }) => sum + size, 0);
}

/** Brings a person into a draft, or adds to what is known of them there. Keeps to four. */
export function bring(draft: Draft, person: string, part: Partial<Part> = {}): boolean {
  const here = draft.people.get(person);
  if (!here && draft.people.size >= 4) return false;
  draft.people.set(person, {
    pose: part.pose ?? here?.pose ?? null,
    emotion: part.emotion ?? here?.emotion ?? null,
    speaks: part.speaks ?? here?.speaks ?? false,
  });
  return true;
}

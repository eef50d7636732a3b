import type { Span } from "../book/book.ts";
import type { Person, Scene } from "../story/story.ts";
import { englishDoers } from "./english-doers.ts";
import { japaneseDoers } from "./japanese-doers.ts";
import type { ReferenceFinder } from "./whose-words.ts";
import { escapedName } from "./name-pattern.ts";

/** Who a sentence is about: the one who acts, and who else it names. */
export interface Doers {
  actor: string | null;
  others: string[];
  /** Somebody outside the cast acts: a visitor, a crowd, a horse. */
  stranger: boolean;
  /** The sentence names the actor, or a pronoun can mean nobody else. */
  sure: boolean;
  /** The words that say what the actor does; empty where that is only a guess. */
  deed: string;
}

/** Finds those of whom the narration is. */
export interface PeopleFinder {
  doers(text: string, span: Span): Doers;
  /** Tells the finder who spoke, so that the next Japanese sentence without a subject is understood; null where nobody knows. */
  heard(speaker: string | null): void;
  /** Forgets who was about, at the start of a scene. */
  enter(scene: Scene): void;
}

/** A finder over the cast of a book; `references` are whom its English narration means. */
export function findPeople(cast: readonly Person[], rules: "en" | "ja", references: ReferenceFinder): PeopleFinder {
  const names = namesOf(cast);
  const narrator = cast.find(({ role }) => role === "narrator")?.id ?? null;
  const list = [...names.keys()].toSorted((a, b) => b.length - a.length).map(escapedName);
  const pattern = list.length > 0 ? new RegExp(list.join("|"), "g") : /(?!)/g;
  let latest: string | null = null;
  return {
    heard: (speaker) => void (latest = speaker ?? latest),
    enter: () => void (latest = null),
    doers(text, span) {
      const sentence = text.slice(span.start, span.end);
      if (rules === "en") return englishDoers(sentence, span.start, references(span));
      const found = japaneseDoers(sentence, pattern, names, narrator);
      if (found.actor === null && !found.stranger && !topic.test(sentence))
        // Where nobody is named, an I who tells the story speaks of himself; else it is whoever acted last.
        found.actor = found.others.length === 0 ? (narrator ?? latest) : narrator;
      latest = found.actor ?? found.others[0] ?? latest;
      return found;
    },
  };
}

/** Something is marked as what a Japanese sentence is about. */
const topic = /[がは]/;

function namesOf(cast: readonly Person[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name, aliases } of cast)
    for (const called of [name, ...aliases]) if (called !== "" && !names.has(called)) names.set(called, id);
  return names;
}

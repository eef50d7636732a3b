import type { Span } from "../book/book.ts";
import type { Person, Scene } from "../story/story.ts";
import { englishDoers, type Meant, strangersIn } from "./english-doers.ts";
import { japaneseDoers } from "./japanese-doers.ts";
import { openCompany } from "./pronouns.ts";
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

/** Finds people in narration by name and, for English, by the pronoun that can only mean one of them. */
export interface PeopleFinder {
  doers(text: string, span: Span): Doers;
  /** Tells the finder who spoke, so that the next `he` is understood; null where nobody knows, not `certain` where it is a guess. */
  heard(speaker: string | null, certain: boolean): void;
  /** Forgets who was about, at the start of a scene. */
  enter(scene: Scene): void;
}

/** A finder over the cast of a book. */
export function findPeople(cast: readonly Person[], rules: "en" | "ja"): PeopleFinder {
  const names = namesOf(cast, rules);
  const company = openCompany(new Map(cast.map(({ id, gender }) => [id, gender])));
  const narrator = cast.find(({ role }) => role === "narrator")?.id ?? null;
  const pattern = patternOf([...names.keys()], rules, narrator !== null);
  const lookUp = (word: string, named: readonly string[]): Meant | null => {
    const person = names.get(word.replace(/\s+/g, " "));
    if (person !== undefined) return { person, sure: true };
    if (word === "I") return narrator === null ? null : { person: narrator, sure: true };
    return /^(?:s?he|him|her)$/i.test(word) ? company.meant(word.toLowerCase(), named, narrator) : null;
  };
  return {
    heard(speaker, certain) {
      company.step();
      if (speaker === null) company.noteStranger(null);
      else company.note(speaker, certain);
    },
    enter: () => company.clear(),
    doers(text, span) {
      const sentence = text.slice(span.start, span.end);
      company.step();
      const found =
        rules === "ja" ? japaneseDoers(sentence, pattern, names, narrator) : englishDoers(sentence, pattern, lookUp);
      if (rules === "ja" && found.actor === null && !found.stranger && !topic.test(sentence))
        // Where nobody is named, an I who tells the story speaks of himself; else it is whoever acted last.
        found.actor = found.others.length === 0 ? (narrator ?? company.latest()) : narrator;
      for (const person of [...found.others].reverse()) company.note(person, false);
      for (const gender of rules === "en" ? strangersIn(sentence, pattern) : []) company.noteStranger(gender);
      if (found.actor !== null) company.note(found.actor, found.sure);
      return found;
    },
  };
}

/** Something is marked as what a Japanese sentence is about. */
const topic = /[がは]/;

function namesOf(cast: readonly Person[], rules: "en" | "ja"): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name, aliases, role } of cast) {
    for (const called of [name, ...aliases]) {
      const pronoun = rules === "en" && role === "narrator" && /^(?:I|me|my)$/i.test(called);
      if (called.length > (rules === "ja" ? 0 : 1) && !pronoun && !names.has(called)) names.set(called, id);
    }
  }
  return names;
}

function patternOf(names: readonly string[], rules: "en" | "ja", narrated: boolean): RegExp {
  const list = names.toSorted((a, b) => b.length - a.length).map(escapedName);
  if (rules === "ja") return list.length > 0 ? new RegExp(list.join("|"), "g") : /(?!)/g;
  const either = list.flatMap((name) =>
    /^\p{Ll}/u.test(name) ? [name, name.charAt(0).toUpperCase() + name.slice(1)] : [name],
  );
  const words = [...either, "he", "He", "she", "She", "him", "her", ...(narrated ? ["I"] : [])];
  return new RegExp(`(?<![\\p{L}’'])(?:${words.join("|")})(?![\\p{L}])`, "gu");
}

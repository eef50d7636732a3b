import type { Span } from "../book/book.ts";
import type { Gender, Person, Scene } from "../story/story.ts";
import { englishDoers, type Meant } from "./english-doers.ts";
import { japaneseDoers } from "./japanese-doers.ts";

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
  /** Tells the finder that somebody spoke or acted, so that the next `he` is understood. */
  noted(person: string): void;
  /** Forgets who was about, at the start of a scene. */
  enter(scene: Scene): void;
}

/** A finder over the cast of a book. */
export function findPeople(cast: readonly Person[], rules: "en" | "ja"): PeopleFinder {
  const names = namesOf(cast, rules);
  const genders = new Map(cast.map(({ id, gender }) => [id, gender]));
  const narrator = cast.find(({ role }) => role === "narrator")?.id ?? null;
  const pattern = patternOf([...names.keys()], rules, narrator !== null);
  let recent: string[] = [];
  /** Who acted or spoke last: `he` is he, whoever else was about. */
  let last: string | null = null;
  /** Somebody outside the cast acted last: `he` may be that one. */
  let strange = false;
  const noted = (person: string) => {
    recent = [person, ...recent.filter((id) => id !== person)].slice(0, 6);
    last = person;
    strange = false;
  };
  const lookUp = (word: string, named: readonly string[]): Meant | null => {
    const person = names.get(word);
    if (person !== undefined) return { person, sure: true };
    if (word === "I") return narrator === null ? null : { person: narrator, sure: true };
    if (!/^(?:s?he|him|her)$/i.test(word)) return null;
    const others = [...named].reverse().concat(recent);
    const meant = byPronoun(
      word.toLowerCase(),
      others.filter((id) => id !== narrator),
      genders,
    );
    return meant && { ...meant, sure: (meant.sure && !strange) || meant.person === last };
  };
  return {
    noted,
    enter: () => {
      recent = [];
      last = null;
      strange = false;
    },
    doers(text, span) {
      const sentence = text.slice(span.start, span.end);
      const found = rules === "ja" ? japaneseDoers(sentence, pattern, names) : englishDoers(sentence, pattern, lookUp);
      if (rules === "ja" && found.actor === null && !found.stranger && !/[がは]/.test(sentence))
        // Where nobody is named, an I who tells the story speaks of himself; else it is whoever acted last.
        found.actor = found.others.length === 0 ? (narrator ?? recent[0] ?? null) : narrator;
      for (const person of [...found.others].reverse()) if (names.size > 0) noted(person);
      last = null;
      if (found.stranger) strange = true;
      if (found.actor !== null && (found.sure || !strange)) noted(found.actor);
      return found;
    },
  };
}

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

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function patternOf(names: readonly string[], rules: "en" | "ja", narrated: boolean): RegExp {
  const list = names.toSorted((a, b) => b.length - a.length).map(escaped);
  if (rules === "ja") return list.length > 0 ? new RegExp(list.join("|"), "g") : /(?!)/g;
  const either = list.flatMap((name) =>
    /^\p{Ll}/u.test(name) ? [name, name.charAt(0).toUpperCase() + name.slice(1)] : [name],
  );
  const words = [...either, "he", "He", "she", "She", "him", "her", ...(narrated ? ["I"] : [])];
  return new RegExp(`(?<![\\p{L}’'])(?:${words.join("|")})(?![\\p{L}])`, "gu");
}

/** The last of that sex who was about; sure where there is no other: two women in a scene make `she` doubtful. */
function byPronoun(word: string, about: readonly string[], genders: ReadonlyMap<string, Gender | null>): Meant | null {
  const gender: Gender = word === "he" || word === "him" ? "male" : "female";
  const fitting = [...new Set(about)].filter((id) => genders.get(id) === gender);
  const [person] = fitting;
  return person === undefined ? null : { person, sure: fitting.length === 1 };
}

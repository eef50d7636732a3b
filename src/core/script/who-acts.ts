import type { Span } from "../book/book.ts";
import type { Gender, Person, Scene } from "../story/story.ts";

/** Who a sentence is about: the one who acts, and who else it names. */
export interface Doers {
  actor: string | null;
  others: string[];
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
  const noted = (person: string) => {
    recent = [person, ...recent.filter((id) => id !== person)].slice(0, 6);
  };
  const meant = (word: string): string | null => {
    const named = names.get(word);
    if (named !== undefined) return named;
    if (word === "I") return narrator;
    return byPronoun(word.toLowerCase(), recent, genders);
  };
  return {
    noted,
    enter: () => {
      recent = [];
    },
    doers(text, span) {
      const sentence = text.slice(span.start, span.end);
      const found = rules === "ja" ? japaneseDoers(sentence, pattern, names) : englishDoers(sentence, pattern, meant);
      if (rules === "ja" && found.actor === null && found.others.length === 0 && !/[がは]/.test(sentence))
        found.actor = recent[0] ?? null;
      for (const person of [...found.others].reverse()) if (names.size > 0) noted(person);
      if (found.actor !== null) noted(found.actor);
      return found;
    },
  };
}

function namesOf(cast: readonly Person[], rules: "en" | "ja"): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name, aliases, role } of cast) {
    for (const called of [name, ...aliases]) {
      const pronoun = role === "narrator" && /^(?:I|me|my|私|僕|俺|わし|己)$/i.test(called);
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

/** Only where a single recent person fits: two women in a scene make `she` doubtful unless one was just spoken of. */
function byPronoun(
  word: string,
  recent: readonly string[],
  genders: ReadonlyMap<string, Gender | null>,
): string | null {
  const gender: Gender = word === "he" || word === "him" ? "male" : "female";
  return recent.find((id) => genders.get(id) === gender) ?? null;
}

const objectBefore =
  /(?:\b(?:of|to|at|for|from|with|by|in|on|upon|over|under|behind|beside|after|about|like|than|against|into|onto|towards?|past|near|around|before|without|between|the) (?:the |a |an |old |poor |dear |little )*|[’']s )$/i;

function englishDoers(sentence: string, pattern: RegExp, meant: (word: string) => string | null): Doers {
  let actor: string | null = null;
  const others: string[] = [];
  for (const hit of sentence.matchAll(pattern)) {
    const word = hit[0];
    const before = sentence
      .slice(0, hit.index)
      .replace(/^the $/i, "")
      .replace(/(?:^|(?<=[,;] ))the $/i, "");
    const after = sentence.slice(hit.index + word.length);
    const person = meant(word) ?? meant(word.charAt(0).toLowerCase() + word.slice(1));
    const possessive =
      /^[’']s?\b/.test(after) ||
      (word === "her" &&
        /^ \p{Ll}/u.test(after) &&
        !/^ (?:to|at|in|on|by|with|and|that|as|for|from|into|up|down|out|off|over)\b/.test(after));
    if (person === null || possessive) continue;
    const object = objectBefore.test(before) || word === "him" || word === "her";
    if (actor === null && !object) actor = person;
    else if (person !== actor && !others.includes(person)) others.push(person);
  }
  return { actor, others: others.filter((id) => id !== actor) };
}

function japaneseDoers(sentence: string, pattern: RegExp, names: ReadonlyMap<string, string>): Doers {
  // 兵十がいなくなると、ごんは…: whom は marks acts, whoever が marks before it does not.
  let topic: string | null = null;
  let subject: string | null = null;
  const others: string[] = [];
  for (const hit of sentence.matchAll(pattern)) {
    const person = names.get(hit[0]);
    if (person === undefined) continue;
    const after = sentence.slice(hit.index + hit[0].length);
    const particle = /^(?:さん|様|殿|君|先生)?(は|が|も|だけが|を|に|と|へ|から|の|、)/.exec(after)?.[1];
    if (particle === "は") topic ??= person;
    else if (particle === "が" || particle === "も" || particle === "だけが") subject ??= person;
    if (particle !== undefined && !others.includes(person)) others.push(person);
  }
  const actor = topic ?? subject;
  return { actor, others: others.filter((id) => id !== actor) };
}

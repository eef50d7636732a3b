import type { Person, Place } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import { type Framing, showsGround, showsNobody } from "./framing.ts";
import { anyOfNames } from "./name-pattern.ts";
import type { Prop } from "./prop-words.ts";
import { spokenOf } from "./told-words.ts";

export interface LetterTools {
  text: string;
  cast: ReadonlyMap<string, Person>;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  narrator: string | null;
  /** Place of the scene. */
  home: string | null;
  places: readonly Place[];
  /** Places of which a part stands for the whole. */
  parts: (place: string) => boolean;
  things: { looksSo(prop: Prop): boolean };
}

/** What lies about where somebody writes or reads: none again within so many panels. */
const desk: readonly Prop[] = ["letter", "quill", "candle", "window", "book", "hourglass"];
const deskRest = 7;
/** The same of who reads it. */
const readerRest = 4;
/** Panels after which the same face may be seen again beside a letter. */
const faceRest = 2;

/**
 * Under the words of a letter there is always something to see: the one of the cast of whom they surely are, in a calm portrait;
 * else the one to whom it is written, reading it; the sheet, the pen, the candle, the window; the place of the scene.
 */
export function letterPictures(drafts: readonly Draft[], framings: readonly Framing[], tools: LetterTools): Framing[] {
  const people = [...tools.cast.values()].filter(({ id }) => tools.handed.has(id));
  const names = anyOfNames(people.flatMap(namesOf));
  const out: Framing[] = [];
  let reader: string | null = null;
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    const bare = showsGround(framing) || (showsNobody(framing) && framing.scenery === "sky");
    const written = draft?.lines.some(({ kind }) => kind === "letter") === true;
    if (!written) reader = null;
    if (draft === undefined || !written || !bare) {
      out.push(framing);
      continue;
    }
    const words = spokenOf(draft, tools.text);
    reader = addressed(words, people) ?? reader;
    const told = named(words, names, people).filter((id) => id !== reader && id !== tools.narrator);
    out.push(
      portrait(told, framing, out) ??
        reading(reader, framing, out, tools) ??
        onDesk(framing, out, tools) ??
        around(framing, out, tools),
    );
  }
  return out;
}

/** The names of somebody, but for a title that may as well be a mother's or a father's. */
const namesOf = ({ name, aliases }: Person): string[] =>
  [name, ...aliases.filter((each) => !ofKin.test(`${each.split(" ")[0] ?? ""} `))].filter(
    (each) => each.length > 2 && /^\p{Lu}/u.test(each),
  );

/** Who is called by name in a letter to him: my dear Victor; come, dearest Victor. */
function addressed(words: string, people: readonly Person[]): string | null {
  const called = /\b(?:[Mm]y )?[Dd]ear(?:est)? (?:\p{Lu}\p{L}*\.? )?(\p{Lu}\p{L}+)(?=\s*[,;.!:—-])/u.exec(words)?.[1];
  return called === undefined ? null : (people.find((person) => namesOf(person).includes(called))?.id ?? null);
}

/** The people of the cast whom words name, each once; a name that two of them bear names nobody. */
function named(words: string, names: RegExp, people: readonly Person[]): string[] {
  const found = [...words.matchAll(names)].flatMap(({ 0: name, index }) => {
    if (ofKin.test(words.slice(Math.max(0, index - 12), index))) return [];
    const [person, other] = people.filter((each) => namesOf(each).includes(name));
    return person !== undefined && other === undefined && !startsWithOther(words, person) ? [person.id] : [];
  });
  return [...new Set(found)];
}

/** Before a surname, that of a relative; behind “than”, of nobody. */
const ofKin = /\b(?:M\.|Mr\.?|Mrs\.?|Miss|Madame|Mme\.?|Sir|Lady|Lord|than) $/u;

/** Whether words begin with a he or she who cannot be somebody. */
const startsWithOther = (words: string, { gender }: Person): boolean => {
  const head = /^\P{L}*(?:(He|His)|She|Her)\b/u.exec(words);
  return head !== null && gender !== null && (gender === "male") !== (head[1] !== undefined);
};

const seenLately = (person: string, before: readonly Framing[], rest: number): boolean =>
  before.slice(-rest).some(({ seen }) => seen.includes(person));

/** The only one of the cast whom the words name, before no place: elsewhere, and calm. */
function portrait(told: readonly string[], framing: Framing, before: readonly Framing[]): Framing | null {
  const [person, other] = told;
  if (person === undefined || other !== undefined || seenLately(person, before, faceRest)) return null;
  return {
    ...framing,
    kind: "reaction",
    shot: "close",
    seen: [person],
    place: null,
    scenery: "place",
    sky: null,
    played: { person, pose: "stand", emotion: "calm" },
  };
}

/** The one to whom it is written, with the sheet. */
function reading(
  reader: string | null,
  framing: Framing,
  before: readonly Framing[],
  { present, home }: LetterTools,
): Framing | null {
  if (reader === null || !present.has(reader) || seenLately(reader, before, readerRest)) return null;
  return {
    ...framing,
    kind: "reaction",
    shot: "medium",
    seen: [reader],
    holds: "letter",
    place: home,
    scenery: "place",
    sky: null,
    played: { person: reader, pose: "read", emotion: null },
  };
}

/** A thing of the desk that was not seen just now. */
function onDesk(framing: Framing, before: readonly Framing[], { things, home }: LetterTools): Framing | null {
  if (before.at(-1)?.prop != null && home !== null) return null;
  const lately = new Set(before.slice(-deskRest).map(({ prop }) => prop));
  const prop = desk.find((each) => !lately.has(each) && things.looksSo(each));
  return prop === undefined
    ? null
    : { ...framing, kind: "insert", shot: "insert", prop, place: null, scenery: "place", sky: null };
}

/** The place of the scene, or a part of it; where no place is known, the sky. */
function around(framing: Framing, before: readonly Framing[], { home, places, parts }: LetterTools): Framing {
  const last = before.at(-1);
  if (!places.some(({ id }) => id === home) || home === null) return { ...framing, place: null, scenery: "sky" };
  const again = showsNobody(last) && last?.scenery === "place";
  return { ...framing, place: home, scenery: parts(home) && again ? "corner" : "place", sky: null };
}

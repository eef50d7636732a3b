import type { Person } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { anyOfNames } from "./name-pattern.ts";
import { calledBy } from "./people-meant.ts";
import { captionOf, spokenOf } from "./told-words.ts";

export interface CalledTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** Place of the scene. */
  home: string | null;
}

/** Marks before and behind a name with which somebody is called. */
const before =
  /(?:^|[.!?,;:—–-]|[.!?]["”’])\s*(?:(?:my|dear|poor|oh|o|ah|why|well|yes|no|and|but|come|now|look here),? ){0,3}$/iu;
const behind = /^\s*(?:[,!?;—–]|\.?$)/u;

/**
 * Who listens to a voice from beyond the picture is the one whom its words call by name: anybody else would be taken for that
 * person. Where the one who is called may not be drawn, the place is seen.
 */
export function calledListeners(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text, rules, cast, present, home }: CalledTools,
): Framing[] {
  if (rules === "ja") return [...framings];
  const names = anyOfNames([...cast.values()].flatMap(({ name, aliases }) => [name, ...aliases]));
  return framings.map((framing, i) => {
    const draft = drafts[i];
    if (draft === undefined || framing.seen.length === 0 || isSilent(draft) || captionOf(draft, text) !== "")
      return framing;
    const heard = draft.lines.some(({ speaker }) => speaker !== null && framing.seen.includes(speaker));
    if (heard || framing.played !== undefined) return framing;
    const words = spokenOf(draft, text);
    const called = calledIn(words, names, cast);
    if (called.length === 0) return notSpokenOf(words, framing, framings[i - 1], cast);
    const [person, other] = called;
    if (person === undefined || other !== undefined || framing.seen.includes(person)) return framing;
    if (draft.lines.some(({ speaker }) => speaker === person)) return framing;
    if (present.has(person)) return { ...framing, seen: [person], holds: null };
    const place = framing.place ?? framings[i - 1]?.place ?? home;
    if (place === null) return framing;
    const { fromBehind: _, ...open } = framing;
    return { ...open, kind: "quiet", shot: "wide", seen: [], holds: null, place, scenery: "place" };
  });
}

/** Of whom a voice speaks by name he does not hear it: somebody of the panel before does, from behind, else nobody is changed. */
function notSpokenOf(
  words: string,
  framing: Framing,
  last: Framing | undefined,
  cast: ReadonlyMap<string, Person>,
): Framing {
  const [person, second] = framing.seen;
  const { name = "", role = null } = cast.get(person ?? "") ?? {};
  if (second !== undefined || role === "narrator" || !/^\p{Lu}/u.test(name) || !anyOfNames([name]).test(words))
    return framing;
  const other = last?.seen.find((id) => id !== person && cast.get(id)?.looks.species === null);
  return other === undefined ? framing : { ...framing, seen: [other], holds: null, fromBehind: true };
}

/** Whom words call by a name of two words or in capitals, in order. */
function calledIn(words: string, names: RegExp, cast: ReadonlyMap<string, Person>): string[] {
  const called = [...words.matchAll(names)].flatMap(({ 0: name, index }) =>
    /^\p{Lu}/u.test(name) && before.test(words.slice(0, index)) && behind.test(words.slice(index + name.length))
      ? (calledBy(name, cast)?.id ?? [])
      : [],
  );
  return [...new Set(called)];
}

import type { Span } from "../book/book.ts";
import type { Person } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import { type Framing } from "./framing.ts";
import { thoughtOf, topical } from "./japanese-topics.ts";
import { tellsAbsence, tellsLetterOf } from "./presence.ts";
import { captionOf } from "./told-words.ts";
import { suspects } from "./unseen-voices.ts";
import { type ReferenceFinder, type Whose, whoseWords } from "./whose-words.ts";

export interface RightTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
  /** The I of the scene. */
  narrator: string | null;
  references: ReferenceFinder;
  /** Place of the scene. */
  home: string | null;
  /** Where the scene stands in the text. */
  span: Span;
  /** Places of which a part stands for the whole. */
  parts: (place: string) => boolean;
}

/** Panels back in which somebody was seen or heard who is still about. */
const stillAbout = 3;

/**
 * Beside captions only those are seen of whom they are, and those whom they mean as well, so that nobody lends a head to another;
 * where they are of somebody who has no part in the cast, or of nobody knows whom, the place. Whoever speaks in a panel stays;
 * who only listens does not, beside words of another.
 */
export function rightPeople(drafts: readonly Draft[], framings: readonly Framing[], tools: RightTools): Framing[] {
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    out.push(draft === undefined ? framing : mended(draft, framing, out, aboutIn(out, drafts.slice(0, i)), tools));
  }
  return out;
}

/** Who was seen or heard in the last panels. */
export function aboutIn(before: readonly Framing[], drafts: readonly Draft[]): Set<string> {
  const seen = before.slice(-stillAbout).flatMap((framing) => framing.seen);
  const heard = drafts.slice(-stillAbout).flatMap(({ lines }) => lines.flatMap(({ speaker }) => speaker ?? []));
  return new Set([...seen, ...heard]);
}

function mended(
  draft: Draft,
  framing: Framing,
  before: readonly Framing[],
  about: ReadonlySet<string>,
  tools: RightTools,
): Framing {
  const told = captionOf(draft, tools.text);
  const speaks = draft.lines.some(({ speaker }) => speaker !== null && framing.seen.includes(speaker));
  if (told === "" || speaks || framing.seen.length === 0) return framing;
  const there = withoutAbsent(told, framing, tools);
  if (there.length < framing.seen.length)
    return there.length > 0 ? withOnly(framing, there) : placeAlone(framing, before, tools);
  if (tools.rules === "ja") return framing.fromBehind ? framing : topical(told, draft, framing, before.at(-1), tools);
  const whose = whoseWords(draft, tools.references, about);
  if (isSilent(draft)) return ofWords(whose, framing, before, about, tools);
  // Beside a voice from beyond the picture and words of nobody anybody may listen.
  const right = whose.of === "nobody" ? framing : ofWords(whose, framing, before, about, tools);
  return right === framing ? framing : unlessVoice(right, draft, tools);
}

/** Whoever may be the voice from beyond the picture is seen from behind: a shut mouth beside its own words would be a lie. */
function unlessVoice(framing: Framing, draft: Draft, { present }: RightTools): Framing {
  const doubted = suspects(draft, present);
  return framing.seen.some((id) => doubted.has(id)) ? { ...framing, fromBehind: true } : framing;
}

/** The people of a picture but for those of whom its words say that they have not come, or that they write. */
function withoutAbsent(told: string, { seen }: Framing, { cast, narrator, rules }: RightTools): string[] {
  return seen.filter((id) => {
    const person = cast.get(id);
    if (id === narrator || person === undefined) return true;
    const names = [person.name, ...person.aliases];
    return !tellsAbsence(told, names, rules) && !tellsLetterOf(told, names);
  });
}

const withOnly = (framing: Framing, seen: string[]): Framing => ({
  ...framing,
  shot: framing.shot === "wide" ? "medium" : framing.shot,
  seen,
});

function ofWords(
  whose: Whose,
  framing: Framing,
  before: readonly Framing[],
  about: ReadonlySet<string>,
  tools: RightTools,
): Framing {
  const kept = framing.seen.filter((id) => mayBeside(id, whose, about, tools));
  const { person } = whose;
  if (person !== null && !kept.includes(person)) {
    const seen = [person, ...kept].slice(0, 2);
    return tools.present.has(person) ? { ...withOnly(framing, seen), holds: null } : thoughtOf(framing, person);
  }
  if (kept.length === framing.seen.length) return framing;
  return kept.length > 0 ? withOnly(framing, kept) : placeAlone(framing, before, tools);
}

/** Whether somebody may be seen beside captions: nobody may be taken for another. */
export function mayBeside(
  id: string,
  { of, person, gender, meant }: Whose,
  about: ReadonlySet<string>,
  { cast }: Pick<RightTools, "cast">,
): boolean {
  if (of === "person") return id === person || meant.includes(id);
  if (of === "other") return meant.includes(id) && gender !== null && (cast.get(id)?.gender ?? gender) !== gender;
  return meant.includes(id) || (of === "several" && about.has(id));
}

/** The place of the scene, or what was seen last of it, and nobody in it. */
function placeAlone(framing: Framing, before: readonly Framing[], { home, parts }: RightTools): Framing {
  const place = framing.place ?? before.slice(-4).findLast((each) => each.place !== null)?.place ?? home;
  const corner = place !== null && parts(place) && before.at(-1)?.scenery !== "corner";
  return {
    ...framing,
    kind: "quiet",
    shot: "wide",
    seen: [],
    holds: null,
    place,
    scenery: place === null ? "sky" : corner ? "corner" : "place",
  };
}

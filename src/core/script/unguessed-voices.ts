import type { Place } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import { type Framing, showsNobody } from "./framing.ts";
import type { Scenery } from "./script.ts";
import { isTold } from "./told-places.ts";

export interface GuessTools {
  text: string;
  rules: "en" | "ja";
  places: readonly Place[];
  /** Places of which a part stands for the whole. */
  parts: (place: string) => boolean;
}

/** Panels back in which people were seen where they still are. */
const stillThere = 4;

/**
 * Whoever is seen beside a line that one of several may have said would be taken for its speaker, and every other time wrongly:
 * the place where they talk is seen instead, unless the panel before was without people too.
 */
export function unguessedVoices(drafts: readonly Draft[], framings: readonly Framing[], tools: GuessTools): Framing[] {
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    out.push(draft !== undefined && isGuess(draft, framing) ? whereTheyTalk(draft, framing, out, tools) : framing);
  }
  return out;
}

/** Whether the only one in the picture is there because he is the likeliest of several who may have spoken. */
function isGuess({ lines }: Draft, { seen, fromBehind }: Framing): boolean {
  const [person, second] = seen;
  if (person === undefined || second !== undefined || fromBehind === undefined) return false;
  if (lines.some(({ speaker }) => speaker === person)) return false;
  return lines.some(({ kind, speaker, maybe = [] }) => {
    const voice = kind !== "narration" && kind !== "letter" && speaker === null;
    return voice && maybe.length > 1 && maybe[0] === person;
  });
}

function whereTheyTalk(draft: Draft, framing: Framing, before: readonly Framing[], tools: GuessTools): Framing {
  const last = before.at(-1);
  const peopled = before.slice(-stillThere).findLast(({ seen, place }) => seen.length > 0 && place !== null);
  const id = framing.place ?? peopled?.place ?? null;
  const place = tools.places.find((each) => each.id === id);
  if (place === undefined || last === undefined || showsNobody(last)) return framing;
  if (peopled?.place !== place.id && !isTold(draft, place, tools)) return framing;
  const shown = before.some((each) => showsNobody(each) && each.place === place.id && each.scenery === "place");
  const scenery: Scenery = shown && tools.parts(place.id) ? "corner" : "place";
  const { fromBehind: _, ...open } = framing;
  return { ...open, kind: "talk", shot: "wide", seen: [], holds: null, place: place.id, scenery, sky: null };
}

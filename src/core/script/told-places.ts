import type { Span } from "../book/book.ts";
import type { Place, PlaceKind } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import { type Framing, showsNobody } from "./framing.ts";
import { contradicts, isOutOfDoors, narrationOf, needsTelling, supports, tellsFurniture } from "./place-evidence.ts";
import type { Scenery } from "./script.ts";
import { captionOf } from "./told-words.ts";

export interface PlaceTools {
  text: string;
  rules: "en" | "ja";
  places: readonly Place[];
}

/** How far around a panel the narration must speak of a place that is shown without anybody in it, in UTF-16 units. */
const reach = { en: 700, ja: 230 } as const;

/**
 * A place with nobody in it is the picture only where the narration around the panel speaks of it: where a scene has moved on
 * unheard, the road it began on would belie a bedside; and so would a sky. A light tone claims nothing.
 */
export function inToldPlaces(drafts: readonly Draft[], framings: readonly Framing[], tools: PlaceTools): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    if (draft !== undefined && tellsManyPlaces.test(captionOf(draft, tools.text))) return nowhere(framing);
    if (draft !== undefined && isOnOpenGround(draft, framing, tools)) return openAir(framing);
    if (draft === undefined || !showsNobody(framing) || !belied(draft, framing, tools)) return framing;
    return { ...framing, scenery: framing.sky?.time === "night" ? "black" : "tone", place: null };
  });
}

/** Ground that is in no house and no town. */
const openGround =
  /\b(?:across|over|on|along|through|upon|amid(?:st)?|among|behind) (?:the (?:\p{L}+ )?(?:ice|snow|field|moors?|heath|desert|plains?|sands?|hill|meadow|glacier|waves|rocks|cliffs?|prairie|marsh|wood|forest)|(?:the )?(?:\p{L}+ )?(?:fields|hills|meadows|woods))\b/iu;
const towns: ReadonlySet<PlaceKind | null> = new Set<PlaceKind | null>(["street", "market", "platform"]);

/** Words of several places at once: no one picture is of them. */
const tellsManyPlaces =
  /\b(?:[Aa]t|[Ii]n|[Ff]rom|[Nn]ear|[Oo]ver|[Tt]hrough) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?, \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,? (?:and )?\p{Lu}\p{Ll}+\b|\b(?:everywhere|all over (?:the world|England|London|the country|the earth)|from one end of \p{Lu})/u;

/** The same people before no place, and no place at all where there are none. */
const nowhere = (framing: Framing): Framing => {
  if (framing.place === null || framing.prop !== null || populous.has(framing.scenery)) return framing;
  return showsNobody(framing) ? { ...framing, place: null, scenery: "tone", sky: null } : openAir(framing);
};
const populous: ReadonlySet<Scenery> = new Set<Scenery>(["crowd", "faces", "diners", "beasts", "flock"]);

/** Whether the caption has people on open ground whom the picture would put under a roof or among houses. */
function isOnOpenGround(draft: Draft, { place, prop }: Framing, { text, rules, places }: PlaceTools): boolean {
  if (rules === "ja" || place === null || prop !== null) return false;
  const shown = places.find(({ id }) => id === place);
  return (shown?.inside === true || towns.has(shown?.kind ?? null)) && openGround.test(captionOf(draft, text));
}

/** The same people before no place, and the sky where there are none. */
const openAir = (framing: Framing): Framing =>
  showsNobody(framing)
    ? { ...framing, kind: framing.kind === "establish" ? "establish" : "quiet", scenery: "sky" }
    : { ...framing, place: null, shot: framing.shot === "wide" || framing.shot === "full" ? "medium" : framing.shot };

/** Whether the words deny an empty picture, or the narration around it says nothing of its place. */
function belied(draft: Draft, { scenery, kind, place: shown }: Framing, tools: PlaceTools): boolean {
  if (scenery === "sky") return tellsFurniture(captionOf(draft, tools.text), tools.rules);
  const place = tools.places.find(({ id }) => id === shown);
  if (place === undefined || (scenery !== "place" && scenery !== "corner")) return false;
  return kind === "establish" ? isDenied(draft, place, tools) : !isTold(draft, place, tools);
}

/** Whether the narration with which a scene opens tells of another kind of place, and not of this. */
function isDenied(draft: Draft, place: Place, { text, rules }: PlaceTools): boolean {
  const span = letteredSpan(draft);
  if (span === null) return false;
  const narration = narrationOf(text, { start: span.start, end: span.end + reach[rules] });
  return contradicts(narration, place, rules) && !supports(narration, place, rules);
}

/** A room is taken for granted until the open air is told of, and not its own furniture; every other place is told of itself. */
export function isTold(draft: Draft, place: Place, { text, rules }: Pick<PlaceTools, "text" | "rules">): boolean {
  const span = letteredSpan(draft);
  if (span === null) return true;
  const narration = narrationOf(text, {
    start: Math.max(0, span.start - reach[rules]),
    end: span.end + reach[rules] / 3,
  });
  if (needsTelling(place)) return supports(narration, place, rules);
  return !isOutOfDoors(narration, rules);
}

/** Where the words of a panel stand in the book; null where it has none. */
export function letteredSpan({ lines }: Draft): Span | null {
  const pieces = lines.flatMap(({ title, pieces: all }) => (title ? [] : all));
  if (pieces.length === 0) return null;
  return { start: Math.min(...pieces.map(({ start }) => start)), end: Math.max(...pieces.map(({ end }) => end)) };
}

import type { Place } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import { type Framing, showsGround } from "./framing.ts";
import { isTold } from "./told-places.ts";
import { captionOf } from "./told-words.ts";

/** Panels since the last in which nothing at all was drawn, over the whole book. */
export interface GroundMemory {
  since: number;
}

export interface GroundTools {
  text: string;
  rules: "en" | "ja";
  grounds: GroundMemory;
  /** Place of the scene. */
  home: string | null;
  places: readonly Place[];
}

/** The most panels that a page has. */
export const mostOfPage = 8;

/**
 * At most one panel of a page is without any drawing. The next that would be is the place where somebody speaks in it, as far as
 * the narration around it tells of that place; else its words amid lines that run to them, which claim nothing.
 */
export function fewGrounds(drafts: readonly Draft[], framings: readonly Framing[], tools: GroundTools): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    tools.grounds.since += 1;
    if (!showsGround(framing) || framing.effect !== undefined) return framing;
    if (tools.grounds.since < mostOfPage && draft !== undefined) return drawn(draft, framing, tools);
    tools.grounds.since = 0;
    return framing;
  });
}

function drawn(draft: Draft, framing: Framing, { home, places, text, rules }: GroundTools): Framing {
  const place = places.find(({ id }) => id === (framing.place ?? home));
  const quiet = isSilent(draft) && captionOf(draft, text) !== "";
  if (quiet || place === undefined || !isTold(draft, place, { text, rules })) return { ...framing, effect: "focus" };
  return { ...framing, place: place.id, scenery: "place", sky: null };
}

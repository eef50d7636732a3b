import type { Place } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import { type Framing, showsGround } from "./framing.ts";
import { captionOf } from "./told-words.ts";

/** Panels since the last in which nothing at all was drawn, over the whole book. */
export interface GroundMemory {
  since: number;
}

export interface GroundTools {
  text: string;
  grounds: GroundMemory;
  /** Place of the scene. */
  home: string | null;
  places: readonly Place[];
}

/** The most panels that a page has. */
export const mostOfPage = 8;

/**
 * At most one panel of a page is without any drawing. The next that would be is its words amid lines that run to them; where
 * somebody speaks in it, the place or the sky.
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

function drawn(draft: Draft, framing: Framing, { home, places, text }: GroundTools): Framing {
  if (isSilent(draft) && captionOf(draft, text) !== "") return { ...framing, effect: "focus" };
  const place = places.find(({ id }) => id === (framing.place ?? home));
  return place === undefined
    ? { ...framing, place: null, scenery: "sky" }
    : { ...framing, place: place.id, scenery: "place", sky: null };
}

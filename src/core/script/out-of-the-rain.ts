import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { captionOf, tellsLeaving } from "./told-words.ts";

/** Keeps the rain off those who wait it out: whoever has once been seen under a roof stays under it until the words leave the place. */
export function outOfTheRain(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text }: { text: string },
): Framing[] {
  let roof: string | null = null;
  return framings.map((framing, i) => {
    const draft = drafts[i];
    const told = draft === undefined ? "" : captionOf(draft, text);
    const { place, seen, effect, kind } = framing;
    if (effect === "shelter") roof = place;
    else if ((place !== null && place !== roof) || tellsLeaving(told)) roof = null;
    const under = roof !== null && place === roof && seen.length > 0 && effect === undefined && kind !== "action";
    return under ? { ...framing, effect: "shelter" } : framing;
  });
}

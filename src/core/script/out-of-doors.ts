import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { captionOf } from "./told-words.ts";

const doing =
  "(?:sat|sitting|stood|standing|lay|lying|play(?:ed|ing)|walk(?:ed|ing)|waited|waiting|ran|running|worked|working|knelt|kneeling|slept|hid|hiding|digging|dug|wandered|strolled|climbed|(?:found|threw|flung) (?:him|her|my|them)sel(?:f|ves))";
const inTheOpen =
  "(?:under (?:a|an|the|some) (?:\\p{L}+ )?(?:trees?|oaks?|elms?|beech|willow|pines?|stars|open sky|hedge)|(?:on|upon|over|across) (?:a|the) (?:\\p{L}+ )?(?:roof|lawn|grass|moor|beach|sands?|rocks?|hill(?:side)?|cliffs?|road|bridge)|outside the (?:\\p{L}+ )?(?:house|gate|wall|walls|gardens?|tent|inn|window)|in(?:to)? the (?:\\p{L}+ )?(?:garden|yard|orchard|woods?|forest|fields?|open air|shrubbery))";
const outside = new RegExp(`\\b${doing}\\b(?:(?!\\bhad\\b)[^.;!?]){0,40}\\b${inTheOpen}\\b`, "iu");
const within =
  /\b(?:(?:in|into|inside|through|across|about|round) (?:the|a|his|her|my|their) (?:\p{L}+ )?(?:house|room|parlour|kitchen|hall|bedroom|library|nursery|study|door|doorway)|indoors|(?:came|went|ran|stepped|walked) in\b|entered|upstairs|downstairs|at (?:the|her|his) window)\b/iu;

/** Panels for which people are believed to be in the open without being told of again. */
const reach = 4;

/**
 * Who is told to sit, walk or play in the open is before no wall of a room, nor is the talk that follows, until words lead under a
 * roof again.
 */
export function outOfDoors(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text, indoors }: { text: string; indoors: (place: string) => boolean },
): Framing[] {
  let left = 0;
  return framings.map((framing, i) => {
    const draft = drafts[i];
    const told = draft === undefined ? "" : captionOf(draft, text);
    if (outside.test(told) && !within.test(told)) left = reach;
    else if (within.test(told) || (framing.place !== null && !indoors(framing.place))) left = 0;
    else left = Math.max(0, left - 1);
    const walled = left > 0 && framing.seen.length > 0 && framing.place !== null && indoors(framing.place);
    if (!walled) return framing;
    const shot = framing.shot === "wide" ? "medium" : framing.shot;
    return { ...framing, kind: framing.kind === "establish" ? "quiet" : framing.kind, shot, place: null };
  });
}

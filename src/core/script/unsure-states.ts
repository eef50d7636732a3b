import type { Person } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { captionOf } from "./told-words.ts";

export interface UnsureTools {
  text: string;
  cast: ReadonlyMap<string, Person>;
}

/** A sickness or a faint of a he or she. */
const ofSomebody =
  /\b(?:[Hh]e|[Ss]he|(?:his|her) (?:nerves?|mind|strength|health|reason|brain))\b[^.;!?]*\b(?:delirious|delirium|raving|in a (?:\p{L}+ )?(?:fever|faint|swoon|stupor|coma)|unconscious|insensible|senseless|at death[’']s door|dangerously ill|nervous fever|shattered)\b/u;

/**
 * A state of the body is shown of nobody but the one of whom it surely is: where the words say only he or she, whoever
 * happened to be seen would be taken for the sick one.
 */
export function withoutUnsure(drafts: readonly Draft[], framings: readonly Framing[], tools: UnsureTools): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    if (draft === undefined || framing.seen.length === 0 || !isSilent(draft)) return framing;
    const told = captionOf(draft, tools.text);
    if (!ofSomebody.test(told) || framing.seen.some((id) => isNamed(id, told, tools))) return framing;
    const { fromBehind: _, played: _played, placed: _placed, ...open } = framing;
    return { ...open, kind: "quiet", shot: "wide", seen: [], holds: null, place: null, scenery: "tone", sky: null };
  });
}

const isNamed = (id: string, told: string, { cast }: UnsureTools): boolean => {
  const { name = "", aliases = [] } = cast.get(id) ?? {};
  return [name, ...aliases].some((each) => each.length > 1 && told.includes(each));
};

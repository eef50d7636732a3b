import type { Person } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { anyOfNames } from "./name-pattern.ts";
import { captionOf } from "./told-words.ts";

export interface BroughtTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Place of the scene. */
  home: string | null;
  /** Places of which a part stands for the whole. */
  parts: (place: string) => boolean;
}

/** Words that bring in somebody by what he is: One was a tall woman. */
const described =
  /(?:^|[.;:!?—]["”’]?\s+)(?:(?:The )?(?:[Oo]ne|[Oo]ther|[Ff]irst|[Ss]econd|[Tt]hird|[Ll]ast)|[Aa]nother)(?: of (?:them|these|those|whom))? was (?:an? |the )(?:[\p{L}’'-]+,? ){0,6}?(?:man|woman|lady|gentleman|boy|girl|fellow|youth|person)(?![\p{L}’'-])/u;
/** A part of somebody that comes into sight: The head appeared again. */
const glimpsed =
  /(?:^|[.;:!?—]["”’]?\s+)(?:The|A|Another) (?:\p{L}+ )?(?:head|face|hand|figure|form|shape) (?:had )?(?:(?:slowly|suddenly|presently) )?(?:re-?)?(?:appeared|emerged|came into (?:sight|view)|showed itself|was thrust|popped)(?!\p{L})/u;
/** Words after which a name says who somebody is: My fellow prisoner was Kantos Kan. */
const identified =
  /(?:^|[.;:!?—]["”’]?\s+)(?:My|His|Her|Our|Their|The) (?:[\p{L}’'-]+ ){0,4}?(?:prisoner|companion|visitor|guest|stranger|newcomer|neighbou?r|rider|officer|driver|host|rescuer|leader|messenger|captor|opponent|fellow|man|woman|lady|gentleman|boy|girl|youth|other|one)s? (?:was|proved to be|turned out to be) (?=\p{Lu})/gu;
/** The same the other way round: Round the door came the fair head of Lord Wick. */
const entering =
  /\b(?:came|appeared|emerged|peeped|popped|was thrust)\b[^.;:!?]{0,40}? (?:head|face|figure|form) of (?=\p{Lu})/gu;

/**
 * Beside captions that bring somebody in, that person is seen, or the place alone, never whoever looks on; a face under
 * words that present another one would get their name (D5). Whoever speaks in the panel stays. English books only.
 */
export function broughtIn(drafts: readonly Draft[], framings: readonly Framing[], tools: BroughtTools): Framing[] {
  if (tools.rules !== "en") return [...framings];
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    const onlooking = draft !== undefined && framing.played === undefined && nobodySeenSpeaks(draft, framing);
    out.push(onlooking ? ofNewcomer(captionOf(draft, tools.text), framing, out, tools) : framing);
  }
  return out;
}

/** Whether somebody is seen, and none of the words in the panel are his. */
const nobodySeenSpeaks = ({ lines }: Draft, { seen }: Framing): boolean =>
  seen.length > 0 && lines.every(({ speaker }) => speaker === null || !seen.includes(speaker));

function ofNewcomer(told: string, framing: Framing, before: readonly Framing[], tools: BroughtTools): Framing {
  const who = namedIn(told, tools);
  if (who !== null) return framing.seen[0] === who ? framing : onlyOf(who, framing);
  return described.test(told) || glimpsed.test(told) ? placeOnly(framing, before, tools) : framing;
}

/** Whom a sentence names as the one who is brought in, or null. */
function namedIn(told: string, { cast }: BroughtTools): string | null {
  for (const hit of [identified, entering].flatMap((pattern) => [...told.matchAll(pattern)])) {
    const name = told.slice(hit.index + hit[0].length);
    for (const { id, name: full, aliases } of cast.values())
      if (name.search(anyOfNames([full, ...aliases])) === 0) return id;
  }
  return null;
}

/** Whoever is brought in, alone. */
function onlyOf(who: string, framing: Framing): Framing {
  const shot = framing.shot === "wide" ? "medium" : framing.shot;
  const { fromBehind: _, ...faced } = framing;
  return { ...faced, shot, seen: [who], holds: null };
}

/** The place of the scene, or what was seen last of it, and nobody in it. */
function placeOnly(framing: Framing, before: readonly Framing[], { home, parts }: BroughtTools): Framing {
  const place = framing.place ?? before.slice(-4).findLast((each) => each.place !== null)?.place ?? home;
  const corner = place !== null && parts(place) && before.at(-1)?.scenery !== "corner";
  const scenery = place === null ? "sky" : corner ? "corner" : "place";
  return { ...framing, kind: "quiet", shot: "wide", seen: [], holds: null, place, scenery };
}

import type { Person } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import { type Framing, showsNobody } from "./framing.ts";
import { anyOfNames } from "./name-pattern.ts";
import { isNamed } from "./people-meant.ts";
import { captionOf } from "./told-words.ts";

export interface BroughtTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Places of which a part stands for the whole. */
  parts: (place: string) => boolean;
}

const anybody = "(?:man|woman|lady|gentleman|boy|girl|fellow|youth|person|stranger|figure|creature)";
/** Words that bring in somebody by what he is: One was a tall woman. もう一人は四角な顔の男だった。 */
const described = {
  en: new RegExp(
    `(?:^|[.;:!?—]["”’]?\\s+)(?:(?:The )?(?:[Oo]ne|[Oo]ther|[Ff]irst|[Ss]econd|[Tt]hird|[Ll]ast|[Ll]atter|[Ff]ormer)|[Aa]nother)(?: of (?:them|these|those|whom))? was (?:an? |the )(?:[\\p{L}’'-]+,? ){0,6}?${anybody}(?![\\p{L}’'-])`,
    "u",
  ),
  ja: /(?:一人|ひとり|次|つぎ|隣|となり|あと|残り)(?:の(?:男|女|人|奴))?は[^。「」]{2,40}(?:男|女|人|娘|婆さん|爺さん|老人|書生|紳士|婦人|少年|坊主|教師|奴)(?:だ|で|であ|です|でし|らし)/u,
} as const;
/** Words that bring in somebody who has looks and no name: A tall man had stepped out of the porch. 見知らぬ男がはいって来た。 */
const entered = {
  en: new RegExp(
    `(?:^|[.;:!?—]["”’]?\\s+|, (?:and|when|for) |\\b[Tt]here )(?:[Aa]n?|[Aa]nother) (?:[\\p{L}’'-]+,? (?:and )?){0,3}?(?:tall|short|stout|thin|fat|little|old|young|bearded|dark|fair|handsome|pretty|ugly|lean|gaunt|broad|huge|small|strange|rough|pale|red|grey|ragged|elderly|burly|slender|[\\p{L}]+-(?:looking|faced|haired|eyed|shouldered|bearded|dressed))(?:,? [\\p{L}’'-]+){0,2}? ${anybody}(?: [^.;]{3,30})? (?:had )?(?:entered|came|appeared|stepped|emerged|stood|sat|walked|rushed|ran|burst|peeped|leaned|dashed)(?!\\p{L})`,
    "u",
  ),
  ja: /(?:見(?:知ら|慣れ|なれ)(?:ぬ|ない)|知らない|一人の|ひとりの|(?:とい|と云|と言)う)[^。、「」]{0,14}(?:男|女|娘|婆さん|爺さん|老人|書生|紳士|婦人|少年|坊主|奴)が[^。「」]{0,14}(?:来|入っ|はいっ|現れ|あらわれ|出て|立って|坐って|すわって)/u,
} as const;
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
 * words that present another one would get their name (D5). Whoever speaks in the panel stays beside a part of another or a name,
 * and is heard from beyond it where the words describe another.
 */
export function broughtIn(drafts: readonly Draft[], framings: readonly Framing[], tools: BroughtTools): Framing[] {
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    out.push(draft === undefined || framing.played !== undefined ? framing : presented(draft, framing, out, tools));
  }
  return out;
}

function presented(draft: Draft, framing: Framing, before: readonly Framing[], tools: BroughtTools): Framing {
  const told = captionOf(draft, tools.text);
  if (framing.seen.length === 0) return framing;
  if (bringsUnnamed(told, draft, tools)) return placeOnly(framing, before, tools);
  return tools.rules === "en" && nobodySeenSpeaks(draft, framing) ? ofNewcomer(told, framing, before, tools) : framing;
}

/** Whether a caption is of the looks of somebody without a name, and says of nobody it names that he does something. */
function bringsUnnamed(told: string, { people }: Draft, { rules, cast }: BroughtTools): boolean {
  if (described[rules].test(told)) return namedIn(told, { cast }) === null;
  const acting = (id: string) => people.get(id)?.acts === true && isNamed(id, told, { cast, narrator: null });
  return entered[rules].test(told) && ![...people.keys()].some(acting);
}

/** Whether none of the words in the panel are somebody's who is seen. */
const nobodySeenSpeaks = ({ lines }: Draft, { seen }: Framing): boolean =>
  lines.every(({ speaker }) => speaker === null || !seen.includes(speaker));

function ofNewcomer(told: string, framing: Framing, before: readonly Framing[], tools: BroughtTools): Framing {
  const who = namedIn(told, tools);
  if (who !== null) return framing.seen[0] === who ? framing : onlyOf(who, framing);
  return glimpsed.test(told) ? placeOnly(framing, before, tools) : framing;
}

/** Whom a sentence names as the one who is brought in, or null. */
function namedIn(told: string, { cast }: Pick<BroughtTools, "cast">): string | null {
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

/** Where they are, as far as the panels before show it, and nobody in it; else the words alone. */
function placeOnly(framing: Framing, before: readonly Framing[], { parts }: BroughtTools): Framing {
  const last = before.at(-1);
  const left = showsNobody(last) && last?.place === null;
  const place = left
    ? null
    : (framing.place ?? before.slice(-4).findLast((each) => each.place !== null)?.place ?? null);
  const { fromBehind: _, ...open } = framing;
  const bare: Framing = { ...open, kind: "quiet", shot: "wide", seen: [], holds: null, place };
  if (place === null) return { ...bare, scenery: "tone", effect: "focus" };
  return { ...bare, scenery: parts(place) && last?.scenery !== "corner" ? "corner" : "place" };
}

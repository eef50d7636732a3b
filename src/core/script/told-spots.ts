import type { Place } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import { type Framing, showsNobody } from "./framing.ts";
import { captionOf } from "./told-words.ts";

export interface SpotTools {
  text: string;
  rules: "en" | "ja";
  places: readonly Place[];
}

/** Spots that are under a roof, and not seen from a road. */
const within = {
  en: /\b(?:in|into|from|against|behind|under|beside|by|at|on|upon|across|over|through|out of) (?:the|a|an|his|her|my|their|its|one) (?:\p{L}+ ){0,2}?(?:corner(?! of (?:the|a) (?:street|road|house|square|wood|field|garden|lane|court|wall|yard|mouth|eye|lips?|moor|park))|hearth(?:-?rug|stone)?|fire-?place|mantel-?piece|window-?(?:sill|seat|pane)|staircase|bed|bunk|pillow|sofa|couch|ceiling|rafters?|attic|cupboard|wardrobe|carpet|arm-?chair|bed-?room|bed-?side)(?![\p{L}-])|\b(?:opening|inside|interior|darkness|floor) of the (?:hut|tent|cabin|cave|cell|hovel|burrow|den|room)|\bon the landing\b\b/iu,
  ja: /(?:部屋|小屋|室)の(?:隅|すみ|中)|床の間|枕元|蒲団の|布団の|寝床|囲炉裏|天井|押入|縁側|畳の上/u,
} as const;

/** Spots under the sky, and not in a room. */
const without = {
  en: /\b(?:on|upon|onto|at|from|down|up|along|over|before|out of|through|by|to) (?:the|a|an|his|her|my|their) (?:\p{L}+ ){0,2}?(?:ledge|side-?walk|pavement|kerb|curb|door-?steps?|gate|gateway|flagstones|cliff|river-?bank|hedge|lawn|ice|boulder|path|roof(?! over| of (?:his|her|my|the) mouth)|river|beach)(?![\p{L}-])|\b(?:top|foot|bottom|head) of the (?:front )?steps\b|\b(?:front|stone|marble) steps\b|\b(?:outside|in front of|before) the (?:\p{L}+ ){0,2}?(?:cave|hut|tent|cabin|den|burrow)\b|\b(?:entrance|mouth) of the (?:cave|burrow|den)\b/iu,
  ja: /屋根の上|門の(?:前|外)|石段|土手|川(?:べり|ばた|岸|の中)|崖|往来|道ばた|道端|(?:穴|洞穴)の(?:外|前|口)/u,
} as const;

/** Ways in which a spot is only seen, thought of, or left through. */
const onlySeen =
  /\b(?:look(?:ed|ing|s)?|gaz(?:ed|ing)|star(?:ed|ing)|saw|see|seen|watch(?:ed|ing)|heard|thought|think|remembered|pointed|as if|as though|like)\b[^.;]*$|(?:見|眺|思)[^。]*$/iu;

/**
 * Words that put somebody into a spot of another kind than the place of the picture: a corner of a hut on a moor, the front steps in
 * a parlour. Whoever is there is seen near by and before no place, and a view that would deny the words is a tone.
 */
export function inToldSpots(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text, rules, places }: SpotTools,
): Framing[] {
  let last = { place: "", left: 0 };
  return framings.map((framing, i) => {
    const draft = drafts[i];
    const place = places.find(({ id }) => id === framing.place);
    if (draft === undefined || place === undefined) return framing;
    const roofed = place.inside === true;
    const told = captionOf(draft, text);
    const back = isIn(told, (roofed ? within : without)[rules]);
    const there = isIn(told, (roofed ? without : within)[rules]) && !back;
    if (there) last = { place: place.id, left: stays };
    else last = { ...last, left: back || last.place !== place.id ? 0 : last.left - 1 };
    if (last.left <= 0 || framing.prop !== null || framing.placed === true) return framing;
    if (showsNobody(framing)) return { ...framing, place: null, scenery: roofed ? "sky" : "tone" };
    const shot = framing.shot === "wide" || framing.shot === "full" ? "medium" : framing.shot;
    return { ...framing, kind: framing.kind === "establish" ? "quiet" : framing.kind, shot, place: null };
  });
}

/** Panels for which people stay in such a spot without being told of again, with the one that tells it. */
const stays = 3;

/** Whether words put somebody into a spot, and not only his eyes or his thoughts. */
function isIn(told: string, spots: RegExp): boolean {
  const hit = spots.exec(told);
  return hit !== null && !onlySeen.test(told.slice(0, hit.index));
}

import { hourTold } from "../story/conditions.ts";
import { tellsHeavens } from "../story/night-lights.ts";
import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { captionOf } from "./told-words.ts";

export interface LightTools {
  text: string;
  rules: "en" | "ja";
  /** Whether a place is under a roof. */
  indoors: (place: string) => boolean;
}

/** Words of a dark in which nothing can be seen; not of dark hair, nor of who is kept in the dark about something. */
const darkness = {
  en: /\b(?:in|into|through|out of|from|across) (?:the|this|that|utter|total|complete|pitch|inky|thick) (?:\p{L}+ )?dark(?:ness)?\b(?! (?:as|about|of (?:his|her|my|their) (?:hair|eyes|mind|soul)))|\bpitch[- ]?(?:dark|black)|\b(?:utter|total|complete|impenetrable|inky|stygian|absolute|perfect|thick) (?:darkness|blackness)\b|\bdarkness (?:was|fell|closed|around|about|surrounded|hid|lay|covered|swallowed|deepened|into which)\b|\bblack as (?:pitch|night|ink)\b|\b(?:no|without a|not a|nor a) (?:glimmer|ray|gleam|spark) of light\b|\bgrop(?:ed|ing)\b(?! gesture| for (?:words|an? (?:word|answer)))|\b(?:candle|lamp|lantern|torch|lights?)(?: had| was| were)? (?:went out|gone out|extinguished|blown out|put out)\b|\bdungeons?\b/iu,
  ja: /真っ?暗|まっくら|暗闇|くらやみ|闇の中|手さぐり|手探り|(?:灯|明か?り|蝋燭|ランプ|行灯)(?:が|は)(?:ふっと|急に)?消え/u,
} as const;

/** Words that only liken, or tell of a light or of a dark to come. */
const unreal =
  /\b(?:as if|as though|like|if) (?:\p{L}+ ){0,3}(?:in the dark|darkness)|\bbefore (?:the )?dark|\b(?:sun-?\w*|daylight|broad day)\b|闇のよう|日光|日の光/iu;

/** Whether words are of a dark in which nothing can be seen. */
export function tellsDark(words: string, rules: "en" | "ja"): boolean {
  const hour = hourTold(words);
  return (hour === null || hour === "night") && darkness[rules].test(words) && !unreal.test(words);
}

/** Words with which people only look up. */
const lookUp =
  /\b(?:watch(?:ed|ing)?|look(?:ed|ing)? (?:up )?at|gaz(?:ed|ing) (?:up )?at|saw|see(?:ing)?|count(?:ed|ing)|studied|talk(?:ed|ing) about)\b[^.;]*\bstars\b|星を(?:見|眺|仰|数)/iu;

/** Whether words are of somebody who looks at the stars and does nothing else. */
const watchesStars = (words: string, rules: "en" | "ja"): boolean => tellsHeavens(words, rules) && lookUp.test(words);

/** Under words of stars that somebody watches the stars are seen, and no face by day. */
function starry(framing: Framing): Framing {
  const { effect: _, fromBehind: __, ...open } = framing;
  return {
    ...open,
    kind: framing.kind === "establish" ? "establish" : "quiet",
    shot: "wide",
    seen: [],
    holds: null,
    place: null,
    scenery: "sky",
    sky: { time: "night", weather: "clear" },
  };
}

/** Where the words are of somebody who watches the stars, they are the picture. */
export function underStars(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text, rules }: LightTools,
): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    if (draft === undefined || framing.prop !== null || !isSilent(draft)) return framing;
    return watchesStars(captionOf(draft, text), rules) ? starry(framing) : framing;
  });
}

/**
 * Words of darkness darken their panel whatever the scene's hour: nobody's place becomes black, and who is under a roof is seen in
 * it by night, everybody else before black. A fair sky or a lit parlour would deny them.
 */
export function inToldLight(drafts: readonly Draft[], framings: readonly Framing[], tools: LightTools): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    if (draft === undefined) return framing;
    const told = captionOf(draft, tools.text);
    if (!tellsDark(told, tools.rules)) return framing;
    const housed = framing.place !== null && tools.indoors(framing.place);
    const sky: Framing["sky"] = { time: "night", weather: framing.sky?.weather ?? null };
    if (framing.seen.length === 0 && framing.prop === null)
      return { ...framing, sky, scenery: housed && framing.scenery === "place" ? "place" : "black" };
    return { ...framing, sky, place: housed || framing.prop !== null ? framing.place : null };
  });
}

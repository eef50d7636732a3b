import { doneDeeds } from "./unreal-deeds.ts";

/** People on horseback, at the oars or in the water: no pose is drawn for it. */
const riding = {
  en: /\b(?:rode|riding|ridden|gallop(?:ed|ing)|canter(?:ed|ing)|trott(?:ed|ing)|mounted (?:his|her|my|the)|on horseback|(?:on|upon) (?:the|a|his|her|my) (?:\p{L}+ )?(?:horse|pony|mare|steed)|row(?:ed|ing)|paddl(?:ed|ing)|sw[au]m|swimming)\b/iu,
  ja: /馬に(?:乗|跨)|馬を走|漕[いぎ]|泳[いぎ]/u,
} as const;

/** Deeds of the whole body beyond the poses that are drawn: an idle figure beside them would deny them. */
const strong = {
  en: /\b(?:(?:I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|who|and) (?:ran|fled|dashed|rushed|bolted|raced)|caught (?:hold|at|the|him|her|me)|clung|clutched|swung|swinging|(?:flung|threw|hurled|cast) (?:himself|herself|myself|themselves|him|her|me|the|a)|wrestl(?:ed|ing)|grappl(?:ed|ing)|struggl(?:ed|ing)|plung(?:ed|ing)|div(?:ed|ing)|dug|digging|haul(?:ed|ing)|dragg(?:ed|ing)|danc(?:ed|ing)|tumbl(?:ed|ing)|rolled (?:out|over|down|off)|sank (?:down|under|beneath|through)|spr[au]ng|leap(?:ed|t|ing)|jump(?:ed|ing)|scrambl(?:ed|ing)|climb(?:ed|ing)|clamber(?:ed|ing)|crawl(?:ed|ing)|crept|stabb(?:ed|ing)|struck (?:him|her|me|at|out|down)|kick(?:ed|ing)|bit (?:him|her|me|the)|fell (?!silent|ill|in|asleep|to|back|into)|lashed|toss(?:ed|ing)|hammer(?:ed|ing)|twisting and turning|steer(?:ed|ing)|chopp(?:ed|ing)|push(?:ed|ing) (?:the|him|her|off|through)|stagger(?:ed|ing)|stumbl(?:ed|ing)|reel(?:ed|ing))\b/iu,
  ja: /飛び(?:込|かか|つ|降|お)|躍り|取っ組|組み(?:つ|付|敷)|ぶら下|投げ(?:つけ|飛)|這[いっ]|よじ|掘[っり]|転[がんび]|引きず|蹴[っり]|殴[っり]|なぐ[っり]|擲[っり]|突き(?:飛|落)|もがい|操縦し/u,
} as const;

/** Lying beyond all deeds; whoever has come to it is in it still. */
const senseless = {
  en: /\b(?:in|into) (?:a|an|the|his|her|my) (?:last |deep |dead |death[- ]?like )*(?:coma|stupor|swoon|faint|trance)\b|\b(?:lay|lying|was|were|had (?:fallen|sunk|dropped)) (?:\p{L}+ )?(?:unconscious|senseless|insensible)\b/iu,
  ja: /気を失っ|気絶し|失神し|昏睡|人事不省/u,
} as const;

/** A gun that is fired or aimed. */
const shooting = {
  en: /\b(?:(?:[Hh]e|[Ss]he|I|who|and) fired(?! (?:up|with|by)\b)|t(?:ook|aking) (?:\p{L}+ ){0,2}aim)\b/u,
  ja: /(?:銃|ピストル|拳銃|鉄砲)を(?:撃|射|打|放|構え|向け)|狙いを(?:定|つけ)/u,
} as const;

/** Not done here and now. */
const undone =
  /(?:\b(?:not|never|no|would|could|might|should|may|must|will|shall|can|if|had(?: been)?|have|to)|n[’']t)(?: \p{L}+ly)?\s*$/iu;

/** The same at the end of a Japanese deed. */
const undoneAfter =
  /^[^、。]{0,5}(?:ない|なかっ|ず(?:に)?|たい|よう[とにな]|[うお]と(?:し|す|い|云|言)|つもり|たら|れば|べき|まい)/u;

/** Whether a deed that stands between two places of the words is denied, wished or only likened. */
export const isUndone = (words: string, start: number, end: number, rules: "en" | "ja"): boolean =>
  rules === "ja"
    ? undoneAfter.test(words.slice(end))
    : undone.test(words.slice(Math.max(0, start - 30), start)) ||
      suffered.test(words.slice(Math.max(0, start - 24), start));

/** Done to something: no shots were fired. */
const suffered = /\b(?:be|been|being|was|were|is|are)(?: \p{L}+ly)?\s*$/iu;

const tells = (told: string, pattern: RegExp): boolean => {
  const words = doneDeeds(told);
  const hit = pattern.exec(words);
  return hit !== null && !undone.test(words.slice(Math.max(0, hit.index - 30), hit.index));
};

/** Whether words put somebody on a horse, to the oars or into the water. */
export const tellsRiding = (words: string, rules: "en" | "ja"): boolean => tells(words, riding[rules]);

/** Whether words tell a shot or an aim that no idle hand makes. */
export const tellsShooting = (words: string, rules: "en" | "ja"): boolean => tells(words, shooting[rules]);

/** Whether words tell a deed of the whole body that an idle figure would deny. */
export const tellsStrongDeed = (words: string, rules: "en" | "ja"): boolean =>
  tells(words, strong[rules]) || tellsShooting(words, rules);

/** Whether words tell that somebody lies without senses. */
export const tellsSenseless = (words: string, rules: "en" | "ja"): boolean => senseless[rules].test(words);

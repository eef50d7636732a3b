import type { PlaceKind } from "../story/story.ts";

/** Kinds of places that look alike enough to stand for each other: out of doors among houses, among trees, at the water. */
export const alike: readonly (readonly PlaceKind[])[] = [
  ["street", "road", "village", "market", "gate", "yard", "bridge"],
  ["forest", "field", "garden", "mountain", "road", "desert"],
  ["river", "shore", "harbour", "bridge", "sea", "boat", "ship"],
  ["room", "bedroom", "library", "ward", "inn"],
  ["hall", "corridor", "castle"],
  ["church", "shrine"],
  ["graveyard", "church"],
  ["underground", "cave", "prison"],
  ["kitchen", "tavern", "shop"],
  ["train", "platform"],
];

/** Before, behind or beside a house is not in it. */
export const besideHouse = {
  en: /\b(?:in front of|outside|before|behind|round|beside) (?:the|an?|his|her|my|our|their) (?:\p{L}+ )?(?:house|cottage|hut|shed|barn)\b/iu,
  ja: /(?:家|うち|小屋|納屋|物置|母屋)の(?:前|表|裏(?!口)|外|そば|後|うしろ)/u,
} as const;

/** Words of the sky and the weather, and what they say of hour and weather. */
export const englishSky =
  /\b(?:sky|skies|stars?|starlight|moon|moonlight|sun|sunset|sunrise|sunshine|clouds?|rain|snow|wind|gale|storm|thunder|lightning|fog|mist|dawn|daybreak|dusk|twilight|darkness|midnight|(?:fine|bright|cold|dark|clear|wild|hot|grey|gray|summer|winter|autumn|spring|foggy|rainy|stormy|beautiful|lovely) (?:day|night|morning|evening|afternoon|weather))\b/i;
export const japaneseSky =
  /空(?![っいけ席腹虚])|(?<![一二三四五六七八九十年毎今来先何数ヶ])月(?![日給曜謝末々並収])|星|太陽|陽が|日が[沈暮昇落]|雨(?!戸|宿)|雪(?!駄|隠)|(?<![なう])風(?![呂邪采体情習流景越])|雲(?!雀)|霧|(?<!\p{Script=Han})嵐|雷|夜が|夜明|夕暮|夕焼|暮方|明け方|天気|晴れ|闇/u;

/** What an hour or a weather is called, to show the sky that the words tell of. */
export const skyHours = [
  ["night", /\b(?:night|midnight|moon|moonlight|stars?|starlight)\b|夜(?!明)|月|星|晩/u],
  ["dawn", /\b(?:dawn|daybreak|sunrise)\b|夜明|明け方|暁/u],
  ["dusk", /\b(?:dusk|twilight|sunset|evening)\b|夕|暮/u],
  ["day", /\b(?:morning|noon|afternoon|sunshine|sun)\b|朝|昼|太陽/u],
] as const;

export const skyWeathers = [
  ["storm", /\b(?:storm|thunder|lightning|gale)\b|(?<!\p{Script=Han})嵐|雷/u],
  ["rain", /\brain(?:ed|ing|y)?\b|雨/u],
  ["snow", /\bsnow(?:ed|ing|y)?\b|雪/u],
  ["fog", /\b(?:fog|foggy|mist)\b|霧/u],
  ["wind", /\bwind\b|風/u],
  ["clear", /\b(?:fine|bright|clear|sunny|sunshine)\b|晴れ|いい天気|からっと/u],
  ["cloudy", /\bclouds?\b|雲/u],
] as const;

/** What black says better than a picture: death, deep night, nothing at all. */
export const dreadWords =
  /\b(?:dead|death|died|dying|killed|murder\w*|hanged|never again|nothing(?: more)?|vanished|lost consciousness|fainted|blood)\b|死|殺|血|消え|亡くな|二度と|闇|誰も知らない/iu;

/** A leap over time. */
export const leapWords =
  /\b(?:years?|months?|weeks?) (?:later|after|passed|ago|before)\b|\bnext (?:day|morning|week)\b|\bfor (?:many|several|some) (?:days|weeks|months|years)\b|翌日|翌朝|年(?:後|たっ|前)|月(?:後|たっ)|その後|それから/iu;

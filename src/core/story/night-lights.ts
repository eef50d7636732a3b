/** Candles in use, bedtime, and the moon and stars in sight: by day nobody needs them, or sees them. */
const lit = {
  en: /\b(?:with|by|holding|held|took|taken|lit|lights?|lighted|lighting|fetched|bring|brought|carr(?:ied|ying)|blew out|blown out|snuffed|shaking|flame|light) (?:\p{L}+ ){0,3}(?:candles?|candlestick|rushlight|night-?light)\b|\bcandle-?light\b|\b(?:his|her|my|our) candle\b|\b(?:bed-?time|tucked (?:me|him|her|them|us) (?:in|up))\b|\b(?:went|gone|go|going|sent|sends?|slipped|crept|off|retired) (?:\p{L}+ ){0,2}?to bed\b/iu,
  ja: /(?:蝋燭|ろうそく|行灯|行燈|提灯|洋灯|ランプ)(?:を|に)[^。、]{0,6}(?:つけ|点け|とも|灯|さげ|提げ|持)|(?:寝床|床|蒲団|布団|ふとん)(?:に|へ)(?:はい|這入|入っ|もぐ|潜|就)/u,
} as const;
const heavens = {
  en: /\b(?:starlight|starlit|moonlight|moonlit|moonbeams?|(?:the|myriad|few|falling|shooting|countless|little|many|bright) (?:\p{L}+ )?stars(?! and stripes)|the (?:\p{L}+ )?moon(?! over))\b/iu,
  ja: /星が(?:出|光|見え|また|輝|きら|降|流れ|一)|星を(?:見|眺|仰)|流れ星|星空|星明か?り|月が(?:出|のぼ|昇|照|さ|いい|明)|月を(?:見|眺|仰)|月明か?り|月夜/u,
} as const;

/** Words that are of the day as well, or of no night of their own: an illness, a likeness, what never or always happens. */
const otherwise =
  /\b(?:day-?light|morning|noon|afternoon|sun(?:shine|light|ny)?|by day|church|altar|chandler|as (?:if|though)|like|new moon|full of|honey-?moon|ill|sick|fever|doctor|breakfast|dinner|every|always|never|usually)\b|朝|昼|日光|よう(?:な|に)|毎|いつも|病|医者/iu;

/** Whether a sentence is told by the light of the night: by a candle, at bedtime, or under the moon or the stars. */
export const tellsNightLight = (words: string, rules: "en" | "ja"): boolean =>
  (lit[rules].test(words) || heavens[rules].test(words)) && !otherwise.test(words);

/** Whether a sentence has stars or the moon in sight: the sky is clear. */
export const tellsHeavens = (words: string, rules: "en" | "ja"): boolean =>
  heavens[rules].test(words) && !otherwise.test(words);

import type { Span } from "../book/book.ts";
import { moods } from "./mood-words.ts";
import type { Light, Mood, TimeOfDay, Weather } from "./story.ts";

type Signs<T extends string> = readonly (readonly [T, RegExp, number])[];

const times: { en: Signs<TimeOfDay>; ja: Signs<TimeOfDay> } = {
  en: [
    ["dawn", /\b(?:at dawn|dawn (?:was|came|broke)|daybreak|sunrise|first light)\b/gi, 3],
    [
      "day",
      /\b(?:(?:on|upon) an? (?:[\w-]+,? (?:and )?){1,4}(?:morning|afternoon)|(?:this|that|next|one|the|bright|sunny|in the|early|\w+day) (?:\w+ )?(?:morning|afternoon)|(?:a|one|another) (?:[\w-]+ ){1,4}(?:morning|afternoon)|noon|midday|mid-day|daylight|sunshine|sunlight|broad day|the sun (?:was(?! (?:already |now |just )?(?:setting|sinking|going|low|down|gone))|shone|beat|stood)|(?:morning|day)(?:, [^,.]{3,40},)? (?:(?:at|last|length|had) )*(?:dawned|broke)|after breakfast|at breakfast|luncheon|hot day|the (?:very )?(?:next|following) day)\b/gi,
      2,
    ],
    [
      "dusk",
      /\b(?:(?:on|upon) an? (?:[\w-]+,? (?:and )?){1,4}evening|dusk|twilight|sunset|nightfall|the sun (?:was setting|had set|sank|went down)|(?:in|towards?|that|the|this|one|early) (?:the )?evening|gloaming)\b/gi,
      2,
    ],
    [
      "night",
      /\b(?:midnight|moonlight|moonlit|starlight|the moon (?:was|shone|rose|hung)|(?:(?:at|that|by|in the|all|of the|dark|late at|into the|the)|(?:it was(?: on)?|on|upon) an? (?:[\w-]+,? ){0,4}?|on the (?:\w+ )?) ?night(?!mare|gown|cap|shirt)|in the dark|pitch dark|candlelight|lamplight|lantern)\b/gi,
      2,
    ],
  ],
  ja: [
    ["dawn", /夜明け|明け方|暁|白み(?:はじ|始)|朝焼け|未明/g, 3],
    [
      "day",
      /昼下がり|昼間|真昼|正午|午後|午前|朝|よく晴れた|昼(?!寝)|お?午(?:が|を|の?)(?:すぎ|過ぎ|鐘)|翌日|あくる日|次の日|つぎの日/g,
      2,
    ],
    ["dusk", /夕方|夕暮れ?|暮方|日暮れ?|夕焼け|日の沈む|たそがれ|黄昏|夕闇/g, 2.5],
    [
      "night",
      /真夜中|夜中|夜更け|夜が(?:更|ふ)|深夜|今夜|月明かり|月夜|行灯|月(?:が|の)(?:光|出|のぼ|いい|照)|夜(?!明|通|分|作|逃げ|具|着)|晩/g,
      2,
    ],
  ],
};

const weathers: { en: Signs<Weather>; ja: Signs<Weather> } = {
  en: [
    [
      "rain",
      /\b(?:it was raining|it rained|rain (?:was falling|came|fell|beat|began|had begun)|the rain(?! (?:blew|had stopped|stopped|ceased|was over|cleared))|in the rain|raining|drizzl\w+|downpour|heavy shower)\b/gi,
      2,
    ],
    [
      "storm",
      /(?<!\b(?:voice of|like an?|like|as) )\b(?:thunder(?:ed|storm)?|lightning|(?:the|a) (?:storm|tempest|gale|hurricane))\b(?! of)/gi,
      1.5,
    ],
    ["snow", /\b(?:snow(?:ed|ing|flakes)?|blizzard)\b(?!-?white)/gi, 1.5],
    ["fog", /\b(?:fog|foggy|(?:a|the|thick|white) mist|haze)\b/gi, 1.5],
    ["wind", /\b(?:windy|(?:high|strong) wind|gusts? of wind|wind (?:blew|howled|rose|roared|whistled))\b/gi, 1],
    // One word of a wind in the trees is no windy day.
    ["wind", /\b(?:the wind(?! (?:blew|howled|rose|roared|whistled))|breeze)\b/gi, 0.7],
    ["cloudy", /\b(?:cloudy|overcast|(?:dark|grey|gray|heavy|black) clouds?|(?:grey|gray|leaden) sky)\b/gi, 1.5],
    [
      "clear",
      /\b(?:sunny|sunshine|(?:blue|clear|cloudless) sky|bright (?:\w+ )?(?:morning|day)|fine (?:morning|day|evening)|moonlight|starlight|hot day|(?:in|to) the (?:hot |warm |bright )?sun)\b/gi,
      2,
    ],
  ],
  ja: [
    ["rain", /(?<!日の|日も|日もの)雨(?!漏|戸|の(?:しずく|雫|あと|後|跡|水|日[もには])|が降る日)/g, 1],
    ["storm", /(?<!山)嵐|雷|稲妻|暴風/g, 1],
    ["snow", /雪(?!の日[もには])|吹雪/g, 1],
    ["fog", /霧|もや|靄/g, 1],
    ["wind", /風(?:が|は|の|に|も)/g, 0.6],
    ["cloudy", /曇|黒い雲|雲が/g, 1],
    ["clear", /よく晴れ|晴れた|晴れて(?:い|、)|青空|日が照|(?:いい|よい|好い)お?天気|快晴/g, 1.5],
  ],
};

const lights: { en: Signs<Light>; ja: Signs<Light> } = {
  en: [
    ["moon", /\b(?:moonlight|moonlit|moonbeams?|the moon (?:was|shone|rose|hung))\b/gi, 2],
    [
      "lamp",
      /\b(?:lamplight|lamp-light|candlelight|gaslight|by the light of (?:a|the|his|her) (?:lamp|candle|lantern)|lit (?:a|the|his|her) (?:lamp|candle|lantern)|(?:lamps?|candles?) (?:burned|burnt|were lit|was lit))\b/gi,
      2,
    ],
    ["fire", /\b(?:firelight|fire-light|by the fire|(?:blaze|glow) of the fire|camp-?fire)\b/gi, 1.5],
    ["dark", /\b(?:pitch[- ]dark|(?:complete|utter|total) darkness|in the dark|black as pitch|no light)\b/gi, 2],
    ["sun", /\b(?:sunshine|sunlight|sunlit|sunbeams?|the sun (?:was|shone|beat|stood|streamed)|broad daylight)\b/gi, 2],
  ],
  ja: [
    ["moon", /月(?:明か?り|光|の光|が(?:出|さ|照|のぼ|昇))/g, 2],
    ["lamp", /行燈|行灯|ランプ|洋燈|蝋燭|電灯|電燈|提灯|灯(?:火|をとも)/g, 1.5],
    ["fire", /焚火|焚き火|囲炉裏|松明|松の木片|火の光/g, 1.5],
    ["dark", /真っ暗|真暗|暗闇|まっくら|闇の中/g, 2],
    ["sun", /日光|陽が|日が(?:照|さ|あた)|日の光|日差し/g, 2],
  ],
};

/** Words that deny what they stand before or behind, or only liken something to it. */
const denials = {
  before:
    /\b(?:no|not|never|without|nor|like|as|ceased|stopped)(?: (?:an?|the|any|yet|more|to))*(?: (?:drop|sign|word|trace) of)? $/iu,
  behind:
    /^ (?:had |has |have )?(?:stopped|ceased|was over|cleared|not )|^(?:が|は|も|の|一粒)?[^、。]{0,4}(?:降ら(?:な|ぬ|ず|ん)|止[みんまっ]|や[みんむ]|あが[りっ]|上が[りっ])|^(?:の|みた)?(?:よう|如|ごと|いな)/u,
} as const;

/** As night fell: it fell. */
const happens = /^ (?:fell|came|drew|broke|began|set|went)\b/u;

/** Whether the words at an offset are denied, or mere likeness: no rain fell, a voice like thunder. */
export const isDenied = (text: string, at: number, length: number): boolean =>
  (denials.before.test(text.slice(Math.max(0, at - 40), at)) &&
    !happens.test(text.slice(at + length, at + length + 12))) ||
  denials.behind.test(text.slice(at + length, at + length + 20));

/** What lights a scene, as its narration tells it, or null. */
export function lightOf(narration: string, language: "en" | "ja"): Light | null {
  return strongest(narration, lights[language], 2, language === "ja" ? 250 : 600);
}

/** The first words between two offsets that tell an hour or a weather outside quotes, or null. */
export function wordsThatTell(
  value: TimeOfDay | Weather,
  text: string,
  { start, end }: Span,
  quoted: Uint8Array,
  language: "en" | "ja",
): Span | null {
  const part = text.slice(start, end).replaceAll(/\s/g, " ");
  for (const [name, pattern] of [...times[language], ...weathers[language]])
    if (name === value)
      for (const { index, 0: words } of part.matchAll(pattern))
        if (quoted[start + index] !== 1 && !isDenied(part, index, words.length))
          return { start: start + index, end: start + index + words.length };
  return null;
}

/** Time of day as the narration tells it; words near the scene's start weigh more. Null where it tells nothing. */
export function timeOf(narration: string, language: "en" | "ja"): TimeOfDay | null {
  // What goes on for years is told of no hour.
  if ((narration.match(spans[language])?.length ?? 0) >= 4) return null;
  return strongest(narration, times[language], 2, language === "ja" ? 250 : 600);
}

/** The hour in which the first sentence of a narration sets it, or null. */
export function openingHour(narration: string, language: "en" | "ja"): TimeOfDay | null {
  const [first = ""] = narration.trim().split(/(?<=[.。!?！？])/u);
  return everyTime.test(first) ? null : timeOf(first, language);
}

/** Where a narration first tells of an hour; null where it does not. */
export function firstTold(time: TimeOfDay, narration: string, language: "en" | "ja"): number | null {
  const found = times[language].flatMap(([name, pattern]) => (name === time ? [narration.search(pattern)] : []));
  const first = found.find((at) => at >= 0);
  return first ?? null;
}

/** Words of years, and of months and weeks that go by. */
const spans = {
  en: /\b(?:for|after|in|some|several|many|two|three|four|five|six|seven|eight|nine|ten|\w+teen) (?:\w+ )?years\b|\b(?:weeks|months|years) (?:later|afterwards|passed|went by)\b/gi,
  ja: /[一二三四五六七八九十何数幾]年(?:の?間|目|前|も|来|ばかり|ほど|立|た[っち]|経)|[一二三四五六七八九十何数幾](?:ヶ|か)?月(?:の?間|目|前|ばかり|ほど|立|た[っち]|経)/g,
} as const;

/** Words with which the hour changes within a scene, and what it changes to. */
const turns: Signs<TimeOfDay> = [
  [
    "day",
    /\b(?:(?:the|early) next morning|next morning|(?:our|my|his|her|their) (?:toast and coffee|breakfast) in the morning|in the morning (?:he|she|I|we|they)|morning (?:came|broke|dawned)|(?:day|dawn) (?:broke|came|had (?:already )?broken)|the sun (?:rose|had risen|was up))\b|夜が(?:すっかり)?明け[たて]|夜の(?:幕|帳|とばり)[^。]{0,8}(?:落|上が|あが|開)|翌朝|あくる朝|朝になっ/giu,
    1,
  ],
  [
    "dusk",
    /\b(?:evening (?:came|drew on|was drawing)|the sun (?:was setting|had set|went down|sank))\b|夕方になっ|日が(?:暮れかか|傾)/giu,
    1,
  ],
  [
    "night",
    /\b(?:night (?:fell|came|had fallen|closed in)|it (?:grew|became|was growing|got|had grown) dark|last (?:rays|light|gleams?|streaks?) of (?:the )?day(?:light)? (?:\w+ and )?(?:dwindled|faded|died|went|vanished|disappeared)|(?:dark(?:ness)?|blackness) (?:fell|settled|closed (?:in|down)|came (?:on|down)|had (?:fallen|settled|come)))\b|日が暮れ[たて]|夜になっ|夜に入っ|暗くなっ|夜が更け|夜がふけ/giu,
    1,
  ],
];

/** The hour after a stretch of a scene's narration, as its last words of a change tell it; null where none do. */
export function hourAfter(narration: string): TimeOfDay | null {
  let last = -1;
  let hour: TimeOfDay | null = null;
  for (const [time, pattern] of turns)
    for (const { index } of narration.matchAll(pattern)) if (index > last) [last, hour] = [index, time];
  return hour;
}

/** Hours in which something is told to happen once: not every evening, not the morning before, not a dream of night. */
const moments: Signs<TimeOfDay> = [
  [
    "dusk",
    /^(?:ある日の|その日の|丁度)?夕方|日暮れ?(?:方|に)|夕方(?:に|、|折)|\b(?:(?:one|that|in the|early in the) evening|at (?:dusk|sunset|twilight))\b/giu,
    1,
  ],
  [
    "night",
    /(?:^|[、。])(?:その|ある|ある日の)(?:晩|夜)|(?:真)?夜中に|夜更けに|\b(?:(?:one|that|in the|at dead of|\w+day|(?:day|given|gave) (?:away|way) to) night|at midnight)\b/giu,
    1,
  ],
  [
    "day",
    /(?:^|[、。])(?:翌日|翌朝|あくる(?:朝|日)|その朝|ある朝|昼(?:過ぎ|頃|飯を))|正午に|午後[一二三四]時|\b(?:(?:next|one|that|in the|following) (?:morning|afternoon)|at noon|at (?:our|my|his|her|their) breakfast|toast and coffee)\b/giu,
    1,
  ],
];
const everyTime = /\b(?:every|each|always|usually|often)\b|毎|いつも|たびに|事もある|ことがあ|だろう/iu;

/** The hour in which a sentence sets what it tells, or null. */
export function hourTold(words: string): TimeOfDay | null {
  if (everyTime.test(words)) return null;
  const moment = moments.find(([, pattern]) => words.search(pattern) >= 0)?.[0] ?? null;
  if (moment !== null) return moment;
  const lit = skyLights.filter(([, pattern]) =>
    [...words.matchAll(pattern)].some(({ index, 0: { length } }) => !isDenied(words, index, length)),
  );
  return lit.length === 1 ? (lit[0]?.[0] ?? null) : null;
}

/** Lights of the sky by which people see what is told: whatever hour the scene began in. */
const skyLights: Signs<TimeOfDay> = [
  [
    "dusk",
    /日の沈む|夕日|夕焼|たそがれ|黄昏|\b(?:the sunset|at sunset|the setting sun|(?:in|through) the twilight)\b/giu,
    1,
  ],
  [
    "night",
    /月明か?り|月光|月の光|星明か?り|星月夜|\b(?:(?:in|by|through) the (?:moon|star)light|moonlit|the moon (?:was|shone|hung|had risen)|the stars (?:were|shone|twinkled|glittered))\b/giu,
    1,
  ],
  [
    "day",
    /日光|朝日|春の日[がは影]|うららかな|麗[らか]*な春|白日|青空|真昼|(?:天下|世界|世の中)[はが][^、。]{0,10}明る|\b(?:(?:in|by) (?:the )?broad daylight|(?:in|into|through) the (?:sunshine|sunlight)|sunlit|the (?:\w+ )?sun (?:was shining|shining|shone|streamed|blazed|beat down))\b/giu,
    1,
  ],
];

/** The hour that holds after a scene: it has changed within, or who has waited since dawn until nine is in the day. */
export function laterTime(time: TimeOfDay, narration: string): TimeOfDay {
  const turned = hourAfter(narration);
  if (turned !== null) return turned;
  const on = /\b(?:until|till|by) (?:past |after |nearly |almost |about )?(?:eight|nine|ten|eleven|noon)\b/;
  return time === "dawn" && on.test(narration) ? "day" : time;
}

/** What a sentence is about, as far as it is one long word before a particle. */
const japaneseMatter = /(?<=^|[、。はがをにのでと\s])[ぁ-んァ-ヶー一-龠々]{4,8}?(?=[がはをに](?!は))/gu;
/** What is about to end, or is still to come: 〜がすむまで, until the singing was over. */
const until = { en: /\b(?:until|till|while|meanwhile|still)\b/i, ja: /まで|あいだ|間(?:は|も|に)?、|まだ/ } as const;

/**
 * Whether a chapter goes on in the hour in which the last one ended: its first sentence waits for, or is still in, what the last
 * lines before it were about.
 */
export function goesOn(before: string, narration: string, language: "en" | "ja"): boolean {
  const [first = ""] = narration.trim().split(/(?<=[。.!?！？])/u);
  if (timeOf(first, language) !== null || !until[language].test(first)) return false;
  const matters = language === "ja" ? first.match(japaneseMatter) : first.match(/\b\p{Ll}{6,}\b/gu);
  return (matters ?? []).some((matter) => before.slice(-600).includes(matter));
}

/** Words with which the rain is over: what was told of it before holds no more. */
const cleared = {
  en: /\b(?:the (?:rain|storm|snow|fog|mist) (?:had |has )?(?:at last |now )?(?:stopped|ceased|cleared|was over|lifted|passed))\b/gi,
  ja: /(?:雨|雪|嵐|霧)が(?:[^、。]{0,3})(?:あが[っりる]|上が[っりる]|や[んみむ]|止[んみむ]|晴れ)(?!はし?な|ませ|そう)/g,
} as const;

/** Weather as the narration tells it at its end, or null. */
export function weatherOf(narration: string, language: "en" | "ja"): Weather | null {
  const over = [...narration.matchAll(cleared[language])].at(-1);
  const rest = over === undefined ? narration : narration.slice(over.index + over[0].length);
  return strongest(rest, weathers[language], 2, language === "ja" ? 250 : 600);
}

/** The mood that most of the scene's words and cries point to; null where no mood leads. */
export function moodOf(text: string, language: "en" | "ja"): Mood | null {
  const sorted = [...moodCounts(text, language)].sort((a, b) => b[1] - a[1]);
  const [first, second] = sorted;
  const length = language === "ja" ? text.length / 600 : text.length / 2500;
  if (first === undefined || first[1] < Math.max(length < 0.4 ? 0.7 : leastMood, length * 0.8)) return null;
  return first[1] >= (second?.[1] ?? 0) * 1.05 ? first[0] : null;
}

/** Two words of one mood, or one and the way people talk, are the least that counts in a scene of some length. */
const leastMood = 1.5;

/** How many signs of each mood a scene shows, weighed. */
function moodCounts(text: string, language: "en" | "ja"): Map<Mood, number> {
  const counts = tally(text, moods[language], 0);
  const add = (mood: Mood, points: number) => counts.set(mood, (counts.get(mood) ?? 0) + points);
  // Many cries in little text are strain, whatever the words are.
  const cries = text.match(/[!！]/g)?.length ?? 0;
  const each = language === "ja" ? 100 : 250;
  add("tense", Math.min(3, (cries / Math.max(600, text.length)) * each));
  // Many questions and few cries are wondering.
  const questions = text.match(/[?？]/g)?.length ?? 0;
  if (questions > cries * 1.5) add("mysterious", Math.min(1.2, (questions / Math.max(600, text.length)) * each * 0.6));
  return counts;
}

function strongest<T extends string>(text: string, signs: Signs<T>, least: number, opening: number): T | null {
  let best: T | null = null;
  let most = 0;
  for (const [name, points] of tally(text, signs, opening)) if (points > most) [best, most] = [name, points];
  return most >= least ? best : null;
}

/** Words at the start of a scene say when it is; far on, the hour has changed. */
const nearness = (at: number, opening: number) => (at < opening ? 2.5 : opening > 0 && at > opening * 6 ? 0.3 : 1);

function tally<T extends string>(text: string, signs: Signs<T>, opening: number): Map<T, number> {
  const counts = new Map<T, number>();
  for (const [name, pattern, points] of signs) {
    for (const match of text.matchAll(pattern))
      if (!isDenied(text, match.index, match[0].length))
        counts.set(name, (counts.get(name) ?? 0) + points * nearness(match.index, opening));
  }
  return counts;
}

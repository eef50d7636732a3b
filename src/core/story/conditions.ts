import type { Span } from "../book/book.ts";
import type { Mood, TimeOfDay, Weather } from "./story.ts";

type Signs<T extends string> = readonly (readonly [T, RegExp, number])[];

const times: { en: Signs<TimeOfDay>; ja: Signs<TimeOfDay> } = {
  en: [
    ["dawn", /\b(?:at dawn|dawn (?:was|came|broke)|daybreak|sunrise|first light)\b/gi, 3],
    [
      "day",
      /\b(?:(?:this|that|next|one|the|bright|sunny|in the|early|\w+day) (?:\w+ )?(?:morning|afternoon)|(?:a|one|another) (?:[\w-]+ ){1,4}(?:morning|afternoon)|noon|midday|mid-day|daylight|sunshine|sunlight|broad day|the sun (?:was|shone|beat|stood)|after breakfast|at breakfast|luncheon|hot day)\b/gi,
      2,
    ],
    [
      "dusk",
      /\b(?:dusk|twilight|sunset|nightfall|the sun (?:was setting|had set|sank|went down)|(?:in|towards?|that|the|this|one|early) (?:the )?evening|gloaming)\b/gi,
      2,
    ],
    [
      "night",
      /\b(?:midnight|moonlight|moonlit|starlight|the moon (?:was|shone|rose|hung)|(?:at|that|by|in the|all|of the|dark|late at|into the|the) night(?!mare|gown|cap|shirt)|in the dark|pitch dark|candlelight|lamplight|lantern)\b/gi,
      2,
    ],
  ],
  ja: [
    ["dawn", /夜明け|明け方|暁|白み(?:はじ|始)|朝焼け|未明/g, 3],
    ["day", /昼下がり|昼間|真昼|正午|午後|午前|朝|よく晴れた|昼(?!寝)/g, 2],
    ["dusk", /夕方|夕暮れ?|暮方|日暮れ?|夕焼け|日の沈む|たそがれ|黄昏|夕闇/g, 2.5],
    [
      "night",
      /真夜中|夜中|夜更け|夜が(?:更|ふ)|深夜|今夜|月明かり|月夜|行灯|月(?:が|の)(?:光|出|のぼ|いい|照)|夜(?!明|通|分)|晩/g,
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
    ["storm", /\b(?:thunder(?:ed|storm)?|lightning|(?:the|a) (?:storm|tempest|gale|hurricane))\b(?! of)/gi, 1.5],
    ["snow", /\b(?:snow(?:ed|ing|flakes)?|blizzard)\b(?!-?white)/gi, 1.5],
    ["fog", /\b(?:fog|foggy|(?:a|the|thick|white) mist|haze)\b/gi, 1.5],
    ["wind", /\b(?:the wind|windy|high wind|breeze)\b/gi, 1],
    ["cloudy", /\b(?:cloudy|overcast|(?:dark|grey|gray|heavy|black) clouds?|(?:grey|gray|leaden) sky)\b/gi, 1.5],
    [
      "clear",
      /\b(?:sunny|sunshine|(?:blue|clear|cloudless) sky|bright (?:\w+ )?(?:morning|day)|fine (?:morning|day|evening)|moonlight|starlight|hot day)\b/gi,
      2,
    ],
  ],
  ja: [
    ["rain", /雨(?!漏|戸)/g, 1],
    ["storm", /(?<!山)嵐|雷|稲妻|暴風/g, 1],
    ["snow", /雪|吹雪/g, 1],
    ["fog", /霧|もや|靄/g, 1],
    ["wind", /風(?:が|は|の|に|も)/g, 0.6],
    ["cloudy", /曇|黒い雲|雲が/g, 1],
    ["clear", /よく晴れ|晴れた|青空|日が照|いい天気|快晴/g, 1.5],
  ],
};

const moods: { en: Signs<Mood>; ja: Signs<Mood> } = {
  en: [
    [
      "joyful",
      /\b(?:laugh(?:ed|ing|ter)?|joy(?:ful|fully|ous)?|delight(?:ed|ful)?|happy|happily|merry|merrily|cheer(?:ed|ful|s)?|gaily|danced|dancing|smil(?:ed|ing))\b/gi,
      1,
    ],
    [
      "tender",
      /\b(?:tender(?:ly|ness)?|gentl[ey]|softly|kiss(?:ed)?|embrace(?:d)?|affection(?:ate)?|dearest|beloved|caress(?:ed)?|loved|blush(?:ed|ing)?)\b/gi,
      1.1,
    ],
    [
      "sad",
      /\b(?:sad(?:ly|ness)?|tears?|wept|weep(?:ing)?|sobb(?:ed|ing)|sorrow(?:ful)?|grief|mourn(?:ed|ful|ing)?|melancholy|lonely|cr(?:ied|ying) bitterly|wretched|miserable|funeral)\b/gi,
      1,
    ],
    [
      "tense",
      /\b(?:hurried|breathless|suddenly|held (?:his|her) breath|danger(?:ous)?|hasten(?:ed)?|rushed|ran|desperate(?:ly)?|struggl(?:ed|ing)|pursu(?:ed|it)|escape|seized|waited|climb(?:ed|ing)|jump(?:ed)?)\b/gi,
      0.7,
    ],
    [
      "fearful",
      /\b(?:terror|terrified|terrible|horror|horrible|fear(?:ed|ful)?|afraid|frighten(?:ed|ing)?|scream(?:ed|ing)?|trembl(?:ed|ing)|shudder(?:ed)?|dread(?:ful)?|pale|ghastly|corpse)\b/gi,
      1,
    ],
    [
      "angry",
      /\b(?:angr(?:y|ily)|rage|fur(?:y|ious|iously)|indignant(?:ly)?|furiously|shouted|snapped|stamped|quarrel(?:led)?|scowl(?:ed)?|fierce(?:ly)?|insult(?:ed)?|temper)\b/gi,
      1,
    ],
    [
      "mysterious",
      /\b(?:myster(?:y|ious|iously)|strange(?:ly)?|secret(?:ly)?|curious|singular|puzzl(?:ed|ing)|ghost(?:ly)?|shadow(?:s|y)?|unknown|whisper(?:ed|ing)?|clue)\b/gi,
      0.9,
    ],
    [
      "comic",
      /\b(?:absurd|ridiculous|comic(?:al)?|funny|nonsense|sneez(?:ed|ing)|tumbl(?:ed|ing)|bucket|grinn(?:ed|ing)|giggl(?:ed|ing)|silly)\b/gi,
      1,
    ],
    [
      "calm",
      /\b(?:quiet(?:ly)?|peace(?:ful)?|calm(?:ly)?|still(?:ness)|silent(?:ly)?|silence|drowsy|sleepy|rest(?:ed|ing)?|serene|dreamy)\b/gi,
      0.8,
    ],
  ],
  ja: [
    ["joyful", /笑(?:っ|い|う|み)|喜|うれし|嬉し|楽し|歓声|にこ/g, 1],
    ["tender", /優し|やさし|そっと|抱きしめ|手を重ね|ほほえ|微笑|愛し|なでる|なでた/g, 1.1],
    ["sad", /泣|涙|悲し|かなし|さびし|寂し|淋し|死ん|しずくが落ち|哀/g, 1],
    ["tense", /駆け|走っ|急い|つかん|しがみつ|飛びこ|叫ん|濁流|逃げ|塞い|追っ|危な/g, 0.8],
    ["fearful", /恐|怖|こわ|おっかね|震え|ふるえ|わなわな|死骸|死人|ぞっと|青ざめ|悲鳴|気味/g, 1],
    ["angry", /怒|憎|罵|ののし|どな|怒鳴|にらん|睨|恨|嘲/g, 1.1],
    ["mysterious", /不思議|怪し|奇妙|謎|影|闇|誰も(?:い|居)/g, 1],
    ["comic", /おかし|滑稽|舌を出|ずっこけ|転ん|がぶり|間抜け/g, 1],
    ["calm", /静か|静ま|のどか|ゆっくり|黙っ|ぼんやり|おだやか|穏やか/g, 0.9],
  ],
};

/** Text of a scene without its quotes; offsets do not matter any more. */
export function narrationOf(text: string, span: Span, quoted: Uint8Array): string {
  let out = "";
  for (let i = span.start; i < span.end; i++)
    out += quoted[i] === 1 ? (out.endsWith("\ufffc") ? "" : "\ufffc") : (text[i] ?? "");
  return out.replaceAll(/\s+/g, " ");
}

/** Time of day as the narration tells it; words near the scene's start weigh more. Null where it tells nothing. */
export function timeOf(narration: string, language: "en" | "ja"): TimeOfDay | null {
  return strongest(narration, times[language], 2, language === "ja" ? 250 : 600);
}

/** Weather as the narration tells it, or null. */
export function weatherOf(narration: string, language: "en" | "ja"): Weather | null {
  return strongest(narration, weathers[language], 2, language === "ja" ? 250 : 600);
}

/** The mood that most of the scene's words point to; null where no mood leads. */
export function moodOf(text: string, language: "en" | "ja"): Mood | null {
  const counts = tally(text, moods[language], 0);
  // Many cries in little text are strain, whatever the words are.
  const cries = text.match(/[!！]/g)?.length ?? 0;
  counts.set(
    "tense",
    (counts.get("tense") ?? 0) + Math.min(3, (cries / Math.max(600, text.length)) * (language === "ja" ? 100 : 250)),
  );
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = sorted;
  const length = language === "ja" ? text.length / 600 : text.length / 2500;
  if (first === undefined || first[1] < Math.max(1.8, length * 0.8)) return null;
  return first[1] >= (second?.[1] ?? 0) * 1.05 ? first[0] : null;
}

function strongest<T extends string>(text: string, signs: Signs<T>, least: number, opening: number): T | null {
  let best: T | null = null;
  let most = 0;
  for (const [name, points] of tally(text, signs, opening)) if (points > most) [best, most] = [name, points];
  return most >= least ? best : null;
}

function tally<T extends string>(text: string, signs: Signs<T>, opening: number): Map<T, number> {
  const counts = new Map<T, number>();
  for (const [name, pattern, points] of signs) {
    for (const match of text.matchAll(pattern))
      counts.set(name, (counts.get(name) ?? 0) + points * (match.index < opening ? 2.5 : 1));
  }
  return counts;
}

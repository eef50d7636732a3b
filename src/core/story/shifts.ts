/** How far a passage goes on in time: to another hour of the same day, or to another day, in which hour and weather are new. */
export type Shift = "hour" | "day";

const count =
  "(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|some|several|many|a few|few|half an|about an|another)";
const short = "(?:minutes?|hours?|moments? or two)";
const long = "(?:days?|nights?|weeks?|months?|years?|fortnight)";
const part = "(?:morning|day|evening|night|afternoon|noon|dawn|midnight|sunset|sunrise|twilight)";
const season = "(?:week|month|year|summer|winter|spring|autumn)";
const edge = "(?:dusk|dawn|nightfall|sunset|sunrise|daybreak|midnight|noon|sundown|twilight)";
const clock =
  "(?:half[- ]past |a quarter (?:to|past) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})";

const months =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)";
/** The date above an entry of a diary or a letter. */
const dated = new RegExp(`^[_“"\\s]*(?:\\d{1,2}(?:st|nd|rd|th)? ${months}|${months} \\d{1,2}\\b)[^.]{0,40}[.,_]`, "u");

/** At the head of a passage. */
const openings: readonly (readonly [Shift, RegExp])[] = [
  [
    "day",
    new RegExp(
      `^(?:(?:but|so|and|then|early|late|it was|on|in|at|all|by|towards?|about|when|as soon as) )*(?:the )?(?:next|following|very next) (?:${part}|${season})\\b` +
        `|^(?:(?:about|nearly|almost|some) )?${count} (?:\\p{L}+ )?${long} (?:later|afterwards|after|passed|had passed|went by)\\b` +
        `|^(?:the|so the|and so the|thus the) (?:days|weeks|months|years|night) (?:passed|went|wore|slipped|flew)\\b`,
      "iu",
    ),
  ],
  [
    "hour",
    new RegExp(
      `^(?:(?:early|late|it was|on|in|at|all|by|towards?|about|when|as soon as) )?(?:the )?same ${part}\\b` +
        `|^(?:that|this) (?:same )?(?:morning|evening|night|afternoon)\\b` +
        `|^(?:early |late )?(?:in|on|at|by|towards?) (?:the )?(?:\\p{L}+ )?(?:morning|evening|night|afternoon|${edge})\\b` +
        `|^(?:(?:about|nearly|almost|some) )?${count} (?:\\p{L}+ )?${short} (?:later|afterwards|after|passed|had passed|went by)\\b` +
        `|^(?:it was|when) (?:\\p{L}+ )?(?:a \\p{L}+ )?(?:morning|evening|night|dark|${edge})\\b` +
        `|^meanwhile\\b`,
      "iu",
    ),
  ],
];

/** Anywhere in the first sentence of a passage. */
const tellings: readonly (readonly [Shift, RegExp])[] = [
  [
    "day",
    new RegExp(
      `\\b(?:till|until|it was|then) one (?:[\\p{L}-]+ ){0,2}(?:day|morning|evening|night|afternoon)\\b` +
        `|\\bone (?:fine|bright|dark|cold|[A-Z]\\p{Ll}+) (?:day|morning|evening|night|afternoon)\\b` +
        `|\\b(?:the )?(?:next|following) (?:day|morning|evening|night)\\b(?!['’])` +
        `|\\b(?:[Mm]orning|[Dd]awn|[Dd]ay|[Dd]aylight)(?:, [^,.]{3,40},)? (?:(?:at|last|length|had|now) )*(?:dawned|broke|came)\\b` +
        `|\\band in the morning\\b|\\bfor (?:several|many|some|two|three|four) (?:days|weeks|months)\\b(?! (?:past|had|before|ago))`,
      "u",
    ),
  ],
  [
    "hour",
    new RegExp(
      `\\b(?:at|about|towards?) ${edge}\\b` +
        `|\\bon the (?:[\\p{L}-]+ )?(?:morning|evening|night|afternoon|day) (?:of|when|that|on which)\\b` +
        `|\\b(?:[Nn]ight|[Ee]vening|[Dd]arkness|[Dd]usk|[Tt]wilight)(?:, [^,.]{3,40},)? (?:(?:at|last|length|had|now) )*(?:came|fell|fallen|closed)\\b` +
        `|\\b[Ii]t was (?:(?:now|nearly|almost|about|already|just|past|close|upon|on) )*(?:${clock} (?:o['’]clock|in the (?:morning|afternoon|evening)|when|before)|${edge}|dark)\\b` +
        `|\\b[Ii]t was (?:on )?(?:an?|the) (?:[\\p{L}-]+,? (?:and )?){0,4}(?:morning|evening|night|afternoon) (?:of|when|in)\\b`,
      "u",
    ),
  ],
];

/** Before words of time in a sentence: what happens again and again, is wished, or was before. */
const elsewhen =
  /\b(?:had|have|has|every|each|always|used to|would|could|should|never|sometimes|often|usually|last|before|since|remember\p{L}*|ago|if|as though|like|not|will|shall|may|must)\b/iu;

const japaneseHour =
  /^(?:(?:それから、?)?(?:何|数|幾)(?:分|時間)か?(?:の後|して|たっ|経っ|後)|その(?:日の|晩|夜|夕方)|(?:夜|朝)が(?:更|明|来)|夕方|夜明け|夜中|真夜中|[一二三四五六七八九十数幾]+時間(?:が|ほど|あまり|の後|後|ばかり|たっ|経っ)|日の(?:沈む|暮れる)|暫くして|しばらく(?:の後|して))/;
const japaneseDay =
  /^(?:(?:それから、?)?(?:何|数|幾)(?:日|月|年)か?(?:の後|して|たっ|経っ|後)|翌朝|翌日|翌晩|(?:次|つぎ)の(?:日|朝|晩|年)|あくる(?:日|朝|晩)|その(?:翌日|翌朝|明くる日|あくる)|ある日|或(?:る)?(?:日|秋|春|夏|冬|朝|晩)|[一二三四五六七八九十数幾]+(?:日|週間|月|年)(?:が|ほど|あまり|の後|後|ばかり|たっ|経っ)|それから[一二三四五六七八九十数]+(?:日|年|月)|春。|夏。|秋。|冬。)/;

/** The shift of time with which a passage opens, by its first words or its first sentence, or null. */
export function shiftAt(passage: string, language: "en" | "ja"): Shift | null {
  if (language === "ja") return japaneseDay.test(passage) ? "day" : japaneseHour.test(passage) ? "hour" : null;
  if (dated.test(passage)) return "day";
  const opening = openings.find(([, pattern]) => pattern.test(passage));
  if (opening !== undefined) return opening[0];
  if (/^["“‘']/.test(passage)) return null;
  const sentence = /^[^.!?;:“"]*/.exec(passage)?.[0] ?? "";
  const telling = tellings.find(([, pattern]) => {
    const at = sentence.search(pattern);
    return at >= 0 && !elsewhen.test(sentence.slice(0, at));
  });
  return telling?.[0] ?? null;
}

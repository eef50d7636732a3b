import type { PlaceKind } from "../story/story.ts";
import type { Effect, Emotion, Pose, Shot } from "./script.ts";
import { doneDeeds } from "./unreal-deeds.ts";

/** How a deed is seen in its place that no word of a body tells. */
export interface Placing {
  en: RegExp;
  ja: RegExp;
  pose: Pose;
  shot: Shot;
  /** Kinds of places that it needs; any where it is missing. */
  kinds?: readonly PlaceKind[];
  effect?: Effect;
  emotion?: Emotion;
  /** Better seen than whatever the picture would have shown of it. */
  instead?: true;
  /** Also seen of whoever speaks meanwhile. */
  talking?: true;
}

const waters: readonly PlaceKind[] = ["river", "shore", "sea", "harbour"];

/** The first that fits is drawn. */
const placings: readonly Placing[] = [
  {
    en: /\b(?:knelt|kneeling|(?:fell|dropped|sank|went|was|down) (?:up)?on (?:his|her|my) knees|kneeled)\b/iu,
    ja: /跪[いき]|ひざまず|膝をつ[いき]/u,
    pose: "kneel",
    shot: "full",
    instead: true,
    talking: true,
  },
  {
    en: /\b(?:ate|(?<!\b(?:on|of|for|before|after|without|finished|stopped|about|from) )eating|devour(?:ed|ing)|munch(?:ed|ing)|breakfast(?:ed|ing)|supped|dined)\b(?! (?:up|away|into|out)\b)|\b(?:had|finished|at|over) (?:his|her|my) (?:breakfast|supper|dinner|lunch)\b/iu,
    ja: /(?:食|喰)っ(?:て(?:い|み|し|、|る)|た[。、])|食べ(?:て(?:い|み|し|、|る)|た[。、]|なが)|頬張/u,
    pose: "eat",
    shot: "medium",
    instead: true,
    talking: true,
  },
  {
    en: /\b(?:drank|drinking|sipp(?:ed|ing)|(?:drained|emptied) (?:his|her|my|the) (?:\p{L}+ )?(?:glass|cup|mug))\b/iu,
    ja: /(?:茶|酒|水|湯|コーヒー|ビール)を[^。]{0,6}(?:飲ん|飲み|のん|のみ)/u,
    pose: "drink",
    shot: "medium",
    instead: true,
    talking: true,
  },
  {
    en: /\b(?:up to (?:his|her|my|their) (?:chin|neck) in|sw[aiu]m(?:ming)?(?! out of)|floundering)\b/iu,
    ja: /首(?:のところ|の所)?まで[^。]{0,4}水|泳[いぐぎ]|(?<![愛恋情酒色欲]に)溺れ/u,
    pose: "stand",
    shot: "medium",
    kinds: waters,
    effect: "water",
    instead: true,
  },
  {
    en: /\b(?:up to (?:his|her|my|their) (?:waist|knees|middle) in|wad(?:ed|ing)|stood in the (?:water|stream|river))\b/iu,
    ja: /(?:腰|膝|胸)(?:のところ|の所)?まで[^。]{0,4}水|水に(?:ひた|つか|浸)|水の中から[^。]{0,6}(?:もち|持ち)/u,
    pose: "stand",
    shot: "full",
    kinds: waters,
    effect: "water",
    instead: true,
  },
  {
    en: /\b(?:down (?:he|she|they) (?:came|went|fell)|down (?:went|came|fell) \p{Lu}\p{L}+|came down (?:up)?on|foot slipped|fell (?:down|over|headlong|backwards?)|(?:tumbled|toppled|pitched) (?:down|over|headlong|backwards?))\b/u,
    ja: /(?:尻餅|尻もち)を|転げ(?:落|込)|落っこち|転[んび](?:だ|で)/u,
    pose: "felled",
    shot: "full",
    emotion: "shocked",
  },
  {
    en: /\b(?:found (?:himself|herself|myself) (?:in|on|at|before)|came (?:up)?on a|came (?:out )?(?:in)?to a)\b/iu,
    ja: /(?!)/u,
    pose: "stand",
    shot: "wide",
  },
  {
    en: /\b(?:covered|held|stopped|pinched) (?:his|her|my) (?:nose|mouth)\b|\bhand(?:kerchief)? (?:over|before|to) (?:his|her|my) (?:nose|mouth)\b/iu,
    ja: /(?:鼻|口)を(?:掩|覆|蔽|おお|おさえ|抑え|押え|つま)/u,
    pose: "gasp",
    shot: "medium",
    emotion: "shocked",
    instead: true,
  },
  {
    en: /\b(?:crouched|squatted|knelt) (?:by|at|beside) the (?:well|brook|stream|water)\b/iu,
    ja: /井戸[^。]{0,8}に?しゃが/u,
    pose: "crouch",
    shot: "wide",
    instead: true,
  },
  {
    en: /\b(?:put|laid|placed) both hands (?:up)?on the\b|\bbent over (?:the|him|her|a)\b|\bpick(?:ed|ing) (?:it|them|up) from the (?:floor|ground)\b|\bstooped\b/iu,
    ja: /(?:首|死骸|屍骸)[^。]{0,4}に[^。]{0,3}手をかけ|髪(?:の毛)?を[^。]{0,6}抜[いき]|(?:草|栗|きのこ|まつたけ)を[^。]{0,6}(?:ひろ|拾)|しゃがんで|うずくま/u,
    pose: "crouch",
    shot: "full",
    instead: true,
  },
  {
    en: /\b(?:climbed|clambered|ran|rushed|hurried|went|came|crept|dashed|scrambled) (?:\p{L}+ly )?(?:up |down )?(?:the|a) (?:\p{L}+ ){0,2}ladder\b/iu,
    ja: /(?:梯子|楷子)を[^。]{0,12}(?:のぼ|登[りっ]|上[りっがる]|下り|下っ|お[りろ]|降り|かけ|駆け|馳け)/u,
    pose: "climb",
    shot: "full",
    instead: true,
    emotion: "determined",
  },
  {
    en: /(?!)/u,
    ja: /(?:石段|坂)を[^。]{0,8}(?:かけ|駆け|馳け)(?:下|お|上|あが)/u,
    pose: "run",
    shot: "full",
    instead: true,
    emotion: "determined",
  },
  {
    en: /\b(?:jumped|sprang|leaped|leapt) (?:up|to (?:his|her|my) feet)\b/iu,
    ja: /(?:飛|跳|は)(?:び|ね)起き/u,
    pose: "rise",
    shot: "full",
  },
  {
    en: /\b(?:jumped|sprang|leaped|leapt) out\b/iu,
    ja: /(?:飛|跳)び(?:上|あが)/u,
    pose: "leap",
    shot: "full",
  },
  {
    en: /\b(?:waiting|waited|shelter(?:ed|ing)?|standing|stood) [^.;]{0,24}\bunder (?:the|a|an) (?:\p{L}+ )?(?:gate|roof|eaves|porch|arch(?:way)?)\b/iu,
    ja: /(?:門|軒|庇|ひさし)の下(?:で|に)[^。]{0,12}(?:雨|待|立っ)|雨やみを待|雨宿り/u,
    pose: "hands-behind",
    shot: "full",
    kinds: ["gate", "street", "village", "road", "yard", "shrine", "market"],
    effect: "shelter",
    instead: true,
  },
  {
    en: /\b(?:sat|sitting|seated)\b[^.;]{0,30}\b(?:on|upon|by|at|beside|before|near|in|under|down)\b/iu,
    ja: /あぐらをか|胡坐をか|(?:坐|座|すわ)(?:って|っていた|り込)|腰(?:を)?(?:かけ|掛け|おろ|下ろ)/u,
    pose: "sit",
    shot: "full",
  },
];

/** Deeds of which words tell, how each is seen, and the words of its sentence before it. Denied and wished ones are none. */
export function placingsIn(told: string, rules: "en" | "ja"): { placing: Placing; before: string }[] {
  const own = (rules === "en" ? doneDeeds(told) : told).replace(seenDoing, " ");
  return placings.flatMap((placing) => {
    const hit = placing[rules].exec(own);
    if (hit === null || undone[rules].test(own.slice(Math.max(0, hit.index - 24), hit.index + hit[0].length + 6)))
      return [];
    return [
      {
        placing,
        before:
          own
            .slice(0, hit.index)
            .split(/[.!?。]\s/u)
            .at(-1) ?? "",
      },
    ];
  });
}

/** What somebody only sees another do. */
const seenDoing =
  /\b(?:found|saw|see|seen|seeing|noticed|observed|watched|perceived|discovered)\b(?! (?:my|him|her)self\b)[^,;.]*/giu;

const undone = {
  en: /\b(?:not|never|would|could|might|should|if|had|as if|as though|to have|seemed to)\b/iu,
  ja: /(?:ない|なかっ|たら|れば|たい|つもり|ように|べき|はず)$/u,
} as const;

/** Whether words say that nothing can be seen for the dark. */
export const tellsDark = (words: string): boolean =>
  /\b(?:too dark to see|pitch[- ]dark|pitch[- ]black|(?:all was|everything was|in (?:utter|complete|total|perfect)) dark(?:ness)?|could (?:not )?see nothing (?:in|for) the dark\w*)\b|真暗|真っ暗|まっ暗|まっくら|一寸先も/iu.test(
    words,
  );

/** Whether words seat somebody before others. */
export const tellsSeated = (words: string): boolean =>
  /\b(?:(?:was|were) (?:seated|sitting)|sat) (?:up)?on (?:the|a|an|his|her|their) (?:\p{L}+ )?(?:throne|thrones|bench|dais|chair|chairs)\b|(?:玉座|上座|正面)に[^、。]{0,6}(?:坐|座|すわ|控え)/iu.test(
    words,
  );

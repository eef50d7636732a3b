import { heldWords, type HeldThing } from "./held-words.ts";
import type { Emotion, Pose, Shot } from "./script.ts";
import { doneDeeds } from "./unreal-deeds.ts";

type Rules = "en" | "ja";

/** A state of a body, and the picture that shows it. */
export interface BodyState {
  pose: Pose;
  /** Null where the words or the line tell the face. */
  emotion: Emotion | null;
  shot: Shot;
  /** Shown by people only, and not by beasts on four feet. */
  human: boolean;
  /** Somebody who speaks may be seen beside. */
  beside: boolean;
  /** The whole body does it. */
  lone: boolean;
  /** Seen before no place: one would show another size, or a bed that is none. */
  placeless: boolean;
  /** Only of somebody whom the words begin with. */
  named: boolean;
}

const whole = { shot: "full", human: true, beside: false, lone: true, placeless: false, named: false } as const;
const face = { shot: "close", human: true, beside: true, lone: false, placeless: false, named: true } as const;

const never = /(?!)/u;

/** States by the words that tell them, the strongest first. */
const states: readonly (readonly [BodyState, Record<Rules, RegExp>])[] = [
  [
    { ...whole, pose: "lie", emotion: "calm" },
    {
      en: /\b(?:fainted|swooned|(?:fell|dropped|sank|lay) (?:down |back )?(?:senseless|unconscious|insensible|in(?:to)? (?:a|the) (?:\p{L}+ )?(?:faint|swoon|coma|stupor)|and fainted)|(?:lay|was lying) (?:\p{L}+ly )?(?:still\b|motionless|prostrate|stretched|huddled|at full length|(?:up)?on (?:the|his|her|my) (?:floor|ground|grass|back|face|deck|sand|snow)))\b/iu,
      ja: /気を失っ(?:た|て(?:しま|倒|い))|(?:気絶|失神)し(?:た|て(?:しま|い))/u,
    },
  ],
  [
    { ...whole, pose: "kneel", emotion: null },
    {
      en: /\b(?:knelt|(?:fell|dropped|sank|went|threw (?:him|her|my)self|flung (?:him|her|my)self) (?:down )?(?:up)?on (?:his|her|my|one|both) knees?)\b/iu,
      ja: /跪[いき]|ひざまず[いき]|膝をつ[いき]/u,
    },
  ],
  [
    { ...whole, pose: "sit", emotion: null },
    {
      en: /\b(?:(?:flung|threw|cast) (?:him|her|my)self|collapsed) (?:\p{L}+ )?(?:back |down )?(?:in(?:to)?|(?:up)?on(?:to)?) (?:a|an|his|her|my|the) (?:\p{L}+[ -])?(?:armchair|arm-chair|chair|seat|bench|settee)\b/iu,
      ja: /(?:椅子|腰掛け?|ソファー?|安楽椅子)[にへ](?:どっかり|どっと|ぐったり|がっくり)/u,
    },
  ],
  [
    { ...whole, pose: "crawl", emotion: "tired" },
    {
      en: /\b(?:crawled|crawling|(?:crept|creeping|went|got down|scrambled|moved) (?:\p{L}+ )?on (?:his |her |my |all )+(?:hands and knees|fours?))\b/iu,
      ja: /這[いっ](?:て|た|な|出|寄|上|回|まわ)|四つん這い/u,
    },
  ],
  [
    { ...whole, pose: "felled", emotion: "shocked" },
    {
      en: /\b(?:(?:fell|(?:was|were) (?:thrown|knocked|flung|hurled|cast|struck)|tumbled|toppled|crashed) (?:\p{L}+ly |right |full length |heavily )?(?:down(?=[.,;!]| (?:and|with|the (?:steps|stairs|bank))\b|$)|to the (?:ground|floor|earth|deck|pavement)|(?:up)?on (?:the|his|her|my) (?:ground|floor|earth|deck|back|grass|sand|stones)|headlong|backwards?\b|flat\b|sprawling|prostrate|(?:at )?(?:(?:his|her|my) )?(?:full )?length|heavily)|stumbled and fell|collapsed(?! in(?:to)? (?:a|his|her|my|the) (?:\p{L}+ )?chair))/iu,
      ja: /(?:尻餅|尻もち)を|(?:仰向けに|ばったり|ばったりと|どうと|へたへたと|その場に)[^。、]{0,6}(?:倒れ(?!てい)|坐り込|座り込|崩)|(?:突き|蹴|投げ|押し|ねじ|捻じ|殴り|打ち)倒され|転ん(?:だ|でしま)|倒れ(?:た[。、]|てしま|込[んみ]|ました)/u,
    },
  ],
  [
    { ...whole, pose: "climb", emotion: "determined" },
    {
      en: /\b(?:climb\w*|clamber\w*|mount(?:ed|ing)|ascend(?:ed|ing)|descend(?:ed|ing)|went|came|ran|rushed|hurried|crept|scrambled|dashed)\b[^.;]{0,24}\b(?:up|down|the) (?:the |a )?(?:\p{L}+ ){0,2}ladders?\b/iu,
      ja: /(?:梯子|楷子)を[^。]{0,12}(?:のぼ|登[りっ]|上[りっがる]|下り|下っ|お[りろ]|降り|かけ|駆け|馳け)/u,
    },
  ],
  [
    { ...whole, pose: "rise", emotion: null },
    {
      en: /\b(?:sprang|jumped|leap(?:ed|t)|started|scrambled|bounded|leapt|struggled|staggered) (?:\p{L}+ly )?(?:up )?(?:to (?:his|her|my) feet|up from (?:his|her|my|the) (?:\p{L}+ )?(?:chair|seat|couch|sofa|bench|knees))\b|\b(?:sprang|jumped|leap(?:ed|t)|started) (?:out of|from) (?:his|her|my|the) (?:chair|seat)\b/iu,
      ja: /跳ね起き|飛び起き|はね起き|(?:急に|いきなり|突然|慌てて|あわてて)[^。、]{0,6}立ち?(?:上|あ)が[っり]/u,
    },
  ],
  [
    { ...whole, pose: "lie", emotion: "calm", human: false, placeless: true, named: true },
    {
      en: /\b(?:fell|fallen|was (?:now )?(?:fast|sound|soon|already)|lay|dropped) (?:fast |sound )?asleep\b|\bslept (?:the sleep|soundly|heavily|deeply|like)\b/iu,
      ja: /(?:寝入っ|眠りこ(?:ん|み)|眠ってしま|寝てしま)/u,
    },
  ],
  [
    { ...face, pose: "despair", emotion: "shocked", beside: false, placeless: true, named: false },
    {
      en: /\bhead (?:\p{L}+ )?(?:press\w*|struck) (?:hard )?against the (?:ceiling|roof)\b/iu,
      ja: never,
    },
  ],
  [
    { ...face, shot: "medium", pose: "cower", emotion: "afraid", beside: false, placeless: true, named: false },
    { en: /\b(?:growing and growing|had to kneel down)\b/iu, ja: never },
  ],
  [
    { ...whole, pose: "crouch", emotion: "calm", human: false },
    { en: /\b(?:crouched|crouching)\b/iu, ja: /しゃがん(?:で|だ)|うずくま[っり]/u },
  ],
  [
    { ...whole, pose: "walk", emotion: "afraid", shot: "medium", beside: true },
    {
      en: /\b(?:paced|pacing|strode|walked|walking) (?:(?:up and down|about|to and fro|round|backwards? and forwards?)\b[^.;]*)\b(?:agitation|excitement|anxiety|rage|fury|despair|impatience|restless\w*)\b/iu,
      ja: never,
    },
  ],
  [
    { ...face, shot: "medium", pose: "gasp", emotion: "tired", beside: false, named: false },
    {
      en: /\b(?:gave (?:an? )?(?:\p{L}+ )?sneeze|sneezed (?:violently|loudly|once|twice))\b/iu,
      ja: /(?:嚔|くしゃみ|くさめ)を(?:し|一つ)/u,
    },
  ],
  [
    { ...face, pose: "gasp", emotion: "shocked" },
    {
      en: /\b(?:was|were|stood|looked) (?:(?:quite|now|so|for the moment|for a moment|as|very|evidently) )*(?:startled|aghast|thunderstruck|petrified|horrified|horror-stricken)\b/iu,
      ja: never,
    },
  ],
  [
    { ...face, pose: "stand", emotion: "angry", named: false },
    { en: never, ja: /許すべからざる|許しがたい/u },
  ],
  [
    { ...face, pose: "hand-to-face", emotion: "thinking" },
    { en: /\b(?:was|were|felt|looked) (?:\p{L}+ ){0,3}(?:puzzled|perplexed|bewildered)\b/iu, ja: never },
  ],
];

/** Not so, or not yet. */
const denied =
  /\b(?:not|never|no longer|if|when|would|could|might|should|had|has|have|as though|until|till|nearly|almost|to)\b[^,;.]*$|n[’']t\b[^,;.]*$/iu;

/** Not so in Japanese, which says it last. */
const deniedAfter = /^[^。、]{0,6}(?:ない|なかっ|そうに|たら|れば|たい|かけ|まい)/u;

interface FoundState {
  state: BodyState;
  /** The words of its sentence before it. */
  before: string;
  /** It stands in the first sentence. */
  first: boolean;
}

/** The strongest state of a body that a caption tells, or null. */
export function stateIn(caption: string, rules: Rules): FoundState | null {
  const told = rules === "en" ? doneDeeds(caption) : caption;
  for (const [state, words] of states) {
    const hit = words[rules].exec(told);
    if (hit === null) continue;
    const before = told.slice(0, hit.index);
    const not = rules === "en" ? denied.test(before) : deniedAfter.test(told.slice(hit.index + hit[0].length));
    const sentences = before.split(/[.!?。]\s?/u);
    if (!not) return { state, before: sentences.at(-1) ?? "", first: sentences.length === 1 };
  }
  return null;
}

/** Whether an I who tells takes leave of somebody: `leaves` where the words go with him, `left` where they stay behind. */
export function leaveTaking(told: string): "leaves" | "left" | null {
  const hit = /\bI (?:had |then |soon )?left (?:him|her|them)\b(?! (?:a|an|no|in (?:no )?doubt|my|the)\b)(.*)/isu.exec(
    told,
  );
  if (hit === null) return null;
  return /^(?: then| there)?,? (?:still )?(?:\p{L}+ly )?\p{L}+ing\b|^(?: then| there)?,? (?:still|alone|with|at|in|by)\b/iu.test(
    hit[1] ?? "",
  )
    ? "left"
    : "leaves";
}

/** Whether a line says that somebody sleeps, is dead or is not there. */
export const saidAway = (line: string): boolean =>
  /\b(?:he|she)(?: is|[’']s) (?:(?:fast|sound|still|quite) )?(?:asleep|dead|away|not (?:here|in|at home)|gone)\b/iu.test(
    line,
  );

/** Smoke that comes out of a gun. */
export const tellsSmoke = (told: string, rules: Rules): boolean =>
  (rules === "ja"
    ? /煙[^。]*(?:筒口|銃口)|(?:筒口|銃口)[^。]*煙/u
    : /\bsmok(?:e|ing)\b[^.]*\b(?:barrel|muzzle)\b/iu
  ).test(told);

/** A hand that opens, shuts or locks a door. */
export const tellsHandOnDoor = (told: string, rules: Rules): boolean =>
  (rules === "ja"
    ? /(?:戸|扉|障子|襖|雨戸)を[^。、]{0,6}(?:開[けい]|明け|あけ|しめ|閉め|閉[ざじ]|引[いき])/u
    : /(?<!\b(?:not|never|been|to|would|could|had|n[’']t) )\b(?:(?:softly|gently|quietly|slowly|carefully|cautiously|quickly|hastily) )?(?:opened|shut|closed|locked|unlocked|bolted|tried) (?:the|his|her|my|a) (?:\p{L}+ ){0,2}door\b/iu
  ).test(told);

/** Many hands that clap. */
export const tellsApplause = (told: string, rules: Rules): boolean =>
  (rules === "ja" ? /拍手|喝采/u : /\b(?:applau\w+|clapp(?:ed|ing) (?:their )?hands)\b/iu).test(told);

/** Whether somebody has grown beyond the size of rooms. */
export const tellsGrowth = (told: string): boolean =>
  /\bhead (?:\p{L}+ )?(?:press\w*|struck) (?:hard )?against the (?:ceiling|roof)\b|\bgrowing and growing\b/iu.test(
    told,
  );

/** The thing that Japanese words put between both hands, or null. */
export function gripped(told: string): HeldThing | null {
  if (!/両手で(?:しっかり|きつく)?(?:握|持[ちっ]|抱[えい]|かかえ)/u.test(told)) return null;
  return (
    heldWords.find(([, , words]) =>
      words.split(" ").some((word) => word !== "文" && told.includes(`${word}が`)),
    )?.[0] ?? null
  );
}

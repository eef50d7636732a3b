import type { HeldThing } from "./held-words.ts";
import type { Effect, Emotion, Pose, Shot } from "./script.ts";

/** A deed of one body that a picture shows with all that belongs to it. */
export interface DrawnDeed {
  pose: Pose;
  en: RegExp;
  ja: RegExp;
  /** From head to foot where it is missing. */
  shot?: Shot;
  effect?: Effect;
  emotion?: Emotion;
  /** Under a roof, in the open, or anywhere where it is missing. */
  where?: "inside" | "outside";
  /** What is in the hand, by the words that name it; the first where none does. */
  holds?: readonly (readonly [HeldThing, RegExp])[];
  /** Nothing else is drawn of it elsewhere. */
  strict?: true;
  /** It tells so little that it is shown only once in a while. */
  common?: true;
  /** The face alone shows it, before no place; nobody speaks meanwhile. */
  faceOnly?: true;
}

const guns: DrawnDeed["holds"] = [
  ["pistol", /\b(?:pistol|revolver)s?\b|拳銃|ピストル/iu],
  ["rifle", /\b(?:rifle|gun|musket|carbine|shot-?gun)s?\b|銃|鉄砲/iu],
];

const never = /(?!)/u;

/** Earlier lines win. */
export const drawnDeeds: readonly DrawnDeed[] = [
  {
    pose: "shoot",
    en: /\bfired(?! (?:up|with|by)\b)|\b(?:pulled|pressed|drew) the trigger\b|\bdischarged (?:his|her|my|the|both)\b|\b(?:emptied|let off) (?:his|her|my|the|both) (?:\p{L}+ )?(?:revolvers?|pistols?|rifle|gun|barrels?)\b|\bshot (?:at )?(?:him|it|the (?:beast|dog|man|bird|brute|creature))\b/iu,
    ja: /(?:銃|ピストル|拳銃|鉄砲)を(?:撃[っち]|射[っち]|打[っち]|放[っち])|(?:ドン|ズドン)と?、?(?:打|撃|射)/u,
    emotion: "determined",
    holds: guns,
  },
  {
    pose: "aim",
    en: /\b(?:aimed (?:his|her|my|the|at)|t(?:ook|aking) (?:\p{L}+ ){0,2}aim|(?:levelled|leveled|presented|pointed|cocked|raised) (?:his|her|my|the|a) (?:\p{L}+ )?(?:pistol|revolver|rifle|gun|musket)|covered (?:him|them|me) with)\b/iu,
    ja: /(?:銃|ピストル|拳銃|鉄砲)を(?:構え|向け|さし向)|狙いを(?:定|つけ)|ねらいを(?:定|つけ)/u,
    emotion: "determined",
    holds: guns,
  },
  {
    pose: "ride",
    en: /\b(?:rode|was riding|came riding|gallop(?:ed|ing)|canter(?:ed|ing)|(?:mounted|spurred|reined in) (?:his|her|my|the) (?:\p{L}+ )?(?:horse|pony|mare|steed)|(?:sprang|leap(?:ed|t)|jumped|swung|vaulted) (?:himself |herself |myself )?(?:up )?(?:into the saddle|(?:up)?on(?:to)? (?:his|her|my|the) (?:horse|mare|pony))|on horseback)\b(?![^.;]{0,30}\b(?:carriage|train|cab|bicycle|bus|omnibus|coach|wagon|cart|car|donkey|mule)\b)/iu,
    ja: /馬に(?:乗っ|乗り|跨)|馬を(?:走|飛ば|駆)/u,
    where: "outside",
  },
  {
    pose: "row",
    en: /\b(?:rowed|was rowing|rowing|paddl(?:ed|ing)|(?:took|pulled at|bent to|plied|seized) the (?:oars?|paddle)|pulled (?:hard )?for the (?:shore|ship|land))\b/iu,
    ja: /(?:舟|船|ボート|櫓|櫂)を[^、。]{0,4}漕[いぎ]|漕[いぎ]/u,
    effect: "water",
    where: "outside",
  },
  {
    pose: "swim",
    en: /\b(?:swam|was swimming|began to swim|struck out (?:for|towards?)|(?:plunged|dived|dove|sprang|leap(?:ed|t)|jumped) (?:headlong )?into the (?:water|sea|river|stream|lake|moat|waves|pool))\b/iu,
    ja: /泳[いぎ](?!たい)|(?:水|海|川|池)(?:の中)?(?:に|へ)(?:飛び|とび)込/u,
    effect: "water",
    where: "outside",
  },
  {
    pose: "dig",
    en: /\b(?:dug|was digging|(?:began|fell|set) (?:to dig|to digging|digging)|shovell?(?:ed|ing))\b(?! (?:his|her|my) (?:nails|fingers|heels|hands|elbow|spurs)\b)/iu,
    ja: /(?:穴|土|地面|畑|溝)を[^、。]{0,6}掘[っり]|(?:鍬|鋤)を(?:振|ふる|入れ)/u,
    where: "outside",
  },
  {
    pose: "haul",
    en: /\b(?:hauled (?:on|in|at|up)|(?:pulled|tugged|dragged) (?:\p{L}+ )?(?:at|on|in|up) the (?:\p{L}+ )?(?:rope|line|cord|chain|cable|net))\b/iu,
    ja: /(?:綱|縄|網)を[^、。]{0,6}(?:引[いき]|ひっぱ|引っ張|手繰|たぐ)/u,
    emotion: "determined",
  },
  {
    pose: "steer",
    en: /\b(?:steered|was steering|at the (?:helm|tiller|wheel)|(?:took|seized|held|grasped) the (?:helm|tiller|wheel)|twisting and turning (?:his|her|my) (?:\p{L}+ ){0,3}(?:machine|flier|craft)|(?:his|my) hand (?:up)?on the (?:tiller|wheel|levers?|controls?))\b/iu,
    ja: /舵を(?:取|とっ|握)|操縦し/u,
    emotion: "determined",
  },
  {
    pose: "lounge",
    en: /\b(?:flung|threw|dropped|sank|sunk|fell|settled|lay|leaned|leant|lean(?:ing)|sprawl(?:ed|ing)|loll(?:ed|ing)|lounged|reclin(?:ed|ing)|sat|seated|sitting|curled) (?:(?:himself|herself|myself|back|down|up|exhausted|again|once more|\p{L}+ly) ){0,3}?(?:in|into|on|upon|onto) (?:a|an|the|his|her|my) (?:\p{L}+,? ){0,3}(?:arm-?chair|easy-? ?chair|sofa|couch|settee|lounge)\b|\b(?:flung|threw|dropped|sank|sunk|fell) (?:(?:himself|herself|myself|back|down|exhausted|again|once more|\p{L}+ly) ){0,3}?(?:in|into|on|upon) (?:a|the|his|her|my) chair\b|\b(?:leaned|leant|lay|threw himself|threw herself) back in (?:his|her|my|the) (?:chair|seat)\b/iu,
    ja: /(?:安楽椅子|肘掛椅子|ソファ|長椅子)に[^、。]{0,10}(?:腰|坐|座|身|倒|もたれ|寄り)/u,
    where: "inside",
  },
  {
    pose: "abed",
    en: /\b(?:in(?:to)? (?:a|the|his|her|my) (?:last |deep |dead |death[- ]?like )*(?:coma|stupor|swoon|trance)|(?:lay|lying|was|were|had (?:fallen|sunk|dropped)) (?:\p{L}+ )?(?:unconscious|senseless|insensible))\b/iu,
    ja: /昏睡|人事不省/u,
    emotion: "calm",
    where: "inside",
    strict: true,
  },
  {
    pose: "abed",
    en: /\b(?:fell (?:fast )?asleep|(?:was|lay) (?:fast |sound |still )?asleep|slept (?:soundly|well|like|heavily|that|through|till|until)|dropped (?:off to sleep|asleep))\b/iu,
    ja: /(?:寝入|眠り込|眠っ(?:て(?:しま|い)|た)|寝てしま)/u,
    emotion: "calm",
    where: "inside",
    strict: true,
  },
  {
    pose: "abed",
    en: /\b(?:lay (?:in|on|upon) (?:the|a|his|her|my) bed|lay (?:in bed|awake|ill|sick|tossing)|(?:got|crept|crawled|climbed|tumbled|slipped|went|went back|hurried|jumped|returned) (?:in)?to (?:his |her |my )?bed|was (?:in|ill in|sick in) bed|took to (?:his|her|my) bed|(?:flung|threw|cast) (?:himself|herself|myself) (?:\p{L}+ )?(?:on|upon|onto) (?:the|his|her|my) bed)\b/iu,
    ja: /(?:床|蒲団|布団|ふとん|寝床)に(?:入|はい|もぐ|潜|就|つい)|寝床に|床の中で/u,
    where: "inside",
  },
  {
    pose: "lie",
    en: /\b(?:lay|lying|was|were|had (?:fallen|sunk|dropped)) (?:\p{L}+ )?(?:unconscious|senseless|insensible)\b|\b(?:fell|dropped|sank) (?:in|into) (?:a|the) (?:dead )?(?:swoon|faint)\b|\bfainted\b|\b(?:lay|was|fell) (?:fast |sound )?asleep\b/iu,
    ja: /気を失っ|気絶し|失神し/u,
    emotion: "calm",
  },
  {
    pose: "stand",
    shot: "close",
    en: /\byawn(?:ed|ing)\b|\b(?:gave|with|stifled) an? (?:\p{L}+ )?yawn\b/iu,
    ja: /欠伸を|あくびを|欠伸(?:した|しな)/u,
    emotion: "yawning",
    faceOnly: true,
  },
  {
    pose: "stand",
    shot: "close",
    en: /\b(?:closed|shut) (?:both )?(?:his|her|my) eyes\b|\bwith (?:(?:his|her|my) )?(?:closed|shut) eyes\b|\bwith (?:his|her|my) eyes (?:closed|shut)\b|\b(?:slept|dozed|slumbered|(?:was|lay|fell) (?:fast |sound |still )?asleep|did not (?:awake|awaken|wake|waken)|dropped (?:off to sleep|asleep)|(?:sank|dropped|drifted) (?:in)?to (?:repose|sleep|slumber))\b/iu,
    ja: /[目眼]を(?:つぶ|瞑|とじ|閉じ|眠)|眠っ(?:て(?:い|居|しま)|た)|寝入|うとうと/u,
    emotion: "asleep",
    faceOnly: true,
  },
  {
    pose: "stand",
    shot: "close",
    en: /\b(?:was|lay|fell|had been|became|grew|looked) (?:(?:\p{L}+ly|very|so|quite|still|too|rather) )?(?:ill|sick|feverish|delirious|faint)\b(?! (?:at ease|of|to|with))|\b(?:sickened|(?:had )?caught (?:the|a) (?:\p{L}+ )?(?:fever|cold|chill))\b/iu,
    ja: /病気で(?:寝|ねて)|熱に浮かさ/u,
    emotion: "tired",
    faceOnly: true,
  },
  {
    pose: "write",
    en: /\b(?:sat (?:\p{L}+ )?(?:writing|down to write|down and wrote)|wrote(?! (?:of|about|that|in (?:his|her))\b)|was writing|began to write|scribbled|scrawled|signed (?:his|her|my|the|it)|dashed off|penned)\b/iu,
    ja: /(?:手紙|文|日記|返事|原稿|端書|名前)を[^、。]{0,6}(?:書い|書き|かい(?:た|て)|したため)|筆を(?:取|とっ|走|執)/u,
    where: "inside",
  },
  {
    pose: "dine",
    en: /\b(?:sat (?:down )?(?:to|at|over) (?:(?:his|her|my|our|the|their) )?(?:\p{L}+ )?(?:dinner|supper|table|breakfast|lunch|tea|meal)|dined|supped|breakfasted|was at (?:dinner|supper|breakfast|table)|(?:ate|was eating) (?:his|her|my) (?:\p{L}+ )?(?:dinner|supper|breakfast|meal))\b/iu,
    ja: /(?:膳|食卓)に(?:向|つい|坐|着)/u,
    where: "inside",
  },
  {
    pose: "read",
    shot: "medium",
    en: /\b(?:read(?:ing)?|perus(?:ed|ing)|por(?:ed|ing) over) (?:\p{L}+ ){0,3}?(?:letter|note|telegram|book|volume|paper|newspaper|novel|message|document|page)s?\b/iu,
    ja: /(?:手紙|新聞|本|書物)を[^、。]{0,6}読[んみ]/u,
    holds: [
      ["book", /\b(?:book|volume|novel)s?\b|本|書物/iu],
      ["letter", /\b(?:letter|note|telegram|message|document|page)s?\b|手紙/iu],
      ["newspaper", /\b(?:news)?papers?\b|新聞/iu],
    ],
  },
  {
    pose: "hand-to-face",
    shot: "medium",
    en: /\b(?:burst into (?:\p{L}+ )*tears|wept|was weeping|sobbed|was sobbing|(?:buried|hid|covered) (?:his|her|my) face (?:in|with) (?:his|her|my|both) hands)\b/iu,
    ja: /(?:泣き(?:出|崩|伏)|すすり泣|しゃくり上|顔を(?:おお|覆)っ)/u,
    emotion: "crying",
  },
  {
    pose: "knock",
    en: /\b(?:knocked|knocking|rapped|tapped|hammered|beat) (?:\p{L}+ ){0,2}?(?:at|on|upon) (?:the|a|an|his|her|my) (?:\p{L}+[- ]){0,3}?door\b/iu,
    ja: /(?:戸|扉|門|ドア)を[^、。]{0,6}(?:叩[いき]|たた[いき]|ノック)/u,
  },
  {
    pose: "stagger",
    en: /\b(?:staggered|stumbled|reeled|tottered|lurched)\b(?! (?:by|at)\b)/iu,
    ja: /よろ(?:け|めい|よろ)|ふらふらと?(?:立|歩|し)/u,
  },
  {
    pose: "crawl",
    en: /\b(?:crawled|crept (?:\p{L}+ )?(?:up|along|forward|through|on|towards?|under|nearer|back|out|down)(?! stairs)|(?:went|got down) (?:\p{L}+ )?(?:on|upon) (?:his|her|my|all)(?: hands and knees| fours)|on (?:his|her|my) hands and knees)\b/iu,
    ja: /(?:四つ|よつん)這|這[っい](?:て|出|寄|上)/u,
  },
  {
    pose: "felled",
    en: /\bfell (?:\p{L}+ly |right )?(?:down|to the (?:ground|floor|earth)|backwards?|headlong|flat|prostrate|full length|on (?:his|her|my) (?:back|side))\b|\bwas (?:knocked|thrown|flung|hurled) (?:down|to the (?:ground|floor)|off (?:his|her|my) feet)\b/iu,
    ja: /(?:尻餅|尻もち)を|ばったり倒れ|転[んび](?:だ|で)/u,
    emotion: "shocked",
  },
  {
    pose: "leap",
    en: /\b(?:sprang|leap(?:ed|t)|jumped|bounded|vaulted) (?:\p{L}+ly )?(?:over|across|down|out|off|through|aside|back|forward|onward|upon|from the (?!chair|seat|sofa|bed|table)|on to the|into the (?!saddle|carriage|cab|boat|water|sea|river|air))/iu,
    ja: /(?:飛び|とび|跳び)(?:越え|越し|降り|下り|おり|出し|だし)/u,
    emotion: "determined",
  },
  {
    pose: "throw",
    en: /\b(?:hurled|flung|threw|tossed|pitched) (?:it|them|the|a|an|his|her|my|one) ?(?!(?:arms?|hands?|head|eyes?|self|door|window|glance|look|cloak|coat|shawl|kiss|light|legs?)\b)(?:\p{L}+ ){0,4}?(?:at|across|over|out of|into the|after|away)\b/iu,
    ja: /(?:投げ|抛り|放り|ほうり)(?:つけ|込|出|飛)/u,
    emotion: "determined",
  },
  {
    pose: "run",
    en: /\b(?:ran|fled|dashed|rushed|bolted|raced|sprinted|took to (?:his|her|my) heels)\b(?! (?:over (?:his|her|my)|out of (?:money|time)|through (?:his|her|my) (?:mind|head|veins)|(?:his|her|my) (?:eyes?|hand|hands|fingers)|short|(?:a|the|no|some|little|great|every) (?:\p{L}+ )?(?:risk|chance|danger)|up (?:a|the) bill|at (?:him|her|me|them)\b))/iu,
    ja: /(?:走り|駆け|駈け|馳け|かけ)(?:出|寄|込|去|下|抜)|逃げ(?:出|て|去|た)|一目散/u,
    emotion: "determined",
  },
  {
    pose: "walk",
    en: /\b(?:walked|strode|paced|marched|strolled|trudged|wandered|hastened)\b/iu,
    ja: never,
    common: true,
  },
];

import { vigorous } from "./deeds.ts";
import type { Prop } from "./prop-words.ts";
import type { Pose } from "./script.ts";

type Rules = "en" | "ja";

/** What words say that a body does, and the poses that show it, if any does. */
interface Bodily {
  en: RegExp;
  ja: RegExp;
  shownBy: readonly Pose[];
}

/** Bodies that do not stand upright, or faces that are not seen: whoever stood there with a bare face would belie the words. */
const postures: readonly Bodily[] = [
  {
    en: /\b(?:sat|sitting|seated)\b|\bsit (?:down|by|on|in|up)\b/giu,
    ja: /(?:坐|座)[っりる]|腰(?:を|)(?:かけ|掛け|おろ|下ろ|据え)|尻を据え|あぐら|胡坐/gu,
    shownBy: ["sit"],
  },
  {
    en: /\b(?:crouch(?:ed|ing)|squatt(?:ed|ing)|cower(?:ed|ing)|huddled|knelt|kneeled|kneeling|stoop(?:ed|ing)|(?:on|to) (?:his|her|my|their) knees|kneel down)\b/giu,
    ja: /しゃが[んみむ]|うずくま|蹲|かが[んみ]|屈[んみ]|跪|ひざまず|膝をつ/gu,
    shownBy: ["crouch", "kneel", "cower"],
  },
  {
    en: /\b(?:lay(?! (?:it|them|the|her|his|my|a|hold|down (?:the|his|her|my)))|lying\b(?! to\b)|lie down|stretched (?:himself|herself|myself) (?:out|upon|on|at)|fast asleep|fell asleep)\b/giu,
    ja: /寝ころ|寝転|横にな|腹這|うつぶせ|俯伏|仰向|寝(?:て|た)(?!(?:は|も)い?ら)/gu,
    shownBy: ["lie"],
  },
  {
    en: /(?<!\b(?:eyes?|glance|gaze|night|silence|voice|face|hush|light|darkness|rain|snow|look|blow|lot|word|words) )\bfell(?! (?:silent|ill|in love|asleep|to |upon (?:his|her|my) (?:ears?|eyes?)|back in(?:to)?|on (?:a|the) (?:little|small)))\b|\b(?:tumbled|toppled|fainted|swooned|down (?:went|fell|came|jumped|tumbled|she (?:came|went|fell)|he (?:came|went|fell))|(?:tripped|stumbled) (?:over|and|against)|upside down|(?:falling|fallen) down|went down (?:like|into|the well)|foot slipped)\b/giu,
    ja: /転[がんびぶ]|ころ[がん](?!し)|倒れ|落ち(?:た|て(?:行|い[くっ]))|尻もち|尻餅|ねじ倒|[捩扭]じ倒|つまず|躓/gu,
    shownBy: ["fall", "felled"],
  },
  {
    en: /\b(?:crept|crawl(?:ed|ing)|climb(?:ed|ing)|clamber(?:ed|ing)|div(?:ed|ing)|dove|plunged|swung (?:himself|herself|myself)|sprang (?:into|over|down|on|upon|from|through)|jump(?:ed|ing) (?:into|over|down|on|upon|from|through|out)|leap(?:ed|t) (?:into|over|down|on|upon|from|through|out)|danc(?:ed|ing)|galloped|rode|rowed|swam|wriggled|squeezed (?:himself|herself|myself)|scrambled|rolled (?:over|about|down)|floated|flew (?!into|at|open))\b/giu,
    ja: /這[いっう]|忍び(?:込|足)|よじ|飛び(?:込|つ|かか|下|降|お)|とび(?:込|つ|かか|お)|躍り|跳ね|泳[いぐぎ]|[登攀][っり]|(?:木|梯子|屋根|塀|崖)[^、。]{0,6}(?:のぼ|上[っりが])|(?:かけ|駆け|馳け)(?:下|お)り|宙返り|踊[っり]/gu,
    shownBy: ["leap", "crawl", "run", "seize", "climb", "rise"],
  },
  {
    en: /\b(?:(?:bowed|bent|hung|lowered|drooped|dropped|sank) (?:his|her|my|their) (?:head|face|chin)|bowed (?:low|deeply|solemnly|and)|(?:bent|bending|leaned|leant|leaning) (?:down|over|forward|low)|head (?:sunk|bent|bowed))\b/giu,
    ja: /頭を(?:下げ|さげ|垂れ|たれ)|うつむ|俯[いき]|お辞儀|平伏|頭をひっこ|頭を引っ込/gu,
    shownBy: ["bow"],
  },
  {
    en: /\b(?:(?:buried|buries|hid|hidden|covered|burying|hiding|covering) (?:his|her|my|their|its) (?:face|eyes|head)|(?:face|head) (?:buried )?(?:in|between) (?:his|her|my|their) (?:hands|arms|lap|pillow|handkerchief)|with (?:his|her|my|a) (?:hand|hands|handkerchief) (?:over|before|to) (?:his|her|my) (?:face|eyes|mouth)|closed (?:his|her|my) eyes|shut (?:his|her|my) eyes|eyes (?:closed|shut))\b/giu,
    ja: /顔を(?:おお|覆|うず|埋|かく|隠|伏)|頭を(?:抱|かか)|目を(?:つぶ|とじ|閉じ|ふさ)|眼を(?:つぶ|とじ|閉じ|眠)|鼻を[掩覆おつ]|耳を(?:ふさ|塞|おお)/gu,
    shownBy: ["cower"],
  },
];

/** What hands or arms do: no bust with idle arms shows it. */
const handling: Bodily = {
  en: /\b(?:(?:threw|flung|pulled|pushed|burst) (?:open|aside|off|out|away|up|himself|herself|back|down|the door|his|her|it|them)|(?:thrust|stuffed|crammed|gathered|packed|bundled|tied|untied|unlocked|locked|bolted|knocked at|wrapped|tore|dragged|lifted|hurled|tossed|struck|kicked|smote|slapped|stabbed|strangled|seized|clutched|grasped|stroked|stroking|patted|rubbed|rubbing|scratched|clapped|wrung|wringing|kissed|poured|stirred|dug|digging|swept|washed|washing|wiped) (?:the|his|her|my|their|its|it|them|him|a|an|at|up|out|both|two)|(?:opened|shut|closed) the (?:door|window|box|drawer|gate|bag|book|lid|shutters?)|(?:put|laid|placed|stretched|rested) (?:both |his |her |my |its |one |a )?(?:arms?|hands?|fingers?|paws?) (?:on|upon|round|around|over|under|out|into|to)|(?:made|went|came|walked|got|ran|hurried|returned|stepped) (?:back |\p{L}+ly )?(?:up )?(?:to|for|towards?) the (?:\p{L}+ )?(?:door|table|window)|knocked)\b/giu,
  ja: /(?:撫|な)で(?:た|て|る|なが)|両手をかけ|手をかけ|手を掛け|つか(?:ん|み)|掴[んみ]|引っ攫|ひっつか|握[っり]|抜[いき]|抱[いえき]|かかえ|押[しえっ]|引[いっき](?:張|ぱ|ずり)|叩[いき]|たた(?:い|き)|擲[っり]|なぐ[っり]|殴[っり]|蹴[っり]|ほうり|抛[っり]|投げ|洗[っい]|といで|研い|縫[っい]|掘[っり]|塗[っり]|拭[いき]|結[んび]|解[いき]|(?:戸|扉|障子|襖|窓|箱|鞄)を(?:開|あけ|しめ|閉)|剥[いぎ]|挿[しん]|差し(?:出|込)|ゆすぶ|もちあげ|持ち上げ/gu,
  shownBy: ["hold", "reach", "fight", "embrace", "arms-up", ...vigorous, "shoulder-load"],
};

/** Not done, or not here and now. */
const undone =
  /(?:\b(?:not|never|no|would|could|might|should|may|must|will|shall|can|cannot|if|without|had (?:been )?|have|to|about to|afraid of|instead of|before)|n['’]t|[’']d)(?: \p{L}+ly)?\s*$/iu;
const undoneAfter =
  /^[^、。]{0,6}(?:なか|ない|ず[、にと]|ぬ[、とも]|まい|たい|よう[とかに]|つもり|れば|たら|べき|はず|ものか|もんか|かも)/u;

function told(words: string, { en, ja }: Bodily, rules: Rules): boolean {
  return [...words.matchAll(rules === "ja" ? ja : en)].some(({ 0: hit, index }) =>
    rules === "ja"
      ? !undoneAfter.test(words.slice(index + hit.length))
      : !undone.test(words.slice(Math.max(0, index - 30), index)),
  );
}

/** Whether words tell a posture that a body drawn in this pose, or its bare face, would belie. */
export const beliesPosture = (words: string, rules: Rules, drawn: Pose): boolean =>
  postures.some((posture) => !posture.shownBy.includes(drawn) && told(words, posture, rules));

/** Whether words tell what hands do with a thing or to somebody, and this pose shows nothing of it. */
export const beliesHands = (words: string, rules: Rules, drawn: Pose): boolean =>
  !handling.shownBy.includes(drawn) && told(words, handling, rules);

/** Whether words say that somebody does not see, or is not seen: the two are in no picture together. */
export const tellsUnnoticed = (words: string): boolean =>
  /\b(?:(?:did not|didn[’']t|never|without|not) (?:notic|see(?:ing)? (?:him|her|it|me|them)|observ|perceiv|heed|being seen|being noticed)\w*|unseen|unnoticed|unobserved|took no notice|(?:the least|any) notice of)\b|気が(?:つ|付)か(?:な|ず)|気[づ付]か(?:な|ず)|見つから(?:な|ず)|見向きも/iu.test(
    words,
  );

const looks = {
  en: /\b(?:his|her|its) (?:\p{L}+ ){0,2}(?:dress|face|hair|lips|features|figure|beard|complexion|countenance|whiskers|forehead|cheeks|brow)\b[^.;]* (?:was|were|had)\b|\bas to (?:his|her) (?:dress|face)|\b(?:wo)?man[’']s face\b|\b(?:he|she) (?:wore|was dressed|was clad|was an? (?:\p{L}+,? ){0,4}(?:man|woman|lady|fellow|girl|person))\b/iu,
  ja: /(?:男|女|老人|娘|奴|婆さん|爺さん|先生)[がは][^、。]{0,12}(?:居た|いた|来た|出た|出て来|出てき|立って|坐って)|(?:顔色?|鼻|眼|目|髪|髯|ひげ|頭|背)[がはの](?:大変|大層|たいそう|ひどく|少し)?(?:悪|わる|長|高|低|大き|小さ|丸|赤|青|黒|白|太|細|はげ|禿|高い|濃)/u,
} as const;

/** Whether words tell what somebody looks like: the one beside whom they stand would be taken for that. */
export const tellsLooks = (words: string, rules: Rules): boolean => looks[rules].test(words);

/** Parts of bodies in action that are drawn by themselves. */
const details: readonly (readonly [Prop, RegExp])[] = [
  ["fist", /\b(?:clenched|shook|doubled|raised) (?:his|her|my|both) (?:fists?|clenched)\b|拳を|拳骨を/iu],
  [
    "clasped-hands",
    /\bshook hands\b|\b(?:shook|caught|seized|grasped|took) (?:him|me|her|us) (?:\p{L}+ )?by the hand\b|\b(?:grasped|wrung|pressed|clasped) (?:his|her|my) hand\b|握手/iu,
  ],
  ["pointing-hand", /\bpointed (?:at|to|towards?|out)\b|\bpointing (?:at|to|towards?)\b|指さし|指差/iu],
  ["hand-with-pen", /\b(?:wrote|was writing|signed (?:his|her|my|it)|scribbled)\b/iu],
  [
    "boots-on-stairs",
    /\b(?:(?:up|down|upon|on) the (?:\p{L}+ )?(?:stairs|staircase|steps)|(?:ran|went|came|rushed|hurried|crept|sprang|clattered|hastened) (?:up|down)stairs)\b/iu,
  ],
  [
    "door",
    /\b(?:opened|closed|shut|locked|unlocked|bolted|flung open|threw open|pushed open|burst open|knocked at|bang of|(?:to|for|towards?))\s(?:an?|the|his|her|my) (?:\p{L}+ )?door\b|\bdoor (?:banged|slammed|flew open|opened|closed|swung open|was (?:opened|closed|shut|flung open|thrown open))\b|戸を(?:開|あけ|しめ|閉|叩|たた)|扉を(?:開|あけ|しめ|閉|叩|たた|押)/iu,
  ],
  [
    "table",
    /\b(?:went|came|walked|ran|got|crossed|returned|hurried|sat down|seated|sat)(?: \p{L}+)? (?:to|upon|at|round|by) (?:the|a|an|his|her) (?:\p{L}+ )?table\b/iu,
  ],
  [
    "window",
    /\b(?:opened|closed|shut|threw open|threw up|to|towards?|out of|through|at|in at) the (?:\p{L}+ )?window\b|窓を(?:開|あけ|しめ|閉)|窓から/iu,
  ],
];

/** Things that show what the words say a body does, the foremost first. */
export const detailsIn = (words: string): Prop[] =>
  details.filter(([, said]) => said.test(words)).map(([prop]) => prop);

import type { Pose } from "./script.ts";

/** English and Japanese words of a body whose whole figure would deny them, by what is seen instead. */

type Words = Readonly<Record<"en" | "ja", RegExp>>;

/** Who makes himself small, or keeps out of sight. */
export const shrinks: Words = {
  en: /\b(?:shrank|shrunk|shrinking|drew|drawing|crept|slunk|crouch(?:ed|ing)|squeezed|flattened|pressed|huddled|cowered) (?:(?:himself|herself|myself|back|close|down|\p{L}+ly) ){0,3}(?:in|into|against|behind|from|within|under|among|away)\b|\b(?:shrank|shrunk) back\b|\b(?:lurk(?:ed|ing)|in hiding|hid (?:him|her|my)self|concealed (?:him|her|my)self|kept (?:well )?out of sight)\b/iu,
  ja: /(?:物陰|木陰|陰|隅|すみ)(?:に|へ)[^、。]{0,8}(?:隠|かく|ひそ|潜|身を)|身を(?:ひそ|潜|縮|ちぢ|すく)/u,
};

/** A head or face that lies in arms, a lap or a pillow: only its back is seen. */
export const buried: Words = {
  en: /\b(?:(?:buried|burying|hid|hiding|laid|laying|dropped|bowed|sank|put|rested|pillowed) (?:his|her|my) (?:\p{L}+ )?(?:head|face)|(?:with )?(?:his|her|my) (?:head|face) (?:\p{L}+ )?(?:buried|hidden|bowed|sunk|resting|lying)) (?:down )?(?:up)?(?:in|into|on|against) (?:(?:his|her|my|the|a|both|folded) ){1,3}(?:\p{L}+ )?(?:arms?|lap|knees?|pillows?|cushions?|apron|shoulder|breast|bosom|grass|sleeves?|table|desk|bed)\b/iu,
  ja: /(?:顔|頭)を(?:膝|腕|袖|枕|蒲団|布団|机|胸)[^、。]{0,6}(?:うず|埋|伏|押し|つけ)|(?:机|膝|枕|蒲団|布団)に(?:顔|頭)を(?:うず|埋|伏|押し|つけ)|突っ?伏し/u,
};

/** A weapon that is out of sight. */
export const pocketed: Words = {
  en: /\b(?:pistol|revolver|gun|knife|dagger|weapon|rifle|sword)s? (?:\p{L}+ ){0,2}(?:in|into|inside|under) (?:his|her|my|the|its) (?:\p{L}+[ -]){0,2}(?:pockets?|holster|belt|bosom|coat|breast|sleeve|sheath|scabbard|cloak|pillow|drawer)\b/iu,
  ja: /(?:拳銃|ピストル|短刀|小刀|匕首|刀)を[^、。]{0,4}(?:懐|ふところ|袂|ポケット|鞘|隠し)(?:に|へ)/u,
};

/** Who has just run or fought, and stands for want of breath. */
export const panting: Words = {
  en: /\b(?:pant(?:ed|ing)|out of breath|(?:quite|all|almost) breathless|gasp(?:ed|ing) for breath|breath(?:ed|ing) (?:hard|heavily|quickly)|winded|completely blown)\b/iu,
  ja: /息を(?:切ら|はず|弾)|息が(?:切れ|はず|弾)|はあはあ|ぜいぜい/u,
};

/** Who is put to bed by another. */
export const tuckedIn: Words = {
  en: /\btuck(?:ed|ing) (?:(?:me|him|her|them|it) |\p{Lu}\p{L}+ )(?:up|in|down)\b|\bput (?:me|him|her|them) to bed\b/u,
  ja: /(?:蒲団|布団|夜着|夜具)を(?:かけ|掛け|着せ)/u,
};

/** Who stands still at the end of it. */
export const halts: Words = {
  en: /\b(?:stopped(?! (?:\p{L}+ing|at|to (?:\p{L}+ )?(?:night|dinner)|for the night|the)\b)|stopped (?:short|dead|suddenly|and)|halted|came to a (?:\p{L}+ )?(?:halt|stop|standstill)|stood (?:still|stock[- ]still|motionless|panting|waiting|listening)|paused)\b[^.;]*[.;,!?]*\s*$/iu,
  ja: /(?:立ち?(?:止ま|どま|すく|尽く)|足を(?:止め|とめ))[^。]*。?$/u,
};

/** Who lies somewhere. */
export const lies: Words = {
  en: /\b(?:[Hh]e|[Ss]he|I|\p{Lu}\p{L}+)(?: still| now| \p{L}+ly)? (?:lay|was lying)\b(?! (?:it|them|the|his|her|my|a|an|hold|down|aside|by|before|beyond|between|to)\b)|\b[Tt]here lay (?=\p{Lu})/u,
  ja: /(?:横たわ|寝ころ|寝転|仰向けに寝|横にな)(?:って(?:い|お|居)|ったまま)/u,
};

/** Who sleeps, and does not wake in the same words. */
export const sleeps: Words = {
  en: /(?<!\b(?:not|never|hardly|had|could|would|might|pretended to|to|while|when|where|until|after|before|he who|who|[Ii]f)(?: \p{L}+){0,2} )\b(?:slept(?! (?:badly|ill|little|poorly|in|at|with|under)\b)|(?:was|were|lay|sound|fast|still) (?:\p{L}+ )?asleep|(?:was|were) (?:\p{L}+ )?(?:sleeping|snoring|dozing)|snored|slumbered|dozed)\b(?![^]*\b(?:a?woke|waked|(?:a?w|w)akened|got up|rose|sat up)\b)/u,
  ja: /(?:ぐっすり|すやすや|よく)?(?:眠って(?:い|お)|寝入って(?:い|お)|眠りこけ|鼾をか)(?![^]*(?:覚|さめ|起き))/u,
};

/** Hands or feet that are bound. */
export const bound: Words = {
  en: /\b(?:bound (?:hand and foot|and gagged|with|by)|(?:hands?|arms?|wrists?|feet|ankles?) (?:\p{L}+ )?(?:were |was |being |securely |firmly )*(?:bound|tied|chained|pinioned|fettered|manacled)|(?:was|were|lay|sat) (?:\p{L}+ly )?(?:pinioned|gagged|handcuffed|manacled|shackled|fettered|chained|tied (?:up|to)|bound to))\b/iu,
  ja: /(?:縛|しば)(?:られ|りあげ|り上げ)|手錠|猿轡/u,
};

/** What would show on a face or on clothes, and is not drawn. */
export const soiled: Words = {
  en: /\b(?:face|cheeks?|head|forehead|brow|hands?|mouth|lips|hair|clothes|shirt|coat|dress)\b(?: \p{L}+){0,4} (?:covered|smeared|streaming|dripping|daubed|stained|blackened|plastered|besmeared|spattered|drenched|bandaged|swathed|painted|caked)\b|\b(?:covered|smeared|streaming|dripping|daubed|stained|blackened|plastered|besmeared|spattered|drenched|caked) (?:\p{L}+ )?(?:with|in) (?:\p{L}+ )?(?:blood|mud|soot|dirt|clay|paint|flour|ink|foam|grime|slime)\b|\b(?:face|head|forehead|hand|arm)\b[^,.;]{0,16}\b(?:was|were) bleeding\b|\bbandages? (?:round|about|over|on) (?:his|her|my)\b/iu,
  ja: /(?:顔|頭|額|頬|手|着物)[^、。]{0,6}(?:血(?:だらけ|まみれ|みどろ)|泥(?:だらけ|まみれ)|包帯|繃帯)|血(?:だらけ|まみれ)の(?:顔|頭|手)/u,
};

/** Looks that are laughed at or shuddered at, told of a part that every face has. */
export const oddLooks: Words = {
  en: /\b(?:funn(?:y|ier|iest)|comic(?:al)?|ridiculous|ugl(?:y|ier|iest)|hideous|enormous|huge|monstrous|biggest|longest|reddest|crooked|broken|flattened|bulbous|hooked|bottle|swollen|purple|scarred|toothless|deformed|grotesque) (?:\p{L}+ ){0,2}(?:nose|noses|ears?|chin|mouth|teeth|face|head|legs|feet)\b|\b(?:nose|ears|chin|mouth|teeth|face)\b[^.!?]{0,30}\b(?:comic supplement|like a (?:beak|potato|tomato|strawberry|turnip|monkey|pig|frog|parrot))/iu,
  ja: /(?:鼻|耳|口|顔|歯)が(?:馬鹿に|ばかに|おかしな|妙に|ひどく|恐ろしく)?(?:大き|長い|赤い|曲|ゆが|歪|腫|はれ)/u,
};

/** A company in white: the crowds that are drawn are dark. */
export const inWhite: Words = {
  en: /\b(?:white|pale)[- ](?:clad|robed|dressed|garbed|gowned|sheeted|veiled)\b|\b(?:dressed|clad|robed|garbed|gowned|all|figures|women|men|ladies|girls|children|maidens|nuns|monks|priests|mourners|procession)(?: \p{L}+)? in (?:pure |snowy |long )?white\b|\bwhite (?:robes|garments|gowns|dresses|kimonos|uniforms|frocks|veils)\b/iu,
  ja: /白い?(?:着物|装束|衣|服|かみしも|裃)|白衣|白ずくめ/u,
};

/** Deeds of whole figures, and the verbs that tell them; a figure at one of them beside words without such a verb denies its words. */
export const deedVerbs: Readonly<Record<"run" | "throw" | "strike" | "fight" | "kneel" | "leap" | "climb", RegExp>> = {
  run: /\b(?:ran|run|running|rushed|rushing|dashed|dashing|fled|fleeing|raced|racing|sprinted|chased|chasing|darted|darting|scampered|bolted|tore|flew|hurried|hastened|took to (?:his|her|my|their) heels|heels|scurried|pursued|pursuing|charged|bounded|escaped|hurrying)\b/giu,
  throw: /\b(?:hurled|hurling|flung|flinging|threw|throwing|tossed|tossing|pitched|slung|cast|shied|heaved)\b/giu,
  strike:
    /\b(?:struck|strikes?|striking|hit|slapped|punched|smote|cuffed|boxed|beat|thrashed|knocked|blows?|slap|punch|cuff)\b/giu,
  fight:
    /\b(?:fought|fights?|fighting|struggled|struggling|struggle|attacked|stabbed|slashed|grappled|wrestled|battle|sprang|blows?|fell upon|pummell?ed|clinched)\b/giu,
  kneel: /\b(?:knelt|kneel|kneeling|kneeled|knees?)\b/giu,
  leap: /\b(?:leap(?:ed|t|ing)?|jump(?:ed|ing)?|sprang|springing|bounded|vaulted|hopped|skipp\p{L}+|plunged|dived|dove|flew|rushed)\b/giu,
  climb: /\b(?:climb\p{L}*|clamber\p{L}*|scrambl\p{L}*|ladder|mount(?:ed|ing)|ascend\p{L}*|descend\p{L}*|up|down)\b/giu,
};

/** The same in Japanese. */
export const japaneseVerbs: Readonly<Partial<Record<Pose, RegExp>>> = {
  run: /走[っりる]|駆け|馳け|逃げ|にげ|追っ|飛び出|とび出/gu,
  leap: /(?:飛び|とび|跳び|躍り)(?:かか|越|上|あが|おり|下り|降り|出|つ)/gu,
  felled: /倒れ|たおれ|転[んび]|尻餅|尻もち|尻持/gu,
  fall: /倒れ|たおれ|転[んび]|滑っ|つまず|落ち/gu,
  lie: /気を失|気絶|失神|倒れ|寝/gu,
  throw: /投げ|抛|放り|ほうり/gu,
};

/** What goes before or behind such a verb where no body does it: a path that runs, a thought that strikes, a ship that races, a shawl that is flung over somebody. */
export const unbodily: Readonly<Partial<Record<keyof typeof deedVerbs, { before: RegExp; after: RegExp }>>> = {
  run: {
    before:
      /\b(?:which|that|ledge|road|path|roadway|way|street|lane|track|river|stream|brook|wall|passage|corridor|tale|story|rumou?r|blood|tears|shiver|thrill|chill|water|strength|time|hours|days|words?|letter|inscription|on full speed|machine|flier|flyer|craft|ship|boat|car|train|engine|carriage|horse|mare|pony|saddle)\b(?:(?!\b(?:I|he|she|they|we|who)\b)[^,.;]){0,24}$/iu,
    after:
      /^ (?:\p{L}+ )?(?:through (?:him|her|me|his|my)|short|out of|over (?:his|her|my|in)|a straight course|(?:his|her|my) (?:eyes?|hand|fingers))\b/iu,
  },
  throw: {
    before: /(?!)/u,
    after:
      /^ (?:open|wide|off|on|up|back|aside)\b|^ (?:it|them|one) (?:across|over|round|around|about) (?:the|his|her|my) (?:\p{L}+ )?(?:shoulders?|arm|back|neck|bed|chair|head)\b|^(?: (?!at\b|into\b|over\b|across\b|after\b|out\b|down\b)\p{L}+){0,4}? (?:shawl|cloak|coat|wrap|rug|blanket|plaid|cape|veil|scarf|robe|clothes|sheet|covers?|arms?|hands?|head|light|thoughts?|waves|glance|look|words?|oath|question|gloom|shadow|himself|herself|myself)\b/iu,
  },
  strike: {
    before:
      /\b(?:thoughts?|idea|fear|suspicion|it|what|that|which|clock|sight|sound|light|sun|wave|chill|bell|hour|wind|notion|memory|resemblance|fact|moon|rays?|cold)\b[^,.;]{0,12}$/iu,
    after:
      /^(?:,| (?:me|him|her) (?:as|that|how|with)\b| (?:by|with|a (?:match|light)|out|up|upon|(?:one|two|ten|\p{L}+teen|noon))\b)/iu,
  },
  fight: {
    before: /\b(?:have|not|never|would|could|to)\s$/iu,
    after:
      /^ (?:\p{L}+ )?(?:against (?:it|this|that|the|a|an|her|his|my)|for|down|back|with (?:him|her|my)self|to|shy|off|under)\b/iu,
  },
};

/** A bed where there is none: on the way, at table or in a hall. */
export const bedless: ReadonlySet<string> = new Set([
  "cab",
  "train",
  "boat",
  "library",
  "hall",
  "corridor",
  "kitchen",
  "office",
  "school",
  "church",
  "theatre",
  "shop",
  "tavern",
  "garden",
  "street",
  "road",
  "station",
]);

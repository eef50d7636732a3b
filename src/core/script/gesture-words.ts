import type { Gesture, Pose } from "./script.ts";

type Rules = "en" | "ja";

/** Gestures that narration tells; earlier lines win. */
export const toldGestures: Record<Rules, readonly (readonly [Pose, RegExp])[]> = {
  en: [
    [
      "shake-fist",
      /\b(?:shook|clenched|raised|shaking|clenching|doubled) (?:his|her|my|both|both his) (?:clenched )?(?:fists?|clenched hands?|hands? in the air)\b/i,
    ],
    [
      "despair",
      /\b(?:clutched|held|pressed|struck|smote|beat|passed) (?:at )?(?:his|her|my|both|a|the) (?:hands? (?:to|over|across|against) (?:his|her|my) )?(?:head|brow|forehead|temples|hair)\b|\b(?:head|face) (?:sunk )?(?:in|between) (?:his|her|my) hands\b|\b(?:sank|buried|hid|covered) (?:his|her|my) face (?:into|onto|in|with)\b/i,
    ],
    [
      "clasp-hands",
      /\b(?:clasped|folded|wrung|wringing|clasping|folding) (?:his|her|my) hands\b|\b(?:imploring|beseeching|entreating)ly\b|\bbegged\b|\bimplored\b|\bpleaded\b|\bentreated\b/i,
    ],
    ["gasp", /\b(?:hands?|fingers?|handkerchief) (?:to|before|over) (?:his|her|my) (?:mouth|lips)\b/i],
    ["hand-on-heart", /\bhand (?:on|upon|to) (?:his|her|my) (?:heart|breast|bosom|chest)\b/i],
    [
      "tip-hat",
      /\b(?:raised|lifted|touched|tipped|took off|swept off|removed|doffed) (?:his|my|the) (?:\p{L}+ )?(?:hat|cap)\b|\bsaluted\b|\bscratch(?:ed|ing) (?:his|her|my|its) head\b/iu,
    ],
    [
      "halt",
      /\b(?:held up|raised|lifted|put up|waved|with a wave of) (?:his|her|my|a|one)(?: \p{L}+)? hand\b(?! to\b)|\bshook (?:his|her) head\b|\bwaved (?:me|him|her|us|them|it) (?:back|away|off|aside)\b/iu,
    ],
    [
      "explain",
      /\b(?:held up|raised|lifted|shook|wagged|wagging) (?:his|her|a|one)(?: \p{L}+)? (?:fore)?finger\b|\bexplained\b|\bin a (?:low|didactic) lecture\b/iu,
    ],
    ["shrug", /\bshrug(?:ged|ging)?\b|\bspread (?:out )?(?:his|her) hands\b|\bthrew (?:out|up) (?:his|her) hands\b/i],
    [
      "offer",
      /\b(?:waved|motioned|beckoned|waving|motioning) (?:me|him|her|us|them|our)\b|\bheld out (?:his|her|a|both) (?:\p{L}+ )?hands?\b/iu,
    ],
    ["hands-behind", /\bhands (?:clasped |folded )?(?:behind (?:his|her|my)|in (?:his|my) (?:\p{L}+ )?pockets?)\b/iu],
    [
      "hand-to-face",
      /\b(?:rubbed|rubbing|stroked|stroking|pulled at|tugged) (?:his|her|my) (?:chin|beard|moustache)\b|\bchin (?:up)?on (?:his|her|my) hands?\b|\bfinger(?:tips)? (?:to|on|upon) (?:his|her|my) (?:lips|chin)\b/i,
    ],
    [
      "smoke",
      /\b(?:smoked|smoking|puff(?:ed|ing)|pulled|pulling) (?:at |on |away at )?(?:his|my|the|a) (?:\p{L}+ )*(?:pipe|cigar|cigarette)\b|\blit (?:his|my|a|the) (?:\p{L}+ )*(?:pipe|cigar|cigarette)\b|\bsmok(?:ed|ing) (?:hard|in silence|away|thoughtfully)\b/iu,
    ],
    ["drink", /\b(?:drank|sipped|sipping|gulped|drained|drinking) (?:off |down )?(?:his|her|my|the|a|some|it)\b/i],
  ],
  ja: [
    ["shake-fist", /拳を(?:振|握|固|かた)|拳骨を(?:振|固|かた)/u],
    ["despair", /頭を(?:抱|かか)|額を(?:抑|押|おさ)/u],
    ["clasp-hands", /手を合(?:わ)?せ|両手を(?:組|合)|揉み手|手を揉/u],
    ["gasp", /口を(?:おさ|抑|押|覆|おお)|手で口/u],
    ["hand-on-heart", /胸に手|胸を(?:撫|な)で|胸を(?:おさ|押|抑)/u],
    ["tip-hat", /頭を(?:掻|か)[いき]|帽子を(?:取|とっ|脱)/u],
    ["halt", /(?:首|かぶり|頭)を(?:横に)?(?:振|ふ)[っりる]|手を(?:振|ふ)[っり]|押しとどめ|手で(?:制|押)/u],
    ["explain", /指を(?:立|一本)|説明し|弁じ|述べ立て/u],
    ["shrug", /肩を(?:すく|竦)|両手を(?:ひろげ|広げ)/u],
    ["hands-behind", /手を(?:うしろ|後ろ?)に|懐手|ふところ手/u],
    ["hand-to-face", /(?:顎|あご|髯|ひげ|髭)を(?:撫|な|ひね|捻|さす)|頬杖/u],
    ["smoke", /(?:煙草|たばこ|煙管|巻煙草|パイプ)を(?:吹|ふか|吸|のん|飲|くゆ|燻)/u],
    ["drink", /(?:茶|酒|水|ビール|正宗)を(?:飲|のん|呑|啜|すす)|一杯(?:飲|のん|呑)/u],
    ["eat", /(?:蕎麦|うどん|飯|めし|団子|天麩羅|餅|菓子|芋)を(?:食|たべ|喰|平げ|掻き込)|杯(?:食|平げ|たべ)/u],
  ],
};

/** Gestures that lines call for; earlier lines win. */
export const saidGestures: Record<Rules, readonly (readonly [Gesture, RegExp])[]> = {
  en: [
    [
      "clasp-hands",
      /\b(?:have mercy|save me|for (?:god|heaven|pity|mercy|christ)[’']s sake|I (?:beg|implore|entreat|pray) (?:of )?you|please,? (?:do|don[’']t|sir|your)|forgive me|help me|do come back)\b/i,
    ],
    [
      "halt",
      /(?:^|[.!?,;—]\s*)(?:stop|wait|hush|silence|stay|hold on|no more|no,? no)\b|\b(?:don[’']t (?:trouble|speak|move|talk)|not so fast|on no account|by no means|certainly not|leave off|say no more)\b/i,
    ],
    [
      "despair",
      /\b(?:what (?:shall|can|am) I (?:do|to do)|I am (?:ruined|lost|undone)|my god|oh,? (?:my )?god|good god|all is lost|alas)\b/i,
    ],
    ["tip-hat", /\b(?:good (?:morning|day|evening|night)|how do you do|your servant|good-bye|goodbye)\b[,.!]/i],
    [
      "hand-on-heart",
      /\b(?:upon my (?:word|honou?r|soul)|I (?:swear|assure|promise|give you my word)|my heart|I(?:[’']m| am) (?:so |very |truly )?grateful|believe me|heartily)\b/i,
    ],
    [
      "shrug",
      /\b(?:I (?:don[’']t|do not|cannot|can[’']t|could not|hardly) (?:know|tell|say|see|understand|imagine|explain|think)|(?:no|not the (?:least|slightest|faintest)) idea|who knows|how should I|what does it matter|it can[’']t be helped|nothing whatever)\b/i,
    ],
    [
      "offer",
      /\b(?:pray (?:take|sit|be seated|draw|come|step)|take (?:a|this|that) (?:seat|chair)|sit down|be seated|come in|this way|after you|help yourself|(?:let|allow) me (?:to )?(?:introduce|present)|this is (?:mr|mrs|miss|dr|my (?:friend|wife|husband|son|daughter|brother|sister)))\b/i,
    ],
    [
      "explain",
      /\b(?:you see,|the (?:fact|point|question|truth|reason|moral) is|therefore|in the first place|first(?:ly)?,|second(?:ly)?,|for example|mark (?:my|this|you)|one thing|depend upon it|note (?:that|how))(?!\p{L})|(?:^|[.!?;]\s*)listen\b/iu,
    ],
  ],
  ja: [
    ["clasp-hands", /許して(?:くだ|下さ|くれ)|助けて|お願い|頼む(?:から)?|後生|勘弁/u],
    [
      "halt",
      /待(?:て|っ(?:て|た))|よせ|止せ|やめ(?:ろ|て|たま)|静かに|だめだ|駄目だ|いけない|いけません|いや(?:だ|です)[。！]?$|ご免|御免(?:蒙|です|だ)|いらん|よろしい[。]?$/u,
    ],
    ["despair", /しまった|もう(?:駄目|だめ)|どうしよう|困った(?:な|ぞ|なあ)|弱った/u],
    ["tip-hat", /(?:お早う|おはよう|今日は|こんにちは|さようなら|失敬)[。、！]?$|いや(?:あ)?、?恐縮/u],
    ["hand-on-heart", /誓|恐れ入|有難う存じ|安心し/u],
    [
      "shrug",
      /知らん|知らない|知りません|わからん|分らん|分らない|わからない|分りません|仕方が(?:ない|あるまい)|しようがない|どうでも/u,
    ],
    ["offer", /どうぞ|お上(?:が|り)|こちらへ|お(?:掛|か)け(?:なさ|くだ|下さ)|いらっしゃい/u],
    ["explain", /つまり|要するに|第一|なぜ(?:なら|かと)|いいか[、。]|よく聞|すなわち/u],
  ],
};

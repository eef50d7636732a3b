import type { Gesture, Pose } from "./script.ts";

type Rules = "en" | "ja";

/** Gestures that narration tells, each of them a deed of hands or shoulders; earlier lines win. */
export const toldGestures: Record<Rules, readonly (readonly [Pose, RegExp])[]> = {
  en: [
    [
      "shake-fist",
      /\b(?:shook|clenched|raised|shaking|clenching|doubled) (?:his|her|my|both|both his) (?:clenched )?(?:fists?|clenched hands?)\b/i,
    ],
    [
      "despair",
      /\b(?:clutched|held|pressed|clasped|clutching|holding) (?:at )?(?:his|her|my) (?:\p{L}+ )?(?:head|brow|forehead|temples|hair) (?:in|between|with) (?:both |his |her |my )+hands?\b|\bpass(?:ed|ing) (?:his|her|my|a) hands? (?:over|across) (?:his|her|my) (?:head|brow|forehead)\b|\b(?:clutched|tore|clutching|tearing) (?:at )?(?:his|her|my) (?:head|hair)\b|\b(?:head|face) (?:sunk )?(?:in|between) (?:his|her|my) hands\b|\b(?:hands?|palms?) (?:to|against) (?:his|her|my) (?:head|brow|forehead|temples)\b|\b(?:buried|hid|covered) (?:his|her|my) face (?:in|with) (?:his|her|my|both) hands?\b/iu,
    ],
    ["clasp-hands", /\b(?:clasped|folded|wrung|wringing|clasping|folding) (?:his|her|my) hands\b/i],
    ["gasp", /\b(?:hands?|fingers?|handkerchief) (?:to|before|over) (?:his|her|my) (?:mouth|lips)\b/i],
    ["hand-on-heart", /\bhand (?:on|upon|to) (?:his|her|my) (?:heart|breast|bosom|chest)\b/i],
    [
      "tip-hat",
      /\b(?:raised|lifted|touched|tipped|took off|swept off|removed|doffed) (?:his|my|the) (?:\p{L}+ )?(?:hat|cap)\b|\bsaluted\b/iu,
    ],
    [
      "halt",
      /\b(?:held up|raised|lifted|put up|waved|waving|with a wave of) (?:his|her|my|a|one)(?: \p{L}+)? hand\b(?! to (?!me|him|her|us|them)\p{L})|\bwaved (?:me|him|her|us|them|it) (?:back|away|off|aside)\b/iu,
    ],
    ["explain", /\b(?:held up|raised|lifted|shook|wagged|wagging) (?:his|her|a|one)(?: \p{L}+)? (?:fore)?finger\b/iu],
    ["shrug", /\bshrug(?:ged|ging)?\b|\bspread (?:out )?(?:his|her) hands\b|\bthrew (?:out|up) (?:his|her) hands\b/i],
    ["offer", /\b(?:waved|motioned|waving|motioning) (?:me|him|her|us|them) (?:in|into|to a|to the|towards?)\b/iu],
    ["hands-behind", /\bhands (?:clasped |folded )?behind (?:his|her|my|the)\b/iu],
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
    ["despair", /頭を(?:抱|かか)え|額を(?:抑|押|おさ)/u],
    ["clasp-hands", /手を合(?:わ)?せ|両手を(?:組|合)|揉み手|手を揉/u],
    ["gasp", /口を(?:おさ|抑|押|覆|おお)|手で口/u],
    ["hand-on-heart", /胸に手|胸を(?:撫|な)で|胸を(?:おさ|押|抑)/u],
    ["tip-hat", /帽子を(?:取|とっ|脱)/u],
    ["halt", /手を(?:振|ふ)[っり]|押しとどめ|手で(?:制|押)/u],
    ["explain", /指を(?:立|一本)/u],
    ["shrug", /肩を(?:すく|竦)|両手を(?:ひろげ|広げ)/u],
    ["hands-behind", /手を(?:うしろ|後ろ?)に/u],
    ["hand-to-face", /(?:顎|あご|髯|ひげ|髭)を(?:撫|な|ひね|捻|さす)|頬杖/u],
    ["smoke", /(?:煙草|たばこ|煙管|巻煙草|パイプ)を(?:吹|ふか|吸|のん|飲|くゆ|燻)/u],
    ["drink", /(?:茶|酒|水|ビール|正宗)を(?:飲|のん|呑|啜|すす)|一杯(?:飲|のん|呑)/u],
    ["eat", /(?:蕎麦|うどん|飯|めし|団子|天麩羅|餅|菓子|芋)を(?:食|たべ|喰|平げ|掻き込)|杯(?:食|平げ|たべ)/u],
  ],
};

/** Gestures that a sentence calls for by how it begins: `^` is its first word. Earlier lines win. */
export const saidGestures: Record<Rules, readonly (readonly [Gesture, RegExp])[]> = {
  en: [
    [
      "clasp-hands",
      /^(?:oh,? |please,? )?(?:(?:do )?have mercy|save (?:me|him|her)\b|spare (?:me|him|her)\b|I (?:beg|implore|entreat) (?:of )?you\b|forgive me[!.]|(?:do |please )?help me[!.])/i,
    ],
    [
      "halt",
      /^(?:oh,? |here,? |but )?(?:(?:stop|wait|hush|silence|hold on|not so fast)(?=[,!.;—-]| a | (?:him|her|that|it)\b)|no,? no[,!.;]|don[’']t (?:move|come|touch|shoot)\b)/i,
    ],
    [
      "despair",
      /^(?:oh,? )?(?:what (?:shall|am) I (?:to )?do\b(?! (?:for|with))|I am (?:ruined|lost|undone)|all is lost|alas)\b/i,
    ],
    [
      "hand-on-heart",
      /^(?:and )?(?:on my honou?r|I swear\b|I give you my word|I love (?:you|him|her)\b|I(?:[’']m| am) (?:so |very |truly |most )+grateful|with all my heart)/i,
    ],
    [
      "shrug",
      /^(?:oh,? |well,? |really,? )*(?:I (?:really )?(?:don[’']t|do not) know(?=[.,!?;—]|-|$)|I have(?: no|n[’']t (?:an|the (?:least|slightest|faintest))| not the (?:least|slightest|faintest)) idea|(?:no|not the (?:least|slightest|faintest)) idea|who knows\b|how should I know|what does it matter|it can[’']t be helped)/i,
    ],
    [
      "offer",
      /^(?:oh,? |ah,? |now,? |well,? |please,? |pray,? |do |won[’']t you )*(?:take (?:a|this|that) (?:seat|chair)|(?:sit down|be seated)(?=[.,!?;]| (?:here|there|and)\b)|come in[.,!;]|after you[.,!]|help yourself|(?:let|allow) me (?:to )?(?:introduce|present)|this is (?:mr|mrs|miss|dr|my (?:friend|wife|husband|son|daughter|brother|sister))\b)/i,
    ],
    [
      "explain",
      /^(?:now,? |but |and )*(?:listen[.,!:;]|listen to me|mark (?:my words|me\b)|in the first place|firstly,|remember[,:]|one thing more\b|I warn you)/i,
    ],
  ],
  ja: [
    ["clasp-hands", /^(?:どうか|どうぞ)?、?(?:許して|助けて|御?勘弁して?)(?:くだ|下さ|くれ)|^後生/u],
    ["halt", /^(?:まあ|おい|ちょっと|一寸|こら)*、?(?:待(?:て|っ(?:て|た))|よせ|止せ|よしたまえ|やめろ|静かに)/u],
    ["despair", /^(?:ああ)?、?(?:しまった|どうしよう|もう(?:駄目|だめ)だ)/u],
    ["hand-on-heart", /^誓って/u],
    [
      "shrug",
      /^(?:さあ|いえ|いいえ|いや)?、?(?:知らん|知らない|知りません|わからん|分らん|分らない|わからない|分りません)(?:ね|よ|な|さ)?[。、！]?$|^どうでも(?:いい|よい)/u,
    ],
    [
      "offer",
      /^(?:さあ|まあ)?、?どうぞ[、。]?(?:お|こちら|これ|$)|^(?:さあ|まあ)?、?(?:お上(?:が|り)|お(?:掛|か)け)(?:んなさい|なさい|り?(?:くだ|下さ))/u,
    ],
    ["explain", /^(?:いいか[、。い]|よく聞[けきい])/u],
  ],
};

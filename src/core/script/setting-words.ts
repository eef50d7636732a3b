import type { PlaceKind } from "../story/story.ts";

/** Kinds of places that look alike enough to stand for each other: out of doors among houses, among trees, at the water. */
export const alike: readonly (readonly PlaceKind[])[] = [
  ["street", "road", "village", "market", "gate", "yard", "bridge"],
  ["forest", "field", "garden", "mountain", "road", "desert"],
  ["river", "shore", "harbour", "bridge", "sea", "boat", "ship"],
  ["garden", "yard"],
  ["room", "bedroom", "library", "ward", "inn"],
  ["hall", "corridor", "castle"],
  ["graveyard", "church"],
  ["underground", "cave", "prison"],
  ["kitchen", "tavern", "shop"],
  ["train", "platform"],
];

/** Kinds of places that have their things in common, and words of these. */
export const landscapes: readonly { kinds: readonly PlaceKind[]; en: string; ja: string }[] = [
  {
    kinds: ["room", "bedroom", "library", "ward", "inn", "hall", "corridor", "castle", "kitchen", "tavern", "shop"],
    en: "chair armchair arm-chair sofa couch settee table desk carpet hearth fireplace mantelpiece ceiling cupboard drawer curtain bookcase bedside pillow staircase stair upstairs downstairs floor window lamp candle fireside indoors room hall door",
    ja: "座敷 部屋 畳 障子 襖 床の間 火鉢 蒲団 布団 膳 縁側 廊下 二階 玄関 机 椅子 天井 枕 行灯 土間 茶の間 下宿 宿",
  },
  {
    kinds: ["street", "village", "market", "gate", "yard", "bridge", "platform"],
    en: "street lane pavement cobble houses crowd passer-by passers-by town city corner lamp-post carriage cart cab shop road gate courtyard yard village hansom",
    ja: "町 通り 往来 街 路 道 門 店 家並 坂 辻 橋 車 井戸 物置 納屋 表 裏",
  },
  {
    kinds: ["forest", "field", "garden", "mountain", "road", "desert", "yard"],
    en: "tree bush grass leaf leaves branch branches flower hill path hedge moor meadow mushroom boughs shrub lawn wood field road rock slope heath",
    ja: "木 草 森 林 野 畑 田 山 庭 道 花 枝 葉 竹 藪 丘",
  },
  {
    kinds: ["river", "bridge"],
    en: "water bank boat oar swam swim swimming splash stream current ripple reed",
    ja: "水 川 河 波 舟 岸 堤 土手 泳 魚 網 岩",
  },
  {
    kinds: ["shore", "harbour", "sea", "boat"],
    en: "water wave sea bank boat sail oar shore tide swam swim swimming island beach splash ship whale surf sand",
    ja: "水 海 波 舟 船 岸 泳 魚 網 浜 沖 島 岩 艀",
  },
  {
    kinds: ["ship"],
    en: "wave sea deck mast sail ship crew captain harpoon whale schooner rigging helm anchor",
    ja: "水 海 波 船 沖 艀 甲板",
  },
  {
    kinds: ["cab", "train"],
    en: "wheel drove driver cab carriage hansom rattled train compartment horses coachman dog-cart journey",
    ja: "汽車 電車 馬車 車 窓 駅 停車場",
  },
];

/** Things that stand in one kind of place only, or people who are met there. */
export const ownThings: Partial<Record<PlaceKind, { en: string; ja: string }>> = {
  school: {
    en: "pupil lesson blackboard master class",
    ja: "教場 教室 生徒 黒板 授業 講義 控所 職員 校長 教師 教員 教頭 宿直 寄宿",
  },
  courtroom: { en: "jury juror jurymen witness judge verdict trial", ja: "" },
  church: { en: "altar pew pulpit sermon hymn choir pulpit congregation", ja: "" },
  theatre: { en: "stage audience orchestra box curtain", ja: "舞台 見物 芝居" },
  bath: { en: "bath", ja: "湯 温泉 風呂" },
  graveyard: { en: "grave tombstone churchyard funeral", ja: "墓 葬" },
  loft: { en: "rafter roof beam", ja: "楼 梯子 死骸 床板" },
  gate: { en: "", ja: "門 石段" },
  underground: { en: "tunnel dark fell falling bottom", ja: "" },
  cave: { en: "dark", ja: "穴" },
  cabin: { en: "berth bunk ship", ja: "" },
  prison: { en: "cell bars warder", ja: "牢" },
};

/** What stands in a room: each says that one is in it. */
export const furniture = {
  en: /\b(?:(?<!garden )chairs?|arm-?chairs?|sofa|couch|settee|tables?|desk|carpet|hearth(?:rug)?|fireplace|fireside|mantelpiece|ceiling|cupboard|drawers?|bookcase|bookshelf|bow-window|window-seat|bedside|pillow|(?:sitting|drawing|dining|bed)-?room|(?:the|this|our|my|his|her) rooms?|stairs|staircase|upstairs|downstairs|by the fire|before the fire|breakfast|supper|dressing-gown|blinds?|page-?boy|(?:tap|knock(?:ed)?|ring) at the (?:door|bell)|(?:closed|shut|opened) the door|the door (?:opened|flew open|closed)|ushered|the interior of|(?:rang|pulled|touched) the bell(?![ -]rope))\b/gi,
  ja: /座敷|部屋|畳|障子|襖|床の間|火鉢|蒲団|布団|お?膳|縁側|天井|枕元|茶の間|二階|机|椅子|下宿|下女/gu,
} as const;

/** What is met with only under the sky. */
export const openAir = {
  en: /\b(?:(?:along|across|down|up|into|through) the (?:\p{L}+ )?(?:street|road|lane|path|field|meadow|moor|wood|park|heath|hill|lawn|garden|beach|bank)s?|the (?:\p{L}+ )?(?:fog|mist|moon|mire|orchard|path|hillside|rocks|heather)|pavement|trees|bushes|hedges?|grass|heather|moor|riverside|sunshine|sunlight|starlight|moonlight|the stars|the sky|the river|dog-?cart|drove|driven|hansom|our cabs?|my cab|galloped|(?:round|outside) the house|we walked|waves|the sea|the deck|shore|sleds?|sledges?|the traces|snow-?shoes|the trail|(?:the|his|her|their) team(?:-mates?)?|camp-?fire|tents?)\b/giu,
  ja: /往来|通りを|道を|土手|河原|川(?:の|を|に|へ)|海(?:の|を|に|へ)|山(?:の|を|へ)|畑|田圃|野原|森|林|星|月が|月の|橋の|坂を|舟|船(?:の|が|を)|空(?:は|が|を)|井戸|草の|停車場|歩い|散歩|看板/gu,
} as const;

/** Before, behind or beside a house is not in it. */
export const besideHouse = {
  en: /\b(?:in front of|outside|before|behind|round|beside) (?:the|an?|his|her|my|our|their) (?:\p{L}+ )?(?:house|cottage|hut|shed|barn|villa|lodge|mansion|farm-?house|inn|hotel|cabin)\b|\b(?:at|over|against|up to|in front of|along) (?:the|his|her|my|our|their|\p{Lu}\p{L}+[’']s) (?:\p{L}+ )?(?:palings?|fence|picket|railings)\b|\b(?:stopped|stood|waited|waiting|standing|drew up|pulled up|knocked) (?:\p{L}+ )?(?:at|before|upon|on) (?:the|his|her|our) (?:front )?(?:door|door-?step|steps)\b(?! of the)/iu,
  ja: /(?:家|うち|小屋|納屋|物置|母屋)の(?:前|表|裏(?!口)|外|そば|後|うしろ)/u,
} as const;

/** Words of the sky and the weather, and what they say of hour and weather. */
export const englishSky =
  /\b(?:sky|skies|stars?|starlight|moon|moonlight|sun|sunset|sunrise|sunshine|clouds?|rain|snow|wind|gale|storm|thunder|lightning|fog|mist|dawn|daybreak|dusk|twilight|midnight|(?:fine|bright|cold|dark|clear|wild|hot|grey|gray|summer|winter|autumn|spring|foggy|rainy|stormy|beautiful|lovely) (?:day|night|morning|evening|afternoon|weather))\b/i;
export const japaneseSky =
  /空(?![っいけ席腹虚])|(?<![一二三四五六七八九十年毎今来先何数ヶ])月(?![日給曜謝末々並収]|に[一二三])|星|太陽|陽が|日が[沈暮昇落]|(?<!もの)雨(?!戸|宿|あが|上が|後|のあと)|雪(?!駄|隠)|(?<![なう横洋和学校家古今昔当画歌作江東京])風(?![呂邪采体情習流景越俗格変波味雅土])|雲(?!雀)|霧|(?<!\p{Script=Han})嵐|雷|夜が|夜明|夕暮|夕焼|暮方|明け方|天気|晴れ/u;

/** What an hour or a weather is called, to show the sky that the words tell of. */
export const skyHours = [
  [
    "night",
    /\b(?:night|midnight|moon|moonlight|stars?|starlight)\b|夜(?!明)|(?<![一二三四五六七八九十年毎今来先何数ヶ])月(?![日給曜謝末々並収]|に[一二三])|星|晩/u,
  ],
  ["dawn", /\b(?:dawn|daybreak|sunrise)\b|夜明|明け方|暁/u],
  ["dusk", /\b(?:dusk|twilight|sunset|evening)\b|夕|暮/u],
  ["day", /\b(?:morning|noon|afternoon|sunshine|sun)\b|朝|昼|太陽/u],
] as const;

export const skyWeathers = [
  ["storm", /\b(?:storm|thunder|lightning|gale)\b|(?<!\p{Script=Han})嵐|雷/u],
  ["rain", /\brain(?:ed|ing|y)?\b|(?<!もの)雨(?!あが|上が|後|のあと|やみ)/u],
  ["snow", /\bsnow(?:ed|ing|y)?\b|雪/u],
  ["fog", /\b(?:fog|foggy|mist)\b|霧/u],
  ["wind", /\bwind\b|(?<![なう横洋和学校家古今昔当画歌作江東京])風(?![呂邪采体情習流景越俗格変波味雅土])/u],
  ["clear", /\b(?:fine|bright|clear|sunny|sunshine)\b|晴れ|いい天気|からっと/u],
  ["cloudy", /\bclouds?\b|雲/u],
] as const;

/** What black says better than a picture: death, deep night, nothing at all. */
export const dreadWords =
  /\b(?:dead|death|died|dying|killed|murder\w*|hanged|never again|nothing(?: more)?|vanished|lost consciousness|fainted|blood|naked(?! (?:rock|stone|eye|truth|branch|bough|tree|wall|hill|flame|light|blade|sword|steel|earth|ground|cliff|bulb)))\b|死|殺|血|裸|消え|亡くな|二度と|闇|誰も知らない/iu;

/** A leap over time. */
export const leapWords =
  /\b(?:years?|months?|weeks?) (?:later|after|passed|ago|before)\b|\bnext (?:day|morning|week)\b|\bfor (?:many|several|some) (?:days|weeks|months|years)\b|翌日|翌朝|年(?:後|たっ|前)|月(?:後|たっ)|その後|それから/iu;
